//! `estafeta import roadmap`: a document becomes a draft of a roadmap, as on the page; and
//! `estafeta import people`, whose own file is `people`.
//!
//! It decides the exit status: 0 a draft is there, 1 the document has errors and nothing was
//! drafted, 2 it could not be read. Deliberately absent: reading (`roadmap`), approving (a page: it
//! needs an order).

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context as _;
use app::console::keeper_of;
use app::launch::view::show_import;
use app::launch::{Into, ReadDocument, accept_import, read_document};
use clap::{Args, Subcommand};
use mentoring::access::Action;
use roadmap::plan::Severity;

use super::say;
use super::upkeep::Database;
use super::user::{app_at, no_keeper, told};

/// What `estafeta import` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Import {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Read a roadmap and draft it.
    Roadmap {
        /// The document: .docx, .xlsx, .ods, .odt, .csv, text.
        file: PathBuf,
        /// Id or name of the organisation.
        #[arg(long)]
        organisation: String,
        #[command(flatten)]
        at: Database,
    },
    /// Read a list of people.
    People(super::people::People),
}

/// Runs the command.
pub(crate) async fn run(asked: &Import) -> anyhow::Result<ExitCode> {
    match &asked.what {
        What::Roadmap { file, organisation, at } => roadmap(file, organisation, at).await,
        What::People(asked) => super::people::run(asked).await,
    }
}

/// Drafts a roadmap.
async fn roadmap(file: &Path, organisation: &str, at: &Database) -> anyhow::Result<ExitCode> {
    let content = std::fs::read(file).with_context(|| format!("{}", file.display()))?;
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    let app = app_at(at).await?;
    let ctx = keeper_of(&app, organisation, Action::EditRoadmap).await;
    let ctx = ctx.map_err(told).with_context(|| no_keeper(organisation))?;
    let id = read_document(&ctx, ReadDocument { name, content }).await.map_err(told)?;
    let plan = show_import(&ctx, id).await.map_err(told)?.import.plan.0;
    for it in &plan.diagnostics {
        say(format_args!("{} {}: {}", it.code, it.place.row, it.message));
    }
    let n_errors = plan.diagnostics.iter().filter(|it| it.severity == Severity::Error).count();
    say(format_args!(
        "rows {}, remarks {}, errors {n_errors}",
        plan.rows.len(),
        plan.diagnostics.len()
    ));
    let status = if n_errors == 0 {
        let version = accept_import(&ctx, id, Into::New).await.map_err(told)?;
        say(format_args!("draft {version}"));
        ExitCode::SUCCESS
    } else {
        eprintln!("estafeta: mend the errors first, or import on the page, where they are mended");
        ExitCode::from(1)
    };
    app.store.close().await?;
    Ok(status)
}
