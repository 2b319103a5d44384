//! Ordinals: «первый», «две тысячи двадцать шестого».
//! Deliberately absent: the plural; millions in order, which no paper needs.

use super::part;
use crate::case::{Animacy, Case, Gender};
use crate::letters::with_ending;

/// The greatest number whose ordinal is told.
const MOST_IN_ORDER: u32 = 10_000;

/// Zero to nineteen.
const UNITS: [&str; 20] = [
    "нулевой",
    "первый",
    "второй",
    "третий",
    "четвёртый",
    "пятый",
    "шестой",
    "седьмой",
    "восьмой",
    "девятый",
    "десятый",
    "одиннадцатый",
    "двенадцатый",
    "тринадцатый",
    "четырнадцатый",
    "пятнадцатый",
    "шестнадцатый",
    "семнадцатый",
    "восемнадцатый",
    "девятнадцатый",
];

/// Ten to ninety.
const TENS: [&str; 9] = [
    "десятый",
    "двадцатый",
    "тридцатый",
    "сороковой",
    "пятидесятый",
    "шестидесятый",
    "семидесятый",
    "восьмидесятый",
    "девяностый",
];

/// What stands before «сотый» and «тысячный», one to ten.
const TIMES: [&str; 10] =
    ["", "двух", "трёх", "четырёх", "пяти", "шести", "семи", "восьми", "девяти", "десяти"];

/// An ordinal in words: 26 → «двадцать шестой», 2000 → «двухтысячный».
///
/// - `number`: 0 to 10 000.
/// - `animacy`: for the accusative of the masculine.
/// - Returns: `None` for a greater number.
#[must_use]
pub fn ordinal(number: u32, gender: Gender, animacy: Animacy, case: Case) -> Option<String> {
    if MOST_IN_ORDER < number {
        return None;
    }
    let (mut words, last) = parts(usize::try_from(number).ok()?)?;
    words.push(agreed(&last, gender, animacy, case));
    Some(words.join(" "))
}

/// The words before the last one, which alone declines, and the last one itself.
fn parts(number: usize) -> Option<(Vec<String>, String)> {
    let mut words = Vec::new();
    let (thousands, rest) = (number / 1000, number % 1000);
    if rest == 0 && thousands != 0 {
        return Some((words, format!("{}тысячный", TIMES.get(thousands - 1)?)));
    }
    match thousands {
        0 => {}
        // «Тысяча девятьсот», not «одна тысяча»: years are read so.
        1 => words.push("тысяча".to_owned()),
        2 => words.push("две тысячи".to_owned()),
        3 | 4 => words.push(format!("{} тысячи", part::UNITS.get(thousands - 1)?[0])),
        _ => words.push(format!("{} тысяч", part::UNITS.get(thousands - 1)?[0])),
    }
    let (hundreds, rest) = (rest / 100, rest % 100);
    if rest == 0 && hundreds != 0 {
        return Some((words, format!("{}сотый", TIMES.get(hundreds - 1)?)));
    }
    if hundreds != 0 {
        words.push(part::HUNDREDS.get(hundreds - 1)?[0].to_owned());
    }
    if rest < 20 {
        return Some((words, (*UNITS.get(rest)?).to_owned()));
    }
    let (tens, units) = (rest / 10, rest % 10);
    if units == 0 {
        return Some((words, (*TENS.get(tens - 1)?).to_owned()));
    }
    words.push(part::TENS.get(tens - 1)?[0].to_owned());
    Some((words, (*UNITS.get(units)?).to_owned()))
}

/// The last word in gender and case.
fn agreed(word: &str, gender: Gender, animacy: Animacy, case: Case) -> String {
    let case = match (case, gender, animacy) {
        (Case::Accusative, Gender::Masculine, Animacy::Animate) => Case::Genitive,
        (Case::Accusative, Gender::Masculine, Animacy::Inanimate)
        | (Case::Accusative, Gender::Neuter, _) => Case::Nominative,
        _ => case,
    };
    let endings: [&str; 6] = match (gender, word == "третий") {
        (Gender::Masculine, true) => ["ий", "ьего", "ьему", "", "ьим", "ьем"],
        (Gender::Neuter, true) => ["ье", "ьего", "ьему", "", "ьим", "ьем"],
        (Gender::Feminine, true) => ["ья", "ьей", "ьей", "ью", "ьей", "ьей"],
        (Gender::Masculine, false) if word.ends_with("ой") => {
            ["ой", "ого", "ому", "", "ым", "ом"]
        }
        (Gender::Masculine, false) => ["ый", "ого", "ому", "", "ым", "ом"],
        (Gender::Neuter, false) => ["ое", "ого", "ому", "", "ым", "ом"],
        (Gender::Feminine, false) => ["ая", "ой", "ой", "ую", "ой", "ой"],
    };
    with_ending(word, 2, endings[case as usize])
}

#[cfg(test)]
mod tests {
    use super::*;
    use Animacy::{Animate, Inanimate};
    use Gender::{Feminine, Masculine, Neuter};

    #[test]
    fn only_the_last_word_of_an_ordinal_declines() {
        for (number, gender, forms) in [
            (1, Neuter, "первое|первого|первому|первое|первым|первом"),
            (2, Masculine, "второй|второго|второму|второй|вторым|втором"),
            (3, Masculine, "третий|третьего|третьему|третий|третьим|третьем"),
            (3, Feminine, "третья|третьей|третьей|третью|третьей|третьей"),
            (3, Neuter, "третье|третьего|третьему|третье|третьим|третьем"),
            (40, Feminine, "сороковая|сороковой|сороковой|сороковую|сороковой|сороковой"),
            (
                31,
                Neuter,
                "тридцать первое|тридцать первого|тридцать первому|тридцать первое|тридцать первым|тридцать первом",
            ),
        ] {
            let told =
                Case::ALL.map(|case| ordinal(number, gender, Inanimate, case).unwrap_or_default());
            assert_eq!(told.join("|"), forms);
        }
    }

    #[test]
    fn years_and_round_numbers_are_told_in_order() {
        for (number, words) in [
            (0, Some("нулевого")),
            (12, Some("двенадцатого")),
            (90, Some("девяностого")),
            (100, Some("сотого")),
            (300, Some("трёхсотого")),
            (351, Some("триста пятьдесят первого")),
            (1000, Some("тысячного")),
            (1900, Some("тысяча девятисотого")),
            (1999, Some("тысяча девятьсот девяносто девятого")),
            (2000, Some("двухтысячного")),
            (2026, Some("две тысячи двадцать шестого")),
            (2100, Some("две тысячи сотого")),
            (3040, Some("три тысячи сорокового")),
            (9999, Some("девять тысяч девятьсот девяносто девятого")),
            (10_000, Some("десятитысячного")),
            (10_001, None),
        ] {
            let told = ordinal(number, Masculine, Inanimate, Case::Genitive);
            assert_eq!(told.as_deref(), words);
        }
        let seen = ordinal(2, Masculine, Animate, Case::Accusative);
        assert_eq!(seen.as_deref(), Some("второго"));
    }
}
