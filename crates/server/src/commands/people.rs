//! `estafeta import people`: a list of people is read, checked and shown, or taken.
//!
//! It decides the exit status (0 every row can be taken, 1 rows are refused, 2 the list cannot be
//! read) and the wire format of a dry run. Deliberately absent: reading (`documents::people`), who is
//! whom (`app`); a row that only a person can decide waits for the page.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, anyhow, bail};
use app::Refusal;
use app::console::keeper_of;
use app::person::import::{
    LoadObstacle, LoadPeople, apply_people_import, load_people, show_people_import,
};
use clap::Args;
use documents::people::{self, MAX_LIST_BYTES, Mapping, PassedRow, PeopleList, WrongCell, words};
use documents::read::Language;
use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::person::PersonName;
use mentoring::person::listed::{ListField, ListPlace, ListedGuardian, ListedPerson};
use serde::{Serialize, Serializer};

use super::say;
use super::upkeep::Database;
use super::user::{app_at, no_keeper, told};

/// What `estafeta import people` is asked for.
#[derive(Args, Debug)]
pub(crate) struct People {
    /// The list: .xlsx, .ods, .csv.
    file: PathBuf,
    /// Id or name of the organisation; in a dry run it need not exist yet.
    #[arg(long)]
    organisation: String,
    /// Read, check and show; change nothing.
    #[arg(long)]
    dry_run: bool,
    /// What a column means, where we would understand it otherwise; may be repeated.
    #[arg(long, value_name = "HEADER=FIELD", value_parser = column)]
    column: Vec<(String, ListField)>,
    /// What to print.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    #[command(flatten)]
    at: Database,
}

/// What to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Lines for a person.
    Text,
    /// Everything that was understood.
    Json,
}

/// `ФИО=full_name` as a header and a field.
fn column(text: &str) -> Result<(String, ListField), String> {
    let (header, field) = text.rsplit_once('=').ok_or("expected HEADER=FIELD")?;
    let known = || ListField::ALL.iter().map(|it| it.slug()).collect::<Vec<_>>().join(", ");
    let field = ListField::from_slug(field).ok_or_else(|| format!("fields are: {}", known()))?;
    Ok((header.to_owned(), field))
}

/// Runs the command.
pub(crate) async fn run(asked: &People) -> anyhow::Result<ExitCode> {
    if !asked.dry_run {
        return take(asked).await;
    }
    let mut mapping = Mapping::default();
    asked.column.iter().for_each(|(header, field)| mapping.set(header, *field));
    let list = read(&asked.file, &mapping, today())?;
    match asked.format {
        Format::Json => print_json(&list)?,
        Format::Text => print_text(&list),
    }
    Ok(ExitCode::from(u8::from(!list.refused.is_empty())))
}

/// Takes a list as the page does; what waits for a person is left on the page.
async fn take(asked: &People) -> anyhow::Result<ExitCode> {
    let content =
        std::fs::read(&asked.file).with_context(|| format!("{}", asked.file.display()))?;
    let name = asked.file.file_name().map(|it| it.to_string_lossy().into_owned());
    let app = app_at(&asked.at).await?;
    let ctx = keeper_of(&app, &asked.organisation, Action::EditPeople).await;
    let ctx = ctx.map_err(told).with_context(|| no_keeper(&asked.organisation))?;
    let ask = LoadPeople { name: name.unwrap_or_default(), content, columns: asked.column.clone() };
    let id = load_people(&ctx, ask).await.map_err(not_loaded)?;
    let view = show_people_import(&ctx, id).await.map_err(told)?;
    let count = view.list.map(|it| it.count).unwrap_or_default();
    apply_people_import(&ctx, id, view.import.revision).await.map_err(told)?;
    say(format_args!(
        "добавлено {}, изменилось {}, без изменений {}, осталось строк {}",
        count.n_new,
        count.n_changed,
        count.n_same,
        count.n_left()
    ));
    if 0 < count.n_left() {
        say(format_args!("что осталось, видно на странице /people/imports/{id}"));
    }
    app.store.close().await?;
    Ok(ExitCode::from(u8::from(0 < count.n_left())))
}

fn not_loaded(refusal: Refusal<LoadObstacle>) -> anyhow::Error {
    match refusal {
        Refusal::Obstacles(why) => {
            let said = why.iter().map(|it| match it {
                LoadObstacle::NotRead(why) => words::not_read(why, Language::Russian),
                LoadObstacle::TooLong => it.to_string(),
            });
            anyhow!("{}", said.collect::<Vec<_>>().join(" "))
        }
        other => told(other),
    }
}

/// The day by the clock of the machine; years of two digits need no zone.
fn today() -> Date {
    crate::clock::of_machine().now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

fn read(file: &Path, mapping: &Mapping, today: Date) -> anyhow::Result<PeopleList> {
    let shown = file.display();
    let size = std::fs::metadata(file).with_context(|| format!("{shown}"))?.len();
    if (MAX_LIST_BYTES as u64) < size {
        bail!("{shown}: the list has {size} bytes, the limit is {MAX_LIST_BYTES}");
    }
    let bytes = std::fs::read(file).with_context(|| format!("{shown}"))?;
    let name = file.file_name().map(|it| it.to_string_lossy().into_owned()).unwrap_or_default();
    people::read(&name, &bytes, mapping, today)
        .map_err(|err| anyhow!("{shown}: {}", words::not_read(&err, Language::Russian)))
}

/// The whole reading.
#[derive(Serialize)]
struct Shown<'l> {
    columns: Columns<'l>,
    /// Columns recognised and left unread on purpose: papers of identity, insurance, health.
    not_read: Vec<&'l str>,
    /// Columns that mean nothing to us.
    ignored: Vec<&'l str>,
    people: Vec<ShownPerson<'l>>,
    refused: Vec<ShownCell<'l>>,
    /// Cells left out of people who are taken.
    left_out: Vec<ShownCell<'l>>,
    duplicates: Vec<ShownDuplicate<'l>>,
    /// Rows below the header that are nobody.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    passed: Vec<ShownRow<'l>>,
}

#[derive(Serialize)]
struct ShownRow<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'l str>,
    row: u32,
    text: &'l str,
}

/// Headers with what they mean, in the order of the sheet; a header that comes again is said once.
struct Columns<'l>(&'l PeopleList);

impl Serialize for Columns<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut seen = BTreeSet::new();
        let facts = self.0.columns.iter().filter(|it| is_fact(it.field));
        let once = facts.filter(|it| seen.insert(it.header.as_str()));
        serializer.collect_map(once.map(|it| (it.header.as_str(), on_the_wire(it.field))))
    }
}

fn is_fact(it: ListField) -> bool {
    !matches!(it, ListField::NotRead | ListField::Ignored | ListField::RowNumber)
}

/// The wire names the fact that a person gets; two in one cell are one fact there.
fn on_the_wire(it: ListField) -> &'static str {
    match it {
        ListField::TotalThenTeaching | ListField::TeachingThenTotal => ListField::Experience.slug(),
        it => it.slug(),
    }
}

#[derive(Serialize)]
struct ShownPerson<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'l str>,
    row: u32,
    surname: &'l str,
    first: &'l str,
    patronymic: Option<&'l str>,
    birth_date: Option<String>,
    kind: Option<&'static str>,
    position: Option<&'l str>,
    subject: Option<&'l str>,
    class: Option<&'l str>,
    category: Option<&'static str>,
    experience_years: Option<u8>,
    since: Option<String>,
    phone: Option<&'l str>,
    email: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    former_surname: Option<&'l str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    class_led: Option<&'l str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    guardians: Vec<ShownGuardian<'l>>,
}

#[derive(Serialize)]
struct ShownGuardian<'l> {
    surname: &'l str,
    first: &'l str,
    patronymic: Option<&'l str>,
    phone: Option<&'l str>,
    email: Option<&'l str>,
    /// `None` for a parent.
    #[serde(skip_serializing_if = "Option::is_none")]
    ground: Option<&'static str>,
}

#[derive(Serialize)]
struct ShownCell<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'l str>,
    row: u32,
    name: &'l str,
    column: &'l str,
    message: String,
}

#[derive(Serialize)]
struct ShownDuplicate<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<&'l str>,
    row: u32,
    of: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    of_sheet: Option<&'l str>,
    why: &'static str,
}

/// What is unknown is `null` on the wire.
fn said(text: &str) -> Option<&str> {
    if text.is_empty() { None } else { Some(text) }
}

/// The name of a sheet, where a list has more than one.
fn sheet_of(list: &PeopleList, place: ListPlace) -> Option<&str> {
    let many = 1 < list.sheets.len();
    list.sheets.get(usize::from(place.sheet)).filter(|_| many).map(String::as_str)
}

fn print_json(list: &PeopleList) -> anyhow::Result<()> {
    let headers = |field| {
        let columns = list.columns.iter().filter(move |it| it.field == field);
        columns.map(|it| it.header.as_str()).collect()
    };
    let shown = Shown {
        columns: Columns(list),
        not_read: headers(ListField::NotRead),
        ignored: headers(ListField::Ignored),
        people: list.people.iter().map(|it| person(list, it)).collect(),
        refused: list.refused.iter().map(|it| cell(list, it)).collect(),
        left_out: list.left_out.iter().map(|it| cell(list, it)).collect(),
        duplicates: duplicates(list).collect(),
        passed: list.passed.iter().map(|it| row(list, it)).collect(),
    };
    let mut out = BufWriter::new(std::io::stdout().lock());
    // A closed pipe is the reader's choice, not an error of the list.
    if serde_json::to_writer(&mut out, &shown).is_ok() {
        let _ = writeln!(out);
    }
    let _ = out.flush();
    Ok(())
}

fn person<'l>(list: &'l PeopleList, it: &'l ListedPerson) -> ShownPerson<'l> {
    let PersonName { surname, first, patronymic } = &it.name;
    ShownPerson {
        sheet: sheet_of(list, it.place),
        row: it.place.row,
        surname,
        first,
        patronymic: said(patronymic),
        birth_date: it.birth_date.map(|it| it.to_string()),
        kind: it.kind.map(|it| it.slug()),
        position: said(&it.position),
        subject: said(&it.subject),
        class: said(&it.class),
        category: it.category.map(words::category),
        experience_years: it.experience_years,
        since: it.since.map(|it| it.to_string()),
        phone: said(&it.phone),
        email: said(&it.email),
        gender: it.gender.map(|it| it.slug()),
        former_surname: said(&it.former_surname),
        class_led: said(&it.class_led),
        guardians: it.guardians.iter().map(guardian).collect(),
    }
}

fn guardian(it: &ListedGuardian) -> ShownGuardian<'_> {
    ShownGuardian {
        surname: &it.name.surname,
        first: &it.name.first,
        patronymic: said(&it.name.patronymic),
        phone: said(&it.phone),
        email: said(&it.email),
        ground: it.ground.map(|it| it.slug()),
    }
}

fn row<'l>(list: &'l PeopleList, it: &'l PassedRow) -> ShownRow<'l> {
    ShownRow { sheet: sheet_of(list, it.place), row: it.place.row, text: &it.text }
}

fn cell<'l>(list: &'l PeopleList, it: &'l WrongCell) -> ShownCell<'l> {
    ShownCell {
        sheet: sheet_of(list, it.place),
        row: it.place.row,
        name: &it.name,
        column: &it.column,
        message: words::obstacle(&it.obstacle, Language::Russian),
    }
}

fn duplicates(list: &PeopleList) -> impl Iterator<Item = ShownDuplicate<'_>> {
    list.duplicates.iter().filter_map(|it| {
        let (later, earlier) = (list.people.get(it.later)?, list.people.get(it.earlier)?);
        Some(ShownDuplicate {
            sheet: sheet_of(list, later.place),
            row: later.place.row,
            of: earlier.place.row,
            of_sheet: sheet_of(list, earlier.place),
            why: words::duplicate(it.why, Language::Russian),
        })
    })
}

fn print_text(list: &PeopleList) {
    for it in &list.columns {
        say(format_args!("{}: {}", it.header, it.field));
    }
    for (title, cells) in [("не принято", &list.refused), ("не записано", &list.left_out)]
    {
        for it in cells {
            let message = words::obstacle(&it.obstacle, Language::Russian);
            let row = at(list, it.place);
            say(format_args!("{title}: {row}, {}, «{}»: {message}", it.name, it.column));
        }
    }
    for it in &list.duplicates {
        let (Some(later), Some(earlier)) = (list.people.get(it.later), list.people.get(it.earlier))
        else {
            continue;
        };
        say(format_args!(
            "возможно, один человек: {} и {}, {}: {}",
            at(list, earlier.place),
            at(list, later.place),
            later.name.full(),
            words::duplicate(it.why, Language::Russian)
        ));
    }
    say(format_args!(
        "людей {}, не принято ячеек {}, пропущено строк {}, возможных повторов {}",
        list.people.len(),
        list.refused.len(),
        list.passed.len(),
        list.duplicates.len()
    ));
}

/// «строка 9», with its sheet where there are several.
fn at(list: &PeopleList, place: ListPlace) -> String {
    match sheet_of(list, place) {
        Some(sheet) => format!("лист «{sheet}», строка {}", place.row),
        None => format!("строка {}", place.row),
    }
}
