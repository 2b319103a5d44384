//! Papers to sign: a typed kind, its text as a template, plain data; out come a Word file and a PDF.
//!
//! It decides how a paper looks (ГОСТ Р 7.0.97-2025) and that both files come from one reading of
//! one text, so that they say the same. Deliberately absent: where data come from, the clock, who may
//! see them; which kinds there are (`mentoring::paper`).

mod batch;
mod blank;
mod by_hand;
mod check;
mod data;
mod known;
mod docx;
mod limits;
mod mark;
mod own;
mod parse;
mod parts;
mod pdf;
mod person;
mod sheet;
mod table;
mod start;
mod template;
mod texts;
mod untrue;
mod view;
mod width;
mod words;

pub use batch::{Archive, MOST_PAPERS, many_pdf};
pub use by_hand::fill_by_hand;
pub use known::{UnknownField, unknown_fields};
pub use mentoring::paper::{PaperField, PaperKind, PaperObstacle, PaperSpec};
pub use own::{Filled, OwnDocx};
pub use start::start_docx;
pub use texts::{example, text};
pub use view::{Piece, Shown, ShownCell, ShownStyle};

use crate::write::NotWritten;
use jiff::civil::Date;
use mentoring::calendar::{CalendarFacts, WorkingCalendar};
use mentoring::law::Law;
use mentoring::paper::check_paper;
use serde_json::Value as Json;
use sheet::Sheet;
use std::sync::LazyLock;
use template::Template;

/// A paper that is ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    title: String,
    day: Option<Date>,
    sheet: Sheet,
}

/// Why a paper cannot be made. The sentences are for the person who asked, in Russian.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotRendered {
    /// The data are no object.
    #[error("данные документа – не объект JSON")]
    NotAnObject,
    /// The data are larger than a paper can be.
    #[error("данных слишком много для одного документа")]
    TooMuchData,
    /// Data without which there is no such paper; all of them at once.
    #[error("не хватает данных: {}", lacking(.0))]
    Lacking(Vec<&'static PaperField>),
    /// Data that contradict each other: the paper would say what is not so; all of it at once.
    #[error("{}", untrue::sentences(.0))]
    Untrue(Vec<PaperObstacle>),
    /// The template asks for what the data do not have.
    #[error("{}: нет поля «{name}»", place(*.line))]
    Undefined {
        /// Number of the line of the template, from 1; 0 where a Word file is the template.
        line: usize,
        /// The field as the template names it.
        name: String,
    },
    /// The template is not understood.
    #[error("{}: не понято: {what}", place(*.line))]
    Syntax {
        /// Number of the line, from 1.
        line: usize,
        /// What the engine says, in English.
        what: String,
    },
    /// The template does what a template may not.
    #[error("{}: {what}", place(*.line))]
    Forbidden {
        /// Number of the line, from 1.
        line: usize,
        /// What, in Russian.
        what: String,
    },
    /// A filter or function refused its value.
    #[error("{}: {what}", place(*.line))]
    Refused {
        /// Number of the line, from 1.
        line: usize,
        /// What, in Russian.
        what: String,
    },
    /// The file is no Word file, or is damaged.
    #[error("файл не открывается как документ Word (.docx)")]
    NotWord,
    /// A condition or a repetition of a Word file begins in one place and ends in another.
    #[error(
        "повторение или условие в файле Word начинается в одной части документа, а кончается в другой"
    )]
    TornApart,
    /// The file carries macros.
    #[error("в файле Word есть макросы: сохраните его как обычный .docx")]
    Macros,
    /// The template is longer than one may be.
    #[error("шаблон слишком большой: текст – до 256 КБ, файл Word – до 8 МБ")]
    TemplateTooLong,
    /// The paper would be longer than one may be.
    #[error("документ получился слишком длинным")]
    TooLong,
    /// The template works too long.
    #[error("шаблон делает слишком много шагов")]
    TooManySteps,
}

fn place(line: usize) -> String {
    match line {
        0 => "шаблон".to_owned(),
        line => format!("строка {line} шаблона"),
    }
}

fn lacking(fields: &[&PaperField]) -> String {
    let named = |it: &&PaperField| format!("«{}» ({})", it.label, it.path);
    fields.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// Makes a paper of a kind.
///
/// - `template`: the standard [`text`] of the kind, or a school's own.
/// - `data`: the fields of the kind ([`fields`]); the day of the file is that of `day`.
/// - Returns: the paper; the same input gives the same paper.
/// - Errors: [`NotRendered`]; all needed data that lack are told at once, and then all that contradict
///   each other.
/// - Time: grows with template and data; bounded by limits.
pub fn render(kind: PaperKind, template: &str, data: &Json) -> Result<Paper, NotRendered> {
    Wording::new(template)?.render(kind, data)
}

/// A template text that is understood; for many papers of one text.
#[derive(Clone, Debug)]
pub struct Wording(Template);

impl Wording {
    /// Reads a template text.
    ///
    /// - Errors: what is no template, or one that does what a template may not.
    pub fn new(template: &str) -> Result<Self, NotRendered> {
        Template::text(template).map(Self)
    }

    /// Makes a paper: see [`render`].
    ///
    /// - Errors: as of [`render`].
    pub fn render(&self, kind: PaperKind, data: &Json) -> Result<Paper, NotRendered> {
        checked(kind, data)?;
        let written = mark::one_stop(&self.0.run(data::value(data)?)?);
        let day = data.get("day").and_then(Json::as_str).and_then(|it| it.get(..10)?.parse().ok());
        Ok(Paper { title: kind.spec().title.to_owned(), day, sheet: parse::parse(&written) })
    }

    /// The data that the text asks for: names with the path as far as it is plain.
    #[must_use]
    pub fn asked_fields(&self) -> Vec<String> {
        self.0.asked()
    }
}

/// The data that a template text asks for: see [`Wording::asked_fields`].
///
/// - Errors: as of [`Wording::new`].
pub fn asked_fields(template: &str) -> Result<Vec<String>, NotRendered> {
    Ok(Wording::new(template)?.asked_fields())
}

/// Whether the data have all that a kind cannot be made without, and nothing of it is untrue.
fn checked(kind: PaperKind, data: &Json) -> Result<(), NotRendered> {
    if !data.is_object() {
        return Err(NotRendered::NotAnObject);
    }
    let lacks = fields(kind).filter(|it| it.is_needed && !data::has(data, it.path));
    let lacks: Vec<&'static PaperField> = lacks.collect();
    if !lacks.is_empty() {
        return Err(NotRendered::Lacking(lacks));
    }
    let found = check_paper(kind, &|path| data::texts(data, path), &CALENDAR, Law::built_in());
    if found.is_empty() { Ok(()) } else { Err(NotRendered::Untrue(found)) }
}

/// Days off as decreed; what a school has moved for itself is not known here.
static CALENDAR: LazyLock<WorkingCalendar> =
    LazyLock::new(|| WorkingCalendar::russia(CalendarFacts::built_in()));

/// Makes the first page of a folder of papers: what is missing, what is in it.
///
/// - `data`: `organisation.full_name`, `day`, `made_by`; lists `missing` (`what`, `how_many`, `ground`), `acts`
///   (title, number, day), `files` (name, size), `left_out`. The words are given: the text only sets them.
/// - Errors: data that lack, or more than a paper can be.
pub fn folder_index(data: &Json) -> Result<Paper, NotRendered> {
    let template = Template::text(include_str!("folder_index.txt"))?;
    let written = mark::one_stop(&template.run(data::value(data)?)?);
    let day = data.get("day").and_then(Json::as_str).and_then(|it| it.get(..10)?.parse().ok());
    Ok(Paper { title: FOLDER_TITLE.to_owned(), day, sheet: parse::parse(&written) })
}

/// The title of the first page of a folder, for the properties of its files.
const FOLDER_TITLE: &str = "Опись папки куратора";

/// The data that a kind wants, in the order of a form.
pub fn fields(kind: PaperKind) -> impl Iterator<Item = &'static PaperField> {
    kind.spec().all_fields()
}

impl Paper {
    /// The name of the paper for lists and for the file.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What is left to fill by hand: the captions of the lines, in order, each once.
    #[must_use]
    pub fn to_fill(&self) -> Vec<&str> {
        self.sheet.to_fill()
    }

    /// The words of the paper, one line for each paragraph and cell.
    #[must_use]
    pub fn plain_text(&self) -> String {
        self.sheet.plain_text()
    }

    /// Writes the paper as a Word file.
    ///
    /// - Returns: the bytes of a `.docx`; the same paper gives the same bytes.
    /// - Errors: none that the paper can cause.
    pub fn docx(&self) -> Result<Vec<u8>, NotWritten> {
        docx::write(self)
    }

    /// Writes the paper as a PDF: tagged, PDF/A-2a and PDF/UA-1, fonts inside.
    ///
    /// - Returns: the bytes of a `.pdf`; the same paper gives the same bytes.
    /// - Errors: none that the paper can cause.
    pub fn pdf(&self) -> Result<Vec<u8>, NotWritten> {
        pdf::write(&[self])
    }
}
