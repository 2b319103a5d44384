//! Plain text: every line is a paragraph.

use super::not_read::NotRead;
use roadmap::source::{Block, Notice, Paragraph, Source};

/// Reads a text of any code page.
pub(super) fn read(bytes: &[u8]) -> Result<(Source, usize), NotRead> {
    let decoded = super::encoding::decode(bytes);
    let mut source = Source::default();
    for line in decoded.text.lines().map(str::trim).filter(|it| !it.is_empty()) {
        let paragraph = Paragraph { text: line.to_owned(), ..Paragraph::default() };
        source.blocks.push(Block::Paragraph(paragraph));
    }
    source.notices.extend(decoded.guessed.map(|it| Notice::GuessedEncoding(it.to_owned())));
    if 0 < decoded.broken {
        source.notices.push(Notice::BrokenBytes(decoded.broken));
    }
    Ok((source, 0))
}
