//! The head of a roadmap: title, organisation, approving order, period.
//!
//! It decides which lines around the table are the title, which «приказ от … № …» approves the
//! roadmap (and not one it is based on), and which months the plan covers. Deliberately absent: the
//! table itself.

mod authority;
mod order;
mod organisation;
mod period;

use period::Years;
pub(crate) use period::{derived, school_period};

use crate::plan::{ApprovingOrder, PlanPeriod};
use crate::sections::{Heading, kind};
use crate::source::{Block, Paragraph, Source};
use crate::table::{Chosen, is_title, words};
use crate::vocabulary::tokens::composed;
use crate::vocabulary::{clip, plain, squeeze};

/// What the text around the roadmap says.
#[derive(Clone, Debug, Default)]
pub(crate) struct Head {
    pub(crate) title: String,
    pub(crate) organisation: Option<String>,
    pub(crate) order: Option<ApprovingOrder>,
    pub(crate) period: Option<PlanPeriod>,
    /// Lines between the title and the table that are not the title.
    pub(crate) rest: Vec<String>,
}

/// Lines above a roadmap that are looked at.
const MOST_LINES: usize = 2000;
/// Lines of a title at most: longer texts are no titles.
const TITLE_LINES: usize = 9;

/// Reads the head of a document.
///
/// - `first`: the first table of the roadmap, where one was found.
/// - Returns: what was found; empty where nothing was. Cannot fail.
pub(crate) fn read(source: &Source, first: Option<&Chosen<'_>>) -> Head {
    let before = lines_before(source, first);
    let (title_lines, rest) = title(&before);
    let title = strip_title(&title_lines.join(" "));
    let order = order::approving(&before);
    let organisation = organisation::of(&title_lines, &before);
    let years = match &organisation {
        Some(name) if authority::governs(name) => Years::Calendar,
        _ => Years::School,
    };
    let stated = |text: &str| period::stated(text, years);
    let period = stated(&title_lines.join(" "))
        .or_else(|| rest.iter().rev().find(|it| states_period(it)).and_then(|it| stated(it)))
        .or_else(|| stated(&rest.join(" ")))
        .or_else(|| before.iter().filter(|it| is_title(it)).find_map(|it| stated(it)))
        .or_else(|| period::school_years_of(&before));
    Head { title, organisation, order, period, rest }
}

/// The lines above the roadmap, cells of earlier tables and of title rows included.
fn lines_before(source: &Source, first: Option<&Chosen<'_>>) -> Vec<String> {
    let end = first.map_or(source.blocks.len(), |it| it.block);
    let mut lines = Vec::new();
    for block in source.blocks.iter().take(end) {
        match block {
            Block::Paragraph(it) if !it.sheet_name => add(&mut lines, &it.text),
            Block::Paragraph(_) => {}
            Block::Table(table) if table.rows.len() <= 12 => {
                for cell in table.rows.iter().flat_map(|it| &it.cells).filter(|it| !it.continued) {
                    cell.paragraphs.iter().for_each(|it: &Paragraph| add(&mut lines, &it.text));
                }
            }
            Block::Table(_) => {}
        }
    }
    // What is far above the roadmap says nothing about it.
    let far = lines.len().saturating_sub(MOST_LINES);
    lines.drain(..far);
    if let Some(first) = first {
        for row in 0..first.layout.header.start {
            for cell in first.grid.own(row) {
                add(&mut lines, &words(cell));
            }
        }
    }
    lines
}

fn add(lines: &mut Vec<String>, text: &str) {
    for line in composed(clip(text)).lines() {
        let line = squeeze(line);
        if !line.is_empty() {
            lines.push(line);
        }
    }
}

/// The lines of the title, and the lines behind it.
fn title(lines: &[String]) -> (Vec<String>, Vec<String>) {
    // The last line that names a roadmap begins the title, unless it only goes on with a title.
    let Some(last) = lines.iter().rposition(|it| is_title_line(it)) else {
        let rest: Vec<String> = lines.iter().rev().take(3).rev().cloned().collect();
        return (Vec::new(), rest);
    };
    let mut at = last;
    while 0 < at && is_title_line(&lines[at - 1]) {
        at -= 1;
    }
    if 0 < at && plain(&lines[at - 1]) == "план" {
        at -= 1;
    }
    let mut end = last + 1;
    while end < lines.len() && end - at < TITLE_LINES && goes_on(&lines[end - 1], &lines[end]) {
        end += 1;
    }
    (lines[at..end].to_vec(), lines[end..].to_vec())
}

fn is_title_line(line: &str) -> bool {
    let words = plain(line);
    let refers = words.starts_with("утвердить")
        || line.starts_with('-')
        || line.starts_with('–')
        || words.contains("ответственн")
        || line.ends_with(';');
    is_title(line) && !refers && words.split(' ').count() < 60
}

/// Whether a line goes on with the title above it.
fn goes_on(above: &str, line: &str) -> bool {
    let words = plain(line);
    let first = line.chars().next();
    if states_period(line) {
        return true;
    }
    if !matches!(kind(line, None), Heading::Plain | Heading::Year) {
        return false;
    }
    let stops = [
        "цель",
        "цели",
        "задачи",
        "раздел",
        "этап",
        "примечание",
        "утвержд",
        "согласован",
        "срок",
        "куратор",
        "ответственн",
        "приложение",
        "директор",
    ]
    .iter()
    .any(|it| words.starts_with(it));
    if stops
        || first.is_some_and(|it| it.is_ascii_digit()) && !words.starts_with("20")
        || above.ends_with('.') && !above.ends_with("г.")
    {
        return false;
    }
    let small = first.is_some_and(|it| it.is_lowercase() || matches!(it, '(' | '«' | '"'));
    let connects = above.split_whitespace().next_back().is_some_and(|it| {
        matches!(
            plain(it).as_str(),
            "в" | "на" | "по" | "и" | "с" | "обучающихся" | "наставничества" | "дополнительным"
        ) || it.ends_with(',')
    });
    let named = [
        "мбоу",
        "мкоу",
        "маоу",
        "гбоу",
        "гбпоу",
        "мбдоу",
        "мадоу",
        "муниципал",
        "государствен",
        "на 20",
        "наставничеств",
        "план мероприятий",
    ]
    .iter()
    .any(|it| words.starts_with(it));
    let shouted = line.chars().any(char::is_alphabetic) && !line.chars().any(char::is_lowercase);
    small || connects || named || shouted || words.ends_with("учебный год")
}

/// «(сентябрь 2023 г. – июнь 2024 г.)»: a line of its own that is nothing but the period.
pub(crate) fn states_period(line: &str) -> bool {
    crate::sections::time(line).is_some() && period::months_of(line).is_some()
}

/// The title without the words that every roadmap has.
fn strip_title(title: &str) -> String {
    let lower = title.to_lowercase();
    // Lower case may change lengths of rare letters; only cut where it does not.
    if lower.len() != title.len() {
        return squeeze(title);
    }
    let mut out = title.to_owned();
    let phrases = [
        "план мероприятий",
        "дорожная карта",
        "план работы",
        "план-график",
        "календарный план",
        "комплексный план",
        "перспективный план",
        "план",
    ];
    for phrase in phrases {
        let low = out.to_lowercase();
        if low.len() == out.len()
            && let Some(at) = low.find(phrase).filter(|it| *it < 60)
        {
            out.replace_range(at..at + phrase.len(), "");
        }
    }
    for empty in ["«»", "\"\"", "()", "( )"] {
        out = out.replace(empty, " ");
    }
    let out = squeeze(&out).replace("( )", " ");
    let marks = |it: char| it.is_ascii_digit() || ",.-–— )»".contains(it);
    squeeze(out.trim().trim_start_matches(marks))
}

#[cfg(test)]
mod tests;
