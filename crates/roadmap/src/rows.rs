//! Rows of the roadmap: one table, read from the top.
//!
//! It decides which rows are skipped (repeated headers, column numbers, empty lines, signatures),
//! which are headings, what is carried down merged or blank cells, and puts the cells of a row
//! together. Deliberately absent: the meaning of the words of a cell.

mod heading;
mod time;
mod who;

use self::time::{finer, is_month, is_tick, labelled, labelled_share, time_of, with_time};
use self::who::named_in;
use crate::columns::{Looks, align, is_timely, looks, suits};
use crate::plan::{Column, Place};
use crate::sections::{Stack, kind, leading_number};
use crate::source::Cell;
use crate::table::{Chosen, is_blank, span, words};
use crate::targets;
use crate::vocabulary::{plain, squeeze};

/// The words of one row, cell by cell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Raw {
    pub(crate) place: Place,
    pub(crate) path: Vec<String>,
    pub(crate) number: Option<String>,
    pub(crate) activity: String,
    pub(crate) deadline: String,
    pub(crate) responsible: String,
    pub(crate) result: String,
    pub(crate) indicator: String,
    pub(crate) audience: String,
    pub(crate) note: String,
    pub(crate) details: String,
}

/// Reads the rows of a table.
///
/// - `stack`: the open headings, which go on over tables.
/// - Returns: rows in order. Cannot fail.
pub(crate) fn read(chosen: &Chosen<'_>, stack: &mut Stack) -> Vec<Raw> {
    let mut reader = Reader::new(chosen);
    let mut rows: Vec<Raw> = Vec::new();
    let closing = targets::closing(chosen);
    for row in chosen.layout.header.end..chosen.grid.rows.len() {
        if closing.iter().all(|it| it.0 != row) {
            reader.row(row, stack, &mut rows);
        }
    }
    rows
}

struct Reader<'a, 'b> {
    chosen: &'b Chosen<'a>,
    headers: Vec<String>,
    stage: Option<String>,
    sub_stage: Option<String>,
    number: Option<String>,
    /// The month above, in a table whose first column names one for several rows.
    month: Option<String>,
    months_first: bool,
    /// Rows whose deadline or responsible is filled: whether a blank one is unusual.
    mostly_filled: bool,
    mostly_bold: bool,
}

impl<'a, 'b> Reader<'a, 'b> {
    fn new(chosen: &'b Chosen<'a>) -> Self {
        let grid = &chosen.grid;
        let headers = chosen
            .layout
            .header
            .clone()
            .map(|row| {
                grid.own(row).iter().map(|it| plain(&words(it))).collect::<Vec<_>>().join("|")
            })
            .collect();
        let body: Vec<usize> = (chosen.layout.header.end..grid.rows.len()).collect();
        let full = body.iter().filter(|it| 3 <= grid.own(**it).len()).count();
        let bold = body.iter().filter(|row| grid.own(**row).iter().all(|it| is_bold(it))).count();
        Self {
            chosen,
            headers,
            stage: None,
            sub_stage: None,
            number: None,
            month: None,
            months_first: months_first(chosen),
            mostly_filled: body.len() <= 2 * full,
            mostly_bold: body.len() < 2 * bold,
        }
    }

    fn row(&mut self, row: usize, stack: &mut Stack, rows: &mut Vec<Raw>) {
        let own = self.chosen.grid.own(row);
        if own.is_empty() || self.is_repeated_header(row, &own) || is_column_numbers(&own) {
            return;
        }
        if let Some((number, text)) = self.heading(row, &own) {
            if is_signature(&text) {
                return;
            }
            let own = number.clone().or_else(|| leading_number(&text));
            stack.open(kind(&text, number.as_deref()), text);
            stack.numbered(own.as_deref());
            (self.stage, self.sub_stage, self.number, self.month) = (None, None, None, None);
            return;
        }
        let places = self.places(row, &own);
        let mut raw = self.cells(&places);
        if is_signature(&raw.activity)
            || !raw.activity.chars().any(char::is_alphabetic) && raw.is_bare()
        {
            return;
        }
        if raw.activity.is_empty()
            && raw.number.is_none()
            && self.goes_on(row)
            && let Some(last) = rows.last_mut()
        {
            last.append(&raw);
            return;
        }
        self.carry(row, &places, &mut raw);
        raw.place = Place { table: self.chosen.table, row: row + 1 };
        if let Some(number) = &raw.number {
            stack.leave(number);
        }
        let mut path = stack.path();
        path.append(&mut raw.path);
        raw.path = path;
        let stage = self.stage.as_deref().and_then(time_of);
        if let Some(time) = stack.time().map(str::to_owned) {
            raw.deadline = with_time(&raw.deadline, &time);
        } else if let Some(month) = stage.filter(|_| !raw.deadline.is_empty()) {
            // «1 неделя» in the stage «Подготовительный (сентябрь 2023)».
            raw.deadline = with_time(&raw.deadline, &month);
        }
        if raw.activity.is_empty() {
            // A stage without contents is itself what is done.
            match raw.path.pop() {
                Some(text) if !stack.path().contains(&text) => raw.activity = text,
                Some(text) => raw.path.push(text),
                None => {}
            }
        }
        if raw.activity.is_empty() {
            return;
        }
        stack.used();
        rows.push(raw);
    }

    fn is_repeated_header(&self, row: usize, own: &[&Cell]) -> bool {
        let long = own.iter().any(|it| it.paragraphs.iter().any(|it| 300 < it.text.len()));
        if long {
            return false;
        }
        let text = own.iter().map(|it| plain(&words(it))).collect::<Vec<_>>().join("|");
        let marked = self.chosen.grid.rows.get(row).is_some_and(|it| it.header);
        self.headers.contains(&text)
            || marked && row < self.chosen.layout.header.end + 1 && is_column_numbers(own)
    }

    /// Whether a row without an activity goes on with the row above.
    fn goes_on(&self, row: usize) -> bool {
        let layout = &self.chosen.layout;
        let Some(slot) = layout.slots.iter().find(|it| it.column == Column::Activity) else {
            return false;
        };
        let staged = self.chosen.grid.own(row).iter().any(|it| {
            layout.slot(it).is_some_and(|it| {
                matches!(layout.slots[it].column, Column::Stage | Column::SubStage)
            })
        });
        let merged = self.chosen.grid.cell(row, slot.at.start).is_some_and(|it| it.continued);
        !staged && !merged
    }

    /// The words of the cells of a row, each in its column.
    fn cells(&self, places: &[(usize, String)]) -> Raw {
        let mut raw = Raw::default();
        let (mut start, mut end) = (String::new(), String::new());
        for (slot, text) in places {
            let slot = &self.chosen.layout.slots[*slot];
            match slot.column {
                Column::Number => raw.number = Some(text.trim().to_owned()),
                Column::StartDate => start.clone_from(text),
                Column::EndDate => end.clone_from(text),
                Column::Deadline if slot.label.is_none() && is_month(&raw.deadline) => {
                    raw.deadline = finer(text, &raw.deadline);
                }
                Column::Deadline => {
                    if self.names_responsible(&slot.header) {
                        join_with(&mut raw.responsible, &named_in(text), "\n");
                    }
                    join_with(&mut raw.deadline, &labelled(text, slot.label.as_deref()), "; ")
                }
                Column::Responsible => join_with(&mut raw.responsible, text, "\n"),
                Column::Activity => join(&mut raw.activity, text),
                Column::Result => join(&mut raw.result, text),
                Column::Indicator => {
                    join(&mut raw.indicator, &labelled_share(text, slot.label.as_deref()))
                }
                Column::Audience => join(&mut raw.audience, text),
                Column::Note => join(&mut raw.note, text),
                Column::Form => join(&mut raw.details, text),
                Column::Other if slot.label.is_some() && is_tick(text) => {
                    join_with(&mut raw.deadline, slot.label.as_deref().unwrap_or_default(), "; ");
                }
                Column::Stage | Column::SubStage | Column::Other => {}
            }
        }
        let spoken = |it: &str| it.chars().any(char::is_alphanumeric);
        if spoken(&start) || spoken(&end) {
            let window = match (spoken(&start), spoken(&end)) {
                (true, true) if squeeze(&start) != squeeze(&end) => {
                    format!("{} – {}", squeeze(&start), squeeze(&end))
                }
                (true, _) => squeeze(&start),
                _ => format!("до {}", squeeze(&end)),
            };
            join_with(&mut raw.deadline, &window, "; ");
        }
        raw
    }

    /// Which column each cell of a row belongs to, merged cells from above included.
    fn places(&self, row: usize, own: &[&Cell]) -> Vec<(usize, String)> {
        let layout = &self.chosen.layout;
        if let Some(found) = self.aligned(row, own) {
            return found;
        }
        let mut found: Vec<(usize, String)> = Vec::new();
        let Some(cells) = self.chosen.grid.rows.get(row).map(|it| &it.cells) else { return found };
        for cell in cells {
            let Some(slot) = layout.slot(cell) else { continue };
            let source = if cell.continued {
                let carried = !matches!(
                    layout.slots[slot].column,
                    Column::Stage | Column::SubStage | Column::Number
                );
                self.chosen.grid.origin(row, cell.column).map(|it| it.1).filter(|_| carried)
            } else {
                Some(cell)
            };
            let text = source.filter(|it| !is_blank(it)).map(words);
            if let Some(text) = text {
                found.push((slot, text));
            }
        }
        found
    }

    /// A row that has lost cells: they are put into columns by what they look like.
    fn aligned(&self, row: usize, own: &[&Cell]) -> Option<Vec<(usize, String)>> {
        let layout = &self.chosen.layout;
        let cells = &self.chosen.grid.rows.get(row)?.cells;
        let plain_cells =
            cells.iter().all(|it| !it.continued && it.column_span <= 1 && it.row_span <= 1);
        let last = cells.iter().map(|it| span(it).end).max().unwrap_or(0);
        let whole = layout.slots.last().map_or(0, |it| it.at.end);
        if !plain_cells || whole <= last || own.len() < 2 || layout.slots.len() <= 2 {
            return None;
        }
        let seen: Vec<Looks> = cells.iter().map(|it| looks(&words(it))).collect();
        let score = |i: usize, j: usize| {
            let shift = (cells[i].column as f32 - layout.slots[j].at.start as f32).abs();
            suits(&seen[i], layout.slots[j].column) - 0.05 * shift
        };
        let places = align(cells.len(), layout.slots.len(), score)?;
        let found = cells.iter().zip(places).filter(|it| !is_blank(it.0));
        Some(found.map(|(cell, slot)| (slot, words(cell))).collect())
    }

    /// Carries stage, sub-stage and number down merged and blank cells.
    fn carry(&mut self, row: usize, places: &[(usize, String)], raw: &mut Raw) {
        let layout = &self.chosen.layout;
        let read = |column: Column| {
            let texts: Vec<String> = places
                .iter()
                .filter(|it| layout.slots[it.0].column == column)
                .map(|it| squeeze(&it.1))
                .collect();
            (!texts.is_empty()).then(|| texts.join(" "))
        };
        let (stage, sub_stage) = (read(Column::Stage), read(Column::SubStage));
        let new_stage = stage.is_some();
        if new_stage {
            (self.stage, self.sub_stage) = (stage, None);
            self.number = None;
        }
        if sub_stage.is_some() {
            self.sub_stage = sub_stage;
        }
        let merged = layout
            .slots
            .iter()
            .filter(|it| it.column == Column::Number)
            .any(|it| self.chosen.grid.cell(row, it.at.start).is_some_and(|it| it.continued));
        match &raw.number {
            Some(it) => self.number = Some(it.clone()),
            None if merged || layout.has(Column::Stage) && !new_stage => {
                raw.number = self.number.clone()
            }
            None => {}
        }
        raw.path = self.stage.iter().chain(&self.sub_stage).cloned().collect();
        if self.months_first {
            match &self.month {
                Some(month) if raw.deadline.is_empty() => raw.deadline.clone_from(month),
                _ => self.month = (!raw.deadline.is_empty()).then(|| raw.deadline.clone()),
            }
        }
    }
}

/// Whether the deadlines stand before the activities and are nothing but months and the like: then a
/// blank one is a merged cell that was lost.
fn months_first(chosen: &Chosen<'_>) -> bool {
    let slots = &chosen.layout.slots;
    let at = |column: Column| slots.iter().position(|it| it.column == column);
    let (Some(deadline), Some(activity)) = (at(Column::Deadline), at(Column::Activity)) else {
        return false;
    };
    let cells = (chosen.layout.header.end..chosen.grid.rows.len())
        .filter_map(|row| chosen.grid.cell(row, slots[deadline].at.start))
        .filter(|it| !it.continued && !is_blank(it));
    let (mut n_months, mut all_timely) = (0, true);
    for cell in cells {
        let text = words(cell);
        n_months += usize::from(is_month(&text));
        all_timely &= is_timely(&text);
    }
    deadline < activity && all_timely && 1 < n_months
}

impl Raw {
    fn is_bare(&self) -> bool {
        [&self.deadline, &self.responsible, &self.result, &self.indicator]
            .iter()
            .all(|it| it.trim().is_empty())
    }

    fn append(&mut self, more: &Self) {
        join_with(&mut self.deadline, &more.deadline, "\n");
        join_with(&mut self.responsible, &more.responsible, "\n");
        join(&mut self.result, &more.result);
        join(&mut self.indicator, &more.indicator);
        join(&mut self.audience, &more.audience);
        join(&mut self.note, &more.note);
    }
}

fn join(to: &mut String, text: &str) {
    join_with(to, text, "\n");
}

fn join_with(to: &mut String, text: &str, between: &str) {
    if text.trim().is_empty() {
        return;
    }
    if !to.is_empty() {
        to.push_str(between);
    }
    to.push_str(text.trim());
}

fn is_bold(cell: &Cell) -> bool {
    let mut spoken = cell.paragraphs.iter().filter(|it| !it.text.trim().is_empty()).peekable();
    spoken.peek().is_some() && spoken.all(|it| it.bold)
}

/// «1 2 3 4»: numbers of the columns.
fn is_column_numbers(own: &[&Cell]) -> bool {
    let numbers: Vec<u32> =
        own.iter().filter_map(|it| words(it).trim().trim_end_matches('.').parse().ok()).collect();
    2 < own.len()
        && numbers.len() == own.len()
        && numbers.windows(2).all(|it| it[0] + 1 == it[1])
        && numbers[0] <= 2
}

/// «Директор школы ______ И.И. Иванова», «Исполнитель: …».
fn is_signature(text: &str) -> bool {
    let words = plain(text);
    let blank = text.contains("____");
    let who = [
        "директор",
        "заведующ",
        "исполнитель",
        "составил",
        "согласовано",
        "утверждаю",
        "ознакомлен",
        "руководитель",
        "и о директора",
        "подпись",
        "разработал",
    ]
    .iter()
    .any(|it| words.starts_with(it));
    who && (blank || words.split(' ').count() < 3 && text.trim_end().ends_with(':'))
        || blank && text.chars().filter(|it| it.is_alphabetic()).count() < 60
}
