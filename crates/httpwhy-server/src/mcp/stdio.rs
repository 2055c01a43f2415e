//! The protocol on standard input and output: one message a line.

use std::io::{self, BufRead, Read, Write};

use super::handle;

/// The longest line that is read, in bytes.
const LONGEST: u64 = 16 << 20;

/// Answers each line until the input ends.
///
/// # Errors
/// If the input cannot be read or the output cannot be written.
pub fn stdio() -> io::Result<()> {
    serve(io::stdin().lock(), io::stdout().lock())
}

fn serve(mut input: impl BufRead, mut output: impl Write) -> io::Result<()> {
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.by_ref().take(LONGEST).read_until(b'\n', &mut line)? == 0 {
            return Ok(());
        }
        if line.len() as u64 == LONGEST && !line.ends_with(b"\n") {
            // What is left of the line is dropped; what was read of it is no JSON, and the answer says so.
            drop_line(&mut input)?;
        }
        let text = String::from_utf8_lossy(&line);
        let answer = Some(text.trim()).filter(|text| !text.is_empty()).and_then(handle);
        if let Some(answer) = answer {
            writeln!(output, "{answer}")?;
            output.flush()?;
        }
    }
}

fn drop_line(input: &mut impl BufRead) -> io::Result<()> {
    loop {
        let read = input.fill_buf()?;
        let end = read.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(read.len(), |end| end + 1);
        input.consume(length);
        if end.is_some() || length == 0 {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<String> {
        let mut output = Vec::new();
        serve(input, &mut output).unwrap();
        String::from_utf8(output).unwrap().lines().map(str::to_owned).collect()
    }

    const PING: &str = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}\n";

    #[test]
    fn each_line_is_answered_on_a_line() {
        assert_eq!(answers(format!("{PING}\r\n\n{PING}").as_bytes()).len(), 2);
        assert_eq!(answers(PING.trim_end().as_bytes()).len(), 1);
        assert!(answers(b"").is_empty());
    }

    #[test]
    fn a_line_that_does_not_end_is_refused_and_the_next_answered() {
        let mut input = vec![b'['; LONGEST as usize * 2];
        input.push(b'\n');
        input.extend(PING.as_bytes());
        let answers = answers(&input);
        assert!(
            answers.len() == 2 && answers[0].contains("-32700") && answers[1].contains("\"result\""),
            "{answers:?}"
        );
    }
}
