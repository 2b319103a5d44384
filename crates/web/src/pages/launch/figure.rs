//! Figures of a row, line by line: measure, comparator, value, unit, population, year.
//!
//! A line that somebody changed outweighs the words; until then the words are read again when they
//! change. Lines are added and removed by buttons, so that it works without a script. Deliberately
//! absent: what a figure may be (`app::launch::figure`).

use app::launch::figure::{COMPARATORS, MEASURES, UNITS, try_figures};
use app::launch::{FigureEdit, FigureFault, Indicator};
use axum::extract::{Path, Query};
use maud::{Markup, html};
use mentoring::id::VersionId;
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use super::reading;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;

/// The figures of a row as typed: one list for each field, in the order of the lines.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct FigureForm {
    #[serde(default, deserialize_with = "lines")]
    figure_words: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_measure: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_op: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_value: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_unit: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_of: Vec<String>,
    #[serde(default, deserialize_with = "lines")]
    figure_year: Vec<String>,
    /// The lines as they were shown first: what differs was changed by hand.
    #[serde(default)]
    figures_were: String,
    /// `yes` where the row had figures set by hand before.
    #[serde(default)]
    figures_by_hand: String,
    /// `yes` to forget what was set by hand and read the words.
    #[serde(default)]
    figures_from_words: String,
}

/// The values of a field that stands in every line. Inside a flattened form a single value comes
/// as itself, not as a list of one.
fn lines<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Sent {
        One(String),
        Several(Vec<String>),
    }
    Ok(match Sent::deserialize(from)? {
        Sent::One(it) => vec![it],
        Sent::Several(all) => all,
    })
}

impl FigureForm {
    /// The figures of a row.
    ///
    /// - `read`: what its words say; other figures were set by hand.
    pub(crate) fn of(figures: &[Indicator], read: &[Indicator]) -> Self {
        let lines: Vec<FigureEdit> = figures.iter().map(FigureEdit::of).collect();
        let by_hand = if figures == read { "" } else { "yes" };
        let mut form = Self { figures_by_hand: by_hand.to_owned(), ..Self::default() };
        form.figures_were = said(&lines);
        form.set(lines);
        form
    }

    /// The lines.
    fn lines(&self) -> Vec<FigureEdit> {
        let at = |list: &[String], n: usize| list.get(n).cloned().unwrap_or_default();
        (0..self.figure_measure.len())
            .map(|n| FigureEdit {
                words: at(&self.figure_words, n),
                measure: at(&self.figure_measure, n),
                op: at(&self.figure_op, n),
                value: at(&self.figure_value, n),
                unit: at(&self.figure_unit, n),
                of: at(&self.figure_of, n),
                year: at(&self.figure_year, n),
            })
            .collect()
    }

    fn set(&mut self, lines: Vec<FigureEdit>) {
        let list = |of: fn(&FigureEdit) -> &String| lines.iter().map(|it| of(it).clone()).collect();
        self.figure_words = list(|it| &it.words);
        self.figure_measure = list(|it| &it.measure);
        self.figure_op = list(|it| &it.op);
        self.figure_value = list(|it| &it.value);
        self.figure_unit = list(|it| &it.unit);
        self.figure_of = list(|it| &it.of);
        self.figure_year = list(|it| &it.year);
    }

    /// The figures that outweigh the words; `None` where nobody set any.
    pub(crate) fn by_hand(&self) -> Option<Vec<FigureEdit>> {
        let lines = self.lines();
        let is_changed = self.figures_by_hand == "yes" || said(&lines) != self.figures_were;
        (is_changed && self.figures_from_words != "yes").then_some(lines)
    }

    /// The form after a button that saves nothing.
    ///
    /// - `press`: `check`, `add-figure`, `drop-figure-N`, `year-figure-N`.
    /// - `read`: what the words say now.
    pub(crate) fn pressed(&mut self, press: &str, read: &[Indicator]) {
        if self.by_hand().is_none() {
            let shown = Self::of(read, read);
            *self = Self { figures_from_words: String::new(), ..shown };
        }
        let mut lines = self.lines();
        if press == "add-figure" {
            lines.push(FigureEdit { op: ">=".to_owned(), ..FigureEdit::default() });
        }
        let numbered = |prefix: &str| press.strip_prefix(prefix)?.parse::<usize>().ok();
        if let Some(at) = numbered("drop-figure-").filter(|at| *at < lines.len()) {
            lines.remove(at);
        }
        if let Some(at) = numbered("year-figure-").filter(|at| *at < lines.len()) {
            let next = lines[at].year.trim().parse::<i32>().map(|it| it.saturating_add(1));
            let year = next.map(|it| it.to_string()).unwrap_or_default();
            lines.insert(at + 1, FigureEdit { year, value: String::new(), ..lines[at].clone() });
        }
        self.set(lines);
    }

    fn is_open(&self, mends: &Mends) -> bool {
        let lines = self.lines();
        let has_empty = lines.iter().any(FigureEdit::is_empty);
        let is_bad = mends.0.iter().any(|it| it.field.starts_with("figure-"));
        self.by_hand().is_some() || has_empty || is_bad
    }
}

/// The lines in one string, to be compared; empty ones do not count.
fn said(lines: &[FigureEdit]) -> String {
    let one = |it: &FigureEdit| {
        [&it.measure, &it.op, &it.value, &it.unit, &it.of, &it.year].map(|it| it.trim()).join("|")
    };
    lines.iter().filter(|it| !it.is_empty()).map(one).collect::<Vec<_>>().join(";")
}

/// Whether a button of the form only shows it again.
pub(crate) fn only_shows(press: &str) -> bool {
    press == "check" || press.contains("-figure")
}

/// Says what to do about a figure, at its field.
pub(crate) fn mend(lang: Lang, mends: &mut Mends, at: usize, fault: FigureFault) {
    let (field, words) = match fault {
        FigureFault::NoMeasure => ("measure", lang.t(key("figure-mend-measure"))),
        FigureFault::NoValue => ("value", lang.t(key("figure-mend-value"))),
        FigureFault::ShareTooLarge => ("value", lang.t(key("figure-mend-share"))),
        FigureFault::NoUnit => ("unit", lang.t(key("figure-mend-unit"))),
        FigureFault::LongPopulation => ("of", lang.t(key("figure-mend-long"))),
        FigureFault::BadYear => ("year", lang.t(key("figure-mend-year"))),
        FigureFault::Repeated => ("measure", lang.t(key("figure-mend-repeated"))),
        FigureFault::Many => ("measure", lang.t(key("figure-mend-many"))),
    };
    let words = lang.tn(key("figure-mend"), [("n", (at + 1).into()), ("what", words.into())]);
    mends.push_at(format!("figure-{field}-{at}"), words);
}

/// Prints the words of the indicator with their reading, and the lines of figures.
pub(crate) fn fields(
    lang: Lang,
    (version, typed, read): (VersionId, &FigureForm, &[Indicator]),
    indicator: &str,
    mends: &Mends,
) -> Markup {
    let lines = typed.lines();
    html! {
        (form::lines(lang, &Input { name: "indicator", label: &lang.t(key("row-indicator")), hint: &lang.t(key("row-indicator-hint")), value: indicator, optional: true, ..Input::default() }, 2, mends))
        div data-read={ "/versions/" (version) "/figures/reading" } data-from="indicator" data-with="text result" { (form::reading("indicator", &told(lang, read))) }
        input type="hidden" name="figures_were" value=(typed.figures_were);
        input type="hidden" name="figures_by_hand" value=(typed.figures_by_hand);
        details.mt-2 open[typed.is_open(mends)] {
            summary { (lang.tn(key("figures-open"), [("count", lines.iter().filter(|it| !it.is_empty()).count().into())])) }
            @if typed.figures_by_hand == "yes" { (form::tick("figures_from_words", &lang.t(key("figures-from-words")), typed.figures_from_words == "yes")) }
            @for (at, line) in lines.iter().enumerate() { (one(lang, at, line, mends)) }
            button.btn.btn-plain.btn-s name="press" value="add-figure" { (lang.t(key("figure-add"))) }
        }
    }
}

fn one(lang: Lang, at: usize, line: &FigureEdit, mends: &Mends) -> Markup {
    let id = |field: &str| format!("figure-{field}-{at}");
    let text = |field: &'static str, name, label: String, value: &str, width| {
        let it = Input { name, id: &id(field), label: &label, value, width, ..Input::default() };
        form::input(lang, &it, mends)
    };
    let choice = |field: &'static str, name, label: String, value: &str, answers: &[Answer]| {
        let it = Input { name, id: &id(field), label: &label, value, ..Input::default() };
        form::select(lang, &it, answers, mends)
    };
    let number = lang.tn(key("figure-number"), [("n", (at + 1).into())]);
    html! {
        fieldset.line {
            legend { (number) }
            @if !line.words.is_empty() { p.raw { (line.words) } }
            input type="hidden" name="figure_words" value=(line.words);
            div.line-fields {
                (choice("measure", "figure_measure", lang.t(key("figure-measure")), &line.measure, &measures(lang)))
                (choice("op", "figure_op", lang.t(key("figure-op")), &line.op, &comparators(lang)))
                (text("value", "figure_value", lang.t(key("figure-value")), &line.value, "w-num"))
                (choice("unit", "figure_unit", lang.t(key("figure-unit")), &line.unit, &units(lang)))
                (text("of", "figure_of", lang.t(key("figure-of")), &line.of, ""))
                (text("year", "figure_year", lang.t(key("figure-year")), &line.year, "w-num"))
            }
            div.acts {
                button.btn.btn-plain.btn-s name="press" value={ "year-figure-" (at) } { (lang.t(key("figure-next-year"))) span.visually-hidden { ": " (number) } }
                button.btn.btn-plain.btn-s name="press" value={ "drop-figure-" (at) } { (lang.t(key("figure-drop"))) span.visually-hidden { ": " (number) } }
            }
        }
    }
}

fn measures(lang: Lang) -> Vec<Answer> {
    measures_among(lang, MEASURES.iter().map(|(slug, _)| *slug))
}

/// Measures as answers of a list; the first one is none.
pub(crate) fn measures_among(
    lang: Lang,
    measures: impl Iterator<Item = &'static str>,
) -> Vec<Answer> {
    let answer = |slug: &str| Answer { value: slug.to_owned(), words: terms::measure(lang, slug) };
    let none = Answer { value: String::new(), words: lang.t(key("figure-choose")) };
    std::iter::once(none).chain(measures.map(answer)).collect()
}

fn comparators(lang: Lang) -> Vec<Answer> {
    let words = |it: &str| match it {
        ">=" => lang.t(key("op-least")),
        "<=" => lang.t(key("op-most")),
        ">" => lang.t(key("op-more")),
        "<" => lang.t(key("op-less")),
        _ => lang.t(key("op-equal")),
    };
    COMPARATORS.iter().map(|it| Answer { value: (*it).to_owned(), words: words(it) }).collect()
}

fn units(lang: Lang) -> Vec<Answer> {
    let answer = |slug: &str| Answer {
        value: slug.to_owned(),
        words: if slug == "%" { "%".to_owned() } else { lang.t(&format!("unit-{slug}")) },
    };
    let none = Answer { value: String::new(), words: lang.t(key("figure-unit-own")) };
    std::iter::once(none).chain(UNITS.iter().map(|it| answer(it))).collect()
}

/// Says how figures were understood; nothing where there are none.
fn told(lang: Lang, figures: &[Indicator]) -> String {
    match reading::indicators(lang, figures) {
        none if none.is_empty() => none,
        what => lang.tn(key("reading-understood"), [("what", what.into())]),
    }
}

/// Cells that are being typed.
#[derive(Default, Deserialize)]
pub(crate) struct Typing {
    #[serde(default)]
    text: String,
    #[serde(default)]
    result: String,
    #[serde(default)]
    indicator: String,
}

/// Reads figures while they are typed: answers with the place of the reading alone.
pub(crate) async fn read_typed(
    visit: Visit,
    Path(version): Path<Uuid>,
    Query(typing): Query<Typing>,
) -> Result<Markup, Oops> {
    let cells = (typing.text.as_str(), typing.result.as_str(), typing.indicator.as_str());
    let figures = read(&visit, VersionId(version), cells).await?;
    Ok(form::reading("indicator", &told(visit.lang, &figures)))
}

/// The figures that the words of a row say.
pub(crate) async fn read(
    visit: &Visit,
    version: VersionId,
    cells: (&str, &str, &str),
) -> Result<Vec<Indicator>, Oops> {
    let figures = try_figures(visit.ctx()?, version, cells).await;
    figures.map_err(|it| obstacles(it).err().unwrap_or(Oops::NotFound))
}
