//! Sessions: signing in, being recognised, signing out.
//!
//! It decides how long a session lives and how often guessing is allowed. Deliberately absent: the
//! cookie (`web`).

use jiff::{SignedDuration, Timestamp};
use mentoring::access::Role;
use mentoring::event::Event;
use mentoring::id::{AccountId, OrganisationId, SessionId};
use mentoring::person::PersonName;
use store::{Session, StoreError, Tx};

use crate::ctx::{App, Ctx, Manner};
use crate::refusal::{Nothing, Refusal};
use crate::secret;

/// A session ends when it was not used for so long: over the summer nobody stays signed in.
const IDLE: SignedDuration = SignedDuration::from_hours(7 * 24);
/// A session ends after so long however much it is used.
const LIFE: SignedDuration = SignedDuration::from_hours(60 * 24);
/// Using a session is written down no more often than this, so that reading a page writes nothing.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(10);

/// Tries are counted in windows of this length.
const TRY_WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Tries for one login in a window: a person who forgot needs a few, a guesser many.
const TRIES_OF_LOGIN: u32 = 10;
/// Tries from one address in a window: a whole school stands behind one address.
const TRIES_OF_ADDRESS: u32 = 100;

/// The longest name of a device that is kept, in characters.
const DEVICE_LIMIT: usize = 200;

/// A session that was opened. The token is told this once and never again.
#[derive(Clone)]
pub struct Opened {
    /// What the cookie holds.
    pub token: String,
    /// When it ends however much it is used.
    pub expires_at: Timestamp,
}

impl std::fmt::Debug for Opened {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Opened").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

/// What signing in asks.
#[derive(Clone, Default)]
pub struct SignIn {
    /// The login, in any case.
    pub login: String,
    /// The password.
    pub password: String,
    /// The address of the network it is tried from.
    pub address: String,
    /// What the browser calls itself.
    pub device: String,
}

/// Why somebody is not signed in.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SignInObstacle {
    /// No such pair of login and password; which of the two is wrong is not told.
    #[error("no such login and password")]
    WrongPair,
    /// Too many tries: wait.
    #[error("too many tries, {minutes} minutes to wait")]
    TooMany {
        /// Minutes to wait.
        minutes: u32,
    },
    /// The account belongs to no organisation any more.
    #[error("the account belongs to no organisation")]
    NoMembership,
}

/// Signs in with login and password.
///
/// - Errors: `SignInObstacle`.
pub async fn sign_in(app: &App, ask: &SignIn) -> Result<Opened, Refusal<SignInObstacle>> {
    let login = ask.login.trim().to_lowercase();
    let keys = [
        (login_key(&login), TRIES_OF_LOGIN),
        (secret::counter_key("address", &ask.address), TRIES_OF_ADDRESS),
    ];
    count_tries(app, &keys).await?;
    let tx = app.store.read().await?;
    let account = tx.account_by_login(&login).await?;
    tx.commit().await?;
    let hash = account.as_ref().and_then(|it| it.password.clone());
    let is_right = secret::is_password(ask.password.clone(), hash).await?;
    let Some(account) = account.filter(|_| is_right) else {
        return Err(Refusal::because(SignInObstacle::WrongPair));
    };
    let tx = app.store.begin().await?;
    let Some(ctx) = app.ctx_in(&tx, account.id, None).await? else {
        return Err(Refusal::because(SignInObstacle::NoMembership));
    };
    let opened = open_session(app, &tx, account.id, Some(ctx.at()), &ask.device).await?;
    tx.forget_tries(&keys[0].0).await?;
    ctx.record(&tx, Event::SignedIn { account: account.id }).await?;
    tx.commit().await?;
    Ok(opened)
}

/// The key under which tries at a login are counted.
pub(super) fn login_key(login: &str) -> String {
    secret::counter_key("login", login)
}

/// Counts a try in a transaction of its own, so that a wrong one stays counted.
async fn count_tries(app: &App, keys: &[(String, u32)]) -> Result<(), Refusal<SignInObstacle>> {
    let now = app.clock.now();
    let counted = store::retried(|| async {
        let tx = app.store.begin().await?;
        let mut is_too_many = false;
        for (key, limit) in keys {
            let n = tx.count_try(key, now - TRY_WINDOW, now).await?;
            is_too_many |= *limit < n;
        }
        tx.commit().await?;
        Ok::<_, StoreError>(is_too_many)
    });
    match counted.await? {
        true => {
            let minutes = u32::try_from(TRY_WINDOW.as_mins()).unwrap_or(u32::MAX);
            Err(Refusal::because(SignInObstacle::TooMany { minutes }))
        }
        false => Ok(()),
    }
}

/// Opens a session inside a transaction.
pub(super) async fn open_session(
    app: &App,
    tx: &Tx,
    account: AccountId,
    organisation: Option<OrganisationId>,
    device: &str,
) -> anyhow::Result<Opened> {
    let (token, csrf) = (secret::token()?, secret::token()?);
    let now = app.clock.now();
    let session = Session {
        id: app.new_id(),
        token_hash: secret::token_hash(&token),
        account,
        csrf,
        organisation,
        device: device.chars().filter(|it| !it.is_control()).take(DEVICE_LIMIT).collect(),
        opened_at: now,
        seen_at: now,
        expires_at: now + LIFE,
        ended_at: None,
    };
    tx.insert_session(&session).await?;
    Ok(Opened { token, expires_at: session.expires_at })
}

/// Recognises who asks by the token of the cookie; `None` for anybody unknown, expired or gone.
///
/// - Errors: of the store.
pub async fn find_session(app: &App, token: &str) -> Result<Option<Ctx>, Refusal<Nothing>> {
    let hash = secret::token_hash(token);
    let tx = app.store.read().await?;
    let now = app.clock.now();
    let Some(session) = tx.session_by_token(&hash).await?.filter(|it| {
        // In the sample town a month may pass at one click; nobody is sent to the door for it.
        app.manner == Manner::Demo && it.ended_at.is_none() || is_alive(it, now)
    }) else {
        return Ok(None);
    };
    let Some(mut ctx) = app.ctx_in(&tx, session.account, session.organisation).await? else {
        return Ok(None);
    };
    tx.commit().await?;
    ctx.session = Some(session.id);
    if SEEN_EVERY <= now.duration_since(session.seen_at) {
        let tx = app.store.begin().await?;
        // It may have been ended in between: look again under the pen.
        if let Some(session) = tx.session_by_token(&hash).await? {
            tx.save_session(&Session { seen_at: now, ..session }).await?;
        }
        tx.commit().await?;
    }
    Ok(Some(ctx))
}

fn is_alive(session: &Session, now: Timestamp) -> bool {
    now < session.expires_at && now.duration_since(session.seen_at) < IDLE
}

/// Signs out on this device.
///
/// - Errors: of the store.
pub async fn sign_out(ctx: &Ctx) -> Result<(), Refusal<Nothing>> {
    let Some(session) = ctx.session else { return Ok(()) };
    end_session(ctx, session).await
}

/// Ends one session of one's own account.
///
/// - Errors: not found where it is another's.
pub async fn end_session(ctx: &Ctx, id: SessionId) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    let mine = tx.sessions(ctx.actor).await?;
    let Some(session) = mine.into_iter().find(|it| it.id == id) else {
        return Err(Refusal::NotFound);
    };
    tx.save_session(&Session { ended_at: Some(ctx.now), ..session }).await?;
    tx.commit().await?;
    Ok(())
}

/// Signs out on every device, this one too.
///
/// - Errors: of the store.
pub async fn sign_out_everywhere(ctx: &Ctx) -> Result<(), Refusal<Nothing>> {
    let tx = ctx.begin().await?;
    end_sessions(&tx, ctx.actor, ctx.now, None).await?;
    ctx.record(&tx, Event::SignedOutEverywhere { account: ctx.actor }).await?;
    tx.commit().await?;
    Ok(())
}

/// Ends the sessions of an account, save one.
pub(super) async fn end_sessions(
    tx: &Tx,
    account: AccountId,
    now: Timestamp,
    save: Option<SessionId>,
) -> Result<(), StoreError> {
    for session in tx.sessions(account).await? {
        if Some(session.id) != save {
            tx.save_session(&Session { ended_at: Some(now), ..session }).await?;
        }
    }
    Ok(())
}

/// A session of one's own, as the settings show it.
#[derive(Clone, Debug)]
pub struct SessionView {
    /// Its id.
    pub id: SessionId,
    /// What the browser calls itself.
    pub device: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When it was last used, to ten minutes.
    pub seen_at: Timestamp,
    /// Whether it is this one.
    pub is_this: bool,
}

/// Lists one's own sessions, the latest used first.
///
/// - Errors: of the store.
pub async fn list_sessions(ctx: &Ctx) -> Result<Vec<SessionView>, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let sessions = tx.sessions(ctx.actor).await?;
    let alive = sessions.into_iter().filter(|it| is_alive(it, ctx.now));
    Ok(alive
        .map(|it| SessionView {
            id: it.id,
            device: it.device,
            opened_at: it.opened_at,
            seen_at: it.seen_at,
            is_this: Some(it.id) == ctx.session,
        })
        .collect())
}

/// Works in another of one's organisations from now on.
///
/// - Errors: not found where one does not belong to it.
pub async fn switch_organisation(ctx: &Ctx, to: OrganisationId) -> Result<(), Refusal<Nothing>> {
    if !ctx.scope.own().contains(&to) {
        return Err(Refusal::NotFound);
    }
    let tx = ctx.begin().await?;
    let mine = tx.sessions(ctx.actor).await?;
    let Some(session) = mine.into_iter().find(|it| Some(it.id) == ctx.session) else {
        return Err(Refusal::NotFound);
    };
    tx.save_session(&Session { organisation: Some(to), ..session }).await?;
    tx.commit().await?;
    Ok(())
}

/// One of the people of the demo.
#[derive(Clone, Debug)]
pub struct Persona {
    /// The account to sign in as.
    pub account: AccountId,
    /// The name.
    pub name: PersonName,
    /// The job.
    pub job_title: String,
    /// The role in the organisation.
    pub role: Role,
    /// Name of the organisation.
    pub organisation: String,
}

/// Lists the people of the demo, in the order they were made.
///
/// - Errors: not found outside a demo.
pub async fn list_personas(app: &App) -> Result<Vec<Persona>, Refusal<Nothing>> {
    if app.manner != Manner::Demo {
        return Err(Refusal::NotFound);
    }
    let tx = app.store.read().await?;
    let mut personas = Vec::new();
    for account in tx.personas().await? {
        let Some(ctx) = app.ctx_in(&tx, account.id, None).await? else { continue };
        let Some(role) = ctx.roles().first().copied() else { continue };
        let person = tx.person(&ctx.scope, ctx.person).await?;
        personas.push(Persona {
            account: account.id,
            name: ctx.name,
            job_title: person.map(|(it, _)| it.job_title).unwrap_or_default(),
            role,
            organisation: ctx.organisation.card.name,
        });
    }
    Ok(personas)
}

/// Signs in as one of the people of the demo.
///
/// - Errors: not found outside a demo, and for an account that is not one of them.
pub async fn sign_in_as_persona(
    app: &App,
    account: AccountId,
    device: &str,
) -> Result<Opened, Refusal<Nothing>> {
    if app.manner != Manner::Demo {
        return Err(Refusal::NotFound);
    }
    let tx = app.store.begin().await?;
    let record = tx.account(account).await?.filter(|it| it.is_persona && it.closed_at.is_none());
    if record.is_none() {
        return Err(Refusal::NotFound);
    }
    let Some(ctx) = app.ctx_in(&tx, account, None).await? else { return Err(Refusal::NotFound) };
    let opened = open_session(app, &tx, account, Some(ctx.at()), device).await?;
    ctx.record(&tx, Event::SignedIn { account }).await?;
    tx.commit().await?;
    Ok(opened)
}
