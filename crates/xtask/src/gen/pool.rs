//! The one text and the tables that rows are put into.

use std::collections::{BTreeMap, HashMap};

/// A table while it grows.
struct Table {
    row: &'static str,
    rows: Vec<String>,
}

#[derive(Default)]
pub struct Pool {
    text: String,
    known: HashMap<String, String>,
    tables: BTreeMap<&'static str, Table>,
}

impl Pool {
    /// A piece of the text, spelled as a row holds it.
    pub fn text(&mut self, text: &str) -> String {
        if let Some(known) = self.known.get(text) {
            return known.clone();
        }
        let spelled = format!("Str({}, {})", self.text.len(), text.len());
        self.text.push_str(text);
        self.known.insert(text.to_owned(), spelled.clone());
        spelled
    }

    /// A text that may be missing.
    pub fn option(&mut self, text: Option<&str>) -> String {
        text.map_or("Str(0, 0)".to_owned(), |text| self.text(text.trim_end()))
    }

    /// Puts rows into a table; the list they make, spelled as a row holds it.
    pub fn list(&mut self, table: &'static str, row: &'static str, rows: Vec<String>) -> String {
        let count = rows.len();
        let table = self.tables.entry(table).or_insert(Table { row, rows: Vec::new() });
        let begin = table.rows.len();
        table.rows.extend(rows);
        format!("List::new({begin}, {count})")
    }

    pub fn texts(&mut self, texts: &[String]) -> String {
        let rows = texts.iter().map(|text| self.text(text)).collect();
        self.list("TEXTS", "Str", rows)
    }

    pub fn numbers(&mut self, numbers: &[u16]) -> String {
        self.list("NUMBERS", "u16", numbers.iter().map(u16::to_string).collect())
    }

    /// The source of some tables, and which of them they are.
    pub fn spell(&self, names: &[&'static str]) -> String {
        let spell = |name: &&'static str| {
            let table = &self.tables[name];
            let rows: String = table.rows.iter().map(|row| format!("    {row},\n")).collect();
            format!("pub(crate) static {name}: [{}; {}] = [\n{rows}];\n", table.row, table.rows.len())
        };
        names.iter().map(spell).collect::<Vec<_>>().join("\n")
    }

    /// The one text.
    pub fn whole_text(&self) -> &str {
        &self.text
    }
}

/// A row spelled as a struct literal.
pub fn row(name: &str, fields: &[(&str, String)]) -> String {
    let fields: Vec<String> = fields.iter().map(|(field, value)| format!("{field}: {value}")).collect();
    format!("{name} {{ {} }}", fields.join(", "))
}
