//! Which of the tables of a document are the roadmap.
//!
//! It decides by the headers, by the words above, and by likeness to the best table. Deliberately
//! absent: what rows mean.

use super::header::{self, profiles};
use super::{Grid, Layout, Slot, words};
use crate::columns::{align, looks, suits};
use crate::plan::Column;
use crate::source::{Block, Paragraph, Source};
use crate::vocabulary::{clip, plain};

/// Fewer weighed columns than this make no roadmap.
const LEAST_KINDS: u32 = 5;
/// How far above a table its title is looked for, in blocks.
const TITLE_REACH: usize = 14;

/// A table of the roadmap.
#[derive(Debug)]
pub(crate) struct Chosen<'a> {
    /// Its number among the tables of the document, from 1.
    pub(crate) table: usize,
    /// Its place among the blocks.
    pub(crate) block: usize,
    pub(crate) grid: Grid<'a>,
    pub(crate) layout: Layout,
}

struct Candidate<'a> {
    table: usize,
    block: usize,
    grid: Grid<'a>,
    found: Option<(Layout, u32)>,
    above: Vec<&'a Paragraph>,
    titled: bool,
}

/// Chooses the tables of the roadmap, in document order.
///
/// - Returns: empty where no table looks like one.
pub(crate) fn choose(source: &Source) -> Vec<Chosen<'_>> {
    let candidates = candidates(source);
    let Some(primary) = primary(&candidates) else { return inferred(candidates) };
    let Some((model, _)) = candidates[primary].found.clone() else { return Vec::new() };
    let mut chosen: Vec<Chosen<'_>> = Vec::new();
    let mut closed = false;
    for (i, it) in candidates.into_iter().enumerate() {
        if primary < i && it.above.iter().any(|it| is_appendix(&it.text)) && !it.titled {
            closed = true;
        }
        let layout = match &it.found {
            _ if i == primary => Some(model.clone()),
            _ if closed => None,
            Some((layout, _)) if alike(layout, &model, i < primary) => Some(layout.clone()),
            Some((layout, _)) if layout.has(Column::Activity) && layout.has(Column::Deadline) => {
                None
            }
            _ if primary < i => chosen
                .last()
                .and_then(|last| numbered_on(last, &it.grid))
                .or_else(|| continued(&it.grid, &model)),
            _ => None,
        };
        if let Some(layout) = layout {
            chosen.push(Chosen { table: it.table, block: it.block, grid: it.grid, layout });
        }
    }
    chosen
}

fn candidates(source: &Source) -> Vec<Candidate<'_>> {
    let mut found = Vec::new();
    let mut above: Vec<&Paragraph> = Vec::new();
    let mut table = 0;
    for (block, it) in source.blocks.iter().enumerate() {
        match it {
            Block::Paragraph(it) => above.push(it),
            Block::Table(it) => {
                table += 1;
                let grid = Grid::new(it);
                let layout = header::find(&grid);
                let preamble = layout.as_ref().map_or(0, |it| it.0.header.start);
                let inside =
                    (0..preamble).flat_map(|row| grid.own(row)).any(|it| is_title(&words(it)));
                let near = above.iter().rev().take(TITLE_REACH).any(|it| is_title(&it.text));
                let above = std::mem::take(&mut above);
                found.push(Candidate {
                    table,
                    block,
                    grid,
                    found: layout,
                    above,
                    titled: inside || near,
                });
            }
        }
    }
    found
}

/// Whether a line names a roadmap.
pub(crate) fn is_title(text: &str) -> bool {
    let words = plain(clip(text));
    words.chars().count() < 400
        && (words.contains("дорожная карта")
            || words.contains("дорожной карты")
            || words.contains("дорожную карту")
            || words.starts_with("план мероприятий")
            || words.starts_with("план работы")
            || words.starts_with("план график")
            || ["план внедрени", "план реализаци", "план развити", "план наставнич"]
                .iter()
                .any(|it| words.starts_with(it) && words.contains("наставнич")))
}

fn is_appendix(text: &str) -> bool {
    let words = plain(clip(text));
    words.starts_with("приложение") && words.chars().count() < 120
}

fn primary(candidates: &[Candidate<'_>]) -> Option<usize> {
    let score = |it: &Candidate<'_>| {
        let (layout, kinds) = it.found.as_ref()?;
        let rows = it.grid.rows.len().saturating_sub(layout.header.end);
        let enough = layout.has(Column::Activity) && LEAST_KINDS <= *kinds && 0 < rows;
        enough.then_some(kinds * 10 + (rows.min(30) as u32) + if it.titled { 25 } else { 0 })
    };
    let mut best: Option<(usize, u32)> = None;
    for (i, it) in candidates.iter().enumerate() {
        if let Some(score) = score(it)
            && best.is_none_or(|it| it.1 < score)
        {
            best = Some((i, score));
        }
    }
    best.map(|it| it.0)
}

/// Whether a table with a header of its own belongs to the same roadmap.
fn alike(layout: &Layout, model: &Layout, strictly: bool) -> bool {
    let set = |it: &Layout| {
        let mut all: Vec<u8> = it
            .slots
            .iter()
            .map(|it| it.column)
            .filter(|it| {
                !matches!(it, Column::Other | Column::Number | Column::Note | Column::Form)
            })
            .map(|it| it as u8)
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    let (a, b) = (set(layout), set(model));
    let shared = a.iter().filter(|it| b.contains(it)).count();
    let all = a.len() + b.len() - shared;
    layout.has(Column::Activity) && (if strictly { shared == all } else { all * 3 <= shared * 5 })
}

/// The layout of a table that goes on with the numbers of the one before, cut by the end of a page.
fn numbered_on(last: &Chosen<'_>, grid: &Grid<'_>) -> Option<Layout> {
    let slot = last.layout.slots.iter().find(|it| it.column == Column::Number)?;
    let number = |grid: &Grid<'_>, row: usize| {
        let cell = grid.cell(row, slot.at.start).filter(|it| !it.continued)?;
        words(cell).trim().trim_end_matches(['.', ')']).parse::<u32>().ok()
    };
    let before = (0..last.grid.rows.len()).rev().find_map(|row| number(&last.grid, row))?;
    let goes_on = grid.width == last.grid.width && number(grid, 0) == before.checked_add(1);
    goes_on.then(|| Layout { slots: last.layout.slots.clone(), header: 0..0 })
}

/// The layout of a table without a header that goes on with the one before.
fn continued(grid: &Grid<'_>, model: &Layout) -> Option<Layout> {
    if grid.width < 2 || model.slots.len() + 1 < grid.width {
        return None;
    }
    let bare = Layout {
        slots: (0..grid.width)
            .map(|it| Slot {
                at: it..it + 1,
                column: Column::Other,
                label: None,
                header: String::new(),
            })
            .collect(),
        header: 0..0,
    };
    let cells = |column: usize| {
        (0..grid.rows.len().min(40))
            .filter_map(move |row| grid.cell(row, column))
            .filter(|it| !it.continued)
            .map(|it| looks(&words(it)))
            .collect::<Vec<_>>()
    };
    let columns: Vec<_> = (0..grid.width).map(cells).collect();
    let score = |i: usize, j: usize| {
        let n = columns[i].len().max(1) as f32;
        columns[i].iter().map(|it| suits(it, model.slots[j].column)).sum::<f32>() / n
    };
    let places = align(grid.width, model.slots.len(), score)?;
    let total: f32 = places.iter().enumerate().map(|(i, j)| score(i, *j)).sum();
    let slots = bare
        .slots
        .into_iter()
        .zip(places)
        .map(|(slot, place)| Slot { at: slot.at, ..model.slots[place].clone() })
        .collect();
    let layout = Layout { slots, header: 0..0 };
    let sound =
        layout.has(Column::Activity) && 1.2 * grid.width as f32 <= total && acts(grid, &layout);
    sound.then_some(layout)
}

/// Whether most rows have an activity: signatures and lists of people have none.
fn acts(grid: &Grid<'_>, layout: &Layout) -> bool {
    let Some(at) = layout.slots.iter().position(|it| it.column == Column::Activity) else {
        return false;
    };
    let profile = &profiles(grid, layout)[at];
    1.4 < profile.words && profile.responsible < 0.5 && profile.deadline < 0.5
}

/// Tables understood by contents alone, where no table has a header.
fn inferred(candidates: Vec<Candidate<'_>>) -> Vec<Chosen<'_>> {
    let mut chosen: Vec<Chosen<'_>> = Vec::new();
    for it in candidates {
        if it.grid.rows.len() < 2 || it.grid.width < 2 {
            continue;
        }
        let model = chosen.first().map(|it| it.layout.clone());
        let layout = match &model {
            Some(model) => continued(&it.grid, model),
            None => header::infer(&it.grid).filter(|layout| acts(&it.grid, layout)),
        };
        if let Some(layout) = layout {
            chosen.push(Chosen { table: it.table, block: it.block, grid: it.grid, layout });
        }
    }
    chosen
}
