//! Data, signatures and requisites that many kinds of paper share.
//! Deliberately absent: what one kind alone wants, which stands with the kind.

use super::FieldKind::{self, Day, People, Person, Rows, Text, Texts};
use super::FieldSource::{self, Card, Consent, Order, Pair, Person as OfPerson, Typed};
use super::{PaperField, PaperSigner, Requisite, Signature};

/// A datum without which there is no paper.
pub(super) const fn need(
    path: &'static str,
    label: &'static str,
    kind: FieldKind,
    source: FieldSource,
) -> PaperField {
    PaperField::needed(path, label, kind, source)
}

/// A datum that may be lacking: the text goes without it, or leaves a line to fill by hand.
pub(super) const fn may(
    path: &'static str,
    label: &'static str,
    kind: FieldKind,
    source: FieldSource,
) -> PaperField {
    PaperField::optional(path, label, kind, source)
}

/// What the head of an order carries.
pub(super) const HEADED: &[Requisite] = &[
    Requisite::Organisation,
    Requisite::Day,
    Requisite::Number,
    Requisite::Settlement,
    Requisite::Heading,
];

/// Who signs an order.
pub(super) const HEAD_AND_ACQUAINTED: &[Signature] =
    &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Acquainted)];

/// The organisation as the head of an order names it.
pub(super) const ORGANISATION: &[PaperField] = &[
    need("organisation.full_name", "Полное наименование организации", Text, Card),
    need("organisation.name", "Краткое наименование организации", Text, Card),
    need("organisation.settlement", "Населённый пункт", Text, Card),
    need("organisation.head_position", "Должность руководителя", Text, Card),
    need("organisation.head", "Руководитель", Person, Card),
];

/// The head to whom an application is written.
pub(super) const ADDRESSED: &[PaperField] = &[
    need("organisation.name", "Краткое наименование организации", Text, Card),
    need("organisation.head_position", "Должность руководителя", Text, Card),
    need("organisation.head", "Руководитель", Person, Card),
];

/// The organisation where the head is not named.
pub(super) const NAMED: &[PaperField] = &[
    need("organisation.full_name", "Полное наименование организации", Text, Card),
    need("organisation.name", "Краткое наименование организации", Text, Card),
];

/// Address and numbers of the organisation.
pub(super) const REQUISITES: &[PaperField] = &[
    need("organisation.address", "Адрес по ЕГРЮЛ", Text, Card),
    need("organisation.taxpayer_number", "ИНН", Text, Card),
    need("organisation.registration_number", "ОГРН", Text, Card),
];

/// How to reach the organisation.
pub(super) const CONTACTS: &[PaperField] = &[
    need("organisation.address", "Адрес по ЕГРЮЛ", Text, Card),
    need("organisation.phone", "Телефон организации", Text, Card),
    need("organisation.email", "Электронная почта организации", Text, Card),
];

/// Day and number.
pub(super) const NUMBERED: &[PaperField] =
    &[need("day", "Дата документа", Day, Order), may("number", "Номер", Text, Order)];

/// The first and the last day.
pub(super) const TERM: &[PaperField] =
    &[need("starts_on", "Начало срока", Day, Pair), need("ends_on", "Окончание срока", Day, Pair)];

/// The school year.
pub(super) const YEAR: &[PaperField] = &[need("school_year", "Учебный год", Text, Typed)];

/// Whose mentoring it is.
pub(super) const MODEL: &[PaperField] =
    &[need("model", "Модель: students – обучающиеся, teachers – педагоги", Text, Typed)];

/// Acts that it stands on.
pub(super) const BASIS: &[PaperField] =
    &[may("basis", "Акты и решения, на которых основан документ", Texts, Typed)];

/// Who signs that they know it.
pub(super) const ACQUAINTED: &[PaperField] =
    &[need("acquainted", "Кто ознакомлен под подпись", People, OfPerson)];

/// The curator.
pub(super) const CURATOR: &[PaperField] = &[need("curator", "Куратор", Person, OfPerson)];

/// The order on pairs.
pub(super) const PAIRS_BASIS: &[PaperField] =
    &[need("pairs_basis", "Приказ о закреплении пар (групп)", Text, Order)];

/// Who puts it on the site, and where.
pub(super) const SITE: &[PaperField] = &[
    need("organisation.site", "Адрес официального сайта", Text, Card),
    need("site_admin", "Кто размещает на сайте", Person, OfPerson),
];

/// Who keeps the papers of the staff.
pub(super) const STAFF_OFFICER: &[PaperField] =
    &[need("staff_officer", "Кто ведёт кадровые документы", Person, OfPerson)];

/// Who pays.
pub(super) const ACCOUNTANT: &[PaperField] = &[need("accountant", "Бухгалтер", Person, OfPerson)];

/// A guardian with address and document.
pub(super) const GUARDIAN: &[PaperField] = &[
    need("guardian", "Законный представитель (если моложе 18 лет)", Person, OfPerson),
    need("guardian_ground", "Кем приходится: мать, отец, опекун, попечитель", Text, Consent),
    may("guardian.address", "Адрес представителя", Text, OfPerson),
    may(
        "guardian.identity_document",
        "Документ, удостоверяющий личность представителя",
        Text,
        OfPerson,
    ),
];

/// To whom data are given.
pub(super) const RECIPIENTS: &[PaperField] = &[
    may("recipients", "Кому предоставляются данные", Rows, Typed),
    may("recipients[].name", "Название", Text, Typed),
    may("recipients[].address", "Адрес", Text, Typed),
    may("recipients[].purpose", "Цель", Text, Typed),
];

/// The organisation by its full name alone.
pub(super) const FULL_NAME: &[PaperField] =
    &[need("organisation.full_name", "Полное наименование организации", Text, Card)];

/// One mentor and one mentee.
pub(super) const MENTOR_AND_MENTEE: &[PaperField] =
    &[need("mentor", "Наставник", Person, Pair), need("mentee", "Наставляемый", Person, Pair)];

/// One mentor and those mentored.
pub(super) const MENTOR_AND_MENTEES: &[PaperField] =
    &[need("mentor", "Наставник", Person, Pair), need("mentees", "Наставляемые", People, Pair)];

/// The representative of somebody who may be a minor.
pub(super) const GUARDIAN_OF_MINOR: &[PaperField] = &[
    may("guardian", "Законный представитель (если моложе 18 лет)", Person, OfPerson),
    may("guardian_ground", "Кем приходится: мать, отец, опекун, попечитель", Text, Consent),
];

/// The contract of employment.
pub(super) const CONTRACT: &[PaperField] = &[
    need("contract_day", "Дата трудового договора", Day, Typed),
    need("contract_number", "Номер трудового договора", Text, Typed),
];

/// Who processes data for the organisation.
pub(super) const PROCESSOR: &[PaperField] = &[
    may("processor.name", "Кто обрабатывает по поручению", Text, Typed),
    may("processor.address", "Адрес того, кто обрабатывает по поручению", Text, Typed),
];

/// Who sees that an order is carried out.
pub(super) const CONTROLLER: &[PaperField] =
    &[need("controller", "Кто контролирует исполнение", Person, OfPerson)];
