//! Automatic numbering of Word: which mark would be printed before a paragraph.
//!
//! It decides marks from `numbering.xml` and counts them along the document. Deliberately absent:
//! indents and the looks of marks.

use super::styles::Styles;
use crate::read::letters::tidy;
use crate::read::marks::{MAX_MARK, bullet, number};
use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Tag, Xml};
use std::collections::{HashMap, HashSet};

/// Levels of a list in Word.
const LEVELS: usize = 9;

/// A mark and the level it stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The mark as printed; empty where the level prints none.
    pub(super) text: String,
    /// 0..=8.
    pub(super) level: u8,
}

/// One level of a list.
#[derive(Clone, Debug, Default)]
struct Level {
    start: Option<u32>,
    format: String,
    pattern: String,
    style: Option<String>,
    /// 0: never begins anew; k: begins anew after level k (from 1); `None`: after any outer level.
    restart: Option<usize>,
    arabic_only: bool,
}

type Levels = [Level; LEVELS];

/// A list that paragraphs name: a pattern and what it overrides.
#[derive(Clone, Debug, Default)]
struct List {
    pattern: usize,
    starts: [Option<u32>; LEVELS],
    levels: HashMap<usize, Level>,
}

/// All lists of a document with where their counts stand.
#[derive(Debug, Default)]
pub(super) struct Lists {
    patterns: HashMap<usize, Levels>,
    lists: HashMap<usize, List>,
    /// Counts by pattern: lists of one pattern go on counting from one another.
    counts: HashMap<usize, [Option<u32>; LEVELS]>,
    /// Lists whose own starts were already applied.
    begun: HashSet<usize>,
}

impl Lists {
    /// Reads `numbering.xml`.
    pub(super) fn read(text: &str, styles: &Styles) -> Result<Self, NotRead> {
        let mut xml = Xml::new(text);
        let mut lists = Self::default();
        // Patterns that only name a list style, which names a list, which has the pattern.
        let mut linked = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "abstractNum" => {
                    let id = tag.number("abstractNumId").unwrap_or(0);
                    let (levels, link) = pattern(&mut xml)?;
                    linked.extend(link.map(|link| (id, link)));
                    lists.patterns.insert(id, levels);
                }
                Node::Open(tag) if tag.name() == "num" => {
                    let id = tag.number("numId").unwrap_or(0);
                    let list = list(&mut xml)?;
                    lists.lists.insert(id, list);
                }
                Node::End => break,
                _ => {}
            }
        }
        for (id, link) in linked {
            let named = styles.get(Some(&link)).list.and_then(|it| lists.lists.get(&it));
            if let Some(levels) = named.and_then(|it| lists.patterns.get(&it.pattern)).cloned() {
                lists.patterns.insert(id, levels);
            }
        }
        Ok(lists)
    }

    /// The level of a list that belongs to a paragraph style.
    pub(super) fn level_of_style(&self, list: usize, style: Option<&str>) -> Option<usize> {
        let levels = self.patterns.get(&self.lists.get(&list)?.pattern)?;
        let style = style?;
        levels.iter().position(|it| it.style.as_deref() == Some(style))
    }

    /// Counts one paragraph and gives its mark.
    ///
    /// - Returns: `None` where the document has no such list.
    pub(super) fn next(&mut self, list: usize, level: usize) -> Option<Mark> {
        let at = level.min(LEVELS - 1);
        let named = self.lists.get(&list)?;
        let levels = self.patterns.get(&named.pattern)?;
        let level_of = |at: usize| named.levels.get(&at).unwrap_or(&levels[at]);
        let start_of = |at: usize| named.starts[at].or(level_of(at).start).unwrap_or(1);
        let counts = self.counts.entry(named.pattern).or_default();
        if self.begun.insert(list) {
            for (count, start) in counts.iter_mut().zip(named.starts) {
                if start.is_some() {
                    *count = None;
                }
            }
        }
        for (outer, count) in counts.iter_mut().enumerate().take(at) {
            *count = count.or(Some(start_of(outer)));
        }
        counts[at] = Some(counts[at].map_or(start_of(at), |it| it.saturating_add(1)));
        for (inner, count) in counts.iter_mut().enumerate().skip(at + 1) {
            let begins_anew = match level_of(inner).restart {
                None => true,
                Some(0) => false,
                Some(after) => at < after,
            };
            if begins_anew {
                *count = None;
            }
        }
        let counts = *counts;
        let level = level_of(at);
        let text = print(level, |it| {
            let format = match level.arabic_only {
                true => "decimal",
                false => level_of(it).format.as_str(),
            };
            number(format, counts[it].unwrap_or_else(|| start_of(it)))
        });
        Some(Mark { text, level: u8::try_from(at).unwrap_or(0) })
    }
}

fn pattern(xml: &mut Xml<'_>) -> Result<(Levels, Option<String>), NotRead> {
    let mut levels = Levels::default();
    let mut link = None;
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok((levels, link)),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "lvl" => {
                let at = tag.number("ilvl").unwrap_or(0);
                let level = level(xml)?;
                if let Some(it) = levels.get_mut(at) {
                    *it = level;
                }
                continue;
            }
            "numStyleLink" => link = tag.attr("val"),
            _ => {}
        }
        xml.skip()?;
    }
}

fn level(xml: &mut Xml<'_>) -> Result<Level, NotRead> {
    let mut level = Level::default();
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(level),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "start" => level.start = start(&tag),
            "numFmt" => level.format = tag.attr("val").unwrap_or_default(),
            "lvlText" => level.pattern = tag.attr("val").unwrap_or_default(),
            "pStyle" => level.style = tag.attr("val"),
            "lvlRestart" => level.restart = tag.number("val"),
            "isLgl" => level.arabic_only = tag.is_on(),
            _ => {}
        }
        xml.skip()?;
    }
}

fn list(xml: &mut Xml<'_>) -> Result<List, NotRead> {
    let mut list = List::default();
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(list),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "abstractNumId" => list.pattern = tag.number("val").unwrap_or(0),
            "lvlOverride" => {
                let at = tag.number("ilvl").unwrap_or(0);
                overrides(xml, at, &mut list)?;
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
}

fn overrides(xml: &mut Xml<'_>, at: usize, list: &mut List) -> Result<(), NotRead> {
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(()),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "startOverride" => {
                if let Some(it) = list.starts.get_mut(at) {
                    *it = start(&tag);
                }
            }
            "lvl" => {
                let level = level(xml)?;
                if at < LEVELS {
                    list.levels.insert(at, level);
                }
                continue;
            }
            _ => {}
        }
        xml.skip()?;
    }
}

fn start(tag: &Tag<'_>) -> Option<u32> {
    tag.number("val").and_then(|it| u32::try_from(it).ok())
}

/// Puts counts into a pattern: «%1.%2.» with 5 and 1 is «5.1.».
fn print(level: &Level, count: impl Fn(usize) -> String) -> String {
    if level.format == "none" && !level.pattern.contains('%') {
        return tidy(&level.pattern);
    }
    if level.format == "bullet" {
        return bullet(&level.pattern);
    }
    let mut text = String::new();
    let mut chars = level.pattern.chars().peekable();
    while let Some(it) = chars.next() {
        match chars.peek().and_then(|next| next.to_digit(10)) {
            Some(digit @ 1..=9) if it == '%' => {
                chars.next();
                text.push_str(&count(digit as usize - 1));
            }
            _ => text.push(it),
        }
        if MAX_MARK < text.len() {
            break;
        }
    }
    tidy(&text)
}
