//! Who has given which consent: a matrix with its gaps, narrowed by class and name.

use app::paper::may_make;
use app::pools::consent::{self, ConsentCell, ConsentLine, ConsentMatrix, MatrixFilter};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::consent::{ConsentKind, ConsentState};
use mentoring::paper::PaperKind;
use serde::Deserialize;

use super::{of_day, short_kind, state};
use crate::kit::block;
use crate::kit::icon::{Icon, icon, sign};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet;
use crate::visit::Visit;
use crate::words;

/// Rows of one page of the matrix.
const PAGE_SIZE: usize = 50;

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct MatrixAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    about: String,
    #[serde(default)]
    who: String,
    #[serde(default)]
    on: String,
    #[serde(default)]
    page: usize,
}

impl MatrixAsked {
    pub(super) fn filter(&self) -> MatrixFilter {
        MatrixFilter {
            search: self.q.clone(),
            about: self.about.clone(),
            only_gaps: self.who == "gaps",
            everybody: self.who == "everybody",
            day: words::read_date(&self.on),
        }
    }

    fn href(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", self.q.trim()),
            ("about", &self.about),
            ("who", &self.who),
            ("on", &self.on),
            ("page", &page),
        ];
        let said: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_html_form::to_string(said)
            .map_or_else(|_| "/consents".to_owned(), |it| format!("/consents?{it}"))
    }
}

/// Shows the matrix.
pub(crate) async fn list_consents(
    visit: Visit,
    Query(asked): Query<MatrixAsked>,
) -> Result<Markup, Oops> {
    let matrix = consent::list_consents(visit.ctx()?, &asked.filter()).await?;
    let told = super::stops::told(&visit).await?;
    Ok(matrix_page(&visit, &asked, &matrix, &told))
}

fn matrix_page(
    visit: &Visit,
    asked: &MatrixAsked,
    matrix: &ConsentMatrix,
    told: &Markup,
) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("consents-title"));
    let under = lang.tn(
        key("consents-under"),
        [("complete", matrix.n_complete.into()), ("count", matrix.n_participants.into())],
    );
    let body = html! {
        (block::head(&title, &under, &html! {
            (print(visit, asked, matrix))
            a.btn.btn-plain href="/consents/texts" { (lang.t(key("texts-title"))) }
        }))
        (told)
        (nav::search(lang, "/consents", &lang.t(key("people-find")), &asked.q, &more(lang, asked, matrix)))
        (of_day(lang, &asked.on, matrix.day))
        (found(lang, asked, matrix))
    };
    shell::page(visit, &Frame { title: &title, section: Section::Consents, crumbs: &[] }, &body)
}

/// All blanks that are missing, of the class that is looked at.
fn print(visit: &Visit, asked: &MatrixAsked, matrix: &ConsentMatrix) -> Markup {
    let may = visit.signed.as_ref().is_some_and(|it| may_make(it, PaperKind::DataConsent));
    let about = serde_html_form::to_string([("about", asked.about.as_str())]).unwrap_or_default();
    html! {
        @if may && matrix.n_complete < matrix.n_participants {
            a.btn.btn-plain href={ "/papers/packs/new?what=consents&" (about) } { (icon(Icon::Print)) (visit.lang.t(key("consents-print"))) }
        }
    }
}

fn more(lang: Lang, asked: &MatrixAsked, matrix: &ConsentMatrix) -> Markup {
    let whose = [
        ("", lang.t(key("consents-participants"))),
        ("gaps", lang.t(key("consents-gaps"))),
        ("everybody", lang.t(key("consents-everybody"))),
    ];
    html! {
        div.extra {
            label for="who" { (lang.t(key("consents-who"))) }
            select.form-select id="who" name="who" {
                @for (value, words) in &whose { option value=(value) selected[asked.who == *value] { (words) } }
            }
        }
        div.extra {
            label for="about" { (lang.t(key("consents-about"))) }
            select.form-select id="about" name="about" {
                option value="" { (lang.t(key("consents-any-about"))) }
                @for it in &matrix.abouts { option value=(it) selected[asked.about == *it] { (it) } }
            }
        }
        div.extra {
            label for="on" { (lang.t(key("consents-on"))) }
            input.form-control.w-date type="date" id="on" name="on" value=(matrix.day);
        }
    }
}

fn found(lang: Lang, asked: &MatrixAsked, matrix: &ConsentMatrix) -> Markup {
    if matrix.lines.is_empty() {
        let (title, how) = match asked.who.as_str() {
            "gaps" => (key("consents-no-gaps"), key("consents-no-gaps-how")),
            _ => (key("consents-nobody"), key("consents-nobody-how")),
        };
        return block::empty(&lang.t(title), &lang.t(how), &html! {});
    }
    // A column that nobody shown needs or has only widens the table.
    let shown: Vec<ConsentKind> = ConsentKind::ALL
        .iter()
        .enumerate()
        .filter(|(at, _)| {
            let used = |it: &ConsentCell| it.is_wanted || it.state.is_some();
            matrix.lines.iter().any(|line| line.cells.get(*at).is_some_and(used))
        })
        .map(|(_, kind)| *kind)
        .collect();
    let name = Column::new(lang.t(key("people-column-name")));
    let heads = shown.iter().map(|it| Column::new(short_kind(lang, *it)));
    let columns: Vec<Column> = std::iter::once(name).chain(heads).collect();
    let before = (asked.page.max(1) - 1).saturating_mul(PAGE_SIZE);
    let lines = matrix.lines.iter().skip(before).take(PAGE_SIZE);
    let rows = html! { @for line in lines { (row(lang, &shown, line)) } };
    html! {
        (table::table(&lang.t(key("consents-title")), &columns, &rows))
        (nav::pager(lang, asked.page.max(1), PAGE_SIZE, matrix.lines.len(), |page| asked.href(page)))
        (sheet::links(lang, "/consents/list", &asked.href(1)))
    }
}

fn row(lang: Lang, shown: &[ConsentKind], line: &ConsentLine) -> Markup {
    let person = &line.known.person;
    let about = if line.known.about.is_empty() { &person.job_title } else { &line.known.about };
    let href = format!("/people/{}/consents", person.id);
    let cells = line.cells.iter().filter(|it| shown.contains(&it.kind));
    let content = html! {
        (table::row_head(&href, &person.name.full(), about))
        @for it in cells { (table::cell(&short_kind(lang, it.kind), &cell(lang, it))) }
    };
    let heat = match line.n_gaps() {
        0 => Heat::Calm,
        _ => Heat::Warm,
    };
    table::row(heat, &content)
}

fn cell(lang: Lang, it: &ConsentCell) -> Markup {
    match it.state {
        Some(ConsentState::Valid) => html! {
            (sign(Icon::Done, "t-ok", &lang.t(key("consent-state-valid"))))
            @if let Some(last) = it.last { " " span.small.soft.nb { (lang.tn(key("consent-until"), [("day", words::date_short(last).into())])) } }
        },
        Some(other) if it.is_wanted => html! { span.small.t-bad { (state(lang, other)) } },
        Some(other) => html! { span.small.soft { (state(lang, other)) } },
        None if it.is_wanted => {
            html! { (sign(Icon::Bad, "t-bad", &lang.t(key("consent-none")))) " " span.small { (lang.t(key("consent-none"))) } }
        }
        None => html! { span.soft { (lang.t(key("consent-not-wanted"))) } },
    }
}
