//! Papers of the work of pairs: programmes, plans, the journal, access and release.
//!
//! Deliberately absent: the texts (`documents/templates`), and meetings themselves.

use super::FieldKind::{Day, Flag, LongText, Number, People, Person, Rows, Text, Texts};
use super::FieldSource::{Card, Consent, Order, Pair, Person as OfPerson, Typed};
use super::common::{
    ACCOUNTANT, ACQUAINTED, ADDRESSED, CONTROLLER, CURATOR, FULL_NAME, HEAD_AND_ACQUAINTED, HEADED,
    MENTOR_AND_MENTEE, MENTOR_AND_MENTEES, NUMBERED, ORGANISATION, PAIRS_BASIS, STAFF_OFFICER,
    TERM, YEAR, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// The personalised programme of a pair (D15).
pub(super) const PERSONALISED_PROGRAMME: PaperSpec = PaperSpec {
    number: "D15",
    title: "Персонализированная программа наставничества",
    purpose: "Описывает затруднения, цель, план и показатели пары педагогов.",
    phase: Phase::Programme,
    signatures: &[
        Signature::wet(PaperSigner::Head),
        Signature::simple(PaperSigner::Mentor),
        Signature::simple(PaperSigner::Mentee),
        Signature::simple(PaperSigner::Curator),
    ],
    when: "в течение месяца после приказа о парах",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        ADDRESSED,
        TERM,
        FULL_NAME,
        &[
            need("mentor", "Наставник", Person, Pair),
            need("mentor.experience", "Стаж наставника, лет", Number, Pair),
            may("mentor.category", "Категория наставника", Text, Pair),
            need("mentee", "Наставляемый", Person, Pair),
            need("mentee.experience", "Стаж наставляемого, лет", Number, Pair),
            may("mentee.category", "Категория наставляемого", Text, Pair),
            need("form", "Форма", Text, Pair),
            need("kind", "Вид наставничества", Text, Pair),
            may("role_model", "Ролевая модель", Text, Pair),
            need("months", "Срок, месяцев", Number, Typed),
            need("mode", "Режим: очно, дистанционно", Text, Typed),
            need("relevance", "Актуальность", LongText, Typed),
            need("needs", "Затруднения и запросы", Texts, Typed),
            need("strengths", "Сильные стороны", Texts, Typed),
            need("goal", "Цель", LongText, Pair),
            need("objectives", "Задачи", Texts, Typed),
            need("directions", "Направления работы", Texts, Typed),
            need("frequency", "Как часто проходят встречи", Text, Pair),
            need("activities", "Мероприятия", Rows, Typed),
            need("activities[].activity", "Мероприятие", Text, Typed),
            need("activities[].deadline", "Срок", Text, Typed),
            need("activities[].form", "Форма", Text, Typed),
            need("activities[].responsible", "Ответственный", Text, Typed),
            need("activities[].result", "Результат", Text, Typed),
            need("indicators", "Показатели", Rows, Typed),
            need("indicators[].name", "Название", Text, Typed),
            need("indicators[].before", "Исходное значение", Text, Typed),
            need("indicators[].target", "Планируемое значение", Text, Typed),
            need("indicators[].measured_by", "Как измеряется", Text, Typed),
            need("entry_by", "Срок входной диагностики", Day, Typed),
            need("interim_by", "Срок промежуточных итогов", Day, Typed),
            need("final_by", "Срок окончательных итогов", Day, Typed),
            may("results", "Результаты", LongText, Typed),
        ],
    ],
};

/// The individual plan of a teacher (D16).
pub(super) const INDIVIDUAL_PLAN: PaperSpec = PaperSpec {
    number: "D16",
    title: "Индивидуальный план развития педагога",
    purpose: "План наставляемого педагога из трёх разделов.",
    phase: Phase::Programme,
    signatures: &[Signature::simple(PaperSigner::Mentor), Signature::simple(PaperSigner::Mentee)],
    when: "после встречи-планирования",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        TERM,
        FULL_NAME,
        &[
            need("organisation.name", "Краткое наименование организации", Text, Card),
            may("approval_basis", "Приказ, которым утверждено", Text, Order),
        ],
        MENTOR_AND_MENTEE,
        &[
            need("form", "Форма", Text, Pair),
            may("role_model", "Ролевая модель", Text, Pair),
            need("difficulties", "Анализ трудностей", Rows, Typed),
            need("difficulties[].task", "Задание", Text, Typed),
            need("difficulties[].deadline", "Срок", Text, Typed),
            need("difficulties[].result", "Результат", Text, Typed),
            need("entry", "Вхождение в должность", Rows, Typed),
            need("entry[].task", "Задание", Text, Typed),
            need("entry[].deadline", "Срок", Text, Typed),
            need("entry[].result", "Результат", Text, Typed),
            need("development", "Направления развития", Rows, Typed),
            need("development[].task", "Задание", Text, Typed),
            need("development[].deadline", "Срок", Text, Typed),
            need("development[].result", "Результат", Text, Typed),
        ],
    ],
};

/// The plan of a pair with students (D16).
pub(super) const STUDENT_PLAN: PaperSpec = PaperSpec {
    number: "D16",
    title: "Индивидуальный план пары учеников",
    purpose: "Список встреч и заданий пары или группы с учениками.",
    phase: Phase::Programme,
    signatures: &[Signature::simple(PaperSigner::Mentor), Signature::simple(PaperSigner::Mentee)],
    when: "после встречи-планирования",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        TERM,
        FULL_NAME,
        &[
            need("organisation.name", "Краткое наименование организации", Text, Card),
            may("approval_basis", "Приказ, которым утверждено", Text, Order),
        ],
        MENTOR_AND_MENTEES,
        &[
            need("form", "Форма", Text, Pair),
            may("role_model", "Ролевая модель", Text, Pair),
            need("goal", "Цель", LongText, Pair),
            need("success", "Как понять, что цель достигнута", Text, Typed),
            need("activities", "Мероприятия", Rows, Typed),
            need("activities[].activity", "Мероприятие", Text, Typed),
            need("activities[].deadline", "Срок", Text, Typed),
            need("activities[].result", "Результат", Text, Typed),
            may("group", "Это группа", Flag, Typed),
        ],
    ],
};

/// The journal of meetings (D17).
pub(super) const MEETING_JOURNAL: PaperSpec = PaperSpec {
    number: "D17",
    title: "Журнал встреч",
    purpose: "Показывает встречи пары за период по отметкам участников.",
    phase: Phase::Programme,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "в конце периода, собирается сам",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        PAIRS_BASIS,
        FULL_NAME,
        &[
            need("from_on", "Начало периода", Day, Typed),
            need("to_on", "Конец периода", Day, Typed),
        ],
        MENTOR_AND_MENTEES,
        &[
            need("programme", "Программа", Text, Typed),
            need("meetings", "Встречи", Rows, Pair),
            need("meetings[].held_on", "Дата", Day, Pair),
            need("meetings[].kind", "Вид", Text, Pair),
            may("meetings[].format", "Формат", Text, Pair),
            may("meetings[].minutes", "Минут", Number, Pair),
            may("meetings[].topic", "Тема", Text, Pair),
            may("meetings[].feedback", "Отзыв", Text, Pair),
            may("meetings[].confirmed", "Отметка наставляемого", Text, Pair),
            need("n_meetings", "Проведено встреч", Number, Typed),
            need("total_minutes", "Минут всего", Number, Typed),
            need("n_done", "Выполнено мероприятий", Number, Typed),
            need("n_planned", "Запланировано мероприятий", Number, Typed),
            may("group", "Это группа", Flag, Typed),
        ],
    ],
};

/// A questionnaire to print (D18).
pub(super) const QUESTIONNAIRE: PaperSpec = PaperSpec {
    number: "D18",
    title: "Анкета (бланк для печати)",
    purpose: "Вопросы для заполнения на бумаге.",
    phase: Phase::Survey,
    signatures: &[],
    when: "по этапам мониторинга",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        CURATOR,
        &[
            need("organisation.name", "Краткое наименование организации", Text, Card),
            need("title", "Название", Text, Typed),
            need("introduction", "Вступление", LongText, Typed),
            may("person", "О ком документ", Person, OfPerson),
            may("role", "Роль в программе", Text, Typed),
            need("questions", "Вопросы", Rows, Typed),
            need("questions[].text", "Вопрос", Text, Typed),
            need("questions[].kind", "Вид", Text, Typed),
            may("questions[].steps", "Оценки по порядку", Texts, Typed),
            may("questions[].from", "Наименьшая оценка", Number, Typed),
            may("questions[].from_label", "Что значит наименьшая", Text, Typed),
            may("questions[].to", "Наибольшая оценка", Number, Typed),
            may("questions[].to_label", "Что значит наибольшая", Text, Typed),
            may("questions[].options", "Варианты ответа", Texts, Typed),
            need("return_by", "Срок возврата", Day, Typed),
            may("anonymous", "Анонимная", Flag, Typed),
        ],
    ],
};

/// The order on measures of accessibility.
pub(super) const ACCESSIBILITY_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ о мерах доступности",
    purpose: "Утверждает меры, чтобы участвовать мог каждый ученик.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "октябрь – ноябрь",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        ACQUAINTED,
        CURATOR,
        &[
            need("psychologist", "Педагог-психолог", Person, OfPerson),
            need("social_pedagogue", "Социальный педагог", Person, OfPerson),
            need(
                "supplies",
                "Ответственный за материально-техническое обеспечение",
                Person,
                OfPerson,
            ),
            need("measures", "Меры", Rows, Typed),
            need("measures[].group", "Группа", Text, Typed),
            need("measures[].measure", "Мера", Text, Typed),
            need("measures[].deadline", "Срок", Text, Typed),
            need("measures[].responsible", "Ответственный", Text, Typed),
        ],
    ],
};

/// The order that releases from lessons.
pub(super) const RELEASE_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ об освобождении от занятий и замене",
    purpose: "Освобождает наставника или наставляемого от уроков с заменой.",
    phase: Phase::Programme,
    signatures: HEAD_AND_ACQUAINTED,
    when: "до мероприятия программы",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        ACCOUNTANT,
        &[
            need("activity", "Мероприятие", Text, Typed),
            need("absent_on", "День освобождения", Day, Typed),
            need("from_time", "С какого часа", Text, Typed),
            need("to_time", "До какого часа", Text, Typed),
            need("released", "Кто освобождается", People, OfPerson),
            need("substitutions", "Замены уроков", Rows, Typed),
            need("substitutions[].lesson", "Класс и урок", Text, Typed),
            need("substitutions[].subject", "О чём, о ком", Text, Typed),
            need("substitutions[].absent", "Кого заменяют", Person, Typed),
            need("substitutions[].substitute", "Кто заменяет", Person, Typed),
            need("timetable", "Кто ведёт расписание", Person, OfPerson),
        ],
        CONTROLLER,
    ],
};

/// The order on access to a file.
pub(super) const FILE_ACCESS_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ о доступе к сведениям о наставляемом",
    purpose: "Разрешает наставнику читать часть личного дела наставляемого.",
    phase: Phase::Programme,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после согласия наставляемого",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        TERM,
        ACQUAINTED,
        STAFF_OFFICER,
        &[need("consented_on", "Дата письменного согласия", Day, Consent)],
        MENTOR_AND_MENTEE,
        &[need("data", "Какие сведения доступны", Texts, Typed)],
    ],
};
