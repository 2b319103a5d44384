//! A compiled roadmap as a paper: columns as its author had them, stages merged, sections across.
//!
//! It decides how each part of a plan is said so that reading it again gives the same plan.
//! Deliberately absent: diagnostics, occurrences, and anything the plan's author did not write.

use super::paper::{self, Line, Paper, Place};
use jiff::civil::Date;
use roadmap::plan::{Column, Indicator, Plan, PlanPeriod, PlanRow};
use roadmap::source::{Cell, Row, Table};

/// The order that approves a roadmap.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Approval {
    /// The number as registered («71-б»).
    pub number: Option<String>,
    /// The day of the order.
    pub day: Option<Date>,
}

/// What a paper says of a roadmap beyond the plan itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoadmapPaper {
    /// The name of the organisation; `None` takes the plan's.
    pub organisation: Option<String>,
    /// The approving order; `None` takes the plan's.
    pub approval: Option<Approval>,
    /// The day on which the paper is made.
    pub day: Date,
}

/// Lays a roadmap out on paper.
///
/// - Returns: organisation, approval, title with the period, the table, targets of the whole plan.
#[must_use]
pub fn roadmap_paper(plan: &Plan, about: &RoadmapPaper) -> Paper {
    let organisation = about.organisation.clone().or_else(|| plan.organisation.clone());
    let mut above: Vec<Line> = Vec::new();
    above.extend(organisation.map(|it| Line::new(it, Place::Centre)));
    let approval = about.approval.clone().or_else(|| plan_approval(plan));
    above.extend(approval.iter().flat_map(approval_lines));
    above.push(Line::new("ПЛАН МЕРОПРИЯТИЙ (дорожная карта)", Place::Centre).bold());
    // Many titles say the years themselves.
    let says_years = |it: &&PlanPeriod| it.from.get(..4).is_some_and(|it| plan.title.contains(it));
    let period = plan.period.as_ref().filter(|it| !says_years(it)).map(period_words);
    let title = [Some(plan.title.clone()), period];
    let title = title.into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    if !title.is_empty() {
        above.push(Line::new(title.join(" "), Place::Centre).bold());
    }
    Paper {
        title: match title.is_empty() {
            true => "Дорожная карта".to_owned(),
            false => format!("Дорожная карта {}", title.join(" ")),
        },
        above,
        table: table(plan),
        below: targets(plan),
        day: about.day,
    }
}

fn plan_approval(plan: &Plan) -> Option<Approval> {
    let order = plan.order.as_ref()?;
    let day = order.date.as_deref().and_then(|it| it.parse().ok());
    Some(Approval { number: order.number.clone(), day })
}

fn approval_lines(it: &Approval) -> Vec<Line> {
    let day = it.day.map(|it| format!("от {:02}.{:02}.{}", it.day(), it.month(), it.year()));
    let number = it.number.as_ref().map(|it| format!("№ {it}"));
    let named: Vec<String> = [day, number].into_iter().flatten().collect();
    if named.is_empty() {
        return Vec::new();
    }
    let lines = ["УТВЕРЖДЕНО".to_owned(), format!("приказом {}", named.join(" "))];
    lines.into_iter().map(|it| Line::new(it, Place::Right)).collect()
}

/// «на 2025–2026 учебный год», «на 2025 год», «на сентябрь 2025 – май 2026 года».
fn period_words(period: &PlanPeriod) -> String {
    const MONTHS: [&str; 12] = [
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ];
    let part = |it: &str| -> Option<(i32, usize)> {
        let (year, month) = it.split_once('-')?;
        Some((year.parse().ok()?, month.parse().ok().filter(|it| (1..=12).contains(it))?))
    };
    let (Some((from, first)), Some((to, last))) = (part(&period.from), part(&period.to)) else {
        return String::new();
    };
    match (first, last) {
        (9, 8) if from + 1 == to => format!("на {from}-{to} учебный год"),
        (1, 12) if from == to => format!("на {from} год"),
        (1, 12) => format!("на {from}-{to} годы"),
        _ => format!("на {} {from} - {} {to} года", MONTHS[first - 1], MONTHS[last - 1]),
    }
}

/// Targets that hold for the plan as a whole: a series of one measure is one sentence, as only its
/// first words say what is measured.
fn targets(plan: &Plan) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut before: Option<&Indicator> = None;
    for it in plan.plan_indicators.iter().filter(|it| !it.text.is_empty()) {
        let same = |it: &Indicator| (it.measure.clone(), it.of.clone(), it.op.clone());
        match (before.filter(|before| same(before) == same(it)), lines.last_mut()) {
            (Some(before), _) if before.text == it.text => {}
            (Some(_), Some(line)) => line.text.push_str(&format!(", {}", it.text)),
            _ => lines.push(Line::new(it.text.clone(), Place::Left)),
        }
        before = Some(it);
    }
    lines
}

fn table(plan: &Plan) -> Table {
    let columns = columns(plan);
    let head = columns.iter().enumerate().map(|(at, it)| paper::cell(at, heading(*it), true));
    let mut rows = vec![Row { cells: head.collect(), header: true }];
    let mut before: Option<&PlanRow> = None;
    for row in &plan.rows {
        rows.extend(sections(&columns, before, row));
        rows.push(body(&columns, before, row));
        before = Some(row);
    }
    count_rows(&mut rows);
    Table { rows }
}

/// The columns of the plan, completed by those that its rows fill.
fn columns(plan: &Plan) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for it in &plan.columns {
        let it = match it {
            Column::StartDate | Column::EndDate => Column::Deadline,
            it => *it,
        };
        if !columns.contains(&it) && !matches!(it, Column::Other | Column::Form) {
            columns.push(it);
        }
    }
    const ORDER: [Column; 8] = [
        Column::Number,
        Column::Activity,
        Column::Deadline,
        Column::Responsible,
        Column::Result,
        Column::Indicator,
        Column::Audience,
        Column::Note,
    ];
    for it in ORDER {
        let filled = plan.rows.iter().any(|row| !text(row, it).is_empty());
        if !columns.contains(&it) && (filled || it == Column::Activity) {
            let place = if it == Column::Number { 0 } else { columns.len() };
            columns.insert(place, it);
        }
    }
    columns
}

fn heading(column: Column) -> &'static str {
    match column {
        Column::Number => "№ п/п",
        Column::Stage => "Наименование этапа",
        Column::SubStage => "Содержание подэтапа",
        Column::Activity => "Мероприятия",
        Column::Deadline | Column::StartDate | Column::EndDate => "Сроки",
        Column::Responsible => "Ответственные",
        Column::Result => "Ожидаемый результат",
        Column::Indicator => "Показатели эффективности",
        Column::Audience => "Участники",
        Column::Form => "Форма проведения",
        Column::Note => "Примечание",
        Column::Other => "",
    }
}

/// The words of a cell.
fn text(row: &PlanRow, column: Column) -> String {
    let of =
        |it: &Option<roadmap::plan::Text>| it.as_ref().map_or(String::new(), |it| it.text.clone());
    match column {
        Column::Number => row.number.clone().unwrap_or_default(),
        Column::Activity => row.text.clone(),
        Column::Deadline => row.deadline.text.clone(),
        Column::Responsible if row.nobody => "НЕ ПРИВЛЕКАЮТСЯ".to_owned(),
        Column::Responsible => {
            row.responsible.iter().map(|it| it.text.as_str()).collect::<Vec<_>>().join(", ")
        }
        Column::Result => of(&row.result),
        Column::Indicator => of(&row.indicator_text),
        Column::Audience => of(&row.audience),
        Column::Note => of(&row.note),
        _ => String::new(),
    }
}

/// How many parts of the path stand in columns of their own.
fn path_columns(columns: &[Column]) -> usize {
    let has = |it| usize::from(columns.contains(&it));
    has(Column::Stage) + has(Column::SubStage)
}

/// Rows across the table for parts of the path that begin with a row and have no column.
fn sections(columns: &[Column], before: Option<&PlanRow>, row: &PlanRow) -> Vec<Row> {
    let titled = row.path.len().saturating_sub(path_columns(columns));
    let same = before.map_or(0, |it| {
        it.path.iter().zip(&row.path).take(titled).take_while(|(a, b)| a == b).count()
    });
    (same..titled).filter_map(|at| Some(section(columns, row, at, row.path.get(at)?))).collect()
}

/// A section across the table; its number stands apart where the rows are numbered below it.
fn section(columns: &[Column], row: &PlanRow, at: usize, title: &str) -> Row {
    let parts: Vec<&str> =
        row.number.as_deref().unwrap_or_default().split('.').filter(|it| !it.is_empty()).collect();
    let numbered = columns.first() == Some(&Column::Number) && row.path.len() < parts.len();
    let mut cells = Vec::new();
    if numbered {
        cells.push(paper::cell(0, &format!("{}.", parts[..=at].join(".")), true));
    }
    let first = cells.len();
    let span = columns.len() - first;
    cells.push(Cell { column_span: span, ..paper::cell(first, title, true) });
    Row { cells, header: false }
}

fn body(columns: &[Column], before: Option<&PlanRow>, row: &PlanRow) -> Row {
    let titled = row.path.len().saturating_sub(path_columns(columns));
    let mut depth = titled;
    let cell = |(at, column): (usize, &Column)| {
        let goes_on = match column {
            Column::Stage | Column::SubStage => {
                depth += 1;
                let part = |it: &PlanRow| it.path.get(..depth).map(<[String]>::to_vec);
                part(row).is_some() && before.and_then(part) == part(row)
            }
            // A number that covers several rows is the number of their stage.
            Column::Number if columns.contains(&Column::Stage) => {
                let same =
                    |it: &PlanRow| it.number == row.number && it.path.first() == row.path.first();
                row.number.is_some() && before.is_some_and(same)
            }
            _ => false,
        };
        if goes_on {
            return Cell { continued: true, ..paper::cell(at, "", false) };
        }
        match column {
            Column::Stage | Column::SubStage => {
                paper::cell(at, row.path.get(depth - 1).map_or("", |it| it), false)
            }
            it => paper::cell(at, &text(row, *it), false),
        }
    };
    Row { cells: columns.iter().enumerate().map(cell).collect(), header: false }
}

/// Counts how many rows the first of merged cells covers.
fn count_rows(rows: &mut [Row]) {
    for at in 1..rows.len() {
        let (above, rest) = rows.split_at_mut(at);
        let Some(row) = rest.first() else { break };
        for cell in row.cells.iter().filter(|it| it.continued) {
            let origin = above.iter_mut().enumerate().rev().find_map(|(place, it)| {
                let first = it.cells.iter_mut().find(|it| it.column == cell.column)?;
                (!first.continued).then_some((place, first))
            });
            if let Some((place, first)) = origin {
                first.row_span = at - place + 1;
            }
        }
    }
}
