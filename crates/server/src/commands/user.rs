//! `estafeta user`: accounts, for whoever sits at the machine.
//!
//! It decides only how it is asked. Deliberately absent: rights and passwords (`app`). A password is
//! read from stdin, never from the command line, where everybody of the machine can see it.

use std::io::BufRead as _;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use app::account::{
    InvitationState, Invite, invite, list_invitations, reset_password, withdraw_invitation,
};
use app::clock::Ids;
use app::console::keeper_of;
use app::person::{SavePerson, add_person, list_people};
use app::{App, Ctx, Manner, Refusal};
use clap::{Args, Subcommand};
use mentoring::access::{Action, Role};
use mentoring::id::PersonId;
use mentoring::person::PersonName;

use super::say;
use super::upkeep::{Database, open_existing};
use crate::clock;

/// What `estafeta user` is asked for.
#[derive(Args, Debug)]
pub(crate) struct User {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Add a person and print the link of the invitation.
    Add(Whom),
    /// Print a new invitation link for a person who is there; an earlier one ends.
    Invite(Whom),
    /// Set a new password, read from stdin; all sessions of the account end.
    Reset {
        /// What the account signs in with.
        login: String,
        #[command(flatten)]
        at: Database,
    },
}

#[derive(Args, Debug)]
struct Whom {
    /// Surname, first name and patronymic.
    name: String,
    /// Id or name of the organisation.
    #[arg(long)]
    organisation: String,
    /// Role of the account: curator, head, deputy, mentor, mentee, psychologist, teacher, …
    #[arg(long, default_value = "curator")]
    role: String,
    /// Where the site is opened.
    #[arg(long, default_value = "http://127.0.0.1:8080")]
    address: String,
    #[command(flatten)]
    at: Database,
}

/// Runs the command.
pub(crate) async fn run(asked: &User) -> anyhow::Result<ExitCode> {
    match &asked.what {
        What::Add(whom) => {
            let (app, ctx) = open(whom).await?;
            let name = PersonName::parse(&whom.name);
            let ask = SavePerson { name, ..SavePerson::default() };
            let person = add_person(&ctx, &ask).await.map_err(told)?;
            print_link(&app, &ctx, whom, person).await
        }
        What::Invite(whom) => {
            let (app, ctx) = open(whom).await?;
            let wanted = PersonName::parse(&whom.name);
            let mut found = list_people(&ctx, &wanted.surname).await.map_err(told)?;
            found.retain(|it| it.person.name.agrees_with(&wanted));
            let [line] = found.as_slice() else {
                bail!("{} people of the organisation are called «{}»", found.len(), whom.name);
            };
            let person = line.person.id;
            withdraw_old(&ctx, whom, person).await?;
            print_link(&app, &ctx, whom, person).await
        }
        What::Reset { login, at } => {
            let app = app_at(at).await?;
            let mut password = String::new();
            std::io::stdin().lock().read_line(&mut password).context("no password on stdin")?;
            let outcome =
                reset_password(&app, login, password.trim_end_matches(['\r', '\n'])).await;
            app.store.close().await?;
            outcome.map_err(told)?;
            eprintln!("the password of {login} is set, all its sessions have ended");
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// Opens the installation that a command works on.
pub(crate) async fn app_at(at: &Database) -> anyhow::Result<App> {
    let store = open_existing(&at.database).await?;
    Ok(App::new(store, clock::of_machine(), Ids::random(), Manner::Work))
}

async fn open(whom: &Whom) -> anyhow::Result<(App, Ctx)> {
    let app = app_at(&whom.at).await?;
    let ctx = keeper_of(&app, &whom.organisation, Action::ManageAccounts).await;
    let ctx = ctx.map_err(told).with_context(|| no_keeper(&whom.organisation))?;
    Ok((app, ctx))
}

/// Why there is nobody to act as.
pub(crate) fn no_keeper(organisation: &str) -> String {
    format!("no organisation «{organisation}» with somebody who may do this")
}

/// Ends the links that were given before: whoever asks for a new one has lost the old.
async fn withdraw_old(ctx: &Ctx, whom: &Whom, person: PersonId) -> anyhow::Result<()> {
    for it in list_invitations(ctx).await.map_err(told)? {
        let is_same = it.person == person && it.role.slug() == whom.role;
        if is_same && it.state == InvitationState::Open {
            withdraw_invitation(ctx, it.id).await.map_err(told)?;
        }
    }
    Ok(())
}

async fn print_link(
    app: &App,
    ctx: &Ctx,
    whom: &Whom,
    person: PersonId,
) -> anyhow::Result<ExitCode> {
    let role = Role::from_slug(&whom.role).with_context(|| format!("no role «{}»", whom.role))?;
    let link = invite(ctx, Invite { person, role }).await.map_err(told)?;
    app.store.clone().close().await?;
    say(format_args!("{}/invitations/{}", whom.address.trim_end_matches('/'), link.token));
    Ok(ExitCode::SUCCESS)
}

/// A refusal in one line.
pub(crate) fn told<O: std::fmt::Display>(refusal: Refusal<O>) -> anyhow::Error {
    match refusal {
        Refusal::Obstacles(all) => {
            let all: Vec<_> = all.iter().map(ToString::to_string).collect();
            anyhow::anyhow!("{}", all.join("; "))
        }
        Refusal::NotFound => anyhow::anyhow!("not found"),
        Refusal::Stale => anyhow::anyhow!("somebody changed it meanwhile"),
        Refusal::Unavailable(cause) => anyhow::Error::new(cause).context("the database is away"),
        Refusal::Unexpected(cause) => cause,
    }
}
