//! Organisations: the card, the sizes of target groups, adding one below, the journal.
//!
//! It decides who sees and changes them. Deliberately absent: founding the first (`account`),
//! the figures of those below (`network`).

pub mod act;
pub mod terms;

use mentoring::access::{Action, Relation};
use mentoring::event::Event;
use mentoring::id::{AccountId, OrganisationId, PersonId};
use mentoring::organisation::requisites::{LocalAct, Requisites, check_requisites};
use mentoring::organisation::{
    Card, CardObstacle, GroupSize, Level, Organisation, OrganisationKind, TargetGroup, check_card,
    may_stand_below,
};
use mentoring::person::PersonName;
use store::Entry;

use self::act::InOffice;
use crate::ctx::Ctx;
use crate::pools::dictionary::begin_dictionary;
use crate::refusal::{Nothing, Refusal};

/// The card of the organisation, with what is needed to change it.
#[derive(Clone, Debug)]
pub struct CardView {
    /// The organisation.
    pub organisation: Organisation,
    /// To be given back when the card is changed.
    pub revision: i64,
    /// What papers take beside the card.
    pub requisites: Requisites,
    /// Acts that papers name, the latest first.
    pub acts: Vec<LocalAct>,
    /// Who heads or headed the organisation, the latest first; of one's own only.
    pub heads: Vec<InOffice>,
    /// The sizes of target groups, by group, the latest first.
    pub sizes: Vec<GroupSize>,
    /// Whether the actor may change the card.
    pub may_edit: bool,
}

/// Shows the card of an organisation that the actor reaches.
///
/// - Errors: not found.
pub async fn show_card(ctx: &Ctx, id: OrganisationId) -> Result<CardView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let seen = tx.organisation(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    if seen.relation == Relation::Own {
        ctx.require(Action::SeeOrganisation, id)?;
    }
    let is_own = id == ctx.at();
    Ok(CardView {
        organisation: seen.organisation,
        requisites: tx.requisites(&ctx.scope, id).await?,
        acts: tx.local_acts(&ctx.scope, id).await?,
        heads: if is_own { act::heads(ctx, &tx).await? } else { Vec::new() },
        revision: seen.revision,
        sizes: tx.group_sizes(&ctx.scope, id).await?,
        may_edit: ctx.scope.may(Action::EditOrganisation, id),
    })
}

/// What changing a card asks.
#[derive(Clone, Debug)]
pub struct ChangeCard {
    /// The new card.
    pub card: Card,
    /// What papers take beside it.
    pub requisites: Requisites,
    /// The kind.
    pub kind: OrganisationKind,
    /// Name of the time zone.
    pub zone: String,
    /// As it was shown.
    pub revision: i64,
}

/// Why a card is not saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeCardObstacle {
    /// The card is wrong.
    #[error(transparent)]
    Card(#[from] CardObstacle),
    /// There is no such time zone.
    #[error("there is no time zone of this name")]
    Zone,
}

/// Changes the card of the organisation.
///
/// - Errors: not found without the right; stale; `ChangeCardObstacle`.
pub async fn change_card(ctx: &Ctx, ask: &ChangeCard) -> Result<(), Refusal<ChangeCardObstacle>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let mut obstacles: Vec<ChangeCardObstacle> =
        check_card(&ask.card).into_iter().map(ChangeCardObstacle::Card).collect();
    let requisites = check_requisites(&ask.requisites);
    obstacles.extend(requisites.into_iter().map(ChangeCardObstacle::Card));
    if jiff::tz::TimeZone::get(&ask.zone).is_err() {
        obstacles.push(ChangeCardObstacle::Zone);
    }
    Refusal::unless_clear(obstacles)?;
    let changed = Organisation {
        card: ask.card.clone(),
        kind: ask.kind,
        zone: ask.zone.clone(),
        ..ctx.organisation.clone()
    };
    let tx = ctx.begin().await?;
    tx.save_organisation(&changed, ask.revision).await?;
    tx.save_requisites(ctx.at(), &ask.requisites).await?;
    ctx.record(&tx, Event::OrganisationChanged { organisation: ctx.at() }).await?;
    tx.commit().await?;
    Ok(())
}

/// Sets the size of a target group from a day on.
///
/// - Errors: not found without the right.
pub async fn set_group_size(
    ctx: &Ctx,
    group: TargetGroup,
    n_people: u32,
    from: jiff::civil::Date,
) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::EditOrganisation, ctx.at())?;
    let size = GroupSize { id: ctx.new_id(), group, n_people, from };
    let tx = ctx.begin().await?;
    tx.set_group_size(ctx.at(), size).await?;
    ctx.record(&tx, Event::GroupSizeSet { size: size.id, from }).await?;
    tx.commit().await?;
    Ok(())
}

/// What adding an organisation below asks.
#[derive(Clone, Debug)]
pub struct AddOrganisation {
    /// Its level.
    pub level: Level,
    /// Its kind.
    pub kind: OrganisationKind,
    /// Its card; the name at least.
    pub card: Card,
}

/// Adds an organisation below the one that is being worked in.
///
/// - Returns: its id. Its people are invited by its own curator: the centre sees figures only.
/// - Errors: not found without the right; `CardObstacle`.
pub async fn add_organisation(
    ctx: &Ctx,
    ask: &AddOrganisation,
) -> Result<OrganisationId, Refusal<CardObstacle>> {
    ctx.require(Action::AddOrganisation, ctx.at())?;
    let mut obstacles = check_card(&ask.card);
    if !may_stand_below(ctx.organisation.level, ask.level) {
        obstacles
            .push(CardObstacle::WrongLevel { above: ctx.organisation.level, below: ask.level });
    }
    Refusal::unless_clear(obstacles)?;
    let organisation = Organisation {
        id: ctx.new_id(),
        parent: Some(ctx.at()),
        level: ask.level,
        kind: ask.kind,
        card: ask.card.clone(),
        zone: ctx.organisation.zone.clone(),
    };
    let tx = ctx.begin().await?;
    tx.insert_organisation(&organisation).await?;
    ctx.record(&tx, Event::OrganisationFounded { organisation: organisation.id }).await?;
    begin_dictionary(&ctx.app, &tx, &organisation, Some(ctx.actor)).await?;
    tx.commit().await?;
    Ok(organisation.id)
}

/// One line of the journal, with the name of who did it.
#[derive(Clone, Debug)]
pub struct JournalLine {
    /// The entry.
    pub entry: Entry,
    /// The name; `None` where the product did it by itself, or somebody of another organisation.
    pub by: Option<PersonName>,
}

/// Shows the journal of the organisation, the latest first.
///
/// - `before`: only entries with a smaller number; `None` for the latest.
/// - Returns: at most a hundred lines.
/// - Errors: not found without the right.
pub async fn show_journal(
    ctx: &Ctx,
    before: Option<i64>,
) -> Result<Vec<JournalLine>, Refusal<Nothing>> {
    ctx.require(Action::SeeJournal, ctx.at())?;
    let tx = ctx.read().await?;
    let entries = tx.journal(&ctx.scope, ctx.at(), before, 100).await?;
    let names = names_of_accounts(ctx, &tx).await?;
    let name_of = |by: Option<AccountId>| {
        by.and_then(|by| names.iter().find(|(account, _)| *account == by))
            .map(|(_, name)| name.clone())
    };
    Ok(entries.into_iter().map(|entry| JournalLine { by: name_of(entry.by), entry }).collect())
}

/// The names behind the accounts of the organisation: for histories of rows, tasks and people.
///
/// - Errors: of the store.
pub async fn names_of_accounts(
    ctx: &Ctx,
    tx: &store::Tx,
) -> Result<Vec<(AccountId, PersonName)>, store::StoreError> {
    let held = tx.memberships(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = held.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let named = held.iter().filter_map(|it| {
        let person = people.iter().find(|person| person.id == it.person)?;
        Some((it.account, person.name.clone()))
    });
    Ok(named.collect())
}
