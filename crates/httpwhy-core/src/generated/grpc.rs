//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2118, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436489, 8) },
    FromHttpRow { http: 401, grpc: Str(1727052, 15) },
    FromHttpRow { http: 403, grpc: Str(1726429, 17) },
    FromHttpRow { http: 404, grpc: Str(1726802, 13) },
    FromHttpRow { http: 429, grpc: Str(1726922, 11) },
    FromHttpRow { http: 431, grpc: Str(436489, 8) },
    FromHttpRow { http: 502, grpc: Str(1726922, 11) },
    FromHttpRow { http: 503, grpc: Str(1726922, 11) },
    FromHttpRow { http: 504, grpc: Str(1726922, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1726077, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1726096, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1726140, 7), meaning: Str(1726147, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1726186, 16), meaning: Str(1726202, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1726256, 17), meaning: Str(1726273, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150671, 9), meaning: Str(1726322, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1655462, 14), meaning: Str(1726398, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1726429, 17), meaning: Str(1726446, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1726486, 18), meaning: Str(1726504, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1726546, 19), meaning: Str(1726565, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1726652, 7), meaning: Str(1726659, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1726730, 12), meaning: Str(1726742, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1726802, 13), meaning: Str(1726815, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436489, 8), meaning: Str(1726852, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1726922, 11), meaning: Str(1726933, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1727005, 9), meaning: Str(1727014, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1727052, 15), meaning: Str(1727067, 37), http: 401 },
];
