//! The months a plan covers.
//!
//! It decides from the words of a title («на 2023 – 2024 год», «2025/26 уч. г.», «с 01.09.2025 по
//! 31.05.2026»), and, where nothing is stated, from the dates of the rows. Deliberately absent: the
//! deadlines of the rows.

use crate::plan::{Indicator, PlanPeriod};
use crate::vocabulary::{Kind, Token, tokens};

/// The period that two years name: a school year where they follow each other.
pub(crate) fn school_period(first: i32, last: i32) -> PlanPeriod {
    if last == first + 1 {
        return PlanPeriod { from: format!("{first}-09"), to: format!("{last}-08") };
    }
    PlanPeriod { from: format!("{first}-01"), to: format!("{last}-12") }
}

fn year(token: &Token) -> Option<i32> {
    let year: i32 = token.text.parse().ok().filter(|_| token.kind == Kind::Number)?;
    match token.text.len() {
        4 => Some(year).filter(|it| (2000..=2100).contains(it)),
        _ => None,
    }
}

/// Years joined by a dash or a slash, with the index behind them.
fn pair(all: &[Token], at: usize) -> Option<(i32, i32, usize)> {
    let first = year(all.get(at)?)?;
    let mut next = at + 1;
    while all
        .get(next)
        .is_some_and(|it| it.text.starts_with("год") || it.text == "г" || it.is_mark('.'))
    {
        next += 1;
    }
    let joined = all.get(next).is_some_and(|it| {
        it.is_dash() || it.is_mark('/') || matches!(it.text.as_str(), "и" | "по")
    });
    let second = all.get(next + 1)?;
    let last = match second.text.len() {
        2 if second.kind == Kind::Number => {
            second.text.parse::<i32>().ok().map(|it| first / 100 * 100 + it)
        }
        _ => year(second),
    };
    let last = last.filter(|it| joined && first < *it && *it <= first + 15)?;
    Some((first, last, next + 2))
}

/// What two years in a row mean where nothing else is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Years {
    /// A school year.
    School,
    /// «В 2023–2024 годах» of a region: two calendar years.
    Calendar,
}

/// The months that a text states, from one to another.
pub(super) fn months_of(text: &str) -> Option<PlanPeriod> {
    months(&tokens(text))
}

/// The period that a title states.
pub(super) fn stated(text: &str, years: Years) -> Option<PlanPeriod> {
    let all = tokens(text);
    if let Some(months) = months(&all) {
        return Some(months);
    }
    for at in 0..all.len() {
        let law = at
            .checked_sub(1)
            .is_some_and(|it| all[it].is_mark('.') || all[it].is_mark('№') || all[it].is_dash());
        if let Some((first, last, behind)) = pair(&all, at).filter(|_| !law) {
            let named = all.get(behind).map_or("", |it| it.text.as_str());
            let whole = matches!(named, "годы" | "годах" | "годов");
            return Some(match years {
                Years::Calendar if whole => {
                    PlanPeriod { from: format!("{first}-01"), to: format!("{last}-12") }
                }
                _ => school_period(first, last),
            });
        }
    }
    for at in 0..all.len() {
        let Some(year) = year(&all[at]) else { continue };
        let before = at.checked_sub(1).map_or("", |it| all[it].text.as_str());
        let behind = all.get(at + 1).map_or("", |it| it.text.as_str());
        let named = behind.starts_with("год") || behind == "г";
        // «Дорожная карта … округа, 2026 год»: the last words of a title.
        let apart = at.checked_sub(1).is_some_and(|it| {
            all[it].is_mark(',') || all[it].is_mark('(') || all[it].is_dash() && !all[it].glued
        });
        let closes = all[at + 1..].iter().skip(1).all(|it| matches!(it.kind, Kind::Mark(_)));
        if matches!(before, "на" | "в" | "за") && (named || behind.is_empty())
            || apart && named && closes
        {
            return Some(PlanPeriod { from: format!("{year}-01"), to: format!("{year}-12") });
        }
    }
    None
}

/// «с 01.09.2025 по 31.05.2026», «сентябрь 2025 – май 2026».
fn months(all: &[Token]) -> Option<PlanPeriod> {
    let mut found: Vec<(usize, String)> = Vec::new();
    for at in 0..all.len() {
        let month = crate::sections::MONTHS;
        let named = [
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
        ]
        .iter()
        .position(|it| {
            if *it == "ма" {
                matches!(all[at].text.as_str(), "май" | "мая")
            } else {
                all[at].text.starts_with(it) && month.contains(it)
            }
        });
        if let Some(month) = named
            && let Some(year) = all.get(at + 1).and_then(year)
        {
            found.push((at, format!("{year}-{:02}", month + 1)));
        }
        let figures =
            |it: usize| all.get(it).filter(|it| it.kind == Kind::Number && it.text.len() <= 2);
        if figures(at).is_some()
            && all.get(at + 1).is_some_and(|it| it.is_mark('.'))
            && let Some(month) = figures(at + 2)
                .and_then(|it| it.text.parse::<u32>().ok())
                .filter(|it| (1..=12).contains(it))
            && all.get(at + 3).is_some_and(|it| it.is_mark('.'))
            && let Some(year) = all.get(at + 4).and_then(year)
        {
            found.push((at, format!("{year}-{month:02}")));
        }
    }
    let [(a, from), (b, to)] = found.as_slice() else { return None };
    let joined = all[*a..*b].iter().any(|it| it.is_dash() || it.text == "по") && b - a < 10;
    (joined && from < to).then(|| PlanPeriod { from: from.clone(), to: to.clone() })
}

/// The school year that the lines above the table name last, with those words.
pub(super) fn school_years_of(lines: &[String]) -> Option<PlanPeriod> {
    lines.iter().rev().find_map(|line| {
        let all = tokens(line);
        (0..all.len()).rev().find_map(|at| {
            let (first, last, behind) = pair(&all, at)?;
            let named = all
                .get(behind)
                .is_some_and(|it| ["уч", "гг", "год"].iter().any(|stem| it.text.starts_with(stem)));
            named.then(|| school_period(first, last))
        })
    })
}

/// The period of a plan that states none: from its first dated row to its last, or to the last year
/// of its targets.
///
/// - `deadlines`: the words of the deadlines.
/// - `targets`: figures of the plan as a whole.
pub(crate) fn derived(deadlines: &[&str], targets: &[Indicator]) -> Option<PlanPeriod> {
    let mut months: Vec<(i32, i32)> = Vec::new();
    for text in deadlines {
        let all = tokens(text);
        for at in 0..all.len() {
            let Some(year) = year(&all[at]) else { continue };
            let before = &all[at.saturating_sub(4)..at];
            let named = before.iter().rev().find_map(|it| {
                crate::sections::MONTHS
                    .iter()
                    .position(|stem| it.text.starts_with(stem))
                    .map(|it| it as i32 + 1 + i32::from(3 < it))
                    .or(matches!(it.text.as_str(), "май" | "мая").then_some(5))
            });
            let figures = before
                .iter()
                .rev()
                .find(|it| it.kind == Kind::Number)
                .and_then(|it| it.text.parse::<i32>().ok());
            let figures = figures.filter(|it| (1..=12).contains(it) && all[at].glued);
            months.push((year, named.or(figures).unwrap_or(9)));
        }
    }
    let first = months.iter().min().copied()?;
    let mut last = months.iter().max().copied()?;
    if let Some(year) = targets.iter().filter_map(|it| it.year).max() {
        last = last.max((year, 12));
    }
    // A plan of one school year is that school year; a longer one is as long as it is.
    let school = |it: (i32, i32)| if 8 <= it.1 { it.0 } else { it.0 - 1 };
    if school(first) == school(last) {
        return Some(school_period(school(first), school(first) + 1));
    }
    Some(PlanPeriod {
        from: format!("{}-{:02}", first.0, first.1),
        to: format!("{}-{:02}", last.0, last.1),
    })
}
