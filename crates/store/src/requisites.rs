//! Requisites of an organisation beside its card, and the acts its papers name.
//!
//! It decides how they are looked up. Deliberately absent: the card itself (`organisation`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::organisation::requisites::{ActBody, ActLevel, LocalAct, Requisites};
use sea_orm::sea_query::Order;

use crate::organisation::within;
use crate::record::{all_of, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// Requisites as they lie in their table.
    "requisites", key(organisation),
    pub(crate) struct RequisitesRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// The founder.
        pub founder: String,
        /// The municipality.
        pub municipality: String,
        /// The region.
        pub region: String,
        /// The address of the register.
        pub register_address: String,
        /// The post of the head.
        pub head_title: String,
        /// The collegial body.
        pub council: String,
        /// What follows the number of an order.
        pub order_suffix: String,
        /// The line of the year.
        pub year_line: String,
        /// The charter.
        pub charter: String,
    }
}

record! {
    /// An act that papers name.
    "local_act", key(organisation, id),
    pub(crate) struct LocalActRecord {
        /// Whose papers name it.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: LocalActId,
        /// Whose act it is.
        pub level: ActLevel,
        /// Its name.
        pub title: String,
        /// Its number.
        pub number: String,
        /// The day of signing.
        pub signed_on: Date,
        /// The last day it says it acts.
        pub until_on: Option<Date>,
        /// The day of its repeal.
        pub ended_on: Option<Date>,
        /// Who recorded it.
        pub recorded_by: AccountId,
        /// When.
        pub recorded_at: Timestamp,
        /// The text; empty where it was not entered.
        pub content: String,
        /// The address where it is published.
        pub link: String,
        /// What it demands of the programme.
        pub demands: String,
        /// The file.
        pub file: Option<FileId>,
        /// The act it is a new edition of.
        pub replaces: Option<LocalActId>,
    }
}

impl Tx {
    /// The requisites of an organisation of the scope; empty where none were recorded.
    pub fn requisites<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Requisites> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let found: Option<RequisitesRecord> = self.one(condition).await?;
            Ok(found.map(requisites_of).unwrap_or_default())
        })
    }

    /// Saves the requisites of an organisation.
    pub fn save_requisites<'a>(
        &'a self,
        organisation: OrganisationId,
        requisites: &'a Requisites,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let record = requisites_record(organisation, requisites);
            let is_known = all_of([is("organisation", &organisation)]);
            match self.count::<RequisitesRecord>(is_known).await? {
                0 => self.insert(&record).await,
                _ => self.save(&record).await,
            }
        })
    }

    /// Adds an act that papers name.
    pub fn insert_local_act<'a>(
        &'a self,
        organisation: OrganisationId,
        act: &'a LocalAct,
        (recorded_by, recorded_at): (AccountId, Timestamp),
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let act = act.clone();
            self.insert(&LocalActRecord {
                organisation,
                id: act.id,
                level: act.level,
                title: act.title,
                number: act.number,
                signed_on: act.signed_on,
                until_on: act.until,
                ended_on: act.ended_on,
                recorded_by,
                recorded_at,
                content: act.body.content,
                link: act.body.link,
                demands: act.body.demands,
                file: act.body.file,
                replaces: act.body.replaces,
            })
            .await
        })
    }

    /// The acts that papers of an organisation name, of all times, the latest first.
    pub fn local_acts<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<LocalAct>> {
        Box::pin(async move {
            let condition = all_of([within(scope), is("organisation", &organisation)]);
            let sorting = [("signed_on", Order::Desc), ("id", Order::Asc)];
            let found: Vec<LocalActRecord> = self.many(condition, &sorting).await?;
            Ok(found.into_iter().map(act_of).collect())
        })
    }

    /// Saves what an act says and where; the rest of it stays as it was entered.
    ///
    /// - Errors: `Stale` where there is no such act of the organisation.
    pub fn save_act_body<'a>(
        &'a self,
        organisation: OrganisationId,
        act: LocalActId,
        body: &'a ActBody,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let condition = all_of([is("organisation", &organisation), is("id", &act)]);
            let found: Option<LocalActRecord> = self.one(condition).await?;
            let record = found.ok_or(crate::StoreError::Stale)?;
            let body = body.clone();
            self.save(&LocalActRecord {
                content: body.content,
                link: body.link,
                demands: body.demands,
                file: body.file,
                replaces: body.replaces,
                ..record
            })
            .await
        })
    }

    /// Saves the day of the repeal of an act.
    ///
    /// - Errors: `Stale` where there is no such act of the organisation.
    pub fn end_local_act<'a>(
        &'a self,
        organisation: OrganisationId,
        act: LocalActId,
        on: Date,
    ) -> Pending<'a, ()> {
        Box::pin(async move {
            let condition = all_of([is("organisation", &organisation), is("id", &act)]);
            let found: Option<LocalActRecord> = self.one(condition).await?;
            let record = found.ok_or(crate::StoreError::Stale)?;
            self.save(&LocalActRecord { ended_on: Some(on), ..record }).await
        })
    }
}

fn requisites_record(organisation: OrganisationId, of: &Requisites) -> RequisitesRecord {
    let of = of.clone();
    RequisitesRecord {
        organisation,
        founder: of.founder,
        municipality: of.municipality,
        region: of.region,
        register_address: of.register_address,
        head_title: of.head_title,
        council: of.council,
        order_suffix: of.order_suffix,
        year_line: of.year_line,
        charter: of.charter,
    }
}

fn requisites_of(record: RequisitesRecord) -> Requisites {
    Requisites {
        founder: record.founder,
        municipality: record.municipality,
        region: record.region,
        register_address: record.register_address,
        head_title: record.head_title,
        council: record.council,
        order_suffix: record.order_suffix,
        year_line: record.year_line,
        charter: record.charter,
    }
}

/// The act of a record.
pub(crate) fn act_of(record: LocalActRecord) -> LocalAct {
    LocalAct {
        id: record.id,
        level: record.level,
        title: record.title,
        number: record.number,
        signed_on: record.signed_on,
        until: record.until_on,
        ended_on: record.ended_on,
        body: ActBody {
            content: record.content,
            link: record.link,
            file: record.file,
            demands: record.demands,
            replaces: record.replaces,
        },
    }
}
