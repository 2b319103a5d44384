//! Next year's roadmap as a task of this year's.
//!
//! It decides by when it is wanted (by the day of the roadmap's own row about it, else by 1 June),
//! from when it is spoken of, and that the row is done when the rolled roadmap is approved.
//! Deliberately absent: rolling (`crate::launch::roll`).

use jiff::ToSpan;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::evidence::EvidenceSource;
use mentoring::id::{EvidenceId, LineageId, RoadmapId, VersionId};
use mentoring::launch::VersionState;
use mentoring::period::Days;
use store::{Evidence, Roadmap, Row, StoreError, Tx, Version};

use super::facts::wanted;
use super::running::{RoadmapView, Running};
use super::settle::{Touched, settle};
use crate::ctx::Ctx;
use crate::launch::roll::next_of;
use crate::refusal::{Nothing, Refusal};

/// For how long before its day next year's roadmap is spoken of: a quarter.
const QUARTER_MONTHS: i32 = 3;

/// Next year's roadmap, as far as it has come.
#[derive(Clone, Debug)]
pub struct NextYear {
    /// The roadmap of this year.
    pub roadmap: RoadmapId,
    /// By when it is wanted.
    pub due_on: Date,
    /// The row of this year's roadmap that asks for it, where there is one.
    pub row: Option<LineageId>,
    /// The draft, where it was begun.
    pub draft: Option<VersionId>,
    /// Questions of the draft that are not answered.
    pub n_questions_left: usize,
    /// Errors of the draft that are neither mended nor accepted.
    pub n_errors_left: usize,
}

/// The next years' roadmaps that are wanted now, one for each roadmap in force.
///
/// Those that are approved already, and those that are not spoken of yet, are left out.
///
/// - Returns: in the order of the roadmaps; nothing to who may not edit them.
/// - Errors: of the store.
pub async fn next_years(ctx: &Ctx, running: &Running) -> Result<Vec<NextYear>, Refusal<Nothing>> {
    if !ctx.may(Action::EditRoadmap) {
        return Ok(Vec::new());
    }
    let tx = ctx.read().await?;
    let mut all = Vec::new();
    for map in &running.roadmaps {
        let (due_on, row) = due(map);
        let from = due_on.saturating_sub(QUARTER_MONTHS.months());
        let is_over = !map.presses_on(running.today);
        if running.today < from || is_over || map.roadmap.organisation != ctx.at() {
            continue;
        }
        let next = next_of(ctx, &tx, map.roadmap.id).await?;
        let is_approved = next.as_ref().is_some_and(|it| it.state == VersionState::Approved);
        if !is_approved {
            all.push(stand(ctx, &tx, (map.roadmap.id, due_on, row), next).await?);
        }
    }
    Ok(all)
}

async fn stand(
    ctx: &Ctx,
    tx: &Tx,
    (roadmap, due_on, row): (RoadmapId, Date, Option<LineageId>),
    next: Option<Version>,
) -> Result<NextYear, StoreError> {
    let mut it =
        NextYear { roadmap, due_on, row, draft: None, n_questions_left: 0, n_errors_left: 0 };
    if let Some(version) = next {
        let rows = tx.rows(&ctx.scope, version.id).await?;
        let left = crate::launch::remark::n_errors_left(ctx, tx, (&version, &rows)).await?;
        it.n_errors_left = left;
        it.n_questions_left = n_questions_left(ctx, tx, version.id).await?;
        it.draft = Some(version.id);
    }
    Ok(it)
}

/// How many questions of a rolled draft are not answered.
///
/// - Errors: of the store.
pub(crate) async fn n_questions_left(
    ctx: &Ctx,
    tx: &Tx,
    version: VersionId,
) -> Result<usize, StoreError> {
    let questions = tx.roll_questions(&ctx.scope, version).await?;
    Ok(questions.iter().filter(|it| it.answer.is_none()).count())
}

/// By when next year's roadmap is wanted, and which row says so.
fn due(map: &RoadmapView) -> (Date, Option<LineageId>) {
    let own = map.rows.iter().find(|it| is_about_next_year(&it.row, &map.roadmap));
    let day = own.and_then(|it| it.tasks.iter().filter_map(|it| it.task.due_on).max());
    let day = day.unwrap_or_else(|| usual_day(map.roadmap.to_on));
    (day, own.map(|it| it.row.lineage))
}

/// 1 June of the summer in which a plan ends; the last day of a plan that ends at another time.
fn usual_day(to_on: Date) -> Date {
    let june = Date::new(to_on.year(), 6, 1).unwrap_or(to_on);
    if (6..=9).contains(&to_on.month()) { june } else { to_on }
}

/// Whether a row asks for next year's roadmap: a roadmap must come of it, and its words say «на
/// следующий год» or name a year that this roadmap does not plan for.
fn is_about_next_year(row: &Row, roadmap: &Roadmap) -> bool {
    let wants = wanted(row).iter().any(|it| it.kind == "roadmap");
    wants && names_another_year(&row.text, Days { from: roadmap.from_on, to: roadmap.to_on })
}

fn names_another_year(text: &str, days: Days) -> bool {
    let text = text.to_lowercase();
    let is_said = ["следующ", "будущ", "предстоящ"].iter().any(|it| text.contains(it));
    let mut years = text
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse::<i16>().ok())
        .filter(|it| (1990..=2100).contains(it));
    is_said || years.any(|it| it < days.from.year() || days.to.year() < it)
}

/// Gives the row about next year's roadmap what it asks for, when the rolled roadmap is approved.
///
/// - `version`: the version that was approved; nothing happens where it was not rolled.
/// - Errors: of the store.
pub(super) async fn show_next_year(
    ctx: &Ctx,
    tx: &Tx,
    version: &Version,
) -> Result<(), StoreError> {
    let Some(from) = version.based_on else { return Ok(()) };
    let Some(origin) = tx.version(&ctx.scope, from).await? else { return Ok(()) };
    if origin.roadmap == version.roadmap {
        return Ok(());
    }
    let Some(roadmap) = tx.roadmap(&ctx.scope, origin.roadmap).await? else { return Ok(()) };
    let in_force = tx.versions_in_force(&ctx.scope, &[roadmap.id]).await?;
    let Some(current) = in_force.first() else { return Ok(()) };
    let rows = tx.rows(&ctx.scope, current.id).await?;
    let asking: Vec<&Row> = rows.iter().filter(|it| is_about_next_year(it, &roadmap)).collect();
    for task in tx.tasks_of_roadmap(&ctx.scope, roadmap.id).await? {
        let row = asking.iter().find(|it| it.lineage == task.lineage);
        let Some(row) = row.filter(|_| task.closed_on.is_none()) else { continue };
        for it in wanted(row).iter().filter(|it| it.kind == "roadmap" || it.about == "roadmap") {
            let evidence = evidence(ctx, version, (&it.kind, &it.about));
            let evidence = Evidence { task: Some(task.id), ..evidence };
            tx.insert_evidence(&evidence).await?;
            let (task, evidence) = (task.id, evidence.id);
            ctx.record(tx, Event::EvidenceGiven { task, evidence }).await?;
        }
        settle(ctx, tx, &Touched::Task(task.id)).await?;
    }
    Ok(())
}

fn evidence(ctx: &Ctx, version: &Version, (kind, about): (&str, &str)) -> Evidence {
    let id: EvidenceId = ctx.new_id();
    Evidence {
        organisation: version.organisation,
        id,
        task: None,
        kind: kind.to_owned(),
        about: about.to_owned(),
        source: EvidenceSource::Record,
        true_on: version.order_on.unwrap_or_else(|| ctx.today()),
        words: version.title.clone(),
        file: None,
        link: None,
        record_kind: Some("roadmap".to_owned()),
        record: Some(version.roadmap.0),
        given_by: ctx.actor,
        given_at: ctx.now,
        withdrawn_on: None,
        withdrawn_by: None,
        withdrawn_why: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn next_years_roadmap_is_wanted_by_the_first_of_june() {
        for (to_on, day) in [
            (date(2027, 8, 31), date(2027, 6, 1)),
            (date(2027, 6, 30), date(2027, 6, 1)),
            (date(2027, 5, 31), date(2027, 5, 31)),
            (date(2026, 12, 31), date(2026, 12, 31)),
        ] {
            assert_eq!(usual_day(to_on), day, "{to_on}");
        }
    }

    #[test]
    fn a_row_is_about_next_year_by_its_words_or_by_a_year_outside_the_plan() {
        let days = Days { from: date(2026, 9, 1), to: date(2027, 8, 31) };
        for (text, is_about) in [
            ("Подготовка дорожной карты на следующий учебный год", true),
            ("Разработка дорожной карты на 2027–2028 учебный год", true),
            ("Разработка дорожной карты на 2021 год", true),
            ("Разработка дорожной карты на 2026–2027 учебный год", false),
            ("Разработка и утверждение дорожной карты", false),
        ] {
            assert_eq!(names_another_year(text, days), is_about, "{text}");
        }
    }
}
