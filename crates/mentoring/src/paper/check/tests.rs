//! What papers refuse to say: a case and its edge for every rule.

use std::collections::BTreeMap;

use super::*;
use crate::calendar::CalendarFacts;

/// What stands wrong in data given as paths with texts; rows are parted by `;`.
fn wrong(kind: PaperKind, data: &[(&str, &str)]) -> Vec<String> {
    let data: BTreeMap<&str, &str> = data.iter().copied().collect();
    let texts = |path: &str| -> Vec<String> {
        data.get(path).map(|it| it.split(';').map(str::to_owned).collect()).unwrap_or_default()
    };
    let calendar = WorkingCalendar::russia(CalendarFacts::built_in());
    let found = check_paper(kind, &texts, &calendar, Law::built_in());
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn every_rule_names_fields_of_its_kind() {
    for kind in PaperKind::ALL {
        for rule in own_rules(*kind) {
            let paths = match *rule {
                Order(one, other) | Notice(one, other) | Sum(one, other) | NotMore(one, other) => {
                    vec![one, other]
                }
                Term(one, other, third) => vec![one, other, third],
                Months(one) | Word(one, _) => vec![one],
                AnyOf(lists) => lists.to_vec(),
                OneModel => vec!["model", "paid", "adult_pairs[].form", "minor_pairs[].form"],
            };
            for path in paths {
                assert!(kind.spec().all_fields().any(|it| it.path == path), "{kind}: {path}");
            }
        }
    }
}

#[test]
fn a_paper_without_data_contradicts_nothing_but_an_order_on_pairs_names_somebody() {
    for kind in PaperKind::ALL {
        let expected: &[&str] = match kind {
            PaperKind::PairsOrder => &["none of the lists has a row"],
            _ => &[],
        };
        assert_eq!(wrong(*kind, &[]), expected, "{kind}");
    }
}

#[test]
fn a_mentor_is_told_three_working_days_before() {
    let notice =
        |day, ends_on| wrong(PaperKind::CancellationNotice, &[("day", day), ("ends_on", ends_on)]);
    let late = |day: &str, ends: &str, earliest: &str| {
        vec![format!("told on {day}, free on {ends}: {earliest} at the earliest")]
    };
    for (day, ends_on, earliest) in [
        ("2027-02-15", "2027-02-16", Some("2027-02-19")),
        ("2027-02-15", "2027-02-18", Some("2027-02-19")),
        ("2027-02-15", "2027-02-19", None),
        // Friday: a weekend and the day of unity lie between.
        ("2026-10-30", "2026-11-05", Some("2026-11-06")),
        ("2026-10-30", "2026-11-06", None),
        ("2027-02-15", "2027-02-14", Some("2027-02-19")),
    ] {
        let expected = earliest.map_or(Vec::new(), |it| late(day, ends_on, it));
        assert_eq!(notice(day, ends_on), expected, "{day} {ends_on}");
    }
}

#[test]
fn days_follow_each_other_row_by_row_and_all_are_told_at_once() {
    use PaperKind::{ContractAddendum, MentorConsent, MentorPool, MentorsOrder, PairsOrder};
    let none: &[&str] = &[];
    for (kind, data, expected) in [
        (
            ContractAddendum,
            vec![("starts_on", "2027-06-01"), ("ends_on", "2026-01-01")],
            &["starts_on (2027-06-01) is after ends_on (2026-01-01)"][..],
        ),
        (ContractAddendum, vec![("starts_on", "2027-06-01"), ("ends_on", "2027-06-01")], none),
        (
            ContractAddendum,
            vec![
                ("contract_day", "2028-08-30"),
                ("day", "2026-11-18"),
                ("consented_on", "2026-11-19"),
                ("starts_on", "2026-11-17"),
            ],
            &[
                "contract_day (2028-08-30) is after day (2026-11-18)",
                "consented_on (2026-11-19) is after day (2026-11-18)",
                "day (2026-11-18) is after starts_on (2026-11-17)",
            ],
        ),
        (
            MentorConsent,
            vec![("starts_on", "2026-10-02"), ("ends_on", "2026-10-01")],
            &["starts_on (2026-10-02) is after ends_on (2026-10-01)"],
        ),
        (
            MentorPool,
            vec![
                ("mentors[].entered_on", "2026-09-01;2026-09-02;2026-09-03"),
                ("mentors[].ended_on", ";2026-09-01;2026-09-03"),
            ],
            &["mentors[].entered_on (2026-09-02) is after mentors[].ended_on (2026-09-01)"],
        ),
        (
            MentorsOrder,
            vec![("day", "2026-10-05"), ("mentors[].consented_on", "2026-10-05;2026-10-06")],
            &["mentors[].consented_on (2026-10-06) is after day (2026-10-05)"],
        ),
        (
            PairsOrder,
            vec![("adult_pairs", ""), ("day", "2026-10-09"), ("first_meeting_by", "2020-10-01")],
            &["day (2026-10-09) is after first_meeting_by (2020-10-01)"],
        ),
        (MentorConsent, vec![("starts_on", "скоро"), ("ends_on", "2026")], none),
    ] {
        assert_eq!(wrong(kind, &data), expected, "{kind} {data:?}");
    }
}

#[test]
fn a_programme_lasts_three_to_twelve_months_and_tells_as_many_as_its_days() {
    let programme = |from, to, months| {
        let data = [("starts_on", from), ("ends_on", to), ("months", months)];
        wrong(PaperKind::PersonalisedProgramme, &data)
    };
    for (from, to, months, expected) in [
        ("2026-10-09", "2027-05-31", "8", vec![]),
        ("2026-10-09", "2027-05-31", "7", vec![]),
        ("2026-10-09", "2027-05-31", "6", vec!["months tells 6 months, the days 8"]),
        ("2026-09-01", "2027-08-31", "12", vec![]),
        ("2026-09-01", "2027-09-01", "12", vec!["a term of 13 months in ends_on"]),
        (
            "2026-09-01",
            "2028-08-31",
            "8",
            vec!["a term of 24 months in ends_on", "months tells 8 months, the days 24"],
        ),
        ("2026-09-01", "2026-11-30", "3", vec![]),
        ("2026-09-01", "2026-10-31", "2", vec!["a term of 2 months in ends_on"]),
        // Before the model there was no such bound.
        ("2020-09-01", "2022-08-31", "24", vec![]),
        (
            "2027-09-01",
            "2026-09-01",
            "3",
            vec!["starts_on (2027-09-01) is after ends_on (2026-09-01)"],
        ),
    ] {
        assert_eq!(programme(from, to, months), expected, "{from} {to} {months}");
    }
    let extension =
        |months| wrong(PaperKind::ExtensionOrder, &[("ends_on", "2027-09-30"), ("months", months)]);
    assert_eq!(extension("11"), Vec::<String>::new());
    assert_eq!(extension("13"), ["a term of 13 months in months"]);
}

#[test]
fn an_order_on_pairs_is_of_teachers_or_of_students_and_names_somebody() {
    let order = |data: &[(&str, &str)]| wrong(PaperKind::PairsOrder, data);
    for (data, expected) in [
        (vec![("model", "зайцы"), ("adult_pairs", "")], vec!["model does not know this word"]),
        (vec![("model", "teachers")], vec!["none of the lists has a row"]),
        (vec![("model", "teachers"), ("adult_pairs", ";")], vec![]),
        (
            vec![("model", "teachers"), ("minor_pairs", "")],
            vec!["minor_pairs mixes teachers and students"],
        ),
        (
            vec![
                ("model", "students"),
                ("minor_pairs", ""),
                ("paid", ""),
                ("adult_pairs[].form", "ученик — ученик;учитель — учитель"),
            ],
            vec![
                "paid mixes teachers and students",
                "adult_pairs[].form mixes teachers and students",
            ],
        ),
        (
            vec![
                ("model", "students"),
                ("minor_pairs", ""),
                ("minor_pairs[].form", "учитель – ученик;работодатель — студент;своя форма"),
            ],
            vec![],
        ),
        (
            vec![
                ("model", "teachers"),
                ("adult_pairs", ""),
                ("adult_pairs[].form", "руководитель – педагог;педагог вуза — молодой педагог"),
            ],
            vec![],
        ),
    ] {
        assert_eq!(order(&data), expected, "{data:?}");
    }
}

#[test]
fn totals_are_those_of_their_rows() {
    use PaperKind::{CouncilProtocol, PartnerList, PlansOrder, TrainingOrder};
    for (kind, data, expected) in [
        (TrainingOrder, vec![("hours", "9"), ("sessions[].hours", "3;3;3")], None),
        (TrainingOrder, vec![("hours", "9"), ("sessions[].hours", "3;;3")], None),
        (
            TrainingOrder,
            vec![("hours", "10"), ("sessions[].hours", "3;3;3")],
            Some("hours is 10, its rows are 9"),
        ),
        (CouncilProtocol, vec![("n_present", "29"), ("n_members", "29")], None),
        (
            CouncilProtocol,
            vec![("n_present", "30"), ("n_members", "29")],
            Some("n_present is 30 of 29"),
        ),
        (PartnerList, vec![("n_giving", "3"), ("partners", ";;")], None),
        (PartnerList, vec![("n_giving", "4"), ("partners", ";;")], Some("n_giving is 4 of 3")),
        (PlansOrder, vec![("subject", "другое")], Some("subject does not know this word")),
    ] {
        let expected: Vec<&str> = expected.into_iter().collect();
        assert_eq!(wrong(kind, &data), expected, "{kind} {data:?}");
    }
}
