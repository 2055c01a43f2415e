//! Asks the user before more is sent than was asked for.

use std::io::{self, IsTerminal, Write};

use httpwhy_live::Question;

use crate::args::Output;

/// Whether more may be sent. Where nobody can be asked, the requests are announced and sent: `--no-probe` forbids them.
pub fn is_given(question: &Question, most: usize, output: &Output) -> bool {
    if output.quiet || !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return true;
    }
    eprint!(
        "The cause is not settled. httpwhy can send up to {most} more requests to {} (GET, HEAD or OPTIONS, spaced, \
         each shown). Go on? [Y/n] ",
        question.host()
    );
    let mut line = String::new();
    let is_read = io::stderr().flush().and_then(|()| io::stdin().read_line(&mut line)).is_ok_and(|read| read > 0);
    is_read && !line.trim().to_ascii_lowercase().starts_with('n')
}
