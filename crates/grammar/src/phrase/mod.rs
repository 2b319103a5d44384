//! Positions and names of organisations in any case.
//!
//! It decides which words of a phrase decline: the noun at its head with the adjectives that agree
//! with it, every further head after a comma, a dash or «и», and a noun put beside the head («учреждение
//! средняя школа»). What depends on the head («директора по воспитательной работе»), what stands in
//! quotes and abbreviations stay. Deliberately absent: the plural, and how one word declines (`word`).

mod settled;
mod token;
mod trader;
mod word;

pub use settled::settled_position;

use crate::case::{Animacy, Case, Gender};
use crate::letters::composed;
use crate::own::{OwnForms, Part};
use token::Token;

/// Declines a position: «заместитель директора по воспитательной работе» → «заместителю директора по
/// воспитательной работе».
///
/// - `text`: in the nominative; capitals, quotes and spaces are kept.
#[must_use]
pub fn position(text: &str, case: Case) -> String {
    phrase(text, Animacy::Animate, case)
}

/// Declines a position, with the person's own form in the place of ours.
///
/// - `own`: forms that the person has corrected.
#[must_use]
pub fn position_with(text: &str, case: Case, own: &OwnForms) -> String {
    own.get(Part::Position, case).map_or_else(|| position(text, case), str::to_owned)
}

/// Declines the name of an organisation: «муниципальное учреждение «Школа № 5»» → «муниципальным
/// учреждением «Школа № 5»»; the name of a person behind «индивидуальный предприниматель» declines too.
///
/// - `text`: in the nominative; capitals, quotes and spaces are kept.
#[must_use]
pub fn organisation(text: &str, case: Case) -> String {
    trader::decline(text, case).unwrap_or_else(|| phrase(text, Animacy::Inanimate, case))
}

/// What must be true of the head of a phrase that may begin at some word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Head {
    /// Any noun: the phrase begins here.
    Any,
    /// A noun that is known to head positions and names.
    Known,
}

fn phrase(text: &str, animacy: Animacy, case: Case) -> String {
    if case == Case::Nominative {
        return text.to_owned();
    }
    let text = composed(text);
    let tokens = token::tokens(&text);
    let mut declined: Vec<String> = tokens.iter().map(|it| it.text.to_owned()).collect();
    let mut at = 0;
    let mut state = Place::Beginning;
    while at < tokens.len() {
        let head = match state {
            Place::Beginning => Some(Head::Any),
            Place::Joint | Place::AfterHead => Some(Head::Known),
            Place::Inside { .. } => None,
        };
        let found = head.filter(|_| tokens[at].is_word()).and_then(|it| group(&tokens, at, it));
        if let Some(group) = found {
            for (word, gender) in group.words {
                declined[word] = word::decline(tokens[word].text, gender, animacy, case);
            }
            at = group.end;
            state = Place::AfterHead;
        } else {
            state = state.after(&tokens, at);
            at += 1;
        }
    }
    declined.concat()
}

/// The adjective of «вечерняя (сменная) школа» at its bracket.
fn bracketed(
    tokens: &[Token<'_>],
    at: usize,
    before: &[(usize, Gender)],
) -> Option<(usize, Gender)> {
    let [open, inner, close, ..] = tokens.get(at..)? else { return None };
    let (_, gender) = before.last()?;
    let agrees = word::adjective(inner.text) == Some(*gender);
    (open.text == "(" && close.text == ")" && agrees).then_some((at + 1, *gender))
}

/// Whether a token is no word that declines: a sign, an abbreviation, a word in capitals that is none
/// of the known words.
fn stays(token: &Token<'_>) -> bool {
    if !token.is_word() || token.is_abbreviation() || ["врио", "ио"].contains(&token.text) {
        return true;
    }
    let is_known = || {
        let is_long = LONGEST_ABBREVIATION < token.text.chars().count();
        word::known_head(token.text).is_some() || (is_long && word::adjective(token.text).is_some())
    };
    token.is_loud() && !is_known()
}

/// Letters of the longest word in capitals that may be an abbreviation though it ends as an
/// adjective does.
const LONGEST_ABBREVIATION: usize = 6;

/// Where in a phrase the next word stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Nothing but abbreviations, figures and adverbs has passed.
    Beginning,
    /// Right behind a head: the next word may be a noun beside it.
    AfterHead,
    /// Behind a comma, a dash, «и»: the next word may be a further head.
    Joint,
    /// Among words that depend on the head; behind «за», «на» the accusative looks like a head.
    Inside { behind_preposition: bool },
}

impl Place {
    /// The place behind a token that is no head.
    fn after(self, tokens: &[Token<'_>], at: usize) -> Self {
        let token = &tokens[at];
        let inside = Self::Inside { behind_preposition: self.is_behind_preposition() };
        if token.is_space() {
            return self;
        }
        if token.is_separator() {
            return Self::Joint;
        }
        match token.text.to_lowercase().as_str() {
            "и" | "или" if self.is_behind_preposition() => inside,
            "и" | "или" => Self::Joint,
            "временно" => self,
            // «И. о. директора»: what follows depends on the abbreviation, unless it is a known head.
            _ if stays(token) && self == Self::Beginning => Self::AfterHead,
            _ if stays(token) => self,
            "за" | "на" | "в" | "во" => Self::Inside { behind_preposition: true },
            _ => inside,
        }
    }

    fn is_behind_preposition(self) -> bool {
        self == Self::Inside { behind_preposition: true }
    }
}

/// A head with the adjectives before it.
struct Group {
    /// Indices of the tokens that decline, with their gender.
    words: Vec<(usize, Gender)>,
    /// The index of the token behind the head.
    end: usize,
}

/// The group that begins at a word: adjectives of one gender and a noun of the same.
fn group(tokens: &[Token<'_>], start: usize, head: Head) -> Option<Group> {
    let mut words: Vec<(usize, Gender)> = Vec::new();
    let mut at = start;
    while let Some(token) = tokens.get(at) {
        if token.is_space() {
            at += 1;
            continue;
        }
        if let Some(adjective) = bracketed(tokens, at, &words) {
            words.push(adjective);
            at += 3;
            continue;
        }
        if stays(token) {
            break;
        }
        let gender = words.last().map(|(_, gender)| *gender);
        if let Some(noun) = word::known_head(token.text) {
            if gender.is_some_and(|it| it != noun) {
                break;
            }
            words.push((at, noun));
            return Some(Group { words, end: at + 1 });
        }
        let adjective =
            word::adjective(token.text).filter(|it| gender.is_none_or(|was| was == *it));
        if let Some(adjective) = adjective {
            words.push((at, adjective));
            at += 1;
            continue;
        }
        let governs = words.last().is_some_and(|(at, _)| word::is_substantive(tokens[*at].text));
        let may_be_noun = head == Head::Any && !governs && !word::is_unchanging(token.text);
        if let Some(noun) = word::noun_by_ending(token.text, gender).filter(|_| may_be_noun) {
            words.push((at, noun));
            return Some(Group { words, end: at + 1 });
        }
        break;
    }
    // Adjectives without a noun head a phrase themselves: «заведующий», «вожатая».
    let (last, _) = *words.last()?;
    let stands_alone = head == Head::Any || word::is_substantive(tokens[last].text);
    stands_alone.then_some(Group { words, end: last + 1 })
}
