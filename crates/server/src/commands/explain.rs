//! `estafeta explain`: what a diagnostic means, with an example and the mend.
//!
//! It decides how an explanation is laid out on a terminal. Deliberately absent: the texts, which the
//! compiler holds.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

use clap::Args;
use roadmap::check::code::CODES;
use roadmap::explain::{about, explain, nearest, page, severity};
use roadmap::language::Language;
use roadmap::texts::{Value, text};

/// What a diagnostic means; without a code, the list of all.
#[derive(Args)]
pub(crate) struct Explain {
    /// The code as `estafeta check` prints it, for example R014.
    code: Option<String>,
    /// The page of the guide with every code, as Markdown.
    #[arg(long, conflicts_with = "code")]
    guide: bool,
}

/// Prints what was asked.
///
/// - Returns: 0; 2 where the code does not exist.
pub(crate) fn run(asked: &Explain, language: Language) -> ExitCode {
    let told = match asked.code.as_deref() {
        None if asked.guide => page(language),
        None => list(language),
        Some(code) => match one(code, language) {
            Ok(told) => told,
            Err(advice) => {
                eprintln!("{advice}");
                return ExitCode::from(2);
            }
        },
    };
    // A reader that closes the pipe (`| head`) has seen enough: no error.
    let _ = std::io::stdout().write_all(told.as_bytes());
    ExitCode::SUCCESS
}

fn list(language: Language) -> String {
    let mut lines = String::new();
    for entry in CODES {
        let title = text(language, entry.code.as_str(), "title", &[]);
        let _ = writeln!(
            lines,
            "{}  {:<15} {title}",
            entry.code.as_str(),
            severity(entry.severity, language)
        );
    }
    lines
}

fn one(code: &str, language: Language) -> Result<String, String> {
    let Some(it) = explain(code, language) else { return Err(unknown(code, language)) };
    let label = |id| text(language, id, "", &[]);
    Ok(format!(
        "{} {} ({})\n\n{}\n\n{}: {}\n{}: {}\n",
        it.code.as_str(),
        it.title,
        severity(it.severity, language),
        it.meaning,
        label("guide-example"),
        it.example,
        label("guide-mend"),
        it.mend,
    ))
}

/// Leads from a code that does not exist to those that may be meant.
fn unknown(code: &str, language: Language) -> String {
    let title = |it: &str| text(language, it, "title", &[]);
    let mut values = vec![("code", Value::Text(code.to_owned()))];
    if let Some(near) = nearest(code) {
        values.push(("nearest", Value::Text(near.as_str().to_owned())));
        values.push(("title", Value::Text(title(near.as_str()))));
        return text(language, "explain-unknown", "", &values);
    }
    let found: Vec<String> = about(code, language)
        .iter()
        .map(|it| format!("{} {}", it.as_str(), title(it.as_str())))
        .collect();
    if found.is_empty() {
        return text(language, "explain-none", "", &values);
    }
    values.push(("found", Value::Text(found.join("; "))));
    text(language, "explain-words", "", &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_explained_and_an_unknown_one_leads_to_the_nearest() {
        let told = one("r014", Language::Russian).unwrap();
        assert!(told.starts_with("R014 Год от прежней карты (предупреждение)"), "{told}");
        let advice = one("R0140", Language::English).unwrap_err();
        assert!(advice.starts_with("There is no code R0140. The nearest is R014"), "{advice}");
        let advice = one("ответственные", Language::Russian).unwrap_err();
        assert!(advice.contains("подходят: R043 Нет ответственного; R044"), "{advice}");
        let advice = one("foo", Language::Russian).unwrap_err();
        assert_eq!(advice, "Кода foo нет. Все коды: estafeta explain");
    }

    #[test]
    fn the_list_names_every_code() {
        assert_eq!(list(Language::Russian).lines().count(), CODES.len());
    }
}
