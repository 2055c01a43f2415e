//! Writes the template of a knowledge file. It does not pass `gen` before it is filled.

use std::fs;
use std::path::Path;

const CAUSE: &str = r#"+++
title = ""                         # completes "CODE, because …": lower case, no final stop
family = "app"                     # app | upstream | auth | access | request | limit | edge | network | redirect | platform | state
who_must_act = "owner"             # visitor | caller | owner | provider | nobody | unknown
retryable = "after-change"         # no | after-change | after-delay | idempotent-only | yes | unknown
keywords = []
sources = []

[[confirm]]                        # the first is THE check: the one look that tells
do = ""
command = ""
for = ""                           # an id in platforms.toml, or leave the line out

[[fix]]
do = ""

[[mistaken_for]]
id = ""
how = ""
+++
"#;

/// A cause, named under a code; the path of the new file.
pub fn cause(root: &Path, id: &str, code: &str) -> Result<String, String> {
    let is_id = !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
    if !is_id {
        return Err(format!(
            "`{id}` is no id: lower case words joined by `-` that say what happened, such as upstream-down"
        ));
    }
    let number: u16 = code.parse().map_err(|_| format!("`{code}` is no code"))?;
    let code_path = format!("knowledge/codes/{number:03}.md");
    let code_text = fs::read_to_string(root.join(&code_path)).map_err(|error| format!("{code_path}: {error}"))?;
    let path = format!("knowledge/causes/{id}.md");
    if root.join(&path).exists() {
        return Err(format!("{path} is there already"));
    }
    let named = name_under(&code_text, id).ok_or_else(|| format!("{code_path}: the header has no end"))?;
    fs::write(root.join(&path), CAUSE).map_err(|error| format!("{path}: {error}"))?;
    fs::write(root.join(&code_path), named).map_err(|error| format!("{code_path}: {error}"))?;
    Ok(path)
}

/// The code's file with one cause more, after the last one it has.
fn name_under(text: &str, id: &str) -> Option<String> {
    let end = text[4..].find("\n+++")? + 4;
    let after_causes = ["\n[[fields]]", "\n[[confused_with]]", "\n[[elsewhere]]"];
    let place = after_causes.iter().filter_map(|table| text[..end].find(table)).min().unwrap_or(end);
    let entry = format!("\n[[causes]]\nid = \"{id}\"\noften = \"occasional\"\n");
    Some(format!("{}{entry}{}", &text[..place], &text[place..]))
}

#[cfg(test)]
mod tests {
    use super::name_under;

    #[test]
    fn a_cause_stands_behind_the_others() {
        let text = "+++\ncode = 403\n\n[[causes]]\nid = \"a\"\noften = \"usual\"\n\n[[confused_with]]\ncode = 401\n+++\nText.\n";
        let named = name_under(text, "b").unwrap();
        assert!(named.find("id = \"a\"").unwrap() < named.find("id = \"b\"").unwrap());
        assert!(named.find("id = \"b\"").unwrap() < named.find("[[confused_with]]").unwrap());
    }
}
