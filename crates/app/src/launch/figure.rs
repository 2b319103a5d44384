//! Figures of a row: mended line by line, and asked about where the compiler is not sure.
//!
//! It decides what a typed figure may be, which figures are doubtful, and that an answer is
//! remembered for the same wording: asked once, not every year. Deliberately absent: reading figures
//! (`roadmap::indicator`), counting them (`crate::roadmap`).

use ::roadmap::compile::{CellReading, read_cells};
use ::roadmap::plan::{Indicator, PlanPeriod};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{FigureAnswerId, LineageId, VersionId};
use mentoring::launch::VersionState;
use mentoring::period::Days;
use store::{FigureAnswer, Row, StoreError, Tx, Version};

use super::edit::{Draft, EditObstacle};
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// What can be measured, with the unit that it is counted in: shares first.
///
/// Source: `ROADMAP_FORMAT.md`, Measures, and the vocabulary of the compiler.
pub const MEASURES: &[(&str, &str)] = &[
    ("coverage", "%"),
    ("participation", "%"),
    ("consents", "%"),
    ("diagnosed", "%"),
    ("satisfaction", "%"),
    ("retained", "%"),
    ("programmes_done", "%"),
    ("roadmap_done", "%"),
    ("roadmap_on_time", "%"),
    ("partners_giving_mentors", "%"),
    ("people", "people"),
    ("pairs", "pairs"),
    ("groups", "groups"),
    ("sessions", "sessions"),
    ("experts", "people"),
    ("gatherings", "gatherings"),
    ("publications", "publications"),
    ("rubrics", "rubrics"),
    ("cases", "cases"),
    ("materials", "materials"),
    ("agreements", "agreements"),
    ("partners", "organisations"),
    ("programmes", "programmes"),
    ("surveys", "questionnaires"),
    ("protocols", "documents"),
    ("hours", "hours"),
];

/// The units that a figure can be counted in.
pub const UNITS: &[&str] = &[
    "%",
    "people",
    "pairs",
    "groups",
    "sessions",
    "gatherings",
    "publications",
    "rubrics",
    "cases",
    "materials",
    "agreements",
    "organisations",
    "programmes",
    "questionnaires",
    "documents",
    "hours",
    "points",
];

/// The comparators, as the wire format writes them.
pub const COMPARATORS: &[&str] = &[">=", "<=", "=", ">", "<"];

/// Shares whose population is told by the measure itself: rows of the roadmap, programmes.
const OWN_BASE: &[&str] = &["roadmap_done", "roadmap_on_time", "programmes_done"];

/// The longest words of a population, in characters.
const POPULATION_MOST: usize = 500;

/// The most figures of a row.
const FIGURES_MOST: usize = 40;

/// One figure as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FigureEdit {
    /// The words it was read from; empty for one added by hand.
    pub words: String,
    /// Slug of the measure.
    pub measure: String,
    /// Comparator.
    pub op: String,
    /// The target: «55», «2,5».
    pub value: String,
    /// Unit; empty for that of the measure.
    pub unit: String,
    /// Of what it is a share or a count; may be empty.
    pub of: String,
    /// Calendar year; empty where it holds for the whole plan.
    pub year: String,
}

impl FigureEdit {
    /// The line of a known figure.
    #[must_use]
    pub fn of(it: &Indicator) -> Self {
        let value = format!("{:.4}", it.value);
        Self {
            words: it.text.clone(),
            measure: it.measure.clone(),
            op: it.op.clone(),
            value: value.trim_end_matches('0').trim_end_matches('.').replace('.', ","),
            unit: it.unit.clone(),
            of: it.of.clone().unwrap_or_default(),
            year: it.year.map(|it| it.to_string()).unwrap_or_default(),
        }
    }

    /// Whether nothing was typed: such a line is left out.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        [&self.measure, &self.value, &self.of, &self.year].iter().all(|it| it.trim().is_empty())
    }
}

/// What is wrong with a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureFault {
    /// No measure, or one that nobody knows.
    #[error("no measure")]
    NoMeasure,
    /// No number, or none that can be a target.
    #[error("no value")]
    NoValue,
    /// A share of more than a hundred.
    #[error("more than 100 %")]
    ShareTooLarge,
    /// A unit that nobody knows.
    #[error("no unit")]
    NoUnit,
    /// The population is longer than is kept.
    #[error("more than {POPULATION_MOST} characters")]
    LongPopulation,
    /// The year is no year of the plan.
    #[error("not a year of the plan")]
    BadYear,
    /// The same figure stands above.
    #[error("the same figure twice")]
    Repeated,
    /// There are more figures than are kept.
    #[error("more than {FIGURES_MOST} figures")]
    Many,
}

/// Reads typed figures; lines without anything are left out.
///
/// - `days`: the days of the plan; a year outside them is a fault.
/// - Returns: the figures, in their order.
/// - Errors: every fault with the number of its line, from 0.
pub fn read_figures(
    lines: &[FigureEdit],
    days: Option<Days>,
) -> Result<Vec<Indicator>, Vec<(usize, FigureFault)>> {
    let mut figures: Vec<Indicator> = Vec::new();
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate().filter(|(_, it)| !it.is_empty()) {
        match read_figure(line, days) {
            Ok(it) if figures.iter().any(|known| is_same(known, &it)) => {
                faults.push((at, FigureFault::Repeated));
            }
            Ok(it) => figures.push(it),
            Err(found) => faults.extend(found.into_iter().map(|it| (at, it))),
        }
    }
    if FIGURES_MOST < figures.len() {
        faults.push((FIGURES_MOST, FigureFault::Many));
    }
    if faults.is_empty() { Ok(figures) } else { Err(faults) }
}

fn is_same(a: &Indicator, b: &Indicator) -> bool {
    (&a.measure, &a.op, &a.unit, &a.of, a.year) == (&b.measure, &b.op, &b.unit, &b.of, b.year)
        && a.value.total_cmp(&b.value).is_eq()
}

fn read_figure(line: &FigureEdit, days: Option<Days>) -> Result<Indicator, Vec<FigureFault>> {
    let mut faults = Vec::new();
    let measure = MEASURES.iter().find(|(slug, _)| *slug == line.measure.trim());
    if measure.is_none() {
        faults.push(FigureFault::NoMeasure);
    }
    let unit = match line.unit.trim() {
        "" => measure.map_or("", |(_, unit)| *unit),
        unit => unit,
    };
    if measure.is_some() && !UNITS.contains(&unit) {
        faults.push(FigureFault::NoUnit);
    }
    let value = read_value(&line.value);
    match value {
        None => faults.push(FigureFault::NoValue),
        Some(value) if unit == "%" && 100.0 < value => faults.push(FigureFault::ShareTooLarge),
        Some(_) => {}
    }
    let of = line.of.split_whitespace().collect::<Vec<_>>().join(" ");
    if POPULATION_MOST < of.chars().count() {
        faults.push(FigureFault::LongPopulation);
    }
    let year = read_year(line.year.trim(), days).map_err(|it| faults.push(it)).unwrap_or(None);
    if !faults.is_empty() {
        return Err(faults);
    }
    let op = COMPARATORS.iter().find(|it| **it == line.op).unwrap_or(&">=");
    Ok(Indicator {
        text: line.words.trim().to_owned(),
        measure: line.measure.trim().to_owned(),
        op: (*op).to_owned(),
        value: value.unwrap_or_default(),
        unit: unit.to_owned(),
        of: Some(of).filter(|it| !it.is_empty()),
        year,
    })
}

/// «55», «2,5», «55 %», «1 200».
fn read_value(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(|it| !it.is_whitespace()).collect();
    let digits = digits.strip_suffix('%').unwrap_or(&digits).replace(',', ".");
    let is_plain = digits.chars().all(|it| it.is_ascii_digit() || it == '.');
    digits.parse().ok().filter(|it: &f64| is_plain && it.is_finite() && *it <= 1e9)
}

fn read_year(text: &str, days: Option<Days>) -> Result<Option<i32>, FigureFault> {
    if text.is_empty() {
        return Ok(None);
    }
    let year: i16 = text.parse().map_err(|_| FigureFault::BadYear)?;
    let is_inside = days.map_or((1990..=2100).contains(&year), |days| {
        (days.from.year()..=days.to.year()).contains(&year)
    });
    if is_inside { Ok(Some(i32::from(year))) } else { Err(FigureFault::BadYear) }
}

/// The unit that a measure is counted in; `None` for a measure nobody knows.
fn unit_of(measure: &str) -> Option<&'static str> {
    MEASURES.iter().find(|(slug, _)| *slug == measure).map(|(_, unit)| *unit)
}

/// The measures that a doubtful figure may be of: shares for a share, counts for a count.
#[must_use]
pub fn measures_for(figure: &Indicator) -> Vec<&'static str> {
    let is_share = figure.unit == "%";
    MEASURES.iter().filter(|(_, unit)| (*unit == "%") == is_share).map(|(slug, _)| *slug).collect()
}

/// Whether the compiler is not sure of a figure: what is measured, or of what it is a share.
#[must_use]
pub fn is_doubtful(it: &Indicator) -> bool {
    let has_base = it.of.is_some() || OWN_BASE.contains(&it.measure.as_str());
    it.measure.is_empty() || (it.unit == "%" && !has_base)
}

/// Folds the words of a figure and of its activity, so that the same wording is the same in another
/// year: letters only, small, «ё» as «е», numbers as one sign.
#[must_use]
pub fn wording(figure: &str, activity: &str) -> String {
    let fold = |text: &str| {
        let mut out = String::new();
        for it in text.chars().flat_map(char::to_lowercase) {
            match it {
                '\u{451}' => out.push('\u{435}'),
                it if it.is_alphabetic() || it == '%' => out.push(it),
                it if it.is_numeric() && !out.ends_with('#') => out.push('#'),
                _ => {}
            }
        }
        out
    };
    format!("{}/{}", fold(figure), fold(activity))
}

/// What the people of an organisation said about figures.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers(Vec<FigureAnswer>);

impl Answers {
    /// Everything said so far.
    ///
    /// - Errors: of the store.
    pub(crate) async fn of(ctx: &Ctx, tx: &Tx) -> Result<Self, StoreError> {
        Ok(Self(tx.figure_answers(&ctx.scope, ctx.at()).await?))
    }

    /// The latest answer to a wording.
    fn to(&self, wording: &str) -> Option<&FigureAnswer> {
        self.0.iter().rev().find(|it| it.wording == wording)
    }

    /// Puts what was said in the place of what is doubtful; what is no indicator goes.
    pub(crate) fn applied(&self, figures: Vec<Indicator>, activity: &str) -> Vec<Indicator> {
        figures.into_iter().filter_map(|it| self.told(it, activity)).collect()
    }

    fn told(&self, it: Indicator, activity: &str) -> Option<Indicator> {
        if !is_doubtful(&it) {
            return Some(it);
        }
        let Some(answer) = self.to(&wording(&it.text, activity)) else { return Some(it) };
        let measure = answer.measure.clone()?;
        let of = answer.population.clone().or(it.of.clone());
        let unit = match it.unit.is_empty() {
            true => unit_of(&measure).unwrap_or_default().to_owned(),
            false => it.unit.clone(),
        };
        Some(Indicator { measure, of, unit, ..it })
    }

    /// The cells of a row as read, with what was said about them.
    pub(crate) fn read(&self, activity: &str, result: &str, indicator: &str) -> CellReading {
        let read = read_cells(activity, result, indicator);
        CellReading { indicators: self.applied(read.indicators, activity), ..read }
    }

    /// The figures that nobody was asked about yet, each wording once.
    pub(super) fn doubts(&self, version: &Version, rows: &[Row]) -> Vec<FigureDoubt> {
        let mut doubts: Vec<FigureDoubt> = Vec::new();
        let whole = version.header.0.plan_indicators.iter().map(|it| (None, it));
        let cells =
            rows.iter().flat_map(|row| row.indicators.0.iter().map(move |it| (Some(row), it)));
        for (row, figure) in whole.chain(cells).filter(|(_, it)| is_doubtful(it)) {
            let activity = row.map_or("", |it| it.text.as_str());
            let wording = wording(&figure.text, activity);
            let is_asked = doubts.iter().any(|it| it.wording == wording);
            if !is_asked && self.to(&wording).is_none() {
                let (row, activity) = (row.map(|it| it.lineage), activity.to_owned());
                doubts.push(FigureDoubt { wording, row, activity, figure: figure.clone() });
            }
        }
        doubts
    }
}

/// A figure that the compiler is not sure of.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureDoubt {
    /// Its wording, folded.
    pub wording: String,
    /// The first row it stands in; `None` for a target of the plan as a whole.
    pub row: Option<LineageId>,
    /// The activity of that row.
    pub activity: String,
    /// What was read.
    pub figure: Indicator,
}

/// What a doubtful figure means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// It is no indicator.
    NoIndicator,
    /// It measures something, of a population or of nothing in particular.
    Measures {
        /// Slug of the measure.
        measure: String,
        /// The population; may be empty.
        of: String,
    },
}

/// Why an answer about a figure cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerObstacle {
    /// It is not a draft any more.
    #[error("the version is {0}")]
    NotDraft(VersionState),
    /// Nothing was chosen, or a measure nobody knows.
    #[error("no measure")]
    NoMeasure,
    /// The population is longer than is kept.
    #[error("more than {POPULATION_MOST} characters")]
    LongPopulation,
}

/// Takes an answer about a doubtful figure: it holds in this draft and in every later document.
///
/// - `wording`: of [`FigureDoubt`].
/// - Errors: not found without the right, or where the draft asks no such thing any more.
pub async fn answer_figure(
    ctx: &Ctx,
    version: VersionId,
    (wording, meaning): (&str, &Meaning),
) -> Result<(), Refusal<AnswerObstacle>> {
    let tx = ctx.begin().await?;
    let draft = Draft::open(ctx, &tx, version, None).await.map_err(|it| it.map(not_draft))?;
    let known = Answers::of(ctx, &tx).await?;
    let doubts = known.doubts(&draft.version, &draft.rows);
    let doubt = doubts.iter().find(|it| it.wording == wording).ok_or(Refusal::NotFound)?;
    Refusal::unless_clear(check(&doubt.figure, meaning))?;
    let answer = new_answer(ctx, doubt, meaning);
    tx.insert_figure_answer(&answer).await?;
    ctx.record(&tx, Event::FigureAnswered { answer: answer.id }).await?;
    let told = Answers(vec![answer]);
    let mut draft = draft;
    let whole = std::mem::take(&mut draft.version.header.0.plan_indicators);
    draft.version.header.0.plan_indicators = told.applied(whole, "");
    let mut rows = draft.rows.clone();
    for row in &mut rows {
        row.indicators.0 = told.applied(std::mem::take(&mut row.indicators.0), &row.text);
    }
    let changed = doubt.row.unwrap_or(LineageId(version.0));
    draft.save(ctx, &tx, rows, changed).await?;
    Ok(tx.commit().await?)
}

/// A draft that is opened without a revision can only be no draft.
fn not_draft(obstacle: EditObstacle) -> AnswerObstacle {
    match obstacle {
        EditObstacle::NotDraft(state) => AnswerObstacle::NotDraft(state),
        _ => AnswerObstacle::NotDraft(VersionState::Discarded),
    }
}

fn check(figure: &Indicator, meaning: &Meaning) -> Vec<AnswerObstacle> {
    let mut obstacles = Vec::new();
    if let Meaning::Measures { measure, of } = meaning {
        if !measures_for(figure).contains(&measure.as_str()) {
            obstacles.push(AnswerObstacle::NoMeasure);
        }
        if POPULATION_MOST < of.chars().count() {
            obstacles.push(AnswerObstacle::LongPopulation);
        }
    }
    obstacles
}

fn new_answer(ctx: &Ctx, doubt: &FigureDoubt, meaning: &Meaning) -> FigureAnswer {
    let id: FigureAnswerId = ctx.new_id();
    let (measure, population) = match meaning {
        Meaning::NoIndicator => (None, None),
        Meaning::Measures { measure, of } => {
            (Some(measure.clone()), Some(of.trim().to_owned()).filter(|it| !it.is_empty()))
        }
    };
    FigureAnswer {
        organisation: ctx.at(),
        id,
        wording: doubt.wording.clone(),
        words: doubt.figure.text.clone(),
        measure,
        population,
        answered_by: ctx.actor,
        answered_at: ctx.now,
    }
}

/// The figures of typed cells, with what was said about their wording; nothing is saved.
///
/// - Errors: not found without the right or the draft.
pub async fn try_figures(
    ctx: &Ctx,
    version: VersionId,
    (activity, result, indicator): (&str, &str, &str),
) -> Result<Vec<Indicator>, Refusal<EditObstacle>> {
    let tx = ctx.read().await?;
    let version = tx.version(&ctx.scope, version).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditRoadmap, version.organisation)?;
    Ok(Answers::of(ctx, &tx).await?.read(activity, result, indicator).indicators)
}

/// The days of a plan, as its head says them.
pub(super) fn days_of(version: &Version) -> Option<Days> {
    version.header.0.period.as_ref().and_then(PlanPeriod::days)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn line(measure: &str, value: &str, year: &str) -> FigureEdit {
        FigureEdit {
            measure: measure.into(),
            op: ">=".into(),
            value: value.into(),
            year: year.into(),
            ..FigureEdit::default()
        }
    }

    #[test]
    fn a_typed_figure_is_read_with_comma_percent_sign_and_the_unit_of_its_measure() {
        for (measure, typed, value, unit) in [
            ("coverage", "55", 55.0, "%"),
            ("coverage", "55 %", 55.0, "%"),
            ("sessions", "2,5", 2.5, "sessions"),
            ("people", "1 200", 1200.0, "people"),
            ("coverage", "0", 0.0, "%"),
        ] {
            let read = read_figures(&[line(measure, typed, "")], None).unwrap();
            assert!(read[0].value.total_cmp(&value).is_eq(), "{typed}");
            assert_eq!(read[0].unit, unit, "{measure}");
            assert_eq!(read_figures(&[FigureEdit::of(&read[0])], None).unwrap(), read, "{typed}");
        }
    }

    #[test]
    fn everything_wrong_with_figures_is_said_at_once_with_its_line() {
        let days = Days::new(date(2026, 9, 1), date(2027, 8, 31));
        let lines = [
            line("coverage", "101", "2025"),
            FigureEdit::default(),
            line("", "пять", ""),
            line("coverage", "55", "2027"),
            line("coverage", "55,0", "2027"),
        ];
        assert_eq!(
            read_figures(&lines, days).unwrap_err(),
            [
                (0, FigureFault::ShareTooLarge),
                (0, FigureFault::BadYear),
                (2, FigureFault::NoMeasure),
                (2, FigureFault::NoValue),
                (4, FigureFault::Repeated),
            ]
        );
        for odd in ["-5", "inf", "NaN", "1e400", "", "5 5 5 5 5 5 5 5 5 5 5", "5.5.5"] {
            assert!(read_figures(&[line("coverage", odd, "")], None).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_figure_is_doubtful_without_a_measure_or_a_share_without_a_population() {
        let figure = |measure: &str, unit: &str, of: Option<&str>| Indicator {
            measure: measure.into(),
            unit: unit.into(),
            of: of.map(str::to_owned),
            ..Indicator::default()
        };
        for (it, doubtful) in [
            (figure("", "pieces", None), true),
            (figure("coverage", "%", None), true),
            (figure("coverage", "%", Some("педагогов")), false),
            (figure("roadmap_done", "%", None), false),
            (figure("publications", "publications", None), false),
        ] {
            assert_eq!(is_doubtful(&it), doubtful, "{it:?}");
        }
    }

    #[test]
    fn a_wording_is_the_same_whatever_the_year_the_number_and_the_case() {
        let one = wording("Не менее 55 % к маю 2026 г.", "Отчёт за 2025–2026 учебный год");
        let next = wording("не менее 60% к маю 2027 г", "отчет за 2026-2027 учебный год");
        assert_ne!(one, wording("Не менее 55 штук", "Отчёт за 2025–2026 учебный год"));
        assert_eq!(one, next);
    }

    #[test]
    fn every_measure_has_a_unit_that_can_be_chosen() {
        for (measure, unit) in MEASURES {
            assert!(UNITS.contains(unit), "{measure}");
        }
    }
}
