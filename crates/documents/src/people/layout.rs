//! Where the list of a sheet begins and what its columns are.
//!
//! It decides which row is the header, with the groups above it and the parts below it, and the
//! field of each column. Deliberately absent: wordings (`vocabulary`), rows of people (`rows`).

use super::grid::{Grid, GridRow, Value};
use super::value::{kind, plain};
use super::vocabulary::{Whose, field, is_of_another, noun, whose};
use mentoring::person::listed::{ListField, PersonKind};
use std::collections::BTreeMap;

/// Fields given by hand, by the header as it stands on the sheet: it overrides what we understand
/// and may be remembered for the next list of the same school.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mapping(BTreeMap<String, ListField>);

impl Mapping {
    /// Says what a column means; capitals, spaces and signs of the header make no difference.
    pub fn set(&mut self, header: &str, field: ListField) {
        self.0.insert(plain(header), field);
    }

    fn get(&self, header: &str) -> Option<ListField> {
        self.0.get(&plain(header)).copied()
    }
}

/// A column as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) column: usize,
    pub(super) header: String,
    pub(super) field: ListField,
    pub(super) whose: Whose,
}

/// A header and what follows from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Columns from left to right.
    pub(super) columns: Vec<Column>,
    /// The place of the header, and of the first row below it, among the rows that say something.
    pub(super) header: usize,
    pub(super) below: usize,
    /// What the people of the list are, as far as the columns tell.
    pub(super) kind: Option<PersonKind>,
}

/// How many rows are looked through for a header.
const LOOKED_AT: usize = 80;
/// Longest text of a header cell that is believed, bytes.
const LONGEST: usize = 400;

/// Texts of a row by their columns.
type Texts<'g> = BTreeMap<usize, &'g str>;

/// Finds the first header from a row on.
pub(super) fn find(grid: &Grid<'_>, from: usize, mapping: &Mapping) -> Option<Layout> {
    let to = grid.n_rows().min(from.saturating_add(LOOKED_AT));
    (from..to).find_map(|at| header_at(grid, at, mapping))
}

/// The layout of a header that stands in this very row.
pub(super) fn header_at(grid: &Grid<'_>, at: usize, mapping: &Mapping) -> Option<Layout> {
    let row = grid.row(at)?;
    let own = texts(row);
    let alone: Vec<Column> =
        own.iter().map(|(column, text)| understood(*column, "", text, mapping)).collect();
    if !is_header(&alone, row) {
        return None;
    }
    let above = at.checked_sub(1).and_then(|it| grid.row(it));
    let above = above.filter(|it| it.number + 1 == row.number);
    let groups = above.map_or_else(BTreeMap::new, |it| groups(grid, it, &own));
    let below = grid.row(at + 1).filter(|it| row.number + 1 == it.number);
    let parts = below.filter(|it| are_parts(grid, row, *it)).map(texts).unwrap_or_default();
    let wide = if parts.is_empty() { own.clone() } else { spread(grid, row, &parts) };
    let mut columns: Vec<Column> = Vec::new();
    // What stands over this header and is merged down beside it is a header too.
    let beside = above.filter(|_| !groups.is_empty()).map(texts).unwrap_or_default();
    let beside: Texts<'_> = beside
        .into_iter()
        .filter(|(at, _)| !own.contains_key(at) && !groups.contains_key(at))
        .collect();
    for column in own.keys().chain(parts.keys()).chain(beside.keys()) {
        if columns.iter().any(|it| it.column == *column) {
            continue;
        }
        let group = groups.get(column).copied().unwrap_or_default();
        let upper = wide.get(column).or(beside.get(column)).copied().unwrap_or_default();
        columns.push(match parts.get(column) {
            Some(part) => understood(*column, &format!("{group} {upper}"), part, mapping),
            None => understood(*column, group, upper, mapping),
        });
    }
    columns.sort_unstable_by_key(|it| it.column);
    settle(&mut columns);
    let kind = kind_of(&columns);
    let below = at + 1 + usize::from(!parts.is_empty());
    Some(Layout { columns, header: at, below, kind })
}

/// The texts of a row; a number or a day is no header.
fn texts(row: GridRow<'_>) -> Texts<'_> {
    let texts = row.cells().filter_map(|(column, value)| match value {
        Value::Text(it) if it.len() <= LONGEST => Some((column, it)),
        _ => None,
    });
    texts.collect()
}

fn is_name(field: ListField) -> bool {
    matches!(
        field,
        ListField::FullName | ListField::Surname | ListField::First | ListField::GuardianName
    )
}

/// A header names people and at least one thing more, or stands above a single column.
fn is_header(columns: &[Column], row: GridRow<'_>) -> bool {
    let known = columns.iter().filter(|it| it.field != ListField::Ignored);
    let n_known = known.clone().count();
    let lonely = n_known == 1 && row.filled() < 3;
    let name = known.into_iter().any(|it| {
        // One cell that names people in general is a title; it must be the very word.
        let sure = !lonely || is_name(field(&it.header)) && it.header.chars().count() < 40;
        is_name(it.field) && sure
    });
    name && (2 <= n_known || lonely)
}

/// Texts of the row above that stand over several columns of a header, but not over all.
fn groups<'g>(grid: &Grid<'_>, above: GridRow<'g>, own: &Texts<'_>) -> Texts<'g> {
    let wide = spread(grid, above, own);
    let mut times: BTreeMap<&str, usize> = BTreeMap::new();
    wide.values().for_each(|it| *times.entry(it).or_default() += 1);
    let is_group = |it: &str| {
        let n = times.get(it).copied().unwrap_or(0);
        1 < n && n * 10 <= own.len() * 8 && it.chars().count() < 80
    };
    wide.into_iter().filter(|(_, it)| is_group(it)).collect()
}

/// The texts of a row spread over the columns they are merged over; where nothing is merged, over
/// the empty ones on their right that have a text in the row below.
fn spread<'g>(grid: &Grid<'_>, row: GridRow<'g>, below: &Texts<'_>) -> Texts<'g> {
    let own = texts(row);
    let mut wide = own.clone();
    for (column, text) in &own {
        let right = grid.right_of(row.number, *column);
        for covered in column + 1..=right {
            wide.entry(covered).or_insert(text);
        }
        if right == *column {
            let free = below.keys().filter(|it| *column < **it);
            for (expected, free) in (column + 1..).zip(free) {
                if expected != *free || own.contains_key(free) {
                    break;
                }
                wide.entry(*free).or_insert(text);
            }
        }
    }
    wide
}

/// Whether a row names the parts of the header above it («Фамилия», «Имя» below «ФИО»).
fn are_parts(grid: &Grid<'_>, header: GridRow<'_>, row: GridRow<'_>) -> bool {
    let own = texts(header);
    let parts = texts(row);
    let wide = spread(grid, header, &parts);
    let known = |(column, text): (&usize, &&str)| {
        let upper = wide.get(column).copied().unwrap_or_default();
        field(text) != ListField::Ignored
            || field(&format!("{upper} {text}")) != ListField::Ignored && !own.contains_key(column)
    };
    let under_a_group = parts.keys().any(|it| !own.contains_key(it) && wide.contains_key(it));
    // Some parts may mean nothing to us («в данной организации»); names and dates of people do not
    // look like headers at all.
    let n_known = parts.iter().filter(|it| known(*it)).count();
    parts.len() == row.filled() && under_a_group && parts.len() <= n_known * 2
}

/// What a column means, by its own words and those above it.
fn understood(column: usize, above: &str, own: &str, mapping: &Mapping) -> Column {
    let above = above.trim();
    let whose = match whose(own) {
        Whose::Own => whose(above),
        it => it,
    };
    let header = match whose {
        Whose::Own => own.to_owned(),
        _ if above.is_empty() => own.to_owned(),
        _ => format!("{above}: {own}"),
    };
    if let Some(field) = mapping.get(&header) {
        return Column { column, header, field, whose: Whose::Own };
    }
    let both = format!("{above} {own}");
    let plain_field = match field(own) {
        _ if field(above) == ListField::NotRead => ListField::NotRead,
        ListField::Ignored if !above.is_empty() => field(&both),
        it => it,
    };
    let found = match plain_field {
        ListField::Ignored => noun(own).unwrap_or(ListField::Ignored),
        it => it,
    };
    let field = if whose == Whose::Own { found } else { of_guardian(found) };
    Column { column, header, field, whose }
}

fn of_guardian(field: ListField) -> ListField {
    match field {
        ListField::FullName
        | ListField::Surname
        | ListField::First
        | ListField::Patronymic
        | ListField::FirstAndPatronymic => ListField::GuardianName,
        ListField::Phone => ListField::GuardianPhone,
        ListField::Email => ListField::GuardianEmail,
        ListField::NotRead => ListField::NotRead,
        _ => ListField::Ignored,
    }
}

/// Leaves one column for each fact of a person.
fn settle(columns: &mut [Column]) {
    let own_name = |it: &Column| is_name(it.field) && it.field != ListField::GuardianName;
    if !columns.iter().any(own_name) {
        of_guardians_only(columns);
    }
    let has = |columns: &[Column], field| columns.iter().any(|it| it.field == field);
    let parted = has(columns, ListField::Surname)
        && (has(columns, ListField::First) || has(columns, ListField::FirstAndPatronymic));
    let named =
        |it: &Column| it.field == ListField::FullName && field(&it.header) != ListField::Ignored;
    let sure = columns.iter().any(|it| named(it) && !is_of_another(&it.header));
    for it in columns.iter_mut().filter(|it| it.field == ListField::FullName) {
        let by_noun = field(&it.header) == ListField::Ignored;
        if parted || sure && (by_noun || is_of_another(&it.header)) {
            it.field = ListField::Ignored;
        }
    }
    // Where nothing more is told, experience of all work is the experience there is.
    if !columns.iter().any(|it| it.field == ListField::Experience) {
        let total = columns.iter_mut().filter(|it| it.field == ListField::TotalExperience);
        total.for_each(|it| it.field = ListField::Experience);
    }
    let mut seen: Vec<ListField> = Vec::new();
    for it in columns {
        let many = matches!(
            it.field,
            ListField::Phone
                | ListField::Email
                | ListField::GuardianName
                | ListField::GuardianPhone
                | ListField::GuardianEmail
                | ListField::NotRead
        );
        match seen.contains(&it.field) {
            true if !many => it.field = ListField::Ignored,
            _ => seen.push(it.field),
        }
    }
}

/// A list of guardians: the first of them is the person of the row.
fn of_guardians_only(columns: &mut [Column]) {
    let first = columns.iter().find(|it| it.field == ListField::GuardianName).map(|it| it.whose);
    for it in columns.iter_mut().filter(|it| Some(it.whose) == first) {
        it.whose = Whose::Own;
        it.field = match it.field {
            ListField::GuardianPhone => ListField::Phone,
            ListField::GuardianEmail => ListField::Email,
            ListField::GuardianName => match field(&it.header) {
                ListField::Ignored => ListField::FullName,
                field => field,
            },
            field => field,
        };
    }
}

/// What the people are: by the words over their names, then by what is told of them.
fn kind_of(columns: &[Column]) -> Option<PersonKind> {
    let names = columns.iter().filter(|it| is_name(it.field) && it.whose == Whose::Own);
    let told = names.filter_map(|it| kind::read(&it.header)).next();
    let has = |fields: &[ListField]| columns.iter().any(|it| fields.contains(&it.field));
    let works = has(&[
        ListField::Position,
        ListField::Subject,
        ListField::Category,
        ListField::Experience,
        ListField::TotalExperience,
        ListField::TotalThenTeaching,
        ListField::TeachingThenTotal,
        ListField::ClassLed,
    ]);
    let learns = has(&[
        ListField::Class,
        ListField::ClassNumber,
        ListField::GuardianName,
        ListField::GuardianPhone,
    ]);
    let partner = columns.iter().any(|it| kind::read(&it.header) == Some(PersonKind::Partner));
    match (works, learns) {
        _ if told.is_some() => told,
        _ if partner => Some(PersonKind::Partner),
        (true, false) => Some(PersonKind::Employee),
        (false, true) => Some(PersonKind::Student),
        _ => None,
    }
}
