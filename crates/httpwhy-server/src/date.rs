//! The `Date` field, made once a second.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

thread_local! {
    static NOW: RefCell<(u64, Rc<str>)> = RefCell::new((0, Rc::from("")));
}

/// The time as an HTTP-date (RFC 9110, 5.6.7).
pub fn now() -> Rc<str> {
    let second = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    NOW.with_borrow_mut(|(known, text)| {
        if *known != second || text.is_empty() {
            *known = second;
            *text = Rc::from(httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(second)));
        }
        Rc::clone(text)
    })
}
