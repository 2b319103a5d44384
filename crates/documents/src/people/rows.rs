//! The rows of a sheet: which are people, which are headings of a class, totals, signatures.
//!
//! It decides what happens to a row as a whole. Deliberately absent: what its cells say (`person`).

use super::grid::{Grid, GridRow, Value};
use super::guess;
use super::layout::{self, Layout, Mapping};
use super::person::{self, Surrounding};
use super::value::{class, is_letter, kind, lower, name, plain, says, text};
use super::{ListColumn, PassedRow, PeopleList, WrongCell};
use jiff::civil::Date;
use mentoring::person::listed::{ListField, ListObstacle, ListPlace, PersonKind};

/// Reads sheets one after another into one list.
pub(super) struct Reader<'m> {
    mapping: &'m Mapping,
    today: Date,
    list: PeopleList,
}

/// What a heading among the rows says of those below it.
#[derive(Clone, Debug, Default)]
struct Section {
    class: Option<String>,
    kind: Option<PersonKind>,
}

/// Words that begin a line under a list and no name.
const NO_PERSON: [&str; 31] = [
    "итого",
    "всего",
    "итог",
    "директор",
    "заведующий",
    "заведующая",
    "заместитель",
    "зам",
    "исполнитель",
    "составил",
    "составила",
    "подпись",
    "утверждаю",
    "согласовано",
    "председатель",
    "секретарь",
    "дата",
    "мп",
    "примечание",
    "количество",
    "из",
    "мальчиков",
    "девочек",
    "ответственный",
    "ответственная",
    "приложение",
    "список",
    "врио",
    "классный",
    "вакансия",
    "вакантно",
];

impl<'m> Reader<'m> {
    pub(super) fn new(mapping: &'m Mapping, today: Date) -> Self {
        Self { mapping, today, list: PeopleList::default() }
    }

    /// The list of all sheets read.
    pub(super) fn finish(self) -> PeopleList {
        self.list
    }

    /// Reads one sheet; a sheet without a header of people is passed over.
    pub(super) fn sheet(&mut self, grid: &Grid<'_>) {
        let found = layout::find(grid, 0, self.mapping).or_else(|| guess::layout(grid));
        let Some(mut layout) = found else {
            if (0..grid.n_rows()).filter_map(|it| grid.row(it)).any(has_words) {
                self.list.passed_sheets.push(grid.name.clone());
            }
            return;
        };
        let Ok(sheet) = u16::try_from(self.list.sheets.len()) else { return };
        self.list.sheets.push(grid.name.clone());
        self.note(sheet, &layout);
        let around = heading(grid, &layout);
        let mut section = Section::default();
        let mut at = layout.below;
        while let Some(row) = grid.row(at) {
            at += 1;
            if is_header_again(row, &layout)
                && let Some(next) = layout::header_at(grid, at - 1, self.mapping)
            {
                at = next.below;
                if next.columns != layout.columns {
                    layout = next;
                    self.note(sheet, &layout);
                }
                continue;
            }
            if let Some(heading) = section_of(row, &layout) {
                let class = heading.class.or_else(|| section.class.take());
                section = Section { class, kind: heading.kind.or(section.kind) };
                continue;
            }
            if is_person(row, &layout) {
                let place = ListPlace { sheet, row: row.number };
                let class = section.class.as_deref().or(around.class.as_deref());
                let kind = section.kind.or(layout.kind).or(around.kind);
                let surrounding = Surrounding { place, class, kind, today: self.today };
                self.take(person::read(row, &layout, &surrounding));
            } else if has_words(row) && !is_continued(row, &layout) {
                self.list.passed.push(passed(sheet, row));
            }
        }
    }

    fn take(&mut self, read: person::Read) {
        if read.wrong.is_empty() {
            self.list.people.push(read.person);
            self.list.left_out.extend(read.left_out);
        } else {
            self.list.refused.extend(read.wrong);
        }
    }

    fn note(&mut self, sheet: u16, layout: &Layout) {
        let columns = layout.columns.iter();
        self.list.columns.extend(columns.map(|it| ListColumn {
            sheet,
            header: it.header.clone(),
            field: it.field,
        }));
    }
}

/// What the lines above a list and the tab of its sheet say of everybody in it.
fn heading(grid: &Grid<'_>, layout: &Layout) -> Section {
    let mut section = Section::default();
    let rows = (0..layout.header).filter_map(|it| grid.row(it));
    let lines = rows.flat_map(GridRow::cells).filter_map(|(_, it)| match it {
        Value::Text(it) => Some(it),
        _ => None,
    });
    for line in lines.chain([grid.name.as_str()]) {
        if section.class.is_none() {
            section.class = class::of_section(line).filter(|it| names_class(line, it));
        }
        section.kind = section.kind.or_else(|| kind::read(line));
    }
    let learns = section.class.is_some() && section.kind.is_none();
    Section { kind: if learns { Some(PersonKind::Student) } else { section.kind }, ..section }
}

/// A bare number above a list is no class; a letter or the word makes it one.
fn names_class(line: &str, class: &str) -> bool {
    class.contains(is_letter) || plain(line).contains("класс")
}

/// Whether a row may be a header: a list of several parts repeats its own.
fn is_header_again(row: GridRow<'_>, layout: &Layout) -> bool {
    let mut names = layout.columns.iter().filter(|it| is_name(it.field));
    let same =
        names.any(|it| matches!(row.get(it.column), Some(Value::Text(text)) if text == it.header));
    same || row.cells().take(8).any(|(_, it)| match it {
        Value::Text(it) => {
            it.len() < 80
                && it.starts_with(['ф', 'Ф', 'F', 'S', 'N'])
                && ["фио", "ф и о", "фамил", "fio", "surname", "full name"]
                    .iter()
                    .any(|word| plain(it).starts_with(word))
        }
        _ => false,
    })
}

/// A heading among the rows: one text that names a class or a kind of people, and no person.
fn section_of(row: GridRow<'_>, layout: &Layout) -> Option<Section> {
    let mut cells = row.cells();
    let (column, only) = cells.next()?;
    let Value::Text(line) = only else { return None };
    // A number of the row may stand before a heading, nothing else beside it.
    if cells.next().is_some() {
        return None;
    }
    let class = class::of_section(line).filter(|it| names_class(line, it));
    let has_name = layout.columns.iter().any(|it| it.column == column && is_name(it.field));
    let is_name =
        has_name && name::full(line).is_ok_and(|it| name::is_patronymic(&it.name.patronymic));
    let kind = if is_name { None } else { kind::read(line) };
    match (&class, kind) {
        (None, None) => None,
        (Some(_), None) => Some(Section { class, kind: Some(PersonKind::Student) }),
        _ => Some(Section { class, kind }),
    }
}

/// Whether a row says something that would be missed: numbers of empty places and of columns do not.
fn has_words(row: GridRow<'_>) -> bool {
    let is_word = |it: &Value<'_>| matches!(it, Value::Text(it) if it.contains(is_letter));
    row.cells().any(|(_, it)| is_word(&it)) || 1 < row.filled() && !are_numbers_of_columns(row)
}

/// The second line of a person whose name is merged over both.
fn is_continued(row: GridRow<'_>, layout: &Layout) -> bool {
    let mut names = layout.columns.iter().filter(|it| is_name(it.field));
    names.any(|it| row.get(it.column).is_none() && row.get_merged(it.column).is_some())
}

/// A row that is nobody, as it begins.
fn passed(sheet: u16, row: GridRow<'_>) -> PassedRow {
    const SHOWN: usize = 80;
    let texts: Vec<String> = row.cells().map(|(_, it)| text(&it).trim().to_owned()).collect();
    let said = texts.join(" ").chars().take(SHOWN).collect();
    PassedRow { place: ListPlace { sheet, row: row.number }, text: said }
}

fn is_name(field: ListField) -> bool {
    matches!(field, ListField::FullName | ListField::Surname)
}

/// Whether a row is a person, and not a total, a signature, numbers of columns, an empty place.
fn is_person(row: GridRow<'_>, layout: &Layout) -> bool {
    if are_numbers_of_columns(row) || begins_otherwise(row) || has_words_for_a_number(row, layout) {
        return false;
    }
    let name = layout.columns.iter().filter(|it| {
        is_name(it.field) || matches!(it.field, ListField::First | ListField::FirstAndPatronymic)
    });
    let named: Vec<_> = name.clone().filter_map(|it| row.get(it.column)).collect();
    if let Some(written) = named.first() {
        let written = text(written);
        let lonely = row.filled() == 1 && !written.trim().contains(' ');
        return !lonely && !is_line_below(&written) && says(&written);
    }
    // The second line of a person whose name is merged over both.
    if name.into_iter().any(|it| row.get_merged(it.column).is_some()) {
        return false;
    }
    2 <= person::count_facts(row, layout)
}

/// «1 2 3 4 5» under a header.
fn are_numbers_of_columns(row: GridRow<'_>) -> bool {
    let mut numbers = row.cells().map(|(_, it)| text(&it).trim().parse::<u32>().ok());
    let first = numbers.next().flatten();
    2 < row.filled()
        && first.is_some_and(|first| {
            (first + 1..).zip(numbers).all(|(expected, it)| it == Some(expected))
        })
}

/// Words where the number of the row should stand: «Отв. исполнитель», «из них».
fn has_words_for_a_number(row: GridRow<'_>, layout: &Layout) -> bool {
    let number = layout.columns.iter().find(|it| it.field == ListField::RowNumber);
    let said = number.and_then(|it| row.get(it.column));
    matches!(said, Some(Value::Text(it))
        if it.contains(is_letter) && !it.contains(|it: char| it.is_ascii_digit()))
}

/// A total or a signature stands in the first cell that has a text.
fn begins_otherwise(row: GridRow<'_>) -> bool {
    let first = row.cells().find_map(|(_, it)| match it {
        Value::Text(it) if it.contains(is_letter) => Some(it),
        _ => None,
    });
    first.is_some_and(is_line_below)
}

/// Whether a text is a total, a signature, an empty place.
fn is_line_below(line: &str) -> bool {
    // Only the first word is looked at: a list is long, and nearly every row is a person.
    let begin = line.find(is_letter).unwrap_or(0);
    let word = line[begin..].split(|it| !is_letter(it)).next().unwrap_or_default();
    let first = lower(word);
    let stops =
        NO_PERSON.contains(&first.as_str()) || first.starts_with("вакан") || line.contains("___");
    // «Секретарь Иван Петрович» has a surname that is a word.
    let is_person = || {
        let words: Vec<&str> = line.split_whitespace().collect();
        words.len() == 3 && words.last().is_some_and(|it| name::is_patronymic(it))
    };
    stops && !is_person()
}

/// A name of a row as it stands, for whoever mends it.
pub(super) fn wrong(
    place: ListPlace,
    name: &str,
    column: &str,
    obstacle: ListObstacle,
) -> WrongCell {
    WrongCell { place, name: name.to_owned(), column: column.to_owned(), obstacle }
}
