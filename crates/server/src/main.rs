//! The program `estafeta`: one binary for the site and for the command line.
//!
//! It decides only which command runs. Deliberately absent: the commands themselves, each of which
//! has a file in `commands`.

mod clock;
mod commands;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Estafeta: a roadmap of mentoring compiles and runs.
#[derive(Parser)]
#[command(name = "estafeta", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Say what a diagnostic means.
    Explain(commands::explain::Explain),
    /// Read deadlines: one expression, or lines of them.
    Deadline(commands::deadline::Deadline),
    /// Compile roadmap documents and print diagnostics.
    Check(commands::check::Check),
    /// Serve the site.
    Serve(commands::serve::Serve),
}

fn main() -> ExitCode {
    write_log();
    match Cli::parse().command {
        Command::Explain(asked) => commands::explain::run(&asked),
        Command::Deadline(asked) => commands::deadline::run(&asked),
        Command::Check(asked) => commands::check::run(&asked),
        Command::Serve(asked) => commands::serve::run(&asked),
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
