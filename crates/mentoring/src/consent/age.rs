//! Ages to the day, and who signs at which.
//!
//! It decides on which day a person reaches an age, and whose signatures a paper needs on the day
//! of signing. Deliberately absent: how the age is known (a day of birth, or an adult by standing).

use jiff::civil::Date;

use super::ConsentKind;
use crate::law::{Law, LawRule};
use crate::words::slugs;

slugs! {
    /// Who signs a consent.
    pub enum Signer {
        /// The person it is about.
        Oneself = "oneself",
        /// A parent or other legal representative.
        Guardian = "guardian",
    }
}

/// The day on which somebody reaches an age.
///
/// Who was born on the 29th of February reaches it on the 1st of March of a common year: until then
/// nobody may take the person for older.
///
/// - `years`: 0..=150.
/// - Returns: `None` beyond the calendar.
#[must_use]
pub fn reaches_on(birth: Date, years: u16) -> Option<Date> {
    let year = birth.year().checked_add(i16::try_from(years).ok()?)?;
    match Date::new(year, birth.month(), birth.day()) {
        Ok(day) => Some(day),
        Err(_) => Date::new(year, 3, 1).ok(),
    }
}

/// The age in whole years on a day; 0 before the birth.
#[must_use]
pub fn age_on(birth: Date, day: Date) -> u16 {
    let years = u16::try_from(day.year() - birth.year()).unwrap_or(0);
    match reaches_on(birth, years) {
        Some(reached) if day < reached => years.saturating_sub(1),
        _ => years,
    }
}

/// Whose signatures a consent needs.
///
/// - `birth`: of the person it is about; `None` for an adult.
/// - `on`: the day of signing.
/// - Returns: under fourteen the representative alone; to the day before the eighteenth birthday
///   the person and the representative; then the person alone. A consent of a representative is
///   never signed by a person of full age.
///
/// Source: ГК РФ ст. 26, 28; DOCUMENTS D7–D11; rule M2.
#[must_use]
pub fn signers(kind: ConsentKind, birth: Option<Date>, on: Date, law: &Law) -> &'static [Signer] {
    let Some(age) = birth.map(|it| age_on(it, on)) else { return &[Signer::Oneself] };
    let [own, full] = bounds(on, law);
    if full <= age || kind == ConsentKind::LabourMentoring {
        &[Signer::Oneself]
    } else if own <= age {
        &[Signer::Oneself, Signer::Guardian]
    } else {
        &[Signer::Guardian]
    }
}

/// The ages at which signing changes, in years: of the own signature, and of the only one.
pub(super) fn bounds(on: Date, law: &Law) -> [u16; 2] {
    // A day before the first line of the data has the oldest rule there is.
    let number = |rule, usual| law.number(rule, on).unwrap_or(usual);
    [number(LawRule::OwnSignatureAge, 14), number(LawRule::FullAge, 18)]
}
