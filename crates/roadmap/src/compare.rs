//! The difference of two plans, row by row.
//!
//! It decides which row of the new plan is which row of the old one (the same words, else like
//! words, nearest first), and what differs. Deliberately absent: how a difference is shown, and the
//! head of the plan.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Evidence, Plan, PlanRow, Responsible, Text};
use crate::rollover::Field;

/// A row that was added, removed, moved or changed; rows that stayed as they were are not listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowChange {
    /// Index of the row in the old plan, from 0; `None` for an added row.
    pub old: Option<usize>,
    /// Index of the row in the new plan, from 0; `None` for a removed row.
    pub new: Option<usize>,
    /// The row stands elsewhere among the rows that both plans have.
    pub moved: bool,
    /// What differs, in the order of [`Field`]; empty for added and removed rows.
    pub fields: Vec<FieldChange>,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Which.
    pub field: Field,
    /// As it was; empty where it was not.
    pub before: String,
    /// As it is; empty where it is not.
    pub after: String,
}

/// Rows at least so alike, in thousandths, are one row with another wording.
const ALIKE: u32 = 550;

/// Plans larger than this product of rows are matched by equal words only: nothing is compared
/// pairwise without bound.
const MOST_PAIRS: usize = 1_000_000;

/// Compares two plans.
///
/// - Returns: changes in the order of the new plan, removed rows where they stood in the old one.
///   The same input gives the same answer; a plan and itself differ in nothing.
/// - Time: linear in the rows for equal words, their product for the rest, up to a bound.
#[must_use]
pub fn compare(old: &Plan, new: &Plan) -> Vec<RowChange> {
    let pairs = matched(&old.rows, &new.rows);
    let stayed = longest_rising(&pairs);
    let mut changes = Vec::new();
    let old_of: BTreeMap<usize, usize> = pairs.iter().map(|(o, n)| (*n, *o)).collect();
    let paired: BTreeSet<usize> = pairs.iter().map(|(o, _)| *o).collect();
    let mut removed = (0..old.rows.len()).filter(|it| !paired.contains(it)).peekable();
    for (n, row) in new.rows.iter().enumerate() {
        let Some(o) = old_of.get(&n).copied() else {
            changes.push(RowChange { old: None, new: Some(n), moved: false, fields: Vec::new() });
            continue;
        };
        while let Some(gone) = removed.next_if(|it| *it < o && stayed.contains(&o)) {
            changes.push(gone_row(gone));
        }
        let moved = !stayed.contains(&o);
        let fields = fields(&old.rows[o], row);
        if moved || !fields.is_empty() {
            changes.push(RowChange { old: Some(o), new: Some(n), moved, fields });
        }
    }
    changes.extend(removed.map(gone_row));
    changes
}

fn gone_row(old: usize) -> RowChange {
    RowChange { old: Some(old), new: None, moved: false, fields: Vec::new() }
}

/// The rows that go on from one plan to the next.
///
/// - Returns: indices in the old and in the new plan, each at most once, in the order of the new.
#[must_use]
pub fn pairs(old: &Plan, new: &Plan) -> Vec<(usize, usize)> {
    matched(&old.rows, &new.rows)
}

/// Pairs of old and new rows, in the order of the new.
fn matched(old: &[PlanRow], new: &[PlanRow]) -> Vec<(usize, usize)> {
    let old_words: Vec<Vec<String>> = old.iter().map(|it| words(&it.text)).collect();
    let new_words: Vec<Vec<String>> = new.iter().map(|it| words(&it.text)).collect();
    let mut pairs = equal(&old_words, &new_words, old, new);
    let taken_old: BTreeSet<usize> = pairs.iter().map(|it| it.0).collect();
    let taken_new: BTreeSet<usize> = pairs.iter().map(|it| it.1).collect();
    let free_old: Vec<usize> = (0..old.len()).filter(|it| !taken_old.contains(it)).collect();
    let free_new: Vec<usize> = (0..new.len()).filter(|it| !taken_new.contains(it)).collect();
    if free_old.len().saturating_mul(free_new.len()) <= MOST_PAIRS {
        let mut likely: Vec<(u32, usize, usize, usize)> = Vec::new();
        for &o in &free_old {
            for &n in &free_new {
                let alike = likeness(&old_words[o], &new_words[n]);
                if ALIKE <= alike {
                    likely.push((1000 - alike, o.abs_diff(n), o, n));
                }
            }
        }
        // The most alike first, then the nearest, then the earlier.
        likely.sort_unstable();
        let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
        for (_, _, o, n) in likely {
            if !used_old.contains(&o) && !used_new.contains(&n) {
                used_old.insert(o);
                used_new.insert(n);
                pairs.push((o, n));
            }
        }
    }
    pairs.sort_unstable_by_key(|it| it.1);
    pairs
}

/// Rows of equal words, in their order; those under equal headings first.
fn equal(
    old_words: &[Vec<String>],
    new_words: &[Vec<String>],
    old: &[PlanRow],
    new: &[PlanRow],
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let (mut used_old, mut used_new) = (BTreeSet::new(), BTreeSet::new());
    for with_path in [true, false] {
        let path = |row: &PlanRow| if with_path { row.path.join("\n") } else { String::new() };
        let mut shelf: BTreeMap<(String, &[String]), Vec<usize>> = BTreeMap::new();
        for (o, words) in old_words.iter().enumerate().rev() {
            if !used_old.contains(&o) {
                shelf.entry((path(&old[o]), words)).or_default().push(o);
            }
        }
        for (n, words) in new_words.iter().enumerate() {
            if used_new.contains(&n) {
                continue;
            }
            let key = (path(&new[n]), words.as_slice());
            if let Some(o) = shelf.get_mut(&key).and_then(Vec::pop) {
                used_old.insert(o);
                used_new.insert(n);
                pairs.push((o, n));
            }
        }
    }
    pairs
}

/// Words in lower case, «е» for «ё», signs left out; years left out too, so that a plan rolled
/// forward keeps its rows.
fn words(text: &str) -> Vec<String> {
    text.split(|it: char| !it.is_alphanumeric())
        .filter(|it| !it.is_empty())
        .filter(|it| {
            !(it.len() == 4 && it.starts_with("20") && it.bytes().all(|b| b.is_ascii_digit()))
        })
        .map(|it| it.to_lowercase().replace('ё', "е"))
        .collect()
}

/// How alike two texts are: shared pairs of neighbouring words and shared words, in thousandths of
/// what both have.
fn likeness(a: &[String], b: &[String]) -> u32 {
    let grams = |words: &[String]| -> Vec<(String, String)> {
        let mut grams: Vec<(String, String)> =
            words.iter().map(|it| (it.clone(), String::new())).collect();
        grams.extend(words.windows(2).map(|it| (it[0].clone(), it[1].clone())));
        grams.sort_unstable();
        grams
    };
    let (a, b) = (grams(a), grams(b));
    let (mut i, mut k, mut shared) = (0, 0, 0_usize);
    while i < a.len() && k < b.len() {
        match a[i].cmp(&b[k]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => k += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                i += 1;
                k += 1;
            }
        }
    }
    let all = a.len() + b.len();
    (2000 * shared).checked_div(all).and_then(|it| u32::try_from(it).ok()).unwrap_or(1000)
}

/// The old rows whose order did not change: the longest rising run of old places, taken in the
/// order of the new plan.
fn longest_rising(pairs: &[(usize, usize)]) -> BTreeSet<usize> {
    // Patience sorting: `ends[k]` is the pair that ends the best run of length k + 1.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; pairs.len()];
    for (n, pair) in pairs.iter().enumerate() {
        let at = ends.partition_point(|it| pairs[*it].0 < pair.0);
        before[n] = at.checked_sub(1).map(|it| ends[it]);
        if at == ends.len() {
            ends.push(n);
        } else {
            ends[at] = n;
        }
    }
    let mut run = BTreeSet::new();
    let mut at = ends.last().copied();
    while let Some(n) = at {
        run.insert(pairs[n].0);
        at = before[n];
    }
    run
}

fn fields(old: &PlanRow, new: &PlanRow) -> Vec<FieldChange> {
    let mut changes = Vec::new();
    let mut note = |field, before: String, after: String| {
        if before != after {
            changes.push(FieldChange { field, before, after });
        }
    };
    let text = |it: &Option<Text>| it.as_ref().map(|it| it.text.clone()).unwrap_or_default();
    for n in 0..old.path.len().max(new.path.len()) {
        let stage = |row: &PlanRow| row.path.get(n).cloned().unwrap_or_default();
        note(Field::Path(n), stage(old), stage(new));
    }
    let number = |row: &PlanRow| row.number.clone().unwrap_or_default();
    note(Field::Number, number(old), number(new));
    note(Field::Text, old.text.clone(), new.text.clone());
    for n in 0..old.items.len().max(new.items.len()) {
        let item = |row: &PlanRow| row.items.get(n).map(|it| it.text.clone()).unwrap_or_default();
        // A single activity is the row's own text, which is told already.
        if item(old) != old.text || item(new) != new.text {
            note(Field::Item(n), item(old), item(new));
        }
    }
    let words_same = old.deadline.text == new.deadline.text;
    let deadline = |row: &PlanRow| {
        // The same words with other dates were mended by hand: then the dates are shown.
        if words_same { row.deadline.normal.clone() } else { row.deadline.text.clone() }
    };
    note(Field::Deadline, deadline(old), deadline(new));
    note(Field::Responsible, who(old), who(new));
    note(Field::Result, text(&old.result), text(&new.result));
    note(Field::Evidence, evidence(&old.evidence), evidence(&new.evidence));
    note(Field::Indicator, text(&old.indicator_text), text(&new.indicator_text));
    note(Field::Audience, text(&old.audience), text(&new.audience));
    note(Field::Note, text(&old.note), text(&new.note));
    changes
}

fn who(row: &PlanRow) -> String {
    let one = |it: &Responsible| it.text.clone();
    let mut who: Vec<String> = row.responsible.iter().map(one).collect();
    if row.nobody {
        who.push("—".into());
    }
    who.join(", ")
}

fn evidence(list: &[Evidence]) -> String {
    let one = |it: &Evidence| {
        if it.about.is_empty() { it.kind.clone() } else { format!("{}:{}", it.kind, it.about) }
    };
    list.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::PlanDeadline;

    fn plan(rows: &[(&str, &str)]) -> Plan {
        let row = |(text, deadline): &(&str, &str)| PlanRow {
            text: (*text).into(),
            deadline: PlanDeadline { text: (*deadline).into(), ..PlanDeadline::default() },
            ..PlanRow::default()
        };
        Plan { rows: rows.iter().map(row).collect(), ..Plan::default() }
    }

    const SOUND: [(&str, &str); 4] = [
        ("Издание приказа о внедрении целевой модели", "сентябрь"),
        ("Формирование базы наставников", "октябрь"),
        ("Формирование базы наставляемых", "октябрь"),
        ("Организация итоговой встречи пар", "май"),
    ];

    #[test]
    fn a_plan_and_itself_differ_in_nothing() {
        assert_eq!(compare(&plan(&SOUND), &plan(&SOUND)), []);
        let twice = [SOUND[1], SOUND[1], SOUND[1]];
        assert_eq!(compare(&plan(&twice), &plan(&twice)), []);
    }

    #[test]
    fn added_and_removed_rows_are_told_in_their_places() {
        let new = [SOUND[0], ("Обучение наставников", "ноябрь"), SOUND[2], SOUND[3]];
        let changes = compare(&plan(&SOUND), &plan(&new));
        let ends: Vec<_> = changes.iter().map(|it| (it.old, it.new)).collect();
        assert_eq!(ends, [(None, Some(1)), (Some(1), None)]);
    }

    #[test]
    fn a_changed_deadline_and_a_new_wording_are_fields_of_one_row() {
        let mut new = SOUND;
        new[0].1 = "до 15 сентября";
        new[3].0 = "Организация общей итоговой встречи пар и групп";
        let changes = compare(&plan(&SOUND), &plan(&new));
        let fields: Vec<_> =
            changes.iter().map(|it| (it.old, it.new, it.moved, it.fields[0].field)).collect();
        assert_eq!(
            fields,
            [(Some(0), Some(0), false, Field::Deadline), (Some(3), Some(3), false, Field::Text)]
        );
        assert_eq!(changes[0].fields[0].after, "до 15 сентября");
    }

    #[test]
    fn a_moved_row_is_one_move_and_the_others_stay() {
        let new = [SOUND[3], SOUND[0], SOUND[1], SOUND[2]];
        let changes = compare(&plan(&SOUND), &plan(&new));
        let told: Vec<_> = changes.iter().map(|it| (it.old, it.new, it.moved)).collect();
        assert_eq!(told, [(Some(3), Some(0), true)]);
    }

    #[test]
    fn rows_that_differ_in_their_year_are_the_same_row() {
        let old = plan(&[("Разработка дорожной карты на 2023 год", "май 2023")]);
        let new = plan(&[("Разработка дорожной карты на 2024 год", "май 2024")]);
        let changes = compare(&old, &new);
        assert_eq!(changes.len(), 1);
        assert_eq!(changes[0].fields.len(), 2);
    }
}
