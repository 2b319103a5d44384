//! Launch: from an uploaded document to an approved version of a roadmap.
//!
//! It decides through which states an import and a version go, and what stands against approving.
//! Deliberately absent: what was read and how (`roadmap`), the tasks that follow (`task`).

use jiff::civil::Date;

use crate::words::slugs;

slugs! {
    /// How far the reading of an uploaded document has come.
    pub enum ImportState {
        /// Read; nobody has looked yet, or somebody is mending.
        Read = "read",
        /// Became a version of a roadmap.
        Accepted = "accepted",
        /// Set aside.
        Discarded = "discarded",
    }
}

slugs! {
    /// How a version of a roadmap stands.
    pub enum VersionState {
        /// Being written; runs nothing.
        Draft = "draft",
        /// In force by an order.
        Approved = "approved",
        /// Was in force until a later version was approved.
        Superseded = "superseded",
        /// A draft set aside.
        Discarded = "discarded",
    }
}

/// Why a version cannot be approved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApproveObstacle {
    /// Only a draft can be approved.
    #[error("the version is {0}, not a draft")]
    NotDraft(VersionState),
    /// There is nothing to approve.
    #[error("the version has no rows")]
    NoRows,
    /// An order has a number.
    #[error("the order has no number")]
    NoOrderNumber,
    /// The order lies ahead.
    #[error("the order is dated {on}, after today")]
    OrderAhead {
        /// Date of the order.
        on: Date,
    },
    /// The order is older than the order of the version it replaces.
    #[error("the order is dated {on}, before the order of {previous}")]
    OrderBeforePrevious {
        /// Date of the order.
        on: Date,
        /// Date of the order of the version in force.
        previous: Date,
    },
}

/// Checks that a version may be approved by an order.
///
/// - `n_rows`: rows of the version.
/// - `previous_order_on`: date of the order of the version in force, if there is one.
/// - Returns: everything that stands against it; empty where it may be approved.
#[must_use]
pub fn check_approval(
    state: VersionState,
    n_rows: usize,
    (order_number, order_on): (&str, Date),
    previous_order_on: Option<Date>,
    today: Date,
) -> Vec<ApproveObstacle> {
    let mut obstacles = Vec::new();
    if state != VersionState::Draft {
        obstacles.push(ApproveObstacle::NotDraft(state));
    }
    if n_rows == 0 {
        obstacles.push(ApproveObstacle::NoRows);
    }
    if order_number.trim().is_empty() {
        obstacles.push(ApproveObstacle::NoOrderNumber);
    }
    if today < order_on {
        obstacles.push(ApproveObstacle::OrderAhead { on: order_on });
    }
    if let Some(previous) = previous_order_on.filter(|previous| order_on < *previous) {
        obstacles.push(ApproveObstacle::OrderBeforePrevious { on: order_on, previous });
    }
    obstacles
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 9, 1);

    #[test]
    fn a_draft_with_rows_is_approved_by_an_order_of_today_or_earlier() {
        assert_eq!(check_approval(VersionState::Draft, 1, ("71-б", TODAY), None, TODAY), []);
        let tomorrow = date(2026, 9, 2);
        assert_eq!(
            check_approval(VersionState::Draft, 1, ("71-б", tomorrow), None, TODAY),
            [ApproveObstacle::OrderAhead { on: tomorrow }]
        );
    }

    #[test]
    fn everything_against_an_approval_is_said_at_once() {
        let order = (" ", date(2026, 8, 1));
        let obstacles = check_approval(VersionState::Approved, 0, order, Some(TODAY), TODAY);
        assert_eq!(obstacles.len(), 4);
    }
}
