//! `estafeta work`: the work in the background in a process of its own, beside several that serve.
//!
//! Deliberately absent: the work itself (`worker`). `serve` does it too where it knows a mail
//! server; the jobs are leased, so that nothing is done twice.

use std::process::ExitCode;

use app::clock::Ids;
use app::{App, Manner};
use clap::Args;

use super::serve;
use crate::clock;
use crate::worker::Mail;

/// What `estafeta work` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Work {
    /// Where everything is kept: sqlite:FILE, or postgres://….
    #[arg(
        long,
        default_value = "sqlite:estafeta.db",
        env = "ESTAFETA_DATABASE",
        hide_env_values = true
    )]
    database: String,
    #[command(flatten)]
    mail: Mail,
}

/// Works until it is asked to stop.
///
/// - Errors: no mail server is named; the database cannot be opened.
pub(crate) async fn run(asked: &Work) -> anyhow::Result<ExitCode> {
    let Some(worker) = asked.mail.worker()? else {
        anyhow::bail!("name a mail server with --smtp-host and a sender with --smtp-from");
    };
    let store = serve::open_store(&asked.database).await?;
    let app = App::new(store, clock::of_machine(), Ids::random(), Manner::Work);
    tokio::select! {
        () = worker.run(app) => {}
        () = serve::asked_to_stop() => {}
    }
    Ok(ExitCode::SUCCESS)
}
