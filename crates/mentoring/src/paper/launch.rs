//! Papers of the launch: orders, regulations, the protocol, sheets and titles.
//!
//! Deliberately absent: the texts (`documents/templates`), and what an order puts in force (`order`).

use super::FieldKind::{Day, Flag, LongText, Number, People, Person, Rows, Text, Texts};
use super::FieldSource::{Card, Order, Pair, Person as OfPerson, Typed};
use super::common::{
    ACQUAINTED, BASIS, CONTROLLER, CURATOR, HEAD_AND_ACQUAINTED, HEADED, MODEL, NAMED, NUMBERED,
    ORGANISATION, SITE, TERM, YEAR, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// The order that introduces the system (D1).
pub(super) const INTRODUCTION_ORDER: PaperSpec = PaperSpec {
    number: "D1",
    title: "Приказ о внедрении системы наставничества",
    purpose: "Запускает систему наставничества в организации и назначает ответственных.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "август – сентябрь, до начала работы",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        TERM,
        YEAR,
        MODEL,
        BASIS,
        ACQUAINTED,
        SITE,
        &[
            may("other_appendices", "Что ещё утверждается приложениями", Texts, Typed),
            may("roadmap_apart", "Дорожная карта утверждается отдельным приказом", Flag, Typed),
            may("curator", "Куратор", Person, OfPerson),
            need(
                "supplies",
                "Ответственный за материально-техническое обеспечение",
                Person,
                OfPerson,
            ),
            need("pools_by", "Срок формирования баз", Day, Typed),
            need("pairs_by", "Срок предложений о парах (группах)", Day, Typed),
            need("report_by", "Срок отчёта", Day, Typed),
            need("first_stage_by", "Срок первого этапа мониторинга", Day, Typed),
            need("second_stage_by", "Срок второго этапа мониторинга", Day, Typed),
            need("publish_by", "Срок размещения на сайте", Day, Typed),
            need("results", "Результаты", Texts, Typed),
            may("controller", "Кто контролирует исполнение", Person, OfPerson),
        ],
    ],
};

/// The regulation on mentoring of teachers (D2).
pub(super) const TEACHERS_REGULATION: PaperSpec = PaperSpec {
    number: "D2",
    title: "Положение о системе наставничества педагогических работников",
    purpose: "Устанавливает, как устроено наставничество педагогов: роли, права, пары, выплаты, завершение.",
    phase: Phase::Launch,
    signatures: &[Signature::wet(PaperSigner::Head)],
    when: "август – сентябрь, вместе с приказом о внедрении",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        NAMED,
        BASIS,
        &[
            need("organisation.site", "Адрес официального сайта", Text, Card),
            need("day", "Дата документа", Day, Order),
            need("approval_basis", "Приказ, которым утверждено", Text, Order),
            may("council_on", "Дата педагогического совета", Day, Typed),
            may("council_number", "Номер протокола педагогического совета", Text, Typed),
            may("union_head", "Председатель профсоюзной организации", Person, OfPerson),
            need("forms", "Формы наставничества", Texts, Typed),
            need("most_mentees", "Наставляемых у наставника, не более", Number, Typed),
        ],
    ],
};

/// The regulation on mentoring of students (D2).
pub(super) const STUDENTS_REGULATION: PaperSpec = PaperSpec {
    number: "D2",
    title: "Положение о наставничестве обучающихся",
    purpose: "Устанавливает, как устроено наставничество учеников: роли, безопасность, пары, мониторинг, поощрение.",
    phase: Phase::Launch,
    signatures: &[Signature::wet(PaperSigner::Head)],
    when: "август – сентябрь, вместе с приказом о внедрении",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        NAMED,
        BASIS,
        &[
            need("organisation.site", "Адрес официального сайта", Text, Card),
            need("day", "Дата документа", Day, Order),
            need("approval_basis", "Приказ, которым утверждено", Text, Order),
            may("council_on", "Дата педагогического совета", Day, Typed),
            may("council_number", "Номер протокола педагогического совета", Text, Typed),
            may("opinions", "Чьё мнение учтено", Texts, Typed),
            need("forms", "Формы наставничества", Texts, Typed),
            need("training_hours", "Часов обучения наставника", Number, Typed),
            need("least_age", "Наименьший возраст наставляемого", Number, Typed),
            need("least_mentor_age", "Наименьший возраст наставника", Number, Typed),
            need("least_months", "Наименьший срок, месяцев", Number, Typed),
            need("interim_month", "Месяц промежуточной анкеты", Text, Typed),
            need("final_month", "Месяц итоговой анкеты", Text, Typed),
        ],
    ],
};

/// The order that approves the roadmap (D3).
pub(super) const ROADMAP_ORDER: PaperSpec = PaperSpec {
    number: "D3",
    title: "Приказ об утверждении дорожной карты",
    purpose: "Вводит в действие дорожную карту учебного года.",
    phase: Phase::Roadmap,
    signatures: HEAD_AND_ACQUAINTED,
    when: "сентябрь каждого учебного года",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        MODEL,
        BASIS,
        ACQUAINTED,
        CURATOR,
        SITE,
        &[
            need("starts_on", "Начало срока", Day, Pair),
            need("inform_by", "Срок извещения", Day, Typed),
            need("next_by", "Срок проекта карты на следующий год", Day, Typed),
            need("publish_by", "Срок размещения на сайте", Day, Typed),
        ],
    ],
};

/// The order that appoints the curator (D4).
pub(super) const CURATOR_ORDER: PaperSpec = PaperSpec {
    number: "D4",
    title: "Приказ о назначении куратора",
    purpose: "Назначает куратора, перечисляет его обязанности и замещающего.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "август – сентябрь, после приказа о внедрении",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        TERM,
        YEAR,
        MODEL,
        BASIS,
        CURATOR,
        &[
            may("forms", "Формы наставничества", Texts, Typed),
            may("deputy", "Кто замещает", Person, OfPerson),
            may("pay_basis", "Основание выплаты", Text, Typed),
        ],
    ],
};

/// The protocol of a council.
pub(super) const COUNCIL_PROTOCOL: PaperSpec = PaperSpec {
    number: "",
    title: "Протокол педагогического совета",
    purpose: "Записывает доклады, решения и голоса.",
    phase: Phase::Launch,
    signatures: &[Signature::wet(PaperSigner::Council)],
    when: "в день заседания",
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
            need("body", "Коллегиальный орган", Text, Typed),
            need("chair", "Председатель", Person, OfPerson),
            need("secretary", "Секретарь", Person, OfPerson),
            need("n_present", "Присутствовало", Number, Typed),
            need("n_members", "Всего членов", Number, Typed),
            need("share", "Доля, процентов", Number, Typed),
            may("guests", "Приглашённые", Texts, Typed),
            need("agenda", "Программа или повестка", Rows, Typed),
            need("agenda[].question", "Вопрос повестки", Text, Typed),
            need("agenda[].speaker", "Докладчик", Person, Typed),
            need("agenda[].report", "О чём доложено", LongText, Typed),
            may("agenda[].discussion", "Кто и что сказал", LongText, Typed),
            need("agenda[].decisions", "Решения", Texts, Typed),
            need("agenda[].votes_for", "Голосов за", Number, Typed),
            need("agenda[].votes_against", "Голосов против", Number, Typed),
            need("agenda[].abstained", "Воздержались", Number, Typed),
        ],
    ],
};

/// The order on the association of mentors.
pub(super) const ASSOCIATION_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ о методическом объединении наставников",
    purpose: "Создаёт объединение наставников и назначает руководителя.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "сентябрь",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        ACQUAINTED,
        &[
            need("council_on", "Дата педагогического совета", Day, Typed),
            need("council_number", "Номер протокола педагогического совета", Text, Typed),
            need("starts_on", "Начало срока", Day, Pair),
            need("association_head", "Руководитель методического объединения", Person, OfPerson),
            need("members", "Члены", People, OfPerson),
            need("plan_by", "Срок плана работы", Day, Typed),
            need("report_by", "Срок отчёта", Day, Typed),
        ],
        CONTROLLER,
    ],
};

/// The order on the working group.
pub(super) const WORKING_GROUP_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ о рабочей группе",
    purpose: "Создаёт группу, которая готовит внедрение наставничества.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "весной, до учебного года",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        YEAR,
        MODEL,
        ACQUAINTED,
        &[
            need("group_head", "Руководитель рабочей группы", Person, OfPerson),
            need("members", "Члены", People, OfPerson),
            need("study_by", "Срок изучения актов и запросов", Day, Typed),
            need("drafts_by", "Срок проектов положения и карты", Day, Typed),
            need("forms_by", "Срок форм документов", Day, Typed),
            need("inform_by", "Срок извещения", Day, Typed),
            need("ends_on", "Окончание срока", Day, Pair),
        ],
    ],
};

/// The order on the contact for the centre.
pub(super) const CENTRE_CONTACT_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ об ответственном за связь с наставническим центром",
    purpose: "Назначает того, кто сдаёт сведения в муниципальный центр.",
    phase: Phase::Network,
    signatures: HEAD_AND_ACQUAINTED,
    when: "май – сентябрь",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        BASIS,
        ACQUAINTED,
        &[
            need("starts_on", "Начало срока", Day, Pair),
            need("responsible", "Ответственный", Person, OfPerson),
            need("centre", "Какой организацией создан центр", Text, Typed),
            need("monthly_day", "Число месяца, до которого сдаются сведения", Number, Typed),
            may("deputy", "Кто замещает", Person, OfPerson),
            need("copy_by", "Срок отправки копии", Day, Typed),
        ],
    ],
};

/// The acquaintance sheet.
pub(super) const ACQUAINTANCE_SHEET: PaperSpec = PaperSpec {
    number: "",
    title: "Лист ознакомления",
    purpose: "Собирает подписи тех, кто ознакомлен с документом.",
    phase: Phase::Launch,
    signatures: &[Signature::wet(PaperSigner::Acquainted)],
    when: "вместе с приказом или положением",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[
        NAMED,
        &[
            need("document", "С чем знакомят", Text, Typed),
            need("people", "Люди", People, OfPerson),
        ],
    ],
};

/// Titles of folders.
pub(super) const REGISTER_LABELS: PaperSpec = PaperSpec {
    number: "",
    title: "Титулы папок",
    purpose: "Титульные листы дел с индексом и сроком хранения.",
    phase: Phase::Launch,
    signatures: &[],
    when: "при заведении дела",
    requisites: &[Requisite::Organisation, Requisite::Heading],
    fields: &[&[
        need("organisation.name", "Краткое наименование организации", Text, Card),
        need("folders", "Папки", Rows, Typed),
        need("folders[].index", "Индекс дела", Text, Typed),
        need("folders[].title", "Название", Text, Typed),
        need("folders[].volume", "Том", Number, Typed),
        may("folders[].begun_on", "Начато", Day, Typed),
        need("folders[].keep", "Срок хранения", Text, Typed),
        need("folders[].responsible", "Ответственный", Person, Typed),
        may("folders[].ended_on", "Дата завершения", Day, Typed),
    ]],
};

/// The school programme.
pub(super) const SCHOOL_PROGRAMME: PaperSpec = PaperSpec {
    number: "",
    title: "Программа наставничества организации",
    purpose: "Описывает потребности, формы, этапы, показатели и риски на год.",
    phase: Phase::Launch,
    signatures: &[Signature::simple(PaperSigner::Curator)],
    when: "сентябрь – октябрь",
    requisites: &[Requisite::Approval, Requisite::Organisation, Requisite::Heading],
    fields: &[
        NAMED,
        YEAR,
        MODEL,
        &[
            need("approval_basis", "Приказ, которым утверждено", Text, Order),
            need("relevance", "Актуальность", LongText, Typed),
            need("needs", "Затруднения и запросы", Texts, Typed),
            need("goal", "Цель", LongText, Pair),
            need("objectives", "Задачи", Texts, Typed),
            need("results", "Результаты", Texts, Typed),
            need("forms", "Формы наставничества", Rows, Typed),
            need("forms[].form", "Форма", Text, Typed),
            need("forms[].role_model", "Ролевая модель", Text, Typed),
            need("forms[].mentees", "Наставляемые", Text, Typed),
            need("forms[].mentors", "Наставники", Text, Typed),
            need("forms[].n_pairs", "Пар и групп", Number, Typed),
            need("stages", "Этапы", Rows, Typed),
            need("stages[].name", "Название", Text, Typed),
            need("stages[].content", "Содержание", Text, Typed),
            need("stages[].deadline", "Срок", Text, Typed),
            need("stages[].responsible", "Ответственный", Text, Typed),
            need("stages[].result", "Результат", Text, Typed),
            need("staff", "Кадровые ресурсы", Texts, Typed),
            need(
                "supplies",
                "Ответственный за материально-техническое обеспечение",
                Texts,
                OfPerson,
            ),
            need("indicators", "Показатели", Rows, Typed),
            need("indicators[].name", "Название", Text, Typed),
            need("indicators[].before", "Исходное значение", Text, Typed),
            need("indicators[].target", "Планируемое значение", Text, Typed),
            need("indicators[].source", "Источник сведений", Text, Typed),
            need("risks", "Риски", Rows, Typed),
            need("risks[].risk", "Риск", Text, Typed),
            need("risks[].measure", "Мера", Text, Typed),
        ],
    ],
};

/// The order that amends another.
pub(super) const AMENDING_ORDER: PaperSpec = PaperSpec {
    number: "",
    title: "Приказ о внесении изменений",
    purpose: "Меняет пункты действующего приказа.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "когда меняются сроки или исполнители",
    requisites: HEADED,
    fields: &[
        ORGANISATION,
        NUMBERED,
        ACQUAINTED,
        &[
            may("organisation.site", "Адрес официального сайта", Text, Card),
            need("amended", "Изменяемый приказ", Text, Typed),
            may("reason", "Причина", Text, Typed),
            need("changes", "Изменения", Rows, Typed),
            need("changes[].place", "Что изменяется", Text, Typed),
            may("changes[].wording", "Новая редакция", Text, Typed),
            need("starts_on", "Начало срока", Day, Pair),
            need("informed_by", "Кто знакомит с приказом", Person, Typed),
            need("inform_by", "Срок извещения", Day, Typed),
        ],
    ],
};
