//! Draws who talks to whom: actors side by side, messages from top to bottom, and where the status arises.

use maud::{Markup, html};

/// What is drawn.
pub struct Drawing {
    /// In one sentence, for those who do not see it.
    pub told: String,
    /// Two or three, from the client inwards.
    pub actors: &'static [&'static str],
    /// In order.
    pub messages: Vec<Message>,
}

/// One arrow.
pub struct Message {
    /// Which actor sends it.
    pub from: usize,
    /// Which actor it is for.
    pub to: usize,
    /// What stands above it.
    pub label: String,
    /// How it ends.
    pub end: End,
}

/// How a message ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It arrives.
    Arrives,
    /// It gets lost or is refused.
    Lost,
    /// It arrives, and is the status the page is about.
    Status,
}

const WIDTH: usize = 400;
const MARGIN: usize = 46;
const TOP: usize = 40;
const ROW: usize = 36;
/// What an arrow leaves free before a line of life.
const GAP: usize = 5;
/// Units a letter of a label takes, with some to spare.
#[cfg(test)]
pub const LETTER: usize = 7;

/// Where an actor's line stands.
pub fn column(actor: usize, actors: usize) -> usize {
    MARGIN + actor * (WIDTH - 2 * MARGIN) / (actors.max(2) - 1)
}

/// The figure, with a title and a description.
pub fn figure(drawing: &Drawing, number: u16) -> Markup {
    let height = TOP + ROW * drawing.messages.len() + 16;
    let columns = drawing.actors.len();
    html! {
        figure class="diagram" {
            svg viewBox={"0 0 " (WIDTH) " " (height)} role="img" aria-labelledby="diagram-title diagram-told"
                font-size="12.5" fill="currentColor" stroke-width="1.5" {
                title id="diagram-title" { "Where a " (format!("{number:03}")) " arises" }
                desc id="diagram-told" { (drawing.told) }
                @for (at, actor) in drawing.actors.iter().enumerate() { (self::actor(actor, column(at, columns), height)) }
                @for (at, message) in drawing.messages.iter().enumerate() {
                    (self::message(message, column(message.from, columns), column(message.to, columns), TOP + ROW * (at + 1)))
                }
            }
            figcaption { (drawing.told) }
        }
    }
}

fn actor(name: &str, x: usize, height: usize) -> Markup {
    html! {
        rect x=(x - 44) y="4" width="88" height="26" rx="5" fill="none" stroke="currentColor" {}
        text x=(x) y="21" text-anchor="middle" font-weight="600" { (name) }
        line x1=(x) y1="30" x2=(x) y2=(height - 4) stroke="currentColor" stroke-dasharray="2 4" opacity=".5" {}
    }
}

fn message(message: &Message, from: usize, to: usize, y: usize) -> Markup {
    let is_right = to > from;
    let class = if message.end == End::Status { "status" } else { "" };
    let start = if is_right { from + GAP } else { from - GAP };
    let tip = match (message.end, is_right) {
        (End::Lost, true) => to - 18,
        (End::Lost, false) => to + 18,
        (_, true) => to - GAP,
        (_, false) => to + GAP,
    };
    html! {
        g class=(class) stroke="currentColor" {
            line x1=(start) y1=(y) x2=(tip) y2=(y) {}
            @match message.end {
                End::Lost => path d=(cross(tip, y)) fill="none" stroke-width="2.5" {},
                End::Arrives => path d=(head(tip, y, is_right)) stroke="none" {},
                End::Status => {
                    path d=(head(tip, y, is_right)) stroke="none" {}
                    circle cx=(start) cy=(y) r="4.5" stroke="none" {}
                }
            }
            text x=((start + tip) / 2) y=(y - 7) text-anchor="middle" stroke="none" { (message.label) }
        }
    }
}

fn head(x: usize, y: usize, is_right: bool) -> String {
    let back = if is_right { x - 8 } else { x + 8 };
    format!("M{x} {y}L{back} {}L{back} {}Z", y - 4, y + 4)
}

fn cross(x: usize, y: usize) -> String {
    format!("M{} {}L{} {}M{} {}L{} {}", x - 6, y - 6, x + 6, y + 6, x - 6, y + 6, x + 6, y - 6)
}
