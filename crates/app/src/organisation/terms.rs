//! Terms and holidays of a school year, set by the school.
//!
//! It decides that the days of one year are set together and in order. Deliberately absent: what
//! they move (`roadmap::planning`).

use ::roadmap::deadline::{SchoolDates as Known, stretch_of_normal};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::period::Days;
use store::SchoolDates;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// The stretches of a school year in the words of the normal form, in the order of the year.
pub const STRETCHES: [&str; 8] = [
    "term:1",
    "holidays:autumn",
    "term:2",
    "holidays:winter",
    "term:3",
    "holidays:spring",
    "term:4",
    "holidays:summer",
];

/// A stretch with its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Which: a word of [`STRETCHES`].
    pub part: &'static str,
    /// Its days; `None` where nothing is known.
    pub days: Option<Days>,
    /// Whether the school set them itself; otherwise they are the usual ones.
    pub is_own: bool,
}

/// The terms and holidays of the school year that begins in September of a year.
///
/// - Errors: not found without the right.
pub async fn show_terms(ctx: &Ctx, year: i16) -> Result<Vec<Stretch>, Refusal<Nothing>> {
    ctx.require(Action::SeeOrganisation, ctx.at())?;
    let tx = ctx.read().await?;
    let kept = tx.school_dates(&ctx.scope, ctx.at()).await?;
    let of_year = |it: &&SchoolDates| is_of(it, year);
    let stretch = |part: &'static str| {
        let own = kept.iter().filter(of_year).find(|it| it.part == part);
        let own = own.and_then(|it| Days::new(it.from_on, it.to_on));
        let usual = || Known::usual().days(year, stretch_of_normal(part)?);
        Stretch { part, days: own.or_else(usual), is_own: own.is_some() }
    };
    Ok(STRETCHES.iter().map(|it| stretch(it)).collect())
}

/// What is wrong with the terms of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TermsObstacle {
    /// A day lies outside the school year.
    #[error("{part} lies outside the school year")]
    Outside {
        /// Which stretch.
        part: &'static str,
    },
    /// It begins before the stretch before it ends.
    #[error("{part} begins before the one before it ends")]
    Overlaps {
        /// Which stretch.
        part: &'static str,
    },
}

/// Sets the terms and holidays of a school year; those of other years stay.
///
/// - `days`: by the words of [`STRETCHES`], in their order; a stretch may be left out.
/// - Errors: not found without the right; `TermsObstacle`.
pub async fn set_terms(
    ctx: &Ctx,
    year: i16,
    days: &[(&'static str, Days)],
) -> Result<(), Refusal<TermsObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    Refusal::unless_clear(check(year, days))?;
    let tx = ctx.begin().await?;
    let start = Days::school_year(year).from;
    let kept = tx.school_dates(&ctx.scope, ctx.at()).await?;
    let later = kept.into_iter().filter(|it| start <= it.from_on && !is_of(it, year));
    let new = days.iter().map(|(part, days)| SchoolDates {
        organisation: ctx.at(),
        id: ctx.new_id(),
        part: (*part).to_owned(),
        from_on: days.from,
        to_on: days.to,
    });
    let dates: Vec<SchoolDates> = new.chain(later).collect();
    tx.replace_school_dates(ctx.at(), start, &dates).await?;
    ctx.record(&tx, Event::SchoolDatesSet { from: start }).await?;
    tx.commit().await?;
    Ok(())
}

/// A school year begins in September.
fn is_of(dates: &SchoolDates, year: i16) -> bool {
    Days::school_year(year).contains(dates.from_on)
}

fn check(year: i16, days: &[(&'static str, Days)]) -> Vec<TermsObstacle> {
    let whole = Days::school_year(year);
    let mut obstacles = Vec::new();
    for (index, (part, stretch)) in days.iter().enumerate() {
        if !whole.contains(stretch.from) || !whole.contains(stretch.to) {
            obstacles.push(TermsObstacle::Outside { part });
        }
        let before = index.checked_sub(1).and_then(|it| days.get(it));
        if before.is_some_and(|(_, before)| stretch.from <= before.to) {
            obstacles.push(TermsObstacle::Overlaps { part });
        }
    }
    obstacles
}
