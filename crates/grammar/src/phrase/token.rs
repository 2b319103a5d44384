//! A phrase as words and what stands between them; a text in quotes is one piece.
//! Deliberately absent: grammar.

/// A piece of a phrase. All pieces together are the phrase.
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    kind: Kind,
    is_dotted: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Word,
    Space,
    /// A comma, a dash with spaces, a bracket: behind it another head may stand.
    Separator,
    /// Figures, quotes with what is in them, other signs.
    Other,
}

impl Token<'_> {
    pub(super) fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    pub(super) fn is_space(&self) -> bool {
        self.kind == Kind::Space
    }

    pub(super) fn is_separator(&self) -> bool {
        self.kind == Kind::Separator
    }

    /// «и.», «СПбГУ»: a dot behind, or capitals in the middle.
    pub(super) fn is_abbreviation(&self) -> bool {
        let n_capitals = self.text.chars().filter(|it| it.is_uppercase()).count();
        self.is_dotted || (1 < n_capitals && !self.is_loud() && !self.text.contains('-'))
    }

    /// Whether there is no small letter: «МБОУ», or «ДИРЕКТОР» in a heading.
    pub(super) fn is_loud(&self) -> bool {
        self.text.chars().all(|it| !it.is_lowercase())
    }
}

/// Cuts a phrase into its pieces.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = piece(first, rest);
        let (text, after) = rest.split_at(length);
        let is_dotted = kind == Kind::Word && after.starts_with('.');
        tokens.push(Token { text, kind, is_dotted });
        rest = after;
    }
    tokens
}

fn piece(first: char, rest: &str) -> (Kind, usize) {
    let while_holds = |holds: fn(char) -> bool| rest.find(|it| !holds(it)).unwrap_or(rest.len());
    match first {
        '«' | '„' | '“' | '"' => (Kind::Other, quoted(first, rest)),
        ',' | ';' | '/' | '(' | '—' | '–' => (Kind::Separator, first.len_utf8()),
        // A hyphen inside a word belongs to it; one by itself is a dash.
        '-' => (Kind::Separator, 1),
        _ if first.is_whitespace() => (Kind::Space, while_holds(char::is_whitespace)),
        _ if first.is_alphabetic() => (Kind::Word, word(rest)),
        _ => (Kind::Other, first.len_utf8()),
    }
}

/// The length of a word: letters, figures behind letters, and hyphens between them.
fn word(rest: &str) -> usize {
    let mut end = 0;
    for (at, sign) in rest.char_indices() {
        let inside =
            sign.is_alphanumeric() || (is_hyphen(sign) && is_followed_by_letter(rest, at, sign));
        if !inside {
            break;
        }
        end = at + sign.len_utf8();
    }
    end
}

fn is_hyphen(sign: char) -> bool {
    matches!(sign, '-' | '‑' | '’' | '\'')
}

fn is_followed_by_letter(rest: &str, at: usize, sign: char) -> bool {
    rest[at + sign.len_utf8()..].starts_with(char::is_alphabetic)
}

/// The length of a quotation with the quotations inside it; to the end where it is never closed.
fn quoted(open: char, rest: &str) -> usize {
    let close = match open {
        '«' => '»',
        '„' => '“',
        '“' => '”',
        _ => open,
    };
    let mut depth = 0_usize;
    for (at, sign) in rest.char_indices() {
        if sign == open && (open != close || at == 0) {
            depth += 1;
        } else if sign == close {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                return at + sign.len_utf8();
            }
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_together_are_the_phrase() {
        for (text, pieces) in [
            ("учитель-логопед", "учитель-логопед"),
            ("школа № 5", "школа| |№| |5"),
            ("МБОУ «СОШ «Луч» № 1», г. Тосно", "МБОУ| |«СОШ «Луч» № 1»|,| |г|.| |Тосно"),
            ("школа – сад", "школа| |–| |сад"),
            ("ООО \"Луч\" и", "ООО| |\"Луч\"| |и"),
            ("«без конца", "«без конца"),
            ("", ""),
        ] {
            let found: Vec<&str> = tokens(text).iter().map(|it| it.text).collect();
            assert_eq!(found.join("|"), pieces);
        }
    }

    #[test]
    fn abbreviations_are_told_from_words() {
        for (text, is) in [
            ("СПбГУ", true),
            ("и.", true),
            ("директор", false),
            ("Школа", false),
            ("ДИРЕКТОР", false),
            ("Санкт-Петербургский", false),
        ] {
            assert_eq!(tokens(text)[0].is_abbreviation(), is, "{text}");
        }
    }
}
