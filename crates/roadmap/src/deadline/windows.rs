//! The calendar windows that a normal form names.
//!
//! It decides first and last days, recurring forms inside the plan's period, dated ones as they
//! are. Deliberately absent: days off (`mentoring::calendar` moves due days).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use mentoring::period::Days;

use super::form::{Bound, Deadline, MonthPart, Point, Unit, YearPart};
use super::months::{
    day_of, first_day, last_day, last_week, last_weekday, last_workday, nth_weekday, week_days,
};
use super::resolve::is_one_year;
use super::school::{SchoolDates, Stretch};

/// More windows than this are no plan: a bound against periods of centuries.
const MOST_WINDOWS: usize = 4000;

/// The days of a point.
pub(crate) fn ends(point: Point) -> Days {
    match point {
        Point::Day(day) => Days::single(day),
        Point::Month(year, month) => {
            Days { from: first_day(year, month), to: last_day(year, month) }
        }
        Point::Year(year) => Days { from: first_day(year, 1), to: last_day(year, 12) },
    }
}

/// The window of a form that names its own days.
pub(crate) fn fixed(deadline: &Deadline) -> Option<Days> {
    match deadline {
        Deadline::At(point) => Some(ends(*point)),
        Deadline::Range(from, to) => Days::new(ends(*from).from, ends(*to).to),
        Deadline::Week(year, month, n) => Some(week_days(*year, *month, *n)),
        Deadline::TenDays(year, month, n) => {
            let to = if *n < 3 { day_of(*year, *month, 10 * n) } else { last_day(*year, *month) };
            Some(Days { from: day_of(*year, *month, 10 * n - 9), to })
        }
        Deadline::SchoolYear(year) => Some(Days::school_year(*year)),
        _ => None,
    }
}

/// The windows of a deadline.
pub(crate) fn windows(deadline: &Deadline, plan: Days, school: &SchoolDates) -> Vec<Days> {
    let mut windows = match deadline {
        Deadline::List(parts) => parts.iter().flat_map(|it| windows_of(it, plan, school)).collect(),
        one => windows_of(one, plan, school),
    };
    windows.sort_unstable();
    windows.dedup();
    windows.truncate(MOST_WINDOWS);
    windows
}

fn windows_of(deadline: &Deadline, plan: Days, school: &SchoolDates) -> Vec<Days> {
    if let Some(days) = fixed(deadline) {
        return vec![days];
    }
    match deadline {
        Deadline::Period => school_years(plan),
        Deadline::Before(Bound::Point(point)) => {
            let to = ends(*point).to;
            vec![Days { from: plan.from.min(to), to }]
        }
        Deadline::From(Bound::Point(point)) => {
            let from = ends(*point).from;
            vec![Days { from, to: plan.to.max(from) }]
        }
        Deadline::Yearly(parts, since) => yearly(parts, *since, plan),
        Deadline::Monthly(part) => {
            months(plan).filter_map(|(year, month)| monthly(*part, year, month, plan)).collect()
        }
        Deadline::Quarterly(day) => quarterly(*day, plan),
        Deadline::Halfyearly => halves(plan),
        Deadline::Weekly(n, day) => weekly(*n, *day, plan),
        Deadline::Daily => days(plan)
            .filter(|it| !matches!(it.weekday(), Weekday::Saturday | Weekday::Sunday))
            .map(Days::single)
            .collect(),
        Deadline::Times { n, per, unit } => times(*n, *per, *unit, plan, school),
        Deadline::Quarter(n) => years(plan)
            .map(|year| Days { from: first_day(year, 3 * n - 2), to: last_day(year, 3 * n) })
            .filter_map(|it| it.intersection(plan))
            .collect(),
        Deadline::Half(n) => {
            halves(plan).into_iter().filter(|it| half_number(*it, plan) == *n).collect()
        }
        Deadline::Term(n) => stretches(Stretch::Term(*n), plan, school),
        Deadline::Holidays(season) => stretches((*season).into(), plan, school),
        _ => Vec::new(),
    }
}

fn years(plan: Days) -> impl Iterator<Item = i16> {
    plan.from.year()..=plan.to.year()
}

fn months(plan: Days) -> impl Iterator<Item = (i16, u8)> {
    years(plan)
        .flat_map(|year| (1..=12).map(move |month| (year, month)))
        .filter(move |(year, month)| {
            first_day(*year, *month) <= plan.to && plan.from <= last_day(*year, *month)
        })
        .take(MOST_WINDOWS)
}

fn days(plan: Days) -> impl Iterator<Item = Date> {
    plan.from.series(1.day()).take_while(move |it| *it <= plan.to).take(2 * MOST_WINDOWS)
}

/// The school years that a plan runs through, cut to it; a plan of one year is one window.
fn school_years(plan: Days) -> Vec<Days> {
    if is_one_year(plan) {
        return vec![plan];
    }
    (plan.from.year() - 1..=plan.to.year())
        .filter_map(|year| Days::school_year(year.clamp(1, 9997)).intersection(plan))
        .collect()
}

fn yearly(parts: &[YearPart], since: Option<i16>, plan: Days) -> Vec<Days> {
    let first = since.unwrap_or(i16::MIN);
    if parts.is_empty() {
        let after = |it: &Days| first <= it.to.year();
        return school_years(plan).into_iter().filter(after).collect();
    }
    years(plan)
        .filter(|year| first <= *year)
        .flat_map(|year| parts.iter().map(move |part| year_part(*part, year, plan)))
        .filter(|it| it.overlaps(plan))
        .take(MOST_WINDOWS)
        .collect()
}

fn year_part(part: YearPart, year: i16, plan: Days) -> Days {
    match part {
        YearPart::Month(month) => Days { from: first_day(year, month), to: last_day(year, month) },
        YearPart::Months(from, to) => {
            let last = if to < from { year + 1 } else { year };
            Days { from: first_day(year, from), to: last_day(last, to) }
        }
        // «Not later than» has a year's run, cut to the plan.
        YearPart::Day(month, day) => {
            let to = day_of(year, month, day);
            let run = to.checked_sub(1.year()).and_then(|it| it.checked_add(1.day())).unwrap_or(to);
            // A day outside the plan keeps a window that does not meet it.
            let from = if plan.contains(to) { run.max(plan.from) } else { to };
            Days { from, to }
        }
    }
}

fn monthly(part: Option<MonthPart>, year: i16, month: u8, plan: Days) -> Option<Days> {
    let days = match part {
        None => Days { from: first_day(year, month), to: last_day(year, month) },
        Some(MonthPart::Day(day)) => Days::single(day_of(year, month, day)),
        Some(MonthPart::Week(n)) => week_days(year, month, n),
        Some(MonthPart::LastWeek) => last_week(year, month),
        Some(MonthPart::Weekday(n, day)) => Days::single(nth_weekday(year, month, n, day)),
        Some(MonthPart::LastWeekday(day)) => Days::single(last_weekday(year, month, day)),
        Some(MonthPart::LastWorkday) => Days::single(last_workday(year, month)),
    };
    days.intersection(plan)
}

/// Quarters that end inside the plan, or a day of the month after each.
fn quarterly(day: Option<u8>, plan: Days) -> Vec<Days> {
    let each = (plan.from.year() - 1..=plan.to.year())
        .flat_map(|year| (1..=4_u8).map(move |n| (year, n)))
        .take(MOST_WINDOWS);
    match day {
        None => each
            .map(|(year, n)| Days { from: first_day(year, 3 * n - 2), to: last_day(year, 3 * n) })
            .filter(|it| plan.contains(it.to))
            .filter_map(|it| it.intersection(plan))
            .collect(),
        Some(day) => each
            .map(|(year, n)| if n == 4 { (year + 1, 1) } else { (year, 3 * n + 1) })
            .map(|(year, month)| day_of(year, month, day))
            .filter(|it| plan.contains(*it))
            .map(Days::single)
            .collect(),
    }
}

/// Half-years: of the school year (to December, to May), or of the calendar year in a plan that
/// begins with one.
fn halves(plan: Days) -> Vec<Days> {
    let calendar = is_calendar(plan);
    (plan.from.year() - 1..=plan.to.year())
        .flat_map(|year| {
            let half =
                |year, from, to| Days { from: first_day(year, from), to: last_day(year, to) };
            if calendar {
                [half(year, 1, 6), half(year, 7, 12)]
            } else {
                [half(year, 9, 12), half(year + 1, 1, 5)]
            }
        })
        .filter_map(|it| it.intersection(plan))
        .take(MOST_WINDOWS)
        .collect()
}

fn is_calendar(plan: Days) -> bool {
    plan.from.month() < 6 && (plan.from.month() == 1 || plan.from.year() == plan.to.year())
}

fn half_number(days: Days, plan: Days) -> u8 {
    let first = if is_calendar(plan) { days.to.month() <= 6 } else { 9 <= days.to.month() };
    if first { 1 } else { 2 }
}

fn weekly(n: u8, day: Option<Weekday>, plan: Days) -> Vec<Days> {
    let n = usize::from(n.max(1));
    match day {
        Some(day) => {
            days(plan).filter(|it| it.weekday() == day).step_by(n).map(Days::single).collect()
        }
        None => {
            let monday = plan
                .from
                .checked_sub(i64::from(plan.from.weekday().to_monday_zero_offset()).days());
            monday
                .unwrap_or(plan.from)
                .series(7.days())
                .take_while(|it| *it <= plan.to)
                .step_by(n)
                .map(|it| Days { from: it, to: it.checked_add(6.days()).unwrap_or(it) })
                .filter_map(|it| it.intersection(plan))
                .take(MOST_WINDOWS)
                .collect()
        }
    }
}

/// So many equal parts of each stretch.
fn times(n: u16, per: u8, unit: Unit, plan: Days, school: &SchoolDates) -> Vec<Days> {
    let stretches: Vec<Days> = match unit {
        Unit::Day | Unit::Workday => windows_of(&Deadline::Daily, plan, school),
        Unit::Week => weekly(1, None, plan),
        Unit::Month => months(plan).filter_map(|(y, m)| monthly(None, y, m, plan)).collect(),
        Unit::Quarter => quarterly(None, plan),
        Unit::Half => halves(plan),
        Unit::Year => school_years(plan),
        Unit::Term => {
            (1..=4).flat_map(|n| self::stretches(Stretch::Term(n), plan, school)).collect()
        }
    };
    let mut sorted = stretches;
    sorted.sort_unstable();
    sorted
        .chunks(usize::from(per.max(1)))
        .filter_map(|it| Days::new(it.first()?.from, it.last()?.to))
        .flat_map(|it| parts(it, n))
        .take(MOST_WINDOWS)
        .collect()
}

fn parts(whole: Days, n: u16) -> Vec<Days> {
    let length = i64::from(whole.from.until(whole.to).map_or(0, |it| it.get_days())) + 1;
    let n = i64::from(n).clamp(1, length);
    let at = |k: i64| whole.from.checked_add((length * k / n).days()).unwrap_or(whole.to);
    (0..n)
        .filter_map(|k| Days::new(at(k), at(k + 1).checked_sub(1.day()).unwrap_or(whole.to)))
        .collect()
}

fn stretches(stretch: Stretch, plan: Days, school: &SchoolDates) -> Vec<Days> {
    (plan.from.year() - 1..=plan.to.year())
        .filter_map(|year| school.days(year, stretch))
        .filter(|it| it.overlaps(plan))
        .take(MOST_WINDOWS)
        .collect()
}
