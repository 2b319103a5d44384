//! A list as a file to count with: a workbook whose numbers are numbers, or comma-separated values.
//!
//! It decides types of cells, widths, and that a cell never becomes a formula. Deliberately absent:
//! borders and page layout of papers that are signed (`paper`).

use jiff::civil::Date;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::NotWritten;

/// One cell of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A share, thousandths: 889 is 88,9 %.
    Share(i64),
    /// A day; `None` leaves the cell empty.
    Day(Option<Date>),
}

/// A list: heads and rows of typed cells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct List {
    /// What the file is called inside, and the sheet (its first 31 letters).
    pub title: String,
    /// Heads of the columns, from the left.
    pub heads: Vec<String>,
    /// Rows; one may be shorter than the heads.
    pub rows: Vec<Vec<Value>>,
    /// The day on which the list is made; it dates the file.
    pub day: Date,
}

/// Writes a list as a workbook of one sheet: numbers count, days sort, the heads stay and filter.
///
/// - Returns: the bytes of an `.xlsx`; the same input gives the same bytes.
/// - Errors: a cell longer than a workbook holds (32 767 characters), more rows than it holds.
pub fn list_xlsx(list: &List) -> Result<Vec<u8>, NotWritten> {
    let mut workbook = Workbook::new();
    let mut properties =
        DocProperties::new().set_title(list.title.chars().take(200).collect::<String>());
    if let Some(day) = moment(list.day) {
        properties = properties.set_creation_datetime(&day);
    }
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(&list.title))?;
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    let bold = Format::new().set_bold().set_text_wrap();
    for (column, head) in (0..).zip(&list.heads) {
        sheet.write_string_with_format(0, column, head, &bold)?;
        sheet.set_column_width(column, width(list, usize::from(column)))?;
    }
    for (row, cells) in (1..).zip(&list.rows) {
        for (column, value) in (0..).zip(cells) {
            write_value(sheet, (row, column), value)?;
        }
    }
    if let (Ok(rows), Ok(columns)) =
        (u32::try_from(list.rows.len()), u16::try_from(list.heads.len()))
        && 0 < columns
    {
        sheet.set_freeze_panes(1, 1)?;
        sheet.set_repeat_rows(0, 0)?;
        sheet.autofilter(0, 0, rows, columns - 1)?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
) -> Result<(), XlsxError> {
    #[expect(clippy::cast_precision_loss, reason = "counts of a network, far below 2^53")]
    match value {
        Value::Text(text) => sheet.write_string(row, column, text)?,
        Value::Number(number) => sheet.write_number(row, column, *number as f64)?,
        Value::Share(thousandths) => {
            let format = Format::new().set_num_format("0.0%");
            sheet.write_number_with_format(row, column, *thousandths as f64 / 1000.0, &format)?
        }
        Value::Day(day) => match day.and_then(moment) {
            None => sheet,
            Some(day) => {
                let format = Format::new().set_num_format("dd.mm.yyyy");
                sheet.write_datetime_with_format(row, column, &day, &format)?
            }
        },
    };
    Ok(())
}

fn moment(day: Date) -> Option<ExcelDateTime> {
    let year = u16::try_from(day.year()).ok()?;
    let (month, day) = (u8::try_from(day.month()).ok()?, u8::try_from(day.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

/// A workbook refuses some signs and more than 31 letters in the name of a sheet.
fn sheet_name(title: &str) -> String {
    let clean = title.chars().map(|it| if "[]:*?/\\'".contains(it) { ' ' } else { it });
    let name: String = clean.take(31).collect();
    if name.trim().is_empty() { "1".to_owned() } else { name.trim().to_owned() }
}

/// Letters of the longest cell, within reason.
fn width(list: &List, column: usize) -> f64 {
    let cells = list.rows.iter().filter_map(|it| it.get(column));
    let longest = cells.map(|it| plain(it).chars().count()).max().unwrap_or(0);
    let head = list.heads.get(column).map_or(0, |it| it.chars().count());
    let letters = u32::try_from(longest.max(head).clamp(8, 60)).unwrap_or(60);
    f64::from(letters) + 2.0
}

/// Writes a list as values between semicolons in UTF-8 with its mark, as Russian spreadsheets open
/// it by a double click.
///
/// A text that a spreadsheet would run as a formula gets an apostrophe before it.
///
/// - Returns: the bytes of a `.csv`.
/// - Errors: none that the input can cause.
pub fn list_csv(list: &List) -> Result<Vec<u8>, NotWritten> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let rows = list.rows.iter().map(|cells| cells.iter().map(plain).collect::<Vec<_>>());
    for row in std::iter::once(list.heads.clone()).chain(rows) {
        writer.write_record(&row).map_err(std::io::Error::from)?;
    }
    writer.into_inner().map_err(|it| NotWritten::Bytes(it.into_error()))
}

fn plain(value: &Value) -> String {
    match value {
        Value::Text(text) if text.starts_with(['=', '+', '-', '@', '\t', '\r']) => {
            format!("'{text}")
        }
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Share(thousandths) => format!("{},{}%", thousandths / 10, (thousandths % 10).abs()),
        Value::Day(None) => String::new(),
        Value::Day(Some(day)) => {
            format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader as _};
    use jiff::civil::date;
    use proptest::prelude::*;

    fn list() -> List {
        List {
            title: "Школы: октябрь/2026".into(),
            heads: ["Организация", "Позиций", "Сделано, %", "Последнее дело"]
                .map(Into::into)
                .into(),
            rows: vec![
                vec![
                    Value::Text("Школа № 7; «Лад»".into()),
                    Value::Number(31),
                    Value::Share(889),
                    Value::Day(Some(date(2026, 10, 15))),
                ],
                vec![Value::Text("=HYPERLINK(\"x\")".into()), Value::Number(0), Value::Share(0)],
                vec![
                    Value::Text("Ключи".into()),
                    Value::Number(0),
                    Value::Share(0),
                    Value::Day(None),
                ],
            ],
            day: date(2026, 10, 15),
        }
    }

    #[test]
    fn numbers_of_a_workbook_count_and_days_are_days() {
        let bytes = list_xlsx(&list()).unwrap();
        assert_eq!(bytes, list_xlsx(&list()).unwrap(), "the same bytes");
        let mut book = calamine::Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let sheet = book.worksheet_range("Школы  октябрь 2026").unwrap();
        assert_eq!(sheet.get_value((1, 1)), Some(&Data::Float(31.0)));
        assert_eq!(sheet.get_value((1, 2)), Some(&Data::Float(0.889)));
        assert!(matches!(sheet.get_value((1, 3)), Some(Data::DateTime(_))));
        assert_eq!(sheet.get_value((2, 0)), Some(&Data::String("=HYPERLINK(\"x\")".into())));
    }

    proptest! {
        #[test]
        fn no_text_goes_out_as_a_formula(text in "\\PC{0,12}", lead in "[=+@\t\r-]?") {
            let said = format!("{lead}{text}");
            let rows = vec![vec![Value::Text(said.clone())]];
            let list = List { rows, heads: vec!["Имя".into()], ..list() };
            let bytes = list_csv(&list).unwrap();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(b';')
                .from_reader(bytes.trim_ascii_start());
            let read: Vec<_> = reader.records().map(|it| it.unwrap()).collect();
            let cell = read.first().map(|it| it[0].to_owned()).unwrap_or_default();
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            prop_assert!(cell.ends_with(&said), "nothing is lost: {cell:?} of {said:?}");
            let book = list_xlsx(&list).unwrap();
            let mut book = calamine::Xlsx::new(std::io::Cursor::new(book)).unwrap();
            let sheets = book.worksheets();
            let formulas = book.worksheet_formula(&sheets[0].0).unwrap();
            prop_assert!(formulas.is_empty(), "a workbook has no formula");
        }
    }

    #[test]
    fn values_between_semicolons_are_quoted_and_never_a_formula() {
        let text = String::from_utf8(list_csv(&list()).unwrap()).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines[0], "Организация;Позиций;Сделано, %;Последнее дело");
        assert_eq!(lines[1], "\"Школа № 7; «Лад»\";31;88,9%;15.10.2026");
        assert_eq!(lines[2], "\"'=HYPERLINK(\"\"x\"\")\";0;0,0%");
        assert!(text.starts_with('\u{feff}') && text.contains("\r\n"));
    }
}
