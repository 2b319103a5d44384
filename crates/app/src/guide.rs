//! The guide of diagnostics: what the compiler's remarks mean, for pages.
//!
//! It decides only the order. Deliberately absent: the texts (`roadmap`) and rights; the guide is
//! open to everybody.

use roadmap::check::code::CODES;
use roadmap::explain;
pub use roadmap::explain::Explanation;
pub use roadmap::language::Language;
pub use roadmap::plan::Severity;

/// One part of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// What its diagnostics are about.
    pub title: String,
    /// The diagnostics, by code.
    pub explanations: Vec<Explanation>,
}

/// Gives the whole guide, in the order of the codes.
#[must_use]
pub fn chapters(language: Language) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for entry in CODES {
        let title = explain::group(entry.group, language);
        let Some(it) = explain::explain(entry.code.as_str(), language) else { continue };
        match chapters.iter_mut().find(|chapter| chapter.title == title) {
            Some(chapter) => chapter.explanations.push(it),
            None => chapters.push(Chapter { title, explanations: vec![it] }),
        }
    }
    chapters
}

/// Explains one code, in any case; `None` where there is no such code.
#[must_use]
pub fn explanation(code: &str, language: Language) -> Option<Explanation> {
    explain::explain(code, language)
}
