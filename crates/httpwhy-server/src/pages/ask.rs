//! `/why` with a URL instead of a response: this server asks it, where it may (`--allow-probe`).

use std::sync::Arc;

use maud::{Markup, html};

use super::layout::Setting;
use super::why;
use crate::guard::{self, Refused};
use crate::plan::{Answer, Plan};
use crate::request::Request;
use crate::site::Site;

/// The answer to a form with a URL in it; nothing if this is another form, or this server asks nobody.
pub fn answer(site: &Arc<Site>, request: &Request, setting: &Setting) -> Option<Answer> {
    site.guard.as_ref()?;
    let url = url(request)?;
    let (site, request, setting) = (Arc::clone(site), request.clone(), setting.clone());
    Some(Answer::Later(Box::pin(async move {
        match guard::probe(&site, request.peer, &url).await {
            Ok(capture) => why::told(&[capture], &request, &setting),
            Err(refused) => self::refused(refused, &request, &setting),
        }
    })))
}

fn url(request: &Request) -> Option<String> {
    let content_type = request.fields.get("content-type")?;
    if !content_type.starts_with("application/x-www-form-urlencoded") {
        return None;
    }
    let (name, url) = form_urlencoded::parse(&request.content).next()?;
    (name == "url").then(|| url.trim().to_owned())
}

fn refused(refused: Refused, request: &Request, setting: &Setting) -> Plan {
    let plan = why::refusal(&refused.to_string(), "", request, setting);
    match refused {
        Refused::Forbidden => Plan { status: 403, ..plan },
        Refused::Wait(wait) => Plan { status: 429, ..plan }.field("Retry-After", wait.as_secs().max(1).to_string()),
    }
}

/// The form, which says what will happen.
pub fn form() -> Markup {
    html! {
        form class="paste" action="/why" method="post" {
            label for="url" { "Or a URL to ask" }
            input id="url" type="url" name="url" required placeholder="https://example.com/x" autocomplete="off"
                autocapitalize="off" spellcheck="false" aria-describedby="url-help";
            button type="submit" { "Ask and diagnose" }
            p id="url-help" class="note" { "This server asks it once and, while the cause is open, a few times more: GET, HEAD and OPTIONS only, a second apart, without credentials. It takes up to a minute." }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn asked(allow_probe: bool, content: &'static str) -> Option<Answer> {
        let site = Arc::new(Site::new(Config { allow_probe, ..Config::default() }));
        let mut request = Request::get("/why").with("Content-Type", "application/x-www-form-urlencoded");
        request.method = "POST".to_owned();
        request.content = content.into();
        let setting = Setting::of(&site, &request);
        answer(&site, &request, &setting)
    }

    #[test]
    fn nobody_is_asked_unless_it_is_allowed() {
        assert!(asked(false, "url=https%3A%2F%2Fexample.com%2F").is_none());
        assert!(asked(true, "evidence=HTTP%2F1.1+404+Not+Found").is_none());
    }

    #[tokio::test]
    async fn an_address_in_our_network_is_refused() {
        let Some(Answer::Later(plan)) = asked(true, "url=http%3A%2F%2F127.0.0.1%2F") else {
            panic!("it was not asked")
        };
        assert_eq!(plan.await.status, 403);
    }
}
