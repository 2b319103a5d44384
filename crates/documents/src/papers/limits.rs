//! What a template and its data may ask for; more is refused with a sentence, not tried.
//! Deliberately absent: limits of reading (`read::limits`, `people::limits`).

/// Bytes of a template text.
pub(super) const MOST_TEMPLATE_BYTES: usize = 256 << 10;
/// Bytes of a school's own Word file.
pub(super) const MOST_OWN_FILE_BYTES: usize = 8 << 20;
/// Bytes of one unpacked part of such a file that holds tags.
pub(super) const MOST_OWN_PART_BYTES: usize = 8 << 20;
/// Bytes of all texts of the data together.
pub(super) const MOST_DATA_BYTES: usize = 2 << 20;
/// Bytes of one text of the data.
pub(super) const MOST_TEXT_BYTES: usize = 20_000;
/// Values of the data.
pub(super) const MOST_DATA_VALUES: usize = 100_000;
/// Lists and objects inside each other.
pub(super) const MOST_DATA_DEPTH: usize = 16;
/// Steps of a template, about thirty for a row of a table.
pub(super) const MOST_STEPS: u64 = 500_000;
/// Blocks and calls inside each other.
pub(super) const MOST_NESTING: usize = 64;
/// Bytes that a template may write.
pub(super) const MOST_OUTPUT_BYTES: usize = 16 << 20;
/// Bytes of a value that a filter may make.
pub(super) const MOST_VALUE_BYTES: usize = 64 << 10;
/// Texts joined with `~` in one expression.
pub(super) const MOST_JOINED: usize = 32;
/// Bytes of a name or position that is declined; longer ones stay as they are.
pub(super) const MOST_DECLINED_BYTES: usize = 1_000;
/// Signs of a tag outside quotes: an expression is walked by recursion.
pub(super) const MOST_TAG_SIGNS: usize = 1_000;
/// Further conditions of one «if»: they are walked by recursion too.
pub(super) const MOST_BRANCHES: usize = 200;
/// Columns of a table.
pub(super) const MOST_COLUMNS: usize = 40;
