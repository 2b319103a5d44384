//! Keeping a version of a template: a text, a Word file, an earlier version, none at all.
//!
//! It decides that nothing is kept that could not make a paper, and that nobody's version is passed
//! over. Deliberately absent: the trial (`trial`), which version holds on a day (`mentoring`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::FileId;
use mentoring::organisation::Level;
use mentoring::paper::PaperKind;
use mentoring::paper::template::{TemplateForm, TemplateObstacle, check_why, in_force};
use store::{PaperTemplate, PaperTemplateCard, StoreError, Tx};

use super::trial::{self, Flaw};
use super::wording::{Chain, PaperWording, wording_of};
use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::refusal::Refusal;

/// The media type of a Word file.
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// What a new version is.
#[derive(Clone, Debug)]
pub enum TemplateBody {
    /// A text.
    Text(String),
    /// A Word file: its name and its bytes.
    Word(String, Vec<u8>),
    /// None: from above, or the standard text.
    Withdrawn,
}

/// What keeping a version asks.
#[derive(Clone, Debug)]
pub struct KeepTemplate {
    /// Of which kind.
    pub kind: PaperKind,
    /// What it is.
    pub body: TemplateBody,
    /// The first day of the papers made from it.
    pub from: Date,
    /// Why it is made.
    pub why: String,
    /// Whether organisations below may take it; only a centre gives.
    pub is_given: bool,
    /// The latest own version that was shown; 0 for none.
    pub after: u32,
}

/// Why a version is not kept.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeepRefused {
    /// A rule stands against it.
    #[error(transparent)]
    Rule(#[from] TemplateObstacle),
    /// Something is wrong with the template itself.
    #[error(transparent)]
    Flaw(#[from] Flaw),
    /// Somebody has kept a version meanwhile.
    #[error("version {number} was kept meanwhile")]
    Newer {
        /// Its number.
        number: u32,
    },
}

/// Keeps a new version of a template.
///
/// - Returns: its number.
/// - Errors: not found without the right; `KeepRefused`, all at once.
pub async fn keep_template(ctx: &Ctx, ask: KeepTemplate) -> Result<u32, Refusal<KeepRefused>> {
    ctx.require(Action::EditTemplates, ctx.at())?;
    let body = match ask.body.clone() {
        TemplateBody::Text(text) => Body::Text(tidied(&text)),
        TemplateBody::Word(name, bytes) => Body::Brought(name, bytes),
        TemplateBody::Withdrawn => Body::Withdrawn,
    };
    keep(ctx, &ask, body).await
}

/// Keeps an earlier version anew, as the latest.
///
/// - `number`: the earlier version.
/// - Errors: not found; `KeepRefused`.
pub async fn restore_template(
    ctx: &Ctx,
    ask: KeepTemplate,
    number: u32,
) -> Result<u32, Refusal<KeepRefused>> {
    ctx.require(Action::EditTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let kept = tx.paper_template(&ctx.scope, ctx.at(), (ask.kind, number)).await?;
    let kept = kept.ok_or(Refusal::NotFound)?;
    drop(tx);
    let body = match (kept.form, kept.word) {
        (TemplateForm::Word, Some(file)) => Body::Kept(file),
        (TemplateForm::Withdrawn, _) => Body::Withdrawn,
        _ => Body::Text(kept.text),
    };
    keep(ctx, &ask, body).await
}

/// What is kept, as far as the store is asked.
#[derive(Clone, Debug)]
enum Body {
    Text(String),
    Brought(String, Vec<u8>),
    Kept(FileId),
    Withdrawn,
}

impl Body {
    const fn form(&self) -> TemplateForm {
        match self {
            Self::Text(_) => TemplateForm::Text,
            Self::Brought(..) | Self::Kept(_) => TemplateForm::Word,
            Self::Withdrawn => TemplateForm::Withdrawn,
        }
    }
}

/// A text as it is kept: one sign ends a line, nothing stands behind it.
fn tidied(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    format!("{}\n", lines.join("\n").trim_end())
}

async fn keep(ctx: &Ctx, ask: &KeepTemplate, body: Body) -> Result<u32, Refusal<KeepRefused>> {
    let mut refused: Vec<KeepRefused> = check_why(&ask.why).into_iter().map(Into::into).collect();
    refused.extend(flaws_of(ask.kind, &body).await?.into_iter().map(KeepRefused::Flaw));
    let tx = ctx.begin().await?;
    let chain = Chain::of_kind(&tx, ctx.at(), ask.kind).await?;
    let own: Vec<&PaperTemplateCard> =
        chain.cards.iter().filter(|it| it.organisation == ctx.at()).collect();
    let latest = own.first().map_or(0, |it| it.number);
    if latest != ask.after {
        refused.push(KeepRefused::Newer { number: latest });
    }
    let is_given = ask.is_given && ctx.organisation.level != Level::Institution;
    if is_unchanged(ctx, &tx, ask, (&body, is_given)).await? {
        refused.push(TemplateObstacle::Unchanged.into());
    }
    Refusal::unless_clear(refused)?;
    let form = body.form();
    let (text, word) = match body {
        Body::Text(text) => (text, None),
        Body::Brought(name, bytes) => {
            (String::new(), Some(keep_file(ctx, &tx, (name, WORD), bytes).await?))
        }
        Body::Kept(file) => (String::new(), Some(file)),
        Body::Withdrawn => (String::new(), None),
    };
    let kept = PaperTemplate {
        organisation: ctx.at(),
        id: ctx.new_id(),
        kind: ask.kind,
        number: latest.saturating_add(1),
        form,
        from_on: ask.from,
        text,
        word,
        is_given,
        why: ask.why.trim().to_owned(),
        kept_by: ctx.actor,
        kept_at: ctx.now,
    };
    match tx.insert_paper_template(&kept).await {
        // Two at once: the other one was first.
        Err(StoreError::Taken(_)) => {
            return Err(Refusal::because(KeepRefused::Newer { number: kept.number }));
        }
        inserted => inserted?,
    }
    let (template, paper, from) = (kept.id, ask.kind, ask.from);
    let event = match form {
        TemplateForm::Withdrawn => Event::TemplateWithdrawn { template, paper, from },
        _ => Event::TemplateKept { template, paper, from },
    };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(kept.number)
}

/// What is wrong with a template, tried on the sample.
async fn flaws_of(kind: PaperKind, body: &Body) -> Result<Vec<Flaw>, anyhow::Error> {
    let body = body.clone();
    let tried = tokio::task::spawn_blocking(move || {
        let sample = trial::example(kind);
        match body {
            Body::Text(text) => trial::try_text(kind, &text, &sample).err().unwrap_or_default(),
            Body::Brought(_, bytes) => {
                trial::try_word(kind, &bytes, &sample).err().unwrap_or_default()
            }
            // It was tried when it was kept first.
            Body::Kept(_) | Body::Withdrawn => Vec::new(),
        }
    });
    Ok(tried.await?)
}

/// Whether papers of the day are made from the same already.
async fn is_unchanged(
    ctx: &Ctx,
    tx: &Tx,
    ask: &KeepTemplate,
    (body, is_given): (&Body, bool),
) -> Result<bool, StoreError> {
    let chain = Chain::of_kind(tx, ctx.at(), ask.kind).await?;
    let own: Vec<_> = chain
        .cards
        .iter()
        .filter(|it| it.organisation == ctx.at())
        .map(PaperTemplateCard::for_rule)
        .collect();
    let held = in_force(&own, ask.from);
    // A version that begins later would otherwise stand for ever in the way of an earlier text.
    let is_latest = held.map(|it| it.number) == own.iter().map(|it| it.number).max();
    let is_same_giving = held.map_or(!is_given, |it| it.is_given == is_given);
    if !is_latest || !is_same_giving {
        return Ok(false);
    }
    match body {
        Body::Withdrawn => Ok(held.is_none_or(|it| it.form == TemplateForm::Withdrawn)),
        Body::Text(text) => {
            let now = wording_of(tx, ctx.at(), ask.kind, ask.from).await?;
            Ok(matches!(now, PaperWording::Text(it) if tidied(&it) == tidied(text)))
        }
        Body::Brought(_, bytes) => {
            let now = wording_of(tx, ctx.at(), ask.kind, ask.from).await?;
            Ok(matches!(now, PaperWording::OwnWord(it) if it == *bytes))
        }
        Body::Kept(file) => {
            let now = chain.chosen(ask.kind, ask.from);
            Ok(now.is_some_and(|(_, it)| it.word == Some(*file)))
        }
    }
}
