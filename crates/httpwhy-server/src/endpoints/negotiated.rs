//! `/strict`: one thing in three types, by Accept and nothing else (RFC 9110, 12).

use serde_json::json;

use crate::plan::Plan;
use crate::represent::accept::{Wish, precision, wanted, wishes};

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

/// The type the client wants most; 300 if it wants two just as much by name; 406 if it wants none.
pub fn answer(ask: &Ask) -> Answered {
    if let Some(variant) =
        ask.request.parameter("as").and_then(|name| VARIANTS.iter().find(|variant| variant.name == name))
    {
        return Ok(sent(variant));
    }
    let lines: Vec<&str> = ask.request.fields.all("accept").collect();
    let accept = if lines.is_empty() { vec!["*/*"] } else { lines };
    let wishes: Vec<Wish> = wishes(accept.into_iter()).collect();
    let wanted = |variant: &Variant| wanted(&wishes, |range| precision(range, variant.media_type));
    let wanted: Vec<_> = VARIANTS.iter().filter_map(|variant| Some((wanted(variant)?, variant))).collect();
    let most = wanted.iter().map(|(wanted, _)| wanted.weight).max();
    let best: Vec<_> = wanted.iter().filter(|(wanted, _)| Some(wanted.weight) == most).collect();
    match best[..] {
        [] => Err(none().into()),
        [(_, variant)] => Ok(sent(variant)),
        _ if best.iter().all(|(wanted, _)| wanted.precision == 3) => {
            Ok(choice(best.iter().map(|(_, variant)| *variant)))
        }
        // Who takes anything gets what we would choose; who names one type and takes the rest as much gets that.
        _ => {
            let ours = best.iter().max_by_key(|(wanted, variant)| (wanted.precision, variant.name == "text"));
            Ok(sent(ours.map_or(&VARIANTS[0], |(_, variant)| variant)))
        }
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
