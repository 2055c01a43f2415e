//! The servers, and what is provoked on each.

use std::fs;
use std::path::Path;

use crate::common::server::{Server, apache_modules, free_port, scratch};
use crate::common::tool;
use crate::{Fault, Live, check, fault};

const PYTHON: &str = include_str!("shop.py");
const NODE: &str = include_str!("shop.js");

/// gunicorn behind nothing, with its log in `output.log`.
fn gunicorn(dir: &Path) -> Option<Server> {
    let gunicorn = tool("gunicorn")?;
    fs::write(dir.join("shop.py"), PYTHON).unwrap();
    let port = free_port();
    let address = format!("127.0.0.1:{port}");
    let arguments = [
        "--bind",
        &address,
        "--workers",
        "2",
        "--worker-class",
        "gthread",
        "--threads",
        "8",
        "--access-logfile",
        "access.log",
        "shop:application",
    ];
    Some(Server::start(&gunicorn, &arguments, dir, port))
}

fn node(dir: &Path) -> Option<Server> {
    let node = tool("node")?;
    fs::write(dir.join("shop.js"), NODE).unwrap();
    let port = free_port();
    Some(Server::start(&node, &["shop.js", &port.to_string()], dir, port))
}

fn log(dir: &Path, name: &str) -> String {
    dir.join(name).to_str().unwrap().to_owned()
}

#[test]
fn an_application_in_python() {
    let dir = scratch("promised-python");
    let Some(app) = gunicorn(&dir) else { return };
    let logs = [log(&dir, "output.log")];
    let logs = [logs[0].as_str()];
    check(&fault(app.url("/exception"), 500, "app-exception", Live::Shown, &logs));
    check(&fault(app.url("/memory"), 500, "out-of-memory", Live::Shown, &logs));
    check(&fault(app.url("/refused"), 403, "insufficient-permission", Live::Named, &[]));
    check(&fault(app.url("/secret"), 401, "auth-missing", Live::Named, &[]));
    let wrong = ["-H", "Authorization: Bearer wrong"];
    check(&Fault { options: &wrong, ..fault(app.url("/secret"), 401, "auth-invalid", Live::Shown, &[]) });
    let without_driver = "501";
    let status = crate::said(&["--json", "--no-probe", &app.url("/database")])["status"].to_string();
    if status == without_driver {
        eprintln!("SKIPPED: a database that is down: psycopg2 is not installed");
    } else {
        check(&fault(app.url("/database"), 500, "database-down", Live::Shown, &logs));
    }
}

#[test]
fn nginx_and_what_it_serves() {
    let Some(nginx) = tool("nginx") else { return };
    let dir = scratch("promised-nginx");
    let (port, closed) = (free_port(), free_port());
    let app_dir = scratch("promised-nginx-app");
    let Some(app) = gunicorn(&app_dir) else { return };
    let node_dir = scratch("promised-nginx-node");
    let Some(node) = node(&node_dir) else { return };
    let secret = dir.join("www/secret.txt");
    fs::write(&secret, "x").unwrap();
    fs::write(dir.join("users"), "").unwrap();
    set_unreadable(&secret);
    fs::write(
        dir.join("nginx.conf"),
        format!(
            "daemon off; pid nginx.pid; error_log error.log; worker_processes 1; {user}
events {{}}
http {{
    access_log access.log;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        location /blocked {{ deny 127.0.0.1; allow all; }}
        location /members {{ auth_basic \"members\"; auth_basic_user_file {dir}/users; }}
        location /round {{ rewrite ^ /round last; }}
        location /down {{ proxy_pass http://127.0.0.1:{closed}; }}
        location /app/ {{ proxy_pass http://127.0.0.1:{app}/; proxy_read_timeout 1s; }}
        location /node/ {{ proxy_pass http://127.0.0.1:{node}/; proxy_read_timeout 1s; }}
        location /nowhere {{ proxy_pass http://192.0.2.1; proxy_connect_timeout 1s; }}
    }}
}}",
            user = if is_root() { "user nobody nogroup;" } else { "" },
            root = dir.join("www").display(),
            dir = dir.display(),
            app = app.port,
            node = node.port,
        ),
    )
    .unwrap();
    let prefix = dir.to_str().unwrap();
    let server = Server::start(&nginx, &["-p", prefix, "-c", "nginx.conf"], &dir, port);
    let own = [log(&dir, "access.log"), log(&dir, "error.log")];
    let own = [own[0].as_str(), own[1].as_str()];

    if can_nobody_enter(&dir) {
        check(&fault(server.url("/folder/"), 403, "directory-listing-disabled", Live::Named, &own));
        check(&fault(server.url("/secret.txt"), 403, "file-permissions", Live::Shown, &own));
    } else {
        eprintln!("SKIPPED: folders and files of nginx: its user may not enter {}", dir.display());
    }
    check(&fault(server.url("/members"), 401, "auth-missing", Live::Named, &[]));
    let wrong = ["-H", "Authorization: Basic dTp4"];
    check(&Fault { options: &wrong, ..fault(server.url("/members"), 401, "auth-invalid", Live::Shown, &own) });
    check(&fault(server.url("/round"), 500, "server-misconfigured", Live::Shown, &own));
    check(&fault(server.url("/down"), 502, "upstream-down", Live::Shown, &own));
    check(&fault(server.url("/app/slow"), 504, "upstream-timeout", Live::Shown, &own));
    // This gunicorn logs no word about a worker that died: that the connection ended is all there is.
    check(&fault(server.url("/app/crash"), 502, "upstream-reset", Live::Shown, &own));
    let blocked = crate::said(&["--json", "--quiet", &server.url("/blocked")]);
    assert!(crate::ids(&blocked).contains(&"ip-blocked"), "{}", crate::shown(&blocked));
    let unreachable = crate::said(&["--json", "--no-probe", &server.url("/nowhere"), own[0], own[1]]);
    if crate::decided(&unreachable) == Some("upstream-down") {
        eprintln!("SKIPPED: a network that leads nowhere: here connections to 192.0.2.1 are refused");
    } else {
        assert_eq!(crate::decided(&unreachable), Some("upstream-unreachable"), "{}", crate::shown(&unreachable));
    }
    let with_node = [own[0], own[1], &log(&node_dir, "output.log")].map(str::to_owned);
    let with_node = with_node.each_ref().map(String::as_str);
    check(&Fault { options: &["--no-probe"], ..fault(server.url("/node/crash"), 502, "app-crash", Live::Shown, &[]) });
    let said = crate::said(&[
        "--json",
        "--request",
        &format!("GET {}", server.url("/node/crash")),
        with_node[0],
        with_node[1],
        with_node[2],
    ]);
    assert_eq!(crate::decided(&said), Some("app-crash"), "{}", crate::shown(&said));
}

#[test]
fn haproxy_and_its_backends() {
    let Some(haproxy) = tool("haproxy") else { return };
    let dir = scratch("promised-haproxy");
    let app_dir = scratch("promised-haproxy-app");
    let Some(app) = gunicorn(&app_dir) else { return };
    let (port, closed) = (free_port(), free_port());
    fs::write(
        dir.join("haproxy.cfg"),
        format!(
            "global
    log stdout format raw local0
defaults
    mode http
    log global
    option httplog
    timeout connect 1s
    timeout client 10s
    timeout server 1s
    timeout queue 300ms
    retries 0
frontend web
    bind 127.0.0.1:{port}
    http-request deny if {{ path /blocked }}
    use_backend down if {{ path /down }}
    use_backend busy if {{ path_beg /busy }}
    default_backend app
backend down
    server one 127.0.0.1:{closed}
backend busy
    http-request set-path /slow
    server one 127.0.0.1:{app} maxconn 1
backend app
    server one 127.0.0.1:{app}
",
            app = app.port
        ),
    )
    .unwrap();
    let server = Server::start(&haproxy, &["-db", "-f", "haproxy.cfg"], &dir, port);
    let logs = log(&dir, "output.log");
    let logs = [logs.as_str()];
    check(&fault(server.url("/down"), 503, "upstream-down", Live::Shown, &logs));
    check(&fault(server.url("/slow"), 504, "upstream-timeout", Live::Named, &logs));
    check(&fault(server.url("/secret"), 401, "auth-missing", Live::Named, &[]));
    let blocked = crate::said(&["--json", "--quiet", &server.url("/blocked")]);
    assert!(crate::ids(&blocked).contains(&"ip-blocked"), "{}", crate::shown(&blocked));
    // One request holds the only connection; the next waits in the queue until its time is over.
    let holding = std::thread::spawn({
        let url = server.url("/busy/1");
        move || crate::said(&["--json", "--no-probe", &url])
    });
    std::thread::sleep(std::time::Duration::from_millis(200));
    let queued = crate::said(&["--json", "--no-probe", &server.url("/busy/2"), logs[0]]);
    assert_eq!(
        (queued["status"].as_u64(), crate::decided(&queued)),
        (Some(503), Some("upstream-overloaded")),
        "{queued:#}"
    );
    holding.join().unwrap();
}

#[test]
fn apache_and_what_it_serves() {
    let Some(apache) = tool("apache2").or_else(|| tool("httpd")) else { return };
    let (dir, app_dir) = (scratch("promised-apache"), scratch("promised-apache-app"));
    let Some(app) = gunicorn(&app_dir) else { return };
    let (port, closed) = (free_port(), free_port());
    let names = "mpm_event authz_core authz_host authn_core authn_file auth_basic authz_user alias autoindex dir mime rewrite proxy proxy_http";
    let Some(load) = apache_modules(names) else { return };
    fs::write(dir.join("users"), "").unwrap();
    fs::create_dir_all(dir.join("www/broken")).unwrap();
    fs::write(dir.join("www/broken/.htaccess"), "NoSuchDirective on\n").unwrap();
    fs::write(
        dir.join("apache.conf"),
        format!(
            "ServerName localhost
Listen 127.0.0.1:{port}
PidFile {dir}/apache.pid
ErrorLog {dir}/error.log
LogFormat \"%h %l %u %t \\\"%r\\\" %>s %b\" common
DefaultRuntimeDir {dir}
{load}CustomLog {dir}/access.log common
TypesConfig /etc/mime.types
DocumentRoot {dir}/www
ProxyTimeout 1
<Directory {dir}/www>
    AllowOverride All
    Require all granted
</Directory>
<Location /blocked>
    Require not ip 127.0.0.1
    Require all granted
</Location>
<Location /members>
    AuthType Basic
    AuthName members
    AuthUserFile {dir}/users
    Require valid-user
</Location>
ProxyPass /down http://127.0.0.1:{closed}/
ProxyPass /app http://127.0.0.1:{app}
",
            dir = dir.display(),
            app = app.port
        )
        .replace(
            "    Require not ip 127.0.0.1\n    Require all granted\n",
            "    <RequireAll>\n        Require all granted\n        Require not ip 127.0.0.1\n    </RequireAll>\n",
        ),
    )
    .unwrap();
    let config = dir.join("apache.conf");
    let server = Server::start(&apache, &["-X", "-f", config.to_str().unwrap()], &dir, port);
    let own = [log(&dir, "access.log"), log(&dir, "error.log")];
    let own = [own[0].as_str(), own[1].as_str()];
    if can_nobody_enter(&dir) {
        check(&fault(server.url("/folder/"), 403, "directory-listing-disabled", Live::Shown, &own));
        check(&fault(server.url("/broken/"), 500, "server-misconfigured", Live::Shown, &own));
    } else {
        eprintln!("SKIPPED: folders of Apache httpd: its user may not enter {}", dir.display());
    }
    check(&fault(server.url("/members"), 401, "auth-missing", Live::Named, &[]));
    check(&fault(server.url("/down"), 503, "upstream-down", Live::Shown, &own));
    check(&fault(server.url("/app/slow"), 502, "upstream-timeout", Live::Shown, &own));
    let blocked = crate::said(&["--json", "--quiet", &server.url("/blocked")]);
    assert!(crate::ids(&blocked).contains(&"ip-blocked"), "{}", crate::shown(&blocked));
}

fn set_unreadable(file: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).unwrap();
    if !is_root() {
        fs::set_permissions(file, fs::Permissions::from_mode(0o000)).unwrap();
    }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}

/// Whether a server that gives up its rights may still read below this directory.
fn can_nobody_enter(dir: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    !is_root() || dir.ancestors().all(|dir| fs::metadata(dir).is_ok_and(|dir| dir.permissions().mode() & 0o001 != 0))
}
