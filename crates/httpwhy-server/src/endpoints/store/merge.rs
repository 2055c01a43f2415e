//! JSON Merge Patch (RFC 7396).

use serde_json::{Map, Value};

/// The target with the patch applied.
pub fn merge(target: Value, patch: Value) -> Value {
    let Value::Object(patch) = patch else { return patch };
    let mut merged = match target {
        Value::Object(merged) => merged,
        _ => Map::new(),
    };
    for (name, value) in patch {
        match value {
            Value::Null => _ = merged.remove(&name),
            value => {
                let old = merged.remove(&name).unwrap_or(Value::Null);
                merged.insert(name, merge(old, value));
            }
        }
    }
    merged.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_standard_hold() {
        // RFC 7396, appendix A
        for (target, patch, merged) in [
            (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":"b","b":"c"}"#, r#"{"a":null}"#, r#"{"b":"c"}"#),
            (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
            (r#"{"a":{"b":"c"}}"#, r#"{"a":{"b":"d","c":null}}"#, r#"{"a":{"b":"d"}}"#),
            (r#"{"e":null}"#, r#"{"a":1}"#, r#"{"a":1,"e":null}"#),
            (r#"[1,2]"#, r#"{"a":"b","c":null}"#, r#"{"a":"b"}"#),
            (r#"{}"#, r#"{"a":{"bb":{"ccc":null}}}"#, r#"{"a":{"bb":{}}}"#),
            (r#"{"a":"b"}"#, r#"["c"]"#, r#"["c"]"#),
        ] {
            let read = |text| serde_json::from_str::<Value>(text).unwrap();
            assert_eq!(merge(read(target), read(patch)), read(merged), "{target} {patch}");
        }
    }
}
