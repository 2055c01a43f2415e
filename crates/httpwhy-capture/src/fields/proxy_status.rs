//! `Proxy-Status`: what each intermediary says of the response, nearest to the origin server first (RFC 9209).

use sfv::{BareItem, Item, List, ListEntry, Parameters, Parser};

/// What one intermediary says.
///
/// ```
/// let all = httpwhy_capture::fields::proxy_status::parse(r#"cdn.example; error=connection_refused; details="no route""#);
/// assert_eq!((all[0].name.as_str(), all[0].error.as_deref()), ("cdn.example", Some("connection_refused")));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProxyStatus {
    /// Who says it.
    pub name: String,
    /// The error type, one of RFC 9209, section 2.3.
    pub error: Option<String>,
    /// Where it was forwarding to.
    pub next_hop: Option<String>,
    /// The status it received from there.
    pub received_status: Option<u16>,
    /// More, in words.
    pub details: Option<String>,
}

/// Reads a field value; an empty list if it breaks the grammar.
pub fn parse(value: &str) -> Vec<ProxyStatus> {
    let list: List = Parser::new(value).parse().unwrap_or_default();
    list.iter().filter_map(|entry| if let ListEntry::Item(item) = entry { member(item) } else { None }).collect()
}

fn member(item: &Item) -> Option<ProxyStatus> {
    let parameter = |name: &str| parameter(&item.params, name);
    let received = parameter("received-status").and_then(|status| status.parse().ok());
    let (error, next_hop, details) = (parameter("error"), parameter("next-hop"), parameter("details"));
    Some(ProxyStatus { name: text(&item.bare_item)?, error, next_hop, received_status: received, details })
}

fn parameter(parameters: &Parameters, name: &str) -> Option<String> {
    parameters.iter().find(|(key, _)| key.as_str() == name).and_then(|(_, value)| text(value))
}

fn text(item: &BareItem) -> Option<String> {
    match item {
        BareItem::String(text) => Some(text.as_str().to_owned()),
        BareItem::Token(text) => Some(text.as_str().to_owned()),
        BareItem::Integer(number) => Some(number.to_string()),
        _ => None,
    }
}
