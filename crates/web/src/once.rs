//! Sending the same form twice makes one record.
//!
//! Each form carries a key. The first sending runs; a second one waits for it and then goes where
//! the first one led. A refused form frees its key: it made nothing. The forms of whoever is signed
//! in are remembered by the store, for all processes that serve (`app::form`); those of guests by
//! this process alone, because the records themselves keep them apart (a link that works once).

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use app::form::FormTurn;
use tokio::sync::OwnedMutexGuard;
use uuid::Uuid;

/// Forms of guests remembered; at 100 bytes each this is nothing.
const REMEMBERED: usize = 10_000;

/// Where a form led, once it has: an address of ours.
type Outcome = Option<String>;

/// The right to run one form; keeps a second sending waiting until it is dropped.
pub(crate) enum Turn {
    /// Of a guest.
    Guest(OwnedMutexGuard<Outcome>),
    /// Of somebody who is signed in.
    Kept(FormTurn),
}

impl Turn {
    /// Remembers where the form led.
    pub(crate) async fn leads_to(self, address: String) {
        match self {
            Self::Guest(mut outcome) => *outcome = Some(address),
            // What the form made stands: the answer is given, and a second sending runs again.
            Self::Kept(turn) => {
                if let Err(error) = turn.leads_to(address).await {
                    tracing::warn!(%error, "where a form led was not remembered");
                }
            }
        }
    }
}

/// The forms of guests that this process has seen.
#[derive(Default)]
pub(crate) struct Once {
    seen: Mutex<Seen>,
}

#[derive(Default)]
struct Seen {
    by_key: HashMap<(String, Uuid), Arc<tokio::sync::Mutex<Outcome>>>,
    oldest_first: VecDeque<(String, Uuid)>,
}

impl Once {
    /// Takes a turn for a form of a guest, after any earlier sending of it has ended.
    ///
    /// - `path`: where the form was sent; the same key elsewhere is another form.
    /// - Errors: the address to which the earlier sending led.
    pub(crate) async fn turn(&self, path: &str, key: Uuid) -> Result<Turn, String> {
        let cell = self.cell(path, key);
        let turn = cell.lock_owned().await;
        match &*turn {
            Some(address) => Err(address.clone()),
            None => Ok(Turn::Guest(turn)),
        }
    }

    fn cell(&self, path: &str, key: Uuid) -> Arc<tokio::sync::Mutex<Outcome>> {
        // A panic while the lock was held cannot leave the two lists worse than one key apart.
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let name = (path.to_owned(), key);
        if let Some(cell) = seen.by_key.get(&name) {
            return Arc::clone(cell);
        }
        if REMEMBERED <= seen.oldest_first.len()
            && let Some(oldest) = seen.oldest_first.pop_front()
        {
            seen.by_key.remove(&oldest);
        }
        let cell = Arc::default();
        seen.by_key.insert(name.clone(), Arc::clone(&cell));
        seen.oldest_first.push_back(name);
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_second_sending_goes_where_the_first_one_led() {
        let once = Once::default();
        let turn = once.turn("/people", Uuid::nil()).await.ok().unwrap();
        turn.leads_to("/people/1".to_owned()).await;
        assert_eq!(once.turn("/people", Uuid::nil()).await.err().as_deref(), Some("/people/1"));
        assert!(once.turn("/orders", Uuid::nil()).await.is_ok(), "another form");
    }

    #[tokio::test]
    async fn a_refused_form_may_be_sent_again() {
        let once = Once::default();
        drop(once.turn("/people", Uuid::nil()).await);
        assert!(once.turn("/people", Uuid::nil()).await.is_ok());
    }

    #[tokio::test]
    async fn the_oldest_forms_are_forgotten() {
        let once = Once::default();
        for number in 0..=REMEMBERED as u128 {
            let Ok(turn) = once.turn("/people", Uuid::from_u128(number)).await else {
                panic!("seen")
            };
            turn.leads_to("/there".to_owned()).await;
        }
        assert!(once.turn("/people", Uuid::from_u128(0)).await.is_ok());
        assert!(once.turn("/people", Uuid::from_u128(REMEMBERED as u128)).await.is_err());
    }
}
