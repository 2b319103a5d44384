//! Rolling a roadmap forward: what moved, what is asked, and the draft of the next year.

use app::launch::roll::{
    Field, From as Origin, Place, RollChange, Rolled, begin_rolled, show_rolled,
};
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use mentoring::id::{ImportId, RoadmapId};
use serde::Deserialize;
use uuid::Uuid;

use super::version;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::tasks::look;
use crate::visit::Visit;
use crate::words;

/// Which year.
#[derive(Default, Deserialize)]
pub(crate) struct YearForm {
    #[serde(default)]
    year: i16,
}

/// Shows what the roadmap would be next year.
pub(crate) async fn show_next_year(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let (ctx, from) = (visit.ctx()?, Origin::Roadmap(RoadmapId(id)));
    let mut rolled = show_rolled(ctx, from, None).await?;
    // A roadmap of long ago goes to the year that is now, not to another that is over.
    let this = school_year(&visit);
    if rolled.year < this {
        rolled = show_rolled(ctx, from, Some(this)).await?;
    }
    Ok(rolled_page(&visit, &rolled, &format!("/roadmaps/{id}/next-year")))
}

/// Begins the draft of the next year.
pub(crate) async fn begin_next_year(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<YearForm>,
) -> Result<Response, Oops> {
    let from = Origin::Roadmap(RoadmapId(id));
    // The press in a task says no year: it is the next one.
    let year = Some(form.year).filter(|it| *it != 0);
    let version = begin_rolled(visit.ctx()?, from, year).await?;
    Ok(visit.done(&format!("/versions/{version}"), key("notice-draft-begun")))
}

/// Shows what the file of a past year would be this year.
pub(crate) async fn show_rolled_import(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let year = school_year(&visit);
    let rolled = show_rolled(visit.ctx()?, Origin::Import(ImportId(id)), Some(year)).await?;
    Ok(rolled_page(&visit, &rolled, &format!("/imports/{id}/roll")))
}

/// The school year that is planned now; from June on it is the one that comes.
fn school_year(visit: &Visit) -> i16 {
    let today = visit.today();
    today.year() - i16::from(today.month() < 6)
}

/// Begins a draft of the file moved to this year.
pub(crate) async fn roll_import(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<YearForm>,
) -> Result<Response, Oops> {
    let version = begin_rolled(visit.ctx()?, Origin::Import(ImportId(id)), Some(form.year)).await?;
    Ok(visit.done(&format!("/versions/{version}"), key("notice-draft-begun")))
}

fn rolled_page(visit: &Visit, it: &Rolled, action: &str) -> Markup {
    let lang = visit.lang;
    let years = format!("{}–{}", it.year, it.year + 1);
    let title = lang.tn(key("roll-title"), [("years", years.into())]);
    let under = lang.tn(
        key("roll-under"),
        [
            ("changes", it.rolled.changes.len().into()),
            ("questions", it.rolled.questions.len().into()),
        ],
    );
    let body = html! {
        (block::head(&title, &under, &html! {}))
        form method="post" action=(action) {
            (visit.hidden())
            input type="hidden" name="year" value=(it.year);
            (block::next_step(&lang.t(key("roll-next")), &lang.t(key("roll-next-why")), &html! { button.btn.btn-go { (lang.t(key("roll-begin"))) } }))
        }
        (questions(visit, it))
        (moved(visit, it))
    };
    let crumbs = version::crumbs(lang, &title);
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

fn questions(visit: &Visit, it: &Rolled) -> Markup {
    let lang = visit.lang;
    if it.rolled.questions.is_empty() {
        return html! {};
    }
    let columns =
        ["roll-field", "roll-doubt", "roll-kept", "roll-moved"].map(|it| Column::new(lang.t(it)));
    let rows = html! { @for one in &it.rolled.questions {
        (table::row(Heat::Warm, &html! {
            th scope="row" role="rowheader" { (place(lang, it, one.place, one.field)) }
            (table::cell(&lang.t(key("roll-doubt")), &html! { (lang.t(&format!("doubt-{}", one.doubt.slug()))) }))
            (table::cell(&lang.t(key("roll-kept")), &html! { (one.kept) }))
            (table::cell(&lang.t(key("roll-moved")), &html! { (one.moved) }))
        }))
    } };
    html! { section.mt-5 aria-labelledby="asked" {
        (block::section_head("asked", &lang.t(key("roll-questions")), &lang.t(key("roll-questions-why")), None))
        div.names-wide { (table::table(&lang.t(key("roll-questions")), &columns, &rows)) }
    } }
}

fn moved(visit: &Visit, it: &Rolled) -> Markup {
    let lang = visit.lang;
    let columns =
        ["roll-field", "difference-was", "difference-is"].map(|it| Column::new(lang.t(it)));
    let rows = html! { @for one in it.rolled.changes.iter().filter(|it| is_in_words(it)) {
        (table::row(Heat::Calm, &html! {
            th scope="row" role="rowheader" { (place(lang, it, one.place, one.field)) }
            (table::cell(&lang.t(key("difference-was")), &html! { (value(lang, one.field, &one.before)) }))
            (table::cell(&lang.t(key("difference-is")), &html! { (value(lang, one.field, &one.after)) }))
        }))
    } };
    html! { section.mt-5 aria-labelledby="moved" {
        (block::section_head("moved", &lang.t(key("roll-changes")), "", None))
        div.names-wide { (table::table(&lang.t(key("roll-changes")), &columns, &rows)) }
    } }
}

/// Names the row of a change, and the field below; the field alone where it is of the whole roadmap.
fn place(lang: Lang, it: &Rolled, at: Option<Place>, field: Field) -> Markup {
    let field = lang.t(&format!("field-{}", field.slug()));
    let found = it.rolled.plan.rows.iter().enumerate().find(|(_, row)| Some(row.place) == at);
    let Some((index, row)) = found else { return html! { (field) } };
    let number = row.number.clone().unwrap_or_else(|| (index + 1).to_string());
    html! { (number) " " (look::short(&row.text)) br; span.small.soft { (field) } }
}

/// Whether a change is of words: that the exact form of a deadline moves along is not told twice.
fn is_in_words(it: &RollChange) -> bool {
    let is_form = |text: &str| text.is_ascii() && text.contains(':') && !text.contains(' ');
    !(it.field == Field::Deadline && is_form(&it.before))
}

/// Writes a value as people read it: a period in months, an order with its date.
fn value(lang: Lang, field: Field, text: &str) -> String {
    let told = match field {
        Field::Period => period(lang, text),
        Field::Order if text.is_empty() => Some(lang.t(key("roll-order-new"))),
        Field::Order => order(lang, text),
        _ => None,
    };
    told.unwrap_or_else(|| text.to_owned())
}

fn period(lang: Lang, text: &str) -> Option<String> {
    let (from, to) = text.split_once("..")?;
    let month = |it: &str| words::read_date(&format!("{it}-01")).map(|it| words::month(lang, it));
    Some(format!("{} — {}", month(from)?, month(to)?))
}

fn order(lang: Lang, text: &str) -> Option<String> {
    let (number, on) = text.rsplit_once(' ')?;
    let on = words::date(lang, words::read_date(on)?);
    Some(lang.tn(key("version-order"), [("number", number.to_owned().into()), ("date", on.into())]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_and_an_order_are_told_in_words_and_everything_else_as_it_stands() {
        for (field, text, told) in [
            (Field::Period, "2023-09..2024-08", "сентябрь 2023 г. — август 2024 г."),
            (Field::Order, "476 2023-09-01", "№ 476 от 1 сентября 2023 г."),
            (Field::Order, "476", "476"),
            (Field::Period, "когда-нибудь", "когда-нибудь"),
            (Field::Deadline, "Октябрь 2023", "Октябрь 2023"),
        ] {
            assert_eq!(value(Lang::Ru, field, text).replace('\u{a0}', " "), told);
        }
    }
}
