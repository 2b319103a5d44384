//! Whom an order on mentors or pairs names.
//!
//! It decides how the lines of an order are looked up. Deliberately absent: who may be named
//! (`mentoring::order::participant`), who has to know the order (`order`).

use jiff::Timestamp;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::order::participant::Named;
use sea_orm::sea_query::{ExprTrait as _, Order};

use crate::organisation::within;
use crate::record::{all_of, col, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// One line of an order: a mentor, and with whom.
    "order_participant", key(organisation, id),
    pub struct OrderParticipant {
        /// Whose order.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: OrderParticipantId,
        /// Which order.
        pub order_id: OrderId,
        /// The mentor.
        pub mentor: PersonId,
        /// The mentee; `None` in a list of mentors.
        pub mentee: Option<PersonId>,
        /// Who named them.
        pub named_by: AccountId,
        /// When.
        pub named_at: Timestamp,
        /// When they were taken off again, while the order was a draft.
        pub taken_off_at: Option<Timestamp>,
    }
}

impl OrderParticipant {
    /// The line as the rules look at it.
    #[must_use]
    pub fn for_rule(&self) -> Named {
        Named { mentor: self.mentor, mentee: self.mentee }
    }
}

impl Tx {
    /// Whom an order names, in the order of naming.
    pub fn order_participants<'a>(
        &'a self,
        scope: &'a Scope,
        order: OrderId,
    ) -> Pending<'a, Vec<OrderParticipant>> {
        Box::pin(async move {
            let condition =
                all_of([within(scope), is("order_id", &order), col("taken_off_at").is_null()]);
            self.many(condition, &[("named_at", Order::Asc), ("id", Order::Asc)]).await
        })
    }

    /// Names somebody in an order.
    pub fn insert_order_participant<'a>(&'a self, it: &'a OrderParticipant) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }

    /// Saves that a line was taken off.
    pub fn save_order_participant<'a>(&'a self, it: &'a OrderParticipant) -> Pending<'a, ()> {
        Box::pin(self.save(it))
    }
}
