//! Partners of the organisation, the agreements with them and the people they sent as mentors.
//!
//! It decides what of them is plainly wrong, when an agreement ends soon, and which share of the
//! partners gave a mentor. Deliberately absent: the text of an agreement (`documents`).

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::id::{AgreementId, PartnerId};
use crate::period::Period;
use crate::person::is_email;

/// An agreement with a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// Its id.
    pub id: AgreementId,
    /// With whom.
    pub partner: PartnerId,
    /// Its number, as written; empty where it has none.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day of signing.
    pub signed_on: Date,
    /// The last day of its term; `None` where it is open.
    pub until: Option<Date>,
    /// The last day where it was ended before its term.
    pub ended_on: Option<Date>,
}

/// How an agreement stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AgreementState {
    /// It acts, and its end is far.
    Acts,
    /// It acts, and ends within [`SOON_DAYS`].
    EndsSoon,
    /// It is signed for a later day.
    NotYet,
    /// It acts no more.
    Over,
}

/// How many days before its end an agreement is spoken of: time to agree on the next.
pub const SOON_DAYS: i64 = 60;

impl Agreement {
    /// The last day it acts, as far as it is known.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        [self.until, self.ended_on].into_iter().flatten().min()
    }

    /// How it stands on a day.
    #[must_use]
    pub fn state(&self, day: Date) -> AgreementState {
        let soon = day.checked_add(SOON_DAYS.days()).unwrap_or(Date::MAX);
        match self.last_day() {
            Some(last) if last < day => AgreementState::Over,
            _ if day < self.signed_on => AgreementState::NotYet,
            Some(last) if last <= soon => AgreementState::EndsSoon,
            _ => AgreementState::Acts,
        }
    }
}

/// What is wrong with a partner or an agreement.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartnerObstacle {
    /// Without a name nobody knows who it is.
    #[error("the partner has no name")]
    NoName,
    /// Another partner has this name.
    #[error("the partner is known already")]
    Known,
    /// Without a subject nobody knows what was agreed.
    #[error("the agreement has no subject")]
    NoSubject,
    /// A text is longer than fits.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
    /// Not an address.
    #[error("the e-mail is not an address")]
    Email,
    /// It would end before it began.
    #[error("it began on {from} and cannot end before")]
    EndsBeforeItBegan {
        /// Its first day.
        from: Date,
    },
    /// The person is named for this partner.
    #[error("the person is named since {since}")]
    Named {
        /// First day.
        since: Date,
    },
}

/// The longest text of a partner, in characters.
pub const PARTNER_TEXT_LIMIT: usize = 500;

/// Checks a partner before it is saved; everything wrong at once, in the order of the form.
///
/// - `texts`: fields of the form with their texts; the first is the name.
#[must_use]
pub fn check_partner(texts: &[(&'static str, &str)], email: &str) -> Vec<PartnerObstacle> {
    let mut obstacles = Vec::new();
    if texts.first().is_none_or(|(_, name)| name.trim().is_empty()) {
        obstacles.push(PartnerObstacle::NoName);
    }
    obstacles.extend(too_long(texts));
    if !email.is_empty() && !is_email(email) {
        obstacles.push(PartnerObstacle::Email);
    }
    obstacles
}

/// Checks an agreement before it is saved.
#[must_use]
pub fn check_agreement(agreement: &Agreement) -> Vec<PartnerObstacle> {
    let mut obstacles = Vec::new();
    if agreement.subject.trim().is_empty() {
        obstacles.push(PartnerObstacle::NoSubject);
    }
    obstacles.extend(too_long(&[("number", &agreement.number), ("subject", &agreement.subject)]));
    if agreement.last_day().is_some_and(|last| last < agreement.signed_on) {
        obstacles.push(PartnerObstacle::EndsBeforeItBegan { from: agreement.signed_on });
    }
    obstacles
}

fn too_long(texts: &[(&'static str, &str)]) -> Vec<PartnerObstacle> {
    let long = texts.iter().filter(|(_, text)| PARTNER_TEXT_LIMIT < text.chars().count());
    long.map(|(field, _)| PartnerObstacle::TooLong { field, limit: PARTNER_TEXT_LIMIT }).collect()
}

/// How many of the partners of a day gave a mentor.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartnerShare {
    /// Partners of the day.
    pub n_partners: u32,
    /// Of them, those a person of whom stood in the pool of mentors.
    pub n_gave: u32,
}

impl PartnerShare {
    /// The share, thousandths: 20 is 2 %; `None` without partners.
    #[must_use]
    pub fn thousandths(self) -> Option<i64> {
        (0 < self.n_partners)
            .then(|| i64::from(self.n_gave) * 1000 / i64::from(self.n_partners.max(1)))
    }
}

/// Counts the share of partners who gave a mentor.
///
/// - `partners`: every partner with the days it is one.
/// - `gave`: partners a person of whom is in the pool of mentors on the day.
///
/// Source: TOS, «2 % партнёров дали наставника».
#[must_use]
pub fn share_that_gave(
    partners: &[(PartnerId, Period)],
    gave: &BTreeSet<PartnerId>,
    day: Date,
) -> PartnerShare {
    let mut share = PartnerShare::default();
    for (partner, _) in partners.iter().filter(|(_, period)| period.contains(day)) {
        share.n_partners += 1;
        share.n_gave += u32::from(gave.contains(partner));
    }
    share
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn agreement() -> Agreement {
        Agreement {
            id: AgreementId(Uuid::nil()),
            partner: PartnerId(Uuid::nil()),
            number: "7".into(),
            subject: "о сотрудничестве".into(),
            signed_on: date(2026, 1, 15),
            until: Some(date(2026, 12, 31)),
            ended_on: None,
        }
    }

    #[test]
    fn an_agreement_is_spoken_of_two_months_before_its_end() {
        for (day, state) in [
            (date(2026, 1, 14), AgreementState::NotYet),
            (date(2026, 1, 15), AgreementState::Acts),
            (date(2026, 10, 31), AgreementState::Acts),
            (date(2026, 11, 1), AgreementState::EndsSoon),
            (date(2026, 12, 31), AgreementState::EndsSoon),
            (date(2027, 1, 1), AgreementState::Over),
        ] {
            assert_eq!(agreement().state(day), state, "{day}");
        }
        let ended = Agreement { ended_on: Some(date(2026, 3, 1)), ..agreement() };
        assert_eq!(ended.state(date(2026, 3, 2)), AgreementState::Over);
    }

    #[test]
    fn a_partner_needs_a_name_and_an_agreement_its_subject() {
        assert_eq!(
            check_partner(&[("name", " ")], "почта"),
            [PartnerObstacle::NoName, PartnerObstacle::Email]
        );
        assert_eq!(check_agreement(&agreement()), []);
        let wrong =
            Agreement { subject: String::new(), ended_on: Some(date(2026, 1, 14)), ..agreement() };
        assert_eq!(check_agreement(&wrong).len(), 2);
    }

    #[test]
    fn the_share_counts_partners_of_the_day_only() {
        let id = |n| PartnerId(Uuid::from_u128(n));
        let partners = [
            (id(1), Period::since(date(2020, 1, 1))),
            (id(2), Period::since(date(2026, 9, 1))),
            (id(3), Period { from: date(2020, 1, 1), to: Some(date(2021, 1, 1)) }),
        ];
        let gave = BTreeSet::from([id(1), id(3)]);
        let share = share_that_gave(&partners, &gave, date(2026, 9, 1));
        assert_eq!(share, PartnerShare { n_partners: 2, n_gave: 1 });
        assert_eq!(share.thousandths(), Some(500));
        assert_eq!(PartnerShare::default().thousandths(), None);
    }
}
