//! What a paper is made of, for every format: paragraphs, tables, signatures, lines to fill.
//!
//! It decides the shapes and what is counted as left to fill. Deliberately absent: the markup they
//! are read from (`parse`) and how a format draws them (`docx`, `pdf`).

/// A paper as both writers see it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sheet {
    /// Whether the page lies on its long side.
    pub(super) is_wide: bool,
    /// Whether the letters are of 12 points and not of 14.
    pub(super) is_compact: bool,
    /// From top to bottom.
    pub(super) blocks: Vec<Block>,
}

/// A part of a paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Table),
    /// Post at the left, a line, a name at the right.
    Signature {
        post: Vec<Span>,
        name: Vec<Span>,
    },
    /// Day, place, number: beside each other without borders, the last at the right edge.
    Requisites(Vec<Vec<Span>>),
    /// Lines to sign by hand, beside each other, with captions.
    Signed(Vec<Vec<Span>>),
    PageBreak,
    /// An empty line.
    Gap,
}

/// How a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    Title,
    Heading,
    Centre,
    /// In the right half.
    Right,
    /// At the left edge, without indent.
    Left,
    /// Justified, first line indented.
    Body,
    /// The same with a typed number before it.
    Point,
    /// The same with a dash before it.
    Dash,
    /// In small letters.
    Small,
    /// In a table.
    Cell(Align),
}

impl Style {
    /// Whether the first line of such a paragraph is indented.
    pub(super) fn is_indented(self) -> bool {
        matches!(self, Self::Body | Self::Point | Self::Dash)
    }
}

/// How the text of a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

/// A paragraph, which may end in a line to fill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub(super) style: Style,
    /// Whether it goes on after a line to fill: then it has no indent.
    pub(super) is_continued: bool,
    pub(super) spans: Vec<Span>,
    pub(super) blank: Option<Blank>,
}

/// A line to fill, to the right edge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Blank {
    /// What stands under it.
    pub(super) caption: String,
    /// The signs right behind it: «,», «.».
    pub(super) tail: String,
    /// Whether it has a line of its own, as there is no room behind the text.
    pub(super) is_apart: bool,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Span {
    Words {
        text: String,
        is_bold: bool,
    },
    Break,
    /// A short blank of so many letters, with the caption that is only listed.
    Short {
        width: usize,
        caption: String,
    },
    /// A line to fill; only while a text is read, never in a paragraph.
    Line {
        caption: String,
    },
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Table {
    /// Widths in thousandths; they add up to a thousand.
    pub(super) widths: Vec<u32>,
    /// Rows of the header, repeated on each page.
    pub(super) n_header: usize,
    pub(super) rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) column: usize,
    /// Columns that it covers, at least one.
    pub(super) across: usize,
    /// Rows that it covers, at least one.
    pub(super) down: usize,
    /// Whether it only continues the cell above.
    pub(super) is_continued: bool,
    pub(super) paragraphs: Vec<Paragraph>,
}

impl Sheet {
    /// Every paragraph, those of cells too.
    fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.blocks.iter().flat_map(|block| -> Box<dyn Iterator<Item = &Paragraph>> {
            match block {
                Block::Paragraph(it) => Box::new(std::iter::once(it)),
                Block::Table(it) => {
                    Box::new(it.rows.iter().flatten().flat_map(|it| &it.paragraphs))
                }
                _ => Box::new(std::iter::empty()),
            }
        })
    }

    /// Captions of what is left to fill by hand, in order, each once.
    pub(super) fn to_fill(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for it in self.paragraphs() {
            let short = it.spans.iter().filter_map(|it| match it {
                Span::Short { caption, .. } => Some(caption.as_str()),
                _ => None,
            });
            let line = it.blank.as_ref().map(|it| it.caption.as_str());
            for caption in short.chain(line).filter(|it| !it.is_empty()) {
                if !all.contains(&caption) {
                    all.push(caption);
                }
            }
        }
        all
    }

    /// The words, one line for each paragraph and cell.
    pub(super) fn plain_text(&self) -> String {
        let mut whole = String::new();
        for block in &self.blocks {
            match block {
                Block::Paragraph(it) => push_paragraph(it, &mut whole),
                Block::Table(it) => {
                    let cells = it.rows.iter().flatten();
                    cells.flat_map(|it| &it.paragraphs).for_each(|it| {
                        push_paragraph(it, &mut whole);
                    });
                }
                Block::Signature { post, name } => {
                    push_line(&words(post), &mut whole);
                    push_line(&words(name), &mut whole);
                }
                Block::Requisites(parts) | Block::Signed(parts) => {
                    parts.iter().for_each(|it| push_line(&words(it), &mut whole));
                }
                Block::PageBreak | Block::Gap => {}
            }
        }
        whole
    }
}

fn push_paragraph(it: &Paragraph, whole: &mut String) {
    let tail = it.blank.as_ref().map_or("", |it| &it.tail);
    push_line(&format!("{}{tail}", words(&it.spans)), whole);
    if let Some(blank) = &it.blank {
        push_line(&blank.caption, whole);
    }
}

fn push_line(line: &str, whole: &mut String) {
    if !line.trim().is_empty() {
        whole.push_str(line.trim());
        whole.push('\n');
    }
}

/// The words of spans.
pub(super) fn words(spans: &[Span]) -> String {
    let mut whole = String::new();
    for it in spans {
        match it {
            Span::Words { text, .. } => whole.push_str(text),
            Span::Break => whole.push('\n'),
            Span::Short { width, .. } => whole.extend(std::iter::repeat_n('_', *width)),
            Span::Line { .. } => {}
        }
    }
    whole
}
