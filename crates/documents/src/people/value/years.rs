//! Experience as people write it: «12 лет», «12,5», «с 2010 г.», «12/8».
//!
//! It decides whole years of it on the day of reading. Deliberately absent: months; a year that is
//! not full does not count.

use super::super::grid::Value;
use super::day::{self, LatestYear};
use super::{is_letter, is_sign, lower, text};
use jiff::civil::Date;
use mentoring::person::listed::{EXPERIENCE_LIMIT, ListObstacle};

/// Which of two numbers in one cell is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) enum Which {
    /// There is one number, or the first.
    First,
    /// The second, where there are two.
    Second,
}

/// Reads whole years.
///
/// - `today`: the day of reading; «с 2010 г.» is counted to it.
/// - Returns: `None` where the text says nothing.
/// - Errors: no number of years, or more than a life of work has.
pub(in crate::people) fn read(
    value: &Value<'_>,
    which: Which,
    today: Date,
) -> Result<Option<u8>, ListObstacle> {
    let written = || text(value).into_owned();
    let years = match value {
        Value::Number(it) if is_year(*it, today) => Some(whole(*it, today)),
        Value::Number(it) if (0.0..1000.0).contains(it) => Some(it.floor() as u32),
        Value::Number(_) => None,
        // «12.5» that Excel took for the 12th of May is a day of this year.
        Value::Day(it) if it.year() < today.year() => Some(full_years(*it, today)),
        Value::Day(_) => None,
        Value::Text(it) => match typed(it, which, today) {
            Typed::Years(years) => Some(years),
            Typed::Nothing => return Ok(None),
            Typed::Unclear => None,
        },
    };
    match years {
        None => Err(ListObstacle::NotYears { written: written() }),
        Some(years) if EXPERIENCE_LIMIT < years => Err(ListObstacle::TooManyYears { years }),
        Some(years) => Ok(u8::try_from(years).ok()),
    }
}

enum Typed {
    Years(u32),
    Nothing,
    Unclear,
}

fn is_year(number: f64, today: Date) -> bool {
    number.fract() == 0.0 && (1940.0..=f64::from(today.year())).contains(&number)
}

fn whole(year: f64, today: Date) -> u32 {
    (f64::from(today.year()) - year) as u32
}

fn full_years(since: Date, today: Date) -> u32 {
    let before_the_day = (today.month(), today.day()) < (since.month(), since.day());
    let years = today.year() - since.year() - i16::from(before_the_day);
    u32::try_from(years).unwrap_or(0)
}

fn typed(text: &str, which: Which, today: Date) -> Typed {
    let text = lower(text.trim());
    const NONE: [&str; 9] =
        ["нет", "без стажа", "б/с", "б/ст", "нет стажа", "менее", "меньше", "до года", "до 1 года"];
    if NONE.iter().any(|it| text == *it || it.len() > 8 && text.starts_with(it)) {
        return Typed::Years(0);
    }
    let latest = LatestYear(today.year());
    if let Ok(since) = day::read(&Value::Text(text.trim_start_matches("с ")), latest)
        && since <= today
        && text.len() > 7
    {
        return Typed::Years(full_years(since, today));
    }
    let pieces: Vec<&str> = match text.split_once(['/', '(', ';']) {
        Some((first, second)) => vec![first, second],
        None => vec![&text],
    };
    let piece = match which {
        Which::First => pieces.first(),
        Which::Second => pieces.last(),
    };
    one(piece.copied().unwrap_or_default(), today)
}

/// «12 лет 6 мес.», «6 мес.», «12,5», «с 2010 г.», «более 20 лет».
fn one(piece: &str, today: Date) -> Typed {
    let Some(at) = piece.find(|it: char| it.is_ascii_digit()) else {
        let says = piece.contains(is_sign);
        let novice = piece.contains("молод") || piece.contains("н/д") || piece.contains("н.д");
        return if says && !novice { Typed::Unclear } else { Typed::Nothing };
    };
    if piece[..at].trim_end().ends_with('-') {
        return Typed::Unclear;
    }
    let rest = &piece[at..];
    let end = rest.find(|it: char| !it.is_ascii_digit()).unwrap_or(rest.len());
    let Ok(number) = rest[..end].parse::<u32>() else { return Typed::Unclear };
    let unit = rest[end..].trim_start_matches(|it| !is_letter(it));
    if unit.starts_with("мес") || unit.starts_with("м.") || unit.starts_with("дн") {
        return Typed::Years(0);
    }
    match is_year(f64::from(number), today) {
        true => Typed::Years(whole(f64::from(number), today)),
        false => Typed::Years(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    const TODAY: Date = date(2026, 9, 1);

    #[test]
    fn experience_is_whole_years() {
        for (text, years) in [
            ("12", Some(12)),
            ("12 лет", Some(12)),
            ("12,5", Some(12)),
            ("12.5 лет", Some(12)),
            ("12 лет 11 мес.", Some(12)),
            ("1г. 3м.", Some(1)),
            ("6 мес.", Some(0)),
            ("менее 1 года", Some(0)),
            ("до года", Some(0)),
            ("нет", Some(0)),
            ("б/с", Some(0)),
            ("с 2010 г.", Some(16)),
            ("с 01.09.2010", Some(16)),
            ("с 02.09.2010 г.", Some(15)),
            ("более 20 лет", Some(20)),
            ("-", None),
            ("молодой специалист", None),
        ] {
            assert_eq!(read(&Value::Text(text), Which::First, TODAY), Ok(years), "{text}");
        }
        for (text, years) in [("12/8", 8), ("12 (8)", 8), ("12 лет / 8 лет", 8), ("12", 12)] {
            assert_eq!(read(&Value::Text(text), Which::Second, TODAY), Ok(Some(years)), "{text}");
        }
        let numbers = [(Value::Number(12.5), 12), (Value::Number(2010.0), 16)];
        for (value, years) in numbers {
            assert_eq!(read(&value, Which::First, TODAY), Ok(Some(years)));
        }
    }

    #[test]
    fn what_is_no_experience_is_refused() {
        for text in ["много", "- 5", "150 лет"] {
            assert!(read(&Value::Text(text), Which::First, TODAY).is_err(), "{text}");
        }
        for value in [Value::Day(date(2026, 5, 12)), Value::Number(-3.0), Value::Number(f64::NAN)] {
            assert!(read(&value, Which::First, TODAY).is_err(), "{value:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_years_or_a_reason(text in "[0-9а-я./,() -]{0,20}") {
            let _ = read(&Value::Text(&text), Which::Second, TODAY);
        }
    }
}
