//! The fields of a paper: what is known with the place where it is mended, and what is asked.
//!
//! Everything works without script: people are found by typing into a field with a list, rows are
//! added by a button that sends the form and saves nothing. Deliberately absent: saving (`new`).

use app::paper::{KnownField, PaperForm, choices_of, columns};
use maud::{Markup, html};
use mentoring::paper::{FieldKind, PaperField, PaperKind};

use super::place_href;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::visit::Visit;

/// The name of the button that adds rows or lines to a field; its value is the path.
pub(super) const MORE: &str = "_more";
/// Rows or lines that it adds.
const ADDED: usize = 3;
/// `id` of the list of people.
const PEOPLE: &str = "people-known";

/// What a form holds, by the names of its fields.
pub(super) type Sent = Vec<(String, String)>;

/// The value of a field; empty where it was not sent.
pub(super) fn sent<'a>(all: &'a Sent, name: &str) -> &'a str {
    all.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value.as_str())
}

/// Prints what is known without asking.
pub(super) fn known(lang: Lang, all: &[KnownField]) -> Markup {
    let row = |it: &KnownField| {
        let value = html! {
            @if it.words.is_empty() { span.t-bad { (lang.t(key("paper-unknown"))) } } @else { (it.words) }
            @if let Some(href) = place_href(it.place) {
                " " a.small href=(href) {
                    @if it.words.is_empty() { (lang.t(key("paper-write-down"))) } @else { (lang.t(key("paper-mend"))) }
                    span.visually-hidden { ": " (it.field.label) }
                }
            }
        };
        (it.field.label.to_owned(), value)
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    let n_lacking = all.iter().filter(|it| it.words.is_empty()).count();
    html! {
        @if !rows.is_empty() {
            section.mb-4 aria-labelledby="known" {
                (block::section_head("known", &lang.t(key("paper-known")), &lang.tn(key("paper-known-lacks"), [("count", n_lacking.into())]), None))
                (block::card(&rows))
            }
        }
    }
}

/// Prints the fields that are asked, and the list of people for them.
pub(super) fn asked(visit: &Visit, of: &PaperForm, sent: &Sent, mends: &Mends) -> Markup {
    let lang = visit.lang;
    html! {
        datalist id=(PEOPLE) { @for it in &of.people { option value=(it.words) {} } }
        @for it in &of.asked { (field(lang, of.kind, it, sent, mends)) }
    }
}

/// The same for fields that stand in another form: of a pack.
pub(super) fn field(
    lang: Lang,
    kind: PaperKind,
    it: &PaperField,
    all: &Sent,
    mends: &Mends,
) -> Markup {
    match it.kind {
        FieldKind::Rows => rows(lang, kind, it, all, mends),
        FieldKind::People => people(lang, it, all, mends),
        _ => one(lang, (kind, it.kind), (it.path, it.path), it, (sent(all, it.path), mends)),
    }
}

/// A field with one value, or with lines in one box.
fn one(
    lang: Lang,
    (kind, of): (PaperKind, FieldKind),
    (name, path): (&str, &str),
    field: &PaperField,
    (value, mends): (&str, &Mends),
) -> Markup {
    let hint = match of {
        FieldKind::Person => lang.t(key("paper-hint-person")),
        FieldKind::People => lang.t(key("paper-hint-people")),
        FieldKind::Texts => lang.t(key("paper-hint-texts")),
        _ => String::new(),
    };
    let label = label(lang, kind, path, field);
    let input = Input {
        name,
        label: &label,
        hint: &hint,
        value,
        optional: !field.is_needed,
        ..Input::default()
    };
    let choices = choices_of(kind, path);
    match of {
        _ if !choices.is_empty() => {
            let answer = |it: &&str| Answer {
                value: (*it).to_owned(),
                words: lang.t(&format!("paper-choice-{it}")),
            };
            let answers: Vec<_> = choices.iter().map(answer).collect();
            form::select(lang, &input, &answers, mends)
        }
        FieldKind::Day => {
            form::input(lang, &Input { kind: "date", width: "w-date", ..input }, mends)
        }
        FieldKind::Number | FieldKind::Money => {
            form::input(lang, &Input { width: "w-num", ..input }, mends)
        }
        FieldKind::Flag => form::tick(name, &label, value == "yes"),
        FieldKind::Person => form::input(lang, &Input { list: PEOPLE, ..input }, mends),
        FieldKind::LongText => form::lines(lang, &input, 4, mends),
        FieldKind::Texts | FieldKind::People => form::lines(lang, &input, 3, mends),
        FieldKind::Text | FieldKind::Rows => form::input(lang, &input, mends),
    }
}

/// A choice tells its words in the list: its label needs none of the values.
fn label(lang: Lang, kind: PaperKind, path: &str, field: &PaperField) -> String {
    match choices_of(kind, path).is_empty() {
        true => field.label.to_owned(),
        false => lang.t(&format!("paper-choose-{path}")),
    }
}

fn people(lang: Lang, it: &PaperField, all: &Sent, mends: &Mends) -> Markup {
    let given: Vec<&str> = all
        .iter()
        .filter(|(name, value)| name == it.path && !value.trim().is_empty())
        .map(|(_, value)| value.as_str())
        .collect();
    // A mistake in a list is told at its first line.
    let none = Mends::default();
    let n_lines = given.len() + if is_wanted(all, it.path) { ADDED } else { 1 };
    html! {
        fieldset.field.bad[mends.at(it.path).is_some()] {
            legend { (it.label) @if !it.is_needed { " " span.optional { (lang.t(key("form-optional"))) } } }
            span.hint { (lang.t(key("paper-hint-person"))) }
            @for number in 0..n_lines {
                @let id = if number == 0 { it.path.to_owned() } else { format!("{}-{number}", it.path) };
                @let words = lang.tn(key("paper-line"), [("label", it.label.into()), ("number", (number + 1).into())]);
                @let input = Input { name: it.path, id: &id, label: &words, value: given.get(number).copied().unwrap_or_default(), list: PEOPLE, ..Input::default() };
                (form::input(lang, &input, if number == 0 { mends } else { &none }))
            }
            (more(lang, it))
        }
    }
}

fn rows(lang: Lang, kind: PaperKind, it: &PaperField, all: &Sent, mends: &Mends) -> Markup {
    let begins = format!("{}.", it.path);
    let numbers =
        all.iter().filter(|(_, value)| !value.trim().is_empty()).filter_map(|(name, _)| {
            name.strip_prefix(&begins)?.split('.').next()?.parse::<usize>().ok()
        });
    let n_given = numbers.max().map_or(0, |it| it.saturating_add(1)).min(MOST_ROWS);
    let n_rows = if is_wanted(all, it.path) { n_given + ADDED } else { n_given.max(1) };
    html! {
        fieldset.field {
            legend id=(it.path) { (it.label) @if !it.is_needed { " " span.optional { (lang.t(key("form-optional"))) } } }
            @for number in 0..n_rows {
                fieldset.paper-row {
                    legend { (lang.tn(key("paper-line"), [("label", it.label.into()), ("number", (number + 1).into())])) }
                    @for (name, column) in columns(kind, it) {
                        @let at = format!("{begins}{number}.{name}");
                        (one(lang, (kind, column.kind), (&at, column.path), column, (sent(all, &at), mends)))
                    }
                }
            }
            (more(lang, it))
        }
    }
}

/// Rows of a form that are shown at most; a paper takes no more either.
const MOST_ROWS: usize = 300;

fn is_wanted(all: &Sent, path: &str) -> bool {
    all.iter().any(|(name, value)| name == MORE && value == path)
}

fn more(lang: Lang, it: &PaperField) -> Markup {
    html! {
        button.btn.btn-plain.btn-s name=(MORE) value=(it.path) {
            (lang.t(key("paper-more"))) span.visually-hidden { ": " (it.label) }
        }
    }
}
