//! What a person is told of a list: why a row was refused, why two rows may be one person.
//!
//! One exhaustive match each, Russian and English side by side: what happened and what to do.
//! Deliberately absent: codes and blame.

use crate::read::{Kind, Language, NotRead, sentence};
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
        ListObstacle::NotARepresentative { written } => (
            format!(
                "«{written}»: бабушка, брат и другие родственники сами по себе не представляют \
                 ребёнка. Если это опекун, напишите в ячейке «опекун»."
            ),
            format!(
                "“{written}”: grandparents, brothers and other relatives do not represent a child \
                 by being so. If it is a trustee, write «опекун» in the cell."
            ),
        ),
        ListObstacle::NoPaper => pair(
            "Записан не родитель. Бумагу, по которой он представляет ребёнка (акт об опеке, \
             договор), впишите на странице ребёнка.",
            "This is not a parent. Write down the paper by which the child is represented (an act \
             of trusteeship, a contract) on the page of the child.",
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
        | ListObstacle::TooOld { .. }
        | ListObstacle::TooYoung { .. } => of_day(it),
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
        ListObstacle::TooYoung { day, least } => (
            format!(
                "Дата рождения {}: человеку меньше {least} лет, так не бывает. Проверьте столбец: \
                 часто это число или чужая дата.",
                shown(*day)
            ),
            format!(
                "The day of birth {day} makes the person younger than {least}. Check the column: \
                 often it is a number or another's day."
            ),
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
        ListNotRead::File(it) => match of_file(it) {
            Some(pair) => pair,
            None => return sentence(it, language),
        },
        ListNotRead::NotASheet => NOT_A_SHEET,
        ListNotRead::NobodyListed => (
            "Заголовки столбцов в файле есть, а людей под ними нет. Впишите людей в строки под \
             заголовками и загрузите файл ещё раз.",
            "The file has headers of columns and nobody below them. Write the people into the rows \
             below and load the file again.",
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

const NOT_A_SHEET: (&str, &str) = (
    "Это не таблица. Список людей читается из .xlsx, .ods и .csv: откройте файл в Excel и сохраните \
     в одном из них.",
    "This is not a spreadsheet. Lists of people are read from .xlsx, .ods and .csv: open the file in \
     Excel and save it as one of them.",
);

/// What is said of a file that is to be a list; a roadmap is a document of Word and has its own words.
fn of_file(it: &NotRead) -> Option<(&'static str, &'static str)> {
    Some(match it {
        NotRead::Damaged { .. } => (
            "Файл повреждён: он обрывается или испорчен внутри. Откройте его в Excel или LibreOffice \
             и сохраните как .xlsx или получите файл заново.",
            "The file is damaged: it breaks off or is spoiled inside. Open it in Excel or \
             LibreOffice and save it as .xlsx, or get the file anew.",
        ),
        NotRead::Encrypted => (
            "Файл закрыт паролем. Откройте его в Excel, снимите пароль («Файл» → «Сведения» → \
             «Защита книги») и сохраните.",
            "The file is closed by a password. Open it in Excel, remove the password (File → Info → \
             Protect Workbook) and save.",
        ),
        NotRead::TooManyParts { .. } | NotRead::TooDeep { .. } => (
            "Файл устроен необычно: внутри него гораздо больше данных, чем бывает в списке. Откройте \
             его в Excel, скопируйте список в новую книгу и сохраните как .xlsx.",
            "The file is built in an unusual way: there is far more inside than a list has. Open it \
             in Excel, copy the list into a new workbook and save that as .xlsx.",
        ),
        NotRead::Format(Kind::OldExcel | Kind::BinaryExcel) => (
            "Это книга Excel, но не .xlsx. Откройте её в Excel, выберите «Сохранить как» — «Книга \
             Excel (.xlsx)» и загрузите новый файл.",
            "This is a workbook of Excel and not .xlsx. Open it in Excel, save it as an Excel \
             Workbook (.xlsx) and load the new file.",
        ),
        NotRead::Format(Kind::Pdf | Kind::Picture) | NotRead::OnlyPictures { .. } => (
            "Это картинка или PDF: строк и столбцов в таком файле нет. Нужна таблица .xlsx, .ods или \
             .csv — попросите исходный файл или перенесите список в Excel.",
            "This is a picture or a PDF, which has no rows and columns. A spreadsheet is needed, \
             .xlsx, .ods or .csv: ask for the source or copy the list into Excel.",
        ),
        NotRead::Format(_) | NotRead::NoText => NOT_A_SHEET,
        NotRead::Empty | NotRead::TooLarge { .. } | NotRead::UnpacksTooLarge { .. } => return None,
    })
}
