//! Names against a table written by hand: every form of every line is right.
//! Deliberately absent: the evaluation set of the Petrovich project (`server/tests/shared`).

use grammar::{Case, Gender, Name, OwnForms, Part, first_name, gender_of, patronymic, surname};

struct Line {
    part: &'static str,
    gender: Option<Gender>,
    forms: Vec<&'static str>,
}

fn lines() -> Vec<Line> {
    let lines = include_str!("names.tsv").lines().filter(|it| !it.starts_with('#'));
    let line = |line: &'static str| {
        let mut cells = line.split('\t');
        let part = cells.next().unwrap_or_default();
        let gender = cells.next().and_then(Gender::from_slug);
        Line { part, gender, forms: cells.collect() }
    };
    lines.map(line).collect()
}

fn declined(line: &Line, gender: Option<Gender>, case: Case) -> String {
    let nominative = line.forms[0];
    match line.part {
        "surname" => surname(nominative, gender, case),
        "first" => first_name(nominative, gender, case),
        _ => patronymic(nominative, gender, case),
    }
}

#[test]
fn every_frequent_name_is_right_in_every_case() {
    let mut wrong = Vec::new();
    for line in lines() {
        assert_eq!((line.forms.len(), line.gender.is_some()), (6, true), "{:?}", line.forms);
        for (case, form) in Case::ALL.into_iter().zip(&line.forms) {
            let got = declined(&line, line.gender, case);
            if got != **form {
                wrong.push(format!("{} {}: {form} ≠ {got}", line.forms[0], case.slug()));
            }
        }
    }
    assert!(300 < lines().len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn capitals_throughout_stay_capitals() {
    for line in lines() {
        for (case, form) in Case::ALL.into_iter().zip(&line.forms) {
            let loud = Line { forms: vec![line.forms[0].to_uppercase().leak()], ..line };
            assert_eq!(declined(&loud, line.gender, case), form.to_uppercase());
        }
    }
}

#[test]
fn frequent_first_names_and_patronymics_tell_the_gender_and_surnames_never_the_wrong_one() {
    let mut wrong = Vec::new();
    for line in lines() {
        let told = match line.part {
            "surname" => gender_of(line.forms[0], "", ""),
            "first" => gender_of("", line.forms[0], ""),
            _ => gender_of("", "", line.forms[0]),
        };
        let unsure = told.is_none()
            && (line.part == "surname"
                || ["И.", "Smith", "Мишель", "Адель", "Хасан"].contains(&line.forms[0]));
        if told != line.gender && !unsure {
            wrong.push(format!("{} {:?}: {told:?}", line.forms[0], line.gender));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_whole_name_is_declined_by_the_gender_of_its_patronymic() {
    let name =
        Name { surname: "Черных", first: "Любовь", patronymic: "Ильинична" };
    assert_eq!(name.decline(None, Case::Dative).full(), "Черных Любови Ильиничне");
    let name = Name { surname: "Ковальчук", first: "Женя", patronymic: "Ильич" };
    assert_eq!(name.decline(None, Case::Dative).full(), "Ковальчуку Жене Ильичу");
    let name =
        Name { surname: "Ковальчук", first: "Женя", patronymic: "Ильинична" };
    assert_eq!(name.decline(None, Case::Dative).full(), "Ковальчук Жене Ильиничне");
    let name = Name { surname: "Иванова", first: "М.", patronymic: "П." };
    assert_eq!(
        name.decline(None, Case::Instrumental).initials_before(),
        "М.\u{a0}П.\u{a0}Ивановой"
    );
}

#[test]
fn forms_that_a_person_has_corrected_win_over_the_rules() {
    let mut own = OwnForms::default();
    own.set(Part::Surname, Case::Dative, "Каменю");
    let name = Name { surname: "Камень", first: "Лев", patronymic: "Ильич" };
    let gender = Some(Gender::Masculine);
    assert_eq!(name.decline_with(gender, Case::Dative, &own).full(), "Каменю Льву Ильичу");
    assert_eq!(name.decline_with(gender, Case::Genitive, &own).full(), "Камня Льва Ильича");
}
