//! `/strict`: one thing in three types, by Accept and nothing else (RFC 9110, 12).

use serde_json::json;

use crate::plan::Plan;

use super::ask::{Answered, Ask};
use super::provoked::provoked_with;

/// A type there is, what `?as=` calls it, and the content.
struct Variant {
    name: &'static str,
    media_type: &'static str,
    content: &'static str,
}

const VARIANTS: [Variant; 3] = [
    Variant { name: "text", media_type: "text/plain", content: "Three types, one thing.\n" },
    Variant { name: "json", media_type: "application/json", content: "{\"text\": \"Three types, one thing.\"}\n" },
    Variant {
        name: "html",
        media_type: "text/html",
        content: "<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>Strict</title>\n<p>Three types, one thing.\n</html>\n",
    },
];

/// How much a client wants a type.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
struct Wish {
    quality: f32,
    /// 1 for `*/*`, 2 for `text/*`, 3 for the whole type.
    precision: u8,
}

/// The type the client wants most; 300 if it wants two just as much by name; 406 if it wants none.
pub fn answer(ask: &Ask) -> Answered {
    if let Some(variant) =
        ask.request.parameter("as").and_then(|name| VARIANTS.iter().find(|variant| variant.name == name))
    {
        return Ok(sent(variant));
    }
    let lines: Vec<&str> = ask.request.fields.all("accept").collect();
    let accept = if lines.is_empty() { "*/*".to_owned() } else { lines.join(",") };
    let wishes = VARIANTS.each_ref().map(|variant| (wish(&accept, variant.media_type), variant));
    let most = wishes.iter().map(|(wish, _)| wish.quality).fold(0.0, f32::max);
    let best: Vec<_> = wishes.iter().filter(|(wish, _)| wish.quality > 0.0 && wish.quality == most).collect();
    match best[..] {
        [] => Err(none().into()),
        [(_, variant)] => Ok(sent(variant)),
        _ if best.iter().all(|(wish, _)| wish.precision == 3) => Ok(choice(best.iter().map(|(_, variant)| *variant))),
        // Who takes anything gets what we would choose; who names one type and takes the rest as much gets that.
        _ => Ok(sent(
            best.iter()
                .max_by_key(|(wish, variant)| (wish.precision, variant.name == "text"))
                .map_or(&VARIANTS[0], |best| best.1),
        )),
    }
}

fn sent(variant: &Variant) -> Plan {
    let plan = Plan::new(200).field("Vary", "Accept").field("Content-Location", format!("/strict?as={}", variant.name));
    plan.content(format!("{}; charset=utf-8", variant.media_type), variant.content)
}

// RFC 9110, 15.4.1: a list, and Location for the one we would choose.
fn choice<'a>(variants: impl Iterator<Item = &'a Variant> + Clone) -> Plan {
    let links = variants
        .clone()
        .map(|variant| format!("</strict?as={}>; rel=alternate; type=\"{}\"", variant.name, variant.media_type));
    let plan = Plan::new(300)
        .field("Link", links.collect::<Vec<_>>().join(", "))
        .field("Vary", "Accept")
        .field("Cache-Control", "no-store");
    let first = variants.clone().next().map_or("text", |variant| variant.name);
    let content = json!({ "choices": variants.map(listed).collect::<Vec<_>>() });
    plan.field("Location", format!("/strict?as={first}")).content("application/json", format!("{content:#}\n"))
}

fn none() -> Plan {
    let detail = "Accept allows none of the types there are. Ask for one of those listed, or for */*.";
    let members = json!({ "available": VARIANTS.iter().map(listed).collect::<Vec<_>>() });
    provoked_with(406, detail, members).field("Vary", "Accept")
}

fn listed(variant: &Variant) -> serde_json::Value {
    json!({ "type": variant.media_type, "href": format!("/strict?as={}", variant.name) })
}

/// What Accept says of a type: the most precise range counts (RFC 9110, 12.5.1).
fn wish(accept: &str, media_type: &str) -> Wish {
    let wishes = accept.split(',').filter_map(|range| {
        let mut parts = range.split(';').map(str::trim);
        let precision = precision(parts.next()?, media_type)?;
        let quality = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
        let quality = quality
            .map_or(Some(1.0), |text| text.parse::<f32>().ok())
            .filter(|quality| (0.0..=1.0).contains(quality))?;
        Some(Wish { quality, precision })
    });
    let none = Wish { quality: 0.0, precision: 0 };
    wishes.fold(none, |best, wish| if wish.precision > best.precision { wish } else { best })
}

fn precision(range: &str, media_type: &str) -> Option<u8> {
    let (kind, _) = media_type.split_once('/')?;
    match range.split_once('/')? {
        ("*", "*") => Some(1),
        (asked, "*") if asked.eq_ignore_ascii_case(kind) => Some(2),
        _ if range.eq_ignore_ascii_case(media_type) => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Request;
    use crate::endpoints::tests::{answered, text};

    fn accepting(accept: &str) -> Plan {
        answered(Request::get("/strict").with("Accept", accept))
    }

    #[test]
    fn the_type_wanted_most_is_sent() {
        let media_type = |accept| accepting(accept).get("content-type").unwrap().to_owned();
        assert_eq!(media_type("text/plain;q=0.5, application/json"), "application/json; charset=utf-8");
        assert_eq!(media_type("*/*"), "text/plain; charset=utf-8");
        assert_eq!(media_type("text/html,application/xhtml+xml,*/*;q=0.8"), "text/html; charset=utf-8");
        assert_eq!(media_type("application/json, */*"), "application/json; charset=utf-8");
        assert_eq!(media_type("text/plain;q=0, text/*"), "text/html; charset=utf-8");
    }

    #[test]
    fn two_types_named_alike_are_a_choice() {
        let plan = accepting("text/html, application/json");
        assert_eq!((plan.status, plan.get("location")), (300, Some("/strict?as=json")));
    }

    #[test]
    fn nothing_acceptable_is_406_with_what_there_is() {
        for accept in ["image/png", "*/*;q=0", "text/plain;q=x", "nonsense"] {
            let plan = accepting(accept);
            assert_eq!(plan.status, 406, "{accept}");
            assert!(text(&plan).contains("/strict?as=json"));
        }
    }
}
