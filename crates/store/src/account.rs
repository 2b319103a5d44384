//! Accounts, memberships, invitations, sessions, and the counters that slow guessing down.
//!
//! It decides how they are found: always by hashes and ids. Deliberately absent: passwords and
//! tokens in the clear (they never come here), whether one may sign in (`app`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::{Role, Scope};
use mentoring::id::*;
use mentoring::period::Period;
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order};

use crate::cell::Column;
use crate::organisation::within;
use crate::record::{all_of, col, is, name, record};
use crate::tx::{Pending, Tx};

record! {
    /// What a person signs in with.
    "account", key(id),
    pub struct Account {
        /// Its id.
        pub id: AccountId,
        /// What is typed at sign-in, in lower case.
        pub login: String,
        /// Argon2id in the PHC form; `None` where the account cannot sign in by password.
        pub password: Option<String>,
        /// Language of the interface: `ru` or `en`.
        pub lang: String,
        /// Whether it is one of the people of the demo, chosen without a password.
        pub is_persona: bool,
        /// When it was opened.
        pub opened_at: Timestamp,
        /// When it was closed.
        pub closed_at: Option<Timestamp>,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// A role of an account in an organisation, as a person there.
    "membership", key(organisation, id),
    pub struct Membership {
        /// Where.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: MembershipId,
        /// Which account.
        pub account: AccountId,
        /// As whom.
        pub person: PersonId,
        /// With which role.
        pub role: Role,
        /// First day.
        pub from_on: Date,
        /// Last day; `None` while it lasts.
        pub to_on: Option<Date>,
    }
}

record! {
    /// An invitation by link, usable once.
    "invitation", key(organisation, id),
    pub struct Invitation {
        /// Where to.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: InvitationId,
        /// SHA-256 of the token of the link.
        pub token_hash: Vec<u8>,
        /// Whom.
        pub person: PersonId,
        /// With which role.
        pub role: Role,
        /// Who invited.
        pub made_by: AccountId,
        /// When.
        pub made_at: Timestamp,
        /// The first moment when the link does not work any more.
        pub expires_at: Timestamp,
        /// When it was accepted.
        pub accepted_at: Option<Timestamp>,
        /// By which account.
        pub accepted_by: Option<AccountId>,
        /// When it was withdrawn.
        pub withdrawn_at: Option<Timestamp>,
    }
}

record! {
    /// A link for a new password, usable once.
    "password_link", key(organisation, id),
    pub struct PasswordLink {
        /// Where it was made.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PasswordLinkId,
        /// SHA-256 of the token of the link.
        pub token_hash: Vec<u8>,
        /// The account whose password it sets.
        pub account: AccountId,
        /// As whom the account was known where it was made.
        pub person: PersonId,
        /// Who made it.
        pub made_by: AccountId,
        /// When.
        pub made_at: Timestamp,
        /// The first moment when the link does not work any more.
        pub expires_at: Timestamp,
        /// When it was used.
        pub used_at: Option<Timestamp>,
        /// When another was made in its place.
        pub withdrawn_at: Option<Timestamp>,
    }
}

record! {
    /// One sign-in on one device.
    "session", key(id),
    pub struct Session {
        /// Its id.
        pub id: SessionId,
        /// SHA-256 of the token in the cookie.
        pub token_hash: Vec<u8>,
        /// Whose.
        pub account: AccountId,
        /// The token that every form carries.
        pub csrf: String,
        /// The organisation that is being worked in, where there are several.
        pub organisation: Option<OrganisationId>,
        /// What the browser calls itself, shortened.
        pub device: String,
        /// When it was opened.
        pub opened_at: Timestamp,
        /// When it was last used, to the minute.
        pub seen_at: Timestamp,
        /// The first moment when it ends however much it is used.
        pub expires_at: Timestamp,
        /// When it was ended by signing out.
        pub ended_at: Option<Timestamp>,
    }
}

record! {
    /// How often something was tried since a moment.
    "limit_counter", key(key),
    pub(crate) struct LimitCounter {
        /// What: a hash of a login or of an address.
        pub key: String,
        /// Since when it is counted.
        pub since: Timestamp,
        /// How often.
        pub n: u32,
    }
}

record! {
    /// A form that was sent, so that sending it twice makes one record.
    "form_once", key(key),
    pub struct FormOnce {
        /// The key that the form carried.
        pub key: String,
        /// Who sent it.
        pub account: AccountId,
        /// Where the answer led; empty while it is not known.
        pub location: String,
        /// When.
        pub at: Timestamp,
    }
}

/// What became of claiming a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormClaim {
    /// Nobody has sent it: it is this sending's now.
    Mine,
    /// Another sending of it is being answered.
    UnderWay,
    /// It was sent, and led to this address.
    Led(String),
}

impl Membership {
    /// When it holds.
    #[must_use]
    pub fn period(&self) -> Period {
        Period { from: self.from_on, to: self.to_on }
    }
}

/// True on a day: for every table with `from_on` and `to_on`.
pub(crate) fn held_on(day: Date) -> Condition {
    let ends = col("to_on").is_null().or(col("to_on").gte(day.value()));
    all_of([col("from_on").lte(day.value()), ends])
}

impl Tx {
    /// Adds an account.
    ///
    /// - Errors: `Taken` where the login is.
    pub fn insert_account<'a>(&'a self, account: &'a Account) -> Pending<'a, ()> {
        Box::pin(self.insert(account))
    }

    /// An account by its id.
    pub fn account(&self, id: AccountId) -> Pending<'_, Option<Account>> {
        Box::pin(async move { self.one(all_of([is("id", &id)])).await })
    }

    /// An open account by its login.
    pub fn account_by_login<'a>(&'a self, login: &'a str) -> Pending<'a, Option<Account>> {
        Box::pin(async move {
            let login = login.to_lowercase();
            self.one(all_of([is("login", &login), col("closed_at").is_null()])).await
        })
    }

    /// The people of the demo.
    pub fn personas(&self) -> Pending<'_, Vec<Account>> {
        Box::pin(async move {
            let condition = all_of([is("is_persona", &true), col("closed_at").is_null()]);
            self.many(condition, &[("id", Order::Asc)]).await
        })
    }

    /// Saves a changed account.
    ///
    /// - Errors: `Stale` where it was changed since it was read, `Taken` where the login is.
    pub fn save_account<'a>(&'a self, account: &'a Account) -> Pending<'a, ()> {
        Box::pin(self.save(account))
    }

    /// Adds a membership.
    pub fn insert_membership<'a>(&'a self, membership: &'a Membership) -> Pending<'a, ()> {
        Box::pin(self.insert(membership))
    }

    /// Saves the last day of a membership.
    pub fn save_membership<'a>(&'a self, membership: &'a Membership) -> Pending<'a, ()> {
        Box::pin(self.save(membership))
    }

    /// The memberships of an account that hold on a day or on a neighbour of it, the oldest first.
    ///
    /// What day it is depends on the zone of each organisation: who asks picks those that hold.
    pub fn memberships_near(&self, account: AccountId, day: Date) -> Pending<'_, Vec<Membership>> {
        let (before, after) = (day.yesterday().unwrap_or(day), day.tomorrow().unwrap_or(day));
        Box::pin(async move {
            let ends = col("to_on").is_null().or(col("to_on").gte(before.value()));
            let condition =
                all_of([is("account", &account), col("from_on").lte(after.value()), ends]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// The memberships of the scope's organisations, all times, the oldest first.
    pub fn memberships<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Membership>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("from_on", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Adds an invitation.
    pub fn insert_invitation<'a>(&'a self, invitation: &'a Invitation) -> Pending<'a, ()> {
        Box::pin(self.insert(invitation))
    }

    /// Saves what became of an invitation.
    pub fn save_invitation<'a>(&'a self, invitation: &'a Invitation) -> Pending<'a, ()> {
        Box::pin(self.save(invitation))
    }

    /// An invitation by the hash of its token: who has the link is in its scope.
    pub fn invitation_by_token<'a>(
        &'a self,
        token_hash: &'a [u8],
    ) -> Pending<'a, Option<Invitation>> {
        Box::pin(async move { self.one(all_of([is("token_hash", &token_hash.to_vec())])).await })
    }

    /// The invitations of an organisation, the latest first.
    pub fn invitations<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Invitation>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            self.many(condition, &[("made_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// Adds a link for a new password.
    pub fn insert_password_link<'a>(&'a self, link: &'a PasswordLink) -> Pending<'a, ()> {
        Box::pin(self.insert(link))
    }

    /// Saves what became of a link for a new password.
    pub fn save_password_link<'a>(&'a self, link: &'a PasswordLink) -> Pending<'a, ()> {
        Box::pin(self.save(link))
    }

    /// A link for a new password by the hash of its token: who has the link is in its scope.
    pub fn password_link_by_token<'a>(
        &'a self,
        token_hash: &'a [u8],
    ) -> Pending<'a, Option<PasswordLink>> {
        Box::pin(async move { self.one(all_of([is("token_hash", &token_hash.to_vec())])).await })
    }

    /// The links for a new password of an account that were made in the scope, the latest first.
    pub fn password_links<'a>(
        &'a self,
        scope: &'a Scope,
        account: AccountId,
    ) -> Pending<'a, Vec<PasswordLink>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("account", &account)]);
            self.many(condition, &[("made_at", Order::Desc), ("id", Order::Desc)]).await
        })
    }

    /// Adds a session.
    pub fn insert_session<'a>(&'a self, session: &'a Session) -> Pending<'a, ()> {
        Box::pin(self.insert(session))
    }

    /// A session that nobody ended, by the hash of its token; it may have expired.
    pub fn session_by_token<'a>(&'a self, token_hash: &'a [u8]) -> Pending<'a, Option<Session>> {
        Box::pin(async move {
            let token_hash = token_hash.to_vec();
            self.one(all_of([is("token_hash", &token_hash), col("ended_at").is_null()])).await
        })
    }

    /// The sessions of an account that nobody ended, the latest used first.
    pub fn sessions(&self, account: AccountId) -> Pending<'_, Vec<Session>> {
        Box::pin(async move {
            let condition = all_of([is("account", &account), col("ended_at").is_null()]);
            self.many(condition, &[("seen_at", Order::Desc), ("id", Order::Asc)]).await
        })
    }

    /// Saves a used, moved or ended session.
    pub fn save_session<'a>(&'a self, session: &'a Session) -> Pending<'a, ()> {
        Box::pin(self.save(session))
    }

    /// Counts one more try and says how many there were in the window, this one included.
    ///
    /// - `key`: a hash of what is limited.
    /// - `since`: the beginning of the window; older counters start again.
    pub fn count_try<'a>(
        &'a self,
        key: &'a str,
        since: Timestamp,
        now: Timestamp,
    ) -> Pending<'a, u32> {
        Box::pin(async move {
            self.remove::<LimitCounter>(all_of([col("since").lt(since.value())])).await?;
            let first = LimitCounter { key: key.to_owned(), since: now, n: 1 };
            let more = Expr::col((name("limit_counter"), name("n"))).add(1_i64);
            self.insert_or_change(&first, [("n", more)]).await?;
            let counter: Option<LimitCounter> = self.one(all_of([is("key", &first.key)])).await?;
            Ok(counter.map_or(1, |it| it.n))
        })
    }

    /// Forgets the tries of a key, after a success.
    pub fn forget_tries<'a>(&'a self, key: &'a str) -> Pending<'a, ()> {
        Box::pin(async move {
            self.remove::<LimitCounter>(all_of([is("key", &key.to_owned())])).await?;
            Ok(())
        })
    }

    /// Claims a form for this sending of it, and forgets those before `until`.
    ///
    /// Commit at once, do what the form asks, then [`Tx::settle_form`] or [`Tx::free_form`]. A claim
    /// that nobody settled (the process died) is taken over after a while.
    ///
    /// - `form`: its `location` is empty; `at` is the moment of the claim.
    /// - `stale`: claims from before this moment are given up.
    pub fn claim_form<'a>(
        &'a self,
        form: &'a FormOnce,
        stale: Timestamp,
        until: Timestamp,
    ) -> Pending<'a, FormClaim> {
        Box::pin(async move {
            self.remove::<FormOnce>(all_of([col("at").lt(until.value())])).await?;
            if self.insert_once(form, &["key"]).await? {
                return Ok(FormClaim::Mine);
            }
            let abandoned = all_of([
                is("key", &form.key),
                is("location", &String::new()),
                col("at").lt(stale.value()),
            ]);
            let is_abandoned = self.remove::<FormOnce>(abandoned).await? != 0;
            if is_abandoned && self.insert_once(form, &["key"]).await? {
                return Ok(FormClaim::Mine);
            }
            let condition = all_of([is("key", &form.key), is("account", &form.account)]);
            let sent: Option<FormOnce> = self.one(condition).await?;
            // A form of another account under the same key was made up: it gets no answer of ours.
            Ok(match sent.map(|it| it.location) {
                Some(location) if !location.is_empty() => FormClaim::Led(location),
                _ => FormClaim::UnderWay,
            })
        })
    }

    /// Remembers where the sending of a claimed form led.
    pub fn settle_form<'a>(&'a self, form: &'a FormOnce) -> Pending<'a, ()> {
        Box::pin(self.save(form))
    }

    /// Frees a claimed form that made nothing, so that it may be sent again.
    pub fn free_form<'a>(&'a self, key: &'a str) -> Pending<'a, ()> {
        Box::pin(async move {
            let claimed = all_of([is("key", &key.to_owned()), is("location", &String::new())]);
            self.remove::<FormOnce>(claimed).await?;
            Ok(())
        })
    }
}
