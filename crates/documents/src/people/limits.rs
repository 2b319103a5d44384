//! Limits of reading lists of people, in one place.
//!
//! A list of a hundred thousand people with fifteen columns stays below every one of them; what
//! breaks one is refused as a whole, because half a list is worse than none.

/// Largest file of a list, bytes.
pub const MAX_LIST_BYTES: usize = 40 * 1024 * 1024;
/// Most rows of a list.
pub const MAX_LIST_ROWS: usize = 200_000;
/// Most cells that say something, of one sheet.
pub(super) const MAX_CELLS: usize = 4_000_000;
/// Most columns looked at.
pub(super) const MAX_COLUMNS: usize = 256;
/// Most bytes of text of one sheet, and of the texts that sheets share.
pub(super) const MAX_TEXT_BYTES: usize = 64 * 1024 * 1024;
/// Most unpacked bytes of one part of a package.
pub(super) const MAX_PART_BYTES: usize = 256 * 1024 * 1024;
/// Most bytes of one piece of XML: a start with its attributes, or a text.
pub(super) const MAX_PIECE_BYTES: usize = 1024 * 1024;
/// Deepest nesting of XML elements.
pub(super) const MAX_DEPTH: usize = 256;
/// Most merged rectangles of a sheet that are looked at.
pub(super) const MAX_MERGES: usize = 50_000;
/// Most sheets of a workbook that are looked at.
pub(super) const MAX_SHEETS: usize = 300;
/// Most characters of one fact of a person.
pub(super) const MAX_FACT: usize = 300;
