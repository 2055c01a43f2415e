//! Fixed contents: JSON, HTML, and text of many scripts.

use crate::plan::Plan;

use super::ask::{Answered, Ask};

const JSON: &str = "{
  \"recipe\": {
    \"name\": \"Bread\",
    \"hours\": 14.5,
    \"vegan\": true,
    \"notes\": null,
    \"steps\": [\"mix\", \"wait\", \"fold\", \"wait\", \"bake\"]
  }
}
";

const HTML: &str = "<!doctype html>
<html lang=\"en\"><meta charset=\"utf-8\"><title>A page</title>
<h1>A page</h1>
<p>It has a heading, a paragraph and <a href=\"/resource\">a link</a>.
</html>
";

const SCRIPTS: &str = "<!doctype html>
<html lang=\"en\"><meta charset=\"utf-8\"><title>UTF-8</title>
<h1>UTF-8</h1>
<p>Two bytes: Größe, œuvre, ñandú, Ελλάδα, Київ, שלום, سلام
<p>Three bytes: €, नमस्ते, 日本語, 한국어, ∑ ∫ ≠
<p>Four bytes: 𝄞, 🙂, 𠮷
<p>Several characters that are one: é, 👩🏽‍🚀, 🇪🇺
</html>
";

pub fn json(_: &Ask) -> Answered {
    Ok(fixed("application/json", JSON))
}

pub fn html(_: &Ask) -> Answered {
    Ok(fixed("text/html; charset=utf-8", HTML))
}

pub fn scripts(_: &Ask) -> Answered {
    Ok(fixed("text/html; charset=utf-8", SCRIPTS))
}

fn fixed(media_type: &'static str, content: &'static str) -> Plan {
    Plan::new(200).field("Cache-Control", "max-age=60").content(media_type, content)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_json_is_json() {
        assert!(serde_json::from_str::<serde_json::Value>(super::JSON).is_ok());
    }
}
