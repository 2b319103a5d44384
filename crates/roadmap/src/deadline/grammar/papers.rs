//! Other papers that decide dates, and deadlines without dates on purpose.
//!
//! It decides «по плану работы школы», «в установленные сроки», «по мере необходимости»,
//! «постоянно». Deliberately absent: the papers themselves.

use super::super::token::Is;
use super::super::words::Word;
use super::Parser;
use super::phrase::{Phrase, When};

impl Parser<'_> {
    /// Another plan, schedule or order decides.
    pub(super) fn paper(&mut self) -> Option<Vec<Phrase>> {
        self.attempt(Self::by_paper).or_else(|| self.attempt(Self::fixed_term)).map(|it| vec![it])
    }

    /// «по плану…», «согласно графику…», «в соответствии с…».
    fn by_paper(&mut self) -> Option<Phrase> {
        let named = self.eat(Word::According) || self.attempt(Self::in_accordance).is_some();
        if !named {
            self.eat(Word::Along).then_some(())?;
        }
        let text_at = self.i;
        if !named {
            self.adjectives_and_paper()?;
        }
        self.clause();
        // «согласно срокам, установленным положением» goes on after the comma.
        if self.is(0) == Some(Is::Mark(',')) && self.word(1) == Some(Word::Fixed) {
            self.i += 1;
            self.clause();
        }
        let paper = self.quoted(text_at, self.i);
        (!paper.is_empty()).then(|| Phrase::DatedBy(nominative(&paper)))
    }

    /// «в соответствии с», «на основании», «в рамках».
    fn in_accordance(&mut self) -> Option<()> {
        self.eat_if(|it| matches!(it, Is::Word(Word::In | Word::On)));
        self.eat(Word::Accordance).then_some(())?;
        self.eat(Word::Since);
        Some(())
    }

    /// A paper with adjectives before it, which may look like times («календарному плану»).
    fn adjectives_and_paper(&mut self) -> Option<()> {
        const MOST_ADJECTIVES: usize = 4;
        let paper = (0..=MOST_ADJECTIVES)
            .find(|n| matches!(self.word(*n), Some(Word::Paper | Word::Term)))?;
        let adjectives = (0..paper).all(|n| match self.is(n) {
            Some(Is::Other | Is::Mark('-')) => true,
            Some(Is::Word(word)) => is_adjective(word),
            _ => false,
        });
        self.i += paper + 1;
        adjectives.then_some(())
    }

    /// «в установленный срок», «в сроки, определённые приказом», «сроки уточняются».
    fn fixed_term(&mut self) -> Option<Phrase> {
        self.eat(Word::In);
        let from = self.i;
        self.eat_if(|it| it == Is::Other);
        let fixed_first = self.eat(Word::Fixed);
        self.eat_if(|it| it == Is::Other);
        if !self.eat_if(|it| {
            matches!(it, Is::Word(Word::Term | Word::Moment | Word::Manner | Word::Period))
        }) {
            return None;
        }
        if !fixed_first {
            self.eat_mark(',');
            let fixed_after = (0..3).any(|n| self.word(n) == Some(Word::Fixed))
                && (0..3)
                    .take_while(|n| self.word(*n) != Some(Word::Fixed))
                    .all(|n| matches!(self.is(n), Some(Is::Other | Is::Word(_))));
            let of_event = 0 < from
                && self.tokens[from - 1].is == Is::Word(Word::In)
                && matches!(self.is(0), Some(Is::Other | Is::Word(Word::Running)))
                && self.tokens[self.i - 1].is == Is::Word(Word::Term);
            if !(fixed_after || of_event) {
                return None;
            }
        }
        self.clause();
        let paper = self.quoted(from, self.i);
        Some(Phrase::DatedBy(paper))
    }

    /// «по мере необходимости», «при наличии…», «по запросу», «постоянно», «на постоянной основе».
    pub(super) fn need(&mut self) -> Option<Vec<Phrase>> {
        let phrase = match (self.word(0)?, self.word(1)) {
            (Word::AdHoc, _) => Phrase::AsNeeded,
            (Word::Along, Some(Word::Measure | Word::Need | Word::Condition)) => Phrase::AsNeeded,
            (Word::Upon, Some(Word::Need | Word::Condition)) => Phrase::AsNeeded,
            (Word::In, Some(Word::Case)) => Phrase::AsNeeded,
            (Word::In, Some(Word::Working)) if self.word(2) == Some(Word::Manner) => {
                Phrase::AsNeeded
            }
            (Word::In, Some(Word::AdHoc)) => Phrase::AsNeeded,
            (Word::In, Some(Word::This)) if self.word(2) == Some(Word::Manner) => {
                Phrase::Continuous
            }
            (Word::Steady, _) | (Word::On | Word::In, Some(Word::Steady)) => Phrase::Continuous,
            (Word::AllYear, _) => Phrase::At(When::Plan),
            _ => return None,
        };
        self.i += 1 + usize::from(!matches!(
            self.word(0),
            Some(Word::AdHoc | Word::Steady | Word::AllYear)
        ));
        self.eat_if(|it| {
            matches!(it, Is::Word(Word::Need | Word::Condition | Word::Manner | Word::This))
        });
        Some(vec![phrase])
    }
}

/// Known words that may stand before a paper.
fn is_adjective(word: Word) -> bool {
    matches!(
        word,
        Word::School
            | Word::Working
            | Word::Calendar
            | Word::Long(_)
            | Word::Fixed
            | Word::Numbered
            | Word::Every(_)
            | Word::And
            | Word::This
            | Word::Steady
    )
}

/// Words fit to stand in a normal form: one line, no sign that ends a part of a list, not too long.
pub(super) fn sanitised(words: &str) -> String {
    const MOST_LETTERS: usize = 160;
    let mut clean: String = words
        .chars()
        .map(|it| if it == ';' { ',' } else { it })
        .filter(|it| !it.is_control())
        .take(MOST_LETTERS)
        .collect();
    while clean
        .ends_with(|it: char| it.is_whitespace() || matches!(it, '.' | ',' | '-' | '–' | '—'))
    {
        clean.pop();
    }
    clean.trim_start().to_owned()
}

/// Endings of oblique cases with the nominative that papers and events are called by.
const NOUNS: [(&str, &str); 33] = [
    ("плану-графику", "план-график"),
    ("планом-графиком", "план-график"),
    ("плана-графика", "план-график"),
    ("плана", "план"),
    ("графика", "график"),
    ("итогам", "итоги"),
    ("ации", "ация"),
    ("ению", "ение"),
    ("ения", "ение"),
    ("ении", "ение"),
    ("ением", "ение"),
    ("анию", "ание"),
    ("ания", "ание"),
    ("ании", "ание"),
    ("анием", "ание"),
    ("ытия", "ытие"),
    ("иятия", "иятие"),
    ("плану", "план"),
    ("планом", "план"),
    ("графику", "график"),
    ("графиком", "график"),
    ("приказа", "приказ"),
    ("приказу", "приказ"),
    ("приказом", "приказ"),
    ("договора", "договор"),
    ("договору", "договор"),
    ("сроками", "сроки"),
    ("срокам", "сроки"),
    ("начала", "начало"),
    ("программе", "программа"),
    ("программой", "программа"),
    ("циклограмме", "циклограмма"),
    ("регламенту", "регламент"),
];

/// The words of an event or a paper with their first noun, and adjectives before it, in the
/// nominative where its ending is a known one: «плану работы» → «план работы».
pub(super) fn nominative(words: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    let mut rest = words.split(' ');
    let mut adjectives = Vec::new();
    for word in rest.by_ref() {
        if let Some(stem) = word.strip_suffix("ому").or_else(|| word.strip_suffix("ему")) {
            adjectives.push((stem.to_owned(), word.to_owned()));
            continue;
        }
        let (bare, comma) = word.strip_suffix(',').map_or((word, ""), |it| (it, ","));
        let noun = NOUNS.iter().find_map(|(oblique, plain)| {
            bare.strip_suffix(oblique).map(|stem| format!("{stem}{plain}{comma}"))
        });
        let neuter = noun.as_ref().is_some_and(|it| it.ends_with('е'));
        let known = noun.is_some();
        for (stem, as_written) in adjectives.drain(..) {
            out.push(match (known, as_written.ends_with("ому"), neuter) {
                (false, ..) => as_written,
                (true, true, true) => format!("{stem}ое"),
                (true, true, false) => format!("{stem}ый"),
                (true, false, true) => format!("{stem}ее"),
                (true, false, false) => format!("{stem}ий"),
            });
        }
        out.push(noun.unwrap_or_else(|| word.to_owned()));
        break;
    }
    out.extend(adjectives.into_iter().map(|(_, as_written)| as_written));
    out.extend(rest.map(str::to_owned));
    sanitised(&out.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_and_papers_are_called_by_their_names() {
        for (oblique, plain) in [
            ("плану работы школы", "план работы школы"),
            ("определения модели", "определение модели"),
            ("отдельному графику", "отдельный график"),
            ("учебному расписанию", "учебное расписание"),
            ("Мероприятия", "Мероприятие"),
            ("педсовета", "педсовета"),
        ] {
            assert_eq!(nominative(oblique), plain);
        }
    }
}
