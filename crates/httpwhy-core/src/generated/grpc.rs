//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2118, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436489, 8) },
    FromHttpRow { http: 401, grpc: Str(1729214, 15) },
    FromHttpRow { http: 403, grpc: Str(1728591, 17) },
    FromHttpRow { http: 404, grpc: Str(1728964, 13) },
    FromHttpRow { http: 429, grpc: Str(1729084, 11) },
    FromHttpRow { http: 431, grpc: Str(436489, 8) },
    FromHttpRow { http: 502, grpc: Str(1729084, 11) },
    FromHttpRow { http: 503, grpc: Str(1729084, 11) },
    FromHttpRow { http: 504, grpc: Str(1729084, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1728239, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1728258, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1728302, 7), meaning: Str(1728309, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1728348, 16), meaning: Str(1728364, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1728418, 17), meaning: Str(1728435, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150671, 9), meaning: Str(1728484, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1657624, 14), meaning: Str(1728560, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1728591, 17), meaning: Str(1728608, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1728648, 18), meaning: Str(1728666, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1728708, 19), meaning: Str(1728727, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1728814, 7), meaning: Str(1728821, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1728892, 12), meaning: Str(1728904, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1728964, 13), meaning: Str(1728977, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436489, 8), meaning: Str(1729014, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1729084, 11), meaning: Str(1729095, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1729167, 9), meaning: Str(1729176, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1729214, 15), meaning: Str(1729229, 37), http: 401 },
];
