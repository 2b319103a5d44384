//! Lists of people: the bytes of a spreadsheet become people, refused rows and likely duplicates.
//!
//! It decides where the list stands on its sheets, what each column means and what each cell says.
//! Numbers of passports, insurance and the like are recognised and not read. Deliberately absent:
//! what an organisation knows already, saving, the clock (the day of reading is given).

mod cursor;
mod grid;
mod guess;
mod layout;
mod limits;
mod ods;
mod person;
mod rows;
mod separated;
mod value;
mod vocabulary;
pub mod words;
mod xlsx;

pub use layout::Mapping;
pub use limits::{MAX_LIST_BYTES, MAX_LIST_ROWS};

use crate::read::NotRead;
use crate::read::sniff::{Found, sniff};
use jiff::civil::Date;
use mentoring::person::duplicate::{Candidate, Duplicate, find_duplicates};
use mentoring::person::listed::{ListField, ListObstacle, ListPlace, ListedPerson};

/// A list of people as it was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleList {
    /// Names of the sheets that have people, in order; [`ListPlace::sheet`] counts them.
    pub sheets: Vec<String>,
    /// Columns as understood, sheet by sheet, from left to right.
    pub columns: Vec<ListColumn>,
    /// People in the order of their rows.
    pub people: Vec<ListedPerson>,
    /// Rows that cannot be taken as they stand; a row with two wrong cells is here twice.
    pub refused: Vec<WrongCell>,
    /// Cells left out of people who were taken.
    pub left_out: Vec<WrongCell>,
    /// Rows below the header that are nobody: totals, vacant posts, signatures. They are counted, so
    /// that no row of a file vanishes.
    pub passed: Vec<PassedRow>,
    /// Sheets that have words and no list of people.
    pub passed_sheets: Vec<String>,
    /// Who may be written twice; indices of `people`.
    pub duplicates: Vec<Duplicate>,
}

/// A row that is nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassedRow {
    /// Where.
    pub place: ListPlace,
    /// How it begins.
    pub text: String,
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListColumn {
    /// Which of the sheets.
    pub sheet: u16,
    /// The header as it stands on the sheet, of a guardian's column with the words above it.
    pub header: String,
    /// What it means.
    pub field: ListField,
}

/// A cell that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongCell {
    /// Where.
    pub place: ListPlace,
    /// The person, as far as the row names one.
    pub name: String,
    /// The header of the column.
    pub column: String,
    /// What is wrong.
    pub obstacle: ListObstacle,
}

/// Why a list was not read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListNotRead {
    /// The file cannot be opened.
    #[error("the file is not read")]
    File(#[source] NotRead),
    /// The file is a document and no spreadsheet.
    #[error("the file is not a spreadsheet")]
    NotASheet,
    /// No sheet has a list of people.
    #[error("no sheet has a list of people")]
    NoPeople,
    /// There are headers, and nobody below them.
    #[error("there is nobody below the headers")]
    NobodyListed,
}

/// Reads a list of people.
///
/// - `name`: the name of the file; only its ending is looked at. May be empty.
/// - `bytes`: the whole file, at most [`MAX_LIST_BYTES`].
/// - `mapping`: fields of columns given by hand; usually empty.
/// - `today`: the day of reading: years of two digits and «с 2010 г.» are counted to it.
/// - Errors: not a spreadsheet, or no list of people in it. A wrong cell is no error: it is said in
///   the list.
/// - Time: linear in the unpacked size; 100 000 rows of 15 columns in well under a second.
pub fn read(
    name: &str,
    bytes: &[u8],
    mapping: &Mapping,
    today: Date,
) -> Result<PeopleList, ListNotRead> {
    if MAX_LIST_BYTES < bytes.len() {
        let limit = MAX_LIST_BYTES;
        return Err(ListNotRead::File(NotRead::TooLarge { bytes: bytes.len(), limit }));
    }
    let mut reader = rows::Reader::new(mapping, today);
    let mut each = |grid: &grid::Grid<'_>| reader.sheet(grid);
    let done = match sniff(name, bytes).map_err(ListNotRead::File)? {
        Found::Xlsx(package) => xlsx::read(package, &mut each),
        Found::OpenDocument(package) => ods::read(package, &mut each),
        Found::Separated | Found::Text => separated::read(bytes, &mut each),
        Found::Docx(_) => return Err(ListNotRead::NotASheet),
    };
    match done {
        Ok(()) => {}
        Err(NotRead::Format(_)) => return Err(ListNotRead::NotASheet),
        Err(error) => return Err(ListNotRead::File(error)),
    }
    let mut list = reader.finish();
    if list.people.is_empty() && list.refused.is_empty() && list.columns.is_empty() {
        return Err(ListNotRead::NoPeople);
    }
    list.duplicates = duplicates(&list.people);
    Ok(list)
}

/// Who may be written twice.
fn duplicates(people: &[ListedPerson]) -> Vec<Duplicate> {
    let candidates: Vec<Candidate<'_>> = people
        .iter()
        .map(|it| Candidate {
            name: &it.name,
            former_surname: &it.former_surname,
            birth_date: it.birth_date,
            class: &it.class,
        })
        .collect();
    find_duplicates(&candidates)
}
