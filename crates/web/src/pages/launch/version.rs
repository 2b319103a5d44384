//! A version of a roadmap: row by row what was understood, with remarks beside their cells.
//!
//! The page of an import and the page of a draft are one: mending a reading is editing a draft.
//! Rows that must be mended come first; a version in force is shown without buttons.

use app::launch::{self, RemarkView, Row, Severity, VersionView};
use axum::extract::{Path, Query};
use axum::response::Response;
use maud::{Markup, html};
use mentoring::id::VersionId;
use mentoring::launch::VersionState;
use mentoring::period::Days;
use mentoring::person::PersonName;
use serde::Deserialize;
use uuid::Uuid;

use super::{list, order, reading, remarks};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::figure::{Figure, figures};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::Column;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Which rows are shown.
#[derive(Default, Deserialize)]
pub(crate) struct VersionAsked {
    #[serde(default)]
    show: String,
    /// The row that was moved just before.
    #[serde(default)]
    moved: String,
    /// The button that moved it.
    #[serde(default)]
    by: String,
}

/// Everything the page is printed from.
pub(crate) struct Shown<'a> {
    pub(crate) view: &'a VersionView,
    pub(crate) people: &'a [(Uuid, PersonName)],
}

/// Shows a version.
pub(crate) async fn show_version(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<VersionAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = launch::show_version(ctx, VersionId(id)).await?;
    let people = launch::view::names(ctx).await?;
    Ok(version_page(&visit, &Shown { view: &view, people: &people }, &asked))
}

/// Sets a draft aside.
pub(crate) async fn discard_draft(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(Button {}): Filled<Button>,
) -> Result<Response, Oops> {
    launch::draft::discard_draft(visit.ctx()?, VersionId(id)).await?;
    Ok(visit.done("/roadmaps", key("notice-draft-discarded")))
}

/// How many remarks of each gravity a version has; an accepted error counts as accepted only.
struct Counts {
    mend: usize,
    accepted: usize,
    look: usize,
    know: usize,
    sound: usize,
}

fn counts(view: &VersionView) -> Counts {
    let all = view.remarks();
    let of = |severity| all.iter().filter(|it| it.remark.severity == severity).count();
    Counts {
        mend: view.n_errors_left(),
        accepted: all.iter().filter(|it| it.accepted.is_some()).count(),
        look: of(Severity::Warning),
        know: of(Severity::Note),
        sound: view.rows.iter().filter(|it| it.remarks.0.is_empty()).count(),
    }
}

fn version_page(visit: &Visit, shown: &Shown<'_>, asked: &VersionAsked) -> Markup {
    let lang = visit.lang;
    let view = shown.view;
    let title = named(lang, &view.version.title);
    let counts = counts(view);
    let is_draft = view.version.state == VersionState::Draft;
    let n_remarks = view.rows.iter().filter(|it| !it.remarks.0.is_empty()).count();
    let is_order = asked.show == "order" && view.may_edit;
    let only_remarks =
        asked.show == "remarks" || (asked.show.is_empty() && is_draft && 0 < n_remarks);
    let body = html! {
        (block::head(&title, &under(lang, view), &acts(visit, view)))
        @if is_draft { (figures_of(lang, view, &counts)) }
        (rolled(lang, view))
        (doubts(lang, view))
        (whole(lang, view))
        @if is_draft && (view.may_edit || 0 < n_remarks) { (chips(lang, view, n_remarks, (only_remarks, is_order))) }
        @if is_order { (order::list_of_rows(visit, view, (&asked.moved, &asked.by))) } @else { (rows_table(visit, shown, only_remarks)) }
        @if view.may_edit { div.acts.mt-4 { a.btn.btn-plain href={ "/versions/" (view.version.id) "/rows/new" } { (lang.t(key("row-add"))) } } }
        (next_step(visit, view, &counts))
    };
    let crumbs =
        crumbs(lang, &lang.tn(key("version-name"), [("number", view.version.number.into())]));
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

/// The ways to look at the rows of a draft.
fn chips(
    lang: Lang,
    view: &VersionView,
    n_remarks: usize,
    (only_remarks, is_order): (bool, bool),
) -> Markup {
    let way = |show: &str, words: String, here: bool| Way {
        href: format!("/versions/{}?show={show}", view.version.id),
        words,
        here,
    };
    let remarks = lang.tn(key("version-chip-remarks"), [("count", n_remarks.into())]);
    let all = lang.tn(key("version-chip-all"), [("count", view.rows.len().into())]);
    let mut ways = vec![way("all", all, !only_remarks && !is_order)];
    if 0 < n_remarks {
        ways.insert(0, way("remarks", remarks, only_remarks));
    }
    if view.may_edit && 1 < view.rows.len() {
        ways.push(way("order", lang.t(key("version-chip-order")), is_order));
    }
    nav::chips(&lang.t(key("version-chips")), &ways)
}

/// Names a roadmap. Documents begin the title with «План мероприятий (дорожная карта)», which is not
/// part of it: what is left begins with a small letter and wants the words back.
pub(super) fn named(lang: Lang, title: &str) -> String {
    // A mark of a footnote belongs to the paper.
    let title = title.trim_end_matches(['*', ' ']);
    match title.chars().next() {
        None => lang.t(key("roadmap-untitled")),
        Some(first) if first.is_lowercase() => {
            lang.tn(key("roadmap-named"), [("title", title.to_owned().into())])
        }
        Some(_) => title.to_owned(),
    }
}

/// The way down to a page of a version.
pub(super) fn crumbs(lang: Lang, last: &str) -> [Way; 2] {
    [
        Way { href: "/roadmaps".to_owned(), words: lang.t(key("roadmaps-title")), here: false },
        Way { href: String::new(), words: last.to_owned(), here: true },
    ]
}

fn under(lang: Lang, view: &VersionView) -> String {
    let days = words::window(lang, view.roadmap.from_on, view.roadmap.to_on);
    lang.tn(
        key("version-under"),
        [
            ("state", list::state(lang, view.version.state).into()),
            ("rows", view.rows.len().into()),
            ("days", days.into()),
        ],
    )
}

fn acts(visit: &Visit, view: &VersionView) -> Markup {
    let lang = visit.lang;
    let id = view.version.id;
    html! {
        a.btn.btn-plain.btn-s href={ "/versions/" (id) "/paper.docx" } { (icon(Icon::Doc)) "Word" }
        a.btn.btn-plain.btn-s href={ "/versions/" (id) "/paper.pdf" } { (icon(Icon::Print)) "PDF" }
        a.btn.btn-plain.btn-s href={ "/versions/" (id) "/paper.xlsx" } { (icon(Icon::Doc)) "Excel" }
        @if view.in_force.is_some() { a.btn.btn-plain.btn-s href={ "/versions/" (id) "/difference" } { (lang.t(key("version-difference"))) } }
        @if view.may_edit { a.btn.btn-plain.btn-s href={ "/versions/" (id) "/head" } { (icon(Icon::Pen)) (lang.t(key("head-edit"))) } }
    }
}

fn figures_of(lang: Lang, view: &VersionView, counts: &Counts) -> Markup {
    let of = lang.tn(key("version-of-rows"), [("count", view.rows.len().into())]);
    let numbers = [counts.sound, counts.mend, counts.look, counts.know].map(|it| it.to_string());
    let labels =
        ["version-sound", "remark-mend", "remark-look", "remark-know"].map(|it| lang.t(it));
    let must = match counts.accepted {
        0 => lang.t(key("version-must")),
        n => lang.tn(key("version-accepted"), [("count", n.into())]),
    };
    let hints = [of, must, lang.t(key("version-may")), String::new()];
    let all: Vec<Figure<'_>> = (0..4)
        .map(|at| Figure {
            label: &labels[at],
            value: &numbers[at],
            of: &hints[at],
            href: "",
            hot: at == 1 && 0 < counts.mend,
        })
        .collect();
    figures(&all)
}

/// The questions of a rolled draft, as far as they are left.
fn rolled(lang: Lang, view: &VersionView) -> Markup {
    let href = format!("/versions/{}/questions", view.version.id);
    match (view.may_edit && !view.questions.is_empty(), view.n_questions_left()) {
        (false, _) => html! {},
        (true, 0) => html! { p.small { a href=(href) { (lang.t(key("questions-look"))) } } },
        (true, left) => {
            let title = lang.tn(key("questions-left"), [("count", left.into())]);
            let act = html! { a.btn.btn-go href=(href) { (lang.t(key("questions-go"))) } };
            block::next_step(&title, &lang.t(key("questions-why")), &act)
        }
    }
}

/// Figures that somebody should tell the meaning of.
fn doubts(lang: Lang, view: &VersionView) -> Markup {
    if view.doubts.is_empty() {
        return html! {};
    }
    let title = lang.tn(key("doubts-left"), [("count", view.doubts.len().into())]);
    let act = html! { a.btn.btn-plain href={ "/versions/" (view.version.id) "/figures" } { (lang.t(key("doubts-go"))) } };
    block::next_step(&title, &lang.t(key("doubts-why")), &act)
}

/// Remarks on the document as a whole.
fn whole(lang: Lang, view: &VersionView) -> Markup {
    let all: Vec<_> = view.remarks().into_iter().filter(|it| it.row.is_none()).collect();
    html! { @if !all.is_empty() { section.mb-4 aria-label=(lang.t(key("version-whole"))) { @for it in &all { (remarks::remark(lang, view, it)) } } } }
}

fn rows_table(visit: &Visit, shown: &Shown<'_>, only_remarks: bool) -> Markup {
    let lang = visit.lang;
    let all = shown.view.remarks();
    let rows: Vec<&Row> =
        shown.view.rows.iter().filter(|it| !only_remarks || !it.remarks.0.is_empty()).collect();
    let columns = ["row-place", "row-activity", "row-deadline", "row-responsible", "row-result"]
        .map(|it| Column::new(lang.t(it)));
    html! {
        table.tbl.tbl-stack.tbl-even role="table" {
            caption.visually-hidden { (lang.t(key("version-caption"))) }
            thead role="rowgroup" { tr role="row" { @for (at, column) in columns.iter().enumerate() { th.c-place[at == 0] scope="col" role="columnheader" { (column.title) } } } }
            tbody role="rowgroup" {
                @for (at, row) in rows.iter().enumerate() {
                    @if at == 0 && !row.path.0.is_empty() || 0 < at && rows[at - 1].path != row.path {
                        tr.sec role="row" { th colspan="5" scope="rowgroup" role="rowheader" {
                            @if row.path.0.is_empty() { (lang.t(key("map-no-section"))) } @else { (row.path.0.join(" · ")) }
                        } }
                    }
                    (one_row(visit, shown, row, &remarks_at(&all, row)))
                }
            }
        }
    }
}

/// The remarks on the cells of a row.
fn remarks_at<'a>(all: &[RemarkView<'a>], row: &Row) -> Vec<RemarkView<'a>> {
    let of_row = |it: &&RemarkView<'a>| it.row.is_some_and(|at| at.lineage == row.lineage);
    all.iter().filter(of_row).copied().collect()
}

fn one_row(visit: &Visit, shown: &Shown<'_>, row: &Row, remarks: &[RemarkView<'_>]) -> Markup {
    let lang = visit.lang;
    let view = shown.view;
    let is_of = |severity| remarks.iter().any(|it| it.remark.severity == severity);
    let class = match (remarks.iter().any(RemarkView::is_left), is_of(Severity::Warning)) {
        (true, _) => "hot",
        (false, true) => "warm",
        (false, false) => "calm",
    };
    let place = match &row.number {
        Some(number) => number.clone(),
        None => (row.position + 1).to_string(),
    };
    let href = format!("/versions/{}/rows/{}", view.version.id, row.lineage);
    html! {
        tr class={ (class) @if !remarks.is_empty() { " has-remarks" } } id={ "row-" (row.lineage) } role="row" {
            td.num.soft role="cell" data-l=(lang.t(key("row-place"))) { (place) }
            th scope="row" role="rowheader" {
                @if view.may_edit { a href=(href) { (row.text) } } @else { (row.text) }
            }
            td role="cell" data-l=(lang.t(key("row-deadline"))) { (deadline_cell(visit, view, row)) }
            td role="cell" data-l=(lang.t(key("row-responsible"))) { (responsible_cell(lang, shown, row)) }
            td role="cell" data-l=(lang.t(key("row-result"))) { (result_cell(lang, row)) }
        }
        @if !remarks.is_empty() { (remarks_row(lang, view, class, remarks)) }
    }
}

/// The remarks on the cells of a row, under all of it: a column alone is too narrow to read them in.
fn remarks_row(lang: Lang, view: &VersionView, class: &str, remarks: &[RemarkView<'_>]) -> Markup {
    html! {
        tr class={ "of-remarks " (class) } role="row" {
            td.wide-only role="cell" {}
            td colspan="4" role="cell" {
                div.remarks { @for it in remarks { div {
                    @if let Some(name) = column_name(it) { span.small.soft { (lang.t(name)) } }
                    (remarks::remark(lang, view, it))
                } } }
            }
        }
    }
}

/// The head of the column that a remark speaks of; `None` where it speaks of the whole row.
fn column_name(it: &RemarkView<'_>) -> Option<&'static str> {
    match it.remark.place.column.map(launch::view::column_slug)? {
        "deadline" | "start_date" | "end_date" => Some(key("row-deadline")),
        "responsible" => Some(key("row-responsible")),
        "result" | "indicator" => Some(key("row-result")),
        "activity" => Some(key("row-activity")),
        "number" => Some(key("row-place")),
        _ => None,
    }
}

/// The days of a plan that occurrences are counted in.
pub(super) fn plan_days(view: &VersionView) -> Option<Days> {
    let stated = view.version.header.0.period.as_ref().and_then(launch::PlanPeriod::days);
    stated.or_else(|| Days::new(view.roadmap.from_on, view.roadmap.to_on))
}

fn deadline_cell(visit: &Visit, view: &VersionView, row: &Row) -> Markup {
    let windows = plan_days(view).map(|it| launch::view::windows(&row.deadline_normal, it));
    let told = reading::deadline(
        visit.lang,
        &row.deadline_normal,
        &windows.unwrap_or_default(),
        visit.today(),
    );
    html! {
        @if row.deadline_text.is_empty() { span.soft { (visit.lang.t(key("row-empty"))) } } @else { (row.deadline_text) }
        @if reading::is_understood(&row.deadline_normal) { (reading::understood(&told)) }
        @if row.is_deadline_mended { span.raw { (visit.lang.t(key("row-mended"))) } }
    }
}

fn responsible_cell(lang: Lang, shown: &Shown<'_>, row: &Row) -> Markup {
    let written: Vec<&str> = row.responsible.0.iter().map(|it| it.text.as_str()).collect();
    let told = reading::responsible(lang, &row.responsible.0, shown.people);
    html! {
        @if row.nobody { mark { (lang.t(key("row-nobody"))) } }
        @else if written.is_empty() { span.soft { (lang.t(key("row-empty"))) } }
        @else { (written.join(", ")) (reading::understood(&told)) }
    }
}

fn result_cell(lang: Lang, row: &Row) -> Markup {
    let evidence = reading::evidence(lang, &row.evidence.0);
    let figures = reading::indicators(lang, &row.indicators.0);
    let told: Vec<&str> =
        [evidence.as_str(), figures.as_str()].into_iter().filter(|it| !it.is_empty()).collect();
    let words = [row.result.as_deref(), row.indicator_text.as_deref()];
    html! {
        @for text in words.into_iter().flatten() { p.mb-1 { (text) } }
        @if !told.is_empty() { (reading::understood(&told.join("; "))) }
    }
}

/// The button of approving: the main one where nothing is left to mend or to answer.
pub(super) fn approve_class(view: &VersionView) -> &'static str {
    match (view.n_errors_left(), view.n_questions_left()) {
        (0, 0) => "btn btn-go",
        _ => "btn btn-plain",
    }
}

fn next_step(visit: &Visit, view: &VersionView, counts: &Counts) -> Markup {
    let lang = visit.lang;
    if view.version.state != VersionState::Draft {
        return html! {};
    }
    let (title, reason) = match counts.mend {
        0 => (lang.t(key("version-ready")), lang.t(key("version-ready-why"))),
        n => (
            lang.tn(key("version-mend-left"), [("count", n.into())]),
            lang.t(key("version-mend-why")),
        ),
    };
    let acts = html! {
        // What cannot be done yet is no main thing to do.
        @if view.may_approve { a class=(approve_class(view)) href={ "/versions/" (view.version.id) "/approval" } { (lang.t(key("version-approve"))) } }
        @if view.may_edit {
            form method="post" action={ "/versions/" (view.version.id) "/discard" } { (visit.hidden()) button.btn.btn-text { (lang.t(key("version-discard"))) } }
        }
    };
    html! { div.mt-5 { (block::next_step(&title, &reason, &acts)) } }
}
