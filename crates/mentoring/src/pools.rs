//! The pools (banks) of mentors and mentees: who is in them from a day to a day, and who waits.
//!
//! It decides who may enter a pool, how many places a mentor has free on a day, and who waits
//! longest. Deliberately absent: who fits whom (`matching`), pairs themselves (`pairing`), and
//! contacts, which stand with the person.

pub mod dictionary;

use jiff::civil::Date;
use std::collections::BTreeMap;

use crate::consent::{Consent, Deed, Gap, Participant, Standing, age_on, gaps};
use crate::id::{PersonId, PoolEntryId, TermId};
use crate::law::Law;
use crate::period::Period;
use crate::words::slugs;

slugs! {
    /// Which pool.
    pub enum Pool {
        /// База наставников.
        Mentors = "mentors",
        /// База наставляемых.
        Mentees = "mentees",
    }
}

slugs! {
    /// The kinds of mentoring.
    ///
    /// Source: письмо Минпросвещения от 21.12.2021 № АЗ-1128/08, seven kinds.
    pub enum MentoringKind {
        /// Виртуальное (дистанционное).
        Virtual = "virtual",
        /// В группе.
        Group = "group",
        /// Краткосрочное (целеполагающее).
        ShortTerm = "short_term",
        /// Реверсивное.
        Reverse = "reverse",
        /// Ситуационное.
        Situational = "situational",
        /// Скоростное.
        Speed = "speed",
        /// Традиционное «один на один».
        Traditional = "traditional",
    }
}

slugs! {
    /// What a word of the school's dictionary names.
    pub enum TermKind {
        /// What a mentor is strong in.
        Strength = "strength",
        /// What a mentee needs: a deficit or a request.
        Need = "need",
        /// A form of mentoring; schools add their own to the five of Р-145.
        Form = "form",
    }
}

/// A word of the school's dictionary; it ends and is never deleted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// Its id.
    pub id: TermId,
    /// What it names.
    pub kind: TermKind,
    /// The words.
    pub text: String,
    /// From when to when it is offered.
    pub period: Period,
}

/// A person in a pool.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PoolEntry {
    /// Its id.
    pub id: PoolEntryId,
    /// Who.
    pub person: PersonId,
    /// In which pool.
    pub pool: Pool,
    /// From when to when.
    pub period: Period,
    /// How many mentees a mentor takes at once; 0 for a mentee.
    pub capacity: u8,
    /// Minutes a week the person has for it; 0 where unknown.
    pub minutes_a_week: u16,
    /// «Не беру сейчас»: from when to when a mentor takes nobody new.
    pub paused: Option<Period>,
    /// Strengths or needs, and forms wished.
    pub terms: Vec<TermId>,
    /// Kinds wished.
    pub kinds: Vec<MentoringKind>,
}

/// Why somebody cannot enter a pool, or an entry cannot be saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PoolObstacle {
    /// A consent that the entry wants does not hold.
    #[error("the consent {} does not hold", .0.kind)]
    Consent(Gap),
    /// The person is in the pool on some of the days.
    #[error("the person is in the pool since {since}")]
    AlreadyIn {
        /// First day of the entry.
        since: Date,
    },
    /// A student is younger than the programme takes.
    #[error("the student is {age}, and the programme takes from {least}")]
    TooYoung {
        /// The age on the first day.
        age: u16,
        /// The least age.
        least: u16,
    },
    /// A mentor without a place, or with more than anybody can lead.
    #[error("a mentor takes from 1 to {most} mentees")]
    Capacity {
        /// The most.
        most: u8,
    },
    /// The entry would end before it began.
    #[error("the entry began on {from} and cannot end before")]
    EndsBeforeItBegan {
        /// Its first day.
        from: Date,
    },
}

/// The most mentees of one mentor at once; more is a class and not mentoring.
pub const MOST_MENTEES: u8 = 30;

/// What entering a pool looks at.
#[derive(Clone, Copy, Debug)]
pub struct EntryFacts<'a> {
    /// The person.
    pub participant: Participant,
    /// Consents of the person.
    pub consents: &'a [Consent],
    /// Entries of the person into the same pool, of all times.
    pub entries: &'a [PoolEntry],
    /// The least age of a student in this pool; the organisation's own where it has set one.
    pub least_age: u16,
}

/// Everything that stands against entering a pool, in the order of the form.
///
/// Source: rules C4, C6, M2.
#[must_use]
pub fn check_entry(entry: &PoolEntry, facts: &EntryFacts<'_>, law: &Law) -> Vec<PoolObstacle> {
    let mut obstacles = Vec::new();
    let EntryFacts { participant, consents, entries, least_age } = *facts;
    let from = entry.period.from;
    if entry.pool == Pool::Mentors && !(1..=MOST_MENTEES).contains(&entry.capacity) {
        obstacles.push(PoolObstacle::Capacity { most: MOST_MENTEES });
    }
    if entry.period.to.is_some_and(|it| it < from) {
        obstacles.push(PoolObstacle::EndsBeforeItBegan { from });
    }
    let others = entries.iter().filter(|it| it.id != entry.id && it.pool == entry.pool);
    if let Some(it) = others.into_iter().find(|it| it.period.overlaps(entry.period)) {
        obstacles.push(PoolObstacle::AlreadyIn { since: it.period.from });
    }
    let is_student = participant.standing == Standing::Student;
    if let Some(birth) = participant.birth.filter(|_| is_student) {
        let age = age_on(birth, from);
        if age < least_age {
            obstacles.push(PoolObstacle::TooYoung { age, least: least_age });
        }
    }
    let deed = match entry.pool {
        Pool::Mentors => Deed::EnterMentorBank,
        Pool::Mentees => Deed::EnterMenteeBank,
    };
    let gaps = gaps(deed, participant, consents, from, law);
    obstacles.extend(gaps.into_iter().map(PoolObstacle::Consent));
    obstacles
}

/// How many more mentees a mentor can take on a day: none while paused or out of the pool.
#[must_use]
pub fn free_places(entry: &PoolEntry, n_mentees: u8, day: Date) -> u8 {
    let is_paused = entry.paused.is_some_and(|it| it.contains(day));
    if is_paused || !entry.period.contains(day) {
        return 0;
    }
    entry.capacity.saturating_sub(n_mentees)
}

/// The entries of a pool on a day; who has nobody stands first, the longest in the pool foremost.
///
/// - `n_others`: with how many others each person is in pairs on the day; nobody where absent.
/// - Returns: entries of the pool that are in it on the day.
/// - Time: O(n log n).
#[must_use]
pub fn in_order<'a>(
    entries: impl IntoIterator<Item = &'a PoolEntry>,
    pool: Pool,
    n_others: &BTreeMap<PersonId, u8>,
    day: Date,
) -> Vec<&'a PoolEntry> {
    let acts = |it: &&PoolEntry| it.pool == pool && it.period.contains(day);
    let mut found: Vec<&PoolEntry> = entries.into_iter().filter(acts).collect();
    let waits = |it: &PoolEntry| n_others.get(&it.person).is_none_or(|n| *n == 0);
    found.sort_by_key(|it| (!waits(it), it.period.from, it.id));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::consent::{ConsentKind, Signer};
    use crate::id::ConsentId;
    use jiff::civil::date;
    use uuid::Uuid;

    const DAY: Date = date(2026, 10, 1);

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn entry(n: u128, pool: Pool, from: Date) -> PoolEntry {
        PoolEntry {
            id: PoolEntryId(Uuid::from_u128(n)),
            person: person(n),
            pool,
            period: Period::since(from),
            capacity: 2,
            minutes_a_week: 60,
            paused: None,
            terms: Vec::new(),
            kinds: Vec::new(),
        }
    }

    fn of_data(n: u128, kind: ConsentKind, by: Signer) -> Consent {
        Consent {
            id: ConsentId(Uuid::nil()),
            kind,
            person: person(n),
            text_version: 1,
            signed_on: date(2026, 9, 1),
            signed_by: vec![by],
            guardian: None,
            until: None,
            withdrawn_on: None,
            scan: None,
            is_joined: false,
            distribution: None,
        }
    }

    #[test]
    fn nobody_enters_a_pool_without_the_consent_and_the_refusal_names_it() {
        let participant = Participant {
            person: person(1),
            standing: Standing::Employee,
            birth: None,
            mentors_by_contract: false,
        };
        let law = Law::built_in();
        let asked = entry(1, Pool::Mentors, DAY);
        let bare = EntryFacts { participant, consents: &[], entries: &[], least_age: 10 };
        let found = check_entry(&asked, &bare, law);
        assert!(matches!(
            found[..],
            [
                PoolObstacle::Consent(Gap { kind: ConsentKind::LabourMentoring, .. }),
                PoolObstacle::Consent(Gap { kind: ConsentKind::PersonalData, .. })
            ]
        ));
        let of_oneself = |kind| of_data(1, kind, Signer::Oneself);
        let consents = [ConsentKind::LabourMentoring, ConsentKind::PersonalData].map(of_oneself);
        let facts = EntryFacts { consents: &consents, ..bare };
        assert_eq!(check_entry(&asked, &facts, law), []);
        let entries = [PoolEntry { id: PoolEntryId(Uuid::nil()), ..asked.clone() }];
        let twice = EntryFacts { entries: &entries, ..facts };
        let none = PoolEntry { capacity: 0, ..asked.clone() };
        let expected =
            [PoolObstacle::Capacity { most: 30 }, PoolObstacle::AlreadyIn { since: DAY }];
        assert_eq!(check_entry(&none, &twice, law), expected);
        let left = [PoolEntry {
            period: Period { from: date(2025, 9, 1), to: Some(date(2026, 9, 30)) },
            id: PoolEntryId(Uuid::nil()),
            ..asked.clone()
        }];
        assert_eq!(check_entry(&asked, &EntryFacts { entries: &left, ..facts }, law), []);
    }

    #[test]
    fn a_student_enters_from_the_least_age_on() {
        let law = Law::built_in();
        let consents = [ConsentKind::GuardianParticipation, ConsentKind::GuardianData]
            .map(|kind| of_data(1, kind, Signer::Guardian));
        let of = |birth| EntryFacts {
            participant: Participant {
                person: person(1),
                standing: Standing::Student,
                birth: Some(birth),
                mentors_by_contract: false,
            },
            consents: &consents,
            entries: &[],
            least_age: 10,
        };
        let asked = entry(1, Pool::Mentees, DAY);
        assert_eq!(check_entry(&asked, &of(date(2016, 10, 1)), law), []);
        let found = check_entry(&asked, &of(date(2016, 10, 2)), law);
        assert_eq!(found, [PoolObstacle::TooYoung { age: 9, least: 10 }]);
    }

    #[test]
    fn a_mentor_has_the_places_that_are_left_and_none_while_paused() {
        let it = entry(1, Pool::Mentors, date(2026, 9, 1));
        assert_eq!(free_places(&it, 0, DAY), 2);
        assert_eq!(free_places(&it, 2, DAY), 0);
        assert_eq!(free_places(&it, 5, DAY), 0);
        assert_eq!(free_places(&it, 0, date(2026, 8, 31)), 0);
        let paused = PoolEntry { paused: Some(Period::since(DAY)), ..it };
        assert_eq!(free_places(&paused, 0, DAY), 0);
        assert_eq!(free_places(&paused, 0, date(2026, 9, 30)), 2);
    }

    #[test]
    fn who_has_nobody_stands_first_and_who_waits_longest_foremost() {
        let entries = [
            entry(1, Pool::Mentees, date(2026, 9, 1)),
            entry(2, Pool::Mentees, date(2026, 9, 20)),
            entry(3, Pool::Mentees, date(2026, 9, 10)),
            entry(4, Pool::Mentors, date(2026, 9, 1)),
            entry(5, Pool::Mentees, date(2026, 10, 2)),
        ];
        let paired = BTreeMap::from([(person(1), 1), (person(2), 0)]);
        let found = in_order(&entries, Pool::Mentees, &paired, DAY);
        let people: Vec<PersonId> = found.iter().map(|it| it.person).collect();
        assert_eq!(people, [person(3), person(2), person(1)]);
    }
}
