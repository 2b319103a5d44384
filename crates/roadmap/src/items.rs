//! Child activities: the numbered or dashed entries of one cell.
//!
//! It decides what is an entry of the outermost list, typed by hand, numbered by the word
//! processor, or run together on one line («1) … 2) …», «: – …; – …»), and where plain sentences
//! each begin a new action. Deliberately absent: what an entry asks for (`evidence`).

use crate::source::Paragraph;
use crate::vocabulary::letters::is_letter;
use crate::vocabulary::tokens::{composed, is_dash};
use crate::vocabulary::{clip, plain, squeeze};

/// The text of a cell, lines joined by line feeds, marks of automatic lists written out.
///
/// Marks of inner lists are left out, so that the outer list can be told by its marks.
#[must_use]
pub fn cell_text(paragraphs: &[Paragraph]) -> String {
    let outer = paragraphs.iter().filter(|it| it.list_mark.is_some()).map(|it| it.list_level).min();
    let lines: Vec<String> = paragraphs
        .iter()
        .filter(|it| !it.text.trim().is_empty())
        .map(|it| match &it.list_mark {
            Some(mark) if Some(it.list_level) == outer => {
                format!("{} {}", mark.trim(), it.text.trim())
            }
            _ => it.text.trim().to_owned(),
        })
        .collect();
    composed(&lines.join("\n"))
}

/// The entries of a cell.
///
/// - `text`: see [`cell_text`].
/// - Returns: at least one entry where the text is not empty: the text itself where it is no list.
#[must_use]
pub fn split(text: &str) -> Vec<String> {
    if clip(text).len() < text.len() {
        return vec![squeeze(text)];
    }
    let whole = squeeze(text);
    if whole.is_empty() {
        return Vec::new();
    }
    let entries = listed(text);
    if 1 < entries.len() {
        return entries;
    }
    let actions = actions(text);
    if 1 < actions.len() { actions } else { vec![without_mark(&whole)] }
}

/// The words before a list: «Организация работы пар: – …»; empty where there are none.
#[must_use]
pub fn intro(text: &str) -> String {
    let text = clip(text);
    outer(text).and_then(|it| it.first().map(|it| squeeze(&text[..it.start]))).unwrap_or_default()
}

/// The top-level number marks of a list, for checks of numbering: `[1, 2, 3, 5]`.
#[must_use]
pub fn numbers(text: &str) -> Vec<u32> {
    let marks = marks(clip(text));
    numbered(&marks).map(|list| list.iter().map(|it| it.last()).collect()).unwrap_or_default()
}

/// How an entry is marked.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Style {
    /// «1.», «1)», «2.3.»: the numbers and the sign behind.
    Number(Vec<u32>, char),
    /// «а)».
    Letter(char),
    /// A dash or a bullet.
    Dash,
}

/// A mark with its bytes in the text.
#[derive(Clone, Debug)]
struct Mark {
    style: Style,
    start: usize,
    end: usize,
    line_start: bool,
    /// The last character before that is not a space.
    before: Option<char>,
    /// A capital follows.
    capital: bool,
    /// Inside quotes or brackets.
    enclosed: bool,
}

impl Mark {
    fn last(&self) -> u32 {
        match &self.style {
            Style::Number(numbers, _) => numbers.last().copied().unwrap_or(0),
            Style::Letter(it) => u32::from(*it),
            Style::Dash => 0,
        }
    }

    fn opens(&self) -> bool {
        self.line_start || self.before.is_some_and(|it| it == ':')
    }
}

/// The marks of the outermost list.
fn outer(text: &str) -> Option<Vec<Mark>> {
    let marks = marks(text);
    let number = numbered(&marks);
    let dash = dashed(&marks);
    match (number, dash) {
        (Some(a), Some(b)) => Some(if a[0].start < b[0].start { a } else { b }),
        (Some(a), None) | (None, Some(a)) => Some(a),
        (None, None) => None,
    }
}

/// Entries of the outermost list, or nothing where the text is no list.
fn listed(text: &str) -> Vec<String> {
    let Some(list) = outer(text) else { return Vec::new() };
    let mut entries = Vec::new();
    for (i, mark) in list.iter().enumerate() {
        let end = list.get(i + 1).map_or(text.len(), |it| it.start);
        let entry = squeeze(&text[mark.end..end]);
        if entry.chars().any(char::is_alphabetic) {
            entries.push(entry);
        }
    }
    entries
}

/// The marks of the first numbered or lettered list.
fn numbered(marks: &[Mark]) -> Option<Vec<Mark>> {
    let first = marks.iter().position(|it| it.style != Style::Dash && !it.enclosed)?;
    let mut list = vec![marks[first].clone()];
    for mark in &marks[first + 1..] {
        let last = &list[list.len() - 1];
        let same = match (&last.style, &mark.style) {
            (Style::Number(a, x), Style::Number(b, y)) => {
                a.len() == b.len() && a[..a.len() - 1] == b[..b.len() - 1] && x == y
            }
            (Style::Letter(_), Style::Letter(_)) => true,
            _ => false,
        };
        let (was, is) = (last.last(), mark.last());
        let ended = mark.before.is_some_and(|it| ".;,:)»!?".contains(it));
        let follows = if mark.line_start {
            was < is || was == is && !mark.enclosed
        } else {
            is == was + 1 && (ended || mark.capital) || was < is && is <= was + 3 && ended
        };
        if same && follows && (!mark.enclosed || mark.line_start) {
            list.push(mark.clone());
        }
    }
    (1 < list.len()).then_some(list)
}

/// The marks of the first dashed list.
fn dashed(marks: &[Mark]) -> Option<Vec<Mark>> {
    let mut list: Vec<Mark> = Vec::new();
    for mark in marks.iter().filter(|it| it.style == Style::Dash) {
        let begins = mark.opens() && (!mark.enclosed || mark.line_start);
        let continues = !list.is_empty()
            && !mark.enclosed
            && (mark.capital || mark.before.is_some_and(|it| ",.;)»”\"".contains(it)));
        if begins || continues {
            list.push(mark.clone());
        }
    }
    (1 < list.len()).then_some(list)
}

/// Everything that looks like the mark of an entry.
fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let (mut depth, mut quoted) = (0i32, 0i32);
    let (mut before, mut line_start, mut spaced) = (None, true, true);
    let mut skip_to = 0;
    for (at, it) in text.char_indices() {
        if at < skip_to {
            continue;
        }
        if it == '\n' {
            (line_start, spaced, depth, quoted) = (true, true, 0, 0);
            continue;
        }
        if it.is_whitespace() {
            spaced = true;
            continue;
        }
        let tight = before.is_some_and(|it| ":;".contains(it));
        if (line_start || spaced || tight)
            && let Some((style, end)) = mark_at(text, at, line_start || tight)
        {
            let capital = text[end..].trim_start().chars().next().is_some_and(char::is_uppercase);
            found.push(Mark {
                style,
                start: at,
                end,
                line_start,
                before,
                capital,
                enclosed: 0 < depth + quoted,
            });
            skip_to = end;
            (line_start, spaced) = (false, true);
            continue;
        }
        match it {
            '(' => depth += 1,
            ')' => depth = (depth - 1).max(0),
            '«' | '“' | '„' => quoted += 1,
            '»' | '”' => quoted = (quoted - 1).max(0),
            _ => {}
        }
        (before, line_start, spaced) = (Some(it), false, false);
    }
    found
}

/// A mark at a byte, and the byte behind it.
fn mark_at(text: &str, at: usize, loose: bool) -> Option<(Style, usize)> {
    let rest = &text[at..];
    let first = rest.chars().next()?;
    if is_dash(first)
        || matches!(first, '•' | '·' | '▪' | '●' | '◦' | '‣' | '✓' | '✔' | '➢' | '\u{f0b7}' | '*')
    {
        let end = at + first.len_utf8();
        let next = text[end..].chars().next()?;
        let spaced = next.is_whitespace() || !is_dash(first);
        return (spaced || loose && next.is_alphabetic()).then_some((Style::Dash, end));
    }
    if first.is_ascii_digit() {
        return number_mark(text, at, loose);
    }
    let mut chars = rest.chars();
    let letter = chars.next().filter(|it| ('а'..='я').contains(it) || ('a'..='h').contains(it))?;
    let behind = chars.next().filter(|it| *it == ')')?;
    Some((Style::Letter(letter), at + letter.len_utf8() + behind.len_utf8()))
}

fn number_mark(text: &str, at: usize, loose: bool) -> Option<(Style, usize)> {
    let bytes = text.as_bytes();
    let (mut numbers, mut here) = (Vec::new(), at);
    loop {
        let end = here + bytes[here..].iter().take_while(|it| it.is_ascii_digit()).count();
        if end == here || 2 < end - here {
            break;
        }
        numbers.push(text[here..end].parse().ok()?);
        here = end;
        if bytes.get(here) == Some(&b'.') && bytes.get(here + 1).is_some_and(u8::is_ascii_digit) {
            here += 1;
        } else {
            break;
        }
    }
    let sign = match bytes.get(here) {
        Some(b'.') => '.',
        Some(b')') => ')',
        _ if 1 < numbers.len() && loose => ' ',
        _ => return None,
    };
    let end = if sign == ' ' { here } else { here + 1 };
    let next = text[end..].chars().next()?;
    let word = text[end..].trim_start().chars().next()?;
    let begins = word.is_alphabetic() || matches!(word, '«' | '"' | '“' | '(');
    let apart = next.is_whitespace() || loose || sign == ')';
    (!numbers.is_empty() && begins && apart).then_some((Style::Number(numbers, sign), end))
}

/// The sentences or lines of a text where each begins a new action.
fn actions(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for line in text.lines().filter(|it| !it.trim().is_empty()) {
        pieces.extend(sentences(line));
    }
    let all_act = pieces.iter().all(|it| begins_action(it));
    if all_act { pieces } else { Vec::new() }
}

fn sentences(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut start, mut depth) = (0, 0i32);
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    for (i, (at, it)) in chars.iter().enumerate() {
        match it {
            '(' | '«' | '“' => depth += 1,
            ')' | '»' | '”' => depth = (depth - 1).max(0),
            _ => {}
        }
        let ends = matches!(it, '.' | ';') && depth == 0;
        if ends
            && chars.get(i + 1).is_some_and(|it| it.1 == ' ')
            && capital_follows(&line[at + it.len_utf8()..])
            && is_closed(&line[..*at])
        {
            found.push(squeeze(&line[start..=*at]));
            start = at + 1;
        }
    }
    let rest = squeeze(&line[start..]);
    if !rest.is_empty() {
        found.push(rest);
    }
    found
}

fn capital_follows(rest: &str) -> bool {
    rest.trim_start().chars().next().is_some_and(char::is_uppercase)
}

/// Whether a sentence may end here: after a word of three letters at least, quotes or brackets.
fn is_closed(before: &str) -> bool {
    let lettered = |it: &char| is_letter(*it) || "»)\"”".contains(*it);
    before.chars().rev().take(3).filter(lettered).count() == 3
        || before.ends_with(['»', ')', '"', '”'])
}

/// Nouns of action that the endings below do not tell.
const ACTIONS: &[&str] = &[
    "приказ",
    "выбор",
    "сбор",
    "анализ",
    "мониторинг",
    "контроль",
    "отбор",
    "поиск",
    "опрос",
    "оценка",
    "встреч",
    "регулярн",
    "участие",
    "отчет",
    "прием",
    "учет",
    "запуск",
    "показ",
    "обзор",
    "подбор",
    "семинар",
    "совещание",
    "беседа",
];

/// Whether a sentence begins with a noun of action or an infinitive.
pub(crate) fn begins_action(sentence: &str) -> bool {
    let words = plain(sentence);
    let Some(first) = words.split(' ').next() else { return false };
    let noun = [
        "ние",
        "тие",
        "ция",
        "овка",
        "отка",
        "вка",
        "ние",
        "ение",
        "ождение",
        "верка",
        "дача",
        "ства",
    ];
    let verb = ["ать", "ять", "ить", "еть", "уть", "ться", "сти", "йти", "ести"];
    noun.iter().chain(&verb).any(|it| first.ends_with(it))
        || ACTIONS.iter().any(|it| first.starts_with(it))
}

/// A text without the mark at its beginning.
#[must_use]
pub fn without_mark(text: &str) -> String {
    let trimmed = text.trim_start();
    match mark_at(trimmed, 0, true) {
        Some((_, end)) => trimmed[end..].trim().to_owned(),
        None => trimmed.trim().to_owned(),
    }
}

#[cfg(test)]
mod tests;
