//! Our markup becomes a sheet.
//!
//! It decides what each mark at the beginning of a line means; the list stands in
//! `docs/decisions/0012-papers.md`. Any text is understood: what is no mark is words. Deliberately
//! absent: data, which cannot be marks (`mark`).

use super::mark::{self, BREAK, FILL, FILL_END, FILL_WIDTH};
use super::sheet::{Blank, Block, Paragraph, Sheet, Span, Style, words};
use super::table;
use super::width::Room;

/// Reads a text.
pub(super) fn parse(text: &str) -> Sheet {
    let mut reader = Reader::default();
    let mut lines = text.lines().map(str::trim).peekable();
    while let Some(line) = lines.next() {
        if line.starts_with('|') {
            reader.flush();
            let mut rows = vec![line];
            while let Some(row) = lines.next_if(|it| it.starts_with('|')) {
                rows.push(row);
            }
            let table = table::parse(&rows, Room::of(&reader.sheet));
            reader.sheet.blocks.push(Block::Table(table));
        } else {
            reader.line(line);
        }
    }
    reader.flush();
    reader.sheet
}

#[derive(Default)]
struct Reader {
    sheet: Sheet,
    open: Option<(Style, String)>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        if line.is_empty() {
            return self.flush();
        }
        if let Some(order) = line.strip_prefix('@') {
            return self.order(order, line);
        }
        for (sign, style) in [
            ("## ", Style::Heading),
            ("# ", Style::Title),
            ("^ ", Style::Centre),
            ("> ", Style::Right),
            ("< ", Style::Left),
            ("- ", Style::Dash),
        ] {
            if let Some(text) = line.strip_prefix(sign) {
                return self.marked(style, text.trim());
            }
        }
        if is_numbered(line) {
            return self.begin(Style::Point, line);
        }
        match &mut self.open {
            Some((Style::Body | Style::Point | Style::Dash | Style::Left | Style::Small, text)) => {
                text.push(' ');
                text.push_str(line);
            }
            _ => self.begin(Style::Body, line),
        }
    }

    /// Lines of a title, a heading or a block at the right follow each other in one paragraph.
    fn marked(&mut self, style: Style, text: &str) {
        match &mut self.open {
            Some((open, whole))
                if *open == style
                    && matches!(style, Style::Title | Style::Heading | Style::Right) =>
            {
                whole.push(BREAK);
                whole.push_str(text);
            }
            _ => self.begin(style, text),
        }
    }

    fn order(&mut self, order: &str, line: &str) {
        let (word, text) = order.split_once(' ').unwrap_or((order, ""));
        match word {
            "landscape" => self.sheet.is_wide = true,
            "compact" => self.sheet.is_compact = true,
            "small" => self.begin(Style::Small, text),
            "page" => self.push(Block::PageBreak),
            "gap" => self.push(Block::Gap),
            "signature" => {
                let (post, name) = text.split_once('|').unwrap_or((text, ""));
                let (post, name) = (whole_spans(post), whole_spans(name));
                self.push(Block::Signature { post, name });
            }
            "requisites" => {
                let parts = text.split('|').take(MOST_REQUISITES).map(whole_spans).collect();
                self.push(Block::Requisites(parts));
            }
            "signed" => {
                let captions = text.split('|').take(MOST_SIGNED).map(whole_spans).collect();
                self.push(Block::Signed(captions));
            }
            _ => self.begin(Style::Body, line),
        }
    }

    fn begin(&mut self, style: Style, text: &str) {
        self.flush();
        self.open = Some((style, text.to_owned()));
    }

    fn push(&mut self, block: Block) {
        self.flush();
        self.sheet.blocks.push(block);
    }

    fn flush(&mut self) {
        if let Some((style, text)) = self.open.take() {
            let letters = Letters::of(&self.sheet);
            let all = paragraphs(style, &text, letters);
            self.sheet.blocks.extend(all.into_iter().map(Block::Paragraph));
        }
    }
}

/// Requisites that fit beside each other.
const MOST_REQUISITES: usize = 3;

/// Lines to sign that fit beside each other.
const MOST_SIGNED: usize = 4;

/// Whether a line begins with a number of a point: «1. », «1.1. », «2) ».
fn is_numbered(line: &str) -> bool {
    let Some((number, _)) = line.split_once(' ') else { return false };
    let Some(parts) = number.strip_suffix(['.', ')']) else { return false };
    let is_part =
        |it: &str| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit());
    parts.split('.').all(is_part)
}

/// Letters that fit into a line.
#[derive(Clone, Copy)]
pub(super) struct Letters(pub(super) usize);

impl Letters {
    /// Of a line of body text; measured on Tinos, in which a letter of Russian takes half an em.
    fn of(sheet: &Sheet) -> Self {
        Self(match (sheet.is_wide, sheet.is_compact) {
            (false, false) => 68,
            (false, true) => 80,
            (true, false) => 108,
            (true, true) => 126,
        })
    }
}

/// A text as paragraphs: a line to fill ends one, and what follows it begins another.
pub(super) fn paragraphs(style: Style, text: &str, letters: Letters) -> Vec<Paragraph> {
    let mut spans = spans(text);
    match style {
        Style::Dash => spans.insert(0, word("–\u{a0}")),
        Style::Point => number(&mut spans),
        _ => {}
    }
    let mut all: Vec<Paragraph> = Vec::new();
    let mut open = Vec::new();
    let mut rest = spans.into_iter().peekable();
    while let Some(span) = rest.next() {
        let Span::Line { caption } = span else {
            open.push(span);
            continue;
        };
        let mut tail = String::new();
        if let Some(Span::Words { text, .. }) = rest.peek_mut() {
            let n_signs =
                text.len() - text.trim_start_matches([',', '.', ';', ':', ')', '»']).len();
            tail = text.drain(..n_signs).collect();
            *text = text.trim_start().to_owned();
        }
        let before = trimmed_end(std::mem::take(&mut open));
        let used = words(&before).chars().count() % letters.0.max(1);
        let wanted = (caption.chars().count() * 2 / 3).min(letters.0 / 2).max(MIN_BLANK);
        let is_apart = matches!(style, Style::Cell(_)) || letters.0 < used + wanted;
        let blank = Some(Blank { caption, tail, is_apart });
        all.push(Paragraph { style, is_continued: !all.is_empty(), spans: before, blank });
    }
    let is_rest =
        open.iter().any(|it| !matches!(it, Span::Words { text, .. } if text.trim().is_empty()));
    if is_rest || all.is_empty() {
        all.push(Paragraph { style, is_continued: !all.is_empty(), spans: open, blank: None });
    }
    all
}

/// Letters of the shortest line that is worth filling.
const MIN_BLANK: usize = 16;

fn word(text: &str) -> Span {
    Span::Words { text: text.to_owned(), is_bold: false }
}

/// A number never stands apart from its point, and its space never stretches.
fn number(spans: &mut [Span]) {
    if let Some(Span::Words { text, .. }) = spans.first_mut()
        && let Some((number, rest)) = text.split_once(' ')
    {
        *text = format!("{number}\u{a0}{}", rest.trim_start());
    }
}

fn trimmed_end(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Words { text, .. }) = spans.last_mut() {
        text.truncate(text.trim_end().len());
        text.push(' ');
    }
    spans
}

/// The spans of a text on one line: a line to fill in it is a short blank.
pub(super) fn whole_spans(text: &str) -> Vec<Span> {
    let short = |it| match it {
        Span::Line { caption } => Span::Short { width: MIN_BLANK, caption },
        it => it,
    };
    spans(text.trim()).into_iter().map(short).collect()
}

/// Reads `**bold**`, `<br>`, `\` before a sign, data and blanks.
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Spans::default();
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let after = &rest[sign.len_utf8()..];
        rest = match sign {
            '*' if after.starts_with('*') => {
                spans.close();
                spans.is_bold = !spans.is_bold;
                &after[1..]
            }
            '<' if after.starts_with("br>") => {
                spans.push(Span::Break);
                &after[3..]
            }
            BREAK => {
                spans.push(Span::Break);
                after
            }
            '\\' => {
                let next = after.chars().next();
                spans.text.extend(next.map(mark::shown));
                next.map_or(after, |it| &after[it.len_utf8()..])
            }
            FILL => {
                let (inside, after) = after.split_once(FILL_END).unwrap_or((after, ""));
                spans.push(blank(inside));
                after
            }
            FILL_WIDTH | FILL_END => after,
            _ => {
                spans.text.push(mark::shown(sign));
                after
            }
        };
    }
    spans.close();
    spans.all
}

fn blank(inside: &str) -> Span {
    let (caption, width) = inside.split_once(FILL_WIDTH).unwrap_or((inside, ""));
    let shown = caption.chars().map(|it| if it == BREAK { ' ' } else { mark::shown(it) });
    let caption = grammar::no_breaks(shown.collect::<String>().trim());
    match width.parse() {
        Ok(width) => Span::Short { width: usize::min(width, 60), caption },
        Err(_) => Span::Line { caption },
    }
}

#[derive(Default)]
struct Spans {
    all: Vec<Span>,
    text: String,
    is_bold: bool,
}

impl Spans {
    fn close(&mut self) {
        if !self.text.is_empty() {
            let text = grammar::no_breaks(&std::mem::take(&mut self.text));
            self.all.push(Span::Words { text, is_bold: self.is_bold });
        }
    }

    fn push(&mut self, span: Span) {
        self.close();
        self.all.push(span);
    }
}
