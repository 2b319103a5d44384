//! Classes as people write them: «7 а», «7-А», «7 «А» класс», «VII а».
//!
//! It decides the one spelling of a class. Groups of colleges and kindergartens stay as written:
//! they have no common form.

use super::{is_letter, is_sign, lower, mend, russian_twin};

/// The highest class: evening schools have twelve.
const HIGHEST: u32 = 12;

/// Reads a class of a school: «7А», «10»; `None` where the text is none.
pub(in crate::people) fn read(text: &str) -> Option<String> {
    let text = lower(without_brackets(&mend(text)));
    let mut said = String::new();
    for word in text.split(|it| !is_sign(it)) {
        if !matches!(word, "класс" | "класса" | "классы" | "кл" | "параллель" | "литера")
        {
            said.push_str(word);
        }
    }
    let said = ["класса", "класс", "кл"]
        .iter()
        .fold(said, |it, word| it.strip_suffix(word).map_or(it.clone(), str::to_owned));
    let digits = said.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = match digits {
        0 => roman(&said)?,
        _ => (said[..digits].parse().ok()?, &said[digits..]),
    };
    if !(1..=HIGHEST).contains(&number) {
        return None;
    }
    letter(rest).map(|it| format!("{number}{it}"))
}

/// The letter after the number, large; nothing where there is none.
fn letter(rest: &str) -> Option<String> {
    // «7-й А», «7-ой класс»: the ending of an ordinal number is no letter of a class.
    let rest = ["ый", "ой", "ий", "й"]
        .iter()
        .find_map(|end| rest.strip_prefix(end).filter(|it| it.chars().count() < 2))
        .unwrap_or(rest);
    let mut letters = rest.chars();
    match (letters.next(), letters.next()) {
        (None, _) => Some(String::new()),
        (Some(it), None) if is_letter(it) => {
            let large: Vec<char> = it.to_uppercase().collect();
            let twin = |it: char| russian_twin(it).unwrap_or(it);
            Some(large.into_iter().map(twin).collect())
        }
        _ => None,
    }
}

fn roman(text: &str) -> Option<(u32, &str)> {
    const NUMBERS: [(&str, u32); 12] = [
        ("viii", 8),
        ("vii", 7),
        ("iii", 3),
        ("xii", 12),
        ("vi", 6),
        ("iv", 4),
        ("ix", 9),
        ("xi", 11),
        ("ii", 2),
        ("v", 5),
        ("x", 10),
        ("i", 1),
    ];
    NUMBERS.iter().find_map(|(written, number)| Some((*number, text.strip_prefix(written)?)))
}

fn without_brackets(text: &str) -> &str {
    match text.split_once('(') {
        // «7 (А)» has its letter in brackets.
        Some((before, inside)) if inside.chars().filter(|it| is_sign(*it)).count() != 1 => before,
        _ => text,
    }
}

/// Whether a line that stands alone names a class: «7А», «7 «А» класс», «Класс: 7 А (25 чел.)».
pub(in crate::people) fn of_section(line: &str) -> Option<String> {
    // «11 А класс, классный руководитель Иванова И. И.»: the class stands before the comma.
    let before = line.split([',', ';', '—', '–']).next().unwrap_or(line);
    let before = before.split("кл.рук").next().unwrap_or(before);
    let before = before.split("лассный").next().unwrap_or(before).trim_end_matches(['к', 'К']);
    let words = ["список", "учащихся", "обучающихся", "учеников", "ученики", "учащиеся", "класс"];
    let is_title = |it: &str| words.contains(&lower(it.trim_matches([':', '.'])).as_str());
    let before = before.find(|it: char| it.is_ascii_digit()).map_or(before, |at| {
        if before[..at].split_whitespace().all(is_title) { &before[at..] } else { before }
    });
    if before.len() < 60 { read(before) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_has_one_spelling() {
        for text in [
            "7А",
            "7 а",
            "7-А",
            "7«А»",
            "7 «А» класс",
            "7А класс",
            "7 \"a\"",
            "7A",
            "VII а",
            "7 кл. А",
            "класс 7 А",
            "7-й А",
            "7а кл.",
            "7 (А)",
            "7 А (физмат)",
            "7акласс",
            "07А",
        ] {
            assert_eq!(read(text).as_deref(), Some("7А"), "{text}");
        }
        for (text, class) in [
            ("10", Some("10")),
            ("1 класс", Some("1")),
            ("5-й класс", Some("5")),
            ("11 B", Some("11В")),
            ("4й", Some("4")),
            ("XI Б", Some("11Б")),
            ("13А", None),
            ("0", None),
            ("ИС-21", None),
            ("средняя группа", None),
            ("7А, 8Б", None),
            ("", None),
        ] {
            assert_eq!(read(text).as_deref(), class, "{text}");
        }
    }

    #[test]
    fn a_line_that_stands_alone_names_a_class() {
        for (line, class) in [
            ("7А класс", Some("7А")),
            ("11 «Б» класс, классный руководитель Иванова И. И.", Some("11Б")),
            ("Класс: 7 А (25 чел.)", Some("7А")),
            ("5 В класс (кл. рук. Петрова А. А.)", Some("5В")),
            ("Список учащихся 9 Г класса", Some("9Г")),
            ("Администрация", None),
            ("Итого: 25", None),
        ] {
            assert_eq!(of_section(line).as_deref(), class, "{line}");
        }
    }
}
