//! Figures that prove a row: measure, comparator, value, unit and population.
//!
//! It decides which numbers of a text are targets and what they measure. Deliberately absent: how a
//! figure is counted (`mentoring`), and any number that the document does not write.

mod base;
mod measure;
mod number;

use crate::plan::{Column, Indicator};
use crate::vocabulary::tokens::composed;
use crate::vocabulary::{Kind, Token, clip, squeeze, tokens};
use number::{Figure, figures, is_open, is_quoted, is_range};
use std::ops::Range;

/// Reads the figures of a text.
///
/// A figure in brackets that restates another one of the same unit («55 % …, (55 % …)», «500 …
/// (в малых школах – от 70 …)») is not given.
///
/// - `text`: as written.
/// - `column`: where it stands; a bare number counts only in a result or an indicator. Text outside
///   the table is [`Column::Other`].
/// - `activity`: words of the activity, which tell the measure where the text does not.
/// - Returns: figures in the order of the text. Cannot fail.
#[must_use]
pub fn read(text: &str, column: Column, activity: &str) -> Vec<Indicator> {
    let text = composed(clip(text));
    let all = tokens(&text);
    if !number::any(&all) {
        return Vec::new();
    }
    let activity = composed(clip(activity));
    let around = tokens(&activity);
    let reader = Reader { text: &text, activity: &activity, all: &all, around: &around, column };
    reader.run()
}

struct Reader<'a> {
    text: &'a str,
    activity: &'a str,
    all: &'a [Token],
    around: &'a [Token],
    column: Column,
}

/// A figure with what stands around it.
struct Target {
    indicator: Indicator,
    bracketed: bool,
}

impl Reader<'_> {
    fn run(&self) -> Vec<Indicator> {
        let numbers = figures(self.all);
        let mut found: Vec<Target> = Vec::new();
        let mut at = 0;
        while at < numbers.len() {
            let number = &numbers[at];
            let high = numbers.get(at + 1).filter(|it| is_range(self.all, number, it));
            at += if high.is_some() { 2 } else { 1 };
            if is_quoted(self.all, number.start) {
                continue;
            }
            let inherited =
                found.last().map(|it| (it.indicator.op.clone(), it.indicator.of.clone()));
            self.target(number, high, inherited, &mut found);
        }
        let outside: Vec<String> =
            found.iter().filter(|it| !it.bracketed).map(|it| it.indicator.unit.clone()).collect();
        found.retain(|it| !it.bracketed || !outside.contains(&it.indicator.unit));
        found.into_iter().map(|it| it.indicator).collect()
    }

    /// Adds what one number, or a range of two, says.
    fn target(
        &self,
        low: &Figure,
        high: Option<&Figure>,
        inherited: Option<(String, Option<String>)>,
        found: &mut Vec<Target>,
    ) {
        let end = high.map_or(low.end, |it| it.end);
        let (mut op, start) = self.comparator(low.start);
        let unit = self.unit(end, start);
        let share = unit.as_ref().is_some_and(|it| it.unit == "%");
        let year = self.year(low.start, unit.as_ref().map_or(end, |it| it.behind), share);
        if op.is_none() {
            op = self
                .comparator_behind(unit.as_ref().map_or(end, |it| it.behind))
                .or_else(|| self.comparator_behind(end));
        }
        let series = year.is_some() && share;
        let before = inherited.filter(|_| series && op.is_none());
        let Some(unit) = unit.filter(|it| self.is_target(it, op, low)) else { return };
        let clause = self.clause(low.start, end);
        let (measure, of) = if share {
            let of = {
                let sentence = self.sentence(low.start).start;
                base::of(self.text, self.all, unit.behind, &clause, sentence, start)
                    .or_else(|| base::named(self.activity, self.around))
            };
            (self.share_measure(&clause), of)
        } else {
            let of = unit.noun.clone().and_then(|it| base::of_count(self.text, self.all, it));
            (unit.measure.to_owned(), of)
        };
        let indicator = Indicator {
            text: self.words(&clause),
            measure,
            op: op.unwrap_or("=").to_owned(),
            value: low.value,
            unit: unit.unit.clone(),
            of: of.or_else(|| before.as_ref().and_then(|it| it.1.clone())),
            year,
        };
        let bracketed = is_open(self.all, low.start);
        let indicator = match before {
            Some((op, _)) => Indicator { op, ..indicator },
            None => indicator,
        };
        match high {
            Some(high)
                if op.is_none_or(|it| {
                    it == ">=" && self.word(low.start.wrapping_sub(1)) == "от"
                }) =>
            {
                let upper = Indicator { op: "<=".into(), value: high.value, ..indicator.clone() };
                found.push(Target {
                    indicator: Indicator { op: ">=".into(), ..indicator },
                    bracketed,
                });
                found.push(Target { indicator: upper, bracketed });
            }
            _ => found.push(Target { indicator, bracketed }),
        }
    }

    /// Whether a number with this unit is a target, in the column where it stands.
    fn is_target(&self, unit: &Unit, op: Option<&str>, number: &Figure) -> bool {
        if unit.unit == "%" {
            return true;
        }
        let year_like = number.value.fract() == 0.0 && (1990.0..=2100.0).contains(&number.value);
        if year_like && (unit.measure.is_empty() || unit.noun.is_none()) {
            return false;
        }
        if op.is_some() {
            return !unit.measure.is_empty()
                || self.column != Column::Activity && self.column != Column::Other;
        }
        // «в 12 группах» tells where, not how many.
        let before = number.start.checked_sub(1).map_or("", |it| self.word(it));
        if matches!(before, "в" | "во" | "на" | "с" | "со" | "для" | "из" | "к" | "при")
        {
            return false;
        }
        if unit.measure.is_empty() || number.in_words && (number.value < 2.0 || unit.counted) {
            return false;
        }
        if unit.measure == "hours" || unit.measure == "protocols" {
            return false;
        }
        match self.column {
            Column::Indicator | Column::Result => true,
            Column::Activity => {
                matches!(unit.measure, "sessions" | "gatherings" | "publications" | "rubrics")
                    && !unit.counted
            }
            _ => false,
        }
    }

    fn word(&self, at: usize) -> &str {
        self.all.get(at).map_or("", |it| it.text.as_str())
    }

    /// The comparator before a number, and the token where its words begin.
    fn comparator(&self, number: usize) -> (Option<&'static str>, usize) {
        let mut at = number;
        for _ in 0..4 {
            let Some(before) = at.checked_sub(1) else { break };
            let word = self.word(before);
            let direct = before + 1 == number;
            let not = before.checked_sub(1).is_some_and(|it| self.word(it) == "не");
            let start = if not { before - 1 } else { before };
            let op = match word {
                "менее" | "мене" | "меньше" | "ниже" | "реже" if not => {
                    Some(">=")
                }
                "менее" | "меньше" | "ниже" => Some("<"),
                "более" | "больше" | "выше" | "свыше" | "чаще" if not => {
                    Some("<=")
                }
                "более" | "больше" | "выше" | "свыше" => Some(">"),
                "минимум" | "≥" | "⩾" => Some(">="),
                "максимум" | "≤" | "⩽" => Some("<="),
                "=" if self.word(before.wrapping_sub(1)) == ">" => Some(">="),
                "=" if self.word(before.wrapping_sub(1)) == "<" => Some("<="),
                ">" => Some(">"),
                "<" => Some("<"),
                "от" if direct => Some(">="),
                "до" if direct && self.grows(before) => Some(">="),
                "до" if direct => Some("<="),
                _ => None,
            };
            if op.is_some() {
                return (op, start);
            }
            let passes = matches!(
                word,
                "чем"
                    | "на"
                    | "в"
                    | "у"
                    | "для"
                    | "из"
                    | "до"
                    | ","
                    | ":"
                    | "-"
                    | "–"
                    | "—"
                    | "с"
                    | "по"
                    | "("
            );
            if !passes {
                break;
            }
            at = before;
        }
        (None, number)
    }

    /// «увеличение до 55 %» is a floor.
    fn grows(&self, at: usize) -> bool {
        let from = at.saturating_sub(8);
        self.all[from..at].iter().any(|it| {
            ["увелич", "рост", "довед", "повыш", "достиж", "достиг", "вырос"]
                .iter()
                .any(|stem| it.text.starts_with(stem))
        })
    }

    /// «55 % и более», «5 и выше».
    fn comparator_behind(&self, at: usize) -> Option<&'static str> {
        if !matches!(self.word(at), "и" | "или") {
            return None;
        }
        match self.word(at + 1) {
            "более" | "больше" | "выше" => Some(">="),
            "менее" | "меньше" | "ниже" => Some("<="),
            _ => None,
        }
    }

    /// The unit of a number: behind it, or the noun before it that is counted.
    fn unit(&self, end: usize, start: usize) -> Option<Unit> {
        let mut at = end;
        if matches!(self.word(at), "и" | "или") && self.comparator_behind(at).is_some() {
            at += 2;
        }
        // «5 (пяти) занятий».
        if self.word(at) == "("
            && let Some(close) = self.all[at..].iter().take(4).position(|it| it.is_mark(')'))
        {
            at += close + 1;
        }
        if self.word(at) == "%" || self.word(at).starts_with("процент") {
            return Some(Unit {
                unit: "%".into(),
                measure: "",
                behind: at + 1,
                noun: None,
                counted: false,
            });
        }
        for here in at..(at + 4).min(self.all.len()) {
            if let Some(hit) = measure::COUNT.at(self.all, here) {
                let (measure, unit) = hit.means;
                return Some(Unit {
                    unit: unit.into(),
                    measure,
                    behind: hit.tokens.end,
                    noun: Some(hit.tokens),
                    counted: false,
                });
            }
            if !is_attribute(self.word(here)) {
                break;
            }
        }
        self.counted_before(start, at).or_else(|| self.unknown_noun(at))
    }

    /// «Количество занятий – 3», «экспертов: не менее 5».
    fn counted_before(&self, start: usize, behind: usize) -> Option<Unit> {
        let ended = self.all.get(behind).is_none_or(|it| matches!(it.kind, Kind::Mark(_)));
        if !ended {
            return None;
        }
        let clause = self.sentence(start);
        let hit = (clause.start..start)
            .filter_map(|at| measure::COUNT.at(self.all, at))
            .filter(|it| it.tokens.end <= start)
            .collect::<Vec<_>>();
        let named = (clause.start..start)
            .find(|at| ["количеств", "числ"].iter().any(|it| self.word(*at).starts_with(it)));
        let hit = match named {
            Some(named) => hit.into_iter().find(|it| named < it.tokens.start),
            // «Посещение уроков специалиста (не менее 4)»: the first noun is what is counted.
            None => match hit.last() {
                Some(last) if start <= last.tokens.end + 2 => hit.into_iter().next(),
                _ => None,
            },
        };
        let hit = match hit {
            Some(it) => it.means,
            None if self.column == Column::Indicator && self.all.len() < 8 => {
                measure::COUNT.first(self.around)?.means
            }
            None => return None,
        };
        Some(Unit { unit: hit.1.into(), measure: hit.0, behind, noun: None, counted: true })
    }

    /// A noun that the vocabulary does not know, in the genitive plural behind a number.
    fn unknown_noun(&self, at: usize) -> Option<Unit> {
        let mut here = at;
        while is_attribute(self.word(here)) && here < at + 3 {
            here += 1;
        }
        let token = self.all.get(here).filter(|it| it.is_word() && 3 < it.text.chars().count())?;
        let genitive = ["ов", "ев", "ей", "ий", "а", "и", "ы", "ок", "ек", "от"]
            .iter()
            .any(|it| token.text.ends_with(it));
        genitive.then(|| Unit {
            unit: token.text.clone(),
            measure: "",
            behind: here + 1,
            noun: Some(here..here + 1),
            counted: false,
        })
    }

    /// The calendar year a share holds for: «10 % в 2020 году», «2024 год – 70 %».
    fn year(&self, start: usize, behind: usize, share: bool) -> Option<i32> {
        if !share {
            return None;
        }
        let year_at = |at: usize| {
            let token =
                self.all.get(at).filter(|it| it.kind == Kind::Number && it.text.len() == 4)?;
            let year: i32 = token.text.parse().ok().filter(|it| (1990..=2100).contains(it))?;
            let next = self.word(at + 1);
            (next.starts_with("год")
                || next == "г"
                || next.is_empty()
                || !self.all[at + 1].is_word())
            .then_some(year)
        };
        let mut at = behind;
        while matches!(
            self.word(at),
            "в" | "к" | "на" | "за" | "(" | "-" | "–" | "—" | "концу" | "до"
        ) {
            at += 1;
        }
        if let Some(year) = year_at(at) {
            return Some(year);
        }
        let from = start.saturating_sub(7);
        (from..start)
            .rev()
            .take_while(|it| !matches!(self.all[*it].kind, Kind::Mark(',' | ';' | '%' | '\n')))
            .find_map(year_at)
    }

    /// The tokens between commas around a number; «не менее, чем» does not part.
    fn clause(&self, from: usize, to: usize) -> Range<usize> {
        let sentence = self.sentence(from);
        let parts = |at: usize| {
            self.all[at].is_mark(',')
                && self.word(at + 1) != "чем"
                && !self.all.get(at + 1).is_some_and(|it| it.kind == Kind::Number && it.glued)
        };
        let start =
            (sentence.start..from).rev().find(|at| parts(*at)).map_or(sentence.start, |it| it + 1);
        let end = (to..sentence.end).find(|at| parts(*at)).unwrap_or(sentence.end);
        start..end
    }

    fn sentence(&self, at: usize) -> Range<usize> {
        let start = (0..at).rev().find(|it| self.ends_sentence(*it)).map_or(0, |it| it + 1);
        let end = (at..self.all.len()).find(|it| self.ends_sentence(*it)).unwrap_or(self.all.len());
        start..end
    }

    fn ends_sentence(&self, at: usize) -> bool {
        let next = self.all.get(at + 1);
        match self.all[at].kind {
            Kind::Mark(';') => true,
            Kind::Mark('\n') => {
                next.is_some_and(|it| it.capital || it.is_dash() || it.kind == Kind::Number)
            }
            Kind::Mark('.') => next.is_none_or(|it| it.capital && !it.glued || it.is_mark('\n')),
            _ => false,
        }
    }

    /// What a share measures: its clause tells, else its sentence, else the activity.
    fn share_measure(&self, clause: &Range<usize>) -> String {
        let sentence = self.sentence(clause.start);
        measure::share(&self.all[clause.clone()])
            .or_else(|| measure::share(&self.all[sentence]))
            .or_else(|| measure::share(self.all))
            .or_else(|| measure::share_of_activity(self.around))
            .unwrap_or_default()
            .to_owned()
    }

    fn words(&self, clause: &Range<usize>) -> String {
        match (self.all.get(clause.start), self.all.get(clause.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => squeeze(&self.text[first.at.start..last.at.end]),
            _ => squeeze(self.text),
        }
    }
}

/// What a number counts.
struct Unit {
    unit: String,
    measure: &'static str,
    /// The first token behind.
    behind: usize,
    /// The noun behind the number.
    noun: Option<Range<usize>>,
    /// The noun stands before the number.
    counted: bool,
}

/// A word that may stand between a number and its noun.
fn is_attribute(word: &str) -> bool {
    ["ых", "их", "ого", "его", "ные", "ой", "ая", "ое", "ых", "ного"]
        .iter()
        .any(|it| word.ends_with(it))
        && 3 < word.chars().count()
        || matches!(word, "и" | "-" | "–" | "«" | "разных" | "каждых")
}

#[cfg(test)]
mod tests;
