//! What mentors and mentees ask for and propose, and what was answered.
//!
//! It decides who may ask for what, and that an answer says something. Deliberately absent: doing
//! what was asked — a change of mentor is an order, access to a file a decision of its own.

use jiff::civil::Date;

use crate::person::Position;
use crate::words::slugs;

slugs! {
    /// What is asked for.
    ///
    /// Source: положение о наставничестве, права наставника и наставляемого (OKT §4–5).
    pub enum PetitionKind {
        /// To be released from mentoring.
        Release = "release",
        /// Another mentor.
        AnotherMentor = "another_mentor",
        /// To see a mentee's personal file.
        FileAccess = "file_access",
        /// A change of the programme.
        Programme = "programme",
        /// Encouragement or discipline of a mentee.
        Reward = "reward",
        /// Anything else of the programme.
        Other = "other",
    }
}

impl PetitionKind {
    /// Whether somebody with these positions has the right to ask for it.
    ///
    /// Who holds neither role may still propose something else.
    #[must_use]
    pub fn is_open_to(self, positions: &[Position]) -> bool {
        let mentors = positions.contains(&Position::Mentor);
        let is_mentored = positions.contains(&Position::Mentee);
        match self {
            Self::Release | Self::FileAccess | Self::Reward => mentors,
            Self::AnotherMentor => is_mentored,
            Self::Programme => mentors || is_mentored,
            Self::Other => true,
        }
    }
}

slugs! {
    /// How it was answered.
    pub enum PetitionOutcome {
        /// What was asked is granted.
        Granted = "granted",
        /// It is not, with the reason in the answer.
        Refused = "refused",
    }
}

/// The shortest words and answer, in letters and digits.
pub const WORDS_LEAST: usize = 5;
/// The longest, in characters.
pub const WORDS_MOST: usize = 2000;

/// Why something cannot be asked for or answered so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PetitionObstacle {
    /// The positions of the person do not give this right.
    #[error("this is not for who asks")]
    NotTheirs,
    /// The words say nothing.
    #[error("at least {WORDS_LEAST} letters are wanted")]
    NoWords,
    /// They are longer than is kept.
    #[error("more than {WORDS_MOST} characters")]
    LongWords,
    /// It is answered or withdrawn already.
    #[error("closed on {on}")]
    Closed {
        /// The day of the answer or the withdrawal.
        on: Date,
    },
}

/// Checks what is asked for.
#[must_use]
pub fn check_petition(
    kind: PetitionKind,
    words: &str,
    positions: &[Position],
) -> Vec<PetitionObstacle> {
    let not_theirs = !kind.is_open_to(positions);
    not_theirs
        .then_some(PetitionObstacle::NotTheirs)
        .into_iter()
        .chain(check_words(words))
        .collect()
}

/// Checks an answer: a refusal gives its reason, and what is granted says how.
#[must_use]
pub fn check_answer(words: &str, closed_on: Option<Date>) -> Vec<PetitionObstacle> {
    let closed = closed_on.map(|on| PetitionObstacle::Closed { on });
    closed.into_iter().chain(check_words(words)).collect()
}

fn check_words(words: &str) -> Option<PetitionObstacle> {
    if words.chars().filter(|it| it.is_alphanumeric()).count() < WORDS_LEAST {
        Some(PetitionObstacle::NoWords)
    } else {
        (WORDS_MOST < words.chars().count()).then_some(PetitionObstacle::LongWords)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_right_comes_with_the_role() {
        let table: &[(PetitionKind, &[Position], bool)] = &[
            (PetitionKind::Release, &[Position::Mentor], true),
            (PetitionKind::Release, &[Position::Mentee], false),
            (PetitionKind::AnotherMentor, &[Position::Mentee, Position::Teacher], true),
            (PetitionKind::AnotherMentor, &[Position::Mentor], false),
            (PetitionKind::FileAccess, &[Position::Mentor], true),
            (PetitionKind::Programme, &[Position::Mentee], true),
            (PetitionKind::Programme, &[Position::Teacher], false),
            (PetitionKind::Other, &[], true),
        ];
        for (kind, positions, is_open) in table {
            assert_eq!(kind.is_open_to(positions), *is_open, "{kind} {positions:?}");
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once_and_an_answer_closes() {
        let wrong = check_petition(PetitionKind::Release, " . ", &[]);
        assert_eq!(wrong, [PetitionObstacle::NotTheirs, PetitionObstacle::NoWords]);
        let on = date(2026, 10, 1);
        assert_eq!(check_answer("назначен другой наставник", None), []);
        let again = check_answer(&"а".repeat(WORDS_MOST + 1), Some(on));
        assert_eq!(again, [PetitionObstacle::Closed { on }, PetitionObstacle::LongWords]);
    }
}
