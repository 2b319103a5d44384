//! Papers as one PDF, set by typst: one compilation for a whole batch.
//!
//! It decides what the typesetter is told, and which words it may not part («71-од», «2026–2027», an
//! address) or must part anywhere, as the place is too narrow; the letters stay as they are, so that
//! they can be found and copied. Texts reach it only as data. Deliberately absent: the look
//! (`papers.typ`), fonts and the promise of an archive (`write::pdf`).

use serde_json::{Value as Json, json};

use super::Paper;
use super::sheet::{Align, Block, Cell, Paragraph, Span, Style, Table};
use super::width::{Room, can_be_parted, ems};
use crate::write::{NotWritten, pdf};

/// Writes papers one after another, each from a new page numbered from one.
pub(super) fn write(papers: &[&Paper]) -> Result<Vec<u8>, NotWritten> {
    let day = papers.iter().find_map(|it| it.day);
    pdf::set(LOOK, &data(papers), day.unwrap_or_default())
}

const LOOK: &str = include_str!("papers.typ");

fn data(papers: &[&Paper]) -> Json {
    json!({
        "title": papers.first().map_or("", |it| it.title.as_str()),
        "papers": papers.iter().map(|it| paper(it)).collect::<Vec<_>>(),
    })
}

fn paper(it: &Paper) -> Json {
    let blocks = &it.sheet.blocks;
    let room = Room::of(&it.sheet);
    let made = blocks.iter().enumerate().map(|(at, it)| {
        let next = blocks.get(at + 1);
        block(it, matches!(next, Some(Block::Signature { .. } | Block::Signed(_))), room)
    });
    json!({
        "wide": it.sheet.is_wide,
        "compact": it.sheet.is_compact,
        "blocks": made.collect::<Vec<_>>(),
    })
}

fn block(it: &Block, is_sticky: bool, room: Room) -> Json {
    let percent = |percent: u32| Place::line(room.line * percent / 100);
    let beside = |all: &[Vec<Span>]| -> Vec<Json> {
        let count = u32::try_from(all.len()).unwrap_or(1).max(1);
        all.iter().map(|it| spans(it, percent(95 / count))).collect()
    };
    match it {
        Block::Paragraph(it) => {
            let place = match it.style {
                Style::Right => percent(50),
                Style::Body | Style::Point | Style::Dash | Style::Small => {
                    Place::text(room.line.saturating_sub(INDENT))
                }
                // Bold letters are wider.
                _ => percent(88),
            };
            paragraph(it, is_sticky, place)
        }
        Block::Table(it) => table(it, room),
        // As the columns of `signature` in `papers.typ`.
        Block::Signature { post, name } => json!({
            "kind": "signature", "post": spans(post, percent(46)), "name": spans(name, percent(32)),
        }),
        Block::Requisites(parts) => json!({ "kind": "requisites", "parts": beside(parts) }),
        Block::Signed(captions) => json!({ "kind": "signed", "captions": beside(captions) }),
        Block::PageBreak => json!({ "kind": "page" }),
        Block::Gap => json!({ "kind": "gap" }),
    }
}

/// The indent of a first line with the number of a point, in thousandths of an em.
const INDENT: u32 = 5_500;

fn paragraph(it: &Paragraph, is_sticky: bool, place: Place) -> Json {
    let style = match it.style {
        Style::Title => "title",
        Style::Heading => "heading",
        Style::Centre => "centre",
        Style::Right => "right",
        Style::Left | Style::Cell(_) => "left",
        Style::Small => "small",
        Style::Body | Style::Point | Style::Dash if it.is_continued => "on",
        Style::Body | Style::Point | Style::Dash => "body",
    };
    let mut made = json!({ "kind": "paragraph", "style": style, "spans": spans(&it.spans, place) });
    if is_sticky {
        made["sticky"] = json!(true);
    }
    if let Some(blank) = &it.blank {
        made["caption"] = json!(blank.caption);
        made["tail"] = json!(blank.tail);
        made["apart"] = json!(blank.is_apart);
    }
    made
}

/// Where words stand.
#[derive(Clone, Copy)]
struct Place {
    /// Room for a word, in thousandths of an em.
    room: u32,
    /// Whether long words are parted with hyphens there.
    is_hyphenated: bool,
}

impl Place {
    /// A line whose words stay whole.
    fn line(room: u32) -> Self {
        Self { room, is_hyphenated: false }
    }

    /// A text or a cell.
    fn text(room: u32) -> Self {
        Self { room, is_hyphenated: true }
    }
}

/// A text is words, a list of one text is bold words, nought is a line break, one a place where a line
/// may end, an object a word that is not parted.
fn spans(all: &[Span], place: Place) -> Json {
    let mut made = Vec::with_capacity(all.len());
    for it in all {
        match it {
            Span::Words { text, is_bold } => words(text, *is_bold, place, &mut made),
            Span::Break => made.push(json!(0)),
            Span::Short { width, .. } => made.push(json!("_".repeat(*width))),
            Span::Line { .. } => {}
        }
    }
    Json::Array(made)
}

/// Words as they are, but for those that need a word to the typesetter.
fn words(text: &str, is_bold: bool, place: Place, made: &mut Vec<Json>) {
    let plain = |text: &str| if is_bold { json!([text]) } else { json!(text) };
    let mut done = 0;
    for (from, word) in places(text) {
        let way = way(word, place);
        if way == Way::Plain {
            continue;
        }
        if done < from {
            made.push(plain(&text[done..from]));
        }
        done = from + word.len();
        match way {
            Way::Plain => {}
            Way::Whole => made.push(json!({ "whole": word, "bold": is_bold })),
            Way::Anywhere => {
                for piece in pieces(word, place.room) {
                    made.push(plain(piece));
                    made.push(json!(1));
                }
                made.pop();
            }
        }
    }
    if done < text.len() {
        made.push(plain(&text[done..]));
    }
}

/// The words of a text between spaces of any kind, with their places.
fn places(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split([' ', '\u{a0}', '\n']).filter_map(move |word| {
        let from = at;
        // Each of the three signs is as long as it is in the text.
        at += word.len() + text[from + word.len()..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((from, word))
    })
}

/// How a word is set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Plain,
    Whole,
    Anywhere,
}

fn way(word: &str, place: Place) -> Way {
    // Nearly every word is short and of letters.
    let is_joined = word.bytes().any(|it| it.is_ascii_digit() || matches!(it, b'/' | b'@'))
        && word.contains(['-', '–', '/', '@', ':']);
    if word.len() < SHORT && !is_joined {
        return Way::Plain;
    }
    match place.room < ems(word) {
        true if place.is_hyphenated && can_be_parted(word) => Way::Plain,
        true => Way::Anywhere,
        false if is_joined => Way::Whole,
        false => Way::Plain,
    }
}

/// Bytes of a word that fits wherever anything does.
const SHORT: usize = 5;

/// A word in pieces that fit, with signs between its parts at the ends of pieces where there are any.
fn pieces(word: &str, room: u32) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = word;
    while room < ems(rest) {
        let mut used = 0;
        let fits = |(_, sign): &(usize, char)| {
            used += ems(sign.encode_utf8(&mut [0; 4]));
            used <= room
        };
        let most = rest.char_indices().take_while(fits).last();
        let most = most.map_or(0, |(at, sign)| at + sign.len_utf8());
        // At least one sign goes into a piece, however narrow the place.
        let most = most.max(rest.chars().next().map_or(rest.len(), char::len_utf8));
        let nice = rest[..most].rfind(['@', '.', '/', '-', '–', '_', '=', '&', '?', ':']);
        let end = match nice {
            Some(at) if most < at * 2 => at + rest[at..].chars().next().map_or(0, char::len_utf8),
            _ => most,
        };
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

fn table(it: &Table, room: Room) -> Json {
    let made = |at: usize, cell: &Cell| {
        let width: u32 = it.widths.iter().skip(cell.column).take(cell.across).sum();
        self::cell(at, cell, Place::text(room.cell(width)))
    };
    let cells = |from: usize, to: usize| -> Vec<Json> {
        let rows = it.rows.iter().enumerate().take(to).skip(from);
        let cells = rows.flat_map(|(at, row)| row.iter().map(move |it| (at, it)));
        cells.filter(|(_, it)| !it.is_continued).map(|(at, it)| made(at, it)).collect()
    };
    json!({
        "kind": "table",
        "widths": it.widths,
        "head": cells(0, it.n_header),
        "body": cells(it.n_header, it.rows.len()),
    })
}

/// A cell; where it is plain words at the left, just these: the typesetter makes them much faster.
fn cell(row: usize, it: &Cell, place: Place) -> Json {
    if let (1, 1, [Paragraph { style: Style::Cell(Align::Left), spans, blank: None, .. }]) =
        (it.across, it.down, it.paragraphs.as_slice())
        && let [Span::Words { text, is_bold: false }] = spans.as_slice()
        && places(text).all(|(_, it)| way(it, place) == Way::Plain)
    {
        return json!(text);
    }
    let align = it.paragraphs.first().map(|it| it.style);
    let align = match align {
        Some(Style::Cell(Align::Centre)) => "centre",
        Some(Style::Cell(Align::Right)) => "right",
        _ => "left",
    };
    let lines: Vec<Json> = it.paragraphs.iter().map(|it| paragraph(it, false, place)).collect();
    json!({
        "x": it.column, "y": row, "across": it.across, "down": it.down, "align": align,
        "lines": lines,
    })
}

#[cfg(test)]
mod tests;
