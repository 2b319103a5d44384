//! How a value of the rules lies in a column, the same on both engines.
//!
//! It decides the type of every column that a record has. Deliberately absent: tables (`schema`)
//! and records (`record`).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Role;
use mentoring::act::{Audience, ReadingWay};
use mentoring::calendar::DayKind;
use mentoring::consent::{ConsentKind, StopKind};
use mentoring::evidence::EvidenceSource;
use mentoring::id::*;
use mentoring::labour::MentoringMode;
use mentoring::launch::{ImportState, RollChoice, VersionState};
use mentoring::mistake::MistakeKind;
use mentoring::order::OrderSubject;
use mentoring::organisation::requisites::ActLevel;
use mentoring::organisation::{Level, OrganisationKind, TargetGroup};
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;
use mentoring::person::fact::FactKind;
use mentoring::person::{Gender, GuardianGround, Position};
use mentoring::petition::{PetitionKind, PetitionOutcome};
use mentoring::pools::{Pool, TermKind};
use mentoring::rights::{GoneWhy, HeldKind, Reach, RequestKind, RequestOutcome};
use mentoring::task::Closing;
use sea_orm::sea_query::{Nullable, Value};
use sea_orm::{DbErr, QueryResult, TryGetable};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

/// A value that lies in one column.
pub(crate) trait Cell: Sized {
    /// What the database driver knows.
    type Raw: TryGetable + Into<Value> + Nullable;

    /// The value as the driver takes it.
    fn to_raw(&self) -> Self::Raw;

    /// The value from what the driver gives; `None` where it cannot be one.
    fn from_raw(raw: Self::Raw) -> Option<Self>;
}

/// A column of a record: a cell, or a cell that may be empty.
pub(crate) trait Column: Sized {
    /// The value to bind.
    fn value(&self) -> Value;

    /// The value of a row.
    fn read(row: &QueryResult, column: &str) -> Result<Self, DbErr>;
}

impl<T: Cell> Column for T {
    fn value(&self) -> Value {
        self.to_raw().into()
    }

    fn read(row: &QueryResult, column: &str) -> Result<Self, DbErr> {
        T::from_raw(row.try_get("", column)?).ok_or_else(|| strange(column))
    }
}

impl<T: Cell> Column for Option<T> {
    fn value(&self) -> Value {
        self.as_ref().map_or_else(T::Raw::null, |it| it.to_raw().into())
    }

    fn read(row: &QueryResult, column: &str) -> Result<Self, DbErr> {
        match row.try_get::<Option<T::Raw>>("", column)? {
            Some(raw) => T::from_raw(raw).map(Some).ok_or_else(|| strange(column)),
            None => Ok(None),
        }
    }
}

fn strange(column: &str) -> DbErr {
    DbErr::Type(format!("column {column} holds a value that cannot be"))
}

/// A value kept as JSON.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Json<T>(pub T);

impl<T: Serialize + DeserializeOwned> Cell for Json<T> {
    type Raw = serde_json::Value;

    fn to_raw(&self) -> Self::Raw {
        // Our own types have string keys and finite numbers: they always have a JSON form.
        serde_json::to_value(&self.0).unwrap_or_default()
    }

    fn from_raw(raw: Self::Raw) -> Option<Self> {
        serde_json::from_value(raw).ok().map(Json)
    }
}

macro_rules! plain {
    ($($type:ty),+) => {$(
        impl Cell for $type {
            type Raw = Self;

            fn to_raw(&self) -> Self {
                self.clone()
            }

            fn from_raw(raw: Self) -> Option<Self> {
                Some(raw)
            }
        }
    )+};
}
plain!(String, i64, bool, Vec<u8>, Uuid);

macro_rules! ids_as_cells {
    ($($type:ident),+) => {$(
        impl Cell for $type {
            type Raw = Uuid;

            fn to_raw(&self) -> Uuid {
                self.0
            }

            fn from_raw(raw: Uuid) -> Option<Self> {
                Some(Self(raw))
            }
        }
    )+};
}
ids_as_cells!(
    OrganisationId,
    PersonId,
    PersonRoleId,
    AccountId,
    MembershipId,
    InvitationId,
    PasswordLinkId,
    SessionId,
    RoadmapId,
    VersionId,
    LineageId,
    ImportId,
    TaskId,
    EvidenceId,
    PartId,
    FileId,
    HappeningId,
    FeedId,
    JobId,
    LetterId,
    GroupSizeId,
    AcceptanceId,
    FigureAnswerId,
    RollQuestionId,
    GuardianshipId,
    ConsentId,
    TermId,
    PoolEntryId,
    OrderId,
    OrderParticipantId,
    MistakeId,
    AddendumId,
    LocalActId,
    PersonFactId,
    PeopleImportId,
    AbsenceId,
    PartnerId,
    AgreementId,
    PartnerPersonId,
    AccessNeedId,
    SensitiveReaderId,
    PaperId,
    PaperRevisionId,
    PaperPackId,
    ScanId,
    WordingId,
    StopId,
    ActConcernId,
    ActReadingId,
    PetitionId,
    PersonRequestId,
    ErasureId,
    BackupCopyId,
    PaperTemplateId,
    FolderId
);

macro_rules! slugs_as_cells {
    ($($type:ident),+) => {$(
        impl Cell for $type {
            type Raw = String;

            fn to_raw(&self) -> String {
                self.slug().to_owned()
            }

            fn from_raw(raw: String) -> Option<Self> {
                Self::from_slug(&raw)
            }
        }
    )+};
}
slugs_as_cells!(
    Level,
    OrganisationKind,
    TargetGroup,
    Position,
    Role,
    Closing,
    EvidenceSource,
    ImportState,
    VersionState,
    RollChoice,
    ConsentKind,
    GuardianGround,
    Gender,
    TermKind,
    Pool,
    OrderSubject,
    PaperKind,
    MistakeKind,
    MentoringMode,
    ActLevel,
    FactKind,
    Audience,
    ReadingWay,
    PetitionKind,
    PetitionOutcome,
    HeldKind,
    Reach,
    GoneWhy,
    RequestKind,
    RequestOutcome,
    TemplateForm,
    StopKind
);

impl Cell for u32 {
    type Raw = i64;

    fn to_raw(&self) -> i64 {
        i64::from(*self)
    }

    fn from_raw(raw: i64) -> Option<Self> {
        raw.try_into().ok()
    }
}

impl Cell for DayKind {
    type Raw = String;

    fn to_raw(&self) -> String {
        match self {
            Self::Off => "off".to_owned(),
            Self::Worked => "worked".to_owned(),
        }
    }

    fn from_raw(raw: String) -> Option<Self> {
        match raw.as_str() {
            "off" => Some(Self::Off),
            "worked" => Some(Self::Worked),
            _ => None,
        }
    }
}

impl Cell for Date {
    type Raw = time::Date;

    fn to_raw(&self) -> time::Date {
        // Both calendars hold the years 1 to 9999; a day outside is no day of this product.
        let month = self.month().unsigned_abs();
        time::Month::try_from(month)
            .and_then(|month| {
                time::Date::from_calendar_date(self.year().into(), month, self.day().unsigned_abs())
            })
            .unwrap_or(time::Date::MIN)
    }

    fn from_raw(raw: time::Date) -> Option<Self> {
        let (year, month, day) = raw.to_calendar_date();
        let month = i8::try_from(u8::from(month)).ok()?;
        Self::new(year.try_into().ok()?, month, day.try_into().ok()?).ok()
    }
}

/// Whole seconds in UTC: SQLite keeps moments as text, and texts with and without a fraction of a
/// second do not sort as moments do.
impl Cell for Timestamp {
    type Raw = time::OffsetDateTime;

    fn to_raw(&self) -> time::OffsetDateTime {
        time::OffsetDateTime::from_unix_timestamp(self.as_second())
            .unwrap_or(time::OffsetDateTime::UNIX_EPOCH)
    }

    fn from_raw(raw: time::OffsetDateTime) -> Option<Self> {
        Self::from_second(raw.unix_timestamp()).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_and_moments_come_back_as_they_went() {
        for day in [date(1, 1, 1), date(2024, 2, 29), date(2026, 11, 20), date(9999, 12, 31)] {
            assert_eq!(Date::from_raw(day.to_raw()), Some(day));
        }
        let moment: Timestamp = "2026-11-20T09:00:00.75Z".parse().unwrap();
        let whole: Timestamp = "2026-11-20T09:00:00Z".parse().unwrap();
        assert_eq!(Timestamp::from_raw(moment.to_raw()), Some(whole));
    }

    #[test]
    fn an_unknown_word_is_no_value() {
        assert_eq!(Role::from_raw("administrator".into()), None);
        assert_eq!(u32::from_raw(-1), None);
    }
}
