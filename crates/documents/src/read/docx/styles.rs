//! Styles of Word, as far as they change what a paragraph says.
//!
//! It decides what a style inherits from the style it is based on. Deliberately absent: everything
//! that is only looks, table styles.

use super::paragraph::{heading_of_outline, numbering};
use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Xml};
use std::collections::HashMap;

/// How many styles may be based on one another before we stop following.
const MAX_CHAIN: usize = 16;

/// What a style says of its paragraphs or runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    based_on: Option<String>,
    pub(super) bold: Option<bool>,
    pub(super) heading: Option<u8>,
    pub(super) centred: Option<bool>,
    pub(super) list: Option<usize>,
    pub(super) level: Option<usize>,
}

/// All styles of a document by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The paragraph style of paragraphs that name none.
    ordinary: Option<String>,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, NotRead> {
        let mut xml = Xml::new(text);
        let mut styles = Self::default();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "style" => {
                    let id = tag.attr("styleId").unwrap_or_default();
                    let default = matches!(tag.attr("default").as_deref(), Some("1" | "true"));
                    if default && tag.attr("type").as_deref() == Some("paragraph") {
                        styles.ordinary = Some(id.clone());
                    }
                    let style = style(&mut xml)?;
                    styles.by_id.insert(id, style);
                }
                Node::End => return Ok(styles),
                _ => {}
            }
        }
    }

    /// What holds for a style with all it is based on; for none, the ordinary paragraph style.
    pub(super) fn get(&self, id: Option<&str>) -> Style {
        let mut whole = Style::default();
        let mut next = id.or(self.ordinary.as_deref());
        for _ in 0..MAX_CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else { break };
            whole.bold = whole.bold.or(style.bold);
            whole.heading = whole.heading.or(style.heading);
            whole.centred = whole.centred.or(style.centred);
            whole.list = whole.list.or(style.list);
            whole.level = whole.level.or(style.level);
            next = style.based_on.as_deref();
        }
        whole
    }
}

fn style(xml: &mut Xml<'_>) -> Result<Style, NotRead> {
    let mut style = Style::default();
    let mut depth = 1_usize;
    while 0 < depth {
        match xml.next()? {
            Node::Open(tag) => {
                match tag.name() {
                    "name" => {
                        let name = tag.attr("val").unwrap_or_default();
                        style.heading = style.heading.or_else(|| heading_of_name(&name));
                    }
                    "basedOn" => style.based_on = tag.attr("val"),
                    "b" => style.bold = Some(tag.is_on()),
                    "jc" => style.centred = Some(tag.attr("val").as_deref() == Some("center")),
                    "outlineLvl" => style.heading = heading_of_outline(&tag),
                    "numPr" => {
                        (style.list, style.level) = numbering(xml)?;
                        continue;
                    }
                    // Conditional formats of a table style speak of some of its cells only.
                    "tblStylePr" => {
                        xml.skip()?;
                        continue;
                    }
                    _ => {}
                }
                depth += 1;
            }
            Node::Close => depth -= 1,
            Node::End => break,
            Node::Text(_) => {}
        }
    }
    Ok(style)
}

/// «heading 2», «Заголовок 2», «Title»: programs that write files name the styles differently.
fn heading_of_name(name: &str) -> Option<u8> {
    let name = name.trim().to_lowercase();
    if matches!(name.as_str(), "title" | "название" | "заголовок" | "heading") {
        return Some(1);
    }
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("заголовок"))?;
    rest.trim().parse().ok().filter(|it| (1..=9).contains(it))
}
