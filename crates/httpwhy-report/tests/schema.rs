//! Every document we print is one the committed schema describes.

use std::time::Duration;

use boon::{Compiler, SchemaIndex, Schemas};
use httpwhy_capture::Asked;
use httpwhy_core::search::Target;
use httpwhy_core::{
    CAUSES, CODES, COMPARISONS, COMPONENTS, Code, Exchange, LogLine, Logged, Nearness, Response, SUBCODES, Tried,
};
use httpwhy_report::{Now, Report, render};

struct Schema {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Schema {
    fn read() -> Schema {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        let text = include_str!("../../../schema/httpwhy.v1.schema.json");
        compiler.add_resource("schema.json", serde_json::from_str(text).unwrap()).unwrap();
        let index = compiler.compile("schema.json", &mut schemas).unwrap();
        Schema { schemas, index }
    }

    fn check(&self, what: &str, report: &Report) {
        let json = serde_json::from_str(&render::json(report)).unwrap();
        if let Err(error) = self.schemas.validate(&json, self.index) {
            panic!("{what}: {error:#}");
        }
    }
}

#[test]
fn every_code_and_every_other_number() {
    let schema = Schema::read();
    for number in 0..=1000 {
        schema.check(&number.to_string(), &Report::number(number));
    }
}

#[test]
fn every_subcode_cause_and_comparison() {
    let schema = Schema::read();
    SUBCODES
        .iter()
        .flat_map(|vendor| vendor.list)
        .for_each(|subcode| schema.check(subcode.code, &Report::subcode(subcode)));
    CAUSES.iter().for_each(|cause| schema.check(cause.id, &Report::cause(cause)));
    COMPARISONS.iter().for_each(|comparison| schema.check(comparison.id, &Report::comparison(comparison)));
}

#[test]
fn every_component() {
    let schema = Schema::read();
    COMPONENTS.iter().for_each(|component| schema.check(component.id, &Report::component(component)));
}

#[test]
fn lists_and_codes_side_by_side() {
    let schema = Schema::read();
    schema.check("all codes", &Report::several(&CODES.iter().map(Target::Code).collect::<Vec<_>>()));
    schema.check("all causes", &Report::several(&CAUSES.iter().map(Target::Cause).collect::<Vec<_>>()));
    schema.check("all components", &Report::components(COMPONENTS.iter()));
    schema.check("nothing", &Report::nothing(&[Target::Code(Code::get(404).unwrap())]));
    schema.check("200 and 508", &Report::side_by_side(&[Code::get(200).unwrap(), Code::get(508).unwrap()]));
}

#[test]
fn the_diagnosis_of_every_example() {
    let schema = Schema::read();
    let now = Now::new(|| "2026-11-25T10:00:00+01:00[Europe/Berlin]".parse().unwrap());
    for code in CODES {
        let Some(example) = code.example else { continue };
        let capture = httpwhy_capture::read(example.as_bytes()).unwrap();
        schema.check(&code.number.to_string(), &Report::diagnosis(&capture, &now));
    }
}

/// Everything that may stand in a diagnosis: a failure, logs, experiments, requests that were sent, notes.
#[test]
fn a_diagnosis_with_all_kinds_of_evidence() {
    let schema = Schema::read();
    let now = Now::new(|| "2026-11-25T10:00:00+01:00[Europe/Berlin]".parse().unwrap());
    let text = "> GET /files/?token=s3cret HTTP/1.1\n> Host: a.example\n>\n< HTTP/1.1 403 Forbidden\n< Server: nginx\n<\n<hr><center>nginx</center>";
    let mut capture = httpwhy_capture::read(text.as_bytes()).unwrap();
    let line = LogLine {
        text: "directory index of \"/srv/files/\" is forbidden, Cookie: a=s3cret".to_owned(),
        file: "error.log".to_owned(),
        number: 7,
        nearness: Nearness::Names,
    };
    capture.set_logged(Logged { lines: vec![line], ..Logged::default() });
    let missing =
        Exchange { response: Some(Response::new(404)), request: capture.last().request.clone(), ..Exchange::default() };
    capture.add_tried(Tried { experiment: "index-file", exchanges: vec![missing] });
    capture.add_asked(Asked {
        method: "GET".to_owned(),
        url: "https://a.example/files/?token=s3cret".to_owned(),
        status: 0,
        took: Duration::from_millis(3),
        why: "you asked for it".to_owned(),
    });
    capture.notes.push(("Timing", "total 3 ms".to_owned()));
    let report = Report::diagnosis(&capture, &now);
    schema.check("all kinds", &report);
    let json = render::json(&report);
    assert!(json.contains("log error.log:7") && json.contains("experiment index-file"), "{json}");
    assert!(!json.contains("s3cret"), "{json}");
}

#[test]
fn the_schema_refuses_what_it_does_not_know() {
    let schema = Schema::read();
    let stranger = serde_json::json!({ "kind": "code", "schema": 1, "code": 200 });
    assert!(schema.schemas.validate(&stranger, schema.index).is_err());
}
