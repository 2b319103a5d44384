//! When data have no ground any more, what of them stays by law, what must go, and by when.
//!
//! It decides from dated facts alone. Deliberately absent: destroying (`store::erasure`), the
//! commission and its act (`app::rights`).

use jiff::ToSpan;
use jiff::civil::Date;

use super::{DataGround, HeldKind, Keeping};
use crate::consent::Standing;
use crate::law::{Law, LawRule};
use crate::words::slugs;

slugs! {
    /// Why the ground has gone.
    pub enum GoneWhy {
        /// The person left the organisation: the purpose is reached.
        Left = "left",
        /// The consent to process data was withdrawn.
        Withdrawn = "withdrawn",
        /// The term of the consent has passed.
        Expired = "expired",
        /// Nobody is represented here any more.
        WardsGone = "wards_gone",
        /// The person demanded it, and no law keeps the data.
        Demanded = "demanded",
    }
}

slugs! {
    /// How far a destruction reaches.
    pub enum Reach {
        /// Everything that no law keeps.
        Whole = "whole",
        /// Only what the consent permitted: the person still works or learns here.
        Programme = "programme",
    }
}

/// That the ground has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Why.
    pub why: GoneWhy,
    /// The last day on which it was there; of a withdrawal and a demand the day itself, from which on
    /// there is none.
    pub on: Date,
    /// What it reaches.
    pub reach: Reach,
}

impl Gone {
    fn has_come_by(self, day: Date) -> bool {
        match self.why {
            GoneWhy::Withdrawn | GoneWhy::Demanded => self.on <= day,
            GoneWhy::Left | GoneWhy::Expired | GoneWhy::WardsGone => self.on < day,
        }
    }
}

/// A record that a law keeps for years after its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Of which section.
    pub kind: HeldKind,
    /// Its last day; `None` while it acts.
    pub ended_on: Option<Date>,
}

/// What the rule looks at in a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonFacts {
    /// How the person stands to the organisation; the last standing of one who left.
    pub standing: Standing,
    /// The last day with the organisation.
    pub left_on: Option<Date>,
    /// Of a representative: the day on which the last ward left or grew up; `None` while there is
    /// one, or there never was.
    pub children_until: Option<Date>,
    /// The day of the withdrawal of the consent to process data, where no other holds.
    pub withdrawn_on: Option<Date>,
    /// The day on which that consent expired, where no other holds.
    pub expired_on: Option<Date>,
    /// The day of a demand to destroy that waits for its answer.
    pub demanded_on: Option<Date>,
    /// Records of sections that a law keeps for years.
    pub kept: Vec<Kept>,
}

/// What becomes of a section on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It has its ground.
    InUse,
    /// It must be destroyed.
    Goes {
        /// The last day for it.
        by: Date,
    },
    /// A law keeps it, or some of its records, longer.
    Stays {
        /// Which.
        rule: LawRule,
        /// The last day; `None` while a record still acts, so that its term has not begun.
        until: Option<Date>,
    },
}

/// Whether the ground for the data of a person has gone by a day, and since when.
///
/// The earliest reason that reaches everything counts; one that reaches the programme only where
/// there is no other.
///
/// Source: 152-ФЗ ст. 5 ч. 7, ст. 21 ч. 4–5.1.
#[must_use]
pub fn gone(facts: &PersonFacts, day: Date) -> Option<Gone> {
    // Who works or learns here is kept account of by law, consent or no consent.
    let is_of_house = matches!(facts.standing, Standing::Employee | Standing::Student);
    let of_consent = if is_of_house { Reach::Programme } else { Reach::Whole };
    let wards = facts.children_until.filter(|_| facts.standing == Standing::Guardian);
    let all = [
        (GoneWhy::Left, facts.left_on, Reach::Whole),
        (GoneWhy::WardsGone, wards, Reach::Whole),
        (GoneWhy::Withdrawn, facts.withdrawn_on, of_consent),
        (GoneWhy::Expired, facts.expired_on, of_consent),
        (GoneWhy::Demanded, facts.demanded_on, of_consent),
    ];
    let came = all.into_iter().filter_map(|(why, on, reach)| Some(Gone { why, on: on?, reach }));
    came.filter(|it| it.has_come_by(day)).min_by_key(|it| (it.reach != Reach::Whole, it.on))
}

/// The last day to destroy what the ground no longer covers.
///
/// Source: 152-ФЗ ст. 21 ч. 4 and 5.
#[must_use]
pub fn must_go_by(gone: Gone, law: &Law) -> Date {
    let rule = match gone.why {
        GoneWhy::Withdrawn => LawRule::DestructionAfterWithdrawalDays,
        _ => LawRule::DestructionAfterPurposeDays,
    };
    let days = law.number(rule, gone.on).unwrap_or(30);
    gone.on.checked_add(i64::from(days).days()).unwrap_or(gone.on)
}

/// What becomes of every section of the card on a day, in the order of the card.
#[must_use]
pub fn fates(facts: &PersonFacts, day: Date, law: &Law) -> Vec<(HeldKind, Fate)> {
    let gone = gone(facts, day);
    let of = |kind: HeldKind| match gone {
        None => Fate::InUse,
        Some(it) if !reaches(it.reach, kind) => Fate::InUse,
        Some(it) => stays(kind, &facts.kept, day, law)
            .unwrap_or_else(|| Fate::Goes { by: must_go_by(it, law) }),
    };
    HeldKind::ALL.iter().map(|kind| (*kind, of(*kind))).collect()
}

/// Until when a law keeps a record that ended on a day.
///
/// - Returns: `None` for a section that no law keeps.
#[must_use]
pub fn kept_until(kind: HeldKind, ended_on: Date, law: &Law) -> Option<(LawRule, Date)> {
    let Keeping::Years(rule) = kind.spec().keeping else { return None };
    let years = i64::from(law.number(rule, ended_on)?);
    Some((rule, ended_on.checked_add(years.years()).unwrap_or(Date::MAX)))
}

impl Kept {
    /// Whether a law keeps the record on a day.
    #[must_use]
    pub fn stays_on(&self, day: Date, law: &Law) -> bool {
        match self.ended_on {
            None => matches!(self.kind.spec().keeping, Keeping::Years(_)),
            Some(on) => kept_until(self.kind, on, law).is_some_and(|(_, until)| day <= until),
        }
    }
}

fn reaches(reach: Reach, kind: HeldKind) -> bool {
    reach == Reach::Whole || kind.spec().ground == DataGround::Consent
}

fn stays(kind: HeldKind, kept: &[Kept], day: Date, law: &Law) -> Option<Fate> {
    let Keeping::Years(rule) = kind.spec().keeping else { return None };
    let mut staying = kept.iter().filter(|it| it.kind == kind && it.stays_on(day, law)).peekable();
    staying.peek()?;
    let ends: Option<Vec<Date>> = staying
        .map(|it| it.ended_on.and_then(|on| kept_until(kind, on, law)).map(|(_, until)| until))
        .collect();
    Some(Fate::Stays { rule, until: ends.and_then(|it| it.into_iter().max()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn nothing(standing: Standing) -> PersonFacts {
        PersonFacts {
            standing,
            left_on: None,
            children_until: None,
            withdrawn_on: None,
            expired_on: None,
            demanded_on: None,
            kept: Vec::new(),
        }
    }

    const DAY: Date = date(2026, 9, 15);

    #[test]
    fn the_ground_goes_with_the_person_the_consent_or_the_wards() {
        use GoneWhy::{Expired, Left, WardsGone, Withdrawn};
        use Reach::{Programme, Whole};
        use Standing::{Employee, Guardian, Partner, Student};
        let early = date(2026, 6, 1);
        let late = date(2026, 9, 1);
        type Change = fn(&mut PersonFacts, Date, Date);
        type Gone = Option<(GoneWhy, Date, Reach)>;
        let cases: &[(Standing, Change, Gone)] = &[
            (Employee, |_, _, _| {}, None),
            (Employee, |it, early, _| it.left_on = Some(early), Some((Left, early, Whole))),
            (
                Employee,
                |it, early, _| it.withdrawn_on = Some(early),
                Some((Withdrawn, early, Programme)),
            ),
            (
                Student,
                |it, early, late| {
                    it.withdrawn_on = Some(early);
                    it.left_on = Some(late);
                },
                Some((Left, late, Whole)),
            ),
            (
                Partner,
                |it, early, late| {
                    it.expired_on = Some(early);
                    it.left_on = Some(late);
                },
                Some((Expired, early, Whole)),
            ),
            (
                Guardian,
                |it, early, _| it.children_until = Some(early),
                Some((WardsGone, early, Whole)),
            ),
            // A teacher whose own child left still works here.
            (Employee, |it, early, _| it.children_until = Some(early), None),
            // The last day still counts.
            (Employee, |it, _, _| it.left_on = Some(DAY), None),
            (
                Employee,
                |it, _, _| it.left_on = Some(date(2026, 9, 14)),
                Some((Left, date(2026, 9, 14), Whole)),
            ),
            (Partner, |it, _, _| it.expired_on = Some(DAY), None),
            (Partner, |it, _, _| it.withdrawn_on = Some(DAY), Some((Withdrawn, DAY, Whole))),
        ];
        for (standing, change, expected) in cases {
            let mut facts = nothing(*standing);
            change(&mut facts, early, late);
            let found = gone(&facts, DAY).map(|it| (it.why, it.on, it.reach));
            assert_eq!(found, *expected, "{facts:?}");
        }
    }

    #[test]
    fn what_has_no_ground_goes_within_thirty_days_and_what_a_law_keeps_stays_for_its_years() {
        let law = Law::built_in();
        let ended = date(2024, 8, 31);
        let mut facts = nothing(Standing::Employee);
        facts.left_on = Some(date(2026, 8, 31));
        facts.kept = vec![
            Kept { kind: HeldKind::Consents, ended_on: Some(ended) },
            Kept { kind: HeldKind::Addenda, ended_on: Some(ended) },
        ];
        let by = date(2026, 9, 30);
        let of = |facts: &PersonFacts, kind: HeldKind, day: Date| {
            fates(facts, day, law).into_iter().find(|(it, _)| *it == kind).map(|(_, fate)| fate)
        };
        let consents = LawRule::ConsentPapersYears;
        let labour = LawRule::LabourPapersYears;
        let stays = |rule, until| Some(Fate::Stays { rule, until: Some(until) });
        let last = date(2027, 8, 31);
        for (kind, day, expected) in [
            (HeldKind::Card, DAY, Some(Fate::Goes { by })),
            (HeldKind::Pools, DAY, Some(Fate::Goes { by })),
            (HeldKind::Consents, DAY, stays(consents, last)),
            (HeldKind::Consents, last, stays(consents, last)),
            (HeldKind::Consents, date(2027, 9, 1), Some(Fate::Goes { by })),
            (HeldKind::Addenda, DAY, stays(labour, date(2074, 8, 31))),
            (HeldKind::Card, date(2026, 8, 30), Some(Fate::InUse)),
        ] {
            assert_eq!(of(&facts, kind, day), expected, "{kind} on {day}");
        }
        facts.kept[0].ended_on = None;
        let acting = Some(Fate::Stays { rule: consents, until: None });
        assert_eq!(of(&facts, HeldKind::Consents, DAY), acting);
    }

    #[test]
    fn a_withdrawal_takes_only_what_the_consent_permitted_while_the_person_works_here() {
        let mut facts = nothing(Standing::Employee);
        facts.withdrawn_on = Some(date(2026, 9, 1));
        let going: Vec<HeldKind> = fates(&facts, DAY, Law::built_in())
            .into_iter()
            .filter(|(_, fate)| matches!(fate, Fate::Goes { .. }))
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(going, [HeldKind::Pools, HeldKind::Partner, HeldKind::Sensitive]);
    }
}
