//! The jobs behind reminders: each organisation once a day, then sending until all are taken.
//!
//! It decides the hour, and that a failing server is asked again later and later. A letter may
//! arrive twice only where the process dies between the server's answer and its record; it then
//! carries the same message id. Deliberately absent: threads and waiting (`server`).

use anyhow::Context as _;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use mentoring::id::{LetterId, OrganisationId};
use serde_json::json;
use store::{Job, Json, Letter, StoreError, Tx};

use super::mail::{Mailer, Unsent};
use super::{Words, ctx_of_job, reminders_in};
use crate::ctx::{App, Ctx, zone_of};

/// The hour of the organisation's day from which letters are written.
const HOUR: i8 = 7;
/// How long one worker may be busy with a job before another takes it.
const LEASE_SECONDS: u32 = 600;
/// Letters sent in one go.
const BATCH: u32 = 50;
/// Tries after which the store gives a letter up.
const GIVEN_UP: u32 = 8;

const REMIND: &str = "remind";
const SEND: &str = "send";

/// Enqueues today's reminders of every organisation whose morning has come; those of today that
/// are enqueued already stay as they are.
///
/// - Errors: the database is away.
pub async fn plan_reminders(app: &App) -> anyhow::Result<()> {
    let now = app.clock.now();
    let tx = app.store.begin().await?;
    for organisation in tx.organisations_for_jobs().await? {
        let local = now.to_zoned(zone_of(&organisation));
        if HOUR <= local.hour() {
            let once = format!("{REMIND}/{}/{}", organisation.id, local.date());
            tx.enqueue(&job(app, organisation.id, REMIND, once, now)).await?;
        }
    }
    tx.commit().await?;
    Ok(())
}

fn job(app: &App, at: OrganisationId, kind: &str, once: String, now: Timestamp) -> Job {
    Job {
        id: app.new_id(),
        organisation: Some(at),
        kind: kind.to_owned(),
        payload: Json(json!({})),
        once: Some(once),
        run_at: now,
        attempts: 0,
        leased_until: None,
        failure: None,
        done_at: None,
    }
}

/// Does the job that has waited longest.
///
/// - Returns: whether there was one.
/// - Errors: the database is away; a failing job is put back for later and is no error.
pub async fn work_once(app: &App, words: Words<'_>, mailer: &Mailer) -> anyhow::Result<bool> {
    let tx = app.store.begin().await?;
    let taken = tx.take_job(app.clock.now(), LEASE_SECONDS).await?;
    tx.commit().await?;
    let Some(job) = taken else { return Ok(false) };
    let outcome = match job.kind.as_str() {
        REMIND => write(app, &job, words).await,
        SEND => send(app, mailer).await,
        _ => Err(anyhow::anyhow!("this version knows no such job")),
    };
    let tx = app.store.begin().await?;
    match outcome {
        Ok(()) => tx.finish_job(&job, app.clock.now()).await?,
        Err(err) => {
            tracing::warn!(kind = job.kind, error = format!("{err:#}"), "a job failed");
            tx.fail_job(&job, &format!("{err:#}"), app.clock.now()).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

/// Writes the letters of one organisation's day, and the job that sends them, in one transaction.
async fn write(app: &App, job: &Job, words: Words<'_>) -> anyhow::Result<()> {
    let at = job.organisation.context("the job names no organisation")?;
    let tx = app.store.begin().await?;
    let all = tx.organisations_for_jobs().await?;
    let organisation = all.into_iter().find(|it| it.id == at).context("no such organisation")?;
    let ctx = ctx_of_job(app, organisation);
    if 0 < write_letters(&ctx, &tx, words).await? {
        let once = format!("{SEND}/{at}/{}", ctx.today());
        tx.enqueue(&self::job(app, at, SEND, once, ctx.now)).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The moment from which the letters of a day are written.
pub(crate) fn morning_of(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    Some(day.at(HOUR, 0, 0, 0).to_zoned(zone.clone()).ok()?.timestamp())
}

/// Writes the letters of one organisation's day into its outbox; those written already stay.
///
/// - `ctx`: of a job, see [`ctx_of_job`].
/// - Returns: how many were written now.
/// - Errors: of the store.
pub(crate) async fn write_letters(ctx: &Ctx, tx: &Tx, words: Words<'_>) -> Result<u32, StoreError> {
    let mut n_letters = 0_u32;
    for reminder in reminders_in(ctx, tx).await? {
        let text = words(&reminder);
        let letter = Letter {
            organisation: ctx.at(),
            id: ctx.new_id::<LetterId>(),
            person: Some(reminder.person),
            address: reminder.address,
            subject: text.subject,
            body: text.body,
            once: Some(format!("{REMIND}/{}/{}", reminder.person, reminder.on)),
            queued_at: ctx.now,
            sent_at: None,
            attempts: 0,
            failure: None,
        };
        n_letters += u32::from(tx.queue_letter(&letter).await?);
    }
    Ok(n_letters)
}

/// Sends what waits. A letter that the server refuses for good is given up; a server that cannot
/// take letters now fails the job, which is tried again later.
async fn send(app: &App, mailer: &Mailer) -> anyhow::Result<()> {
    loop {
        let tx = app.store.read().await?;
        let waiting = tx.letters_waiting(BATCH).await?;
        tx.commit().await?;
        if waiting.is_empty() {
            return Ok(());
        }
        for letter in waiting {
            let outcome = mailer.send(&letter, app.clock.now()).await;
            let tx = app.store.begin().await?;
            settle(app, &tx, letter, &outcome).await?;
            tx.commit().await?;
            if let Err(Unsent::Later(why)) = outcome {
                anyhow::bail!("{why}");
            }
        }
    }
}

async fn settle(
    app: &App,
    tx: &Tx,
    letter: Letter,
    outcome: &Result<(), Unsent>,
) -> anyhow::Result<()> {
    let attempts = letter.attempts + 1;
    let settled = match outcome {
        Ok(()) => Letter { sent_at: Some(app.clock.now()), attempts, failure: None, ..letter },
        Err(Unsent::Never(why)) => {
            Letter { attempts: GIVEN_UP, failure: Some(why.clone()), ..letter }
        }
        // The job counts the tries: a server that is away must not wear out every letter.
        Err(Unsent::Later(why)) => Letter { failure: Some(why.clone()), ..letter },
    };
    tx.save_letter(&settled).await?;
    Ok(())
}
