//! What must exist at the end: kinds of evidence and their subjects.
//!
//! It decides which words of a text name a document, an event or a record, and what each is about:
//! an order about something else leaves a row open. Deliberately absent: whether it exists
//! (`app` looks at the journal), and what it is about (`subject`).

mod subject;

use crate::items::begins_action;
use crate::plan::Evidence;
use crate::vocabulary::evidence::{ASIDE, HELP, MAKING, Reach, TRIGGER, kinds};
use crate::vocabulary::tokens::composed;
use crate::vocabulary::{Kind, Match, Token, clip, tokens};
use std::ops::Range;

/// Longer quotations are names of documents, not mentions of evidence.
const LONGEST_QUOTED: usize = 3;

/// Reads what a text asks for.
///
/// - `text`: an activity, one entry of it, or a result, as written.
/// - `around`: the words of the whole row, which tell the subject where the text does not.
/// - Returns: kinds with subjects in the order of the text, each once; a subject is empty where
///   nothing tells it. Cannot fail.
#[must_use]
pub fn read(text: &str, around: &str) -> Vec<Evidence> {
    let text = composed(clip(text));
    let all = tokens(&text);
    let around = tokens(&composed(clip(around)));
    let mut reader = Reader { all: &all, around: &around, found: Vec::new() };
    for clause in clauses(&all) {
        reader.clause(clause);
    }
    reader.finish()
}

/// The kinds of evidence that are read, in alphabetical order.
#[must_use]
pub fn known_kinds() -> Vec<&'static str> {
    kinds()
}

struct Reader<'a> {
    all: &'a [Token],
    around: &'a [Token],
    found: Vec<Evidence>,
}

/// The clauses of a text: between points, semicolons and lines, and at commas before a new action.
fn clauses(all: &[Token]) -> Vec<Range<usize>> {
    let (mut found, mut start, mut depth) = (Vec::new(), 0, 0i32);
    for (at, token) in all.iter().enumerate() {
        let next = all.get(at + 1);
        let ends = match token.kind {
            Kind::Mark('(' | '«') => {
                depth += 1;
                false
            }
            Kind::Mark(')' | '»') => {
                depth = (depth - 1).max(0);
                false
            }
            Kind::Mark(';' | '\n') => true,
            Kind::Mark('.') => next.is_none_or(|it| it.capital && !it.glued || it.is_dash()),
            Kind::Mark(':') => depth == 0,
            Kind::Mark(',') => depth == 0 && next.is_some_and(|it| it.is_word() && acts(&it.text)),
            _ => false,
        };
        if ends && depth == 0 {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..all.len());
    found.retain(|it| !it.is_empty());
    found
}

/// Whether a word begins an action: «обеспечение», «сформирован», «составлены».
fn acts(word: &str) -> bool {
    let done = ["ны", "но", "на", "ты", "то", "та", "ан", "ен"].iter().any(|it| word.ends_with(it))
        && 6 < word.chars().count();
    done || begins_action(word)
}

impl Reader<'_> {
    fn clause(&mut self, clause: Range<usize>) {
        let mut at = clause.start;
        let mut ruled = false;
        while at < clause.end {
            if ruled
                && self.all[at].text == "и"
                && self.all.get(at + 1).is_some_and(|it| begins_action(&it.text))
            {
                ruled = false;
            }
            let hit = TRIGGER.at(self.all, at).filter(|it| it.tokens.end <= clause.end);
            let Some(hit) = hit else {
                at += 1;
                continue;
            };
            let (kind, about, reach) = hit.means;
            if kind.is_empty() {
                at = hit.tokens.end;
                continue;
            }
            // The result «Программы» of a row about personalised ones.
            let (kind, about) = match (kind, about) {
                ("programme", "programme") if hit.tokens.len() == 1 && self.is_about_plans() => {
                    ("plan_set", "plans")
                }
                told => told,
            };
            let document = matches!(kind, "order" | "protocol");
            if (!ruled || document && self.bracketed(at, &clause)) && self.counts(&hit, &clause) {
                for about in self.about(&hit, &clause, kind, about) {
                    self.add(kind, about);
                }
                // «Приказ, положение, дорожная карта»: a list, and the order rules nothing.
                let listed = self.all.get(hit.tokens.end).is_some_and(|it| it.is_mark(','));
                ruled |= reach == Reach::Clause && !listed;
            }
            at = hit.tokens.end;
        }
    }

    fn is_about_plans(&self) -> bool {
        TRIGGER.all(self.around).iter().any(|it| it.means.0 == "plan_set")
    }

    /// Whether a word of evidence names an outcome here, and is not merely mentioned.
    fn counts(
        &self,
        hit: &Match<(&'static str, &'static str, Reach)>,
        clause: &Range<usize>,
    ) -> bool {
        let at = hit.tokens.start;
        let (kind, _, reach) = hit.means;
        if self.long_quotation(at, clause) {
            return false;
        }
        if self.bracketed(at, clause) {
            return matches!(kind, "order" | "protocol" | "survey");
        }
        let before: Vec<&str> = self.all[clause.start..at]
            .iter()
            .rev()
            .filter(|it| it.is_word())
            .take(4)
            .map(|it| it.text.as_str())
            .collect();
        let aside = before.iter().any(|it| ASIDE.contains(it));
        let inside = before
            .first()
            .is_some_and(|it| matches!(*it, "в" | "во" | "на" | "из" | "при" | "с" | "со"));
        let record = matches!(kind, "register" | "case" | "interview" | "statistics");
        let owned = kind == "training"
            && before.first().is_some_and(|it| {
                [
                    "траектори",
                    "план",
                    "программ",
                    "результат",
                    "качеств",
                    "процесс",
                    "материал",
                    "график",
                    "расписан",
                    "журнал",
                ]
                .iter()
                .any(|stem| it.starts_with(stem))
            });
        // «кейс-сессия» is no case.
        let compound = self.all.get(hit.tokens.end).is_some_and(|it| it.is_dash() && it.glued)
            && self.all.get(hit.tokens.end + 1).is_some_and(|it| it.glued && it.is_word());
        let helped = before.iter().any(|it| HELP.iter().any(|stem| it.starts_with(stem)));
        if helped && reach == Reach::Made
            || owned
            || kind == "case" && compound
            || aside && kind != "case"
            || inside && !record
        {
            return false;
        }
        match reach {
            Reach::Made => self.is_made(hit, clause),
            _ => true,
        }
    }

    /// Whether something makes or approves the document, or the clause begins with it.
    fn is_made(
        &self,
        hit: &Match<(&'static str, &'static str, Reach)>,
        clause: &Range<usize>,
    ) -> bool {
        let words = self.all[clause.start..hit.tokens.start]
            .iter()
            .rev()
            .filter(|it| it.is_word() || it.is_mark(','));
        let mut none_before = true;
        for token in words {
            let word = token.text.as_str();
            let full = ["ым", "ыми", "ого", "ых", "ому"].iter().any(|it| word.ends_with(it));
            if MAKING.iter().any(|it| word.starts_with(it)) && !full {
                return true;
            }
            let carries_out = hit.means.0 == "plan_set" && word.starts_with("реализац");
            if carries_out && self.all[clause.start].text == word {
                return true;
            }
            let attribute = ["ой", "ых", "ого", "ая", "ые", "ую", "их", "ое"]
                .iter()
                .any(|it| word.ends_with(it))
                || matches!(word, "и" | "или" | ",");
            if !attribute {
                none_before = false;
                break;
            }
        }
        if !none_before {
            return false;
        }
        // «Положение о …» as an entry of its own; «Программы наставничества …» mentions.
        let first = &self.all[hit.tokens.start].text;
        let nominative = ["е", "а", "ы", "ь", "я"].iter().any(|it| first.ends_with(it))
            && self.all[clause.start].capital;
        nominative
            || hit.means.0 == "plan_set" && self.all[clause.start..hit.tokens.start].is_empty()
    }

    fn depth(&self, at: usize, clause: &Range<usize>, open: &[char], close: &[char]) -> bool {
        let is = |it: &Token, marks: &[char]| marks.iter().any(|mark| it.is_mark(*mark));
        let depth = self.all[clause.start..at].iter().fold(0i32, |depth, it| {
            if is(it, open) {
                depth + 1
            } else if is(it, close) {
                (depth - 1).max(0)
            } else {
                depth
            }
        });
        0 < depth
    }

    fn bracketed(&self, at: usize, clause: &Range<usize>) -> bool {
        self.depth(at, clause, &['('], &[')'])
    }

    fn long_quotation(&self, at: usize, clause: &Range<usize>) -> bool {
        if !self.depth(at, clause, &['«', '“'], &['»', '”']) {
            return false;
        }
        let open =
            self.all[clause.start..at].iter().rposition(|it| it.is_mark('«') || it.is_mark('“'));
        let start = clause.start + open.unwrap_or(0);
        let words = self.all[start + 1..]
            .iter()
            .take_while(|it| !it.is_mark('»') && !it.is_mark('”'))
            .filter(|it| it.is_word())
            .count();
        LONGEST_QUOTED < words
    }

    fn add(&mut self, kind: &str, about: &str) {
        let it = Evidence { kind: kind.to_owned(), about: about.to_owned() };
        if !self.found.contains(&it) {
            self.found.push(it);
        }
    }

    /// Drops what something stronger says: an appointment that an order makes, the contents of a
    /// collection.
    fn finish(mut self) -> Vec<Evidence> {
        let has = |all: &[Evidence], kind: &str, about: &str| {
            all.iter().any(|it| it.kind == kind && (about.is_empty() || it.about == about))
        };
        let all = self.found.clone();
        self.found.retain(|it| match it.kind.as_str() {
            "appointment" => !has(&all, "order", &it.about),
            "material" | "gathering" => !has(&all, "collection", ""),
            "survey" if it.about.is_empty() => {
                !all.iter().any(|it| it.kind == "survey" && !it.about.is_empty())
            }
            "analysis" if it.about == "survey" => !has(&all, "analysis", "survey_mentors"),
            "meetings" if it.about.is_empty() => {
                !all.iter().any(|it| it.kind == "meetings" && !it.about.is_empty())
            }
            "report" if it.about == "results" => !has(&all, "meetings", "completion"),
            "report" if it.about == "monitoring" => {
                !all.iter().any(|other| other.kind == "report" && other.about != "monitoring")
            }
            _ => true,
        });
        for it in &mut self.found {
            if it.kind == "meetings" && it.about.is_empty() {
                it.about = "regular".into();
            }
        }
        self.found
    }
}

#[cfg(test)]
mod tests;
