//! Answers that are the same for all who ask alike, made once: what a page is, does not change while the server runs.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, RwLock};

use bytes::Bytes;

use crate::plan::{Content, Field, Plan};
use crate::request::Request;

/// More bytes of content are not kept; then it begins anew.
const MOST_BYTES: usize = 24 << 20;
/// More answers are not kept.
const MOST_ANSWERS: usize = 4000;

/// Whole answers by what they depend on.
#[derive(Default)]
pub struct Remembered {
    answers: RwLock<Answers>,
}

#[derive(Default)]
struct Answers {
    kept: HashMap<u64, Arc<Kept>>,
    bytes: usize,
}

struct Kept {
    key: Key,
    fields: Vec<Field>,
    content: Bytes,
}

/// What an answer that may be kept depends on: the target, where we are, and the fields that `Vary` names.
#[derive(Debug, PartialEq, Eq)]
struct Key {
    path: String,
    authority: String,
    is_tls: bool,
    accept: Vec<String>,
    accept_encoding: Vec<String>,
}

impl Remembered {
    /// The answer, if it was given before.
    pub fn plan(&self, request: &Request) -> Option<Plan> {
        let answers = self.answers.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let kept = answers.kept.get(&hash(request)).filter(|kept| kept.key.is_of(request))?;
        let mut plan = Plan::new(200);
        plan.fields = kept.fields.clone();
        plan.content = Content::Whole(kept.content.clone());
        Some(plan)
    }

    /// Keeps an answer that says of itself that anybody may.
    pub fn keep(&self, request: &Request, plan: &Plan) {
        let Content::Whole(content) = &plan.content else { return };
        let is_public = plan.get("Cache-Control").is_some_and(|value| value.starts_with("public"));
        if plan.status != 200 || !is_public || content.len() > MOST_BYTES / 16 {
            return;
        }
        let kept = Kept { key: Key::of(request), fields: plan.fields.clone(), content: content.clone() };
        let mut answers = self.answers.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        if answers.kept.len() >= MOST_ANSWERS || answers.bytes + content.len() > MOST_BYTES {
            *answers = Answers::default();
        }
        answers.bytes += content.len();
        if let Some(replaced) = answers.kept.insert(hash(request), Arc::new(kept)) {
            answers.bytes -= replaced.content.len();
        }
    }
}

/// Whether an answer can be kept or have been kept: a read that sets no condition, and has no query, of which there is
/// no end.
pub fn may_be_kept(request: &Request) -> bool {
    const CONDITIONS: [&str; 6] =
        ["if-none-match", "if-modified-since", "if-match", "if-unmodified-since", "if-range", "range"];
    request.is_read() && request.query.is_none() && !request.fields.iter().any(|(name, _)| CONDITIONS.contains(&name))
}

impl Key {
    fn of(request: &Request) -> Key {
        let all = |name| request.fields.all(name).map(str::to_owned).collect();
        Key {
            path: request.path.clone(),
            authority: request.authority.clone(),
            is_tls: request.is_tls,
            accept: all("accept"),
            accept_encoding: all("accept-encoding"),
        }
    }

    fn is_of(&self, request: &Request) -> bool {
        self.path == request.path
            && self.authority == request.authority
            && self.is_tls == request.is_tls
            && request.fields.all("accept").eq(self.accept.iter().map(String::as_str))
            && request.fields.all("accept-encoding").eq(self.accept_encoding.iter().map(String::as_str))
    }
}

fn hash(request: &Request) -> u64 {
    let mut hasher = DefaultHasher::new();
    (&request.path, &request.authority).hash(&mut hasher);
    ["accept", "accept-encoding"].iter().flat_map(|name| request.fields.all(name)).for_each(|v| v.hash(&mut hasher));
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Plan {
        Plan::new(200).field("Cache-Control", "public, max-age=300").content("text/html", "page")
    }

    #[test]
    fn who_asks_alike_gets_the_same_and_nobody_else() {
        let remembered = Remembered::default();
        let asked = Request::get("/403").with("Accept", "text/html");
        remembered.keep(&asked, &page());
        assert_eq!(remembered.plan(&asked).unwrap().content.length(), 4);
        assert!(remembered.plan(&Request::get("/403")).is_none());
    }

    #[test]
    fn what_is_not_public_is_not_kept() {
        let remembered = Remembered::default();
        remembered.keep(&Request::get("/x"), &Plan::new(200).content("text/plain", "a"));
        remembered.keep(&Request::get("/y"), &Plan::new(404).field("Cache-Control", "public"));
        assert!(remembered.plan(&Request::get("/x")).is_none() && remembered.plan(&Request::get("/y")).is_none());
    }

    #[test]
    fn a_condition_is_looked_at_anew() {
        assert!(!may_be_kept(&Request::get("/403").with("If-None-Match", "\"a\"")));
    }
}
