//! Who somebody is to a child, as cells of guardians say it: «Опекун: Петрова Зоя Ивановна».
//!
//! It decides on what ground somebody represents a child, and that a grandmother is no
//! representative by being one. Deliberately absent: names (`name`), whether the ground has its
//! paper (`app`).

use super::{is_sign as is_sign_of_text, plain};
use mentoring::person::GuardianGround;

/// Who somebody is to a child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::people) enum Kin {
    /// A representative, on a ground.
    Ground(GuardianGround),
    /// A relative who represents nobody by being one.
    Relative,
}

/// Words of parents, which the ground of a list is without any word.
const PARENT: [&str; 13] = [
    "мать",
    "мама",
    "матери",
    "отец",
    "папа",
    "отца",
    "родитель",
    "родители",
    "родителя",
    "законный",
    "законные",
    "представитель",
    "представители",
];
const RELATIVE: [&str; 16] = [
    "бабушка",
    "бабуля",
    "дедушка",
    "дед",
    "тетя",
    "тетка",
    "дядя",
    "брат",
    "сестра",
    "отчим",
    "мачеха",
    "няня",
    "родственник",
    "родственница",
    "муж",
    "жена",
];

/// Takes words of kin off both ends of a cell.
///
/// - Returns: who it is, where the cell says it, and the rest as written.
pub(in crate::people) fn read(cell: &str) -> (Option<Kin>, String) {
    let spaced = cell.replace([':', ';'], " ");
    let mut words: Vec<&str> = spaced.split_whitespace().collect();
    let mut said: Vec<String> = Vec::new();
    // A telephone behind a name is no sign: it is said to be wrong and not dropped.
    let is_sign = |it: &str| !it.contains(is_sign_of_text);
    let takes = |word: Option<&&str>| {
        word.filter(|it| is_sign(it) || is_kin(&plain(it)) || is_joined(it)).map(|it| plain(it))
    };
    while let Some(word) = takes(words.first()) {
        let first = words.remove(0);
        match split_joined(first) {
            // «Мама-Петрова»: the name goes on in the same word.
            Some((kin, rest)) => {
                said.push(plain(kin));
                words.insert(0, rest);
                break;
            }
            None => said.push(word),
        }
    }
    while let Some(word) = words.last().filter(|it| !is_joined(it)).and_then(|it| takes(Some(it))) {
        words.pop();
        said.push(word);
    }
    // Nothing but words of kin: the cell is left as it is, for whoever mends it.
    if words.is_empty() {
        return (None, cell.to_owned());
    }
    said.retain(|it| !it.is_empty());
    let rest = words.join(" ");
    (of_words(&said), rest.trim_end_matches([',', '-', '—', '–', ' ']).to_owned())
}

/// The ground that a header names: «ФИО опекуна».
pub(in crate::people) fn of_header(header: &str) -> Option<Kin> {
    let plain = plain(header);
    let parents = ["родител", "законн", "мать", "матер", "отец", "отца", "мам", "пап"];
    if plain.split(' ').any(|word| parents.iter().any(|it| word.starts_with(it))) {
        return None;
    }
    of_words(&plain.split(' ').map(str::to_owned).collect::<Vec<_>>())
}

fn of_words(words: &[String]) -> Option<Kin> {
    let begins = |beginnings: &[&str]| {
        words.iter().any(|word| beginnings.iter().any(|it| word.starts_with(it)))
    };
    Some(match () {
        () if begins(&["опекун", "попечител"]) => {
            Kin::Ground(GuardianGround::Trustee)
        }
        () if begins(&["усыновител", "удочерител"]) => {
            Kin::Ground(GuardianGround::Adopter)
        }
        () if begins(&["приемн", "патронат"]) => {
            Kin::Ground(GuardianGround::FosterParent)
        }
        () if words.iter().any(|it| RELATIVE.contains(&it.as_str())) => Kin::Relative,
        () if words.iter().any(|it| PARENT.contains(&it.as_str())) => {
            Kin::Ground(GuardianGround::Parent)
        }
        () => return None,
    })
}

fn is_kin(word: &str) -> bool {
    let of_act = ["опекун", "попечител", "усыновител", "удочерител", "приемн", "патронат"];
    PARENT.contains(&word)
        || RELATIVE.contains(&word)
        || of_act.iter().any(|it| word.starts_with(it))
        || word == "воспитатель"
}

fn is_joined(word: &str) -> bool {
    split_joined(word).is_some()
}

/// «мама-Петрова» as «мама» and «Петрова».
fn split_joined(word: &str) -> Option<(&str, &str)> {
    let (kin, rest) = word.split_once(['-', '–', '—'])?;
    let is_name = rest.starts_with(char::is_uppercase);
    (is_name && kin.starts_with(char::is_lowercase) && is_kin(&plain(kin))).then_some((kin, rest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn who_somebody_is_to_a_child_is_taken_off_the_name() {
        use GuardianGround::{Adopter, FosterParent, Parent, Trustee};
        for (cell, kin, rest) in [
            ("Опекун: Петрова Зоя Ивановна", Some(Kin::Ground(Trustee)), "Петрова Зоя Ивановна"),
            ("Опекун:Петрова Зоя Ивановна", Some(Kin::Ground(Trustee)), "Петрова Зоя Ивановна"),
            ("ОПЕКУН – Петрова З. И.", Some(Kin::Ground(Trustee)), "Петрова З. И."),
            ("Петрова Зоя Ивановна (опекун)", Some(Kin::Ground(Trustee)), "Петрова Зоя Ивановна"),
            ("Петрова Зоя, бабушка, опекун", Some(Kin::Ground(Trustee)), "Петрова Зоя"),
            ("попечитель Петрова Зоя", Some(Kin::Ground(Trustee)), "Петрова Зоя"),
            ("приёмная мать Петрова Зоя", Some(Kin::Ground(FosterParent)), "Петрова Зоя"),
            ("усыновитель Петров Олег", Some(Kin::Ground(Adopter)), "Петров Олег"),
            ("Мать: Петрова Зоя", Some(Kin::Ground(Parent)), "Петрова Зоя"),
            ("мама-Петрова Зоя", Some(Kin::Ground(Parent)), "Петрова Зоя"),
            ("законный представитель Петрова Зоя", Some(Kin::Ground(Parent)), "Петрова Зоя"),
            ("бабушка Петрова Зоя", Some(Kin::Relative), "Петрова Зоя"),
            ("Петрова Зоя Ивановна", None, "Петрова Зоя Ивановна"),
            ("М. И. Петрова", None, "М. И. Петрова"),
            ("Мамаев Отар Братович", None, "Мамаев Отар Братович"),
            ("опекун", None, "опекун"),
            ("", None, ""),
        ] {
            assert_eq!(read(cell), (kin, rest.to_owned()), "{cell}");
        }
    }

    #[test]
    fn a_header_names_a_trustee_only_where_it_speaks_of_nobody_else() {
        for (header, expected) in [
            ("ФИО опекуна", Some(Kin::Ground(GuardianGround::Trustee))),
            ("Попечитель", Some(Kin::Ground(GuardianGround::Trustee))),
            ("Родители (опекуны)", None),
            ("Мать (опекун)", None),
            ("ФИО", None),
        ] {
            assert_eq!(of_header(header), expected, "{header}");
        }
    }

    proptest! {
        #[test]
        fn any_cell_leaves_something_of_itself(cell in "\\PC{0,60}") {
            let (_, rest) = read(&cell);
            prop_assert!(rest.len() <= cell.len());
        }
    }
}
