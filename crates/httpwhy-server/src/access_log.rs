//! One line a request in the combined format, which `httpwhy` itself reads.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Mutex;
use std::time::SystemTime;

use jiff::Timestamp;

use crate::answered::Told;

/// Where the lines go.
pub struct AccessLog {
    out: Mutex<BufWriter<Box<dyn Write + Send>>>,
}

impl AccessLog {
    /// Appends to this file; `-` is standard output.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub fn open(path: &Path) -> io::Result<AccessLog> {
        let out: Box<dyn Write + Send> = if path == Path::new("-") {
            Box::new(io::stdout())
        } else {
            Box::new(OpenOptions::new().append(true).create(true).open(path)? as File)
        };
        Ok(AccessLog { out: Mutex::new(BufWriter::new(out)) })
    }

    pub(crate) fn write(&self, told: &Told, status: u16, bytes: usize) {
        let line = line(told, status, bytes, SystemTime::now());
        let mut out = self.out.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        // A full disk must not end the server; what is lost here shows in the metrics.
        let _ = out.write_all(line.as_bytes());
    }

    /// What is buffered goes out; called once a second.
    pub(crate) fn flush(&self) {
        let _ = self.out.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).flush();
    }
}

fn line(told: &Told, status: u16, bytes: usize, at: SystemTime) -> String {
    let at = Timestamp::try_from(at).unwrap_or_default().strftime("%d/%b/%Y:%H:%M:%S +0000");
    let [line, agent] = [&told.line, &told.agent].map(|text| quoted(text));
    format!("{} - - [{at}] \"{line}\" {status} {bytes} \"-\" \"{agent}\"\n", told.peer)
}

/// As nginx writes it: what could end the string or the line is `\xHH`.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for character in text.chars() {
        match character {
            '"' | '\\' => out.push_str(&format!("\\x{:02X}", character as u32)),
            character if character.is_control() => out.push_str(&format!("\\x{:02X}", character as u32 & 0xff)),
            character => out.push(character),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use std::net::Ipv4Addr;

    use super::*;

    #[test]
    fn a_line_is_the_combined_format_and_nothing_breaks_out_of_it() {
        let told = Told {
            peer: Ipv4Addr::LOCALHOST.into(),
            line: "GET /status/503 HTTP/1.1".to_owned(),
            agent: "a\"b\n".to_owned(),
        };
        let expected =
            "127.0.0.1 - - [01/Jan/1970:00:00:00 +0000] \"GET /status/503 HTTP/1.1\" 503 120 \"-\" \"a\\x22b\\x0A\"\n";
        assert_eq!(line(&told, 503, 120, SystemTime::UNIX_EPOCH), expected);
    }
}
