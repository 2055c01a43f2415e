//! The short lists: classes, gRPC, redirects, what clients retry.

use super::pool::{Pool, row};
use super::{citation, citations, head};
use crate::knowledge::Knowledge;

pub fn classes(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for class in &knowledge.classes {
        let fields = [
            ("name", pool.text(&class.name)),
            ("range", pool.text(&class.range)),
            ("meaning", pool.text(&class.meaning)),
            ("unknown", pool.text(&class.unknown)),
            ("source", citation(knowledge, pool, &class.source)),
        ];
        pool.list("CLASSES", "ClassFactsRow", vec![row("ClassFactsRow", &fields)]);
    }
    let uses = ["crate::class::ClassFactsRow", "crate::source::CitationRow", "crate::table::{At, Str}"];
    head("Classes.", &uses) + &pool.spell(&["CLASSES"])
}

pub fn grpc(knowledge: &Knowledge, pool: &mut Pool) -> String {
    let grpc = &knowledge.grpc;
    let statuses = grpc.status.iter().map(|status| {
        let fields = [
            ("number", status.number.to_string()),
            ("name", pool.text(&status.name)),
            ("meaning", pool.text(&status.meaning)),
            ("http", status.http.to_string()),
        ];
        row("GrpcStatusRow", &fields)
    });
    let statuses = statuses.collect();
    let from_http = grpc
        .from_http
        .iter()
        .map(|from| row("FromHttpRow", &[("http", from.http.to_string()), ("grpc", pool.text(&from.grpc))]));
    let from_http = from_http.collect();
    let tables = [
        ("statuses", pool.list("STATUSES", "GrpcStatusRow", statuses)),
        ("from_http", pool.list("FROM_HTTP", "FromHttpRow", from_http)),
        ("note", format!("{:?}", grpc.note)),
        ("sources", citations(knowledge, pool, &grpc.sources)),
    ];
    let uses = ["crate::Grpc", "crate::grpc::{FromHttpRow, GrpcStatusRow}", "crate::table::{List, Str}"];
    let whole = format!("pub(crate) const GRPC: Grpc = {};\n\n", row("Grpc", &tables));
    head("gRPC and HTTP statuses.", &uses) + &whole + &pool.spell(&["FROM_HTTP", "STATUSES"])
}

pub fn redirects(knowledge: &Knowledge, pool: &mut Pool) -> String {
    let matrix = &knowledge.redirects;
    let rows = matrix.redirect.iter().map(|redirect| {
        let fates =
            matrix.methods.iter().map(|method| format!("MethodFate::{}", redirect.fate[method].variant())).collect();
        let fields = [
            ("number", redirect.code.to_string()),
            ("fates", pool.list("FATES", "MethodFate", fates)),
            ("source", citation(knowledge, pool, &redirect.source)),
        ];
        row("RedirectRow", &fields)
    });
    let rows = rows.collect();
    let tables = [
        ("methods", pool.texts(&matrix.methods)),
        ("rows", pool.list("REDIRECTS", "RedirectRow", rows)),
        ("notes", pool.texts(&matrix.notes)),
        ("sources", citations(knowledge, pool, &matrix.sources)),
    ];
    let uses = [
        "crate::redirect::{RedirectRow}",
        "crate::source::CitationRow",
        "crate::table::{At, List, Str}",
        "crate::{MethodFate, RedirectMatrix}",
    ];
    let whole = format!("pub(crate) const MATRIX: RedirectMatrix = {};\n\n", row("RedirectMatrix", &tables));
    head("What redirects do to methods.", &uses) + &whole + &pool.spell(&["FATES", "REDIRECTS"])
}

pub fn retries(knowledge: &Knowledge, pool: &mut Pool) -> String {
    for client in &knowledge.retries.client {
        let fields = [
            ("name", pool.text(&client.name)),
            ("setting", pool.text(&client.setting)),
            ("codes", pool.numbers(&client.codes)),
            ("note", pool.text(&client.note)),
            ("source", citation(knowledge, pool, &client.source)),
        ];
        pool.list("RETRY_CLIENTS", "RetryClientRow", vec![row("RetryClientRow", &fields)]);
    }
    let uses = ["crate::retries::RetryClientRow", "crate::source::CitationRow", "crate::table::{At, List, Str}"];
    head("What clients retry.", &uses) + &pool.spell(&["RETRY_CLIENTS"])
}
