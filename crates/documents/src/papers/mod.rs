//! Papers to sign: a typed kind, its text as a template, plain data; out come a Word file and a PDF.
//!
//! It decides how a paper looks (ГОСТ Р 7.0.97-2025) and that both files come from one reading of
//! one text, so that they say the same. Deliberately absent: where data come from, the clock, who may
//! see them; which kinds there are (`mentoring::paper`).

mod check;
mod data;
mod docx;
mod limits;
mod mark;
mod parse;
mod parts;
mod pdf;
mod person;
mod sheet;
mod table;
mod template;
mod texts;
mod words;

pub use mentoring::paper::{PaperField, PaperKind, PaperSpec};
pub use texts::{example, text};

use crate::write::NotWritten;
use jiff::civil::Date;
use serde_json::Value as Json;
use sheet::Sheet;

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
    /// The template asks for what the data do not have.
    #[error("строка {line} шаблона: нет поля «{name}»")]
    Undefined {
        /// Number of the line of the template, from 1.
        line: usize,
        /// The field as the template names it.
        name: String,
    },
    /// The template is not understood.
    #[error("строка {line} шаблона не понята: {what}")]
    Syntax {
        /// Number of the line, from 1.
        line: usize,
        /// What the engine says, in English.
        what: String,
    },
    /// The template does what a template may not.
    #[error("строка {line} шаблона: {what}")]
    Forbidden {
        /// Number of the line, from 1.
        line: usize,
        /// What, in Russian.
        what: String,
    },
    /// A filter or function refused its value.
    #[error("строка {line} шаблона: {what}")]
    Refused {
        /// Number of the line, from 1.
        line: usize,
        /// What, in Russian.
        what: String,
    },
    /// The template is longer than one may be.
    #[error("шаблон длиннее 256 КБ")]
    TemplateTooLong,
    /// The paper would be longer than one may be.
    #[error("документ получился слишком длинным")]
    TooLong,
    /// The template works too long.
    #[error("шаблон делает слишком много шагов")]
    TooManySteps,
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
/// - Errors: [`NotRendered`]; all needed data that lack are told at once.
/// - Time: grows with template and data; bounded by limits.
pub fn render(kind: PaperKind, template: &str, data: &Json) -> Result<Paper, NotRendered> {
    if !data.is_object() {
        return Err(NotRendered::NotAnObject);
    }
    let lacks = fields(kind).filter(|it| it.is_needed && !data::has(data, it.path));
    let lacks: Vec<&'static PaperField> = lacks.collect();
    if !lacks.is_empty() {
        return Err(NotRendered::Lacking(lacks));
    }
    let written = one_stop(&template::run(template, data::value(data)?)?);
    let day = data.get("day").and_then(Json::as_str).and_then(|it| it.get(..10)?.parse().ok());
    Ok(Paper { title: kind.spec().title.to_owned(), day, sheet: parse::parse(&written) })
}

/// A text in which «… 2026 г.» before a full stop ends in one stop; «...» and paths stay.
fn one_stop(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("..") {
        let (before, after) = (&rest[..at], &rest[at + 2..]);
        let is_end = before.ends_with(char::is_alphabetic)
            && !after.starts_with(|it: char| it.is_alphanumeric() || matches!(it, '.' | '/'));
        let n_dots = 2 + after.len() - after.trim_start_matches('.').len();
        whole.push_str(before);
        whole.push_str(if is_end { "." } else { &rest[at..at + n_dots] });
        rest = &rest[at + n_dots..];
    }
    whole + rest
}

/// The data that a kind wants, in the order of a form.
pub fn fields(kind: PaperKind) -> impl Iterator<Item = &'static PaperField> {
    kind.spec().all_fields()
}

/// The data that a template asks for: names with the path as far as it is plain.
///
/// - Errors: a template that is not understood.
pub fn asked_fields(template: &str) -> Result<Vec<String>, NotRendered> {
    template::asked(template)
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
