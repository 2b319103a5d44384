//! A cursor over XML that cannot be led astray: depth is limited, entities are not expanded.
//!
//! It decides how elements are walked by their local names (the prefixes differ between programs).
//! Deliberately absent: namespaces, document types, custom entities.

use super::limits::{MAX_DEPTH, MAX_NODES, MAX_PART_BYTES, MAX_TEXT_BYTES};
use super::not_read::NotRead;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;

/// What the cursor met.
pub(super) enum Node<'a> {
    /// An element begins; a [`Node::Close`] follows for each, also for an empty element.
    Open(Tag<'a>),
    /// The innermost element ends.
    Close,
    /// A piece of text; one text may come in several pieces.
    Text(Cow<'a, str>),
    /// The document is over.
    End,
}

/// The start of an element.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The first attribute with the local name, entities resolved.
    pub(super) fn attr(&self, name: &str) -> Option<String> {
        // Checking for doubles would be quadratic in the number of attributes.
        self.0
            .attributes()
            .with_checks(false)
            .flatten()
            .find(|it| it.key.local_name().into_inner() == name)
            .map(|it| unescape(&it.value).map_or_else(|_| it.value.to_string(), Cow::into_owned))
    }

    /// An attribute as a whole number.
    pub(super) fn number(&self, name: &str) -> Option<usize> {
        self.attr(name)?.trim().parse().ok()
    }

    /// The value of an on-off property: `<w:b/>` is on, `<w:b w:val="0"/>` is off.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.attr("val").as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// The cursor.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    nodes: usize,
}

impl<'a> Xml<'a> {
    /// Begins to walk a document.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, depth: 0, nodes: 0 }
    }

    /// The next node; comments, declarations and document types are passed over.
    pub(super) fn next(&mut self) -> Result<Node<'a>, NotRead> {
        loop {
            self.nodes += 1;
            if MAX_NODES < self.nodes {
                return Err(NotRead::UnpacksTooLarge { limit: MAX_PART_BYTES });
            }
            match self.reader.read_event().map_err(NotRead::damaged)? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(NotRead::TooDeep { limit: MAX_DEPTH });
                    }
                    return Ok(Node::Open(Tag(start)));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Node::Close);
                }
                Event::Text(text) => return Ok(Node::Text(text.xml10_content())),
                Event::CData(text) => return Ok(Node::Text(text.xml10_content())),
                Event::GeneralRef(it) => {
                    let resolved = match it.resolve_char_ref() {
                        Ok(Some(c)) => Cow::Owned(c.to_string()),
                        _ => Cow::Borrowed(resolve_predefined_entity(&it).unwrap_or_default()),
                    };
                    return Ok(Node::Text(resolved));
                }
                Event::Eof if self.depth == 0 => return Ok(Node::End),
                Event::Eof => return Err(NotRead::damaged("the document breaks off")),
                _ => {}
            }
        }
    }

    /// Passes over the rest of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), NotRead> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            if let Node::End = self.next()? {
                break;
            }
        }
        Ok(())
    }

    /// The text of the element that was opened last, of all its depth.
    pub(super) fn text(&mut self) -> Result<String, NotRead> {
        let outside = self.depth.saturating_sub(1);
        let mut whole = String::new();
        while self.depth > outside {
            match self.next()? {
                Node::Text(text) => push(&mut whole, &text),
                Node::End => break,
                Node::Open(_) | Node::Close => {}
            }
        }
        Ok(whole)
    }
}

/// Adds to a text as long as it may be kept at all.
pub(super) fn push(whole: &mut String, text: &str) {
    let room = (MAX_TEXT_BYTES + 1).saturating_sub(whole.len());
    whole.push_str(&text[..text.floor_char_boundary(room)]);
}
