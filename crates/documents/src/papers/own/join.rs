//! Tags of a template that Word has torn into several runs are put together again.
//!
//! It decides where a torn tag ends, and mends what an office program does inside one: typographic
//! quotes, entities, spaces that do not break. Deliberately absent: what the tags mean.

use super::pieces::{Piece, Tag, pieces, tag};

/// Joins torn tags in the XML of a part.
///
/// - Returns: the same XML with every `{{ }}`, `{% %}` and `{# #}` of a paragraph in one text; `None`
///   where a tag is longer than any can be.
pub(super) fn join(xml: &str) -> Option<String> {
    let all = pieces(xml);
    let mut out = String::with_capacity(xml.len());
    let mut at = Place { piece: 0, byte: 0 };
    let mut is_text = false;
    // Up to here no tag is closed: a paragraph of opening signs alone is walked once.
    let mut unclosed = 0;
    while let Some(piece) = all.get(at.piece) {
        match *piece {
            Piece::Tag(it) => {
                is_text = tag(it) == Tag::Open("w:t");
                // Without this an office program eats spaces at the edges of what is put in.
                match is_text {
                    true => out.push_str("<w:t xml:space=\"preserve\">"),
                    false => out.push_str(it),
                }
                at = Place { piece: at.piece + 1, byte: 0 };
            }
            Piece::Text(it) if !is_text => {
                out.push_str(it);
                at = Place { piece: at.piece + 1, byte: 0 };
            }
            Piece::Text(it) => {
                let rest = &it[at.byte..];
                let begin = rest.find('{').unwrap_or(rest.len());
                out.push_str(&rest[..begin]);
                at.byte += begin;
                if at.byte == it.len() {
                    at = Place { piece: at.piece + 1, byte: 0 };
                    continue;
                }
                let found = match at.piece < unclosed {
                    true => Found::NoTag,
                    false => whole_tag(&all, at),
                };
                match found {
                    Found::Tag(inside, after) => {
                        out.push_str(&mended(&inside));
                        at = after;
                    }
                    Found::TooLong => return None,
                    Found::NoTag | Found::Unclosed(_) => {
                        if let Found::Unclosed(until) = found {
                            unclosed = until;
                        }
                        out.push('{');
                        at.byte += 1;
                    }
                }
            }
        }
    }
    Some(out)
}

/// A place among the pieces.
#[derive(Clone, Copy)]
struct Place {
    piece: usize,
    byte: usize,
}

/// Signs in the longest tag that is looked for.
const MOST_SIGNS: usize = 4_000;

/// What begins at a `{`.
enum Found {
    /// A tag, and the place behind it.
    Tag(String, Place),
    /// Just a sign.
    NoTag,
    /// A tag that is not closed in its paragraph, which ends before this piece.
    Unclosed(usize),
    TooLong,
}

fn whole_tag(all: &[Piece<'_>], from: Place) -> Found {
    let mut inside = String::new();
    let mut signs = Signs { all, at: from, is_text: true };
    let mut close = "";
    for n_signs in 1..=MOST_SIGNS {
        let Some(sign) = signs.next() else {
            return if n_signs <= 2 { Found::NoTag } else { Found::Unclosed(signs.at.piece) };
        };
        inside.push(sign);
        match n_signs {
            1 => {}
            2 => {
                close = match sign {
                    '{' => "}}",
                    '%' => "%}",
                    '#' => "#}",
                    _ => return Found::NoTag,
                };
            }
            4.. if inside.ends_with(close) => return Found::Tag(inside, signs.at),
            _ => {}
        }
    }
    Found::TooLong
}

/// The signs of the texts of one paragraph, through the runs.
struct Signs<'a> {
    all: &'a [Piece<'a>],
    at: Place,
    is_text: bool,
}

impl Signs<'_> {
    fn next(&mut self) -> Option<char> {
        loop {
            match *self.all.get(self.at.piece)? {
                Piece::Tag(it) => {
                    self.is_text = match tag(it) {
                        Tag::Close("w:p") | Tag::Open("w:p") => return None,
                        it => it == Tag::Open("w:t"),
                    };
                }
                Piece::Text(it) if self.is_text => {
                    if let Some(sign) = it[self.at.byte..].chars().next() {
                        self.at.byte += sign.len_utf8();
                        return Some(sign);
                    }
                }
                Piece::Text(_) => {}
            }
            self.at = Place { piece: self.at.piece + 1, byte: 0 };
        }
    }
}

/// A tag as its author meant it.
fn mended(inside: &str) -> String {
    let plain = inside
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    let mut whole = String::with_capacity(plain.len());
    let mut closing: Option<(&[char], char)> = None;
    for sign in plain.chars() {
        match closing {
            Some((ends, mark)) if ends.contains(&sign) => {
                whole.push(mark);
                closing = None;
            }
            Some((_, mark)) if sign == mark => whole.extend(['\\', sign]),
            Some(_) => whole.push(sign),
            None => {
                let opened: Option<(&[char], char)> = match sign {
                    '"' => Some((&['"'], '"')),
                    '\'' => Some((&['\''], '\'')),
                    '“' | '”' | '„' | '‟' => Some((&['“', '”'], '"')),
                    '«' => Some((&['»'], '"')),
                    '‘' | '’' | '‚' => Some((&['’', '‘'], '\'')),
                    _ => None,
                };
                whole.push(match (opened, sign) {
                    (Some((_, mark)), _) => mark,
                    (None, '\u{a0}' | '\u{202f}') => ' ',
                    (None, _) => sign,
                });
                closing = opened;
            }
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph_of(runs: &str) -> String {
        format!("<w:p>{runs}</w:p>")
    }

    #[test]
    fn torn_tags_are_joined_and_the_rest_stays() {
        let run = |text: &str| format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r>");
        let kept = |text: &str| run(text).replace("<w:t>", "<w:t xml:space=\"preserve\">");
        for (torn, whole) in [
            (run("{") + &run("{ na") + &run("me }} и"), kept("{{ name }} и")),
            (run("a {{ x|default(“да”) }}"), kept("a {{ x|default(\"да\") }}")),
            (run("{% if a == «б» &amp;&amp; c %}"), kept("{% if a == \"б\" && c %}")),
            (run("{ x } {{"), kept("{ x } {{")),
            (run("{%tr for a in b %}"), kept("{%tr for a in b %}")),
            (run("{{ 'МБОУ «Школа»' }}"), kept("{{ 'МБОУ «Школа»' }}")),
        ] {
            assert_eq!(join(&paragraph_of(&torn)), Some(paragraph_of(&whole)), "{torn}");
        }
        let apart = format!("<w:p>{}</w:p><w:p>{}</w:p>", kept("{{ a"), kept("}}"));
        assert_eq!(join(&apart).as_deref(), Some(apart.as_str()));
        let opened = paragraph_of(&run("{").repeat(MOST_SIGNS - 1));
        assert_eq!(join(&opened), Some(opened.replace("<w:t>", "<w:t xml:space=\"preserve\">")));
        assert_eq!(join(&paragraph_of(&run("{").repeat(MOST_SIGNS))), None);
    }
}
