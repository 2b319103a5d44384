//! The words of the compiler: texts in Fluent files, one for each language, with arguments.
//!
//! It decides how a date, a period or a list of an argument is written in each language. The files
//! use the part of Fluent that needs no engine: `id = text`, `.attribute = text`, `{ $argument }`,
//! continuation lines. Deliberately absent: plural rules; counted nouns are worded around.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use mentoring::period::Days;

use crate::language::Language;

/// An argument of a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words of the document, or a number, as they are.
    Text(String),
    /// A day: «1 сентября 2023 г.».
    Day(Date),
    /// Days: «сентябрь 2023 — август 2024» where they are whole months, else from day to day.
    Days(Days),
    /// Another text of the files, by its id.
    Term(&'static str),
    /// Several, parted by commas.
    List(Vec<Value>),
}

/// Texts of one language: id and attribute → text.
type Texts = BTreeMap<(String, String), String>;

const RUSSIAN: [&str; 4] = [
    include_str!("../locales/ru/commands.ftl"),
    include_str!("../locales/ru/diagnostics.ftl"),
    include_str!("../locales/ru/diagnostics-law.ftl"),
    include_str!("../locales/ru/terms.ftl"),
];
const ENGLISH: [&str; 4] = [
    include_str!("../locales/en/commands.ftl"),
    include_str!("../locales/en/diagnostics.ftl"),
    include_str!("../locales/en/diagnostics-law.ftl"),
    include_str!("../locales/en/terms.ftl"),
];

/// A text by its id and attribute, with its arguments put in.
///
/// - `attribute`: empty for the text of the id itself.
/// - Returns: the text; the id where the files have no such text (a test forbids it).
#[must_use]
pub fn text(language: Language, id: &str, attribute: &str, arguments: &[(&str, Value)]) -> String {
    match lookup(language, id, attribute) {
        Some(pattern) => fill(language, pattern, arguments),
        None => format!("{id}.{attribute}"),
    }
}

/// A text as it stands in the file, or `None`.
#[must_use]
pub fn lookup(language: Language, id: &str, attribute: &str) -> Option<&'static str> {
    texts(language).get(&(id.to_owned(), attribute.to_owned())).map(String::as_str)
}

/// Every id and attribute of a language, sorted.
#[must_use]
pub fn keys(language: Language) -> Vec<(&'static str, &'static str)> {
    texts(language).keys().map(|(id, attribute)| (id.as_str(), attribute.as_str())).collect()
}

fn texts(language: Language) -> &'static Texts {
    static TEXTS: OnceLock<[Texts; 2]> = OnceLock::new();
    let [russian, english] = TEXTS.get_or_init(|| [parse(&RUSSIAN), parse(&ENGLISH)]);
    match language {
        Language::Russian => russian,
        Language::English => english,
    }
}

fn parse(files: &[&str]) -> Texts {
    let mut texts = Texts::new();
    for file in files {
        let mut key = (String::new(), String::new());
        for line in file.lines() {
            let words = line.trim();
            if words.is_empty() || line.starts_with('#') {
                continue;
            }
            match line.split_once(" =") {
                Some((id, value)) if !line.starts_with(' ') => {
                    key = (id.to_owned(), String::new());
                    texts.insert(key.clone(), value.trim().to_owned());
                }
                _ => match words.strip_prefix('.').and_then(|it| it.split_once(" =")) {
                    Some((attribute, value)) => {
                        key.1 = attribute.trim().to_owned();
                        texts.insert(key.clone(), value.trim().to_owned());
                    }
                    None => go_on(&mut texts, &key, words),
                },
            }
        }
    }
    texts.retain(|_, text| !text.is_empty());
    texts
}

fn go_on(texts: &mut Texts, key: &(String, String), words: &str) {
    let text = texts.entry(key.clone()).or_default();
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(words);
}

fn fill(language: Language, pattern: &str, arguments: &[(&str, Value)]) -> String {
    let mut filled = String::with_capacity(pattern.len() + 32);
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        let name = name.trim().trim_start_matches('$');
        if let Some((_, value)) = arguments.iter().find(|(it, _)| *it == name) {
            filled.push_str(&written(language, value));
        }
        rest = tail;
    }
    filled.push_str(rest);
    unbroken(&filled)
}

/// Signs that do not part from their number at the end of a line.
fn unbroken(text: &str) -> String {
    text.replace("№ ", "№\u{a0}").replace(" %", "\u{a0}%").replace(" г.", "\u{a0}г.")
}

/// An argument as it is written in a language.
#[must_use]
pub fn written(language: Language, value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Day(day) => write_day(language, *day),
        Value::Days(days) => write_days(language, *days),
        Value::Term(id) => text(language, id, "", &[]),
        Value::List(list) => {
            list.iter().map(|it| written(language, it)).collect::<Vec<_>>().join(", ")
        }
    }
}

fn write_day(language: Language, day: Date) -> String {
    let month = month(language, day.month(), "of");
    match language {
        Language::Russian => format!("{} {month} {} г.", day.day(), day.year()),
        Language::English => format!("{} {month} {}", day.day(), day.year()),
    }
}

fn write_days(language: Language, days: Days) -> String {
    if days.from == days.to {
        return write_day(language, days.from);
    }
    let is_months = days.from.day() == 1 && days.to == days.to.last_of_month();
    if !is_months {
        return format!("{} — {}", write_day(language, days.from), write_day(language, days.to));
    }
    let first = format!("{} {}", month(language, days.from.month(), ""), days.from.year());
    let last = format!("{} {}", month(language, days.to.month(), ""), days.to.year());
    if first == last { first } else { format!("{first} — {last}") }
}

fn month(language: Language, month: i8, form: &str) -> String {
    text(language, &format!("month-{month}"), form, &[])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn every_text_stands_in_both_languages_with_the_same_arguments() {
        let arguments = |language, (id, attribute): (&str, &str)| {
            let text = lookup(language, id, attribute).unwrap_or_default();
            let mut names: Vec<_> =
                text.split('{').skip(1).filter_map(|it| it.split('}').next()).collect();
            names.sort_unstable();
            names.dedup();
            names.join(" ")
        };
        assert_eq!(keys(Language::Russian), keys(Language::English));
        for key in keys(Language::Russian) {
            assert_eq!(
                arguments(Language::Russian, key),
                arguments(Language::English, key),
                "{key:?}"
            );
        }
    }

    #[test]
    fn days_are_write_as_a_person_writes_them() {
        let year = Value::Days(Days::school_year(2023));
        assert_eq!(written(Language::Russian, &year), "сентябрь 2023 — август 2024");
        assert_eq!(written(Language::English, &year), "September 2023 — August 2024");
        assert_eq!(written(Language::Russian, &Value::Day(date(2022, 9, 1))), "1 сентября 2022 г.");
    }

    #[test]
    fn arguments_and_continuation_lines_are_put_together() {
        let texts = parse(&["# comment\nhead = Первая { $n }\n    .help = Раз\n        два\n"]);
        assert_eq!(texts[&("head".into(), "help".into())], "Раз\nдва");
        let filled = fill(Language::Russian, "№ { $n } и {$m}", &[("n", Value::Text("5".into()))]);
        assert_eq!(filled, "№\u{a0}5 и ");
    }
}
