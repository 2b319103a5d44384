//! Who is written twice, and who only has a namesake.

use super::*;
use jiff::civil::date;
use proptest::prelude::*;

/// A person of a test: name, day of birth of 1985 (0 where unknown), class, former surname.
type Written = (&'static str, i8, &'static str, &'static str);

fn found(rows: &[Written]) -> Vec<(usize, usize, DuplicateReason)> {
    let names: Vec<PersonName> = rows.iter().map(|it| PersonName::parse(it.0)).collect();
    let candidates: Vec<Candidate<'_>> = rows.iter().zip(&names).map(candidate).collect();
    find_duplicates(&candidates).iter().map(|it| (it.later, it.earlier, it.why)).collect()
}

fn candidate<'a>((row, name): (&'a Written, &'a PersonName)) -> Candidate<'a> {
    let birth_date = (0 < row.1).then(|| date(1985, 3, row.1));
    Candidate { name, former_surname: row.3, birth_date, class: row.2 }
}

#[test]
fn one_person_written_twice_is_found_with_the_reason() {
    use DuplicateReason::*;
    for (first, second, why) in [
        (
            ("Алёшина Фёкла Ильинична", 1, "", ""),
            ("Алешина Фекла Ильинична", 1, "", ""),
            SameNameAndBirth,
        ),
        (("Петров Пётр", 1, "", ""), ("Петров Петр Ильич", 1, "", ""), SameNameAndBirth),
        (("Петров Пётр Ильич", 1, "", ""), ("Петров Петр Ильич", 0, "", ""), SameName),
        (
            ("Римская-Корсакова Ия Львовна", 0, "", ""),
            ("РимскаяКорсакова Ия Львовна", 0, "", ""),
            SameName,
        ),
        (
            ("Мария Иванова Петровна", 1, "", ""),
            ("Иванова Мария Петровна", 1, "", ""),
            SwappedParts,
        ),
        (("Иванова М.П.", 0, "", ""), ("Иванова Мария Петровна", 1, "", ""), Initials),
        (("Иванова М.", 0, "", ""), ("Иванова Мария Петровна", 1, "", ""), Initials),
        (
            ("Сомова Мария Петровна", 0, "", "Иванова"),
            ("Иванова Мария Петровна", 1, "", ""),
            FormerSurname,
        ),
        (("Сомова Мария Петровна", 1, "", ""), ("Иванова Мария Петровна", 1, "", ""), OtherSurname),
        (("Петров Пётр Ильич", 1, "7А", ""), ("Петров Петр Ильич", 1, "8А", ""), SameNameAndBirth),
    ] {
        assert_eq!(found(&[first, second]), [(1, 0, why)], "{first:?} {second:?}");
    }
}

#[test]
fn namesakes_are_two_people() {
    for (first, second) in [
        (("Петров Пётр Ильич", 1, "", ""), ("Петров Пётр Ильич", 2, "", "")),
        (("Петров Пётр", 0, "7А", ""), ("Петров Пётр", 0, "7Б", "")),
        (("Петров Пётр Ильич", 0, "", ""), ("Петров Пётр Львович", 0, "", "")),
        (("Иванова М.П.", 0, "", ""), ("Иванова Мария Львовна", 1, "", "")),
        (("Иванова М.П.", 0, "", ""), ("Иванова Ольга Петровна", 1, "", "")),
        (("Сомова Мария Петровна", 0, "", ""), ("Иванова Мария Петровна", 0, "", "")),
        (("Сомов М. П.", 1, "", ""), ("Иванов М. П.", 1, "", "")),
        (("Петров", 0, "", ""), ("Петров", 0, "", "")),
    ] {
        assert_eq!(found(&[first, second]), [], "{first:?} {second:?}");
    }
}

#[test]
fn the_third_writing_points_to_the_first() {
    let rows = [
        ("Петров Пётр Ильич", 1, "", ""),
        ("Сомова Ия", 0, "", ""),
        ("Петров Петр Ильич", 1, "", ""),
    ];
    assert_eq!(found(&rows), [(2, 0, DuplicateReason::SameNameAndBirth)]);
    let rows = [rows[0], rows[2], ("Петров П.И.", 0, "", "")];
    let pairs: Vec<(usize, usize)> = found(&rows).iter().map(|it| (it.0, it.1)).collect();
    assert_eq!(pairs, [(1, 0), (2, 0)]);
}

/// Everybody compared with everybody before.
fn by_force(candidates: &[Candidate<'_>]) -> Vec<usize> {
    let folded: Vec<Folded> = candidates.iter().map(Folded::of).collect();
    let twice = |at: &usize| {
        let pairs = (0..*at).flat_map(|it| DuplicateReason::ALL.iter().map(move |why| (it, *why)));
        pairs.into_iter().any(|(it, why)| {
            let (here, there) = (&folded[*at], &folded[it]);
            let shares = here
                .keys(why)
                .iter()
                .flatten()
                .any(|key| there.keys(why).iter().flatten().any(|other| key == other));
            shares && here.may_be(there, why)
        })
    };
    (0..candidates.len()).filter(twice).collect()
}

proptest! {
    #[test]
    fn few_rows_are_compared_as_well_as_by_force(
        rows in proptest::collection::vec((0..3_usize, 0..3_usize, 0..3_usize, 0..3_i8), 0..12),
    ) {
        let (surnames, firsts) = (["Петров", "Сомов", "Пётр"], ["Пётр", "Илья", "П."]);
        let patronymics = ["Ильич", "", "И."];
        let names: Vec<PersonName> = rows.iter().map(|it| PersonName {
            surname: surnames[it.0].into(),
            first: firsts[it.1].into(),
            patronymic: patronymics[it.2].into(),
        }).collect();
        let candidates: Vec<Candidate<'_>> = rows.iter().zip(&names).map(|(it, name)| Candidate {
            name,
            former_surname: "",
            birth_date: (0 < it.3).then(|| date(1985, 3, it.3)),
            class: "",
        }).collect();
        let found = find_duplicates(&candidates);
        // Whoever has a twin is named, unless that twin is itself a second writing of a third.
        let forced = by_force(&candidates);
        for it in &found {
            prop_assert!(it.earlier < it.later);
            prop_assert!(forced.contains(&it.later));
        }
        prop_assert_eq!(forced.is_empty(), found.is_empty());
    }
}

#[test]
fn one_name_ten_thousand_times_is_looked_through_at_once() {
    let name = PersonName::parse("Петров Пётр Ильич");
    let days: Vec<Date> =
        (0..10_000).map(|it| date(1950, 1, 1).saturating_add(jiff::ToSpan::days(it))).collect();
    let candidates: Vec<Candidate<'_>> = days
        .iter()
        .map(|it| Candidate { name: &name, former_surname: "", birth_date: Some(*it), class: "" })
        .collect();
    assert_eq!(find_duplicates(&candidates), []);
}
