//! Responses of a real nginx, a real Apache httpd and a real application server, started here on loopback, read as
//! `curl -si` and `curl -sv` print them.

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::server::{Server, apache_modules, free_port, scratch};
use common::{answer, tool};

/// What httpwhy says of the response that curl prints.
fn explained(server: &Server, curl: &Path, options: &[&str], path: &str) -> String {
    // As it is typed: with -v the transcript is on standard error, and both streams are mixed.
    let mut shell = Command::new("sh");
    let output =
        shell.args(["-c", "exec \"$0\" \"$@\" 2>&1"]).arg(curl).args(options).arg(server.url(path)).output().unwrap();
    answer(&["-"], &output.stdout)
}

fn says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "“{part}” is not in\n{text}");
    }
}

#[test]
fn responses_of_nginx() {
    let (Some(nginx), Some(curl)) = (tool("nginx"), tool("curl")) else { return };
    let (dir, port, closed) = (scratch("nginx"), free_port(), free_port());
    fs::write(
        dir.join("nginx.conf"),
        format!(
            "daemon off; master_process off; pid nginx.pid; error_log stderr;
events {{}}
http {{
    access_log off;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        location /denied {{ deny all; }}
        location /moved {{ return 308 /page.txt; }}
        location /members {{ auth_basic \"members\"; auth_basic_user_file users; }}
        location /down {{ proxy_pass http://127.0.0.1:{closed}; }}
        location /busy {{ add_header Retry-After 90 always; return 503; }}
    }}
}}",
            root = dir.join("www").display()
        ),
    )
    .unwrap();
    fs::write(dir.join("users"), "").unwrap();
    let prefix = dir.to_str().unwrap();
    let server = Server::start(&nginx, &["-p", prefix, "-c", "nginx.conf"], &dir, port);

    says(&explained(&server, &curl, &["-si"], "/denied"), &["403 Forbidden", "HTTP/1.1"]);
    says(&explained(&server, &curl, &["-si"], "/folder/"), &["403 Forbidden"]);
    says(&explained(&server, &curl, &["-si"], "/missing"), &["404 Not Found"]);
    says(
        &explained(&server, &curl, &["-si"], "/members"),
        &["401 Unauthorized", "Send Basic credentials for the realm “members”"],
    );
    says(&explained(&server, &curl, &["-si"], "/down"), &["502 Bad Gateway", "upstream-down"]);
    says(&explained(&server, &curl, &["-si"], "/busy"), &["503 Service Unavailable", "Wait 1 minute 30 seconds"]);
    says(&explained(&server, &curl, &["-siL"], "/moved"), &["200 OK", "308 Permanent Redirect to"]);
    says(&explained(&server, &curl, &["-sv"], "/moved"), &["308 Permanent Redirect", "GET /moved"]);
    says(
        &explained(&server, &curl, &["-si", "-H", "Range: bytes=99-"], "/page.txt"),
        &["416 Range Not Satisfiable", "The whole is 6 bytes long"],
    );
    says(&explained(&server, &curl, &["-si", "-X", "DELETE"], "/page.txt"), &["405 Method Not Allowed"]);
}

#[test]
fn responses_of_apache() {
    let (Some(apache), Some(curl)) = (tool("apache2").or_else(|| tool("httpd")), tool("curl")) else { return };
    let names = "mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user alias dir autoindex mime";
    let Some(load) = apache_modules(names) else { return };
    let (dir, port) = (scratch("apache"), free_port());
    fs::write(dir.join("users"), "").unwrap();
    fs::write(
        dir.join("apache.conf"),
        format!(
            "ServerName localhost
Listen 127.0.0.1:{port}
PidFile {dir}/apache.pid
ErrorLog {dir}/error.log
DefaultRuntimeDir {dir}
{load}TypesConfig /etc/mime.types
DocumentRoot {dir}/www
<Directory {dir}/www>
    Require all granted
</Directory>
<Location /denied>
    Require all denied
</Location>
<Location /members>
    AuthType Basic
    AuthName members
    AuthUserFile {dir}/users
    Require valid-user
</Location>
Redirect gone /old
Redirect permanent /moved http://127.0.0.1:{port}/page.txt
",
            dir = dir.display()
        ),
    )
    .unwrap();
    let config = dir.join("apache.conf");
    let server = Server::start(&apache, &["-X", "-f", config.to_str().unwrap()], &dir, port);

    says(&explained(&server, &curl, &["-si"], "/denied"), &["403 Forbidden"]);
    says(&explained(&server, &curl, &["-si"], "/missing"), &["404 Not Found"]);
    says(&explained(&server, &curl, &["-si"], "/members"), &["401 Unauthorized", "Send Basic credentials"]);
    says(&explained(&server, &curl, &["-si"], "/old"), &["410 Gone"]);
    says(&explained(&server, &curl, &["-si"], "/moved"), &["301 Moved Permanently", "/page.txt"]);
    says(
        &explained(&server, &curl, &["-si", "-X", "PUT", "-d", "x"], "/page.txt"),
        &["405 Method Not Allowed", "The target offers", "GET"],
    );
    says(&explained(&server, &curl, &["-si", "-H", "If-Match: \"other\""], "/page.txt"), &["412 Precondition Failed"]);
    says(&explained(&server, &curl, &["-svi"], "/denied"), &["403 Forbidden", "GET /denied"]);
}

const APPLICATION: &str = r#"
import json

PROBLEM = {"type": "https://example.com/problems/credit", "title": "Out of credit", "status": 422, "detail": "The balance is 30."}
ANSWERS = {
    "/orders": ("422 Unprocessable Content", [("Content-Type", "application/problem+json")], json.dumps(PROBLEM)),
    "/limited": ("429 Too Many Requests", [("Retry-After", "7")], ""),
    "/token": ("401 Unauthorized", [("WWW-Authenticate", 'Bearer realm="api", error="invalid_token", error_description="expired"')], ""),
    "/blocked": ("451 Unavailable For Legal Reasons", [("Link", '<https://provider.example/>; rel="blocked-by"')], ""),
    "/gateway": ("502 Bad Gateway", [("Proxy-Status", "cache.example; error=connection_refused")], ""),
}

def application(environ, start_response):
    path = environ["PATH_INFO"]
    if path == "/crash":
        raise RuntimeError("bug")
    status, fields, content = ANSWERS.get(path, ("404 Not Found", [], "nothing here"))
    start_response(status, fields + [("Content-Length", str(len(content)))])
    return [content.encode()]
"#;

#[test]
fn responses_of_an_application_server() {
    let (Some(gunicorn), Some(curl)) = (tool("gunicorn"), tool("curl")) else { return };
    let (dir, port) = (scratch("gunicorn"), free_port());
    fs::write(dir.join("shop.py"), APPLICATION).unwrap();
    let address = format!("127.0.0.1:{port}");
    let server = Server::start(&gunicorn, &["--bind", &address, "--workers", "1", "shop:application"], &dir, port);

    says(
        &explained(&server, &curl, &["-si"], "/orders"),
        &["422 Unprocessable Content", "“Out of credit” “The balance is 30.”"],
    );
    says(&explained(&server, &curl, &["-si"], "/limited"), &["429 Too Many Requests", "Wait 7 seconds, until"]);
    says(
        &explained(&server, &curl, &["-si"], "/token"),
        &["401 Unauthorized", "Send Bearer credentials", "invalid_token", "“expired”"],
    );
    says(
        &explained(&server, &curl, &["-si"], "/blocked"),
        &["451 Unavailable For Legal Reasons", "https://provider.example/"],
    );
    says(&explained(&server, &curl, &["-si"], "/gateway"), &["502 Bad Gateway", "cache.example", "connection_refused"]);
    says(&explained(&server, &curl, &["-si"], "/crash"), &["500 Internal Server Error", "app-exception"]);
    says(&explained(&server, &curl, &["-si"], "/nowhere"), &["404 Not Found"]);
}

#[test]
fn a_server_that_is_not_there() {
    let Some(curl) = tool("curl") else { return };
    let output = Command::new(curl).args(["-sSi", &format!("http://127.0.0.1:{}/", free_port())]).output().unwrap();
    says(&answer(&["-"], &output.stderr), &["000 No response"]);
}
