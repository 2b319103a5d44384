//! Compares a compiled plan with a hand-written reading (`*.expected.json`).
//!
//! It decides what counts as the same: rows in order, by the beginning of their text; paths without
//! numbering; deadlines by normal form; responsibles as sets; figures both ways, so that one too
//! many is as wrong as one too few. Deliberately absent: files (each suite finds its own).

use mentoring::period::Days;
use roadmap::plan::{Indicator, Plan, PlanRow};
use serde_json::Value;

/// Everything in which a plan differs from its reading, one line each.
pub(crate) fn differences(reading: &Value, plan: &Plan) -> Vec<String> {
    let mut found = Vec::new();
    let rows = reading["rows"].as_array().cloned().unwrap_or_default();
    if rows.len() != plan.rows.len() {
        let texts: Vec<String> =
            plan.rows.iter().map(|it| it.text.chars().take(40).collect()).collect();
        found.push(format!("rows: expected {}, got {}: {texts:?}", rows.len(), plan.rows.len()));
    }
    for (expected, row) in rows.iter().zip(&plan.rows) {
        compare_row(expected, row, plan.days(), &mut found);
    }
    compare_head(reading, plan, &mut found);
    let targets = list(&reading["plan_indicators"]);
    for it in &targets {
        let hit = plan
            .plan_indicators
            .iter()
            .any(|got| same_figure(it, got) && it["year"].as_i64() == got.year.map(i64::from));
        if !hit {
            found.push(format!("plan_indicators: no {it}"));
        }
    }
    for it in list(&reading["defects"]) {
        let named = plan.diagnostics.iter().any(|got| {
            options(&it["code"]).iter().any(|code| code == &got.code)
                && (it["row"].as_u64().is_none_or(|row| row == got.place.row as u64))
        });
        if it.get("code").is_some() && !named {
            let got: Vec<String> = plan
                .diagnostics
                .iter()
                .map(|it| format!("{} at {}", it.code, it.place.row))
                .collect();
            found.push(format!("defects: no {it} in {got:?}"));
        }
    }
    found
}

fn compare_row(expected: &Value, row: &PlanRow, days: Option<Days>, found: &mut Vec<String>) {
    let starts = expected["starts"].as_str().unwrap_or_default();
    let mut differ = |what: &str, expected: &dyn std::fmt::Display, got: String| {
        found.push(format!("{what}: «{starts}»: expected {expected}, got {got}"));
    };
    if !key(&row.text).starts_with(&key(starts)) {
        differ("text", &starts, row.text.chars().take(80).collect());
    }
    let path: Vec<String> = row.path.iter().map(|it| key(it)).collect();
    let same_path = options(&expected["path"])
        .iter()
        .any(|it| list(it).iter().map(|it| key(text(it))).collect::<Vec<_>>() == path);
    if !same_path {
        differ("path", &expected["path"], format!("{:?}", row.path));
    }
    let number = row.number.as_deref().map(|it| it.trim_end_matches(['.', ')', ' ']).to_owned());
    if !options(&expected["number"]).iter().any(|it| it.as_str().map(str::to_owned) == number) {
        differ("number", &expected["number"], format!("{number:?}"));
    }
    if !options(&expected["items"]).iter().any(|it| it.as_u64() == Some(row.items.len() as u64)) {
        differ(
            "items",
            &expected["items"],
            format!("{:?}", row.items.iter().map(|it| &it.text).collect::<Vec<_>>()),
        );
    }
    let normal = &row.deadline.normal;
    let same = options(&expected["deadline"]).iter().any(|it| {
        let wanted = text(it);
        wanted == normal
            || same_windows(wanted, normal, days)
            || wanted == "dated-by" && normal.starts_with("dated-by:")
            || wanted.starts_with("relative:") && normal.starts_with(&format!("{wanted} from "))
    });
    if !same {
        differ("deadline", &expected["deadline"], format!("{normal} («{}»)", row.deadline.text));
    }
    if !options(&expected["responsible"]).iter().any(|it| same_parties(&list(it), row))
        || expected["nobody"].as_bool().unwrap_or(false) != row.nobody
    {
        differ(
            "responsible",
            &expected["responsible"],
            format!("{:?} nobody {}", row.responsible, row.nobody),
        );
    }
    compare_figures(expected, row, &mut differ);
}

/// Two forms that name the same days of the plan: `period` and its school year.
fn same_windows(a: &str, b: &str, days: Option<Days>) -> bool {
    let Some(days) = days else { return false };
    let windows = |it: &str| roadmap::deadline::occurrences(it, days);
    !windows(a).is_empty() && windows(a) == windows(b)
}

fn compare_figures(
    expected: &Value,
    row: &PlanRow,
    differ: &mut dyn FnMut(&str, &dyn std::fmt::Display, String),
) {
    let mut left: Vec<&Indicator> = row.indicators.iter().collect();
    for it in list(&expected["indicators"]) {
        match left.iter().position(|got| same_figure(&it, got)) {
            Some(at) => drop(left.remove(at)),
            None => differ("indicators", &it, format!("{:?}", row.indicators)),
        }
    }
    for it in list(&expected["indicators_optional"]) {
        if let Some(at) = left.iter().position(|got| same_figure(&it, got)) {
            left.remove(at);
        }
    }
    if !left.is_empty() {
        differ("indicators", &"no more", format!("{left:?}"));
    }
}

fn compare_head(reading: &Value, plan: &Plan, found: &mut Vec<String>) {
    if let Some(title) = reading.get("title")
        && !options(title).iter().any(|it| key(&plan.title).contains(&key(text(it))))
    {
        found.push(format!("title: expected {title}, got {}", plan.title));
    }
    if let Some(wanted) = reading.get("organisation") {
        let got = plan.organisation.as_deref().map(key);
        if !options(wanted).iter().any(|it| it.as_str().map(key) == got) {
            found.push(format!("organisation: expected {wanted}, got {:?}", plan.organisation));
        }
    }
    if let Some(order) = reading.get("order") {
        let got = serde_json::to_value(&plan.order).unwrap_or_default();
        if !options(order).contains(&got) {
            found.push(format!("order: expected {order}, got {got}"));
        }
    }
    if let Some(period) = reading.get("period") {
        let got = serde_json::to_value(&plan.period).unwrap_or_default();
        if !options(period).contains(&got) {
            found.push(format!("period: expected {period}, got {got}"));
        }
    }
}

fn same_figure(wanted: &Value, got: &Indicator) -> bool {
    options(&wanted["op"]).iter().any(|it| text(it) == got.op)
        && options(&wanted["value"]).iter().any(|it| it.as_f64() == Some(got.value))
        && options(&wanted["unit"])
            .iter()
            .any(|it| text(it) == got.unit || text(it) == "*" && got.unit != "%")
        && wanted
            .get("measure")
            .is_none_or(|it| options(it).iter().any(|it| text(it) == got.measure))
}

fn same_parties(wanted: &[Value], row: &PlanRow) -> bool {
    let mut have: Vec<String> = Vec::new();
    for it in &row.responsible {
        have.extend(it.role.iter().map(|it| format!("role {it}")));
        have.extend(it.person.iter().map(|it| format!("person {}", key(it))));
    }
    let mut needed: Vec<Vec<String>> = Vec::new();
    for it in wanted {
        let mut one: Vec<String> = Vec::new();
        if it.get("role").is_some() {
            one.extend(options(&it["role"]).iter().map(|it| format!("role {}", text(it))));
        }
        if it.get("person").is_some() {
            needed.push(
                options(&it["person"])
                    .iter()
                    .map(|it| format!("person {}", key(text(it))))
                    .collect(),
            );
        }
        if !one.is_empty() {
            needed.push(one);
        }
    }
    needed.iter().all(|one| one.iter().any(|it| have.contains(it)))
        && have.iter().all(|it| needed.iter().any(|one| one.contains(it)))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

/// `{"any": [a, b]}` accepts each of them.
fn options(value: &Value) -> Vec<Value> {
    match value.get("any") {
        Some(any) => list(any),
        None => vec![value.clone()],
    }
}

/// Letters and digits only, without the number or the dash at the beginning.
fn key(text: &str) -> String {
    let bare = roadmap::items::without_mark(text);
    bare.to_lowercase()
        .replace('ё', "е")
        .chars()
        .filter(|it| it.is_alphanumeric() || *it == '%')
        .collect()
}
