//! A change of an order as a difference: only what changed, and nothing else.
//!
//! It decides which points an amending order has when the data of an order change: a person or a
//! line added to a list, taken out of it, put in another's place, a new wording of a field.
//! Deliberately absent: the words of the points (their writer declines names), when the change acts
//! (`order::amend`).

use std::collections::BTreeMap;

use super::{PaperKind, PaperSpec};

/// A datum of a paper as people read it: names, days and texts as they stand on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worded {
    /// One text.
    One(String),
    /// A list in which the order means nothing: people, lines of a table.
    Many(Vec<String>),
}

/// One change of the data of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amendment {
    /// A field has another wording; an empty one is taken away.
    Reworded {
        /// What the field is called.
        label: &'static str,
        /// What it says from now on.
        wording: String,
    },
    /// Somebody or something is added to a list.
    Added {
        /// What the list is called.
        label: &'static str,
        /// What is added.
        line: String,
    },
    /// Somebody or something is taken out of a list.
    Removed {
        /// What the list is called.
        label: &'static str,
        /// What is taken out.
        line: String,
    },
    /// One stands in the place of another.
    Replaced {
        /// What the list is called.
        label: &'static str,
        /// What stood there.
        old: String,
        /// What stands there now.
        new: String,
    },
}

/// Fields that every order has anew: its own day and number, and who reads it.
const OWN: [&str; 3] = ["day", "number", "acquainted"];

/// Tells what changed between two states of the data of an order, in the order of its form.
///
/// In a list, one line taken out and one added are a replacement: the first of those that went with
/// the first of those that came, and so on. Lines that stayed are not told, wherever they stand now.
///
/// - `before`, `after`: data by the path of their field; what lacks is no datum. Requisites of the
///   organisation, the day, the number and the acquaintance sheet never make a point.
/// - Returns: the changes; empty where nothing changed.
///
/// Source: rule M4; DOCUMENTS 0.4, D25.
#[must_use]
pub fn amendments(
    kind: PaperKind,
    before: &BTreeMap<&str, Worded>,
    after: &BTreeMap<&str, Worded>,
) -> Vec<Amendment> {
    let mut all = Vec::new();
    for (path, label) in fields(kind.spec()) {
        match (before.get(path), after.get(path)) {
            (None, None) => {}
            (old, new) if old == new => {}
            (Some(Worded::One(_)), new @ (None | Some(Worded::One(_)))) | (None, new) => {
                all.extend(reworded(label, new));
            }
            (old, new) => all.extend(listed(label, lines(old), lines(new))),
        }
    }
    all
}

/// Paths and labels of what an order may change.
fn fields(spec: &'static PaperSpec) -> impl Iterator<Item = (&'static str, &'static str)> {
    let own = |path: &str| path.starts_with("organisation.") || OWN.contains(&path);
    let is_whole = move |path: &str| !path.contains("[]") && !own(path);
    spec.all_fields().filter(move |it| is_whole(it.path)).map(|it| (it.path, it.label))
}

fn reworded(label: &'static str, new: Option<&Worded>) -> Vec<Amendment> {
    match new {
        None => vec![Amendment::Reworded { label, wording: String::new() }],
        Some(Worded::One(wording)) => {
            vec![Amendment::Reworded { label, wording: wording.clone() }]
        }
        Some(Worded::Many(added)) => listed(label, &[], added),
    }
}

fn lines(of: Option<&Worded>) -> &[String] {
    match of {
        Some(Worded::Many(lines)) => lines,
        Some(Worded::One(line)) => std::slice::from_ref(line),
        None => &[],
    }
}

/// What went and what came, each as often as it did.
fn listed(label: &'static str, old: &[String], new: &[String]) -> Vec<Amendment> {
    let mut came: Vec<&String> = new.iter().collect();
    let mut went = Vec::new();
    for line in old {
        match came.iter().position(|it| *it == line) {
            Some(at) => drop(came.remove(at)),
            None => went.push(line),
        }
    }
    let n_replaced = went.len().min(came.len());
    let replaced = went.iter().zip(&came).map(|(old, new)| Amendment::Replaced {
        label,
        old: (*old).clone(),
        new: (*new).clone(),
    });
    let removed = went.iter().skip(n_replaced);
    let removed = removed.map(|it| Amendment::Removed { label, line: (*it).clone() });
    let added = came.iter().skip(n_replaced);
    let added = added.map(|it| Amendment::Added { label, line: (*it).clone() });
    replaced.chain(removed).chain(added).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIST: &str = "Члены";

    fn many(lines: &[&str]) -> Worded {
        Worded::Many(lines.iter().map(|it| (*it).to_owned()).collect())
    }

    fn one(text: &str) -> Worded {
        Worded::One(text.to_owned())
    }

    fn added(line: &str) -> Amendment {
        Amendment::Added { label: LIST, line: line.to_owned() }
    }

    fn removed(line: &str) -> Amendment {
        Amendment::Removed { label: LIST, line: line.to_owned() }
    }

    fn replaced(old: &str, new: &str) -> Amendment {
        Amendment::Replaced { label: LIST, old: old.to_owned(), new: new.to_owned() }
    }

    #[test]
    fn a_list_tells_only_who_came_who_went_and_who_took_whose_place() {
        let table: &[(&[&str], &[&str], Vec<Amendment>)] = &[
            (&["А", "Б"], &["А", "Б"], vec![]),
            (&["А", "Б"], &["Б", "А"], vec![]),
            (&["А"], &["А", "Б"], vec![added("Б")]),
            (&["А", "Б"], &["Б"], vec![removed("А")]),
            (&["А", "Б"], &["А", "В"], vec![replaced("Б", "В")]),
            (&["А", "Б", "В"], &["Г"], vec![replaced("А", "Г"), removed("Б"), removed("В")]),
            (&["А"], &["Б", "В"], vec![replaced("А", "Б"), added("В")]),
            (&["А", "А"], &["А"], vec![removed("А")]),
            (&[], &["А"], vec![added("А")]),
        ];
        for (old, new, told) in table {
            let before = BTreeMap::from([("members", many(old))]);
            let after = BTreeMap::from([("members", many(new))]);
            let kind = PaperKind::WorkingGroupOrder;
            assert_eq!(amendments(kind, &before, &after), *told, "{old:?} → {new:?}");
        }
    }

    #[test]
    fn a_field_tells_its_new_wording_and_an_emptied_one_that_it_is_gone() {
        let kind = PaperKind::WorkingGroupOrder;
        let label = "Срок извещения";
        let told = |wording: &str| Amendment::Reworded { label, wording: wording.to_owned() };
        for (old, new, expected) in [
            (Some("1 мая"), Some("1 мая"), vec![]),
            (Some("1 мая"), Some("9 мая"), vec![told("9 мая")]),
            (None, Some("9 мая"), vec![told("9 мая")]),
            (Some("1 мая"), None, vec![told("")]),
        ] {
            let of = |it: Option<&str>| it.map(|it| ("inform_by", one(it))).into_iter().collect();
            assert_eq!(amendments(kind, &of(old), &of(new)), expected);
        }
    }

    #[test]
    fn requisites_day_number_and_the_acquaintance_sheet_make_no_point() {
        let kind = PaperKind::WorkingGroupOrder;
        let before = BTreeMap::from([("organisation.name", one("А")), ("day", one("1 мая"))]);
        let after = BTreeMap::from([("organisation.name", one("Б")), ("acquainted", many(&["В"]))]);
        assert_eq!(amendments(kind, &before, &after), []);
    }

    #[test]
    fn points_follow_the_form_of_the_order() {
        let kind = PaperKind::WorkingGroupOrder;
        let before = BTreeMap::from([("members", many(&["А"])), ("inform_by", one("1 мая"))]);
        let after = BTreeMap::from([("members", many(&["Б"])), ("inform_by", one("9 мая"))]);
        let told = amendments(kind, &before, &after);
        assert!(matches!(told[..], [Amendment::Replaced { .. }, Amendment::Reworded { .. }]));
    }
}
