//! A personal calendar by secret link: made, shown once, withdrawn; read without signing in.
//!
//! It decides that one person has at most one working link in an organisation, that only a hash of
//! its secret is kept, and that the link dies with the right to see the tasks. Deliberately absent:
//! words (`web`), and anything personal in the address.

use icalendar::{Calendar, Component, Event, Property};
use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event as Told;
use mentoring::id::{FeedId, TaskId};
use store::{Feed, StoreError, Tx};

use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};
use crate::roadmap::Running;
use crate::roadmap::running::running_in;
use crate::secret;

/// A working link, as the settings show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedView {
    /// Its id.
    pub id: FeedId,
    /// When it was made.
    pub made_at: Timestamp,
}

/// Shows one's own working link; its secret is not kept and cannot be shown again.
///
/// - Errors: of the store.
pub async fn show_own_feed(ctx: &Ctx) -> Result<Option<FeedView>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let own = own_feeds(ctx, &tx).await?;
    Ok(own.last().map(|it| FeedView { id: it.id, made_at: it.made_at }))
}

/// Makes a link to one's own tasks in the place of the one before.
///
/// - Returns: the secret of the address, told this once.
/// - Errors: not found without tasks of one's own to see.
pub async fn make_feed(ctx: &Ctx) -> Result<String, Refusal<Nothing>> {
    if !ctx.may_oneself(Action::SeeTasks) {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.begin().await?;
    withdraw_all(ctx, &tx).await?;
    let token = secret::token()?;
    let feed = Feed {
        organisation: ctx.at(),
        id: ctx.new_id(),
        account: ctx.actor,
        person: ctx.person,
        secret_hash: secret::token_hash(&token),
        made_at: ctx.now,
        withdrawn_at: None,
    };
    tx.insert_feed(&feed).await?;
    ctx.record(&tx, Told::FeedMade { feed: feed.id }).await?;
    tx.commit().await?;
    Ok(token)
}

/// Withdraws one's own link; nothing happens where there is none.
///
/// - Errors: of the store.
pub async fn withdraw_feed(ctx: &Ctx) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    withdraw_all(ctx, &tx).await?;
    Ok(tx.commit().await?)
}

async fn own_feeds(ctx: &Ctx, tx: &Tx) -> Result<Vec<Feed>, StoreError> {
    let all = tx.feeds(ctx.actor).await?;
    let is_own = |it: &Feed| it.organisation == ctx.at() && it.person == ctx.person;
    Ok(all.into_iter().filter(is_own).collect())
}

async fn withdraw_all(ctx: &Ctx, tx: &Tx) -> Result<(), StoreError> {
    for feed in own_feeds(ctx, tx).await? {
        let id = feed.id;
        tx.save_feed(&Feed { withdrawn_at: Some(ctx.now), ..feed }).await?;
        ctx.record(tx, Told::FeedWithdrawn { feed: id }).await?;
    }
    Ok(())
}

/// What a calendar shows: the tasks of its person, on its organisation's day.
#[derive(Clone, Debug)]
pub struct FeedShown {
    /// The tasks, on the day.
    pub running: Running,
    /// The language of the account.
    pub lang: String,
    /// The organisation's name, for the name of the calendar.
    pub organisation: String,
}

/// Shows the tasks behind a link, without signing in.
///
/// - `token`: the secret of the address.
/// - Errors: not found: an unknown or withdrawn link, or a person who may not see them any more.
pub async fn show_feed(app: &App, token: &str) -> Result<FeedShown, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let feed = tx.feed_by_secret(&secret::token_hash(token)).await?.ok_or(Refusal::NotFound)?;
    let ctx = app.ctx_in(&tx, feed.account, Some(feed.organisation)).await?;
    let is_same = |it: &Ctx| it.at() == feed.organisation && it.person == feed.person;
    let ctx = ctx.filter(is_same).ok_or(Refusal::NotFound)?;
    if !ctx.may_oneself(Action::SeeTasks) {
        return Err(Refusal::NotFound);
    }
    let running = running_in(&ctx, &tx, ctx.today()).await?.of_person(feed.person);
    tx.commit().await?;
    Ok(FeedShown { running, lang: ctx.lang, organisation: ctx.organisation.card.name })
}

/// A day in a calendar: one task on its due day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEntry {
    /// The task; its id keeps the entry the same from one reading to the next.
    pub task: TaskId,
    /// How often the task was changed.
    pub revision: i64,
    /// The day it falls due.
    pub on: Date,
    /// What it is called.
    pub title: String,
    /// Its state and what is missing.
    pub text: String,
    /// Where it opens.
    pub link: String,
    /// Whether nothing is to be done any more.
    pub is_closed: bool,
}

/// Writes a calendar in the format of RFC 5545: a whole day for each entry, no moments, so that no
/// time zone can move it.
///
/// - `stamp`: the day of the reading; the same entries on the same day give the same bytes.
#[must_use]
pub fn feed_text(name: &str, stamp: Date, entries: &[FeedEntry]) -> String {
    // The library would add a second PRODID of its own, and RFC 5545 allows one.
    let mut calendar = Calendar::empty();
    calendar.append_property(Property::new("VERSION", "2.0"));
    calendar.append_property(Property::new("CALSCALE", "GREGORIAN"));
    calendar.append_property(Property::new("PRODID", "-//Estafeta//Roadmap//RU"));
    calendar.append_property(Property::new("X-WR-CALNAME", name));
    calendar.append_property(Property::new("METHOD", "PUBLISH"));
    calendar.append_property(Property::new("REFRESH-INTERVAL;VALUE=DURATION", "PT6H"));
    for it in entries {
        calendar.push(event(it, stamp));
    }
    calendar.done().to_string()
}

fn event(it: &FeedEntry, stamp: Date) -> Event {
    let mut event = Event::with_uid(&format!("{}@estafeta", it.task));
    event.append_property(Property::new("DTSTAMP", format!("{}T000000Z", compact(stamp))));
    event.append_property(whole_day("DTSTART", it.on));
    event.append_property(whole_day("DTEND", it.on.tomorrow().unwrap_or(it.on)));
    event.append_property(Property::new("SEQUENCE", it.revision.max(0).to_string()));
    // A deadline takes no time of the day: it must not show its reader as busy.
    event.append_property(Property::new("TRANSP", "TRANSPARENT"));
    if it.is_closed {
        event.append_property(Property::new("STATUS", "CONFIRMED"));
    }
    event.summary(&it.title).description(&it.text).url(&it.link);
    event.done()
}

fn whole_day(name: &str, day: Date) -> Property {
    let mut property = Property::new(name, compact(day));
    property.add_parameter("VALUE", "DATE");
    property.done()
}

fn compact(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn a_deadline_is_a_whole_day_with_a_lasting_name() {
        let entry = FeedEntry {
            task: TaskId(Uuid::nil()),
            revision: 3,
            on: date(2026, 12, 31),
            title: "Издать приказ; о парах, 7Б".into(),
            text: "Не начато\nhttps://school.example".into(),
            link: "https://school.example/rows/1".into(),
            is_closed: false,
        };
        let text = feed_text("Школа", date(2026, 10, 15), std::slice::from_ref(&entry));
        let unfolded = text.replace("\r\n ", "");
        for line in [
            "BEGIN:VCALENDAR\r\n",
            "UID:00000000-0000-0000-0000-000000000000@estafeta\r\n",
            "DTSTAMP:20261015T000000Z\r\n",
            "DTSTART;VALUE=DATE:20261231\r\n",
            "DTEND;VALUE=DATE:20270101\r\n",
            "SEQUENCE:3\r\n",
            "SUMMARY:Издать приказ\\; о парах\\, 7Б\r\n",
            "DESCRIPTION:Не начато\\nhttps://school.example\r\n",
            "URL:https://school.example/rows/1\r\n",
        ] {
            assert!(unfolded.contains(line), "no «{}» in\n{unfolded}", line.trim());
        }
        assert_eq!(text, feed_text("Школа", date(2026, 10, 15), &[entry]), "the same bytes");
    }
}
