//! Development tasks. Run as `cargo xtask TASK`.

mod knowledge;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let dir = std::env::args().nth(1).unwrap_or("knowledge".into());
    let (k, problems) = knowledge::read(Path::new(&dir));
    for p in &problems {
        println!("{p}");
    }
    println!(
        "{} codes, {} causes, {} comparisons, {} sources; {} problems",
        k.codes.len(),
        k.causes.len(),
        k.comparisons.len(),
        k.sources.len(),
        problems.len()
    );
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
