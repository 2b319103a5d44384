//! From a deadline to the tasks of a year: which occurrences a row has, and when each falls due.
//!
//! It decides what one task is: a window with a due day moved off days off, a wait for an event, or
//! a standing duty without a day. Deliberately absent: who does it, what closes it
//! (`mentoring::task`), keeping it (`store`), today.

use jiff::ToSpan;
use jiff::civil::Date;
use mentoring::calendar::WorkingCalendar;
use mentoring::period::Days;

use crate::deadline::{
    Bound, Deadline, Offset, SchoolDates, Unit, occurrences_at_school, parse_normal,
};

/// One occurrence of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Unique inside the row and the same in every planning: `2026-09-01/2026-09-30`, `as-needed`.
    pub key: String,
    /// The days that the roadmap names; `None` where it names none.
    pub window: Option<Days>,
    /// The last day in time, moved off days off; `None` where there is no window.
    pub due_on: Option<Date>,
    /// What it waits for.
    pub wait: Wait,
}

/// What an occurrence without a day waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Nothing: it has its day.
    Nothing,
    /// An event, in the words of the roadmap; the occurrence dates itself when it happens.
    Event(String),
    /// Somebody to name a day, once: another schedule decides, or the roadmap says only how long.
    Day(String),
    /// Nobody: it is done when it is needed, or all the time, and never nags.
    NeverNags,
}

/// The days a plan is carried out in, and what moves its deadlines.
#[derive(Clone, Copy, Debug)]
pub struct Setting<'a> {
    /// First and last day of the plan.
    pub period: Days,
    /// Terms and holidays of the school.
    pub school: &'a SchoolDates,
    /// Days off.
    pub calendar: &'a WorkingCalendar,
}

/// The occurrences of a row.
///
/// - `normal`: the normal form of its deadline, also one mended by hand; what is no normal form
///   counts as `none`.
/// - Returns: at least one, in order of due day, those without a day last, no key twice.
#[must_use]
pub fn occurrences(normal: &str, setting: &Setting<'_>) -> Vec<Occurrence> {
    let deadline = parse_normal(normal).unwrap_or(Deadline::None);
    let parts = match deadline {
        Deadline::List(parts) => parts,
        one => vec![one],
    };
    let mut found: Vec<Occurrence> =
        parts.iter().flat_map(|it| occurrences_of(it, setting)).collect();
    found.sort_by(|a, b| {
        (a.due_on.is_none(), a.due_on, &a.key).cmp(&(b.due_on.is_none(), b.due_on, &b.key))
    });
    found.dedup_by(|a, b| a.key == b.key);
    found
}

fn occurrences_of(deadline: &Deadline, setting: &Setting<'_>) -> Vec<Occurrence> {
    let undated = |wait: Wait| {
        vec![Occurrence { key: deadline.to_string(), window: None, due_on: None, wait }]
    };
    match deadline {
        // A task a day would bury all others: what is done daily is a standing duty.
        Deadline::AsNeeded | Deadline::Continuous | Deadline::Daily => undated(Wait::NeverNags),
        Deadline::None => undated(Wait::Day(String::new())),
        Deadline::DatedBy(words) => undated(Wait::Day(words.clone())),
        Deadline::Duration(..) => undated(Wait::Day(deadline.to_string())),
        Deadline::Relative(_, words) => undated(Wait::Event(words.clone())),
        Deadline::Before(Bound::Event(words)) | Deadline::From(Bound::Event(words)) => {
            undated(Wait::Event(words.clone()))
        }
        dated => {
            let windows = occurrences_at_school(&dated.to_string(), setting.period, setting.school);
            if windows.is_empty() {
                return undated(Wait::Day(deadline.to_string()));
            }
            windows.into_iter().map(|window| in_window(window, setting.calendar)).collect()
        }
    }
}

fn in_window(window: Days, calendar: &WorkingCalendar) -> Occurrence {
    Occurrence {
        key: format!("{}/{}", window.from, window.to),
        window: Some(window),
        due_on: Some(calendar.due_on(window)),
        wait: Wait::Nothing,
    }
}

/// Whether an occurrence waits for somebody to name its day.
///
/// - `key`: the key of the occurrence.
#[must_use]
pub fn is_dated_by_somebody(key: &str) -> bool {
    // A key that names days is not a normal form, and needs nobody.
    parse_normal(key).is_some_and(|it| {
        !matches!(
            it,
            Deadline::AsNeeded
                | Deadline::Continuous
                | Deadline::Daily
                | Deadline::Relative(..)
                | Deadline::Before(Bound::Event(_))
                | Deadline::From(Bound::Event(_))
        )
    })
}

/// The words of the event that an occurrence is counted from.
///
/// - `key`: the key of the occurrence.
/// - Returns: `None` where it is counted from no event.
#[must_use]
pub fn awaited_event(key: &str) -> Option<String> {
    match parse_normal(key)? {
        Deadline::Relative(_, words)
        | Deadline::Before(Bound::Event(words))
        | Deadline::From(Bound::Event(words)) => Some(words),
        _ => None,
    }
}

/// The window that an event gives to a waiting occurrence.
///
/// - `normal`: the normal form of the occurrence, its key.
/// - `happened_on`: the day of the event.
/// - Returns: the window and the due day; `None` where the form does not wait for an event.
#[must_use]
pub fn dated_by_event(
    normal: &str,
    happened_on: Date,
    calendar: &WorkingCalendar,
) -> Option<(Days, Date)> {
    let window = match parse_normal(normal)? {
        Deadline::Relative(offset, _) => {
            let far = moved(happened_on, offset, calendar);
            Days { from: happened_on.min(far), to: happened_on.max(far) }
        }
        Deadline::Before(Bound::Event(_)) | Deadline::From(Bound::Event(_)) => {
            Days::single(happened_on)
        }
        _ => return None,
    };
    // A span counted in days ends where it ends: the law moves only a last day that is off.
    let last = match parse_normal(normal)? {
        Deadline::Relative(offset, _) if offset.n < 0 => window.from,
        _ => window.to,
    };
    Some((window, calendar.on_or_after(last)))
}

fn moved(day: Date, offset: Offset, calendar: &WorkingCalendar) -> Date {
    let n = i64::from(offset.n);
    let span = match offset.unit {
        Unit::Workday => return calendar.add_working_days(day, offset.n),
        Unit::Month => n.months(),
        _ => n.days(),
    };
    day.checked_add(span).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mentoring::calendar::DayKind;

    fn planned(normal: &str) -> Vec<Occurrence> {
        let calendar = WorkingCalendar::new([(date(2026, 5, 1), DayKind::Off)]);
        let setting = Setting {
            period: Days::school_year(2025),
            school: SchoolDates::usual(),
            calendar: &calendar,
        };
        occurrences(normal, &setting)
    }

    #[test]
    fn windows_fall_due_on_their_last_working_day_and_single_days_move_on() {
        let cases = [
            ("month:2025-10", "2025-10-01/2025-10-31", date(2025, 10, 31)),
            ("month:2025-11", "2025-11-01/2025-11-30", date(2025, 11, 28)),
            ("date:2026-05-01", "2026-05-01/2026-05-01", date(2026, 5, 4)),
            ("before:2025-10-05", "2025-09-01/2025-10-05", date(2025, 10, 3)),
        ];
        for (normal, key, due) in cases {
            let found = planned(normal);
            assert_eq!(found.len(), 1, "{normal}");
            assert_eq!((found[0].key.as_str(), found[0].due_on), (key, Some(due)), "{normal}");
        }
    }

    #[test]
    fn a_recurring_deadline_has_a_task_each_time() {
        assert_eq!(planned("monthly:25").len(), 12);
        assert_eq!(planned("quarterly").len(), 4);
        assert_eq!(planned("list:month:2025-12;month:2026-05").len(), 2);
    }

    #[test]
    fn what_has_no_day_on_purpose_never_nags() {
        for normal in ["as-needed", "continuous", "daily"] {
            let found = planned(normal);
            assert_eq!(found.len(), 1);
            assert_eq!((found[0].due_on, &found[0].wait), (None, &Wait::NeverNags), "{normal}");
        }
    }

    #[test]
    fn what_another_schedule_dates_asks_for_its_day_once() {
        for normal in ["dated-by:план работы школы", "none", "no such form"] {
            let found = planned(normal);
            assert!(matches!(found[0].wait, Wait::Day(_)), "{normal}");
        }
    }

    #[test]
    fn a_relative_deadline_waits_for_its_event_and_dates_itself() {
        let normal = "relative:+14d from определение модели";
        assert_eq!(planned(normal)[0].wait, Wait::Event("определение модели".into()));
        let calendar = WorkingCalendar::default();
        let dated = |normal, on| dated_by_event(normal, on, &calendar);
        // The fourteenth day of 3 October is Friday the 17th; of 4 October it is a Saturday.
        let window = |from, to| Days { from, to };
        assert_eq!(
            dated(normal, date(2025, 10, 3)),
            Some((window(date(2025, 10, 3), date(2025, 10, 17)), date(2025, 10, 17)))
        );
        assert_eq!(
            dated(normal, date(2025, 10, 4)),
            Some((window(date(2025, 10, 4), date(2025, 10, 18)), date(2025, 10, 20)))
        );
        assert_eq!(
            dated("relative:+10wd from назначение", date(2025, 10, 3)).map(|it| it.1),
            Some(date(2025, 10, 17))
        );
        assert_eq!(
            dated("relative:-3wd from встреча", date(2025, 10, 8)).map(|it| it.1),
            Some(date(2025, 10, 3))
        );
        assert_eq!(dated("month:2025-10", date(2025, 10, 4)), None);
    }

    #[test]
    fn a_day_twice_in_a_cell_is_one_task() {
        assert_eq!(planned("list:month:2025-10;date:2025-10-31").len(), 2);
        let twice = planned("list:date:2025-10-31;before:2025-10-31;date:2025-10-31");
        assert_eq!(twice.len(), 2);
    }
}
