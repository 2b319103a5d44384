//! Invitations: a link that opens an account, once.
//!
//! It decides who may invite whom with which role, and how long a link lives. Deliberately absent:
//! sending the link; it is shown once, to be sent by whatever the school uses.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use mentoring::access::{Action, Relation, Role, may};
use mentoring::event::Event;
use mentoring::id::{AccountId, InvitationId, OrganisationId, PersonId};
use mentoring::organisation::Level;
use mentoring::person::PersonName;
use store::{Account, Invitation, Membership, StoreError, Tx};

use super::password::{LoginObstacle, PasswordObstacle, check_login, check_password};
use super::session::{Opened, open_session};
use crate::ctx::{App, Ctx, day_in, zone_of};
use crate::refusal::{Nothing, Refusal};
use crate::secret;

/// How long a link works.
const LIFE: SignedDuration = SignedDuration::from_hours(14 * 24);

/// What inviting asks.
#[derive(Clone, Copy, Debug)]
pub struct Invite {
    /// Whom: a person of the organisation.
    pub person: PersonId,
    /// With which role.
    pub role: Role,
}

/// Why somebody cannot be invited so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InviteObstacle {
    /// The person has an account with this role.
    #[error("the person has the role already")]
    HasRole,
    /// A link for this person and role works until then.
    #[error("a link for the person and role works already")]
    Invited,
    /// Centres are of municipalities and regions, all other roles of the rest.
    #[error("an organisation of level {level} has no {role}")]
    WrongLevel {
        /// The role.
        role: Role,
        /// The level of the organisation.
        level: Level,
    },
    /// The person has left.
    #[error("the person has left")]
    Left,
    /// Who only acts for a curator who is away gives nobody the right to manage accounts.
    #[error("who acts for another cannot give the role {role}")]
    OnlyActing {
        /// The role.
        role: Role,
    },
}

/// A link that was made. The token is told this once and never again.
#[derive(Clone)]
pub struct InviteLink {
    /// Its id.
    pub id: InvitationId,
    /// What the address holds.
    pub token: String,
    /// The first moment when it does not work any more.
    pub expires_at: Timestamp,
}

/// Makes an invitation link for a person.
///
/// - Errors: not found without the right or the person; `InviteObstacle`.
pub async fn invite(ctx: &Ctx, ask: Invite) -> Result<InviteLink, Refusal<InviteObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, ask.person).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::ManageAccounts, person.organisation)?;
    let mut obstacles = Vec::new();
    if person.left_on.is_some_and(|left| left < ctx.today()) {
        obstacles.push(InviteObstacle::Left);
    }
    let level = ctx.organisation.level;
    if !ask.role.is_of(level) {
        obstacles.push(InviteObstacle::WrongLevel { role: ask.role, level });
    }
    let is_strong = may(ask.role, Action::ManageAccounts, Relation::Own);
    if is_strong && !ctx.holds_itself(&tx, Action::ManageAccounts).await? {
        obstacles.push(InviteObstacle::OnlyActing { role: ask.role });
    }
    let held = tx.memberships(&ctx.scope, person.organisation).await?;
    let is_held = |it: &Membership| {
        it.person == ask.person
            && it.role == ask.role
            && it.to_on.is_none_or(|last| ctx.today() <= last)
    };
    if held.iter().any(is_held) {
        obstacles.push(InviteObstacle::HasRole);
    }
    let made = tx.invitations(&ctx.scope, person.organisation).await?;
    let is_open = |it: &Invitation| state_of(it, ctx.now) == InvitationState::Open;
    if made.iter().any(|it| it.person == ask.person && it.role == ask.role && is_open(it)) {
        obstacles.push(InviteObstacle::Invited);
    }
    Refusal::unless_clear(obstacles)?;
    let token = secret::token()?;
    let invitation = Invitation {
        organisation: person.organisation,
        id: ctx.new_id(),
        token_hash: secret::token_hash(&token),
        person: ask.person,
        role: ask.role,
        made_by: ctx.actor,
        made_at: ctx.now,
        expires_at: ctx.now + LIFE,
        accepted_at: None,
        accepted_by: None,
        withdrawn_at: None,
    };
    tx.insert_invitation(&invitation).await?;
    ctx.record(&tx, Event::InvitationMade { invitation: invitation.id, role: ask.role }).await?;
    tx.commit().await?;
    Ok(InviteLink { id: invitation.id, token, expires_at: invitation.expires_at })
}

/// How an invitation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationState {
    /// The link works.
    Open,
    /// It was used.
    Accepted,
    /// It was taken back.
    Withdrawn,
    /// It was not used in time.
    Expired,
}

fn state_of(invitation: &Invitation, now: Timestamp) -> InvitationState {
    if invitation.accepted_at.is_some() {
        InvitationState::Accepted
    } else if invitation.withdrawn_at.is_some() {
        InvitationState::Withdrawn
    } else if invitation.expires_at <= now {
        InvitationState::Expired
    } else {
        InvitationState::Open
    }
}

/// An invitation, as pages show it.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// Its id.
    pub id: InvitationId,
    /// Whom.
    pub person: PersonId,
    /// The name.
    pub name: PersonName,
    /// With which role.
    pub role: Role,
    /// Name of the organisation.
    pub organisation: String,
    /// How it stands.
    pub state: InvitationState,
    /// The first moment when it does not work any more.
    pub expires_at: Timestamp,
}

/// Lists the invitations of the organisation, the latest first.
///
/// - Errors: not found without the right.
pub async fn list_invitations(ctx: &Ctx) -> Result<Vec<InvitationView>, Refusal<Nothing>> {
    ctx.require(Action::ManageAccounts, ctx.at())?;
    let tx = ctx.read().await?;
    let made = tx.invitations(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = made.iter().map(|it| it.person).collect();
    let people = tx.people_by_ids(&ctx.scope, &ids).await?;
    let name_of = |id| people.iter().find(|it| it.id == id).map(|it| it.name.clone());
    Ok(made
        .into_iter()
        .map(|it| InvitationView {
            id: it.id,
            person: it.person,
            name: name_of(it.person).unwrap_or_default(),
            role: it.role,
            organisation: ctx.organisation.card.name.clone(),
            state: state_of(&it, ctx.now),
            expires_at: it.expires_at,
        })
        .collect())
}

/// Takes back an invitation that was not used.
///
/// - Errors: not found without the right, or where the link does not work any more anyway.
pub async fn withdraw_invitation(ctx: &Ctx, id: InvitationId) -> Result<(), Refusal<Nothing>> {
    ctx.require(Action::ManageAccounts, ctx.at())?;
    let tx = ctx.begin().await?;
    let made = tx.invitations(&ctx.scope, ctx.at()).await?;
    let open = made
        .into_iter()
        .find(|it| it.id == id && state_of(it, ctx.now) == InvitationState::Open)
        .ok_or(Refusal::NotFound)?;
    tx.save_invitation(&Invitation { withdrawn_at: Some(ctx.now), ..open }).await?;
    ctx.record(&tx, Event::InvitationWithdrawn { invitation: id }).await?;
    tx.commit().await?;
    Ok(())
}

/// Shows the invitation of a link to whoever holds it.
///
/// - Errors: not found for an unknown token. A used or expired link is shown with its state, so
///   that the page can say what to do.
pub async fn show_invitation(app: &App, token: &str) -> Result<InvitationView, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let found = tx.invitation_by_token(&secret::token_hash(token)).await?;
    let invitation = found.ok_or(Refusal::NotFound)?;
    let (organisation, name) = placed(&tx, &invitation).await?.ok_or(Refusal::NotFound)?;
    Ok(InvitationView {
        id: invitation.id,
        person: invitation.person,
        name,
        role: invitation.role,
        organisation: organisation.card.name,
        state: state_of(&invitation, app.clock.now()),
        expires_at: invitation.expires_at,
    })
}

/// The organisation and the name of an invitation: who has the link is in its scope.
async fn placed(
    tx: &Tx,
    invitation: &Invitation,
) -> Result<Option<(mentoring::organisation::Organisation, PersonName)>, StoreError> {
    let scope = mentoring::access::Scope::of(invitation.organisation, invitation.role);
    let seen = tx.organisation(&scope, invitation.organisation).await?;
    let person = tx.person(&scope, invitation.person).await?;
    Ok(seen.zip(person).map(|(seen, (person, _))| (seen.organisation, person.name)))
}

/// What accepting asks.
#[derive(Clone, Default)]
pub struct AcceptInvitation {
    /// What the address holds.
    pub token: String,
    /// What to sign in with from now on.
    pub login: String,
    /// The password.
    pub password: String,
    /// Language of the page.
    pub lang: String,
    /// What the browser calls itself.
    pub device: String,
}

/// Why an invitation is not accepted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AcceptObstacle {
    /// The link does not work any more: ask for another.
    #[error("the invitation is {0:?}")]
    Closed(InvitationState),
    /// The login is refused.
    #[error(transparent)]
    Login(#[from] LoginObstacle),
    /// The password is refused.
    #[error(transparent)]
    Password(#[from] PasswordObstacle),
}

/// Accepts an invitation with a new account, and signs in.
///
/// - Errors: not found for an unknown token; `AcceptObstacle`.
pub async fn accept_invitation(
    app: &App,
    ask: &AcceptInvitation,
) -> Result<Opened, Refusal<AcceptObstacle>> {
    let login = ask.login.trim().to_lowercase();
    let mut obstacles: Vec<AcceptObstacle> =
        check_login(&login).into_iter().map(AcceptObstacle::Login).collect();
    obstacles
        .extend(check_password(&ask.password, &login).into_iter().map(AcceptObstacle::Password));
    Refusal::unless_clear(obstacles)?;
    // Hashing takes its time: before the transaction, not in it.
    let password = secret::password_hash(ask.password.clone()).await?;
    let tx = app.store.begin().await?;
    let invitation = open_invitation(app, &tx, &ask.token).await?;
    let account = Account {
        id: app.new_id(),
        login,
        password: Some(password),
        lang: ask.lang.clone(),
        is_persona: false,
        opened_at: app.clock.now(),
        closed_at: None,
        revision: 0,
    };
    match tx.insert_account(&account).await {
        Err(StoreError::Taken(_)) => return Err(Refusal::because(LoginObstacle::Taken.into())),
        outcome => outcome?,
    }
    let organisation = invitation.organisation;
    tx.record(
        organisation,
        Some(account.id),
        app.clock.now(),
        Event::AccountOpened { account: account.id },
    )
    .await?;
    join(app, &tx, invitation, account.id).await?;
    let opened = open_session(app, &tx, account.id, Some(organisation), &ask.device).await?;
    tx.commit().await?;
    Ok(opened)
}

/// Accepts an invitation with the account one is signed in with: one person, several schools.
///
/// - Errors: not found for an unknown token; `AcceptObstacle::Closed`.
pub async fn join_invitation(
    ctx: &Ctx,
    token: &str,
) -> Result<OrganisationId, Refusal<AcceptObstacle>> {
    let tx = ctx.begin().await?;
    let invitation = open_invitation(&ctx.app, &tx, token).await?;
    let organisation = invitation.organisation;
    join(&ctx.app, &tx, invitation, ctx.actor).await?;
    tx.commit().await?;
    Ok(organisation)
}

async fn open_invitation(
    app: &App,
    tx: &Tx,
    token: &str,
) -> Result<Invitation, Refusal<AcceptObstacle>> {
    let found = tx.invitation_by_token(&secret::token_hash(token)).await?;
    let invitation = found.ok_or(Refusal::NotFound)?;
    match state_of(&invitation, app.clock.now()) {
        InvitationState::Open => Ok(invitation),
        state => Err(Refusal::because(AcceptObstacle::Closed(state))),
    }
}

/// Uses an invitation up and gives its role.
async fn join(
    app: &App,
    tx: &Tx,
    invitation: Invitation,
    account: AccountId,
) -> Result<(), Refusal<AcceptObstacle>> {
    let now = app.clock.now();
    let (organisation, _) = placed(tx, &invitation).await?.ok_or(Refusal::NotFound)?;
    let from_on = day_in(now, &zone_of(&organisation));
    let again = given_again(tx, &invitation, account, from_on).await?;
    let is_new = again.is_none();
    let membership = again.unwrap_or_else(|| Membership {
        organisation: invitation.organisation,
        id: app.new_id(),
        account,
        person: invitation.person,
        role: invitation.role,
        from_on,
        to_on: None,
    });
    match is_new {
        true => tx.insert_membership(&membership).await?,
        false => tx.save_membership(&membership).await?,
    }
    let used = Invitation { accepted_at: Some(now), accepted_by: Some(account), ..invitation };
    tx.save_invitation(&used).await?;
    let events = [
        Event::InvitationAccepted { invitation: used.id, account },
        Event::MembershipGiven { membership: membership.id, account, role: membership.role },
    ];
    for event in events {
        tx.record(used.organisation, Some(account), now, event).await?;
    }
    Ok(())
}

/// The membership that the account was given with the same role this very day, open again: one day
/// holds one of a kind, and this one was ended by mistake.
async fn given_again(
    tx: &Tx,
    invitation: &Invitation,
    account: AccountId,
    from_on: Date,
) -> Result<Option<Membership>, StoreError> {
    let scope = mentoring::access::Scope::of(invitation.organisation, invitation.role);
    let held = tx.memberships(&scope, invitation.organisation).await?;
    let is_same = |it: &Membership| {
        it.account == account && it.role == invitation.role && it.from_on == from_on
    };
    Ok(held.into_iter().find(is_same).map(|it| Membership { to_on: None, ..it }))
}
