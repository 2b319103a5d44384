//! Tags that stand for a whole row, cell or paragraph: `{%tr for … %}`, `{%tc … %}`, `{%p if … %}`.
//!
//! It decides which element each replaces. Deliberately absent: rich texts and pictures of docxtpl
//! (`{{r …}}` and `{{p …}}` print their value as plain words).

use super::pieces::{MOST_DEPTH, Piece, Tag, pieces, tag};

/// The letters behind `{%`, and the element that they name.
const RAISED: [(&str, &str); 4] = [("tr", "w:tr"), ("tc", "w:tc"), ("p", "w:p"), ("r", "w:r")];

/// An element that is open.
struct Open<'a> {
    name: &'a str,
    /// Where it begins in the text that is written.
    begin: usize,
    /// The tags that take its place.
    instead: String,
}

/// Puts raised tags in the place of their elements.
///
/// - Returns: `None` where elements are nested deeper than in any document.
pub(super) fn raise(xml: &str) -> Option<String> {
    let mut out = String::with_capacity(xml.len());
    let mut open: Vec<Open<'_>> = Vec::new();
    for piece in pieces(xml) {
        match piece {
            Piece::Text(text) => texts(text, &mut open, &mut out),
            Piece::Tag(text) => {
                let read = tag(text);
                if let Tag::Open(name) = read {
                    if MOST_DEPTH <= open.len() {
                        return None;
                    }
                    open.push(Open { name, begin: out.len(), instead: String::new() });
                }
                out.push_str(text);
                if let Tag::Close(name) = read
                    && let Some(at) = open.iter().rposition(|it| it.name == name)
                {
                    for it in open.drain(at..).take(1).filter(|it| !it.instead.is_empty()) {
                        out.truncate(it.begin);
                        out.push_str(&it.instead);
                    }
                }
            }
        }
    }
    Some(out)
}

/// Writes a text, and remembers the raised tags in it with their elements.
fn texts(text: &str, open: &mut [Open<'_>], out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some((mark, element, after)) = raised(rest) else {
            out.push('{');
            rest = &rest[1..];
            continue;
        };
        let (inside, behind) = after.split_once(closing(mark)).unwrap_or((after, ""));
        let whole = format!("{mark}{inside}{}", closing(mark));
        rest = behind;
        let place = open.iter_mut().rfind(|it| it.name == element);
        match place.filter(|_| mark != "{{") {
            Some(it) => it.instead.push_str(&whole),
            None => out.push_str(&whole),
        }
    }
    out.push_str(rest);
}

fn closing(mark: &str) -> &'static str {
    match mark {
        "{%" => "%}",
        "{#" => "#}",
        _ => "}}",
    }
}

/// The mark, the element and what follows the letters, where a text begins with a raised tag.
fn raised(text: &str) -> Option<(&'static str, &'static str, &str)> {
    let mark = ["{%", "{{", "{#"].into_iter().find(|it| text.starts_with(it))?;
    let inside = &text[mark.len()..];
    RAISED.into_iter().find_map(|(letters, element)| {
        let after = inside.strip_prefix(letters)?;
        after.starts_with([' ', '\n']).then_some((mark, element, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_cells_and_paragraphs_give_way_to_their_tags() {
        let row = |text: &str| format!("<w:tr><w:tc><w:p><w:t>{text}</w:t></w:p></w:tc></w:tr>");
        let table = [row("{%tr for a in b %}"), row("{{ a }}"), row("{%tr endfor %}")].concat();
        let raised = format!("{{% for a in b %}}{}{{% endfor %}}", row("{{ a }}"));
        assert_eq!(raise(&table), Some(raised));
        for (xml, wanted) in [
            ("<w:p><w:r><w:t>{%p if a %}</w:t></w:r></w:p>", "{% if a %}"),
            (
                "<w:p><w:r><w:t>{{r a }}</w:t></w:r></w:p>",
                "<w:p><w:r><w:t>{{ a }}</w:t></w:r></w:p>",
            ),
            ("<w:tc><w:p>{%tc for a in b %}</w:p></w:tc>", "{% for a in b %}"),
            ("<w:t>{%tr for %}</w:t>", "<w:t>{% for %}</w:t>"),
            ("<w:t>{% print %}{ x</w:t>", "<w:t>{% print %}{ x</w:t>"),
        ] {
            assert_eq!(raise(xml).as_deref(), Some(wanted), "{xml}");
        }
    }
}
