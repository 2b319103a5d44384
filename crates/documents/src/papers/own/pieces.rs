//! XML of a Word part as pieces: tags and texts, without a tree.
//!
//! It decides where a tag begins and ends and what its name is. Deliberately absent: namespaces (the
//! prefix `w:` is what Word and LibreOffice write), entities, a check that the XML is sound.

/// Elements inside each other in any document of an office program, with much to spare.
pub(super) const MOST_DEPTH: usize = 256;

/// A piece of XML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// From `<` to `>`, comments and declarations too.
    Tag(&'a str),
    /// What stands between.
    Text(&'a str),
}

/// Cuts XML into pieces; joined they give the same text.
pub(super) fn pieces(xml: &str) -> Vec<Piece<'_>> {
    let mut all = Vec::with_capacity(xml.len() / 16);
    let mut rest = xml;
    while !rest.is_empty() {
        let Some(at) = rest.find('<') else {
            all.push(Piece::Text(rest));
            break;
        };
        if at != 0 {
            all.push(Piece::Text(&rest[..at]));
        }
        rest = &rest[at..];
        let end = match rest.starts_with("<!--") {
            true => rest.find("-->").map(|it| it + 3),
            false => rest.find('>').map(|it| it + 1),
        };
        let (tag, after) = rest.split_at(end.unwrap_or(rest.len()));
        all.push(Piece::Tag(tag));
        rest = after;
    }
    all
}

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag<'a> {
    /// `<w:p …>`
    Open(&'a str),
    /// `</w:p>`
    Close(&'a str),
    /// `<w:p/>`
    Empty(&'a str),
    /// A comment, a declaration.
    Other,
}

/// Reads a tag.
pub(super) fn tag(text: &str) -> Tag<'_> {
    let Some(inside) = text.strip_prefix('<').and_then(|it| it.strip_suffix('>')) else {
        return Tag::Other;
    };
    let name = |it: &str| -> usize {
        it.find(|it: char| it.is_whitespace() || it == '/').unwrap_or(it.len())
    };
    match inside.as_bytes().first() {
        None | Some(b'!' | b'?') => Tag::Other,
        Some(b'/') => Tag::Close(&inside[1..][..name(&inside[1..])]),
        _ if inside.ends_with('/') => Tag::Empty(&inside[..name(inside)]),
        _ => Tag::Open(&inside[..name(inside)]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_joined_are_the_text_and_tags_are_told_apart() {
        let xml = "<?xml?><!-- <a> --><w:p a=\"1\">да<w:r/></w:p>и<w:t";
        let joined: String = pieces(xml)
            .into_iter()
            .map(|it| match it {
                Piece::Tag(it) | Piece::Text(it) => it,
            })
            .collect();
        assert_eq!(joined, xml);
        for (text, read) in [
            ("<w:p a=\"1\">", Tag::Open("w:p")),
            ("</w:p >", Tag::Close("w:p")),
            ("<w:br/>", Tag::Empty("w:br")),
            ("<w:br />", Tag::Empty("w:br")),
            ("<!-- x -->", Tag::Other),
            ("<>", Tag::Other),
            ("<w:t", Tag::Other),
        ] {
            assert_eq!(tag(text), read, "{text}");
        }
    }
}
