//! The program `estafeta`: one binary for the site and for the command line.
//!
//! It decides only which command runs. Deliberately absent: the commands themselves, each of which
//! has a file in `commands`.

#![warn(missing_docs)]

mod clock;
mod key_file;
mod worker;
mod commands;
mod usage;

use std::process::ExitCode;

use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use clap::{Parser, Subcommand};
use roadmap::language::Language;

use crate::commands::upkeep;

/// Estafeta: a roadmap of mentoring compiles and runs.
#[derive(Parser)]
#[command(name = "estafeta", version, about)]
struct Cli {
    /// The language of messages.
    #[arg(
        long,
        global = true,
        env = usage::LANGUAGE,
        default_value = "ru",
        value_parser = PossibleValuesParser::new(["ru", "en"]).map(|it| Language::from_tag(&it)),
    )]
    language: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what a diagnostic means.
    Explain(commands::explain::Explain),
    /// Read deadlines: one expression, or lines of them.
    Deadline(commands::deadline::Deadline),
    /// Decline names, positions, organisations: one, or lines of names.
    Decline(commands::decline::Decline),
    /// Make a paper from plain data: an order, a consent, an agreement.
    Document(commands::document::Document),
    /// Compile roadmap documents and print diagnostics.
    Check(commands::check::Check),
    /// Serve the site.
    Serve(commands::serve::Serve),
    /// Show a living sample town: people to sign in as, a clock to move.
    Demo(commands::demo::Demo),
    /// Import a roadmap document as a draft.
    Import(commands::import::Import),
    /// Add a region, a municipality or a school.
    Organisation(commands::organisation::Organisation),
    /// Add, invite and mend accounts.
    User(commands::user::User),
    /// Send reminders in a process of its own.
    Work(commands::work::Work),
    /// Bring a database to the schema of this version.
    Migrate(commands::upkeep::Database),
    /// Copy a database that may be in use.
    Backup(commands::upkeep::Backup),
    /// Put a copy in the place of a database.
    Restore(commands::upkeep::Restore),
    /// Print what was destroyed, as ids and days: keep it apart from copies.
    Destroyed(commands::upkeep::Database),
    /// Say whether data, files and the journal are whole.
    Verify(commands::upkeep::Database),
}

fn main() -> ExitCode {
    write_log();
    let Cli { language, command } = match Cli::try_parse() {
        Ok(asked) => asked,
        Err(err) => return usage::refuse(&err),
    };
    match command {
        Command::Explain(asked) => commands::explain::run(&asked, language),
        Command::Deadline(asked) => commands::deadline::run(&asked, language),
        Command::Decline(asked) => commands::decline::run(&asked),
        Command::Document(asked) => commands::document::run(&asked),
        Command::Check(asked) => commands::check::run(&asked, language),
        Command::Serve(asked) => commands::serve::run(&asked),
        Command::Demo(asked) => commands::demo::run(&asked),
        Command::Import(asked) => upkeep::run(commands::import::run(&asked)),
        Command::Organisation(asked) => upkeep::run(commands::organisation::run(&asked)),
        Command::User(asked) => upkeep::run(commands::user::run(&asked)),
        Command::Work(asked) => upkeep::run(commands::work::run(&asked)),
        Command::Migrate(asked) => upkeep::run(upkeep::migrate(&asked)),
        Command::Backup(asked) => upkeep::run(upkeep::backup(&asked)),
        Command::Restore(asked) => upkeep::run(upkeep::restore(&asked)),
        Command::Destroyed(asked) => upkeep::run(upkeep::destroyed(&asked)),
        Command::Verify(asked) => upkeep::run(upkeep::verify(&asked)),
    }
}

/// Writes the log to stderr; `RUST_LOG` chooses more or less of it, `ESTAFETA_LOG=json` its form.
fn write_log() {
    let filter = tracing_subscriber::EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    match std::env::var("ESTAFETA_LOG").is_ok_and(|form| form == "json") {
        true => log.json().init(),
        false => log.init(),
    }
}
