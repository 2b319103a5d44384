//! The drawing of the year: rows under each other, months beside each other, a bar for each task.
//!
//! It decides only where things lie; colours come from the style sheet by class, so dark and print
//! need nothing. State is told by shape and by the words of the link, never by colour alone.
//! Deliberately absent: a script.

use app::roadmap::{RowView, Standing, TaskView};
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};

use crate::lang::{Lang, key};
use crate::pages::tasks::look;
use crate::words;

/// Units across, as LOOK.md §8 wants for a wide drawing.
const WIDTH: f64 = 1090.0;
/// Units kept for the names of rows.
const NAMES: f64 = 330.0;
/// Units from row to row on a screen, and on paper, where a year stands on one sheet.
pub(crate) const ROW: f64 = 22.0;
pub(crate) const ROW_OF_SHEET: f64 = 15.0;
/// Units of the head with the months.
const HEAD: f64 = 28.0;
/// Units of height of a bar, and the least width at which it is still seen.
const BAR: f64 = 9.0;
const LEAST: f64 = 6.0;
/// Letters of a name that fit before the months begin.
const NAME_LETTERS: usize = 46;
/// Letters of the words in the place of a bar.
const WORD_LETTERS: usize = 90;
/// More months than this are not named one by one.
const MOST_NAMED: usize = 14;
/// More months than this are not drawn: six school years.
const MOST_MONTHS: usize = 72;

/// The days that a drawing spans, in whole months.
pub(crate) struct Span {
    months: Vec<Date>,
    n_days: f64,
}

impl Span {
    /// The months from the first day to the last day that anything needs.
    ///
    /// - Returns: `None` where the days have no order.
    pub(crate) fn of(days: impl Iterator<Item = Date> + Clone) -> Option<Self> {
        let (from, to) = (days.clone().min()?.first_of_month(), days.max()?.last_of_month());
        let months: Vec<Date> =
            from.series(1.month()).take(MOST_MONTHS).take_while(|it| *it <= to).collect();
        let last = months.last()?.last_of_month();
        Some(Self { n_days: f64::from(from.until(last).ok()?.get_days()) + 1.0, months })
    }

    fn contains(&self, day: Date) -> bool {
        let ends = (self.months.first(), self.months.last());
        matches!(ends, (Some(from), Some(to)) if *from <= day && day <= to.last_of_month())
    }

    /// Where a day begins; days outside lie on the edge.
    fn x(&self, day: Date) -> f64 {
        let first = self.months.first().copied().unwrap_or(day);
        let days = first.until(day).map_or(0, |it| it.get_days());
        let share = (f64::from(days) / self.n_days.max(1.0)).clamp(0.0, 1.0);
        NAMES + share * (WIDTH - NAMES)
    }

    fn after(&self, day: Date) -> f64 {
        self.x(day.tomorrow().unwrap_or(day))
    }
}

/// One line of a drawing.
pub(crate) enum Line<'a> {
    /// The name of a section.
    Heading(String),
    /// A row of the roadmap.
    Row(&'a RowView),
}

/// Draws lines over the months.
///
/// - `title`: what the drawing tells, for readers of the screen.
/// - `step`: units from line to line: [`ROW`] or [`ROW_OF_SHEET`].
#[must_use]
pub(crate) fn plot(
    lang: Lang,
    (span, today): (&Span, Date),
    title: &str,
    lines: &[Line<'_>],
    step: f64,
) -> Markup {
    let height = HEAD + step * lines.len() as f64 + 6.0;
    html! {
        svg.plot viewBox={ "0 0 " (WIDTH) " " (number(height)) } role="group" aria-label=(title) {
            (months(lang, span, height))
            @for (index, line) in lines.iter().enumerate() {
                @let top = HEAD + step * index as f64;
                @match line {
                    Line::Heading(words) => {
                        text.strong x="0" y=(number(top + step - 4.0)) { (cut(words, WORD_LETTERS)) }
                    },
                    Line::Row(row) => (one(lang, (span, today), row, (top, step))),
                }
            }
            @if span.contains(today) { (now(lang, span, today, height)) }
        }
    }
}

fn months(lang: Lang, span: &Span, height: f64) -> Markup {
    let step = if span.months.len() <= MOST_NAMED { 1 } else { 12 };
    // The year that begins soon names itself: two names would lie over each other.
    let begins_soon = |month: Date| step != 1 && 9 < month.month();
    let is_named = |index: usize, month: Date| {
        index == 0 && !begins_soon(month) || step == 1 || month.month() == 1
    };
    html! {
        g aria-hidden="true" {
            @for (index, month) in span.months.iter().enumerate() {
                @let x = number(span.x(*month));
                line.grid x1=(x) x2=(x) y1="18" y2=(number(height)) {}
                @if is_named(index, *month) {
                    text x=(number(span.x(*month) + 4.0)) y="13" { (month_name(lang, *month, index == 0)) }
                }
            }
        }
    }
}

/// «сен», and with the year where it begins.
fn month_name(lang: Lang, month: Date, is_first: bool) -> String {
    let name = lang.tn(key("timeline-month"), [("month", month.month().into())]);
    match is_first || month.month() == 1 {
        true => format!("{name} {}", month.year()),
        false => name,
    }
}

fn now(lang: Lang, span: &Span, today: Date, height: f64) -> Markup {
    let at = span.x(today);
    // Near the right edge the word stands to the left of its line.
    let (x, anchor) = if at < WIDTH - 70.0 { (at + 4.0, "start") } else { (at - 4.0, "end") };
    html! {
        g aria-hidden="true" {
            line.now x1=(number(at)) x2=(number(at)) y1="16" y2=(number(height)) {}
            text.now-t x=(number(x)) y="25" text-anchor=(anchor) { (lang.t(key("timeline-now"))) }
        }
    }
}

fn one(lang: Lang, (span, today): (&Span, Date), row: &RowView, (top, step): (f64, f64)) -> Markup {
    let name = look::row_name(row);
    let text = row.row.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let label = match &row.row.number {
        Some(number) => format!("{number} {text}"),
        None => text,
    };
    let status = look::row_status(lang, row).words(lang);
    let said = lang.tn(key("track-row"), [("row", name.into()), ("status", status.into())]);
    let middle = top + step / 2.0 + 4.0;
    let undated = row.tasks.iter().all(|it| it.task.due_on.is_none());
    html! {
        a href={ "/rows/" (row.row.lineage) } {
            title { (said) }
            text.lbl x="0" y=(number(middle)) { (cut(&label, NAME_LETTERS)) }
            line.grid x1="0" x2=(WIDTH) y1=(number(top + step)) y2=(number(top + step)) {}
            @for task in &row.tasks { (bar(span, today, task, (top, step))) }
            @if let Some(task) = row.tasks.first().filter(|_| undated) {
                text x=(number(NAMES + 4.0)) y=(number(middle)) { (cut(&look::due(lang, today, task), WORD_LETTERS)) }
            }
        }
    }
}

/// The window of a task; where it is overdue a dotted tail leads to a diamond at today.
fn bar(span: &Span, today: Date, task: &TaskView, (top, step): (f64, f64)) -> Markup {
    let Some(due) = task.task.due_on else { return html! {} };
    let from = task.task.from_on.filter(|it| *it <= due).unwrap_or(due);
    let (left, right) = (span.x(from), span.after(due));
    let width = (right - left).max(LEAST);
    let left = left.min(WIDTH - width);
    let height = BAR + (step - ROW_OF_SHEET) * 3.0 / 7.0;
    let y = top + (step - height) / 2.0;
    let late = task.standing == Standing::Overdue && span.contains(today);
    let (middle, end) = (y + height / 2.0, span.x(today));
    html! {
        rect class=(class(task.standing)) x=(number(left)) y=(number(y)) width=(number(width)) height=(number(height)) rx="3" {}
        @if task.standing == Standing::DoneLate {
            line.grid x1=(number(left)) x2=(number(left + width)) y1=(number(middle)) y2=(number(middle)) {}
        }
        @if late {
            line.now x1=(number(left + width)) x2=(number(end)) y1=(number(middle)) y2=(number(middle)) stroke-dasharray="2 3" {}
            path.g-bad d=(diamond(end, middle)) {}
        }
    }
}

fn diamond(x: f64, y: f64) -> String {
    let (left, right, up, down) = (x - 5.0, x + 5.0, y - 5.0, y + 5.0);
    format!("M{left:.1} {y:.1} L{x:.1} {up:.1} L{right:.1} {y:.1} L{x:.1} {down:.1} Z")
}

const fn class(standing: Standing) -> &'static str {
    match standing {
        Standing::Done | Standing::DoneLate => "g-ok",
        Standing::Overdue => "g-bad",
        Standing::UnderWay | Standing::Near => "g-rest",
        Standing::Waiting | Standing::NotStarted => "g-todo",
        Standing::NotApplicable => "bar2",
    }
}

fn number(value: f64) -> String {
    format!("{value:.1}")
}

fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    let head: String = text.chars().take(letters - 1).collect();
    format!("{}…", head.trim_end())
}

/// Writes the window of a task in words; its due day where the window is not known.
#[must_use]
pub(crate) fn window(lang: Lang, today: Date, task: &TaskView) -> String {
    match (task.task.from_on, task.task.due_on) {
        (Some(from), Some(due)) if from <= due => words::window(lang, from, due),
        (_, Some(due)) => words::date(lang, due),
        _ => look::due(lang, today, task),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_span_covers_whole_months_and_keeps_days_in_order() {
        let days = [date(2026, 9, 15), date(2027, 5, 20)];
        let span = Span::of(days.into_iter()).unwrap();
        assert_eq!(span.months.len(), 9);
        assert!(span.contains(date(2026, 9, 1)) && span.contains(date(2027, 5, 31)));
        assert!(!span.contains(date(2027, 6, 1)));
        assert!(span.x(date(2026, 9, 1)) - NAMES < 0.01);
        assert!(span.x(date(2026, 10, 1)) < span.x(date(2026, 10, 2)));
        assert!((span.after(date(2027, 5, 31)) - WIDTH).abs() < 0.01);
    }

    #[test]
    fn days_outside_lie_on_the_edge_and_endless_spans_end() {
        let span = Span::of([date(1, 1, 1), date(9999, 12, 31)].into_iter()).unwrap();
        assert_eq!(span.months.len(), MOST_MONTHS);
        assert!(span.x(date(9999, 12, 31)) <= WIDTH);
        assert!(Span::of(std::iter::empty()).is_none());
    }

    #[test]
    fn long_names_are_cut_by_letters() {
        assert_eq!(cut("Приказ", 6), "Приказ");
        assert_eq!(cut("Приказ о парах", 8), "Приказ…");
    }
}
