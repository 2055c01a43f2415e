//! Reads what `curl -v` prints: `> ` sent, `< ` received, `* ` notes, and the content without a mark.

use httpwhy_core::{Exchange, Failure, Fields, Request, Response};

use crate::client_notes::{end_of_connection, failure, is_note, without_glued_note};
use crate::input::Input;
use crate::raw::is_interim;
use crate::{Capture, Error, head};

/// Whether the text is a transcript. The first head decides: one with a mark makes a transcript, one without makes raw
/// messages; where there is none, curl's own words about a failure.
pub fn is_one(text: &str) -> bool {
    for line in text.lines().take(2000) {
        let marked = line.strip_prefix("< ").is_some_and(|rest| head::status_line(rest).is_some());
        let sent = line.strip_prefix("> ").is_some_and(|rest| head::request_line(rest).is_some());
        if marked || sent || failure(line).is_some() {
            return true;
        }
        if head::status_line(line.trim_start()).is_some() || head::request_line(line).is_some() {
            return false;
        }
    }
    false
}

pub fn read(input: &Input) -> Result<Capture, Error> {
    let mut reader = Reader::default();
    for (at, line) in input.text.lines().enumerate() {
        reader.line(at + 1, line)?;
    }
    reader.finish(input.is_cut)
}

#[derive(Default)]
struct Reader {
    done: Vec<Exchange>,
    now: Exchange,
    content: Vec<String>,
    /// Between a raw copy of the response head (`curl -iv`) and its blank line.
    in_copied_head: bool,
    /// Between a response head that has no mark, after a request that has, and its blank line.
    reads_unmarked_head: bool,
    head_is_over: bool,
    /// The last note that says how the connection ended.
    ended: Option<Failure>,
    not_understood: usize,
}

impl Reader {
    fn line(&mut self, number: usize, line: &str) -> Result<(), Error> {
        if let Some(rest) = line.strip_prefix('>') {
            return self.sent(number, rest.strip_prefix(' ').unwrap_or(rest));
        }
        if let Some(rest) = line.strip_prefix('<').filter(|rest| rest.is_empty() || rest.starts_with(' ')) {
            return self.received(number, rest.strip_prefix(' ').unwrap_or(rest));
        }
        if let Some(failure) = failure(line) {
            self.now.failure = Some(failure);
        } else if is_note(line) {
            self.ended = end_of_connection(line).or(self.ended.take());
        } else {
            return self.unmarked(number, without_glued_note(line));
        }
        Ok(())
    }

    fn sent(&mut self, number: usize, line: &str) -> Result<(), Error> {
        if let Some(request) = head::request_line(line) {
            if self.now.request.is_some() || self.now.response.is_some() {
                self.next_exchange();
            }
            self.now.request = Some(request);
            return Ok(());
        }
        let Some(Request { fields: Some(fields), .. }) = &mut self.now.request else { return Ok(()) };
        if !line.is_empty() {
            self.not_understood += usize::from(!head::field(number, line, fields)?);
        }
        Ok(())
    }

    fn received(&mut self, number: usize, line: &str) -> Result<(), Error> {
        if let Some(response) = head::status_line(line) {
            match self.now.response.take() {
                Some(earlier) if is_interim(&earlier) => self.now.interim.push(earlier),
                Some(earlier) => {
                    self.now.response = Some(earlier);
                    self.next_exchange();
                }
                None => {}
            }
            self.now.response = Some(Response { fields: Some(Fields::default()), ..response });
            self.head_is_over = false;
            return Ok(());
        }
        let Some(response) = &mut self.now.response else { return Ok(()) };
        if line.is_empty() {
            self.head_is_over = true;
        } else if !self.head_is_over {
            let fields = response.fields.get_or_insert_with(Fields::default);
            self.not_understood += usize::from(!head::field(number, line, fields)?);
        }
        Ok(())
    }

    fn unmarked(&mut self, number: usize, line: &str) -> Result<(), Error> {
        if self.reads_unmarked_head {
            self.reads_unmarked_head = !line.is_empty();
            return self.received(number, line);
        }
        if self.in_copied_head {
            self.in_copied_head = !line.is_empty();
        } else if self.now.response.is_none() && head::status_line(line).is_some() {
            self.reads_unmarked_head = true;
            return self.received(number, line);
        } else if self.content.is_empty() && head::status_line(line).is_some() {
            self.in_copied_head = true;
        } else if self.now.response.is_some() && self.head_is_over {
            self.content.push(line.to_owned());
        }
        Ok(())
    }

    fn next_exchange(&mut self) {
        self.take_content(false);
        self.done.push(std::mem::take(&mut self.now));
        self.head_is_over = false;
    }

    fn take_content(&mut self, is_cut: bool) {
        let content = std::mem::take(&mut self.content).join("\n");
        if let Some(response) = &mut self.now.response {
            response.content = content.into_bytes();
            response.is_cut = is_cut;
        }
    }

    fn finish(mut self, is_cut: bool) -> Result<Capture, Error> {
        self.take_content(is_cut);
        if self.now.response.is_none() && self.now.failure.is_none() {
            self.now.failure = self.ended;
        }
        // A request whose response is not shown says nothing, unless the client says that none came.
        if self.now.response.is_some() || self.now.failure.is_some() {
            self.done.push(self.now);
        }
        if self.done.is_empty() {
            return Err(Error::NoResponse { looks_like: "a request without its response" });
        }
        Ok(Capture::of(self.done, self.not_understood))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> Capture {
        read(&Input { text: text.to_owned(), is_cut: false, bytes: Vec::new() }).unwrap()
    }

    #[test]
    fn request_fields_and_content_are_kept() {
        let capture = read_text(
            "* Trying\n> GET /x HTTP/1.1\n> Host: a.example\n>\n< HTTP/1.1 404 Not Found\n< Server: nginx\n<\n{ [5 bytes data]\nhello\n* Closing",
        );
        let exchange = capture.last();
        assert_eq!(exchange.request.as_ref().unwrap().fields.as_ref().unwrap().get("host"), Some("a.example"));
        assert_eq!((exchange.status(), exchange.response.as_ref().unwrap().content.as_slice()), (404, &b"hello"[..]));
    }

    #[test]
    fn a_followed_redirect_is_an_exchange_of_its_own() {
        let capture = read_text(
            "> GET /a HTTP/1.1\n>\n< HTTP/1.1 301 Moved Permanently\n< Location: /b\n<\n> GET /b HTTP/1.1\n>\n< HTTP/1.1 200 OK\n<\n",
        );
        assert_eq!((capture.before().len(), capture.before()[0].status(), capture.last().status()), (1, 301, 200));
    }

    #[test]
    fn an_interim_response_belongs_to_its_exchange() {
        let capture = read_text("> GET / HTTP/2\n>\n< HTTP/2 103\n< link: </a.css>\n<\n< HTTP/2 200\n<\n");
        assert_eq!((capture.last().interim.len(), capture.last().status()), (1, 200));
    }

    #[test]
    fn a_head_printed_twice_is_read_once() {
        let capture =
            read_text("> GET / HTTP/1.1\n>\n< HTTP/1.1 403 Forbidden\n< A: b\n<\nHTTP/1.1 403 Forbidden\nA: b\n\nno\n");
        let response = capture.last().response.as_ref().unwrap();
        assert_eq!((response.all("a").count(), response.content.as_slice()), (1, &b"no"[..]));
    }

    #[test]
    fn no_response_is_status_zero_with_its_reason() {
        let capture = read_text("* connect failed\ncurl: (7) Failed to connect to a.example port 80");
        assert_eq!((capture.last().status(), capture.last().failure.as_ref().unwrap().curl_exit), (0, Some(7)));
    }

    #[test]
    fn a_raw_response_is_not_made_a_transcript_by_what_follows() {
        assert!(!is_one("HTTP/1.1 404 Not Found\n\n< HTTP/1.1 200 OK\n"));
        assert!(!is_one("HTTP/1.1 404 Not Found\n\ncurl: (22) The requested URL returned error: 404\n"));
    }

    #[test]
    fn a_note_glued_to_the_content_is_cut_off() {
        let capture = read_text(
            "> GET / HTTP/1.1\n>\n< HTTP/1.1 403 Forbidden\n<\n{\"a\":1}* Connection #0 to host a.example left intact",
        );
        assert_eq!(capture.last().response.as_ref().unwrap().content, b"{\"a\":1}");
    }

    #[test]
    fn a_connection_that_ended_is_no_response() {
        let capture = read_text("> GET / HTTP/1.1\n> Host: a.example\n>\n* server closed the connection\n");
        assert_eq!((capture.last().status(), capture.last().failure.is_some()), (0, true));
    }

    #[test]
    fn a_transcript_that_was_cut_says_nothing_of_its_response() {
        assert!(
            read(&Input { text: "> GET / HTTP/1.1\n> Host: a.example\n".to_owned(), is_cut: false, bytes: Vec::new() })
                .is_err()
        );
    }
}
