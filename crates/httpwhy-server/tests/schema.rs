//! What the test endpoints say as JSON is what the committed schema describes.

use std::sync::Arc;

use boon::{Compiler, Schemas};
use httpwhy_server::{Answer, Config, Content, Request, Site, respond};
use serde_json::Value;

#[test]
fn every_endpoint_and_every_explained_plan_fits_the_schema() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let text = include_str!("../../../schema/httpwhy.v1.schema.json");
    compiler.add_resource("schema.json", serde_json::from_str(text).unwrap()).unwrap();
    let schema = compiler.compile("schema.json", &mut schemas).unwrap();
    let site = Arc::new(Site::new(Config::default()));
    let (mut statuses, mut plans) = (0, 0);
    for code in 100..=999 {
        let wishes = "explain=1&interim=103x2&delay=1ms&drip=20ms&trailer=A:b&fault=truncate";
        let asked =
            [format!("/status/{code}"), format!("/status/{code}?explain=1"), format!("/status/{code}?{wishes}")];
        for target in asked {
            let Some(json) = json(&site, &target) else { continue };
            schemas.validate(&json, schema).unwrap_or_else(|error| panic!("{target}: {error:#}\n{json:#}"));
            match json["kind"].as_str() {
                Some("status") => statuses += 1,
                Some("plan") => plans += 1,
                kind => panic!("{target}: {kind:?}"),
            }
        }
    }
    assert!(statuses > 750 && plans > 1500, "{statuses} statuses, {plans} plans");
}

fn json(site: &Arc<Site>, target: &str) -> Option<Value> {
    let request = Request::get(target).with("Accept", "application/json");
    let Answer::Now(plan) = respond(site, &request) else { panic!("{target}: somebody is asked") };
    // A part of a document is no document.
    let is_json =
        plan.get("Content-Type").is_some_and(|kind| kind.starts_with("application/json")) && plan.status != 206;
    match plan.content {
        Content::Whole(bytes) | Content::Pieces { bytes, .. } if is_json => {
            Some(serde_json::from_slice(&bytes).unwrap())
        }
        _ => None,
    }
}
