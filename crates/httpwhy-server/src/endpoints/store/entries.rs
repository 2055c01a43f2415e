//! What the store keeps: documents and collections by key, each for ten minutes, all within a quota.

use std::collections::BTreeMap;
use std::time::{Duration, Instant, SystemTime};

use bytes::Bytes;

use crate::endpoints::precondition::Validators;
use crate::endpoints::representation::Representation;
use crate::endpoints::tag::Tag;

use super::lock::Lock;

/// The most bytes of all entries.
const MOST_BYTES: usize = 4 << 20;
/// The most bytes of the entries whose keys begin with the same segment.
pub const MOST_BYTES_OF_A_FOLDER: usize = 256 << 10;
const MOST_ENTRIES: usize = 4096;
/// What an entry costs beside its content.
const COST: usize = 128;
const LIFE: Duration = Duration::from_secs(600);

/// All entries.
#[derive(Default)]
pub struct Entries {
    by_key: BTreeMap<String, Entry>,
    last_version: u64,
}

/// What is kept under a key.
#[derive(Debug, Clone)]
pub struct Entry {
    pub kind: Kind,
    /// Grows with each change of anything in the store.
    pub version: u64,
    pub changed: SystemTime,
    pub lock: Option<Lock>,
    /// Dead properties (RFC 4918, 4): namespace and name, and the value as text.
    pub properties: BTreeMap<(String, String), String>,
    end: Instant,
}

/// What an entry is.
#[derive(Debug, Clone)]
pub enum Kind {
    Document {
        media_type: String,
        content: Bytes,
        tag: Tag,
    },
    Collection,
    /// It was deleted; for a while that is known.
    Gone,
}

/// There is no room.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

impl Entry {
    /// The document as it is asked for; `None` for anything else.
    pub fn representation(&self) -> Option<Representation> {
        let Kind::Document { media_type, content, tag } = &self.kind else { return None };
        let (media_type, content, tag) = (media_type.clone().into(), content.clone(), tag.clone());
        Some(Representation { media_type, content, tag, modified: Some(self.changed), caching: "no-cache" })
    }

    pub fn validators(&self) -> Validators<'_> {
        let tag = match &self.kind {
            Kind::Document { tag, .. } => Some(tag),
            Kind::Collection | Kind::Gone => None,
        };
        Validators { tag, modified: Some(self.changed) }
    }

    pub fn length(&self) -> usize {
        match &self.kind {
            Kind::Document { content, .. } => content.len(),
            Kind::Collection | Kind::Gone => 0,
        }
    }

    fn cost(&self) -> usize {
        let properties =
            self.properties.iter().map(|((space, name), value)| COST + space.len() + name.len() + value.len());
        COST + self.length() + properties.sum::<usize>()
    }
}

impl Entries {
    /// The document or collection with this key; the root is always there, but is no entry.
    pub fn get(&self, key: &str, now: Instant) -> Option<&Entry> {
        self.known(key, now).filter(|entry| !matches!(entry.kind, Kind::Gone))
    }

    pub fn get_mut(&mut self, key: &str) -> Option<&mut Entry> {
        self.by_key.get_mut(key)
    }

    pub fn is_gone(&self, key: &str, now: Instant) -> bool {
        self.known(key, now).is_some_and(|entry| matches!(entry.kind, Kind::Gone))
    }

    /// Whether entries can be put below this key.
    pub fn is_collection(&self, key: &str, now: Instant) -> bool {
        key.is_empty() || self.get(key, now).is_some_and(|entry| matches!(entry.kind, Kind::Collection))
    }

    /// What is below this key, at any depth, by key.
    pub fn below<'a>(&'a self, key: &str, now: Instant) -> impl Iterator<Item = (&'a str, &'a Entry)> {
        let start = if key.is_empty() { String::new() } else { format!("{key}/") };
        let all = self.by_key.range(start.clone()..).take_while(move |(key, _)| key.starts_with(&start));
        all.filter(move |(_, entry)| entry.end > now && !matches!(entry.kind, Kind::Gone))
            .map(|(key, entry)| (key.as_str(), entry))
    }

    /// Puts a document there; lock and properties stay as they are.
    pub fn put(
        &mut self,
        key: &str,
        media_type: String,
        content: Bytes,
        now: Instant,
        time: SystemTime,
    ) -> Result<(), Full> {
        let version = self.last_version + 1;
        let opaque = format!("{version}-{}", Tag::of(&content).opaque);
        let kind = Kind::Document { media_type, content, tag: Tag { is_weak: false, opaque } };
        self.insert(key, kind, now, time)
    }

    /// Puts something there; lock and properties of something that is there stay.
    pub fn insert(&mut self, key: &str, kind: Kind, now: Instant, time: SystemTime) -> Result<(), Full> {
        self.by_key.retain(|_, entry| entry.end > now);
        let old = self.get(key, now);
        let (lock, properties) = old.map(|old| (old.lock.clone(), old.properties.clone())).unwrap_or_default();
        let changed = in_seconds(time);
        let entry = Entry { kind, version: self.last_version + 1, changed, lock, properties, end: now + LIFE };
        self.has_room(key, &entry)?;
        self.last_version += 1;
        self.by_key.insert(key.to_owned(), entry);
        Ok(())
    }

    /// Puts a tombstone there.
    pub fn bury(&mut self, key: &str, time: SystemTime) {
        if let Some(entry) = self.by_key.get_mut(key) {
            let end = entry.end;
            self.last_version += 1;
            let changed = in_seconds(time);
            *entry = Entry {
                kind: Kind::Gone,
                version: self.last_version,
                changed,
                lock: None,
                properties: BTreeMap::new(),
                end,
            };
        }
    }

    /// Whether this would fit in the place of what has the key.
    pub fn has_room(&self, key: &str, new: &Entry) -> Result<(), Full> {
        let folder = folder(key);
        let others = self.by_key.iter().filter(|(known, _)| *known != key);
        let (mut all, mut here, mut count) = (new.cost(), new.cost(), 1);
        for (known, entry) in others {
            all += entry.cost();
            here += if self::folder(known) == folder { entry.cost() } else { 0 };
            count += 1;
        }
        let is_full = all > MOST_BYTES || here > MOST_BYTES_OF_A_FOLDER || count > MOST_ENTRIES;
        if is_full { Err(Full) } else { Ok(()) }
    }

    fn known(&self, key: &str, now: Instant) -> Option<&Entry> {
        self.by_key.get(key).filter(|entry| entry.end > now)
    }
}

/// The key of what this is in.
pub fn parent(key: &str) -> &str {
    key.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// The first segment of a key of several; those of one are together.
fn folder(key: &str) -> &str {
    key.split_once('/').map_or("", |(folder, _)| folder)
}

/// Last-Modified knows no parts of a second.
fn in_seconds(time: SystemTime) -> SystemTime {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_secs(since.as_secs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(entries: &mut Entries, key: &str, length: usize, now: Instant) -> Result<(), Full> {
        entries.put(key, "text/plain".to_owned(), vec![0; length].into(), now, SystemTime::UNIX_EPOCH)
    }

    #[test]
    fn what_is_put_ends() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        put(&mut entries, "a", 1, now).unwrap();
        assert!(entries.get("a", now).is_some());
        assert!(entries.get("a", now + LIFE).is_none());
    }

    #[test]
    fn what_is_deleted_is_known_to_be_gone_for_a_while() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        put(&mut entries, "a", 1, now).unwrap();
        entries.bury("a", SystemTime::UNIX_EPOCH);
        assert!(entries.get("a", now).is_none() && entries.is_gone("a", now));
        assert!(!entries.is_gone("a", now + LIFE));
    }

    #[test]
    fn a_folder_has_a_quota_and_the_store_too() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        put(&mut entries, "a/1", 200 << 10, now).unwrap();
        assert_eq!(put(&mut entries, "a/2", 100 << 10, now), Err(Full));
        assert_eq!(put(&mut entries, "a/1", 210 << 10, now), Ok(()));
        let filled = (0..30).filter(|n| put(&mut entries, &format!("b{n}/1"), 200 << 10, now).is_ok()).count();
        assert_eq!(filled, 19);
    }

    #[test]
    fn the_same_content_put_again_has_another_tag() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        let mut tag = || {
            put(&mut entries, "a", 1, now).unwrap();
            entries.get("a", now).unwrap().validators().tag.cloned()
        };
        assert_ne!(tag(), tag());
    }

    #[test]
    fn below_a_key_is_what_begins_with_it_and_a_slash() {
        let (mut entries, now) = (Entries::default(), Instant::now());
        for key in ["a", "a-b", "a/1", "a/b/2", "b"] {
            put(&mut entries, key, 1, now).unwrap();
        }
        assert_eq!(entries.below("a", now).map(|(key, _)| key).collect::<Vec<_>>(), ["a/1", "a/b/2"]);
        assert_eq!(entries.below("", now).count(), 5);
    }
}
