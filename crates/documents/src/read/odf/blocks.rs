//! Paragraphs and lists of OpenDocument.
//!
//! It decides the text of a paragraph and the mark printed before it. Deliberately absent: notes,
//! comments, deleted text.

use super::Walk;
use super::styles::Styles;
use crate::read::letters::tidy;
use crate::read::limits::MAX_DEPTH;
use crate::read::marks;
use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Tag, Xml, push};
use roadmap::source::{Block, Paragraph};
use std::collections::HashMap;

/// Where the counts of lists stand.
#[derive(Debug, Default)]
pub(super) struct Counts {
    by_style: HashMap<String, Vec<u32>>,
    by_id: HashMap<String, Vec<u32>>,
}

/// A list that is being read.
struct List {
    style: String,
    counts: Vec<u32>,
    level: usize,
}

/// A paragraph in the making.
#[derive(Default)]
struct Draft {
    text: String,
    all_bold: Option<bool>,
    boxes: Vec<Block>,
}

impl Walk {
    /// Reads the blocks of the element that was opened last.
    pub(super) fn blocks(
        &mut self,
        xml: &mut Xml<'_>,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match tag.name() {
                "p" | "h" => self.paragraph(xml, &tag, None, into)?,
                "list" => {
                    let list = self.list(&tag, None);
                    self.items(xml, &tag, list, into)?;
                }
                "table" => self.table(xml, into)?,
                "section" | "index-body" | "table-of-content" | "text-box" | "a" => {
                    self.blocks(xml, into)?;
                }
                "frame" => self.blocks(xml, into)?,
                "image" => {
                    self.pictures += 1;
                    xml.skip()?;
                }
                "tracked-changes" => {
                    self.tracked = true;
                    xml.skip()?;
                }
                _ => xml.skip()?,
            }
        }
    }

    /// Begins a list: anew, or going on from an earlier one.
    fn list(&self, tag: &Tag<'_>, outer: Option<&List>) -> List {
        if let Some(outer) = outer {
            let style = tag.attr("style-name").unwrap_or_else(|| outer.style.clone());
            let level = (outer.level + 1).min(MAX_DEPTH);
            return List { style, counts: outer.counts.clone(), level };
        }
        let style = tag.attr("style-name").unwrap_or_default();
        let earlier = tag.attr("continue-list").and_then(|it| self.counts.by_id.get(&it));
        let goes_on = tag.attr("continue-numbering").as_deref() == Some("true");
        let same_style = || self.counts.by_style.get(&style).filter(|_| goes_on);
        let counts = earlier.or_else(same_style).cloned().unwrap_or_default();
        List { style, counts, level: 0 }
    }

    fn items(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        mut list: List,
        into: &mut Vec<Block>,
    ) -> Result<Vec<u32>, NotRead> {
        loop {
            if self.budget.is_full() {
                break;
            }
            let item = match xml.next()? {
                Node::Open(item) => item,
                Node::Close | Node::End => break,
                Node::Text(_) => continue,
            };
            match item.name() {
                "list-item" => self.item(xml, &item, &mut list, true, into)?,
                "list-header" => self.item(xml, &item, &mut list, false, into)?,
                _ => xml.skip()?,
            }
        }
        if let Some(id) = tag.attr("id") {
            self.counts.by_id.insert(id, list.counts.clone());
        }
        if list.level == 0 {
            self.counts.by_style.insert(list.style, list.counts.clone());
        }
        Ok(list.counts)
    }

    fn item(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        list: &mut List,
        counted: bool,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        let mut mark = None;
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            let inner = match xml.next()? {
                Node::Open(inner) => inner,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match inner.name() {
                // An item is counted when its first line comes: an item that only holds a deeper
                // list prints no number of its own.
                "p" | "h" => {
                    let first = mark.is_none() && counted;
                    if first {
                        let start = tag.attr("start-value").and_then(|it| it.parse().ok());
                        mark = Some(next_mark(&self.styles, list, start));
                    }
                    let mark = mark.clone().filter(|_| first);
                    let level = u8::try_from(list.level).unwrap_or(u8::MAX);
                    self.paragraph(xml, &inner, Some((mark, level)), into)?;
                }
                "list" => {
                    let deeper = self.list(&inner, Some(list));
                    list.counts = self.items(xml, &inner, deeper, into)?;
                }
                _ => xml.skip()?,
            }
        }
    }

    /// Reads a paragraph, given the mark and the level where it stands in a list.
    fn paragraph(
        &mut self,
        xml: &mut Xml<'_>,
        tag: &Tag<'_>,
        item: Option<(Option<String>, u8)>,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        let style = self.styles.get(tag.attr("style-name").as_deref());
        let mut draft = Draft::default();
        self.inline(xml, style.bold.unwrap_or(false), &mut draft)?;
        let own = tag.number("outline-level").and_then(|it| u8::try_from(it).ok());
        let (mark, level) = item.unwrap_or_default();
        let paragraph = Paragraph {
            text: tidy(&draft.text),
            list_level: if mark.is_some() { level } else { 0 },
            list_mark: mark.filter(|it| !it.is_empty()),
            heading: own.or(style.heading).filter(|it| (1..=9).contains(it)),
            bold: draft.all_bold.unwrap_or(false),
            centred: style.centred.unwrap_or(false),
            sheet_name: false,
        };
        let speaks = !paragraph.text.is_empty() || paragraph.list_mark.is_some();
        if speaks && self.budget.paragraph(paragraph.text.len()) {
            into.push(Block::Paragraph(paragraph));
        }
        into.append(&mut draft.boxes);
        Ok(())
    }

    fn inline(&mut self, xml: &mut Xml<'_>, bold: bool, draft: &mut Draft) -> Result<(), NotRead> {
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(text) => {
                    // Line feeds in the file are spaces; a break has an element of its own.
                    let text = text.replace('\n', " ");
                    if text.chars().any(|it| !it.is_whitespace()) {
                        draft.all_bold = Some(draft.all_bold.unwrap_or(true) && bold);
                    }
                    push(&mut draft.text, &text);
                    continue;
                }
            };
            match tag.name() {
                "s" => {
                    let count = tag.number("c").unwrap_or(1).min(100);
                    draft.text.extend(std::iter::repeat_n(' ', count));
                }
                "tab" => draft.text.push(' '),
                "line-break" => draft.text.push('\n'),
                "span" => {
                    let style = self.styles.get(tag.attr("style-name").as_deref());
                    self.inline(xml, style.bold.unwrap_or(bold), draft)?;
                    continue;
                }
                "frame" | "text-box" | "custom-shape" | "rect" | "g" => {
                    self.blocks(xml, &mut draft.boxes)?;
                    continue;
                }
                "image" => self.pictures += 1,
                "note" | "annotation" | "ruby-text" | "change" | "tracked-changes" => {}
                _ => {
                    self.inline(xml, bold, draft)?;
                    continue;
                }
            }
            xml.skip()?;
        }
    }
}

/// Counts an item and prints its mark.
fn next_mark(styles: &Styles, list: &mut List, start: Option<u32>) -> String {
    let at = list.level;
    let level_of = |at: usize| styles.level(&list.style, at);
    let first_of = |at: usize| level_of(at).map_or(1, |it| it.start);
    for outer in list.counts.len()..at {
        list.counts.push(first_of(outer));
    }
    list.counts.truncate(at + 1);
    let next = match list.counts.get(at) {
        Some(count) => count.saturating_add(1),
        None => first_of(at),
    };
    let next = start.unwrap_or(next);
    list.counts.truncate(at);
    list.counts.push(next);
    let Some(level) = level_of(at) else { return String::new() };
    if let Some(bullet) = &level.bullet {
        return marks::bullet(bullet);
    }
    if level.format.is_empty() {
        return tidy(&format!("{}{}", level.prefix, level.suffix));
    }
    let from = (at + 1).saturating_sub(level.shown);
    let shown = list.counts.iter().enumerate().skip(from);
    let numbers: Vec<String> = shown
        .map(|(at, count)| {
            let format = level_of(at).map_or("1", |it| it.format.as_str());
            marks::number(open_document_format(format), *count)
        })
        .collect();
    tidy(&format!("{}{}{}", level.prefix, numbers.join("."), level.suffix))
}

/// Number formats of OpenDocument by the names that Word gives them.
fn open_document_format(format: &str) -> &'static str {
    match format.chars().next() {
        Some('i') => "lowerRoman",
        Some('I') => "upperRoman",
        Some('a') => "lowerLetter",
        Some('A') => "upperLetter",
        Some('а' | 'б') => "russianLower",
        Some('А' | 'Б') => "russianUpper",
        None => "none",
        Some(_) => "decimal",
    }
}
