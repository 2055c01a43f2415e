//! The shape every report takes before it is printed: a title, then blocks.

use crate::Place;

/// What a printer prints.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The first lines.
    pub title: Title,
    /// The rest.
    pub blocks: Vec<Block>,
}

/// The first lines of a document.
#[derive(Debug, Clone, Default)]
pub struct Title {
    /// `403`, `403.14`; empty where there is no number.
    pub number: String,
    /// `Forbidden`.
    pub name: String,
    /// `client error, registered`.
    pub kicker: String,
    /// One sentence.
    pub summary: String,
    /// What the colour says.
    pub tone: Tone,
}

/// The class of the status, which the colour shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// No class.
    #[default]
    Plain,
    /// 1xx.
    Informational,
    /// 2xx.
    Success,
    /// 3xx.
    Redirection,
    /// 4xx.
    ClientError,
    /// 5xx.
    ServerError,
}

/// A part of a document. Every text is Markdown: `` `code` ``, `**strong**`, and in prose also paragraphs, lists and
/// fenced blocks.
#[derive(Debug, Clone)]
pub enum Block {
    /// Opens a part.
    Heading(String),
    /// Paragraphs.
    Prose(String),
    /// Label and text, one a row.
    Facts(Vec<Fact>),
    /// What each of those who ask can do; the label says who.
    Advice(Vec<Fact>),
    /// Things of one kind, numbered when their order says something.
    Items {
        /// Whether the order says something.
        is_ranked: bool,
        /// The things.
        items: Vec<Item>,
    },
    /// What to type for more; where things are links nobody needs it.
    Hint(String),
    /// Text to be shown as it is.
    Literal(String),
    /// A table whose first column names the row.
    Table {
        /// The column names.
        head: Vec<String>,
        /// The rows.
        rows: Vec<Vec<String>>,
    },
    /// Where it is written.
    Sources(Vec<Link>),
}

/// A label and what belongs to it.
#[derive(Debug, Clone)]
pub struct Fact {
    /// One or two words.
    pub label: String,
    /// One line or a few.
    pub text: String,
    /// Where the label leads.
    pub place: Option<Place>,
}

/// One thing of a list.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// What stands out.
    pub lead: String,
    /// What stands behind it, small.
    pub note: String,
    /// A sentence below.
    pub text: String,
    /// Label, text and command of what can be done.
    pub steps: Vec<Step>,
    /// Where there is more on it.
    pub place: Option<Place>,
}

/// Something to do.
#[derive(Debug, Clone)]
pub struct Step {
    /// `Check`, `Fix`, or the software it is for.
    pub label: String,
    /// What to do.
    pub text: String,
    /// What to type.
    pub command: Option<String>,
}

/// A name and an address.
#[derive(Debug, Clone)]
pub struct Link {
    /// What people read.
    pub text: String,
    /// Where it leads.
    pub url: String,
}

impl Document {
    /// Adds a heading and a block, unless the block is empty.
    pub fn part(&mut self, heading: &str, block: Block) {
        if !block.is_empty() {
            self.blocks.push(Block::Heading(heading.to_owned()));
            self.blocks.push(block);
        }
    }
}

impl Block {
    fn is_empty(&self) -> bool {
        match self {
            Block::Heading(text) | Block::Prose(text) | Block::Hint(text) | Block::Literal(text) => text.is_empty(),
            Block::Facts(facts) | Block::Advice(facts) => facts.is_empty(),
            Block::Items { items, .. } => items.is_empty(),
            Block::Table { rows, .. } => rows.is_empty(),
            Block::Sources(links) => links.is_empty(),
        }
    }
}

impl Fact {
    /// A fact.
    pub fn new(label: impl Into<String>, text: impl Into<String>) -> Fact {
        Fact { label: label.into(), text: text.into(), place: None }
    }

    /// The same, with more on it there.
    pub fn at(self, place: Place) -> Fact {
        Fact { place: Some(place), ..self }
    }
}
