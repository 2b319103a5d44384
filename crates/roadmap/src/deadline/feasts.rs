//! Feast days by which plans date things: «ко Дню учителя», «в День матери».
//!
//! It decides that a feast says when only behind a preposition of time, and only where nothing else
//! in the cell does: «5 октября – День учителя» names its day itself, «День знаний» alone is a name.
//! Deliberately absent: the days, which are data (`data/feasts.tsv`), and years (`resolve`).

use std::sync::LazyLock;

use mentoring::period::Days;

use super::form::Weekday;
use super::grammar::phrase::{Joint, Part, Phrase, When};
use crate::vocabulary::{Lexicon, tokens};

/// A feast: its day, and the first year in which it is kept on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Feast {
    on: When,
    since: i16,
}

/// Words that may stand before the name of a feast: «ко всероссийскому Дню отца».
const OPENINGS: [&str; 2] = ["", "?всероссийск~|международн~|всемирн~ ?празднованию|празднику "];

static FEASTS: LazyLock<Lexicon<Feast>> =
    LazyLock::new(|| lexicon(include_str!("../../data/feasts.tsv")));

fn lexicon(text: &str) -> Lexicon<Feast> {
    let mut table: Vec<(Feast, Vec<String>)> = Vec::new();
    for line in text.lines().filter(|it| !it.starts_with('#')) {
        let mut cells = line.split('\t');
        let (Some(names), Some(on), Some(since)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let (Some(on), Ok(since)) = (day(on), since.parse()) else { continue };
        let names = names.split(" ; ").map(str::trim);
        let names = names.flat_map(|it| OPENINGS.map(|opening| format!("{opening}{it}")));
        table.push((Feast { on, since }, names.collect()));
    }
    let rows: Vec<(Feast, Vec<&str>)> = table
        .iter()
        .map(|(feast, names)| (*feast, names.iter().map(String::as_str).collect()))
        .collect();
    let rows: Vec<(Feast, &[&str])> = rows.iter().map(|it| (it.0, it.1.as_slice())).collect();
    Lexicon::new(&rows)
}

/// `10-05`, `10:3sun`, `11:last-sun`.
fn day(text: &str) -> Option<When> {
    let year = None;
    if let Some((month, day)) = text.split_once('-').filter(|it| it.0.len() == 2) {
        return Some(When::Day { day: day.parse().ok()?, month: Some(month.parse().ok()?), year });
    }
    let (month, sunday) = text.split_once(':')?;
    let part = match sunday.strip_suffix("sun")? {
        "last-" => Part::LastWeekday(Weekday::Sunday),
        n => Part::Weekday(n.parse().ok()?, Weekday::Sunday),
    };
    Some(When::Part { part, month: Some(month.parse().ok()?), year })
}

/// Whether a text begins with the name of a feast.
pub(super) fn begins_feast(text: &str) -> bool {
    FEASTS.at(&tokens(text), 0).is_some()
}

/// The feasts of a text that stand behind a preposition of time.
///
/// - `period`: the days of the plan; a feast that is younger says nothing.
pub(super) fn phrases(text: &str, period: Option<Days>) -> Vec<(Joint, Phrase)> {
    let all = tokens(text);
    let is_kept = |feast: &Feast| period.is_none_or(|it| feast.since <= it.to.year());
    let mut found = Vec::new();
    let mut bound = None;
    for hit in FEASTS.all(&all).into_iter().filter(|it| is_kept(&it.means)) {
        let words = all[..hit.tokens.start].iter().rev().take_while(|it| it.is_word());
        let said = words.take(2).find_map(|it| match it.text.as_str() {
            "в" | "во" | "на" => Some(Phrase::At as fn(When) -> Phrase),
            "к" | "ко" | "до" | "перед" | "накануне" | "преддверии" => {
                Some(Phrase::Before)
            }
            _ => None,
        });
        // «ко Дню учителя и Дню матери»: the preposition serves both.
        bound = said.or(bound);
        if let Some(bound) = bound {
            found.push((Joint::Comma, bound(hit.means.on)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_data_is_a_feast() {
        let text = include_str!("../../data/feasts.tsv");
        let lines = text.lines().filter(|it| !it.starts_with('#'));
        for line in lines {
            let cells: Vec<&str> = line.split('\t').collect();
            assert_eq!(cells.len(), 4, "{line}");
            assert!(day(cells[1]).is_some() && cells[2].parse::<i16>().is_ok(), "{line}");
        }
    }
}
