//! Workbooks of Excel: sheets in order, merged cells, real dates and percentages.
//!
//! It decides what a cell shows. Our own walk rather than a library's: a library lays a sheet out
//! as a full rectangle, and one cell in the last corner of a sheet would take all memory.
//! Deliberately absent: formulas (their last values are read), charts, hidden sheets.

pub(crate) mod formats;
pub(crate) mod sheet;

use super::budget::Budget;
use super::letters::tidy;
use super::limits::MAX_CELLS;
use super::not_read::NotRead;
use super::package::Package;
use super::xml::{Node, Xml, push};
use formats::Formats;
use roadmap::source::{Notice, Source};
use sheet::Epoch;
use std::collections::HashMap;

/// A sheet as the workbook lists it.
pub(crate) struct Listed {
    pub(crate) name: String,
    pub(crate) part: String,
}

/// What all sheets share.
struct Workbook {
    strings: Vec<Box<str>>,
    formats: Formats,
    epoch: Epoch,
}

/// Reads a workbook.
///
/// - Returns: the source and the number of pictures in the package.
/// - Errors: damaged package or XML, limits, encryption.
pub(super) fn read(mut package: Package<'_>) -> Result<(Source, usize), NotRead> {
    let (listed, epoch) = list(&mut package)?;
    let strings = match package.part("xl/sharedStrings.xml")? {
        Some(part) => strings(&part.text, part.cut)?,
        None => Vec::new(),
    };
    let formats = match package.whole("xl/styles.xml")? {
        Some(text) => Formats::read(&text)?,
        None => Formats::default(),
    };
    let workbook = Workbook { strings, formats, epoch };
    let mut source = Source::default();
    let mut budget = Budget::default();
    for it in listed {
        if budget.is_full() {
            break;
        }
        let Some(part) = package.part(&it.part)? else { continue };
        let blocks = sheet::read(it.name, &part, &workbook, &mut budget)?;
        source.blocks.extend(blocks);
    }
    let pictures = package.names().filter(|it| it.starts_with("xl/media/")).count();
    budget.notices(&mut source.notices);
    if 0 < pictures {
        source.notices.push(Notice::Pictures(pictures));
    }
    Ok((source, pictures))
}

/// The visible sheets in order, and the system of dates.
pub(crate) fn list(package: &mut Package<'_>) -> Result<(Vec<Listed>, Epoch), NotRead> {
    let mut targets = HashMap::new();
    if let Some(rels) = package.whole("xl/_rels/workbook.xml.rels")? {
        let mut xml = Xml::new(&rels);
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "Relationship" => {
                    let id = tag.attr("Id").unwrap_or_default();
                    targets.insert(id, tag.attr("Target").unwrap_or_default());
                }
                Node::End => break,
                _ => {}
            }
        }
    }
    let Some(text) = package.whole("xl/workbook.xml")? else {
        return Err(NotRead::damaged("no workbook part"));
    };
    let mut xml = Xml::new(&text);
    let (mut listed, mut epoch) = (Vec::new(), Epoch::Nineteen00);
    loop {
        match xml.next()? {
            Node::Open(tag) if tag.name() == "workbookPr" => {
                if matches!(tag.attr("date1904").as_deref(), Some("1" | "true")) {
                    epoch = Epoch::Nineteen04;
                }
            }
            Node::Open(tag) if tag.name() == "sheet" => {
                let hidden = tag.attr("state").is_some_and(|it| it != "visible");
                // `id` is also the local name of the relationship; `sheetId` is another.
                let target = tag.attr("id").and_then(|it| targets.get(&it));
                if let Some(target) = target.filter(|_| !hidden) {
                    let part = match target.strip_prefix('/') {
                        Some(whole) => whole.to_owned(),
                        None => format!("xl/{target}"),
                    };
                    listed.push(Listed { name: tag.attr("name").unwrap_or_default(), part });
                }
            }
            Node::End => return Ok((listed, epoch)),
            _ => {}
        }
    }
}

/// The texts that cells share; runs of one text joined, readings above it left out.
fn strings(text: &str, cut: bool) -> Result<Vec<Box<str>>, NotRead> {
    let mut xml = Xml::new(text);
    let mut strings: Vec<Box<str>> = Vec::new();
    while strings.len() < MAX_CELLS * 2 {
        match xml.next() {
            Ok(Node::Open(tag)) if tag.name() == "si" => match rich_text(&mut xml) {
                Ok(it) => strings.push(tidy(&it.replace("_x000D_", "")).into()),
                Err(_) if cut => break,
                Err(error) => return Err(error),
            },
            Ok(Node::End) => break,
            Ok(_) => {}
            Err(_) if cut => break,
            Err(error) => return Err(error),
        }
    }
    Ok(strings)
}

/// The text of `si` or `is`, which was opened last.
fn rich_text(xml: &mut Xml<'_>) -> Result<String, NotRead> {
    let mut text = String::new();
    loop {
        match xml.next()? {
            Node::Open(tag) => match tag.name() {
                "t" => push(&mut text, &xml.text()?),
                "r" => push(&mut text, &rich_text(xml)?),
                _ => xml.skip()?,
            },
            Node::Close | Node::End => return Ok(text),
            Node::Text(_) => {}
        }
    }
}
