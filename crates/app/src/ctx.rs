//! The installation, and the context in which one person does one thing.
//!
//! It decides who acts, in which organisation, on which day; and authorises by the one table.
//! Deliberately absent: HTTP. A context is made from the token of a cookie or for a job.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use mentoring::absence::role_of_deputy;
use mentoring::access::{Action, Relation, Role, Scope, may};
use mentoring::event::Event;
use mentoring::id::{AccountId, OrganisationId, PersonId, SessionId};
use mentoring::organisation::{Level, Organisation};
use mentoring::person::PersonName;
use store::{Membership, Store, StoreError, Tx};
use uuid::Uuid;

use crate::clock::{Clock, Ids};
use crate::launch::sources::Sources;
use crate::refusal::NotFound;
use crate::reminder::Writer;
use crate::vault::Vault;

/// What an installation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Real work of real people.
    Work,
    /// A sample town: people to sign in as without a password, a clock that moves.
    Demo,
}

/// One installation: what all its use-cases share. Clones share everything.
#[derive(Clone, Debug)]
pub struct App {
    /// Memory.
    pub store: Store,
    /// The moment.
    pub clock: Clock,
    /// New ids.
    pub ids: Ids,
    /// What it is for.
    pub manner: Manner,
    /// What seals and opens what is sensitive; without keys nothing sensitive can be written down.
    pub vault: Arc<Vault>,
    /// Who gives words to the letters of the sample town; elsewhere the worker brings its own.
    pub(crate) writer: Option<Writer>,
    /// Documents of drafts that are being mended.
    pub(crate) sources: Sources,
}

impl App {
    /// An installation over an open, migrated store.
    #[must_use]
    pub fn new(store: Store, clock: Clock, ids: Ids, manner: Manner) -> Self {
        Self {
            store,
            clock,
            ids,
            manner,
            vault: Arc::default(),
            writer: None,
            sources: Sources::default(),
        }
    }

    /// The same installation with the keys of its vault.
    #[must_use]
    pub fn with_vault(self, vault: Vault) -> Self {
        Self { vault: Arc::new(vault), ..self }
    }

    /// The same installation, where playing a sample town also writes the letters that would go out.
    #[must_use]
    pub fn with_writer(self, writer: Writer) -> Self {
        Self { writer: Some(writer), ..self }
    }

    /// A new id.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.ids.new_id(self.clock.now()).into()
    }

    /// The context of an account in one of its organisations; `None` where it has none.
    ///
    /// - `wanted`: the organisation to work in; the first membership's where it is not given, or
    ///   where the account does not belong to it.
    pub async fn ctx_of(
        &self,
        account: AccountId,
        wanted: Option<OrganisationId>,
    ) -> Result<Option<Ctx>, StoreError> {
        let tx = self.store.read().await?;
        let ctx = self.ctx_in(&tx, account, wanted).await?;
        tx.commit().await?;
        Ok(ctx)
    }

    /// The same inside a transaction.
    pub(crate) async fn ctx_in(
        &self,
        tx: &Tx,
        account: AccountId,
        wanted: Option<OrganisationId>,
    ) -> Result<Option<Ctx>, StoreError> {
        let now = self.clock.now();
        let Some(record) = tx.account(account).await?.filter(|it| it.closed_at.is_none()) else {
            return Ok(None);
        };
        let near = tx.memberships_near(account, day_in(now, &TimeZone::UTC)).await?;
        let organisations = tx.own_organisations(&scope_of(&near)).await?;
        let zone = |id| organisations.iter().find(|it| it.id == id).map(zone_of);
        let holds = |it: &Membership| {
            zone(it.organisation).is_some_and(|zone| it.period().contains(day_in(now, &zone)))
        };
        let memberships: Vec<Membership> = near.into_iter().filter(holds).collect();
        let chosen = memberships.iter().find(|it| Some(it.organisation) == wanted);
        let Some(at) = chosen.or(memberships.first()) else { return Ok(None) };
        let mut scope = scope_of(&memberships);
        scope.roles.extend(
            acting_for(
                tx,
                &scope,
                &memberships,
                |it, at| zone(it).map(|zone| day_in(at, &zone)),
                now,
            )
            .await?,
        );
        let Some(organisation) = organisations.iter().find(|it| it.id == at.organisation).cloned()
        else {
            return Ok(None);
        };
        let Some((person, _)) = tx.person(&scope, at.person).await? else { return Ok(None) };
        let today = day_in(now, &zone_of(&organisation));
        let readers = match scope.may(Action::KnockSensitive, organisation.id) {
            true => tx.sensitive_readers(&scope, organisation.id).await?,
            false => Vec::new(),
        };
        let reads_sensitive = readers.iter().any(|it| it.person == person.id && it.holds_on(today));
        Ok(Some(Ctx {
            app: self.clone(),
            actor: account,
            person: person.id,
            name: person.name,
            login: record.login,
            has_password: record.password.is_some(),
            lang: record.lang,
            zone: zone_of(&organisation),
            organisation,
            scope,
            now,
            reads_sensitive,
            session: None,
        }))
    }
}

/// The context in which one person does one thing.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// The installation.
    pub app: App,
    /// The account that acts.
    pub actor: AccountId,
    /// The person of the account in the organisation.
    pub person: PersonId,
    /// Its name, for the page.
    pub name: PersonName,
    /// What the account signs in with.
    pub login: String,
    /// Whether the account has a password; after the first start it has none yet.
    pub has_password: bool,
    /// Language of the interface: `ru` or `en`.
    pub lang: String,
    /// The organisation that is being worked in.
    pub organisation: Organisation,
    /// The time zone of the organisation.
    pub zone: TimeZone,
    /// Everything the account reaches, in all its organisations.
    pub scope: Scope,
    /// The moment of what is done.
    pub now: Timestamp,
    /// Whether the person was named to read what is sensitive: pages offer it to nobody else.
    pub reads_sensitive: bool,
    /// The session; `None` for jobs and tests.
    pub session: Option<SessionId>,
}

impl Ctx {
    /// The id of the organisation that is being worked in.
    #[must_use]
    pub fn at(&self) -> OrganisationId {
        self.organisation.id
    }

    /// The day, in the time zone of the organisation.
    #[must_use]
    pub fn today(&self) -> Date {
        day_in(self.now, &self.zone)
    }

    /// A new id.
    #[must_use]
    pub fn new_id<T: From<Uuid>>(&self) -> T {
        self.app.ids.new_id(self.now).into()
    }

    /// Begins a transaction that writes.
    ///
    /// - Errors: `Unavailable`.
    pub async fn begin(&self) -> Result<Tx, StoreError> {
        self.app.store.begin().await
    }

    /// Begins a transaction that only reads.
    ///
    /// - Errors: `Unavailable`.
    pub async fn read(&self) -> Result<Tx, StoreError> {
        self.app.store.read().await
    }

    /// Goes on where the actor may do this to anything of an organisation of its own.
    ///
    /// - Errors: not found. What is not permitted is not told apart from what is not there.
    pub fn require(&self, action: Action, organisation: OrganisationId) -> Result<(), NotFound> {
        self.scope.may(action, organisation).then_some(()).ok_or(NotFound)
    }

    /// The same where the actor may do it to anything, or to one's own things and this is one.
    ///
    /// - `is_own`: whether the thing is the actor's own: a task given to it, its own card.
    /// - Errors: not found.
    pub fn require_for(
        &self,
        action: Action,
        organisation: OrganisationId,
        is_own: impl FnOnce() -> bool,
    ) -> Result<(), NotFound> {
        if self.scope.may_oneself(action, organisation) && is_own() {
            return Ok(());
        }
        self.require(action, organisation)
    }

    /// Whether the actor may do this by a role of its own, not only while it acts for another.
    ///
    /// - Errors: of the store.
    pub(crate) async fn holds_itself(&self, tx: &Tx, action: Action) -> Result<bool, StoreError> {
        let held = tx.memberships(&self.scope, self.at()).await?;
        let today = self.today();
        let own = |it: &&Membership| it.account == self.actor && it.period().contains(today);
        Ok(held.iter().filter(own).any(|it| may(it.role, action, Relation::Own)))
    }

    /// Whether a page should offer this; the use-case decides again.
    #[must_use]
    pub fn may(&self, action: Action) -> bool {
        self.scope.may(action, self.at())
    }

    /// Whether a page should offer this for one's own things.
    #[must_use]
    pub fn may_oneself(&self, action: Action) -> bool {
        self.scope.may_oneself(action, self.at())
    }

    /// Whether a page should offer this for the organisations below.
    #[must_use]
    pub fn may_below(&self, action: Action) -> bool {
        self.scope.may_below(action, self.at())
    }

    /// The roles of the actor in the organisation.
    #[must_use]
    pub fn roles(&self) -> Vec<Role> {
        self.scope.roles_in(self.at()).collect()
    }

    /// Whether the organisation has others below it.
    #[must_use]
    pub fn is_centre(&self) -> bool {
        self.organisation.level != Level::Institution
    }

    /// Records what happened, in the transaction in which it happens; last, before the commit.
    ///
    /// - Errors: of the store.
    pub async fn record(&self, tx: &Tx, event: Event) -> Result<(), StoreError> {
        tx.record(self.at(), Some(self.actor), self.now, event).await
    }
}

/// The roles that deputies have on the day: those of the curator who is away.
async fn acting_for(
    tx: &Tx,
    scope: &Scope,
    memberships: &[Membership],
    day_at: impl Fn(OrganisationId, Timestamp) -> Option<Date>,
    now: Timestamp,
) -> Result<Vec<(OrganisationId, Role)>, StoreError> {
    let deputies: Vec<PersonId> = memberships.iter().map(|it| it.person).collect();
    let mut roles = Vec::new();
    for absence in tx.absences_of_deputies(scope, &deputies).await? {
        let at = absence.organisation;
        let Some(day) = day_at(at, now).filter(|it| absence.for_rule().days.contains(*it)) else {
            continue;
        };
        let Some(recorded_on) = day_at(at, absence.recorded_at) else { continue };
        let held = tx.memberships(scope, at).await?;
        // Whoever recorded it was asked for the right to lend the roles of that day, not later ones.
        let own = held.iter().filter(|it| it.person == absence.person && it.from_on <= recorded_on);
        let absent: Vec<Role> =
            own.filter(|it| it.period().contains(day)).map(|it| it.role).collect();
        roles.extend(role_of_deputy(&absent).map(|role| (at, role)));
    }
    Ok(roles)
}

/// The day of a moment in a zone.
#[must_use]
pub fn day_in(now: Timestamp, zone: &TimeZone) -> Date {
    now.to_zoned(zone.clone()).date()
}

/// The zone of an organisation; Moscow where its name is unknown to this version.
#[must_use]
pub fn zone_of(organisation: &Organisation) -> TimeZone {
    TimeZone::get(&organisation.zone).or_else(|_| TimeZone::get(ZONE)).unwrap_or(TimeZone::UTC)
}

/// The zone of a new organisation, until its card says another.
pub const ZONE: &str = "Europe/Moscow";

fn scope_of(memberships: &[Membership]) -> Scope {
    Scope { roles: memberships.iter().map(|it| (it.organisation, it.role)).collect() }
}
