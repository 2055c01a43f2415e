//! Text that somebody else wrote, made safe to stand in ours: it is Markdown here, and ends on terminals and in pages.

/// A message that goes on longer says nothing more.
const LONGEST: usize = 400;

/// As text: no mark of it has a meaning, no line of it begins.
pub fn text(foreign: &str) -> String {
    let mut out = String::new();
    for letter in shortened(foreign).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '~' | '[' | '<' | '&') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// As a quotation.
pub fn quoted(foreign: &str) -> String {
    format!("“{}”", text(foreign))
}

/// As code.
pub fn code(foreign: &str) -> String {
    let text = shortened(foreign).replace('`', "'");
    if text.is_empty() { "(empty)".to_owned() } else { format!("`{text}`") }
}

/// On one line, without control characters, and not endless.
fn shortened(foreign: &str) -> String {
    let words: Vec<&str> = foreign.split_whitespace().collect();
    let line = words.join(" ");
    let visible = line.chars().map(|letter| if is_invisible(letter) { '\u{FFFD}' } else { letter });
    let short: String = visible.take(LONGEST).collect();
    if line.chars().nth(LONGEST).is_some() { short + "…" } else { short }
}

/// Control characters, and those that turn the direction of what follows.
fn is_invisible(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_control_characters_lose_their_meaning() {
        assert_eq!(text("[x](javascript:0) *b* <i>"), "\\[x](javascript:0) \\*b\\* \\<i>");
        assert_eq!(quoted("\u{1b}[31mred\u{202E}"), "“\u{FFFD}\\[31mred\u{FFFD}”");
        assert_eq!((code("a`b\nc").as_str(), code("").as_str()), ("`a'b c`", "(empty)"));
        assert_eq!(text("__init__ ~x~"), "\\_\\_init\\_\\_ \\~x\\~");
    }

    #[test]
    fn an_endless_message_ends() {
        assert_eq!(text(&"x".repeat(1_000_000)).chars().count(), LONGEST + 1);
    }
}
