//! Tokens against forged forms, and the secrets behind them.
//!
//! A form token belongs to the cookie of the visit: the session's, or, before signing in, one made
//! for forms. It is masked anew on each page, so that compression tells nothing about it.
//! Deliberately absent: any store. Nothing here lasts longer than its cookie.

use std::fmt::Write as _;

use anyhow::Context as _;
use sha2::{Digest, Sha256};

const LENGTH: usize = 32;

/// Makes a random secret of 256 bits as 64 hexadecimal digits.
///
/// - Errors: the operating system gives no randomness; nothing can be signed in then.
pub(crate) fn fresh() -> anyhow::Result<String> {
    Ok(hex(&random()?))
}

fn random() -> anyhow::Result<[u8; LENGTH]> {
    let mut bytes = [0; LENGTH];
    getrandom::fill(&mut bytes).map_err(|err| anyhow::anyhow!("{err}")).context("no randomness")?;
    Ok(bytes)
}

/// The secret that the forms of one visit carry, derived from its cookie.
#[derive(Clone, Copy)]
pub(crate) struct FormSecret([u8; LENGTH]);

impl FormSecret {
    /// Derives the secret from the value of a cookie.
    pub(crate) fn of(cookie: &str) -> Self {
        Self(
            Sha256::new_with_prefix(b"estafeta form ")
                .chain_update(cookie.as_bytes())
                .finalize()
                .into(),
        )
    }

    /// Makes the token of one form: a fresh mask, then the masked secret.
    ///
    /// - Errors: no randomness.
    pub(crate) fn token(&self) -> anyhow::Result<String> {
        let mask = random()?;
        let masked: Vec<u8> = self.0.iter().zip(mask).map(|(byte, mask)| byte ^ mask).collect();
        Ok(hex(&mask) + &hex(&masked))
    }

    /// Tells whether a token was made from this secret, in the same time for every wrong one.
    pub(crate) fn matches(&self, token: &str) -> bool {
        let Some(bytes) = unhex(token) else { return false };
        if bytes.len() != 2 * LENGTH {
            return false;
        }
        let (mask, masked) = bytes.split_at(LENGTH);
        let differs = mask
            .iter()
            .zip(masked)
            .zip(self.0)
            .fold(0, |differs, ((mask, masked), byte)| differs | (mask ^ masked ^ byte));
        differs == 0
    }
}

/// Writes bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|digit| digit.to_digit(16).map(|it| it as u8)).collect();
    let digits = digits?;
    let (pairs, rest) = digits.as_chunks::<2>();
    rest.is_empty().then(|| pairs.iter().map(|[high, low]| high << 4 | low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_own_cookie_and_no_other() {
        let mine = FormSecret::of("a cookie");
        let token = mine.token().unwrap();
        assert!(mine.matches(&token));
        assert!(!FormSecret::of("another cookie").matches(&token));
    }

    #[test]
    fn two_pages_never_carry_the_same_token() {
        let mine = FormSecret::of("a cookie");
        assert_ne!(mine.token().unwrap(), mine.token().unwrap());
    }

    #[test]
    fn what_is_no_token_fits_nothing() {
        let mine = FormSecret::of("a cookie");
        for token in ["", "zz", "ё", "0", &"0".repeat(128), &"0".repeat(127), &"f".repeat(130)] {
            assert!(!mine.matches(token), "{token:?}");
        }
    }
}
