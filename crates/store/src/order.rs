//! Orders of the head and who has read them by signature.
//!
//! It decides how the journal of orders is looked up. Deliberately absent: which step may follow
//! (`mentoring::order`), what an order puts in force.

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::mistake::MistakeKind;
use mentoring::order::{Order, OrderNumber, OrderSubject, Registration};
use sea_orm::sea_query::{self, Expr, ExprTrait as _};

use crate::cell::Column as _;
use crate::mistake::stands;
use crate::organisation::within;
use crate::record::{all_of, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// An order as it lies in its table.
    "head_order", key(organisation, id),
    pub struct HeadOrder {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: OrderId,
        /// What it is about.
        pub subject: OrderSubject,
        /// Its title: «О закреплении наставнических пар».
        pub title: String,
        /// Year of the journal; 0 while it has no number.
        pub year: i64,
        /// Running number; 0 while it has none.
        pub running: u32,
        /// What follows the number; the own id while it has none, so that drafts never collide.
        pub suffix: String,
        /// The day of signing.
        pub signed_on: Option<Date>,
        /// When it went to the head.
        pub sent_on: Option<Date>,
        /// First day it acts, where it is not the day of signing.
        pub acts_from: Option<Date>,
        /// Last day it acts.
        pub acts_to: Option<Date>,
        /// The order that changes it.
        pub changed_by: Option<OrderId>,
        /// From when.
        pub changed_from: Option<Date>,
        /// When it was given up unsigned.
        pub discarded_on: Option<Date>,
        /// The scan of the signed paper.
        pub scan: Option<FileId>,
        /// The evidence that its registration is.
        pub evidence: Option<EvidenceId>,
        /// Who drafted it.
        pub drafted_by: AccountId,
        /// When.
        pub drafted_at: Timestamp,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// Somebody who has to know an order, and the day of the signature.
    "acquaintance", key(organisation, order_id, person),
    pub struct Acquaintance {
        /// Whose.
        pub organisation: OrganisationId,
        /// Which order.
        pub order_id: OrderId,
        /// Who.
        pub person: PersonId,
        /// When the person signed.
        pub signed_on: Option<Date>,
        /// When the person was taken off the sheet.
        pub taken_off_at: Option<Timestamp>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
    }
}

impl HeadOrder {
    /// The order as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> Order {
        Order {
            id: self.id,
            subject: self.subject,
            registered: self.registration(),
            sent_on: self.sent_on,
            acts_from: self.acts_from,
            acts_to: self.acts_to,
            changed: self.changed_by.zip(self.changed_from),
            discarded_on: self.discarded_on,
        }
    }

    /// Its place in the journal, once it has one.
    #[must_use]
    pub fn registration(&self) -> Option<Registration> {
        let signed_on = self.signed_on?;
        let number = OrderNumber { running: self.running, suffix: self.suffix.clone() };
        Some(Registration { number, signed_on, scan: self.scan })
    }

    /// Takes over what a rule decided.
    #[must_use]
    pub fn with(self, order: &Order) -> Self {
        let registered = order.registered.as_ref();
        Self {
            year: registered.map_or(0, |it| it.signed_on.year().into()),
            running: registered.map_or(0, |it| it.number.running),
            suffix: registered.map_or_else(|| order.id.to_string(), |it| it.number.suffix.clone()),
            signed_on: registered.map(|it| it.signed_on),
            scan: registered.and_then(|it| it.scan).or(self.scan),
            sent_on: order.sent_on,
            acts_from: order.acts_from,
            acts_to: order.acts_to,
            changed_by: order.changed.map(|(by, _)| by),
            changed_from: order.changed.map(|(_, from)| from),
            discarded_on: order.discarded_on,
            ..self
        }
    }
}

impl Tx {
    /// The orders of an organisation: drafts first, then the latest signed first.
    pub fn orders<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<HeadOrder>> {
        use sea_query::Order::Desc;
        Box::pin(async move {
            let condition = all_of([
                within(scope),
                is("organisation", &organisation),
                stands(MistakeKind::Order),
            ]);
            let mut found: Vec<HeadOrder> = self
                .many(condition, &[("year", Desc), ("running", Desc), ("drafted_at", Desc)])
                .await?;
            // A stable sort: numbers stay as the engine sorted them.
            found.sort_by_key(|it| it.signed_on.is_some());
            Ok(found)
        })
    }

    /// An order of the scope; one that was marked as a mistake is not found.
    pub fn order<'a>(&'a self, scope: &'a Scope, id: OrderId) -> Pending<'a, Option<HeadOrder>> {
        Box::pin(async move {
            self.one(all_of([within(scope), is("id", &id), stands(MistakeKind::Order)])).await
        })
    }

    /// The orders of an organisation that were marked as mistakes.
    pub fn mistaken_orders<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<HeadOrder>> {
        Box::pin(async move {
            let is_marked = stands(MistakeKind::Order).not();
            let condition = all_of([within(scope), is("organisation", &organisation), is_marked]);
            self.many(condition, &[("drafted_at", sea_query::Order::Desc)]).await
        })
    }

    /// Adds an order.
    pub fn insert_order<'a>(&'a self, order: &'a HeadOrder) -> Pending<'a, ()> {
        Box::pin(self.insert(order))
    }

    /// Saves a changed order.
    ///
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_order<'a>(&'a self, order: &'a HeadOrder) -> Pending<'a, ()> {
        Box::pin(self.save(order))
    }

    /// Who has to know an order.
    pub fn acquaintances<'a>(
        &'a self,
        scope: &'a Scope,
        order: OrderId,
    ) -> Pending<'a, Vec<Acquaintance>> {
        Box::pin(async move {
            let there = col("taken_off_at").is_null();
            let condition = all_of([within(scope), is("order_id", &order), there]);
            self.many(condition, &[("person", sea_query::Order::Asc)]).await
        })
    }

    /// Who has to know which order of an organisation.
    pub fn acquaintances_of<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<Acquaintance>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let by_order = [("order_id", sea_query::Order::Asc), ("person", sea_query::Order::Asc)];
            self.many(condition, &by_order).await
        })
    }

    /// Names people who have to know an order; who is named already stays as recorded, and who was
    /// taken off stands there again.
    pub fn insert_acquaintances<'a>(&'a self, people: &'a [Acquaintance]) -> Pending<'a, ()> {
        Box::pin(async move {
            for it in people {
                let again = Expr::val(None::<Timestamp>.value());
                self.insert_or_change(it, [("taken_off_at", again)]).await?;
            }
            Ok(())
        })
    }

    /// Saves that somebody signed the acquaintance sheet, or was taken off it.
    pub fn save_acquaintance<'a>(&'a self, it: &'a Acquaintance) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}
