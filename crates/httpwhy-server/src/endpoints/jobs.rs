//! `/jobs`: work that takes a while. The name of a job says when it is done, so nothing need be remembered.

use std::time::Duration;

use serde_json::json;

use crate::plan::Plan;

use super::ask::{Answered, Ask, Checked};
use super::lead;
use super::provoked::provoked;

const USUAL: Duration = Duration::from_secs(2);

/// Begins a job that takes `takes`: 202, and where to ask.
pub fn begin(ask: &Ask) -> Answered {
    let takes = ask.pause("takes")?.unwrap_or(USUAL);
    let path = format!("/jobs/{}", (age(ask) + takes).as_millis());
    let content = format!("{:#}\n", json!({ "status": "accepted", "monitor": path }));
    let plan = Plan::new(202).field("Location", path).field("Retry-After", takes.as_secs().max(1).to_string());
    Ok(plan.field("Cache-Control", "no-store").content("application/json", content))
}

/// How the job stands; when it is done, where the result is.
pub fn poll(ask: &Ask) -> Answered {
    let left = left(ask)?;
    Ok(match left.is_zero() {
        true => lead::to(303, format!("/jobs/{}/result", ask.part(0))),
        false => {
            let plan = super::json(&json!({ "status": "running", "seconds_left": left.as_secs_f64() }));
            plan.field("Retry-After", (left.as_secs() + 1).to_string())
        }
    })
}

/// The result, once there is one.
pub fn result(ask: &Ask) -> Answered {
    match left(ask)?.is_zero() {
        true => Ok(super::json(&json!({ "status": "done", "result": 42 }))),
        false => Err(provoked(404, "There is no result yet. Ask /jobs/{id} until it leads you here."))?,
    }
}

fn left(ask: &Ask) -> Checked<Duration> {
    let due = ask.part(0).parse().map(Duration::from_millis).ok();
    let due = due.filter(|due| *due <= age(ask) + ask.site.config.limits.most_wait);
    Ok(due.ok_or_else(|| provoked(404, "There is no such job. POST to /jobs to begin one."))?.saturating_sub(age(ask)))
}

fn age(ask: &Ask) -> Duration {
    ask.now.saturating_duration_since(ask.site.started)
}

#[cfg(test)]
mod tests {
    use crate::Request;
    use crate::endpoints::tests::{answered_by, post, site};

    #[test]
    fn a_job_is_accepted_then_done() {
        let site = site();
        let plan = answered_by(&site, post("/jobs?takes=0"));
        assert_eq!(plan.status, 202);
        let job = plan.get("location").unwrap();
        let plan = answered_by(&site, Request::get(job));
        assert_eq!((plan.status, plan.get("location")), (303, Some(&*format!("{job}/result"))));
        assert_eq!(answered_by(&site, Request::get(&format!("{job}/result"))).status, 200);
    }

    #[test]
    fn a_job_that_is_not_done_says_when_to_return() {
        let site = site();
        let plan = answered_by(&site, post("/jobs?takes=20s"));
        let job = plan.get("location").unwrap();
        let plan = answered_by(&site, Request::get(job));
        assert_eq!((plan.status, plan.get("retry-after")), (200, Some("20")));
        assert_eq!(answered_by(&site, Request::get(&format!("{job}/result"))).status, 404);
    }

    #[test]
    fn a_job_nobody_began_is_not_found() {
        let site = site();
        for path in ["/jobs/99999999999", "/jobs/x", "/jobs/99999999999999999999999"] {
            assert_eq!(answered_by(&site, Request::get(path)).status, 404, "{path}");
        }
    }
}
