//! `cargo xtask bench serve`: the server beside nginx, in one run with the same load tool; processor time a request.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use crate::bench::dist;

const ROUNDS: usize = 3;
const SECONDS: &str = "5";

/// A server that runs until it is dropped.
struct Running {
    name: &'static str,
    child: Child,
    port: u16,
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// What one round of load costs.
#[derive(Debug, Clone, Copy)]
struct Cost {
    /// Microseconds of the server's processors for each request.
    processor: f64,
    requests_a_second: f64,
}

pub fn run(root: &Path) -> Result<(), String> {
    let home = root.join("target/bench/serve");
    fs::create_dir_all(&home).map_err(|error| error.to_string())?;
    let binary = dist(root)?;
    let ours = ours(&binary)?;
    page(&home, &ours)?;
    let nginx = nginx(&home)?;
    println!("processor time a request, median of {ROUNDS} rounds of {SECONDS} s, 64 connections, in one run:");
    compare("/status/404", (&nginx, "/404"), (&ours, "/status/404"))?;
    compare("/status/200", (&nginx, "/200"), (&ours, "/status/200"))?;
    compare("a code page in gzip, beside nginx with the same bytes as a file", (&nginx, "/page"), (&ours, "/403"))
}

fn compare(what: &str, theirs: (&Running, &str), ours: (&Running, &str)) -> Result<(), String> {
    let (mut costs, mut base) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        base.push(load(theirs.0, theirs.1)?);
        costs.push(load(ours.0, ours.1)?);
    }
    let (base, cost) = (median(base), median(costs));
    println!("{what}");
    println!("  nginx    {:6.2} µs, {:.0} requests a second", base.processor, base.requests_a_second);
    println!("  httpwhy  {:6.2} µs, {:.0} requests a second", cost.processor, cost.requests_a_second);
    println!("  {:.2} × the processor time of nginx", cost.processor / base.processor);
    Ok(())
}

fn median(mut costs: Vec<Cost>) -> Cost {
    costs.sort_by(|a, b| a.processor.total_cmp(&b.processor));
    costs[costs.len() / 2]
}

fn load(server: &Running, path: &str) -> Result<Cost, String> {
    let url = format!("http://127.0.0.1:{}{path}", server.port);
    let before = processor_time(server.child.id());
    let duration = format!("-d{SECONDS}s");
    let arguments = ["-t1", "-c64", &duration, "-H", "Accept: text/html", "-H", "Accept-Encoding: gzip", &url];
    let wrk = Command::new("wrk").args(arguments).output().map_err(|error| format!("wrk: {error}"))?;
    let after = processor_time(server.child.id());
    let text = String::from_utf8_lossy(&wrk.stdout);
    let count = text.lines().find_map(|line| line.split_once(" requests in ")?.0.trim().parse::<f64>().ok());
    let count = count.ok_or_else(|| format!("wrk said: {text}"))?;
    let seconds: f64 = SECONDS.parse().expect("a number");
    let processor = (after - before) as f64 / 1000.0 / count;
    Ok(Cost { processor, requests_a_second: count / seconds })
}

/// Of a process, its threads and its children, in nanoseconds.
fn processor_time(process: u32) -> u64 {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    let of_task = |task: PathBuf| {
        let own = fs::read_to_string(task.join("schedstat")).unwrap_or_default();
        let own: u64 = own.split(' ').next().and_then(|text| text.parse().ok()).unwrap_or(0);
        let children = fs::read_to_string(task.join("children")).unwrap_or_default();
        own + children.split_whitespace().filter_map(|child| child.parse().ok()).map(processor_time).sum::<u64>()
    };
    tasks.map(|task| of_task(task.path())).sum()
}

fn nginx(home: &Path) -> Result<Running, String> {
    let port = free_port()?;
    let here = home.display();
    let config = format!(
        "daemon off; worker_processes 2; pid {here}/pid; error_log {here}/error.log;
         events {{ worker_connections 4096; }}
         http {{ access_log off; server {{ listen {port} reuseport backlog=4096; root {here};
         location = /404 {{ return 404; }} location = /200 {{ return 200; }}
         location = /page {{ gzip_static on; default_type text/html; }} }} }}"
    );
    fs::write(home.join("nginx.conf"), config).map_err(|error| error.to_string())?;
    started("nginx", Command::new("nginx").arg("-p").arg(home).arg("-c").arg(home.join("nginx.conf")), port)
}

fn ours(binary: &Path) -> Result<Running, String> {
    let port = free_port()?;
    let listen = format!("127.0.0.1:{port}");
    started("httpwhy", Command::new(binary).args(["serve", "--quiet", "--listen", &listen]), port)
}

fn started(name: &'static str, command: &mut Command, port: u16) -> Result<Running, String> {
    let child =
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().map_err(|error| format!("{name}: {error}"))?;
    let running = Running { name, child, port };
    let is_up = |_| {
        sleep(Duration::from_millis(20));
        TcpStream::connect(("127.0.0.1", port)).is_ok()
    };
    if (0..100).any(is_up) { Ok(running) } else { Err(format!("{} does not start", running.name)) }
}

/// The same bytes as files.
fn page(home: &Path, ours: &Running) -> Result<(), String> {
    let url = format!("http://127.0.0.1:{}/403", ours.port);
    for (file, coding) in [("page", "identity"), ("page.gz", "gzip")] {
        let field = format!("Accept-Encoding: {coding}");
        let mut curl = Command::new("curl");
        curl.args(["-sf", "-H", "Accept: text/html", "-H", &field, &url, "-o"]).arg(home.join(file));
        if !curl.status().is_ok_and(|status| status.success()) {
            return Err("curl cannot fetch the page".to_owned());
        }
    }
    Ok(())
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}
