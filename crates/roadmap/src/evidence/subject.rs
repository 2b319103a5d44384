//! What a piece of evidence is about: an order on pairs, a survey of mentors.
//!
//! It decides from which words the subject is read: those behind the document, those before it, or
//! the row around it. Deliberately absent: the stems (`vocabulary::subjects`).

use super::{Reach, Reader};
use crate::vocabulary::subjects::{ANALYSIS, STUDY, SUBJECT, SURVEY, strongest};
use crate::vocabulary::{Lexicon, Match};
use std::ops::Range;

impl Reader<'_> {
    /// What a piece of evidence is about; several where it is about several.
    pub(super) fn about(
        &self,
        hit: &Match<(&'static str, &'static str, Reach)>,
        clause: &Range<usize>,
        kind: &str,
        fixed: &'static str,
    ) -> Vec<&'static str> {
        let behind = hit.tokens.end..clause.end;
        let before = clause.start..hit.tokens.start;
        match kind {
            "consent_set" => {
                let own = self.subjects(&SUBJECT, clause);
                let around =
                    || SUBJECT.all(self.around).iter().any(|it| it.means == "personal_data");
                // «согласие на участие» says for what, and so does «сбор согласий» beside those to
                // process data; «Согласия» alone leaves it to the row.
                let is_bare = own.is_empty()
                    && self.all[clause.clone()].iter().all(|it| it.text != "на")
                    && !self.subjects(&SUBJECT, &(0..self.all.len())).contains(&"personal_data");
                let personal = own.contains(&"personal_data") || is_bare && around();
                vec![if personal { "personal_data" } else { fixed }]
            }
            "survey" if fixed.is_empty() => self.surveyed(clause),
            "familiarisation" => {
                let from =
                    behind.clone().find(|it| matches!(self.all[*it].text.as_str(), "о" | "об"));
                let told = self.all[hit.tokens.start].text.starts_with("информ");
                let range = if told { from.unwrap_or(behind.start)..behind.end } else { behind };
                let own = self.first(&STUDY, [range, clause.clone()]);
                match own.as_slice() {
                    [""] => vec![STUDY.first(self.around).map(|it| it.means).unwrap_or_default()],
                    _ => own,
                }
            }
            "analysis" if fixed.is_empty() => self.first(&ANALYSIS, [behind, 0..self.all.len()]),
            "gathering" if fixed == "guests" => {
                let mut all: Vec<&str> = self.subjects(&SUBJECT, &(hit.tokens.start..clause.end));
                all.retain(|it| matches!(*it, "graduates" | "partners" | "parents"));
                all.dedup();
                all
            }
            "case" if fixed == "results" => vec![fixed],
            _ if !fixed.is_empty() => vec![fixed],
            _ => self.free(hit, kind, behind, before),
        }
    }

    /// The subject from the words behind, else from the first ones before, else from the row.
    fn free(
        &self,
        hit: &Match<(&'static str, &'static str, Reach)>,
        kind: &str,
        behind: Range<usize>,
        before: Range<usize>,
    ) -> Vec<&'static str> {
        let listed = self.all.get(hit.tokens.end).is_some_and(|it| it.is_mark(','));
        if listed && kind == "order" {
            return vec![SUBJECT.first(self.around).map(|it| it.means).unwrap_or_default()];
        }
        let clause_end = behind.end;
        let from = if kind == "diagnostics" { hit.tokens.start..behind.end } else { behind };
        let mut found = self.subjects(&SUBJECT, &from);
        if kind == "diagnostics" && found.contains(&"mentors") && found.contains(&"mentees") {
            return vec!["participants"];
        }
        if kind == "interview"
            && found.first().is_some_and(|it| matches!(*it, "mentors" | "mentees"))
        {
            found.retain(|it| matches!(*it, "mentors" | "mentees"));
            found.dedup();
            return found;
        }
        if kind == "order" && found.first() == Some(&"model") {
            return vec!["introduction"];
        }
        let ahead = || self.subjects(&SUBJECT, &before).first().copied();
        // «Сборник размещён на сайте»: what is published stands before.
        let word = self.all[hit.tokens.start].text.as_str();
        let passive = word.starts_with("размещен") && !word.starts_with("размещени");
        let first = if passive {
            ahead().or_else(|| found.first().copied())
        } else {
            found.first().copied().or_else(ahead)
        };
        let row = || self.subjects(&SUBJECT, &(0..self.all.len())).first().copied();
        let around = || SUBJECT.first(self.around).map(|it| it.means);
        let bare = matches!(
            kind,
            "order"
                | "publication"
                | "material"
                | "training"
                | "protocol"
                | "award"
                | "register"
                | "agreement"
        );
        let told = first.is_some();
        let first = first.or_else(|| if bare { row().or_else(around) } else { None });
        let mut all = vec![first.unwrap_or_default()];
        if told && matches!(kind, "register" | "training" | "award" | "order") {
            all.extend(self.joined(hit.tokens.end..clause_end));
        }
        all
    }

    /// Further subjects joined to the first by «и»: «база наставников и наставляемых».
    fn joined(&self, behind: Range<usize>) -> Vec<&'static str> {
        let part = self.all.get(behind).unwrap_or_default();
        let found = SUBJECT.all(part);
        let is_joined = |pair: &&[Match<&'static str>]| {
            let between = &part[pair[0].tokens.end..pair[1].tokens.start];
            let [sign] = between else { return false };
            sign.text == "и" || sign.is_mark(',') || sign.is_mark('/')
        };
        let people = |it: &&str| matches!(*it, "mentors" | "mentees" | "curator" | "partners");
        let pairs = found.windows(2).take_while(is_joined).map(|it| it[1].means);
        pairs.take_while(people).collect()
    }

    fn surveyed(&self, clause: &Range<usize>) -> Vec<&'static str> {
        let own = self.subjects(&SURVEY, clause);
        let row = || strongest(&self.subjects(&SURVEY, &(0..self.all.len())));
        let around = || {
            let found = SURVEY.all(self.around);
            strongest(&found.into_iter().map(|it| it.means).collect::<Vec<_>>())
        };
        vec![strongest(&own).or_else(row).or_else(around).unwrap_or_default()]
    }

    fn subjects(&self, lexicon: &Lexicon<&'static str>, range: &Range<usize>) -> Vec<&'static str> {
        let part = self.all.get(range.clone()).unwrap_or_default();
        lexicon.all(part).into_iter().map(|it| it.means).collect()
    }

    /// The first subject in the first of the ranges that has one.
    fn first(
        &self,
        lexicon: &Lexicon<&'static str>,
        ranges: [Range<usize>; 2],
    ) -> Vec<&'static str> {
        let found = ranges.iter().find_map(|it| self.subjects(lexicon, it).first().copied());
        vec![found.unwrap_or_default()]
    }
}
