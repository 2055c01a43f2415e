//! Explains one component, or lists all.

use httpwhy_core::search::nearest_components;
use httpwhy_core::{COMPONENTS, Component};
use httpwhy_report::Report;

use crate::args::Output;
use crate::error::Error;
use crate::output;

pub fn run(id: Option<&str>, output: &Output) -> Result<(), Error> {
    let report = match id {
        None => Report::components(COMPONENTS.iter()),
        Some(id) => Report::component(find(id)?),
    };
    output::report(&report, output)
}

/// By id, or by the name people know.
fn find(id: &str) -> Result<Component, Error> {
    let id = id.trim().to_lowercase();
    let named = || COMPONENTS.iter().find(|component| component.name.to_lowercase() == id);
    Component::get(&id).or_else(named).ok_or_else(|| {
        let nearest = nearest_components(&id).into_iter();
        let nearest = nearest.map(|component| format!("{}: {}", component.id, component.name)).collect();
        Error::NoSuch { what: "component", id, nearest }
    })
}
