//! What people type leads where they mean.

use httpwhy_core::search::{Answer, Target, ask};

fn one(query: &str) -> String {
    match ask(query) {
        Answer::One(target) => shown(target),
        Answer::Several(targets) => format!("several, first {}", shown(targets[0])),
        Answer::Nothing { .. } => "nothing".to_owned(),
    }
}

fn shown(target: Target) -> String {
    match target {
        Target::Code(code) => code.number.to_string(),
        Target::Number(number) => format!("number {number}"),
        Target::Subcode(subcode) => format!("sub-code {}", subcode.code),
        Target::Cause(cause) => cause.id.to_owned(),
        Target::Comparison(comparison) => comparison.id.to_owned(),
    }
}

#[test]
fn each_query_finds_what_it_means() {
    let expected = [
        ("403", "403"),
        ("000", "0"),
        ("0", "0"),
        ("799", "number 799"),
        ("404.13", "sub-code 404.13"),
        ("1015", "sub-code 1015"),
        ("403.99", "403"),
        ("forbiden", "403"),
        ("to many requests", "429"),
        ("too many reqests", "429"),
        ("bad gatway", "502"),
        ("rate limit", "429"),
        ("teapot", "418"),
        ("I'm a teapot", "418"),
        ("im a teapot", "418"),
        ("Moved Temporarily", "302"),
        ("Request Entity Too Large", "413"),
        ("Content Too Large", "413"),
        ("not found", "404"),
        ("HttpStatus.NOT_FOUND", "404"),
        ("NGX_HTTP_CLOSE", "444"),
        ("http.StatusTeapot", "418"),
        (":unprocessable_entity", "422"),
        ("StatusCode::PAYLOAD_TOO_LARGE", "413"),
        ("RESOURCE_EXHAUSTED", "429"),
        ("grpc unavailable", "503"),
        ("codes.NotFound", "404"),
        ("HTTP/1.1 403 Forbidden", "403"),
        ("error 1015", "sub-code 1015"),
        ("why 502", "502"),
        ("upstream-down", "upstream-down"),
        ("401-403", "401-403"),
        ("out of memory", "out-of-memory"),
        ("notfound", "404"),
        ("badgateway", "502"),
        ("methodnotallowed", "405"),
        ("un-authorized", "401"),
        ("nto found", "404"),
        ("Se Other", "303"),
        ("Tempory Redirect", "307"),
        ("forbidn", "403"),
        ("http404", "404"),
        ("nginx 499", "499"),
        ("401 or 403", "401-403"),
        ("301 vs 308", "301-308"),
        ("400 or 422", "400-422"),
        ("soft 404", "soft-404"),
        ("redirect loop", "redirect-loop"),
        ("ERR_TOO_MANY_REDIRECTS", "redirect-loop"),
        ("HttpServletResponse.SC_NOT_FOUND", "404"),
        ("http.HTTPStatus.NOT_FOUND", "404"),
        ("axum::http::StatusCode::NOT_FOUND", "404"),
        ("System.Net.HttpStatusCode.NotFound", "404"),
        ("HttpStatusCode.NotFound,", "404"),
        ("ngx_http_request_entity_too_large", "413"),
        ("grpc 14", "503"),
        ("rpc error: code = Unavailable", "503"),
        ("ECONNREFUSED", "several, first connection-refused"),
        ("not authorized", "several, first 401"),
        ("conflict", "409"),
        ("gone", "410"),
        ("xyzzy plugh", "nothing"),
        ("", "nothing"),
        ("99999", "nothing"),
    ];
    let wrong: Vec<String> = expected
        .iter()
        .filter(|(query, want)| one(query) != *want)
        .map(|(query, want)| format!("“{query}” is {}, not {want}", one(query)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_pattern_is_every_code_it_fits() {
    let Answer::Several(found) = ask("50x") else { panic!() };
    assert!(found.iter().all(|target| matches!(target, Target::Code(code) if code.number / 10 == 50)));
    let Answer::Several(found) = ask("4xx") else { panic!() };
    assert!(found.len() > 28);
}

#[test]
fn nothing_found_names_the_three_nearest() {
    for query in ["xyzzy", "", "99999", "é", "\u{0}", &"long ".repeat(1000)] {
        if let Answer::Nothing { nearest } = ask(query) {
            assert_eq!(nearest.len(), 3, "{query}");
        }
    }
    let Answer::Nothing { nearest } = ask("teapott xyzzy") else { panic!() };
    assert!(matches!(nearest[0], Target::Code(code) if code.number == 418));
}
