//! The evaluation set of the Petrovich project: at least 99.5 % of the forms of first names are right,
//! and the gender of nearly every first name is found.

use super::shared;
use grammar::{Case, Gender, Name, gender_of};

/// One line of the set: a name, one of its forms, the gender and the case of the form.
struct Line {
    name: String,
    form: String,
    gender: Option<Gender>,
    case: Case,
}

fn lines() -> Option<Vec<Line>> {
    let table = shared()?.join("corpus/petrovich/firstnames.tsv");
    let table = std::fs::read_to_string(table).expect("the table stands in the shared folder");
    let lines = table.lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split(['\t', ',']).collect();
        let [name, form, gender, "ед", case] = cells.as_slice() else { panic!("{line}") };
        let gender = match *gender {
            "мр" => Some(Gender::Masculine),
            "жр" => Some(Gender::Feminine),
            _ => None,
        };
        let cases = ["им", "рд", "дт", "вн", "тв", "пр"];
        let case = Case::ALL[cases.iter().position(|it| it == case).expect("a case of Russian")];
        Line { name: (*name).to_owned(), form: (*form).to_owned(), gender, case }
    });
    Some(lines.collect())
}

#[test]
fn nearly_all_first_names_of_the_evaluation_set_are_declined_as_there() {
    let Some(lines) = lines() else { return };
    let oblique: Vec<&Line> = lines.iter().filter(|it| it.case != Case::Nominative).collect();
    let wrong: Vec<String> = oblique
        .iter()
        .filter_map(|line| {
            let name = Name { first: &line.name, ..Name::default() };
            let got = name.decline(line.gender, line.case).first;
            let slug = line.case.slug();
            (got != line.form).then(|| format!("{} {slug}: {} ≠ {got}", line.name, line.form))
        })
        .collect();
    assert_eq!(oblique.len(), 63_685);
    let right = oblique.len() - wrong.len();
    eprintln!("{right} of {} forms of first names", oblique.len());
    assert!(995 * oblique.len() <= 1000 * right, "{right}\n{}", wrong.join("\n"));
}

#[test]
fn the_gender_of_nearly_every_first_name_of_the_evaluation_set_is_found() {
    let Some(lines) = lines() else { return };
    let names = lines.iter().filter(|it| it.case == Case::Nominative && it.gender.is_some());
    let names: Vec<&Line> = names.collect();
    let told = |line: &Line| gender_of("", &line.name, "");
    let right = names.iter().filter(|it| told(it) == it.gender).count();
    let wrong: Vec<&str> = names
        .iter()
        .filter(|it| told(it).is_some() && told(it) != it.gender)
        .map(|it| it.name.as_str())
        .collect();
    let silent: Vec<&str> =
        names.iter().filter(|it| told(it).is_none()).map(|it| it.name.as_str()).collect();
    eprintln!("gender: {right} of {}, wrong {}", names.len(), wrong.len());
    assert!(92 * names.len() <= 100 * right, "{wrong:?}\n\n{silent:?}");
    assert!(100 * wrong.len() <= 4 * names.len(), "{wrong:?}");
}
