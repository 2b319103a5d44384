//! Papers of the end: completion, the final gathering, thanks, destruction of data.
//!
//! Deliberately absent: the texts (`documents/templates`), and results themselves.

use super::FieldKind::{Day, Number, People, Person, Rows, Text, Texts};
use super::FieldSource::{Card, Order, Pair, Person as OfPerson, Typed};
use super::common::{
    ACCOUNTANT, ACQUAINTED, ADDRESSED, CONTACTS, CURATOR, FULL_NAME, HEAD_AND_ACQUAINTED, HEADED,
    MODEL, NUMBERED, ORGANISATION, PAIRS_BASIS, PROCESSOR, REQUISITES, SITE, STAFF_OFFICER, TERM,
    YEAR, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// The order that completes programmes (D26).
pub(super) const COMPLETION_ORDER: PaperSpec = PaperSpec {
    number: "D26",
    title: "Приказ о завершении программ",
    purpose: "Завершает программы года и назначает сроки итогов.",
    phase: Phase::Completion,
    signatures: HEAD_AND_ACQUAINTED,
    when: "в день окончания программ",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        ACQUAINTED,
        CURATOR,
        PAIRS_BASIS,
        ACCOUNTANT,
        &[
            need("ends_on", "Окончание срока", Day, Pair),
            need("second_stage_by", "Срок второго этапа мониторинга", Day, Typed),
            need("pools_by", "Срок формирования баз", Day, Typed),
            need("report_by", "Срок отчёта", Day, Typed),
            need("encouragement_by", "Срок предложений о поощрении", Day, Typed),
            need("programmes", "Программы", Rows, Pair),
            need("programmes[].mentor", "Наставник", Person, Pair),
            need("programmes[].mentees", "Наставляемые", People, Pair),
            need("programmes[].starts_on", "С какого дня", Day, Pair),
            need("programmes[].ends_on", "По какой день", Day, Pair),
            need("programmes[].result", "Результат", Text, Pair),
        ],
    ],
};

/// The order on the final gathering (D27).
pub(super) const FINAL_GATHERING_ORDER: PaperSpec = PaperSpec {
    number: "D27",
    title: "Приказ об итоговом мероприятии",
    purpose: "Назначает день, программу, жюри и критерии итогового мероприятия.",
    phase: Phase::Completion,
    signatures: HEAD_AND_ACQUAINTED,
    when: "за две–три недели до мероприятия",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        MODEL,
        ACQUAINTED,
        CURATOR,
        SITE,
        &[
            need("roadmap_basis", "Приказ об утверждении дорожной карты", Text, Order),
            need("held_on", "День проведения", Day, Typed),
            need("starts_at", "Время начала", Text, Typed),
            need("title", "Название", Text, Typed),
            need("form", "Форма", Text, Pair),
            need("place", "Место", Text, Typed),
            need("jury", "Жюри, первый – председатель", People, OfPerson),
            need("inform_by", "Срок извещения", Day, Typed),
            need("share", "Доля, процентов", Number, Typed),
            need("results_by", "Срок представления итогов", Day, Typed),
            need(
                "supplies",
                "Ответственный за материально-техническое обеспечение",
                Person,
                OfPerson,
            ),
            need("agenda", "Программа или повестка", Rows, Typed),
            need("agenda[].time", "Время", Text, Typed),
            need("agenda[].item", "Содержание", Text, Typed),
            need("agenda[].responsible", "Ответственный", Text, Typed),
            need("criteria", "Критерии", Rows, Typed),
            need("criteria[].name", "Название", Text, Typed),
            need("criteria[].meaning", "Что оценивается", Text, Typed),
        ],
    ],
};

/// The order on encouragement (D28).
pub(super) const ENCOURAGEMENT_ORDER: PaperSpec = PaperSpec {
    number: "D28",
    title: "Приказ о поощрении",
    purpose: "Поощряет участников по итогам года.",
    phase: Phase::Completion,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после подведения итогов",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        ACQUAINTED,
        CURATOR,
        STAFF_OFFICER,
        ACCOUNTANT,
        &[
            need("basis_text", "Основание поощрения", Text, Typed),
            may("bonus_basis", "Основание премирования", Text, Typed),
            need("handed_on", "День вручения", Day, Typed),
            need("encouraged", "Кто поощряется", Rows, Typed),
            need("encouraged[].person", "Кто", Person, Typed),
            need("encouraged[].kind", "Вид", Text, Typed),
            need("encouraged[].merit", "За что", Text, Typed),
        ],
    ],
};

/// A letter of thanks (D29).
pub(super) const LETTER_OF_THANKS: PaperSpec = PaperSpec {
    number: "D29",
    title: "Благодарственное письмо",
    purpose: "Благодарит партнёра или наставника.",
    phase: Phase::Completion,
    signatures: &[Signature::wet(PaperSigner::Head)],
    when: "после приказа о поощрении",
    requisites: &[Requisite::Organisation, Requisite::Day, Requisite::Number, Requisite::Addressee],
    fields: &[
        ADDRESSED,
        CONTACTS,
        NUMBERED,
        FULL_NAME,
        &[
            may("partner", "Организация-партнёр", Text, Typed),
            need("addressee", "Кому", Person, Typed),
            need("merit", "За что", Text, Typed),
            need("period", "Период", Text, Typed),
            need("outcome", "Что получилось", Text, Typed),
        ],
    ],
};

/// A certificate (D29).
pub(super) const CERTIFICATE: PaperSpec = PaperSpec {
    number: "D29",
    title: "Сертификат участника",
    purpose: "Подтверждает участие в программе.",
    phase: Phase::Completion,
    signatures: &[Signature::wet(PaperSigner::Head)],
    when: "по завершении программы",
    requisites: &[
        Requisite::Organisation,
        Requisite::Number,
        Requisite::Day,
        Requisite::Settlement,
    ],
    fields: &[
        NUMBERED,
        TERM,
        FULL_NAME,
        &[
            need("organisation.settlement", "Населённый пункт", Text, Card),
            need("organisation.head_position", "Должность руководителя", Text, Card),
            need("organisation.head", "Руководитель", Person, Card),
            need("person", "О ком документ", Person, OfPerson),
            need("programme", "Программа", Text, Typed),
            need("role", "Роль в программе", Text, Typed),
            may("hours", "Часы", Number, Typed),
        ],
    ],
};

/// The act of destruction of personal data (D33).
pub(super) const DESTRUCTION_ACT: PaperSpec = PaperSpec {
    number: "D33",
    title: "Акт об уничтожении персональных данных",
    purpose: "Подтверждает, что данные уничтожены: чьи, какие, как и почему.",
    phase: Phase::Monitoring,
    signatures: &[Signature::wet(PaperSigner::Commission), Signature::wet(PaperSigner::Head)],
    when: "в день уничтожения, хранится три года",
    requisites: &[
        Requisite::Approval,
        Requisite::Number,
        Requisite::Day,
        Requisite::Settlement,
        Requisite::Heading,
    ],
    fields: &[
        ORGANISATION,
        REQUISITES,
        NUMBERED,
        PROCESSOR,
        &[
            need("commission_basis", "Приказ о составе комиссии", Text, Order),
            need("commission", "Комиссия, первый – председатель", People, OfPerson),
            need("destroyed_on", "День уничтожения", Day, Typed),
            need("destroyed", "Что уничтожено", Rows, Typed),
            need("destroyed[].subject", "О чём, о ком", Text, Typed),
            need("destroyed[].categories", "Категории данных", Text, Typed),
            need("destroyed[].carrier", "Система, носитель", Text, Typed),
            need("destroyed[].method", "Способ", Text, Typed),
            need("destroyed[].reason", "Причина", Text, Typed),
        ],
    ],
};

/// The extract of the journal beside the act (D33).
pub(super) const JOURNAL_EXTRACT: PaperSpec = PaperSpec {
    number: "D33",
    title: "Выгрузка из журнала событий",
    purpose: "Прилагается к акту об уничтожении данных.",
    phase: Phase::Monitoring,
    signatures: &[Signature::wet(PaperSigner::Subject)],
    when: "в день уничтожения, хранится три года",
    requisites: &[Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("organisation.address", "Адрес по ЕГРЮЛ", Text, Card),
            need("act_day", "Дата акта", Day, Order),
            may("act_number", "Номер акта", Text, Order),
            need("day", "Дата документа", Day, Order),
            need("system", "Информационная система", Text, Typed),
            need("from_on", "Начало периода", Day, Typed),
            need("to_on", "Конец периода", Day, Typed),
            need("events", "Записи журнала", Rows, Typed),
            need("events[].subject", "О чём, о ком", Text, Typed),
            need("events[].categories", "Категории данных", Text, Typed),
            need("events[].system", "Информационная система", Text, Typed),
            need("events[].reason", "Причина", Text, Typed),
            need("events[].destroyed_on", "Дата", Day, Typed),
        ],
    ],
};

/// The order on the commission of destruction (D33).
pub(super) const DESTRUCTION_COMMISSION_ORDER: PaperSpec = PaperSpec {
    number: "D33",
    title: "Приказ о комиссии по уничтожению персональных данных",
    purpose: "Создаёт комиссию, которая уничтожает данные и составляет акт.",
    phase: Phase::Monitoring,
    signatures: HEAD_AND_ACQUAINTED,
    when: "до уничтожения данных",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        &[
            need("commission", "Комиссия, первый – председатель", People, OfPerson),
            need("destroyed_by", "Срок уничтожения", Day, Typed),
        ],
    ],
};

/// The attendance sheet.
pub(super) const ATTENDANCE_SHEET: PaperSpec = PaperSpec {
    number: "",
    title: "Лист регистрации участников",
    purpose: "Собирает подписи участников мероприятия.",
    phase: Phase::Gathering,
    signatures: &[Signature::wet(PaperSigner::Acquainted)],
    when: "в день мероприятия",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        FULL_NAME,
        &[
            need("title", "Название", Text, Typed),
            need("held_on", "День проведения", Day, Typed),
            need("place", "Место", Text, Typed),
            may("people", "Люди", People, OfPerson),
            may("blank_rows", "Номера пустых строк", Texts, Typed),
            need("n_invited", "Приглашено", Number, Typed),
        ],
    ],
};
