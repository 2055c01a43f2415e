//! Scripts of any origin may use the endpoints, as with httpstat.us.

use crate::plan::Plan;
use crate::request::Request;

/// Whether a browser asks for permission only (Fetch standard, CORS-preflight request).
pub fn is_preflight(request: &Request) -> bool {
    request.method == "OPTIONS"
        && request.fields.get("origin").is_some()
        && request.fields.get("access-control-request-method").is_some()
}

/// The permission. If it carried the status that was asked for, no script would ever see that status.
pub fn preflight(request: &Request) -> Plan {
    let plan = allow(Plan::new(204));
    let repeat = |name| request.fields.get(name).filter(|value| is_list_of_tokens(value)).map(str::to_owned);
    let method = repeat("access-control-request-method").unwrap_or_default();
    let plan = plan.field("Access-Control-Allow-Methods", method).field("Access-Control-Max-Age", "600");
    match repeat("access-control-request-headers") {
        Some(names) => plan.field("Access-Control-Allow-Headers", names),
        None => plan,
    }
}

/// Opens a response to scripts.
pub fn allow(mut plan: Plan) -> Plan {
    plan.fields.push(("Access-Control-Allow-Origin".into(), "*".into()));
    plan.fields.push(("Access-Control-Expose-Headers".into(), "*".into()));
    plan
}

fn is_list_of_tokens(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~, ".contains(&byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_permission_repeats_what_was_asked() {
        let mut request = Request::get("/status/503").with("Origin", "https://app.example");
        request.method = "OPTIONS".to_owned();
        assert!(!is_preflight(&request));
        let request =
            request.with("Access-Control-Request-Method", "PATCH").with("Access-Control-Request-Headers", "x-a, x-b");
        assert!(is_preflight(&request));
        let plan = preflight(&request);
        assert_eq!(plan.get("access-control-allow-methods"), Some("PATCH"));
        assert_eq!(plan.get("access-control-allow-headers"), Some("x-a, x-b"));
    }
}
