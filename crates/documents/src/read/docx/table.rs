//! Tables of Word: the grid with merged cells, rows that repeat, nested tables.
//!
//! It decides where each cell stands. Deliberately absent: widths and borders.

use super::Walk;
use crate::read::grid;
use crate::read::limits::MAX_COLUMNS;
use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Xml};
use roadmap::source::{Block, Cell, Row};

/// What stands before the cells of a row.
#[derive(Default)]
struct RowProperties {
    skipped_before: usize,
    header: bool,
    deleted: bool,
}

/// How a cell is merged.
#[derive(Default)]
struct CellProperties {
    span: usize,
    continues_above: bool,
    /// An old way of merging: the cell belongs to the one on its left.
    continues_left: bool,
}

/// A row in the making, with the blocks of its cells kept whole: a table around a table is undone.
#[derive(Default)]
struct Draft {
    row: Row,
    column: usize,
    blocks: Vec<Vec<Block>>,
}

impl Walk {
    /// Reads a table. A table of one column around another table is a frame: its content is read as
    /// if it stood alone.
    pub(super) fn table(
        &mut self,
        xml: &mut Xml<'_>,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        let mut drafts = Vec::new();
        self.rows(xml, &mut drafts)?;
        let is_frame = drafts.iter().all(|it: &Draft| it.blocks.len() <= 1)
            && drafts.iter().flat_map(|it| &it.blocks).flatten().any(is_table);
        if is_frame {
            into.extend(drafts.into_iter().flat_map(|it| it.blocks).flatten());
            return Ok(());
        }
        let rows = drafts.into_iter().map(|it| {
            let mut row = it.row;
            for (cell, blocks) in row.cells.iter_mut().zip(it.blocks) {
                cell.paragraphs = grid::flatten(blocks);
            }
            row
        });
        let table = grid::finish(rows.collect());
        if !table.rows.is_empty() {
            into.push(Block::Table(table));
        }
        Ok(())
    }

    fn rows(&mut self, xml: &mut Xml<'_>, into: &mut Vec<Draft>) -> Result<(), NotRead> {
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
                "tr" => self.row(xml, into)?,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => self.rows(xml, into)?,
                "AlternateContent" => self.one_branch(xml, |walk, xml| walk.rows(xml, into))?,
                _ => xml.skip()?,
            }
        }
    }

    fn row(&mut self, xml: &mut Xml<'_>, into: &mut Vec<Draft>) -> Result<(), NotRead> {
        let mut properties = RowProperties::default();
        let mut draft = Draft::default();
        self.cells(xml, &mut properties, &mut draft)?;
        if properties.deleted {
            self.tracked = true;
            return Ok(());
        }
        draft.row.header = properties.header;
        if self.budget.row(draft.row.cells.len()) {
            into.push(draft);
        }
        Ok(())
    }

    fn cells(
        &mut self,
        xml: &mut Xml<'_>,
        properties: &mut RowProperties,
        draft: &mut Draft,
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
                "trPr" => {
                    *properties = row_properties(xml)?;
                    draft.column = properties.skipped_before.min(MAX_COLUMNS);
                }
                "tc" => self.cell(xml, draft)?,
                "sdt" | "sdtContent" | "customXml" => self.cells(xml, properties, draft)?,
                _ => xml.skip()?,
            }
        }
    }

    fn cell(&mut self, xml: &mut Xml<'_>, draft: &mut Draft) -> Result<(), NotRead> {
        let mut properties = CellProperties { span: 1, ..CellProperties::default() };
        let mut blocks = Vec::new();
        self.cell_content(xml, &mut properties, &mut blocks)?;
        let span = properties.span.clamp(1, MAX_COLUMNS);
        if properties.continues_left
            && let Some(left) = draft.row.cells.last_mut()
        {
            left.column_span += span;
            draft.column += span;
            return Ok(());
        }
        if draft.column < MAX_COLUMNS {
            draft.row.cells.push(Cell {
                column: draft.column,
                column_span: span,
                row_span: 1,
                continued: properties.continues_above,
                ..Cell::default()
            });
            draft.blocks.push(blocks);
        }
        draft.column = (draft.column + span).min(MAX_COLUMNS);
        Ok(())
    }

    fn cell_content(
        &mut self,
        xml: &mut Xml<'_>,
        properties: &mut CellProperties,
        blocks: &mut Vec<Block>,
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
                "tcPr" => *properties = cell_properties(xml)?,
                // What a merged cell hides is not printed, and its numbers do not count.
                _ if properties.continues_above || properties.continues_left => xml.skip()?,
                "p" => self.paragraph(xml, blocks)?,
                "tbl" => self.table(xml, blocks)?,
                "AlternateContent" => self.one_branch(xml, |walk, xml| walk.blocks(xml, blocks))?,
                "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => {
                    self.blocks(xml, blocks)?;
                }
                _ => xml.skip()?,
            }
        }
    }
}

fn is_table(block: &Block) -> bool {
    matches!(block, Block::Table(_))
}

fn row_properties(xml: &mut Xml<'_>) -> Result<RowProperties, NotRead> {
    let mut properties = RowProperties::default();
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(properties),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "gridBefore" => properties.skipped_before = tag.number("val").unwrap_or(0),
            "tblHeader" => properties.header = tag.is_on(),
            "del" => properties.deleted = true,
            _ => {}
        }
        xml.skip()?;
    }
}

fn cell_properties(xml: &mut Xml<'_>) -> Result<CellProperties, NotRead> {
    let mut properties = CellProperties { span: 1, ..CellProperties::default() };
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok(properties),
            Node::Text(_) => continue,
        };
        let continues = || tag.attr("val").is_none_or(|it| it == "continue");
        match tag.name() {
            "gridSpan" => properties.span = tag.number("val").unwrap_or(1),
            "vMerge" => properties.continues_above = continues(),
            "hMerge" => properties.continues_left = continues(),
            _ => {}
        }
        xml.skip()?;
    }
}
