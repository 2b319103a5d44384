//! Ages to the day, states, gates and withdrawals as tables.

use super::*;
use crate::calendar::{CalendarFacts, WorkingCalendar};
use crate::law::Law;
use crate::person::Position;
use jiff::civil::date;
use uuid::Uuid;

const DAY: Date = date(2026, 10, 1);

fn consent(kind: ConsentKind) -> Consent {
    Consent {
        id: ConsentId(Uuid::nil()),
        kind,
        person: PersonId(Uuid::nil()),
        text_version: 1,
        signed_on: date(2026, 9, 10),
        signed_by: vec![Signer::Oneself],
        guardian: None,
        until: Some(date(2027, 8, 31)),
        withdrawn_on: None,
        scan: None,
        is_joined: false,
        distribution: None,
    }
}

fn of_guardian(kind: ConsentKind, signed_on: Date) -> Consent {
    Consent { signed_on, signed_by: vec![Signer::Guardian], ..consent(kind) }
}

fn participant(standing: Standing, birth: Option<Date>) -> Participant {
    Participant { person: PersonId(Uuid::nil()), standing, birth, mentors_by_contract: false }
}

#[test]
fn an_age_is_reached_on_the_birthday_and_after_a_leap_day_on_the_first_of_march() {
    let table = [
        (date(2012, 10, 1), date(2026, 9, 30), 13),
        (date(2012, 10, 1), date(2026, 10, 1), 14),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2012, 1, 1), date(2011, 1, 1), 0),
    ];
    for (birth, day, age) in table {
        assert_eq!(age_on(birth, day), age, "{birth} on {day}");
    }
}

#[test]
fn a_guardian_consents_until_the_day_before_the_eighteenth_birthday() {
    let law = Law::built_in();
    let birth = date(2008, 10, 1);
    let kind = ConsentKind::GuardianData;
    let on = |day| signers(kind, Some(birth), day, law);
    assert_eq!(on(date(2022, 9, 30)), [Signer::Guardian]);
    assert_eq!(on(date(2022, 10, 1)), [Signer::Oneself, Signer::Guardian]);
    assert_eq!(on(date(2026, 9, 30)), [Signer::Oneself, Signer::Guardian]);
    assert_eq!(on(date(2026, 10, 1)), [Signer::Oneself]);
    assert_eq!(signers(kind, None, DAY, law), [Signer::Oneself]);
}

#[test]
fn a_consent_holds_from_its_signature_to_its_first_ending() {
    let law = Law::built_in();
    let data = consent(ConsentKind::PersonalData);
    let withdrawn = Consent { withdrawn_on: Some(date(2026, 10, 2)), ..data.clone() };
    let joined = Consent { is_joined: true, ..data.clone() };
    let joined_before = Consent { signed_on: date(2025, 8, 31), ..joined.clone() };
    let unsigned = Consent { signed_by: vec![], ..data.clone() };
    let table = [
        (&data, date(2026, 9, 9), ConsentState::NotYet { signed_on: date(2026, 9, 10) }),
        (&data, date(2026, 9, 10), ConsentState::Valid),
        (&data, date(2027, 8, 31), ConsentState::Valid),
        (&data, date(2027, 9, 1), ConsentState::Expired { last: date(2027, 8, 31) }),
        (&withdrawn, date(2026, 10, 1), ConsentState::Valid),
        (&withdrawn, date(2026, 10, 2), ConsentState::Withdrawn { on: date(2026, 10, 2) }),
        (&withdrawn, date(2028, 1, 1), ConsentState::Withdrawn { on: date(2026, 10, 2) }),
        (&joined, DAY, ConsentState::Joined),
        (&joined_before, DAY, ConsentState::Valid),
        (&unsigned, DAY, ConsentState::SignatureMissing { signer: Signer::Oneself }),
    ];
    for (consent, day, expected) in table {
        assert_eq!(state(consent, None, day, law), expected, "{day}");
    }
}

#[test]
fn a_consent_of_a_representative_is_signed_anew_at_fourteen_and_at_eighteen() {
    let law = Law::built_in();
    let birth = Some(date(2012, 10, 1));
    let child = of_guardian(ConsentKind::GuardianData, date(2026, 9, 1));
    assert_eq!(state(&child, birth, date(2026, 9, 30), law), ConsentState::Valid);
    let outgrown = ConsentState::Outgrown { on: date(2026, 10, 1) };
    assert_eq!(state(&child, birth, date(2026, 10, 1), law), outgrown);
    let alone = of_guardian(ConsentKind::GuardianData, date(2026, 10, 1));
    let missing = ConsentState::SignatureMissing { signer: Signer::Oneself };
    assert_eq!(state(&alone, birth, date(2026, 10, 1), law), missing);
    let both = Consent { signed_by: vec![Signer::Oneself, Signer::Guardian], ..alone };
    assert_eq!(outgrown_on(&both, birth, law), Some(date(2030, 10, 1)));
    let both = Consent { until: None, ..both };
    assert_eq!(state(&both, birth, date(2030, 9, 30), law), ConsentState::Valid);
}

#[test]
fn a_deed_wants_its_consents_from_the_day_their_law_came_into_force() {
    use ConsentKind::*;
    let law = Law::built_in();
    let teacher = participant(Standing::Employee, None);
    let by_contract = Participant { mentors_by_contract: true, ..teacher };
    let child = participant(Standing::Student, Some(date(2014, 5, 1)));
    let teen = participant(Standing::Student, Some(date(2010, 5, 1)));
    let adult = participant(Standing::Student, Some(date(2008, 5, 1)));
    let partner = participant(Standing::Partner, None);
    let table: &[(Deed, Participant, Date, &[ConsentKind])] = &[
        (Deed::EnterMentorBank, teacher, date(2025, 2, 28), &[PersonalData]),
        (Deed::EnterMentorBank, teacher, DAY, &[LabourMentoring, PersonalData]),
        (Deed::EnterMentorBank, by_contract, DAY, &[PersonalData]),
        (Deed::EnterMentorBank, partner, DAY, &[VolunteerMentoring, PersonalData]),
        (Deed::PairAsMentor, teacher, date(2022, 10, 15), &[PersonalData]),
        (Deed::PairAsMentor, teacher, date(2023, 10, 15), &[PersonalData]),
        (Deed::PairAsMentor, teacher, date(2025, 2, 28), &[PersonalData]),
        (Deed::PairAsMentor, teacher, date(2025, 3, 1), &[LabourMentoring, PersonalData]),
        (Deed::PairAsMentor, by_contract, DAY, &[PersonalData]),
        (Deed::PairAsMentor, partner, DAY, &[VolunteerMentoring, PersonalData]),
        (Deed::PairAsMentor, teen, DAY, &[VolunteerMentoring, GuardianParticipation, GuardianData]),
        (Deed::PairAsMentee, teacher, DAY, &[Participation, PersonalData]),
        (Deed::PairAsMentee, child, DAY, &[GuardianParticipation, GuardianData]),
        (Deed::PairAsMentee, teen, DAY, &[Participation, GuardianParticipation, GuardianData]),
        (Deed::PairAsMentee, adult, DAY, &[Participation, PersonalData]),
        (Deed::EnterMenteeBank, child, DAY, &[GuardianParticipation, GuardianData]),
        (Deed::EnterMenteeBank, adult, DAY, &[Participation, PersonalData]),
        (Deed::NamedSurvey, child, DAY, &[GuardianData]),
        (Deed::Publish, teacher, DAY, &[Distribution]),
        (Deed::Publish, teacher, date(2021, 2, 28), &[]),
    ];
    for (deed, person, day, kinds) in table {
        assert_eq!(wanted(*deed, *person, *day, law), *kinds, "{deed} on {day}: {person:?}");
    }
}

#[test]
fn the_gate_names_every_consent_that_does_not_hold_and_why() {
    let law = Law::built_in();
    let teacher = participant(Standing::Employee, None);
    let expired = Consent { until: Some(date(2026, 9, 30)), ..consent(ConsentKind::PersonalData) };
    let found = gaps(Deed::PairAsMentor, teacher, std::slice::from_ref(&expired), DAY, law);
    let expected = [
        (ConsentKind::LabourMentoring, Missing::Absent),
        (
            ConsentKind::PersonalData,
            Missing::NotValid(ConsentState::Expired { last: date(2026, 9, 30) }),
        ),
    ];
    assert_eq!(found.iter().map(|it| (it.kind, it.missing)).collect::<Vec<_>>(), expected);
    let all = [expired, consent(ConsentKind::PersonalData), consent(ConsentKind::LabourMentoring)];
    assert_eq!(gaps(Deed::PairAsMentor, teacher, &all, DAY, law), []);
    let stranger = Participant { person: PersonId(Uuid::from_u128(7)), ..teacher };
    assert_eq!(gaps(Deed::PairAsMentor, stranger, &all, DAY, law).len(), 2);
}

#[test]
fn a_student_without_a_day_of_birth_passes_no_gate() {
    let law = Law::built_in();
    let student = participant(Standing::Student, None);
    let consents = [consent(ConsentKind::PersonalData), consent(ConsentKind::GuardianData)];
    let found = gaps(Deed::EnterMenteeBank, student, &consents, DAY, law);
    assert_eq!(found.iter().map(|it| it.missing).collect::<Vec<_>>(), [Missing::AgeUnknown; 3]);
}

#[test]
fn making_public_wants_the_address_of_a_page() {
    let law = Law::built_in();
    let teacher = participant(Standing::Employee, None);
    let nowhere = consent(ConsentKind::Distribution);
    let found = gaps(Deed::Publish, teacher, std::slice::from_ref(&nowhere), DAY, law);
    assert_eq!(found[0].missing, Missing::NotValid(ConsentState::NoAddress));
    let addresses = vec!["https://school.example/mentoring".to_owned()];
    let distribution = Some(Distribution { addresses, ..Distribution::default() });
    let somewhere = Consent { distribution, ..nowhere };
    assert_eq!(gaps(Deed::Publish, teacher, &[somewhere], DAY, law), []);
}

#[test]
fn who_holds_several_positions_stands_by_the_one_that_protects_most() {
    use Position::*;
    let table: &[(&[Position], Standing)] = &[
        (&[Student, Mentor], Standing::Student),
        (&[Teacher, Guardian, Mentor], Standing::Employee),
        (&[Curator], Standing::Employee),
        (&[Guardian, Graduate], Standing::Graduate),
        (&[Guardian, Mentor], Standing::Guardian),
        (&[Mentor], Standing::Partner),
        (&[], Standing::Partner),
    ];
    for (positions, standing) in table {
        assert_eq!(Standing::of(positions), *standing, "{positions:?}");
    }
}

#[test]
fn a_withdrawal_stops_matching_at_once_and_the_rest_by_its_day() {
    let law = Law::built_in();
    let calendar = WorkingCalendar::russia(CalendarFacts::built_in());
    // A Wednesday before the long weekend of 4 November.
    let on = date(2026, 10, 30);
    let by = |kind| stops(kind, on, &calendar, law).into_iter().map(|it| (it.kind, it.by));
    let data: Vec<_> = by(ConsentKind::PersonalData).collect();
    assert_eq!(data.last(), Some(&(StopKind::Data, date(2026, 11, 29))));
    assert_eq!(data[0], (StopKind::Matching, on));
    let public: Vec<_> = by(ConsentKind::Distribution).collect();
    assert_eq!(public, [(StopKind::Publications, date(2026, 11, 5))]);
    let labour: Vec<_> = by(ConsentKind::LabourMentoring).collect();
    assert_eq!(labour[1], (StopKind::Addendum, date(2026, 11, 5)));
}

#[test]
fn nothing_stops_that_another_consent_still_permits_and_nothing_that_is_not_there() {
    let law = Law::built_in();
    let calendar = WorkingCalendar::russia(CalendarFacts::built_in());
    let of = |kind, others: &[Consent], takes_part, has_addendum| {
        let consent = consent(kind);
        let it = Withdrawal {
            consent: &consent,
            others,
            birth: None,
            takes_part,
            has_addendum,
            on: DAY,
        };
        let stops = stops_of(&it, &calendar, law).into_iter();
        stops.map(|it| it.stop.kind).collect::<Vec<_>>()
    };
    use StopKind::*;
    let labour = ConsentKind::LabourMentoring;
    let data = ConsentKind::PersonalData;
    let another = Consent { id: ConsentId(Uuid::from_u128(2)), ..consent(data) };
    let expired = Consent { until: Some(date(2026, 9, 30)), ..another.clone() };
    assert_eq!(of(labour, &[], true, true), [Matching, Addendum, Pairs]);
    assert_eq!(of(labour, &[], false, false), [Matching]);
    assert_eq!(of(data, &[], true, false), [Matching, Surveys, Pairs, Data]);
    assert_eq!(of(data, &[another], true, false), []);
    assert_eq!(of(data, &[expired], true, false), [Matching, Surveys, Pairs, Data]);
}

#[test]
fn a_page_that_another_consent_names_stays_up() {
    let law = Law::built_in();
    let calendar = WorkingCalendar::russia(CalendarFacts::built_in());
    let naming = |id, pages: &[&str]| Consent {
        id: ConsentId(Uuid::from_u128(id)),
        distribution: Some(Distribution {
            addresses: pages.iter().map(|it| (*it).to_owned()).collect(),
            ..Distribution::default()
        }),
        ..consent(ConsentKind::Distribution)
    };
    let withdrawn = naming(1, &["https://a.example/1", "https://a.example/2"]);
    let others = [naming(2, &["https://a.example/2"])];
    let it = Withdrawal {
        consent: &withdrawn,
        others: &others,
        birth: None,
        takes_part: false,
        has_addendum: false,
        on: DAY,
    };
    let stops = stops_of(&it, &calendar, law);
    assert_eq!(stops.len(), 1);
    assert_eq!(
        (stops[0].page.as_str(), stops[0].stop.kind),
        ("https://a.example/1", StopKind::Publications)
    );
}

#[test]
fn a_consent_that_ends_within_a_month_wants_a_new_one() {
    let today = date(2026, 11, 20);
    for (last, is_soon) in [
        (date(2026, 11, 19), false),
        (date(2026, 11, 20), true),
        (date(2026, 12, 20), true),
        (date(2026, 12, 21), false),
    ] {
        assert_eq!(super::ends_soon(last, today), is_soon, "{last}");
    }
}
