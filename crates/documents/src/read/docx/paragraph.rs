//! Paragraphs of Word: runs, breaks, symbols, tracked changes, text boxes.
//!
//! It decides the text of a paragraph as it is printed. Deliberately absent: hidden text, fields'
//! instructions, deleted text.

use super::Walk;
use crate::read::letters::tidy;
use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Tag, Xml, push};
use roadmap::source::{Block, Paragraph};

/// A paragraph in the making.
#[derive(Default)]
struct Draft {
    text: String,
    style: Option<String>,
    list: Option<usize>,
    level: Option<usize>,
    heading: Option<u8>,
    centred: Option<bool>,
    /// All of the visible text so far is bold; `None` before the first.
    bold: Option<bool>,
    /// Text boxes anchored in the paragraph.
    boxes: Vec<Block>,
}

/// What a run says of its text.
#[derive(Clone, Copy, Default)]
struct Run {
    bold: Option<bool>,
    hidden: bool,
}

impl Walk {
    /// Reads a paragraph and the text boxes anchored in it.
    pub(super) fn paragraph(
        &mut self,
        xml: &mut Xml<'_>,
        into: &mut Vec<Block>,
    ) -> Result<(), NotRead> {
        let mut draft = Draft::default();
        self.inline(xml, &mut draft)?;
        let style = self.styles.get(draft.style.as_deref());
        let list = draft.list.or(style.list).filter(|it| *it != 0);
        let level = draft.level.or(style.level);
        let mark = list.and_then(|list| {
            let level = level.or_else(|| self.lists.level_of_style(list, draft.style.as_deref()));
            self.lists.next(list, level.unwrap_or(0))
        });
        let paragraph = Paragraph {
            text: tidy(&draft.text),
            list_level: mark.as_ref().map_or(0, |it| it.level),
            list_mark: mark.map(|it| it.text).filter(|it| !it.is_empty()),
            heading: draft.heading.or(style.heading),
            bold: draft.bold.unwrap_or(false),
            centred: draft.centred.or(style.centred).unwrap_or(false),
            sheet_name: false,
        };
        let speaks = !paragraph.text.is_empty() || paragraph.list_mark.is_some();
        if speaks && self.budget.paragraph(paragraph.text.len()) {
            into.push(Block::Paragraph(paragraph));
        }
        into.append(&mut draft.boxes);
        Ok(())
    }

    /// Reads what stands inside a paragraph, a link, an insertion, a content control.
    fn inline(&mut self, xml: &mut Xml<'_>, draft: &mut Draft) -> Result<(), NotRead> {
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match tag.name() {
                "pPr" => self.paragraph_properties(xml, draft)?,
                "r" => self.run(xml, draft)?,
                "ins" | "moveTo" => {
                    self.tracked = true;
                    self.inline(xml, draft)?;
                }
                "del" | "moveFrom" => {
                    self.tracked = true;
                    xml.skip()?;
                }
                "AlternateContent" => self.one_branch(xml, |walk, xml| walk.inline(xml, draft))?,
                "hyperlink" | "sdt" | "sdtContent" | "smartTag" | "customXml" | "fldSimple"
                | "dir" | "bdo" => self.inline(xml, draft)?,
                "oMath" | "oMathPara" => {
                    let formula = xml.text()?;
                    draft.text.push_str(&formula);
                }
                _ => xml.skip()?,
            }
        }
    }

    fn paragraph_properties(
        &mut self,
        xml: &mut Xml<'_>,
        draft: &mut Draft,
    ) -> Result<(), NotRead> {
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match tag.name() {
                "pStyle" => draft.style = tag.attr("val"),
                "jc" => draft.centred = Some(tag.attr("val").as_deref() == Some("center")),
                "outlineLvl" => draft.heading = heading_of_outline(&tag),
                "numPr" => {
                    let (list, level) = numbering(xml)?;
                    draft.list = list.or(draft.list);
                    draft.level = level.or(draft.level);
                    continue;
                }
                _ => {}
            }
            xml.skip()?;
        }
    }

    fn run(&mut self, xml: &mut Xml<'_>, draft: &mut Draft) -> Result<(), NotRead> {
        let mut run = Run::default();
        self.run_content(xml, draft, &mut run)
    }

    fn run_content(
        &mut self,
        xml: &mut Xml<'_>,
        draft: &mut Draft,
        run: &mut Run,
    ) -> Result<(), NotRead> {
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => continue,
            };
            match tag.name() {
                "rPr" => {
                    *run = self.run_properties(xml)?;
                    continue;
                }
                "t" => {
                    let text = xml.text()?;
                    self.add(draft, *run, &text);
                    continue;
                }
                "drawing" | "pict" | "object" => {
                    self.drawing(xml, &mut draft.boxes)?;
                    continue;
                }
                "AlternateContent" => {
                    self.one_branch(xml, |walk, xml| walk.run_content(xml, draft, run))?;
                    continue;
                }
                "ruby" => {
                    self.ruby(xml, draft)?;
                    continue;
                }
                "br" | "cr" => self.add(draft, *run, "\n"),
                "tab" | "ptab" => self.add(draft, *run, " "),
                "noBreakHyphen" => self.add(draft, *run, "-"),
                "sym" => self.add(draft, *run, symbol(&tag)),
                _ => {}
            }
            xml.skip()?;
        }
    }

    /// Keeps the base text of a ruby annotation and drops the small text above it.
    fn ruby(&mut self, xml: &mut Xml<'_>, draft: &mut Draft) -> Result<(), NotRead> {
        loop {
            match xml.next()? {
                Node::Open(tag) if tag.name() == "rubyBase" => self.inline(xml, draft)?,
                Node::Open(_) => xml.skip()?,
                Node::Close | Node::End => return Ok(()),
                Node::Text(_) => {}
            }
        }
    }

    fn run_properties(&self, xml: &mut Xml<'_>) -> Result<Run, NotRead> {
        let mut run = Run::default();
        let mut style = None;
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::Close | Node::End => break,
                Node::Text(_) => continue,
            };
            match tag.name() {
                "b" => run.bold = Some(tag.is_on()),
                "vanish" => run.hidden = tag.is_on(),
                "rStyle" => style = tag.attr("val"),
                _ => {}
            }
            xml.skip()?;
        }
        run.bold = run.bold.or(self.styles.get(style.as_deref()).bold);
        Ok(run)
    }

    fn add(&self, draft: &mut Draft, run: Run, text: &str) {
        if run.hidden {
            return;
        }
        if text.chars().any(|it| !it.is_whitespace()) {
            let style = || self.styles.get(draft.style.as_deref()).bold;
            let bold = run.bold.or_else(style).unwrap_or(false);
            draft.bold = Some(draft.bold.unwrap_or(true) && bold);
        }
        push(&mut draft.text, text);
    }

    /// Looks through a drawing for text boxes and pictures.
    fn drawing(&mut self, xml: &mut Xml<'_>, boxes: &mut Vec<Block>) -> Result<(), NotRead> {
        let mut depth = 1_usize;
        while 0 < depth {
            match xml.next()? {
                Node::Open(tag) => match tag.name() {
                    "txbxContent" => {
                        self.blocks(xml, boxes)?;
                        if self.budget.is_full() {
                            return Ok(());
                        }
                    }
                    "AlternateContent" => {
                        self.one_branch(xml, |walk, xml| walk.drawing(xml, boxes))?;
                    }
                    name => {
                        self.pictures += usize::from(matches!(name, "blip" | "imagedata"));
                        depth += 1;
                    }
                },
                Node::Close => depth -= 1,
                Node::End => return Ok(()),
                Node::Text(_) => {}
            }
        }
        Ok(())
    }
}

/// Reads `numPr`: the list and the level.
pub(super) fn numbering(xml: &mut Xml<'_>) -> Result<(Option<usize>, Option<usize>), NotRead> {
    let (mut list, mut level) = (None, None);
    loop {
        let tag = match xml.next()? {
            Node::Open(tag) => tag,
            Node::Close | Node::End => return Ok((list, level)),
            Node::Text(_) => continue,
        };
        match tag.name() {
            "numId" => list = tag.number("val"),
            "ilvl" => level = tag.number("val"),
            _ => {}
        }
        xml.skip()?;
    }
}

/// Outline levels 0..=8 are headings 1..=9; 9 is body text.
pub(super) fn heading_of_outline(tag: &Tag<'_>) -> Option<u8> {
    let level = u8::try_from(tag.number("val")?).ok()?;
    (level < 9).then(|| level + 1)
}

/// A character of a symbol font as the letter or sign it looks like.
fn symbol(tag: &Tag<'_>) -> &'static str {
    let font = tag.attr("font").unwrap_or_default().to_lowercase();
    let code = tag.attr("char").and_then(|it| u32::from_str_radix(&it, 16).ok()).unwrap_or(0);
    let code = code & 0xFF;
    if font.contains("wingdings") || font.contains("webdings") {
        return match code {
            0x6F | 0x71 | 0xA8 => "☐",
            0xFE | 0x52 => "☑",
            0xFC => "✓",
            0xE0 | 0xF0 => "→",
            _ => "•",
        };
    }
    match code {
        0x2D => "-",
        0xA3 => "≤",
        0xB3 => "≥",
        0xB1 => "±",
        0xB0 => "°",
        0xB4 => "×",
        0xAE => "→",
        0xB7 => "•",
        0xBB => "≈",
        0xB9 => "≠",
        _ => "",
    }
}
