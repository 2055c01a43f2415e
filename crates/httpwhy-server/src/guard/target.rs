//! Which URLs may be asked at all, by how they are written: strictly, because two readers of one URL must not differ.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use http::Uri;

use super::refused::Refused;

/// A URL that may be asked if its host has public addresses only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The URL, without a fragment.
    pub url: Uri,
    /// The host in lower case, without the brackets of an IPv6 address.
    pub host: String,
    /// The port.
    pub port: u16,
}

/// The longest URL.
const MOST_URL: usize = 2000;
/// The ports of every site.
pub const PORTS: [u16; 2] = [80, 443];

/// Names for private use, and those that never leave a machine or a network.
const PRIVATE: [&str; 14] = [
    "alt",
    "arpa",
    "corp",
    "example",
    "home",
    "internal",
    "intranet",
    "invalid",
    "lan",
    "local",
    "localdomain",
    "localhost",
    "onion",
    "test",
];

/// Reads a URL of this kind: http or https, on port 80 or 443, with a public name or address as its host.
///
/// ```
/// use httpwhy_server::guard::check_url;
///
/// assert_eq!(check_url("https://Example.com/x#y").unwrap().host, "example.com");
/// for url in ["https://localhost/", "http://2130706433/", "http://127.1/", "ftp://example.com/"] {
///     assert!(check_url(url).is_err());
/// }
/// ```
pub fn check_url(url: &str) -> Result<Target, Refused> {
    read(url).filter(|target| PORTS.contains(&target.port)).ok_or(Refused::Forbidden)
}

/// A URL of this kind on any port.
pub fn read(url: &str) -> Option<Target> {
    let url = url.trim().split('#').next()?;
    let is_written_well = url.bytes().all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte));
    if url.len() > MOST_URL || !is_written_well {
        return None;
    }
    let uri: Uri = url.parse().ok()?;
    let default = match uri.scheme_str()? {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    let (host, port) = apart(uri.authority()?.as_str(), default)?;
    let host = host.to_ascii_lowercase();
    let is_host = address(&host).is_some() || is_public_name(&host);
    let host = host.trim_matches(['[', ']']).to_owned();
    is_host.then_some(Target { url: uri, host, port })
}

/// Host and port; a user, an empty port or one with zeros before it is no authority here.
fn apart(authority: &str, default: u16) -> Option<(&str, u16)> {
    let end = authority.find(']').map_or(0, |end| end + 1);
    let (host, port) = match authority[end..].find(':') {
        Some(colon) => (&authority[..end + colon], &authority[end + colon + 1..]),
        None => return (!authority.contains('@')).then_some((authority, default)),
    };
    let number: u16 = port.parse().ok()?;
    (number.to_string() == port && !authority.contains('@')).then_some((host, number))
}

/// The address that a host is, if it is written the one usual way; there are no zones, octal or hexadecimal numbers.
pub fn address(host: &str) -> Option<IpAddr> {
    match host.strip_prefix('[').and_then(|host| host.strip_suffix(']')) {
        Some(v6) => v6.parse::<Ipv6Addr>().ok().map(IpAddr::V6),
        None => host.parse::<Ipv4Addr>().ok().map(IpAddr::V4),
    }
}

/// Two labels or more, and the last one begins with a letter: `127.1` and `0x7f.1` are addresses to some.
fn is_public_name(host: &str) -> bool {
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| {
        let is_made_of = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        (1..=63).contains(&label.len()) && is_made_of && !label.starts_with('-') && !label.ends_with('-')
    };
    let last = labels.last().copied().unwrap_or_default();
    let is_named = last.starts_with(|c: char| c.is_ascii_lowercase());
    labels.len() >= 2 && host.len() <= 253 && labels.iter().all(is_label) && is_named && !PRIVATE.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_would_ask_is_read() {
        let target = check_url(" HTTPS://WWW.Example.com:443/a/../b?c=%2e#d ").unwrap();
        assert_eq!((target.host.as_str(), target.port), ("www.example.com", 443));
        assert_eq!(target.url.path(), "/a/../b");
        assert_eq!(check_url("http://[2606:4700::1111]/").unwrap().host, "2606:4700::1111");
        assert_eq!(check_url("http://xn--bcher-kva.example.com").unwrap().port, 80);
    }

    #[test]
    fn odd_addresses_are_no_hosts() {
        for host in [
            "2130706433",
            "0x7f000001",
            "017700000001",
            "127.1",
            "127.0.1",
            "0x7f.0.0.1",
            "0177.0.0.1",
            "127.0.0.1.",
            "127.0.0.01",
            "1.2.3.4.5",
            "1.2.3.0x4",
            "a.0x7f",
            "a.1",
            "[::1%25lo]",
            "[::1%lo]",
            "[::1",
            "::1",
            "[1.2.3.4]",
            "%31%32%37.0.0.1",
            "①②⑦.0.0.1",
            "[v1.x]",
        ] {
            assert!(read(&format!("http://{host}/")).is_none(), "{host}");
        }
    }

    #[test]
    fn private_names_are_refused() {
        for host in [
            "localhost",
            "a.localhost",
            "localhost.",
            "intranet",
            "printer.local",
            "metadata.google.internal",
            "x.onion",
            "a.home.arpa",
            "1.0.0.127.in-addr.arpa",
            "a..com",
            ".com",
            "com.",
            "-a.com",
            "a-.com",
            "a.b-",
            "a b.com",
            "",
        ] {
            assert!(read(&format!("http://{host}/")).is_none(), "{host}");
        }
    }

    #[test]
    fn anything_but_a_plain_url_is_refused() {
        for url in [
            "",
            "example.com",
            "//example.com/",
            "ftp://example.com/",
            "file:///etc/passwd",
            "http:example.com",
            "http://user@example.com/",
            "http://user:p@example.com/",
            "http://example.com:80@evil.example.com/",
            "http://example.com:/",
            "http://example.com:080/",
            "http://example.com:80:80/",
            "http://example.com:99999/",
            "http://example.com\\@evil.com/",
            "http://example.com/\r\nX: y",
            "http://example.com/ü",
            "gopher://example.com",
            "http://@example.com/",
            "http://[::1]x/",
            "http://[::1]80/",
            "http:///",
            "https://",
        ] {
            assert!(read(url).is_none(), "{url}");
        }
        assert!(check_url("http://example.com:22/").is_err() && check_url("http://example.com:8080/").is_err());
        assert!(check_url(&format!("http://example.com/{}", "a".repeat(2000))).is_err());
    }
}
