//! Markdown as HTML. What is named whole and has a page becomes a link to it.

use maud::{Markup, PreEscaped, html};
use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd};

use super::html::Links;
use crate::place::Place;
use crate::prose::{Look, spans};

/// One line of Markdown.
pub fn inline(markdown: &str, links: Links) -> Markup {
    html! {
        @for span in spans(markdown) {
            @match span.look {
                Look::Plain => (span.text),
                Look::Strong => (linked(&span.text, links, html! { strong { (span.text) } })),
                Look::Code => (linked(&span.text, links, html! { code { (span.text) } })),
            }
        }
    }
}

fn linked(text: &str, links: Links, shown: Markup) -> Markup {
    match place(text, links) {
        Some(place) => html! { a href=(place.path()) { (shown) } },
        None => shown,
    }
}

fn place(text: &str, links: Links) -> Option<Place> {
    if links == Links::Site { Place::named(text) } else { None }
}

/// Paragraphs. Raw HTML in a text is shown as text: only the knowledge is trusted to be Markdown, and a response may be
/// quoted.
pub fn prose(markdown: &str, links: Links) -> Markup {
    let mut out = String::new();
    let mut open = None;
    let mut events = Parser::new(markdown).peekable();
    let printed = std::iter::from_fn(|| {
        let event = events.next()?;
        let place = match (&event, events.peek()) {
            (Event::Start(Tag::Strong), Some(Event::Text(text))) => place(text, links),
            _ => None,
        };
        open = place.or(open);
        Some(match event {
            Event::Html(text) | Event::InlineHtml(text) => vec![Event::Text(text)],
            Event::Code(text) => code(text, links),
            Event::Start(Tag::Strong) if place.is_some() => vec![begin(place), Event::Start(Tag::Strong)],
            Event::End(TagEnd::Strong) if open.take().is_some() => vec![Event::End(TagEnd::Strong), end()],
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) | Event::End(TagEnd::Link | TagEnd::Image) => Vec::new(),
            other => vec![other],
        })
    });
    pulldown_cmark::html::push_html(&mut out, printed.flatten());
    PreEscaped(scrollable(&out))
}

fn code<'a>(text: CowStr<'a>, links: Links) -> Vec<Event<'a>> {
    match place(&text, links) {
        Some(place) => vec![begin(Some(place)), Event::Code(text), end()],
        None => vec![Event::Code(text)],
    }
}

fn begin<'a>(place: Option<Place>) -> Event<'a> {
    let path = place.map(Place::path).unwrap_or_default();
    Event::InlineHtml(html! { a href=(path) {} }.into_string().replace("</a>", "").into())
}

fn end<'a>() -> Event<'a> {
    Event::InlineHtml("</a>".into())
}

/// What scrolls must be reached by keyboard.
fn scrollable(html: &str) -> String {
    html.replace("<pre>", "<pre tabindex=\"0\">")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_named_whole_is_a_link_on_a_site_only() {
        let text = "The client sees **404 Not Found** of **nginx**, or `upstream-down`, or **404 pages**.";
        let page = prose(text, Links::Site).into_string();
        assert!(page.contains(r#"<a href="/404"><strong>404 Not Found</strong></a>"#), "{page}");
        assert!(page.contains(r#"<a href="/components/nginx"><strong>nginx</strong></a>"#), "{page}");
        assert!(page.contains(r#"<a href="/causes/upstream-down"><code>upstream-down</code></a>"#), "{page}");
        assert_eq!(page.matches("<a ").count(), page.matches("</a>").count());
        assert!(!prose(text, Links::None).into_string().contains("<a "));
    }

    #[test]
    fn a_link_somebody_wrote_is_text() {
        assert_eq!(prose("[x](javascript:0)", Links::Site).into_string(), "<p>x</p>\n");
    }
}
