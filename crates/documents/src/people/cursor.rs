//! A cursor over XML that is unpacked piece by piece: no part of a package is ever held whole.
//!
//! It decides how much of a part is looked at and how large one piece may be. Deliberately absent:
//! namespaces, document types, entities of a document's own; sheets in two-byte letters.

use super::limits::{MAX_DEPTH, MAX_PART_BYTES, MAX_PIECE_BYTES, MAX_TEXT_BYTES};
use crate::read::NotRead;
use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};

/// What the cursor met.
pub(super) enum Piece<'b> {
    /// An element begins; a [`Piece::Close`] follows for each, also for an empty element.
    Open(Tag<'b>),
    /// The innermost element ends.
    Close,
    /// A piece of text; one text may come in several pieces.
    Text(Cow<'b, str>),
    /// The part is over.
    End,
}

/// The start of an element.
pub(super) struct Tag<'b>(BytesStart<'b>);

impl Tag<'_> {
    /// The name without its prefix.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// Calls with the local name and the value of each attribute, entities resolved.
    pub(super) fn attributes(&self, mut each: impl FnMut(&str, &str)) {
        for it in self.0.attributes().with_checks(false).flatten() {
            let name = it.key.local_name().into_inner();
            match it.value.contains('&') {
                false => each(name, &it.value),
                true => each(name, &unescape(&it.value).unwrap_or(Cow::Borrowed(&it.value))),
            }
        }
    }

    /// The first attribute with the local name.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut found = None;
        self.attributes(|it, value| {
            if found.is_none() && it == name {
                found = Some(value.to_owned());
            }
        });
        found
    }
}

/// Bytes that are counted: of the whole part, and of one piece.
struct Metered<R> {
    inner: BufReader<R>,
    whole: usize,
    piece: usize,
}

impl<R: Read> Read for Metered<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let n = self.inner.read(buffer)?;
        self.whole += n;
        Ok(n)
    }
}

impl<R: Read> BufRead for Metered<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if MAX_PART_BYTES < self.whole || MAX_PIECE_BYTES < self.piece {
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, "too large"));
        }
        self.inner.fill_buf()
    }

    fn consume(&mut self, n: usize) {
        self.whole += n;
        self.piece += n;
        self.inner.consume(n);
    }
}

/// The cursor.
pub(super) struct Cursor<R: Read> {
    reader: Reader<Metered<R>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<R: Read> Cursor<R> {
    /// Begins to walk a part.
    pub(super) fn new(part: R) -> Self {
        let inner = BufReader::with_capacity(64 * 1024, part);
        let mut reader = Reader::from_reader(Metered { inner, whole: 0, piece: 0 });
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        // Names of ends are not compared: what a program writes closes, and depth is counted.
        config.check_end_names = false;
        Self { reader, buffer: Vec::new(), depth: 0 }
    }

    /// The next piece; comments, declarations and document types are empty texts.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, NotRead> {
        self.buffer.clear();
        self.reader.get_mut().piece = 0;
        let piece = match self.reader.read_event_into(&mut self.buffer).map_err(refused)? {
            Event::Start(start) => {
                self.depth += 1;
                if MAX_DEPTH < self.depth {
                    return Err(NotRead::TooDeep { limit: MAX_DEPTH });
                }
                Piece::Open(Tag(start))
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Piece::Close
            }
            Event::Text(text) => Piece::Text(text.into_inner()),
            Event::CData(text) => Piece::Text(text.into_inner()),
            Event::GeneralRef(it) => Piece::Text(match it.resolve_char_ref() {
                Ok(Some(c)) => Cow::Owned(c.to_string()),
                _ => Cow::Borrowed(resolve_predefined_entity(&it).unwrap_or_default()),
            }),
            Event::Eof if self.depth == 0 => Piece::End,
            Event::Eof => return Err(NotRead::damaged("the part breaks off")),
            _ => Piece::Text(Cow::Borrowed("")),
        };
        Ok(piece)
    }

    /// Passes over the rest of the element that was opened last.
    pub(super) fn skip(&mut self) -> Result<(), NotRead> {
        let outside = self.depth.saturating_sub(1);
        while outside < self.depth {
            if let Piece::End = self.next()? {
                break;
            }
        }
        Ok(())
    }

    /// Adds the text of the element that was opened last to another; elements inside that are
    /// named in `but` are passed over.
    pub(super) fn text(&mut self, into: &mut String, but: &[&str]) -> Result<(), NotRead> {
        let outside = self.depth.saturating_sub(1);
        let mut passed: Option<usize> = None;
        while outside < self.depth {
            let depth = self.depth;
            match self.next()? {
                Piece::Text(text) if passed.is_none() => {
                    if MAX_TEXT_BYTES < into.len() + text.len() {
                        return Err(NotRead::UnpacksTooLarge { limit: MAX_TEXT_BYTES });
                    }
                    into.push_str(&text);
                }
                Piece::Open(tag) if passed.is_none() && but.contains(&tag.name()) => {
                    passed = Some(depth);
                }
                Piece::Close if passed == Some(depth.saturating_sub(1)) => passed = None,
                Piece::End => break,
                Piece::Open(_) | Piece::Close | Piece::Text(_) => {}
            }
        }
        Ok(())
    }
}

fn refused(error: quick_xml::Error) -> NotRead {
    match error {
        quick_xml::Error::Io(it) if it.kind() == io::ErrorKind::FileTooLarge => {
            NotRead::UnpacksTooLarge { limit: MAX_PART_BYTES }
        }
        it => NotRead::damaged(it),
    }
}
