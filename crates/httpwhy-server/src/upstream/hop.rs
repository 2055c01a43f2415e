//! Fields that are for one connection only and end at the gateway (RFC 9110, 7.6.1).

/// Those that need not be named in `Connection`.
const ALWAYS: [&str; 8] =
    ["connection", "http2-settings", "keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade"];

/// Those that `Connection` cannot take away: who has been on the way must reach the end of it. RFC 8586, 3, says so of
/// `CDN-Loop`.
const NEVER: [&str; 6] = ["cdn-loop", "forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];

/// The fields that end here.
pub struct Hop {
    named: Vec<String>,
}

impl Hop {
    /// By the lines of `Connection`.
    pub fn new<'a>(lines: impl Iterator<Item = &'a str>) -> Hop {
        let named = lines.flat_map(|line| line.split(',')).map(|name| name.trim().to_ascii_lowercase());
        Hop { named: named.filter(|name| !NEVER.contains(&name.as_str())).collect() }
    }

    /// Whether a field (in lower case) ends here.
    pub fn ends(&self, name: &str) -> bool {
        ALWAYS.contains(&name) || self.named.iter().any(|named| named == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_connection_names_ends_here() {
        let hop = Hop::new(["close, X-Mine", "x-other"].into_iter());
        assert!(hop.ends("x-mine") && hop.ends("x-other") && hop.ends("te") && !hop.ends("accept"));
    }

    #[test]
    fn the_traces_of_the_way_stay() {
        let hop = Hop::new(["cdn-loop, Via"].into_iter());
        assert!(!hop.ends("cdn-loop") && !hop.ends("via"));
    }
}
