//! Which request a log entry is about, in whichever of the usual forms it says so.

/// A request as a log has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked<'a> {
    /// Not every line has it.
    pub method: Option<&'a str>,
    /// A path with or without its query, or a whole URL.
    pub target: &'a str,
    /// The status, if it stands where it is expected.
    pub status: Option<u16>,
}

/// The request that an entry names.
pub fn find(entry: &str) -> Option<Asked<'_>> {
    if entry.starts_with('{') {
        return member(entry);
    }
    let first = entry.lines().next().unwrap_or_default();
    quoted(first).or_else(|| unquoted(first)).or_else(|| path_only(first)).or_else(|| transaction(entry))
}

/// `"GET /x HTTP/1.1" 500`, `request: "GET /x HTTP/1.1"`.
fn quoted(line: &str) -> Option<Asked<'_>> {
    for (quote, _) in line.match_indices('"') {
        let rest = &line[quote + 1..];
        let Some((method, target, after)) = method_and_target(rest) else { continue };
        let closing = after.find('"').map_or("", |end| &after[end + 1..]);
        let status = number(closing).or_else(|| status_of_proxy(&line[..quote]));
        return Some(Asked { method: Some(method), target, status });
    }
    None
}

/// `TCP_MISS/503 4123 GET http://…`, `GET /x 500 12 ms`, `Started GET "/x"`.
fn unquoted(line: &str) -> Option<Asked<'_>> {
    let mut before = "";
    let mut places = line.match_indices(' ').map(|(place, _)| place + 1);
    let mut begin = 0;
    loop {
        if let Some((method, target, after)) = method_and_target(&line[begin..]) {
            let cached =
                before.split(' ').rev().find_map(|word| word.rsplit_once('/').and_then(|(_, end)| status(end)));
            return Some(Asked { method: Some(method), target, status: number(after).or(cached) });
        }
        begin = places.next()?;
        before = &line[..begin];
    }
}

/// Words in upper case before a path are many; these are methods.
const METHODS: [&str; 26] = [
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "QUERY",
    "PROPFIND",
    "PROPPATCH",
    "MKCOL",
    "COPY",
    "MOVE",
    "LOCK",
    "UNLOCK",
    "REPORT",
    "SEARCH",
    "ACL",
    "MKCALENDAR",
    "BIND",
    "UNBIND",
    "LINK",
    "UNLINK",
    "PURGE",
];

/// A method, a space, and a path or URL, perhaps in quotes.
fn method_and_target(text: &str) -> Option<(&str, &str, &str)> {
    let (method, rest) = text.split_once(' ')?;
    let rest = rest.strip_prefix('"').unwrap_or(rest);
    let starts = ["/", "http://", "https://", "* "];
    if !METHODS.contains(&method) || !starts.iter().any(|start| rest.starts_with(start)) {
        return None;
    }
    let end = rest.find([' ', '"']).unwrap_or(rest.len());
    Some((method, &rest[..end], &rest[end..]))
}

/// `Exception on /x [GET]`, `Error handling request /x`, `Internal Server Error: /x`, `Forbidden (CSRF cookie not set.): /x`.
fn path_only(line: &str) -> Option<Asked<'_>> {
    if let Some((_, rest)) = line.split_once("Exception on /") {
        let (path, rest) = rest.split_once(" [")?;
        let target = &line[line.len() - rest.len() - path.len() - 3..line.len() - rest.len() - 2];
        return Some(Asked { method: rest.strip_suffix(']'), target, status: None });
    }
    if let Some((_, target)) = line.trim_end().split_once("Error handling request ") {
        return target.starts_with('/').then_some(Asked { method: None, target, status: None });
    }
    let (_, path) = line.trim_end().rsplit_once(": ")?;
    (path.starts_with('/') && !path.contains(' ') && line.contains("django")).then_some(Asked {
        method: None,
        target: path,
        status: None,
    })
}

/// The members of a JSON line.
fn member(entry: &str) -> Option<Asked<'_>> {
    let text = |names: &[&str]| {
        names.iter().find_map(|name| {
            let value = entry.split_once(name)?.1.trim_start().strip_prefix('"')?;
            Some(&value[..value.find('"')?])
        })
    };
    let target = text(&["\"uri\":", "\"RequestPath\":", "\"request_uri\":", "\"path\":", "\"url\":", "\"target\":"])?;
    let method = text(&["\"method\":", "\"RequestMethod\":", "\"request_method\":"]);
    let status = ["\"status\":", "\"DownstreamStatus\":", "\"statusCode\":", "\"response_code\":"];
    let status = status.iter().find_map(|name| number(entry.split_once(name)?.1.trim_start_matches([' ', '"'])));
    (method.is_some() || status.is_some()).then_some(Asked { method, target, status })
}

/// The lines of one transaction: `ReqMethod GET`, `BereqURL /x`.
fn transaction(entry: &str) -> Option<Asked<'_>> {
    let value = |names: [&str; 2]| {
        let mut lines = entry.lines().map(|line| line.trim_start_matches(['-', ' ']));
        lines.find_map(|line| names.iter().find_map(|name| line.strip_prefix(name)).map(str::trim))
    };
    let target = value(["ReqURL ", "BereqURL "])?;
    Some(Asked {
        method: value(["ReqMethod ", "BereqMethod "]),
        target,
        status: value(["RespStatus ", "Status "]).and_then(status),
    })
}

/// The status of a proxy's line, which stands behind its five times: `0/0/3001/-1/3001 503`.
fn status_of_proxy(before: &str) -> Option<u16> {
    let mut words = before.split(' ');
    let is_times = |word: &str| {
        word.split('/').count() >= 4 && word.bytes().all(|byte| byte.is_ascii_digit() || b"/-+".contains(&byte))
    };
    words.find(|word| is_times(word))?;
    words.next().and_then(status)
}

fn number(text: &str) -> Option<u16> {
    let text = text.trim_start();
    status(&text[..text.bytes().take_while(u8::is_ascii_digit).count()])
}

fn status(text: &str) -> Option<u16> {
    (text.len() == 3).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_found_in_every_form() {
        let lines = [
            ("1.2.3.4 - - [x] \"GET /a?b=c HTTP/1.1\" 502 8 \"-\" \"curl\"", Some("GET"), "/a?b=c", Some(502)),
            (
                "2026/11/22 [error] *3 open() \"/srv/x\" failed, request: \"GET /a HTTP/1.1\", host: \"b\"",
                Some("GET"),
                "/a",
                None,
            ),
            (
                "127.0.0.1:6 [x] web app/<NOSRV> 0/-1/-1/-1/0 401 250 - - LR-- 2/2/0/0/0 0/0 \"GET /a HTTP/1.1\"",
                Some("GET"),
                "/a",
                Some(401),
            ),
            (
                "1795347405.000 3 127.0.0.1 TCP_MISS/503 4123 GET http://b.example/a - HIER_NONE/- x",
                Some("GET"),
                "http://b.example/a",
                Some(503),
            ),
            ("POST /a 500 12.1 ms - 3", Some("POST"), "/a", Some(500)),
            ("Started GET \"/a\" for 127.0.0.1", Some("GET"), "/a", None),
            ("[x] ERROR in app: Exception on /a [GET]", Some("GET"), "/a", None),
            ("[x] [5169] [ERROR] Error handling request /a", None, "/a", None),
            ("[x] WARNING django.security.csrf: Forbidden (CSRF cookie not set.): /a/", None, "/a/", None),
            ("{\"ts\":1,\"request\":{\"method\":\"GET\",\"uri\":\"/a\"},\"status\":503}", Some("GET"), "/a", Some(503)),
            (
                "*   << Request  >> 3\n-   ReqMethod      GET\n-   ReqURL         /a\n-   RespStatus     503",
                Some("GET"),
                "/a",
                Some(503),
            ),
            ("INFO:     127.0.0.1:5 - \"GET /a HTTP/1.1\" 500 Internal Server Error", Some("GET"), "/a", Some(500)),
        ];
        for (line, method, target, status) in lines {
            assert_eq!(find(line), Some(Asked { method, target, status }), "{line}");
        }
    }

    #[test]
    fn what_names_no_request_is_none() {
        for line in [
            "",
            "MemoryError",
            "[x] AH01144: No protocol handler was valid for the URL /index.php (x)",
            "kernel: Out of memory: Killed process 12 (gunicorn)",
            "{\"msg\":\"x\"}",
            "a \"b\" c",
        ] {
            assert_eq!(find(line), None, "{line}");
        }
    }
}
