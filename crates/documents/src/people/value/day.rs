//! Days as people type them: «12.03.85», «12 марта 1985 г.», «1985-03-12», a number of Excel.
//!
//! It decides which day is meant, and that a day no calendar has is said and never mended.
//! Deliberately absent: parts of dates; a year alone is no day.

use super::super::grid::Value;
use super::{is_letter, lower, mend, text};
use crate::read::xlsx::sheet::{Epoch, day as day_of_excel};
use jiff::civil::Date;
use mentoring::person::listed::ListObstacle;

/// How a year of two digits is read: the latest that is not after a year.
#[derive(Clone, Copy, Debug)]
pub(in crate::people) struct LatestYear(pub(in crate::people) i16);

/// Years that a day of a living person's life can have.
const YEARS: std::ops::RangeInclusive<i16> = 1850..=2199;

/// Reads a day.
///
/// - Errors: the text is no date, only a year, or a day that does not exist.
pub(in crate::people) fn read(value: &Value<'_>, latest: LatestYear) -> Result<Date, ListObstacle> {
    match value {
        Value::Day(it) => Ok(*it),
        Value::Number(it) => number(*it, latest),
        Value::Text(it) => written(it, latest),
    }
}

/// A number without the format of a date: a year, a day counted by Excel, or digits in a row.
fn number(number: f64, latest: LatestYear) -> Result<Date, ListObstacle> {
    let shown = text(&Value::Number(number)).into_owned();
    if number.fract() != 0.0 && number < 366.0 {
        // «12.03» typed with a comma or a point becomes a number.
        return Err(ListObstacle::NotADate { written: shown });
    }
    if (1850.0..2200.0).contains(&number) {
        return Err(ListObstacle::OnlyAYear { written: shown });
    }
    if (3000.0..80_000.0).contains(&number) {
        let day = day_of_excel(number, Epoch::Nineteen00);
        return day.ok_or(ListObstacle::NotADate { written: shown });
    }
    written(&shown, latest)
}

/// A piece of a typed date.
enum Part<'t> {
    Digits(&'t str),
    Word(&'t str),
}

fn written(typed: &str, latest: LatestYear) -> Result<Date, ListObstacle> {
    let not_a_date = || ListObstacle::NotADate { written: typed.to_owned() };
    // «12.03.1985 (40 лет)».
    let before = typed.split('(').next().unwrap_or(typed);
    let text = without_time(&lower(&mend(before)));
    let mut numbers: Vec<&str> = Vec::new();
    let mut month = None;
    for part in parts(&text) {
        match part {
            Part::Digits(it) => numbers.push(it),
            Part::Word(it) => match month_of(it) {
                Some(found) if month.is_none() => month = Some(found),
                Some(_) => return Err(not_a_date()),
                None if is_noise(it) => {}
                None => return Err(not_a_date()),
            },
        }
    }
    let (day, month, year) = match (numbers.as_slice(), month) {
        ([year, month, day], None) if year.len() == 4 => (*day, number_of(month), *year),
        ([day, month, year], None) => (*day, number_of(month), *year),
        ([year, day], Some(month)) if year.len() == 4 => (*day, Some(month), *year),
        ([day, year], Some(month)) => (*day, Some(month), *year),
        ([one], None) => return one_number(one, typed, latest),
        _ => return Err(not_a_date()),
    };
    let (Some(day), Some(month), Some(year)) = (number_of(day), month, year_of(year, latest))
    else {
        return Err(not_a_date());
    };
    let date = Date::new(year, i8::try_from(month).unwrap_or(0), i8::try_from(day).unwrap_or(0));
    let exists = date.ok().filter(|_| YEARS.contains(&year));
    exists.ok_or_else(|| ListObstacle::NoSuchDay { written: typed.to_owned() })
}

/// Digits in a row: «12031985», «120385», «19850312», a year, a number of Excel as a text.
fn one_number(digits: &str, typed: &str, latest: LatestYear) -> Result<Date, ListObstacle> {
    let cut = |day: &str, month: &str, year: &str| {
        let year = year_of(year, latest)?;
        Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let piece = |range: std::ops::Range<usize>| digits.get(range).unwrap_or_default();
    let found = match digits.len() {
        4 if number_of(digits).is_some_and(|it| (1850..2200).contains(&it)) => {
            return Err(ListObstacle::OnlyAYear { written: typed.to_owned() });
        }
        5 => digits.parse().ok().and_then(|it: f64| day_of_excel(it, Epoch::Nineteen00)),
        6 => cut(piece(0..2), piece(2..4), piece(4..6)),
        8 => cut(piece(0..2), piece(2..4), piece(4..8))
            .filter(|it| YEARS.contains(&it.year()))
            .or_else(|| cut(piece(6..8), piece(4..6), piece(0..4))),
        _ => None,
    };
    let wrong = || match digits.len() {
        6 | 8 => ListObstacle::NoSuchDay { written: typed.to_owned() },
        _ => ListObstacle::NotADate { written: typed.to_owned() },
    };
    found.filter(|it| YEARS.contains(&it.year())).ok_or_else(wrong)
}

/// A time of day after a date says nothing here: «1985-03-12T00:00:00», «12.03.1985 0:00».
fn without_time(text: &str) -> String {
    let Some(colon) = text.find(':') else { return text.to_owned() };
    let before = text.get(..colon).unwrap_or_default();
    let cut = before.rfind(['t', 'т', ' ']).unwrap_or(0);
    before.get(..cut).unwrap_or_default().to_owned()
}

/// Runs of digits and runs of letters; letters that look like a nought among digits are one.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |it: char| match first.is_ascii_digit() {
            true => it.is_ascii_digit(),
            false => is_letter(it) == is_letter(first) && !it.is_ascii_digit(),
        };
        let end = rest.find(|it| !same(it)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        if first.is_ascii_digit() {
            parts.push(Part::Digits(run));
        } else if is_letter(first) {
            parts.push(Part::Word(run));
        }
        rest = after;
    }
    parts
}

fn number_of(digits: &str) -> Option<u32> {
    digits.parse().ok()
}

fn year_of(digits: &str, latest: LatestYear) -> Option<i16> {
    let year: i16 = digits.parse().ok()?;
    match digits.len() {
        4 => Some(year),
        2 => {
            let century = latest.0 - latest.0.rem_euclid(100);
            let this = century + year;
            Some(if latest.0 < this { this - 100 } else { this })
        }
        _ => None,
    }
}

fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["янв", "jan", "i"],
        &["фев", "feb", "ii"],
        &["мар", "mar", "iii"],
        &["апр", "apr", "iv"],
        &["май", "мая", "мае", "may", "v"],
        &["июн", "jun", "vi"],
        &["июл", "jul", "vii"],
        &["авг", "aug", "viii"],
        &["сен", "sep", "ix"],
        &["окт", "oct", "x", "х"],
        &["ноя", "nov", "xi", "хi"],
        &["дек", "dec", "xii", "хii"],
    ];
    let is = |it: &&str| {
        if it.chars().count() < 3 || it.starts_with(['i', 'v', 'x', 'х']) {
            word == *it
        } else {
            word.starts_with(it)
        }
    };
    let at = MONTHS.iter().position(|names| names.iter().any(&is))?;
    u32::try_from(at + 1).ok()
}

fn is_noise(word: &str) -> bool {
    matches!(word, "г" | "год" | "года" | "р" | "гр" | "рожд" | "рождения" | "от" | "с" | "числа")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const LATEST: LatestYear = LatestYear(2026);

    fn read_text(text: &str) -> Result<Date, ListObstacle> {
        read(&Value::Text(text), LATEST)
    }

    #[test]
    fn a_day_is_read_as_it_is_typed() {
        for text in [
            "12.03.1985",
            "12.03.85",
            "12/03/1985",
            "12-03-85",
            "12 03 1985",
            "12,03,1985",
            "12 марта 1985 г.",
            "«12» марта 1985 года",
            "12 мар. 85",
            "12.III.1985",
            "1985-03-12",
            "1985.03.12",
            "1985-03-12T00:00:00",
            "12.03.1985 0:00:00",
            "12.03.1985г.р.",
            "12.03.1985 г.",
            "12031985",
            "120385",
            "19850312",
            "31118",
            "12. 3. 1985",
            "12 March 1985",
            "12.03.1985 (40 лет)",
        ] {
            assert_eq!(read_text(text), Ok(date(1985, 3, 12)), "{text}");
        }
        assert_eq!(read(&Value::Number(31118.0), LATEST), Ok(date(1985, 3, 12)));
        assert_eq!(read(&Value::Number(12_031_985.0), LATEST), Ok(date(1985, 3, 12)));
        assert_eq!(read_text("01.09.26"), Ok(date(2026, 9, 1)));
        assert_eq!(read_text("01.09.27"), Ok(date(1927, 9, 1)));
        assert_eq!(read_text("29.02.2012"), Ok(date(2012, 2, 29)));
    }

    #[test]
    fn what_is_no_day_is_said_and_not_mended() {
        for text in [
            "31.02.1985",
            "29.02.2011",
            "12.13.1985",
            "00.03.1985",
            "31 ноября 2010",
            "31022010",
            "12.03.0985",
        ] {
            assert!(matches!(read_text(text), Err(ListObstacle::NoSuchDay { .. })), "{text}");
        }
        for text in ["1985", "1985 г."] {
            assert!(matches!(read_text(text), Err(ListObstacle::OnlyAYear { .. })), "{text}");
        }
        for text in ["12.03", "март 1985", "уточнить", "12.03.198", "1.2.3.4", "12 марта мая 1985"]
        {
            assert!(matches!(read_text(text), Err(ListObstacle::NotADate { .. })), "{text}");
        }
        for number in [12.03, 1985.0, -4.0, f64::NAN, 1e300] {
            assert!(read(&Value::Number(number), LATEST).is_err(), "{number}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_day_or_a_reason(text in "[0-9а-яiIvxX./\\-: ]{0,24}") {
            let _ = read_text(&text);
        }

        #[test]
        fn every_day_is_read_back(days in 0..60_000_i32) {
            let day = date(1900, 1, 1).saturating_add(jiff::ToSpan::days(days));
            let typed = format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
            prop_assert_eq!(read_text(&typed), Ok(day));
            prop_assert_eq!(read_text(&day.to_string()), Ok(day));
        }
    }
}
