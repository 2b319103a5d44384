//! Limits of reading, in one place.
//!
//! They decide how much of a hostile or monstrous file is looked at. A roadmap that a person wrote
//! stays far below every one of them.

/// Largest file that is read, bytes.
pub const MAX_FILE_BYTES: usize = 20 * 1024 * 1024;
/// Most table rows kept of one document; further rows are left out with a notice.
pub const MAX_ROWS: usize = 2_000;
/// Most grid columns kept of a table.
pub const MAX_COLUMNS: usize = 128;
/// Most blocks outside tables and lines in cells kept of one document.
pub(super) const MAX_PARAGRAPHS: usize = 20_000;
/// Most cells kept of one document.
pub(super) const MAX_CELLS: usize = 60_000;
/// Most bytes of text kept of one document.
pub(super) const MAX_TEXT_BYTES: usize = 4 * 1024 * 1024;
/// Longest text of one cell or paragraph, bytes: twice what a cell of Excel holds.
pub(super) const MAX_CELL_BYTES: usize = 64 * 1024;
/// Most lines of one cell.
pub(super) const MAX_CELL_LINES: usize = 1000;
/// Most unpacked bytes of one part of a package.
pub(super) const MAX_PART_BYTES: usize = 40 * 1024 * 1024;
/// Most unpacked bytes of all parts of a package together.
pub(super) const MAX_UNPACKED_BYTES: usize = 64 * 1024 * 1024;
/// Most files inside a package.
pub(super) const MAX_ENTRIES: usize = 10_000;
/// Most pieces (starts, ends, texts) of one XML part that are walked.
pub(super) const MAX_NODES: usize = 6_000_000;
/// Deepest nesting of XML elements.
pub(super) const MAX_DEPTH: usize = 256;
