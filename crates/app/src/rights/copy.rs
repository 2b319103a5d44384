//! Copies of the database: that one was made, and the list that a restored one is mended by.
//!
//! It decides how the list lies in a file: a line of JSON for each destruction, ids and days and no
//! names. Deliberately absent: making and restoring copies (`server`).

use jiff::ToSpan as _;
use mentoring::id::{AccountId, ErasureId, FileId, OrganisationId, PersonId};
use mentoring::rights::{GoneWhy, Reach};
use serde::{Deserialize, Serialize};
use store::{BackupCopy, Erasure, StoreError, WholeErasure};
use uuid::Uuid;

use super::destroy::whole_of;
use crate::ctx::{App, day_in};

/// Notes that a copy of the database was made.
///
/// - `keep_days`: for how many days it is kept; `None` where nobody said.
/// - Errors: of the store.
pub async fn note_copy(app: &App, name: String, keep_days: Option<u16>) -> Result<(), StoreError> {
    let made_at = app.clock.now();
    let today = day_in(made_at, &jiff::tz::TimeZone::UTC);
    let kept_until = keep_days.and_then(|it| today.checked_add(i64::from(it).days()).ok());
    let tx = app.store.begin().await?;
    tx.insert_backup_copy(&BackupCopy { id: app.new_id(), name, made_at, kept_until }).await?;
    tx.commit().await
}

/// A destruction as its line tells it.
#[derive(Debug, Serialize, Deserialize)]
struct Line {
    organisation: Uuid,
    id: Uuid,
    person: Uuid,
    number: u32,
    reach: String,
    why: String,
    ground_on: String,
    done_on: String,
    basis: String,
    is_surname_removed: bool,
    done_by: Uuid,
    done_at: String,
    members: Vec<Uuid>,
    files: Vec<Uuid>,
}

/// Writes a destruction as a line: ids, days, the order of the commission.
#[must_use]
pub fn destroyed_line(it: &WholeErasure) -> String {
    let of = &it.erasure;
    let line = Line {
        organisation: of.organisation.0,
        id: of.id.0,
        person: of.person.0,
        number: of.number,
        reach: of.reach.slug().to_owned(),
        why: of.why.slug().to_owned(),
        ground_on: of.ground_on.to_string(),
        done_on: of.done_on.to_string(),
        basis: of.basis.clone(),
        is_surname_removed: of.is_surname_removed,
        done_by: of.done_by.0,
        done_at: of.done_at.to_string(),
        members: it.members.iter().map(|it| it.person.0).collect(),
        files: it.files.iter().map(|it| it.file.0).collect(),
    };
    // Ids, days and texts always have a JSON form.
    serde_json::to_string(&line).unwrap_or_default()
}

/// Reads a list of destructions.
///
/// - Errors: the number of the first line that is not understood, from 1.
pub fn read_destroyed(text: &str) -> Result<Vec<WholeErasure>, usize> {
    let said = (1..).zip(text.lines()).filter(|(_, it)| !it.trim().is_empty());
    said.map(|(number, it)| read_line(it).ok_or(number)).collect()
}

fn read_line(text: &str) -> Option<WholeErasure> {
    let line: Line = serde_json::from_str(text).ok()?;
    let erasure = Erasure {
        organisation: OrganisationId(line.organisation),
        id: ErasureId(line.id),
        person: PersonId(line.person),
        number: line.number,
        reach: Reach::from_slug(&line.reach)?,
        why: GoneWhy::from_slug(&line.why)?,
        ground_on: line.ground_on.parse().ok()?,
        done_on: line.done_on.parse().ok()?,
        basis: line.basis,
        is_surname_removed: line.is_surname_removed,
        done_by: AccountId(line.done_by),
        done_at: line.done_at.parse().ok()?,
    };
    let members: Vec<PersonId> = line.members.into_iter().map(PersonId).collect();
    let files: Vec<FileId> = line.files.into_iter().map(FileId).collect();
    Some(whole_of(erasure, &std::collections::BTreeMap::new(), &members, &files))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_list_of_destructions_is_read_back_as_it_was_written() {
        let id = Uuid::from_u128;
        let erasure = Erasure {
            organisation: OrganisationId(id(1)),
            id: ErasureId(id(2)),
            person: PersonId(id(3)),
            number: 4,
            reach: Reach::Whole,
            why: GoneWhy::Left,
            ground_on: date(2026, 9, 14),
            done_on: date(2026, 9, 15),
            basis: "приказ № 66-од".into(),
            is_surname_removed: true,
            done_by: AccountId(id(5)),
            done_at: "2026-09-15T08:00:00Z".parse().unwrap(),
        };
        let none = std::collections::BTreeMap::new();
        let whole = whole_of(erasure, &none, &[PersonId(id(6))], &[FileId(id(7))]);
        let text = format!("{}\n\n", destroyed_line(&whole));
        assert_eq!(read_destroyed(&text), Ok(vec![whole]));
        assert_eq!(read_destroyed("\n{}"), Err(2));
    }
}
