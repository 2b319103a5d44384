//! Letters of a text without what cannot be seen.
//!
//! It decides which characters never reach the compiler. Deliberately absent: any change of the
//! words themselves (quotes, dashes, «ё» stay).

/// Drops soft hyphens and control characters, keeps line breaks, trims the ends.
pub(super) fn tidy(text: &str) -> String {
    let keep = |it: char| {
        if it == '\t' || it == '\r' {
            return Some(' ');
        }
        let invisible = matches!(it, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}');
        (it == '\n' || !(it.is_control() || invisible)).then_some(it)
    };
    let kept: String = text.chars().filter_map(keep).collect();
    kept.trim().to_owned()
}
