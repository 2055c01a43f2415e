//! The URLs that users of other test servers know, and what they get here. The documentation prints this table, and a
//! test asks each row.

/// One form of a peer. The last three members are for the test.
#[derive(Debug, Clone, Copy)]
#[cfg_attr(not(test), allow(dead_code))]
pub(crate) struct Peer {
    /// Whose users know it.
    pub by: &'static str,
    /// The target of the request.
    pub target: &'static str,
    /// A field of the request that belongs to the form.
    pub field: Option<(&'static str, &'static str)>,
    /// What happens, in words.
    pub gives: &'static str,
    /// The statuses it may have.
    pub status: &'static [u16],
    /// A field of the response, with its value.
    pub carries: Option<(&'static str, &'static str)>,
    /// The pause before the response, in milliseconds.
    pub waits: u64,
}

const BASE: Peer = Peer { by: "", target: "", field: None, gives: "", status: &[200], carries: None, waits: 0 };

/// In the order of the documentation.
pub(crate) const PEERS: &[Peer] = &[
    Peer { by: "httpstat.us", target: "/status/503", gives: "the status", status: &[503], ..BASE },
    Peer { by: "httpstat.us", target: "/503/api/users", gives: "the status, for a base URL", status: &[503], ..BASE },
    Peer { by: "httpstat.us", target: "/status/200?sleep=50", gives: "a pause in milliseconds", waits: 50, ..BASE },
    Peer { by: "httpstat.us", target: "/200?sleep=50", gives: "a pause in milliseconds", waits: 50, ..BASE },
    Peer {
        by: "httpstat.us",
        target: "/status/200",
        field: Some(("X-HttpStatus-Sleep", "50")),
        gives: "a pause in milliseconds",
        waits: 50,
        ..BASE
    },
    Peer {
        by: "httpstat.us",
        target: "/status/429",
        field: Some(("X-HttpStatus-Response-Retry-After", "3")),
        gives: "a field of the response",
        status: &[429],
        carries: Some(("Retry-After", "3")),
        ..BASE
    },
    Peer {
        by: "httpstat.us",
        target: "/status/404",
        field: Some(("X-HttpStatus-SuppressBody", "true")),
        gives: "no content",
        status: &[404],
        ..BASE
    },
    Peer {
        by: "httpstat.us",
        target: "/random/200,201,500-504",
        gives: "one of them by chance",
        status: &[200, 201, 500, 501, 502, 503, 504],
        ..BASE
    },
    Peer { by: "httpbin", target: "/status/200,500", gives: "one of them by chance", status: &[200, 500], ..BASE },
    Peer { by: "httpbin", target: "/status/200:9,500:1", gives: "one by weight", status: &[200, 500], ..BASE },
    Peer {
        by: "httpbin",
        target: "/status/200%3A0.9%2C500%3A0.1",
        gives: "one by weight",
        status: &[200, 500],
        ..BASE
    },
    Peer { by: "httpbin", target: "/delay/1", gives: "a pause in seconds", waits: 1000, ..BASE },
    Peer {
        by: "httpbin",
        target: "/redirect/3",
        gives: "so many redirects",
        status: &[302],
        carries: Some(("Location", "/redirect/2")),
        ..BASE
    },
    Peer {
        by: "httpbin",
        target: "/relative-redirect/3",
        gives: "so many redirects to paths",
        status: &[302],
        carries: Some(("Location", "/relative-redirect/2")),
        ..BASE
    },
    Peer {
        by: "httpbin",
        target: "/absolute-redirect/3",
        gives: "so many redirects to whole addresses",
        status: &[302],
        carries: Some(("Location", "http://localhost/absolute-redirect/2")),
        ..BASE
    },
    Peer {
        by: "httpbin",
        target: "/redirect-to?url=%2Fstatus%2F200&status_code=307",
        gives: "a redirect to a path of this server",
        status: &[307],
        carries: Some(("Location", "/status/200")),
        ..BASE
    },
    Peer { by: "go-httpbin", target: "/status/200:0.9,429:0.1", gives: "one by weight", status: &[200, 429], ..BASE },
    Peer { by: "go-httpbin", target: "/delay/0.05", gives: "a pause in seconds", waits: 50, ..BASE },
    Peer {
        by: "Prism",
        target: "/status/",
        field: Some(("Prefer", "code=404")),
        gives: "the status that is preferred",
        status: &[404],
        carries: Some(("Preference-Applied", "code=404")),
        ..BASE
    },
];

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use super::*;
    use crate::plan::{Answer, Before, Content};
    use crate::{Config, Request, Site, status};

    #[test]
    fn users_of_other_test_servers_get_what_they_know() {
        let site = Arc::new(Site::new(Config::default()));
        for peer in PEERS {
            let request = Request::get(peer.target);
            let request = peer.field.iter().fold(request, |request, (name, value)| request.with(name, value));
            let Some(Answer::Now(plan)) = status::answer(&site, &request) else { panic!("{peer:?}") };
            assert!(peer.status.contains(&plan.status), "{peer:?}: {plan:?}");
            if let Some((name, value)) = peer.carries {
                assert_eq!(plan.get(name), Some(value), "{peer:?}");
            }
            let waits = plan.before.iter().map(|before| match before {
                Before::Wait(wait) => *wait,
                Before::Interim(..) => Duration::ZERO,
            });
            assert_eq!(waits.sum::<Duration>(), Duration::from_millis(peer.waits), "{peer:?}");
            let is_empty = matches!(plan.content, Content::Empty);
            assert_eq!(is_empty, peer.gives == "no content", "{peer:?}");
        }
    }
}
