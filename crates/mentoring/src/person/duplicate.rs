//! One person written twice: rows of a list, or a row and a person who is known already.
//!
//! It decides which two rows can mean one person, and says why. Deliberately absent: what to do
//! about it, which only a curator knows; nothing is ever joined by itself.
//!
//! Rows are brought together by keys that a second writing of the same person would share, and then
//! looked at in pairs. In a group of rows under one key each is compared with a limited number of
//! others, so that a list of one name repeated costs no more than any other.

use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;

use super::PersonName;
use crate::words::slugs;

slugs! {
    /// Why two rows can mean one person; the surest first.
    pub enum DuplicateReason {
        /// The same name and the same day of birth.
        SameNameAndBirth = "same_name_and_birth",
        /// The same name, the day of birth is not in both.
        SameName = "same_name",
        /// The same words of a name in another order, as when columns are swapped.
        SwappedParts = "swapped_parts",
        /// Initials in one, whole names in the other.
        Initials = "initials",
        /// One names a surname of before that the other has.
        FormerSurname = "former_surname",
        /// The same first name, patronymic and day of birth under another surname.
        OtherSurname = "other_surname",
    }
}

/// What of a person is compared.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// The name.
    pub name: &'a PersonName,
    /// A surname of before; empty where none is known.
    pub former_surname: &'a str,
    /// Day of birth.
    pub birth_date: Option<Date>,
    /// Class or group; two different ones are two different students. Empty where unknown.
    pub class: &'a str,
}

/// A row that can mean the same person as an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duplicate {
    /// Index of the later one.
    pub later: usize,
    /// Index of the earlier one.
    pub earlier: usize,
    /// Why.
    pub why: DuplicateReason,
}

/// How many others a row is compared with under one key.
const COMPARED: usize = 16;

/// Finds who is written twice.
///
/// «Ё» and «е», hyphens and spaces, capitals make no difference. Different days of birth make
/// different people whatever the name, and so do different classes where a day of birth is missing.
///
/// - `candidates`: in the order of the list; those who are known already come first.
/// - Returns: for each later row the surest reason with the first row it holds for, in order of
///   the later rows. A row is named once.
/// - Time: O(n log n).
#[must_use]
pub fn find_duplicates(candidates: &[Candidate<'_>]) -> Vec<Duplicate> {
    let folded: Vec<Folded> = candidates.iter().map(Folded::of).collect();
    let mut found: Vec<Option<(DuplicateReason, usize)>> = vec![None; candidates.len()];
    for reason in DuplicateReason::ALL {
        look(*reason, &folded, &mut found);
    }
    let pairs = found.into_iter().enumerate();
    pairs
        .filter_map(|(later, it)| it.map(|(why, earlier)| Duplicate { later, earlier, why }))
        .collect()
}

/// A name without what writers differ in.
struct Folded {
    surname: String,
    first: String,
    patronymic: String,
    former: String,
    birth_date: Option<Date>,
    class: String,
}

impl Folded {
    fn of(it: &Candidate<'_>) -> Self {
        Self {
            surname: fold(&it.name.surname),
            first: fold(&it.name.first),
            patronymic: fold(&it.name.patronymic),
            former: fold(it.former_surname),
            birth_date: it.birth_date,
            class: it.class.to_lowercase(),
        }
    }

    /// What a second writing of the person would share; `None` where the reason cannot hold.
    fn keys(&self, reason: DuplicateReason) -> [Option<u64>; 2] {
        let (surname, first, patronymic) = (&*self.surname, &*self.first, &*self.patronymic);
        if surname.is_empty() || first.is_empty() {
            return [None, None];
        }
        match reason {
            DuplicateReason::SameNameAndBirth => {
                [self.birth_date.map(|it| key(&(surname, first, it))), None]
            }
            DuplicateReason::SameName => [Some(key(&(surname, first))), None],
            DuplicateReason::SwappedParts => {
                let mut words = [surname, first, patronymic];
                words.sort_unstable();
                [Some(key(&words)), None]
            }
            DuplicateReason::Initials => [Some(key(&(surname, first.chars().next()))), None],
            DuplicateReason::FormerSurname => {
                let former = (!self.former.is_empty()).then_some(&*self.former);
                [Some(key(&(surname, first))), former.map(|it| key(&(it, first)))]
            }
            DuplicateReason::OtherSurname => {
                let whole = 1 < first.chars().count() && !patronymic.is_empty();
                let birth = self.birth_date.filter(|_| whole);
                [birth.map(|it| key(&(first, patronymic, it))), None]
            }
        }
    }

    /// Whether the reason holds between two, and nothing speaks against it.
    fn may_be(&self, other: &Self, reason: DuplicateReason) -> bool {
        let same_birth = match (self.birth_date, other.birth_date) {
            (Some(a), Some(b)) if a != b => return false,
            (Some(_), Some(_)) => true,
            _ => false,
        };
        let other_class =
            !self.class.is_empty() && !other.class.is_empty() && self.class != other.class;
        if other_class && !same_birth {
            return false;
        }
        let patronymics = may_agree(&self.patronymic, &other.patronymic);
        let same_names = self.first == other.first && self.patronymic == other.patronymic;
        match reason {
            DuplicateReason::SameNameAndBirth => {
                same_birth
                    && self.surname == other.surname
                    && self.first == other.first
                    && patronymics
            }
            DuplicateReason::SameName => {
                self.surname == other.surname && self.first == other.first && patronymics
            }
            DuplicateReason::SwappedParts => self.words() == other.words(),
            DuplicateReason::Initials => {
                self.surname == other.surname
                    && is_initial(&self.first) != is_initial(&other.first)
                    && initials_agree(&self.first, &other.first)
                    && initials_agree(&self.patronymic, &other.patronymic)
            }
            DuplicateReason::FormerSurname => {
                let named =
                    |one: &Self, two: &Self| !one.former.is_empty() && one.former == two.surname;
                self.first == other.first
                    && patronymics
                    && (named(self, other) || named(other, self))
            }
            // A surname changes together with a class seldom; namesakes of one birthday do not.
            DuplicateReason::OtherSurname => same_birth && same_names && !other_class,
        }
    }

    fn words(&self) -> [&str; 3] {
        let mut words = [&*self.surname, &*self.first, &*self.patronymic];
        words.sort_unstable();
        words
    }
}

/// Looks for one reason among all rows that have no surer one.
fn look(
    reason: DuplicateReason,
    folded: &[Folded],
    found: &mut [Option<(DuplicateReason, usize)>],
) {
    let mut keyed: Vec<(u64, usize)> = Vec::with_capacity(folded.len());
    for (at, it) in folded.iter().enumerate() {
        keyed.extend(it.keys(reason).into_iter().flatten().map(|key| (key, at)));
    }
    keyed.sort_unstable();
    for group in keyed.chunk_by(|a, b| a.0 == b.0) {
        // Rows that are nobody's second writing so far; later ones are compared with them.
        let mut firsts: Vec<usize> = Vec::new();
        for (_, at) in group {
            let here = &folded[*at];
            let twin = firsts.iter().find(|it| **it != *at && here.may_be(&folded[**it], reason));
            match twin {
                Some(earlier) if found[*at].is_none() => found[*at] = Some((reason, *earlier)),
                Some(_) => {}
                None if firsts.len() < COMPARED => firsts.push(*at),
                None => {}
            }
        }
    }
}

/// Keys only bring rows together: whether they agree is looked at again, so a clash does no harm.
fn key(it: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    it.hash(&mut hasher);
    hasher.finish()
}

fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for it in text.chars() {
        match it {
            // Nearly every letter of a list is one of these; the tables of Unicode are slow.
            'а'..='я' => folded.push(it),
            'А'..='Я' => folded.push(char::from_u32(u32::from(it) + 32).unwrap_or(it)),
            'ё' | 'Ё' => folded.push('е'),
            it if it.is_alphanumeric() => folded.extend(it.to_lowercase()),
            _ => {}
        }
    }
    folded
}

fn is_initial(name: &str) -> bool {
    name.chars().count() == 1
}

/// The same, or not known in one of the two.
fn may_agree(a: &str, b: &str) -> bool {
    a == b || a.is_empty() || b.is_empty()
}

/// The same, or one is the first letter of the other.
fn initials_agree(a: &str, b: &str) -> bool {
    let starts = |a: &str, b: &str| is_initial(a) && b.starts_with(a);
    may_agree(a, b) || starts(a, b) || starts(b, a)
}

#[cfg(test)]
#[path = "duplicate/tests.rs"]
mod tests;
