//! Classes.
//!
//! Written by `cargo xtask gen` from `knowledge/`; edit there.

use super::sources::cite;
use crate::ClassFacts;

pub(crate) static CLASSES: [ClassFacts; 6] = [
    ClassFacts { name: "no class", range: "0, and everything outside 100 to 599", meaning: "It lies outside 100 to 599, so it is no valid HTTP status code.", unknown: "A client that receives a number outside 100 to 599 should treat the response as if it had a 5xx code. Such a number is never right on the wire: somebody's software invented it, so look into the documentation of the server that sent it.", source: cite(260, "15") },
    ClassFacts { name: "informational", range: "100 to 199", meaning: "An interim response: the request was received, and the final response is still to come.", unknown: "An unknown 1xx code can be ignored: the client goes on waiting for the final response.", source: cite(260, "15.2") },
    ClassFacts { name: "success", range: "200 to 299", meaning: "The request was received, understood and accepted.", unknown: "A client treats an unknown 2xx code as 200 OK. A cache may store it only when the fields of the response allow that, for example by `max-age`.", source: cite(260, "15") },
    ClassFacts { name: "redirection", range: "300 to 399", meaning: "The client has to do more, mostly go elsewhere, before the request is complete.", unknown: "A client treats an unknown 3xx code as 300 Multiple Choices. It may follow a `Location`, and need not; browsers do not.", source: cite(260, "15") },
    ClassFacts { name: "client error", range: "400 to 499", meaning: "The server takes the request to be wrong, or refuses it; the same request will mostly fail again. Some codes of this class ask the client to wait or to use another connection instead.", unknown: "A client treats an unknown 4xx code as 400 Bad Request. The content should explain the fault.", source: cite(260, "15.5") },
    ClassFacts { name: "server error", range: "500 to 599", meaning: "The server knows that it failed, or cannot do what was asked, although the request seems valid.", unknown: "A client treats an unknown 5xx code as 500 Internal Server Error. Numbers from 520 up mostly come from a CDN or a load balancer: look who answered.", source: cite(260, "15.6") },
];
