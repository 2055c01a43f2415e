//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use super::sources::cite;
use crate::{Grpc, GrpcStatus};

pub(crate) const GRPC: Grpc = Grpc {
    statuses: &[
        GrpcStatus { number: 0, name: "OK", meaning: "The call succeeded.", http: 200 }, 
        GrpcStatus { number: 1, name: "CANCELLED", meaning: "The call was given up, mostly by the caller.", http: 499 }, 
        GrpcStatus { number: 2, name: "UNKNOWN", meaning: "Failed, and the server did not say how.", http: 500 }, 
        GrpcStatus { number: 3, name: "INVALID_ARGUMENT", meaning: "An argument is wrong whatever the state of the system.", http: 400 }, 
        GrpcStatus { number: 4, name: "DEADLINE_EXCEEDED", meaning: "The deadline passed before the call was complete.", http: 504 }, 
        GrpcStatus { number: 5, name: "NOT_FOUND", meaning: "The thing asked for does not exist, or is hidden from this class of callers.", http: 404 }, 
        GrpcStatus { number: 6, name: "ALREADY_EXISTS", meaning: "The thing to be created exists.", http: 409 }, 
        GrpcStatus { number: 7, name: "PERMISSION_DENIED", meaning: "The caller is known and may not do this.", http: 403 }, 
        GrpcStatus { number: 8, name: "RESOURCE_EXHAUSTED", meaning: "A quota, a limit or a resource is used up.", http: 429 }, 
        GrpcStatus { number: 9, name: "FAILED_PRECONDITION", meaning: "The system is not in the state the call needs; the caller must change that state first.", http: 400 }, 
        GrpcStatus { number: 10, name: "ABORTED", meaning: "Given up because of a concurrent change; start again from a fresh read.", http: 409 }, 
        GrpcStatus { number: 11, name: "OUT_OF_RANGE", meaning: "The call went past a valid range, such as the end of a file.", http: 400 }, 
        GrpcStatus { number: 12, name: "UNIMPLEMENTED", meaning: "The server does not have this method.", http: 501 }, 
        GrpcStatus { number: 13, name: "INTERNAL", meaning: "Something that must always hold did not: a bug, or a broken transport.", http: 500 }, 
        GrpcStatus { number: 14, name: "UNAVAILABLE", meaning: "The service cannot be reached for now; a retry with a pause may succeed.", http: 503 }, 
        GrpcStatus { number: 15, name: "DATA_LOSS", meaning: "Data is lost or damaged beyond repair.", http: 500 }, 
        GrpcStatus { number: 16, name: "UNAUTHENTICATED", meaning: "Credentials are missing or not valid.", http: 401 }],
    from_http: &[(400, "INTERNAL"), (401, "UNAUTHENTICATED"), (403, "PERMISSION_DENIED"), (404, "UNIMPLEMENTED"), (429, "UNAVAILABLE"), (431, "INTERNAL"), (502, "UNAVAILABLE"), (503, "UNAVAILABLE"), (504, "UNAVAILABLE")],
    note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.",
    sources: &[cite(136, ""), cite(135, ""), cite(134, "")],
};
