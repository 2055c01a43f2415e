//! The parameters of an Authorization field: `name=token` and `name="quoted"`, with commas between.

use std::collections::HashMap;

/// Reads the parameters; names in lower case. What cannot be read ends the list.
pub fn parameters(text: &str) -> HashMap<String, String> {
    let mut parameters = HashMap::new();
    let mut rest = text.trim_start_matches([',', ' ', '\t']);
    while let Some((name, after)) = rest.split_once('=') {
        let Some((value, after)) = value(after.trim_start()) else { break };
        parameters.insert(name.trim().to_ascii_lowercase(), value);
        rest = after.trim_start_matches([',', ' ', '\t']);
    }
    parameters
}

fn value(text: &str) -> Option<(String, &str)> {
    let Some(quoted) = text.strip_prefix('"') else {
        let end = text.find([',', ' ', '\t']).unwrap_or(text.len());
        return Some((text[..end].to_owned(), &text[end..]));
    };
    let mut value = String::new();
    let mut characters = quoted.char_indices();
    loop {
        match characters.next()? {
            (end, '"') => return Some((value, &quoted[end + 1..])),
            (_, '\\') => value.push(characters.next()?.1),
            (_, character) => value.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_and_bare_values_are_read() {
        let read = parameters("username=\"a, \\\"b\\\"\", NC=00000001 ,qop=auth");
        assert_eq!((&*read["username"], &*read["nc"], &*read["qop"]), ("a, \"b\"", "00000001", "auth"));
    }

    #[test]
    fn what_is_broken_ends_the_list() {
        assert_eq!(parameters("a=1, b=\"open").len(), 1);
        assert!(parameters("").is_empty() && parameters("nonsense").is_empty());
    }
}
