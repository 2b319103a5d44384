//! OpenDocument: texts (`.odt`) and spreadsheets (`.ods`), one walk for both.
//!
//! It decides what of `content.xml` is text and what is a table. Deliberately absent: looks,
//! headers and footers, notes, tracked deletions.

mod blocks;
mod styles;
mod table;

use super::budget::Budget;
use super::not_read::NotRead;
use super::package::Package;
use super::sheet::{self, SheetRow};
use super::xml::{Node, Xml};
use roadmap::source::{Block, Notice, Row, Source};
use styles::Styles;

/// What the walk carries along.
struct Walk {
    styles: Styles,
    counts: blocks::Counts,
    budget: Budget,
    pictures: usize,
    tracked: bool,
}

/// Reads an OpenDocument package.
///
/// - Returns: the source and the number of pictures met.
/// - Errors: damaged package or XML, limits, encryption.
pub(super) fn read(mut package: Package<'_>) -> Result<(Source, usize), NotRead> {
    if let Some(manifest) = package.whole("META-INF/manifest.xml")?
        && manifest.contains("encryption-data")
    {
        return Err(NotRead::Encrypted);
    }
    let mut styles = Styles::default();
    if let Some(text) = package.whole("styles.xml")? {
        styles.read(&mut Xml::new(&text))?;
    }
    let Some(part) = package.part("content.xml")? else {
        return Err(NotRead::damaged("no content part"));
    };
    let mut walk = Walk {
        styles,
        counts: blocks::Counts::default(),
        budget: Budget::default(),
        pictures: 0,
        tracked: false,
    };
    let mut blocks = Vec::new();
    match walk.content(&mut Xml::new(&part.text), &mut blocks) {
        Err(_) if part.cut => return Err(NotRead::UnpacksTooLarge { limit: part.text.len() }),
        it => it?,
    }
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

impl Walk {
    fn content(&mut self, xml: &mut Xml<'_>, blocks: &mut Vec<Block>) -> Result<(), NotRead> {
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(()),
                _ => continue,
            };
            match tag.name() {
                "automatic-styles" => self.styles.read(xml)?,
                "text" => {
                    self.blocks(xml, blocks)?;
                    return Ok(());
                }
                "spreadsheet" => {
                    self.sheets(xml, blocks)?;
                    return Ok(());
                }
                "presentation" => {
                    return Err(NotRead::Format(super::not_read::Kind::Presentation));
                }
                _ => {}
            }
        }
    }

    fn sheets(&mut self, xml: &mut Xml<'_>, blocks: &mut Vec<Block>) -> Result<(), NotRead> {
        loop {
            if self.budget.is_full() {
                return Ok(());
            }
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            let hidden = tag.attr("style-name").is_some_and(|it| self.styles.is_hidden(&it));
            if tag.name() != "table" || hidden {
                xml.skip()?;
                continue;
            }
            let name = tag.attr("name").unwrap_or_default();
            let rows = self.rows(xml)?;
            let rows: Vec<SheetRow> = rows.into_iter().map(sheet_row).collect();
            // Rows were counted when they were read; a sheet counts its own again.
            let mut counted = Budget::default();
            blocks.extend(sheet::blocks(Some(name), rows, &mut counted));
            if counted.is_full() {
                self.budget.leave_rows_out();
            }
        }
    }
}

fn sheet_row(row: Row) -> SheetRow {
    row.cells.into_iter().map(|it| (it.column, it)).collect()
}
