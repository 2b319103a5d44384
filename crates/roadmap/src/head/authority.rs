//! Bodies that govern education: ministries, committees, departments.
//!
//! It decides where the name of one begins and ends, and writes its first word in the nominative.
//! Deliberately absent: schools (`organisation`), and which bodies exist.

use crate::vocabulary::{plain, squeeze};

/// Stems of the nouns with their endings in the nominative and in the genitive.
const BODIES: &[(&str, &str, &str)] = &[
    ("министерств", "о", "а"),
    ("комитет", "", "а"),
    ("департамент", "", "а"),
    ("управлени", "е", "я"),
    ("отдел", "", "а"),
];

/// Words of territories: a name goes on with them on its next line.
const TERRITORIES: &[&str] = &[
    "област",
    "края",
    "краю",
    "республик",
    "район",
    "округ",
    "город",
    "муниципальн",
    "администраци",
    "поселени",
];

/// Words between the noun and «образования».
const MATTER: usize = 3;

/// The body that some lines name, where one of them begins with it or says whose order it is.
pub(super) fn of(lines: &[String]) -> Option<String> {
    lines.iter().enumerate().find_map(|(at, line)| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let begin = (0..words.len()).find(|it| is_body(&words, *it))?;
        let lead = begin.checked_sub(1).map(|it| plain(words[it])).unwrap_or_default();
        let is_own = begin == 0
            || ["приказ", "распоряж"].iter().any(|it| lead.starts_with(it))
            || names_roadmap(&words[..begin]);
        is_own.then(|| name(&words[begin..], lines.get(at + 1)))
    })
}

/// Whether a line goes on with the name of an institution: «Городского округа …», «Тихой области».
pub(super) fn is_territory(line: &str) -> bool {
    let words = plain(line);
    words.split(' ').take(2).any(|it| TERRITORIES.iter().any(|stem| it.starts_with(stem)))
}

/// Whether a name is that of a body or of a territory, and not of a school.
pub(super) fn governs(name: &str) -> bool {
    let words = plain(name);
    let first = words.split(' ').next().unwrap_or_default();
    BODIES.iter().any(|it| first.starts_with(it.0))
        || ["район", "района", "округ", "округа", "область", "края", "край", "республика"]
            .iter()
            .any(|it| words.ends_with(it))
            && !words.contains("школ")
            && !words.contains("учреждени")
}

/// «Министерство образования», «Комитета по образованию», «Отдел образования».
fn is_body(words: &[&str], at: usize) -> bool {
    let word = plain(words[at]);
    let is_noun = BODIES.iter().any(|(stem, nominative, genitive)| {
        word.strip_prefix(stem).is_some_and(|it| it == *nominative || it == *genitive)
    });
    is_noun
        && words[at].chars().next().is_some_and(char::is_uppercase)
        && words.iter().skip(at + 1).take(MATTER).any(|it| {
            let it = plain(it);
            it.starts_with("образовани") || it.starts_with("просвещени")
        })
}

/// «Дорожная карта Министерства образования …».
fn names_roadmap(before: &[&str]) -> bool {
    let before = plain(&before.join(" "));
    ["карта", "карты", "план", "мероприятий"].iter().any(|it| before.ends_with(it))
}

/// The name from its noun on, up to what no longer belongs to it.
fn name(words: &[&str], next: Option<&String>) -> String {
    let stops = |it: &str| {
        let it = plain(it);
        matches!(it.as_str(), "на" | "в" | "во" | "за" | "от" | "с" | "к" | "n" | "")
            || it.starts_with(|it: char| it.is_ascii_digit())
    };
    let mut taken: Vec<&str> = Vec::new();
    for word in words {
        if stops(word) {
            return nominative(&taken);
        }
        taken.push(word);
        if word.ends_with([',', ';', ':', '.']) {
            return nominative(&taken);
        }
    }
    let more = next.filter(|it| is_territory(it));
    taken.extend(more.iter().flat_map(|it| it.split_whitespace()).take_while(|it| !stops(it)));
    nominative(&taken)
}

/// The name with its first word in the nominative; what depends on it stays as it is.
fn nominative(words: &[&str]) -> String {
    let name = squeeze(words.join(" ").trim_end_matches([',', ';', ':', '.', ' ']));
    let Some((first, rest)) = name.split_once(' ') else { return name };
    let word = plain(first);
    let ending = BODIES.iter().find_map(|(stem, nominative, genitive)| {
        (word == format!("{stem}{genitive}")).then_some((*nominative, genitive.len()))
    });
    match ending.and_then(|(ending, cut)| Some((first.get(..first.len() - cut)?, ending))) {
        Some((stem, ending)) => format!("{stem}{ending} {rest}"),
        None => name,
    }
}
