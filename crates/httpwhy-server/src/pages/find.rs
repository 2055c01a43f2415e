//! Which page a path names, and which path a page has.

use httpwhy_core::search::Target;
use httpwhy_core::{
    CAUSES, CODES, COMPARISONS, COMPONENTS, Cause, Class, Code, Comparison, Component, SUBCODES, Standing, Subcode,
};
use httpwhy_report::{Place, Report};

use super::for_machines::File;

/// What stands at a path.
#[derive(Debug, PartialEq)]
pub enum Found {
    /// This.
    Here(Room),
    /// Something that has another path.
    Moved(String),
    /// Nothing.
    Unknown,
}

/// Something with a path of its own.
#[derive(Debug, Clone, PartialEq)]
pub enum Room {
    Home,
    Class(Class),
    Report(Place),
    /// Codes that no question is written about.
    SideBySide(Vec<u16>),
    Causes,
    Components,
    Comparisons,
    Search,
    Why,
    Api,
    Test,
    About,
    File(File),
}

/// The classes that have a page, each with the name people write.
pub const CLASSES: [(Class, &str); 5] = [
    (Class::Informational, "1xx"),
    (Class::Success, "2xx"),
    (Class::Redirection, "3xx"),
    (Class::ClientError, "4xx"),
    (Class::ServerError, "5xx"),
];

/// More codes than this do not stand side by side.
const MOST_BESIDE: usize = 4;

/// What stands at a path as it was sent.
pub fn find(path: &str) -> Found {
    let decoded = percent_encoding::percent_decode_str(path).decode_utf8_lossy();
    let trimmed = decoded.trim_matches('/');
    if let Some(file) = File::at(path) {
        return Found::Here(Room::File(file));
    }
    match named(trimmed) {
        // One page, one path: without a slash at its end.
        Found::Here(room) if room.path() != path => Found::Moved(room.path()),
        found => found,
    }
}

fn named(path: &str) -> Found {
    let fixed = match path {
        "" | "index.html" => Room::Home,
        "causes" => Room::Causes,
        "components" => Room::Components,
        "compare" => Room::Comparisons,
        "search" => Room::Search,
        "why" => Room::Why,
        "docs/api" | "docs" | "api" | "api/v1" => Room::Api,
        "test" | "status" => Room::Test,
        "about" | "privacy" => Room::About,
        _ => return within(path),
    };
    Found::Here(fixed)
}

fn within(path: &str) -> Found {
    let here = |place| Found::Here(Room::Report(place));
    match path.split_once('/') {
        Some(("causes", id)) => Cause::get(id).map_or(Found::Unknown, |cause| here(Place::Cause(cause.id))),
        Some(("components", id)) => component(id).map_or(Found::Unknown, here),
        Some(("compare", id)) => comparison(&id.replace('/', "-")),
        Some((vendor, code)) => of_vendor(vendor, code).map_or(Found::Unknown, here),
        None => alone(path),
    }
}

fn component(id: &str) -> Option<Place> {
    let by_name = || COMPONENTS.iter().find(|component| component.name.eq_ignore_ascii_case(id));
    Component::get(id).or_else(by_name).map(|component| Place::Component(component.id))
}

fn comparison(id: &str) -> Found {
    if let Some(known) = Comparison::get(id) {
        return Found::Here(Room::Report(Place::Comparison(known.id)));
    }
    let codes: Option<Vec<u16>> =
        id.split('-').map(|number| number.parse().ok().filter(|_| number.len() == 3)).collect();
    let codes = codes.unwrap_or_default();
    match Comparison::of(&codes) {
        Some(known) => Found::Here(Room::Report(Place::Comparison(known.id))),
        None if (2..=MOST_BESIDE).contains(&codes.len()) && codes.iter().all(|code| Code::get(*code).is_some()) => {
            Found::Here(Room::SideBySide(codes))
        }
        None => Found::Unknown,
    }
}

/// `/cloudflare/1015`, `/iis/404.13`, `/nginx/499`.
fn of_vendor(vendor: &str, code: &str) -> Option<Place> {
    let is_vendor = |known: &str| known.eq_ignore_ascii_case(vendor);
    let subcode =
        SUBCODES.iter().filter(|known| is_vendor(known.id) || is_vendor(known.name)).flat_map(|known| known.list);
    let found = subcode.into_iter().find(|known| known.code == code).map(Place::subcode);
    let of_code = || {
        let known = Code::get(code.parse().ok()?)?;
        let is_theirs = known.by.to_ascii_lowercase().starts_with(&vendor.to_ascii_lowercase());
        is_theirs.then_some(Place::Code(known.number))
    };
    found.or_else(of_code)
}

fn alone(word: &str) -> Found {
    let class = CLASSES.iter().find(|(_, name)| name.eq_ignore_ascii_case(word));
    let number = || word.parse().ok().filter(|_| word.len() == 3).filter(|number| *number == 0 || *number > 99);
    let place = number().map(Place::Code).or_else(|| Subcode::get(word).map(Place::subcode)).or_else(|| by_name(word));
    match (class, place) {
        (Some((class, _)), _) => Found::Here(Room::Class(*class)),
        (None, Some(place)) => Found::Here(Room::Report(place)),
        (None, None) if word == "0" => Found::Moved(Place::Code(0).path()),
        // `404.99`: the sub-code is not known, the code is.
        (None, None) => match word.split_once('.').and_then(|(code, _)| Code::get(code.parse().ok()?)) {
            Some(code) => Found::Moved(Place::Code(code.number).path()),
            None => Found::Unknown,
        },
    }
}

/// A name old or new, an id, or a product, however it is spaced.
fn by_name(word: &str) -> Option<Place> {
    let sought = letters(word);
    if sought.len() < 2 {
        return None;
    }
    let is_named = |code: &Code| letters(code.name) == sought;
    let was_named = |code: &Code| code.also_named.iter().any(|name| letters(name) == sought);
    let is_registered = |code: &Code| code.standing != Standing::Vendor;
    let code = CODES
        .iter()
        .find(|code| is_registered(code) && is_named(code))
        .or_else(|| CODES.iter().find(|code| is_registered(code) && was_named(code)))
        .or_else(|| CODES.iter().find(|code| is_named(code) || was_named(code)));
    code.map(|code| Place::Code(code.number))
        .or_else(|| Cause::get(word).map(|cause| Place::Cause(cause.id)))
        .or_else(|| Comparison::get(word).map(|comparison| Place::Comparison(comparison.id)))
        .or_else(|| component(word))
}

fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

impl Room {
    /// Its one path.
    pub fn path(&self) -> String {
        let fixed = match self {
            Room::Home => "/",
            Room::Causes => "/causes",
            Room::Components => "/components",
            Room::Comparisons => "/compare",
            Room::Search => "/search",
            Room::Why => "/why",
            Room::Api => "/docs/api",
            Room::Test => "/test",
            Room::About => "/about",
            Room::Class(class) => {
                let known = CLASSES.iter().find(|(known, _)| known == class);
                return known.map_or("/".to_owned(), |(_, name)| format!("/{name}"));
            }
            Room::Report(place) => return place.path(),
            Room::SideBySide(codes) => {
                let codes: Vec<String> = codes.iter().map(|code| format!("{code:03}")).collect();
                return format!("/compare/{}", codes.join("-"));
            }
            Room::File(file) => return file.path(),
        };
        fixed.to_owned()
    }

    /// What the terminal and the API would say, where there is one.
    pub fn report(&self) -> Option<Report> {
        match self {
            Room::Report(place) => super::report_page::report(*place),
            Room::SideBySide(codes) => {
                Some(Report::side_by_side(&codes.iter().filter_map(|code| Code::get(*code)).collect::<Vec<_>>()))
            }
            Room::Class(class) => several(CODES.iter().filter(|code| code.class == *class).map(Target::Code)),
            Room::Causes => several(CAUSES.iter().map(Target::Cause)),
            Room::Comparisons => several(COMPARISONS.iter().map(Target::Comparison)),
            _ => None,
        }
    }

    /// Every page there is, but for numbers nobody uses.
    pub fn all() -> impl Iterator<Item = Room> {
        let fixed = [
            Room::Home,
            Room::Causes,
            Room::Components,
            Room::Comparisons,
            Room::Search,
            Room::Why,
            Room::Api,
            Room::Test,
            Room::About,
        ];
        let subcodes = SUBCODES.iter().flat_map(|vendor| vendor.list).map(Place::subcode);
        let places = CODES
            .iter()
            .map(|code| Place::Code(code.number))
            .chain(CAUSES.iter().map(|cause| Place::Cause(cause.id)))
            .chain(COMPARISONS.iter().map(|comparison| Place::Comparison(comparison.id)))
            .chain(COMPONENTS.iter().map(|component| Place::Component(component.id)))
            .chain(subcodes);
        fixed.into_iter().chain(CLASSES.map(|(class, _)| Room::Class(class))).chain(places.map(Room::Report))
    }
}

fn several(targets: impl Iterator<Item = Target>) -> Option<Report> {
    Some(Report::several(&targets.collect::<Vec<_>>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(path: &str) -> String {
        match find(path) {
            Found::Here(room) => format!("here {}", room.path()),
            Found::Moved(path) => format!("moved {path}"),
            Found::Unknown => "unknown".to_owned(),
        }
    }

    #[test]
    fn every_page_is_found_at_its_path() {
        for room in Room::all() {
            assert_eq!(find(&room.path()), Found::Here(room.clone()), "{room:?}");
        }
    }

    #[test]
    fn names_old_and_new_lead_to_the_code() {
        for name in ["/forbidden", "/Forbidden/", "/FORBIDDEN"] {
            assert_eq!(path(name), "moved /403");
        }
        assert_eq!(path("/payload-too-large"), "moved /413");
        assert_eq!(path("/unprocessable-entity"), "moved /422");
        assert_eq!(path("/not%20found"), "moved /404");
    }

    #[test]
    fn a_page_has_one_path() {
        assert_eq!(path("/403/"), "moved /403");
        assert_eq!(path("/0"), "moved /000");
        assert_eq!(path("/1015"), "moved /cloudflare/1015");
        assert_eq!(path("/iis/404.13"), "moved /404.13");
        assert_eq!(path("/nginx/499"), "moved /499");
        assert_eq!(path("/compare/403/401"), "moved /compare/401-403");
        assert_eq!(path("/compare/200-508"), "here /compare/200-508");
        assert_eq!(path("/4XX"), "moved /4xx");
        assert_eq!(path("/404.99"), "moved /404");
    }

    #[test]
    fn what_nobody_knows_is_unknown() {
        for nothing in
            ["/wp-login.php", "/causes/gremlins", "/x/y/z", "/compare/1-2", "/%ff%00", "//", "/..", "*", "/042"]
        {
            assert!(!path(nothing).starts_with("here"), "{nothing}");
        }
        assert_eq!(path("/wp-login.php"), "unknown");
    }
}
