//! The difference of two plans, as pages show it.
//!
//! It decides which fields are told. Deliberately absent: matching rows (`roadmap::compare`).

use ::roadmap::plan::Plan;

/// What happened to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Some of its cells differ.
    Changed,
    /// It stands elsewhere, and says the same.
    Moved,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldDifference {
    /// Stable name of the field: `deadline`, `responsible`, …
    pub name: &'static str,
    /// As it was.
    pub before: String,
    /// As it is.
    pub after: String,
}

/// A row that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The activity, as it is or was.
    pub text: String,
    /// Its cells that differ; empty for rows added and removed.
    pub fields: Vec<FieldDifference>,
}

/// Compares two plans.
///
/// - Returns: the rows that differ, in the order of the new plan, removed ones where they stood.
#[must_use]
pub fn changes(old: &Plan, new: &Plan) -> Vec<Change> {
    let text_of = |plan: &Plan, at: usize| plan.rows.get(at).map(|it| it.text.clone());
    ::roadmap::compare::compare(old, new)
        .into_iter()
        .filter_map(|it| {
            let kind = match (it.old, it.new) {
                (None, Some(_)) => ChangeKind::Added,
                (Some(_), None) => ChangeKind::Removed,
                (Some(_), Some(_)) if !it.fields.is_empty() => ChangeKind::Changed,
                (Some(_), Some(_)) if it.moved => ChangeKind::Moved,
                _ => return None,
            };
            let text = it.new.and_then(|at| text_of(new, at));
            let text = text.or_else(|| it.old.and_then(|at| text_of(old, at)));
            let fields = it
                .fields
                .into_iter()
                .map(|it| FieldDifference {
                    name: it.field.slug(),
                    before: it.before,
                    after: it.after,
                })
                .collect();
            Some(Change { kind, text: text.unwrap_or_default(), fields })
        })
        .collect()
}

/// The rows that go on from one plan to the next.
///
/// - Returns: indices before and after, each at most once.
pub(super) fn kept_rows(old: &Plan, new: &Plan) -> Vec<(usize, usize)> {
    ::roadmap::compare::pairs(old, new)
}
