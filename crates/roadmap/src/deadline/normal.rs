//! Reading a normal form back: what `form` writes, and what a person mends by hand.
//!
//! It decides which strings are normal forms. Deliberately absent: Russian (`grammar`).

use jiff::civil::{Date, Weekday};

use super::form::{
    Bound, Deadline, Length, MonthPart, Offset, Point, Season, Unit, YearPart, weekday_slug,
};

/// Reads a normal form.
///
/// - `text`: `month:2023-10`, `list:…`; blanks around parts are allowed.
/// - Returns: `None` where it is no normal form. What is written by `Display` is read back equal.
///
/// Source: roadmap format, «Deadlines: normal form».
#[must_use]
pub fn parse_normal(text: &str) -> Option<Deadline> {
    let text = text.trim();
    match text.strip_prefix("list:") {
        Some(parts) => {
            let read: Option<Vec<Deadline>> =
                parts.split(';').filter(|it| !it.trim().is_empty()).map(parse_one).collect();
            Some(Deadline::list(read?))
        }
        None => parse_one(text),
    }
}

fn parse_one(text: &str) -> Option<Deadline> {
    let text = text.trim();
    let (head, rest) = text.split_once(':').map_or((text, None), |(a, b)| (a, Some(b.trim())));
    match (head, rest) {
        ("none" | "", None) => Some(Deadline::None),
        ("as-needed", None) => Some(Deadline::AsNeeded),
        ("continuous", None) => Some(Deadline::Continuous),
        ("period", None) => Some(Deadline::Period),
        ("halfyearly", None) => Some(Deadline::Halfyearly),
        ("daily", None) => Some(Deadline::Daily),
        ("monthly", None) => Some(Deadline::Monthly(None)),
        ("quarterly", None) => Some(Deadline::Quarterly(None)),
        (_, None) => parse_bare(head),
        ("yearly", Some(rest)) => parse_yearly(rest),
        ("monthly", Some(rest)) => Some(Deadline::Monthly(Some(month_part(rest)?))),
        ("quarterly", Some(rest)) => Some(Deadline::Quarterly(Some(within(rest, 1, 31)?))),
        ("weekly", Some(rest)) => Some(Deadline::Weekly(1, Some(weekday(rest)?))),
        ("times", Some(rest)) => parse_times(rest),
        ("dated-by", Some(rest)) => Some(Deadline::DatedBy(words(rest)?)),
        ("relative", Some(rest)) => parse_relative(rest),
        ("duration", Some(rest)) => match rest.split_once("..") {
            Some((a, b)) => Some(Deadline::Duration(length(a)?, Some(length(b)?))),
            None => Some(Deadline::Duration(length(rest)?, None)),
        },
        (_, Some(rest)) => parse_calendar(head, rest),
    }
}

fn parse_bare(head: &str) -> Option<Deadline> {
    if let Some(rest) = head.strip_prefix("yearly") {
        let since = match rest.trim() {
            "" => None,
            rest => Some(year(rest.strip_prefix("from")?.trim())?),
        };
        return Some(Deadline::Yearly(Vec::new(), since));
    }
    let (n, day) = match head.strip_prefix("weekly")? {
        "" => (1, None),
        rest => (within(rest.strip_prefix('/')?, 2, 52)?, None),
    };
    Some(Deadline::Weekly(n, day))
}

fn parse_calendar(head: &str, rest: &str) -> Option<Deadline> {
    match head {
        "date" | "month" | "year" => {
            let point = point(rest)?;
            let fits = matches!(
                (head, point),
                ("date", Point::Day(_)) | ("month", Point::Month(..)) | ("year", Point::Year(_))
            );
            fits.then_some(Deadline::At(point))
        }
        "range" => {
            let (a, b) = rest.split_once("..")?;
            Some(Deadline::Range(point(a)?, point(b)?))
        }
        "before" => Some(Deadline::Before(bound(rest)?)),
        "from" => Some(Deadline::From(bound(rest)?)),
        "academic-year" => {
            let (a, b) = rest.split_once('-')?;
            let first = year(a)?;
            (first < 9998 && year(b)? == first + 1).then_some(Deadline::SchoolYear(first))
        }
        "week" | "decade" => {
            let (month, n) = rest.rsplit_once('-')?;
            let Point::Month(year, month) = point(month)? else { return None };
            if head == "week" {
                let n = n.strip_prefix(['W', 'w'])?;
                let n = if matches!(n, "last" | "L") { 4 } else { within(n, 1, 5)? };
                return Some(Deadline::Week(year, month, n));
            }
            Some(Deadline::TenDays(year, month, within(n, 1, 3)?))
        }
        "quarter" => Some(Deadline::Quarter(within(rest.trim_start_matches(['Q', 'q']), 1, 4)?)),
        "half" => Some(Deadline::Half(within(rest, 1, 2)?)),
        "term" => Some(Deadline::Term(within(rest, 1, 4)?)),
        "holidays" => [Season::Autumn, Season::Winter, Season::Spring, Season::Summer]
            .into_iter()
            .find(|it| it.slug() == rest)
            .map(Deadline::Holidays),
        _ if head.starts_with("weekly/") => {
            let n = within(head.strip_prefix("weekly/")?, 2, 52)?;
            Some(Deadline::Weekly(n, Some(weekday(rest)?)))
        }
        _ => None,
    }
}

fn parse_yearly(rest: &str) -> Option<Deadline> {
    let (parts, since) = match rest.split_once(" from ") {
        Some((parts, since)) => (parts, Some(year(since.trim())?)),
        None => (rest, None),
    };
    let parts: Option<Vec<YearPart>> = parts.split(',').map(|it| year_part(it.trim())).collect();
    Some(Deadline::Yearly(parts?, since))
}

fn year_part(text: &str) -> Option<YearPart> {
    if let Some((a, b)) = text.split_once("..") {
        return Some(YearPart::Months(within(a, 1, 12)?, within(b, 1, 12)?));
    }
    match text.split_once('-') {
        // 2024 is a leap year: the 29th of February is a day of some years.
        Some((month, day)) => {
            let (month, day) = (within(month, 1, 12)?, within(day, 1, 31)?);
            Date::new(2024, month as i8, day as i8).ok()?;
            Some(YearPart::Day(month, day))
        }
        None => Some(YearPart::Month(within(text, 1, 12)?)),
    }
}

fn month_part(text: &str) -> Option<MonthPart> {
    match text {
        "last-week" => return Some(MonthPart::LastWeek),
        "last-workday" => return Some(MonthPart::LastWorkday),
        _ => {}
    }
    if let Some(day) = text.strip_prefix("last-") {
        return Some(MonthPart::LastWeekday(weekday(day)?));
    }
    if let Some(n) = text.strip_prefix('w') {
        return Some(MonthPart::Week(within(n, 1, 5)?));
    }
    if let Some(day) = within(text, 1, 31) {
        return Some(MonthPart::Day(day));
    }
    let (n, day) = text.split_at_checked(1)?;
    Some(MonthPart::Weekday(within(n, 1, 5)?, weekday(day)?))
}

fn parse_times(rest: &str) -> Option<Deadline> {
    let (n, stretch) = rest.split_once('/')?;
    let digits = stretch.bytes().take_while(u8::is_ascii_digit).count();
    let (per, unit) = stretch.split_at_checked(digits)?;
    let per = if per.is_empty() { 1 } else { within(per, 1, 250)? };
    let unit = unit.trim().strip_suffix('s').unwrap_or(unit.trim());
    let unit =
        [Unit::Day, Unit::Week, Unit::Month, Unit::Quarter, Unit::Term, Unit::Half, Unit::Year]
            .into_iter()
            .find(|it| it.slug() == unit)?;
    Some(Deadline::Times { n: n.trim().parse().ok().filter(|it| 1 <= *it)?, per, unit })
}

fn parse_relative(rest: &str) -> Option<Deadline> {
    let (offset, event) = match rest.split_once(" from ") {
        Some((offset, event)) => (offset, words(event)?),
        None => (rest, String::new()),
    };
    let unit_at = offset.find(|it: char| it.is_ascii_alphabetic())?;
    let (n, unit) = offset.split_at_checked(unit_at)?;
    let unit = match unit.trim() {
        "d" => Unit::Day,
        "wd" => Unit::Workday,
        "mo" => Unit::Month,
        _ => return None,
    };
    let n = n.parse().ok().filter(|it: &i32| it.unsigned_abs() <= 9999)?;
    Some(Deadline::Relative(Offset { n, unit }, event))
}

fn length(text: &str) -> Option<Length> {
    let text = text.trim().strip_prefix('P')?;
    let (n, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let unit = match unit {
        "D" => Unit::Day,
        "W" => Unit::Week,
        "M" => Unit::Month,
        "Y" => Unit::Year,
        _ => return None,
    };
    Some(Length { n: n.parse().ok()?, unit })
}

fn bound(text: &str) -> Option<Bound> {
    match point(text) {
        Some(point) => Some(Bound::Point(point)),
        None => Some(Bound::Event(words(text)?)),
    }
}

/// The words of an event or a paper: not empty, and nothing that ends a part of a list.
fn words(text: &str) -> Option<String> {
    let text = text.trim();
    let fits = !text.is_empty() && !text.contains([';', '\n', '\t', '\r']);
    fits.then(|| text.to_owned())
}

fn point(text: &str) -> Option<Point> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let year = year(parts.first()?)?;
    match parts.as_slice() {
        [_] => Some(Point::Year(year)),
        [_, month] => Some(Point::Month(year, within(month, 1, 12)?)),
        [_, month, day] => {
            let (month, day): (u8, u8) = (within(month, 1, 12)?, within(day, 1, 31)?);
            Date::new(year, month as i8, day as i8).ok().map(Point::Day)
        }
        _ => None,
    }
}

fn year(text: &str) -> Option<i16> {
    let text = text.trim();
    let digits = text.len() == 4 && text.bytes().all(|it| it.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten().filter(|it| (1..=9998).contains(it))
}

fn within(text: &str, least: u8, most: u8) -> Option<u8> {
    let text = text.trim();
    if !text.bytes().all(|it| it.is_ascii_digit()) {
        return None;
    }
    text.parse().ok().filter(|it| (least..=most).contains(it))
}

fn weekday(text: &str) -> Option<Weekday> {
    Weekday::Monday.cycle_forward().take(7).find(|it| weekday_slug(*it) == text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_the_wire_is_read_and_written_the_same() {
        for form in [
            "none",
            "as-needed",
            "continuous",
            "period",
            "date:2023-10-05",
            "month:2023-10",
            "year:2025",
            "week:2026-05-W4",
            "decade:2025-10-3",
            "range:2023-12..2024-04",
            "range:2025-09-01..2026",
            "before:2025-09-01",
            "before:начало работы",
            "from:2025-09",
            "academic-year:2023-2024",
            "yearly",
            "yearly:09",
            "yearly:01,06",
            "yearly:02-01",
            "yearly:05 from 2023",
            "yearly from 2023",
            "yearly:08..09",
            "yearly:02-29",
            "monthly",
            "monthly:25",
            "monthly:w3",
            "monthly:last-week",
            "monthly:1mon",
            "monthly:last-workday",
            "monthly:last-fri",
            "quarterly",
            "quarterly:10",
            "halfyearly",
            "weekly",
            "weekly:mon",
            "weekly/2",
            "weekly/2:fri",
            "daily",
            "times:2/year",
            "times:1/3years",
            "times:1/term",
            "quarter:Q4",
            "half:1",
            "term:4",
            "holidays:autumn",
            "duration:P3M..P1Y",
            "duration:P2W",
            "relative:+14d from определение модели",
            "relative:-3wd",
            "relative:+0d",
            "dated-by:план работы школы",
            "list:month:2025-09;as-needed",
        ] {
            assert_eq!(parse_normal(form).map(|it| it.to_string()).as_deref(), Some(form));
        }
    }

    #[test]
    fn what_is_no_normal_form_is_refused() {
        for text in [
            "month:2023-13",
            "date:2023-02-30",
            "date:2023-10",
            "monthly:0",
            "monthly:32",
            "term:5",
            "half:3",
            "weekly:day",
            "times:0/year",
            "range:2023",
            "relative:14",
            "сентябрь",
            "academic-year:2023-2025",
            "before:",
            "quarter:Q0",
            "monthly:9xyz",
            "yearly:02-30",
        ] {
            assert_eq!(parse_normal(text), None, "{text}");
        }
    }
}
