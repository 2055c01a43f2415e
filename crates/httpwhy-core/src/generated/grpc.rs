//! gRPC and HTTP statuses.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use crate::Grpc;
use crate::grpc::{FromHttpRow, GrpcStatusRow};
use crate::table::{List, Str};

pub(crate) const GRPC: Grpc = Grpc { statuses: List::new(0, 17), from_http: List::new(0, 9), note: "The two tables do not round-trip: a gateway turns NOT_FOUND into 404, and a gRPC client that meets a bare 404 reads UNIMPLEMENTED. The second table is for clients only, when a response has no `grpc-status`; a server must not use it. Every status that is not in it reads as UNKNOWN, 200 included.", sources: List::new(2122, 3) };

pub(crate) static FROM_HTTP: [FromHttpRow; 9] = [
    FromHttpRow { http: 400, grpc: Str(437980, 8) },
    FromHttpRow { http: 401, grpc: Str(1731978, 15) },
    FromHttpRow { http: 403, grpc: Str(1731355, 17) },
    FromHttpRow { http: 404, grpc: Str(1731728, 13) },
    FromHttpRow { http: 429, grpc: Str(1731848, 11) },
    FromHttpRow { http: 431, grpc: Str(437980, 8) },
    FromHttpRow { http: 502, grpc: Str(1731848, 11) },
    FromHttpRow { http: 503, grpc: Str(1731848, 11) },
    FromHttpRow { http: 504, grpc: Str(1731848, 11) },
];

pub(crate) static STATUSES: [GrpcStatusRow; 17] = [
    GrpcStatusRow { number: 0, name: Str(1281, 2), meaning: Str(1731003, 19), http: 200 },
    GrpcStatusRow { number: 1, name: Str(14401, 9), meaning: Str(1731022, 44), http: 499 },
    GrpcStatusRow { number: 2, name: Str(1731066, 7), meaning: Str(1731073, 39), http: 500 },
    GrpcStatusRow { number: 3, name: Str(1731112, 16), meaning: Str(1731128, 54), http: 400 },
    GrpcStatusRow { number: 4, name: Str(1731182, 17), meaning: Str(1731199, 49), http: 504 },
    GrpcStatusRow { number: 5, name: Str(150802, 9), meaning: Str(1731248, 76), http: 404 },
    GrpcStatusRow { number: 6, name: Str(1660388, 14), meaning: Str(1731324, 31), http: 409 },
    GrpcStatusRow { number: 7, name: Str(1731355, 17), meaning: Str(1731372, 40), http: 403 },
    GrpcStatusRow { number: 8, name: Str(1731412, 18), meaning: Str(1731430, 42), http: 429 },
    GrpcStatusRow { number: 9, name: Str(1731472, 19), meaning: Str(1731491, 87), http: 400 },
    GrpcStatusRow { number: 10, name: Str(1731578, 7), meaning: Str(1731585, 71), http: 409 },
    GrpcStatusRow { number: 11, name: Str(1731656, 12), meaning: Str(1731668, 60), http: 400 },
    GrpcStatusRow { number: 12, name: Str(1731728, 13), meaning: Str(1731741, 37), http: 501 },
    GrpcStatusRow { number: 13, name: Str(437980, 8), meaning: Str(1731778, 70), http: 500 },
    GrpcStatusRow { number: 14, name: Str(1731848, 11), meaning: Str(1731859, 72), http: 503 },
    GrpcStatusRow { number: 15, name: Str(1731931, 9), meaning: Str(1731940, 38), http: 500 },
    GrpcStatusRow { number: 16, name: Str(1731978, 15), meaning: Str(1731993, 37), http: 401 },
];
