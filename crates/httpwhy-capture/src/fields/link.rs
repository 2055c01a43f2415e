//! `Link`: other resources and how they relate to this one (RFC 8288).

use super::{split_unquoted, unquote};

/// One link.
///
/// ```
/// let all = httpwhy_capture::fields::link::parse(r#"<https://example.com/notice>; rel="blocked-by""#);
/// assert_eq!((all[0].target.as_str(), all[0].has_relation("blocked-by")), ("https://example.com/notice", true));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The target as written.
    pub target: String,
    /// Its relations, in lower case.
    pub relations: Vec<String>,
}

impl Link {
    /// Whether it has this relation.
    pub fn has_relation(&self, name: &str) -> bool {
        self.relations.iter().any(|relation| relation == name)
    }
}

/// Reads a field value; links that cannot be read are left out.
pub fn parse(value: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut rest = value;
    while let Some((_, after)) = rest.split_once('<') {
        let Some((target, after)) = after.split_once('>') else { break };
        let parameters = after.split('<').next().unwrap_or_default();
        links.push(Link { target: target.trim().to_owned(), relations: relations(parameters) });
        rest = &after[parameters.len()..];
    }
    links
}

fn relations(parameters: &str) -> Vec<String> {
    let relation = split_unquoted(parameters, ';').into_iter().find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("rel").then(|| unquote(value.trim().trim_end_matches(',')))
    });
    relation.unwrap_or_default().split_whitespace().map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn several_links_in_one_value() {
        let links = parse(r#"</a.css>; rel=preload; as=style, <https://b.example/?x=1,2>; rel="next last""#);
        let relations: Vec<_> = links.iter().map(|link| link.relations.join("+")).collect();
        assert_eq!(relations, ["preload", "next+last"]);
    }
}
