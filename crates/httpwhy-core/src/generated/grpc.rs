//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(1780, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(415454, 8) },
    FromHttpRow { http: 401, grpc: Str(810461, 15) },
    FromHttpRow { http: 403, grpc: Str(809838, 17) },
    FromHttpRow { http: 404, grpc: Str(810211, 13) },
    FromHttpRow { http: 429, grpc: Str(810331, 11) },
    FromHttpRow { http: 431, grpc: Str(415454, 8) },
    FromHttpRow { http: 502, grpc: Str(810331, 11) },
    FromHttpRow { http: 503, grpc: Str(810331, 11) },
    FromHttpRow { http: 504, grpc: Str(810331, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1504, 2), meaning: Str(809486, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14525, 9), meaning: Str(809505, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(809549, 7), meaning: Str(809556, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(809595, 16), meaning: Str(809611, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(809665, 17), meaning: Str(809682, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(148753, 9), meaning: Str(809731, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(738787, 14), meaning: Str(809807, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(809838, 17), meaning: Str(809855, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(809895, 18), meaning: Str(809913, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(809955, 19), meaning: Str(809974, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(810061, 7), meaning: Str(810068, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(810139, 12), meaning: Str(810151, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(810211, 13), meaning: Str(810224, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(415454, 8), meaning: Str(810261, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(810331, 11), meaning: Str(810342, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(810414, 9), meaning: Str(810423, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(810461, 15), meaning: Str(810476, 37), http: 401 },
];
