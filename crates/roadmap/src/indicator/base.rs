//! Of what a figure is a share or a count: «от общего количества обучающихся».
//!
//! It decides which words after or before a figure name its population, as written. Deliberately
//! absent: how large a population is.

use super::measure::COUNT;
use crate::vocabulary::{Kind, Lexicon, Token, squeeze};
use std::ops::Range;
use std::sync::LazyLock;

/// Verbs and short participles that end a noun phrase; full participles belong to it.
static VERB: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        (),
        &[
            "приня*",
            "прошл*",
            "пройд*",
            "проход*",
            "име*",
            "участв*",
            "охвач*",
            "вовлеч*",
            "вовлек*",
            "заполн*",
            "удовлетворен*",
            "предостав*",
            "реализова*",
            "выполн*",
            "заверш*",
            "получ*",
            "подпис*",
            "дал*",
            "обуч*",
            "включ*",
            "должн*",
            "будет",
            "будут",
            "остал*",
            "закрепи*",
            "закреп*",
            "продолж*",
            "составля*",
            "составил*",
            "достиг*",
            "повыс*",
            "отмет*",
            "оформ*",
            "оценив*",
            "оцен*",
            "не",
            "созда*",
            "разработ*",
            "провед*",
            "привлеч*",
            "утвержд*",
            "приш*",
            "присутств*",
            "посет*",
            "стал*",
            "зарегистрир*",
            "сформир*",
            "подготов*",
            "размещ*",
            "опублик*",
            "собран*",
            "довол*",
            "знаком*",
            "ознаком*",
            "проинформ*",
            "информирован*",
        ],
    )])
});

/// Nouns whose genitive is the population: «доля педагогов».
static HEAD: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        (),
        &[
            "дол~",
            "доля",
            "долю",
            "процент~",
            "охват~",
            "количеств~",
            "числ~",
            "численность",
            "удельн* вес~",
            "удовлетворенность",
            "удовлетворенности",
            "явк~",
            "участие",
            "вовлеченность",
            "выполнение",
            "реализация",
            "уровень удовлетворенности",
        ],
    )])
});

fn is_adjectival(word: &str) -> bool {
    [
        "ых",
        "их",
        "ого",
        "его",
        "ый",
        "ий",
        "ой",
        "ей",
        "ые",
        "ие",
        "ая",
        "яя",
        "ыми",
        "ими",
        "ихся",
        "егося",
    ]
    .iter()
    .any(|it| word.ends_with(it))
}

fn is_verb(all: &[Token], at: usize) -> bool {
    VERB.at(all, at).is_some() && !is_adjectival(&all[at].text)
        || all[at].text.ends_with("лись")
        || all[at].text.ends_with("лся")
}

fn is_instrumental(word: &str) -> bool {
    ["ами", "ями", "ыми", "ими", "ством", "ием", "ией", "ой", "ым"]
        .iter()
        .any(|it| word.ends_with(it))
}

/// The population of a figure, as written.
///
/// - `after`: the first token behind the figure and its unit.
/// - `clause`: the tokens of the clause of the figure; `sentence`: where its sentence begins;
///   `before`: where its comparator begins.
pub(super) fn of(
    text: &str,
    all: &[Token],
    after: usize,
    clause: &Range<usize>,
    sentence: usize,
    before: usize,
) -> Option<String> {
    let found = behind(all, after)
        .or_else(|| ahead(all, clause.start..before, true))
        .or_else(|| ahead(all, sentence..before, true))
        .or_else(|| ahead(all, clause.start..before, false))?;
    words(text, all, found)
}

/// The population that a text names with «охват», «доля», for a bare share in another cell.
pub(super) fn named(text: &str, all: &[Token]) -> Option<String> {
    words(text, all, ahead(all, 0..all.len(), true)?)
}

/// The population behind a count: «500 представителей родительской общественности», «3 занятий для
/// каждой группы».
pub(super) fn of_count(text: &str, all: &[Token], unit: Range<usize>) -> Option<String> {
    let noun = phrase(all, unit.start);
    let each = all
        .get(unit.end)
        .is_some_and(|it| matches!(it.text.as_str(), "для" | "в" | "на" | "с" | "от"))
        && all.get(unit.end + 1).is_some_and(|it| it.text.starts_with("кажд"));
    if each {
        return words(text, all, phrase(all, unit.end + 1));
    }
    let people = COUNT.at(all, unit.start).is_some_and(|it| it.means.0 == "people");
    let says_more = unit.end < noun.end
        || !matches!(all[unit.start].text.as_str(), "человек" | "чел" | "человека");
    if people && says_more { words(text, all, noun) } else { None }
}

fn words(text: &str, all: &[Token], at: Range<usize>) -> Option<String> {
    let (first, last) = (all.get(at.start)?, all.get(at.end.checked_sub(1)?)?);
    let found = text.get(first.at.start..last.at.end)?;
    // «60 педагогов, что составляет …» counts teachers.
    let found = found.split_once(", что").map_or(found, |it| it.0);
    Some(squeeze(found)).filter(|it| !it.is_empty())
}

fn word(all: &[Token], at: usize) -> &str {
    all.get(at).map_or("", |it| it.text.as_str())
}

fn behind(all: &[Token], after: usize) -> Option<Range<usize>> {
    // «30 % – молодые педагоги».
    let after = if all.get(after).is_some_and(Token::is_dash) { after + 1 } else { after };
    let at = skip_from(all, after).unwrap_or(after);
    let token = all.get(at)?;
    if !token.is_word() && !matches!(token.kind, Kind::Mark('«' | '"'))
        || is_verb(all, at)
        || is_preposition(&token.text)
    {
        return None;
    }
    let noun = phrase(all, at);
    // «90 % специалистов от общего количества педагогического состава».
    if let Some(whole) = skip_from(all, noun.end) {
        return Some(phrase(all, whole)).filter(|it| !it.is_empty());
    }
    (!noun.is_empty()).then_some(noun)
}

/// Behind «от (общего количества)», «из (числа)».
fn skip_from(all: &[Token], at: usize) -> Option<usize> {
    if !matches!(word(all, at), "от" | "из") {
        return None;
    }
    let mut at = at + 1;
    while ["общ", "все", "количеств", "числ", "численност", "их"]
        .iter()
        .any(|it| word(all, at).starts_with(it))
    {
        at += 1;
    }
    all.get(at).is_some_and(Token::is_word).then_some(at)
}

fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "в" | "во"
            | "на"
            | "по"
            | "до"
            | "к"
            | "ко"
            | "при"
            | "за"
            | "с"
            | "со"
            | "у"
            | "и"
            | "для"
            | "от"
            | "из"
            | "не"
            | "а"
            | "через"
            | "о"
            | "об"
    )
}

/// A noun phrase from a token on.
fn phrase(all: &[Token], start: usize) -> Range<usize> {
    let mut at = start;
    while let Some(token) = all.get(at) {
        match token.kind {
            Kind::Word if at != start && is_preposition(&token.text) => {
                let place = ["школ", "организац", "учрежден", "оо", "доу", "колледж", "техникум"];
                let held = token.text == "за" && word(all, at - 1).ends_with("ных");
                let stays = held
                    || matches!(token.text.as_str(), "в" | "и")
                        && place.iter().any(|it| word(all, at + 1).starts_with(it))
                    || token.text == "и"
                        && all.get(at + 1).is_some_and(|it| it.is_word())
                        && !is_verb(all, at + 1);
                if !stays {
                    break;
                }
            }
            Kind::Word if is_verb(all, at) || token.text.starts_with("ежегодн") => break,
            Kind::Word => {}
            Kind::Mark('«' | '»' | '"' | '№') => {}
            Kind::Mark(',') if goes_on(all, at + 1) => {}
            Kind::Mark('-' | '/') if token.glued => {}
            Kind::Number if all[at - 1].is_mark('№') => {}
            _ => break,
        }
        at += 1;
    }
    start..at
}

/// Whether the phrase goes on after a comma: a participle of it, or one more noun before a verb.
fn goes_on(all: &[Token], at: usize) -> bool {
    let participle = ["ных", "нных", "щих", "щихся", "вших", "вшихся", "емых"]
        .iter()
        .any(|it| word(all, at).ends_with(it));
    participle && VERB.at(all, at).is_some()
        || all.get(at).is_some_and(Token::is_word)
            && all.get(at + 1).is_some()
            && is_verb(all, at + 1)
            && !is_verb(all, at)
            && !word(all, at).starts_with("котор")
            && !word(all, at).starts_with("участи")
}

fn ahead(all: &[Token], clause: Range<usize>, named: bool) -> Option<Range<usize>> {
    let head = clause
        .clone()
        .rev()
        .find_map(|at| HEAD.at(all, at))
        .filter(|it| it.tokens.end <= clause.end);
    let mut start = match &head {
        Some(it) => it.tokens.end,
        None if named => return None,
        None => clause.start,
    };
    while head.is_some() && start < clause.end && is_instrumental(word(all, start)) {
        start += 1;
    }
    if !all.get(start)?.is_word() || is_verb(all, start) || is_preposition(word(all, start)) {
        return None;
    }
    let end = phrase(all, start).end.min(clause.end);
    (start < end).then_some(start..end)
}
