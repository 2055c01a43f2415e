//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2118, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(436489, 8) },
    FromHttpRow { http: 401, grpc: Str(1729254, 15) },
    FromHttpRow { http: 403, grpc: Str(1728631, 17) },
    FromHttpRow { http: 404, grpc: Str(1729004, 13) },
    FromHttpRow { http: 429, grpc: Str(1729124, 11) },
    FromHttpRow { http: 431, grpc: Str(436489, 8) },
    FromHttpRow { http: 502, grpc: Str(1729124, 11) },
    FromHttpRow { http: 503, grpc: Str(1729124, 11) },
    FromHttpRow { http: 504, grpc: Str(1729124, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1728279, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1728298, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1728342, 7), meaning: Str(1728349, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1728388, 16), meaning: Str(1728404, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1728458, 17), meaning: Str(1728475, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150671, 9), meaning: Str(1728524, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1657664, 14), meaning: Str(1728600, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1728631, 17), meaning: Str(1728648, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1728688, 18), meaning: Str(1728706, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1728748, 19), meaning: Str(1728767, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1728854, 7), meaning: Str(1728861, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1728932, 12), meaning: Str(1728944, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1729004, 13), meaning: Str(1729017, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(436489, 8), meaning: Str(1729054, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1729124, 11), meaning: Str(1729135, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1729207, 9), meaning: Str(1729216, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1729254, 15), meaning: Str(1729269, 37), http: 401 },
];
