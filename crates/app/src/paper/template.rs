//! Templates of papers: what is in force for each kind, and a look at a text that is being changed.
//!
//! It decides who sees them. Deliberately absent: which version holds on a day
//! (`mentoring::paper::template`), keeping one (`keep`), words.

use documents::papers::{self, Paper};
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::id::AccountId;
use mentoring::organisation::Level;
use mentoring::paper::PaperKind;
use mentoring::person::PersonName;
use serde_json::Value as Json;
use store::{PaperTemplateCard, StoreError, Tx};

use super::trial::{self, Flaw, Sample};
use super::wording::{Chain, PaperWording, wording_of};
use crate::ctx::Ctx;
use crate::organisation::act::head_of_day;
use crate::organisation::names_of_accounts;
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};

/// From whom the template in force comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The standard text of the program.
    Standard,
    /// The organisation's own.
    Own,
    /// One above, by its short name.
    Above(String),
}

/// The template in force for one kind.
#[derive(Clone, Debug)]
pub struct TemplateLine {
    /// The kind.
    pub kind: PaperKind,
    /// Whose template papers of today are made from.
    pub origin: Origin,
    /// The version in force; `None` for the standard text.
    pub card: Option<PaperTemplateCard>,
    /// Who made it, where it is the organisation's own.
    pub by: Option<PersonName>,
}

/// What of the list is shown.
#[derive(Clone, Debug, Default)]
pub struct TemplateFilter {
    /// A part of the title, the purpose or the number.
    pub search: String,
    /// Only kinds that are not made from the standard text.
    pub changed: bool,
}

/// The templates of all kinds.
#[derive(Clone, Debug)]
pub struct TemplateList {
    /// Those asked for, in the order of the life.
    pub lines: Vec<TemplateLine>,
    /// How many kinds are made from a text that is not the standard one.
    pub n_changed: usize,
    /// Whether the actor may change them.
    pub may_edit: bool,
}

/// Lists the templates in force today.
///
/// - Errors: not found without the right.
pub async fn list_templates(
    ctx: &Ctx,
    filter: &TemplateFilter,
) -> Result<TemplateList, Refusal<Nothing>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let chain = Chain::whole(&tx, ctx.at()).await?;
    let names = names_of_accounts(ctx, &tx).await?;
    let line = |kind: PaperKind| {
        let chosen = chain.chosen(kind, ctx.today());
        let card = chosen.map(|(_, card)| card.clone());
        let by = card.as_ref().and_then(|it| named(&names, it));
        TemplateLine { kind, origin: origin_of(ctx, chosen.map(|(it, _)| it)), card, by }
    };
    let all: Vec<TemplateLine> = PaperKind::ALL.iter().map(|it| line(*it)).collect();
    let is_changed = |it: &TemplateLine| it.origin != Origin::Standard;
    Ok(TemplateList {
        n_changed: all.iter().filter(|it| is_changed(it)).count(),
        lines: all
            .into_iter()
            .filter(|it| is_found(it.kind, &filter.search) && (!filter.changed || is_changed(it)))
            .collect(),
        may_edit: ctx.may(Action::EditTemplates),
    })
}

fn is_found(kind: PaperKind, search: &str) -> bool {
    let spec = kind.spec();
    let said = folded(&format!("{} {} {}", spec.number, spec.title, spec.purpose));
    folded(search).split_whitespace().all(|word| said.contains(word))
}

fn origin_of(ctx: &Ctx, whose: Option<&store::Upward>) -> Origin {
    match whose {
        None => Origin::Standard,
        Some(it) if it.organisation == ctx.at() => Origin::Own,
        Some(it) => Origin::Above(it.name.clone()),
    }
}

fn named(names: &[(AccountId, PersonName)], card: &PaperTemplateCard) -> Option<PersonName> {
    names.iter().find(|(account, _)| *account == card.kept_by).map(|(_, name)| name.clone())
}

/// A version of the organisation's own, with who made it.
#[derive(Clone, Debug)]
pub struct TemplateVersionLine {
    /// The version.
    pub card: PaperTemplateCard,
    /// Who made it.
    pub by: Option<PersonName>,
}

/// One template with everything about it.
#[derive(Clone, Debug)]
pub struct TemplateView {
    /// The kind.
    pub kind: PaperKind,
    /// Whose template papers of today are made from.
    pub origin: Origin,
    /// The version in force; `None` for the standard text.
    pub card: Option<PaperTemplateCard>,
    /// The text to begin from: the one in force, or the standard one where a Word file is in force.
    pub text: String,
    /// The organisation's own versions, the latest first.
    pub versions: Vec<TemplateVersionLine>,
    /// Whether organisations below may be given the next version.
    pub is_centre: bool,
    /// Whether the actor may change it.
    pub may_edit: bool,
    /// The day.
    pub today: Date,
}

impl TemplateView {
    /// The number of the latest own version; 0 where there is none.
    #[must_use]
    pub fn latest(&self) -> u32 {
        self.versions.first().map_or(0, |it| it.card.number)
    }
}

/// Shows the template of a kind.
///
/// - Errors: not found without the right.
pub async fn show_template(ctx: &Ctx, kind: PaperKind) -> Result<TemplateView, Refusal<Nothing>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let chain = Chain::of_kind(&tx, ctx.at(), kind).await?;
    let names = names_of_accounts(ctx, &tx).await?;
    let chosen = chain.chosen(kind, ctx.today());
    let text = match wording_of(&tx, ctx.at(), kind, ctx.today()).await? {
        PaperWording::Text(text) => text,
        PaperWording::OwnWord(_) => papers::text(kind).to_owned(),
    };
    let own = chain.cards.iter().filter(|it| it.organisation == ctx.at());
    let line =
        |it: &PaperTemplateCard| TemplateVersionLine { by: named(&names, it), card: it.clone() };
    Ok(TemplateView {
        kind,
        origin: origin_of(ctx, chosen.map(|(it, _)| it)),
        card: chosen.map(|(_, it)| it.clone()),
        text,
        versions: own.map(line).collect(),
        is_centre: ctx.organisation.level != Level::Institution,
        may_edit: ctx.may(Action::EditTemplates),
        today: ctx.today(),
    })
}

/// Makes a paper of a text that is being changed, from a sample.
///
/// - Errors: not found without the right; everything that is wrong with the text.
pub async fn preview_template(
    ctx: &Ctx,
    kind: PaperKind,
    text: String,
    sample: Sample,
) -> Result<Paper, Refusal<Flaw>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let data = sample_of(ctx, &tx, kind, sample).await?;
    drop(tx);
    let tried = tokio::task::spawn_blocking(move || trial::try_text(kind, &text, &data)).await;
    tried.map_err(|error| Refusal::Unexpected(error.into()))?.map_err(Refusal::Obstacles)
}

/// The data of a sample.
pub(super) async fn sample_of(
    ctx: &Ctx,
    tx: &Tx,
    kind: PaperKind,
    sample: Sample,
) -> Result<Json, StoreError> {
    let example = trial::example(kind);
    if sample == Sample::Example {
        return Ok(example);
    }
    let head = head_of_day(ctx, tx, ctx.today()).await?;
    Ok(trial::in_own_school(example, &ctx.organisation.card, head.as_ref()))
}
