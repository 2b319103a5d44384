//! The example lists of people: invented schools, colleges and kindergartens, in the shapes that
//! lists really have, each with a reading that was made by the program and then read through
//! against the list by a person.
//!
//! It decides whether `estafeta import people` reads them as a person does, on the wire that is
//! promised. Deliberately absent: real people; every name, number and address is invented.
#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

#[path = "support/list.rs"]
mod list;
#[path = "support/outline.rs"]
mod outline;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Map, Value};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/people")
}

/// Outlines: name, extension, text.
fn outlines() -> Vec<(String, String, String)> {
    let mut all: Vec<(String, String, String)> = Vec::new();
    for entry in std::fs::read_dir(folder().join("outlines")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (name, extension) = name.split_once('.').unwrap();
        all.push((name.into(), extension.into(), std::fs::read_to_string(&path).unwrap()));
    }
    all.sort();
    all
}

#[test]
fn example_lists_are_the_sheets_of_their_outlines() {
    let write = std::env::var_os("ESTAFETA_WRITE_EXAMPLES").is_some();
    let mut stale = Vec::new();
    for (name, extension, text) in outlines() {
        let file = folder().join(format!("{name}.{extension}"));
        let bytes = list::written(&name, &extension, &text);
        if write {
            std::fs::write(&file, &bytes).unwrap();
        } else if std::fs::read(&file).ok().as_deref() != Some(&bytes) {
            stale.push(file.display().to_string());
        }
    }
    assert!(
        stale.is_empty(),
        "these lists differ from their outlines; run once with ESTAFETA_WRITE_EXAMPLES=1: {stale:?}"
    );
}

/// What a dry run prints.
fn dry_run(file: &Path) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_estafeta"));
    command.args(["import", "people"]).arg(file);
    command.args(["--organisation", "нет такой", "--dry-run", "--format", "json"]);
    let output = command.output().unwrap();
    let wrong = String::from_utf8_lossy(&output.stderr).into_owned();
    let read: Value = serde_json::from_slice(&output.stdout).expect(&wrong);
    let refused = !read["refused"].as_array().unwrap().is_empty();
    assert_eq!(output.status.code(), Some(i32::from(refused)), "{}", file.display());
    read
}

/// Without what is unknown or empty, and without the sentences: those have their own tests.
fn bare(value: &Value) -> Value {
    let known = |it: &Value| !it.is_null() && *it != Value::Array(Vec::new());
    match value {
        Value::Object(it) => {
            let kept =
                it.iter().filter(|(key, it)| known(it) && *key != "message" && *key != "why");
            Value::Object(kept.map(|(key, it)| (key.clone(), bare(it))).collect::<Map<_, _>>())
        }
        Value::Array(it) => Value::Array(it.iter().map(bare).collect()),
        it => it.clone(),
    }
}

#[test]
fn every_list_is_read_as_a_person_reads_it() {
    let mut wrong = Vec::new();
    let all = outlines();
    assert!(20 <= all.len());
    for (name, extension, _) in all {
        let expected = std::fs::read_to_string(folder().join(format!("{name}.expected.json")));
        let expected: Value = serde_json::from_str(&expected.unwrap()).unwrap();
        let read = bare(&dry_run(&folder().join(format!("{name}.{extension}"))));
        let parts = [
            "columns",
            "not_read",
            "ignored",
            "people",
            "refused",
            "left_out",
            "duplicates",
            "passed",
        ];
        for part in parts {
            let (expected, read) = (&expected[part], &read[part]);
            let lines = |it: &Value| match it {
                Value::Array(it) => it.clone(),
                it => vec![it.clone()],
            };
            let (expected, read) = (lines(expected), lines(read));
            for at in 0..expected.len().max(read.len()) {
                if expected.get(at) != read.get(at) {
                    let show = |it: Option<&Value>| it.map_or("–".into(), ToString::to_string);
                    wrong.push(format!(
                        "{name}, {part} {at}:\n  expected {}\n  read     {}",
                        show(expected.get(at)),
                        show(read.get(at))
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} differences\n{}", wrong.len(), wrong.join("\n"));
}

/// Runs the command on a list; gives the status, what it printed and what it complained of.
fn on_list(name: &str, text: &str, more: &[&str]) -> (i32, String, String) {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&file, text).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_estafeta"));
    command.args(["import", "people"]).arg(file).args(["--organisation", "Школа № 7"]).args(more);
    let output = command.output().unwrap();
    let said = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (output.status.code().unwrap(), said(&output.stdout), said(&output.stderr))
}

const LIST: &str = "Список педагогов;;;\n№;Ф.И.О.;Дата рожд.;СНИЛС\n\
1;ВЕТРОВА Анна Ильинична;12.03.85;1\n2;Сомов Пётр;31.02.1990;2\n3;Ветрова Анна;;3\nИтого: 3;;;\n";

#[test]
fn a_list_of_people_is_read_checked_and_shown_without_a_database() {
    let (status, out, error) = on_list("a.csv", LIST, &["--dry-run", "--format", "json"]);
    assert_eq!((status, error.as_str()), (1, ""));
    for part in [
        r#"{"columns":{"Ф.И.О.":"full_name","Дата рожд.":"birth_date"},"not_read":["СНИЛС"]"#,
        r#"{"row":3,"surname":"Ветрова","first":"Анна","patronymic":"Ильинична","birth_date":"1985-03-12","kind":"employee","position":null"#,
        r#""refused":[{"row":4,"name":"Сомов Пётр","column":"Дата рожд.","message":"Даты «31.02.1990» не бывает."#,
        r#""duplicates":[{"row":5,"of":3,"why":"то же имя"#,
    ] {
        assert!(out.contains(part), "{part}\n{out}");
    }
    let (status, out, _) = on_list("a.csv", LIST, &["--dry-run"]);
    assert_eq!(status, 1);
    assert!(
        out.ends_with("людей 2, не принято ячеек 1, пропущено строк 1, возможных повторов 1"),
        "{out}"
    );
}

#[test]
fn what_cannot_be_done_with_a_list_is_said_in_one_line() {
    let (status, out, error) = on_list("b.csv", "Здравствуйте!;\n", &["--dry-run"]);
    assert_eq!((status, out.as_str()), (2, ""));
    assert!(error.contains("не нашлось списка людей") && error.lines().count() == 1, "{error}");
    let (status, _, error) = on_list("c.csv", LIST, &[]);
    assert!(status == 2 && error.contains("there is no database"), "{error}");
    let named = on_list("d.csv", LIST, &["--dry-run", "--column", "СНИЛС=gender"]);
    assert!(named.1.contains("СНИЛС: gender"), "{}", named.1);
    assert_eq!(on_list("e.csv", LIST, &["--dry-run", "--column", "СНИЛС=номер"]).0, 2);
}
