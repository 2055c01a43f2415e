//! How the facts are stored: rows of numbers, and one text they point into.
//!
//! No row holds an address. A program that links the library has nothing to relocate when it starts, and reads only
//! the pages it looks at. A row becomes a value of the public types when it is asked for, without allocation.

use core::fmt;
use core::marker::PhantomData;

use crate::generated::text::{NUMBERS, TEXT, TEXTS};

/// A piece of the one text: where it begins and how many bytes it has.
#[derive(Debug, Clone, Copy)]
pub struct Str(pub u32, pub u32);

impl Str {
    /// The piece.
    #[allow(unsafe_code)]
    #[inline]
    pub fn get(self) -> &'static str {
        let begin = self.0 as usize;
        let range = begin..begin + self.1 as usize;
        debug_assert!(TEXT.get(range.clone()).is_some(), "a generated row points into the text");
        // SAFETY: rows and text are written together by `cargo xtask gen`, and a test walks every row with the assertion
        // above. Checking here would read the text at both ends of every piece of a row, also of those nobody reads:
        // `httpwhy 403 --json` would touch twice the memory.
        unsafe { TEXT.get_unchecked(range) }
    }

    /// The piece; nothing is stored as an empty one.
    #[inline]
    pub fn option(self) -> Option<&'static str> {
        (self.1 > 0).then(|| self.get())
    }
}

/// A type that is stored as another, which holds no address.
pub trait Stored: Copy + 'static {
    /// How it is stored.
    #[doc(hidden)]
    type Row: Copy + Sync + 'static;
    /// Reads it.
    #[doc(hidden)]
    fn read(row: &'static Self::Row) -> Self;
}

/// A type of which the library has a table.
pub trait Tabled: Stored {
    /// The table.
    #[doc(hidden)]
    fn rows() -> &'static [Self::Row];
}

/// A place in a table, in a row that refers to a row of another table.
#[derive(Debug, Clone, Copy)]
pub struct At(pub u16);

impl At {
    /// The place that stands for none.
    pub const NONE: At = At(u16::MAX);

    pub fn read<T: Tabled>(self) -> T {
        self.option().expect("a generated row points into its table")
    }

    pub fn option<T: Tabled>(self) -> Option<T> {
        T::rows().get(usize::from(self.0)).map(T::read)
    }
}

/// Declares a public type and the row it is stored as. A field marked `= at` or `= at_option` is stored as a place in
/// the table of its type.
macro_rules! stored {
    (
        $(#[$doc:meta])*
        pub struct $name:ident stored as $row:ident {
            $($(#[$field_doc:meta])* pub $field:ident: $type:ty $(= $how:ident)?,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name { $($(#[$field_doc])* pub $field: $type,)+ }

        #[doc(hidden)]
        #[derive(Debug, Clone, Copy)]
        pub struct $row { $(pub $field: $crate::table::stored!(@row $type $(= $how)?),)+ }

        impl $crate::table::Stored for $name {
            type Row = $row;
            #[inline]
            fn read(row: &'static $row) -> Self {
                $name { $($field: $crate::table::stored!(@read row $field $type $(= $how)?),)+ }
            }
        }
    };
    (@row $type:ty) => { <$type as $crate::table::Stored>::Row };
    (@row $type:ty = $how:ident) => { $crate::table::At };
    (@read $row:ident $field:ident $type:ty) => { <$type as $crate::table::Stored>::read(&$row.$field) };
    (@read $row:ident $field:ident $type:ty = at) => { $row.$field.read() };
    (@read $row:ident $field:ident $type:ty = at_option) => { $row.$field.option() };
}
pub(crate) use stored;

/// Names the table of a type.
macro_rules! tabled {
    ($name:ident in $table:path) => {
        impl $crate::table::Tabled for $name {
            fn rows() -> &'static [Self::Row] {
                &$table
            }
        }
    };
}
pub(crate) use tabled;

/// Types that are stored as they are.
macro_rules! stored_as_they_are {
    ($($name:ty),+ $(,)?) => {
        $(impl $crate::table::Stored for $name {
            type Row = $name;
            #[inline]
            fn read(row: &'static $name) -> Self {
                *row
            }
        })+
    };
}
pub(crate) use stored_as_they_are;

stored_as_they_are!(u8, u16, u32, bool, Option<u16>);

impl Stored for &'static str {
    type Row = Str;
    #[inline]
    fn read(row: &'static Str) -> Self {
        row.get()
    }
}

impl Stored for Option<&'static str> {
    type Row = Str;
    #[inline]
    fn read(row: &'static Str) -> Self {
        row.option()
    }
}

impl Tabled for &'static str {
    fn rows() -> &'static [Str] {
        &TEXTS
    }
}

impl Tabled for u16 {
    fn rows() -> &'static [u16] {
        &NUMBERS
    }
}

impl<T: 'static> Stored for List<T> {
    type Row = List<T>;
    #[inline]
    fn read(row: &'static List<T>) -> Self {
        *row
    }
}

/// A list of facts: a part of a table. It is as small as two numbers; the facts are read when it is walked.
///
/// ```
/// let names = httpwhy_core::Code::get(413).unwrap().also_named;
/// assert!(names.iter().any(|name| name == "Payload Too Large"));
/// assert_eq!(names.len(), names.iter().count());
/// ```
pub struct List<T> {
    begin: u32,
    len: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> List<T> {
    #[cfg(feature = "alloc")]
    pub(crate) const EMPTY: List<T> = List::new(0, 0);

    pub(crate) const fn new(begin: u32, len: u32) -> List<T> {
        List { begin, len, of: PhantomData }
    }

    /// How many there are.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::CLASSES.len(), 6);
    /// ```
    pub const fn len(self) -> usize {
        self.len as usize
    }

    /// Whether there are none.
    ///
    /// ```
    /// let names = httpwhy_core::Code::get(413).unwrap().also_named;
    /// assert!(!names.is_empty());
    /// ```
    pub const fn is_empty(self) -> bool {
        self.len == 0
    }
}

impl<T: Tabled> List<T> {
    /// Walks the list.
    ///
    /// ```
    /// let names = httpwhy_core::Code::get(413).unwrap().also_named;
    /// assert!(names.iter().all(|name| name.ends_with("Too Large")));
    /// ```
    pub fn iter(self) -> impl DoubleEndedIterator<Item = T> + ExactSizeIterator + Clone {
        self.slice().iter().map(T::read)
    }

    /// Those whose row fits, with their places from 0: a row is looked at without being read.
    #[cfg(feature = "alloc")]
    pub(crate) fn fitting(self, fits: impl Fn(&T::Row) -> bool) -> impl Iterator<Item = (usize, T)> {
        self.slice().iter().enumerate().filter(move |(_, row)| fits(row)).map(|(place, row)| (place, T::read(row)))
    }

    /// One of the list, from 0.
    ///
    /// ```
    /// let names = httpwhy_core::Code::get(413).unwrap().also_named;
    /// assert!(names.get(0).is_some() && names.get(99).is_none());
    /// ```
    pub fn get(self, at: usize) -> Option<T> {
        self.slice().get(at).map(T::read)
    }

    /// The first of the list.
    ///
    /// ```
    /// assert_eq!(httpwhy_core::CODES.first().unwrap().number, 0);
    /// ```
    pub fn first(self) -> Option<T> {
        self.get(0)
    }

    fn slice(self) -> &'static [T::Row] {
        let begin = self.begin as usize;
        T::rows().get(begin..begin + self.len()).expect("a generated row points into its table")
    }
}

impl<T: Tabled> IntoIterator for List<T> {
    type Item = T;
    type IntoIter = core::iter::Map<core::slice::Iter<'static, T::Row>, fn(&'static T::Row) -> T>;

    fn into_iter(self) -> Self::IntoIter {
        self.slice().iter().map(T::read as fn(&'static T::Row) -> T)
    }
}

/// The whole table of a type.
pub(crate) const fn all<T>(len: usize) -> List<T> {
    List::new(0, len as u32)
}

impl<T> Clone for List<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for List<T> {}

impl<T: Tabled + fmt::Debug> fmt::Debug for List<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}
