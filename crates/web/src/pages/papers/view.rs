//! A paper as the page shows it, before any file: its own words, blanks as lines.

use app::paper::{Piece, Shown, ShownCell, ShownStyle};
use maud::{Markup, html};

use crate::lang::{Lang, key};

/// Prints a paper.
pub(crate) fn paper(lang: Lang, blocks: &[Shown]) -> Markup {
    html! {
        article.paper lang="ru" aria-label=(lang.t(key("paper-preview"))) {
            @for it in blocks { (block(it)) }
        }
    }
}

fn block(it: &Shown) -> Markup {
    match it {
        Shown::Line { style, pieces: all } => {
            let class = match style {
                ShownStyle::Title => "paper-title",
                ShownStyle::Heading => "paper-heading",
                ShownStyle::Centre => "paper-centre",
                ShownStyle::Right => "paper-right",
                ShownStyle::Small => "small",
                ShownStyle::Body => "paper-body",
            };
            html! { p class=(class) { (pieces(all)) } }
        }
        Shown::Table { n_header, rows } => html! {
            div.paper-table { table {
                @if *n_header != 0 { thead { @for row in rows.iter().take(*n_header) { tr { @for it in row { (cell(it, true)) } } } } }
                tbody { @for row in rows.iter().skip(*n_header) { tr { @for it in row { (cell(it, false)) } } } }
            } }
        },
        Shown::Beside(parts) => html! {
            div.paper-beside { @for it in parts { span { (pieces(it)) } } }
        },
        Shown::Gap => html! { div.paper-gap {} },
    }
}

fn cell(it: &ShownCell, is_head: bool) -> Markup {
    let (across, down) = ((it.across != 1).then_some(it.across), (it.down != 1).then_some(it.down));
    let lines = html! { @for (number, line) in it.lines.iter().enumerate() { @if number != 0 { br; } (pieces(line)) } };
    match is_head {
        true => html! { th colspan=[across] rowspan=[down] { (lines) } },
        false => html! { td colspan=[across] rowspan=[down] { (lines) } },
    }
}

fn pieces(all: &[Piece]) -> Markup {
    html! {
        @for it in all {
            @match it {
                Piece::Words { text, is_bold: true } => strong { (text) },
                Piece::Words { text, is_bold: false } => (text),
                Piece::Break => { br; },
                Piece::Blank { width, caption } => (blank(*width, caption)),
            }
        }
    }
}

/// A line to fill: the caption stands on it, so that one sees what goes there.
fn blank(width: Option<usize>, caption: &str) -> Markup {
    const LONG: usize = 18;
    let class = match width {
        None => "paper-blank paper-blank-wide",
        Some(width) if LONG < width => "paper-blank paper-blank-long",
        Some(_) => "paper-blank",
    };
    html! { span class=(class) { (caption) } }
}
