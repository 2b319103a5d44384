//! Blanks that a template left to be filled in.
//!
//! It decides what a blank looks like: lines of underscores, brackets with words, «20__», «ФИО»,
//! «наименование организации». Deliberately absent: blanks of forms that stand after the roadmap.

use super::case::{Case, Finding};
use super::code::{APPROVAL_BLANK, PLACEHOLDER};
use super::words::{Span, Words, is_like};
use crate::plan::{Column, DiagnosticPlace};
use crate::source::Block;

/// Words that only a template says.
const PHRASES: &[&str] = &[
    "наименование .. организации|учреждения|оо|школы|оу|доу",
    "название .. организации|учреждения|оо|школы|оу|доу",
    "дд мм гггг|гг",
    "фамилия имя отчество",
    "указать .. ссылк*|дат*|срок*|фио|должност*|наименован*|названи*|номер*|количеств*",
    "вставить|впишите|вписать|заполнить .. ссылк*|дат*|фио|назван*|наименован*|номер*",
    "20 хх|xx",
    "хх|xx хх|xx",
    "фамилия и о",
    "фио",
    "ф и о",
];

pub(super) fn check<'a>(case: &mut Case<'a>) {
    let mut findings = Vec::new();
    for row in &case.rows {
        let blank_in = |(column, words): (Column, &Words<'a>)| {
            let blank = find(words)?;
            Some(Finding::new(PLACEHOLDER, row.place(column)).at(blank).words("blank", blank))
        };
        findings.extend(row.prose().into_iter().filter_map(blank_in));
        findings.extend(blank_in((Column::Deadline, &row.deadline)));
        let who = row.row.responsible.iter().map(|it| Words::of(&it.text));
        findings.extend(who.filter_map(|it| blank_in((Column::Responsible, &it))));
    }
    findings.extend(approval(case));
    findings.into_iter().for_each(|it| case.report(it));
}

/// The first blank of a text.
pub(super) fn find<'a>(words: &Words<'a>) -> Option<&'a str> {
    let text = words.text;
    bracket(text).or_else(|| line(text)).or_else(|| phrase(words)).or_else(|| aside(text))
}

/// «[ссылки]», «<название>», «(указать)», «{ФИО}»: brackets around words, not around a number.
fn bracket(text: &str) -> Option<&str> {
    const LONGEST: usize = 60;
    for (open, close) in [('[', ']'), ('<', '>'), ('{', '}')] {
        let Some(start) = text.find(open) else { continue };
        let rest = text.get(start..)?;
        let Some(end) = rest.find(close) else { continue };
        let blank = rest.get(..end + close.len_utf8())?;
        let has_words = blank.chars().any(char::is_alphabetic);
        // A tag that a conversion left is dirt, not a blank.
        let is_tag = open == '<' && blank.is_ascii();
        if has_words && !is_tag && blank.chars().count() <= LONGEST {
            return Some(blank);
        }
    }
    None
}

/// «(дата)», «(указать площадку)»: words in round brackets that ask instead of telling.
fn aside(text: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    let start = text.find('(')?;
    let rest = text.get(start..)?;
    let blank = rest.get(..=rest.find(')')?)?;
    let words = Words::of(blank);
    let asks =
        is_like(words.low(0), "указать|впишите|вписать|вставить|вставьте|заполнить|заполните");
    let names = is_like(
        words.low(0),
        "дата|название|наименование|ссылка|ссылки|номер|адрес|должность|фамилия",
    );
    (asks
        || names && words.list.len() <= LONGEST && blank.len() == text.trim().len()
        || names && words.list.len() == 1)
        .then_some(blank)
}

/// «____», «20__», «……», «.....»: a line to write on, with the digits before it.
fn line(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    for (sign, least) in [("_", 2), ("…", 2), (".", 5)] {
        let run = sign.repeat(least);
        let Some(start) = text.find(&run) else { continue };
        let rest = text.get(start..)?;
        let end = start + (rest.len() - rest.trim_start_matches(sign).len());
        let digits = bytes.get(..start)?.iter().rev().take_while(|it| it.is_ascii_digit()).count();
        return text.get(start - digits..end);
    }
    None
}

fn phrase<'a>(words: &Words<'a>) -> Option<&'a str> {
    let span = words.any(PHRASES)?;
    // «Список с указанием ФИО наставников» describes a list; a blank stands alone or in brackets.
    let is_name = matches!(words.low(span.first), "фио" | "ф");
    let stands_alone = words.list.len() <= span.last - span.first + 3;
    let is_title = matches!(words.low(span.first), "наименование" | "название");
    let is_described =
        is_title && span.first != 0 && !bracketed(words, span) && words.low(span.first - 1) != "в";
    ((!is_name || stands_alone) && !is_described).then(|| words.cut(span))
}

fn bracketed(words: &Words<'_>, span: Span) -> bool {
    let first = words.list.get(span.first);
    let before = first.and_then(|it| words.text.get(..it.start)).unwrap_or_default();
    before.trim_end().ends_with(['(', '[', '«', '"', '/'])
}

/// Blanks beside the approval and in the title, above the table.
fn approval<'a>(case: &Case<'a>) -> Option<Finding<'a>> {
    const NEAREST: usize = 15;
    let first_table = case.rows.first()?.row.place.table;
    let mut n_tables = 0;
    let mut above = Vec::new();
    for block in &case.source.blocks {
        match block {
            Block::Table(_) => n_tables += 1,
            Block::Paragraph(paragraph) => above.push(paragraph.text.as_str()),
        }
        if n_tables == first_table {
            break;
        }
    }
    let n_skipped = above.len().saturating_sub(NEAREST);
    let (at, blank) = above.into_iter().enumerate().skip(n_skipped).find_map(|(at, text)| {
        let words = Words::of(text);
        let speaks =
            words.has("утвер*|приказ*|соглас*|принят*|протокол*|№|г|год*|организац*|учрежден*");
        Some((at, find(&words).filter(|it| speaks && !is_for_signature(text, it))?))
    })?;
    let place = DiagnosticPlace { table: 0, row: at + 1, column: None };
    Some(Finding::new(APPROVAL_BLANK, place).at(blank).words("blank", blank))
}

/// «Директор ____________ Н. П. Орлова»: a line to sign on is not a blank of the text.
fn is_for_signature(text: &str, blank: &str) -> bool {
    let before = text.split(blank).next().unwrap_or_default().trim_end();
    let is_line = blank.chars().all(|it| it == '_');
    is_line
        && !before.is_empty()
        && !before.ends_with(['«', '"', '№', '“'])
        && !before.ends_with("от")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_of_templates_are_seen() {
        let cases = [
            ("Не менее 5 публикаций на ресурсах: [ссылки]", "[ссылки]"),
            ("до 1 сентября 20__ года", "20__"),
            ("Приказ от ______ № ___", "______"),
            ("ФИО", "ФИО"),
            ("Куратор (Ф.И.О.)", "Ф.И.О"),
            ("наименование организации", "наименование организации"),
            (
                "Педагоги (наименование образовательной организации)",
                "наименование образовательной организации",
            ),
            ("Сайт (указать ссылку)", "указать ссылку"),
            ("дд.мм.гггг", "дд.мм.гггг"),
            ("<название программы>", "<название программы>"),
            ("Размещение на площадке (указать)", "(указать)"),
            ("до (дата)", "(дата)"),
            ("Фамилия И.О.", "Фамилия И.О"),
        ];
        for (text, blank) in cases {
            assert_eq!(find(&Words::of(text)), Some(blank), "{text}");
        }
    }

    #[test]
    fn ordinary_words_and_signs_are_not_blanks() {
        let cases = [
            "Список наставников с указанием ФИО и предмета",
            "См. примечание [1]",
            "Приказ от 01.09.2023 № 476",
            "<p>Оформлен сборник</p>",
            "Беседы, игры...",
            "Полное наименование образовательной организации проверено",
            "Культура XX века",
            "Сборник (название и состав утверждает педсовет)",
        ];
        for text in cases {
            assert_eq!(find(&Words::of(text)), None, "{text}");
        }
    }
}
