//! Parts of the roadmaps of a network: one stage, one month, and the counts by each.
//!
//! It decides which headings are the same stage. Deliberately absent: reading (`network`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use mentoring::id::OrganisationId;
use mentoring::task::{Fulfilment, TaskState, fulfilment};

use super::Fact;

/// Which part of the roadmaps is counted; everything where both are `None`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Part {
    /// Heading of a stage, in any case and spacing; empty for rows outside stages.
    pub stage: Option<String>,
    /// A day of the month in which tasks fall due.
    pub month: Option<Date>,
}

impl Part {
    /// Whether a task belongs to the part.
    pub(super) fn holds(&self, fact: &Fact) -> bool {
        let own = fact.stage.as_deref().unwrap_or_default();
        let is_stage = self.stage.as_deref().is_none_or(|it| is_same(it, own));
        let month = fact.task.due_on.map(Date::first_of_month);
        is_stage && self.month.is_none_or(|it| month == Some(it.first_of_month()))
    }
}

/// One stage of the roadmaps, in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageLine {
    /// Its heading as the first roadmap writes it; `None` for rows outside stages.
    pub title: Option<String>,
    /// Organisations whose roadmaps have it.
    pub n_schools: u32,
    /// Of those, where something in it is overdue.
    pub n_late: u32,
    /// How far it is fulfilled in all of them together.
    pub fulfilment: Fulfilment,
}

/// The tasks that fall due in one month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MonthCount {
    /// The first day of the month; `None` for tasks without a due day.
    pub month: Option<Date>,
    /// Tasks that apply.
    pub n_tasks: u32,
    /// Of those, done.
    pub n_done: u32,
    /// Of those, overdue.
    pub n_overdue: u32,
}

/// Counts by stage, in the order in which the stages are met; rows outside stages last.
pub(super) fn stages(facts: &[&Fact], today: Date) -> Vec<StageLine> {
    let mut facts = facts.to_vec();
    facts.sort_by_key(|it| it.place);
    let mut order: Vec<String> = Vec::new();
    let mut by_stage: BTreeMap<String, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        let key = folded(fact.stage.as_deref().unwrap_or_default());
        if !by_stage.contains_key(&key) {
            order.push(key.clone());
        }
        by_stage.entry(key).or_default().push(fact);
    }
    order.sort_by_key(String::is_empty);
    order.iter().filter_map(|it| by_stage.get(it)).map(|it| stage(it, today)).collect()
}

fn stage(facts: &[&Fact], today: Date) -> StageLine {
    let schools: BTreeSet<OrganisationId> = facts.iter().map(|it| it.at).collect();
    let is_late = |it: &&&Fact| it.task.state(today) == TaskState::Overdue;
    let late: BTreeSet<OrganisationId> = facts.iter().filter(is_late).map(|it| it.at).collect();
    let count = |it: BTreeSet<OrganisationId>| u32::try_from(it.len()).unwrap_or(u32::MAX);
    StageLine {
        title: facts.iter().find_map(|it| it.stage.clone()),
        n_schools: count(schools),
        n_late: count(late),
        fulfilment: fulfilment(facts.iter().map(|it| (it.row, it.task)), today),
    }
}

/// Counts by the month in which tasks fall due; those without a day last.
pub(super) fn months(facts: &[&Fact], today: Date) -> Vec<MonthCount> {
    // The key puts tasks without a day behind all others.
    let mut months: BTreeMap<(bool, Option<Date>), MonthCount> = BTreeMap::new();
    for it in facts {
        let state = it.task.state(today);
        if state == TaskState::NotApplicable {
            continue;
        }
        let month = it.task.due_on.map(Date::first_of_month);
        let count = months.entry((month.is_none(), month)).or_default();
        count.month = month;
        count.n_tasks += 1;
        count.n_done += u32::from(matches!(state, TaskState::Done | TaskState::DoneLate));
        count.n_overdue += u32::from(state == TaskState::Overdue);
    }
    months.into_values().collect()
}

/// Whether two headings name the same stage: schools copy them with other spaces and capitals.
fn is_same(one: &str, other: &str) -> bool {
    folded(one) == folded(other)
}

fn folded(heading: &str) -> String {
    let words: Vec<&str> = heading.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('ё', "е").trim_end_matches(['.', ':']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mentoring::id::LineageId;
    use mentoring::task::{Closing, TaskFacts};
    use uuid::Uuid;

    const TODAY: Date = date(2026, 10, 15);

    fn fact(school: u128, row: u128, stage: &str, task: TaskFacts) -> Fact {
        Fact {
            at: OrganisationId(Uuid::from_u128(school)),
            row: LineageId(Uuid::from_u128(school * 100 + row)),
            stage: (!stage.is_empty()).then(|| stage.to_owned()),
            place: usize::try_from(school * 100 + row).unwrap(),
            task,
        }
    }

    fn task(due_on: Option<Date>, closed: Option<(Date, Closing)>) -> TaskFacts {
        TaskFacts { due_on, started_on: None, closed }
    }

    #[test]
    fn tasks_are_counted_by_the_month_they_fall_due_in() {
        let done = Some((date(2026, 9, 20), Closing::ByHand));
        let aside = Some((date(2026, 9, 20), Closing::NotApplicable));
        let facts = [
            task(None, None),
            task(Some(date(2026, 10, 30)), None),
            task(Some(date(2026, 9, 30)), done),
            task(Some(date(2026, 9, 1)), None),
            task(Some(date(2026, 9, 1)), aside),
        ]
        .map(|it| fact(1, 1, "", it));
        let counted: Vec<_> = months(&facts.iter().collect::<Vec<_>>(), TODAY)
            .into_iter()
            .map(|it| (it.month, it.n_tasks, it.n_done, it.n_overdue))
            .collect();
        let expected = [
            (Some(date(2026, 9, 1)), 2, 1, 1),
            (Some(date(2026, 10, 1)), 1, 0, 0),
            (None, 1, 0, 0),
        ];
        assert_eq!(counted, expected);
    }

    #[test]
    fn a_stage_is_one_in_all_schools_however_it_is_spaced_and_stands_where_it_was_met() {
        let late = task(Some(date(2026, 9, 1)), None);
        let done = task(Some(date(2026, 9, 1)), Some((date(2026, 9, 1), Closing::ByHand)));
        let facts = [
            fact(1, 1, "Этап 2. Отбор", done),
            fact(1, 2, "Подготовка", late),
            fact(2, 1, "подготовка.", done),
            fact(2, 2, "Этап  2.  ОТБОР", done),
            fact(2, 3, "", done),
            fact(3, 1, "Подготовка", done),
        ];
        let facts: Vec<&Fact> = facts.iter().collect();
        let counted: Vec<_> = stages(&facts, TODAY)
            .into_iter()
            .map(|it| (it.title, it.n_schools, it.n_late, it.fulfilment.n_done))
            .collect();
        let expected = [
            (Some("Этап 2. Отбор".to_owned()), 2, 0, 2),
            (Some("Подготовка".to_owned()), 3, 1, 2),
            (None, 1, 0, 1),
        ];
        assert_eq!(counted, expected);
    }

    #[test]
    fn a_part_holds_its_stage_and_its_month_and_an_empty_one_everything() {
        let it = fact(1, 1, "Подготовка", task(Some(date(2026, 9, 30)), None));
        let part = |stage: Option<&str>, month| Part { stage: stage.map(Into::into), month };
        for (asked, holds) in [
            (part(None, None), true),
            (part(Some(" подготовка "), None), true),
            (part(Some("Отбор"), None), false),
            (part(Some(""), None), false),
            (part(None, Some(date(2026, 9, 5))), true),
            (part(Some("Подготовка"), Some(date(2026, 10, 1))), false),
        ] {
            assert_eq!(asked.holds(&it), holds, "{asked:?}");
        }
        let undated = fact(1, 2, "", task(None, None));
        assert!(part(Some(""), None).holds(&undated));
        assert!(!part(None, Some(date(2026, 9, 1))).holds(&undated));
    }
}
