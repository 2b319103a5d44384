//! `estafeta demo`: a living sample town in a database that is gone with the process.
//!
//! It decides the day on which the clock begins and how much of the region is alive. Deliberately
//! absent: the town and its year (`app::play`), pages (`web`).

use std::net::SocketAddr;
use std::process::ExitCode;

use anyhow::Context as _;
use app::clock::Ids;
use app::play::{Scale, begin};
use app::reminder::Writer;
use app::vault::Vault;
use app::{App, Manner, Store};
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use web::state::Front;

use super::serve;
use crate::clock;

/// What `estafeta demo` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Demo {
    /// Address and port to listen on; 0.0.0.0:8080 lets the whole network in.
    #[arg(long, default_value = "127.0.0.1:8080", env = "ESTAFETA_LISTEN")]
    listen: SocketAddr,
    /// The day on which the clock of the town begins.
    #[arg(long, default_value = "2026-10-15")]
    date: Date,
    /// How much of the region is alive.
    #[arg(long, value_enum, default_value = "municipality")]
    scale: Size,
}

/// How much of the region is alive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Size {
    /// One school and its neighbour.
    School,
    /// All schools of the municipality.
    Municipality,
    /// Other municipalities too.
    Region,
}

/// Shows the town until it is asked to stop.
pub(crate) fn run(asked: &Demo) -> ExitCode {
    match show(asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("estafeta: {err:#}");
            ExitCode::from(2)
        }
    }
}

fn show(asked: &Demo) -> anyhow::Result<()> {
    let years = 2000..=2100;
    anyhow::ensure!(years.contains(&asked.date.year()), "--date: a day from 2000 to 2100");
    let runtime = tokio::runtime::Runtime::new().context("threads cannot be started")?;
    runtime.block_on(async {
        let listener = serve::open(asked.listen).await?;
        let address = listener.local_addr().context("the port has no address")?;
        let store = Store::connect("sqlite::memory:").await.context("no memory for the town")?;
        store.migrate().await.context("the town cannot be laid out")?;
        let site = serve::site_of(address);
        let writer = Writer::new(move |it| web::letter::reminder(&site, it));
        let app = App::new(store, clock::of_machine(), Ids::counted(), Manner::Demo)
            .with_writer(writer)
            .with_vault(Vault::parse(&Vault::new_key()?)?);
        let scale = match asked.scale {
            Size::School => Scale::School,
            Size::Municipality => Scale::Municipality,
            Size::Region => Scale::Region,
        };
        begin(&app, asked.date, scale).await.context("the town cannot be peopled")?;
        eprintln!("{}", serve::greeting(address));
        eprintln!(
            "  a sample town on {}: choose a person and look around; nothing is kept when it stops",
            asked.date
        );
        serve::keep_open(listener, app, Front::Direct).await
    })
}
