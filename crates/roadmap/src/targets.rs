//! Targets of the plan as a whole: sentences around its tables, and tables of figures by years.
//!
//! It decides which tables are such («Показатель | 2023 | 2024»), and what a figure in them counts.
//! Deliberately absent: figures of rows (`indicator`).

use crate::indicator;
use crate::plan::{Column, Indicator};
use crate::source::{Block, Cell, Source, Table};
use crate::table::{Chosen, Grid, is_blank, span, words};
use crate::vocabulary::{plain, squeeze};
use std::ops::Range;

/// Rows from the top of a table in which its years are looked for.
const HEADER_DEPTH: usize = 4;

/// The targets of a plan.
///
/// - `chosen`: the tables of the roadmap; `lines`: what stands between its title and the first.
/// - Returns: those of sentences, then those of tables, each in the order of the document.
pub(crate) fn read(source: &Source, chosen: &[Chosen<'_>], lines: &[String]) -> Vec<Indicator> {
    let mut texts: Vec<&str> = lines.iter().map(String::as_str).collect();
    let mut tables: Vec<&Table> = Vec::new();
    if let Some(first) = chosen.first() {
        for (at, block) in source.blocks.iter().enumerate().skip(first.block + 1) {
            match block {
                Block::Paragraph(it) if plain(&it.text).starts_with("приложение") => {
                    break;
                }
                Block::Paragraph(it) => texts.push(&it.text),
                Block::Table(it) if chosen.iter().all(|one| one.block != at) => tables.push(it),
                Block::Table(_) => {}
            }
        }
    }
    let closing: Vec<String> = chosen.iter().flat_map(closing).map(|it| it.1).collect();
    texts.extend(closing.iter().map(String::as_str));
    let mut found: Vec<Indicator> =
        texts.iter().flat_map(|it| indicator::read(it, Column::Other, "")).collect();
    for it in tables.into_iter().flat_map(of_table) {
        let same = |one: &Indicator| {
            (&one.measure, &one.unit, one.year) == (&it.measure, &it.unit, it.year)
                && one.value.total_cmp(&it.value).is_eq()
        };
        if !found.iter().any(same) {
            found.push(it);
        }
    }
    found
}

/// Lonely sentences in the last rows of a table that state a target: a list of separated values, or
/// a sheet, has no other place for the text below it.
///
/// - Returns: the row, counted from 0, and its words.
pub(crate) fn closing(chosen: &Chosen<'_>) -> Vec<(usize, String)> {
    let grid = &chosen.grid;
    let first = chosen.layout.header.end;
    let is_lonely = |row: &usize| grid.own(*row).len() < 2;
    let lonely = (first..grid.rows.len()).rev().take_while(is_lonely);
    let said = lonely.filter_map(|row| {
        let own = grid.own(row);
        let text = squeeze(&words(own.first()?));
        let is_target = 2 < grid.width && !indicator::read(&text, Column::Other, "").is_empty();
        is_target.then_some((row, text))
    });
    let mut said: Vec<(usize, String)> = said.collect();
    said.reverse();
    said
}

/// A column of figures.
struct Years {
    /// Behind the last row of the header.
    body: usize,
    /// Each column with its year.
    columns: Vec<(usize, i32)>,
    /// The header says that the figures are shares.
    is_share: bool,
}

/// The figures of a table by years; none where it is no such table.
fn of_table(table: &Table) -> Vec<Indicator> {
    let grid = Grid::new(table);
    let Some(years) = years(&grid) else { return Vec::new() };
    let first = years.columns.iter().map(|it| it.0).min().unwrap_or(0);
    let mut found = Vec::new();
    for row in years.body..grid.rows.len() {
        let Some(name) = name(&grid, row, 0..first) else { continue };
        for (column, year) in &years.columns {
            let cell = grid.cell(row, *column).filter(|it| !it.continued && !is_blank(it));
            let Some(cell) = cell else { continue };
            let share = years.is_share
                || is_share(&name)
                || cell.number.as_ref().is_some_and(|it| it.percent);
            found.extend(figure(&name, &words(cell), *year, share));
        }
    }
    found
}

/// The columns of years: two at least, each under nothing but its year.
fn years(grid: &Grid<'_>) -> Option<Years> {
    (0..grid.rows.len().min(HEADER_DEPTH)).find_map(|row| {
        let own = grid.own(row);
        let columns: Vec<(usize, i32)> =
            own.iter().filter_map(|it| Some((span(it).start, year(&words(it))?))).collect();
        let others: Vec<&&Cell> = own.iter().filter(|it| year(&words(it)).is_none()).collect();
        let above = (0..=row).flat_map(|it| grid.own(it)).map(words).collect::<Vec<_>>();
        let named = above.iter().any(|it| {
            let it = plain(it);
            ["показател", "индикатор", "целев", "критери"].iter().any(|stem| it.contains(stem))
        });
        let is_share = above.iter().any(|it| it.contains('%') || plain(it).contains("процент"));
        let is_header = 1 < columns.len() && others.len() <= 4 && named;
        is_header.then_some(Years { body: row + 1, columns, is_share })
    })
}

/// «2024», «2024 г.», «2024 год».
fn year(text: &str) -> Option<i32> {
    let words = plain(text);
    let mut words = words.split(' ');
    let year: i32 = words.next().filter(|it| it.len() == 4)?.parse().ok()?;
    let rest = words.all(|it| it == "г" || it.starts_with("год"));
    (rest && (2000..2100).contains(&year)).then_some(year)
}

/// The name of the indicator of a row: the longest text before its figures.
fn name(grid: &Grid<'_>, row: usize, columns: Range<usize>) -> Option<String> {
    let cells = columns.filter_map(|it| grid.origin(row, it)).map(|it| squeeze(&words(it.1)));
    let name = cells.max_by_key(|it| it.chars().count())?;
    name.chars().any(char::is_alphabetic).then_some(name)
}

fn is_share(name: &str) -> bool {
    let words = plain(name);
    name.contains('%')
        || ["доля", "процент", "охват", "удельный"].iter().any(|it| words.starts_with(it))
}

/// One figure, read as the sentence that its row, its column and its cell make together.
fn figure(name: &str, cell: &str, year: i32, share: bool) -> Option<Indicator> {
    let bare = name.trim_end_matches(['%', '(', ')', ',', ' ', '.', ':']);
    let sign = if share && !cell.contains('%') { " %" } else { "" };
    let sentence = format!("{bare} – {}{sign}", squeeze(cell));
    let it = indicator::read(&sentence, Column::Indicator, "").pop()?;
    // As a sentence, which says the same where the plan is written out.
    let text = format!("{sentence} в {year} году");
    ((it.unit == "%") == share).then_some(Indicator { text, year: Some(year), ..it })
}

#[cfg(test)]
mod tests;
