//! What a withdrawal stops, and by when.
//!
//! It decides what must end after a consent is withdrawn and the last day for each. Deliberately
//! absent: doing it (the register of data to destroy, the draft of the order), and data that other
//! law wants kept.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Consent, ConsentKind, ConsentState, state};
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

impl StopKind {
    /// Whether the product itself does it with the withdrawal: the gates close.
    #[must_use]
    pub fn is_done_at_once(self) -> bool {
        matches!(self, Self::Matching | Self::Surveys)
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

/// One thing that stops for a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StopOf {
    /// What, and by when.
    pub stop: Stop,
    /// The page from which something is taken down; empty for the rest.
    pub page: String,
}

/// What a withdrawal looks at beside the consent itself.
#[derive(Clone, Copy, Debug)]
pub struct Withdrawal<'a> {
    /// The consent that is withdrawn.
    pub consent: &'a Consent,
    /// The other consents of the person.
    pub others: &'a [Consent],
    /// The day of birth of the person; `None` for an adult.
    pub birth: Option<Date>,
    /// Whether the person mentors or is mentored on the day.
    pub takes_part: bool,
    /// Whether a contract addendum of the person acts on the day.
    pub has_addendum: bool,
    /// The day of the withdrawal.
    pub on: Date,
}

/// What a withdrawal stops for the person, in the order it must be done.
///
/// Nothing stops that another consent of the same kind still permits: of pages, those that no other
/// consent names are taken down. An addendum and pairs stop only where there are any.
///
/// Source: as of [`stops`].
#[must_use]
pub fn stops_of(it: &Withdrawal<'_>, calendar: &WorkingCalendar, law: &Law) -> Vec<StopOf> {
    let kind = it.consent.kind;
    let holds = |other: &&Consent| {
        other.id != it.consent.id
            && other.kind == kind
            && state(other, it.birth, it.on, law) == ConsentState::Valid
    };
    let others: Vec<&Consent> = it.others.iter().filter(holds).collect();
    let is_moot = |stop: &Stop| match stop.kind {
        StopKind::Addendum => !it.has_addendum,
        StopKind::Pairs => !it.takes_part,
        _ => false,
    };
    let all = stops(kind, it.on, calendar, law).into_iter().filter(|stop| !is_moot(stop));
    if kind != ConsentKind::Distribution {
        if !others.is_empty() {
            return Vec::new();
        }
        return all.map(|stop| StopOf { stop, page: String::new() }).collect();
    }
    let Some(said) = &it.consent.distribution else { return Vec::new() };
    let is_named = |page: &&String| {
        let mut elsewhere = others.iter().filter_map(|it| it.distribution.as_ref());
        !elsewhere.any(|it| it.names_page(page))
    };
    let pages: Vec<&String> = said.addresses.iter().filter(is_named).collect();
    let of_page = |stop: Stop| {
        pages.iter().map(move |page| StopOf { stop, page: (*page).clone() }).collect::<Vec<_>>()
    };
    all.flat_map(of_page).collect()
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
