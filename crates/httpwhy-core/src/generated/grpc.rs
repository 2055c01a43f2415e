//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2118, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436489, 8) },
    FromHttpRow { http: 401, grpc: Str(1729625, 15) },
    FromHttpRow { http: 403, grpc: Str(1729002, 17) },
    FromHttpRow { http: 404, grpc: Str(1729375, 13) },
    FromHttpRow { http: 429, grpc: Str(1729495, 11) },
    FromHttpRow { http: 431, grpc: Str(436489, 8) },
    FromHttpRow { http: 502, grpc: Str(1729495, 11) },
    FromHttpRow { http: 503, grpc: Str(1729495, 11) },
    FromHttpRow { http: 504, grpc: Str(1729495, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1728650, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1728669, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1728713, 7), meaning: Str(1728720, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1728759, 16), meaning: Str(1728775, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1728829, 17), meaning: Str(1728846, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150671, 9), meaning: Str(1728895, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1658035, 14), meaning: Str(1728971, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1729002, 17), meaning: Str(1729019, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1729059, 18), meaning: Str(1729077, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1729119, 19), meaning: Str(1729138, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1729225, 7), meaning: Str(1729232, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1729303, 12), meaning: Str(1729315, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1729375, 13), meaning: Str(1729388, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436489, 8), meaning: Str(1729425, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1729495, 11), meaning: Str(1729506, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1729578, 9), meaning: Str(1729587, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1729625, 15), meaning: Str(1729640, 37), http: 401 },
];
