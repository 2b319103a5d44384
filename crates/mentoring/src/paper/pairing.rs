//! Papers of mentors and pairs: who is appointed, paired, changed, trained.
//!
//! Deliberately absent: the texts (`documents/templates`), and matching, and what an order puts in force (`order`).

use super::FieldKind::{Day, Flag, LongText, Number, People, Person, Rows, Text};
use super::FieldSource::{Card, Consent, Order, Pair, Person as OfPerson, Typed};
use super::common::{
    ACCOUNTANT, ACQUAINTED, ADDRESSED, CONTROLLER, CURATOR, GUARDIAN_OF_MINOR, HEAD_AND_ACQUAINTED,
    HEADED, MENTOR_AND_MENTEE, MODEL, NAMED, NUMBERED, ORGANISATION, PAIRS_BASIS, STAFF_OFFICER,
    TERM, YEAR, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// The order that appoints mentors (D5).
pub(super) const MENTORS_ORDER: PaperSpec = PaperSpec {
    number: "D5",
    title: "Приказ о назначении наставников",
    purpose: "Утверждает список наставников на учебный год.",
    phase: Phase::Training,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после отбора, обучения и согласий наставников",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        MODEL,
        CURATOR,
        STAFF_OFFICER,
        &[
            need("regulation_basis", "Приказ об утверждении положения", Text, Order),
            need("selection_basis", "Документ об итогах отбора", Text, Typed),
            need("pairs_by", "Срок предложений о парах (группах)", Day, Typed),
            need("mentors", "Наставники", Rows, Typed),
            need("mentors[].mentor", "Наставник", Person, Typed),
            need("mentors[].form", "Форма", Text, Typed),
            need("mentors[].consented_on", "Дата согласия", Day, Typed),
            need("mentors[].starts_on", "С какого дня", Day, Typed),
            need("mentors[].ends_on", "По какой день", Day, Typed),
        ],
    ],
};

/// The order on pairs and groups (D6).
pub(super) const PAIRS_ORDER: PaperSpec = PaperSpec {
    number: "D6",
    title: "Приказ о закреплении наставнических пар (групп)",
    purpose: "Закрепляет наставников за наставляемыми на срок программы.",
    phase: Phase::Pairing,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после подбора, согласий и дополнительных соглашений, обычно в октябре",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        MODEL,
        ACQUAINTED,
        CURATOR,
        &[
            need("regulation_basis", "Приказ об утверждении положения", Text, Order),
            need("first_meeting_by", "Срок встречи-знакомства", Day, Typed),
            need("programmes_by", "Срок разработки программ (планов)", Day, Typed),
            need("approval_by", "Срок представления на утверждение", Day, Typed),
            may("accountant", "Бухгалтер", Person, OfPerson),
            may("paid", "Кому производится выплата", Rows, Typed),
            may("paid[].mentor", "Наставник", Person, Typed),
            may("paid[].addendum_day", "Дата соглашения", Day, Typed),
            may("paid[].addendum_number", "Номер соглашения", Text, Typed),
        ],
        CONTROLLER,
        &[
            may("adult_pairs", "Пары и группы взрослых", Rows, Pair),
            may("adult_pairs[].mentor", "Наставник", Person, Pair),
            may("adult_pairs[].mentees", "Наставляемые", People, Pair),
            may("adult_pairs[].form", "Форма", Text, Pair),
            may("adult_pairs[].kind", "Вид", Text, Pair),
            may("adult_pairs[].role_model", "Ролевая модель", Text, Pair),
            may("adult_pairs[].starts_on", "С какого дня", Day, Pair),
            may("adult_pairs[].ends_on", "По какой день", Day, Pair),
            may("adult_pairs[].mode", "Режим", Text, Pair),
            may("minor_pairs", "Пары и группы с несовершеннолетними", Rows, Pair),
            may("minor_pairs[].mentor", "Наставник", Person, Pair),
            may("minor_pairs[].mentees", "Наставляемые", People, Pair),
            may("minor_pairs[].form", "Форма", Text, Pair),
            may("minor_pairs[].kind", "Вид", Text, Pair),
            may("minor_pairs[].role_model", "Ролевая модель", Text, Pair),
            may("minor_pairs[].starts_on", "С какого дня", Day, Pair),
            may("minor_pairs[].ends_on", "По какой день", Day, Pair),
            may("minor_pairs[].mode", "Режим", Text, Pair),
        ],
    ],
};

/// The agreement of mentor and mentee (D14).
pub(super) const PAIR_AGREEMENT: PaperSpec = PaperSpec {
    number: "D14",
    title: "Соглашение наставника и наставляемого",
    purpose: "Записывает цель, встречи, правила безопасности и порядок прекращения.",
    phase: Phase::Pairing,
    signatures: &[
        Signature::simple(PaperSigner::Mentor),
        Signature::simple(PaperSigner::Mentee),
        Signature::wet(PaperSigner::Guardian),
    ],
    when: "при создании пары",
    requisites: &[Requisite::Heading, Requisite::Day, Requisite::Settlement],
    fields: &[
        TERM,
        CURATOR,
        &[
            need("organisation.name", "Краткое наименование организации", Text, Card),
            need("organisation.settlement", "Населённый пункт", Text, Card),
            need("day", "Дата документа", Day, Order),
            need("mentor", "Наставник", Person, Pair),
            may("mentor_guardian", "Представитель наставника моложе 18 лет", Person, OfPerson),
            may("mentor_guardian_ground", "Кем он приходится наставнику", Text, Consent),
            need("mentee", "Наставляемый", Person, Pair),
            may("mentee_is_minor", "Наставляемый моложе 18 лет", Flag, Typed),
        ],
        GUARDIAN_OF_MINOR,
        &[
            need("goal", "Цель", LongText, Pair),
            need("form", "Форма", Text, Pair),
            need("frequency", "Как часто проходят встречи", Text, Pair),
            need("duration", "Продолжительность встречи", Text, Typed),
            need("place", "Место", Text, Typed),
            may("curator.phone", "Телефон куратора", Text, OfPerson),
        ],
    ],
};

/// The order that changes a mentor (D25).
pub(super) const CHANGE_ORDER: PaperSpec = PaperSpec {
    number: "D25",
    title: "Приказ о замене наставника",
    purpose: "Передаёт наставляемого другому наставнику с названного дня.",
    phase: Phase::Care,
    signatures: HEAD_AND_ACQUAINTED,
    when: "по заявлению или решению куратора",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        CURATOR,
        PAIRS_BASIS,
        STAFF_OFFICER,
        ACCOUNTANT,
        &[
            need("reason", "Причина", Text, Typed),
            need("request_basis", "Заявление или ходатайство", Text, Typed),
            need("changed_on", "С какого дня", Day, Typed),
            need("old_mentor", "Прежний наставник", Person, OfPerson),
            need("new_mentor", "Новый наставник", Person, OfPerson),
            need("mentee", "Наставляемый", Person, Pair),
            need("consented_on", "Дата письменного согласия", Day, Consent),
            need("ends_on", "Окончание срока", Day, Pair),
            need("programme_by", "Срок уточнения программы", Day, Typed),
            may("addendum_basis", "Дополнительное соглашение, если оно заключено", Text, Typed),
        ],
    ],
};

/// The order that extends a programme (D25).
pub(super) const EXTENSION_ORDER: PaperSpec = PaperSpec {
    number: "D25",
    title: "Приказ о продлении программы",
    purpose: "Продлевает срок программы по обоюдному согласию.",
    phase: Phase::Care,
    signatures: HEAD_AND_ACQUAINTED,
    when: "до окончания срока программы",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        CURATOR,
        PAIRS_BASIS,
        STAFF_OFFICER,
        &[need("request_basis", "Заявление или ходатайство", Text, Typed)],
        MENTOR_AND_MENTEE,
        &[
            need("ended_on", "Прежнее окончание срока", Day, Typed),
            need("ends_on", "Окончание срока", Day, Pair),
            need("months", "Срок, месяцев", Number, Typed),
            need("programme_by", "Срок уточнения программы", Day, Typed),
            may("addendum_basis", "Дополнительное соглашение, если оно заключено", Text, Typed),
        ],
    ],
};

/// The order that ends a programme early (D25).
pub(super) const EARLY_ENDING_ORDER: PaperSpec = PaperSpec {
    number: "D25",
    title: "Приказ о досрочном завершении программы",
    purpose: "Прекращает работу пары раньше срока и выплату за неё.",
    phase: Phase::Care,
    signatures: HEAD_AND_ACQUAINTED,
    when: "по заявлению, отказу или решению куратора",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        CURATOR,
        PAIRS_BASIS,
        STAFF_OFFICER,
        ACCOUNTANT,
        &[
            need("reason", "Причина", Text, Typed),
            need("request_basis", "Заявление или ходатайство", Text, Typed),
            need("ends_on", "Окончание срока", Day, Pair),
        ],
        MENTOR_AND_MENTEE,
        &[
            need("results_by", "Срок представления итогов", Day, Typed),
            may("addendum_basis", "Дополнительное соглашение, если оно заключено", Text, Typed),
            may("search_continues", "Подбор наставника продолжается", Flag, Typed),
        ],
    ],
};

/// The order that approves plans or programmes (D16).
pub(super) const PLANS_ORDER: PaperSpec = PaperSpec {
    number: "D16",
    title: "Приказ об утверждении планов или программ",
    purpose: "Утверждает индивидуальные планы или персонализированные программы пар.",
    phase: Phase::Programme,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после их разработки, обычно в ноябре",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        CURATOR,
        PAIRS_BASIS,
        &[
            need("subject", "Что утверждается: plans – планы, programmes – программы", Text, Typed),
            need("hand_by", "Срок передачи участникам", Day, Typed),
            need("interim_by", "Срок промежуточных итогов", Day, Typed),
            need("final_by", "Срок окончательных итогов", Day, Typed),
            need("plans", "Планы или программы", Rows, Pair),
            need("plans[].mentor", "Наставник", Person, Pair),
            need("plans[].mentees", "Наставляемые", People, Pair),
            need("plans[].title", "Название", Text, Pair),
            need("plans[].starts_on", "С какого дня", Day, Pair),
            need("plans[].ends_on", "По какой день", Day, Pair),
        ],
    ],
};

/// The order on the training of mentors.
pub(super) const TRAINING_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ об обучении наставников",
    purpose: "Утверждает план обучения и состав групп.",
    phase: Phase::Training,
    signatures: HEAD_AND_ACQUAINTED,
    when: "сентябрь – октябрь, до работы пар",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        TERM,
        YEAR,
        ACQUAINTED,
        &[
            need("roadmap_basis", "Приказ об утверждении дорожной карты", Text, Order),
            need("hours", "Часы", Number, Typed),
            need("responsible", "Ответственный", Person, OfPerson),
            need("experts", "Приглашённые специалисты", People, Typed),
            need("report_by", "Срок отчёта", Day, Typed),
        ],
        CONTROLLER,
        &[
            need("sessions", "Занятия", Rows, Typed),
            need("sessions[].topic", "Тема", Text, Typed),
            need("sessions[].form", "Форма", Text, Typed),
            need("sessions[].hours", "Часы", Number, Typed),
            need("sessions[].held_on", "Дата", Day, Typed),
            need("sessions[].leader", "Кто проводит", Text, Typed),
            need("trained", "Кто обучается", Rows, Typed),
            need("trained[].person", "Кто", Person, Typed),
            need("trained[].group", "Группа", Text, Typed),
        ],
    ],
};

/// A request that an order on a change stands on (D25).
pub(super) const CHANGE_REQUEST: PaperSpec = PaperSpec {
    number: "D25",
    title: "Заявление о замене наставника, продлении или завершении",
    purpose: "Просьба участника, на которой основан приказ об изменении пары.",
    phase: Phase::Care,
    signatures: &[Signature::wet(PaperSigner::Subject), Signature::wet(PaperSigner::Curator)],
    when: "до приказа",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        PAIRS_BASIS,
        &[
            need("applicant", "Заявитель", Person, Typed),
            need(
                "subject",
                "О чём: replacement – замена, extension – продление, early_ending – завершение",
                Text,
                Typed,
            ),
            may("mentor", "Наставник", Person, Pair),
            need("changed_on", "С какого дня", Day, Typed),
            may("reason", "Причина", Text, Typed),
            may("second", "Второй участник, если заявление общее", Person, Typed),
        ],
    ],
};

/// The protocol of selection.
pub(super) const SELECTION_PROTOCOL: PaperSpec = PaperSpec {
    number: "",
    title: "Протокол собеседования с кандидатами в наставники",
    purpose: "Записывает оценки и решения отбора.",
    phase: Phase::Training,
    signatures: &[Signature::wet(PaperSigner::Commission)],
    when: "до приказа о назначении наставников",
    requisites: &[
        Requisite::Organisation,
        Requisite::Day,
        Requisite::Number,
        Requisite::Settlement,
        Requisite::Heading,
    ],
    fields: &[
        NAMED,
        NUMBERED,
        &[
            need("organisation.settlement", "Населённый пункт", Text, Card),
            need("interviewers", "Кто провёл собеседование", People, Typed),
            need("candidates", "Кандидаты", Rows, Typed),
            need("candidates[].person", "Кто", Person, Typed),
            need("candidates[].points", "Сумма баллов", Number, Typed),
            need("candidates[].decision", "Решение", Text, Typed),
        ],
    ],
};
