//! One row becomes one person.
//!
//! It decides what each cell of a row says, and gathers everything that is wrong with it at once.
//! Deliberately absent: which rows are people (`rows`).

use super::WrongCell;
use super::grid::{GridRow, Value};
use super::layout::{Column, Layout};
use super::limits::MAX_FACT;
use super::rows::wrong;
use super::value::day::LatestYear;
use super::value::years::{Which, read as years};
use super::value::{
    category, class, day, is_nothing, kin, kind, lower, name, plain, reach, says, text,
};
use jiff::civil::Date;
use mentoring::person::listed::{
    ListField, ListObstacle, ListPlace, ListedGuardian, ListedPerson, PersonKind, YOUNGEST_ADULT,
    check_age, check_birth,
};
use mentoring::person::{GuardianGround, NAME_LIMIT, PersonName};

/// What is known of a row before its cells are read.
pub(super) struct Surrounding<'s> {
    pub(super) place: ListPlace,
    pub(super) class: Option<&'s str>,
    pub(super) kind: Option<PersonKind>,
    pub(super) today: Date,
}

/// A person, and everything wrong with the row.
pub(super) struct Read {
    pub(super) person: ListedPerson,
    pub(super) wrong: Vec<WrongCell>,
    /// Cells that are left out, and the person taken all the same.
    pub(super) left_out: Vec<WrongCell>,
}

struct Row<'r> {
    row: GridRow<'r>,
    layout: &'r Layout,
    around: &'r Surrounding<'r>,
    person: ListedPerson,
    /// Header and obstacle; names are added when the name is known.
    wrong: Vec<(String, ListObstacle)>,
    left_out: Vec<(String, ListObstacle)>,
    total_years: Option<u8>,
    class_parts: [String; 2],
}

/// Reads a row.
pub(super) fn read(row: GridRow<'_>, layout: &Layout, around: &Surrounding<'_>) -> Read {
    let person = ListedPerson { place: around.place, ..ListedPerson::default() };
    let (wrong, left_out) = (Vec::new(), Vec::new());
    let class_parts = Default::default();
    let mut it =
        Row { row, layout, around, person, wrong, left_out, total_years: None, class_parts };
    let written = it.name();
    it.what();
    for column in &layout.columns {
        if let Some(value) = it.value(column)
            && let Err(obstacle) = it.fact(column, &value)
        {
            let list = if obstacle.leaves_the_person() { &mut it.left_out } else { &mut it.wrong };
            list.push((column.header.clone(), obstacle));
        }
    }
    it.finish(&written)
}

/// How many cells of a row are facts of a person: a row without a name is then a row that lost it.
pub(super) fn count_facts(row: GridRow<'_>, layout: &Layout) -> usize {
    let latest = LatestYear(9999);
    let is_fact = |it: &&Column| {
        let Some(value) = row.get(it.column) else { return false };
        let shown = text(&value);
        match it.field {
            ListField::BirthDate | ListField::Since => day::read(&value, latest).is_ok(),
            ListField::Phone => reach::phone(&shown).is_ok_and(|it| !it.is_empty()),
            ListField::Email => reach::email(&shown).is_ok(),
            ListField::Class => class::read(&shown).is_some(),
            ListField::Category => category::read(&value).is_ok_and(|it| it.is_some()),
            ListField::Position | ListField::Subject => kind::read(&shown).is_some(),
            ListField::Patronymic => name::is_patronymic(&shown),
            _ => false,
        }
    };
    layout.columns.iter().filter(is_fact).count()
}

impl<'r> Row<'r> {
    fn column(&self, field: ListField) -> Option<&'r Column> {
        self.layout.columns.iter().find(|it| it.field == field)
    }

    /// The text in the column of a field; empty where there is none.
    fn text(&self, field: ListField) -> String {
        let value = self.column(field).and_then(|it| self.row.get(it.column));
        value.map(|it| text(&it).into_owned()).filter(|it| !is_nothing(it)).unwrap_or_default()
    }

    /// The value of a column; one cell may speak for several rows where it says what people do.
    fn value(&self, column: &Column) -> Option<Value<'r>> {
        let shared = matches!(
            column.field,
            ListField::Class
                | ListField::ClassNumber
                | ListField::ClassLetter
                | ListField::ClassOrPosition
                | ListField::Position
                | ListField::Subject
                | ListField::Kind
        );
        let value =
            if shared { self.row.get_merged(column.column) } else { self.row.get(column.column) };
        value.filter(|it| !matches!(it, Value::Text(it) if !says(it)))
    }

    /// Reads the name; gives it as it was written.
    fn name(&mut self) -> String {
        let whole = self.text(ListField::FullName);
        let parts = [
            ListField::Surname,
            ListField::First,
            ListField::FirstAndPatronymic,
            ListField::Patronymic,
        ];
        let parts = parts.map(|it| self.text(it));
        let written = match whole.is_empty() {
            true => parts.iter().filter(|it| !it.is_empty()).cloned().collect::<Vec<_>>().join(" "),
            false => whole.clone(),
        };
        let read = if whole.is_empty() { of_parts(&parts) } else { name::full(&whole) };
        let fields = [ListField::FullName, ListField::Surname, ListField::First];
        let header = fields.iter().find_map(|it| self.column(*it));
        let header = header.map(|it| it.header.clone()).unwrap_or_default();
        match read {
            Ok(it) => {
                (self.person.name, self.person.former_surname) = (it.name, it.former);
                let name = &self.person.name;
                let too_long = [&name.surname, &name.first, &name.patronymic]
                    .iter()
                    .any(|it| NAME_LIMIT < it.chars().count());
                if too_long {
                    self.wrong.push((header, ListObstacle::TooLong { limit: NAME_LIMIT }));
                }
            }
            Err(_) if written.is_empty() => self.wrong.push((header, ListObstacle::NoName)),
            Err(it) => self.wrong.push((header, it)),
        }
        written
    }

    /// What the person is: the row itself, then what stands around it, then the job or the class.
    fn what(&mut self) {
        let told = self.column(ListField::Kind).and_then(|it| self.value(it));
        let job = self.column(ListField::Position).and_then(|it| self.value(it));
        let both = self.column(ListField::ClassOrPosition).and_then(|it| self.value(it));
        let is_class = |it: &Value<'_>| class::read(&text(it)).is_some();
        let of_both = both.as_ref().map(|it| match is_class(it) {
            true => PersonKind::Student,
            false => PersonKind::Employee,
        });
        let of_job = job.as_ref().and_then(|it| kind::read(&text(it)));
        let in_class = self.around.class.is_some() || self.column(ListField::Class).is_some();
        self.person.kind = told
            .and_then(|it| kind::read(&text(&it)))
            .or(self.around.kind)
            .or(of_job)
            .or(of_both)
            .or(job.map(|_| PersonKind::Employee))
            .or(in_class.then_some(PersonKind::Student));
    }

    fn fact(&mut self, column: &Column, value: &Value<'_>) -> Result<(), ListObstacle> {
        let shown = text(value);
        if MAX_FACT < shown.chars().count() && column.field != ListField::Ignored {
            return Err(ListObstacle::TooLong { limit: MAX_FACT });
        }
        if is_nothing(&shown) && column.field != ListField::Experience {
            return Ok(());
        }
        let today = self.around.today;
        let person = &mut self.person;
        match column.field {
            ListField::BirthDate => self.birth(column, value)?,
            ListField::Since => {
                person.since = match day::read(value, LatestYear(today.year() + 1)) {
                    Ok(it) => Some(it),
                    Err(ListObstacle::OnlyAYear { .. }) if !asks_for_a_day(&column.header) => None,
                    Err(it) => return Err(it),
                };
            }
            ListField::Gender => person.gender = kind::gender(&shown),
            ListField::Position => person.position = job(&shown),
            ListField::Subject => person.subject = job(&shown),
            ListField::Class => person.class = class_of(&shown),
            ListField::ClassNumber => self.class_parts[0] = shown.into_owned(),
            ListField::ClassLetter => self.class_parts[1] = shown.into_owned(),
            ListField::ClassLed => person.class_led = class_of(&shown),
            ListField::ClassOrPosition => match class::read(&shown) {
                Some(it) => person.class = it,
                None => person.position = job(&shown),
            },
            ListField::Category => person.category = category::read(value)?,
            ListField::Experience => person.experience_years = years(value, Which::First, today)?,
            ListField::TeachingThenTotal => {
                person.experience_years = years(value, Which::First, today)?;
            }
            ListField::TotalThenTeaching => {
                person.experience_years = years(value, Which::Second, today)?;
            }
            ListField::TotalExperience => self.total_years = years(value, Which::First, today)?,
            ListField::FormerSurname => person.former_surname = name::capitals(&shown),
            ListField::Phone => phone(&shown, &mut person.phone, &mut person.email)?,
            ListField::Email if person.email.is_empty() => person.email = reach::email(&shown)?,
            ListField::GuardianName | ListField::GuardianPhone | ListField::GuardianEmail => {
                self.guardian(column);
            }
            _ => {}
        }
        Ok(())
    }

    fn birth(&mut self, column: &Column, value: &Value<'_>) -> Result<(), ListObstacle> {
        let today = self.around.today;
        let youngest = match self.person.kind {
            Some(PersonKind::Employee | PersonKind::Guardian) => YOUNGEST_ADULT,
            _ => 0,
        };
        match day::read(value, LatestYear(today.year() - youngest)) {
            Ok(it) => self.person.birth_date = Some(check_birth(it, today)?),
            // «Год рождения» asks for no more than a year.
            Err(ListObstacle::OnlyAYear { .. }) if !asks_for_a_day(&column.header) => {}
            Err(it) => return Err(it),
        }
        Ok(())
    }

    /// Puts a fact to the guardian of its column; a guardian without a name is nobody.
    fn guardian(&mut self, column: &Column) {
        let own = |it: &&Column| it.whose == column.whose && it.field == ListField::GuardianName;
        let mut names = self.layout.columns.iter().filter(own);
        let first = names.next();
        if first.is_none_or(|it| it.column != column.column) {
            return;
        }
        let texts = first.into_iter().chain(names).filter_map(|it| self.row.get(it.column));
        let whole = texts.map(|it| text(&it).into_owned()).collect::<Vec<_>>().join(" ");
        let (kin, whole) = kin::read(&whole);
        // A guardian who cannot be read or reached can be asked for: the student is taken.
        let read = match name::full(&whole) {
            Ok(_) if kin == Some(kin::Kin::Relative) => {
                let written = whole.clone();
                let obstacle = ListObstacle::NotARepresentative { written };
                return self.left_out.push((column.header.clone(), obstacle));
            }
            Ok(read) => read,
            Err(it) => return self.left_out.push((column.header.clone(), it)),
        };
        let ground = match kin.or_else(|| kin::of_header(&column.header)) {
            Some(kin::Kin::Ground(ground)) => {
                Some(ground).filter(|it| *it != GuardianGround::Parent)
            }
            Some(kin::Kin::Relative) | None => None,
        };
        if ground.is_some() {
            self.left_out.push((column.header.clone(), ListObstacle::NoPaper));
        }
        let mut guardian = ListedGuardian { name: read.name, ground, ..ListedGuardian::default() };
        for it in self.layout.columns.iter().filter(|it| it.whose == column.whose) {
            let Some(shown) = self.row.get(it.column).map(|it| text(&it)) else { continue };
            let reach = match it.field {
                _ if is_nothing(&shown) => continue,
                ListField::GuardianPhone => reach::phone(&shown).map(|it| guardian.phone = it),
                ListField::GuardianEmail => reach::email(&shown).map(|it| guardian.email = it),
                _ => continue,
            };
            if let Err(obstacle) = reach {
                self.left_out.push((it.header.clone(), obstacle));
            }
        }
        self.person.guardians.push(guardian);
    }

    fn finish(mut self, written: &str) -> Read {
        let person = &mut self.person;
        if self.class_parts.iter().any(|it| !it.is_empty()) {
            let number =
                if self.class_parts[0].is_empty() { &person.class } else { &self.class_parts[0] };
            person.class = class_of(&format!("{number}{}", self.class_parts[1]));
        }
        if person.class.is_empty() && person.kind == Some(PersonKind::Student) {
            person.class = self.around.class.unwrap_or_default().to_owned();
        }
        person.experience_years = person.experience_years.or(self.total_years);
        // Only now is the class known, whichever column stands first.
        if let Some(day) = person.birth_date
            && let Err(obstacle) = check_age(day, person.kind, &person.class, self.around.today)
        {
            let header = self.layout.columns.iter().find(|it| it.field == ListField::BirthDate);
            let header = header.map(|it| it.header.clone()).unwrap_or_default();
            self.wrong.push((header, obstacle));
        }
        let full = person.name.full();
        let name = if full.is_empty() { written } else { &full };
        let place = self.around.place;
        let cells = |list: Vec<(String, ListObstacle)>| {
            list.into_iter().map(|(header, it)| wrong(place, name, &header, it)).collect()
        };
        let (wrong, left_out) = (cells(self.wrong), cells(self.left_out));
        Read { wrong, left_out, person: self.person }
    }
}

/// A name in columns: surname, first name, both other parts in one, patronymic.
fn of_parts(
    [surname, first, both, patronymic]: &[String; 4],
) -> Result<name::ReadName, ListObstacle> {
    // The whole name in the first column, the others left empty.
    if first.is_empty() && both.is_empty() && surname.contains(' ') {
        return name::full(surname);
    }
    let mut read = name::part(surname)?;
    let (first, middle) = match first.is_empty() {
        true if both.is_empty() => Default::default(),
        true => name::first_and_patronymic(both)?,
        false if patronymic.is_empty() => name::first_and_patronymic(first)?,
        false => (name::part(first)?.name.surname, String::new()),
    };
    let patronymic = match patronymic.is_empty() {
        true => middle,
        false => name::part(patronymic)?.name.surname,
    };
    match (read.name.surname.is_empty(), first.is_empty()) {
        (true, _) => Err(ListObstacle::NoSurname),
        (false, true) => Err(ListObstacle::NoFirstName),
        (false, false) => {
            read.name = PersonName { surname: read.name.surname, first, patronymic };
            Ok(read)
        }
    }
}

/// A class in its one spelling; a group of a college or a kindergarten as written.
fn class_of(shown: &str) -> String {
    class::read(shown).unwrap_or_else(|| shown.trim().to_owned())
}

/// Abbreviations of jobs and subjects, which stay in capitals where all is written in them.
const ABBREVIATIONS: [&str; 17] = [
    "УВР", "ВР", "УР", "УМР", "НМР", "МР", "АХЧ", "АХР", "ОБЖ", "ОБЗР", "ИЗО", "ИКТ", "БЖ", "ГПД",
    "МО", "ШМО", "УПР",
];

/// A job or a subject as written; one written in capitals only becomes small.
fn job(shown: &str) -> String {
    let shown = shown.trim();
    let long = shown.split_whitespace().any(|it| 4 < it.chars().count());
    if !long || shown.contains(char::is_lowercase) {
        return shown.to_owned();
    }
    let word =
        |it: &str| match ABBREVIATIONS.contains(&it.trim_matches(|it: char| !it.is_alphabetic())) {
            true => it.to_owned(),
            false => lower(it),
        };
    shown.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// A cell of telephones may hold an e-mail too; the first telephone of a row is kept.
fn phone(shown: &str, phone: &mut String, email: &mut String) -> Result<(), ListObstacle> {
    if shown.contains('@') && email.is_empty() {
        *email = reach::email(shown)?;
    }
    let rest =
        shown.split_whitespace().filter(|it| !it.contains('@')).collect::<Vec<_>>().join(" ");
    match reach::phone(&rest) {
        Ok(it) if phone.is_empty() => *phone = it,
        Err(it) if phone.is_empty() => return Err(it),
        Ok(_) | Err(_) => {}
    }
    Ok(())
}

fn asks_for_a_day(header: &str) -> bool {
    let plain = plain(header);
    let mut words = plain.split(' ');
    let asks = ["дат", "день", "числ", "др", "birth", "dob"];
    plain == "д р" || words.any(|word| asks.iter().any(|it| word.starts_with(it)))
}
