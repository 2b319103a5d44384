//! The vault: sealing what only people named for it may read, with a key outside the database.
//!
//! It decides the cipher and how a sealed text is tied to its place. Deliberately absent: reading
//! the key file (`server`), who may open what (`care`).

use std::fmt;

use chacha20poly1305::aead::{Aead as _, KeyInit as _, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest as _, Sha256};

/// Bytes of a key.
const KEY_BYTES: usize = 32;
/// Bytes of a nonce, which stands before the sealed text.
const NONCE_BYTES: usize = 24;

/// The keys of an installation: the first seals, each opens what it sealed.
#[derive(Clone, Default)]
pub struct Vault {
    keys: Vec<(String, Key)>,
}

/// The keys are never printed.
impl fmt::Debug for Vault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.keys.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Vault").field("keys", &names).finish()
    }
}

/// Why a vault does not seal or open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum VaultError {
    /// A line of the key file is no key.
    #[error("line {line} of the key file is not a key of 64 hexadecimal digits")]
    NotKey {
        /// The line, from 1.
        line: usize,
    },
    /// There is no key at all.
    #[error("the installation has no key")]
    NoKey,
    /// The key that sealed this is not at hand.
    #[error("the key that sealed this is not at hand")]
    KeyMissing,
    /// The sealed text was changed, or belongs to another place.
    #[error("the sealed text is not whole")]
    NotWhole,
    /// The machine gives no randomness.
    #[error("the machine gives no randomness")]
    NoRandomness,
}

/// A sealed text and the name of its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sealed {
    /// Which key opens it.
    pub(crate) key_name: String,
    /// The nonce and the sealed text.
    pub(crate) bytes: Vec<u8>,
}

impl Vault {
    /// Reads the keys of a key file: one key of 64 hexadecimal digits a line, the newest first.
    ///
    /// Empty lines and lines that begin with `#` are passed over.
    ///
    /// - Errors: a line that is no key.
    pub fn parse(text: &str) -> Result<Self, VaultError> {
        let lines = (1..).zip(text.lines().map(str::trim));
        let said = lines.filter(|(_, it)| !it.is_empty() && !it.starts_with('#'));
        let key = |(line, it)| Ok(named(key_of(it).ok_or(VaultError::NotKey { line })?));
        Ok(Self { keys: said.map(key).collect::<Result<_, VaultError>>()? })
    }

    /// A new key as a line of a key file.
    ///
    /// - Errors: the machine gives no randomness.
    pub fn new_key() -> Result<String, VaultError> {
        let mut bytes = [0_u8; KEY_BYTES];
        getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
        Ok(bytes.iter().map(|it| format!("{it:02x}")).collect())
    }

    /// Whether it can seal.
    #[must_use]
    pub fn has_key(&self) -> bool {
        !self.keys.is_empty()
    }

    /// Seals a text for one place.
    ///
    /// - `place`: what the text is tied to: moved to another place it does not open.
    pub(crate) fn seal(&self, text: &[u8], place: &[u8]) -> Result<Sealed, VaultError> {
        let (key_name, key) = self.keys.first().ok_or(VaultError::NoKey)?;
        let mut nonce = [0_u8; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|_| VaultError::NoRandomness)?;
        let payload = Payload { msg: text, aad: place };
        let sealed = XChaCha20Poly1305::new(key).encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| VaultError::NotWhole)?;
        Ok(Sealed { key_name: key_name.clone(), bytes: [nonce.as_slice(), &sealed].concat() })
    }

    /// Opens what was sealed for a place.
    pub(crate) fn open(
        &self,
        key_name: &str,
        bytes: &[u8],
        place: &[u8],
    ) -> Result<Vec<u8>, VaultError> {
        let found = self.keys.iter().find(|(name, _)| name == key_name);
        let (_, key) = found.ok_or(VaultError::KeyMissing)?;
        let (nonce, sealed) =
            bytes.split_first_chunk::<NONCE_BYTES>().ok_or(VaultError::NotWhole)?;
        let payload = Payload { msg: sealed, aad: place };
        XChaCha20Poly1305::new(key)
            .decrypt(&XNonce::from(*nonce), payload)
            .map_err(|_| VaultError::NotWhole)
    }
}

fn key_of(text: &str) -> Option<Key> {
    if text.len() != KEY_BYTES * 2 || !text.is_ascii() {
        return None;
    }
    let byte = |it: usize| u8::from_str_radix(text.get(it * 2..it * 2 + 2)?, 16).ok();
    let bytes: Vec<u8> = (0..KEY_BYTES).map(byte).collect::<Option<_>>()?;
    <[u8; KEY_BYTES]>::try_from(bytes).ok().map(Key::from)
}

/// A key with its name: the beginning of its digest, which tells nothing of the key.
fn named(key: Key) -> (String, Key) {
    let digest = Sha256::digest(key);
    (digest.iter().take(4).map(|it| format!("{it:02x}")).collect(), key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vault(keys: &[&str]) -> Vault {
        Vault::parse(&keys.join("\n")).unwrap()
    }

    const ONE: &str = "0101010101010101010101010101010101010101010101010101010101010101";
    const TWO: &str = "0202020202020202020202020202020202020202020202020202020202020202";

    #[test]
    fn what_was_sealed_opens_in_its_place_with_its_key_only() {
        let sealed = vault(&[ONE]).seal("пандус".as_bytes(), b"place").unwrap();
        assert!(!sealed.bytes.windows(4).any(|it| it == &"пандус".as_bytes()[..4]));
        let open = |keys: &[&str], bytes: &[u8], place: &[u8]| {
            vault(keys).open(&sealed.key_name, bytes, place)
        };
        assert_eq!(open(&[ONE], &sealed.bytes, b"place").unwrap(), "пандус".as_bytes());
        // A newer key stands first; the older one still opens.
        assert_eq!(open(&[TWO, ONE], &sealed.bytes, b"place").unwrap(), "пандус".as_bytes());
        assert_eq!(open(&[TWO], &sealed.bytes, b"place"), Err(VaultError::KeyMissing));
        assert_eq!(open(&[ONE], &sealed.bytes, b"another"), Err(VaultError::NotWhole));
        assert_eq!(open(&[ONE], &sealed.bytes[..10], b"place"), Err(VaultError::NotWhole));
        let mut changed = sealed.bytes.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert_eq!(open(&[ONE], &changed, b"place"), Err(VaultError::NotWhole));
    }

    #[test]
    fn the_same_text_is_sealed_otherwise_each_time() {
        let vault = vault(&[ONE]);
        assert_ne!(vault.seal(b"a", b"").unwrap(), vault.seal(b"a", b"").unwrap());
    }

    #[test]
    fn a_key_file_says_which_line_is_no_key() {
        for (text, expected) in [
            ("", Ok(0)),
            (ONE, Ok(1)),
            (&format!("# two keys\n{TWO}\n\n {ONE} \n"), Ok(2)),
            (&format!("{ONE}\nabc"), Err(VaultError::NotKey { line: 2 })),
            (&ONE.replace('1', "я"), Err(VaultError::NotKey { line: 1 })),
        ] {
            assert_eq!(Vault::parse(text).map(|it| it.keys.len()), expected, "{text}");
        }
        assert_eq!(Vault::default().seal(b"a", b"").unwrap_err(), VaultError::NoKey);
        let new = Vault::new_key().unwrap();
        assert!(Vault::parse(&new).unwrap().has_key());
        assert!(!format!("{:?}", Vault::parse(&new).unwrap()).contains(&new));
    }
}
