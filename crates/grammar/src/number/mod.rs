//! Numbers in words: how many, with case and gender; which in order; nouns that are counted.
//!
//! It decides how the groups of three figures join and which of them decline. Deliberately absent:
//! fractions, negative numbers, collective numerals («двое»).

mod ordinal;
mod part;

pub use ordinal::ordinal;

use crate::case::{Animacy, Case, Gender};
use crate::initials::NO_BREAK;

/// The greatest number that is told in words; greater ones are given in figures.
pub const MOST_IN_WORDS: u64 = 999_999_999_999_999;

/// A noun that is counted, in every case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted<'a> {
    /// «рубль», «рубля», «рублю», «рубль», «рублём», «рубле».
    pub singular: [&'a str; 6],
    /// «рубли», «рублей», «рублям», «рубли», «рублями», «рублях».
    pub plural: [&'a str; 6],
}

impl<'a> Counted<'a> {
    /// The form beside a number: «один рубль», «двух рублей», «пятью рублями».
    ///
    /// - `case`: that of the whole, as of «рублями» in «пятью рублями». The accusative is that of
    ///   things.
    #[must_use]
    pub fn beside(&self, number: u64, case: Case) -> &'a str {
        let direct = matches!(case, Case::Nominative | Case::Accusative);
        match (Quantity::of(number), direct) {
            (Quantity::One, _) => self.singular[case as usize],
            (Quantity::Few, true) => self.singular[Case::Genitive as usize],
            (Quantity::Many, true) => self.plural[Case::Genitive as usize],
            (_, false) => self.plural[case as usize],
        }
    }
}

/// The noun beside a number: 1 наставник, 2 наставника, 5 наставников.
///
/// - `forms`: of one, of two, of five.
#[must_use]
pub fn plural(number: u64, forms: [&str; 3]) -> &str {
    match Quantity::of(number) {
        Quantity::One => forms[0],
        Quantity::Few => forms[1],
        Quantity::Many => forms[2],
    }
}

/// «5 наставников», with a space that does not break.
///
/// - `forms`: of one, of two, of five.
#[must_use]
pub fn counted(number: u64, forms: [&str; 3]) -> String {
    format!("{}{NO_BREAK}{}", figures(number), plural(number, forms))
}

/// What a number asks of the noun beside it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quantity {
    One,
    Few,
    Many,
}

impl Quantity {
    fn of(number: u64) -> Self {
        match (number % 100, number % 10) {
            (11..=14, _) => Self::Many,
            (_, 1) => Self::One,
            (_, 2..=4) => Self::Few,
            _ => Self::Many,
        }
    }
}

/// A number in figures, thousands apart: «12 500». Four figures are parted too, as papers on money do.
#[must_use]
pub fn figures(number: u64) -> String {
    let figures = number.to_string();
    let mut written = String::with_capacity(figures.len() * 2);
    for (at, figure) in figures.chars().enumerate() {
        if at != 0 && (figures.len() - at).is_multiple_of(3) {
            written.push(NO_BREAK);
        }
        written.push(figure);
    }
    written
}

/// A number in words: «двадцать один», «двадцати одной», «двумя тысячами».
///
/// - `number`: up to [`MOST_IN_WORDS`]; greater ones come back in figures.
/// - `gender`: that of the noun beside it («одна школа», «одно учреждение»).
/// - `animacy`: for the accusative: «двух наставников», but «две школы».
#[must_use]
pub fn cardinal(number: u64, gender: Gender, animacy: Animacy, case: Case) -> String {
    if MOST_IN_WORDS < number {
        return figures(number);
    }
    if number == 0 {
        return part::ZERO[case as usize].to_owned();
    }
    let mut words: Vec<&str> = Vec::new();
    for scale in part::SCALES.iter().rev() {
        let three = number / scale.value % 1000;
        if three != 0 {
            push_three(&mut words, three, scale.gender, Animacy::Inanimate, case);
            words.push(scale.noun.beside(three, case));
        }
    }
    // «Двадцать два наставника» stands in the accusative as in the nominative: only a number of one
    // word, and «один», see who lives.
    let animacy = if number % 10 == 1 || number < 20 { animacy } else { Animacy::Inanimate };
    push_three(&mut words, number % 1000, gender, animacy, case);
    words.join(" ")
}

fn push_three(
    words: &mut Vec<&'static str>,
    three: u64,
    gender: Gender,
    animacy: Animacy,
    case: Case,
) {
    let (hundreds, rest) = (three / 100, three % 100);
    let (tens, units) = if rest < 20 { (0, rest) } else { (rest / 10, rest % 10) };
    let of = |table: &[part::Forms], at: u64| {
        let at = usize::try_from(at).ok()?.checked_sub(1)?;
        table.get(at).map(|it| it[case as usize])
    };
    words.extend(of(&part::HUNDREDS, hundreds));
    words.extend(of(&part::TENS, tens));
    words.extend(part::small(units, gender, animacy, case).or_else(|| of(&part::UNITS, units)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use Animacy::{Animate, Inanimate};
    use Gender::{Feminine, Masculine, Neuter};

    #[test]
    fn a_number_is_told_in_every_case_and_gender() {
        let all = [
            (1, Masculine, "один|одного|одному|один|одним|одном"),
            (1, Feminine, "одна|одной|одной|одну|одной|одной"),
            (1, Neuter, "одно|одного|одному|одно|одним|одном"),
            (2, Feminine, "две|двух|двум|две|двумя|двух"),
            (2, Neuter, "два|двух|двум|два|двумя|двух"),
            (4, Masculine, "четыре|четырёх|четырём|четыре|четырьмя|четырёх"),
            (8, Masculine, "восемь|восьми|восьми|восемь|восемью|восьми"),
            (
                11,
                Masculine,
                "одиннадцать|одиннадцати|одиннадцати|одиннадцать|одиннадцатью|одиннадцати",
            ),
            (40, Masculine, "сорок|сорока|сорока|сорок|сорока|сорока"),
            (
                57,
                Masculine,
                "пятьдесят семь|пятидесяти семи|пятидесяти семи|пятьдесят семь|пятьюдесятью семью|пятидесяти семи",
            ),
            (90, Masculine, "девяносто|девяноста|девяноста|девяносто|девяноста|девяноста"),
            (100, Masculine, "сто|ста|ста|сто|ста|ста"),
            (
                343,
                Feminine,
                "триста сорок три|трёхсот сорока трёх|трёмстам сорока трём|триста сорок три|тремястами сорока тремя|трёхстах сорока трёх",
            ),
            (800, Masculine, "восемьсот|восьмисот|восьмистам|восемьсот|восемьюстами|восьмистах"),
            (
                1000,
                Masculine,
                "одна тысяча|одной тысячи|одной тысяче|одну тысячу|одной тысячей|одной тысяче",
            ),
            (
                2021,
                Masculine,
                "две тысячи двадцать один|двух тысяч двадцати одного|двум тысячам двадцати одному|две тысячи двадцать один|двумя тысячами двадцатью одним|двух тысячах двадцати одном",
            ),
            (
                5_000_000,
                Masculine,
                "пять миллионов|пяти миллионов|пяти миллионам|пять миллионов|пятью миллионами|пяти миллионах",
            ),
            (0, Masculine, "ноль|ноля|нолю|ноль|нолём|ноле"),
        ];
        for (number, gender, forms) in all {
            let told = Case::ALL.map(|case| cardinal(number, gender, Inanimate, case));
            assert_eq!(told.join("|"), forms);
        }
    }

    #[test]
    fn every_scale_has_its_name() {
        for (number, words) in [
            (1_000_000_000_000, "один триллион"),
            (
                999_999_999_999,
                "девятьсот девяносто девять миллиардов девятьсот девяносто девять \
миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять",
            ),
            (2_002_001_012, "два миллиарда два миллиона одна тысяча двенадцать"),
            (1_000_001, "один миллион один"),
            (u64::MAX, "18\u{a0}446\u{a0}744\u{a0}073\u{a0}709\u{a0}551\u{a0}615"),
        ] {
            assert_eq!(cardinal(number, Masculine, Inanimate, Case::Nominative), words);
        }
    }

    #[test]
    fn the_accusative_sees_who_lives() {
        for (number, gender, people, things) in [
            (1, Masculine, "одного", "один"),
            (1, Feminine, "одну", "одну"),
            (2, Masculine, "двух", "два"),
            (3, Feminine, "трёх", "три"),
            (4, Masculine, "четырёх", "четыре"),
            (5, Masculine, "пять", "пять"),
            (21, Masculine, "двадцать одного", "двадцать один"),
            (22, Masculine, "двадцать два", "двадцать два"),
        ] {
            assert_eq!(cardinal(number, gender, Animate, Case::Accusative), people);
            assert_eq!(cardinal(number, gender, Inanimate, Case::Accusative), things);
        }
    }

    #[test]
    fn a_noun_follows_its_number() {
        let forms = ["наставник", "наставника", "наставников"];
        for (number, form) in [
            (0, "0 наставников"),
            (1, "1 наставник"),
            (2, "2 наставника"),
            (4, "4 наставника"),
            (5, "5 наставников"),
            (11, "11 наставников"),
            (12, "12 наставников"),
            (21, "21 наставник"),
            (111, "111 наставников"),
            (122, "122 наставника"),
            (1000, "1 000 наставников"),
        ] {
            assert_eq!(counted(number, forms).replace('\u{a0}', " "), form);
        }
    }
}
