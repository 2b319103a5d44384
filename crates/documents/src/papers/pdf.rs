//! Papers as one PDF, set by typst: one compilation for a whole batch.
//!
//! It decides what the typesetter is told; texts reach it only as data. Deliberately absent: the look
//! (`papers.typ`), fonts and the promise of an archive (`write::pdf`).

use serde_json::{Value as Json, json};

use super::Paper;
use super::sheet::{Align, Block, Cell, Paragraph, Span, Style, Table};
use crate::write::{NotWritten, pdf};

/// Writes papers one after another, each from a new page numbered from one.
pub(super) fn write(papers: &[&Paper]) -> Result<Vec<u8>, NotWritten> {
    let title = papers.first().map_or("", |it| it.title.as_str());
    let day = papers.iter().find_map(|it| it.day);
    let data = json!({
        "title": title,
        "papers": papers.iter().map(|it| paper(it)).collect::<Vec<_>>(),
    });
    pdf::set(include_str!("papers.typ"), &data, day.unwrap_or_default())
}

fn paper(it: &Paper) -> Json {
    let blocks = &it.sheet.blocks;
    let made = blocks.iter().enumerate().map(|(at, it)| {
        let next = blocks.get(at + 1);
        block(it, matches!(next, Some(Block::Signature { .. } | Block::Signed(_))))
    });
    json!({
        "wide": it.sheet.is_wide,
        "compact": it.sheet.is_compact,
        "blocks": made.collect::<Vec<_>>(),
    })
}

fn block(it: &Block, is_sticky: bool) -> Json {
    match it {
        Block::Paragraph(it) => paragraph(it, is_sticky),
        Block::Table(it) => table(it),
        Block::Signature { post, name } => {
            json!({ "kind": "signature", "post": spans(post), "name": spans(name) })
        }
        Block::Requisites(parts) => {
            let parts: Vec<Json> = parts.iter().map(|it| spans(it)).collect();
            json!({ "kind": "requisites", "parts": parts })
        }
        Block::Signed(captions) => {
            let captions: Vec<Json> = captions.iter().map(|it| spans(it)).collect();
            json!({ "kind": "signed", "captions": captions })
        }
        Block::PageBreak => json!({ "kind": "page" }),
        Block::Gap => json!({ "kind": "gap" }),
    }
}

fn paragraph(it: &Paragraph, is_sticky: bool) -> Json {
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
    let mut made = json!({ "kind": "paragraph", "style": style, "spans": spans(&it.spans) });
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

/// A text is words, a list of one text is bold words, nought is a line break.
fn spans(all: &[Span]) -> Json {
    let made = all.iter().filter_map(|it| {
        Some(match it {
            Span::Words { text, is_bold: false } => json!(text),
            Span::Words { text, is_bold: true } => json!([text]),
            Span::Break => json!(0),
            Span::Short { width, .. } => json!("_".repeat(*width)),
            Span::Line { .. } => return None,
        })
    });
    Json::Array(made.collect())
}

fn table(it: &Table) -> Json {
    let cells = |from: usize, to: usize| -> Vec<Json> {
        let rows = it.rows.iter().enumerate().take(to).skip(from);
        let cells = rows.flat_map(|(at, row)| row.iter().map(move |it| (at, it)));
        cells.filter(|(_, it)| !it.is_continued).map(|(at, it)| cell(at, it)).collect()
    };
    json!({
        "kind": "table",
        "widths": it.widths,
        "head": cells(0, it.n_header),
        "body": cells(it.n_header, it.rows.len()),
    })
}

/// A cell; where it is plain words at the left, just these: the typesetter makes them much faster.
fn cell(row: usize, it: &Cell) -> Json {
    if let (1, 1, [Paragraph { style: Style::Cell(Align::Left), spans, blank: None, .. }]) =
        (it.across, it.down, it.paragraphs.as_slice())
        && let [Span::Words { text, is_bold: false }] = spans.as_slice()
    {
        return json!(text);
    }
    let align = it.paragraphs.first().map(|it| it.style);
    let align = match align {
        Some(Style::Cell(Align::Centre)) => "centre",
        Some(Style::Cell(Align::Right)) => "right",
        _ => "left",
    };
    let lines: Vec<Json> = it.paragraphs.iter().map(|it| paragraph(it, false)).collect();
    json!({
        "x": it.column, "y": row, "across": it.across, "down": it.down, "align": align,
        "lines": lines,
    })
}
