//! The beginning of a played year: a town, its schools, and roadmaps in force in them.
//!
//! It decides which roadmap each organisation of the sample town runs. Deliberately absent: what
//! follows from day to day (`play`).

use ::roadmap::standard::Standard;
use jiff::ToSpan;
use jiff::civil::{Date, date};
use mentoring::id::RoadmapId;
use mentoring::organisation::OrganisationKind;

use super::people::{about_people, mended};
use super::{at, move_to, passed, play};
use crate::ctx::{App, Ctx};
use crate::launch::{draft_next, start_from_standard};
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::{Approve, approve_version};
use crate::town::Town;

/// How much of the region is alive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// One school at its work, its neighbour and its municipal centre.
    School,
    /// All schools of its municipality.
    #[default]
    Municipality,
    /// Other municipalities of the region too.
    Region,
}

/// Builds the town in an empty installation and plays its year to a day.
///
/// - `day`: the day on which the clock then stands; the school year is the one that contains it.
/// - Errors: of the store.
pub async fn begin(app: &App, day: Date, scale: Scale) -> Result<Town, Refusal<Nothing>> {
    let year = day.year() - i16::from(day.month() < 9);
    let opening = date(year, 8, 25);
    move_to(&app.clock, opening);
    let mut town = Town::sample(app, opening).await?;
    let neighbours = match scale {
        Scale::School => Vec::new(),
        Scale::Municipality => town.add_neighbours(opening, false).await?,
        Scale::Region => town.add_neighbours(opening, true).await?,
    };
    let curator = town.ctx("curator").await?;
    let main = launch(&curator, Standard::Teachers, ("112-од", date(year, 8, 31))).await?;
    launch(&curator, Standard::Students, ("118-од", date(year, 9, 1))).await?;
    let municipal = ("241", date(year, 8, 27));
    launch(&town.ctx("municipality").await?, Standard::Municipality, municipal).await?;
    launch(&town.ctx("neighbour").await?, Standard::Teachers, ("97", date(year, 8, 31))).await?;
    for ctx in &neighbours {
        let standard = match ctx.organisation.kind {
            OrganisationKind::Kindergarten => Standard::Kindergarten,
            OrganisationKind::College => Standard::College,
            _ => Standard::Teachers,
        };
        launch(ctx, standard, ("64", date(year, 8, 29))).await?;
    }
    move_to(&app.clock, day);
    play(app, (opening, day), None).await?;
    about_people(&town, &curator, (year, day)).await?;
    let drafted_on = day.saturating_sub(3.days()).max(date(year, 9, 2));
    if drafted_on <= day {
        passed(draft_next(&at(&curator, drafted_on), main).await)?;
    }
    Ok(town)
}

/// Begins a standard roadmap and approves it by an order.
async fn launch(
    ctx: &Ctx,
    standard: Standard,
    (number, on): (&str, Date),
) -> Result<RoadmapId, Refusal<Nothing>> {
    let year = on.year();
    let drafted = at(ctx, on.saturating_sub(2.days()));
    let version = start_from_standard(&drafted, standard, year).await?;
    let ask = Approve { version, order_number: number.to_owned(), order_on: on };
    mended(approve_version(&at(ctx, on), &ask).await)
}
