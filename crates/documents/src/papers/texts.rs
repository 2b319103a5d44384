//! The standard texts of papers and samples of their data, which travel in the program.
//!
//! It decides that a kind has the files of its slug, so that kinds are listed once, in
//! `mentoring::paper`. Deliberately absent: texts that a school has changed (the store keeps them).

use mentoring::paper::PaperKind;

// Slug, text and sample of every pair of files in `templates`, by slug; the build script finds them.
include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The standard text of a kind.
#[must_use]
pub fn text(kind: PaperKind) -> &'static str {
    files(kind).1
}

/// A complete sample of the data of a kind, as JSON; its people are invented.
#[must_use]
pub fn example(kind: PaperKind) -> &'static str {
    files(kind).2
}

fn files(kind: PaperKind) -> (&'static str, &'static str, &'static str) {
    let at = TEXTS.binary_search_by_key(&kind.slug(), |(slug, ..)| slug);
    // A test wants files for every kind.
    at.map_or(("", "", ""), |at| TEXTS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_its_files_and_every_file_its_kind() {
        let mut slugs: Vec<&str> = PaperKind::ALL.iter().map(|it| it.slug()).collect();
        slugs.sort_unstable();
        assert_eq!(TEXTS.iter().map(|it| it.0).collect::<Vec<_>>(), slugs);
        assert!(TEXTS.iter().all(|(_, text, sample)| !text.is_empty() && !sample.is_empty()));
    }
}
