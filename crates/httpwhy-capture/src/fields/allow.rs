//! `Allow`: the methods the target offers (RFC 9110, section 10.2.1).

/// Reads a field value; an empty one means that no method is offered.
///
/// ```
/// assert_eq!(httpwhy_capture::fields::allow::parse("GET, HEAD"), ["GET", "HEAD"]);
/// assert!(httpwhy_capture::fields::allow::parse("").is_empty());
/// ```
pub fn parse(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|method| !method.is_empty()).map(str::to_owned).collect()
}
