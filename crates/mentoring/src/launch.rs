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

slugs! {
    /// Which reading of a doubtful place stands in a rolled roadmap.
    pub enum RollChoice {
        /// The words as they were.
        Kept = "kept",
        /// The words with the years moved.
        Moved = "moved",
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
    /// Errors of the compiler are neither mended nor accepted with a reason.
    #[error("{n} errors are neither mended nor accepted")]
    ErrorsLeft {
        /// How many.
        n: usize,
    },
    /// Doubtful places of a rolled roadmap are not answered.
    #[error("{n} questions of the rolled roadmap are not answered")]
    QuestionsLeft {
        /// How many.
        n: usize,
    },
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

/// A version that is to be approved by an order.
#[derive(Clone, Copy, Debug)]
pub struct Proposal<'a> {
    /// How the version stands.
    pub state: VersionState,
    /// Its rows.
    pub n_rows: usize,
    /// Errors of the compiler that are neither mended nor accepted; warnings do not count.
    pub n_errors_left: usize,
    /// Questions of a rolled roadmap that are not answered.
    pub n_questions_left: usize,
    /// Number of the order.
    pub order_number: &'a str,
    /// Date of the order.
    pub order_on: Date,
    /// Date of the order of the version in force, if there is one.
    pub previous_order_on: Option<Date>,
}

/// Checks that a version may be approved by an order.
///
/// - Returns: everything that stands against it; empty where it may be approved.
#[must_use]
pub fn check_approval(it: &Proposal<'_>, today: Date) -> Vec<ApproveObstacle> {
    let mut obstacles = Vec::new();
    if it.state != VersionState::Draft {
        obstacles.push(ApproveObstacle::NotDraft(it.state));
    }
    if it.n_rows == 0 {
        obstacles.push(ApproveObstacle::NoRows);
    }
    if 0 < it.n_errors_left {
        obstacles.push(ApproveObstacle::ErrorsLeft { n: it.n_errors_left });
    }
    if 0 < it.n_questions_left {
        obstacles.push(ApproveObstacle::QuestionsLeft { n: it.n_questions_left });
    }
    if it.order_number.trim().is_empty() {
        obstacles.push(ApproveObstacle::NoOrderNumber);
    }
    if today < it.order_on {
        obstacles.push(ApproveObstacle::OrderAhead { on: it.order_on });
    }
    if let Some(previous) = it.previous_order_on.filter(|previous| it.order_on < *previous) {
        obstacles.push(ApproveObstacle::OrderBeforePrevious { on: it.order_on, previous });
    }
    obstacles
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 9, 1);

    const SOUND: Proposal<'_> = Proposal {
        state: VersionState::Draft,
        n_rows: 1,
        n_errors_left: 0,
        n_questions_left: 0,
        order_number: "71-б",
        order_on: TODAY,
        previous_order_on: None,
    };

    #[test]
    fn a_draft_with_rows_is_approved_by_an_order_of_today_or_earlier() {
        assert_eq!(check_approval(&SOUND, TODAY), []);
        let on = date(2026, 9, 2);
        let ahead = Proposal { order_on: on, ..SOUND };
        assert_eq!(check_approval(&ahead, TODAY), [ApproveObstacle::OrderAhead { on }]);
    }

    #[test]
    fn an_error_that_is_neither_mended_nor_accepted_stands_against_the_order() {
        let left = Proposal { n_errors_left: 2, n_questions_left: 1, ..SOUND };
        assert_eq!(
            check_approval(&left, TODAY),
            [ApproveObstacle::ErrorsLeft { n: 2 }, ApproveObstacle::QuestionsLeft { n: 1 }]
        );
    }

    #[test]
    fn everything_against_an_approval_is_said_at_once() {
        let bad = Proposal {
            state: VersionState::Approved,
            n_rows: 0,
            n_errors_left: 1,
            n_questions_left: 1,
            order_number: " ",
            order_on: date(2026, 8, 1),
            previous_order_on: Some(TODAY),
        };
        assert_eq!(check_approval(&bad, TODAY).len(), 6);
    }
}
