//! What the header of a column means, in whatever words a school says it.
//!
//! It decides the field of a column, and which columns are recognised and not read on purpose.
//! Deliberately absent: where the header stands (`layout`), values.

use super::value::{kind, mend, plain};
use mentoring::person::listed::ListField;

/// Whose fact a column holds: the person's of the row, or a guardian's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Whose {
    /// The person of the row.
    #[default]
    Own,
    /// The mother.
    Mother,
    /// The father.
    Father,
    /// A parent or another guardian.
    Guardian,
}

/// Longest header that is looked at, characters.
const LONGEST: usize = 160;

/// The words of a header.
struct Header<'h> {
    whole: &'h str,
    words: Vec<&'h str>,
}

impl Header<'_> {
    /// A word begins so.
    fn has(&self, stem: &str) -> bool {
        self.words.iter().any(|it| it.starts_with(stem))
    }

    fn any(&self, stems: &[&str]) -> bool {
        stems.iter().any(|it| self.has(it))
    }

    /// «ФИО», also run together with whose it is; «Фиолетов» is a surname.
    fn says_fio(&self) -> bool {
        const WHOSE: [&str; 10] =
            ["реб", "уч", "род", "мат", "отц", "пед", "сот", "раб", "обуч", "пол"];
        let mut rest = self.words.iter().filter_map(|it| it.strip_prefix("фио"));
        rest.any(|it| it.is_empty() || WHOSE.iter().any(|whose| it.starts_with(whose)))
    }

    /// A word is exactly this.
    fn is(&self, list: &[&str]) -> bool {
        self.words.iter().any(|it| list.contains(it))
    }

    fn only(&self, list: &[&str]) -> bool {
        list.contains(&self.whole)
    }
}

/// Whose fact a header speaks of.
pub(super) fn whose(header: &str) -> Whose {
    let plain = plain(&mend(header));
    let it = Header { whole: &plain, words: plain.split(' ').collect() };
    match () {
        () if it.is(&["мать", "матери", "мама", "мамы", "матерь"]) => {
            Whose::Mother
        }
        () if it.is(&["отец", "отца", "папа", "папы"]) => Whose::Father,
        () if it.any(&["родител", "законн", "опекун"]) => Whose::Guardian,
        () if it.has("представител") && !it.any(&["партнер", "предприят", "организац"]) => {
            Whose::Guardian
        }
        () => Whose::Own,
    }
}

/// The field of a header by its own words.
pub(super) fn field(header: &str) -> ListField {
    let plain = plain(&mend(header));
    if plain.is_empty() || LONGEST < plain.chars().count() {
        // «№» alone has neither letters nor digits.
        return if header.trim() == "№" { ListField::RowNumber } else { ListField::Ignored };
    }
    let it = Header { whole: &plain, words: plain.split(' ').collect() };
    let found = not_read(&it)
        .or_else(|| reach(&it))
        .or_else(|| days(&it))
        .or_else(|| work(&it))
        .or_else(|| study(&it))
        .or_else(|| name(&it))
        .or_else(|| rest(&it));
    found.unwrap_or(ListField::Ignored)
}

/// Papers of identity, insurance and health: known, and left where they are.
fn not_read(it: &Header<'_>) -> Option<ListField> {
    let papers = it.any(&["снилс", "паспорт", "полис", "свидетельств", "удостоверен", "инвалид"])
        || it.is(&["инн", "омс", "дмс", "овз", "snils", "passport"])
        || it.any(&["диагноз", "здоровь", "хроническ", "медицинск", "страхов", "счет", "судим"])
        || it.has("документ") && it.any(&["личност", "сери", "номер", "вид"])
        || it.has("сери") && it.has("номер")
        || it.is(&["св"]) && it.has("рожд")
        || it.has("национальн");
    papers.then_some(ListField::NotRead)
}

fn reach(it: &Header<'_>) -> Option<ListField> {
    let mail = it.any(&["mail", "email", "емейл", "имейл", "емайл", "почт"])
        || it.has("электрон") && it.any(&["адрес", "почт"])
        || it.only(&["эл адрес", "е mail", "e mail", "эл п", "мейл"]);
    if mail && !it.has("индекс") {
        return Some(ListField::Email);
    }
    let phone = it.any(&["телефон", "моб", "сотов", "phone", "контакт"])
        || it.is(&["тел", "т", "phone", "тлф", "whatsapp"]) && !it.is(&["т д"]);
    phone.then_some(ListField::Phone)
}

fn days(it: &Header<'_>) -> Option<ListField> {
    let birth = it.any(&["рожд", "birth", "родил"]) && !it.any(&["мест", "place"])
        || it.only(&["др", "д р", "дата р", "д рожд", "г р", "гр", "dob", "г рожд", "дата г р"]);
    if birth {
        return Some(ListField::BirthDate);
    }
    if it.whole.contains("стаж") || it.has("деятельн") {
        return None;
    }
    let begun =
        it.any(&["прием", "принят", "трудоустр", "зачислен", "поступлен", "приступ", "hired"])
            || it.any(&["работа", "начал", "прибыт"])
                && it.is(&["с", "начала", "начало", "прибытия"])
            || it.has("прибыт");
    (begun && !it.any(&["приказ", "окончан", "увольн"])).then_some(ListField::Since)
}

fn work(it: &Header<'_>) -> Option<ListField> {
    if it.whole.contains("стаж") || it.has("experience") || it.has("опыт") && it.has("работ")
    {
        return experience(it);
    }
    let is_day = it.any(&["дат", "срок", "приказ", "действ", "год"]);
    let category = it.any(&["категор", "катег", "квалификац", "кк", "category"])
        || it.is(&["кат"])
        || it.only(&["кв к", "аттестация", "результат аттестации"]);
    if category {
        let of_people = it.any(&["участник", "сотрудник", "персонал", "льгот", "семь"])
            || it.has("работник") && !it.has("педаг") && !it.has("квалиф");
        let about = it.any(&["повышен", "курс", "образован", "диплом"]);
        let begins_with_day = it.words.first().is_some_and(|it| {
            ["дат", "срок", "приказ", "год"].iter().any(|stem| it.starts_with(stem))
        });
        return match () {
            () if of_people && !it.has("льгот") && !it.has("семь") => {
                Some(ListField::Kind)
            }
            () if about || begins_with_day || of_people => Some(ListField::Ignored),
            () => Some(ListField::Category),
        };
    }
    if it.any(&["должност", "position"]) || it.only(&["кем работает", "профессия"])
    {
        return Some(match it.has("класс") && !it.has("рук") {
            true => ListField::ClassOrPosition,
            false => ListField::Position,
        });
    }
    let subject = it.any(&["предмет", "дисциплин", "subject"])
        || it.has("преподает")
        || it.has("преподаваем") && it.has("курс");
    (subject && !is_day).then_some(ListField::Subject)
}

fn experience(it: &Header<'_>) -> Option<ListField> {
    let total = it.words.iter().position(|it| it.starts_with("общ") || it.starts_with("труд"));
    let teaching = it.words.iter().position(|it| {
        it.starts_with("пед") || it.starts_with("специальн") || it.starts_with("преподав")
    });
    let here =
        it.any(&["данн", "организац", "учрежден", "школ", "оо", "оу", "должност", "коллектив"]);
    Some(match (total, teaching) {
        (Some(total), Some(teaching)) if total < teaching => ListField::TotalThenTeaching,
        (Some(_), Some(_)) => ListField::TeachingThenTotal,
        (Some(_), None) => ListField::TotalExperience,
        (None, Some(_)) => ListField::Experience,
        (None, None) if here => ListField::Ignored,
        (None, None) => ListField::Experience,
    })
}

fn study(it: &Header<'_>) -> Option<ListField> {
    if it.any(&["класс", "class", "grade"]) || it.is(&["кл"]) {
        let leads = it.has("рук");
        let many = it.any(&["классы", "классах", "классов"]);
        let name = it.says_fio() || it.has("фамил") || it.is(&["ф"]);
        return match () {
            () if leads && (it.any(&["руководств"]) || it.has("класс") && it.is(&["в"])) => {
                Some(ListField::ClassLed)
            }
            () if leads && !it.has("рукодел") => Some(ListField::Ignored),
            () if many => Some(ListField::Ignored),
            () if name => None,
            () if it.any(&["букв", "литер"]) => Some(ListField::ClassLetter),
            () if it.has("номер") => Some(ListField::ClassNumber),
            () if it.any(&["учени", "учащ", "обучающ"]) && it.words.len() == 2 => {
                None
            }
            () => Some(ListField::Class),
        };
    }
    match () {
        () if it.has("параллел") => Some(ListField::ClassNumber),
        () if it.only(&["буква", "литера", "литер"]) => {
            Some(ListField::ClassLetter)
        }
        () if it.has("групп") && !it.any(&["целев", "здоров", "учет", "кров", "инвалид"]) => {
            Some(ListField::Class)
        }
        () => None,
    }
}

fn name(it: &Header<'_>) -> Option<ListField> {
    if it.any(&["прежн", "девич", "бывш", "former"]) {
        return it.has("фамил").then_some(ListField::FormerSurname);
    }
    let surname = it.any(&["фамил", "surname"]) || it.whole.contains("last name");
    let first = it.is(&["имя", "имени"]) || it.whole.contains("first name");
    let patronymic = it.any(&["отчеств", "patronymic"]) || it.whole.contains("middle name");
    let letters = it.words.windows(2).any(|it| it == ["ф", "и"]);
    let initials = it.words.windows(2).any(|it| it == ["и", "о"]);
    let whole = it.says_fio() || it.has("инициал") || letters || it.whole.contains("full name");
    match (surname, first, patronymic) {
        (true, false, false) if !it.says_fio() && !it.has("инициал") && !initials => {
            Some(ListField::Surname)
        }
        (true, ..) => Some(ListField::FullName),
        (false, true, true) => Some(ListField::FirstAndPatronymic),
        (false, true, false) => Some(ListField::First),
        (false, false, true) => Some(ListField::Patronymic),
        _ if whole || it.only(&["name", "fio", "фи"]) => Some(ListField::FullName),
        _ if it.only(&["и о", "ио"]) => Some(ListField::FirstAndPatronymic),
        _ => None,
    }
}

fn rest(it: &Header<'_>) -> Option<ListField> {
    match () {
        () if it.is(&["пол", "gender", "sex"]) && it.words.len() < 3 => Some(ListField::Gender),
        () if it.only(&[
            "№",
            "n",
            "п п",
            "пп",
            "n п п",
            "n пп",
            "номер",
            "no",
            "№ п п",
            "нп п",
        ]) =>
        {
            Some(ListField::RowNumber)
        }
        () if it.words.len() < 4
            && it.any(&["тип", "статус", "целев", "роль", "кто", "являет"]) =>
        {
            Some(ListField::Kind)
        }
        () => None,
    }
}

/// The field of a header that only says what people are: «Ученик», «Педагогический работник».
///
/// A cell below may say the same, so that such a header is believed only beside others.
pub(super) fn noun(header: &str) -> Option<ListField> {
    let plain = plain(&mend(header));
    let n_words = plain.split(' ').count();
    let other = ["список", "сведения", "перечень", "реестр", "адрес", "место", "класс", "данные"];
    let begins_otherwise = other.iter().any(|it| plain.starts_with(it));
    let person = plain == "участник" || plain == "наставник" || plain == "наставляемый";
    let is_noun = n_words < 4 && !begins_otherwise && (person || kind::read(header).is_some());
    is_noun.then_some(ListField::FullName)
}

/// Whether a whole name under this header is that of somebody else than the person of the row.
pub(super) fn is_of_another(header: &str) -> bool {
    let plain = plain(&mend(header));
    let it = Header { whole: &plain, words: plain.split(' ').collect() };
    it.has("классн") && it.has("рук")
        || it.any(&["директор", "куратор", "ответственн", "исполнител", "тренер"])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_people_are_understood_in_any_wording() {
        use ListField::*;
        for (field, headers) in [
            (
                FullName,
                "ФИО|Ф.И.О.|Ф. И. О. педагога|Фамилия, имя, отчество|Фамилия Имя|ФИО ученика|Фамилия, инициалы|Фамилия И.О.|Ф.И. ученика|Ф И О обучающегося (полностью)|ФИОребёнка|Full name",
            ),
            (Surname, "Фамилия|Фамилия ребёнка|Surname"),
            (First, "Имя|Имя ученика"),
            (Patronymic, "Отчество|Отчество (при наличии)"),
            (FirstAndPatronymic, "Имя, отчество|И.О."),
            (FormerSurname, "Прежняя фамилия|Девичья фамилия"),
            (
                BirthDate,
                "Дата рождения|Дата рожд.|Д.Р.|д/р|День рождения|Год рождения|Число, месяц, год рождения|Дата рожд-я",
            ),
            (
                Position,
                "Должность|Занимаемая должность|Должность по штатному расписанию|Должность, предмет",
            ),
            (Subject, "Предмет|Преподаваемые предметы|Дисциплина|Предмет преподавания"),
            (Class, "Класс|Класс обучения|Группа|Кл.|Учебная группа|Grade"),
            (ClassNumber, "Параллель"),
            (ClassLetter, "Литера|Буква класса"),
            (ClassOrPosition, "Класс/должность"),
            (ClassLed, "Классное руководство"),
            (
                Category,
                "Категория|Квалификационная категория|Кв. категория|Квалиф. категория, дата присвоения",
            ),
            (
                Experience,
                "Стаж|Педагогический стаж|Пед. стаж|Стаж пед. работы|Стаж работы по специальности|Педстаж|Опыт работы",
            ),
            (TotalExperience, "Общий стаж|Стаж общий|Общий трудовой стаж"),
            (TotalThenTeaching, "Стаж общий/педагогический"),
            (TeachingThenTotal, "Стаж: пед./общий"),
            (
                Since,
                "Дата приёма|Дата приема на работу|Принят на работу|Работает с|Дата зачисления|В школе работает с|Дата начала работы",
            ),
            (Phone, "Телефон|Тел.|Моб. тел.|Контактный телефон|№ телефона|Сотовый|Номер телефона"),
            (
                Email,
                "E-mail|Email|Эл. почта|Электронная почта|Адрес электронной почты|e-mail адрес",
            ),
            (Gender, "Пол|Пол ребёнка"),
            (Kind, "Тип участника|Кем является|Статус|Категория участников|Роль"),
            (RowNumber, "№|№ п/п|N|п/п|No|№п/п"),
            (
                NotRead,
                "СНИЛС|Паспорт|Паспортные данные|Серия и номер паспорта|ИНН|Полис ОМС|Свидетельство о рождении|Св-во о рождении|Документ, удостоверяющий личность|Группа здоровья|Инвалидность",
            ),
            (
                Ignored,
                "Примечание|Адрес|Место рождения|Образование|Дата аттестации|Дата присвоения категории|Классы|Школа|Возраст|Стаж работы в данной организации|Классный руководитель|Подпись|Дата начала педагогической деятельности|Фиолетов",
            ),
        ] {
            for header in headers.split('|') {
                assert_eq!(super::field(header), field, "{header}");
            }
        }
    }

    #[test]
    fn a_guardian_s_columns_are_told_from_the_person_s_own() {
        for (header, expected) in [
            ("ФИО матери", Whose::Mother),
            ("Телефон отца", Whose::Father),
            ("Законный представитель", Whose::Guardian),
            ("Родители: телефон", Whose::Guardian),
            ("Представитель организации-партнёра", Whose::Own),
            ("ФИО", Whose::Own),
        ] {
            assert_eq!(whose(header), expected, "{header}");
        }
    }
}
