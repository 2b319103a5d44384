//! People as a list says them: what a column can mean, what stands in a row, what is wrong with it.
//!
//! It decides which facts of a person a list may bring, and that numbers of papers of identity are
//! none of them. Deliberately absent: formats and wordings (`documents::people`), sentences.

use jiff::civil::Date;

use super::{GuardianGround, PersonName, Position};
use crate::words::slugs;

slugs! {
    /// What a listed person is to the organisation.
    pub enum PersonKind {
        /// Сотрудник.
        Employee = "employee",
        /// Обучающийся.
        Student = "student",
        /// Родитель, законный представитель; the wire format says `parent`.
        Guardian = "parent",
        /// Представитель партнёра.
        Partner = "partner",
        /// Выпускник.
        Graduate = "graduate",
    }
}

impl PersonKind {
    /// What a person is to the organisation by the roles of a day; a teacher may be a parent too.
    ///
    /// - `job_title`: somebody with a job and no role is an employee.
    #[must_use]
    pub fn all_of(positions: &[Position], job_title: &str) -> Vec<Self> {
        let of_position = |it: &Position| match it {
            Position::Student => Some(Self::Student),
            Position::Guardian => Some(Self::Guardian),
            Position::Graduate => Some(Self::Graduate),
            Position::Partner => Some(Self::Partner),
            // A part in the programme does not tell what somebody is.
            Position::Mentor | Position::Mentee | Position::ProjectGroup | Position::Other => None,
            _ => Some(Self::Employee),
        };
        let mut kinds: Vec<Self> = positions.iter().filter_map(of_position).collect();
        if kinds.is_empty() && !job_title.is_empty() {
            kinds.push(Self::Employee);
        }
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

slugs! {
    /// What a column of a list means.
    pub enum ListField {
        /// Surname, first name and patronymic in one cell.
        FullName = "full_name",
        /// Surname.
        Surname = "surname",
        /// First name.
        First = "first",
        /// Patronymic.
        Patronymic = "patronymic",
        /// First name and patronymic in one cell.
        FirstAndPatronymic = "first_patronymic",
        /// A surname the person had before.
        FormerSurname = "former_surname",
        /// Day of birth.
        BirthDate = "birth_date",
        /// What the person is to the organisation.
        Kind = "kind",
        /// The job.
        Position = "position",
        /// The subject taught.
        Subject = "subject",
        /// The class or group of a student.
        Class = "class",
        /// The number of the class where its letter has a column of its own.
        ClassNumber = "class_number",
        /// The letter of the class.
        ClassLetter = "class_letter",
        /// A class for students and a job for employees.
        ClassOrPosition = "class_or_position",
        /// The class that a class teacher leads.
        ClassLed = "class_led",
        /// Qualification category of a teacher.
        Category = "category",
        /// Teaching experience, or experience of which no more is said.
        Experience = "experience_years",
        /// Experience of all work.
        TotalExperience = "total_experience_years",
        /// Both in one cell, all work first.
        TotalThenTeaching = "total_and_teaching_years",
        /// Both in one cell, teaching first.
        TeachingThenTotal = "teaching_and_total_years",
        /// First day in the organisation.
        Since = "since",
        /// Telephone.
        Phone = "phone",
        /// E-mail.
        Email = "email",
        /// Sex, as it stands in papers.
        Gender = "gender",
        /// Name of a guardian of the person in the row.
        GuardianName = "guardian_name",
        /// Telephone of a guardian.
        GuardianPhone = "guardian_phone",
        /// E-mail of a guardian.
        GuardianEmail = "guardian_email",
        /// Number of the row.
        RowNumber = "row_number",
        /// Recognised and not read on purpose: papers of identity, insurance, health.
        NotRead = "not_read",
        /// Nothing we know, or not needed.
        Ignored = "ignored",
    }
}

slugs! {
    /// Sex as it stands in papers; declension and polite forms need it.
    pub enum Gender {
        /// Мужской.
        Male = "m",
        /// Женский.
        Female = "f",
    }
}

slugs! {
    /// Qualification category of a teacher; which of them are in force on a day is not decided here.
    pub enum QualificationCategory {
        /// Высшая.
        Highest = "highest",
        /// Первая.
        First = "first",
        /// Вторая, not given any more and still met in lists.
        Second = "second",
        /// Соответствие занимаемой должности.
        FitForPosition = "fit_for_position",
        /// Педагог-методист.
        TeacherMethodist = "teacher_methodist",
        /// Педагог-наставник.
        TeacherMentor = "teacher_mentor",
    }
}

/// Where a row stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ListPlace {
    /// Which sheet of those read, from 0.
    pub sheet: u16,
    /// The sheet's own number of the row, from 1.
    pub row: u32,
}

/// A guardian named in the row of a student.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedGuardian {
    /// The name.
    pub name: PersonName,
    /// Telephone; empty where unknown.
    pub phone: String,
    /// E-mail; empty where unknown.
    pub email: String,
    /// On what ground, where the list says it: «опекун: …»; a parent otherwise.
    pub ground: Option<GuardianGround>,
}

/// A person as a row says; what is unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListedPerson {
    /// Where the row stands.
    pub place: ListPlace,
    /// The name, with capitals as in a passport.
    pub name: PersonName,
    /// The surname before, where the list names it.
    pub former_surname: String,
    /// Day of birth.
    pub birth_date: Option<Date>,
    /// What the person is to the organisation.
    pub kind: Option<PersonKind>,
    /// Sex, where the list says it.
    pub gender: Option<Gender>,
    /// The job, as written.
    pub position: String,
    /// The subject taught, as written.
    pub subject: String,
    /// Class or group of a student: «7А».
    pub class: String,
    /// The class led by a class teacher: «7А».
    pub class_led: String,
    /// Qualification category.
    pub category: Option<QualificationCategory>,
    /// Whole years of teaching experience, or of experience of which no more is said.
    pub experience_years: Option<u8>,
    /// First day in the organisation.
    pub since: Option<Date>,
    /// Telephone: «+79161234567».
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Guardians named in the row.
    pub guardians: Vec<ListedGuardian>,
}

/// What is wrong with a cell of a row; what was written is kept for the person who mends it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ListObstacle {
    /// The row has facts of a person and no name.
    #[error("the row has no name")]
    NoName,
    /// Only one word of a name, or only a first name and a patronymic.
    #[error("the row has no surname")]
    NoSurname,
    /// A surname and nothing else.
    #[error("the row has no first name")]
    NoFirstName,
    /// The text is no name of a person.
    #[error("the text is not a name")]
    NotAName {
        /// As written.
        written: String,
    },
    /// A day that no calendar has.
    #[error("the day does not exist")]
    NoSuchDay {
        /// As written.
        written: String,
    },
    /// The text is no date.
    #[error("the text is not a date")]
    NotADate {
        /// As written.
        written: String,
    },
    /// A year where a day is needed.
    #[error("only a year is written")]
    OnlyAYear {
        /// As written.
        written: String,
    },
    /// Born after the day of reading.
    #[error("the day of birth has not come yet")]
    NotBornYet {
        /// The day.
        day: Date,
    },
    /// Born so long ago that nobody is so old.
    #[error("nobody is so old")]
    TooOld {
        /// The day.
        day: Date,
    },
    /// Younger than anybody of the kind can be: a number that is no date, or another's day.
    #[error("born on {day}, younger than {least}")]
    TooYoung {
        /// The day.
        day: Date,
        /// The least age, in years.
        least: i16,
    },
    /// A relative who represents nobody by being one.
    #[error("a relative is no representative")]
    NotARepresentative {
        /// As written.
        written: String,
    },
    /// A trustee of a list, whose act is to be written down.
    #[error("the ground wants a paper that a list does not bring")]
    NoPaper,
    /// Not the digits of a Russian number.
    #[error("the telephone has {n_digits} digits")]
    NotAPhone {
        /// As written.
        written: String,
        /// Digits found.
        n_digits: usize,
    },
    /// A number without the code of its town.
    #[error("the telephone has no code of its town")]
    LocalPhone {
        /// As written.
        written: String,
    },
    /// Not an address.
    #[error("the e-mail is not an address")]
    NotAnEmail {
        /// As written.
        written: String,
    },
    /// Not a number of years.
    #[error("the experience is not a number of years")]
    NotYears {
        /// As written.
        written: String,
    },
    /// More years than a life of work has.
    #[error("the experience of {years} years is too long")]
    TooManyYears {
        /// Years read.
        years: u32,
    },
    /// Not a category we know.
    #[error("the category is not known")]
    NotACategory {
        /// As written.
        written: String,
    },
    /// Longer than is kept.
    #[error("the text is longer than {limit} characters")]
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
}

impl ListObstacle {
    /// Whether the person can be taken without the cell: what is missing can be added later.
    #[must_use]
    pub fn leaves_the_person(&self) -> bool {
        matches!(self, Self::LocalPhone { .. } | Self::NotACategory { .. })
    }
}

/// The youngest that works, that has children in a school, in years.
pub const YOUNGEST_ADULT: i16 = 14;

/// The youngest in a class of a school, in years.
pub const YOUNGEST_IN_CLASS: i16 = 5;

/// Checks a day of birth against what somebody is: 45000 in a cell of Excel is a day, and no teacher
/// was born on it.
///
/// - `class`: of a student; a group of a kindergarten takes younger ones than a class with a number.
/// - Errors: nobody of the kind is so young.
pub fn check_age(
    day: Date,
    kind: Option<PersonKind>,
    class: &str,
    today: Date,
) -> Result<Date, ListObstacle> {
    let least = match kind {
        Some(PersonKind::Student) if class.starts_with(|it: char| it.is_ascii_digit()) => {
            YOUNGEST_IN_CLASS
        }
        Some(PersonKind::Student) | None => return Ok(day),
        Some(_) => YOUNGEST_ADULT,
    };
    let years = today.year()
        - day.year()
        - i16::from((today.month(), today.day()) < (day.month(), day.day()));
    if years < least { Err(ListObstacle::TooYoung { day, least }) } else { Ok(day) }
}

/// Whole years of teaching that fit into a life of work.
pub const EXPERIENCE_LIMIT: u32 = 70;

/// The oldest that a person of a list may be, in years.
pub const AGE_LIMIT: i16 = 110;

/// Checks a day of birth against the day of reading.
///
/// - Errors: it has not come yet, or lies more than [`AGE_LIMIT`] years back.
pub fn check_birth(day: Date, today: Date) -> Result<Date, ListObstacle> {
    if today < day {
        return Err(ListObstacle::NotBornYet { day });
    }
    if today.year() - day.year() > AGE_LIMIT {
        return Err(ListObstacle::TooOld { day });
    }
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_somebody_is_follows_from_roles_and_then_from_the_job() {
        use PersonKind::{Employee, Guardian, Student};
        for (positions, job, expected) in [
            (&[Position::Teacher, Position::Guardian][..], "учитель", &[Employee, Guardian][..]),
            (&[Position::Student, Position::Mentor], "", &[Student]),
            (&[], "сторож", &[Employee]),
            (&[Position::Guardian], "инженер", &[Guardian]),
            (&[], "", &[]),
        ] {
            assert_eq!(PersonKind::all_of(positions, job), expected, "{job}");
        }
    }

    #[test]
    fn an_employee_is_fourteen_at_least_and_a_child_of_a_class_five() {
        use PersonKind::{Employee, Graduate, Guardian, Student};
        let today = date(2026, 9, 1);
        for (birth, kind, class, is_right) in [
            (date(2012, 9, 1), Some(Employee), "", true),
            (date(2012, 9, 2), Some(Employee), "", false),
            (date(2023, 3, 15), Some(Guardian), "", false),
            (date(2023, 3, 15), Some(Graduate), "", false),
            (date(2021, 9, 1), Some(Student), "1А", true),
            (date(2021, 9, 2), Some(Student), "1А", false),
            (date(2023, 3, 15), Some(Student), "младшая группа", true),
            (date(2023, 3, 15), Some(Student), "", true),
            (date(2023, 3, 15), None, "", true),
        ] {
            assert_eq!(check_age(birth, kind, class, today).is_ok(), is_right, "{birth} {class}");
        }
    }

    #[test]
    fn nobody_is_born_tomorrow_or_older_than_anyone() {
        let today = date(2026, 9, 1);
        assert!(check_birth(today, today).is_ok());
        assert!(check_birth(date(2026, 9, 2), today).is_err());
        assert!(check_birth(date(1916, 1, 1), today).is_ok());
        assert!(check_birth(date(1915, 12, 31), today).is_err());
    }
}
