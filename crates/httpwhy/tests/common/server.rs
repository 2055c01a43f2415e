//! Real servers, started on loopback.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

/// A server that ends with the test.
pub struct Server {
    child: Child,
    pub port: u16,
}

impl Server {
    /// Starts a program and waits, ten seconds at most, until it accepts a connection.
    pub fn start(program: &Path, arguments: &[&str], dir: &Path, port: u16) -> Server {
        let log = fs::File::create(dir.join("output.log")).unwrap();
        let mut command = Command::new(program);
        command.args(arguments).current_dir(dir).stdin(Stdio::null()).stdout(log.try_clone().unwrap()).stderr(log);
        let server = Server { child: command.spawn().unwrap(), port };
        for _ in 0..100 {
            if TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return server;
            }
            sleep(Duration::from_millis(100));
        }
        panic!("{} does not answer: {}", program.display(), fs::read_to_string(dir.join("output.log")).unwrap());
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

pub fn scratch(name: &str) -> PathBuf {
    let dir = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    // Left from an earlier run, perhaps.
    let _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(dir.join("www/folder")).unwrap();
    fs::write(dir.join("www/page.txt"), "hello\n").unwrap();
    dir
}

/// The lines that load these modules into Apache httpd; nothing, and a word about it, where they are not.
pub fn apache_modules(names: &str) -> Option<String> {
    let modules = Path::new("/usr/lib/apache2/modules");
    if !modules.is_dir() {
        eprintln!("SKIPPED: the modules of Apache httpd are not in {}", modules.display());
        return None;
    }
    let load = |name| format!("LoadModule {name}_module {}/mod_{name}.so\n", modules.display());
    Some(names.split(' ').map(load).collect())
}
