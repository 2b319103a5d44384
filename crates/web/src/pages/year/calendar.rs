//! The calendar: what falls due on which day of a month. A grid; on a phone a list of its days.

use std::collections::{BTreeMap, BTreeSet};

use app::Ctx;
use app::roadmap::month::show_days_off;
use app::roadmap::{RowView, Running, TaskView, show_running};
use axum::extract::Query;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::access::Action;

use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::tasks::look;
use crate::visit::Visit;
use crate::words;

/// Tasks of a day that are shown at once; the rest opens below them.
const DAY_MOST: usize = 4;

/// Which month, and whose tasks.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct CalendarAsked {
    /// `2026-10`.
    month: String,
    whose: String,
}

impl CalendarAsked {
    /// The first day of the month asked for; this month where none is, or it cannot be read.
    fn first(&self, today: Date) -> Date {
        let read = words::read_date(&format!("{}-01", self.month.trim()));
        // Months at the ends of time have no neighbours to lead to.
        let is_near = |it: &Date| (1900..=2200).contains(&it.year());
        read.filter(is_near).unwrap_or(today).first_of_month()
    }

    fn is_mine(&self) -> bool {
        self.whose == "mine"
    }
}

fn href(month: Date, is_mine: bool) -> String {
    let whose = if is_mine { "&whose=mine" } else { "" };
    format!("/calendar?month={:04}-{:02}{whose}", month.year(), month.month())
}

/// A task with its row.
type Due<'a> = (&'a RowView, &'a TaskView);

/// Shows a month.
pub(crate) async fn show_calendar(
    visit: Visit,
    Query(asked): Query<CalendarAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lang = visit.lang;
    let running = show_running(ctx, None).await?;
    let first = asked.first(running.today);
    let (from, to) = (monday_before(first), sunday_after(first.last_of_month()));
    let off = show_days_off(ctx, from, to).await?;
    let is_wanted = |it: &TaskView| !asked.is_mine() || it.is_of(ctx.person);
    let mut due: BTreeMap<Date, Vec<Due<'_>>> = BTreeMap::new();
    for (_, row, task) in running.tasks().filter(|(_, _, it)| is_wanted(it)) {
        if let Some(day) = task.task.due_on {
            due.entry(day).or_default().push((row, task));
        }
    }
    let n_due: usize = due.range(first..=first.last_of_month()).map(|(_, it)| it.len()).sum();
    let title = lang.t(key("calendar-title"));
    let under = lang.tn(key("calendar-under"), [("count", n_due.into())]);
    let acts = html! {
        a.btn.btn-plain href="/account/calendar" { (icon(Icon::Calendar)) (lang.t(key("feed-to-phone"))) }
    };
    let body = html! {
        (block::head(&title, &under, &acts))
        (whose(lang, ctx, first, asked.is_mine()))
        (ways(lang, running.today, first, asked.is_mine()))
        (grid(lang, running.today, (first, from, to), &off, &due))
        (undated(lang, &running, is_wanted))
    };
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Calendar, crumbs: &[] },
        &body,
    ))
}

fn monday_before(day: Date) -> Date {
    let past = i64::from(day.weekday().to_monday_zero_offset());
    day.checked_sub(past.days()).unwrap_or(day)
}

fn sunday_after(day: Date) -> Date {
    let left = 6 - i64::from(day.weekday().to_monday_zero_offset());
    day.checked_add(left.days()).unwrap_or(day)
}

fn whose(lang: Lang, ctx: &Ctx, month: Date, is_mine: bool) -> Markup {
    // Whoever sees only one's own tasks has nothing to choose.
    if !ctx.may(Action::SeeTasks) {
        return html! {};
    }
    let way = |mine: bool, words| Way { href: href(month, mine), words, here: mine == is_mine };
    let ways = [way(false, lang.t(key("calendar-all"))), way(true, lang.t(key("calendar-mine")))];
    nav::chips(&lang.t(key("today-whose")), &ways)
}

fn ways(lang: Lang, today: Date, first: Date, is_mine: bool) -> Markup {
    let before = first.checked_sub(1.month()).unwrap_or(first);
    let after = first.checked_add(1.month()).unwrap_or(first);
    html! {
        div.month-go {
            h2 { (words::month(lang, first)) }
            nav.links.no-print aria-label=(lang.t(key("calendar-months"))) {
                a href=(href(before, is_mine)) rel="prev" { "← " (words::month(lang, before)) }
                " "
                a href=(href(after, is_mine)) rel="next" { (words::month(lang, after)) " →" }
                @if first != today.first_of_month() {
                    " " a href=(href(today, is_mine)) { (lang.t(key("calendar-now"))) }
                }
            }
        }
    }
}

fn grid(
    lang: Lang,
    today: Date,
    (first, from, to): (Date, Date, Date),
    off: &BTreeSet<Date>,
    due: &BTreeMap<Date, Vec<Due<'_>>>,
) -> Markup {
    let days: Vec<Date> = from.series(1.day()).take_while(|it| *it <= to).collect();
    html! {
        table.month role="table" {
            caption.visually-hidden { (words::month(lang, first)) }
            thead { tr role="row" {
                @for day in days.iter().take(7) { th scope="col" role="columnheader" { (words::weekday(lang, *day)) } }
            } }
            tbody role="rowgroup" {
                @for week in days.chunks(7) {
                    // A phone leaves out days without tasks: a week of nothing else must go with them.
                    tr.free[!week.iter().any(|it| it.month() == first.month() && due.contains_key(it))] role="row" {
                        @for it in week { (day(lang, today, *it, it.month() == first.month(), off.contains(it), due.get(it))) }
                    }
                }
            }
        }
    }
}

fn day(
    lang: Lang,
    today: Date,
    it: Date,
    is_inside: bool,
    is_off: bool,
    due: Option<&Vec<Due<'_>>>,
) -> Markup {
    let Some(due) = due.filter(|_| is_inside) else {
        return html! {
            td.free.off[is_off].now[it == today && is_inside] role="cell" {
                @if is_inside { (day_name(lang, today, it, is_off)) }
            }
        };
    };
    let (shown, rest) = due.split_at(due.len().min(DAY_MOST));
    html! {
        td.off[is_off].now[it == today] role="cell" {
            (day_name(lang, today, it, is_off))
            ul { @for task in shown { (one(lang, task)) } }
            @if !rest.is_empty() {
                // Paper opens nothing: there the rest stands without the fold.
                ul.print-only { @for task in rest { (one(lang, task)) } }
                details.no-print {
                    summary { (lang.tn(key("calendar-more"), [("count", rest.len().into())])) }
                    ul { @for task in rest { (one(lang, task)) } }
                }
            }
        }
    }
}

fn day_name(lang: Lang, today: Date, it: Date, is_off: bool) -> Markup {
    html! {
        time.day datetime=(it) {
            span.wide-only aria-hidden="true" { (it.day()) }
            span.phone-only aria-hidden="true" { (words::day(lang, it)) ", " (words::weekday(lang, it)) }
            span.visually-hidden { (words::day(lang, it)) }
        }
        @if it == today { " " span.small.t-bad { (lang.t(key("timeline-now"))) } }
        @if is_off { span.visually-hidden { ", " (lang.t(key("calendar-off"))) } }
    }
}

fn one(lang: Lang, (row, task): &Due<'_>) -> Markup {
    let href = format!("/rows/{}?task={}", row.row.lineage, task.task.id);
    html! {
        li {
            (look::status(lang, task).sign(lang)) " "
            a href=(href) { (look::short(&row.row.text)) }
        }
    }
}

/// What has no day yet, so that nobody takes an empty month for a free one.
fn undated(lang: Lang, running: &Running, is_wanted: impl Fn(&TaskView) -> bool) -> Markup {
    let asks = |it: &TaskView| {
        it.is_open() && it.task.due_on.is_none() && (it.task.waits_for.is_some() || it.asks_for_day)
    };
    let all: Vec<_> = running.tasks().filter(|(_, _, it)| is_wanted(it) && asks(it)).collect();
    html! {
        @if !all.is_empty() {
            section.mt-5 aria-labelledby="undated" {
                (block::section_head("undated", &lang.t(key("calendar-undated")), &all.len().to_string(), None))
                ul.plain { @for (_, row, task) in &all {
                    li {
                        a href={ "/rows/" (row.row.lineage) "?task=" (task.task.id) } { (look::short(&row.row.text)) }
                        " " span.soft { (look::due(lang, running.today, task)) }
                    }
                } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_grid_begins_on_monday_and_ends_on_sunday() {
        for (month, from, to) in [
            (date(2026, 10, 1), date(2026, 9, 28), date(2026, 11, 1)),
            (date(2027, 2, 1), date(2027, 2, 1), date(2027, 2, 28)),
            (date(2026, 8, 1), date(2026, 7, 27), date(2026, 9, 6)),
        ] {
            assert_eq!(monday_before(month), from);
            assert_eq!(sunday_after(month.last_of_month()), to);
        }
    }

    #[test]
    fn a_month_that_cannot_be_read_is_this_month() {
        let today = date(2026, 10, 15);
        for (asked, first) in [
            ("2027-02", date(2027, 2, 1)),
            ("", date(2026, 10, 1)),
            ("2026-13", date(2026, 10, 1)),
            ("9999-12", date(2026, 10, 1)),
            ("октябрь", date(2026, 10, 1)),
        ] {
            let asked = CalendarAsked { month: asked.to_owned(), ..CalendarAsked::default() };
            assert_eq!(asked.first(today), first);
        }
    }
}
