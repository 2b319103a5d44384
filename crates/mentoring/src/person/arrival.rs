//! A list of people arrives where people are known already: who is whom.
//!
//! It decides which rows are people who are known, which are new, and which only a person can tell.
//! Two people are joined by themselves only where the list leaves no other reading: the same whole
//! name and nothing against it. Deliberately absent: reading (`documents::people`), what is then
//! written (`app`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::civil::Date;

use super::PersonName;
use super::duplicate::{Candidate, Duplicate, DuplicateReason, find_duplicates};
use super::listed::{ListPlace, ListedGuardian, ListedPerson};
use crate::id::PersonId;

/// Somebody who is known already, as far as it tells people apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownPerson {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: PersonName,
    /// Surnames of before.
    pub former: Vec<String>,
    /// Day of birth.
    pub birth: Option<Date>,
    /// The class of a student, of today and as it will be called in the next school year; empty for
    /// others.
    pub classes: Vec<String>,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Minors whom the person represents.
    pub wards: Vec<PersonId>,
}

/// Whom a question is about: the person of a row, or one of the guardians named in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Whom {
    /// The row.
    pub place: ListPlace,
    /// Which guardian of the row, from 0; `None` for the person.
    pub guardian: Option<u8>,
}

/// Who a person of a row can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Other {
    /// Somebody who is known.
    Known(PersonId),
    /// Somebody of an earlier row.
    Row(Whom),
}

/// What only a person can tell: whether two are one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Question {
    /// Who.
    pub whom: Whom,
    /// Who it can be.
    pub other: Other,
    /// Why.
    pub why: DuplicateReason,
}

/// What becomes of a person of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Somebody new.
    New,
    /// Somebody who is known, or who stands in an earlier row.
    Same(Other),
    /// Nobody has said yet; the row waits.
    Waits,
}

/// What was said about a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// One person.
    Same,
    /// Two people.
    Different,
}

/// A list sorted out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SortedOut {
    /// The fate of everybody, guardians too.
    pub fates: BTreeMap<Whom, Fate>,
    /// Everything that was or is to be asked, in the order of the list.
    pub questions: Vec<Question>,
}

/// Sorts a list out.
///
/// - `listed`: in the order of the list.
/// - `known`: in any order; the same input gives the same answer.
/// - `said`: what was said about questions of an earlier look at the same list.
/// - Time: O(n log n).
#[must_use]
pub fn sort_out(
    listed: &[ListedPerson],
    known: &[KnownPerson],
    said: &BTreeMap<Whom, Said>,
) -> SortedOut {
    let listed: Vec<&ListedPerson> = fuller_first(listed);
    let mut rows_left: HashMap<String, usize> = HashMap::new();
    for it in &listed {
        *rows_left.entry(folded(&it.name)).or_default() += 1;
    }
    let mut sorting = Sorting {
        names: names(known),
        rows_left,
        guardians: HashMap::new(),
        taken: BTreeSet::new(),
        said,
        out: SortedOut::default(),
    };
    let doubts = doubts(&listed, known);
    for (index, it) in listed.iter().enumerate() {
        let ward = sorting.person(it, doubts.get(&index).copied());
        for (number, guardian) in (0_u8..).zip(&it.guardians) {
            let whom = Whom { place: it.place, guardian: Some(number) };
            sorting.guardian(whom, guardian, ward);
        }
    }
    sorting.out.questions.sort_by_key(|it| it.whom);
    sorting.out
}

/// The rows in the order in which they become people: those with whole names before those with
/// initials, so that «Иванова В. И.» of an earlier row waits for «Иванова Вера Ильинична» and not
/// the other way round.
#[must_use]
pub fn fuller_first(listed: &[ListedPerson]) -> Vec<&ListedPerson> {
    let (whole, initials): (Vec<_>, Vec<_>) =
        listed.iter().partition(|it| has_whole_name(&it.name));
    whole.into_iter().chain(initials).collect()
}

/// Initials are not a whole name.
fn has_whole_name(name: &PersonName) -> bool {
    1 < name.first.chars().filter(|it| *it != '.').count()
}

/// Somebody known who can be the one who is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lookalike {
    /// Why; the surest reasons stand first.
    pub why: DuplicateReason,
    /// Who.
    pub id: PersonId,
}

/// Everybody known who can be the one who is written down by hand, the surest first: by the reasons
/// for which a list asks.
///
/// - Time: O(n).
#[must_use]
pub fn lookalikes(it: &ListedPerson, known: &[KnownPerson]) -> Vec<Lookalike> {
    let of_one = |known: &KnownPerson| {
        let doubts = doubts(&[it], std::slice::from_ref(known));
        doubts.get(&0).map(|(_, why)| Lookalike { why: *why, id: known.id })
    };
    let mut found: Vec<Lookalike> = known.iter().filter_map(of_one).collect();
    found.sort_unstable();
    found
}

/// Known people by their whole name, folded.
fn names(known: &[KnownPerson]) -> BTreeMap<String, Vec<&KnownPerson>> {
    let mut names: BTreeMap<String, Vec<&KnownPerson>> = BTreeMap::new();
    for it in known {
        names.entry(folded(&it.name)).or_default().push(it);
    }
    for same in names.values_mut() {
        same.sort_by_key(|it| it.id);
    }
    names
}

fn folded(name: &PersonName) -> String {
    let whole = name.full().to_lowercase().replace('ё', "е");
    whole.chars().filter(|it| it.is_alphanumeric()).collect()
}

/// What rows can be written twice in the list, or be somebody known under another writing.
fn doubts(
    listed: &[&ListedPerson],
    known: &[KnownPerson],
) -> BTreeMap<usize, (Other, DuplicateReason)> {
    let of_known = known.iter().flat_map(|it| {
        let former = it.former.iter().map(String::as_str).chain([""]);
        former.map(move |former_surname| Candidate {
            name: &it.name,
            former_surname,
            birth_date: it.birth,
            class: "",
        })
    });
    let ids: Vec<PersonId> = known.iter().flat_map(|it| vec![it.id; it.former.len() + 1]).collect();
    let of_list = listed.iter().map(|it| Candidate {
        name: &it.name,
        former_surname: &it.former_surname,
        birth_date: it.birth_date,
        class: &it.class,
    });
    let candidates: Vec<_> = of_known.chain(of_list).collect();
    let found = find_duplicates(&candidates).into_iter();
    let of_rows = found.filter_map(|Duplicate { later, earlier, why }| {
        let row = later.checked_sub(ids.len())?;
        let other = match ids.get(earlier) {
            Some(id) => Other::Known(*id),
            None => {
                let place = listed.get(earlier - ids.len())?.place;
                Other::Row(Whom { place, guardian: None })
            }
        };
        Some((row, (other, why)))
    });
    of_rows.collect()
}

struct Sorting<'a> {
    names: BTreeMap<String, Vec<&'a KnownPerson>>,
    /// How many rows of each name are still to come, the present one too.
    rows_left: HashMap<String, usize>,
    /// Guardians of earlier rows, by name and by how they are reached.
    guardians: HashMap<(String, String), Whom>,
    /// Known people whom an earlier row is.
    taken: BTreeSet<PersonId>,
    said: &'a BTreeMap<Whom, Said>,
    out: SortedOut,
}

impl Sorting<'_> {
    /// Sorts a person out; gives who it is, where it is somebody known.
    fn person(
        &mut self,
        it: &ListedPerson,
        doubt: Option<(Other, DuplicateReason)>,
    ) -> Option<PersonId> {
        let whom = Whom { place: it.place, guardian: None };
        let fate = match self.certain(it) {
            Some(id) => Fate::Same(Other::Known(id)),
            None => match self.namesake(it).or(doubt) {
                Some((other, why)) => self.ask(Question { whom, other, why }),
                None => Fate::New,
            },
        };
        if let Some(left) = self.rows_left.get_mut(&folded(&it.name)) {
            *left = left.saturating_sub(1);
        }
        self.out.fates.insert(whom, fate);
        let Fate::Same(Other::Known(id)) = fate else { return None };
        self.taken.insert(id);
        Some(id)
    }

    /// Somebody known who is the person of a row without any doubt: the same whole name and nothing
    /// against it. Of namesakes each takes one row, where there are rows for all of them.
    fn certain(&self, it: &ListedPerson) -> Option<PersonId> {
        let name = folded(&it.name);
        let same = self.names.get(&name)?;
        let fits = |known: &&&KnownPerson| {
            let births = known.birth.zip(it.birth_date);
            let class_agrees = it.class.is_empty()
                || known.classes.iter().any(|class| same_class(class, &it.class));
            births.is_none_or(|(known, listed)| known == listed)
                && (births.is_some() || class_agrees)
                && !self.taken.contains(&known.id)
        };
        let fitting: Vec<_> = same.iter().filter(fits).collect();
        let is_whole = has_whole_name(&it.name);
        let n_rows = self.rows_left.get(&name).copied().unwrap_or(1);
        let first = fitting.first().filter(|_| is_whole && fitting.len() <= n_rows)?;
        Some(first.id)
    }

    /// Somebody known of the same name who is not certainly the one.
    fn namesake(&self, it: &ListedPerson) -> Option<(Other, DuplicateReason)> {
        let same = self.names.get(&folded(&it.name))?;
        let can_be = |known: &&&KnownPerson| {
            let births = known.birth.zip(it.birth_date);
            births.is_none_or(|(known, listed)| known == listed) && !self.taken.contains(&known.id)
        };
        let first = same.iter().find(can_be)?;
        Some((Other::Known(first.id), DuplicateReason::SameName))
    }

    /// A guardian is joined where the telephone or the e-mail is the same, and asked about where
    /// only the name is.
    fn guardian(&mut self, whom: Whom, it: &ListedGuardian, ward: Option<PersonId>) {
        let name = folded(&it.name);
        let reach = [&it.phone, &it.email].into_iter().find(|it| !it.is_empty());
        let in_list = (name.clone(), reach.cloned().unwrap_or_default());
        let fate = if let Some(known) = self.known_guardian(&name, it, ward) {
            Fate::Same(Other::Known(known))
        } else if let Some(earlier) = reach.and_then(|_| self.guardians.get(&in_list)) {
            Fate::Same(Other::Row(*earlier))
        } else if let Some(known) = self.names.get(&name).and_then(|it| it.first()) {
            let (other, why) = (Other::Known(known.id), DuplicateReason::SameName);
            self.ask(Question { whom, other, why })
        } else {
            Fate::New
        };
        if fate == Fate::New {
            self.guardians.entry(in_list).or_insert(whom);
        }
        self.out.fates.insert(whom, fate);
    }

    fn known_guardian(
        &self,
        name: &str,
        it: &ListedGuardian,
        ward: Option<PersonId>,
    ) -> Option<PersonId> {
        let same = |a: &str, b: &str| !a.is_empty() && a == b;
        let mut known = self.names.get(name)?.iter();
        let found = known.find(|known| {
            same(&known.phone, &it.phone)
                || same(&known.email, &it.email)
                || ward.is_some_and(|ward| known.wards.contains(&ward))
        });
        found.map(|it| it.id)
    }

    fn ask(&mut self, question: Question) -> Fate {
        self.out.questions.push(question);
        match self.said.get(&question.whom) {
            // A row that waits, or was said to be another's, cannot be joined to.
            Some(Said::Same) => match question.other {
                Other::Row(row) if self.out.fates.get(&row) == Some(&Fate::Waits) => Fate::Waits,
                other => Fate::Same(other),
            },
            Some(Said::Different) => Fate::New,
            None => Fate::Waits,
        }
    }
}

fn same_class(a: &str, b: &str) -> bool {
    let fold =
        |it: &str| it.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    fold(a) == fold(b)
}

/// A class as it is called in the next school year: «7А» is «8А»; what has no number stays.
#[must_use]
pub fn next_class(class: &str) -> String {
    let digits: String = class.chars().take_while(char::is_ascii_digit).collect();
    match digits.parse::<u8>() {
        Ok(number) if number < 12 => format!("{}{}", number + 1, &class[digits.len()..]),
        _ => class.to_owned(),
    }
}

#[cfg(test)]
#[path = "arrival/tests.rs"]
mod tests;
