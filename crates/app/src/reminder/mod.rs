//! Reminders by e-mail: whom, on which day, about what; written once, sent until the server takes
//! them.
//!
//! It decides the ladder (a week before, the day before, on the day, each week when late) and that a
//! person gets at most one letter a day, which tells everything pressing at once. Deliberately
//! absent: words (`web` gives them), the loop that asks for jobs (`server`). E-mail is never
//! required: a person without an address gets none, and the pages offer texts and slips.

pub mod mail;
mod job;
mod letter;

pub(crate) use job::{morning_of, write_letters};
pub use job::{plan_reminders, work_once};
pub use letter::{LetterView, list_letters, show_letter};

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;
use mentoring::access::{Role, Scope};
use mentoring::id::{AccountId, LineageId, OrganisationId, PersonId, TaskId};
use mentoring::organisation::Organisation;
use mentoring::person::{PersonName, is_email};
use store::{StoreError, Tx};
use uuid::Uuid;

use crate::ctx::{App, Ctx, zone_of};
use crate::roadmap::Standing;
use crate::roadmap::running::{NEAR_DAYS, running_in};

/// One task that a letter tells of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderLine {
    /// What it is called.
    pub title: String,
    /// Its row and the task itself, for the link.
    pub lineage: LineageId,
    /// The task.
    pub task: TaskId,
    /// The day it falls due.
    pub due_on: Date,
    /// Days until then; below zero where it is late.
    pub days_left: i32,
}

/// What one person is reminded of on one day: everything late and near, at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Whom.
    pub person: PersonId,
    /// The name, for the greeting.
    pub name: PersonName,
    /// The address.
    pub address: String,
    /// The language of the account, `ru` where there is none.
    pub lang: String,
    /// The name of the organisation.
    pub organisation: String,
    /// The day of the letter.
    pub on: Date,
    /// What is late or falls due within a week, by due day; never empty.
    pub lines: Vec<ReminderLine>,
}

/// A letter in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterText {
    /// The subject.
    pub subject: String,
    /// The text, in lines.
    pub body: String,
}

/// Gives words to reminders.
pub type Words<'a> = &'a (dyn Fn(&Reminder) -> LetterText + Sync);

/// Gives words to reminders, for as long as an installation lives.
#[derive(Clone)]
pub struct Writer(Arc<dyn Fn(&Reminder) -> LetterText + Send + Sync>);

impl Writer {
    /// A writer with these words.
    pub fn new(words: impl Fn(&Reminder) -> LetterText + Send + Sync + 'static) -> Self {
        Self(Arc::new(words))
    }

    /// The words.
    pub(crate) fn words(&self) -> Words<'_> {
        &*self.0
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Writer")
    }
}

/// Whether a task is reminded of when so many days are left: 7, 1, 0, and each full week when late.
///
/// - `days_left`: below zero where it is late.
#[must_use]
pub fn is_step(days_left: i32) -> bool {
    matches!(days_left, NEAR_DAYS | 1 | 0) || days_left < 0 && days_left % 7 == 0
}

/// Finds who of an organisation is reminded on its day, and of what.
///
/// - Errors: of the store.
pub(crate) async fn reminders_in(ctx: &Ctx, tx: &Tx) -> Result<Vec<Reminder>, StoreError> {
    let today = ctx.today();
    let running = running_in(ctx, tx, today).await?;
    let mut lines: BTreeMap<PersonId, Vec<ReminderLine>> = BTreeMap::new();
    for (_, row, task) in running.pressing() {
        let (Some(due_on), Standing::Overdue | Standing::Near) = (task.task.due_on, task.standing)
        else {
            continue;
        };
        let line = ReminderLine {
            title: row.row.text.split_whitespace().collect::<Vec<_>>().join(" "),
            lineage: row.row.lineage,
            task: task.task.id,
            due_on,
            days_left: today.until(due_on).map_or(0, |it| it.get_days()),
        };
        for person in &task.people {
            lines.entry(person.id).or_default().push(line.clone());
        }
    }
    lines.retain(|_, all| all.iter().any(|it| is_step(it.days_left)));
    let ids: Vec<PersonId> = lines.keys().copied().collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let langs = langs(ctx, tx).await?;
    let mut reminders = Vec::new();
    for person in people {
        let is_here = person.left_on.is_none_or(|left| today <= left);
        let Some(mut lines) = lines.remove(&person.id).filter(|_| is_here) else { continue };
        if !is_email(&person.contact.email) {
            continue;
        }
        lines.sort_by_key(|it| it.due_on);
        reminders.push(Reminder {
            person: person.id,
            name: person.name,
            address: person.contact.email,
            lang: langs.get(&person.id).cloned().unwrap_or_else(|| "ru".to_owned()),
            organisation: ctx.organisation.card.name.clone(),
            on: today,
            lines,
        });
    }
    Ok(reminders)
}

async fn langs(ctx: &Ctx, tx: &Tx) -> Result<BTreeMap<PersonId, String>, StoreError> {
    let mut langs = BTreeMap::new();
    for membership in tx.memberships(&ctx.scope, ctx.at()).await? {
        if let Some(account) = tx.account(membership.account).await? {
            langs.insert(membership.person, account.lang);
        }
    }
    Ok(langs)
}

/// The context of a job: it reads everything of one organisation, and nobody acts in it.
pub(crate) fn ctx_of_job(app: &App, organisation: Organisation) -> Ctx {
    let at: OrganisationId = organisation.id;
    Ctx {
        app: app.clone(),
        actor: AccountId(Uuid::nil()),
        person: PersonId(Uuid::nil()),
        name: PersonName::default(),
        login: String::new(),
        has_password: false,
        lang: "ru".to_owned(),
        zone: zone_of(&organisation),
        organisation,
        scope: Scope { roles: vec![(at, Role::Curator)] },
        now: app.clock.now(),
        reads_sensitive: false,
        session: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ladder_reminds_a_week_a_day_and_no_day_before_then_weekly() {
        let steps: Vec<i32> = (-22..=30).filter(|it| is_step(*it)).collect();
        assert_eq!(steps, [-21, -14, -7, 0, 1, 7]);
    }
}
