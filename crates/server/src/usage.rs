//! A command line that is not understood: one clear line in the language of the user.
//!
//! It decides how the library's findings are told. Deliberately absent: the texts, which the compiler
//! holds (`commands.ftl`), and help, which the library writes.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use roadmap::language::Language;
use roadmap::texts::{Value, text};

/// The variable of the environment that names the language of messages.
pub(crate) const LANGUAGE: &str = "ESTAFETA_LANGUAGE";

/// Says why a command line is refused; help and version are no refusal.
///
/// - Returns: 0 for help and version that were asked for; else 2.
pub(crate) fn refuse(err: &clap::Error) -> ExitCode {
    match err.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            // A closed pipe is the reader's choice.
            let _ = err.print();
        }
        _ => eprintln!("{}", told(err, wanted_language(std::env::args()))),
    }
    ExitCode::from(u8::try_from(err.exit_code()).unwrap_or(2))
}

/// The language that is asked for, as far as it can be told of a command line that is wrong.
fn wanted_language(arguments: impl Iterator<Item = String>) -> Language {
    let mut arguments = arguments.peekable();
    let mut wanted = std::env::var(LANGUAGE).ok();
    while let Some(argument) = arguments.next() {
        if argument == "--language" {
            wanted = arguments.peek().cloned();
        } else if let Some(tag) = argument.strip_prefix("--language=") {
            wanted = Some(tag.to_owned());
        }
    }
    Language::from_tag(wanted.as_deref().unwrap_or_default())
}

fn told(err: &clap::Error, language: Language) -> String {
    let words = |kind| match err.get(kind) {
        Some(ContextValue::String(it)) => it.clone(),
        Some(ContextValue::Strings(them)) => them.join(", "),
        _ => String::new(),
    };
    let (argument, value) = (words(ContextKind::InvalidArg), words(ContextKind::InvalidValue));
    let (allowed, other) = (words(ContextKind::ValidValue), words(ContextKind::PriorArg));
    let mut near = words(ContextKind::SuggestedArg);
    let id = match err.kind() {
        ErrorKind::UnknownArgument if near.is_empty() => "usage-unknown-argument",
        ErrorKind::UnknownArgument => "usage-unknown-argument-near",
        ErrorKind::InvalidSubcommand => {
            near = words(ContextKind::SuggestedSubcommand);
            if near.is_empty() { "usage-unknown-command" } else { "usage-unknown-command-near" }
        }
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::MissingSubcommand => "usage-no-command",
        ErrorKind::InvalidValue if value.is_empty() && allowed.is_empty() => "usage-value-empty",
        ErrorKind::InvalidValue if value.is_empty() => "usage-value-empty-choice",
        ErrorKind::InvalidValue if !allowed.is_empty() => "usage-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "usage-value-wrong",
        ErrorKind::ArgumentConflict if other == argument || other.is_empty() => "usage-twice",
        ErrorKind::ArgumentConflict => "usage-conflict",
        _ => "usage-other",
    };
    let argument = match err.kind() {
        ErrorKind::InvalidSubcommand => words(ContextKind::InvalidSubcommand),
        _ => argument,
    };
    let values = [
        ("argument", Value::Text(argument)),
        ("value", Value::Text(value)),
        ("allowed", Value::Text(allowed)),
        ("other", Value::Text(other)),
        ("near", Value::Text(near)),
        ("help", Value::Text(help(std::env::args()))),
    ];
    text(language, id, "", &values)
}

/// The command that shows how to write what was tried.
fn help(arguments: impl Iterator<Item = String>) -> String {
    let mut known = <crate::Cli as clap::CommandFactory>::command();
    let mut shown = "estafeta".to_owned();
    for word in arguments.skip(1) {
        let Some(inner) = known.find_subcommand(&word).cloned() else { continue };
        shown = format!("{shown} {word}");
        known = inner;
    }
    format!("{shown} --help")
}

#[cfg(test)]
mod tests {
    use clap::Parser as _;

    use super::*;

    #[test]
    fn what_is_wrong_with_a_command_line_is_one_line_in_the_language_of_the_user() {
        let said = |line: &str, language| {
            let err = crate::Cli::try_parse_from(line.split(' ')).err();
            err.map(|it| told(&it, language)).unwrap_or_default()
        };
        let russian = |line| said(line, Language::Russian);
        for (line, start) in [
            ("estafeta chek", "Команды «chek» нет, похожа «check»"),
            ("estafeta check", "Не хватает: <FILE>...;"),
            (
                "estafeta check а.docx --formt json",
                "Параметра «--formt» здесь нет, похож «--format»",
            ),
            (
                "estafeta check а.docx --format xml",
                "«xml» не подходит для --format <FORMAT>; можно: text, json",
            ),
            (
                "estafeta explain --language de",
                "«de» не подходит для --language <LANGUAGE>; можно: ru, en",
            ),
            ("estafeta deadline май --batch", "--batch и "),
            ("estafeta explain R014 --guide", "--guide и "),
        ] {
            let line_said = russian(line);
            assert!(
                line_said.starts_with(start)
                    || start.ends_with(" и ") && line_said.contains("вместе не ставят"),
                "{line}: {line_said}"
            );
            assert!(!line_said.contains('\n') && !line_said.contains('{'), "{line_said}");
        }
        assert!(said("estafeta chek", Language::English).starts_with("There is no command “chek”"));
    }

    #[test]
    fn help_is_that_of_the_innermost_command_that_is_known() {
        let shown = |line: &str| help(line.split(' ').map(str::to_owned));
        assert_eq!(shown("estafeta chek"), "estafeta --help");
        assert_eq!(shown("estafeta --language en check --what"), "estafeta check --help");
        assert_eq!(shown("estafeta user add"), "estafeta user add --help");
    }

    #[test]
    fn the_language_is_told_of_a_wrong_line_too() {
        let told = |line: &str| wanted_language(line.split(' ').map(str::to_owned));
        assert_eq!(told("estafeta check --language en --what"), Language::English);
        assert_eq!(told("estafeta check --language=en"), Language::English);
        assert_eq!(told("estafeta check"), Language::Russian);
    }
}
