//! What a person is told of a list: why a row was refused, why two rows may be one person.
//!
//! One exhaustive match each, Russian and English side by side: what happened and what to do.
//! Deliberately absent: codes and blame.

use crate::read::{Language, NotRead, sentence};
use mentoring::person::duplicate::DuplicateReason;
use mentoring::person::listed::{ListObstacle, QualificationCategory};

use super::ListNotRead;

/// Says what is wrong with a cell and what to do about it.
#[must_use]
pub fn obstacle(it: &ListObstacle, language: Language) -> String {
    let (russian, english) = both(it);
    match language {
        Language::Russian => russian,
        Language::English => english,
    }
}

fn both(it: &ListObstacle) -> (String, String) {
    let pair = |russian: &str, english: &str| (russian.to_owned(), english.to_owned());
    match it {
        ListObstacle::NoName => pair(
            "В строке есть сведения, но нет имени. Впишите фамилию, имя и отчество.",
            "The row has facts and no name. Write the surname, first name and patronymic.",
        ),
        ListObstacle::NoSurname => pair(
            "Не указана фамилия. Впишите её перед именем.",
            "The surname is missing. Write it before the first name.",
        ),
        ListObstacle::NoFirstName => pair(
            "Указана только фамилия. Впишите имя.",
            "Only a surname is written. Write the first name.",
        ),
        ListObstacle::NotAName { written } => (
            format!("«{written}» не похоже на имя человека. Проверьте, не сдвинулись ли столбцы."),
            format!("“{written}” is not a name of a person. Check that no column has moved."),
        ),
        ListObstacle::NotAPhone { written, n_digits } => (
            format!(
                "«{written}» не похоже на номер телефона: цифр в нём {n_digits}, а нужно 11, \
                 например +7 900 123-45-67."
            ),
            format!(
                "“{written}” is not a telephone number: it has {n_digits} digits, and 11 are \
                 needed, as in +7 900 123-45-67."
            ),
        ),
        ListObstacle::LocalPhone { written } => (
            format!("Номер «{written}» без кода города не записан. Допишите код."),
            format!(
                "The number “{written}” has no code of its town and was left out. Add the code."
            ),
        ),
        ListObstacle::NotAnEmail { written } => (
            format!("«{written}» не похоже на адрес электронной почты. Проверьте знак @ и точку."),
            format!("“{written}” is not an e-mail address. Check the @ and the full stop."),
        ),
        ListObstacle::NotYears { written } => (
            format!("«{written}» не похоже на стаж. Напишите число полных лет, например 12."),
            format!("“{written}” is not an experience. Write whole years, as in 12."),
        ),
        ListObstacle::TooManyYears { years } => (
            format!("Стаж {years} лет больше, чем бывает. Проверьте число."),
            format!("{years} years of experience are more than anyone has. Check the number."),
        ),
        ListObstacle::NotACategory { written } => (
            format!(
                "Категория «{written}» не записана: известны первая, высшая, вторая, соответствие \
                 занимаемой должности, педагог-методист, педагог-наставник."
            ),
            format!("The category “{written}” is not known and was left out."),
        ),
        ListObstacle::TooLong { limit } => (
            format!("В ячейке больше {limit} знаков. Оставьте в ней одно сведение."),
            format!("The cell has more than {limit} characters. Leave one fact in it."),
        ),
        ListObstacle::NoSuchDay { .. }
        | ListObstacle::NotADate { .. }
        | ListObstacle::OnlyAYear { .. }
        | ListObstacle::NotBornYet { .. }
        | ListObstacle::TooOld { .. } => of_day(it),
    }
}

fn of_day(it: &ListObstacle) -> (String, String) {
    match it {
        ListObstacle::NoSuchDay { written } => (
            format!("Даты «{written}» не бывает. Проверьте число и месяц."),
            format!("There is no day “{written}”. Check the day and the month."),
        ),
        ListObstacle::OnlyAYear { written } => (
            format!("«{written}» — только год. Напишите дату целиком, например 12.03.1985."),
            format!("“{written}” is only a year. Write the whole date, as in 12.03.1985."),
        ),
        ListObstacle::NotBornYet { day } => (
            format!("Дата рождения {} ещё не наступила. Проверьте год.", shown(*day)),
            format!("The day of birth {day} has not come yet. Check the year."),
        ),
        ListObstacle::TooOld { day } => (
            format!("Дата рождения {} слишком давняя. Проверьте год.", shown(*day)),
            format!("The day of birth {day} is too long ago. Check the year."),
        ),
        other => {
            let written = match other {
                ListObstacle::NotADate { written } => written.as_str(),
                _ => "",
            };
            (
                format!("«{written}» не похоже на дату. Напишите, например, 12.03.1985."),
                format!("“{written}” is not a date. Write it as in 12.03.1985."),
            )
        }
    }
}

fn shown(day: jiff::civil::Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

/// Says why two rows may be one person.
#[must_use]
pub fn duplicate(why: DuplicateReason, language: Language) -> &'static str {
    let (russian, english) = match why {
        DuplicateReason::SameNameAndBirth => {
            ("то же имя и та же дата рождения", "the same name and day of birth")
        }
        DuplicateReason::SameName => (
            "то же имя, дата рождения указана не в обеих строках",
            "the same name, the day of birth is not in both rows",
        ),
        DuplicateReason::SwappedParts => (
            "те же фамилия, имя и отчество в другом порядке",
            "the same words of the name in another order",
        ),
        DuplicateReason::Initials => (
            "та же фамилия, инициалы подходят к имени",
            "the same surname, the initials fit the name",
        ),
        DuplicateReason::FormerSurname => (
            "прежняя фамилия в одной строке — та же, что в другой",
            "the former surname of one row is that of the other",
        ),
        DuplicateReason::OtherSurname => (
            "те же имя, отчество и дата рождения, фамилия другая: возможно, она сменилась",
            "the same first name, patronymic and day of birth; the surname may have changed",
        ),
    };
    match language {
        Language::Russian => russian,
        Language::English => english,
    }
}

/// The Russian word of a category, as it stands in papers.
#[must_use]
pub fn category(it: QualificationCategory) -> &'static str {
    match it {
        QualificationCategory::Highest => "высшая",
        QualificationCategory::First => "первая",
        QualificationCategory::Second => "вторая",
        QualificationCategory::FitForPosition => "соответствие занимаемой должности",
        QualificationCategory::TeacherMethodist => "педагог-методист",
        QualificationCategory::TeacherMentor => "педагог-наставник",
    }
}

/// Says why a list was not read and what to do about it.
#[must_use]
pub fn not_read(it: &ListNotRead, language: Language) -> String {
    let (russian, english) = match it {
        ListNotRead::File(NotRead::UnpacksTooLarge { .. } | NotRead::TooLarge { .. }) => (
            "Список слишком велик: читается до 200 000 строк и 40 МБ. Разделите его на несколько \
             файлов.",
            "The list is too large: up to 200 000 rows and 40 MB are read. Divide it into several \
             files.",
        ),
        ListNotRead::File(it) => return sentence(it, language),
        ListNotRead::NotASheet => (
            "Это не таблица. Список людей читается из .xlsx, .ods и .csv: откройте файл в Excel и \
             сохраните в одном из них.",
            "This is not a spreadsheet. Lists of people are read from .xlsx, .ods and .csv: open \
             the file in Excel and save it as one of them.",
        ),
        ListNotRead::NoPeople => (
            "В файле не нашлось списка людей. Нужна таблица с заголовками столбцов, один из \
             которых — «ФИО» или «Фамилия».",
            "There is no list of people in the file. A table is needed with headers of columns, \
             one of them «ФИО» or «Фамилия».",
        ),
    };
    match language {
        Language::Russian => russian.to_owned(),
        Language::English => english.to_owned(),
    }
}
