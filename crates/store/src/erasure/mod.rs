//! Destruction of what is held about a person, in every table at once.
//!
//! It decides how each place is emptied and how the name is taken out of texts of others. The chain
//! of the journal stays whole, because it never held anything but ids. Deliberately absent: who may
//! destroy and when (`mentoring::rights`, `app::rights`), copies of the database elsewhere.

mod columns;
mod needle;
mod places;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::BitOr;

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::id::{AccountId, FileId, OrganisationId, PersonId};
use mentoring::rights::HeldKind;
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, IntoIden, Query, Value};
use sea_orm::{ConnectionTrait, Statement};
use uuid::Uuid;

use crate::cell::Column as _;
use crate::error::StoreError;
use crate::file::File;
use crate::record::{all_of, among, col, is, name};
use crate::tx::{Pending, Store, Tx};

use columns::{ColumnKind, ColumnSeen, led};
use places::{BLANK_CONTACTS, Deed, PLACES, Place, TEXTS, Way};

pub use columns::HeldRow;
pub use needle::{Needle, Needles};

/// What a destruction does.
#[derive(Clone, Debug)]
pub struct ErasePlan {
    /// Whose organisation.
    pub organisation: OrganisationId,
    /// Whose data.
    pub person: PersonId,
    /// Sections that go.
    pub kinds: Vec<HeldKind>,
    /// Rows that a law keeps, of any table.
    pub kept: Vec<Uuid>,
    /// Whether the name stays in the row of the person, because a paper kept by law names it.
    pub keeps_name: bool,
    /// What to take out of texts of others; empty where the person still works here.
    pub needles: Needles,
    /// Files to be emptied.
    pub files: Vec<FileId>,
    /// The day.
    pub on: Date,
    /// The moment.
    pub at: Timestamp,
}

/// A text of somebody else in which the person is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The words around.
    pub excerpt: String,
}

impl Tx {
    /// Texts of others in an organisation in which somebody is named.
    ///
    /// - Time: reads every text of the organisation once.
    pub fn mentions<'a>(
        &'a self,
        organisation: OrganisationId,
        person: PersonId,
        needles: &'a Needles,
    ) -> Pending<'a, Vec<Mention>> {
        Box::pin(async move {
            let mut found = Vec::new();
            if needles.is_empty() {
                return Ok(found);
            }
            let tables = self.columns_seen().await?;
            for (table, columns) in TEXTS {
                for column in *columns {
                    let Some(seen) = seen(&tables, table, column) else { continue };
                    let own = Own::Left { organisation, person };
                    for text in self.texts(table, column, &tables, own).await? {
                        let excerpt = match seen.kind {
                            ColumnKind::Structure => strings_of(&text.value)
                                .into_iter()
                                .find_map(|it| needles.excerpt(&it)),
                            _ => needles.excerpt(&text.value),
                        };
                        found.extend(excerpt.map(|excerpt| Mention { table, column, excerpt }));
                    }
                }
            }
            Ok(found)
        })
    }

    /// Destroys what is held about a person, in every place of the plan.
    ///
    /// - Returns: how many records of each section went.
    /// - Errors: of the store; then nothing has changed, because the transaction is dropped.
    pub fn erase<'a>(&'a self, plan: &'a ErasePlan) -> Pending<'a, BTreeMap<HeldKind, u64>> {
        Box::pin(async move {
            let tables = self.columns_seen().await?;
            // Told before the memberships go.
            let accounts = self.accounts_of(plan.organisation, plan.person).await?;
            let mut taken = BTreeMap::new();
            for place in PLACES.iter().filter(|it| plan.kinds.contains(&it.kind)) {
                let n = match place.deed {
                    Deed::Stay => 0,
                    Deed::Remove => self.remove_rows(place, plan, &tables, &accounts).await?,
                    Deed::Blank(columns) => {
                        self.blank_rows(place, columns, plan, &tables, &accounts).await?
                    }
                };
                *taken.entry(place.kind).or_default() += n;
            }
            if plan.kinds.contains(&HeldKind::Papers) {
                self.empty_wordings(plan).await?;
            }
            let n_files = self.empty_files(plan).await?;
            taken.insert(HeldKind::Files, n_files);
            if !plan.needles.is_empty() {
                self.give_up_waiting_lists(plan).await?;
                self.give_up_archives(plan).await?;
                let n = self.take_out_of_texts(plan, &tables).await?;
                taken.insert(HeldKind::Mentions, n);
            }
            taken.retain(|_, n| *n != 0);
            Ok(taken)
        })
    }

    async fn remove_rows(
        &self,
        place: &Place,
        plan: &ErasePlan,
        tables: &Tables,
        accounts: &[AccountId],
    ) -> Result<u64, StoreError> {
        let mut conditions = led(place, plan.organisation, plan.person, accounts);
        let has_id = seen(tables, place.table, "id").is_some();
        if has_id && !plan.kept.is_empty() {
            conditions.push(col("id").is_not_in(plan.kept.iter().copied()));
        }
        if place.table == "consent" {
            // An addendum that a law keeps longer does not point at a consent that has gone.
            let mut going = Query::select();
            going.column(name("id")).from(name("consent"));
            going.cond_where(all_of(conditions.clone()));
            let mut unlink = Query::update();
            unlink.table(name("contract_addendum"));
            unlink.value(name("consent"), Expr::val(Value::from(None::<Uuid>)));
            unlink.and_where(is("organisation", &plan.organisation));
            unlink.and_where(col("consent").in_subquery(going));
            self.db.execute(&unlink).await?;
        }
        if place.table == "contract_addendum" {
            // The paper whose text it was stays empty and points at nothing.
            let mut going = Query::select();
            going.column(name("id")).from(name("contract_addendum"));
            going.cond_where(all_of(conditions.clone()));
            let mut unlink = Query::update();
            unlink.table(name("paper"));
            unlink.value(name("addendum"), Expr::val(Value::from(None::<Uuid>)));
            unlink.and_where(is("organisation", &plan.organisation));
            unlink.and_where(col("addendum").in_subquery(going));
            self.db.execute(&unlink).await?;
        }
        let mut statement = Query::delete();
        statement.from_table(name(place.table)).cond_where(all_of(conditions));
        Ok(self.db.execute(&statement).await?.rows_affected())
    }

    async fn blank_rows(
        &self,
        place: &Place,
        columns: &[&'static str],
        plan: &ErasePlan,
        tables: &Tables,
        accounts: &[AccountId],
    ) -> Result<u64, StoreError> {
        let is_card = place.kind == HeldKind::Card;
        let columns = if is_card && plan.keeps_name { BLANK_CONTACTS } else { columns };
        let mut statement = Query::update();
        statement.table(name(place.table));
        for column in columns {
            let Some(seen) = seen(tables, place.table, column) else { continue };
            // Two accounts cannot have one login: the id, which leads to nobody, takes its place.
            let value = match (place.way, *column) {
                (Way::Account("id"), "login") => col("id").cast_as(Alias::new("text")),
                _ => Expr::val(nothing(seen)),
            };
            statement.value(name(column), value);
        }
        if place.table == "account" {
            statement.value(name("is_persona"), Expr::val(false));
            statement.value(name("closed_at"), Expr::val(plan.at.value()));
        }
        if is_card {
            let last = Func::coalesce([col("left_on"), Expr::val(plan.on.value())]);
            statement.value(name("left_on"), Expr::from(last));
        }
        statement.cond_where(all_of(led(place, plan.organisation, plan.person, accounts)));
        Ok(self.db.execute(&statement).await?.rows_affected())
    }

    /// Empties files: the row stays for what points at it, with no name and no bytes.
    async fn empty_files(&self, plan: &ErasePlan) -> Result<u64, StoreError> {
        let mut statement = Query::update();
        statement.table(name("file"));
        statement.value(name("name"), Expr::val(String::new()));
        statement.value(name("size_bytes"), Expr::val(0_i64));
        statement.value(name("content"), Expr::val(Vec::<u8>::new()));
        statement.value(name("sha256"), Expr::val(File::digest(&[])));
        let own = is("organisation", &plan.organisation);
        statement.cond_where(all_of([own, among("id", &plan.files)]));
        Ok(self.db.execute(&statement).await?.rows_affected())
    }

    /// A list that waits could bring the person back: it is given up, with its bytes.
    async fn give_up_waiting_lists(&self, plan: &ErasePlan) -> Result<(), StoreError> {
        let waiting = all_of([
            is("organisation", &plan.organisation),
            col("applied_at").is_null(),
            col("discarded_at").is_null(),
        ]);
        let mut statement = Query::update();
        statement.table(name("people_import"));
        statement.value(name("content"), Expr::val(Vec::<u8>::new()));
        statement.value(name("discarded_at"), Expr::val(plan.at.value()));
        statement.cond_where(waiting);
        self.db.execute(&statement).await?;
        Ok(())
    }

    /// What papers about the person said: every wording of their data.
    async fn empty_wordings(&self, plan: &ErasePlan) -> Result<(), StoreError> {
        let own = is("organisation", &plan.organisation);
        let mut papers = Query::select();
        papers.column(name("id")).from(name("paper"));
        papers.cond_where(all_of([own.clone(), is("person", &plan.person)]));
        let mut statement = Query::update();
        statement.table(name("paper_revision"));
        for column in ["typed", "data"] {
            statement.value(name(column), Expr::val(serde_json::Value::Array(Vec::new())));
        }
        statement.and_where(own).and_where(col("paper").in_subquery(papers));
        self.db.execute(&statement).await?;
        Ok(())
    }

    /// Archives that were made for a day hold everybody: they are given up and made again when wanted.
    async fn give_up_archives(&self, plan: &ErasePlan) -> Result<(), StoreError> {
        let own = is("organisation", &plan.organisation);
        for table in ["paper_pack_content", "folder"] {
            let mut statement = Query::delete();
            statement.from_table(name(table)).and_where(own.clone());
            self.db.execute(&statement).await?;
        }
        let mut statement = Query::update();
        statement.table(name("paper_pack"));
        statement.value(name("keep_until"), Expr::val(plan.at.value()));
        statement.and_where(own);
        self.db.execute(&statement).await?;
        Ok(())
    }

    async fn take_out_of_texts(
        &self,
        plan: &ErasePlan,
        tables: &Tables,
    ) -> Result<u64, StoreError> {
        let mut n = 0;
        for (table, columns) in TEXTS {
            for column in *columns {
                let Some(seen) = seen(tables, table, column) else { continue };
                let own = Own::Counted { organisation: plan.organisation };
                for text in self.texts(table, column, tables, own).await? {
                    let Some(value) = without(&plan.needles, seen.kind, &text.value) else {
                        continue;
                    };
                    self.write_text(table, column, text.key, value).await?;
                    n += 1;
                }
            }
        }
        Ok(n)
    }

    /// The texts of one column in an organisation, with what tells their rows apart.
    async fn texts(
        &self,
        table: &'static str,
        column: &'static str,
        tables: &Tables,
        own: Own,
    ) -> Result<Vec<Text>, StoreError> {
        let columns = tables.get(table).map_or(&[][..], Vec::as_slice);
        let has = |wanted: &str| columns.iter().any(|it| it.name == wanted);
        let row_of = if self.is_sqlite() { "rowid" } else { "ctid" };
        let row_of = Alias::new(row_of).into_iden();
        let mut statement = Query::select();
        let cast = |iden| Expr::col(iden).cast_as(Alias::new("text"));
        statement.from(name(table));
        statement.expr_as(cast(row_of), name("row_of"));
        statement.expr_as(cast(name(column)), name("value_of"));
        statement.and_where(col(column).is_not_null());
        let (Own::Left { organisation, .. } | Own::Counted { organisation }) = own;
        if has("organisation") {
            statement.and_where(is("organisation", &organisation));
        }
        // The person's own rows stand in sections of their own, and are no mentions.
        if let (Own::Left { person, .. }, true) = (own, has("person")) {
            let of_others = col("person").is_null().or(col("person").ne(person.0));
            statement.and_where(of_others);
        }
        let mut texts = Vec::new();
        for row in self.db.query_all(&statement).await? {
            texts.push(Text {
                key: row.try_get("", "row_of")?,
                value: row.try_get("", "value_of")?,
            });
        }
        Ok(texts)
    }

    async fn write_text(
        &self,
        table: &'static str,
        column: &'static str,
        key: String,
        value: Value,
    ) -> Result<(), StoreError> {
        let mut statement = Query::update();
        statement.table(name(table)).value(name(column), Expr::val(value));
        let (row, kind) = if self.is_sqlite() { ("rowid", "integer") } else { ("ctid", "tid") };
        statement.and_where(col(row).eq(Expr::val(key).cast_as(Alias::new(kind))));
        self.db.execute(&statement).await?;
        Ok(())
    }
}

impl Store {
    /// Writes the database anew, so that nothing destroyed stands in its free pages or its log.
    ///
    /// Does nothing on PostgreSQL, whose own vacuum does it.
    pub fn scrub(&self) -> Pending<'_, ()> {
        Box::pin(async move {
            if !self.is_sqlite() {
                return Ok(());
            }
            self.db.execute_unprepared("VACUUM").await?;
            let backend = self.db.get_database_backend();
            let checkpoint = Statement::from_string(backend, "PRAGMA wal_checkpoint(TRUNCATE)");
            self.db.query_all_raw(checkpoint).await?;
            Ok(())
        })
    }
}

type Tables = BTreeMap<String, Vec<ColumnSeen>>;

/// Whose texts are read.
#[derive(Clone, Copy)]
enum Own {
    /// Those of the person are left out.
    Left { organisation: OrganisationId, person: PersonId },
    /// Everybody's.
    Counted { organisation: OrganisationId },
}

struct Text {
    key: String,
    value: String,
}

fn seen<'a>(tables: &'a Tables, table: &str, column: &str) -> Option<&'a ColumnSeen> {
    tables.get(table)?.iter().find(|it| it.name == column)
}

/// What stands in a column that has nothing in it.
fn nothing(column: &ColumnSeen) -> Value {
    match (column.kind, column.is_nullable) {
        (ColumnKind::Bytes, _) => Value::from(Vec::<u8>::new()),
        (ColumnKind::Structure, _) => Value::from(serde_json::Value::Array(Vec::new())),
        (_, true) => Value::from(None::<String>),
        (_, false) => Value::from(String::new()),
    }
}

/// A value without the person; `None` where it does not name the person.
fn without(needles: &Needles, kind: ColumnKind, value: &str) -> Option<Value> {
    if kind != ColumnKind::Structure {
        return needles.taken_out_of(value).map(Value::from);
    }
    let mut structure: serde_json::Value = serde_json::from_str(value).ok()?;
    take_out_of(needles, &mut structure).then(|| Value::from(structure))
}

fn take_out_of(needles: &Needles, it: &mut serde_json::Value) -> bool {
    use serde_json::Value::{Array, Object, String};
    match it {
        String(text) => match needles.taken_out_of(text) {
            Some(left) => {
                *text = left;
                true
            }
            None => false,
        },
        Array(all) => all.iter_mut().map(|it| take_out_of(needles, it)).fold(false, BitOr::bitor),
        Object(all) => {
            all.values_mut().map(|it| take_out_of(needles, it)).fold(false, BitOr::bitor)
        }
        _ => false,
    }
}

/// Every text inside a structure.
fn strings_of(value: &str) -> Vec<String> {
    fn collect(it: serde_json::Value, into: &mut Vec<String>) {
        match it {
            serde_json::Value::String(text) => into.push(text),
            serde_json::Value::Array(all) => all.into_iter().for_each(|it| collect(it, into)),
            serde_json::Value::Object(all) => {
                all.into_iter().for_each(|(_, it)| collect(it, into));
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    if let Ok(it) = serde_json::from_str(value) {
        collect(it, &mut all);
    }
    all
}
