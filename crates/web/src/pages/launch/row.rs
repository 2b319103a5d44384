//! The form of a row: words of every cell, with what was understood, and what outweighs it.
//!
//! The deadline is read while it is typed where there is a script, and by «Проверить снова» where
//! there is none. Nothing is saved by looking.

use app::launch::edit::{EditObstacle, try_deadline};
use app::launch::{
    self, EditRow, Evidence, Indicator, Row, RowEdit, VersionView, add_row, change_row, strike_row,
};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{LineageId, PersonId, VersionId};
use mentoring::person::PersonName;
use serde::Deserialize;
use uuid::Uuid;

use super::figure::{self, FigureForm};
use super::{reading, remarks};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::tasks::look;
use crate::terms;
use crate::visit::Visit;

/// A row as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct RowForm {
    #[serde(default)]
    revision: i64,
    #[serde(default)]
    section: String,
    #[serde(default)]
    subsection: String,
    #[serde(default)]
    number: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    deadline: String,
    #[serde(default)]
    normal: String,
    #[serde(default)]
    responsible: String,
    #[serde(default)]
    people: Vec<Uuid>,
    #[serde(default)]
    result: String,
    /// `kind:about` of each document; read from the words where none is ticked.
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    evidence_by_hand: String,
    #[serde(default)]
    indicator: String,
    #[serde(flatten)]
    figures: FigureForm,
    #[serde(default)]
    note: String,
    /// Which button: empty saves, `check` only reads.
    #[serde(default)]
    press: String,
    #[serde(default)]
    after: String,
}

impl RowForm {
    /// The form of a known row.
    ///
    /// - `read`: what its words say alone; what differs was set by hand.
    fn of(row: &Row, revision: i64, nobody: &str, read: &[Indicator]) -> Self {
        let written: Vec<&str> = row.responsible.0.iter().map(|it| it.text.as_str()).collect();
        let path = &row.path.0;
        let words = launch::view::documents(row);
        Self {
            revision,
            section: path.first().cloned().unwrap_or_default(),
            subsection: path.get(1).cloned().unwrap_or_default(),
            number: row.number.clone().unwrap_or_default(),
            text: row.text.clone(),
            deadline: row.deadline_text.clone(),
            normal: if row.is_deadline_mended {
                row.deadline_normal.clone()
            } else {
                String::new()
            },
            responsible: if row.nobody { nobody.to_owned() } else { written.join(", ") },
            people: row.responsible.0.iter().flat_map(|it| it.people.clone()).collect(),
            result: row.result.clone().unwrap_or_default(),
            evidence: row.evidence.0.iter().map(slug_of).collect(),
            evidence_by_hand: if words == row.evidence.0 { "" } else { "yes" }.to_owned(),
            figures: FigureForm::of(&row.indicators.0, read),
            indicator: row.indicator_text.clone().unwrap_or_default(),
            note: row.note.clone().unwrap_or_default(),
            press: String::new(),
            after: String::new(),
        }
    }

    fn edit(&self, audience: &str) -> RowEdit {
        let by_hand = (self.evidence_by_hand == "yes")
            .then(|| self.evidence.iter().filter_map(|it| of_slug(it)).collect());
        RowEdit {
            path: vec![self.section.clone(), self.subsection.clone()],
            number: self.number.clone(),
            text: self.text.clone(),
            deadline: self.deadline.clone(),
            normal: self.normal.clone(),
            responsible: self.responsible.clone(),
            people: self.people.iter().copied().map(PersonId).collect(),
            result: self.result.clone(),
            evidence: by_hand,
            indicator: self.indicator.clone(),
            figures: self.figures.by_hand(),
            audience: audience.to_owned(),
            note: self.note.clone(),
        }
    }
}

fn slug_of(it: &Evidence) -> String {
    format!("{}:{}", it.kind, it.about)
}

fn of_slug(slug: &str) -> Option<Evidence> {
    let (kind, about) = slug.split_once(':')?;
    terms::EVIDENCE_KINDS
        .contains(&kind)
        .then(|| Evidence { kind: kind.to_owned(), about: about.to_owned() })
}

/// What the form is about.
struct Page<'a> {
    view: &'a VersionView,
    people: Vec<(Uuid, PersonName)>,
    row: Option<&'a Row>,
}

/// Shows the form of a known row.
pub(crate) async fn edit_row(
    visit: Visit,
    Path((version, row)): Path<(Uuid, Uuid)>,
) -> Result<Markup, Oops> {
    let view = draft(&visit, version).await?;
    let found = view.rows.iter().find(|it| it.lineage.0 == row).ok_or(Oops::NotFound)?;
    let nobody = visit.lang.t(key("row-nobody-words"));
    let words = [Some(&found.text), found.result.as_ref(), found.indicator_text.as_ref()];
    let [text, result, indicator] = words.map(|it| it.map_or("", String::as_str));
    let read = figure::read(&visit, view.version.id, (text, result, indicator)).await?;
    let form = RowForm::of(found, view.version.revision, &nobody, &read);
    let people = launch::view::names(visit.ctx()?).await?;
    let page = Page { view: &view, people, row: Some(found) };
    Ok(row_page(&visit, &page, &form, &Mends::default()).await)
}

/// Where a new row stands.
#[derive(Default, Deserialize)]
pub(crate) struct NewAsked {
    #[serde(default)]
    after: String,
}

/// Shows the form of a new row.
pub(crate) async fn new_row(
    visit: Visit,
    Path(version): Path<Uuid>,
    Query(asked): Query<NewAsked>,
) -> Result<Markup, Oops> {
    let view = draft(&visit, version).await?;
    // Without a neighbour it is not known where the row belongs: nothing is put into the last section
    // for somebody who looks at the first.
    let near = view.rows.iter().find(|it| it.lineage.to_string() == asked.after);
    let path = near.map(|it| it.path.0.clone()).unwrap_or_default();
    let form = RowForm {
        section: path.first().cloned().unwrap_or_default(),
        subsection: path.get(1).cloned().unwrap_or_default(),
        after: asked.after,
        ..RowForm::default()
    };
    let people = launch::view::names(visit.ctx()?).await?;
    let page = Page { view: &view, people, row: None };
    Ok(row_page(&visit, &page, &form, &Mends::default()).await)
}

async fn draft(visit: &Visit, version: Uuid) -> Result<VersionView, Oops> {
    let view = launch::show_version(visit.ctx()?, VersionId(version)).await?;
    if view.may_edit { Ok(view) } else { Err(Oops::NotFound) }
}

/// Saves a known row, or reads it again where only that was asked.
pub(crate) async fn save_row(
    visit: Visit,
    Path((version, row)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<RowForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let view = draft(&visit, version).await?;
    let found = view.rows.iter().find(|it| it.lineage.0 == row).ok_or(Oops::NotFound)?;
    let people = launch::view::names(ctx).await?;
    let page = Page { view: &view, people, row: Some(found) };
    if figure::only_shows(&form.press) {
        return Ok(pressed(&visit, &page, form).await?.into_response());
    }
    let at = EditRow { version: VersionId(version), row: LineageId(row), revision: form.revision };
    let edit = form.edit(found.audience.as_deref().unwrap_or_default());
    match change_row(ctx, at, &edit).await {
        Ok(()) => {
            Ok(visit.done(&format!("/versions/{version}#row-{row}"), key("notice-row-saved")))
        }
        Err(refusal) => refused(&visit, &page, &form, &obstacles(refusal)?).await,
    }
}

/// Adds a row, or reads it where only that was asked.
pub(crate) async fn save_new_row(
    visit: Visit,
    Path(version): Path<Uuid>,
    Filled(form): Filled<RowForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let view = draft(&visit, version).await?;
    let people = launch::view::names(ctx).await?;
    let page = Page { view: &view, people, row: None };
    if figure::only_shows(&form.press) {
        return Ok(pressed(&visit, &page, form).await?.into_response());
    }
    let after = form.after.parse().ok().map(LineageId);
    match add_row(ctx, VersionId(version), after, &form.edit("")).await {
        Ok(row) => {
            Ok(visit
                .done(&format!("/versions/{version}?show=all#row-{row}"), key("notice-row-added")))
        }
        Err(refusal) => refused(&visit, &page, &form, &obstacles(refusal)?).await,
    }
}

/// The form after a button that saves nothing.
async fn pressed(visit: &Visit, page: &Page<'_>, mut form: RowForm) -> Result<Markup, Oops> {
    let cells = (form.text.as_str(), form.result.as_str(), form.indicator.as_str());
    let read = figure::read(visit, page.view.version.id, cells).await?;
    let press = form.press.clone();
    form.figures.pressed(&press, &read);
    Ok(row_page(visit, page, &form, &Mends::default()).await)
}

async fn refused(
    visit: &Visit,
    page: &Page<'_>,
    form: &RowForm,
    all: &[EditObstacle],
) -> Result<Response, Oops> {
    let mends = mends_of(visit.lang, all);
    let page = row_page(visit, page, form, &mends).await;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Says what to do about each obstacle of a draft.
pub(super) fn mends_of(lang: Lang, all: &[EditObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        let (field, words) = match obstacle {
            EditObstacle::NotDraft(_) => ("", lang.t(key("edit-mend-not-draft"))),
            EditObstacle::NoText => ("text", lang.t(key("edit-mend-text"))),
            EditObstacle::LongCell(_) => ("", lang.t(key("edit-mend-long"))),
            EditObstacle::BadNormal => ("normal", lang.t(key("edit-mend-normal"))),
            EditObstacle::BadFigure { at, fault } => {
                figure::mend(lang, &mut mends, *at, *fault);
                continue;
            }
            EditObstacle::NoPerson => ("people", lang.t(key("edit-mend-person"))),
            EditObstacle::BadPeriod => ("from", lang.t(key("edit-mend-period"))),
            EditObstacle::ManyRows => ("", lang.t(key("edit-mend-rows"))),
        };
        mends.push(field, words);
    }
    mends
}

async fn row_page(visit: &Visit, page: &Page<'_>, typed: &RowForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let version = &page.view.version;
    let title = lang.t(if page.row.is_some() { key("row-edit") } else { key("row-new") });
    let action = match page.row {
        Some(row) => format!("/versions/{}/rows/{}", version.id, row.lineage),
        None => format!("/versions/{}/rows", version.id),
    };
    let body = html! {
        (block::head(&title, &look::short(&typed.text), &html! {}))
        (form::refusal(lang, &lang.t(key("row-refused")), &lang.t(key("row-kept")), mends))
        @if let Some(row) = page.row { @for it in &page.view.remarks_of(row) { (remarks::remark(lang, page.view, it)) } }
        form.form method="post" action=(action) {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            input type="hidden" name="after" value=(typed.after);
            (form::lines(lang, &Input { name: "text", label: &lang.t(key("row-activity")), value: &typed.text, ..Input::default() }, 4, mends))
            (original(lang, page.row, &typed.text))
            (deadline_fields(visit, page.view, typed, mends).await)
            (responsible_fields(lang, page, typed, mends))
            (result_fields(visit, page, typed, mends).await)
            (place_fields(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("row-save"))) } " " button.btn.btn-plain name="press" value="check" { (lang.t(key("row-check"))) } }
        }
        @if let Some(row) = page.row { (row_acts(visit, page.view, row)) }
    };
    let crumbs = [
        Way { href: "/roadmaps".to_owned(), words: lang.t(key("roadmaps-title")), here: false },
        Way {
            href: format!("/versions/{}", version.id),
            words: lang.tn(key("version-name"), [("number", version.number.into())]),
            here: false,
        },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}

/// The words of the document, where they differ from what stands here now.
fn original(lang: Lang, row: Option<&Row>, now: &str) -> Markup {
    let was = row.and_then(|it| it.original.as_ref()).map(|it| it.0.text.as_str());
    html! { @if let Some(was) = was.filter(|it| *it != now) { p.raw { (lang.tn(key("row-in-file"), [("text", was.to_owned().into())])) } } }
}

async fn deadline_fields(
    visit: &Visit,
    view: &VersionView,
    typed: &RowForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let told = told_deadline(visit, view.version.id, &typed.deadline).await;
    let told = told.unwrap_or_else(|_| form::reading("deadline", ""));
    html! {
        (form::input(lang, &Input { name: "deadline", label: &lang.t(key("row-deadline")), hint: &lang.t(key("row-deadline-hint")), value: &typed.deadline, ..Input::default() }, mends))
        div data-read={ "/versions/" (view.version.id) "/deadline" } data-from="deadline" { (told) }
        details.mt-2 open[!typed.normal.is_empty()] {
            summary { (lang.t(key("row-normal-open"))) }
            (form::input(lang, &Input { name: "normal", label: &lang.t(key("row-normal")), hint: &lang.t(key("row-normal-hint")), value: &typed.normal, width: "w-mid", optional: true, ..Input::default() }, mends))
        }
    }
}

async fn told_deadline(visit: &Visit, version: VersionId, words: &str) -> Result<Markup, Oops> {
    let lang = visit.lang;
    if words.trim().is_empty() {
        return Ok(form::reading("deadline", ""));
    }
    let (normal, windows) = try_deadline(visit.ctx()?, version, words)
        .await
        .map_err(|it| obstacles(it).err().unwrap_or(Oops::NotFound))?;
    if !reading::is_understood(&normal) {
        return Ok(form::unread("deadline", &lang.t(key("reading-unread-deadline"))));
    }
    let told = reading::deadline(lang, &normal, &windows, visit.today());
    Ok(form::reading("deadline", &lang.tn(key("reading-understood"), [("what", told.into())])))
}

/// A deadline that is being typed.
#[derive(Default, Deserialize)]
pub(crate) struct Typing {
    #[serde(default)]
    deadline: String,
}

/// Reads a deadline while it is typed: answers with the place of the reading alone.
pub(crate) async fn read_deadline(
    visit: Visit,
    Path(version): Path<Uuid>,
    Query(typing): Query<Typing>,
) -> Result<Markup, Oops> {
    if typing.deadline.trim().is_empty() {
        // Nothing is read, and a version of others is still not found.
        launch::show_version(visit.ctx()?, VersionId(version)).await?;
    }
    told_deadline(&visit, VersionId(version), &typing.deadline).await
}

fn responsible_fields(lang: Lang, page: &Page<'_>, typed: &RowForm, mends: &Mends) -> Markup {
    let answers: Vec<Answer> = page
        .people
        .iter()
        .map(|(id, name)| Answer { value: id.to_string(), words: name.short() })
        .collect();
    let chosen: Vec<String> = typed.people.iter().map(Uuid::to_string).collect();
    let told = page
        .row
        .map(|it| reading::responsible(lang, &it.responsible.0, &page.people))
        .unwrap_or_default();
    html! {
        (form::input(lang, &Input { name: "responsible", label: &lang.t(key("row-responsible")), hint: &lang.t(key("row-responsible-hint")), value: &typed.responsible, optional: true, ..Input::default() }, mends))
        @if !told.is_empty() { (reading::understood(&lang.tn(key("reading-understood"), [("what", told.into())]))) }
        @if !answers.is_empty() {
            details.mt-2 open[!chosen.is_empty()] {
                summary { (lang.t(key("row-people-open"))) }
                (form::choices(lang, &Input { name: "people", label: &lang.t(key("row-people")), hint: &lang.t(key("row-people-hint")), ..Input::default() }, &answers, &chosen, mends))
            }
        }
    }
}

async fn result_fields(visit: &Visit, page: &Page<'_>, typed: &RowForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let version = page.view.version.id;
    let cells = (typed.text.as_str(), typed.result.as_str(), typed.indicator.as_str());
    let read = figure::read(visit, version, cells).await.unwrap_or_default();
    let evidence: Vec<Evidence> = typed.evidence.iter().filter_map(|it| of_slug(it)).collect();
    let told = reading::evidence(lang, &evidence);
    let kinds: Vec<Answer> = terms::evidence_answers(lang, &evidence);
    html! {
        (form::lines(lang, &Input { name: "result", label: &lang.t(key("row-result-words")), value: &typed.result, optional: true, ..Input::default() }, 2, mends))
        @if !told.is_empty() { (reading::understood(&lang.tn(key("reading-understood"), [("what", told.into())]))) }
        details.mt-2 open[typed.evidence_by_hand == "yes"] {
            summary { (lang.t(key("row-evidence-open"))) }
            (form::tick("evidence_by_hand", &lang.t(key("row-evidence-by-hand")), typed.evidence_by_hand == "yes"))
            (form::choices(lang, &Input { name: "evidence", label: &lang.t(key("row-evidence")), ..Input::default() }, &kinds, &typed.evidence, mends))
        }
        (figure::fields(lang, (version, &typed.figures, &read), &typed.indicator, mends))
    }
}

fn place_fields(lang: Lang, typed: &RowForm, mends: &Mends) -> Markup {
    let line = |name, label: String, value: &str, width| {
        form::input(
            lang,
            &Input { name, label: &label, value, width, optional: true, ..Input::default() },
            mends,
        )
    };
    html! {
        (form::input(lang, &Input { name: "section", label: &lang.t(key("row-section")), hint: &lang.t(key("row-section-hint")), value: &typed.section, optional: true, ..Input::default() }, mends))
        (line("subsection", lang.t(key("row-subsection")), &typed.subsection, ""))
        (line("number", lang.t(key("row-number")), &typed.number, "w-num"))
        (line("note", lang.t(key("row-note")), &typed.note, ""))
    }
}

fn row_acts(visit: &Visit, view: &VersionView, row: &Row) -> Markup {
    let lang = visit.lang;
    let base = format!("/versions/{}/rows/{}", view.version.id, row.lineage);
    let button = |path: &str, words: String| {
        html! {
            form method="post" action={ (base) (path) } {
                (visit.hidden())
                input type="hidden" name="revision" value=(view.version.revision);
                button.btn.btn-plain.btn-s { (words) }
            }
        }
    };
    html! {
        div.acts.mt-5 {
            (button("/up", lang.t(key("row-up"))))
            (button("/down", lang.t(key("row-down"))))
            a.btn.btn-plain.btn-s href={ "/versions/" (view.version.id) "/rows/new?after=" (row.lineage) } { (lang.t(key("row-add-after"))) }
            (button("/strike", lang.t(key("row-strike"))))
        }
    }
}

/// The revision of the draft that a button was shown with.
#[derive(Default, Deserialize)]
pub(crate) struct Shown {
    #[serde(default)]
    revision: i64,
}

/// Strikes a row out of the draft.
pub(crate) async fn strike(
    visit: Visit,
    Path((version, row)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<Shown>,
) -> Result<Response, Oops> {
    let at = EditRow { version: VersionId(version), row: LineageId(row), revision: form.revision };
    match strike_row(visit.ctx()?, at).await {
        Ok(()) => Ok(visit.done(&format!("/versions/{version}"), key("notice-row-struck"))),
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::Stale)),
    }
}
