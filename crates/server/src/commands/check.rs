//! `estafeta check`: compile roadmap documents and say what is wrong with them.
//!
//! It decides the exit status (0 sound, 1 errors in the plan, 2 a file that cannot be read) and what
//! goes to stdout. Deliberately absent: the rules and their words (`roadmap::check`), the drawing of
//! a diagnostic beside its cell (`roadmap::render`).

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use roadmap::plan::{Plan, Severity};
use roadmap::render;
use roadmap::source::Source;

/// Compile roadmap documents and print diagnostics.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// Documents: .docx, .xlsx, .ods, .odt, .csv, text.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Years of the plan, in place of those the document states.
    #[arg(long, value_name = "2025-2026")]
    period: Option<String>,
    /// What to print.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// What to print.
#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Diagnostics beside the cells they speak of.
    Text,
    /// The whole reading.
    Json,
}

/// How one file went.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Sound,
    Wrong,
    Unread,
}

/// Runs the command.
pub(crate) fn run(asked: &Check) -> ExitCode {
    let options = match asked.period.as_deref().map(roadmap::Options::for_years) {
        None => roadmap::Options::default(),
        Some(Some(options)) => options,
        Some(None) => {
            eprintln!("--period: ожидаются годы, например 2025-2026");
            return ExitCode::from(2);
        }
    };
    let mut worst = Outcome::Sound;
    for file in &asked.files {
        worst = worst.max(check(file, asked.format, &options));
    }
    ExitCode::from(match worst {
        Outcome::Sound => 0,
        Outcome::Wrong => 1,
        Outcome::Unread => 2,
    })
}

/// Checks one file.
fn check(file: &Path, format: Format, options: &roadmap::Options) -> Outcome {
    let source = match read(file) {
        Ok(source) => source,
        Err(line) => {
            eprintln!("{}: {line}", file.display());
            return Outcome::Unread;
        }
    };
    let plan = roadmap::compile(&source, options);
    let text = match format {
        Format::Json => match serde_json::to_string(&plan) {
            Ok(text) => text,
            Err(err) => {
                eprintln!("{}: {err}", file.display());
                return Outcome::Unread;
            }
        },
        Format::Text => shown(file, &plan, &source),
    };
    // A closed pipe is the reader's choice, not an error of the document.
    let _ = writeln!(std::io::stdout(), "{text}");
    let wrong = plan.diagnostics.iter().any(|it| it.severity == Severity::Error);
    if wrong { Outcome::Wrong } else { Outcome::Sound }
}

fn read(file: &Path) -> Result<Source, String> {
    const MEBIBYTE: u64 = 1024 * 1024;
    let about = std::fs::metadata(file).map_err(|err| not_opened(&err))?;
    if about.is_dir() {
        return Err("это папка; назовите файл карты".to_owned());
    }
    let most = documents::read::MAX_FILE_BYTES as u64;
    if most < about.len() {
        return Err(format!(
            "файл больше {} МБ; сохраните карту отдельным файлом, без картинок",
            most / MEBIBYTE
        ));
    }
    let bytes = std::fs::read(file).map_err(|err| not_opened(&err))?;
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    documents::read::read(&name, &bytes)
        .map_err(|err| documents::read::sentence(&err, documents::read::Language::Russian))
}

/// Says why a file is not opened and what to do.
fn not_opened(err: &std::io::Error) -> String {
    match err.kind() {
        std::io::ErrorKind::NotFound => {
            "такого файла нет; проверьте имя и папку, в которой вы находитесь".to_owned()
        }
        std::io::ErrorKind::PermissionDenied => {
            "нет права читать этот файл; откройте его для чтения или скопируйте к себе".to_owned()
        }
        _ => format!("файл не открывается: {err}"),
    }
}

/// The text for a person: diagnostics beside their cells, then one line that sums up.
fn shown(file: &Path, plan: &Plan, source: &Source) -> String {
    let colour = if std::io::stdout().is_terminal() {
        render::Colour::Always
    } else {
        render::Colour::Never
    };
    let terminal = render::Terminal { colour, ..render::Terminal::default() };
    let diagnostics = render::text(plan, &plan.diagnostics, source, &terminal);
    let sum = render::summary(&plan.diagnostics, terminal.language);
    let sum = if sum.is_empty() { "замечаний нет".to_owned() } else { sum };
    let space = if diagnostics.is_empty() { "" } else { "\n" };
    format!("{diagnostics}{space}{}: строк {}; {sum}", file.display(), plan.rows.len())
}
