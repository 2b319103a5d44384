//! The people of a sample town at their work: what they do from one day to another.
//!
//! It decides which task is done in time, late or left lying, the same in every run; all of it goes
//! through the use-cases, so that every fact has its day and its author. Deliberately absent: what a
//! task needs (`mentoring`), and any way past the rules: who plays here may do no more than anybody.

mod begin;
mod people;
mod school;

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use mentoring::access::{Action, Role, Scope};
use mentoring::id::AccountId;
use mentoring::organisation::Organisation;
use mentoring::task::PartState;

pub use begin::{Scale, begin};

use crate::clock::Clock;
use crate::ctx::{App, Ctx, Manner, ZONE};
use crate::refusal::{Nothing, Refusal};
use crate::reminder::{Writer, ctx_of_job, is_step, morning_of, write_letters};
use crate::roadmap::act::{CloseTask, close_task, name_day, set_aside, start_task};
use crate::roadmap::evidence::{Item, PutEvidence, put_evidence};
use crate::roadmap::happen::record_happening;
use crate::roadmap::part::{DoParts, do_parts};
use crate::roadmap::{RowView, Running, TaskView, show_running};
use crate::town::diligence_of;

/// Between two looks at what there is to do, in days.
const LOOK_EVERY_DAYS: i32 = 7;

/// How far the clock of the sample town goes at one click.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// To tomorrow.
    Day,
    /// Seven days.
    Week,
    /// To the same day of the next month.
    Month,
    /// To the next deadline of what the person sees; a week where there is none.
    NextDeadline,
}

/// Moves the clock of the sample town; its people go on with their work, save the one who asks.
///
/// - Returns: the new day.
/// - Errors: not found where people really work.
pub async fn forward(ctx: &Ctx, step: Step) -> Result<Date, Refusal<Nothing>> {
    if ctx.app.manner != Manner::Demo {
        return Err(Refusal::NotFound);
    }
    let today = ctx.today();
    let to = match step {
        Step::Day => today.saturating_add(1.day()),
        Step::Week => today.saturating_add(7.days()),
        Step::Month => today.saturating_add(1.month()),
        Step::NextDeadline => next_deadline(ctx).await?.unwrap_or_else(|| later(today, 7)),
    };
    play(&ctx.app, (today, to), Some(ctx.actor)).await?;
    let n_days = today.until(to).map_or(0, |it| it.get_days());
    ctx.app.clock.move_by(jiff::SignedDuration::from_hours(24 * i64::from(n_days)));
    Ok(to)
}

/// The next day after today on which something open falls due.
async fn next_deadline(ctx: &Ctx) -> Result<Option<Date>, Refusal<Nothing>> {
    let running = match show_running(ctx, None).await {
        Err(Refusal::NotFound) => return Ok(None),
        outcome => outcome?,
    };
    let open = running.tasks().filter(|(_, _, it)| it.task.closed_on.is_none());
    Ok(open.filter_map(|(_, _, it)| it.task.due_on).filter(|due| running.today < *due).min())
}

/// Sets the clock to a morning of the sample town.
fn move_to(clock: &Clock, day: Date) {
    let zone = TimeZone::get(ZONE).unwrap_or(TimeZone::UTC);
    let morning = day.to_datetime(Time::constant(10, 0, 0, 0)).to_zoned(zone);
    if let Ok(morning) = morning {
        clock.move_by(morning.timestamp().duration_since(clock.now()));
    }
}

/// Plays the days after `from` to the end of `to` in every organisation of the town.
///
/// - `save`: the account of somebody who plays along and does its own tasks itself.
/// - Errors: of the store.
pub async fn play(
    app: &App,
    (from, to): (Date, Date),
    save: Option<AccountId>,
) -> Result<(), Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let organisations = tx.organisations_for_jobs().await?;
    let personas: Vec<AccountId> = tx.personas().await?.into_iter().map(|it| it.id).collect();
    tx.commit().await?;
    for organisation in organisations {
        let staff = staff_of(app, &organisation).await?;
        let Some(lead) = staff.iter().find(|it| it.may(Action::SettleTasks)) else { continue };
        // Letters of an organisation where nobody can look at them are not written.
        let is_looked_at = staff.iter().any(|it| personas.contains(&it.actor));
        let house = House {
            diligence: diligence_of(&organisation.card.name),
            lead,
            staff: &staff,
            writer: app.writer.as_ref().filter(|_| is_looked_at),
        };
        let mut day = from;
        while day < to {
            let last = day.saturating_add(LOOK_EVERY_DAYS.days()).min(to);
            house.play(day, last, save).await?;
            day = last;
        }
    }
    Ok(())
}

/// Everybody with an account in an organisation.
async fn staff_of(app: &App, organisation: &Organisation) -> Result<Vec<Ctx>, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let scope = Scope::of(organisation.id, Role::Curator);
    let held = tx.memberships(&scope, organisation.id).await?;
    tx.commit().await?;
    let mut staff = Vec::new();
    for membership in held {
        staff.extend(app.ctx_of(membership.account, Some(organisation.id)).await?);
    }
    staff.retain(|it| it.at() == organisation.id);
    staff.dedup_by_key(|it| it.actor);
    Ok(staff)
}

/// An organisation at its work.
struct House<'a> {
    /// How many tasks of a hundred are done in time.
    diligence: u64,
    /// Who settles tasks.
    lead: &'a Ctx,
    staff: &'a [Ctx],
    /// Who writes the reminders of each morning.
    writer: Option<&'a Writer>,
}

/// What somebody does on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Deed {
    Date,
    Happen,
    Note,
    Finish,
    SetAside,
}

impl House<'_> {
    /// Plays the days after `from` to `to`: one look, then each day its letters and its deeds.
    async fn play(
        &self,
        from: Date,
        to: Date,
        save: Option<AccountId>,
    ) -> Result<(), Refusal<Nothing>> {
        let running = show_running(&at(self.lead, from), Some(from)).await?;
        let mut deeds = self.deeds(&running);
        deeds.retain(|it| from < it.0 && it.0 <= to);
        deeds.sort_by_key(|it| (it.0, it.1));
        let mut deeds = deeds.into_iter().peekable();
        let mut has_new_days = false;
        let mut day = from;
        while day < to {
            day = later(day, 1);
            if has_new_days || has_step(&running, day) {
                self.write_letters(day).await?;
            }
            while let Some((_, deed, row, task)) = deeds.next_if(|it| it.0 == day) {
                has_new_days |= matches!(deed, Deed::Date | Deed::Happen);
                let who = self.who(task);
                if Some(who.actor) != save {
                    self.act(day, deed, (row, task), who).await?;
                }
            }
        }
        Ok(())
    }

    /// Writes the reminders of a morning, as the worker would where people really work.
    async fn write_letters(&self, day: Date) -> Result<(), Refusal<Nothing>> {
        let Some(writer) = self.writer else { return Ok(()) };
        let job = ctx_of_job(&self.lead.app, self.lead.organisation.clone());
        let Some(now) = morning_of(day, &job.zone) else { return Ok(()) };
        let job = Ctx { now, ..job };
        let tx = job.begin().await?;
        write_letters(&job, &tx, writer.words()).await?;
        Ok(tx.commit().await?)
    }

    fn deeds<'a>(&self, running: &'a Running) -> Vec<(Date, Deed, &'a RowView, &'a TaskView)> {
        let mut deeds = Vec::new();
        for (map, row, view) in running.tasks() {
            let task = &view.task;
            if task.closed_on.is_some() {
                continue;
            }
            let chance = chance(&self.lead.organisation.card.name, &row.row.text, &task.occurrence);
            let after = |days: u64| later(map.roadmap.from_on, 7 + days % 60);
            match task.due_on {
                None if task.waits_for.is_some() => {
                    deeds.push((after(chance), Deed::Happen, row, view));
                }
                None if view.asks_for_day => deeds.push((after(chance), Deed::Date, row, view)),
                None => {}
                Some(due) => {
                    let begins = task.from_on.unwrap_or(due).max(later(map.roadmap.from_on, 2));
                    self.dated(chance, (begins, due), &mut |day, deed| {
                        deeds.push((day, deed, row, view));
                    });
                }
            }
        }
        deeds
    }

    /// When a dated task is begun and finished.
    fn dated(&self, chance: u64, (begins, due): (Date, Date), push: &mut impl FnMut(Date, Deed)) {
        let (luck, spread) = (chance % 100, chance / 100);
        if luck == 99 {
            push(due, Deed::SetAside);
            return;
        }
        let left = (100 - self.diligence) / 2;
        let done = if luck < self.diligence {
            due.saturating_sub(i32::try_from(spread % 9).unwrap_or(0).days()).max(begins)
        } else if luck < self.diligence + left {
            later(due, 3 + spread % 12)
        } else {
            // Left lying until somebody asks; then it is done all the same.
            later(due, 45 + spread % 40)
        };
        let long_before = done.saturating_sub(8.days());
        if begins < long_before && !spread.is_multiple_of(3) {
            push(long_before, Deed::Note);
        }
        push(done, Deed::Finish);
    }

    /// Who acts: one of those who answer, where they have accounts; else who keeps it all going.
    fn who(&self, task: &TaskView) -> &Ctx {
        let answers = |it: &&Ctx| {
            it.may_oneself(Action::WorkOnTasks)
                && task.people.iter().any(|person| person.id == it.person)
        };
        let able: Vec<&Ctx> = self.staff.iter().filter(answers).collect();
        let turn = task.task.occurrence.len() + task.people.len();
        able.get(turn % able.len().max(1)).copied().unwrap_or(self.lead)
    }

    async fn act(
        &self,
        day: Date,
        deed: Deed,
        (row, view): (&RowView, &TaskView),
        who: &Ctx,
    ) -> Result<(), Refusal<Nothing>> {
        let id = view.task.id;
        let (lead, who) = (at(self.lead, day), at(who, day));
        match deed {
            // The town lives on where a rule stands against one deed: the task stays open.
            Deed::Date => passed(name_day(&lead, id, later(day, 14)).await),
            Deed::Happen => passed(record_happening(&lead, id, day).await),
            Deed::Note => {
                passed(start_task(&who, id).await)?;
                tick_off(&who, view, day, view.parts.len() / 2).await?;
                let words = NOTES[usize::from(day.day().unsigned_abs()) % NOTES.len()];
                passed(put_evidence(&who, note(view, day, words)).await)
            }
            Deed::SetAside => passed(set_aside(&lead, id, WHY_NOT).await),
            Deed::Finish => finish(&who, (row, view), day).await,
        }
    }
}

/// Whether a task that was open at the last look is reminded of on a day.
fn has_step(running: &Running, day: Date) -> bool {
    let open = running.tasks().filter(|(_, _, it)| it.task.closed_on.is_none());
    let mut due = open.filter_map(|(_, _, it)| it.task.due_on);
    due.any(|due| day.until(due).is_ok_and(|left| is_step(left.get_days())))
}

/// Puts what is missing, then closes what does not close by itself.
async fn finish(
    who: &Ctx,
    (row, view): (&RowView, &TaskView),
    day: Date,
) -> Result<(), Refusal<Nothing>> {
    tick_off(who, view, day, usize::MAX).await?;
    let missing = &view.needs.evidence.missing;
    for (number, wanted) in missing.iter().enumerate() {
        let words = title(row, (number, missing.len()), &wanted.kind, day);
        let item = match wanted.kind.as_str() {
            "publication" | "site_section" | "site" => {
                Item::Link(format!("https://school.example/mentoring/{day}"))
            }
            _ => Item::File(format!("{words}.txt"), paper(who, &words, day)),
        };
        let ask = PutEvidence {
            task: view.task.id,
            kind: wanted.kind.clone(),
            about: wanted.about.clone(),
            true_on: day,
            words,
            item,
        };
        passed(put_evidence(who, ask).await)?;
    }
    // A task with documents or parts alone has closed by itself.
    let has_moved = !missing.is_empty() || view.parts.iter().any(|it| it.state != PartState::Done);
    if has_moved && view.needs.figures.is_empty() {
        return Ok(());
    }
    let is_plain = !view.needs.names_something();
    let reason = if is_plain { "" } else { REASONS[view.task.occurrence.len() % REASONS.len()] };
    let ask = CloseTask { task: view.task.id, on: day, reason: reason.to_owned() };
    passed(close_task(who, &ask).await)
}

/// Ticks the first open parts of a task off.
async fn tick_off(
    who: &Ctx,
    view: &TaskView,
    day: Date,
    most: usize,
) -> Result<(), Refusal<Nothing>> {
    let open = view.parts.iter().filter(|it| it.state != PartState::Done);
    let parts: Vec<String> = open.take(most).map(|it| it.key.clone()).collect();
    if parts.is_empty() {
        return Ok(());
    }
    passed(do_parts(who, &DoParts { task: view.task.id, parts, on: day }).await)
}

fn note(view: &TaskView, day: Date, words: &str) -> PutEvidence {
    PutEvidence {
        task: view.task.id,
        kind: String::new(),
        about: String::new(),
        true_on: day,
        words: words.to_owned(),
        item: Item::Note,
    }
}

/// What a document is called: an order by its number, the rest as the roadmap names it.
fn title(row: &RowView, (at, of): (usize, usize), kind: &str, day: Date) -> String {
    let written = format!("{:02}.{:02}.{}", day.day(), day.month(), day.year());
    let result = row.row.result.as_deref().unwrap_or(&row.row.text);
    let parts: Vec<&str> = result.split([',', ';']).map(str::trim).collect();
    let named = if parts.len() == of { parts[at] } else { parts[0] };
    let named: String = named.chars().take(110).collect();
    if kind == "order" {
        let number = i32::from(day.day_of_year()) * 2 / 5 + 3;
        return format!("{named} № {number} от {written}");
    }
    format!("{named} от {written}")
}

/// A document of the sample town: plain text that opens everywhere.
fn paper(who: &Ctx, words: &str, day: Date) -> Vec<u8> {
    let school = &who.organisation.card.name;
    let name = who.name.short();
    format!("{school}\n\n{words}\n\nПодготовил: {name}, {day}\nОбразец учебного городка.\n")
        .into_bytes()
}

const NOTES: &[&str] = &[
    "Материалы собраны наполовину, ждём ответа методических объединений",
    "Черновик готов, показала директору",
    "Провели первую встречу, остальное на следующей неделе",
    "Договорились о дне, список участников уточняем",
    "Жду подписи, бумага у секретаря",
];

const REASONS: &[&str] = &[
    "Показатель подсчитан по листам регистрации, выполнен",
    "Посчитано по анкетам участников, требуемое значение достигнуто",
    "По журналам встреч значение достигнуто, сводка у куратора",
];

const WHY_NOT: &str = "В этом учебном году не проводим: решение педагогического совета";

/// The same person at an hour of a working day.
fn at(who: &Ctx, day: Date) -> Ctx {
    let hour = 9 + day.day() % 7;
    let moment = day.to_datetime(Time::constant(hour, 20, 0, 0)).to_zoned(who.zone.clone());
    let now = moment.map_or(who.now, |it| it.timestamp());
    Ctx { now, ..who.clone() }
}

fn later(day: Date, days: u64) -> Date {
    day.saturating_add(i32::try_from(days).unwrap_or(i32::MAX).days())
}

/// A number that looks drawn by lot and is the same in every run (FNV-1a).
fn chance(organisation: &str, row: &str, occurrence: &str) -> u64 {
    let bytes = organisation.bytes().chain(row.bytes()).chain(occurrence.bytes());
    let mixed = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    (mixed ^ (mixed >> 29)) % 1_000_003
}

/// Lets the play go on where a rule stood against one deed.
fn passed<T, O>(outcome: Result<T, Refusal<O>>) -> Result<(), Refusal<Nothing>> {
    match outcome {
        Ok(_) | Err(Refusal::Obstacles(_) | Refusal::NotFound) => Ok(()),
        Err(Refusal::Stale) => Err(Refusal::Stale),
        Err(Refusal::Unavailable(cause)) => Err(Refusal::Unavailable(cause)),
        Err(Refusal::Unexpected(cause)) => Err(Refusal::Unexpected(cause)),
    }
}
