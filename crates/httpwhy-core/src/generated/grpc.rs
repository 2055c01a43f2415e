//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2004, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436530, 8) },
    FromHttpRow { http: 401, grpc: Str(1108371, 15) },
    FromHttpRow { http: 403, grpc: Str(1107748, 17) },
    FromHttpRow { http: 404, grpc: Str(1108121, 13) },
    FromHttpRow { http: 429, grpc: Str(1108241, 11) },
    FromHttpRow { http: 431, grpc: Str(436530, 8) },
    FromHttpRow { http: 502, grpc: Str(1108241, 11) },
    FromHttpRow { http: 503, grpc: Str(1108241, 11) },
    FromHttpRow { http: 504, grpc: Str(1108241, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1107396, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1107415, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1107459, 7), meaning: Str(1107466, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1107505, 16), meaning: Str(1107521, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1107575, 17), meaning: Str(1107592, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150712, 9), meaning: Str(1107641, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1036749, 14), meaning: Str(1107717, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1107748, 17), meaning: Str(1107765, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1107805, 18), meaning: Str(1107823, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1107865, 19), meaning: Str(1107884, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1107971, 7), meaning: Str(1107978, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1108049, 12), meaning: Str(1108061, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1108121, 13), meaning: Str(1108134, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436530, 8), meaning: Str(1108171, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1108241, 11), meaning: Str(1108252, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1108324, 9), meaning: Str(1108333, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1108371, 15), meaning: Str(1108386, 37), http: 401 },
];
