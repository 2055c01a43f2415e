//! What the target of a request tells, and who asks for it.

use alloc::format;

use super::super::Place;
use super::super::sign::Found;
use crate::Exchange;

/// The path does not end with a slash: servers redirect a directory to its name with one before they look for an index.
pub fn is_no_directory(exchange: &Exchange) -> Option<Found> {
    let path = path(exchange)?;
    (!path.ends_with('/')).then(|| Found::new(Place::Request, format!("{path} has no slash at its end")))
}

/// A part of the path begins with a dot: servers keep such files to themselves. `/.well-known/` is for everybody.
pub fn is_hidden(exchange: &Exchange) -> Option<Found> {
    let path = path(exchange)?;
    let is_hidden = |part: &str| part.len() > 1 && part.starts_with('.') && part != ".." && part != ".well-known";
    path.split('/').any(is_hidden).then(|| Found::new(Place::Request, path))
}

/// The URL begins with http:, not https:.
pub fn is_plain_http(exchange: &Exchange) -> Option<Found> {
    let target = &exchange.request.as_ref()?.target;
    target.starts_with("http://").then(|| Found::new(Place::Request, target.as_str()))
}

/// The page that refers to the target is on another host.
pub fn is_referred_from_elsewhere(exchange: &Exchange) -> Option<Found> {
    let fields = exchange.request.as_ref()?.fields.as_ref()?;
    let (referer, own) = (fields.get("referer")?, fields.get("host")?);
    let host = referer.split_once("://")?.1.split(['/', '?', '#']).next()?;
    (!host.eq_ignore_ascii_case(own)).then(|| Found::new(Place::Request, format!("Referer: {referer}")))
}

/// The User-Agent is the name that a library gives itself: filters know them. curl's is not among them, because it is what
/// people look with.
pub fn is_asked_by_a_library(exchange: &Exchange) -> Option<Found> {
    const LIBRARIES: [&str; 10] = [
        "python-requests/",
        "Python-urllib/",
        "python-httpx/",
        "Go-http-client/",
        "Java/",
        "okhttp/",
        "libwww-perl/",
        "axios/",
        "node-fetch/",
        "Scrapy/",
    ];
    let agent = exchange.request.as_ref()?.fields.as_ref()?.get("user-agent")?;
    let is_one = LIBRARIES.iter().any(|name| agent.starts_with(name));
    is_one.then(|| Found::new(Place::Request, format!("User-Agent: {agent}")))
}

fn path(exchange: &Exchange) -> Option<&str> {
    let target = exchange.request.as_ref()?.target.as_str();
    let path = match target.split_once("://") {
        Some((_, rest)) => rest.find('/').map_or("/", |slash| &rest[slash..]),
        None => target,
    };
    path.starts_with('/').then(|| path.split(['?', '#']).next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;

    fn asks(target: &str) -> Exchange {
        let request = Request { method: "GET".into(), target: target.into(), fields: None };
        Exchange { request: Some(request), ..Exchange::default() }
    }

    #[test]
    fn a_path_tells_what_it_is() {
        assert!(is_no_directory(&asks("http://a.example/x?y/")).is_some());
        assert!(is_no_directory(&asks("http://a.example")).is_none());
        assert!(is_hidden(&asks("/.git/config")).is_some() && is_hidden(&asks("/a/.htpasswd")).is_some());
        assert!(is_hidden(&asks("/.well-known/acme-challenge/x")).is_none() && is_hidden(&asks("/a.b")).is_none());
        assert!(is_plain_http(&asks("/x")).is_none());
    }
}
