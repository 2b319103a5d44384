//! People: names, and the roles they have from a day to a day.
//!
//! It decides what a name is, how it is shortened, and that the same role is not held twice at
//! once. Deliberately absent: accounts and rights (`access`); declension (`grammar`).

pub mod arrival;
pub mod duplicate;
pub mod fact;
pub mod guardian;
pub mod listed;
pub mod spelling;
pub mod suited;

use jiff::civil::Date;

use crate::id::{OrganisationId, PersonId, PersonRoleId};
use crate::period::Period;
use crate::words::slugs;

slugs! {
    /// What a person is in the life of the programme.
    ///
    /// The slugs are those of the compiled roadmap where it has the same role, so that a
    /// responsible «заместитель директора по УВР» finds its person.
    pub enum Position {
        /// Руководитель организации, директор, заведующий.
        Head = "head",
        /// Заместитель руководителя.
        DeputyHead = "deputy_head",
        /// Заместитель по учебной (учебно-воспитательной) работе.
        DeputyAcademic = "deputy_academic",
        /// Заместитель по воспитательной работе.
        DeputyUpbringing = "deputy_upbringing",
        /// Администрация.
        Administration = "administration",
        /// Куратор наставничества.
        Curator = "curator",
        /// Руководитель методического объединения.
        MethodicalHead = "methodical_head",
        /// Член методического объединения.
        MethodicalAssociation = "methodical_association",
        /// Педагог-психолог.
        Psychologist = "psychologist",
        /// Социальный педагог.
        SocialPedagogue = "social_pedagogue",
        /// Классный руководитель.
        ClassTeacher = "class_teacher",
        /// Учитель, воспитатель, преподаватель.
        Teacher = "teacher",
        /// Наставник.
        Mentor = "mentor",
        /// Наставляемый.
        Mentee = "mentee",
        /// Обучающийся.
        Student = "student",
        /// Законный представитель.
        Guardian = "guardian",
        /// Выпускник.
        Graduate = "graduate",
        /// Администратор сайта.
        SiteAdmin = "site_admin",
        /// Член рабочей (проектной) группы.
        ProjectGroup = "project_group",
        /// Специалист муниципального центра.
        MunicipalCentre = "municipal_centre",
        /// Специалист регионального центра.
        RegionalCentre = "regional_centre",
        /// Представитель партнёра.
        Partner = "partner",
        /// Другое.
        Other = "other",
    }
}

impl Position {
    /// The position that a role of a compiled roadmap means; `None` for an unknown role.
    #[must_use]
    pub fn of_roadmap_role(role: &str) -> Option<Self> {
        // The wire format says `parent`; a parent is one kind of guardian.
        if role == "parent" { Some(Self::Guardian) } else { Self::from_slug(role) }
    }
}

/// A name in three parts, as in documents.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// Surname, never empty in a checked name.
    pub surname: String,
    /// First name; empty where only a surname is known (a roadmap often says no more).
    pub first: String,
    /// Patronymic; empty where there is none.
    pub patronymic: String,
}

impl PersonName {
    /// The name from one line: «Келлер Елена Викторовна», «Келлер Е.В.», «Келлер».
    #[must_use]
    pub fn parse(line: &str) -> Self {
        let spaced = line.replace('.', ". ");
        let mut words = spaced.split_whitespace();
        let mut next = || words.next().unwrap_or_default().to_owned();
        Self { surname: next(), first: next(), patronymic: next() }
    }

    /// The whole name: «Келлер Елена Викторовна».
    #[must_use]
    pub fn full(&self) -> String {
        let parts = [&self.surname, &self.first, &self.patronymic];
        let parts: Vec<&str> =
            parts.iter().map(|it| it.as_str()).filter(|it| !it.is_empty()).collect();
        parts.join(" ")
    }

    /// Surname and initials: «Келлер Е. В.», with spaces that do not break.
    #[must_use]
    pub fn short(&self) -> String {
        let mut short = self.surname.clone();
        for part in [&self.first, &self.patronymic] {
            if let Some(initial) = part.chars().next() {
                short.push('\u{a0}');
                short.push(initial);
                short.push('.');
            }
        }
        short
    }

    /// Whether a name as written in a document can mean this person: the surname agrees, and so do
    /// the initials as far as both say any. «ё» and «е» are one letter here.
    #[must_use]
    pub fn agrees_with(&self, written: &Self) -> bool {
        let same = |a: &str, b: &str| folded(a) == folded(b);
        let initial = |it: &str| folded(it).chars().next();
        let may_agree = |a: &str, b: &str| match (initial(a), initial(b)) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        same(&self.surname, &written.surname)
            && may_agree(&self.first, &written.first)
            && may_agree(&self.patronymic, &written.patronymic)
    }
}

fn folded(text: &str) -> String {
    text.trim_end_matches('.').to_lowercase().replace('ё', "е")
}

/// A person known to an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Its id.
    pub id: PersonId,
    /// The organisation that knows the person.
    pub organisation: OrganisationId,
    /// The name.
    pub name: PersonName,
    /// How to reach the person; empty where unknown.
    pub contact: Contact,
    /// The job as in documents («учитель математики»); empty where unknown.
    pub job_title: String,
    /// The last day with the organisation; `None` while the person is there.
    pub left_on: Option<Date>,
}

/// How to reach a person; unknown is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
}

/// A role that a person has from a day to a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRole {
    /// Its id.
    pub id: PersonRoleId,
    /// Whose.
    pub person: PersonId,
    /// Which.
    pub position: Position,
    /// When.
    pub period: Period,
    /// What it is limited to: a class, a subject, an association; empty where nothing.
    pub about: String,
}

slugs! {
    /// The grammatical gender of a name; unknown is told from the name.
    pub enum Gender {
        /// Feminine.
        Feminine = "feminine",
        /// Masculine.
        Masculine = "masculine",
    }
}

slugs! {
    /// On what ground somebody represents a minor.
    pub enum GuardianGround {
        /// A parent.
        Parent = "parent",
        /// An adoptive parent.
        Adopter = "adopter",
        /// A guardian of a child under fourteen or a trustee of an older one, by an act.
        Trustee = "trustee",
        /// A foster parent, by a contract.
        FosterParent = "foster_parent",
        /// An organisation's representative for a child in its care.
        Institution = "institution",
    }
}

/// What is wrong with a person that is to be saved.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonObstacle {
    /// Without a surname nobody can be found.
    #[error("the person has no surname")]
    NoSurname,
    /// Digits or signs stand in a part of the name.
    #[error("{field} is no part of a name")]
    NotAName {
        /// Which field.
        field: &'static str,
    },
    /// A text is longer than fits.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
    /// No «@», or nothing before or after it.
    #[error("the e-mail is not an address")]
    Email,
}

/// What is wrong with a role that is to be given or ended.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PersonRoleObstacle {
    /// The person has the same role in an overlapping period.
    #[error("the person already has the role since {since}")]
    Held {
        /// First day of the role that is held.
        since: Date,
    },
    /// The head is named on the card of the organisation, with the title and the days in office.
    #[error("the head is named on the card of the organisation")]
    HeadElsewhere,
    /// The role is of the staff, and the person learns here.
    #[error("the role is of the staff, and the person is a student")]
    Student,
    /// The person is younger than the role wants.
    #[error("the person is {age}, and the role wants {least}")]
    TooYoung {
        /// The age on the first day.
        age: u16,
        /// The least age.
        least: u16,
    },
    /// Nobody in office began so early.
    #[error("a role begins on {earliest} at the earliest")]
    TooEarly {
        /// The first day that is possible.
        earliest: Date,
    },
    /// The role would end before it began.
    #[error("the role began on {from} and cannot end before")]
    EndsBeforeItBegan {
        /// First day of the role.
        from: Date,
    },
}

/// The longest part of a name or contact, in characters.
pub const NAME_LIMIT: usize = 100;

/// Checks a person before it is saved; everything wrong at once, in the order of the form.
#[must_use]
pub fn check_person(name: &PersonName, contact: &Contact, job_title: &str) -> Vec<PersonObstacle> {
    let mut obstacles = Vec::new();
    if name.surname.trim().is_empty() {
        obstacles.push(PersonObstacle::NoSurname);
    }
    let fields = [
        ("surname", &*name.surname, NAME_LIMIT),
        ("first", &name.first, NAME_LIMIT),
        ("patronymic", &name.patronymic, NAME_LIMIT),
        ("email", &contact.email, 254),
        ("phone", &contact.phone, NAME_LIMIT),
        ("job_title", job_title, 300),
    ];
    for (field, text, limit) in fields {
        if limit < text.chars().count() {
            obstacles.push(PersonObstacle::TooLong { field, limit });
        }
        let is_name = matches!(field, "surname" | "first" | "patronymic");
        if is_name && !text.trim().is_empty() && !spelling::is_name_part(text) {
            obstacles.push(PersonObstacle::NotAName { field });
        }
    }
    if !contact.email.is_empty() && !is_email(&contact.email) {
        obstacles.push(PersonObstacle::Email);
    }
    obstacles
}

/// Whether a text can be an e-mail address; only sending to it can tell more.
#[must_use]
pub fn is_email(text: &str) -> bool {
    match text.rsplit_once('@') {
        Some((name, host)) => {
            !name.is_empty()
                && host.len() >= 3
                && host.contains('.')
                && !host.starts_with('.')
                && !host.ends_with('.')
                && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        }
        None => false,
    }
}

/// Whether a role may be given beside the roles the person has.
///
/// - Errors: the same position with the same limit is held in an overlapping period.
pub fn check_role(
    held: &[PersonRole],
    position: Position,
    about: &str,
    period: Period,
) -> Result<(), PersonRoleObstacle> {
    let same = |it: &&PersonRole| it.position == position && it.about == about;
    match held.iter().filter(same).find(|it| it.period.overlaps(period)) {
        Some(it) => Err(PersonRoleObstacle::Held { since: it.period.from }),
        None => Ok(()),
    }
}

/// Ends a role on a day; the day itself still counts.
///
/// - Errors: the day lies before the first day of the role.
pub fn end_role(role: &PersonRole, last: Date) -> Result<PersonRole, PersonRoleObstacle> {
    if last < role.period.from {
        return Err(PersonRoleObstacle::EndsBeforeItBegan { from: role.period.from });
    }
    Ok(PersonRole { period: Period { to: Some(last), ..role.period }, ..role.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    #[test]
    fn a_name_is_read_from_one_line_and_shortened() {
        let table = [
            ("Келлер Елена Викторовна", "Келлер\u{a0}Е.\u{a0}В."),
            ("Келлер Е.В.", "Келлер\u{a0}Е.\u{a0}В."),
            ("Келлер", "Келлер"),
            ("", ""),
        ];
        for (line, short) in table {
            assert_eq!(PersonName::parse(line).short(), short, "{line}");
        }
    }

    #[test]
    fn initials_find_their_person_and_other_initials_do_not() {
        let person = PersonName::parse("Алёшина Фёкла Ильинична");
        for (written, agrees) in [
            ("Алешина Ф.И.", true),
            ("Алёшина", true),
            ("Алешина Ф.", true),
            ("Алешина Ф.П.", false),
            ("Алешин Ф.И.", false),
        ] {
            assert_eq!(person.agrees_with(&PersonName::parse(written)), agrees, "{written}");
        }
    }

    #[test]
    fn an_address_has_a_name_and_a_host() {
        for (text, is_right) in [
            ("a@b.ru", true),
            ("мария@школа.рф", true),
            ("a@b", false),
            ("@b.ru", false),
            ("a b@c.ru", false),
            ("a@.ru", false),
        ] {
            assert_eq!(is_email(text), is_right, "{text}");
        }
    }

    #[test]
    fn the_same_role_is_not_held_twice_at_once() {
        let role = PersonRole {
            id: PersonRoleId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            position: Position::Curator,
            period: Period { from: date(2025, 9, 1), to: Some(date(2026, 8, 31)) },
            about: String::new(),
        };
        let held = [role.clone()];
        let until = Period::since(date(2026, 8, 31));
        assert!(check_role(&held, Position::Curator, "", until).is_err());
        assert!(check_role(&held, Position::Curator, "", Period::since(date(2026, 9, 1))).is_ok());
        assert!(check_role(&held, Position::Mentor, "", until).is_ok());
        assert!(end_role(&role, date(2025, 8, 31)).is_err());
        assert!(end_role(&role, date(2025, 9, 1)).is_ok());
    }

    #[test]
    fn every_role_of_a_compiled_roadmap_has_its_position() {
        for role in "head deputy_head deputy_academic deputy_upbringing administration curator \
             methodical_head methodical_association psychologist social_pedagogue class_teacher \
             mentor mentee teacher parent site_admin project_group municipal_centre \
             regional_centre partner other"
            .split_whitespace()
        {
            assert!(Position::of_roadmap_role(role).is_some(), "{role}");
        }
    }
}
