//! The texts of papers: what each says from its sample, and that it says nothing half-finished.
//!
//! It decides that text, sample and description of a kind agree. Deliberately absent: the engine
//! (`papers`), and whether a text is good law or good Russian: snapshots are read by people.

use std::collections::BTreeSet;

use documents::papers::{self, Paper, PaperKind};
use mentoring::paper::FieldKind;
use serde_json::Value;

/// What a person's object holds by itself, beside declared fields.
const OF_PERSON: [&str; 5] = ["surname", "first", "patronymic", "gender", "position"];

fn sample(kind: PaperKind) -> Value {
    serde_json::from_str(papers::example(kind)).unwrap_or_else(|err| panic!("{kind}: {err}"))
}

fn made(kind: PaperKind, data: &Value) -> Paper {
    let made = papers::render(kind, papers::text(kind), data);
    made.unwrap_or_else(|err| panic!("{kind}: {err}"))
}

/// Takes a datum out of the data, in every row.
fn take(data: &mut Value, path: &str) {
    let (step, rest) = path.split_once('.').map_or((path, None), |(step, rest)| (step, Some(rest)));
    let name = step.trim_end_matches("[]");
    match (rest, data.get_mut(name)) {
        (None, _) => drop(data.as_object_mut().map(|it| it.remove(name))),
        (Some(rest), Some(Value::Array(rows))) => rows.iter_mut().for_each(|it| take(it, rest)),
        (Some(rest), Some(inner)) => take(inner, rest),
        (Some(_), None) => {}
    }
}

/// Paths of all data in a sample, rows counted once.
fn paths(data: &Value, path: &str, all: &mut BTreeSet<String>) {
    let below = |name: &str| match path {
        "" => name.to_owned(),
        path => format!("{path}.{name}"),
    };
    for (name, it) in data.as_object().into_iter().flatten() {
        if data.get("surname").is_some() && OF_PERSON.contains(&name.as_str()) {
            continue;
        }
        let path = below(name);
        match it {
            Value::Array(rows) if rows.iter().any(Value::is_object) => {
                all.insert(path.clone());
                rows.iter().for_each(|row| paths(row, &format!("{path}[]"), all));
            }
            Value::Object(inner) => {
                if inner.contains_key("surname") {
                    all.insert(path.clone());
                }
                paths(it, &path, all);
            }
            _ => drop(all.insert(path)),
        }
    }
}

/// What may not stand on a paper: signs of a template, holes and doubled signs.
fn flaws(text: &str) -> Vec<String> {
    let bad =
        ["{{", "{%", "None", "none", "undefined", "...", "..", "  ", " ,", " .", ",,", "()", "«»"];
    let lines = text.lines().filter(|line| bad.iter().any(|it| line.contains(it)));
    lines.map(str::to_owned).collect()
}

#[test]
fn every_text_reads_as_its_snapshot() {
    for kind in PaperKind::ALL {
        let paper = made(*kind, &sample(*kind));
        let to_fill = paper.to_fill().join("\n");
        let whole = format!("{}\n— заполнить от руки —\n{to_fill}", paper.plain_text());
        insta::assert_snapshot!(kind.slug(), whole.replace('\u{a0}', "~"));
    }
}

#[test]
fn nothing_half_finished_stands_on_a_paper() {
    for kind in PaperKind::ALL {
        let text = made(*kind, &sample(*kind)).plain_text();
        assert_eq!(flaws(&text), Vec::<String>::new(), "{kind}");
    }
}

#[test]
fn a_paper_is_whole_without_any_one_of_the_data_that_may_lack() {
    for kind in PaperKind::ALL {
        for field in papers::fields(*kind).filter(|it| !it.is_needed && !it.path.contains("[].")) {
            let mut data = sample(*kind);
            take(&mut data, field.path);
            let text = made(*kind, &data).plain_text();
            assert_eq!(flaws(&text), Vec::<String>::new(), "{kind} without {}", field.path);
        }
    }
}

#[test]
fn what_a_text_asks_for_is_described_and_what_is_described_is_asked_for() {
    let mut strange = Vec::new();
    for kind in PaperKind::ALL {
        let declared: BTreeSet<&str> = papers::fields(*kind).map(|it| it.path).collect();
        for asked in papers::asked_fields(papers::text(*kind)).unwrap() {
            let of_person = asked.rsplit_once('.').is_some_and(|(person, part)| {
                OF_PERSON.contains(&part) && declared.contains(person)
            });
            let within = declared
                .iter()
                .any(|it| it.strip_prefix(asked.as_str()).is_some_and(|it| it.starts_with('.')));
            if !declared.contains(asked.as_str()) && !of_person && !within {
                strange.push(format!("{kind}: {asked} is not described"));
            }
        }
        for path in declared {
            let last = path.rsplit(['.', ']']).next().unwrap_or(path);
            if !papers::text(*kind).contains(last) {
                strange.push(format!("{kind}: {path} is not in the text"));
            }
        }
    }
    assert_eq!(strange, Vec::<String>::new());
}

#[test]
fn a_sample_is_complete_and_holds_nothing_else() {
    for kind in PaperKind::ALL {
        let mut there = BTreeSet::new();
        paths(&sample(*kind), "", &mut there);
        let declared: BTreeSet<&str> = papers::fields(*kind).map(|it| it.path).collect();
        let strange: Vec<&String> =
            there.iter().filter(|it| !declared.contains(it.as_str())).collect();
        assert!(strange.is_empty(), "{kind}: not described: {strange:?}");
        let needed = papers::fields(*kind).filter(|it| it.is_needed);
        let lacking: Vec<&str> =
            needed.map(|it| it.path).filter(|it| !there.contains(*it)).collect();
        assert!(lacking.is_empty(), "{kind}: not in the sample: {lacking:?}");
    }
}

#[test]
fn each_needed_datum_is_missed_by_its_name() {
    for kind in PaperKind::ALL {
        for field in papers::fields(*kind).filter(|it| it.is_needed) {
            let mut data = sample(*kind);
            take(&mut data, field.path);
            let refused = papers::render(*kind, papers::text(*kind), &data).unwrap_err();
            assert!(refused.to_string().contains(field.path), "{kind}: {refused}");
        }
    }
}

#[test]
fn a_flag_changes_the_text() {
    for kind in PaperKind::ALL {
        for field in papers::fields(*kind).filter(|it| it.kind == FieldKind::Flag) {
            let (mut with, mut without) = (sample(*kind), sample(*kind));
            with[field.path] = Value::Bool(true);
            without[field.path] = Value::Bool(false);
            let (with, without) = (made(*kind, &with), made(*kind, &without));
            assert_ne!(with.plain_text(), without.plain_text(), "{kind}: {}", field.path);
            assert_eq!(flaws(&with.plain_text()), Vec::<String>::new(), "{kind}: {}", field.path);
            assert_eq!(
                flaws(&without.plain_text()),
                Vec::<String>::new(),
                "{kind}: {}",
                field.path
            );
        }
    }
}

#[test]
fn acts_are_cited_by_the_day_and_the_model_and_never_both_models_at_once() {
    for kind in PaperKind::ALL {
        let models: &[Option<&str>] = match papers::fields(*kind).any(|it| it.path == "model") {
            true => &[Some("students"), Some("teachers")],
            false => &[None],
        };
        for model in models {
            for day in ["2020-09-01", "2022-09-01", "2025-04-01", "2026-09-01"] {
                let mut data = sample(*kind);
                if let Some(model) = model {
                    data["model"] = (*model).into();
                }
                if data.get("day").is_some() {
                    data["day"] = day.into();
                }
                let text = made(*kind, &data).plain_text();
                let (students, teachers) = (text.contains("Р-145"), text.contains("1128/08"));
                assert!(!(students && teachers), "{kind} {model:?}: both models");
                assert!(!students || *model != Some("teachers"), "{kind}: Р-145 for teachers");
                assert!(!teachers || *model != Some("students"), "{kind}: 1128 for students");
                if data.get("day").is_some() && papers::fields(*kind).any(|it| it.path == "model") {
                    assert!(!text.contains("1264-р") || "2025-05-21" <= day, "{kind} {day}");
                    assert!(!text.contains("351.8") || "2025-03-01" <= day, "{kind} {day}");
                    assert!(!teachers || "2021-12-21" <= day, "{kind} {day}");
                }
            }
        }
    }
}
