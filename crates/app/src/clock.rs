//! The moment and new ids, as given from outside.
//!
//! It decides how the clock of the demo moves. Deliberately absent: reading the clock of the
//! machine (`server` does).

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

/// Tells the moment. Clones share how far they were moved.
#[derive(Clone)]
pub struct Clock {
    read: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    moved_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// A clock that goes as `read` does.
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self { read: Arc::new(read), moved_seconds: Arc::new(AtomicI64::new(0)) }
    }

    /// A clock that stands still until it is moved: for tests.
    #[must_use]
    pub fn standing(at: Timestamp) -> Self {
        Self::new(move || at)
    }

    /// The moment.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let moved = SignedDuration::from_secs(self.moved_seconds.load(Ordering::Relaxed));
        let read = (self.read)();
        read.saturating_add(moved).unwrap_or(read)
    }

    /// The moment on the clock of the machine, however far this one was moved: for what must not
    /// grow old because somebody plays a year.
    #[must_use]
    pub fn now_unmoved(&self) -> Timestamp {
        (self.read)()
    }

    /// Moves the clock; it goes on from there. For the demo and tests.
    pub fn move_by(&self, by: SignedDuration) {
        self.moved_seconds.fetch_add(by.as_secs(), Ordering::Relaxed);
    }

    /// Sets how far the clock is moved from the machine's, as kept from an earlier run.
    pub fn set_moved(&self, by: SignedDuration) {
        self.moved_seconds.store(by.as_secs(), Ordering::Relaxed);
    }

    /// How far the clock is moved from the machine's.
    #[must_use]
    pub fn moved(&self) -> SignedDuration {
        SignedDuration::from_secs(self.moved_seconds.load(Ordering::Relaxed))
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Clock").field("moved", &self.moved()).finish_non_exhaustive()
    }
}

/// Makes ids that sort by time (UUID version 7).
#[derive(Clone, Debug)]
pub struct Ids {
    /// Counted ids for tests, the next number; `None` for random ones.
    counted: Option<Arc<AtomicU64>>,
}

impl Ids {
    /// Ids that nobody can guess.
    #[must_use]
    pub fn random() -> Self {
        Self { counted: None }
    }

    /// Ids that are the same in every run: for tests and the demo town.
    #[must_use]
    pub fn counted() -> Self {
        Self { counted: Some(Arc::new(AtomicU64::new(1))) }
    }

    /// A new id.
    ///
    /// - `now`: its first part, so that ids sort by time to the millisecond.
    #[must_use]
    pub fn new_id(&self, now: Timestamp) -> Uuid {
        let mut tail = [0; 10];
        match &self.counted {
            Some(next) => {
                let number = next.fetch_add(1, Ordering::Relaxed);
                tail[2..].copy_from_slice(&number.to_be_bytes());
            }
            // Without randomness the machine could not make a secret either; an id need not be
            // secret, and a repeated one is refused by the database.
            None => getrandom::fill(&mut tail).unwrap_or_default(),
        }
        let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &tail).into_uuid()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_clock_goes_on_from_there() {
        let start: Timestamp = "2026-09-01T08:00:00Z".parse().unwrap();
        let clock = Clock::standing(start);
        let same = clock.clone();
        clock.move_by(SignedDuration::from_hours(24));
        assert_eq!(same.now().to_string(), "2026-09-02T08:00:00Z");
    }

    #[test]
    fn ids_differ_and_sort_by_time() {
        let earlier: Timestamp = "2026-09-01T08:00:00Z".parse().unwrap();
        let later: Timestamp = "2026-09-01T08:00:01Z".parse().unwrap();
        for ids in [Ids::random(), Ids::counted()] {
            let (first, second, third) =
                (ids.new_id(earlier), ids.new_id(earlier), ids.new_id(later));
            assert_ne!(first, second);
            assert!(first < third && second < third);
            assert_eq!(third.get_version_num(), 7);
        }
    }
}
