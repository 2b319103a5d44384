//! The order that approves a roadmap.
//!
//! It decides between «Утверждено приказом директора от … № …», an order's own head («ПРИКАЗ», date
//! and number on lines of their own), and orders that are only referred to. Deliberately absent:
//! acts of law.

use crate::plan::ApprovingOrder;
use crate::vocabulary::{Kind, Token, plain, tokens};
use jiff::civil::Date;

/// Lines behind «Утверждено» in which the number is looked for.
const REACH: usize = 7;

/// Words of a line «Приказ МБОУ «Школа № 9» от 28.08.2023 № 77» at most.
const LONGEST_HEAD: usize = 14;

/// The approving order, from the lines above the roadmap.
pub(super) fn approving(lines: &[String]) -> Option<ApprovingOrder> {
    let approvals = lines.iter().enumerate().filter(|(_, it)| is_approval(it)).map(|it| it.0);
    let found: Vec<ApprovingOrder> = approvals
        .filter_map(|at| {
            let block = lines[at..lines.len().min(at + REACH)].join(" ");
            reference(&block)
        })
        .collect();
    // The approval nearest to the roadmap is its own.
    found.into_iter().next_back().or_else(|| own_head(lines))
}

fn is_approval(line: &str) -> bool {
    let words = plain(line);
    (words.starts_with("утвержд")
        || words.starts_with("введен")
        || words.starts_with("приложение")
        || words.contains("утвержден")
        || words.contains("утверждаю"))
        && words.split(' ').count() < 30
        && !words.starts_with("утвердить")
        && !words.contains("об утверждении")
}

/// «… приказ(ом) … от DATE № NUMBER», in either order, in the first words of a block.
fn reference(block: &str) -> Option<ApprovingOrder> {
    let all = tokens(block);
    let order = all
        .iter()
        .position(|it| it.text.starts_with("приказ") || it.text.starts_with("распоряж"))?;
    let end = all.len().min(order + 40);
    let window = &all[order..end];
    let dated = date(window);
    let number = number(window, block, dated.map(|it| it.1));
    let date = dated.map(|it| it.0);
    (number.is_some() || date.is_some())
        .then_some(ApprovingOrder { number, date: date.map(|it| it.to_string()) })
}

/// «№ 71-б», «N 12/1-ОД»: the number beside the date or the word «приказ», not that of a school.
///
/// - `date`: the first token of the date and the one behind it, where there is one.
fn number(all: &[Token], text: &str, date: Option<(usize, usize)>) -> Option<String> {
    let found: Vec<(usize, String)> =
        (0..all.len()).filter_map(|at| Some((at, number_at(all, text, at)?))).collect();
    let behind = |at: usize| date.is_some_and(|it| (it.1..it.1 + 4).contains(&at));
    let ahead = |at: usize| date.is_some_and(|it| at < it.0 && it.0 <= at + 8);
    let best = found
        .iter()
        .find(|it| behind(it.0))
        .or_else(|| found.iter().rfind(|it| ahead(it.0)))
        .or_else(|| found.iter().find(|it| it.0 <= 2))
        .or(found.first());
    best.map(|it| it.1.clone())
}

/// A number whose sign stands at a token.
fn number_at(all: &[Token], text: &str, at: usize) -> Option<String> {
    let token = &all[at];
    let sign = token.is_mark('№')
        || token.is_mark('#')
        || token.is_word() && matches!(token.text.as_str(), "n" | "no");
    let first = all.get(at + 1).filter(|_| sign)?;
    if !matches!(first.kind, Kind::Number | Kind::Word) {
        return None;
    }
    let mut last = first;
    for next in all[at + 2..].iter().take_while(|it| it.glued) {
        match next.kind {
            Kind::Number | Kind::Word => last = next,
            Kind::Mark('/' | '-' | '–' | '.') => {}
            Kind::Mark(_) => break,
        }
    }
    let words = text.get(first.at.start..last.at.end)?;
    words.chars().any(|it| it.is_ascii_digit()).then(|| words.to_owned())
}

/// A date in figures or with the name of its month; quotes around the day and lines to write on are
/// passed over.
fn date(all: &[Token]) -> Option<(Date, (usize, usize))> {
    let plain: Vec<(usize, &Token)> = all
        .iter()
        .enumerate()
        .filter(|it| !matches!(it.1.kind, Kind::Mark('«' | '»' | '"' | '“' | '”' | '\'' | '_')))
        .collect();
    for i in 0..plain.len() {
        let number = |at: usize| {
            plain
                .get(at)
                .filter(|it| it.1.kind == Kind::Number)
                .and_then(|it| it.1.text.parse::<i16>().ok())
        };
        let Some(day) = number(i).filter(|it| (1..=31).contains(it)) else { continue };
        let point =
            |at: usize| plain.get(at).is_some_and(|it| it.1.is_mark('.') || it.1.is_mark('/'));
        let (month, year, last) = if point(i + 1) && point(i + 3) {
            (number(i + 2), number(i + 4), i + 4)
        } else if plain.get(i + 2).is_some_and(|it| it.1.text.len() == 4) && number(i + 1).is_some()
        {
            // «« 10»______01____2022 г.»
            (number(i + 1), number(i + 2), i + 2)
        } else {
            (plain.get(i + 1).and_then(|it| month(&it.1.text)), number(i + 2), i + 2)
        };
        let (Some(month), Some(year)) = (month, year) else { continue };
        let year = if year < 100 { year + 2000 } else { year };
        let (Ok(day), Ok(month)) = (i8::try_from(day), i8::try_from(month)) else { continue };
        if (1990..=2100).contains(&year)
            && let Ok(date) = Date::new(year, month, day)
        {
            return Some((date, (plain[i].0, plain[last].0 + 1)));
        }
    }
    None
}

fn month(word: &str) -> Option<i16> {
    const STEMS: [&str; 12] = [
        "январ",
        "феврал",
        "март",
        "апрел",
        "ма",
        "июн",
        "июл",
        "август",
        "сентябр",
        "октябр",
        "ноябр",
        "декабр",
    ];
    let at = STEMS.iter().position(|it| {
        if *it == "ма" { matches!(word, "мая" | "май") } else { word.starts_with(it) }
    })?;
    i16::try_from(at + 1).ok()
}

/// The head of an order that stands in the document itself: «ПРИКАЗ», then date and number.
fn own_head(lines: &[String]) -> Option<ApprovingOrder> {
    let at = lines.iter().position(|it| {
        matches!(plain(it).as_str(), "приказ" | "п р и к а з" | "распоряжение")
            || plain(it).starts_with("приказ ") && plain(it).split(' ').count() < LONGEST_HEAD
    })?;
    let from = at.saturating_sub(3);
    let block = lines[from..lines.len().min(at + 6)]
        .iter()
        .filter(|it| it.chars().count() < 90)
        .cloned()
        .collect::<Vec<_>>()
        .join(" \n ");
    let all = tokens(&block);
    let begin = all
        .iter()
        .position(|it| {
            it.text.starts_with("приказ") || it.text == "п" || it.text.starts_with("распоряж")
        })
        .unwrap_or(0);
    let behind = date(&all[begin..]);
    let number = number(&all[begin..], &block, behind.map(|it| it.1));
    let date = behind.or_else(|| date(&all))?.0;
    number.is_some().then(|| ApprovingOrder { number, date: Some(date.to_string()) })
}
