//! The short lists: classes, gRPC, redirects, what clients retry.

use super::rust::{citation, citations, head, list, numbers, text, texts};
use crate::knowledge::Knowledge;

pub fn classes(knowledge: &Knowledge) -> String {
    let mut out = head("Classes.");
    out.push_str("use super::sources::cite;\nuse crate::ClassFacts;\n\n");
    out.push_str(&format!("pub(crate) static CLASSES: [ClassFacts; {}] = [\n", knowledge.classes.len()));
    for class in &knowledge.classes {
        out.push_str(&format!(
            "    ClassFacts {{ name: {}, range: {}, meaning: {}, unknown: {}, source: {} }},\n",
            text(&class.name),
            text(&class.range),
            text(&class.meaning),
            text(&class.unknown),
            citation(knowledge, &class.source),
        ));
    }
    out + "];\n"
}

pub fn grpc(knowledge: &Knowledge) -> String {
    let grpc = &knowledge.grpc;
    let statuses = list(&grpc.status, |row| {
        format!(
            "\n        GrpcStatus {{ number: {}, name: {}, meaning: {}, http: {} }}",
            row.number,
            text(&row.name),
            text(&row.meaning),
            row.http
        )
    });
    let from_http = list(&grpc.from_http, |row| format!("({}, {})", row.http, text(&row.grpc)));
    format!(
        "{}use super::sources::cite;\nuse crate::{{Grpc, GrpcStatus}};\n\npub(crate) const GRPC: Grpc = Grpc {{\n    statuses: {statuses},\n    from_http: {from_http},\n    note: {},\n    sources: {},\n}};\n",
        head("gRPC and HTTP statuses."),
        text(&grpc.note),
        citations(knowledge, &grpc.sources),
    )
}

pub fn redirects(knowledge: &Knowledge) -> String {
    let matrix = &knowledge.redirects;
    let rows = list(&matrix.redirect, |row| {
        let fates = list(&matrix.methods, |method| format!("MethodFate::{}", row.fate[method].variant()));
        format!(
            "\n        Redirect {{ number: {}, fates: {fates}, source: {} }}",
            row.code,
            citation(knowledge, &row.source)
        )
    });
    format!(
        "{}use super::sources::cite;\nuse crate::{{MethodFate, Redirect, RedirectMatrix}};\n\npub(crate) const REDIRECTS: RedirectMatrix = RedirectMatrix {{\n    methods: {},\n    rows: {rows},\n    notes: {},\n    sources: {},\n}};\n",
        head("What redirects do to methods."),
        texts(&matrix.methods),
        texts(&matrix.notes),
        citations(knowledge, &matrix.sources),
    )
}

pub fn retries(knowledge: &Knowledge) -> String {
    let mut out = head("What clients retry.");
    out.push_str("use super::sources::cite;\nuse crate::RetryClient;\n\n");
    out.push_str(&format!("pub(crate) static RETRY_CLIENTS: [RetryClient; {}] = [\n", knowledge.retries.client.len()));
    for client in &knowledge.retries.client {
        out.push_str(&format!(
            "    RetryClient {{ name: {}, setting: {}, codes: {}, note: {}, source: {} }},\n",
            text(&client.name),
            text(&client.setting),
            numbers(&client.codes),
            text(&client.note),
            citation(knowledge, &client.source),
        ));
    }
    out + "];\n"
}
