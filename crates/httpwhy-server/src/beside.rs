//! Long evidence is read beside the other requests, not before them.

use crate::plan::{Answer, Plan};
use crate::request::Request;

/// Shorter content is read faster than a thread is found for it.
const LONG: usize = 32 << 10;

/// The plan for a request, made at once or, if its content is long, on a thread that may take its time.
pub fn answer(request: &Request, plan: impl FnOnce(&Request) -> Plan + Send + 'static) -> Answer {
    if request.content.len() < LONG {
        return plan(request).into();
    }
    let request = request.clone();
    Answer::Later(Box::pin(async move {
        let planned = tokio::task::spawn_blocking(move || plan(&request)).await;
        planned.unwrap_or_else(|_| Plan::new(500))
    }))
}
