//! In which form an answer goes out, how it is compressed, and whether it must go out at all.

pub mod accept;
mod coding;
mod compress;
mod form;
mod tag;

use bytes::Bytes;

use crate::plan::Plan;
use crate::request::Request;
use compress::Effort;

pub use form::{Form, form};

/// What the same URL may answer instead, which a cache must know (RFC 9110, 12.5.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Varies {
    ByForm,
    ByCoding,
}

/// A representation of a report that exists in every [`Form`]: it may be cached, compressed and asked for on conditions.
pub fn reply(request: &Request, media_type: &'static str, content: impl Into<Bytes>) -> Plan {
    cacheable(request, media_type, content.into(), Varies::ByForm)
}

/// The same for what has one form only.
pub fn reply_in_one_form(request: &Request, media_type: &'static str, content: impl Into<Bytes>) -> Plan {
    cacheable(request, media_type, content.into(), Varies::ByCoding)
}

/// What was made for this request alone, such as a diagnosis: nobody keeps it.
pub fn reply_once(request: &Request, media_type: &'static str, content: impl Into<Bytes>) -> Plan {
    let content = content.into();
    let Some(coding) = coding::coding(request, coding::is_compressible(media_type, content.len())) else {
        return no_coding();
    };
    let plan = Plan::new(200).field("Vary", "Accept, Accept-Encoding").field("Cache-Control", "no-store");
    let plan = shared(encoded(plan, coding), media_type);
    plan.content(media_type, compress::compressed(content, coding, Effort::Quick))
}

fn cacheable(request: &Request, media_type: &'static str, content: Bytes, varies: Varies) -> Plan {
    let Some(coding) = coding::coding(request, coding::is_compressible(media_type, content.len())) else {
        return no_coding();
    };
    let hash = tag::hash(media_type, &content);
    let tag = tag::tag(hash, coding);
    let is_known = request.is_read() && tag::is_known(request, &tag);
    let vary = match varies {
        Varies::ByForm => "Accept, Accept-Encoding",
        Varies::ByCoding => "Accept-Encoding",
    };
    // RFC 9110, 15.4.5: what a 200 would say of caching, the 304 says, too.
    let plan = Plan::new(if is_known { 304 } else { 200 })
        .field("ETag", tag)
        .field("Vary", vary)
        .field("Cache-Control", "public, max-age=300");
    let plan = shared(plan, media_type);
    match is_known {
        true => plan,
        false => encoded(plan, coding).content(media_type, compress::kept(content, hash, coding)),
    }
}

fn encoded(plan: Plan, coding: coding::Coding) -> Plan {
    match coding {
        coding::Coding::Identity => plan,
        other => plan.field("Content-Encoding", other.name()),
    }
}

/// What programs read, scripts of any site may read. Pages have links of their own and no reason to be embedded.
fn shared(plan: Plan, media_type: &str) -> Plan {
    if media_type.starts_with("text/html") { plan } else { plan.field("Access-Control-Allow-Origin", "*") }
}

/// RFC 9110, 12.5.3: the client excluded even content as it is.
fn no_coding() -> Plan {
    let text = "Your Accept-Encoding excludes every form there is. Name gzip in it, or leave out identity;q=0.\n";
    Plan::new(406).field("Vary", "Accept-Encoding").content("text/plain; charset=utf-8", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Content;

    const JSON: &str = "application/json";

    fn page() -> String {
        "403 Forbidden\n".repeat(100)
    }

    #[test]
    fn content_goes_out_compressed_with_a_tag_of_its_own() {
        let plain = reply(&Request::get("/403"), JSON, page());
        let small = reply(&Request::get("/403").with("Accept-Encoding", "gzip"), JSON, page());
        assert_eq!((plain.get("Content-Encoding"), small.get("Content-Encoding")), (None, Some("gzip")));
        assert_ne!(plain.get("ETag"), small.get("ETag"));
        assert_eq!(small.get("Vary"), Some("Accept, Accept-Encoding"));
        assert!(matches!(small.content, Content::Whole(bytes) if bytes.len() < 100));
    }

    #[test]
    fn a_client_that_has_it_is_told_so_with_the_fields_of_the_content() {
        let asked = Request::get("/403").with("Accept-Encoding", "gzip");
        let tag = reply(&asked, JSON, page()).get("ETag").unwrap().to_owned();
        let again = reply(&asked.with("If-None-Match", &tag), JSON, page());
        assert_eq!((again.status, again.get("ETag")), (304, Some(tag.as_str())));
        for field in ["Vary", "Cache-Control", "Access-Control-Allow-Origin"] {
            assert!(again.get(field).is_some(), "{field}");
        }
        assert!(matches!(again.content, Content::Empty) && again.get("Content-Encoding").is_none());
    }

    #[test]
    fn a_changed_page_is_sent_again() {
        let tag = reply(&Request::get("/403"), JSON, page()).get("ETag").unwrap().to_owned();
        assert_eq!(reply(&Request::get("/403").with("If-None-Match", &tag), JSON, page() + "!").status, 200);
    }

    #[test]
    fn scripts_of_other_sites_may_read_what_programs_read() {
        let allowed =
            |media_type| reply(&Request::get("/"), media_type, "x").get("Access-Control-Allow-Origin").is_some();
        assert!(allowed(JSON) && allowed("text/plain; charset=utf-8") && !allowed("text/html; charset=utf-8"));
    }

    #[test]
    fn what_is_made_for_one_request_is_kept_by_nobody() {
        let plan = reply_once(&Request::get("/").with("Accept-Encoding", "gzip"), JSON, page());
        assert_eq!((plan.get("Cache-Control"), plan.get("ETag")), (Some("no-store"), None));
        assert_eq!(plan.get("Content-Encoding"), Some("gzip"));
    }

    #[test]
    fn a_client_that_takes_nothing_is_told_what_there_is() {
        let plan = reply(&Request::get("/").with("Accept-Encoding", "identity;q=0"), JSON, page());
        assert_eq!(plan.status, 406);
    }
}
