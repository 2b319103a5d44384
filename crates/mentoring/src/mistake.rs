//! Records that turn out to be mistaken.
//!
//! It decides what can be marked as a mistake and what a reason must be. A record that was marked
//! counts nowhere and stays in history. Deliberately absent: changing a record in place, and
//! deleting one.

use crate::words::slugs;

slugs! {
    /// What was recorded by mistake.
    pub enum MistakeKind {
        /// A registered order.
        Order = "order",
        /// The last day of an order.
        OrderEnding = "order_ending",
        /// A signed addendum.
        Addendum = "addendum",
        /// The early ending of an addendum.
        AddendumEnding = "addendum_ending",
        /// A signed consent.
        Consent = "consent",
        /// The withdrawal of a consent.
        ConsentWithdrawal = "consent_withdrawal",
        /// A representative of a minor.
        Guardian = "guardian",
        /// The last day of a representative.
        GuardianEnding = "guardian_ending",
    }
}

impl MistakeKind {
    /// Whether the whole record is mistaken, so that it counts nowhere; otherwise only its ending
    /// is, and the record goes on as if it had not been ended.
    #[must_use]
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Order | Self::Addendum | Self::Consent | Self::Guardian)
    }
}

/// Why a record cannot be marked as a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MistakeObstacle {
    /// Nobody says why.
    #[error("no reason is given")]
    NoReason,
    /// The reason is longer than fits.
    #[error("the reason is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// There is nothing to mark: it is a draft, or it was not ended.
    #[error("there is nothing to mark")]
    Nothing,
    /// Other records rest on it: an addendum on a consent, a later order on this one.
    #[error("{n_others} records rest on it")]
    RestedOn {
        /// How many.
        n_others: usize,
    },
}

/// The longest reason, in characters.
pub const REASON_LIMIT: usize = 500;

/// Checks the mark; everything wrong at once.
///
/// - `ground`: how the record stands.
#[must_use]
pub fn check_mistake(reason: &str, ground: Ground) -> Vec<MistakeObstacle> {
    let mut obstacles = Vec::new();
    match ground {
        Ground::Nothing => obstacles.push(MistakeObstacle::Nothing),
        Ground::RestedOn(n_others) => obstacles.push(MistakeObstacle::RestedOn { n_others }),
        Ground::Free => {}
    }
    if reason.trim().is_empty() {
        obstacles.push(MistakeObstacle::NoReason);
    } else if REASON_LIMIT < reason.trim().chars().count() {
        obstacles.push(MistakeObstacle::TooLong { limit: REASON_LIMIT });
    }
    obstacles
}

/// How the record stands that is to be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// It can be marked.
    Free,
    /// There is nothing to mark.
    Nothing,
    /// Others rest on it: that many.
    RestedOn(usize),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_wants_a_reason_and_something_to_mark() {
        let long = "а".repeat(REASON_LIMIT + 1);
        let table: &[(&str, Ground, &[MistakeObstacle])] = &[
            ("дата с другой бумаги", Ground::Free, &[]),
            (" ", Ground::Free, &[MistakeObstacle::NoReason]),
            (&long, Ground::Free, &[MistakeObstacle::TooLong { limit: REASON_LIMIT }]),
            ("ошибка", Ground::Nothing, &[MistakeObstacle::Nothing]),
            (
                "",
                Ground::RestedOn(1),
                &[MistakeObstacle::RestedOn { n_others: 1 }, MistakeObstacle::NoReason],
            ),
        ];
        for (reason, ground, expected) in table {
            assert_eq!(check_mistake(reason, *ground), *expected, "{ground:?}");
        }
    }

    #[test]
    fn an_ending_leaves_the_record_and_the_rest_takes_it_away() {
        let whole: Vec<_> = MistakeKind::ALL.iter().filter(|it| it.is_whole()).collect();
        assert_eq!(whole.len() * 2, MistakeKind::ALL.len());
    }
}
