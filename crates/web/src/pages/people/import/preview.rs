//! A list as it was understood: what taking it does, columns, who is whom, what is wrong.

use std::collections::BTreeSet;

use app::person::import::{self, Count, ImportView, ListView, Taken, key_of};
use maud::{Markup, html};
use mentoring::person::arrival::{Fate, Other, Question, Whom};
use mentoring::person::listed::{ListField, ListedPerson};

use super::{language, wrong};
use crate::kit::block;
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::visit::Visit;

/// Rows of the preview; the whole list is in the file.
const SHOWN: usize = 50;
/// Questions and errors that are shown at once.
const MOST: usize = 200;

/// Prints a list that waits, or what became of one.
pub(super) fn body(visit: &Visit, view: &ImportView) -> Markup {
    let lang = visit.lang;
    html! {
        (block::head(&view.import.file_name, &under(lang, view), &html! {}))
        @if let Some(taken) = &view.taken { (became(lang, view, taken)) }
        @match &view.list {
            Some(list) => (waiting(visit, view, list)),
            None if view.taken.is_none() => p.soft { (lang.t(key("list-nothing-kept"))) },
            None => {},
        }
    }
}

fn under(lang: Lang, view: &ImportView) -> String {
    let Some(ListView { count, .. }) = &view.list else { return String::new() };
    lang.tn(
        key("list-count"),
        [
            ("new", count.n_new.into()),
            ("changed", count.n_changed.into()),
            ("same", count.n_same.into()),
        ],
    )
}

/// Whom a list added and changed.
fn became(lang: Lang, view: &ImportView, taken: &Taken) -> Markup {
    let people = |title: &str, ids: &[uuid::Uuid]| {
        html! { @if !ids.is_empty() { details { summary { (title) } ul { @for id in ids.iter().take(MOST) {
            li { a href={ "/people/" (id) } {
                @match view.names.get(&mentoring::id::PersonId(*id)) { Some(name) => (name.full()), None => (lang.t(key("list-somebody"))) }
            } }
        } } } } }
    };
    let nothing = taken.added.is_empty() && taken.changed.is_empty();
    html! {
        section aria-labelledby="taken" {
            (block::section_head("taken", &lang.t(key("list-taken")), "", None))
            @if nothing { p { (lang.tn(key("list-nothing-new"), [("count", taken.n_same.into())])) } }
            (people(&lang.tn(key("list-added"), [("count", taken.added.len().into())]), &taken.added))
            (people(&lang.tn(key("list-changed"), [("count", taken.changed.len().into())]), &taken.changed))
        }
    }
}

fn waiting(visit: &Visit, view: &ImportView, list: &ListView) -> Markup {
    let lang = visit.lang;
    let address = format!("/people/imports/{}", view.import.id);
    html! {
        (take(visit, &address, view, list.count))
        form.form method="post" action={ (address) "/answers" } {
            (visit.hidden())
            input type="hidden" name="revision" value=(view.import.revision);
            (questions(lang, view, list))
            (columns(lang, list))
            div.acts { button.btn.btn-plain { (lang.t(key("list-answer"))) } }
        }
        (wrong::errors(lang, &address, list))
        (wrong::passed(lang, list))
        (people(lang, list))
        form.mt-5 method="post" action={ (address) "/discard" } {
            (visit.hidden())
            input type="hidden" name="revision" value=(view.import.revision);
            button.btn-text { (lang.t(key("list-discard"))) }
        }
    }
}

/// The one thing to do: take what is sound, with what is left said beside it.
fn take(visit: &Visit, address: &str, view: &ImportView, count: Count) -> Markup {
    let lang = visit.lang;
    let left = lang.tn(key("list-left"), [("count", count.n_left().into())]);
    if count.n_written() == 0 {
        let title = if count.n_left() == 0 { key("list-all-known") } else { key("list-only-left") };
        let why = if count.n_left() == 0 { lang.t(key("list-all-known-why")) } else { left };
        let close = html! { @if count.n_left() == 0 { (take_form(visit, address, view, &lang.t(key("list-close")))) } };
        return block::next_step(&lang.t(title), &why, &close);
    }
    let title = lang.tn(key("list-take-title"), [("count", count.n_written().into())]);
    let why = if count.n_left() == 0 { lang.t(key("list-take-whole")) } else { left };
    let words = lang.tn(key("list-take"), [("count", count.n_written().into())]);
    block::next_step(&title, &why, &take_form(visit, address, view, &words))
}

fn take_form(visit: &Visit, address: &str, view: &ImportView, words: &str) -> Markup {
    html! {
        form method="post" action={ (address) "/apply" } {
            (visit.hidden())
            input type="hidden" name="revision" value=(view.import.revision);
            button.btn.btn-go { (words) }
        }
    }
}

fn questions(lang: Lang, view: &ImportView, list: &ListView) -> Markup {
    let all = &list.sorted.questions;
    html! { @if !all.is_empty() {
        section aria-labelledby="who" {
            (block::section_head("who", &lang.t(key("list-who")), &lang.t(key("list-who-under")), None))
            @for it in all.iter().take(MOST) { (question(lang, view, list, it)) }
            @if MOST < all.len() { p.soft { (lang.tn(key("list-more"), [("count", (all.len() - MOST).into())])) } }
        }
    } }
}

fn question(lang: Lang, view: &ImportView, list: &ListView, it: &Question) -> Markup {
    let key_of = key_of(it.whom);
    let name = format!("who-{key_of}");
    let fate = list.sorted.fates.get(&it.whom);
    let answers = [
        ("same", lang.t(key("list-same")), matches!(fate, Some(Fate::Same(_)))),
        ("different", lang.t(key("list-different")), matches!(fate, Some(Fate::New))),
    ];
    html! {
        fieldset.field {
            legend { (said(lang, list, it.whom)) " — " (other(lang, view, list, it.other)) }
            span.hint { (import::why_one(it.why, language(lang))) }
            div.choices { @for (value, words, chosen) in answers {
                label.choice { input type="radio" name=(name) value=(value) checked[chosen]; span { (words) } }
            } }
        }
    }
}

/// «строка 12: Орлова Анна Львовна, 7А».
fn said(lang: Lang, list: &ListView, whom: Whom) -> String {
    let row = lang.tn(key("list-row"), [("row", whom.place.row.to_string().into())]);
    let person = list.read.people.iter().find(|it| it.place == whom.place);
    let who = person.map(|it| match whom.guardian {
        None => described(it),
        Some(number) => {
            let guardian = it.guardians.get(usize::from(number));
            let name = guardian.map(|it| it.name.full()).unwrap_or_default();
            lang.tn(
                key("list-guardian-of"),
                [("name", name.into()), ("student", it.name.short().into())],
            )
        }
    });
    format!("{row}: {}", who.unwrap_or_default())
}

fn described(it: &ListedPerson) -> String {
    let about = [&it.class, &it.position].into_iter().find(|it| !it.is_empty());
    match about {
        Some(about) => format!("{}, {about}", it.name.full()),
        None => it.name.full(),
    }
}

fn other(lang: Lang, view: &ImportView, list: &ListView, other: Other) -> String {
    match other {
        Other::Row(whom) => said(lang, list, whom),
        Other::Known(id) => {
            let name = view.names.get(&id).map(|it| it.full()).unwrap_or_default();
            lang.tn(key("list-known"), [("name", name.into())])
        }
    }
}

/// The columns, each with what it means; a header that comes again is asked about once.
fn columns(lang: Lang, list: &ListView) -> Markup {
    let mut seen = BTreeSet::new();
    let once = list.read.columns.iter().filter(|it| seen.insert(it.header.clone()));
    html! {
        section aria-labelledby="columns" {
            (block::section_head("columns", &lang.t(key("list-columns")), &lang.t(key("list-columns-under")), None))
            @for (number, it) in once.enumerate() {
                div.field {
                    label for={ "column-" (number) } { (it.header) }
                    input type="hidden" name={ "header-" (number) } value=(it.header);
                    input type="hidden" name={ "understood-" (number) } value=(it.field.slug());
                    select.form-select.w-mid id={ "column-" (number) } name={ "column-" (number) } {
                        @for field in ListField::ALL {
                            option value=(field.slug()) selected[*field == it.field] { (lang.t(&format!("list-field-{field}"))) }
                        }
                    }
                }
            }
        }
    }
}

/// The first rows as they were understood.
fn people(lang: Lang, list: &ListView) -> Markup {
    let heads = [key("people-column-name"), key("list-column-about"), key("list-column-fate")]
        .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let fate = |it: &ListedPerson| {
        let whom = Whom { place: it.place, guardian: None };
        match list.sorted.fates.get(&whom) {
            Some(Fate::New) => lang.t(key("list-fate-new")),
            Some(Fate::Same(_)) => lang.t(key("list-fate-known")),
            Some(Fate::Waits) | None => lang.t(key("list-fate-waits")),
        }
    };
    let rows = html! { @for it in list.read.people.iter().take(SHOWN) {
        (table::row(Heat::Calm, &html! {
            (table::cell(&heads[0], &html! { (it.name.full()) }))
            (table::cell(&heads[1], &html! { (about(it)) }))
            (table::cell(&heads[2], &html! { (fate(it)) }))
        }))
    } };
    let n_all = list.read.people.len();
    let note = match n_all <= SHOWN {
        true => lang.tn(key("list-people-all"), [("count", n_all.into())]),
        false => {
            lang.tn(key("list-people-under"), [("count", n_all.into()), ("shown", SHOWN.into())])
        }
    };
    html! {
        section aria-labelledby="people" {
            (block::section_head("people", &lang.t(key("people-title")), &note, None))
            (table::table(&lang.t(key("people-title")), &columns, &rows))
        }
    }
}

fn about(it: &ListedPerson) -> String {
    let said = [&it.class, &it.position, &it.subject, &it.phone, &it.email];
    let said: Vec<&str> = said.iter().map(|it| it.as_str()).filter(|it| !it.is_empty()).collect();
    said.join(", ")
}
