//! How often one address may knock: sign-in and everything that works without signing in.
//!
//! Deliberately absent: the limit by account, which lasts longer and belongs to `app`; and a shared
//! store: each process counts for itself, which only makes the limit laxer by their number.

use std::net::IpAddr;
use std::num::NonZeroU32;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// Attempts at a password or a secret link: so many at once, then one more every six seconds.
const DOOR_BURST: u32 = 10;
const DOOR_PERIOD: Duration = Duration::from_secs(6);

/// The limits of one process.
pub(crate) struct Limits {
    door: DefaultKeyedRateLimiter<IpAddr>,
}

impl Limits {
    /// Begins to count.
    pub(crate) fn new() -> Self {
        let burst = NonZeroU32::new(DOOR_BURST).unwrap_or(NonZeroU32::MIN);
        let quota = Quota::with_period(DOOR_PERIOD).unwrap_or_else(|| Quota::per_minute(burst));
        Self { door: RateLimiter::keyed(quota.allow_burst(burst)) }
    }

    /// Counts a knock at the door.
    ///
    /// - Errors: the seconds to wait, at least 1.
    pub(crate) fn knock(&self, from: IpAddr) -> Result<(), u64> {
        self.door.check_key(&network(from)).map_err(|too_early| {
            let wait = too_early.wait_time_from(DefaultClock::default().now());
            wait.as_secs().max(1)
        })
    }
}

/// A home has many addresses of version 6: they count as one by their first 64 bits.
fn network(address: IpAddr) -> IpAddr {
    match address {
        IpAddr::V4(_) => address,
        IpAddr::V6(six) => IpAddr::V6((six.to_bits() & !u128::from(u64::MAX)).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_eleventh_knock_in_a_row_waits_and_a_neighbour_does_not() {
        let limits = Limits::new();
        let (guest, neighbour) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        for _ in 0..DOOR_BURST {
            assert_eq!(limits.knock(guest), Ok(()));
        }
        assert!(limits.knock(guest).is_err_and(|seconds| (1..=6).contains(&seconds)));
        assert_eq!(limits.knock(neighbour), Ok(()));
    }

    #[test]
    fn addresses_of_one_home_count_together() {
        let (one, other): (IpAddr, IpAddr) =
            ("2001:db8::1".parse().unwrap(), "2001:db8::2".parse().unwrap());
        assert_eq!(network(one), network(other));
    }
}
