//! Tasks: one occurrence of one row, its state on a day, and what closes it.
//!
//! It decides the state from facts with dates, refuses closing by hand where a named document or a
//! figure is missing and no reason is given (M1), and counts fulfilment. Deliberately absent: where
//! occurrences and figures come from (`roadmap`, later modules), today.

use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::evidence::{EvidenceMet, Wanted};
use crate::id::LineageId;
use crate::words::slugs;

slugs! {
    /// How a task stands on a day.
    pub enum TaskState {
        /// Nobody began it.
        NotStarted = "not_started",
        /// Begun.
        UnderWay = "under_way",
        /// Done in time, or done without a due day.
        Done = "done",
        /// Done after its due day.
        DoneLate = "done_late",
        /// Not done, and its due day has passed.
        Overdue = "overdue",
        /// Does not apply, with a reason.
        NotApplicable = "not_applicable",
    }
}

slugs! {
    /// How a closed task was closed.
    pub enum Closing {
        /// Everything wanted was there.
        ByEvidence = "by_evidence",
        /// By a person, where the row names no document and no figure.
        ByHand = "by_hand",
        /// By a person although something was missing; the reason is kept and shown.
        ByReason = "by_reason",
        /// Set aside as not applicable; the reason is kept and shown.
        NotApplicable = "not_applicable",
    }
}

/// The facts of a task that its state follows from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TaskFacts {
    /// The last day in time; `None` where it has no date on purpose, or waits for its event.
    pub due_on: Option<Date>,
    /// The day somebody began.
    pub started_on: Option<Date>,
    /// The day it was closed, and how.
    pub closed: Option<(Date, Closing)>,
}

impl TaskFacts {
    /// The state on a day.
    #[must_use]
    pub fn state(&self, today: Date) -> TaskState {
        match (self.closed, self.due_on) {
            (Some((_, Closing::NotApplicable)), _) => TaskState::NotApplicable,
            (Some((on, _)), Some(due)) if due < on => TaskState::DoneLate,
            (Some(_), _) => TaskState::Done,
            (None, Some(due)) if due < today => TaskState::Overdue,
            (None, _) if self.started_on.is_some() => TaskState::UnderWay,
            (None, _) => TaskState::NotStarted,
        }
    }

    /// Days past the due day of an open task; 0 where it is not overdue.
    #[must_use]
    pub fn days_late(&self, today: Date) -> i32 {
        match (self.closed, self.due_on) {
            (None, Some(due)) if due < today => today.since(due).map_or(0, |span| span.get_days()),
            _ => 0,
        }
    }
}

/// A figure that must be reached, with what has been reached.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureStanding {
    /// Slug of the measure; empty where the compiler could not tell it.
    pub measure: String,
    /// `>=`, `=`, `<=`, `>`, `<`.
    pub op: String,
    /// The target, in `unit`.
    pub target: f64,
    /// `%` or a noun.
    pub unit: String,
    /// What has been counted from records; `None` where nothing counts it yet.
    pub reached: Option<f64>,
}

impl FigureStanding {
    /// Whether the figure is reached. What is not counted is not reached.
    #[must_use]
    pub fn is_met(&self) -> bool {
        let Some(reached) = self.reached else { return false };
        // Percentages come from divisions: half a thousandth is rounding, not a shortfall.
        const ROUNDING: f64 = 0.0005;
        let difference = reached - self.target;
        match self.op.as_str() {
            ">=" => -ROUNDING <= difference,
            "<=" => difference <= ROUNDING,
            ">" => ROUNDING < difference,
            "<" => difference < -ROUNDING,
            _ => difference.abs() <= ROUNDING,
        }
    }
}

/// How one part of a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartState {
    /// Nobody has done it yet.
    Open,
    /// Somebody said so, or the documents it names are there.
    Done,
    /// It was done, and that was taken back.
    TakenBack,
}

/// Why a task cannot be closed, set aside or opened so.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum TaskObstacle {
    /// It is closed already.
    #[error("the task was closed on {on}")]
    Closed {
        /// The day.
        on: Date,
    },
    /// It is open.
    #[error("the task is open")]
    Open,
    /// A document that the row names does not exist.
    #[error("no {} about {}", .0.kind, .0.about)]
    EvidenceMissing(Wanted),
    /// Parts of the row are not done.
    #[error("{n_open} of {n_all} parts are open")]
    PartsOpen {
        /// Parts that are open.
        n_open: usize,
        /// Parts of the row.
        n_all: usize,
    },
    /// A figure that the row names is not reached.
    #[error("{} is not reached", .0.measure)]
    FigureNotMet(FigureStanding),
    /// The day lies ahead.
    #[error("{on} is after today")]
    Ahead {
        /// The day given.
        on: Date,
    },
    /// A reason is needed and there is none, or it says too little.
    #[error("a reason of at least {least} characters is needed")]
    NoReason {
        /// Letters and digits needed.
        least: usize,
    },
    /// The reason is longer than fits.
    #[error("a reason of at most {most} characters is kept")]
    LongReason {
        /// Characters allowed.
        most: usize,
    },
}

/// Fewer letters and digits than this explain nothing («нет», «---»).
pub const REASON_LEAST: usize = 5;
/// The longest reason that is kept, in characters.
pub const REASON_MOST: usize = 2000;

/// What a task needs before it closes by itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Needs {
    /// The wanted documents, compared with what is there.
    pub evidence: EvidenceMet,
    /// The parts that are done one by one; empty where the row is a single activity.
    pub parts: Vec<PartState>,
    /// The latest day on which one of the parts was done; `None` where none is.
    pub last_part_on: Option<Date>,
    /// The figures, with what is reached.
    pub figures: Vec<FigureStanding>,
}

impl Needs {
    /// Whether the row names a document, parts or a figure at all.
    #[must_use]
    pub fn names_something(&self) -> bool {
        !(self.evidence.met.is_empty()
            && self.evidence.missing.is_empty()
            && self.parts.is_empty()
            && self.figures.is_empty())
    }

    /// The day on which facts that close the task were all there: the own day of the last document
    /// or part, whenever somebody put it in.
    ///
    /// - `begins_on`: the first day of the plan; what is older counts from then.
    /// - Returns: never after `today`; `today` where a figure is named, for nobody knows since when
    ///   it is reached.
    #[must_use]
    pub fn met_on(&self, begins_on: Date, today: Date) -> Date {
        let last = self.evidence.last_on.max(self.last_part_on);
        match last.filter(|_| self.figures.is_empty()) {
            Some(on) => on.max(begins_on).min(today),
            None => today,
        }
    }

    /// How many parts are done.
    #[must_use]
    pub fn n_parts_done(&self) -> usize {
        self.parts.iter().filter(|it| **it == PartState::Done).count()
    }

    /// What is still missing: documents, then parts, then figures.
    #[must_use]
    pub fn obstacles(&self) -> Vec<TaskObstacle> {
        let missing = self.evidence.missing.iter().cloned().map(TaskObstacle::EvidenceMissing);
        let n_all = self.parts.len();
        let n_open = n_all - self.n_parts_done();
        let parts = (0 < n_open).then_some(TaskObstacle::PartsOpen { n_open, n_all });
        let figures = self.figures.iter().filter(|it| !it.is_met()).cloned();
        missing.chain(parts).chain(figures.map(TaskObstacle::FigureNotMet)).collect()
    }

    /// Whether a task that facts closed stays closed.
    ///
    /// It opens where something it stood on is gone. A part that nobody ever did opens nothing: a
    /// new version of the roadmap may name new parts of a row, and what is done stays done.
    #[must_use]
    pub fn still_stand(&self) -> bool {
        self.names_something()
            && self.evidence.is_complete()
            && self.figures.iter().all(FigureStanding::is_met)
            && !self.parts.contains(&PartState::TakenBack)
    }

    /// Whether the facts close the task without anybody saying so.
    #[must_use]
    pub fn close_by_themselves(&self) -> bool {
        self.names_something() && self.obstacles().is_empty()
    }
}

/// Closes a task because a person says so.
///
/// - `on`: the day it was done, not after `today`.
/// - `reason`: why it counts as done although something is missing; not needed where nothing is.
/// - Returns: how it was closed, for the record and the page.
/// - Errors: everything that stands against it at once.
///
/// Source: M1 — a row closes only when its named document exists and its indicator is met.
pub fn close(
    facts: &TaskFacts,
    needs: &Needs,
    on: Date,
    today: Date,
    reason: Option<&str>,
) -> Result<Closing, Vec<TaskObstacle>> {
    let mut obstacles = standing_obstacles(facts, on, today);
    let missing = needs.obstacles();
    let closing = match (missing.is_empty(), reason.map(str::trim).filter(|it| !it.is_empty())) {
        (true, _) if needs.names_something() => Closing::ByEvidence,
        (true, _) => Closing::ByHand,
        (false, None) => {
            obstacles.extend(missing);
            obstacles.push(TaskObstacle::NoReason { least: REASON_LEAST });
            Closing::ByReason
        }
        (false, Some(reason)) => {
            obstacles.extend(check_reason(reason));
            Closing::ByReason
        }
    };
    if obstacles.is_empty() { Ok(closing) } else { Err(obstacles) }
}

/// Sets a task aside as not applicable.
///
/// - Errors: everything that stands against it; a reason is always needed.
pub fn set_aside(
    facts: &TaskFacts,
    on: Date,
    today: Date,
    reason: &str,
) -> Result<Closing, Vec<TaskObstacle>> {
    let mut obstacles = standing_obstacles(facts, on, today);
    obstacles.extend(check_reason(reason));
    if obstacles.is_empty() { Ok(Closing::NotApplicable) } else { Err(obstacles) }
}

/// Opens a closed task again; the reason goes to the record.
///
/// - Errors: the task is open, or the reason says too little.
pub fn reopen(facts: &TaskFacts, reason: &str) -> Result<TaskFacts, Vec<TaskObstacle>> {
    let mut obstacles = Vec::new();
    if facts.closed.is_none() {
        obstacles.push(TaskObstacle::Open);
    }
    obstacles.extend(check_reason(reason));
    if obstacles.is_empty() { Ok(TaskFacts { closed: None, ..*facts }) } else { Err(obstacles) }
}

fn standing_obstacles(facts: &TaskFacts, on: Date, today: Date) -> Vec<TaskObstacle> {
    let mut obstacles = Vec::new();
    if let Some((on, _)) = facts.closed {
        obstacles.push(TaskObstacle::Closed { on });
    }
    if today < on {
        obstacles.push(TaskObstacle::Ahead { on });
    }
    obstacles
}

/// Checks a reason: it is needed, says something and fits.
///
/// - Returns: what is wrong with it, if anything.
#[must_use]
pub fn check_reason(reason: &str) -> Option<TaskObstacle> {
    if reason.chars().filter(|c| c.is_alphanumeric()).count() < REASON_LEAST {
        return Some(TaskObstacle::NoReason { least: REASON_LEAST });
    }
    (REASON_MOST < reason.chars().count()).then_some(TaskObstacle::LongReason { most: REASON_MOST })
}

/// How far a roadmap is fulfilled on a day, in positions (rows), not in tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fulfilment {
    /// Positions that apply.
    pub n_positions: u32,
    /// Positions whose every task is done.
    pub n_done: u32,
    /// Done positions whose every task was done in time.
    pub n_on_time: u32,
    /// Positions with a task overdue.
    pub n_overdue: u32,
    /// Positions whose every dated task fell due before today or today.
    pub n_due: u32,
    /// Of those, done.
    pub n_due_done: u32,
    /// Positions set aside whole.
    pub n_not_applicable: u32,
}

/// Counts fulfilment from the tasks of a roadmap.
///
/// - `tasks`: each with the row it belongs to, in any order.
/// - `today`: the day the count is of.
/// - Returns: a position is done when none of its tasks is open and one at least is done; it is set
///   aside when all of them are. A position without tasks does not appear: pass one task a row.
#[must_use]
pub fn fulfilment(
    tasks: impl IntoIterator<Item = (LineageId, TaskFacts)>,
    today: Date,
) -> Fulfilment {
    let mut positions: BTreeMap<LineageId, Vec<TaskFacts>> = BTreeMap::new();
    for (row, facts) in tasks {
        positions.entry(row).or_default().push(facts);
    }
    let mut count = Fulfilment::default();
    for tasks in positions.values() {
        count_position(&mut count, tasks, today);
    }
    count
}

fn count_position(count: &mut Fulfilment, tasks: &[TaskFacts], today: Date) {
    let states: Vec<TaskState> = tasks.iter().map(|it| it.state(today)).collect();
    if states.iter().all(|it| *it == TaskState::NotApplicable) {
        count.n_not_applicable += 1;
        return;
    }
    count.n_positions += 1;
    let is_closed = |it: &TaskState| {
        matches!(it, TaskState::Done | TaskState::DoneLate | TaskState::NotApplicable)
    };
    let is_done = states.iter().all(is_closed);
    let is_due = tasks.iter().all(|it| it.due_on.is_some_and(|due| due <= today));
    count.n_done += u32::from(is_done);
    count.n_on_time += u32::from(is_done && !states.contains(&TaskState::DoneLate));
    count.n_overdue += u32::from(states.contains(&TaskState::Overdue));
    count.n_due += u32::from(is_due);
    count.n_due_done += u32::from(is_due && is_done);
}

#[cfg(test)]
mod tests;
