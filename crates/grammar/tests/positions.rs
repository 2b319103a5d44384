//! Positions and organisations against a table written by hand: every form of every line is right.
//! Deliberately absent: names of people (`names`).

use grammar::{Case, OwnForms, Part, organisation, position, position_with};

fn lines() -> impl Iterator<Item = Vec<&'static str>> {
    let lines = include_str!("positions.tsv").lines().filter(|it| !it.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

#[test]
fn every_position_and_organisation_is_right_in_every_case() {
    let mut wrong = Vec::new();
    for line in lines() {
        assert_eq!(line.len(), 7, "{line:?}");
        for (case, form) in Case::ALL.into_iter().zip(&line[1..]) {
            let got = match line[0] {
                "position" => position(line[1], case),
                _ => organisation(line[1], case),
            };
            if got != **form {
                wrong.push(format!("{} {}: {form} ≠ {got}", line[1], case.slug()));
            }
        }
    }
    assert!(120 < lines().count());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_position_that_its_holder_has_corrected_is_given_as_corrected() {
    let mut own = OwnForms::default();
    own.set(Part::Position, Case::Dative, "исполнителю роли директора");
    assert_eq!(position_with("директор", Case::Dative, &own), "исполнителю роли директора");
    assert_eq!(position_with("директор", Case::Genitive, &own), "директора");
}
