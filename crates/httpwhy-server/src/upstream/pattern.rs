//! A path with one `*` that stands for anything.

/// A path with one `*` that stands for anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    before: String,
    /// What follows the `*`, if there is one.
    after: Option<String>,
}

impl Pattern {
    /// Reads one; nothing if there is more than one `*`.
    pub fn read(text: &str) -> Option<Pattern> {
        if text.is_empty() || text.matches('*').count() > 1 {
            return None;
        }
        Some(match text.split_once('*') {
            Some((before, after)) => Pattern { before: before.to_owned(), after: Some(after.to_owned()) },
            None => Pattern { before: text.to_owned(), after: None },
        })
    }

    /// Whether a path is one of these.
    pub fn fits(&self, path: &str) -> bool {
        match &self.after {
            Some(after) => path.strip_prefix(&self.before).is_some_and(|rest| rest.ends_with(after.as_str())),
            None => path == self.before,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_anything_and_for_nothing() {
        let fits = |pattern, path| Pattern::read(pattern).unwrap().fits(path);
        assert!(fits("/api/*", "/api/") && fits("/api/*", "/api/x/y") && !fits("/api/*", "/api"));
        assert!(fits("*.png", "/a.png") && fits("/a/*/z", "/a/b/z") && !fits("/a/*/z", "/a/z"));
        assert!(fits("/x", "/x") && !fits("/x", "/x/"));
    }
}
