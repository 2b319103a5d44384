//! A paper on a page: what the Word file and the PDF say, as far as a screen shows it.
//!
//! It decides that a paper has no headings of the page and no widths of its own. Deliberately absent:
//! breaks of pages, fonts and margins, which belong to paper.

use app::paper::sheet::{Align, Block, Cell, Paragraph, Sheet, Span, Style, Table};
use maud::{Markup, html};

/// Prints a paper.
///
/// - `label`: what it is, for readers of the screen.
#[must_use]
pub fn paper(label: &str, sheet: &Sheet) -> Markup {
    html! {
        // It is read with the arrows where it is longer than its place.
        div.paper role="region" aria-label=(label) tabindex="0" lang="ru" {
            @for it in &sheet.blocks { (block(it)) }
        }
    }
}

fn block(it: &Block) -> Markup {
    match it {
        Block::Paragraph(it) => paragraph(it),
        Block::Table(it) => table(it),
        Block::Signature { post, name } => html! {
            div.paper-row { span { (spans(post)) } span.blank {} span { (spans(name)) } }
        },
        Block::Requisites(parts) => html! {
            div.paper-row { @for it in parts { span { (spans(it)) } } }
        },
        Block::Signed(parts) => html! {
            div.paper-row { @for it in parts { span.signed { span.blank {} span.small { (spans(it)) } } } }
        },
        Block::PageBreak => html! { div.paper-page {} },
        Block::Gap => html! { div.paper-gap {} },
    }
}

fn paragraph(it: &Paragraph) -> Markup {
    let class = match it.style {
        Style::Title => "p-title",
        Style::Heading => "p-heading",
        Style::Centre | Style::Cell(Align::Centre) => "p-centre",
        Style::Right => "p-right",
        Style::Left | Style::Cell(Align::Left) => "p-left",
        Style::Body | Style::Point => "p-body",
        Style::Dash => "p-dash",
        Style::Small => "p-small",
        Style::Cell(Align::Right) => "p-end",
    };
    html! {
        p class=(class) {
            @if it.style == Style::Dash { "– " }
            (spans(&it.spans))
            @if let Some(blank) = &it.blank {
                span.blank { span.small { (blank.caption) } } (blank.tail)
            }
        }
    }
}

fn spans(all: &[Span]) -> Markup {
    html! {
        @for it in all {
            @match it {
                Span::Words { text, is_bold: true } => b { (text) },
                Span::Words { text, .. } => (text),
                Span::Break => { br; },
                Span::Short { width, .. } => ("_".repeat((*width).min(60))),
                Span::Line { .. } => {},
            }
        }
    }
}

fn table(it: &Table) -> Markup {
    let shown = |row: &[Cell]| row.iter().filter(|it| !it.is_continued).cloned().collect();
    let rows: Vec<Vec<Cell>> = it.rows.iter().map(|row| shown(row)).collect();
    let (head, body) = rows.split_at(it.n_header.min(rows.len()));
    html! {
        table.paper-table {
            @if !head.is_empty() { thead { @for row in head { tr { @for it in row { th scope="col" colspan=[over(it.across)] rowspan=[over(it.down)] { (cell(it)) } } } } } }
            tbody { @for row in body { tr { @for it in row { td colspan=[over(it.across)] rowspan=[over(it.down)] { (cell(it)) } } } } }
        }
    }
}

fn over(count: usize) -> Option<usize> {
    (1 < count).then_some(count)
}

fn cell(it: &Cell) -> Markup {
    html! { @for it in &it.paragraphs { (paragraph(it)) } }
}
