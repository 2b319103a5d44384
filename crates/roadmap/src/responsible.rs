//! Who answers for a row: a cell split into roles and persons.
//!
//! It decides where one responsible ends and the next begins, with or without commas, which role
//! each has, and which words are persons. Deliberately absent: accounts; `app` maps roles and
//! names to people.

mod person;

use self::person::{is_name, is_surname, person};
use crate::plan::Responsible;
use crate::vocabulary::roles::{AREA, NOBODY_WORDS, ROLE};
use crate::vocabulary::{Kind, Token, clip, squeeze, tokens, tokens::composed};
use std::ops::Range;

/// What was read from the words of a responsible cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parties {
    /// Roles and persons, in the order of the cell.
    pub responsible: Vec<Responsible>,
    /// «НЕ ПРИВЛЕКАЮТСЯ»: nobody, on purpose.
    pub nobody: bool,
}

/// Reads the words of a responsible cell.
///
/// - `text`: the cell as written; line feeds stand for line breaks.
/// - Returns: roles and persons in order; words that name neither become the role `other`.
///   Cannot fail.
#[must_use]
pub fn read(text: &str) -> Parties {
    let text = composed(clip(text));
    let all = tokens(&text);
    if NOBODY_WORDS.first(&all).is_some() {
        return Parties { responsible: Vec::new(), nobody: true };
    }
    let mut reader = Reader { text: &text, all: &all, found: Vec::new(), segment: 0 };
    reader.run();
    Parties { responsible: reader.found, nobody: false }
}

/// Finds who answers for a row in the words of its activity: «… (отв. – куратор)».
///
/// - `text`: the activity as written.
/// - Returns: the words behind the mark, to the end of the bracket, the line or the text; `None`
///   where there is no such mark.
#[must_use]
pub fn named_within(text: &str) -> Option<String> {
    let text = composed(clip(text));
    let all = tokens(&text);
    let mark = (0..all.len()).find(|at| is_mark_of_responsible(&all, *at))?;
    let mut from = mark + 1;
    while all.get(from).is_some_and(|it| it.is_mark('.') || it.is_mark(':') || it.is_dash()) {
        from += 1;
    }
    let until =
        all.get(from..)?.iter().position(|it| matches!(it.kind, Kind::Mark(')' | '\n' | ';')));
    let last = until.map_or(all.len(), |it| from + it).checked_sub(1).filter(|it| from <= *it)?;
    Some(squeeze(&text[all[from].at.start..all[last].at.end]))
}

/// «отв.», «Ответственный:», «Ответственные –»: a mark, and not «назначение ответственного за …».
fn is_mark_of_responsible(all: &[Token], at: usize) -> bool {
    let next = all.get(at + 1);
    let signed = next.is_some_and(|it| it.is_mark(':') || it.is_dash() && !it.glued);
    match all[at].text.as_str() {
        "отв" => next.is_some_and(|it| it.is_mark('.')) || signed,
        "ответственный" | "ответственные" | "ответственная" | "исполнитель" | "исполнители" => {
            signed
        }
        _ => false,
    }
}

struct Reader<'a> {
    text: &'a str,
    all: &'a [Token],
    found: Vec<Responsible>,
    /// How many were found when the current segment between commas began.
    segment: usize,
}

impl Reader<'_> {
    fn run(&mut self) {
        let mut at = 0;
        let mut unknown: Option<usize> = None;
        while at < self.all.len() {
            let token = &self.all[at];
            if self.ends_segment(at) {
                self.close(unknown.take(), at);
                at += 1;
                continue;
            }
            if let Some(end) = person(self.text, self.all, at) {
                self.add_person(at..end);
                unknown = None;
                at = end;
                continue;
            }
            if self.is_surname(at) {
                self.add_person(at..at + 1);
                at += 1;
                continue;
            }
            if let Some(end) = self.role(at) {
                unknown = None;
                at = end;
                continue;
            }
            if token.is_word() && unknown.is_none() && self.found.len() == self.segment {
                unknown = Some(at);
            }
            at += 1;
        }
        self.close(unknown, self.all.len());
    }

    /// A comma, a semicolon, a line break or a new bullet parts the list.
    fn ends_segment(&self, at: usize) -> bool {
        match self.all[at].kind {
            Kind::Mark(',' | ';' | '\n' | '(' | ')' | '•' | '·' | '+' | '&' | '|') => true,
            Kind::Mark('/') => !self.abbreviation_slash(at),
            _ => false,
        }
    }

    /// The slash of «п/о», «с/п».
    fn abbreviation_slash(&self, at: usize) -> bool {
        let short = |it: Option<&Token>| it.is_some_and(|it| it.text.chars().count() == 1);
        short(at.checked_sub(1).and_then(|it| self.all.get(it))) && short(self.all.get(at + 1))
    }

    /// Ends a segment: words that named nobody known are somebody else.
    fn close(&mut self, unknown: Option<usize>, end: usize) {
        let known = self.found.len() > self.segment;
        self.segment = self.found.len();
        let Some(start) = unknown.filter(|_| !known) else { return };
        let segment = &self.all[start..end];
        if let Some(area) = AREA.at(self.all, start).filter(|it| it.tokens.end <= end)
            && self.found.last().and_then(|it| it.role.as_deref()).is_some_and(is_deputy)
        {
            self.add_role(area.means, area.tokens);
            self.segment = self.found.len();
            return;
        }
        let bare = self.found.is_empty() && segment.len() < 12;
        if continues(&segment[0]) && !bare || !names_somebody(segment) {
            return;
        }
        self.add_role("other", start..end);
        self.segment = self.found.len();
    }

    /// Reads a role that begins at a token; gives the token after it.
    fn role(&mut self, at: usize) -> Option<usize> {
        if let Some(area) = AREA.at(self.all, at)
            && self.found.len() > self.segment
            && joined_by_and(self.all, at)
            && self.found.last().and_then(|it| it.role.as_deref()).is_some_and(is_deputy)
        {
            let end = area.tokens.end;
            self.add_role(area.means, area.tokens);
            return Some(end);
        }
        let hit = ROLE.at(self.all, at)?;
        let end = hit.tokens.end;
        if self.is_modifier(at, hit.means) {
            return Some(end);
        }
        match hit.means {
            "pairs" => {
                self.add_role("mentor", hit.tokens.clone());
                self.add_role("mentee", hit.tokens);
            }
            "project_group_lead" => return Some(end),
            role => self.add_role(role, hit.tokens),
        }
        Some(end)
    }

    /// A surname alone, right after the role of its bearer: «Психолог Орлова».
    fn is_surname(&self, at: usize) -> bool {
        let token = &self.all[at];
        let after_role = at.checked_sub(1).is_some_and(|it| self.all[it].is_word())
            && self.segment < self.found.len()
            && self.found.last().is_some_and(|it| it.role.is_some() && it.person.is_none());
        after_role
            && is_name(token)
            && 4 < token.text.chars().count()
            && is_surname(&token.text)
            && ROLE.at(self.all, at).is_none()
    }

    /// A role in an oblique case right after another one tells whose that is: «куратор наставников».
    fn is_modifier(&self, at: usize, role: &str) -> bool {
        if self.found.len() == self.segment {
            return false;
        }
        let words: Vec<&Token> =
            self.all[..at].iter().rev().take_while(|it| it.is_word() || it.is_dash()).collect();
        if words.first().is_some_and(|it| is_joint(&it.text)) {
            // «куратор совместно с психологом» adds; «взаимодействие с МНЦ» does not.
            return self.inside_duty(at) || role == "parent" && words.len() < 2;
        }
        if self.inside_duty(at) {
            return true;
        }
        !self.all[at].capital && is_oblique(&self.all[at].text)
    }

    /// Whether the words before speak of a duty: «ответственный за взаимодействие с …».
    fn inside_duty(&self, at: usize) -> bool {
        self.all[..at]
            .iter()
            .rev()
            .take_while(|it| !matches!(it.kind, Kind::Mark(',' | ';' | '\n' | '(' | ')')))
            .any(|it| {
                matches!(it.text.as_str(), "за" | "для" | "взаимодействие" | "работы" | "работе")
            })
    }

    fn add_role(&mut self, role: &str, at: Range<usize>) {
        let text = self.words(at);
        self.found.push(Responsible { text, role: Some(role.to_owned()), person: None });
    }

    /// A person right after a role holds it; otherwise stands alone.
    fn add_person(&mut self, at: Range<usize>) {
        let name = self.words(at.clone());
        let before = at.start.checked_sub(1).and_then(|it| self.all.get(it));
        let after_comma = before.is_some_and(|it| it.is_mark(',') || it.is_mark(';'));
        let holder = self
            .found
            .last_mut()
            .filter(|it| it.person.is_none() && it.role.is_some())
            .filter(|_| !after_comma);
        match holder {
            Some(it) => {
                it.text = format!("{} {name}", it.text);
                it.person = Some(name);
            }
            None => {
                self.found.push(Responsible { text: name.clone(), role: None, person: Some(name) })
            }
        }
    }

    fn words(&self, at: Range<usize>) -> String {
        let (Some(first), Some(last)) = (self.all.get(at.start), self.all.get(at.end - 1)) else {
            return String::new();
        };
        let end = match self.all.get(at.end) {
            Some(next) if next.is_mark('.') && next.glued => next.at.end,
            _ => last.at.end,
        };
        squeeze(&self.text[first.at.start..end])
    }
}

fn is_deputy(role: &str) -> bool {
    role.starts_with("deputy_")
}

/// «по УВР и ВР»: the area after «и» belongs to the deputy before.
fn joined_by_and(all: &[Token], at: usize) -> bool {
    let mut before = all[..at].iter().rev().filter(|it| it.is_word());
    match before.next().map(|it| it.text.as_str()) {
        Some("и") => true,
        Some("по") => before.next().is_some_and(|it| it.text == "и"),
        _ => false,
    }
}

/// Words that add one more responsible in an oblique case.
fn is_joint(word: &str) -> bool {
    matches!(
        word,
        "и" | "с"
            | "со"
            | "совместно"
            | "участии"
            | "привлечением"
            | "при"
            | "или"
            | "либо"
    )
}

/// An ending that a nominative of a role never has.
fn is_oblique(word: &str) -> bool {
    [
        "а", "я", "у", "ю", "ом", "ем", "ов", "ев", "ей", "ам", "ям", "ами", "ями", "ах", "ях",
        "ого", "его", "ому", "ых", "их", "ыми", "ими", "ой",
    ]
    .iter()
    .any(|it| word.ends_with(it))
        && !matches!(word, "администрация" | "заведующая" | "партия" | "организация" | "семья")
}

/// A segment that goes on with the one before: «…, ответственный за …», «…, участвующие в …».
fn continues(first: &Token) -> bool {
    let word = first.text.as_str();
    word.starts_with("ответственн")
        || ["щие", "щий", "щая", "вшие", "вший", "ющих", "емые", "который", "которые"]
            .iter()
            .any(|it| word.ends_with(it))
        || matches!(
            word,
            "в" | "на"
                | "по"
                | "из"
                | "для"
                | "за"
                | "при"
                | "с"
                | "от"
                | "г"
                | "гг"
                | "др"
                | "и"
                | "т"
        )
}

/// Whether a segment has a word that may name somebody, and not only a number or a remark.
fn names_somebody(segment: &[Token]) -> bool {
    segment.iter().any(|it| it.is_word() && 2 < it.text.chars().count())
}

#[cfg(test)]
mod tests;
