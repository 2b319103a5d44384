//! What a withdrawal stops, and by when.
//!
//! It decides what must end after a consent is withdrawn and the last day for each. Deliberately
//! absent: doing it (the register of data to destroy, the draft of the order), and data that other
//! law wants kept.

use jiff::ToSpan;
use jiff::civil::Date;

use super::ConsentKind;
use crate::calendar::WorkingCalendar;
use crate::law::{Law, LawRule};
use crate::words::slugs;

slugs! {
    /// What stops.
    pub enum StopKind {
        /// The person is not proposed, matched or asked any more.
        Matching = "matching",
        /// Pairs of the person end by an order.
        Pairs = "pairs",
        /// The contract addendum ends.
        Addendum = "addendum",
        /// Named answers are not collected any more.
        Surveys = "surveys",
        /// What was made public is taken down.
        Publications = "publications",
        /// Data kept on this ground alone are destroyed by an act.
        Data = "data",
    }
}

/// One thing that stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What.
    pub kind: StopKind,
    /// The last day for it; the day of the withdrawal itself where it stops at once.
    pub by: Date,
}

/// What the withdrawal of a consent stops, in the order it must be done.
///
/// - `on`: the day of the withdrawal.
///
/// Source: 152-ФЗ ст. 21 ч. 5, ст. 10.1 ч. 14; ТК РФ ст. 351.8; rule M2.
#[must_use]
pub fn stops(kind: ConsentKind, on: Date, calendar: &WorkingCalendar, law: &Law) -> Vec<Stop> {
    let at_once = |kind| Stop { kind, by: on };
    match kind {
        ConsentKind::LabourMentoring => {
            let days = law.number(LawRule::CancellationNoticeWorkingDays, on).unwrap_or(0);
            let by = calendar.add_working_days(on, days.into());
            vec![
                at_once(StopKind::Matching),
                Stop { kind: StopKind::Addendum, by },
                Stop { kind: StopKind::Pairs, by },
            ]
        }
        ConsentKind::VolunteerMentoring
        | ConsentKind::Participation
        | ConsentKind::GuardianParticipation => {
            vec![at_once(StopKind::Matching), at_once(StopKind::Pairs)]
        }
        ConsentKind::PersonalData | ConsentKind::GuardianData => {
            let days = law.number(LawRule::DestructionAfterWithdrawalDays, on).unwrap_or(30);
            let by = on.checked_add(i64::from(days).days()).unwrap_or(on);
            vec![
                at_once(StopKind::Matching),
                at_once(StopKind::Surveys),
                at_once(StopKind::Pairs),
                Stop { kind: StopKind::Data, by },
            ]
        }
        ConsentKind::Distribution => {
            let days = law.number(LawRule::DistributionStopWorkingDays, on).unwrap_or(3);
            let by = calendar.add_working_days(on, days.into());
            vec![Stop { kind: StopKind::Publications, by }]
        }
    }
}
