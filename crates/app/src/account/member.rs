//! Who has access to an organisation, and ending it.
//!
//! It decides that an organisation never locks itself out. Deliberately absent: giving access
//! without an invitation; nobody gets an account unasked.

use jiff::civil::Date;
use mentoring::access::{Action, Relation, Role, may};
use mentoring::event::Event;
use mentoring::id::{AccountId, MembershipId, PersonId};
use mentoring::person::PersonName;
use store::{Account, Membership};

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A membership, as pages show it.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its id.
    pub id: MembershipId,
    /// The account.
    pub account: AccountId,
    /// The person.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// The role.
    pub role: Role,
    /// First day.
    pub from: Date,
    /// Last day; `None` while it lasts. The day before `from` where it was ended on its first day:
    /// it then opened nothing on any whole day.
    pub to: Option<Date>,
}

/// Why a membership cannot be ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndMembershipObstacle {
    /// Nobody would be left who can invite.
    #[error("nobody else manages accounts")]
    LastManager,
    /// It has ended.
    #[error("the membership has ended on {on}")]
    Ended {
        /// Its last day.
        on: Date,
    },
}

/// Lists who has, and had, access to the organisation, the oldest first.
///
/// - Errors: not found without the right.
pub async fn list_members(ctx: &Ctx) -> Result<Vec<Member>, Refusal<Nothing>> {
    ctx.require(Action::ManageAccounts, ctx.at())?;
    let tx = ctx.read().await?;
    let held = tx.memberships(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = held.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let name_of = |id| people.iter().find(|it| it.id == id).map(|it| it.name.clone());
    Ok(held
        .into_iter()
        .map(|it| Member {
            id: it.id,
            account: it.account,
            person: it.person,
            name: name_of(it.person).unwrap_or_default(),
            role: it.role,
            from: it.from_on,
            to: it.to_on,
        })
        .collect())
}

/// Ends a membership: yesterday was its last day, so that it opens nothing from this moment.
///
/// On its first day too, where it was given by mistake: it then has no day at all, and the journal
/// tells that it was given and ended.
///
/// - Errors: not found without the right; `EndMembershipObstacle`.
pub async fn end_membership(
    ctx: &Ctx,
    id: MembershipId,
) -> Result<(), Refusal<EndMembershipObstacle>> {
    ctx.require(Action::ManageAccounts, ctx.at())?;
    let tx = ctx.begin().await?;
    let held = tx.memberships(&ctx.scope, ctx.at()).await?;
    let membership = held.iter().find(|it| it.id == id).cloned().ok_or(Refusal::NotFound)?;
    if let Some(on) = membership.to_on {
        let on = on.max(membership.from_on);
        return Err(Refusal::because(EndMembershipObstacle::Ended { on }));
    }
    let today = ctx.today();
    let manages = |it: &Membership| {
        let lasts = it.to_on.is_none() && it.period().contains(today);
        it.id != id && lasts && may(it.role, Action::ManageAccounts, Relation::Own)
    };
    if !held.iter().any(manages) {
        return Err(Refusal::because(EndMembershipObstacle::LastManager));
    }
    let last = today.yesterday().unwrap_or(today);
    let ended = Membership { to_on: Some(last), ..membership };
    tx.save_membership(&ended).await?;
    ctx.record(&tx, Event::MembershipEnded { membership: id, on: last }).await?;
    tx.commit().await?;
    Ok(())
}

/// Changes the language of one's pages.
///
/// - `lang`: `ru` or `en`; anything else is Russian.
/// - Errors: of the store.
pub async fn change_lang(ctx: &Ctx, lang: &str) -> Result<(), Refusal<Nothing>> {
    let lang = if lang == "en" { "en" } else { "ru" };
    let tx = ctx.begin().await?;
    let account = tx.account(ctx.actor).await?.ok_or(Refusal::NotFound)?;
    tx.save_account(&Account { lang: lang.to_owned(), ..account }).await?;
    tx.commit().await?;
    Ok(())
}
