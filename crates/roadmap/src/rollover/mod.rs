//! Rolling a plan forward: the same plan, some years later.
//!
//! It decides which dates and years move with the plan, and asks where it cannot know. Deliberately
//! absent: approving (a rolled plan is a draft without an order), checking (the caller compiles the
//! diagnostics anew), and working days.

mod form;
mod text;

use jiff::civil::Date;
use mentoring::period::Days;

use crate::deadline;
use crate::plan::{Item, Place, Plan, PlanDeadline, PlanPeriod, PlanRow, Text};
use text::{Frame, Shifted};

/// A school year by its first calendar year: 2025 is 2025/26.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SchoolYear(pub i16);

/// A plan some years later, with what was done and what is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct RolledPlan {
    /// The new draft: no order, no diagnostics (both are given back unchanged for 0 years).
    pub plan: Plan,
    /// Every field that changed, in document order.
    pub changes: Vec<RollChange>,
    /// What a person should decide, in document order.
    pub questions: Vec<RollQuestion>,
}

/// A field that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollChange {
    /// The row; `None` for the plan as a whole.
    pub place: Option<Place>,
    /// Which field.
    pub field: Field,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// A doubtful place with both readings; [`RollQuestion::taken`] says which stands in the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollQuestion {
    /// The row; `None` for the plan as a whole.
    pub place: Option<Place>,
    /// Which field.
    pub field: Field,
    /// Why it is asked.
    pub doubt: Doubt,
    /// The words left as they were.
    pub kept: String,
    /// The words with the years moved.
    pub moved: String,
    /// Which of the two stands in the draft.
    pub taken: Taken,
    /// The piece of the field that an answer changes; `None` where a person must write it.
    pub swap: Option<Swap>,
}

/// The piece in which the two readings of a doubtful place differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swap {
    /// Where it begins in the field of the draft, in bytes; the same whatever is answered.
    pub at: usize,
    /// As it was.
    pub kept: String,
    /// With the year moved; as long as the other.
    pub moved: String,
}

/// Which reading stands in the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Taken {
    /// As it was.
    Kept,
    /// With the years moved.
    Moved,
}

/// Why a place is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The date of an act of the plan's years: an order of the school may have a successor.
    Act,
    /// A year outside the plan: maybe stale, maybe meant.
    OutsidePlan,
    /// Four digits that may be a year, with no word that says so.
    PerhapsNoYear,
    /// The 29th of February, which the new year has not.
    LeapDay,
    /// The words and the normal form, mended by hand, no longer agree.
    WordsAndDatesDiffer,
    /// The plan names no period and none was derived.
    PeriodUnknown,
}

/// A field of a plan or of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The title.
    Title,
    /// First and last month.
    Period,
    /// The approving order.
    Order,
    /// A target of the plan as a whole, from 0.
    PlanIndicator(usize),
    /// A stage of the row's path, from 0.
    Path(usize),
    /// The number of the row.
    Number,
    /// The activity.
    Text,
    /// A child activity, from 0.
    Item(usize),
    /// The deadline.
    Deadline,
    /// Who is responsible.
    Responsible,
    /// The expected result.
    Result,
    /// What must exist at the end.
    Evidence,
    /// The indicator as written.
    Indicator,
    /// The audience.
    Audience,
    /// The note.
    Note,
}

impl Doubt {
    /// A stable name, for texts in language files.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Act => "act",
            Self::OutsidePlan => "outside-plan",
            Self::PerhapsNoYear => "perhaps-no-year",
            Self::LeapDay => "leap-day",
            Self::WordsAndDatesDiffer => "words-and-dates-differ",
            Self::PeriodUnknown => "period-unknown",
        }
    }
}

impl Field {
    /// A stable name, for texts in language files.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Period => "period",
            Self::Order => "order",
            Self::PlanIndicator(_) => "plan-indicator",
            Self::Path(_) => "path",
            Self::Number => "number",
            Self::Text => "text",
            Self::Item(_) => "item",
            Self::Deadline => "deadline",
            Self::Responsible => "responsible",
            Self::Result => "result",
            Self::Evidence => "evidence",
            Self::Indicator => "indicator",
            Self::Audience => "audience",
            Self::Note => "note",
        }
    }
}

/// Moves a plan to a school year.
///
/// - `plan`: any plan; one without a period is returned as it is, with a question.
/// - `to`: the school year to move to, also an earlier one. A plan of several years keeps its
///   length, and begins in `to`.
/// - Returns: the draft, what changed, what is asked. Zero years give the same plan. Cannot fail.
#[must_use]
pub fn roll_forward(plan: &Plan, to: SchoolYear) -> RolledPlan {
    match plan.days() {
        Some(days) => roll_by(plan, to.0.saturating_sub(first_school_year(days))),
        None => RolledPlan {
            plan: plan.clone(),
            changes: Vec::new(),
            questions: vec![RollQuestion {
                place: None,
                field: Field::Period,
                doubt: Doubt::PeriodUnknown,
                kept: plan.title.clone(),
                moved: plan.title.clone(),
                taken: Taken::Kept,
                swap: None,
            }],
        },
    }
}

/// The school year that a plan begins with: from May on it prepares the one that comes; a plan of
/// a calendar year belongs to the year it carries.
fn first_school_year(days: Days) -> i16 {
    let calendar = days.from.month() == 1 && days.to.month() == 12;
    if 5 <= days.from.month() || calendar { days.from.year() } else { days.from.year() - 1 }
}

/// Moves a plan by years, see [`roll_forward`].
///
/// - `years`: brought into -200..=200.
#[must_use]
pub fn roll_by(plan: &Plan, years: i16) -> RolledPlan {
    let years = years.clamp(-200, 200);
    let mut rolled = RolledPlan { plan: plan.clone(), changes: Vec::new(), questions: Vec::new() };
    if years == 0 {
        return rolled;
    }
    let mut rolling = Rolling { years, plan: plan.days(), new_plan: None, rolled: &mut rolled };
    rolling.whole();
    let rows = std::mem::take(&mut rolling.rolled.plan.rows);
    let rows = rows.into_iter().map(|it| rolling.row(it)).collect();
    rolled.plan.rows = rows;
    rolled.plan.diagnostics.clear();
    rolled
}

/// The work of moving one plan.
struct Rolling<'a> {
    years: i16,
    plan: Option<Days>,
    new_plan: Option<Days>,
    rolled: &'a mut RolledPlan,
}

impl Rolling<'_> {
    fn whole(&mut self) {
        let title = self.rolled.plan.title.clone();
        self.rolled.plan.title = self.words(None, Field::Title, title);
        let years = self.years;
        for period in [&mut self.rolled.plan.period, &mut self.rolled.plan.derived_period] {
            if let Some(moved) = period.as_ref().and_then(|it| moved_period(it, years)) {
                let before = period.as_ref().map(|it| format!("{}..{}", it.from, it.to));
                self.rolled.changes.push(RollChange {
                    place: None,
                    field: Field::Period,
                    before: before.unwrap_or_default(),
                    after: format!("{}..{}", moved.from, moved.to),
                });
                *period = Some(moved);
            }
        }
        self.new_plan = self.rolled.plan.days();
        if let Some(order) = self.rolled.plan.order.take() {
            let [number, date] = [order.number, order.date].map(Option::unwrap_or_default);
            self.changed(
                None,
                Field::Order,
                format!("{number} {date}").trim().to_owned(),
                String::new(),
            );
        }
        for n in 0..self.rolled.plan.plan_indicators.len() {
            let mut indicator = self.rolled.plan.plan_indicators[n].clone();
            indicator.text = self.words(None, Field::PlanIndicator(n), indicator.text);
            if let Some(year) = indicator.year {
                let moved = year.saturating_add(i32::from(self.years));
                self.changed(None, Field::PlanIndicator(n), year.to_string(), moved.to_string());
                indicator.year = Some(moved);
            }
            self.rolled.plan.plan_indicators[n] = indicator;
        }
    }

    fn row(&mut self, mut row: PlanRow) -> PlanRow {
        let place = Some(row.place);
        let path = std::mem::take(&mut row.path).into_iter().enumerate();
        row.path = path.map(|(n, it)| self.words(place, Field::Path(n), it)).collect();
        let alone = matches!(row.items.as_slice(), [one] if one.text == row.text);
        row.text = self.words(place, Field::Text, row.text);
        row.items = if alone {
            // A single activity is the row: what is asked once is not asked twice.
            row.items.into_iter().map(|it| Item { text: row.text.clone(), ..it }).collect()
        } else {
            let items = row.items.into_iter().enumerate();
            items
                .map(|(n, it)| Item { text: self.words(place, Field::Item(n), it.text), ..it })
                .collect()
        };
        row.deadline = self.deadline(row.place, row.deadline);
        row.result = self.text(place, Field::Result, row.result);
        row.indicator_text = self.text(place, Field::Indicator, row.indicator_text);
        row.audience = self.text(place, Field::Audience, row.audience);
        row.note = self.text(place, Field::Note, row.note);
        let (years, plan) = (self.years, self.plan);
        for indicator in &mut row.indicators {
            // The words of an indicator are a piece of a cell, where they were asked about.
            let frame = Frame { years, plan, deadline: false };
            indicator.text = text::shift(&indicator.text, frame).text;
            indicator.year = indicator.year.map(|it| it.saturating_add(i32::from(years)));
        }
        row
    }

    fn text(&mut self, place: Option<Place>, field: Field, text: Option<Text>) -> Option<Text> {
        text.map(|it| Text { text: self.words(place, field, it.text) })
    }

    /// Moves the years of a text, and notes what changed and what is asked.
    fn words(&mut self, place: Option<Place>, field: Field, before: String) -> String {
        let frame =
            Frame { years: self.years, plan: self.plan, deadline: field == Field::Deadline };
        let Shifted { text, doubts } = text::shift(&before, frame);
        for asked in doubts {
            let taken = if asked.is_moved { Taken::Moved } else { Taken::Kept };
            let (kept, moved) = (asked.kept, asked.moved);
            let (doubt, swap) = (asked.doubt, asked.swap);
            let question = RollQuestion { place, field, doubt, kept, moved, taken, swap };
            self.rolled.questions.push(question);
        }
        self.changed(place, field, before, text.clone());
        text
    }

    fn changed(&mut self, place: Option<Place>, field: Field, before: String, after: String) {
        if before != after {
            self.rolled.changes.push(RollChange { place, field, before, after });
        }
    }

    fn deadline(&mut self, place: Place, old: PlanDeadline) -> PlanDeadline {
        let text = self.words(Some(place), Field::Deadline, old.text.clone());
        let normal = self.normal(place, &old, &text);
        let occurrences = match self.new_plan {
            Some(plan) => {
                let windows = deadline::occurrences(&normal, plan);
                windows.iter().map(|it| (it.from.to_string(), it.to.to_string())).collect()
            }
            None => Vec::new(),
        };
        if old.text == text {
            self.changed(Some(place), Field::Deadline, old.normal, normal.clone());
        }
        PlanDeadline { text, normal, occurrences }
    }

    /// The new normal form: what the new words say in the new plan, unless a person had mended it.
    fn normal(&mut self, place: Place, old: &PlanDeadline, text: &str) -> String {
        let shifted = deadline::parse_normal(&old.normal)
            .map_or_else(|| old.normal.clone(), |it| form::deadline(it, self.years).to_string());
        let by_words = deadline::read(&old.text, self.plan).normal == old.normal;
        if !by_words {
            let read = deadline::read(text, self.new_plan).normal;
            if read != shifted && !old.text.is_empty() {
                self.rolled.questions.push(RollQuestion {
                    place: Some(place),
                    field: Field::Deadline,
                    doubt: Doubt::WordsAndDatesDiffer,
                    kept: read,
                    moved: shifted.clone(),
                    taken: Taken::Moved,
                    swap: None,
                });
            }
            return shifted;
        }
        // The first Monday of October is another day in another year: the words decide.
        deadline::read(text, self.new_plan).normal
    }
}

fn moved_period(period: &PlanPeriod, years: i16) -> Option<PlanPeriod> {
    let month = |it: &str| -> Option<String> {
        let (year, month) = it.split_once('-')?;
        let date = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
        Some(form::day(date, years).strftime("%Y-%m").to_string())
    };
    Some(PlanPeriod { from: month(&period.from)?, to: month(&period.to)? })
}

#[cfg(test)]
mod tests;
