//! PROPPATCH: sets and removes properties, all or none (RFC 4918, 9.2).

use roxmltree::{Document, Node};

use crate::endpoints::ask::{Answered, Ask};
use crate::endpoints::provoked::provoked;

use super::multistatus::{href, multistatus, property, response_of_properties};
use super::{key, open};

const DAV: &str = "DAV:";
const MOST_PROPERTIES: usize = 16;
const MOST_VALUE: usize = 1024;

/// What is to be done with a property.
enum Change {
    Set(String),
    Remove,
}

/// 207: 200 for each property, or 403 for what is not to be changed and 424 for the others.
pub fn answer(ask: &Ask) -> Answered {
    let changes = read(&ask.request.content).map_err(|detail| provoked(400, detail))?;
    let mut entries = open(ask);
    let key = key(ask);
    let Some(entry) = entries.get_mut(key) else {
        return Err(provoked(403, "The root has no properties of its own. Change something below it.").into());
    };
    let named = |is_wanted: fn(&str) -> bool| -> String {
        let wanted = changes.iter().filter(|((space, _), _)| is_wanted(space));
        wanted.map(|((space, name), _)| property(space, name, "")).collect()
    };
    if changes.iter().any(|((space, _), _)| space == DAV) {
        let groups = [(named(|space| space == DAV), 403), (named(|space| space != DAV), 424)];
        return Ok(multistatus(&response_of_properties(&href(key), &groups)));
    }
    let mut changed = entry.clone();
    for (name, change) in &changes {
        match change {
            Change::Set(value) => _ = changed.properties.insert(name.clone(), value.clone()),
            Change::Remove => _ = changed.properties.remove(name),
        }
    }
    let is_too_much = changed.properties.len() > MOST_PROPERTIES || entries.has_room(key, &changed).is_err();
    let status = if is_too_much { 507 } else { 200 };
    if let Some(entry) = entries.get_mut(key).filter(|_| !is_too_much) {
        *entry = changed;
    }
    Ok(multistatus(&response_of_properties(&href(key), &[(named(|_| true), status)])))
}

type Name = (String, String);

fn read(content: &[u8]) -> Result<Vec<(Name, Change)>, String> {
    let text = std::str::from_utf8(content).map_err(|_| "The content is not UTF-8. Send XML in UTF-8.".to_owned())?;
    let document = Document::parse(text)
        .map_err(|error| format!("The content is not XML: {error}. Correct it there and send it again."))?;
    let root = document.root_element();
    if !is_dav(&root, "propertyupdate") {
        return Err("The content must be a propertyupdate of the namespace DAV:. RFC 4918, 14.19 shows one.".to_owned());
    }
    let changes: Vec<_> = root
        .children()
        .flat_map(|action| {
            let properties = action
                .children()
                .filter(|prop| is_dav(prop, "prop"))
                .flat_map(|prop| prop.children().filter(Node::is_element));
            properties.filter_map(move |property| Some((name(&property), change(&action, &property)?)))
        })
        .collect();
    match changes.len() {
        0 => Err("The propertyupdate changes nothing. Put set or remove in it, and prop in that.".to_owned()),
        1..=MOST_PROPERTIES => Ok(changes),
        _ => Err(format!("The propertyupdate changes more than {MOST_PROPERTIES} properties. Send several.")),
    }
}

fn change(action: &Node, property: &Node) -> Option<Change> {
    match () {
        _ if is_dav(action, "set") => {
            Some(Change::Set(property.text().unwrap_or_default().chars().take(MOST_VALUE).collect()))
        }
        _ if is_dav(action, "remove") => Some(Change::Remove),
        _ => None,
    }
}

fn name(node: &Node) -> Name {
    let name = node.tag_name();
    (name.namespace().unwrap_or_default().to_owned(), name.name().to_owned())
}

fn is_dav(node: &Node, name: &str) -> bool {
    node.tag_name().name() == name && node.tag_name().namespace() == Some(DAV)
}
