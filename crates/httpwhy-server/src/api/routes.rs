//! Every path of the API: the one table that requests are dispatched by and the OpenAPI document is written from.

use percent_encoding::percent_decode_str;

use super::asked::Asked;
use super::problem::Problem;
use super::{codes, diagnose, openapi, search, start, things};

/// One method on one path.
pub struct Route {
    pub method: Method,
    /// With `{name}` for a value.
    pub path: &'static str,
    /// As client libraries call it.
    pub name: &'static str,
    /// One line.
    pub summary: &'static str,
    /// A few sentences.
    pub description: &'static str,
    pub parameters: &'static [Parameter],
    /// What content may be.
    pub takes: &'static [Media],
    pub gives: Gives,
    /// The statuses of its problems, beside those of every path.
    pub refuses: &'static [u16],
    /// Makes the JSON.
    pub run: fn(&Asked) -> Result<String, Problem>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    Get,
    Post,
}

/// A value in the path or in the query.
pub struct Parameter {
    pub name: &'static str,
    pub place: Place,
    pub description: &'static str,
    /// JSON Schema. What it allows is answered, what it does not allow is refused.
    pub schema: &'static str,
    pub example: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    Path,
    Query,
    RequiredQuery,
}

/// A type of content, as a parameter is described.
pub struct Media {
    pub name: &'static str,
    pub schema: &'static str,
    pub example: &'static str,
}

/// What a path answers with.
pub enum Gives {
    /// One of these kinds of the committed schema.
    Kinds(&'static [&'static str]),
    /// JSON by a schema of its own.
    Other(&'static str),
}

impl Method {
    pub fn name(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

impl Route {
    /// The values in a path, decoded, if it is a path of this route.
    pub fn values(&self, path: &str) -> Option<Vec<String>> {
        let (mut known, mut given) = (self.path.split('/'), path.split('/'));
        let mut values = Vec::new();
        loop {
            match (known.next(), given.next()) {
                (None, None) => return Some(values),
                (Some(name), Some(value)) if name.starts_with('{') && !value.is_empty() => {
                    values.push(percent_decode_str(value).decode_utf8_lossy().into_owned());
                }
                (Some(known), Some(given)) if known == given => {}
                _ => return None,
            }
        }
    }

    /// The parameters that stand in the query.
    pub fn query(&self) -> impl Iterator<Item = &'static Parameter> {
        self.parameters.iter().filter(|parameter| parameter.place != Place::Path)
    }
}

/// The methods of a path, as `Allow` has them.
pub fn allowed(routes: &[(&Route, Vec<String>)]) -> String {
    let methods = routes.iter().flat_map(|(route, _)| match route.method {
        Method::Get => &["GET", "HEAD"][..],
        Method::Post => &["POST"],
    });
    methods.copied().chain(["OPTIONS"]).collect::<Vec<_>>().join(", ")
}

const ID: &str = r#"{"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}"#;
const CODE: &str = r#"{"type": "string", "pattern": "^[0-9]{3}$"}"#;

const GET: Route = Route {
    method: Method::Get,
    path: "",
    name: "",
    summary: "",
    description: "",
    parameters: &[],
    takes: &[],
    gives: Gives::Kinds(&["codes"]),
    refuses: &[],
    run: start::links,
};

pub const ROUTES: &[Route] = &[
    Route {
        path: "/api/v1",
        name: "start",
        summary: "What there is",
        description: "Every path of this API with one line about it. Begin here.",
        gives: Gives::Other(start::LINKS),
        run: start::links,
        ..GET
    },
    Route {
        path: "/api/v1/openapi.json",
        name: "openapi",
        summary: "This description",
        description: "The API as an OpenAPI 3.1 document.",
        gives: Gives::Other(r#"{"type": "object", "required": ["openapi", "info", "paths"]}"#),
        run: openapi::document,
        ..GET
    },
    Route {
        path: "/schema/httpwhy.v1.schema.json",
        name: "schema",
        summary: "The JSON Schema of every document",
        description: "The schema of what the API answers and of what `httpwhy --json` prints. It may grow; what stands there keeps its name and meaning.",
        gives: Gives::Other(r#"{"type": "object", "required": ["$defs"]}"#),
        run: start::schema,
        ..GET
    },
    Route {
        path: "/api/v1/codes",
        name: "listCodes",
        summary: "Every code",
        description: "The status codes in order, each with its name and one sentence; all of them, or those of one class or standing.",
        parameters: &[Parameter {
            name: "class",
            place: Place::Query,
            description: "Only the codes of this class (`4xx`, `client-error`) or standing (`vendor`).",
            schema: codes::CLASSES,
            example: "4xx",
        }],
        run: codes::list,
        ..GET
    },
    Route {
        path: "/api/v1/codes/{code}",
        name: "getCode",
        summary: "One code in full",
        description: "What it means, why it happens, who can do what about it, whether to retry, its fields, what it is confused with, how each language spells it. Any number of three digits is explained, at least by its class; `000` is no response. Sub-codes are vendors' refinements, such as `403.14` of IIS and `1015` of Cloudflare.",
        parameters: &[Parameter {
            name: "code",
            place: Place::Path,
            description: "Three digits, or a sub-code as its vendor writes it.",
            schema: r#"{"type": "string", "pattern": "^[0-9]{3,4}(\\.[0-9]{1,3})?$"}"#,
            example: "403",
        }],
        gives: Gives::Kinds(&["code"]),
        refuses: &[404],
        run: codes::one,
        ..GET
    },
    Route {
        path: "/api/v1/causes",
        name: "listCauses",
        summary: "Every cause",
        description: "The ids of all causes. Each title completes the sentence “502, because …”.",
        run: things::causes,
        ..GET
    },
    Route {
        path: "/api/v1/causes/{id}",
        name: "getCause",
        summary: "One cause in full",
        description: "What happened, who must act, the one check that confirms it, how to fix it on each server, and what it is mistaken for.",
        parameters: &[Parameter {
            name: "id",
            place: Place::Path,
            description: "The id of a cause.",
            schema: ID,
            example: "upstream-down",
        }],
        gives: Gives::Kinds(&["cause"]),
        refuses: &[404],
        run: things::cause,
        ..GET
    },
    Route {
        path: "/api/v1/components",
        name: "listComponents",
        summary: "Every component",
        description: "The servers, proxies, CDNs, platforms and frameworks that httpwhy can recognise.",
        run: things::components,
        ..GET
    },
    Route {
        path: "/api/v1/components/{id}",
        name: "getComponent",
        summary: "One component in full",
        description: "How to recognise it, what stands behind each status it answers, what its log lines mean, after which times it gives up, and where its logs are.",
        parameters: &[Parameter {
            name: "id",
            place: Place::Path,
            description: "The id of a component.",
            schema: ID,
            example: "nginx",
        }],
        gives: Gives::Kinds(&["component"]),
        refuses: &[404],
        run: things::component,
        ..GET
    },
    Route {
        path: "/api/v1/comparisons",
        name: "listComparisons",
        summary: "Every question",
        description: "The questions people ask about which code to use, such as “401 or 403?”.",
        run: things::comparisons,
        ..GET
    },
    Route {
        path: "/api/v1/comparisons/{id}",
        name: "getComparison",
        summary: "One question with its answer",
        description: "Which code is right when, and why.",
        parameters: &[Parameter {
            name: "id",
            place: Place::Path,
            description: "The id of a question.",
            schema: ID,
            example: "401-403",
        }],
        gives: Gives::Kinds(&["comparison"]),
        refuses: &[404],
        run: things::comparison,
        ..GET
    },
    Route {
        path: "/api/v1/compare/{left}/{right}",
        name: "compare",
        summary: "Two codes side by side",
        description: "The question that is written about the two codes, in either order. If there is none, what each of them means. One code twice gives the questions about it.",
        parameters: &[
            Parameter {
                name: "left",
                place: Place::Path,
                description: "A code that is known.",
                schema: CODE,
                example: "401",
            },
            Parameter { name: "right", place: Place::Path, description: "Another one.", schema: CODE, example: "403" },
        ],
        gives: Gives::Kinds(&["comparison", "codes"]),
        refuses: &[404],
        run: things::compare,
        ..GET
    },
    Route {
        path: "/api/v1/search",
        name: "search",
        summary: "Find what somebody means",
        description: "Takes what people type: a number, a pattern (`50x`), a name old or new, a piece of one, a typo, a constant of a language, a gRPC status, words. One clear match is that document in full; several are a list, best first. If nothing is found, the list is empty, and `nearest` has the three that come nearest; that is an answer, too, so the status is 200.",
        parameters: &[Parameter {
            name: "q",
            place: Place::RequiredQuery,
            description: "What to look for, at most 200 characters.",
            schema: r#"{"type": "string", "minLength": 1, "maxLength": 200, "pattern": "[A-Za-z0-9]"}"#,
            example: "too many requests",
        }],
        gives: Gives::Kinds(&["code", "codes", "cause", "comparison"]),
        run: search::search,
        ..GET
    },
    Route {
        method: Method::Post,
        path: "/api/v1/diagnose",
        name: "diagnose",
        summary: "Say why a response is as it is",
        description: "Send a response as you have it, and learn who answered, which cause fits and by what evidence, who must act and how to fix it. As text: what `curl -i` or `curl -v` printed, a raw response, an error message of curl. As JSON: a HAR file, of which every entry that failed is diagnosed (the first 100), or problem details. Secrets are redacted, nothing is stored, and nobody is called. With curl: `curl --data-binary @response.txt`.",
        parameters: &[
            Parameter {
                name: "request",
                place: Place::Query,
                description: "The request the response belongs to: method and URL.",
                schema: diagnose::REQUEST,
                example: "GET https://example.com/files/",
            },
            Parameter {
                name: "took",
                place: Place::Query,
                description: "How long the answer took: `60s`, `1.5s`, `300ms`. It is compared with the timers of servers.",
                schema: diagnose::TOOK,
                example: "60s",
            },
        ],
        takes: diagnose::MEDIA,
        gives: Gives::Kinds(&["diagnosis", "answers"]),
        refuses: &[413, 415, 422],
        run: diagnose::diagnose,
    },
];
