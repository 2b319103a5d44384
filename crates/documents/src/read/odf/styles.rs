//! Styles of OpenDocument, as far as they change what is said: bold, centred, lists, hidden sheets.
//!
//! It decides what a style inherits. Deliberately absent: everything that is only looks.

use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Tag, Xml};
use std::collections::HashMap;

/// How many styles may be based on one another before we stop following.
const MAX_CHAIN: usize = 16;

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    parent: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) centred: Option<bool>,
    pub(super) heading: Option<u8>,
    pub(super) list: Option<String>,
    hidden: bool,
}

/// One level of a list style.
#[derive(Clone, Debug, Default)]
pub(super) struct Level {
    /// `1`, `i`, `I`, `a`, `A`, or letters of an alphabet; empty where nothing is counted.
    pub(super) format: String,
    pub(super) prefix: String,
    pub(super) suffix: String,
    /// How many levels the mark shows, from this one outwards.
    pub(super) shown: usize,
    pub(super) start: u32,
    pub(super) bullet: Option<String>,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    lists: HashMap<String, Vec<Level>>,
}

impl Styles {
    /// Reads the styles of the element that was opened last, or of a whole part.
    pub(super) fn read(&mut self, xml: &mut Xml<'_>) -> Result<(), NotRead> {
        let mut depth = 1_usize;
        while 0 < depth {
            match xml.next()? {
                Node::Open(tag) => {
                    let name = tag.attr("name").unwrap_or_default();
                    match tag.name() {
                        "style" => {
                            let style = style(xml, &tag)?;
                            self.styles.insert(name, style);
                        }
                        "list-style" => {
                            let levels = levels(xml)?;
                            self.lists.insert(name, levels);
                        }
                        _ => depth += 1,
                    }
                }
                Node::Close => depth -= 1,
                Node::End => return Ok(()),
                Node::Text(_) => {}
            }
        }
        Ok(())
    }

    /// What holds for a style with all that it inherits from.
    pub(super) fn get(&self, name: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = name;
        for _ in 0..MAX_CHAIN {
            let Some(style) = next.and_then(|it| self.styles.get(it)) else { break };
            whole.bold = whole.bold.or(style.bold);
            whole.centred = whole.centred.or(style.centred);
            whole.heading = whole.heading.or(style.heading);
            whole.list = whole.list.or_else(|| style.list.clone());
            next = style.parent.as_deref();
        }
        whole
    }

    /// Whether a table style hides its sheet.
    pub(super) fn is_hidden(&self, name: &str) -> bool {
        self.styles.get(name).is_some_and(|it| it.hidden)
    }

    /// A level of a list style.
    pub(super) fn level(&self, list: &str, level: usize) -> Option<&Level> {
        self.lists.get(list)?.get(level)
    }
}

fn style(xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Style, NotRead> {
    let title = matches!(tag.attr("name").as_deref(), Some("Title" | "Название")).then_some(1);
    let mut style = Style {
        parent: tag.attr("parent-style-name"),
        heading: tag.attr("default-outline-level").and_then(|it| it.parse().ok()).or(title),
        list: tag.attr("list-style-name").filter(|it| !it.is_empty()),
        ..Style::default()
    };
    let mut depth = 1_usize;
    while 0 < depth {
        match xml.next()? {
            Node::Open(tag) => {
                depth += 1;
                match tag.name() {
                    "text-properties" => {
                        style.bold = tag.attr("font-weight").map(|it| is_bold(&it))
                    }
                    "paragraph-properties" => {
                        style.centred = tag.attr("text-align").map(|it| it == "center");
                    }
                    "table-properties" => {
                        style.hidden = tag.attr("display").as_deref() == Some("false");
                    }
                    _ => {}
                }
            }
            Node::Close => depth -= 1,
            Node::End => break,
            Node::Text(_) => {}
        }
    }
    Ok(style)
}

fn is_bold(weight: &str) -> bool {
    weight == "bold" || weight.parse::<u32>().is_ok_and(|it| 600 <= it)
}

fn levels(xml: &mut Xml<'_>) -> Result<Vec<Level>, NotRead> {
    let mut levels: Vec<Level> = Vec::new();
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(levels),
            Node::Text(_) => continue,
        };
        let at = tag.number("level").unwrap_or(1).clamp(1, 10) - 1;
        let level = Level {
            format: tag.attr("num-format").unwrap_or_default(),
            prefix: tag.attr("num-prefix").unwrap_or_default(),
            suffix: tag.attr("num-suffix").unwrap_or_default(),
            shown: tag.number("display-levels").unwrap_or(1).clamp(1, 10),
            start: tag.attr("start-value").and_then(|it| it.parse().ok()).unwrap_or(1),
            bullet: tag.attr("bullet-char"),
        };
        if levels.len() <= at {
            levels.resize_with(at + 1, Level::default);
        }
        if let Some(it) = levels.get_mut(at) {
            *it = level;
        }
        xml.skip()?;
    }
}
