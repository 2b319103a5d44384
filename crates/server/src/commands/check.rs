//! `estafeta check`: compile roadmap documents and say what is wrong with them.
//!
//! It decides the exit status (0 sound, 1 errors in the plan, 2 a file that cannot be read) and what
//! goes to stdout. Deliberately absent: the rules and their words (`roadmap::check`), the drawing of
//! a diagnostic beside its cell (`roadmap::render`).

use std::fs::File;
use std::io::{IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use roadmap::language::Language;
use roadmap::plan::{Plan, Severity};
use roadmap::render;
use roadmap::source::Source;
use roadmap::texts::{Value, text};

/// Compile roadmap documents and print diagnostics.
#[derive(clap::Args)]
pub(crate) struct Check {
    /// Documents: .docx, .xlsx, .ods, .odt, .csv, text; several give a line of JSON each, with its name.
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
pub(crate) fn run(asked: &Check, language: Language) -> ExitCode {
    let options = match asked.period.as_deref().map(|it| (it, roadmap::Options::for_years(it))) {
        None => roadmap::Options::default(),
        Some((_, Some(options))) => options,
        Some((years, None)) => {
            let value = [("value", Value::Text(years.to_owned()))];
            eprintln!("{}", text(language, "check-years", "", &value));
            return ExitCode::from(2);
        }
    };
    let several = 1 < asked.files.len();
    let mut worst = Outcome::Sound;
    for file in &asked.files {
        let print = Print { file, format: asked.format, language, several };
        worst = worst.max(print.check(&options));
    }
    ExitCode::from(match worst {
        Outcome::Sound => 0,
        Outcome::Wrong => 1,
        Outcome::Unread => 2,
    })
}

/// How one file is printed.
struct Print<'a> {
    file: &'a Path,
    format: Format,
    language: Language,
    /// Others are printed beside it: a line of JSON names its file.
    several: bool,
}

/// The reading of one file among several: its name, then the fields of the reading.
#[derive(serde::Serialize)]
struct Named<'a> {
    file: &'a str,
    #[serde(flatten)]
    plan: &'a Plan,
}

impl Print<'_> {
    /// Checks the file.
    fn check(&self, options: &roadmap::Options) -> Outcome {
        let source = match self.read() {
            Ok(source) => source,
            Err(line) => return self.not_read(&line),
        };
        let plan = roadmap::compile(&source, options);
        let name = self.file.display().to_string();
        let written = match self.format {
            Format::Json if self.several => {
                serde_json::to_string(&Named { file: &name, plan: &plan })
            }
            Format::Json => serde_json::to_string(&plan),
            Format::Text => Ok(self.shown(&plan, &source)),
        };
        let written = match written {
            Ok(written) => written,
            Err(err) => return self.not_read(&err.to_string()),
        };
        // A closed pipe is the reader's choice, not an error of the document.
        let _ = writeln!(std::io::stdout(), "{written}");
        let wrong = plan.diagnostics.iter().any(|it| it.severity == Severity::Error);
        if wrong { Outcome::Wrong } else { Outcome::Sound }
    }

    /// Says that the file is not read: on stderr, and among several in its line of JSON too.
    fn not_read(&self, line: &str) -> Outcome {
        let name = self.file.display().to_string();
        eprintln!("{name}: {line}");
        if self.several && self.format == Format::Json {
            let told = serde_json::json!({"file": name, "error": line});
            let _ = writeln!(std::io::stdout(), "{told}");
        }
        Outcome::Unread
    }

    fn read(&self) -> Result<Source, String> {
        let bytes = self.bytes()?;
        let name = self.file.file_name().map(|it| it.to_string_lossy().into_owned());
        documents::read::read(&name.unwrap_or_default(), &bytes)
            .map_err(|err| documents::read::sentence(&err, self.of_documents()))
    }

    /// The bytes of the file, never more than a roadmap may have: a pipe tells no size beforehand.
    fn bytes(&self) -> Result<Vec<u8>, String> {
        const MEBIBYTE: u64 = 1024 * 1024;
        let most = documents::read::MAX_FILE_BYTES as u64;
        let say = |id| text(self.language, id, "", &[]);
        let too_large = || {
            let most = Value::Text((most / MEBIBYTE).to_string());
            text(self.language, "check-too-large", "", &[("most", most)])
        };
        let opened = File::open(self.file).map_err(|err| self.not_opened(&err))?;
        let about = opened.metadata().map_err(|err| self.not_opened(&err))?;
        if about.is_dir() {
            return Err(say("check-folder"));
        }
        if most < about.len() {
            return Err(too_large());
        }
        let mut bytes = Vec::new();
        opened.take(most + 1).read_to_end(&mut bytes).map_err(|err| self.not_opened(&err))?;
        if most < bytes.len() as u64 { Err(too_large()) } else { Ok(bytes) }
    }

    /// Says why a file is not opened and what to do.
    fn not_opened(&self, err: &std::io::Error) -> String {
        let id = match err.kind() {
            std::io::ErrorKind::NotFound => "check-not-found",
            std::io::ErrorKind::PermissionDenied => "check-no-right",
            _ => "check-not-opened",
        };
        text(self.language, id, "", &[("reason", Value::Text(err.to_string()))])
    }

    fn of_documents(&self) -> documents::read::Language {
        match self.language {
            Language::Russian => documents::read::Language::Russian,
            Language::English => documents::read::Language::English,
        }
    }

    /// The text for a person: diagnostics beside their cells, then one line that sums up.
    fn shown(&self, plan: &Plan, source: &Source) -> String {
        let colour = if std::io::stdout().is_terminal() {
            render::Colour::Always
        } else {
            render::Colour::Never
        };
        let terminal =
            render::Terminal { colour, language: self.language, ..render::Terminal::default() };
        let diagnostics = render::text(plan, &plan.diagnostics, source, &terminal);
        let sum = render::summary(&plan.diagnostics, self.language);
        let sum = if sum.is_empty() { text(self.language, "check-silent", "", &[]) } else { sum };
        let space = if diagnostics.is_empty() { "" } else { "\n" };
        let values = [
            ("file", Value::Text(self.file.display().to_string())),
            ("rows", Value::Text(plan.rows.len().to_string())),
            ("sum", Value::Text(sum)),
        ];
        format!("{diagnostics}{space}{}", text(self.language, "check-sum", "", &values))
    }
}
