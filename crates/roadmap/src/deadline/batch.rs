//! Lines of expressions: `expression<TAB>plan years` in, one normal form a line out.
//!
//! It decides the form of a line, so that any bytes give exactly one line. Deliberately absent:
//! standard input and output (`estafeta deadline --batch`).

use jiff::civil::Date;
use mentoring::period::Days;

use super::read;

/// Reads the years of a plan: «2025-2026» is a school year, one year or a wider span whole
/// calendar years.
///
/// - `text`: anything with one or two years of four digits, separated by anything.
/// - Returns: `None` where no year stands there or they run backwards.
///
/// Source: `corpus/meaning.py`, `years_to_period`.
#[must_use]
pub fn plan_years(text: &str) -> Option<Days> {
    let mut years = text.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    let first: i16 = years.next()?.parse().ok()?;
    let last = years.next_back().map_or(Some(first), |it| it.parse().ok())?;
    if last == first + 1 && (1..=9997).contains(&first) {
        return Some(Days::school_year(first));
    }
    Days::new(Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)
}

/// Reads one line.
///
/// - `line`: without its line feed; bytes that are no UTF-8 are replaced. The two characters `\n`
///   inside the expression stand for a line break.
/// - Returns: a normal form, never with a line break.
#[must_use]
pub fn read_line(line: &[u8]) -> String {
    let line = String::from_utf8_lossy(line);
    let line = line.strip_suffix('\r').unwrap_or(&line);
    let (text, years) = line.split_once('\t').unwrap_or((line, ""));
    let period = plan_years(years.split('\t').next().unwrap_or_default());
    if text.contains("\\n") {
        return read(&text.replace("\\n", "\n"), period).normal;
    }
    read(text, period).normal
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn plan_years_are_school_or_calendar_years() {
        assert_eq!(plan_years("2025-2026"), Some(Days::school_year(2025)));
        assert_eq!(plan_years("2025/2026 уч. год"), Some(Days::school_year(2025)));
        let wide = Days::new(date(2022, 1, 1), date(2028, 12, 31));
        assert_eq!(plan_years("2022–2028"), wide);
        assert_eq!(plan_years("2022"), Days::new(date(2022, 1, 1), date(2022, 12, 31)));
        for nothing in ["", "25-26", "2026-2020", "год", "99999"] {
            assert_eq!(plan_years(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn any_bytes_give_one_line() {
        for line in [&b"\xff\xfe\t2025"[..], b"", b"\t\t\t", "май\r".as_bytes(), b"1\\n2"] {
            assert!(!read_line(line).contains('\n'));
        }
        assert_eq!(read_line("Каждый\\nпонедельник\t2025-2026".as_bytes()), "weekly:mon");
    }
}
