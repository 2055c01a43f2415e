//! A recorded failure: a folder with `case.json` (the request and the truth) and `evidence/`.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

#[derive(Deserialize)]
pub struct Case {
    pub id: String,
    /// From the client inwards.
    pub stack: Vec<String>,
    pub request: Asked,
    pub status: u16,
    pub truth: String,
    #[serde(default)]
    pub also_acceptable: Vec<String>,
    /// `outside`: request and response are enough; `inside`: it needs logs or the configuration.
    pub tier: String,
    #[serde(default)]
    pub visible_in: Vec<String>,
    #[serde(skip)]
    pub dir: PathBuf,
}

#[derive(Deserialize)]
pub struct Asked {
    pub method: Option<String>,
    pub url: Option<String>,
}

/// How much of the evidence is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// What the client saw.
    Response,
    /// And every log.
    Logs,
}

impl Case {
    pub fn is_true(&self, id: &str) -> bool {
        self.truth == id || self.also_acceptable.iter().any(|other| other == id)
    }

    /// Whether the evidence shown is enough to name the cause.
    pub fn is_decidable(&self, shown: Shown) -> bool {
        match shown {
            Shown::Response => self.tier == "outside",
            Shown::Logs => self.visible_in.iter().any(|place| place != "config-or-state"),
        }
    }

    pub fn evidence(&self, shown: Shown) -> Vec<PathBuf> {
        let is_of_client =
            |file: &Path| file.file_name().is_some_and(|name| name == "response.txt" || name == "verbose.txt");
        let all = fs::read_dir(self.dir.join("evidence")).into_iter().flatten().flatten().map(|entry| entry.path());
        let mut files: Vec<PathBuf> = all.filter(|file| shown == Shown::Logs || is_of_client(file)).collect();
        files.sort();
        files
    }

    /// The `Server` field of the response.
    pub fn server(&self) -> Option<String> {
        let text = fs::read(self.dir.join("evidence/response.txt")).ok()?;
        let text = String::from_utf8_lossy(&text).into_owned();
        let head = text.lines().take_while(|line| !line.trim().is_empty());
        let mut lines = head.filter_map(|line| line.split_once(':'));
        lines.find(|(name, _)| name.eq_ignore_ascii_case("server")).map(|(_, value)| value.trim().to_owned())
    }
}

pub fn all(lab: &Path) -> Result<Vec<Case>, String> {
    let listing = fs::read_dir(lab).map_err(|error| {
        format!("{}: {error}\nhelp: cargo xtask score DIR, a folder of recorded cases", lab.display())
    })?;
    let dirs = listing.flatten().map(|entry| entry.path()).filter(|path| path.join("case.json").is_file());
    let mut cases = dirs.map(read).collect::<Result<Vec<Case>, String>>()?;
    cases.sort_by(|left, right| left.id.cmp(&right.id));
    Ok(cases)
}

fn read(dir: PathBuf) -> Result<Case, String> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", dir.display());
    let text = fs::read_to_string(dir.join("case.json")).map_err(|error| named(&error))?;
    let case: Case = serde_json::from_str(&text).map_err(|error| named(&error))?;
    Ok(Case { dir, ..case })
}
