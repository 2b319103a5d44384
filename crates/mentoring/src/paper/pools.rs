//! Papers of the pools and of partners, and letters to those outside.
//!
//! Deliberately absent: the texts (`documents/templates`), and who stands in a pool (`pools`).

use super::FieldKind::{Day, Flag, Number, Person, Rows, Text, Texts};
use super::FieldSource::{Card, Order, Pair, Person as OfPerson, Typed};
use super::common::{
    ADDRESSED, CONTACTS, CURATOR, FULL_NAME, NUMBERED, ORGANISATION, REQUISITES, TERM, YEAR, may,
    need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// The pool of mentors (D19).
pub(super) const MENTOR_POOL: PaperSpec = PaperSpec {
    number: "D19",
    title: "База наставников",
    purpose: "Список наставников со всеми графами типовой формы.",
    phase: Phase::Pools,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "ведётся постоянно, сверяется раз в год",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("day", "Дата документа", Day, Order),
            need("mentors", "Наставники", Rows, Typed),
            need("mentors[].person", "Кто", Person, Typed),
            may("mentors[].contact", "Контакты", Text, Typed),
            may("mentors[].strengths", "Компетенции, достижения", Text, Typed),
            may("mentors[].interests", "Интересы", Text, Typed),
            may("mentors[].wishes", "Кого готов поддержать", Text, Typed),
            may("mentors[].hours", "Часы", Number, Typed),
            need("mentors[].entered_on", "Дата вхождения", Day, Typed),
            may("mentors[].mentees", "Наставляемые", Text, Typed),
            may("mentors[].result", "Результат", Text, Typed),
            may("mentors[].ended_on", "Дата завершения", Day, Typed),
        ],
    ],
};

/// The pool of mentees (D20).
pub(super) const MENTEE_POOL: PaperSpec = PaperSpec {
    number: "D20",
    title: "База наставляемых",
    purpose: "Список наставляемых со всеми графами типовой формы.",
    phase: Phase::Pools,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "ведётся постоянно, сверяется раз в год",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("day", "Дата документа", Day, Order),
            need("mentees", "Наставляемые", Rows, Pair),
            need("mentees[].person", "Кто", Person, Pair),
            may("mentees[].contact", "Контакты", Text, Pair),
            may("mentees[].birth_year", "Год рождения", Number, Pair),
            may("mentees[].need", "Запрос", Text, Pair),
            need("mentees[].entered_on", "Дата вхождения", Day, Pair),
            may("mentees[].mentor", "Наставник", Text, Pair),
            may("mentees[].ended_on", "Дата завершения", Day, Pair),
            may("mentees[].form", "Форма", Text, Pair),
            may("mentees[].result", "Результат", Text, Pair),
            may("mentees[].passed", "Отметка о прохождении", Text, Pair),
            need("n_waiting", "Ожидают наставника", Number, Typed),
        ],
    ],
};

/// The register of participants (D21).
pub(super) const PARTICIPANTS_REGISTER: PaperSpec = PaperSpec {
    number: "D21",
    title: "Реестр персонифицированного учёта",
    purpose: "Перечисляет участников программ за период без двойного счёта.",
    phase: Phase::Monitoring,
    signatures: &[Signature::wet(PaperSigner::Curator), Signature::wet(PaperSigner::Head)],
    when: "в конце каждого квартала",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("organisation.head_position", "Должность руководителя", Text, Card),
            need("organisation.head", "Руководитель", Person, Card),
            need("period", "Период", Text, Typed),
            need("participants", "Участники", Rows, Typed),
            need("participants[].name", "Название", Text, Typed),
            need("participants[].category", "Категория", Text, Typed),
            may("participants[].birth_year", "Год рождения", Number, Typed),
            may("participants[].position", "Класс, должность, стаж", Text, Typed),
            need("participants[].role", "Роль", Text, Typed),
            need("participants[].form", "Форма", Text, Typed),
            may("participants[].counterpart", "Наставник или наставляемый", Text, Typed),
            need("participants[].starts_on", "С какого дня", Day, Typed),
            may("participants[].ends_on", "По какой день", Day, Typed),
            may("participants[].basis", "Приказ, программа", Text, Typed),
            may("participants[].state", "Статус", Text, Typed),
            need("totals", "Итоги", Rows, Typed),
            need("totals[].category", "Категория", Text, Typed),
            need("totals[].mentors", "Наставники", Number, Typed),
            need("totals[].mentees", "Наставляемые", Number, Typed),
            need("totals[].people", "Всего человек", Number, Typed),
        ],
    ],
};

/// The agreement with a partner.
pub(super) const PARTNER_AGREEMENT: PaperSpec = PaperSpec {
    number: "",
    title: "Соглашение с партнёром",
    purpose: "Записывает, чем организация-партнёр помогает программе.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Partner)],
    when: "октябрь, до работы пар",
    requisites: &[Requisite::Heading, Requisite::Number, Requisite::Day, Requisite::Settlement],
    fields: &[
        ORGANISATION,
        REQUISITES,
        NUMBERED,
        TERM,
        CURATOR,
        &[
            need("organisation.phone", "Телефон организации", Text, Card),
            need("organisation.email", "Электронная почта организации", Text, Card),
            need("partner.full_name", "Полное наименование партнёра", Text, Typed),
            need("partner.head_position", "Должность руководителя партнёра", Text, Typed),
            need("partner.head", "Руководитель партнёра", Person, Typed),
            need("partner.authority", "Документ, на основании которого он действует", Text, Typed),
            need("partner.address", "Адрес партнёра", Text, Typed),
            may("partner.taxpayer_number", "ИНН партнёра", Text, Typed),
            may("partner.registration_number", "ОГРН партнёра", Text, Typed),
            may("partner.phone", "Телефон партнёра", Text, Typed),
            may("partner.email", "Электронная почта партнёра", Text, Typed),
            need("forms", "Формы наставничества", Texts, Typed),
            need("n_mentors", "Сколько наставников", Number, Typed),
            need("offers", "Что ещё делает партнёр", Texts, Typed),
            may("curator.phone", "Телефон куратора", Text, OfPerson),
            may("prolonged", "Продлевается на следующий год", Flag, Typed),
        ],
    ],
};

/// The list of partners.
pub(super) const PARTNER_LIST: PaperSpec = PaperSpec {
    number: "",
    title: "Перечень партнёров",
    purpose: "Перечисляет партнёров и их вклад.",
    phase: Phase::Pools,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "октябрь, обновляется в течение года",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        YEAR,
        FULL_NAME,
        &[
            need("partners", "Партнёры", Rows, Typed),
            need("partners[].name", "Название", Text, Typed),
            may("partners[].contact", "Контакты", Text, Typed),
            may("partners[].contribution", "Форма, вклад", Text, Typed),
            may("partners[].agreement", "Соглашение", Text, Typed),
            need("partners[].n_mentors", "Наставников", Number, Typed),
            need("n_giving", "Партнёров, давших наставников", Number, Typed),
            need("share", "Доля, процентов", Number, Typed),
        ],
    ],
};

/// An invitation.
pub(super) const INVITATION: PaperSpec = PaperSpec {
    number: "",
    title: "Приглашение",
    purpose: "Зовёт партнёра, родителей или выпускника на встречу.",
    phase: Phase::Gathering,
    signatures: &[Signature::wet(PaperSigner::Head)],
    when: "за одну–две недели до встречи",
    requisites: &[Requisite::Organisation, Requisite::Day, Requisite::Number, Requisite::Addressee],
    fields: &[
        ADDRESSED,
        CONTACTS,
        NUMBERED,
        FULL_NAME,
        &[
            need("audience", "Кому: partner, guardian, graduate", Text, Typed),
            may("partner", "Организация-партнёр", Text, Typed),
            need("addressee", "Кому", Person, Typed),
            need("title", "Название", Text, Typed),
            need("held_on", "День проведения", Day, Typed),
            need("starts_at", "Время начала", Text, Typed),
            need("place", "Место", Text, Typed),
            need("agenda", "Программа или повестка", Rows, Typed),
            need("agenda[].time", "Время", Text, Typed),
            need("agenda[].item", "Содержание", Text, Typed),
            need("reply_by", "Срок ответа", Day, Typed),
            need("contact", "К кому обращаться", Person, OfPerson),
            may("contact.phone", "Телефон для ответа", Text, OfPerson),
        ],
    ],
};

/// The notice to guardians.
pub(super) const GUARDIAN_NOTICE: PaperSpec = PaperSpec {
    number: "",
    title: "Уведомление родителей о программе",
    purpose: "Рассказывает родителям о программе и нужных согласиях.",
    phase: Phase::Launch,
    signatures: &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Guardian)],
    when: "сентябрь, до сбора согласий",
    requisites: &[Requisite::Organisation, Requisite::Day, Requisite::Number, Requisite::Heading],
    fields: &[
        ADDRESSED,
        NUMBERED,
        YEAR,
        CURATOR,
        FULL_NAME,
        &[
            need("least_age", "Наименьший возраст наставляемого", Number, Typed),
            need("frequency", "Как часто проходят встречи", Text, Pair),
            need("return_by", "Срок возврата", Day, Typed),
            may("curator.phone", "Телефон куратора", Text, OfPerson),
            need("families", "Семьи", Rows, Typed),
            need("families[].child", "Обучающийся", Person, Typed),
            need("families[].guardian", "Законный представитель", Person, Typed),
        ],
    ],
};

/// The register of potential mentors.
pub(super) const POTENTIAL_MENTORS_REGISTER: PaperSpec = PaperSpec {
    number: "",
    title: "Реестр потенциальных наставников",
    purpose: "Перечисляет тех, кто после встречи готов стать наставником.",
    phase: Phase::Pools,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "после встречи, собрания или педсовета",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("day", "Дата документа", Day, Order),
            need("source", "Откуда наставники, в родительном падеже", Text, Typed),
            need("candidates", "Кандидаты", Rows, Typed),
            need("candidates[].person", "Кто", Person, Typed),
            may("candidates[].strengths", "Компетенции, достижения", Text, Typed),
            may("candidates[].form", "Форма", Text, Typed),
            may("candidates[].asked_on", "Дата анкеты", Day, Typed),
            may("candidates[].consented_on", "Дата согласия", Day, Typed),
            need("gathering_basis", "Документ встречи", Text, Typed),
        ],
    ],
};

/// The plan of publications.
pub(super) const CONTENT_PLAN: PaperSpec = PaperSpec {
    number: "",
    title: "Контент-план рубрик",
    purpose: "Назначает темы, дни и ответственных за публикации.",
    phase: Phase::Publicity,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "сентябрь",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("period", "Период", Text, Typed),
            need("sections", "Рубрики", Rows, Typed),
            need("sections[].name", "Название", Text, Typed),
            need("sections[].address", "Адрес", Text, Typed),
            need("publications", "Публикации", Rows, Typed),
            need("publications[].published_on", "Дата публикации", Day, Typed),
            need("publications[].section", "Рубрика", Text, Typed),
            need("publications[].topic", "Тема", Text, Typed),
            may("publications[].attachment", "Что прилагается", Text, Typed),
            need("publications[].responsible", "Ответственный", Text, Typed),
            may("publications[].consents", "Согласия", Text, Typed),
        ],
    ],
};
