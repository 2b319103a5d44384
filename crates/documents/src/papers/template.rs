//! A template text with data becomes the text of a paper in its markup.
//!
//! It decides that a datum which lacks is an error with its name, and where a run ends. Deliberately
//! absent: what the markup means (`parse`), other templates, files, the clock.

use std::io::{self, Write};
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::ValueKind;
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value,
};

use super::blank::Blank;
use super::limits::{MOST_NESTING, MOST_OUTPUT_BYTES, MOST_STEPS, MOST_TEMPLATE_BYTES};
use super::{NotRendered, check, mark, words};

static TEXTS: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut env = environment(print_marked);
    let syntax = SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build();
    env.set_syntax(syntax.unwrap_or_default());
    env
});

/// What prints a value: each kind of template hides markup in its own way.
pub(super) type Print = fn(&mut Output, &mut State, &Value) -> Result<(), Error>;

/// An environment with our words and limits, and nothing else.
pub(super) fn environment(print: Print) -> Environment<'static> {
    let mut env = Environment::empty();
    env.set_undefined_behavior(UndefinedBehavior::SemiStrict);
    env.set_auto_escape_callback(|_| AutoEscape::None);
    env.set_formatter(print);
    env.set_fuel(Some(MOST_STEPS));
    env.set_recursion_limit(MOST_NESTING);
    env.set_debug(true);
    words::add(&mut env);
    env
}

/// The one template of an environment.
const NAME: &str = "paper";

/// A template that is understood and can be run many times.
#[derive(Clone, Debug)]
pub(super) struct Template {
    env: Environment<'static>,
}

impl Template {
    /// Reads a template text of ours.
    pub(super) fn text(source: &str) -> Result<Self, NotRendered> {
        if MOST_TEMPLATE_BYTES < source.len() {
            return Err(NotRendered::TemplateTooLong);
        }
        Self::of(&TEXTS, source)
    }

    /// Reads a template for an environment.
    pub(super) fn of(env: &Environment<'static>, source: &str) -> Result<Self, NotRendered> {
        if let Some(it) = check::forbidden(source) {
            return Err(NotRendered::Forbidden { line: it.line, what: it.what });
        }
        let mut env = env.clone();
        let added = env.add_template_owned(NAME, source.to_owned());
        added.map_err(|err| explain(&err, source))?;
        Ok(Self { env })
    }

    /// Runs the template over data.
    ///
    /// - Returns: what it writes; in a text of ours, with what came from data hidden (`mark`).
    pub(super) fn run(&self, data: Value) -> Result<String, NotRendered> {
        let template = self.env.get_template(NAME).map_err(|err| explain(&err, ""))?;
        let mut out = Bounded(Vec::with_capacity(template.source().len() * 2));
        let done = template.render_captured_to(data, &mut out);
        done.map_err(|err| explain(&err, template.source()))?;
        String::from_utf8(out.0).map_err(|_| NotRendered::TooLong)
    }

    /// The text of the template.
    pub(super) fn source(&self) -> String {
        self.env.get_template(NAME).map_or(String::new(), |it| it.source().to_owned())
    }

    /// Names of data that the template asks for, with the path as far as it is plain.
    pub(super) fn asked(&self) -> Vec<String> {
        let Ok(template) = self.env.get_template(NAME) else { return Vec::new() };
        let mut names: Vec<String> = template.undeclared_variables(true).into_iter().collect();
        names.retain(|it| self.env.globals().all(|(name, _)| name != it));
        names.sort();
        names
    }
}

/// Prints a value as plain words: «да», «2,5», nothing for `none`.
pub(super) fn plain(value: &Value) -> Result<String, Error> {
    if let Some(blank) = Blank::of(value) {
        return Ok(blank.marks());
    }
    let is_list = matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
    if is_list || (value.kind() == ValueKind::Map && value.len().is_some()) {
        let what = "это список: его строки печатаются в «for»";
        return Err(Error::new(ErrorKind::InvalidOperation, what));
    }
    Ok(match value.kind() {
        ValueKind::None | ValueKind::Undefined => String::new(),
        ValueKind::Bool if value.is_true() => "да".to_owned(),
        ValueKind::Bool => "нет".to_owned(),
        ValueKind::Number => value.to_string().replace('.', ","),
        _ => value.to_string(),
    })
}

fn print_marked(out: &mut Output, _state: &mut State, value: &Value) -> Result<(), Error> {
    let mut hidden = String::new();
    mark::hide(&plain(value)?, &mut hidden);
    out.write_str(&hidden).map_err(Error::from)
}

/// A text that stops growing.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if MOST_OUTPUT_BYTES < self.0.len() + bytes.len() {
            return Err(io::Error::other("too long"));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What went wrong, for the person who wrote the template or the data.
fn explain(err: &Error, template: &str) -> NotRendered {
    let line = err.line().unwrap_or(1);
    let place = err.range().and_then(|it| template.get(it)).unwrap_or_default();
    match err.kind() {
        ErrorKind::UndefinedError => {
            let told = err.detail().and_then(|it| it.split('`').nth(1));
            let filtered = || filtered(template, err.range()?.start);
            let name = told.or_else(filtered).unwrap_or(place);
            let name = name.trim_start_matches("{{").trim().to_owned();
            NotRendered::Undefined { line, name }
        }
        ErrorKind::OutOfFuel => NotRendered::TooManySteps,
        ErrorKind::WriteFailure => NotRendered::TooLong,
        ErrorKind::SyntaxError => {
            NotRendered::Syntax { line, what: err.detail().unwrap_or_default().to_owned() }
        }
        _ => NotRendered::Refused { line, what: told(err) },
    }
}

/// The name before a filter: `person.name` of `{{ person.name|date }}`.
///
/// - `at`: where the name of the filter begins.
fn filtered(template: &str, at: usize) -> Option<&str> {
    let before = template.get(..at)?.trim_end().strip_suffix('|')?.trim_end();
    let is_path = |it: char| it.is_alphanumeric() || matches!(it, '_' | '.' | '[' | ']');
    let name = &before[before.trim_end_matches(is_path).len()..];
    (!name.is_empty()).then_some(name)
}

/// Reasons of filters are in Russian already; the rest is told with the name of what is unknown.
fn told(err: &Error) -> String {
    let detail = err.detail().unwrap_or_default();
    // «filter x is unknown», but «x is unknown» of a function.
    let at = usize::from(err.kind() != ErrorKind::UnknownFunction);
    let mut parts = detail.split([' ', '`', '"']).filter(|it| !it.is_empty());
    let name = parts.nth(at).unwrap_or(detail).to_owned();
    match err.kind() {
        ErrorKind::UnknownFilter => format!("фильтра «{name}» нет"),
        ErrorKind::UnknownFunction => format!("функции «{name}» нет"),
        ErrorKind::UnknownTest => format!("проверки «{name}» нет"),
        ErrorKind::MissingArgument => "не хватает значения в скобках".to_owned(),
        ErrorKind::TooManyArguments => "лишнее значение в скобках".to_owned(),
        _ if detail.is_empty() => err.kind().to_string(),
        _ => detail.to_owned(),
    }
}
