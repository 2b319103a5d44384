//! Secrets: tokens of links and cookies, hashes of passwords.
//!
//! It decides how secrets are made and compared. Deliberately absent: keeping them. Only hashes go
//! to the store, and no secret goes to a log.

use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use sha2::{Digest, Sha256};

/// A new token: 256 bits, as 64 hexadecimal digits, fit for an address and a cookie.
pub(crate) fn token() -> anyhow::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| anyhow::anyhow!("the machine gives no randomness: {error}"))?;
    Ok(hexadecimal(&bytes))
}

/// The hash under which a token is kept and found.
///
/// A token has 256 random bits: a plain hash cannot be searched, and can be looked up.
pub(crate) fn token_hash(token: &str) -> Vec<u8> {
    Sha256::digest(token.as_bytes()).to_vec()
}

/// A key that stands for a login or an address in counters, without telling it.
pub(crate) fn counter_key(kind: &str, what: &str) -> String {
    hexadecimal(&Sha256::digest(format!("{kind}\n{what}").as_bytes()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Hashes a password with Argon2id, beside the requests that do not wait for it.
pub(crate) async fn password_hash(password: String) -> anyhow::Result<String> {
    let hash = tokio::task::spawn_blocking(move || {
        hasher().hash_password(password.as_bytes()).map(|it: PasswordHash| it.to_string())
    });
    hash.await?.map_err(|error| anyhow::anyhow!("a password cannot be hashed: {error}"))
}

/// Whether a password is the one of a hash.
///
/// Without a hash it takes as long as with one, so that the time does not tell which logins exist.
pub(crate) async fn is_password(password: String, hash: Option<String>) -> anyhow::Result<bool> {
    let answer = tokio::task::spawn_blocking(move || {
        let Some(hash) = hash else {
            let wasted: Result<PasswordHash, _> = hasher().hash_password(password.as_bytes());
            drop(std::hint::black_box(wasted));
            return false;
        };
        let Ok(hash) = PasswordHash::new(&hash) else { return false };
        hasher().verify_password(password.as_bytes(), &hash).is_ok()
    });
    Ok(answer.await?)
}

fn hasher() -> Argon2<'static> {
    if cfg!(test) {
        // Tests look at the flow, not at the strength: the least work that the function allows.
        let least = argon2::Params::new(8, 1, 1, None).unwrap_or_default();
        return Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, least);
    }
    Argon2::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() {
        let hash = password_hash("верный конь 7".into()).await.unwrap();
        assert!(hash.starts_with("$argon2id$"));
        assert!(is_password("верный конь 7".into(), Some(hash.clone())).await.unwrap());
        assert!(!is_password("верный конь 8".into(), Some(hash)).await.unwrap());
        assert!(!is_password("верный конь 7".into(), None).await.unwrap());
        assert!(!is_password("верный конь 7".into(), Some("не хеш".into())).await.unwrap());
    }

    #[test]
    fn tokens_differ_and_have_hashes_of_their_own() {
        let (first, second) = (token().unwrap(), token().unwrap());
        assert_eq!(first.len(), 64);
        assert_ne!(first, second);
        assert_ne!(token_hash(&first), token_hash(&second));
        assert_ne!(counter_key("login", "a"), counter_key("address", "a"));
    }
}
