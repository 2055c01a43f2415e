//! The store as its clients see it.

use std::sync::Arc;

use crate::endpoints::tests::{answered_by, by, refused, site, text, with_content};
use crate::{Plan, Request, Site};

fn put(target: &str, content: &str) -> Request {
    with_content(by("PUT", target), "text/plain", content)
}

fn status(site: &Arc<Site>, request: Request) -> u16 {
    answered_by(site, request).status
}

fn tag(plan: &Plan) -> String {
    plan.get("etag").unwrap().to_owned()
}

fn locked(site: &Arc<Site>, target: &str) -> String {
    answered_by(site, by("LOCK", target)).get("lock-token").unwrap().to_owned()
}

#[test]
fn a_document_is_made_read_replaced_deleted_and_gone() {
    let site = site();
    assert_eq!(status(&site, Request::get("/store/a")), 404);
    let plan = answered_by(&site, put("/store/a", "one"));
    assert_eq!((plan.status, plan.get("location")), (201, Some("/store/a")));
    assert_eq!(text(&answered_by(&site, Request::get("/store/a"))), "one");
    assert_eq!(status(&site, put("/store/a", "two")), 204);
    assert_eq!(status(&site, by("DELETE", "/store/a")), 204);
    assert_eq!(status(&site, Request::get("/store/a")), 410);
    assert_eq!(status(&site, put("/store/a", "three")), 201);
}

#[test]
fn a_change_of_another_version_fails() {
    let site = site();
    let first = tag(&answered_by(&site, put("/store/a", "one")));
    let second = tag(&answered_by(&site, put("/store/a", "two").with("If-Match", &first)));
    let plan = answered_by(&site, put("/store/a", "three").with("If-Match", &first));
    assert_eq!((plan.status, tag(&plan)), (412, second));
    assert_eq!(status(&site, put("/store/a", "three").with("If-None-Match", "*")), 412);
    assert_eq!(status(&site, put("/store/b", "three").with("If-Match", "*")), 412);
}

#[test]
fn a_strict_store_asks_for_a_condition() {
    let site = site();
    assert_eq!(status(&site, put("/store-strict/a", "one")), 428);
    assert_eq!(status(&site, put("/store-strict/a", "one").with("If-None-Match", "*")), 201);
    assert_eq!(status(&site, put("/store-strict/a", "two").with("If-Match", "*")), 204);
    assert_eq!(status(&site, by("DELETE", "/store-strict/a")), 428);
    assert_eq!(status(&site, Request::get("/store-strict/a")), 200);
}

#[test]
fn a_stale_version_and_a_second_creation_conflict() {
    let site = site();
    assert_eq!(status(&site, put("/store/a?version=7", "one")), 201);
    assert_eq!(status(&site, put("/store/a?version=7", "one")), 409);
    assert_eq!(status(&site, put("/store/a?version=1", "two")), 204);
    assert_eq!(status(&site, with_content(by("POST", "/store/a"), "text/plain", "x")), 409);
    let plan = answered_by(&site, with_content(by("POST", "/store/"), "text/plain", "x"));
    assert!(plan.status == 201 && plan.get("location").unwrap().len() > 20);
}

#[test]
fn content_is_judged_by_length_type_and_shape() {
    let site = site();
    let sent = |media_type, content: &str| status(&site, with_content(by("PUT", "/store/a"), media_type, content));
    assert_eq!(sent("text/plain", &"x".repeat(70_000)), 413);
    assert_eq!(sent("text/html", "x"), 415);
    assert_eq!(sent("application/json", "{"), 400);
    assert_eq!(sent("application/json", "[]"), 422);
    assert_eq!(sent("application/json", "{\"name\": \"Ada\"}"), 201);
}

#[test]
fn what_needs_no_content_is_refused_before_it_comes() {
    let refused = |request: Request| refused(&request).map(|plan| plan.status);
    assert_eq!(refused(by("PUT", "/store/a").with("Content-Length", "70000")), Some(413));
    assert_eq!(refused(by("PUT", "/store/a").with("Content-Type", "text/html").with("Content-Length", "1")), Some(415));
    assert_eq!(refused(by("PUT", "/store/a").with("If-Match", "*").with("Content-Length", "1")), Some(412));
    assert_eq!(refused(by("PUT", "/store-strict/a").with("Content-Length", "1")), Some(428));
    assert_eq!(
        refused(by("PUT", "/store/a").with("Content-Type", "application/json").with("Content-Length", "1")),
        None
    );
}

#[test]
fn a_patch_is_merged() {
    let site = site();
    let patch = |content| with_content(by("PATCH", "/store/a"), "application/merge-patch+json", content);
    assert_eq!(status(&site, patch("{}")), 404);
    answered_by(&site, with_content(by("PUT", "/store/a"), "application/json", "{\"name\": \"Ada\", \"old\": 1}"));
    assert_eq!(status(&site, patch("{\"old\": null, \"new\": 2}")), 204);
    assert_eq!(text(&answered_by(&site, Request::get("/store/a"))), "{\"name\":\"Ada\",\"new\":2}");
    assert_eq!(status(&site, patch("{\"name\": null}")), 422);
    let plan = answered_by(&site, with_content(by("PATCH", "/store/a"), "application/json", "{}"));
    assert_eq!((plan.status, plan.get("accept-patch")), (415, Some("application/merge-patch+json")));
}

#[test]
fn a_full_folder_is_507() {
    let site = site();
    assert_eq!(status(&site, by("MKCOL", "/store/full")), 201);
    let filled: Vec<u16> =
        (0..5).map(|n| status(&site, put(&format!("/store/full/{n}"), &"x".repeat(60_000)))).collect();
    assert_eq!(filled, [201, 201, 201, 201, 507]);
}

#[test]
fn a_collection_is_made_once_and_where_there_is_a_place() {
    let site = site();
    assert_eq!(status(&site, put("/store/a/b", "x")), 409);
    assert_eq!(status(&site, by("MKCOL", "/store/a/")), 201);
    assert_eq!(status(&site, by("MKCOL", "/store/a/")), 405);
    assert_eq!(status(&site, put("/store/a/b", "x")), 201);
    assert_eq!(status(&site, put("/store/a", "x")), 405);
    assert!(text(&answered_by(&site, Request::get("/store/a/"))).contains("/store/a/b"));
}

#[test]
fn properties_are_found_at_depth_zero_and_one_alone() {
    let site = site();
    answered_by(&site, put("/store/a&b", "x"));
    let found = |depth| answered_by(&site, by("PROPFIND", "/store/").with("Depth", depth));
    assert_eq!(text(&found("0")).matches("<D:response>").count(), 1);
    assert_eq!(text(&found("1")).matches("<D:response>").count(), 2);
    assert!(text(&found("1")).contains("/store/a%26b"));
    let plan = found("infinity");
    assert!(plan.status == 403 && text(&plan).contains("propfind-finite-depth"));
}

#[test]
fn a_loop_has_no_end() {
    let site = site();
    let found = |request: Request| answered_by(&site, request);
    assert_eq!(found(by("PROPFIND", "/loop").with("Depth", "1")).status, 207);
    assert_eq!(found(by("PROPFIND", "/loop")).status, 508);
    let plan = found(by("PROPFIND", "/loop").with("DAV", "bind"));
    assert!(plan.status == 207 && text(&plan).contains("208 Already Reported"));
}

#[test]
fn a_lock_keeps_others_from_changing() {
    let site = site();
    answered_by(&site, put("/store/a", "x"));
    let token = locked(&site, "/store/a");
    let plan = answered_by(&site, put("/store/a", "y"));
    assert!(plan.status == 423 && text(&plan).contains("lock-token-submitted"));
    assert_eq!(status(&site, by("LOCK", "/store/a")), 423);
    assert_eq!(status(&site, put("/store/a", "y").with("If", "(<urn:uuid:other>)")), 412);
    assert_eq!(status(&site, put("/store/a", "y").with("If", &format!("({token})"))), 204);
    assert_eq!(status(&site, by("LOCK", "/store/a").with("If", &format!("({token})"))), 200);
    assert_eq!(status(&site, by("UNLOCK", "/store/a").with("Lock-Token", "<urn:uuid:other>")), 409);
    assert_eq!(status(&site, by("UNLOCK", "/store/a").with("Lock-Token", &token)), 204);
    assert_eq!(status(&site, put("/store/a", "z")), 204);
}

#[test]
fn a_lock_of_a_collection_holds_what_is_in_it() {
    let site = site();
    answered_by(&site, by("MKCOL", "/store/a"));
    answered_by(&site, put("/store/a/1", "x"));
    locked(&site, "/store/a");
    assert_eq!(status(&site, put("/store/a/1", "y")), 423);
    assert_eq!(status(&site, put("/store/a/2", "y")), 423);
    assert_eq!(status(&site, put("/store/b", "y")), 201);
}

#[test]
fn what_is_locked_stays_when_its_collection_is_deleted() {
    let site = site();
    answered_by(&site, by("MKCOL", "/store/a"));
    answered_by(&site, put("/store/a/1", "x"));
    answered_by(&site, put("/store/a/2", "x"));
    locked(&site, "/store/a/1");
    let plan = answered_by(&site, by("DELETE", "/store/a"));
    assert!(plan.status == 207 && text(&plan).contains("/store/a/1</D:href><D:status>HTTP/1.1 423 Locked"));
    assert_eq!(status(&site, Request::get("/store/a/1")), 200);
    assert_eq!(status(&site, Request::get("/store/a/2")), 410);
}

#[test]
fn properties_are_set_all_or_none() {
    let site = site();
    answered_by(&site, put("/store/a", "x"));
    let patched = |properties: &str| {
        let content = format!(
            "<u:propertyupdate xmlns:u=\"DAV:\" xmlns:z=\"urn:z\"><u:set><u:prop>{properties}</u:prop></u:set></u:propertyupdate>"
        );
        text(&answered_by(&site, with_content(by("PROPPATCH", "/store/a"), "application/xml", &content)))
    };
    assert!(patched("<z:color>red</z:color><u:getetag>1</u:getetag>").contains("HTTP/1.1 424 Failed Dependency"));
    let found = || text(&answered_by(&site, by("PROPFIND", "/store/a").with("Depth", "0")));
    assert!(!found().contains("red"));
    assert!(patched("<z:color>red &lt;</z:color><plain>1</plain>").contains("HTTP/1.1 200 OK"));
    assert!(
        found().contains("xmlns:P=\"urn:z\">red &lt;</P:color>") && found().contains("<plain xmlns=\"\">1</plain>")
    );
}

#[test]
fn a_propertyupdate_that_cannot_be_read_is_400() {
    let site = site();
    answered_by(&site, put("/store/a", "x"));
    for content in ["", "<a", "<a/>", "<propertyupdate xmlns=\"DAV:\"/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"]
    {
        assert_eq!(status(&site, with_content(by("PROPPATCH", "/store/a"), "text/xml", content)), 400, "{content}");
    }
}

#[test]
fn documents_are_copied_and_moved() {
    let site = site();
    answered_by(&site, put("/store/a", "x"));
    let moved = |method, to: &str| by(method, "/store/a").with("Destination", to);
    assert_eq!(status(&site, moved("COPY", "http://localhost/store/b")), 201);
    assert_eq!(status(&site, moved("COPY", "/store/b").with("Overwrite", "F")), 412);
    assert_eq!(status(&site, moved("COPY", "http://elsewhere/store/b")), 502);
    assert_eq!(status(&site, moved("COPY", "/store/none/b")), 409);
    assert_eq!(status(&site, moved("COPY", "/store/a")), 403);
    assert_eq!(status(&site, moved("MOVE", "/store/b")), 204);
    assert_eq!(status(&site, Request::get("/store/a")), 410);
}
