//! `/api/v1/…`: the reports as JSON, as the command line prints them.

mod asked;
mod codes;
mod cors;
mod diagnose;
mod openapi;
mod problem;
pub(crate) mod routes;
mod search;
mod start;
mod things;

use std::sync::Arc;

use crate::beside;
use crate::plan::{Answer, Plan};
use crate::represent;
use crate::request::Request;
use crate::site::Site;
use asked::Asked;
use problem::Problem;
use routes::{Method, ROUTES, Route};

/// Whether content of this path is evidence, which may be long.
pub fn takes_evidence(path: &str) -> bool {
    path == "/api/v1/diagnose"
}

/// The answer, if the path is ours.
pub fn answer(_site: &Arc<Site>, request: &Request) -> Option<Answer> {
    let is_ours = ["/api", "/schema"]
        .iter()
        .any(|start| request.path.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')));
    if !is_ours {
        return None;
    }
    Some(beside::answer(request, plan))
}

fn plan(request: &Request) -> Plan {
    let routes: Vec<(&Route, Vec<String>)> =
        ROUTES.iter().filter_map(|route| Some((route, route.values(&request.path)?))).collect();
    if request.method == "OPTIONS" && !routes.is_empty() {
        return cors::options(request, &routes);
    }
    let method = if request.is_read() { "GET" } else { &request.method };
    let problem = match routes.iter().find(|(route, _)| route.method.name() == method) {
        Some((route, values)) => match run(route, values, request) {
            Ok(plan) => return plan,
            Err(problem) => problem,
        },
        None if routes.is_empty() => {
            Problem::new(404, "There is nothing at this path.", "GET /api/v1 lists all paths.")
        }
        None => Problem::method(&routes),
    };
    problem.plan(request)
}

fn run(route: &Route, values: &[String], request: &Request) -> Result<Plan, Problem> {
    let asked = Asked { request, values, parameters: asked::parameters(route, request)? };
    let json = (route.run)(&asked)?;
    let plan = match route.method {
        Method::Get => represent::reply_in_one_form(request, "application/json", json),
        Method::Post => represent::reply_once(request, "application/json", json),
    };
    if plan.status == 406 { Err(Problem::no_coding()) } else { Ok(plan) }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::plan::Content;

    fn send(request: Request) -> (Plan, Value) {
        let Answer::Now(plan) = answer(&Arc::new(Site::new(crate::Config::default())), &request).unwrap() else {
            panic!("a short request is answered at once");
        };
        let json = match &plan.content {
            Content::Whole(bytes) => serde_json::from_slice(bytes).unwrap(),
            _ => Value::Null,
        };
        (plan, json)
    }

    fn get(target: &str) -> (u16, Value) {
        let (plan, json) = send(Request::get(target));
        (plan.status, json)
    }

    fn post(target: &str, media_type: &str, content: &str) -> (Plan, Value) {
        let mut request = Request::get(target).with("Content-Type", media_type);
        request.method = "POST".to_owned();
        request.content = content.to_owned().into();
        send(request)
    }

    #[test]
    fn every_document_is_at_its_path() {
        for (target, kind, member, value) in [
            ("/api/v1/codes", "codes", "/matches/0/code", Value::from(0)),
            ("/api/v1/codes?class=4xx", "codes", "/matches/0/code", 400.into()),
            ("/api/v1/codes/403", "code", "/code", 403.into()),
            ("/api/v1/codes/403.14", "code", "/subcode", "403.14".into()),
            ("/api/v1/codes/299", "code", "/code", 299.into()),
            ("/api/v1/causes", "codes", "/causes/0/id", "access-rule-denied".into()),
            ("/api/v1/causes/upstream-down", "cause", "/id", "upstream-down".into()),
            ("/api/v1/components", "codes", "/components/0/id", "actix".into()),
            ("/api/v1/components/nginx", "component", "/layer", "proxy".into()),
            ("/api/v1/comparisons/401-403", "comparison", "/id", "401-403".into()),
            ("/api/v1/compare/403/401", "comparison", "/id", "401-403".into()),
            ("/api/v1/compare/200/508", "comparison", "/id", Value::Null),
            ("/api/v1/search?q=forbiden", "code", "/code", 403.into()),
            ("/api/v1/search?q=50x", "codes", "/matches/0/code", 500.into()),
            ("/api/v1/search?q=xyzzy", "codes", "/matches", Value::Array(vec![])),
        ] {
            let (status, json) = get(target);
            assert_eq!(
                (status, json["schema"].as_u64(), json["kind"].as_str()),
                (200, Some(1), Some(kind)),
                "{target}"
            );
            assert_eq!(json.pointer(member), Some(&value), "{target}");
        }
        assert!(get("/api/v1").1["links"].as_array().unwrap().len() > 10);
        assert_eq!(get("/api/v1/openapi.json").1["openapi"], "3.1.0");
        assert_eq!(get("/schema/httpwhy.v1.schema.json").0, 200);
    }

    #[test]
    fn words_that_lead_nowhere_name_the_nearest() {
        assert!(!get("/api/v1/search?q=xyzzy").1["nearest"]["matches"].as_array().unwrap().is_empty());
        assert!(get("/api/v1/search?q=403").1.get("nearest").is_none());
    }

    #[test]
    fn what_is_refused_is_a_problem_that_says_what_to_do() {
        for (target, status, says) in [
            ("/api", 404, "GET /api/v1"),
            ("/api/v1/nothing", 404, "GET /api/v1"),
            ("/api/v1/codes/4o3", 404, "/api/v1/codes"),
            ("/api/v1/codes/403.999", 404, "/api/v1/codes"),
            ("/api/v1/causes/upstream-dwn", 404, "upstream-down"),
            ("/api/v1/components/ngnix", 404, "nginx"),
            ("/api/v1/comparisons/0", 404, "/api/v1/comparisons"),
            ("/api/v1/compare/401/998", 404, "/api/v1/codes"),
            ("/api/v1/codes?class=9xx", 400, "client-error"),
            ("/api/v1/codes?clas=4xx", 400, "class"),
            ("/api/v1/codes?class=4xx&class=5xx", 400, "once"),
            ("/api/v1/search", 400, "q"),
            ("/api/v1/search?q=%20", 400, "q"),
        ] {
            let (plan, json) = send(Request::get(target));
            assert_eq!((plan.status, plan.get("Content-Type")), (status, Some("application/problem+json")), "{target}");
            assert_eq!(json["type"], format!("/{status}"), "{target}");
            assert!(json["instance"] == target.split('?').next().unwrap() && json["title"].is_string(), "{json}");
            assert!(json["detail"].as_str().unwrap().contains(says), "{target}: {json}");
        }
    }

    #[test]
    fn evidence_is_diagnosed() {
        let response = "HTTP/1.1 403 Forbidden\r\nServer: nginx\r\n\r\n<hr><center>nginx</center>";
        let (plan, json) =
            post("/api/v1/diagnose?request=GET%20https://a.example/files/&took=1.5s", "text/plain", response);
        assert_eq!((plan.status, json["kind"].as_str(), json["status"].as_u64()), (200, Some("diagnosis"), Some(403)));
        assert_eq!(
            (json["answered_by"]["component"].as_str(), json["request"]["method"].as_str()),
            (Some("nginx"), Some("GET"))
        );
        assert_eq!(plan.get("Cache-Control"), Some("no-store"));
    }

    #[test]
    fn a_har_file_is_as_many_diagnoses_as_entries_failed() {
        let entry = |status| {
            format!(r#"{{"request":{{"method":"GET","url":"https://a.example/"}},"response":{{"status":{status}}}}}"#)
        };
        let har = |entries: &[String]| format!(r#"{{"log":{{"entries":[{}]}}}}"#, entries.join(","));
        let of = |har: String| post("/api/v1/diagnose", "application/json", &har).1;
        assert_eq!(of(har(&[entry(502), entry(200)]))["status"], 502);
        assert_eq!(of(har(&[entry(502), entry(404)]))["answers"].as_array().unwrap().len(), 2);
        assert_eq!(of(har(&["{}".to_owned()]))["status"], 422);
        assert_eq!(of(r#"{"title":"Slow down","status":429}"#.to_owned())["status"], 429);
    }

    #[test]
    fn evidence_that_cannot_be_read_is_a_problem() {
        let status = |media_type, content| post("/api/v1/diagnose", media_type, content).0.status;
        assert_eq!(
            (status("text/plain", ""), status("text/plain", "hello"), status("application/json", "{")),
            (422, 422, 422)
        );
        let (plan, _) = post("/api/v1/diagnose", "image/png", "x");
        assert_eq!((plan.status, plan.get("Accept")), (415, Some("text/plain, application/json")));
        assert_eq!(post("/api/v1/diagnose?took=x", "text/plain", "HTTP/1.1 200 OK\n\n").0.status, 400);
        assert_eq!(post("/api/v1/diagnose?request=x", "text/plain", "HTTP/1.1 200 OK\n\n").0.status, 400);
    }

    #[test]
    fn another_method_is_told_which_there_are() {
        let (plan, json) = post("/api/v1/codes", "text/plain", "");
        assert_eq!((plan.status, plan.get("Allow")), (405, Some("GET, HEAD, OPTIONS")));
        assert!(json["detail"].as_str().unwrap().contains("GET"));
        let (plan, _) = send(Request::get("/api/v1/diagnose"));
        assert_eq!((plan.status, plan.get("Allow")), (405, Some("POST, OPTIONS")));
    }

    #[test]
    fn scripts_of_any_site_may_ask() {
        let mut preflight = Request::get("/api/v1/diagnose")
            .with("Origin", "https://a.example")
            .with("Access-Control-Request-Method", "POST");
        preflight.method = "OPTIONS".to_owned();
        let (plan, _) = send(preflight);
        assert_eq!((plan.status, plan.get("Access-Control-Allow-Methods")), (204, Some("POST, OPTIONS")));
        assert!(plan.get("Access-Control-Max-Age").is_some());
        for target in ["/api/v1/codes", "/api/v1/nothing"] {
            assert_eq!(send(Request::get(target)).0.get("Access-Control-Allow-Origin"), Some("*"), "{target}");
        }
    }

    #[test]
    fn plain_options_names_methods_and_types() {
        let mut options = Request::get("/api/v1/diagnose");
        options.method = "OPTIONS".to_owned();
        let (plan, _) = send(options);
        assert_eq!((plan.status, plan.get("Allow")), (204, Some("POST, OPTIONS")));
        assert_eq!(plan.get("Accept-Post"), Some("text/plain, application/json"));
    }

    #[test]
    fn other_paths_are_of_other_rooms() {
        let site = Arc::new(Site::new(crate::Config::default()));
        assert!(answer(&site, &Request::get("/403")).is_none() && answer(&site, &Request::get("/apiary")).is_none());
    }
}
