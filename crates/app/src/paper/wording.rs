//! From which text a paper of a day is made: the own one, one given from above, or the standard one.
//!
//! Deliberately absent: which of them holds (`mentoring::paper::template`), making the paper.

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::id::OrganisationId;
use mentoring::paper::PaperKind;
use mentoring::paper::template::{TemplateSource, TemplateVersion, choose};
use store::{PaperTemplate, PaperTemplateCard, StoreError, Tx, Upward};

/// What a paper is made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PaperWording {
    /// A text in the markup of papers.
    Text(String),
    /// A Word file with tags.
    OwnWord(Vec<u8>),
}

/// Finds what a paper of a day is made from.
///
/// - Errors: of the store.
pub(crate) async fn wording_of(
    tx: &Tx,
    organisation: OrganisationId,
    kind: PaperKind,
    day: Date,
) -> Result<PaperWording, StoreError> {
    let chain = Chain::of_kind(tx, organisation, kind).await?;
    wording_from(tx, &chain, kind, day).await
}

/// The same as it was at a moment: what was signed says what it said, whatever is decided later.
///
/// - Errors: of the store.
pub(crate) async fn wording_at(
    tx: &Tx,
    organisation: OrganisationId,
    (kind, day): (PaperKind, Date),
    at: Timestamp,
) -> Result<PaperWording, StoreError> {
    let mut chain = Chain::of_kind(tx, organisation, kind).await?;
    chain.cards.retain(|it| it.kept_at <= at);
    wording_from(tx, &chain, kind, day).await
}

async fn wording_from(
    tx: &Tx,
    chain: &Chain,
    kind: PaperKind,
    day: Date,
) -> Result<PaperWording, StoreError> {
    match chain.chosen(kind, day) {
        None => Ok(PaperWording::Text(documents::papers::text(kind).to_owned())),
        Some((_, card)) => wording_in(tx, &tx.chosen_template(card).await?).await,
    }
}

/// What a version is.
///
/// - Errors: of the store.
pub(crate) async fn wording_in(tx: &Tx, kept: &PaperTemplate) -> Result<PaperWording, StoreError> {
    let file = tx.template_file(kept).await?;
    Ok(file.map_or_else(|| PaperWording::Text(kept.text.clone()), PaperWording::OwnWord))
}

/// The versions of an organisation and of those above it.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    /// Who, the organisation itself first.
    pub(crate) upwards: Vec<Upward>,
    /// Their versions: by kind, the latest first.
    pub(crate) cards: Vec<PaperTemplateCard>,
}

impl Chain {
    /// The versions of every kind.
    pub(crate) async fn whole(tx: &Tx, at: OrganisationId) -> Result<Self, StoreError> {
        Self::read(tx, at, None).await
    }

    /// The versions of one kind.
    pub(crate) async fn of_kind(
        tx: &Tx,
        at: OrganisationId,
        kind: PaperKind,
    ) -> Result<Self, StoreError> {
        Self::read(tx, at, Some(kind)).await
    }

    async fn read(
        tx: &Tx,
        at: OrganisationId,
        kind: Option<PaperKind>,
    ) -> Result<Self, StoreError> {
        let upwards = tx.upwards(at).await?;
        let ids: Vec<OrganisationId> = upwards.iter().map(|it| it.organisation).collect();
        let cards = tx.template_cards(&ids, kind).await?;
        Ok(Self { upwards, cards })
    }

    /// The version from which papers of a day are made, and whose it is; `None` for the standard.
    pub(crate) fn chosen(
        &self,
        kind: PaperKind,
        day: Date,
    ) -> Option<(&Upward, &PaperTemplateCard)> {
        let of = |it: &Upward| -> Vec<TemplateVersion> {
            self.versions(it, kind).map(PaperTemplateCard::for_rule).collect()
        };
        let versions: Vec<Vec<TemplateVersion>> = self.upwards.iter().map(of).collect();
        let TemplateSource::Version { steps_up, number } = choose(&versions, day) else {
            return None;
        };
        let whose = self.upwards.get(steps_up)?;
        let card = self.versions(whose, kind).find(|it| it.number == number)?;
        Some((whose, card))
    }

    /// The versions of one organisation and kind, the latest first.
    pub(crate) fn versions(
        &self,
        of: &Upward,
        kind: PaperKind,
    ) -> impl Iterator<Item = &PaperTemplateCard> {
        let at = of.organisation;
        self.cards.iter().filter(move |it| it.organisation == at && it.kind == kind)
    }
}
