//! The header of a table: where it stands and what its columns mean.
//!
//! It decides by words where there are any, and by what stands below where there are none.
//! Deliberately absent: which of several tables is the roadmap (`choose`).

use super::{Grid, Layout, Slot, is_blank, span, words};
use crate::columns::{Looks, header, is_contents, is_timely, looks};
use crate::plan::Column;
use crate::source::Cell;
use std::ops::Range;

/// Rows from the top in which a header is looked for: spreadsheets begin with titles.
const HEADER_DEPTH: usize = 40;
/// Rows by whose words a column without a header is understood.
const SAMPLE: usize = 24;

/// Finds the header of a table.
///
/// - Returns: the layout, and how strongly the words speak for a roadmap.
pub(super) fn find(grid: &Grid<'_>) -> Option<(Layout, u32)> {
    let mut best: Option<(usize, u32)> = None;
    for row in 0..grid.rows.len().min(HEADER_DEPTH) {
        // A row of four meanings is a header; what follows can only repeat it.
        if best.is_some_and(|it| 40 <= it.1) {
            break;
        }
        let strength = strength(grid, row);
        if best.is_none_or(|it| it.1 < strength) && 0 < strength {
            best = Some((row, strength));
        }
    }
    let (row, _) = best?;
    let rows = depth(grid, row);
    let layout = settle(grid, layout(grid, rows));
    let strength = kinds(&layout);
    (0 < strength).then_some((layout, strength))
}

/// How much a row looks like a header.
fn strength(grid: &Grid<'_>, row: usize) -> u32 {
    let mut cells = grid.own(row);
    // Months and years over columns of ticks are neither for nor against.
    cells.retain(|it| !is_timely(&words(it)) || header(&words(it)).is_some());
    let meanings: Vec<Column> =
        cells.iter().filter_map(|it| header(&words(it))).map(|it| it.0).collect();
    let mut distinct = meanings.clone();
    distinct.sort_by_key(|it| *it as u8);
    distinct.dedup();
    if distinct.len() < 2 || meanings.len() * 2 < cells.len() {
        return 0;
    }
    let long = cells.iter().any(|it| 140 < words(it).chars().count());
    if long { 0 } else { distinct.len() as u32 * 10 + meanings.len() as u32 }
}

/// How many roadmap columns a layout has, weighed.
pub(super) fn kinds(layout: &Layout) -> u32 {
    let weight = |it: Column| match it {
        Column::Activity | Column::Deadline | Column::Responsible => 3,
        Column::StartDate | Column::Stage | Column::Result => 2,
        Column::Number | Column::SubStage | Column::Indicator | Column::EndDate => 1,
        _ => 0,
    };
    let mut seen: Vec<Column> = layout.slots.iter().map(|it| it.column).collect();
    seen.sort_by_key(|it| *it as u8);
    seen.dedup();
    seen.into_iter().map(weight).sum()
}

/// The rows of a header that begins at a row: two where cells are merged downwards or parted below.
fn depth(grid: &Grid<'_>, row: usize) -> Range<usize> {
    let Some(first) = grid.rows.get(row) else { return row..row };
    let mut end = row + 1;
    let merged = first.cells.iter().filter(|it| !it.continued).map(|it| it.row_span.max(1)).max();
    if merged.is_some_and(|it| 1 < it && it <= 3)
        && !first.cells.iter().all(|it| Some(it.row_span.max(1)) == merged)
    {
        end = (row + merged.unwrap_or(1)).min(grid.rows.len());
    } else if first.cells.iter().any(|it| 1 < it.column_span && !is_blank(it))
        && parts_below(grid, row)
        || goes_on_below(grid, row)
    {
        end = row + 2;
    }
    row..end
}

/// Whether the row below goes on with the header where merged cells were lost: its first cells are
/// empty, the others are words of headers, and one of them stands under nothing.
fn goes_on_below(grid: &Grid<'_>, row: usize) -> bool {
    let below = grid.own(row + 1);
    let above = |it: &Cell| grid.cell(row, it.column).filter(|it| !is_blank(it));
    let Some(first) = below.first().filter(|_| 1 < below.len()) else { return false };
    1 < first.column
        && above(first).is_some()
        && below.iter().any(|it| above(it).is_none())
        && below.iter().all(|it| {
            let text = words(it);
            text.chars().count() < 40 && (header(&text).is_some() || is_timely(&text))
        })
}

/// Whether the row below only parts wide cells of the header.
fn parts_below(grid: &Grid<'_>, row: usize) -> bool {
    let below = grid.own(row + 1);
    let under_wide = |column: usize| grid.cell(row, column).is_some_and(|it| 1 < it.column_span);
    1 < below.len()
        && below.iter().all(|it| under_wide(it.column) && words(it).chars().count() < 40)
}

/// Groups grid columns by the header cells above them.
fn layout(grid: &Grid<'_>, rows: Range<usize>) -> Layout {
    let mut slots: Vec<Slot> = Vec::new();
    let mut last: Option<Vec<(usize, usize)>> = None;
    for column in 0..grid.width {
        let mut stack: Vec<(usize, usize)> = Vec::new();
        let mut texts: Vec<String> = Vec::new();
        for row in rows.clone() {
            let Some((at, cell)) = grid.origin(row, column) else { continue };
            if !stack.contains(&(at, cell.column)) {
                stack.push((at, cell.column));
                let text = words(cell);
                if !text.is_empty() {
                    texts.push(text);
                }
            }
        }
        if last.as_ref() == Some(&stack) && !stack.is_empty() {
            if let Some(slot) = slots.last_mut() {
                slot.at.end = column + 1;
            }
            continue;
        }
        last = Some(stack);
        let (meaning, label) = meaning(&texts);
        slots.push(Slot {
            at: column..column + 1,
            column: meaning,
            label,
            header: texts.join(" "),
        });
    }
    Layout { slots, header: rows }
}

/// What header cells standing above each other mean together.
fn meaning(texts: &[String]) -> (Column, Option<String>) {
    let parent = texts.first().and_then(|it| header(it)).map(|it| it.0);
    let Some(child) = texts.get(1) else {
        let label = texts.first().filter(|it| parent.is_none() && is_timely(it));
        return (parent.unwrap_or(Column::Other), label.cloned());
    };
    let own = header(child).map(|it| it.0);
    match (parent, own) {
        (_, Some(Column::StartDate | Column::EndDate)) if parent != Some(Column::Indicator) => {
            (own.unwrap_or(Column::Other), None)
        }
        (Some(Column::Deadline | Column::Indicator | Column::Result), _) if is_timely(child) => {
            (parent.unwrap_or(Column::Other), Some(child.clone()))
        }
        (None, _) if is_timely(child) => (Column::Other, Some(child.clone())),
        (Some(Column::Responsible | Column::Indicator), _) | (Some(_), None) => {
            (parent.unwrap_or(Column::Other), None)
        }
        (_, Some(own)) => (own, None),
        (None, None) => (Column::Other, None),
    }
}

/// Settles columns of one meaning, and gives a meaning to columns that have none.
fn settle(grid: &Grid<'_>, mut layout: Layout) -> Layout {
    let profiles = profiles(grid, &layout);
    for (slot, profile) in layout.slots.iter_mut().zip(&profiles) {
        let is_nameless = slot.column == Column::Other && slot.header.is_empty();
        // «Шаг» over 1, 2, 3 counts; over words it is what is done.
        let counts = slot.column == Column::Activity && profile.words < 2.0;
        if (is_nameless || counts) && 0.7 <= profile.number {
            slot.column = Column::Number;
        }
    }
    adopt(&mut layout, &profiles, Column::Deadline, |it| it.deadline);
    adopt(&mut layout, &profiles, Column::Responsible, |it| it.responsible);
    let stages: Vec<usize> = at(&layout, Column::Stage);
    for &extra in stages.iter().skip(1) {
        layout.slots[extra].column = Column::SubStage;
    }
    let activities = at(&layout, Column::Activity);
    match activities.as_slice() {
        [] => promote(&mut layout, &profiles),
        [_] => {}
        [first, rest @ ..] => {
            let contents = rest.iter().copied().find(|it| is_contents(&layout.slots[*it].header));
            let inner = contents.unwrap_or(rest[0]);
            let grouped = profiles[*first].carried;
            if layout.has(Column::Stage) && contents.is_some()
                || grouped && !profiles[inner].carried
            {
                let outer =
                    if layout.has(Column::Stage) { Column::SubStage } else { Column::Stage };
                layout.slots[*first].column = outer;
            } else {
                layout.slots[inner].column = Column::Form;
            }
            for &extra in rest.iter().filter(|it| **it != inner) {
                layout.slots[extra].column = Column::Other;
            }
        }
    }
    layout
}

fn at(layout: &Layout, column: Column) -> Vec<usize> {
    (0..layout.slots.len()).filter(|it| layout.slots[*it].column == column).collect()
}

/// A column whose header says nothing known takes a meaning that no other column has, where its
/// cells look so.
fn adopt(layout: &mut Layout, profiles: &[Profile], column: Column, share: fn(&Profile) -> f32) {
    let dated = column == Column::Deadline
        && (layout.has(Column::StartDate) || layout.has(Column::EndDate));
    if layout.has(column) || dated {
        return;
    }
    let free = (0..layout.slots.len()).find(|it| {
        let slot = &layout.slots[*it];
        slot.column == Column::Other
            && header(&slot.header).is_none()
            && slot.label.is_none()
            && 0.6 <= share(&profiles[*it])
    });
    if let Some(free) = free {
        layout.slots[free].column = column;
    }
}

/// Without an activity column the longest of the others takes its place.
fn promote(layout: &mut Layout, profiles: &[Profile]) {
    let inner = at(layout, Column::SubStage).last().or(at(layout, Column::Stage).last()).copied();
    let unnamed = (0..layout.slots.len())
        .filter(|it| {
            layout.slots[*it].column == Column::Other
                && header(&layout.slots[*it].header).is_none()
                && layout.slots[*it].label.is_none()
        })
        .filter(|it| {
            3.0 < profiles[*it].words
                && profiles[*it].deadline < 0.5
                && profiles[*it].responsible < 0.5
        })
        .collect::<Vec<_>>();
    let most = unnamed.iter().map(|it| profiles[*it].words).fold(0.0, f32::max);
    // The activity stands before its result, which may be as long.
    let unnamed = unnamed.into_iter().find(|it| 0.5 * most <= profiles[*it].words);
    if let Some(at) = unnamed.or(inner) {
        layout.slots[at].column = Column::Activity;
    }
}

/// What the cells of a column look like on the whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub(super) number: f32,
    pub(super) deadline: f32,
    pub(super) responsible: f32,
    /// Words in a cell, on average.
    pub(super) words: f32,
    /// Share of cells with words.
    pub(super) filled: f32,
    /// Cells are merged downwards or blank below a filled one.
    pub(super) carried: bool,
}

/// Profiles of the columns of a layout.
pub(super) fn profiles(grid: &Grid<'_>, layout: &Layout) -> Vec<Profile> {
    let body = layout.header.end..grid.rows.len().min(layout.header.end + SAMPLE);
    let full: Vec<usize> = body.filter(|it| 1 < grid.own(*it).len()).collect();
    layout
        .slots
        .iter()
        .map(|slot| {
            let mut cells: Vec<Looks> = Vec::new();
            let mut blank = 0usize;
            for &row in &full {
                match grid.cell(row, slot.at.start) {
                    Some(cell) if cell.continued || is_blank(cell) => blank += 1,
                    Some(cell) if span(cell).start == slot.at.start => {
                        cells.push(looks(&words(cell)))
                    }
                    _ => {}
                }
            }
            profile(&cells, blank)
        })
        .collect()
}

fn profile(cells: &[Looks], blank: usize) -> Profile {
    let n = cells.len().max(1) as f32;
    let share = |is: fn(&Looks) -> bool| cells.iter().filter(|it| is(it)).count() as f32 / n;
    Profile {
        number: share(|it| it.number),
        deadline: share(|it| 0.65 < it.deadline),
        responsible: share(|it| 0.5 <= it.responsible),
        words: cells.iter().map(|it| it.words as f32).sum::<f32>() / n,
        filled: cells.len() as f32 / ((cells.len() + blank).max(1) as f32),
        carried: 0 < blank && !cells.is_empty(),
    }
}

/// A layout by contents alone, for a table without any header.
///
/// - Returns: `None` where nothing looks like a deadline or a responsible.
pub(super) fn infer(grid: &Grid<'_>) -> Option<Layout> {
    let bare = Layout {
        slots: (0..grid.width.min(24))
            .map(|it| Slot {
                at: it..it + 1,
                column: Column::Other,
                label: None,
                header: String::new(),
            })
            .collect(),
        header: 0..0,
    };
    let profiles = profiles(grid, &bare);
    let mut layout = bare;
    adopt(&mut layout, &profiles, Column::Deadline, |it| it.deadline);
    adopt(&mut layout, &profiles, Column::Responsible, |it| it.responsible);
    if let Some(first) = profiles.first().filter(|it| 0.6 <= it.number) {
        layout.slots[0].column = if first.words < 2.0 { Column::Number } else { Column::Other };
    }
    promote(&mut layout, &profiles);
    let activity = at(&layout, Column::Activity).first().copied()?;
    for (i, slot) in layout.slots.iter_mut().enumerate() {
        if slot.column == Column::Other && 0.3 < profiles[i].filled && 1.0 < profiles[i].words {
            slot.column = if i < activity { Column::Stage } else { Column::Result };
        }
    }
    (layout.has(Column::Deadline) || layout.has(Column::Responsible)).then_some(layout)
}
