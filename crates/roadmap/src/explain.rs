//! What a diagnostic means: a title, its meaning, an example and the mend.
//!
//! It decides how an explanation is laid out as text and as a page of the guide. Deliberately absent:
//! the texts (`locales`) and where they are shown.

use crate::check::code::{CODES, Code, Group};
use crate::language::Language;
use crate::plan::Severity;
use crate::texts::text;
use crate::vocabulary::plain;

/// The explanation of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explanation {
    /// The code it explains.
    pub code: Code,
    /// How grave it is.
    pub severity: Severity,
    /// Its name in a few words.
    pub title: String,
    /// Why it matters, and what is not meant by it.
    pub meaning: String,
    /// Words of a document that bring it about.
    pub example: String,
    /// The same words mended.
    pub mend: String,
}

/// Explains a code in a language.
///
/// - `code`: as printed, in any case: `R014`, `r014`.
/// - Returns: `None` for a code that does not exist.
#[must_use]
pub fn explain(code: &str, language: Language) -> Option<Explanation> {
    let entry = CODES.iter().find(|it| it.code.as_str().eq_ignore_ascii_case(code.trim()))?;
    let say = |attribute| text(language, entry.code.as_str(), attribute, &[]);
    Some(Explanation {
        code: entry.code,
        severity: entry.severity,
        title: say("title"),
        meaning: say("meaning"),
        example: say("example"),
        mend: say("mend"),
    })
}

/// The code that is most like one that does not exist: «R14», «R0140» → `R014`.
///
/// - Returns: `None` where it has no digit, and so is like no code.
#[must_use]
pub fn nearest(code: &str) -> Option<Code> {
    let digits: String = code.chars().filter(char::is_ascii_digit).take(MOST_DIGITS).collect();
    let number: i32 = digits.parse().ok()?;
    let distance = |it: &Code| {
        let known = it.as_str().trim_start_matches('R');
        let apart = known.parse::<i32>().map_or(i32::MAX, |it| (it - number).abs());
        // Two slips of three digits are another number: then the nearest one.
        (n_slips(&digits, known).min(2), apart)
    };
    CODES.iter().map(|it| it.code).min_by_key(distance)
}

/// A number of more digits is no slip of a code.
const MOST_DIGITS: usize = 6;

/// How many letters must be put in, left out or changed to make one word of another.
fn n_slips(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (i, a) in from.chars().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, b) in to.iter().enumerate() {
            let changed = corner + usize::from(a != *b);
            corner = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(corner + 1);
        }
    }
    row[to.len()]
}

/// The codes whose titles have the words of a question: «согласие» → `R021`, `R116`.
///
/// - Returns: codes in order; empty where a word is in no title.
#[must_use]
pub fn about(words: &str, language: Language) -> Vec<Code> {
    let stems: Vec<String> = plain(words)
        .split(' ')
        .filter(|it| SHORTEST_WORD <= it.chars().count())
        .map(|it| it.chars().take(SHORTEST_WORD + 1).collect())
        .collect();
    let is_meant = |code: &Code| {
        let title = plain(&text(language, code.as_str(), "title", &[]));
        stems.iter().all(|stem| title.split(' ').any(|it| it.starts_with(stem.as_str())))
    };
    let codes = CODES.iter().map(|it| it.code);
    if stems.is_empty() { Vec::new() } else { codes.filter(is_meant).collect() }
}

/// Letters of a word that may tell a title.
const SHORTEST_WORD: usize = 4;

/// The name of a severity in a language.
#[must_use]
pub fn severity(severity: Severity, language: Language) -> String {
    let id = match severity {
        Severity::Error => "severity-error",
        Severity::Warning => "severity-warning",
        Severity::Note => "severity-note",
    };
    text(language, id, "", &[])
}

/// The page of the guide with every code, as Markdown.
#[must_use]
pub fn page(language: Language) -> String {
    let label = |id| text(language, id, "", &[]);
    let mut page = format!("# {}\n\n{}", label("guide-title"), label("guide"));
    let mut group: Option<Group> = None;
    for entry in CODES {
        if group != Some(entry.group) {
            group = Some(entry.group);
            page.push_str(&format!("\n\n## {}", label(group_id(entry.group))));
        }
        let Some(it) = explain(entry.code.as_str(), language) else { continue };
        page.push_str(&format!(
            "\n\n### {} {}\n\n*{}.* {}\n\n**{}.** {}\n\n**{}.** {}",
            it.code.as_str(),
            it.title,
            capital(&severity(it.severity, language)),
            it.meaning,
            label("guide-example"),
            it.example,
            label("guide-mend"),
            it.mend,
        ));
    }
    page.push('\n');
    page
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|it| it.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The name of a group of codes in a language.
#[must_use]
pub fn group(group: Group, language: Language) -> String {
    text(language, group_id(group), "", &[])
}

fn group_id(group: Group) -> &'static str {
    match group {
        Group::Period => "group-period",
        Group::Order => "group-order",
        Group::Numbering => "group-numbering",
        Group::Missing => "group-missing",
        Group::Column => "group-column",
        Group::Figure => "group-figure",
        Group::Reference => "group-reference",
        Group::Placeholder => "group-placeholder",
        Group::Foreign => "group-foreign",
        Group::Model => "group-model",
        Group::Law => "group-law",
        Group::Coverage => "group-coverage",
        Group::Guess => "group-guess",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::{keys, lookup};

    #[test]
    fn every_code_has_every_text_in_both_languages_and_no_text_is_without_its_code() {
        for language in Language::ALL {
            for entry in CODES {
                for attribute in ["title", "message", "help", "meaning", "example", "mend"] {
                    let text = lookup(language, entry.code.as_str(), attribute);
                    assert!(text.is_some(), "{}.{attribute} in {language:?}", entry.code.as_str());
                }
            }
            for (id, _) in keys(language) {
                let is_code = id.starts_with('R') && id.len() == 4;
                assert!(
                    !is_code || explain(id, language).is_some(),
                    "{id} has no line in the table of codes"
                );
            }
        }
    }

    #[test]
    fn a_wrong_code_leads_to_the_nearest_one() {
        for (wrong, near) in [("R14", "R014"), ("R0140", "R014"), ("R999", "R135"), ("р43", "R043")]
        {
            assert_eq!(nearest(wrong).map(Code::as_str), Some(near), "{wrong}");
        }
        assert_eq!(nearest("foo"), None);
        assert!(
            explain("r014", Language::Russian).is_some()
                && explain("R000", Language::Russian).is_none()
        );
    }

    #[test]
    fn a_word_leads_to_the_codes_whose_titles_have_it() {
        let found = |words: &str| {
            let codes = about(words, Language::Russian);
            codes.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("ответственный"), "R043 R044");
        assert!(found("Согласия").contains("R116"));
        assert_eq!(found("foo"), "");
        assert_eq!(found(""), "");
    }

    #[test]
    fn the_page_of_the_guide_is_what_the_texts_say() {
        let written = include_str!("../../../docs/ru/diagnostics.md");
        let mend =
            "write it anew: cargo run -p estafeta -- explain --guide > docs/ru/diagnostics.md";
        assert!(
            written == page(Language::Russian),
            "docs/ru/diagnostics.md is out of date; {mend}"
        );
    }
}
