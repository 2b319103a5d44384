//! The clock of the machine: the only place that reads it.
//!
//! Deliberately absent: everything else. All other code is given its moment, so that tests repeat
//! and the sample town can play a year in an hour.

use app::clock::Clock;

/// The clock that goes as the machine's does.
#[expect(clippy::disallowed_methods, reason = "the one place that reads the clock of the machine")]
pub(crate) fn of_machine() -> Clock {
    Clock::new(jiff::Timestamp::now)
}
