//! `estafeta migrate`, `backup`, `restore`, `destroyed`, `verify`: looking after a database.
//!
//! It decides exit statuses (0 done, 1 something is not whole, 2 it could not be done) and that a
//! restored copy is whole before it takes the place of anything, and that people whose data were
//! destroyed do not come back with it. Deliberately absent: what is verified (`store`), what is
//! destroyed (`app::rights`); a PostgreSQL server has its own tools for copies.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail, ensure};
use app::clock::Ids;
use app::rights::{destroyed_line, destroyed_list, read_destroyed};
use app::{App, Manner, Store};
use clap::Args;

use super::say;
use super::serve::open_store;
use crate::clock;

/// The database of a command.
#[derive(Args, Debug)]
pub(crate) struct Database {
    /// Where everything is kept: sqlite:FILE, or postgres://…
    #[arg(
        long,
        default_value = "sqlite:estafeta.db",
        env = "ESTAFETA_DATABASE",
        hide_env_values = true
    )]
    pub(crate) database: String,
}

/// What `estafeta backup` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Backup {
    /// The file of the copy.
    file: PathBuf,
    /// For how many days the copy is kept: pages of destroyed data tell when it goes.
    #[arg(long)]
    keep_days: Option<u16>,
    #[command(flatten)]
    at: Database,
}

/// What `estafeta restore` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Restore {
    /// The file of the copy.
    file: PathBuf,
    /// A list made by `estafeta destroyed`, where the database that is replaced cannot be read:
    /// what was destroyed since the copy was made is destroyed in it again.
    #[arg(long)]
    destroyed: Option<PathBuf>,
    #[command(flatten)]
    at: Database,
}

/// Runs work that opens a database, and tells in one line why it could not be done.
pub(crate) fn run(work: impl Future<Output = anyhow::Result<ExitCode>>) -> ExitCode {
    let runtime = tokio::runtime::Runtime::new().context("threads cannot be started");
    match runtime.and_then(|it| it.block_on(work)) {
        Ok(status) => status,
        Err(err) => {
            eprintln!("estafeta: {err:#}");
            ExitCode::from(2)
        }
    }
}

/// Brings a database to the schema of this version.
pub(crate) async fn migrate(asked: &Database) -> anyhow::Result<ExitCode> {
    open_store(&asked.database).await?.close().await?;
    eprintln!("the database is of this version");
    Ok(ExitCode::SUCCESS)
}

/// Copies a database that may be in use.
pub(crate) async fn backup(asked: &Backup) -> anyhow::Result<ExitCode> {
    let app = app_on(open_existing(&asked.at.database).await?);
    ensure!(!asked.file.exists(), "{} exists: name a new file", asked.file.display());
    let mut outcome = app.store.backup(&asked.file).await;
    if outcome.is_ok() {
        // Pages of destroyed data name the copies in which they still are.
        let name = asked.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        outcome = app::rights::note_copy(&app, name, asked.keep_days).await;
    }
    app.store.close().await?;
    outcome.with_context(|| format!("{} cannot be written", asked.file.display()))?;
    say(format_args!("{}", asked.file.display()));
    Ok(ExitCode::SUCCESS)
}

/// Puts a copy in the place of a database; what was there stays beside it.
pub(crate) async fn restore(asked: &Restore) -> anyhow::Result<ExitCode> {
    let Some(target) = file_of(&asked.at.database) else {
        bail!("only an embedded database is restored from a file: --database sqlite:FILE");
    };
    let beside = |ending: &str| {
        let mut name = target.clone().into_os_string();
        name.push(ending);
        PathBuf::from(name)
    };
    let copy = beside(".restoring");
    std::fs::copy(&asked.file, &copy)
        .with_context(|| format!("{} cannot be read", asked.file.display()))?;
    let outcome = whole(&copy).await;
    if outcome.is_err() || matches!(&outcome, Ok(flaws) if !flaws.is_empty()) {
        remove_all(&copy);
        for flaw in outcome? {
            say(format_args!("{flaw}"));
        }
        eprintln!("estafeta: the copy is not whole; nothing was changed");
        return Ok(ExitCode::from(1));
    }
    destroy_again(asked, &target, &copy).await.inspect_err(|_| remove_all(&copy))?;
    if target.exists() {
        let old = beside(".before-restore");
        ensure!(!old.exists(), "{} is there from an earlier restore: move it away", old.display());
        std::fs::rename(&target, &old).context("the old database cannot be set aside")?;
        eprintln!("the old database stays as {}", old.display());
    }
    // A journal that belongs to another database would be played into this one.
    for ending in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(beside(ending));
    }
    std::fs::rename(&copy, &target).context("the copy cannot be put in its place")?;
    say(format_args!("{}", target.display()));
    Ok(ExitCode::SUCCESS)
}

/// Destroys in a copy what was destroyed since it was made.
async fn destroy_again(asked: &Restore, target: &Path, copy: &Path) -> anyhow::Result<()> {
    let mut list = Vec::new();
    if let Some(file) = &asked.destroyed {
        let text = std::fs::read_to_string(file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        list = read_destroyed(&text)
            .map_err(|line| anyhow::anyhow!("{}: line {line} is not understood", file.display()))?;
    } else if target.exists() {
        let store = open_store(&format!("sqlite:{}", target.display())).await.context(
            "the old database does not tell what was destroyed: name a list with --destroyed FILE",
        )?;
        let app = app_on(store);
        list = destroyed_list(&app).await?;
        app.store.close().await?;
    }
    let path = copy.to_str().context("the path of the database must be Unicode")?;
    let app = app_on(open_store(&format!("sqlite:{path}")).await?);
    let outcome = app::rights::destroy_again(&app, &list).await;
    app.store.close().await?;
    let again = outcome.context("what was destroyed cannot be destroyed in the copy")?;
    if again.n_done + again.n_unknown != 0 {
        eprintln!(
            "destroyed again in the copy: {}, not known to it: {}",
            again.n_done, again.n_unknown
        );
    }
    Ok(())
}

/// Prints what was destroyed, as ids and days: to be kept apart from copies.
pub(crate) async fn destroyed(asked: &Database) -> anyhow::Result<ExitCode> {
    let app = app_on(open_existing(&asked.database).await?);
    let list = destroyed_list(&app).await?;
    app.store.close().await?;
    for line in list.iter().map(destroyed_line) {
        say(line);
    }
    Ok(ExitCode::SUCCESS)
}

fn app_on(store: Store) -> App {
    App::new(store, clock::of_machine(), Ids::random(), Manner::Work)
}

/// Says whether everything is whole.
pub(crate) async fn verify(asked: &Database) -> anyhow::Result<ExitCode> {
    let store = open_existing(&asked.database).await?;
    let found = store.verify().await.context("the database cannot be read")?;
    store.close().await?;
    for flaw in &found.flaws {
        say(format_args!("{flaw}"));
    }
    say(format_args!(
        "journal entries {}, files {}, flaws {}",
        found.n_entries,
        found.n_files,
        found.flaws.len()
    ));
    Ok(ExitCode::from(u8::from(!found.flaws.is_empty())))
}

/// Opens a database that is there; none is created by looking at it.
pub(crate) async fn open_existing(url: &str) -> anyhow::Result<Store> {
    if let Some(file) = file_of(url) {
        ensure!(file.exists(), "there is no database {}", file.display());
    }
    open_store(url).await
}

/// The file of an embedded database.
fn file_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("sqlite:")?;
    let path = path.strip_prefix("//").unwrap_or(path);
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// Everything in a copy that is not whole.
async fn whole(copy: &Path) -> anyhow::Result<Vec<String>> {
    let path = copy.to_str().context("the path of the database must be Unicode")?;
    let store = open_store(&format!("sqlite:{path}")).await?;
    let found = store.verify().await?;
    store.close().await?;
    Ok(found.flaws.iter().map(ToString::to_string).collect())
}

fn remove_all(copy: &Path) {
    for ending in ["", "-wal", "-shm"] {
        let mut name = copy.to_path_buf().into_os_string();
        name.push(ending);
        let _ = std::fs::remove_file(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_of_an_embedded_database_is_found_in_its_address() {
        for (url, file) in [
            ("sqlite:estafeta.db", Some("estafeta.db")),
            ("sqlite:///var/estafeta.db?mode=rwc", Some("/var/estafeta.db")),
            ("postgres://db.example/estafeta", None),
        ] {
            assert_eq!(file_of(url), file.map(PathBuf::from), "{url}");
        }
    }
}
