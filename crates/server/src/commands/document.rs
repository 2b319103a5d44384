//! `estafeta document`: one paper from plain data, as a Word file or a PDF.
//!
//! It decides how data come in and where the paper goes. Deliberately absent: the texts and their
//! making (`documents::papers`), and data of a school, which live in its database.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use documents::papers::{self, OwnDocx, PaperKind};

use super::say;

/// What `estafeta document` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Document {
    /// The kind of paper, as --list names it.
    #[arg(value_name = "KIND", required_unless_present = "list")]
    kind: Option<String>,
    /// The data, JSON; «-» reads standard input.
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// Where the paper goes: a name that ends in .docx or .pdf.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// A text of one's own in the place of the standard one, or a Word file with tags of docxtpl.
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Print all kinds.
    #[arg(long, conflicts_with_all = ["data", "out", "template", "example"])]
    list: bool,
    /// Print a complete sample of the data of the kind.
    #[arg(long, conflicts_with_all = ["data", "out", "template"])]
    example: bool,
    /// How to print the list.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines `kind<TAB>title`.
    Text,
    /// A list of `{"kind", "title"}`.
    Json,
}

/// Makes a paper, or prints what can be made.
///
/// - Returns: 2 with one sentence where a file, the data or the template cannot be used.
pub(crate) fn run(asked: &Document) -> ExitCode {
    match done(asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("estafeta: {sentence}");
            ExitCode::from(2)
        }
    }
}

fn done(asked: &Document) -> Result<(), String> {
    if asked.list {
        list(asked.format);
        return Ok(());
    }
    // Without --list the kind is there: clap sees to that.
    let slug = asked.kind.as_deref().unwrap_or_default();
    let kind = PaperKind::from_slug(slug).ok_or_else(|| {
        format!("вида документа «{slug}» нет; все виды: estafeta document --list")
    })?;
    if asked.example {
        say(papers::example(kind).trim_end());
        return Ok(());
    }
    let (Some(data), Some(out)) = (&asked.data, &asked.out) else {
        return Err("нужны --data FILE и --out FILE.docx|FILE.pdf (или --example)".to_owned());
    };
    let bytes = made(kind, data, asked.template.as_deref(), out)?;
    std::fs::write(out, bytes).map_err(|err| format!("{}: не записан: {err}", out.display()))
}

fn list(format: Format) {
    let kinds = PaperKind::ALL.iter().map(|it| (it.slug(), it.spec().title));
    if format == Format::Json {
        let kinds: Vec<serde_json::Value> = kinds
            .map(|(kind, title)| serde_json::json!({ "kind": kind, "title": title }))
            .collect();
        say(serde_json::Value::Array(kinds));
        return;
    }
    kinds.for_each(|(kind, title)| say(format!("{kind}\t{title}")));
}

/// The bytes of the paper, in the format that the name of the file asks for.
fn made(
    kind: PaperKind,
    data: &Path,
    template: Option<&Path>,
    out: &Path,
) -> Result<Vec<u8>, String> {
    let is = |path: &Path, wanted: &str| {
        path.extension().is_some_and(|it| it.eq_ignore_ascii_case(wanted))
    };
    if !is(out, "docx") && !is(out, "pdf") {
        return Err(format!("{}: имя файла кончается на .docx или .pdf", out.display()));
    }
    let text = String::from_utf8(read(data)?)
        .map_err(|_| format!("{}: не текст в UTF-8", data.display()))?;
    let data = serde_json::from_str(text.trim_start_matches('\u{feff}'))
        .map_err(|err| format!("{}: не JSON: {err}", data.display()))?;
    let own = template.map(|path| read(path).map(|bytes| (path, bytes))).transpose()?;
    if let Some((path, bytes)) = own.as_ref().filter(|(path, _)| is(path, "docx")) {
        if is(out, "pdf") {
            return Err("по своему файлу Word делается только .docx".to_owned());
        }
        let own = OwnDocx::read(bytes).map_err(|err| format!("{}: {err}", path.display()))?;
        let filled = own.render(kind, &data).map_err(|err| err.to_string())?;
        tell(&filled.to_fill);
        return Ok(filled.docx);
    }
    let own = match &own {
        None => None,
        Some((path, bytes)) => Some(
            std::str::from_utf8(bytes)
                .map_err(|_| format!("{}: не текст в UTF-8", path.display()))?,
        ),
    };
    let text = own.unwrap_or_else(|| papers::text(kind));
    let paper = papers::render(kind, text, &data).map_err(|err| err.to_string())?;
    tell(&paper.to_fill());
    let written = if is(out, "pdf") { paper.pdf() } else { paper.docx() };
    written.map_err(|err| err.to_string())
}

/// Names what is left to fill by hand.
fn tell(to_fill: &[impl std::borrow::Borrow<str>]) {
    if !to_fill.is_empty() {
        eprintln!("estafeta: заполнить от руки: {}", to_fill.join("; "));
    }
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = match path.as_os_str() == "-" {
        true => io::stdin().lock().take(MOST_FILE_BYTES).read_to_end(&mut bytes).map(|_| ()),
        false => std::fs::File::open(path)
            .and_then(|it| it.take(MOST_FILE_BYTES).read_to_end(&mut bytes))
            .map(|_| ()),
    };
    read.map_err(|err| format!("{}: не открыт: {err}", path.display()))?;
    Ok(bytes)
}

/// More than any template or data may have; the rest of a larger file is not read.
const MOST_FILE_BYTES: u64 = 32 << 20;
