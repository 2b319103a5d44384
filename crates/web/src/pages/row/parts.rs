//! Sections of a row's page: figures, documents, occurrences, what was written, aside.

use app::roadmap::{DatedFrom, Given, TaskView};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::evidence::{EvidenceSource, Wanted};
use mentoring::task::FigureStanding;

use super::Seen;
use crate::kit::block;
use crate::kit::figure::meter;
use crate::kit::icon::{Icon, icon, sign};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::pages::tasks::evidence::named;
use crate::pages::tasks::look;
use crate::words;

/// The figures that prove the row, each with what is reached or why nothing counts it yet.
pub(super) fn figures(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let Some(task) = seen.task.filter(|it| !it.needs.figures.is_empty()) else { return html! {} };
    let note = lang.tn(key("line-on"), [("day", words::date(lang, seen.running.today).into())]);
    html! {
        section aria-labelledby="ind" {
            (block::section_head("ind", &lang.t(key("line-figures")), &note, None))
            @for it in &task.needs.figures { (figure(seen, it)) }
            @if let Some(written) = &seen.row.row.indicator_text {
                p.small.soft.mt-2 { (lang.tn(key("line-written"), [("text", written.clone().into())])) }
            }
        }
    }
}

fn figure(seen: &Seen<'_>, it: &FigureStanding) -> Markup {
    let lang = seen.lang;
    let needed = lang.tn(key("line-needed"), [("target", look::target(lang, it).into())]);
    let reached = look::reached(lang, it);
    html! {
        div.panel {
            div.fig {
                span.k { (look::measure(lang, it)) }
                @if it.reached.is_some() {
                    div.v { (reached) " " span.of { (needed) } }
                    @if it.unit == "%" { (meter(percent(it.reached.unwrap_or_default()), Some(percent(it.target)))) }
                } @else {
                    div { (needed) " · " span.soft { (reached) } }
                }
            }
        }
    }
}

/// A share as the bar draws it: 0 to 100.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0..=100")]
fn percent(share: f64) -> u32 {
    share.clamp(0.0, 100.0).round() as u32
}

/// What must exist, with what shows it; then everything else that was put to the task.
pub(super) fn documents(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let Some(task) = seen.task else { return html! {} };
    let evidence = &task.needs.evidence;
    let shown: Vec<_> = evidence.met.iter().map(|(_, id)| *id).collect();
    let others: Vec<&Given> =
        task.given.iter().filter(|it| !shown.contains(&it.evidence.id)).collect();
    let may_put = may_work(seen, task);
    html! {
        section aria-labelledby="ev" {
            (block::section_head("ev", &lang.t(key("line-documents")), "", None))
            @if evidence.met.is_empty() && evidence.missing.is_empty() {
                p.soft { (lang.t(key("line-no-documents"))) }
            }
            ul.todo {
                @for it in &evidence.missing { (missing(seen, task, it, may_put)) }
                @for (it, id) in &evidence.met {
                    (met(seen, task, it, task.given.iter().find(|given| given.evidence.id == *id)))
                }
                @for it in &others { (given(seen, task, it)) }
            }
            @if may_put {
                p.mt-2.no-print { a.btn.btn-plain.btn-s href={ "/tasks/" (task.task.id) "/evidence" } { (icon(Icon::Plus)) (lang.t(key("evidence-add"))) } }
            }
        }
    }
}

pub(super) fn may_work(seen: &Seen<'_>, task: &TaskView) -> bool {
    let is_own = seen.ctx.may_oneself(Action::WorkOnTasks) && task.is_of(seen.ctx.person);
    is_own || seen.ctx.may(Action::WorkOnTasks)
}

fn missing(seen: &Seen<'_>, task: &TaskView, it: &Wanted, may_put: bool) -> Markup {
    let lang = seen.lang;
    html! {
        li {
            (sign(Icon::Todo, "", &lang.t(key("line-missing"))))
            div { span.what { (look::wanted(lang, it)) } p.why { (lang.t(key("line-missing"))) } }
            @if may_put && task.is_open() {
                a.btn.btn-plain.btn-s href={ "/tasks/" (task.task.id) "/evidence?document=" (look::document_value(it)) } {
                    (lang.t(key("evidence-put-short"))) span.visually-hidden { ": " (look::wanted(lang, it)) }
                }
            }
        }
    }
}

fn met(seen: &Seen<'_>, task: &TaskView, it: &Wanted, by: Option<&Given>) -> Markup {
    let lang = seen.lang;
    html! {
        li {
            (sign(Icon::Done, "t-ok", &lang.t(key("line-there"))))
            div {
                span.what { (look::wanted(lang, it)) }
                @match by {
                    Some(by) => (about(seen, by)),
                    None => p.why { (lang.t(key("line-by-record"))) },
                }
            }
            @if let Some(by) = by { (take_back(seen, task, by)) }
        }
    }
}

fn given(seen: &Seen<'_>, task: &TaskView, it: &Given) -> Markup {
    let lang = seen.lang;
    let is_gone = it.evidence.withdrawn_on.is_some();
    let label = match (is_gone, it.evidence.source) {
        (true, _) => lang.t(key("line-withdrawn")),
        (false, EvidenceSource::Note) => lang.t(key("evidence-note")),
        (false, _) => lang.t(key("line-beside")),
    };
    let shape = if is_gone { Icon::NotApplicable } else { Icon::Info };
    html! {
        li {
            (sign(shape, "", &label))
            div {
                span.what { @if is_gone { s { (named(lang, it)) } } @else { (named(lang, it)) } }
                (about(seen, it))
            }
            (take_back(seen, task, it))
        }
    }
}

/// Where a piece of evidence is, of which day, and why it was taken back.
fn about(seen: &Seen<'_>, it: &Given) -> Markup {
    let lang = seen.lang;
    let evidence = &it.evidence;
    let of = lang.tn(key("line-of-day"), [("day", words::date(lang, evidence.true_on).into())]);
    html! {
        p.why {
            @if let Some(file) = &it.file {
                a href={ "/files/" (file.id) } download { (icon(Icon::Load)) " " (file.name) }
                " " span.nb { (words::size(lang, file.size_bytes.into())) } " · "
            }
            @if let Some(link) = &evidence.link {
                a href=(link) rel="noopener noreferrer nofollow" { (link) } " · "
            }
            @if !evidence.words.is_empty() && (it.file.is_some() || evidence.link.is_some()) { (evidence.words) " · " }
            (of)
            @if let Some(on) = evidence.withdrawn_on {
                br; (withdrawn(lang, on, evidence.withdrawn_why.as_deref()))
            }
        }
    }
}

/// Says when it was taken back and why; without a reason it was undone at once.
fn withdrawn(lang: Lang, on: Date, why: Option<&str>) -> String {
    let day = words::date(lang, on);
    match why {
        Some(why) => lang
            .tn(key("line-withdrawn-why"), [("day", day.into()), ("why", why.to_owned().into())]),
        None => lang.tn(key("line-withdrawn-at-once"), [("day", day.into())]),
    }
}

fn take_back(seen: &Seen<'_>, task: &TaskView, it: &Given) -> Markup {
    let is_own = it.evidence.given_by == seen.ctx.actor && may_work(seen, task);
    let may = it.evidence.withdrawn_on.is_none() && (is_own || seen.ctx.may(Action::SettleTasks));
    html! {
        @if may {
            a.btn.btn-plain.btn-s href={ "/tasks/" (task.task.id) "/evidence/" (it.evidence.id) "/withdraw" } {
                (seen.lang.t(key("evidence-withdraw"))) span.visually-hidden { ": " (named(seen.lang, it)) }
            }
        }
    }
}

/// All occurrences of a row that has several.
pub(super) fn occurrences(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    if seen.row.tasks.len() < 2 {
        return html! {};
    }
    let heads = [key("map-column-deadline"), key("map-column-who"), key("map-column-state")]
        .map(|it| lang.t(it));
    let columns: Vec<Column> = heads.iter().map(Column::new).collect();
    let rows = html! { @for task in &seen.row.tasks { (occurrence(seen, &heads, task)) } };
    html! {
        section aria-labelledby="occ" {
            (block::section_head("occ", &lang.t(key("line-occurrences")), &lang.tn(key("line-times"), [("count", seen.row.tasks.len().into())]), None))
            (table::table(&lang.t(key("line-occurrences")), &columns, &rows))
        }
    }
}

fn occurrence(seen: &Seen<'_>, heads: &[String; 3], task: &TaskView) -> Markup {
    let lang = seen.lang;
    let is_here = seen.task.is_some_and(|it| it.task.id == task.task.id);
    let href = format!("/rows/{}?task={}", seen.row.row.lineage, task.task.id);
    let cells = html! {
        th scope="row" role="rowheader" {
            a href=(href) aria-current=[is_here.then_some("true")] { (look::due(lang, seen.running.today, task)) }
        }
        (table::cell(&heads[1], &look::answers(lang, seen.ctx, task)))
        (table::state_cell(&html! { (look::status(lang, task).show(lang)) " " span.soft.small { (look::closed(lang, seen.running.today, task)) } }))
    };
    table::row(Heat::Calm, &cells)
}

/// The words of the roadmap beside every reading of them.
pub(super) fn written(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    let it = &seen.row.row;
    let responsible: Vec<&str> = it.responsible.0.iter().map(|one| one.text.as_str()).collect();
    // The heading is cut where the row is long: then the whole of it stands here.
    let whole = (look::row_title(seen.row) != it.text).then(|| it.text.clone());
    let cells: Vec<(String, Option<String>)> = vec![
        (lang.t(key("map-column-activity")), whole),
        (lang.t(key("map-column-deadline")), Some(it.deadline_text.clone())),
        (lang.t(key("map-column-who")), Some(responsible.join("; "))),
        (lang.t(key("line-result")), it.result.clone()),
        (lang.t(key("line-figures")), it.indicator_text.clone()),
        (lang.t(key("line-audience")), it.audience.clone()),
        (lang.t(key("line-note")), it.note.clone()),
    ];
    let rows: Vec<(String, Markup)> = cells
        .into_iter()
        .filter_map(|(name, text)| Some((name, text.filter(|it| !it.is_empty())?)))
        .map(|(name, text)| (name, html! { (text) }))
        .collect();
    html! {
        @if !rows.is_empty() {
            section aria-labelledby="raw" {
                (block::section_head("raw", &lang.t(key("line-as-written")), "", None))
                (block::card(&rows))
            }
        }
    }
}

/// In short, and what else can be done.
pub(super) fn aside(seen: &Seen<'_>) -> Markup {
    let lang = seen.lang;
    html! {
        div.aside {
            section aria-labelledby="brief" {
                h2.visually-hidden id="brief" { (lang.t(key("line-brief"))) }
                (block::card(&brief(seen)))
            }
            @if let Some(task) = seen.task { (other(seen, task)) }
        }
    }
}

fn brief(seen: &Seen<'_>) -> Vec<(String, Markup)> {
    let lang = seen.lang;
    let sees_people = seen.ctx.may(Action::SeePeople);
    let mut rows = Vec::new();
    if let Some(task) = seen.task {
        let due = html! {
            (look::due(lang, seen.running.today, task))
            @if let Some(moved) = look::moved(lang, task) { br; span.soft.small { (moved) } }
            @if let Some(from) = &task.dated_from { br; span.soft.small { (dated_from(seen, from)) } }
        };
        rows.push((lang.t(key("map-column-deadline")), due));
        let people = html! {
            @if task.people.is_empty() { (lang.t(key("task-nobody"))) }
            @for (at, it) in task.people.iter().enumerate() {
                @if 0 < at { br; }
                @if sees_people { a href={ "/people/" (it.id) } { (it.name.short()) } } @else { (it.name.short()) }
            }
        };
        rows.push((lang.t(key("line-answers")), people));
        if let Some(on) = task.task.started_on {
            rows.push((lang.t(key("line-begun")), html! { (words::date(lang, on)) }));
        }
    }
    let from = match &seen.row.row.number {
        Some(number) => lang.tn(key("line-from-number"), [("number", number.clone().into())]),
        None => look::map_name(lang, seen.map),
    };
    let href = format!("/roadmap?map={}", seen.map.roadmap.id);
    rows.push((lang.t(key("line-from")), html! {
        a href=(href) { (from) } br; span.soft.small { (crate::pages::roadmap::under(lang, seen.map)) }
    }));
    rows
}

/// From which event the days of a task are counted, and how it is known.
fn dated_from(seen: &Seen<'_>, from: &DatedFrom) -> Markup {
    let lang = seen.lang;
    let day = words::day_near(lang, from.on, seen.running.today);
    let values = [("event", from.event.clone().into()), ("day", day.into())];
    let by = from.row.and_then(|it| seen.running.row(it)).map(|(_, row)| row);
    html! {
        (lang.tn(key("line-dated-from"), values))
        @if let Some(document) = &from.document {
            " " (lang.tn(key("line-dated-document"), [("document", document.clone().into())]))
        }
        @if let Some(row) = by {
            " " a href={ "/rows/" (row.row.lineage) } {
                (lang.tn(key("line-named"), [("row", look::row_place(row).into())]))
            }
        } @else if from.is_by_itself { " " (lang.t(key("line-dated-itself"))) }
    }
}

fn other(seen: &Seen<'_>, task: &TaskView) -> Markup {
    let lang = seen.lang;
    let id = task.task.id;
    let may_settle = seen.ctx.may(Action::SettleTasks);
    let mut ways: Vec<(String, String)> = Vec::new();
    let mut way = |path: &str, words: String| ways.push((format!("/tasks/{id}/{path}"), words));
    if task.is_open() && may_work(seen, task) {
        let lacks = look::missing(lang, task);
        let words = if lacks.is_empty() { key("next-done") } else { key("next-reason") };
        way("close", lang.t(words));
    }
    if may_settle {
        way("people", lang.t(key("people-give")));
        if task.is_open() {
            if task.task.waits_for.is_some() {
                way("happened", lang.t(key("next-happened")));
            }
            if task.asks_for_day {
                way("day", lang.t(key("next-day")));
            }
            way("set-aside", lang.t(key("aside-title")));
        } else {
            way("reopen", lang.t(key("reopen-title")));
        }
    }
    html! {
        @if !ways.is_empty() {
            section.no-print aria-labelledby="oth" {
                h2 id="oth" { (lang.t(key("line-other"))) }
                ul.links { @for (href, words) in &ways { li { a href=(href) { (words) } } } }
            }
        }
    }
}
