//! Tags of a template that Word has torn into several runs are put together again.
//!
//! It decides where a torn tag ends, and mends what an office program does inside one: typographic
//! quotes, entities, spaces that do not break. Deliberately absent: what the tags mean.

use super::pieces::{Piece, Tag, pieces, tag};

/// Joins torn tags in the XML of a part.
///
/// - Returns: the same XML with every `{{ }}`, `{% %}` and `{# #}` of a paragraph in one text.
pub(super) fn join(xml: &str) -> String {
    let all = pieces(xml);
    let mut out = String::with_capacity(xml.len());
    let mut at = Place { piece: 0, byte: 0 };
    let mut is_text = false;
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
                match whole_tag(&all, at) {
                    Some((inside, after)) => {
                        out.push_str(&mended(&inside));
                        at = after;
                    }
                    None => {
                        out.push('{');
                        at.byte += 1;
                    }
                }
            }
        }
    }
    out
}

/// A place among the pieces.
#[derive(Clone, Copy)]
struct Place {
    piece: usize,
    byte: usize,
}

/// Signs in the longest tag that is looked for.
const MOST_SIGNS: usize = 4_000;

/// The tag that begins at a `{`, and the place behind it; `None` where it is no tag or is not
/// closed in its paragraph.
fn whole_tag(all: &[Piece<'_>], from: Place) -> Option<(String, Place)> {
    let mut inside = String::new();
    let mut signs = Signs { all, at: from, is_text: true };
    let mut close = None;
    for _ in 0..MOST_SIGNS {
        let sign = signs.next()?;
        inside.push(sign);
        match inside.chars().count() {
            1 => {}
            2 => {
                close = match sign {
                    '{' => Some("}}"),
                    '%' => Some("%}"),
                    '#' => Some("#}"),
                    _ => return None,
                };
            }
            _ if close.is_some_and(|it| inside.ends_with(it)) && 4 <= inside.len() => {
                return Some((inside, signs.at));
            }
            _ => {}
        }
    }
    None
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
            let paragraph = |it: &str| format!("<w:p>{it}</w:p>");
            assert_eq!(join(&paragraph(&torn)), paragraph(&whole), "{torn}");
        }
        let apart = format!("<w:p>{}</w:p><w:p>{}</w:p>", kept("{{ a"), kept("}}"));
        assert_eq!(join(&apart), apart);
    }
}
