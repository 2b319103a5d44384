//! What a person asks about the data held of it, and how soon it is answered.
//!
//! It decides kinds, terms and what an answer must say. Deliberately absent: making the corrections
//! (the pages of the card do), destruction (`fate`).

use jiff::civil::Date;

use crate::calendar::WorkingCalendar;
use crate::law::{Law, LawRule};
use crate::words::slugs;

/// The longest text of a request or an answer, in characters.
pub const REQUEST_LIMIT: usize = 2000;

slugs! {
    /// What is asked.
    pub enum RequestKind {
        /// To be told what is held.
        Access = "access",
        /// To correct what is wrong.
        Correction = "correction",
        /// To stop using the data and to destroy them.
        Destruction = "destruction",
    }
}

slugs! {
    /// What came of a request.
    pub enum RequestOutcome {
        /// What was asked is done.
        Done = "done",
        /// It is refused, with the reason.
        Refused = "refused",
    }
}

/// Why a request or an answer is not recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestObstacle {
    /// A correction that does not say what is wrong.
    #[error("it is not said what is wrong")]
    NoWords,
    /// The text is longer than fits.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
    /// The day of the request lies ahead.
    #[error("the request is of a day that has not come")]
    AskedAhead,
    /// The same is asked already and not answered.
    #[error("the same was asked on {asked_on} and waits for its answer")]
    AskedAlready {
        /// When.
        asked_on: Date,
    },
    /// An answer without its reason, or without saying what was done.
    #[error("the answer gives no reason")]
    NoReason,
    /// An answer before the request.
    #[error("the answer is of a day before the request of {asked_on}")]
    AnsweredBefore {
        /// The day of the request.
        asked_on: Date,
    },
    /// It was answered already.
    #[error("it was answered on {answered_on}")]
    AnsweredAlready {
        /// When.
        answered_on: Date,
    },
}

/// The last day for the answer.
///
/// Source: 152-ФЗ ст. 14 ч. 3, ст. 20 ч. 1 and 3, ст. 21 ч. 5.1.
#[must_use]
pub fn answer_by(kind: RequestKind, asked_on: Date, calendar: &WorkingCalendar, law: &Law) -> Date {
    let (rule, unknown) = match kind {
        RequestKind::Access => (LawRule::AccessAnswerWorkingDays, 10),
        RequestKind::Correction => (LawRule::CorrectionWorkingDays, 7),
        RequestKind::Destruction => (LawRule::StopOnDemandWorkingDays, 10),
    };
    let days = law.number(rule, asked_on).unwrap_or(unknown);
    calendar.add_working_days(asked_on, days.into())
}

/// What stands against recording a request.
///
/// - `waiting`: the day of an unanswered request of the same kind and person.
#[must_use]
pub fn check_request(
    kind: RequestKind,
    words: &str,
    asked_on: Date,
    today: Date,
    waiting: Option<Date>,
) -> Vec<RequestObstacle> {
    let mut obstacles = too_long(words);
    if kind == RequestKind::Correction && words.trim().is_empty() {
        obstacles.push(RequestObstacle::NoWords);
    }
    if today < asked_on {
        obstacles.push(RequestObstacle::AskedAhead);
    }
    // Two corrections may speak of two things; to be told or forgotten is asked once.
    if kind != RequestKind::Correction {
        obstacles.extend(waiting.map(|asked_on| RequestObstacle::AskedAlready { asked_on }));
    }
    obstacles
}

/// What stands against recording an answer.
///
/// - `answered_on`: when it was answered before; `None` where it waits.
/// - `on`: the day of the answer.
#[must_use]
pub fn check_answer(
    asked_on: Date,
    answered_on: Option<Date>,
    on: Date,
    reason: &str,
) -> Vec<RequestObstacle> {
    if let Some(answered_on) = answered_on {
        return vec![RequestObstacle::AnsweredAlready { answered_on }];
    }
    let mut obstacles = too_long(reason);
    if reason.trim().is_empty() {
        obstacles.push(RequestObstacle::NoReason);
    }
    if on < asked_on {
        obstacles.push(RequestObstacle::AnsweredBefore { asked_on });
    }
    obstacles
}

fn too_long(text: &str) -> Vec<RequestObstacle> {
    let is_long = REQUEST_LIMIT < text.chars().count();
    is_long.then_some(RequestObstacle::TooLong { limit: REQUEST_LIMIT }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_request_is_answered_within_the_working_days_of_its_kind() {
        let (calendar, law) = (WorkingCalendar::default(), Law::built_in());
        let asked = date(2026, 9, 14);
        for (kind, by) in [
            (RequestKind::Access, date(2026, 9, 28)),
            (RequestKind::Correction, date(2026, 9, 23)),
            (RequestKind::Destruction, date(2026, 9, 28)),
        ] {
            assert_eq!(answer_by(kind, asked, &calendar, law), by, "{kind}");
        }
    }

    #[test]
    fn a_request_says_what_is_wrong_and_is_asked_once() {
        use RequestKind::{Access, Correction};
        let (today, waiting) = (date(2026, 9, 15), date(2026, 9, 10));
        let long = "я".repeat(REQUEST_LIMIT + 1);
        let too_long = RequestObstacle::TooLong { limit: REQUEST_LIMIT };
        let already = RequestObstacle::AskedAlready { asked_on: waiting };
        for (kind, words, asked_on, waits, expected) in [
            (Access, "", today, None, vec![]),
            (Access, "", today, Some(waiting), vec![already]),
            (Correction, "фамилия", today, Some(waiting), vec![]),
            (Correction, " ", today, None, vec![RequestObstacle::NoWords]),
            (Access, &long, date(2026, 9, 16), None, vec![too_long, RequestObstacle::AskedAhead]),
        ] {
            assert_eq!(check_request(kind, words, asked_on, today, waits), expected, "{kind}");
        }
    }

    #[test]
    fn an_answer_has_a_reason_comes_after_the_request_and_only_once() {
        let (asked, day) = (date(2026, 9, 10), date(2026, 9, 15));
        assert_eq!(check_answer(asked, None, day, "исправлено"), []);
        assert_eq!(
            check_answer(asked, None, date(2026, 9, 9), ""),
            [RequestObstacle::NoReason, RequestObstacle::AnsweredBefore { asked_on: asked }]
        );
        assert_eq!(
            check_answer(asked, Some(day), day, ""),
            [RequestObstacle::AnsweredAlready { answered_on: day }]
        );
    }
}
