//! Spaces at which no line may end: «г. Тосно», «№ 71-б», «ст. 351.8», «И. О. Фамилия», «5 000».
//! Deliberately absent: hyphens and breaking of words.

use crate::initials::NO_BREAK;

/// Abbreviations and signs that stay with what follows.
const STAY_WITH_NEXT: [&str; 33] = [
    "№",
    "§",
    "г.",
    "гг.",
    "ст.",
    "ч.",
    "п.",
    "пп.",
    "подп.",
    "абз.",
    "гл.",
    "разд.",
    "прил.",
    "рис.",
    "табл.",
    "стр.",
    "с.",
    "д.",
    "дер.",
    "пос.",
    "ул.",
    "пр.",
    "пер.",
    "кв.",
    "корп.",
    "каб.",
    "им.",
    "т.",
    "тел.",
    "обл.",
    "р-н",
    "и.",
    "о.",
];

/// Beginnings of words that stay with the number of what they name: «статьёй 351.8», «приложение 2».
const STAY_WITH_NUMBER: [&str; 9] =
    ["стать", "пункт", "подпункт", "част", "раздел", "глав", "приложени", "абзац", "класс"];

/// Small words that never end a line.
const SMALL: [&str; 10] = ["в", "к", "с", "о", "у", "и", "а", "я", "во", "со"];

/// Puts spaces that do not break where a line must not end.
///
/// - Returns: the same text with some of its plain spaces changed; doing it again changes nothing.
#[must_use]
pub fn no_breaks(text: &str) -> String {
    let mut joined = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(at) = rest.find(' ') {
        let (left, right) = (&rest[..at], &rest[at + 1..]);
        joined.push_str(left);
        let left = last_word(left).trim_start_matches(['(', '«', '"', '„']);
        let right_word = right.split(char::is_whitespace).next().unwrap_or_default();
        let together = stay_together(left, right_word) && !ends_year(&joined, left);
        joined.push(if together { NO_BREAK } else { ' ' });
        rest = right;
    }
    joined.push_str(rest);
    joined
}

/// Whether «г.» closes a date («2026 г. № 71-б») and does not begin the name of a town.
fn ends_year(before: &str, left: &str) -> bool {
    let before = before.strip_suffix(left).unwrap_or_default().trim_end();
    matches!(left, "г." | "гг.") && before.ends_with(|sign: char| sign.is_ascii_digit())
}

fn last_word(text: &str) -> &str {
    text.rsplit(char::is_whitespace).next().unwrap_or_default()
}

fn stay_together(left: &str, right: &str) -> bool {
    if left.is_empty() || right.is_empty() {
        return false;
    }
    let small = left.to_lowercase();
    let is_figures = |it: &str| it.starts_with(|sign: char| sign.is_ascii_digit());
    let ends_in_figure = left.ends_with(|sign: char| sign.is_ascii_digit());
    let names_follow = right.starts_with(char::is_uppercase) || is_initial(right);
    STAY_WITH_NEXT.contains(&small.as_str())
        || SMALL.contains(&small.as_str())
        || matches!(right, "–" | "—" | "%")
        || (is_initial(left) && left.ends_with('.') && names_follow)
        || (is_initial(right) && left.starts_with(char::is_uppercase))
        || (is_figures(right) && STAY_WITH_NUMBER.iter().any(|it| small.starts_with(it)))
        || is_phone(left, right)
        // «5 000», «25 наставников», «2026 г.», «1 сентября».
        || (ends_in_figure && is_figures(left) && (is_group(right) || right.starts_with(char::is_alphabetic)))
}

/// «8 (000) 000-00-00», «+7 000 000 00 00»: a prefix, a code in brackets, groups of figures.
fn is_phone(left: &str, right: &str) -> bool {
    let figures = |it: &str| {
        let it = it.trim_end_matches([',', ';', '.', ')']);
        (1..=9).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit() || it == b'-')
    };
    let is_code = |it: &str| it.strip_prefix('(').is_some_and(figures);
    let is_prefix = matches!(left, "8" | "7" | "+7");
    // The bracket before the code is cut from the word at the left.
    (is_prefix && (is_code(right) || figures(right)))
        || (left.ends_with(')') && figures(left) && figures(right))
}

/// «И.», «А.-М.», «И.О.»
fn is_initial(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ')']);
    let mut letters = word.split(['.', '-']).filter(|it| !it.is_empty());
    word.ends_with('.')
        && word.chars().count() <= 6
        && letters.all(|it| it.chars().count() == 1 && it.starts_with(char::is_uppercase))
        && word.starts_with(char::is_uppercase)
}

/// Three figures, perhaps with a sign behind: the next group of a number.
fn is_group(word: &str) -> bool {
    let figures = word.trim_end_matches(|it: char| !it.is_alphanumeric());
    figures.len() == 3 && figures.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_belongs_together_stays_on_one_line() {
        for (text, joined) in [
            ("г. Тосно", "г.~Тосно"),
            ("приказ № 71-б от 1 сентября 2026 г.", "приказ №~71-б от 1~сентября 2026~г."),
            ("2026 г. № 7 в г. Тосно", "2026~г. №~7~в~г.~Тосно"),
            ("(ст. 351.8 ТК РФ)", "(ст.~351.8~ТК РФ)"),
            ("И. О. Петрова", "И.~О.~Петрова"),
            ("Петрова И. О.", "Петрова~И.~О."),
            ("Петрова И.О., директор", "Петрова~И.О., директор"),
            ("Карпенко И. О., Ким А. Л.", "Карпенко~И.~О., Ким~А.~Л."),
            ("5 000 рублей", "5~000~рублей"),
            ("25 наставников", "25~наставников"),
            ("Наставник – это", "Наставник~– это"),
            ("в школе и дома", "в~школе и~дома"),
            ("Назначить с 1 сентября", "Назначить с~1~сентября"),
            ("со статьёй 351.8 ТК", "со~статьёй~351.8~ТК"),
            ("тел. 8 (000) 000-00-08, доб. 5", "тел.~8~(000)~000-00-08, доб. 5"),
            ("+7 (812) 000-00-00", "+7~(812)~000-00-00"),
            ("приложение 2 (с изменениями)", "приложение~2 (с~изменениями)"),
            ("частями 1 и 2", "частями~1~и~2"),
            ("просто слова", "просто слова"),
            ("  ", "  "),
            ("", ""),
        ] {
            let once = no_breaks(text);
            assert_eq!(once.replace(NO_BREAK, "~"), joined);
            assert_eq!(no_breaks(&once), once);
        }
    }
}
