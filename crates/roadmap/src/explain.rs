//! What a diagnostic means: a title, its meaning, an example and the mend.
//!
//! It decides how an explanation is laid out as text and as a page of the guide. Deliberately absent:
//! the texts (`locales`) and where they are shown.

use crate::check::code::{CODES, Code, Group};
use crate::language::Language;
use crate::plan::Severity;
use crate::texts::text;

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

/// The code that is most like one that does not exist: «R14» → `R014`.
#[must_use]
pub fn nearest(code: &str) -> Code {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let number: i32 = digits.parse().unwrap_or_default();
    let distance = |it: Code| {
        let known: i32 = it.as_str().trim_start_matches('R').parse().unwrap_or_default();
        (known - number).abs()
    };
    CODES.iter().map(|it| it.code).min_by_key(|it| distance(*it)).unwrap_or(CODES[0].code)
}

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
        assert_eq!(nearest("R14").as_str(), "R014");
        assert_eq!(nearest("R999").as_str(), "R135");
        assert!(
            explain("r014", Language::Russian).is_some()
                && explain("R000", Language::Russian).is_none()
        );
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
