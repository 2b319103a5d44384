//! A task in words: its state, its day, who answers for it, what it wants, what comes next.
//!
//! Deliberately absent: deciding any of it. `app` tells how a task stands; here it is only said.

use app::Ctx;
use app::roadmap::{RoadmapView, RowView, Standing, TaskView};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::evidence::Wanted;
use mentoring::task::{Closing, FigureStanding};

use crate::kit::status::Status;
use crate::lang::{Lang, key};
use crate::terms;
use crate::words;

/// Gives the state of a task as it is shown.
pub(crate) fn status(lang: Lang, task: &TaskView) -> Status {
    match task.standing {
        Standing::NotApplicable => Status::NotApplicable,
        Standing::Done => Status::Done,
        Standing::DoneLate => Status::Late,
        Standing::Overdue => Status::Overdue(task.days_late.into()),
        Standing::Near => task.task.due_on.map_or(Status::Todo, Status::Soon),
        Standing::Waiting => Status::Waiting(lang.t(key("task-wait-event"))),
        _ if task.asks_for_day => Status::Waiting(lang.t(key("task-wait-day"))),
        Standing::UnderWay => Status::Going,
        Standing::NotStarted => Status::Todo,
    }
}

/// Gives the state of a row: of its gravest task.
pub(crate) fn row_status(lang: Lang, row: &RowView) -> Status {
    let gravest = row.tasks.iter().find(|it| it.standing == row.standing);
    gravest.map_or(Status::Going, |it| status(lang, it))
}

/// Says when a task falls due, or why it does not.
pub(crate) fn due(lang: Lang, today: Date, task: &TaskView) -> String {
    let near = |it: Date| words::day_near(lang, it, today);
    match (task.task.due_on, &task.task.waits_for) {
        (Some(due), _) if task.standing == Standing::Overdue => lang.tn(
            key("task-due-was"),
            [("day", near(due).into()), ("days", i64::from(task.days_late).into())],
        ),
        (Some(due), _) => lang.tn(key("task-due"), [("day", near(due).into())]),
        (None, Some(event)) => lang.tn(key("task-due-waits"), [("event", event.clone().into())]),
        (None, None) if task.asks_for_day => lang.t(key("task-due-asks")),
        (None, None) => lang.t(key("task-due-never")),
    }
}

/// Says why the due day differs from the roadmap's; nothing where it does not.
pub(crate) fn moved(lang: Lang, task: &TaskView) -> Option<String> {
    let (due, last) = task.task.due_on.zip(task.task.to_on)?;
    (due != last && task.task.from_on.is_some()).then(|| {
        let values = [
            ("day", words::day_near(lang, last, due).into()),
            ("weekday", words::weekday(lang, last).into()),
            ("due", words::date(lang, due).into()),
        ];
        lang.tn(key("task-moved"), values)
    })
}

/// Says when and how a closed task was closed; empty for an open one.
pub(crate) fn closed(lang: Lang, today: Date, task: &TaskView) -> String {
    let Some((on, closing)) = task.task.closed_on.zip(task.task.closing) else {
        return String::new();
    };
    let day = words::day_near(lang, on, today);
    match closing {
        Closing::ByReason => lang.tn(key("task-closed-reason"), [("day", day.into())]),
        Closing::NotApplicable => lang.tn(key("task-closed-aside"), [("day", day.into())]),
        Closing::ByEvidence | Closing::ByHand => day,
    }
}

/// Prints who answers for a task.
pub(crate) fn answers(lang: Lang, ctx: &Ctx, task: &TaskView) -> Markup {
    if task.is_of(ctx.person) && task.people.len() == 1 {
        return html! { span.at.at-me { span { (lang.t(key("holder-me"))) } } };
    }
    let names: Vec<String> = task.people.iter().map(|it| it.name.short()).collect();
    let class = if task.is_of(ctx.person) { "at at-me" } else { "at" };
    let said = match names.len() {
        0 => lang.t(key("task-nobody")),
        n => {
            lang.tn(key("task-answers"), [("count", n.into()), ("names", names.join(", ").into())])
        }
    };
    html! { span class=(class) { span { (said) } } }
}

/// Names a document that a row wants: «Приказ: наставнические пары».
pub(crate) fn wanted(lang: Lang, it: &Wanted) -> String {
    terms::evidence(lang, &it.kind, &it.about)
}

/// Names what a figure measures.
pub(crate) fn measure(lang: Lang, figure: &FigureStanding) -> String {
    terms::measure(lang, &figure.measure)
}

/// Says the target of a figure: «не менее 55 %»; of what, its name beside it says.
pub(crate) fn target(lang: Lang, figure: &FigureStanding) -> String {
    let is_named = !terms::known(lang, format!("measure-{}", figure.measure), "").is_empty();
    let unit = if is_named && figure.unit != "%" { "" } else { figure.unit.as_str() };
    bound(lang, &figure.op, figure.target, unit)
}

/// Says a bound, wherever a figure is told: «не менее 55 %», «больше 3 встреч».
///
/// - `op`: `>=`, `<=`, `>`, `<`; anything else is «exactly».
pub(crate) fn bound(lang: Lang, op: &str, value: f64, unit: &str) -> String {
    let words = match op {
        ">=" => key("figure-at-least"),
        "<=" => key("figure-at-most"),
        ">" => key("figure-more"),
        "<" => key("figure-less"),
        _ => key("figure-exactly"),
    };
    lang.tn(words, [("value", amount(lang, unit, value).into())])
}

/// Says what has been reached, or honestly why nothing counts it yet.
pub(crate) fn reached(lang: Lang, figure: &FigureStanding) -> String {
    match figure.reached {
        Some(reached) => amount(lang, &figure.unit, reached),
        None => terms::known(
            lang,
            format!("uncounted-{}", figure.measure),
            &lang.t(key("uncounted-yet")),
        ),
    }
}

fn amount(lang: Lang, unit: &str, value: f64) -> String {
    // The cast saturates and nothing depends on it.
    #[expect(clippy::cast_possible_truncation, reason = "figures of a school are small")]
    let tenths = (value * 10.0).round() as i64;
    if unit == "%" {
        return words::percent(lang, tenths);
    }
    let unit = terms::known(lang, format!("unit-{unit}"), "");
    // «2,5 часа» keeps its part; thousands are told in groups.
    let number = if tenths % 10 == 0 { words::number(tenths / 10) } else { terms::amount(value) };
    if unit.is_empty() { number } else { format!("{number}{}{unit}", words::NB) }
}

/// Says everything a task still misses, in one sentence; empty where nothing is missing.
pub(crate) fn missing(lang: Lang, task: &TaskView) -> String {
    let documents = task.needs.evidence.missing.iter().map(|it| wanted(lang, it));
    let figures = task.needs.figures.iter().filter(|it| !it.is_met());
    let figures = figures.map(|it| format!("{} {}", measure(lang, it), target(lang, it)));
    let open = task.parts.len() - task.needs.n_parts_done();
    let parts = (0 < open).then(|| {
        let values = [("open", open.into()), ("all", task.parts.len().into())];
        lang.tn(key("task-missing-parts"), values)
    });
    let all: Vec<String> = documents.chain(parts).chain(figures).collect();
    match all.is_empty() {
        true => String::new(),
        false => lang.tn(key("task-missing"), [("what", all.join("; ").into())]),
    }
}

/// Says how many parts of a task are done: «сделано 3 из 5»; nothing where it has none.
pub(crate) fn parts_done(lang: Lang, task: &TaskView) -> Option<String> {
    let all = task.parts.len();
    let values = [("done", task.needs.n_parts_done().into()), ("all", all.into())];
    (0 < all).then(|| lang.tn(key("task-parts"), values))
}

/// Shortens the words of a row to a title; the whole stands on the row's own page.
pub(crate) fn short(text: &str) -> String {
    const LONGEST: usize = 140;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let cut: String = line.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// Names a row by its words; where it lists its parts, by the words before the list.
pub(crate) fn row_title(row: &RowView) -> String {
    let entries: Vec<&str> = row.row.items.0.iter().map(|it| it.text.as_str()).collect();
    short(lead(&row.row.text, &entries).unwrap_or(&row.row.text))
}

/// The words before a list of entries, without the mark of the first: «Подготовить запуск».
fn lead<'a>(text: &'a str, entries: &[&str]) -> Option<&'a str> {
    /// Fewer letters («План:») name nothing.
    const LEAST: usize = 8;
    let [first, _, ..] = entries else { return None };
    let before = text.split_once(first.trim())?.0.trim_end();
    let (words, mark) = before.rsplit_once(char::is_whitespace).unwrap_or((before, ""));
    let is_mark = mark.chars().count() <= 3
        && (mark.ends_with([')', '.']) || !mark.contains(char::is_alphanumeric));
    let words = if is_mark { words } else { before };
    let words = words.trim_end_matches([':', ';', ',', ' ', '\n', '\t']);
    (LEAST <= words.chars().count()).then_some(words)
}

/// Names a roadmap: its title, else its years.
///
/// A title that goes on after the words «дорожная карта», as documents write it, gets them back.
pub(crate) fn map_name(lang: Lang, map: &RoadmapView) -> String {
    let title = short(map.roadmap.title.trim_end_matches(['*', ' ']));
    if title.starts_with(char::is_lowercase) {
        return lang.tn(key("roadmap-named"), [("title", title.into())]);
    }
    if !title.is_empty() {
        return title;
    }
    let (from, to) = (map.roadmap.from_on, map.roadmap.to_on);
    let window = format!("{} — {}", words::month(lang, from), words::month(lang, to));
    lang.tn(key("map-of-years"), [("window", window.into())])
}

/// Names a row: its number, else the beginning of its words.
pub(crate) fn row_name(row: &RowView) -> String {
    row.row.number.clone().unwrap_or_else(|| beginning(&row.row.text))
}

/// The first words of a text, and a sign that there are more.
fn beginning(text: &str) -> String {
    const WORDS: usize = 6;
    let mut words = text.split_whitespace();
    let first = words.by_ref().take(WORDS).collect::<Vec<_>>().join(" ");
    match words.next() {
        None => first,
        Some(_) => format!("{}…", first.trim_end_matches([',', ';', ':', '.', '-', '–', '—', ' '])),
    }
}

/// Where a row stands: its number, else its place in the roadmap, as the table shows it.
pub(crate) fn row_place(row: &RowView) -> String {
    row.row.number.clone().unwrap_or_else(|| (row.row.position + 1).to_string())
}

/// The one thing that is needed next of a task.
pub(crate) enum Next {
    /// Parts of it are open.
    Parts,
    /// A document is missing.
    Evidence(Wanted),
    /// A figure is not reached or not counted: what shows it can be put in.
    Figure,
    /// The other rows of the roadmap are not done: the row counts them.
    Others,
    /// Nothing is missing: it only has to be said.
    Done,
    /// Its event has to happen.
    Happened,
    /// Somebody has to name its day.
    Day,
}

impl Next {
    /// Tells what comes next where the reader can do it; `None` where nothing or nobody is needed.
    pub(crate) fn of(ctx: &Ctx, task: &TaskView) -> Option<Self> {
        let is_own = ctx.may_oneself(Action::WorkOnTasks) && task.is_of(ctx.person);
        if !task.is_open() || !(is_own || ctx.may(Action::WorkOnTasks)) {
            return None;
        }
        let may_settle = ctx.may(Action::SettleTasks);
        if task.task.waits_for.is_some() && may_settle {
            return Some(Self::Happened);
        }
        if task.asks_for_day && may_settle {
            return Some(Self::Day);
        }
        if task.needs.n_parts_done() < task.parts.len() {
            return Some(Self::Parts);
        }
        Some(match task.needs.evidence.missing.first() {
            Some(wanted) => Self::Evidence(wanted.clone()),
            None => match task.needs.figures.iter().find(|it| !it.is_met()) {
                Some(it) if it.measure.starts_with("roadmap_") => Self::Others,
                Some(_) => Self::Figure,
                None => Self::Done,
            },
        })
    }

    /// The words of its button.
    pub(crate) fn button(&self, lang: Lang) -> String {
        match self {
            Self::Parts => lang.t(key("next-parts")),
            Self::Evidence(_) => lang.t(key("next-evidence")),
            Self::Figure => lang.t(key("next-figure")),
            Self::Others => lang.t(key("next-others")),
            Self::Done => lang.t(key("next-done")),
            Self::Happened => lang.t(key("next-happened")),
            Self::Day => lang.t(key("next-day")),
        }
    }

    /// Where it is done.
    pub(crate) fn href(&self, task: &TaskView) -> String {
        let id = task.task.id;
        match self {
            Self::Evidence(it) => {
                format!("/tasks/{id}/evidence?document={}", document_value(it))
            }
            Self::Parts => format!("/tasks/{id}/parts"),
            Self::Figure => format!("/tasks/{id}/evidence"),
            Self::Others => "/fulfilment".to_owned(),
            Self::Done => format!("/tasks/{id}/close"),
            Self::Happened => format!("/tasks/{id}/happened"),
            Self::Day => format!("/tasks/{id}/day"),
        }
    }

    /// What to do, as a heading, and why.
    pub(crate) fn told(&self, lang: Lang, task: &TaskView) -> (String, String) {
        match self {
            Self::Evidence(it) => (
                lang.tn(key("next-evidence-title"), [("what", wanted(lang, it).into())]),
                lang.t(key("next-evidence-why")),
            ),
            Self::Parts => (lang.t(key("next-parts-title")), missing(lang, task)),
            Self::Figure | Self::Others => (lang.t(key("next-reason-title")), missing(lang, task)),
            Self::Done => (lang.t(key("next-done-title")), lang.t(key("next-done-why"))),
            Self::Happened => (
                lang.t(key("next-happened-title")),
                lang.tn(
                    key("next-happened-why"),
                    [("event", task.task.waits_for.clone().unwrap_or_default().into())],
                ),
            ),
            Self::Day => (lang.t(key("next-day-title")), lang.t(key("next-day-why"))),
        }
    }
}

/// A wanted document as the value of a field: kind and subject. Both are slugs without a slash.
pub(crate) fn document_value(it: &Wanted) -> String {
    format!("{}/{}", it.kind, it.about)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_row_is_cut_between_words() {
        let long = "слово ".repeat(60);
        let title = short(&long);
        assert!(title.ends_with("слово…") && title.chars().count() <= 141, "{title}");
        assert_eq!(short(" два \n слова "), "два слова");
    }

    #[test]
    fn a_name_made_of_first_words_ends_between_them_and_says_that_there_are_more() {
        for (text, name) in [
            ("Провести  педсовет", "Провести педсовет"),
            ("один два три четыре пять шесть, семь", "один два три четыре пять шесть…"),
            ("один два три четыре пять – шесть", "один два три четыре пять…"),
        ] {
            assert_eq!(beginning(text), name);
        }
    }

    #[test]
    fn a_row_that_lists_its_parts_is_named_by_the_words_before_them() {
        let entries = ["провести беседу", "оформить стенд"];
        for (text, named) in [
            (
                "Подготовить запуск:\n1) провести беседу\n2) оформить стенд",
                Some("Подготовить запуск"),
            ),
            (
                "Подготовить запуск: а) провести беседу; б) оформить стенд",
                Some("Подготовить запуск"),
            ),
            (
                "Подготовить запуск:\n— провести беседу\n— оформить стенд",
                Some("Подготовить запуск"),
            ),
            ("Запуск для 10 классов: провести беседу", Some("Запуск для 10 классов")),
            ("План: провести беседу, оформить стенд", None),
            ("провести беседу, оформить стенд", None),
            ("Совсем другие слова", None),
        ] {
            assert_eq!(lead(text, &entries), named, "{text}");
        }
        assert_eq!(lead("Подготовить запуск: провести беседу", &entries[..1]), None);
    }

    #[test]
    fn every_kind_of_document_has_a_name_and_an_unknown_one_keeps_its_own() {
        let of = |kind: &str, about: &str| {
            wanted(Lang::Ru, &Wanted { kind: kind.into(), about: about.into() })
        };
        assert_eq!(of("order", "pairs"), "Приказ: наставнические пары");
        assert_eq!(of("protocol", ""), "Протокол");
        assert_eq!(of("charter", "unheard"), "charter");
    }
}
