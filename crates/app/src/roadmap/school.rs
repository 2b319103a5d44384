//! Terms and holidays of a school, as the deadline language wants them.
//!
//! It decides how kept dates override the usual ones. Deliberately absent: editing them
//! (`organisation`).

use ::roadmap::deadline::SchoolDates;
use mentoring::period::Days;

/// The usual dates with those of the school over them.
///
/// - `kept`: what the school has set; `part` is a word of the normal form (`term:1`). What does not
///   fit is passed over.
pub(super) fn school_dates(kept: &[store::SchoolDates]) -> SchoolDates {
    let mut dates = SchoolDates::usual().clone();
    for one in kept {
        let stretch = ::roadmap::deadline::stretch_of_normal(&one.part);
        // A school year begins in September: what begins earlier belongs to the year before.
        let year = one.from_on.year() - i16::from(one.from_on.month() < 9);
        if let Some((stretch, days)) = stretch.zip(Days::new(one.from_on, one.to_on)) {
            dates.set(year, stretch, days);
        }
    }
    dates
}
