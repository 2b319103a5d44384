//! Word files: the body of the document, walked once.
//!
//! It decides what of a `.docx` is text and what is a table. Deliberately absent: looks (fonts,
//! widths, colours), headers and footers, comments, footnotes.

mod lists;
mod paragraph;
mod styles;
mod table;

use super::budget::Budget;
use super::not_read::NotRead;
use super::package::Package;
use super::xml::{Node, Xml};
use lists::Lists;
use roadmap::source::{Block, Notice, Source};
use styles::Styles;

/// What the walk carries along.
struct Walk {
    styles: Styles,
    lists: Lists,
    budget: Budget,
    pictures: usize,
    tracked: bool,
}

/// Reads a Word package.
///
/// - Returns: the source and the number of pictures met.
/// - Errors: damaged package or XML, limits, encryption.
pub(super) fn read(mut package: Package<'_>) -> Result<(Source, usize), NotRead> {
    let main = main_part(&mut package)?;
    let folder = main.rsplit_once('/').map_or("", |it| it.0).to_owned();
    let Some(part) = package.part(&main)? else {
        return Err(NotRead::damaged("no main document part"));
    };
    // Styles are half a megabyte in an ordinary file; most roadmaps use none of them.
    let uses_styles = part.text.contains("pStyle") || part.text.contains("rStyle");
    let styles = match uses_styles {
        true => package.whole(&format!("{folder}/styles.xml"))?,
        false => None,
    };
    let uses_lists = uses_styles || part.text.contains("numPr");
    let numbering = match uses_lists {
        true => package.whole(&format!("{folder}/numbering.xml"))?,
        false => None,
    };
    let styles = styles.map_or_else(|| Ok(Styles::default()), |it| Styles::read(&it))?;
    let lists = numbering.map_or_else(|| Ok(Lists::default()), |it| Lists::read(&it, &styles))?;
    let mut walk = Walk { styles, lists, budget: Budget::default(), pictures: 0, tracked: false };
    let blocks = match walk.document(&part.text) {
        // The limit of rows came first: what follows would not be kept anyway.
        Err(_) if part.cut => return Err(NotRead::UnpacksTooLarge { limit: part.text.len() }),
        it => it?,
    };
    let mut source = Source { blocks, notices: Vec::new() };
    walk.budget.notices(&mut source.notices);
    if walk.tracked {
        source.notices.push(Notice::TrackedChanges);
    }
    if 0 < walk.pictures {
        source.notices.push(Notice::Pictures(walk.pictures));
    }
    Ok((source, walk.pictures))
}

/// The name of the main part: by the relationships of the package, or where it usually lies.
fn main_part(package: &mut Package<'_>) -> Result<String, NotRead> {
    if let Some(rels) = package.whole("_rels/.rels")? {
        let mut xml = Xml::new(&rels);
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "Relationship" => {
                    let kind = tag.attr("Type").unwrap_or_default();
                    let target = tag.attr("Target").unwrap_or_default();
                    let target = target.trim_start_matches('/').to_owned();
                    if kind.ends_with("/officeDocument") && package.has(&target) {
                        return Ok(target);
                    }
                }
                Node::End => break,
                _ => {}
            }
        }
    }
    Ok("word/document.xml".to_owned())
}

impl Walk {
    fn document(&mut self, text: &str) -> Result<Vec<Block>, NotRead> {
        let mut xml = Xml::new(text);
        let mut blocks = Vec::new();
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "body" => {
                    self.blocks(&mut xml, &mut blocks)?;
                    return Ok(blocks);
                }
                Node::End => return Err(NotRead::damaged("no body in the document")),
                _ => {}
            }
        }
    }

    /// Reads the blocks of the element that was opened last, up to its end.
    ///
    /// Stops early, without walking to the end, when the budget is used up.
    fn blocks(&mut self, xml: &mut Xml<'_>, into: &mut Vec<Block>) -> Result<(), NotRead> {
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
                "p" => self.paragraph(xml, into)?,
                "tbl" => self.table(xml, into)?,
                "AlternateContent" => self.one_branch(xml, |walk, xml| walk.blocks(xml, into))?,
                "ins" | "moveTo" => {
                    self.tracked = true;
                    self.blocks(xml, into)?;
                }
                "del" | "moveFrom" => {
                    self.tracked = true;
                    xml.skip()?;
                }
                "sdt" | "sdtContent" | "customXml" | "smartTag" => self.blocks(xml, into)?,
                _ => xml.skip()?,
            }
        }
    }

    /// Reads the first branch of alternate content; the others say the same for other programs.
    fn one_branch(
        &mut self,
        xml: &mut Xml<'_>,
        mut read: impl FnMut(&mut Self, &mut Xml<'_>) -> Result<(), NotRead>,
    ) -> Result<(), NotRead> {
        let mut taken = false;
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            match xml.next()? {
                Node::Open(_) if !taken => {
                    taken = true;
                    read(self, xml)?;
                }
                Node::Open(_) => xml.skip()?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => {}
            }
        }
    }
}
