//! The XML that WebDAV prescribes (RFC 4918).

/// 207: several statuses, one of each resource (section 13). Anything else: the condition that failed (section 16).
pub fn content(code: u16) -> String {
    match code {
        207 => MULTISTATUS.to_owned(),
        _ => LOCKED.to_owned(),
    }
}

const MULTISTATUS: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<D:multistatus xmlns:D="DAV:">
  <D:response>
    <D:href>/status/200</D:href>
    <D:status>HTTP/1.1 200 OK</D:status>
  </D:response>
  <D:response>
    <D:href>/status/423</D:href>
    <D:status>HTTP/1.1 423 Locked</D:status>
    <D:error><D:lock-token-submitted><D:href>/status/423</D:href></D:lock-token-submitted></D:error>
  </D:response>
  <D:responsedescription>You asked for this status; nothing has failed. More: /207</D:responsedescription>
</D:multistatus>
"#;

const LOCKED: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<D:error xmlns:D="DAV:"><D:lock-token-submitted><D:href>/status/423</D:href></D:lock-token-submitted></D:error>
"#;
