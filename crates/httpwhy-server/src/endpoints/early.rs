//! `/early`, `/trailers`, `/slow-head`: what comes before, after and slowly.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::digest::{SHA256, digest};

use crate::plan::{Content, Fault, Plan};

use super::ask::{Answered, Ask};

const LINK: &str = "</style.css>; rel=preload; as=style";
/// A head has fewer bytes than this.
const HEAD: u32 = 500;
const SENTENCE: &str = "The digest of this sentence comes after it, in a trailer field.\n";

/// 103, and after a pause a 200 that repeats the link (RFC 8297, 2).
pub fn early(ask: &Ask) -> Answered {
    let pause = ask.pause("delay")?.unwrap_or(Duration::from_millis(500));
    let plan = Plan::new(200).interim(103, vec![("Link".into(), LINK.into())]).wait(pause);
    let page = "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Early</title>\n<p>A 103 came before this page.\n</html>\n";
    Ok(plan.field("Link", LINK).field("Cache-Control", "no-store").content("text/html; charset=utf-8", page))
}

/// Content with its digest in a trailer field (RFC 9110, 6.5; RFC 9530, 2).
pub fn trailers(_: &Ask) -> Answered {
    let mut plan =
        Plan::new(200).field("Trailer", "Content-Digest").field("Cache-Control", "no-store").content("text/plain", "");
    plan.content = Content::Pieces { bytes: SENTENCE.into(), piece: 16, every: Duration::ZERO, is_length_told: false };
    let digest = STANDARD.encode(digest(&SHA256, SENTENCE.as_bytes()));
    plan.trailers.push(("Content-Digest".into(), format!("sha-256=:{digest}:").into()));
    Ok(plan)
}

/// A head that comes byte by byte, with `pause` between them.
pub fn slow_head(ask: &Ask) -> Answered {
    let most = ask.site.config.limits.most_wait / HEAD;
    let pause = ask.pause("pause")?.unwrap_or(Duration::from_millis(20)).min(most);
    let mut plan =
        Plan::new(200).field("Cache-Control", "no-store").content("text/plain", "The head came byte by byte.\n");
    plan.fault = Some(Fault::SlowHead(pause));
    Ok(plan)
}

#[cfg(test)]
mod tests {
    use crate::endpoints::tests::asked;
    use crate::{Before, Fault};

    #[test]
    fn the_link_comes_early_and_again() {
        let plan = asked("/early");
        assert!(matches!(&plan.before[..], [Before::Interim(103, fields), Before::Wait(_)] if fields[0].0 == "Link"));
        assert!(plan.get("link").is_some());
    }

    #[test]
    fn the_trailer_is_announced() {
        let plan = asked("/trailers");
        assert_eq!(plan.get("trailer"), Some(&*plan.trailers[0].0));
    }

    #[test]
    fn a_slow_head_ends_before_the_longest_wait() {
        let Some(Fault::SlowHead(pause)) = asked("/slow-head?pause=30s").fault else { panic!() };
        assert_eq!(pause.as_millis(), 60);
    }
}
