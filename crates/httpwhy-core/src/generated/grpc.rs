//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2118, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436489, 8) },
    FromHttpRow { http: 401, grpc: Str(1727662, 15) },
    FromHttpRow { http: 403, grpc: Str(1727039, 17) },
    FromHttpRow { http: 404, grpc: Str(1727412, 13) },
    FromHttpRow { http: 429, grpc: Str(1727532, 11) },
    FromHttpRow { http: 431, grpc: Str(436489, 8) },
    FromHttpRow { http: 502, grpc: Str(1727532, 11) },
    FromHttpRow { http: 503, grpc: Str(1727532, 11) },
    FromHttpRow { http: 504, grpc: Str(1727532, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1726687, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1726706, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1726750, 7), meaning: Str(1726757, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1726796, 16), meaning: Str(1726812, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1726866, 17), meaning: Str(1726883, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150671, 9), meaning: Str(1726932, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1656072, 14), meaning: Str(1727008, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1727039, 17), meaning: Str(1727056, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1727096, 18), meaning: Str(1727114, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1727156, 19), meaning: Str(1727175, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1727262, 7), meaning: Str(1727269, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1727340, 12), meaning: Str(1727352, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1727412, 13), meaning: Str(1727425, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436489, 8), meaning: Str(1727462, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1727532, 11), meaning: Str(1727543, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1727615, 9), meaning: Str(1727624, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1727662, 15), meaning: Str(1727677, 37), http: 401 },
];
