//! The questions of a rolled draft: «этот год оставить?», one by one.
//!
//! It decides that an answer changes the words of the draft and is kept with day and author, that an
//! answer may be changed while it is a draft, and that what is left may be taken as it stands.
//! Deliberately absent: finding doubtful places (`roadmap::rollover`).

use ::roadmap::compile::{CellReading, read_cells};
use mentoring::event::Event;
use mentoring::id::{LineageId, RollQuestionId, VersionId};
use mentoring::launch::{RollChoice, VersionState};
use store::{Json, RollQuestion, Row, Swap, Version};

use super::edit::{Draft, EditObstacle};
use super::figure::days_of;
use crate::ctx::Ctx;
use crate::refusal::Refusal;

/// The doubt that is about the form of a deadline, not about words.
const WORDS_AND_DATES: &str = "words-and-dates-differ";

/// Why an answer cannot be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RollObstacle {
    /// It is not a draft any more.
    #[error("the version is {0}")]
    NotDraft(VersionState),
    /// The words were changed since: only a person can tell what they should be.
    #[error("the words were changed since")]
    WordsChanged,
}

/// Takes an answer: the words of the draft become what was chosen.
///
/// - Errors: not found without the right; not a draft; the words were changed by hand since.
pub async fn answer_question(
    ctx: &Ctx,
    version: VersionId,
    (id, choice): (RollQuestionId, RollChoice),
) -> Result<(), Refusal<RollObstacle>> {
    let tx = ctx.begin().await?;
    let mut draft = Draft::open(ctx, &tx, version, None).await.map_err(|it| it.map(not_draft))?;
    let questions = tx.roll_questions(&ctx.scope, version).await?;
    let question = questions.into_iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    if choice != question.taken {
        let mut rows = draft.rows.clone();
        let is_done = apply(&mut draft.version, &mut rows, &question, choice);
        if !is_done {
            return Err(Refusal::because(RollObstacle::WordsChanged));
        }
        let changed = question.lineage.unwrap_or(LineageId(version.0));
        draft.save(ctx, &tx, rows, changed).await?;
    }
    let answered = answered(ctx, &question, choice);
    tx.save_roll_question(&answered).await?;
    ctx.record(&tx, Event::RollQuestionAnswered { question: id, version, choice }).await?;
    Ok(tx.commit().await?)
}

/// Takes everything that is not answered yet as it stands in the draft.
///
/// - Returns: how many questions were left.
/// - Errors: not found without the right; not a draft.
pub async fn accept_rest(ctx: &Ctx, version: VersionId) -> Result<usize, Refusal<RollObstacle>> {
    let tx = ctx.begin().await?;
    Draft::open(ctx, &tx, version, None).await.map_err(|it| it.map(not_draft))?;
    let questions = tx.roll_questions(&ctx.scope, version).await?;
    let left: Vec<_> = questions.into_iter().filter(|it| it.answer.is_none()).collect();
    for question in &left {
        tx.save_roll_question(&answered(ctx, question, question.taken)).await?;
        let (question, choice) = (question.id, question.taken);
        ctx.record(&tx, Event::RollQuestionAnswered { question, version, choice }).await?;
    }
    tx.commit().await?;
    Ok(left.len())
}

/// A draft that is opened without a revision can only be no draft.
fn not_draft(obstacle: EditObstacle) -> RollObstacle {
    match obstacle {
        EditObstacle::NotDraft(state) => RollObstacle::NotDraft(state),
        _ => RollObstacle::NotDraft(VersionState::Discarded),
    }
}

fn answered(ctx: &Ctx, question: &RollQuestion, choice: RollChoice) -> RollQuestion {
    RollQuestion {
        taken: choice,
        answer: Some(choice),
        answered_by: Some(ctx.actor),
        answered_at: Some(ctx.now),
        ..question.clone()
    }
}

/// Puts the chosen reading into the draft.
///
/// - Returns: whether the words were found where they stood.
fn apply(
    version: &mut Version,
    rows: &mut [Row],
    question: &RollQuestion,
    choice: RollChoice,
) -> bool {
    let (field, n) = match question.field.split_once(':') {
        Some((field, n)) => (field, n.parse().unwrap_or(0)),
        None => (question.field.as_str(), 0),
    };
    let row = || question.lineage;
    if question.doubt == WORDS_AND_DATES {
        let found = rows.iter_mut().find(|it| Some(it.lineage) == row());
        return found.is_some_and(|it| set_form(it, question, choice));
    }
    let Some(Json(swap)) = &question.swap else { return false };
    let change = |text: &str| swapped(text, swap, choice);
    match field {
        "title" => replace(&mut version.title, change),
        "plan-indicator" => {
            let figure = version.header.0.plan_indicators.get_mut(n);
            figure.is_some_and(|it| replace(&mut it.text, change))
        }
        "path" => {
            let own = rows.iter().find(|it| Some(it.lineage) == row());
            let Some(heading) = own.and_then(|it| it.path.0.get(n)).cloned() else { return false };
            let heads = rows.iter_mut().filter_map(|it| it.path.0.get_mut(n));
            // The heading of all the rows under it.
            let mut is_done = false;
            for head in heads.filter(|it| **it == heading) {
                is_done |= replace(head, change);
            }
            is_done
        }
        _ => {
            let days = days_of(version);
            let found = rows.iter_mut().find(|it| Some(it.lineage) == row());
            found.is_some_and(|it| change_row(it, (field, n), days, change))
        }
    }
}

/// The deadline in its normal form: what the words say, or what was set by hand, moved.
fn set_form(row: &mut Row, question: &RollQuestion, choice: RollChoice) -> bool {
    let (now, next, is_mended) = match choice {
        RollChoice::Kept => (&question.moved, &question.kept, false),
        RollChoice::Moved => (&question.kept, &question.moved, true),
    };
    if row.deadline_normal != *now {
        return false;
    }
    row.deadline_normal.clone_from(next);
    row.is_deadline_mended = is_mended;
    true
}

fn change_row(
    row: &mut Row,
    (field, n): (&str, usize),
    days: Option<mentoring::period::Days>,
    change: impl Fn(&str) -> Option<String>,
) -> bool {
    let before = reading(row);
    let is_done = match field {
        "text" => replace(&mut row.text, change),
        "item" => row.items.0.get_mut(n).is_some_and(|it| replace(&mut it.text, change)),
        "deadline" => replace(&mut row.deadline_text, change),
        "result" => row.result.as_mut().is_some_and(|it| replace(it, change)),
        "indicator" => row.indicator_text.as_mut().is_some_and(|it| replace(it, change)),
        "audience" => row.audience.as_mut().is_some_and(|it| replace(it, change)),
        "note" => row.note.as_mut().is_some_and(|it| replace(it, change)),
        _ => false,
    };
    if is_done && field == "deadline" && !row.is_deadline_mended {
        row.deadline_normal = ::roadmap::deadline::read(&row.deadline_text, days).normal;
    }
    if is_done && field != "item" {
        read_again(row, &before);
    }
    is_done
}

fn reading(row: &Row) -> CellReading {
    let words = |it: &Option<String>| it.clone().unwrap_or_default();
    read_cells(&row.text, &words(&row.result), &words(&row.indicator_text))
}

/// What was read from the words is read from the new ones; what somebody set stays.
fn read_again(row: &mut Row, before: &CellReading) {
    let now = reading(row);
    if row.items.0 == before.items {
        row.items.0 = now.items;
    }
    if row.evidence.0 == before.evidence {
        row.evidence.0 = now.evidence;
    }
    if row.indicators.0 == before.indicators {
        row.indicators.0 = now.indicators;
    }
}

fn replace(text: &mut String, change: impl Fn(&str) -> Option<String>) -> bool {
    match change(text) {
        Some(changed) => {
            *text = changed;
            true
        }
        None => false,
    }
}

/// A text with the other reading in it.
///
/// - Returns: `None` where the reading that should go does not stand where it stood.
#[must_use]
pub(super) fn swapped(text: &str, swap: &Swap, choice: RollChoice) -> Option<String> {
    let (now, next) = match choice {
        RollChoice::Kept => (&swap.moved, &swap.kept),
        RollChoice::Moved => (&swap.kept, &swap.moved),
    };
    let before = text.get(..swap.at)?;
    let after = text.get(swap.at..)?.strip_prefix(now.as_str())?;
    Some(format!("{before}{next}{after}"))
}

/// A question as a page shows it.
#[derive(Clone, Debug)]
pub struct QuestionView {
    /// The question.
    pub question: RollQuestion,
    /// The activity of its row; empty where it is about no single row.
    pub activity: String,
    /// The whole field as it was and as it would be moved; the words around where the field was
    /// changed since.
    pub kept: String,
    /// The whole field with the year moved.
    pub moved: String,
    /// What stands in the draft now: other questions, and people, may have changed the field since.
    pub stands: String,
    /// Whether an answer other than the one that stands can still be taken.
    pub can_change: bool,
}

/// The questions of a version with the fields they are about.
pub(super) fn questions_of(
    version: &Version,
    rows: &[Row],
    questions: Vec<RollQuestion>,
) -> Vec<QuestionView> {
    questions.into_iter().map(|it| view_of(version, rows, it)).collect()
}

fn view_of(version: &Version, rows: &[Row], question: RollQuestion) -> QuestionView {
    let row = rows.iter().find(|it| Some(it.lineage) == question.lineage);
    let other = match question.taken {
        RollChoice::Kept => RollChoice::Moved,
        RollChoice::Moved => RollChoice::Kept,
    };
    let now = field_of(version, rows, &question);
    let of_form = match question.taken {
        RollChoice::Kept => &question.kept,
        RollChoice::Moved => &question.moved,
    };
    let words = now.clone().filter(|_| question.doubt != WORDS_AND_DATES);
    let stands = words.unwrap_or_else(|| of_form.clone());
    let swap = question.swap.as_ref().map(|it| &it.0);
    let then = now.as_ref().zip(swap).and_then(|(now, swap)| swapped(now, swap, other));
    let can_change = then.is_some()
        || (question.doubt == WORDS_AND_DATES
            && row.is_some_and(|it| it.deadline_normal == *of_form));
    let (kept, moved) = match (now, then, question.taken) {
        (Some(now), Some(then), RollChoice::Kept) => (now, then),
        (Some(now), Some(then), RollChoice::Moved) => (then, now),
        _ => (question.kept.clone(), question.moved.clone()),
    };
    let is_heading = question.field.starts_with("path");
    let activity = row.filter(|_| !is_heading).map(|it| it.text.clone()).unwrap_or_default();
    QuestionView { question, activity, kept, moved, stands, can_change }
}

/// The field that a question is about, as it stands in the draft.
fn field_of(version: &Version, rows: &[Row], question: &RollQuestion) -> Option<String> {
    let (field, n) = question.field.split_once(':').unwrap_or((&question.field, "0"));
    let n: usize = n.parse().unwrap_or(0);
    let row = rows.iter().find(|it| Some(it.lineage) == question.lineage);
    match field {
        "title" => Some(version.title.clone()),
        "plan-indicator" => Some(version.header.0.plan_indicators.get(n)?.text.clone()),
        "path" => row?.path.0.get(n).cloned(),
        "text" => Some(row?.text.clone()),
        "item" => Some(row?.items.0.get(n)?.text.clone()),
        "deadline" => Some(row?.deadline_text.clone()),
        "result" => row?.result.clone(),
        "indicator" => row?.indicator_text.clone(),
        "audience" => row?.audience.clone(),
        "note" => row?.note.clone(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_reading_takes_the_place_of_the_one_that_stands_there() {
        let swap = Swap { at: "май ".len(), kept: "2026".into(), moved: "2027".into() };
        let moved = swapped("май 2026 г.", &swap, RollChoice::Moved);
        assert_eq!(moved.as_deref(), Some("май 2027 г."));
        let back = swapped("май 2027 г.", &swap, RollChoice::Kept);
        assert_eq!(back.as_deref(), Some("май 2026 г."));
        for changed in ["май 2031 г.", "2026", "", "сентябрь 2026 г."] {
            assert_eq!(swapped(changed, &swap, RollChoice::Moved), None, "{changed}");
        }
    }
}
