//! Asks the user before more is sent than was asked for.

use std::io::{self, IsTerminal, Write};

use httpwhy_live::Question;

/// Whether more may be sent. Where nobody can be asked, the requests are announced and sent: `--no-probe` forbids them.
/// Ctrl-C is a no.
pub async fn is_given(question: &Question, most: usize) -> bool {
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return true;
    }
    eprint!(
        "The cause is not settled. httpwhy can send up to {most} more requests to {} (GET, HEAD or OPTIONS, spaced, \
         each listed). Go on? [Y/n] ",
        question.host()
    );
    // Nobody can be told that telling failed.
    let _ = io::stderr().flush();
    let answer = tokio::task::spawn_blocking(|| {
        let mut line = String::new();
        let is_read = io::stdin().read_line(&mut line).is_ok_and(|read| read > 0);
        is_read && !line.trim().to_ascii_lowercase().starts_with('n')
    });
    tokio::select! {
        answer = answer => answer.unwrap_or(false),
        _ = tokio::signal::ctrl_c() => {
            eprintln!();
            false
        }
    }
}
