//! What a row says that a person should be: facts and roles with their first days.
//!
//! Deliberately absent: what the person is already (`merge`).

use jiff::civil::Date;
use mentoring::person::listed::{Gender as ListedGender, ListedPerson, PersonKind};
use mentoring::person::{Gender, PersonName, Position};

use super::school_year_of;

/// A role that a row gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct WantedRole {
    pub(super) position: Position,
    pub(super) about: String,
    /// The first day for somebody new.
    pub(super) from: Date,
}

/// What a row says of a person; empty where it says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) name: PersonName,
    pub(super) former_surname: String,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) job_title: String,
    pub(super) birth_on: Option<Date>,
    pub(super) gender: Option<Gender>,
    pub(super) category: String,
    pub(super) experience_years: Option<u8>,
    pub(super) roles: Vec<WantedRole>,
}

/// What a row says.
pub(super) fn wanted(it: &ListedPerson, today: Date) -> Wanted {
    let category = it.category.map(documents::people::words::category);
    Wanted {
        name: it.name.clone(),
        former_surname: it.former_surname.clone(),
        phone: it.phone.clone(),
        email: it.email.clone(),
        job_title: it.position.clone(),
        birth_on: it.birth_date,
        gender: it.gender.map(|it| match it {
            ListedGender::Female => Gender::Feminine,
            ListedGender::Male => Gender::Masculine,
        }),
        category: category.unwrap_or_default().to_owned(),
        experience_years: it.experience_years,
        roles: roles(it, today),
    }
}

fn roles(it: &ListedPerson, today: Date) -> Vec<WantedRole> {
    // Somebody new begins with the school year; in summer, today: next year is not begun.
    let of_year = school_year_of(today).min(today);
    let since = it.since.filter(|since| *since <= today).unwrap_or(of_year);
    let role = |position, about: &str, from| WantedRole { position, about: about.to_owned(), from };
    let kind = it.kind.or_else(|| (!it.class.is_empty()).then_some(PersonKind::Student));
    match kind {
        Some(PersonKind::Student) => vec![role(Position::Student, &it.class, of_year)],
        Some(PersonKind::Guardian) => vec![role(Position::Guardian, "", today)],
        Some(PersonKind::Graduate) => vec![role(Position::Graduate, "", since)],
        Some(PersonKind::Partner) => vec![role(Position::Partner, "", since)],
        Some(PersonKind::Employee) | None => {
            let subject = !it.subject.is_empty();
            let by_job = position_of(&it.position).or(subject.then_some(Position::Teacher));
            let about = |position| if position == Position::Teacher { &*it.subject } else { "" };
            let mut roles: Vec<_> =
                by_job.into_iter().map(|position| role(position, about(position), since)).collect();
            // A deputy or a psychologist who also teaches is a teacher of the subject too.
            if subject && by_job != Some(Position::Teacher) {
                roles.push(role(Position::Teacher, &it.subject, since));
            }
            if !it.class_led.is_empty() {
                roles.push(role(Position::ClassTeacher, &it.class_led, of_year));
            }
            roles
        }
    }
}

/// The position that a job means, by the words that responsibles of roadmaps are read with.
fn position_of(job: &str) -> Option<Position> {
    let parties = ::roadmap::responsible::read(job);
    let roles = parties.responsible.into_iter().filter_map(|it| it.role);
    roles.filter(|it| it != "other").find_map(|it| Position::of_roadmap_role(&it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_job_gives_its_role_and_a_subject_makes_a_teacher() {
        let of = |position: &str, subject: &str| ListedPerson {
            kind: Some(PersonKind::Employee),
            position: position.into(),
            subject: subject.into(),
            ..ListedPerson::default()
        };
        for (position, subject, expected) in [
            ("учитель", "математика", &[(Position::Teacher, "математика")][..]),
            ("педагог-психолог", "", &[(Position::Psychologist, "")]),
            (
                "заместитель директора по УВР",
                "химия",
                &[(Position::DeputyAcademic, ""), (Position::Teacher, "химия")],
            ),
            ("сторож", "", &[]),
            ("", "", &[]),
        ] {
            let roles = roles(&of(position, subject), date(2026, 9, 15));
            let told: Vec<_> = roles.iter().map(|it| (it.position, it.about.as_str())).collect();
            assert_eq!(told, expected, "{position}");
        }
    }

    #[test]
    fn a_student_begins_with_the_school_year() {
        let student = ListedPerson { class: "7А".into(), ..ListedPerson::default() };
        for (today, from) in [
            (date(2026, 9, 15), date(2026, 9, 1)),
            (date(2027, 5, 31), date(2026, 9, 1)),
            (date(2027, 8, 20), date(2027, 8, 20)),
        ] {
            assert_eq!(roles(&student, today)[0].from, from, "{today}");
        }
    }
}
