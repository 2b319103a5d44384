//! Names of people: which word is what, and capitals as in a passport.
//!
//! It decides the three parts of a name and the surname of before. Deliberately absent: whether
//! two names are one person (`mentoring::person::duplicate`), declension.

use super::first_names::is_first_name;
use super::{is_letter, is_nothing, lower, mend};
use mentoring::person::PersonName;
use mentoring::person::listed::ListObstacle;
pub(in crate::people) use mentoring::person::spelling::capitals;
use mentoring::person::spelling::{PARTICLES, TAILS};

/// A name with the surname of before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::people) struct ReadName {
    pub(in crate::people) name: PersonName,
    pub(in crate::people) former: String,
}

/// Those of them that are no surname or first name themselves.
const SURE_PARTICLES: [&str; 8] = ["де", "фон", "дер", "ден", "дель", "дос", "ибн", "эль"];

/// Most words of a name.
const MAX_WORDS: usize = 8;

/// Reads a whole name: «ИВАНОВА Мария Петровна», «М.П. Иванова», «Мария Петровна Иванова».
///
/// - Errors: only one word, no surname beside first name and patronymic, or no name at all.
pub(in crate::people) fn full(text: &str) -> Result<ReadName, ListObstacle> {
    let (text, former) = without_brackets(&joined(&mend(text)));
    let words = words(&text)?;
    let former = capitals(&former);
    let is_whole = arrange(words).map(|name| ReadName { name, former });
    is_whole.map_err(|it| it.unwrap_or_else(|| not_a_name(&text)))
}

/// Reads one part of a name that has a column of its own.
pub(in crate::people) fn part(text: &str) -> Result<ReadName, ListObstacle> {
    if is_nothing(text) {
        return Ok(ReadName::default());
    }
    let (text, former) = without_brackets(&joined(&mend(text)));
    let words = words(&text)?;
    let surname = capitals(&words.join(" "));
    Ok(ReadName {
        name: PersonName { surname, ..PersonName::default() },
        former: capitals(&former),
    })
}

/// Reads first name and patronymic of one cell.
pub(in crate::people) fn first_and_patronymic(
    text: &str,
) -> Result<(String, String), ListObstacle> {
    let words = words(&joined(&mend(text)))?;
    let joined = |words: &[String]| capitals(&words.join(" "));
    match words.split_first() {
        Some((first, rest))
            if rest.last().is_some_and(|it| is_patronymic(it) || is_initial(it) || is_tail(it)) =>
        {
            Ok((joined(std::slice::from_ref(first)), joined(rest)))
        }
        _ => Ok((joined(&words), String::new())),
    }
}

fn not_a_name(text: &str) -> ListObstacle {
    ListObstacle::NotAName { written: text.to_owned() }
}

/// Takes away what stands in brackets: a surname of before, or a remark.
fn without_brackets(text: &str) -> (String, String) {
    let text = text.trim_start_matches(|it: char| it.is_ascii_digit() || ".) ".contains(it));
    let Some((before, rest)) = text.split_once('(') else {
        return (text.to_owned(), String::new());
    };
    let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
    let one_word = !inside.trim().contains(' ') && inside.trim().chars().count() > 2;
    // «Иванова (Петрова) Мария» is a surname of before, «Иванов Пётр (староста)» a remark.
    let capital = inside.trim().starts_with(char::is_uppercase);
    let is_surname = one_word && capital && is_word(inside.trim());
    let former = if is_surname { inside.trim().to_owned() } else { String::new() };
    (format!("{} {}", before.trim(), after.trim()), former)
}

fn words(text: &str) -> Result<Vec<String>, ListObstacle> {
    let spaced = text.replace('.', ". ").replace(',', " ");
    let mut words: Vec<String> = Vec::new();
    for word in spaced.split_whitespace() {
        let bare = word.trim_end_matches('.');
        let initial = word.ends_with('.') && bare.chars().count() <= 3;
        // Initials of capitals without dots: «Иванов ИП».
        let glued = !words.is_empty()
            && bare.chars().count() == 2
            && bare.chars().all(char::is_uppercase)
            && words.iter().any(|it| it.contains(char::is_lowercase));
        if !is_word(bare) || word.ends_with('.') && !initial || words.len() == MAX_WORDS {
            return Err(not_a_name(text));
        }
        match () {
            () if glued => words.extend(bare.chars().map(|it| format!("{it}."))),
            () if initial => words.push(format!("{bare}.")),
            () => words.push(bare.to_owned()),
        }
    }
    if words.is_empty() { Err(not_a_name(text)) } else { Ok(words) }
}

/// Joins halves of a double name that were typed with blanks or a dash: «Салтыков - Щедрин».
///
/// A dash before a small letter begins a remark («Иванов Пётр – староста») and stays, unless nothing
/// in the text has a capital.
fn joined(text: &str) -> String {
    const DASHES: [char; 6] = ['-', '‐', '‑', '–', '—', '−'];
    if !text.contains(DASHES) {
        return text.to_owned();
    }
    let no_capitals = !text.contains(char::is_uppercase);
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(DASHES) {
        let (before, after) = rest.split_at(at);
        let dash = after.chars().next().map_or(0, char::len_utf8);
        let after = &after[dash..];
        let next = after.trim_start();
        let is_spaced = before.ends_with(char::is_whitespace) || next.len() < after.len();
        let goes_on = next.starts_with(char::is_uppercase)
            || no_capitals && next.starts_with(char::is_alphabetic);
        let has_half = before.trim_end().ends_with(char::is_alphabetic);
        match is_spaced && goes_on && has_half {
            true => {
                written.push_str(before.trim_end());
                written.push('-');
                rest = next;
            }
            false => {
                written.push_str(before);
                written.push_str(if is_spaced { &rest[at..at + dash] } else { "-" });
                rest = after;
            }
        }
    }
    written.push_str(rest);
    written
}

/// Letters, with hyphens and apostrophes between them.
fn is_word(text: &str) -> bool {
    let inside = |it: char| is_letter(it) || "-‐‑–'’`ʼ".contains(it);
    text.chars().all(inside) && text.starts_with(is_letter) && text.ends_with(is_letter)
}

/// Puts words into their places; `Err(None)` where they are no name.
fn arrange(mut words: Vec<String>) -> Result<PersonName, Option<ListObstacle>> {
    join_tail(&mut words);
    let initials = words.iter().take_while(|it| is_initial(it)).count();
    if 0 < initials {
        words.rotate_left(initials);
    }
    join_particles(&mut words);
    turn(&mut words);
    let name = |surname: &[String], first: &[String], patronymic: &[String]| PersonName {
        surname: capitals(&surname.join(" ")),
        first: capitals(&first.join(" ")),
        patronymic: capitals(&patronymic.join(" ")),
    };
    match words.as_slice() {
        [] => Err(None),
        [one] if is_initial(one) => Err(None),
        [_] => Err(Some(ListObstacle::NoFirstName)),
        [first, second] if is_patronymic(second) && is_first_name(first) => {
            Err(Some(ListObstacle::NoSurname))
        }
        all if all.iter().all(|it| is_initial(it)) => Err(Some(ListObstacle::NoSurname)),
        [surname, first] => {
            Ok(name(std::slice::from_ref(surname), std::slice::from_ref(first), &[]))
        }
        [surname @ .., first, last] if is_patronymic(last) => {
            Ok(name(surname, std::slice::from_ref(first), std::slice::from_ref(last)))
        }
        [surname, first, rest @ ..] => {
            Ok(name(std::slice::from_ref(surname), std::slice::from_ref(first), rest))
        }
    }
}

/// «Гасан оглы» is one patronymic.
fn join_tail(words: &mut Vec<String>) {
    if words.last().is_some_and(|it| is_tail(it)) && 3 < words.len() {
        let tail = words.pop().unwrap_or_default();
        if let Some(last) = words.last_mut() {
            last.push(' ');
            last.push_str(&tail);
        }
    }
}

/// «Фон дер Мюллен» is one surname.
fn join_particles(words: &mut Vec<String>) {
    let is = |list: &[&str], it: &String| list.contains(&lower(it).as_str());
    let list: &[&str] = if 3 < words.len() { &PARTICLES } else { &SURE_PARTICLES };
    let n = words.iter().take_while(|it| is(list, it)).count().min(words.len().saturating_sub(2));
    if 0 < n && 2 < words.len() {
        let surname = words.drain(..=n).collect::<Vec<_>>().join(" ");
        words.insert(0, surname);
    }
}

/// Turns «Мария Петровна Иванова», «Мария Иванова» and «Иванова Петровна Мария» round.
fn turn(words: &mut [String]) {
    match words {
        [_, second, third] if is_patronymic(second) && !is_patronymic(third) => {
            if is_first_name(third) {
                words.swap(1, 2);
            } else {
                words.rotate_right(1);
            }
        }
        [first, second]
            if is_first_name(first)
                && !is_first_name(second)
                && !is_patronymic(second)
                && !is_initial(second) =>
        {
            words.swap(0, 1);
        }
        _ => {}
    }
}

fn is_initial(word: &str) -> bool {
    word.ends_with('.') || word.chars().count() == 1
}

fn is_tail(word: &str) -> bool {
    TAILS.contains(&lower(word).as_str())
}

/// Whether words are a name even where nothing says that they should be.
pub(in crate::people) fn is_surely_a_name(name: &PersonName) -> bool {
    is_patronymic(&name.patronymic) || is_first_name(&name.first)
}

/// Whether a word has the ending of a patronymic.
pub(in crate::people) fn is_patronymic(word: &str) -> bool {
    const ENDS: [&str; 6] = ["вич", "ьич", "мич", "кич", "вна", "чна"];
    let word = lower(word);
    let tail = word.rsplit([' ', '-']).next().unwrap_or_default();
    (5 < word.chars().count() || word == "ильич" || word == "лукич" || word == "фомич")
        && ENDS.iter().any(|it| word.ends_with(it))
        || tail.len() < word.len() && TAILS.contains(&tail)
}

#[cfg(test)]
#[path = "name/tests.rs"]
mod tests;
