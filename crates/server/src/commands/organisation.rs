//! `estafeta organisation add`: a region, a municipality or a school with the one who keeps it.
//!
//! It decides only how it is asked. Deliberately absent: rules (`app::account::establish`), changing
//! and ending an organisation (its own people do that on a page).

use std::process::ExitCode;

use anyhow::Context as _;
use app::account::{Establish, establish};
use app::clock::Ids;
use app::{App, Manner};
use clap::{Args, Subcommand};
use mentoring::organisation::{Level, OrganisationKind};
use mentoring::person::PersonName;

use super::say;
use super::serve::open_store;
use super::upkeep::Database;
use super::user::told;
use crate::clock;

/// What `estafeta organisation` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Organisation {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Add an organisation and the account of its keeper; prints its id.
    Add {
        /// Its name, as people say it.
        name: String,
        /// What it is: school, kindergarten, college, `additional_education`, `municipal_centre`,
        /// `regional_centre`.
        #[arg(long, default_value = "school")]
        kind: String,
        /// The organisation it belongs to: id or name.
        #[arg(long, default_value = "")]
        above: String,
        /// Surname, first name and patronymic of the one who keeps it.
        #[arg(long)]
        keeper: String,
        /// What the keeper signs in with; set the password with `estafeta user reset`.
        #[arg(long)]
        login: String,
        #[command(flatten)]
        at: Database,
    },
}

/// Runs the command.
///
/// - Errors: an unknown kind, what `establish` refuses, a database that cannot be opened.
pub(crate) async fn run(asked: &Organisation) -> anyhow::Result<ExitCode> {
    let What::Add { name, kind, above, keeper, login, at } = &asked.what;
    let kind = OrganisationKind::from_slug(kind).with_context(|| format!("no kind «{kind}»"))?;
    let level = match kind {
        OrganisationKind::RegionalCentre => Level::Region,
        OrganisationKind::MunicipalCentre => Level::Municipality,
        _ => Level::Institution,
    };
    let store = open_store(&at.database).await?;
    let app = App::new(store, clock::of_machine(), Ids::random(), Manner::Work);
    let ask = Establish {
        name: name.clone(),
        level,
        kind,
        above: above.clone(),
        keeper: PersonName::parse(keeper),
        login: login.clone(),
    };
    let outcome = establish(&app, &ask).await;
    app.store.close().await?;
    say(format_args!("{}", outcome.map_err(told)?));
    eprintln!("now set the password of the keeper: estafeta user reset {login}");
    Ok(ExitCode::SUCCESS)
}
