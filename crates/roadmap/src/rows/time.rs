//! Deadlines that lean on what stands above: a header, a heading, a stage.
//!
//! It decides how the words of a cell and the time above it are put together («до 15» under
//! «Сентябрь»). Deliberately absent: the language of deadlines (`deadline`).

use crate::sections::{Heading, MONTHS, time};
use crate::vocabulary::{plain, squeeze, tokens};

/// A tick in a column of a month.
pub(super) fn is_tick(text: &str) -> bool {
    let mark = text.trim().to_lowercase();
    matches!(mark.as_str(), "+" | "х" | "x" | "✓" | "✔" | "√" | "v" | "•" | "да")
}

/// The words of a cell under a header that says when: «+» under «Сентябрь», «март» under «2024».
pub(super) fn labelled(text: &str, label: Option<&str>) -> String {
    let Some(label) = label else { return text.to_owned() };
    if is_tick(text) {
        return label.to_owned();
    }
    if text.chars().any(char::is_alphanumeric) { with_time(text, label) } else { String::new() }
}

pub(super) fn labelled_share(text: &str, label: Option<&str>) -> String {
    match label {
        Some(label) if text.chars().any(|it| it.is_ascii_digit()) => {
            format!("{}: {text}", squeeze(label))
        }
        _ => text.to_owned(),
    }
}

/// Whether a text is nothing but months: «Сентябрь», «Декабрь – январь».
pub(super) fn is_month(text: &str) -> bool {
    time(text) == Some(Heading::Month)
}

/// The finer of two columns of time: «12.09.2024» beside «Сентябрь», «12» beside it.
pub(super) fn finer(text: &str, month: &str) -> String {
    match text.chars().any(char::is_alphanumeric) {
        true => with_time(text, month),
        false => month.to_owned(),
    }
}

/// The time that a stage names: «2024-2025 учебный год», or a month in brackets behind its name.
pub(super) fn time_of(stage: &str) -> Option<String> {
    if time(stage) == Some(Heading::Year) {
        return Some(stage.trim().to_owned());
    }
    let inside = stage.rsplit_once('(')?.1.trim_end().strip_suffix(')')?;
    let named = tokens(inside)
        .iter()
        .filter(|it| MONTHS.iter().any(|stem| it.text.starts_with(stem)) || it.text == "май")
        .count();
    (named == 1 && time(inside) == Some(Heading::Month)).then(|| inside.trim().to_owned())
}

/// A deadline that leans on the heading above: «до 15» under «Сентябрь», «март» under «2024 год».
pub(super) fn with_time(own: &str, heading: &str) -> String {
    let own = own.trim();
    if !own.chars().any(char::is_alphanumeric) {
        return squeeze(heading);
    }
    let has_month = |it: &str| {
        tokens(it).iter().any(|it| {
            MONTHS.iter().any(|stem| it.text.starts_with(stem))
                || matches!(it.text.as_str(), "май" | "мая")
        })
    };
    let has_year =
        |it: &str| tokens(it).iter().any(|it| it.text.len() == 4 && it.text.starts_with("20"));
    let day =
        own.chars().any(|it| it.is_ascii_digit()) && !own.contains('.') && own.chars().count() < 12;
    if !has_month(own) && day && has_month(heading) {
        return format!("{own} {}", squeeze(heading));
    }
    let whole_year =
        plain(own).starts_with("в течени") && !own.chars().any(|it| it.is_ascii_digit());
    // «в течение месяца» under «Октябрь» is October, and no length.
    let whole_month = matches!(
        plain(own).as_str(),
        "в течение месяца" | "в течении месяца" | "весь месяц" | "месяц"
    );
    if whole_month && has_month(heading) {
        return squeeze(heading);
    }
    if whole_year && has_year(heading) && !has_month(heading) {
        return squeeze(heading);
    }
    if has_month(own) && !has_year(own) && has_year(heading) && !has_month(heading) {
        let school = tokens(heading).iter().filter(|it| it.text.len() == 4).count() == 2;
        return format!("{own}{} {}", if school { "," } else { "" }, squeeze(heading));
    }
    own.to_owned()
}
