//! What holds for every page.

use std::collections::{HashSet, VecDeque};
use std::io::Write;

use httpwhy_core::{CODES, Code};

use super::*;
use crate::config::Config;
use crate::plan::Content;
use crate::respond;

fn site() -> Arc<Site> {
    Arc::new(Site::new(Config { public_url: Some("https://why.example".to_owned()), ..Config::default() }))
}

fn ask(request: Request) -> Plan {
    match respond(&site(), &request) {
        Answer::Now(plan) => plan,
        Answer::Later(_) => panic!("a page is known at once"),
    }
}

fn get(path: &str) -> Plan {
    ask(Request::get(path).with("Accept", "text/html"))
}

fn text(plan: &Plan) -> String {
    match &plan.content {
        Content::Whole(bytes) => String::from_utf8(bytes.to_vec()).unwrap(),
        _ => String::new(),
    }
}

/// The values of an attribute, as a browser reads them.
fn values(page: &str, attribute: &str) -> Vec<String> {
    let begin = format!(" {attribute}=\"");
    page.split(&begin)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|value| value.replace("&amp;", "&"))
        .collect()
}

#[test]
fn no_link_is_dead() {
    let mut known: HashSet<String> = HashSet::from(["/".to_owned(), "/nothing-here".to_owned()]);
    let mut queue: VecDeque<String> = known.iter().cloned().collect();
    while let Some(path) = queue.pop_front() {
        let plan = get(&path);
        let is_there = plan.status == 200 || path == "/nothing-here";
        assert!(is_there || plan.get("Location").is_some(), "{path}: {}", plan.status);
        let is_page = plan.get("Content-Type").is_some_and(|kind| kind.starts_with("text/html"));
        let page = if is_page { text(&plan) } else { String::new() };
        let links = ["href", "src", "action"].into_iter().flat_map(|attribute| values(&page, attribute));
        for link in links.chain(plan.get("Location").map(str::to_owned)) {
            let (link, fragment) =
                link.split_once('#').map_or((link.as_str(), None), |(link, part)| (link, Some(part)));
            if let (true, Some(part)) = (link.is_empty(), fragment) {
                assert!(page.contains(&format!("id=\"{part}\"")), "{path} has no #{part}");
            }
            if link.starts_with('/') && known.insert(link.to_owned()) {
                queue.push_back(link.to_owned());
            }
        }
    }
    assert!(known.len() > 500, "{}", known.len());
    for room in Room::all() {
        assert!(known.contains(&room.path()), "no link leads to {}", room.path());
    }
}

#[test]
fn every_page_is_sound() {
    for room in Room::all() {
        let path = room.path();
        let plan = get(&path);
        let page = text(&plan);
        for attribute in ["style", "onclick", "onload"] {
            assert!(values(&page, attribute).is_empty(), "{path}: {attribute}");
        }
        assert!(!page.contains("<style"), "{path}");
        for address in values(&page, "src").into_iter().chain(values(&page, "action")) {
            assert!(address.starts_with('/'), "{path}: {address}");
        }
        let ids = values(&page, "id");
        assert_eq!(ids.len(), ids.iter().collect::<HashSet<_>>().len(), "{path}: an id is not unique: {ids:?}");
        assert_eq!(page.matches("<h1").count(), 1, "{path}");
        assert_eq!(
            values(&page, "href").iter().filter(|href| **href == format!("https://why.example{path}")).count(),
            1,
            "{path}"
        );
        assert_eq!(plan.get("Content-Security-Policy"), Some(POLICY), "{path}");
        assert!(plan.get("X-Content-Type-Options").is_some() && plan.get("Referrer-Policy").is_some(), "{path}");
        assert_eq!(plan.get("Cache-Control"), Some(PAGE), "{path}");
    }
}

#[test]
fn a_code_page_is_small() {
    let weigh = |content: &str| {
        let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packed.write_all(content.as_bytes()).unwrap();
        packed.finish().unwrap().len()
    };
    for code in CODES.iter() {
        let page = text(&get(&format!("/{:03}", code.number)));
        let style = weigh(&assets::style().content);
        assert!(weigh(&page) + style < 30_000, "{}: {} + {style}", code.number, weigh(&page));
    }
}

#[test]
fn the_front_page_has_the_causes_that_were_promised() {
    let page = text(&get("/"));
    let promised = [
        "auth-missing",
        "auth-invalid",
        "ip-blocked",
        "directory-listing-disabled",
        "file-permissions",
        "app-exception",
        "app-crash",
        "server-misconfigured",
        "database-down",
        "out-of-memory",
        "upstream-down",
        "upstream-overloaded",
        "upstream-unreachable",
        "upstream-timeout",
    ];
    for id in promised {
        assert!(page.contains(&format!("href=\"/causes/{id}\"")), "{id}");
    }
}

#[test]
fn a_code_is_answered_in_the_form_asked_for() {
    assert!(text(&get("/403")).starts_with("<!DOCTYPE html>"));
    assert!(text(&ask(Request::get("/403").with("Accept", "*/*"))).starts_with("403 Forbidden"));
    assert!(text(&ask(Request::get("/403").with("Accept", "application/json"))).contains("\"kind\": \"code\""));
}

#[test]
fn old_names_lead_to_the_code_for_good() {
    for (path, location) in [
        ("/forbidden", "/403"),
        ("/payload-too-large", "/413"),
        ("/Unprocessable%20Entity", "/422"),
        ("/about/?x=1", "/about?x=1"),
    ] {
        let plan = get(path);
        assert_eq!((plan.status, plan.get("Location")), (308, Some(location)), "{path}");
    }
}

#[test]
fn a_search_with_one_answer_goes_there() {
    let plan = get("/search?q=payload+too+large");
    assert_eq!((plan.status, plan.get("Location")), (303, Some("/413")));
    let page = text(&get("/search?q=50x"));
    assert!(page.contains("href=\"/502\"") && page.contains("Answers to"));
    assert!(text(&get("/search?q=%3Cscript%3E+xyzzy")).contains("&lt;script&gt;"));
}

#[test]
fn an_unknown_path_is_404_and_helps() {
    let plan = get("/bad-gatewy");
    assert_eq!(plan.status, 404);
    assert!(text(&plan).contains("href=\"/502\""));
    assert_eq!(ask(Request::get("/bad-gatewy")).status, 404);
}

#[test]
fn other_methods_are_told_which_there_are() {
    let mut request = Request::get("/403");
    request.method = "DELETE".to_owned();
    let plan = ask(request.clone());
    assert_eq!((plan.status, plan.get("Allow")), (405, Some("GET, HEAD, OPTIONS")));
    request.method = "OPTIONS".to_owned();
    assert_eq!(ask(request).status, 204);
}

const PASTED: &str = "HTTP/1.1 502 Bad Gateway\r\nServer: nginx\r\nSet-Cookie: sid=opensesame\r\n\r\n<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n\
    <body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\r\n";

fn post(content_type: &str, content: &str, accept: &str) -> Plan {
    let mut request = Request::get("/why").with("Content-Type", content_type).with("Accept", accept);
    request.method = "POST".to_owned();
    request.content = content.to_owned().into();
    ask(request)
}

#[test]
fn a_pasted_response_is_diagnosed_however_it_comes() {
    let encoded: String = form_urlencoded::byte_serialize(PASTED.as_bytes()).collect();
    let multipart = format!(
        "--X\r\nContent-Disposition: form-data; name=\"evidence\"\r\n\r\n{PASTED}\r\n--X\r\nContent-Disposition: form-data; \
         name=\"file\"; filename=\"\"\r\n\r\n\r\n--X\r\nContent-Disposition: form-data; name=\"request\"\r\n\r\nGET \
         https://shop.example/cart?token=opensesame\r\n--X--\r\n"
    );
    for (kind, content) in [
        ("text/plain", PASTED),
        ("application/x-www-form-urlencoded", PASTED),
        ("application/x-www-form-urlencoded", &format!("evidence={encoded}&request=")),
        ("multipart/form-data; boundary=X", &multipart),
    ] {
        let plan = post(kind, content, "text/html");
        let page = text(&plan);
        assert_eq!((plan.status, plan.get("Cache-Control")), (200, Some("no-store")), "{kind}");
        assert!(
            page.contains("href=\"/components/nginx\"") && page.contains("href=\"/causes/upstream-down\""),
            "{kind}: {page}"
        );
        assert!(!page.contains("opensesame"), "{kind}");
        assert!(plan.get("Content-Security-Policy").is_some());
    }
    assert!(text(&post("multipart/form-data; boundary=X", &multipart, "text/html")).contains("shop.example/cart"));
    assert!(text(&post("text/plain", PASTED, "*/*")).starts_with("502 Bad Gateway"));
}

#[test]
fn what_holds_no_response_is_refused_with_help() {
    for content in ["", "   ", "<html>", "hello", "{\"log\":{}}", "HTTP/"] {
        let plan = post("text/plain", content, "text/html");
        assert_eq!(plan.status, 422, "{content:?}");
        assert!(text(&plan).contains("role=\"alert\"") && text(&plan).contains("<textarea"), "{content:?}");
    }
}

#[test]
fn a_host_that_is_no_host_is_not_repeated() {
    let request =
        Request { authority: "evil\"><script>".to_owned(), ..Request::get("/403").with("Accept", "text/html") };
    let Answer::Now(plan) = respond(&Arc::new(Site::new(Config::default())), &request) else { panic!() };
    assert!(!text(&plan).contains("evil") && !text(&plan).contains("canonical"));
}

#[test]
fn what_is_for_machines_is_there() {
    let map = text(&get("/sitemap.xml"));
    assert!(
        map.contains("<loc>https://why.example/causes/upstream-down</loc>")
            && map.contains("<loc>https://why.example/</loc>")
    );
    assert!(text(&get("/robots.txt")).contains("Disallow: /status/"));
    assert!(text(&get("/opensearch.xml")).contains("https://why.example/search?q={searchTerms}"));
    let style = get(&assets::style().path);
    assert_eq!(style.get("Cache-Control"), Some("public, max-age=31536000, immutable"));
    assert_eq!(style.fields.iter().filter(|(name, _)| name == "Cache-Control").count(), 1);
}

#[test]
fn every_number_has_a_page_and_no_path_panics() {
    for number in 100..1000 {
        assert_eq!(get(&format!("/{number}")).status, 200);
        let is_known = Code::get(number).is_some();
        assert_eq!(text(&get(&format!("/{number}"))).contains("noindex"), !is_known);
    }
    for path in [
        "*",
        "//",
        "/%",
        "/%zz",
        "/\u{fffd}",
        "/compare/",
        "/compare/401-",
        "/causes//",
        "/a/b/c",
        "/1",
        "/99999",
        "/.",
        "/..%2f",
    ] {
        assert!([200, 308, 404].contains(&get(path).status), "{path}");
    }
}
