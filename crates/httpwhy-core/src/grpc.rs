//! gRPC status and HTTP status, in both directions. The two tables do not round-trip.

use crate::Citation;
use crate::generated::grpc;
use crate::table::{List, stored, tabled};

/// Both tables.
///
/// ```
/// assert_eq!(httpwhy_core::GRPC.statuses.len(), 17);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Grpc {
    /// The gRPC statuses, by number.
    pub statuses: List<GrpcStatus>,
    /// What a gRPC client makes of an HTTP status when `grpc-status` is missing; any code not listed is `UNKNOWN`.
    pub from_http: List<FromHttp>,
    /// How the two tables relate.
    pub note: &'static str,
    /// Where they are written.
    pub sources: List<Citation>,
}

stored! {
    /// One gRPC status.
    ///
    /// ```
    /// let status = httpwhy_core::GRPC.status("RESOURCE_EXHAUSTED").unwrap();
    /// assert_eq!((status.number, status.http), (8, 429));
    /// ```
    #[derive(Debug)]
    pub struct GrpcStatus stored as GrpcStatusRow {
        /// 0 to 16.
        pub number: u8,
        /// Upper case.
        pub name: &'static str,
        /// What it means.
        pub meaning: &'static str,
        /// The HTTP status a REST gateway sends for it.
        pub http: u16,
    }
}

stored! {
    /// What a client makes of one HTTP status.
    ///
    /// ```
    /// let first = httpwhy_core::GRPC.from_http.first().unwrap();
    /// assert_eq!((first.http, first.grpc), (400, "INTERNAL"));
    /// ```
    #[derive(Debug)]
    pub struct FromHttp stored as FromHttpRow {
        /// The HTTP status.
        pub http: u16,
        /// The name of the gRPC status.
        pub grpc: &'static str,
    }
}

impl Grpc {
    /// The gRPC status with this name, upper or lower case.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::GRPC.status("not_found").unwrap().http, 404);
    /// ```
    pub fn status(&self, name: &str) -> Option<GrpcStatus> {
        self.statuses.iter().find(|status| status.name.eq_ignore_ascii_case(name))
    }

    /// What a gRPC client makes of this HTTP status when the response has no `grpc-status`.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::GRPC.client_reads(404), "UNIMPLEMENTED");
    /// assert_eq!(httpwhy_core::GRPC.client_reads(418), "UNKNOWN");
    /// ```
    pub fn client_reads(&self, http: u16) -> &'static str {
        self.from_http.iter().find(|row| row.http == http).map_or("UNKNOWN", |row| row.grpc)
    }

    /// The gRPC statuses a REST gateway turns into this HTTP status.
    ///
    /// ```
    /// let names: Vec<_> = httpwhy_core::GRPC.sent_for(409).map(|status| status.name).collect();
    /// assert_eq!(names, ["ALREADY_EXISTS", "ABORTED"]);
    /// ```
    pub fn sent_for(&self, http: u16) -> impl Iterator<Item = GrpcStatus> {
        self.statuses.iter().filter(move |status| status.http == http)
    }
}

/// The tables.
///
/// ```
/// assert!(!httpwhy_core::GRPC.note.is_empty());
/// ```
pub static GRPC: Grpc = grpc::GRPC;

tabled!(GrpcStatus in grpc::STATUSES);
tabled!(FromHttp in grpc::FROM_HTTP);
