//! Every endpoint: its path, its methods, what it shows, and who answers. Routes, Allow, pages and OpenAPI are made of this.

use super::ask::{Answered, Ask, Checked};
use super::method::Methods;
use super::{
    bytes, cached, captive, coded, content, cookies, credentials, drip, early, echo, jobs, limit, negotiated, resource,
    response_fields, samples, simple, socket, store,
};

/// An endpoint.
pub(crate) struct Endpoint {
    /// `{name}` stands for a segment, `{name…}` for all that follows.
    pub path: &'static str,
    pub methods: Methods,
    /// One sentence.
    pub shows: &'static str,
    /// What it can answer with, beside 405 and 501 for methods it does not have.
    pub codes: &'static [u16],
    /// A line for a shell; `{origin}` stands for where this server is.
    pub curl: &'static str,
    /// What can be said before the content has come.
    pub(super) check: fn(&Ask) -> Checked,
    pub(super) answer: fn(&Ask) -> Answered,
}

const READ: Methods = Methods::Listed(&["GET", "HEAD"]);
const POST: Methods = Methods::Listed(&["POST"]);
const STORE: Methods = Methods::Listed(store::METHODS);

/// A row: path, methods, who answers and who checks before; codes; what it shows; a line for a shell.
macro_rules! endpoints {
    ($($path:literal, $methods:expr, $answer:path $(, after $check:path)?; $codes:expr; $shows:literal; $curl:literal;)*) => {
        &[$(Endpoint {
            path: $path,
            methods: $methods,
            shows: $shows,
            codes: &$codes,
            curl: $curl,
            check: endpoints!(@ $($check)?),
            answer: $answer,
        }),*]
    };
    (@ $check:path) => { $check };
    (@) => { simple::anyone };
}

/// Every endpoint; the first that fits the path answers.
pub(crate) const ENDPOINTS: &[Endpoint] = endpoints! {
    "/resource", READ, resource::answer;
        [200, 206, 304, 412, 416, 405];
        "A fixed text with ranges and conditions.";
        "curl -i -r 0-9 {origin}/resource";
    "/range/{n}", READ, bytes::range;
        [200, 206, 304, 412, 416];
        "n bytes that can be asked for in ranges.";
        "curl -i -r -5 {origin}/range/100";
    "/bytes/{n}", READ, bytes::bytes;
        [200, 400];
        "n random bytes; the same for the same seed.";
        "curl -s '{origin}/bytes/16?seed=1' | xxd";
    "/stream-bytes/{n}", READ, bytes::stream_bytes;
        [200, 400];
        "The same in chunks of chunk_size.";
        "curl -s '{origin}/stream-bytes/100?chunk_size=10' | xxd";
    "/stream/{n}", READ, bytes::stream;
        [200, 400];
        "n lines of JSON, each in a chunk.";
        "curl -i {origin}/stream/3";
    "/drip", READ, drip::answer;
        [200, 400];
        "numbytes over duration, after delay, with the status code.";
        "curl -i '{origin}/drip?numbytes=5&duration=2s&code=200'";
    "/etag/{tag}", READ, cached::tagged;
        [200, 304, 412];
        "A resource with this entity tag.";
        "curl -i -H 'If-None-Match: \"a\"' {origin}/etag/a";
    "/cache", READ, cached::conditional;
        [200, 304];
        "304 to any conditional read.";
        "curl -i -H 'If-Modified-Since: Thu, 01 Jan 2026 00:00:00 GMT' {origin}/cache";
    "/cache/{n}", READ, cached::fresh;
        [200, 400];
        "Fresh for n seconds.";
        "curl -i {origin}/cache/60";
    "/store/{key…}", STORE, store::answer, after store::check;
        [200, 201, 204, 206, 207, 304, 400, 403, 404, 405, 409, 410, 412, 413, 415, 422, 423, 424, 502, 507];
        "A store all share for ten minutes, with conditions, versions, locks and properties (WebDAV).";
        "curl -i -T file.txt {origin}/store/mine";
    "/store-strict/{key…}", STORE, store::answer, after store::check_strictly;
        [201, 204, 412, 428];
        "The same store, where each change needs a condition.";
        "curl -i -X PUT -H 'Content-Type: text/plain' -d x {origin}/store-strict/mine";
    "/loop", Methods::Listed(&["PROPFIND"]), store::looping;
        [207, 508];
        "A collection that is in itself.";
        "curl -i -X PROPFIND {origin}/loop";
    "/basic-auth/{user}/{password}", READ, credentials::basic::answer, after credentials::basic::check;
        [200, 401];
        "The Basic scheme.";
        "curl -i -u ada:secret {origin}/basic-auth/ada/secret";
    "/hidden-basic-auth/{user}/{password}", READ, credentials::basic::answer, after credentials::basic::check_hidden;
        [200, 404];
        "The same, and nothing seems to be there without the password.";
        "curl -i {origin}/hidden-basic-auth/ada/secret";
    "/bearer", READ, credentials::bearer::answer, after credentials::bearer::check;
        [200, 400, 401, 403];
        "The Bearer scheme: ?token= is the right one, ?scope= what it must have behind a dot.";
        "curl -i -H 'Authorization: Bearer ada.read' '{origin}/bearer?scope=write'";
    "/digest-auth/{qop}/{user}/{password}", READ, credentials::digest::answer, after credentials::digest::check;
        [200, 400, 401];
        "The Digest scheme; ?nonce=1s makes a nonce stale after a second.";
        "curl -i --digest -u ada:secret {origin}/digest-auth/auth/ada/secret";
    "/digest-auth/{qop}/{user}/{password}/{algorithm}", READ, credentials::digest::answer, after credentials::digest::check;
        [200, 400, 401];
        "The same with MD5, SHA-256 or SHA-512-256, also with -sess.";
        "curl -i --digest -u ada:secret {origin}/digest-auth/auth/ada/secret/SHA-256";
    "/limit/{n}/{window}", Methods::Any, limit::answer;
        [200, 400, 429];
        "A real rate limit: n requests of one address in each window.";
        "curl -i '{origin}/limit/2/10s?[1-3]'";
    "/limit/{n}/{window}/{key}", Methods::Any, limit::answer;
        [200, 400, 429];
        "The same for all who name the key.";
        "curl -i '{origin}/limit/2/10s/mine?[1-3]'";
    "/cookies", READ, cookies::show;
        [200];
        "The cookies that came.";
        "curl -i -b a=1 {origin}/cookies";
    "/cookies/set", READ, cookies::set;
        [302, 400];
        "Sets the cookies of the query.";
        "curl -iL -c jar -b jar '{origin}/cookies/set?a=1'";
    "/cookies/set/{name}/{value}", READ, cookies::set_one;
        [302, 400];
        "Sets this cookie.";
        "curl -iL -c jar -b jar {origin}/cookies/set/a/1";
    "/cookies/delete", READ, cookies::delete;
        [302, 400];
        "Deletes the cookies of the query.";
        "curl -iL -c jar -b jar '{origin}/cookies/delete?a'";
    "/response-headers", Methods::Listed(&["GET", "HEAD", "POST"]), response_fields::answer;
        [200, 400];
        "An answer with the fields of the query.";
        "curl -i '{origin}/response-headers?X-Mine=1'";
    "/headers", READ, echo::headers;
        [200];
        "The fields that came.";
        "curl -s {origin}/headers";
    "/ip", READ, echo::ip;
        [200];
        "Where the request came from.";
        "curl -s {origin}/ip";
    "/user-agent", READ, echo::user_agent;
        [200];
        "The field User-Agent.";
        "curl -s {origin}/user-agent";
    "/get", READ, echo::get;
        [200, 405];
        "What came.";
        "curl -s '{origin}/get?a=1'";
    "/post", POST, echo::content;
        [200, 405];
        "What came, with its content.";
        "curl -s -X POST -d a=1 {origin}/post";
    "/put", Methods::Listed(&["PUT"]), echo::content;
        [200, 405];
        "What came, with its content.";
        "curl -s -X PUT -d a=1 {origin}/put";
    "/patch", Methods::Listed(&["PATCH"]), echo::content;
        [200, 405];
        "What came, with its content.";
        "curl -s -X PATCH -d a=1 {origin}/patch";
    "/delete", Methods::Listed(&["DELETE"]), echo::content;
        [200, 405];
        "What came, with its content.";
        "curl -s -X DELETE -d a=1 {origin}/delete";
    "/anything", Methods::Any, echo::anything;
        [200];
        "What came, by any method.";
        "curl -s -X FOO {origin}/anything";
    "/anything/{rest…}", Methods::Any, echo::anything;
        [200];
        "The same for any path.";
        "curl -s {origin}/anything/you/like";
    "/uuid", READ, simple::uuid;
        [200];
        "A random UUID.";
        "curl -s {origin}/uuid";
    "/gzip", READ, coded::gzip;
        [200];
        "Content in gzip, asked for or not.";
        "curl -i --compressed {origin}/gzip";
    "/deflate", READ, coded::deflate;
        [200];
        "Content in deflate, asked for or not.";
        "curl -i --compressed {origin}/deflate";
    "/encoding/utf8", READ, samples::scripts;
        [200];
        "Characters of one to four bytes.";
        "curl -i {origin}/encoding/utf8";
    "/json", READ, samples::json;
        [200];
        "Some JSON.";
        "curl -i {origin}/json";
    "/html", READ, samples::html;
        [200];
        "Some HTML.";
        "curl -i {origin}/html";
    "/need-length", Methods::Listed(&["POST", "PUT"]), content::with_length, after content::needs_length;
        [200, 411];
        "Content must say its length.";
        "curl -i -H 'Transfer-Encoding: chunked' -d x {origin}/need-length";
    "/json-only", Methods::Listed(&["POST", "PUT"]), content::json_only, after content::is_json;
        [200, 400, 415, 422];
        "An object of JSON with a name, nothing else.";
        "curl -i -H 'Content-Type: application/json' -d '{}' {origin}/json-only";
    "/strict", READ, negotiated::answer;
        [200, 300, 406];
        "One thing in three types, by Accept and nothing else.";
        "curl -i -H 'Accept: image/png' {origin}/strict";
    "/ro", READ, simple::read_only;
        [200, 204, 405, 501];
        "It can be read and not written.";
        "curl -i -X DELETE {origin}/ro";
    "/early-data", Methods::Listed(&["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]), simple::in_time, after simple::not_early;
        [200, 425];
        "What must not be replayed is refused in early data.";
        "curl -i -X POST -H 'Early-Data: 1' {origin}/early-data";
    "/login", READ, simple::login;
        [302];
        "Leads to the form.";
        "curl -i {origin}/login";
    "/form", Methods::Listed(&["GET", "HEAD", "POST"]), simple::form;
        [200, 303];
        "A form that leads on after it was sent.";
        "curl -i -d name=Ada {origin}/form";
    "/form/sent", READ, simple::sent;
        [200];
        "Where the form leads.";
        "curl -i {origin}/form/sent";
    "/jobs", POST, jobs::begin;
        [202, 400];
        "Begins a job that takes ?takes=2s.";
        "curl -i -X POST {origin}/jobs";
    "/jobs/{id}", READ, jobs::poll;
        [200, 303, 404];
        "How the job stands; leads to the result.";
        "curl -i {origin}/jobs/1";
    "/jobs/{id}/result", READ, jobs::result;
        [200, 404];
        "The result of a job.";
        "curl -i {origin}/jobs/1/result";
    "/gone", READ, simple::gone;
        [410];
        "It was here and will not return.";
        "curl -i {origin}/gone";
    "/ws", Methods::Listed(&["GET"]), socket::answer;
        [101, 400, 426, 501];
        "A WebSocket that echoes.";
        "curl -i {origin}/ws";
    "/pot", Methods::Listed(&["GET", "HEAD", "BREW", "WHEN", "POST"]), simple::pot;
        [200, 418];
        "A teapot.";
        "curl -i -X BREW {origin}/pot";
    "/maintenance", READ, simple::maintenance;
        [503];
        "Not available, with when to return.";
        "curl -i {origin}/maintenance";
    "/captive", READ, captive::answer;
        [200, 511];
        "A network that asks for a login.";
        "curl -i {origin}/captive";
    "/captive/login", POST, captive::login;
        [303];
        "Logs the address in for ten minutes.";
        "curl -i -X POST {origin}/captive/login";
    "/captive/logout", POST, captive::logout;
        [204];
        "Logs it out.";
        "curl -i -X POST {origin}/captive/logout";
    "/trailers", READ, early::trailers;
        [200];
        "The digest of the content, in a trailer field.";
        "curl -i --raw -H 'TE: trailers' {origin}/trailers";
    "/early", READ, early::early;
        [103, 200];
        "103 with a link, then the page.";
        "curl -i {origin}/early";
    "/slow-head", READ, early::slow_head;
        [200, 400];
        "A head that comes byte by byte, with ?pause=20ms between.";
        "curl -i '{origin}/slow-head?pause=20ms'";
    "/panic", READ, simple::caught;
        [500];
        "A failure of the program, caught.";
        "curl -i {origin}/panic";
};
