//! A link for a new password: for whoever has forgotten the old one.
//!
//! It decides who may make it for whom, how long it lives, and that using it ends every session.
//! Deliberately absent: sending it; it is shown once, to be given by whatever the school uses. The
//! last curator has nobody to ask: whoever has the machine sets the password (`estafeta user reset`).

use jiff::{SignedDuration, Timestamp};
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::PersonId;
use store::{Account, Membership, PasswordLink, StoreError, Tx};

use super::password::{PasswordObstacle, check_password};
use super::session::{Opened, end_sessions, login_key, open_session};
use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};
use crate::secret;

/// How long a link works.
const LIFE: SignedDuration = SignedDuration::from_hours(24);

/// Why no link is made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OfferPasswordObstacle {
    /// The person signs in with nothing yet: an invitation is what is wanted.
    #[error("the person has no account")]
    NoAccount,
    /// The account opens another organisation too, whose accounts the actor does not manage.
    #[error("the account belongs to another organisation too")]
    Elsewhere,
}

/// A link that was made. The token is told this once and never again.
#[derive(Clone)]
pub struct MadePasswordLink {
    /// What the address holds.
    pub token: String,
    /// The first moment when it does not work any more.
    pub expires_at: Timestamp,
}

/// Makes a link by which a person of the organisation sets a new password.
///
/// A link that was made before works no more: whoever asks for another has lost it.
///
/// - Errors: not found without the right or the person; `OfferPasswordObstacle`.
pub async fn offer_password(
    ctx: &Ctx,
    person: PersonId,
) -> Result<MadePasswordLink, Refusal<OfferPasswordObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, person).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::ManageAccounts, person.organisation)?;
    let today = ctx.today();
    let held = tx.memberships(&ctx.scope, person.organisation).await?;
    let is_held = |it: &&Membership| it.person == person.id && it.period().contains(today);
    let account = held.iter().rfind(is_held).map(|it| it.account);
    let account = account.ok_or(Refusal::because(OfferPasswordObstacle::NoAccount))?;
    // A new password opens every organisation of the account: all of them have to be the actor's.
    let all = tx.memberships_near(account, today).await?;
    if !all.iter().all(|it| ctx.scope.may(Action::ManageAccounts, it.organisation)) {
        return Err(Refusal::because(OfferPasswordObstacle::Elsewhere));
    }
    for old in tx.password_links(&ctx.scope, account).await? {
        if state_of(&old, ctx.now) == PasswordLinkState::Open {
            tx.save_password_link(&PasswordLink { withdrawn_at: Some(ctx.now), ..old }).await?;
        }
    }
    let token = secret::token()?;
    let link = PasswordLink {
        organisation: person.organisation,
        id: ctx.new_id(),
        token_hash: secret::token_hash(&token),
        account,
        person: person.id,
        made_by: ctx.actor,
        made_at: ctx.now,
        expires_at: ctx.now + LIFE,
        used_at: None,
        withdrawn_at: None,
    };
    tx.insert_password_link(&link).await?;
    ctx.record(&tx, Event::PasswordLinkMade { link: link.id, account }).await?;
    tx.commit().await?;
    Ok(MadePasswordLink { token, expires_at: link.expires_at })
}

/// How a link stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordLinkState {
    /// It works.
    Open,
    /// It was used.
    Used,
    /// Another was made in its place.
    Withdrawn,
    /// It was not used in time.
    Expired,
}

fn state_of(link: &PasswordLink, now: Timestamp) -> PasswordLinkState {
    if link.used_at.is_some() {
        PasswordLinkState::Used
    } else if link.withdrawn_at.is_some() {
        PasswordLinkState::Withdrawn
    } else if link.expires_at <= now {
        PasswordLinkState::Expired
    } else {
        PasswordLinkState::Open
    }
}

/// A link, as whoever holds it sees it.
#[derive(Clone, Debug)]
pub struct PasswordLinkView {
    /// What the account signs in with.
    pub login: String,
    /// How the link stands.
    pub state: PasswordLinkState,
}

/// Shows the link to whoever holds it.
///
/// - Errors: not found for an unknown token, or a closed account.
pub async fn show_password_link(
    app: &App,
    token: &str,
) -> Result<PasswordLinkView, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let (link, account) = find(&tx, token).await?.ok_or(Refusal::NotFound)?;
    Ok(PasswordLinkView { login: account.login, state: state_of(&link, app.clock.now()) })
}

/// Why the new password is not set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RenewPasswordObstacle {
    /// The link does not work any more: ask for another.
    #[error("the link is {0:?}")]
    Closed(PasswordLinkState),
    /// The password is refused.
    #[error(transparent)]
    Password(#[from] PasswordObstacle),
}

/// Sets a new password by a link, once; ends all sessions of the account, and signs in.
///
/// - `device`: what the browser calls itself.
/// - Errors: not found for an unknown token; `RenewPasswordObstacle`.
pub async fn renew_password(
    app: &App,
    token: &str,
    new: &str,
    device: &str,
) -> Result<Opened, Refusal<RenewPasswordObstacle>> {
    let tx = app.store.read().await?;
    let (link, account) = find(&tx, token).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    refuse_closed(&link, app.clock.now())?;
    let wrong = check_password(new, &account.login);
    Refusal::unless_clear(wrong.into_iter().map(RenewPasswordObstacle::Password).collect())?;
    // Hashing takes its time: before the transaction, not in it.
    let password = Some(secret::password_hash(new.to_owned()).await?);
    let tx = app.store.begin().await?;
    let now = app.clock.now();
    let (link, account) = find(&tx, token).await?.ok_or(Refusal::NotFound)?;
    refuse_closed(&link, now)?;
    let (id, organisation) = (account.id, link.organisation);
    let key = login_key(&account.login);
    tx.save_account(&Account { password, ..account }).await?;
    tx.save_password_link(&PasswordLink { used_at: Some(now), ..link }).await?;
    end_sessions(&tx, id, now, None).await?;
    // Whoever guessed wrong too often and then asked for a link is let in.
    tx.forget_tries(&key).await?;
    tx.record(organisation, Some(id), now, Event::PasswordChanged { account: id }).await?;
    let opened = open_session(app, &tx, id, Some(organisation), device).await?;
    tx.commit().await?;
    Ok(opened)
}

fn refuse_closed(
    link: &PasswordLink,
    now: Timestamp,
) -> Result<(), Refusal<RenewPasswordObstacle>> {
    match state_of(link, now) {
        PasswordLinkState::Open => Ok(()),
        state => Err(Refusal::because(RenewPasswordObstacle::Closed(state))),
    }
}

/// The link of a token, with the open account it is for.
async fn find(tx: &Tx, token: &str) -> Result<Option<(PasswordLink, Account)>, StoreError> {
    let Some(link) = tx.password_link_by_token(&secret::token_hash(token)).await? else {
        return Ok(None);
    };
    let account = tx.account(link.account).await?;
    Ok(account.filter(|it| it.closed_at.is_none()).map(|it| (link, it)))
}
