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

/// Makes a sample one of a model: an order on pairs has people of one model only.
fn of_model(kind: PaperKind, model: &str, data: &mut Value) {
    data["model"] = model.into();
    if kind == PaperKind::PairsOrder && model == "teachers" {
        data["minor_pairs"] = Value::Null;
        data["adult_pairs"][0]["form"] = "педагог — педагог".into();
    }
}

/// Moves all days of a sample by whole weeks, so that its own is the given one or soon after.
fn moved(data: &mut Value, from: &str) -> String {
    let read = |it: &str| it.parse::<jiff::civil::Date>().ok();
    let Some(own) = data.get("day").and_then(Value::as_str).and_then(read) else {
        return from.to_owned();
    };
    let n_days = (read(from).expect("the day of a case is a day") - own).get_days();
    let n_days = n_days.div_euclid(7) * 7 + if n_days.rem_euclid(7) == 0 { 0 } else { 7 };
    move_days(data, jiff::Span::new().days(n_days));
    data["day"].as_str().expect("the sample has its day").to_owned()
}

fn move_days(data: &mut Value, by: jiff::Span) {
    match data {
        Value::String(text) => {
            if let Ok(day) = text.parse::<jiff::civil::Date>() {
                *text = (day + by).to_string();
            }
        }
        Value::Array(all) => all.iter_mut().for_each(|it| move_days(it, by)),
        Value::Object(all) => all.values_mut().for_each(|it| move_days(it, by)),
        _ => {}
    }
}

#[test]
fn an_order_on_teachers_pays_by_the_law_of_labour_and_one_on_students_does_not() {
    let kind = PaperKind::PairsOrder;
    let mut data = sample(kind);
    let students = made(kind, &data).plain_text();
    assert!(
        !students.contains("351.8") && students.contains("выплат наставникам не"),
        "{students}"
    );
    of_model(kind, "teachers", &mut data);
    data["accountant"] = data["controller"].clone();
    data["paid"] = serde_json::json!([
        { "mentor": data["curator"], "addendum_day": "2026-10-07", "addendum_number": "3" },
    ]);
    let teachers = made(kind, &data).plain_text().replace('\u{a0}', " ");
    assert!(teachers.contains("статьёй 351.8 Трудового кодекса"), "{teachers}");
    assert!(teachers.contains("соглашение от 7 октября 2026 г. № 3"), "{teachers}");
    // One appendix has no number.
    assert!(teachers.contains("согласно приложению.") && !teachers.contains("Приложение 1"));
}

#[test]
fn a_paper_that_would_say_what_is_not_so_is_refused_with_its_fields_all_at_once() {
    let changed = |kind: PaperKind, changes: &[(&str, Value)]| {
        let mut data = sample(kind);
        for (name, value) in changes {
            data[*name] = value.clone();
        }
        papers::render(kind, papers::text(kind), &data).unwrap_err().to_string()
    };
    for (kind, changes, sentence) in [
        (
            PaperKind::CancellationNotice,
            vec![("day", "2027-02-15".into())],
            "«Дата документа» (day) – 15.02.2027, «Окончание срока» (ends_on) – 16.02.2027: \
             предупредить нужно не менее чем за 3 рабочих дня, отменить можно с 19.02.2027",
        ),
        (
            PaperKind::ContractAddendum,
            vec![("starts_on", "2027-06-01".into()), ("ends_on", "2026-01-01".into())],
            "«Начало срока» (starts_on) – 01.06.2027 – позже, чем «Окончание срока» (ends_on) – \
             01.01.2026: исправьте одну из дат",
        ),
        (
            PaperKind::PersonalisedProgramme,
            vec![("ends_on", "2028-10-08".into())],
            "«Окончание срока» (ends_on): программа длится от 3 до 12 месяцев, а получается 24 \
             месяца; «Срок, месяцев» (months) – 8, а с 09.10.2026 по 08.10.2028 – 24 месяца",
        ),
        (
            PaperKind::PairsOrder,
            vec![("model", "зайцы".into())],
            "«Модель: students – обучающиеся, teachers – педагоги» (model) – «зайцы»: можно \
             students, teachers",
        ),
        (
            PaperKind::PairsOrder,
            vec![("adult_pairs", Value::Null), ("minor_pairs", serde_json::json!([]))],
            "никто не назван: заполните «Пары и группы взрослых» (adult_pairs) или «Пары и группы с \
             несовершеннолетними» (minor_pairs)",
        ),
        (
            PaperKind::PairsOrder,
            vec![("model", "teachers".into()), ("adult_pairs", Value::Null)],
            "«Пары и группы с несовершеннолетними» (minor_pairs) – это наставничество обучающихся, а \
             приказ о наставничестве педагогов: закрепите их разными приказами, у них разные положения",
        ),
        (
            PaperKind::TrainingOrder,
            vec![("hours", 12.into())],
            "«Часы» (hours) – 12, а по строкам получается 9",
        ),
        (
            PaperKind::CouncilProtocol,
            vec![("n_present", 30.into())],
            "«Присутствовало» (n_present) – 30 – больше, чем «Всего членов» (n_members) – 29",
        ),
    ] {
        assert_eq!(changed(kind, &changes), sentence, "{kind}");
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
            for from in ["2020-09-01", "2022-09-01", "2025-04-01", "2026-09-01"] {
                let mut data = sample(*kind);
                if let Some(model) = model {
                    of_model(*kind, model, &mut data);
                }
                let day = moved(&mut data, from);
                let day = day.as_str();
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
