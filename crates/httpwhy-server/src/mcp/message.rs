//! What JSON-RPC 2.0 says of a message that cannot be answered.

use serde_json::{Value, json};

/// Why there is no result, by the numbers of JSON-RPC 2.0, section 5.1.
#[derive(Debug)]
pub struct Failure {
    code: i32,
    message: String,
}

impl Failure {
    pub fn parse() -> Failure {
        Failure { code: -32700, message: "This is no JSON.".to_owned() }
    }

    pub fn invalid() -> Failure {
        let message = "This is no request of JSON-RPC 2.0: it needs jsonrpc, method, and a string or number as id.";
        Failure { code: -32600, message: message.to_owned() }
    }

    pub fn method(name: &str) -> Failure {
        Failure {
            code: -32601,
            message: format!("There is no method {name}; there are initialize, ping, tools/list and tools/call."),
        }
    }

    pub fn parameters(message: String) -> Failure {
        Failure { code: -32602, message }
    }

    pub fn answer(self, id: &Value) -> Value {
        json!({ "jsonrpc": "2.0", "id": id, "error": { "code": self.code, "message": self.message } })
    }
}
