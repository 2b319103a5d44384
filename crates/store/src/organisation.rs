//! Organisations, their tree, and what an account reaches in it.
//!
//! It decides the scope of an account on a day, and how far an organisation lies from it.
//! Deliberately absent: whether that is enough for an action (`mentoring::access`).

use jiff::civil::Date;
use mentoring::access::{Relation, Scope};
use mentoring::id::{GroupSizeId, OrganisationId};
use mentoring::organisation::{
    Card, GroupSize, Level, Organisation, OrganisationKind, TargetGroup,
};
use sea_orm::sea_query::{Condition, Expr, ExprTrait, Order, Query, SelectStatement};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::cell::{Column, Json};
use crate::error::StoreError;
use crate::journal::Head;
use crate::record::{all_of, among, col, is, name, record, select};
use crate::tx::{Pending, Tx};

record! {
    /// An organisation as it lies in its table.
    "organisation", key(id),
    pub(crate) struct OrganisationRecord {
        /// Its id.
        pub id: OrganisationId,
        /// The one above.
        pub parent: Option<OrganisationId>,
        /// Its level.
        pub level: Level,
        /// Its kind.
        pub kind: OrganisationKind,
        /// Its time zone.
        pub zone: String,
        /// Short name.
        pub name: String,
        /// Full name.
        pub full_name: String,
        /// Taxpayer number.
        pub taxpayer_number: String,
        /// Registration number.
        pub registration_number: String,
        /// Address.
        pub address: String,
        /// Settlement.
        pub settlement: String,
        /// Telephone.
        pub phone: String,
        /// E-mail.
        pub email: String,
        /// Site.
        pub site: String,
        /// How many times it was changed.
        pub revision: i64,
    }
}

record! {
    /// That one organisation stands above another, at a distance.
    "organisation_tree", key(ancestor, descendant),
    pub(crate) struct TreeRecord {
        /// The upper one.
        pub ancestor: OrganisationId,
        /// The lower one.
        pub descendant: OrganisationId,
        /// Steps between them; 0 for an organisation and itself.
        pub depth: i64,
    }
}

record! {
    /// The size of a target group from a day on.
    "group_size", key(organisation, id),
    pub(crate) struct GroupSizeRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: GroupSizeId,
        /// Which group.
        pub target_group: TargetGroup,
        /// How many.
        pub n_people: u32,
        /// From when.
        pub from_on: Date,
    }
}

record! {
    /// A setting of an organisation.
    "setting", key(organisation, key),
    pub(crate) struct SettingRecord {
        /// Whose.
        pub organisation: OrganisationId,
        /// Which.
        pub key: String,
        /// The value.
        pub value: Json<serde_json::Value>,
    }
}

/// An organisation as somebody sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// The organisation.
    pub organisation: Organisation,
    /// Its revision, to be given back when it is changed.
    pub revision: i64,
    /// How it stands to the one who looks: one's own, or below as figures.
    pub relation: Relation,
}

impl Tx {
    /// Adds an organisation below its parent.
    ///
    /// - Errors: `Broken` where the parent is not there.
    pub fn insert_organisation<'a>(&'a self, organisation: &'a Organisation) -> Pending<'a, ()> {
        Box::pin(async move {
            self.insert(&record_of(organisation, 0)).await?;
            // The empty chain of its journal: there to be locked before the first entry.
            self.insert(&Head { organisation: organisation.id, number: 0, hash: Vec::new() })
                .await?;
            let mut tree = vec![TreeRecord {
                ancestor: organisation.id,
                descendant: organisation.id,
                depth: 0,
            }];
            if let Some(parent) = organisation.parent {
                let above: Vec<TreeRecord> =
                    self.many(all_of([is("descendant", &parent)]), &[]).await?;
                tree.extend(above.into_iter().map(|it| TreeRecord {
                    ancestor: it.ancestor,
                    descendant: organisation.id,
                    depth: it.depth + 1,
                }));
            }
            self.insert_all(&tree).await
        })
    }

    /// Whether there is any organisation at all: no means a first start.
    pub fn has_organisations(&self) -> Pending<'_, bool> {
        Box::pin(async move { Ok(self.count::<OrganisationRecord>(Condition::all()).await? != 0) })
    }

    /// An organisation that the scope reaches, with its relation; `None` for any other.
    pub fn organisation<'a>(
        &'a self,
        scope: &'a Scope,
        id: OrganisationId,
    ) -> Pending<'a, Option<Seen>> {
        Box::pin(async move {
            let Some(relation) = self.relation(scope, id).await? else { return Ok(None) };
            let record: Option<OrganisationRecord> = self.one(all_of([is("id", &id)])).await?;
            Ok(record.map(|it| {
                let revision = it.revision;
                Seen { organisation: organisation_of(it), revision, relation }
            }))
        })
    }

    /// How an organisation stands to a scope; `None` where it is out of reach.
    pub fn relation<'a>(
        &'a self,
        scope: &'a Scope,
        id: OrganisationId,
    ) -> Pending<'a, Option<Relation>> {
        Box::pin(async move {
            if scope.own().contains(&id) {
                return Ok(Some(Relation::Own));
            }
            let below = all_of([among("ancestor", &scope.roots()), is("descendant", &id)]);
            Ok((self.count::<TreeRecord>(below).await? != 0).then_some(Relation::BelowAsFigures))
        })
    }

    /// The organisations one belongs to, by name.
    pub fn own_organisations<'a>(&'a self, scope: &'a Scope) -> Pending<'a, Vec<Organisation>> {
        Box::pin(async move {
            let condition = all_of([among("id", &scope.own())]);
            let found: Vec<OrganisationRecord> =
                self.many(condition, &[("name", Order::Asc), ("id", Order::Asc)]).await?;
            Ok(found.into_iter().map(organisation_of).collect())
        })
    }

    /// The organisations below one that the scope reaches, itself left out, by name.
    ///
    /// - Returns: each with its relation; empty where the scope does not see below.
    pub fn organisations_below<'a>(
        &'a self,
        scope: &'a Scope,
        above: OrganisationId,
    ) -> Pending<'a, Vec<Seen>> {
        Box::pin(async move {
            let Some(below) = self.below(scope, above).await? else { return Ok(Vec::new()) };
            let mut statement =
                select::<OrganisationRecord>(Condition::all().add(col("id").in_subquery(below)));
            statement.order_by(name("name"), Order::Asc).order_by(name("id"), Order::Asc);
            let found: Vec<OrganisationRecord> = self.read_all(&statement).await?;
            let own = scope.own();
            let seen = found.into_iter().map(|it| {
                let is_own = own.contains(&it.id);
                let relation = if is_own { Relation::Own } else { Relation::BelowAsFigures };
                Seen { revision: it.revision, organisation: organisation_of(it), relation }
            });
            Ok(seen.collect())
        })
    }

    /// The ids of the organisations below one, as a query; `None` where the scope does not see them.
    pub(crate) async fn below(
        &self,
        scope: &Scope,
        above: OrganisationId,
    ) -> Result<Option<SelectStatement>, StoreError> {
        let sees_below = self.relation(scope, above).await?.is_some_and(|relation| {
            relation == Relation::BelowAsFigures || scope.roots().contains(&above)
        });
        let inside = all_of([is("ancestor", &above), col("depth").gt(0_i64)]);
        let mut below = Query::select();
        below.column(name("descendant")).from(name("organisation_tree")).cond_where(inside);
        Ok(sees_below.then_some(below))
    }

    /// Every organisation of the installation: for jobs, which act for nobody.
    pub fn organisations_for_jobs(&self) -> Pending<'_, Vec<Organisation>> {
        Box::pin(async move {
            let found: Vec<OrganisationRecord> =
                self.many(Condition::all(), &[("id", Order::Asc)]).await?;
            Ok(found.into_iter().map(organisation_of).collect())
        })
    }

    /// Saves the card, kind and zone of an organisation.
    ///
    /// - `revision`: as it was read.
    /// - Errors: `Stale` where somebody changed it since.
    pub fn save_organisation<'a>(
        &'a self,
        organisation: &'a Organisation,
        revision: i64,
    ) -> Pending<'a, ()> {
        Box::pin(async move { self.save(&record_of(organisation, revision)).await })
    }

    /// Sets the size of a target group from a day on; the same group and day again replaces it.
    pub fn set_group_size(&self, organisation: OrganisationId, size: GroupSize) -> Pending<'_, ()> {
        Box::pin(async move {
            let same = all_of([
                is("organisation", &organisation),
                is("target_group", &size.group),
                is("from_on", &size.from),
            ]);
            let mut record = GroupSizeRecord {
                organisation,
                id: size.id,
                target_group: size.group,
                n_people: size.n_people,
                from_on: size.from,
            };
            match self.one::<GroupSizeRecord>(same).await? {
                Some(old) => {
                    record.id = old.id;
                    self.save(&record).await
                }
                None => self.insert(&record).await,
            }
        })
    }

    /// The sizes of target groups of an organisation, by group, the latest first.
    pub fn group_sizes<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
    ) -> Pending<'a, Vec<GroupSize>> {
        Box::pin(async move {
            if self.relation(scope, organisation).await?.is_none() {
                return Ok(Vec::new());
            }
            let sorting = [("target_group", Order::Asc), ("from_on", Order::Desc)];
            let found: Vec<GroupSizeRecord> =
                self.many(all_of([is("organisation", &organisation)]), &sorting).await?;
            Ok(found.into_iter().map(size_of).collect())
        })
    }

    /// A setting of an organisation; `None` where it was never set.
    ///
    /// - Errors: `Broken` where the kept value is of another type.
    pub fn setting<'a, T: DeserializeOwned + Send + 'a>(
        &'a self,
        organisation: OrganisationId,
        key: &'a str,
    ) -> Pending<'a, Option<T>> {
        Box::pin(async move {
            let condition = all_of([is("organisation", &organisation), is("key", &key.to_owned())]);
            let Some(found) = self.one::<SettingRecord>(condition).await? else { return Ok(None) };
            serde_json::from_value(found.value.0)
                .map(Some)
                .map_err(|_| StoreError::broken(format!("setting {key} is of another type")))
        })
    }

    /// Sets a setting of an organisation.
    pub fn set_setting<'a, T: Serialize + Sync>(
        &'a self,
        organisation: OrganisationId,
        key: &'a str,
        value: &'a T,
    ) -> Pending<'a, ()> {
        let value = serde_json::to_value(value);
        Box::pin(async move {
            let value =
                value.map_err(|_| StoreError::broken(format!("setting {key} has no form")))?;
            let record = SettingRecord { organisation, key: key.to_owned(), value: Json(value) };
            let change = Expr::val(record.value.value());
            self.insert_or_change(&record, [("value", change)]).await
        })
    }
}

/// The organisations inside a scope: the condition that every look-up of names begins with.
pub(crate) fn within(scope: &Scope) -> Expr {
    among("organisation", &scope.own())
}

fn record_of(organisation: &Organisation, revision: i64) -> OrganisationRecord {
    let Organisation { id, parent, level, kind, card, zone } = organisation.clone();
    OrganisationRecord {
        id,
        parent,
        level,
        kind,
        zone,
        name: card.name,
        full_name: card.full_name,
        taxpayer_number: card.taxpayer_number,
        registration_number: card.registration_number,
        address: card.address,
        settlement: card.settlement,
        phone: card.phone,
        email: card.email,
        site: card.site,
        revision,
    }
}

fn organisation_of(record: OrganisationRecord) -> Organisation {
    Organisation {
        id: record.id,
        parent: record.parent,
        level: record.level,
        kind: record.kind,
        zone: record.zone,
        card: Card {
            name: record.name,
            full_name: record.full_name,
            taxpayer_number: record.taxpayer_number,
            registration_number: record.registration_number,
            address: record.address,
            settlement: record.settlement,
            phone: record.phone,
            email: record.email,
            site: record.site,
        },
    }
}

fn size_of(record: GroupSizeRecord) -> GroupSize {
    GroupSize {
        id: record.id,
        group: record.target_group,
        n_people: record.n_people,
        from: record.from_on,
    }
}
