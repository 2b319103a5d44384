//! The act of destruction and the extract of the journal (D33), and what is told of them on a page.
//!
//! It decides that both name the person by an id: the name is destroyed, and order 179 lets an act
//! tell whose data it was by other information. Deliberately absent: the texts (`documents`).

use std::collections::BTreeMap;

use documents::papers::{self, PaperKind};
use mentoring::access::Action;
use mentoring::id::{ErasureId, PersonId};
use mentoring::law::{Law, LawRule};
use mentoring::person::Person;
use mentoring::rights::HeldKind;
use serde_json::{Value, json};
use store::{BackupCopy, Erasure, WholeErasure};

use crate::ctx::Ctx;
use crate::launch::paper::Format;
use crate::organisation::act::head_of_day;
use crate::refusal::{Nothing, Refusal};

/// An act as its page shows it.
#[derive(Clone, Debug)]
pub struct ActView {
    /// What, when, why, with parts.
    pub whole: WholeErasure,
    /// The commission, its chair first; who was destroyed since is left out.
    pub members: Vec<Person>,
    /// Copies of the database in which the data are still, with the day they go.
    pub copies: Vec<BackupCopy>,
    /// The last day on which the act is kept.
    pub kept_until: Option<jiff::civil::Date>,
}

/// Lists the acts of destruction, the latest first.
///
/// - Errors: not found without the right.
pub async fn list_acts(ctx: &Ctx) -> Result<Vec<Erasure>, Refusal<Nothing>> {
    ctx.require(Action::DestroyData, ctx.at())?;
    let tx = ctx.read().await?;
    Ok(tx.erasures(&ctx.scope, ctx.at()).await?)
}

/// Shows an act.
///
/// - Errors: not found.
pub async fn show_act(ctx: &Ctx, id: ErasureId) -> Result<ActView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let erasure = tx.erasure(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::DestroyData, erasure.organisation)?;
    let copies = tx.backup_copies(erasure.done_at, ctx.today()).await?;
    let whole = tx.whole_erasure(erasure).await?;
    let ids: Vec<PersonId> = whole.members.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let named = |id: &PersonId| people.iter().find(|it| it.id == *id).cloned();
    let members = ids.iter().filter_map(named).filter(|it| !it.name.surname.is_empty());
    let years = Law::built_in().number(LawRule::DestructionPapersYears, whole.erasure.done_on);
    let kept_until = years.and_then(|it| {
        use jiff::ToSpan as _;
        whole.erasure.done_on.checked_add(i64::from(it).years()).ok()
    });
    Ok(ActView { members: members.collect(), whole, copies, kept_until })
}

/// Which of the two papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActPaper {
    /// The act.
    Act,
    /// The extract of the journal beside it.
    Extract,
}

/// The words that the papers need from the language files, in Russian.
#[derive(Clone, Debug)]
pub struct ActWords {
    /// Sections as categories of data.
    pub categories: BTreeMap<HeldKind, String>,
    /// «субъект»: stands before the id.
    pub subject: String,
    /// The information system.
    pub system: String,
    /// How it was destroyed.
    pub method: String,
    /// Why.
    pub reason: String,
}

/// Writes one of the two papers.
///
/// - Errors: not found; unexpected where the paper cannot be made.
pub async fn act_paper(
    ctx: &Ctx,
    id: ErasureId,
    which: ActPaper,
    words: ActWords,
    format: Format,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    let view = show_act(ctx, id).await?;
    let tx = ctx.read().await?;
    let head = head_of_day(ctx, &tx, view.whole.erasure.done_on).await?;
    let requisites = tx.requisites(&ctx.scope, ctx.at()).await?;
    let card = &ctx.organisation.card;
    let full = |text: &String, other: &String| match text.is_empty() {
        true => other.clone(),
        false => text.clone(),
    };
    let address = full(&requisites.register_address, &card.address);
    let organisation = json!({
        "full_name": full(&card.full_name, &card.name),
        "name": card.name,
        "settlement": said(&card.settlement),
        "address": said(&address),
        "taxpayer_number": said(&card.taxpayer_number),
        "registration_number": said(&card.registration_number),
        "head_position": head.as_ref().map_or("руководитель", |it| it.title.as_str()),
        "head": head.as_ref().map(|it| person_of(&it.person)),
    });
    tx.commit().await?;
    let (kind, data) = match which {
        ActPaper::Act => (PaperKind::DestructionAct, act_of(&view, &words, organisation)),
        ActPaper::Extract => (PaperKind::JournalExtract, extract_of(&view, &words, organisation)),
    };
    let written = tokio::task::spawn_blocking(move || -> anyhow::Result<Vec<u8>> {
        let paper = papers::render(kind, papers::text(kind), &data)?;
        Ok(match format {
            Format::Pdf => paper.pdf()?,
            Format::Docx | Format::Xlsx => paper.docx()?,
        })
    });
    Ok(written.await.map_err(anyhow::Error::from)??)
}

fn act_of(view: &ActView, words: &ActWords, organisation: Value) -> Value {
    let erasure = &view.whole.erasure;
    let post = |it: &Person| {
        let mut person = person_of(it);
        person["position"] = json!(said(&it.job_title));
        person
    };
    json!({
        "organisation": organisation,
        "day": erasure.done_on.to_string(),
        "number": erasure.number.to_string(),
        "commission_basis": erasure.basis,
        "commission": view.members.iter().map(post).collect::<Vec<_>>(),
        "destroyed_on": erasure.done_on.to_string(),
        "destroyed": [{
            "subject": subject(view, words),
            "categories": categories(view, words),
            "carrier": words.system,
            "method": words.method,
            "reason": words.reason,
        }],
    })
}

fn extract_of(view: &ActView, words: &ActWords, organisation: Value) -> Value {
    let erasure = &view.whole.erasure;
    let day = erasure.done_on.to_string();
    json!({
        "organisation": organisation,
        "act_day": day,
        "act_number": erasure.number.to_string(),
        "day": day,
        "system": words.system,
        "from_on": day,
        "to_on": day,
        "events": [{
            "subject": subject(view, words),
            "categories": categories(view, words),
            "system": words.system,
            "reason": words.reason,
            "destroyed_on": day,
        }],
    })
}

fn subject(view: &ActView, words: &ActWords) -> String {
    format!("{} {}", words.subject, view.whole.erasure.person)
}

fn categories(view: &ActView, words: &ActWords) -> String {
    let named = view.whole.lines.iter().filter_map(|it| words.categories.get(&it.kind));
    named.map(String::as_str).collect::<Vec<_>>().join(", ")
}

/// A text, or a dash where it was never said: a paper does not lack for it.
fn said(text: &str) -> &str {
    if text.trim().is_empty() { "—" } else { text }
}

fn person_of(it: &Person) -> Value {
    json!({
        "surname": it.name.surname,
        "first": it.name.first,
        "patronymic": it.name.patronymic,
    })
}
