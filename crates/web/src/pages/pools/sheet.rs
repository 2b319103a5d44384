//! The pools and the matrix of consents as files; the pools in their model forms too.
//!
//! It decides the columns of the model forms as workbooks; as paper they are the papers of the pools. Source: приложение к письму МР-42/02 от 23.01.2020,
//! as recalled; what the product does not know yet stays an empty column to be filled by hand.

use app::pools::consent::{self, ConsentCell, ConsentLine, ConsentMatrix};
use app::pools::pool::{self, PoolLine, PoolView};
use app::sheet::{Sheet, SheetCell, SheetFormat};
use axum::extract::Query;
use axum::response::Response;
use mentoring::consent::ConsentKind;
use mentoring::pools::{Pool, TermKind};

use super::matrix::MatrixAsked;
use super::pool::PoolAsked;
use super::{mentoring_kind, short_kind, state};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::{file_of, give, text};
use crate::visit::Visit;
use crate::words;

/// Makes the handlers of one list in one format.
macro_rules! files {
    ($($(#[$doc:meta])* $name:ident = $list:ident($pool:expr, $format:ident);)+) => {$(
        $(#[$doc])*
        pub(crate) async fn $name(
            visit: Visit,
            Query(asked): Query<PoolAsked>,
        ) -> Result<Response, Oops> {
            $list(&visit, $pool, &asked, SheetFormat::$format).await
        }
    )+};
}
files! {
    /// Gives the pool of mentors as a workbook.
    mentors_xlsx = of_pool(Pool::Mentors, Xlsx);
    /// Gives the pool of mentors as values.
    mentors_csv = of_pool(Pool::Mentors, Csv);
    /// Gives the pool of mentees as a workbook.
    mentees_xlsx = of_pool(Pool::Mentees, Xlsx);
    /// Gives the pool of mentees as values.
    mentees_csv = of_pool(Pool::Mentees, Csv);
    /// Gives the model form of the base of mentors as a workbook.
    mentors_form_xlsx = of_form(Pool::Mentors, Xlsx);
    /// Gives the model form of the base of mentees as a workbook.
    mentees_form_xlsx = of_form(Pool::Mentees, Xlsx);
}

/// Gives the model form of the base of mentors as paper.
pub(crate) async fn mentors_form_pdf(
    visit: Visit,
    Query(asked): Query<PoolAsked>,
) -> Result<Response, Oops> {
    on_paper(&visit, Pool::Mentors, &asked).await
}

/// Gives the model form of the base of mentees as paper.
pub(crate) async fn mentees_form_pdf(
    visit: Visit,
    Query(asked): Query<PoolAsked>,
) -> Result<Response, Oops> {
    on_paper(&visit, Pool::Mentees, &asked).await
}

async fn on_paper(visit: &Visit, pool: Pool, asked: &PoolAsked) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let bytes = app::paper::pool_form(ctx, pool, &asked.filter()).await?;
    let name = format!("form-{}", name(pool));
    Ok(file_of(&name, ctx.today(), SheetFormat::Pdf, bytes))
}

fn name(pool: Pool) -> &'static str {
    pool.slug()
}

fn title(lang: Lang, pool: Pool) -> String {
    match pool {
        Pool::Mentors => lang.t(key("mentors-title")),
        Pool::Mentees => lang.t(key("mentees-title")),
    }
}

async fn of_pool(
    visit: &Visit,
    pool: Pool,
    asked: &PoolAsked,
    format: SheetFormat,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let view = pool::list_pool(visit.ctx()?, pool, &asked.filter()).await?;
    let profile = if pool == Pool::Mentors { key("pool-strengths") } else { key("pool-needs") };
    let heads = [
        key("people-column-name"),
        key("form-work"),
        profile,
        key("form-forms"),
        key("pool-kinds"),
        key("pool-places"),
        key("pool-free-places"),
        key("pool-minutes"),
        key("pool-since"),
        key("pool-note"),
    ];
    let list = Sheet {
        title: title(lang, pool),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows: view.lines.iter().map(|it| row(lang, it)).collect(),
    };
    give(visit, name(pool), list, format).await
}

fn row(lang: Lang, line: &PoolLine) -> Vec<SheetCell> {
    let kinds: Vec<String> =
        line.record.for_rule().kinds.into_iter().map(|it| mentoring_kind(lang, it)).collect();
    vec![
        text(line.known.person.name.full()),
        text(work(line)),
        text(said(line, false)),
        text(said(line, true)),
        text(kinds.join(", ")),
        SheetCell::Number(line.record.capacity.into()),
        SheetCell::Number(line.n_free.into()),
        SheetCell::Number(line.record.minutes_a_week.into()),
        SheetCell::Day(Some(line.record.from_on)),
        text(&line.record.note),
    ]
}

/// The class of a student, the job of anybody else.
fn work(line: &PoolLine) -> String {
    let known = &line.known;
    if known.person.job_title.is_empty() {
        known.about.clone()
    } else {
        known.person.job_title.clone()
    }
}

/// The words of the profile: forms, or everything else.
fn said(line: &PoolLine, forms: bool) -> String {
    let wanted = line.terms.iter().filter(|it| (it.kind == TermKind::Form) == forms);
    wanted.map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ")
}

async fn of_form(
    visit: &Visit,
    pool: Pool,
    asked: &PoolAsked,
    format: SheetFormat,
) -> Result<Response, Oops> {
    let view = pool::list_pool(visit.ctx()?, pool, &asked.filter()).await?;
    give(visit, &format!("form-{}", name(pool)), form_of(visit.lang, pool, &view), format).await
}

/// Prints the model form of a base.
pub(crate) fn form_of(lang: Lang, pool: Pool, view: &PoolView) -> Sheet {
    let (title, heads, rows) = match pool {
        Pool::Mentors => (
            key("form-mentors-title"),
            vec![
                key("form-number"),
                key("form-name"),
                key("form-contacts"),
                key("form-work"),
                key("form-strengths"),
                key("form-achievements"),
                key("form-interests"),
                key("form-ages"),
                key("form-time"),
                key("form-since"),
                key("form-mentees"),
                key("form-form"),
                key("form-work-of-mentee"),
                key("form-until"),
                key("form-results"),
                key("form-link"),
            ],
            form_rows(view, of_mentor),
        ),
        Pool::Mentees => (
            key("form-mentees-title"),
            vec![
                key("form-number"),
                key("form-name"),
                key("form-contacts-both"),
                key("form-birth-year"),
                key("form-need"),
                key("form-since"),
                key("form-mentor"),
                key("form-form"),
                key("form-work-of-mentor"),
                key("form-until"),
                key("form-results"),
                key("form-link"),
                key("form-done"),
            ],
            form_rows(view, of_mentee),
        ),
    };
    let heads = heads.into_iter().map(|it| lang.t(it)).collect();
    Sheet { title: lang.t(title), heads, rows }
}

fn form_rows(view: &PoolView, row: impl Fn(&PoolLine) -> Vec<SheetCell>) -> Vec<Vec<SheetCell>> {
    let numbered = (1..).zip(&view.lines);
    numbered
        .map(|(number, line)| std::iter::once(SheetCell::Number(number)).chain(row(line)).collect())
        .collect()
}

fn contacts(line: &PoolLine) -> SheetCell {
    let contact = &line.known.person.contact;
    let said = [&contact.phone, &contact.email];
    let said: Vec<&str> =
        said.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    text(said.join(", "))
}

/// Sixteen columns; those of pairs stay empty until pairs are there.
fn of_mentor(line: &PoolLine) -> Vec<SheetCell> {
    let hours = line.record.minutes_a_week;
    let time = if hours == 0 { text("") } else { SheetCell::Number(hours.into()) };
    vec![
        text(line.known.person.name.full()),
        contacts(line),
        text(work(line)),
        text(said(line, false)),
        text(""),
        text(&line.record.note),
        text(""),
        time,
        SheetCell::Day(Some(line.record.from_on)),
        text(""),
        text(said(line, true)),
        text(""),
        // When the programme ends, and not the stay in the pool: pairs come later.
        text(""),
        text(""),
        text(""),
    ]
}

/// Thirteen columns; those of pairs stay empty until pairs are there.
fn of_mentee(line: &PoolLine) -> Vec<SheetCell> {
    let birth = line.known.detail.as_ref().and_then(|it| it.birth_on);
    vec![
        text(line.known.person.name.full()),
        contacts(line),
        birth.map_or_else(|| text(""), |it| SheetCell::Number(it.year().into())),
        text(said(line, false)),
        SheetCell::Day(Some(line.record.from_on)),
        text(""),
        text(said(line, true)),
        text(""),
        // When the programme ends, and not the stay in the pool: pairs come later.
        text(""),
        text(""),
        text(""),
        text(""),
    ]
}

/// Gives the matrix of consents as a workbook.
pub(crate) async fn consents_xlsx(
    visit: Visit,
    Query(asked): Query<MatrixAsked>,
) -> Result<Response, Oops> {
    consents(&visit, &asked, SheetFormat::Xlsx).await
}

/// Gives the matrix of consents as values.
pub(crate) async fn consents_csv(
    visit: Visit,
    Query(asked): Query<MatrixAsked>,
) -> Result<Response, Oops> {
    consents(&visit, &asked, SheetFormat::Csv).await
}

async fn consents(
    visit: &Visit,
    asked: &MatrixAsked,
    format: SheetFormat,
) -> Result<Response, Oops> {
    let matrix = consent::list_consents(visit.ctx()?, &asked.filter()).await?;
    give(visit, "consents", matrix_of(visit.lang, &matrix), format).await
}

/// Prints the matrix of consents.
pub(crate) fn matrix_of(lang: Lang, matrix: &ConsentMatrix) -> Sheet {
    let kinds = ConsentKind::ALL.iter().map(|it| short_kind(lang, *it));
    let own = [lang.t(key("people-column-name")), lang.t(key("consents-about"))];
    Sheet {
        title: lang.t(key("consents-title")),
        heads: own.into_iter().chain(kinds).collect(),
        rows: matrix.lines.iter().map(|it| consent_row(lang, it)).collect(),
    }
}

fn consent_row(lang: Lang, line: &ConsentLine) -> Vec<SheetCell> {
    let cell = |it: &ConsentCell| {
        let words = match it.state {
            Some(known) => state(lang, known),
            None if it.is_wanted => lang.t(key("consent-none")),
            None => String::new(),
        };
        match it.last {
            Some(last) => text(format!("{words} ({})", words::date_short(last))),
            None => text(words),
        }
    };
    let own = [text(line.known.person.name.full()), text(&line.known.about)];
    own.into_iter().chain(line.cells.iter().map(cell)).collect()
}
