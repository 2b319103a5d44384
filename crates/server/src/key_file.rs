//! The key file: where the key lies that seals what is sensitive, apart from the database.
//!
//! It decides the place, and that a new installation makes its key at the first start. Deliberately
//! absent: the cipher (`app::vault`), copies of the key (whoever copies the database keeps them apart).

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use app::vault::Vault;
use clap::Args;

/// The largest key file that is read: a few hundred keys.
const FILE_MOST: u64 = 64 * 1024;

/// Where the key is.
#[derive(Args, Debug)]
pub(crate) struct KeyFile {
    /// File with the key that seals what is sensitive; made where it is not there. Beside an SQLite
    /// database it is estafeta.key in its folder; with PostgreSQL name it, or nothing sensitive can
    /// be written down.
    #[arg(long, env = "ESTAFETA_KEY_FILE")]
    key_file: Option<PathBuf>,
}

impl KeyFile {
    /// Reads the keys, or makes the first one.
    ///
    /// - Errors: the file cannot be read or written, or holds something else than keys.
    pub(crate) fn open(&self, database: &str) -> anyhow::Result<Vault> {
        let Some(path) = self.key_file.clone().or_else(|| beside(database)) else {
            return Ok(Vault::default());
        };
        let shown = path.display();
        match std::fs::metadata(&path) {
            Ok(it) if FILE_MOST < it.len() => {
                anyhow::bail!(
                    "the key file {shown} is too large to be one: name another with --key-file"
                )
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make(&path).with_context(|| {
                    format!(
                        "the key file {shown} cannot be made: name another place with --key-file"
                    )
                })?;
                eprintln!(
                    "  a new key lies in {shown}: keep a copy of it apart from copies of the database"
                );
            }
            Err(error) => {
                return Err(error).with_context(|| format!("the key file {shown} cannot be read"));
            }
        }
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("the key file {shown} cannot be read"))?;
        let vault = Vault::parse(&text)
            .with_context(|| format!("the key file {shown} is damaged: put back its copy"))?;
        anyhow::ensure!(
            vault.has_key(),
            "the key file {shown} is empty: put back its copy, or delete it for a new key"
        );
        Ok(vault)
    }
}

/// The key file in the folder of an SQLite database; `None` for another database.
fn beside(database: &str) -> Option<PathBuf> {
    let file = database.strip_prefix("sqlite:")?;
    let file = file.strip_prefix("//").unwrap_or(file);
    let file = file.split('?').next()?;
    if file.is_empty() || file.starts_with(':') {
        return None;
    }
    Some(Path::new(file).with_file_name("estafeta.key"))
}

/// Makes a key that only its owner reads; never over another.
fn make(path: &Path) -> anyhow::Result<()> {
    let key = Vault::new_key()?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut file = options.open(path)?;
    file.write_all(format!("{key}\n").as_bytes())?;
    file.sync_all()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_lies_beside_an_embedded_database_and_nowhere_else_by_itself() {
        for (database, expected) in [
            ("sqlite:estafeta.db", Some("estafeta.key")),
            ("sqlite:/var/lib/estafeta/school.db", Some("/var/lib/estafeta/estafeta.key")),
            ("sqlite:///srv/a.db?mode=rwc", Some("/srv/estafeta.key")),
            ("sqlite::memory:", None),
            ("postgres://a@b/c", None),
        ] {
            assert_eq!(beside(database).as_deref(), expected.map(Path::new), "{database}");
        }
    }
}
