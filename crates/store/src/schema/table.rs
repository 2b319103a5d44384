//! The words in which migrations say a table.
//!
//! It decides how types lie on the engines and what every tenant table has: the organisation first
//! in the primary key, in every foreign key and in every index, so that the tables can be
//! distributed by organisation. Deliberately absent: the tables.

use sea_orm::sea_query::{
    ColumnDef, ForeignKey, Index, IndexCreateStatement, Table, TableCreateStatement,
};
use sea_orm_migration::SchemaManager;

use crate::record::name;

/// A table that is being said.
pub(super) struct Spec {
    table: &'static str,
    statement: TableCreateStatement,
    indexes: Vec<IndexCreateStatement>,
    is_owned: bool,
}

/// A table of one organisation's records, each with an id.
pub(super) fn owned(table: &'static str) -> Spec {
    owned_keyed(table, &["organisation", "id"]).uuid("id")
}

/// A table of one organisation's records with a key of its own; `key` begins with `organisation`.
pub(super) fn owned_keyed(table: &'static str, key: &[&'static str]) -> Spec {
    let mut spec = shared(table, key).uuid("organisation");
    let mut foreign = ForeignKey::create();
    foreign.from(name(table), name("organisation")).to(name("organisation"), name("id"));
    spec.statement.foreign_key(&mut foreign);
    spec.is_owned = true;
    spec
}

/// A table that belongs to no organisation.
pub(super) fn shared(table: &'static str, key: &[&'static str]) -> Spec {
    let mut primary = Index::create();
    for column in key {
        primary.col(name(column));
    }
    let mut statement = Table::create();
    statement.table(name(table)).primary_key(&mut primary);
    Spec { table, statement, indexes: Vec::new(), is_owned: false }
}

macro_rules! columns {
    ($($(#[$doc:meta])* $word:ident => $make:ident $presence:ident;)+) => {$(
        $(#[$doc])*
        pub(super) fn $word(mut self, column: &'static str) -> Self {
            self.statement.col(ColumnDef::new(name(column)).$make().$presence());
            self
        }
    )+};
}

impl Spec {
    columns! {
        /// An id.
        uuid => uuid not_null;
        /// An id, or none.
        uuid_or_none => uuid null;
        /// A text.
        text => text not_null;
        /// A text, or none.
        text_or_none => text null;
        /// A whole number.
        int => big_integer not_null;
        /// Yes or no.
        flag => boolean not_null;
        /// A day.
        day => date not_null;
        /// A day, or none.
        day_or_none => date null;
        /// A moment.
        moment => timestamp_with_time_zone not_null;
        /// A moment, or none.
        moment_or_none => timestamp_with_time_zone null;
        /// A structure.
        json => json_binary not_null;
        /// A structure, or none.
        json_or_none => json_binary null;
        /// Bytes.
        bytes => blob not_null;
    }

    /// A column that points at a record of the same organisation, or at a shared record.
    pub(super) fn refers(mut self, column: &'static str, table: &'static str) -> Self {
        let mut foreign = ForeignKey::create();
        let is_within = self.is_owned && !matches!(table, "account" | "organisation");
        if is_within {
            foreign.from(name(self.table), (name("organisation"), name(column)));
            foreign.to(name(table), (name("organisation"), name("id")));
        } else {
            foreign.from(name(self.table), name(column)).to(name(table), name("id"));
        }
        self.statement.foreign_key(&mut foreign);
        self
    }

    /// No two records alike in these columns.
    pub(super) fn unique(self, index: &'static str, columns: &[&'static str]) -> Self {
        self.indexed(index, columns, true)
    }

    /// Looked up by these columns.
    pub(super) fn index(self, index: &'static str, columns: &[&'static str]) -> Self {
        self.indexed(index, columns, false)
    }

    fn indexed(mut self, index: &'static str, columns: &[&'static str], is_unique: bool) -> Self {
        let mut statement = Index::create();
        statement.name(index).table(name(self.table));
        for column in columns {
            statement.col(name(column));
        }
        if is_unique {
            statement.unique();
        }
        self.indexes.push(statement);
        self
    }

    /// Creates the table with its indexes.
    pub(super) async fn create(self, manager: &SchemaManager<'_>) -> Result<(), sea_orm::DbErr> {
        manager.create_table(self.statement).await?;
        for index in self.indexes {
            manager.create_index(index).await?;
        }
        Ok(())
    }
}
