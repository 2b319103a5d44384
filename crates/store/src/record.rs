//! A record: one struct, one table, the columns named as the fields.
//!
//! It decides how records are inserted, looked up and changed, once for all tables and both
//! engines. Deliberately absent: which look-ups exist (the phase files), deleting what somebody
//! wrote (things end on a day).

use sea_orm::sea_query::{
    Alias, Asterisk, Condition, Expr, ExprTrait, InsertStatement, IntoIden, OnConflict, Order,
    Query, SelectStatement, Value,
};
use sea_orm::{ConnectionTrait, DbErr, QueryResult};

use crate::error::StoreError;
use crate::tx::Tx;

/// A struct that lies in one table.
pub(crate) trait Record: Sized {
    /// Name of the table.
    const TABLE: &'static str;
    /// Names of the columns, as of the fields.
    const COLUMNS: &'static [&'static str];
    /// The columns of the primary key.
    const KEY: &'static [&'static str];

    /// The values, in the order of `COLUMNS`.
    fn values(&self) -> Vec<Value>;

    /// The record of a row.
    fn read(row: &QueryResult) -> Result<Self, DbErr>;
}

/// Makes a struct and its [`Record`]: the one place where fields and columns are named.
macro_rules! record {
    ($(#[$doc:meta])* $table:literal, key($($key:ident),+),
     $vis:vis struct $name:ident { $($(#[$field_doc:meta])* pub $field:ident: $type:ty,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        $vis struct $name {
            $($(#[$field_doc])* $vis $field: $type,)+
        }

        impl $crate::record::Record for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];
            const KEY: &'static [&'static str] = &[$(stringify!($key)),+];

            fn values(&self) -> Vec<sea_orm::sea_query::Value> {
                vec![$($crate::cell::Column::value(&self.$field)),+]
            }

            fn read(row: &sea_orm::QueryResult) -> Result<Self, sea_orm::DbErr> {
                Ok(Self { $($field: $crate::cell::Column::read(row, stringify!($field))?,)+ })
            }
        }
    };
}
pub(crate) use record;

/// An identifier of the schema.
pub(crate) fn name(text: &'static str) -> sea_orm::sea_query::DynIden {
    Alias::new(text).into_iden()
}

/// A column of the one table of a statement.
pub(crate) fn col(column: &'static str) -> Expr {
    Expr::col(name(column))
}

/// `column = value`.
pub(crate) fn is(column: &'static str, value: &impl crate::cell::Column) -> Expr {
    col(column).eq(value.value())
}

/// `column IN (values)`; an empty list finds nothing.
pub(crate) fn among<T: crate::cell::Column>(column: &'static str, values: &[T]) -> Expr {
    col(column).is_in(values.iter().map(crate::cell::Column::value))
}

/// All conditions at once.
pub(crate) fn all_of(conditions: impl IntoIterator<Item = Expr>) -> Condition {
    conditions.into_iter().fold(Condition::all(), Condition::add)
}

impl Tx {
    /// Inserts a record.
    pub(crate) async fn insert<R: Record>(&self, record: &R) -> Result<(), StoreError> {
        self.insert_all(std::slice::from_ref(record)).await
    }

    /// Inserts many records of one table.
    pub(crate) async fn insert_all<R: Record>(&self, records: &[R]) -> Result<(), StoreError> {
        // Both engines bound the number of parameters of a statement; 10 000 is inside both.
        const PARAMETERS: usize = 10_000;
        for part in records.chunks((PARAMETERS / R::COLUMNS.len()).max(1)) {
            self.db.execute(&insertion(part)).await?;
        }
        Ok(())
    }

    /// Inserts a record, unless one is there already with the same values in some columns.
    ///
    /// - `columns`: the columns of a unique index.
    /// - Returns: whether it was inserted.
    pub(crate) async fn insert_once<R: Record>(
        &self,
        record: &R,
        columns: &[&'static str],
    ) -> Result<bool, StoreError> {
        let mut conflict = OnConflict::columns(columns.iter().map(|it| name(it)));
        conflict.do_nothing();
        let mut statement = insertion(std::slice::from_ref(record));
        statement.on_conflict(conflict);
        Ok(self.db.execute(&statement).await?.rows_affected() != 0)
    }

    /// Inserts a record, or changes columns of the one with the same key.
    pub(crate) async fn insert_or_change<R: Record>(
        &self,
        record: &R,
        change: impl IntoIterator<Item = (&'static str, Expr)>,
    ) -> Result<(), StoreError> {
        let mut conflict = OnConflict::columns(R::KEY.iter().map(|it| name(it)));
        conflict.values(change.into_iter().map(|(column, value)| (name(column), value)));
        let mut statement = insertion(std::slice::from_ref(record));
        statement.on_conflict(conflict);
        self.db.execute(&statement).await?;
        Ok(())
    }

    /// The records that meet a condition, in an order.
    pub(crate) async fn many<R: Record>(
        &self,
        condition: Condition,
        sorting: &[(&'static str, Order)],
    ) -> Result<Vec<R>, StoreError> {
        let mut statement = select::<R>(condition);
        for (column, order) in sorting {
            statement.order_by(name(column), order.clone());
        }
        self.read_all(&statement).await
    }

    /// The record that meets a condition, if there is one.
    pub(crate) async fn one<R: Record>(
        &self,
        condition: Condition,
    ) -> Result<Option<R>, StoreError> {
        let mut statement = select::<R>(condition);
        statement.limit(1);
        Ok(self.read_all(&statement).await?.pop())
    }

    /// Runs a select over the columns of a record.
    pub(crate) async fn read_all<R: Record>(
        &self,
        statement: &SelectStatement,
    ) -> Result<Vec<R>, StoreError> {
        let rows = self.db.query_all(statement).await?;
        rows.iter().map(R::read).collect::<Result<_, _>>().map_err(StoreError::Broken)
    }

    /// Saves a changed record under its key.
    ///
    /// Where the record has a `revision`, it must still be the one that was read, and grows.
    ///
    /// - Errors: `Stale` where no such record, or no such revision, is there any more.
    pub(crate) async fn save<R: Record>(&self, record: &R) -> Result<(), StoreError> {
        let mut statement = Query::update();
        statement.table(name(R::TABLE));
        for (column, value) in R::COLUMNS.iter().zip(record.values()) {
            if R::KEY.contains(column) {
                statement.and_where(col(column).eq(value));
            } else if *column == "revision" {
                statement.and_where(col(column).eq(value));
                statement.value(name(column), col(column).add(1_i64));
            } else {
                statement.value(name(column), Expr::val(value));
            }
        }
        match self.db.execute(&statement).await?.rows_affected() {
            0 => Err(StoreError::Stale),
            _ => Ok(()),
        }
    }

    /// How many records meet a condition.
    pub(crate) async fn count<R: Record>(&self, condition: Condition) -> Result<u64, StoreError> {
        let mut statement = Query::select();
        statement.expr_as(Expr::col(Asterisk).count(), name("n"));
        statement.from(name(R::TABLE)).cond_where(condition);
        let row = self.db.query_one(&statement).await?;
        let n: i64 = row.map_or(Ok(0), |row| row.try_get("", "n"))?;
        Ok(n.unsigned_abs())
    }

    /// Removes passing records: of counters, keys and leases, never of what somebody wrote.
    pub(crate) async fn remove<R: Record>(&self, condition: Condition) -> Result<u64, StoreError> {
        let mut statement = Query::delete();
        statement.from_table(name(R::TABLE)).cond_where(condition);
        Ok(self.db.execute(&statement).await?.rows_affected())
    }
}

/// An insertion of records.
fn insertion<R: Record>(records: &[R]) -> InsertStatement {
    let mut statement = Query::insert();
    statement.into_table(name(R::TABLE)).columns(R::COLUMNS.iter().map(|it| name(it)));
    for record in records {
        // As many values as columns: the macro writes both.
        statement.values_panic(record.values().into_iter().map(Expr::val));
    }
    statement
}

/// A select of the columns of a record.
pub(crate) fn select<R: Record>(condition: Condition) -> SelectStatement {
    let mut statement = Query::select();
    statement.columns(R::COLUMNS.iter().map(|it| name(it))).from(name(R::TABLE));
    statement.cond_where(condition);
    statement
}
