//! Consents and applications as papers: which data each wants, and who signs.
//!
//! Deliberately absent: the texts (`documents/templates`), and when a consent holds (`consent`).

use super::FieldKind::{Day, Flag, Number, Person, Text, Texts};
use super::FieldSource::{Card, Consent, Pair, Person as OfPerson, Typed};
use super::common::{
    ADDRESSED, FULL_NAME, GUARDIAN, GUARDIAN_OF_MINOR, PROCESSOR, RECIPIENTS, REQUISITES, TERM,
    YEAR, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// An application to be a mentor without pay (D7).
pub(super) const MENTOR_APPLICATION: PaperSpec = PaperSpec {
    number: "D7",
    title: "Заявление о добровольном участии наставником",
    purpose: "Заявление ученика, родителя, выпускника или работника партнёра, который хочет быть наставником.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Mentor), Signature::wet(PaperSigner::Guardian)],
    when: "до включения в базу наставников",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        YEAR,
        &[
            need("form", "Форма", Text, Pair),
            need("mentor", "Наставник", Person, Pair),
            may("mentor.phone", "Телефон наставника", Text, Pair),
            need("strengths", "Сильные стороны", Texts, Typed),
            need("hours", "Часы", Number, Typed),
        ],
        GUARDIAN_OF_MINOR,
    ],
};

/// An employee's consent to be a mentee (D8).
pub(super) const MENTEE_CONSENT: PaperSpec = PaperSpec {
    number: "D8",
    title: "Согласие наставляемого на участие",
    purpose: "Подтверждает, что работник согласен быть наставляемым.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Mentee)],
    when: "до приказа о парах",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        TERM,
        &[
            need("mentee", "Наставляемый", Person, Pair),
            may("mentor", "Наставник", Person, Pair),
            may("need", "Запрос", Text, Typed),
        ],
    ],
};

/// A student's application to be a mentee (D8).
pub(super) const MENTEE_APPLICATION: PaperSpec = PaperSpec {
    number: "D8",
    title: "Заявление ученика об участии наставляемым",
    purpose: "Просьба ученика включить его в программу.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Mentee), Signature::wet(PaperSigner::Guardian)],
    when: "до приказа о парах",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        YEAR,
        &[
            need("form", "Форма", Text, Pair),
            need("mentee", "Наставляемый", Person, Pair),
            may("need", "Запрос", Text, Typed),
        ],
        GUARDIAN_OF_MINOR,
    ],
};

/// An adult's consent to the processing of personal data (D9).
pub(super) const DATA_CONSENT: PaperSpec = PaperSpec {
    number: "D9",
    title: "Согласие на обработку персональных данных",
    purpose: "Разрешает организации обрабатывать данные взрослого участника программы.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Subject)],
    when: "до внесения в базу и до именной анкеты",
    requisites: &[Requisite::Heading],
    fields: &[
        REQUISITES,
        RECIPIENTS,
        FULL_NAME,
        &[
            need("organisation.email", "Электронная почта организации", Text, Card),
            need("person", "О ком документ", Person, OfPerson),
            may("person.address", "Адрес", Text, OfPerson),
            may("person.identity_document", "Документ, удостоверяющий личность", Text, OfPerson),
        ],
        PROCESSOR,
        &[need("valid_to", "Последний день согласия", Day, Consent)],
    ],
};

/// A guardian's consent to participation (D10a).
pub(super) const GUARDIAN_CONSENT: PaperSpec = PaperSpec {
    number: "D10a",
    title: "Согласие представителя на участие ребёнка",
    purpose: "Разрешает несовершеннолетнему участвовать в программе.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Guardian), Signature::wet(PaperSigner::Subject)],
    when: "до внесения несовершеннолетнего в базу",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        TERM,
        GUARDIAN,
        &[
            may("guardian.phone", "Телефон представителя", Text, OfPerson),
            need("child", "Несовершеннолетний", Person, OfPerson),
            need("child.birth_on", "Дата рождения ребёнка", Day, OfPerson),
            need("role", "Роль в программе", Text, Typed),
            need("form", "Форма", Text, Pair),
            may("own_signature", "Подросток с 14 лет подписывает и сам", Flag, Consent),
        ],
    ],
};

/// A guardian's consent to the processing of data (D10b).
pub(super) const GUARDIAN_DATA_CONSENT: PaperSpec = PaperSpec {
    number: "D10b",
    title: "Согласие представителя на обработку данных ребёнка",
    purpose: "Разрешает обрабатывать данные несовершеннолетнего и его представителя.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Guardian), Signature::wet(PaperSigner::Subject)],
    when: "до внесения несовершеннолетнего в базу",
    requisites: &[Requisite::Heading],
    fields: &[
        REQUISITES,
        GUARDIAN,
        RECIPIENTS,
        FULL_NAME,
        &[
            need("organisation.email", "Электронная почта организации", Text, Card),
            may("guardian_document", "Документ о полномочиях представителя", Text, Consent),
            need("child", "Несовершеннолетний", Person, OfPerson),
            need("child.birth_on", "Дата рождения ребёнка", Day, OfPerson),
            may("child.address", "Адрес ребёнка", Text, OfPerson),
            may(
                "child.identity_document",
                "Документ, удостоверяющий личность ребёнка",
                Text,
                OfPerson,
            ),
            need("valid_to", "Последний день согласия", Day, Consent),
            may("own_signature", "Подросток с 14 лет подписывает и сам", Flag, Consent),
        ],
        PROCESSOR,
    ],
};

/// A consent to distribution (D11).
pub(super) const DISTRIBUTION_CONSENT: PaperSpec = PaperSpec {
    number: "D11",
    title: "Согласие на распространение персональных данных",
    purpose: "Разрешает публиковать названные данные на названных страницах.",
    phase: Phase::Publicity,
    signatures: &[Signature::wet(PaperSigner::Subject), Signature::wet(PaperSigner::Guardian)],
    when: "до любой публикации имени или изображения",
    requisites: &[Requisite::Heading],
    fields: &[
        REQUISITES,
        FULL_NAME,
        &[
            need("person", "О ком документ", Person, OfPerson),
            may("guardian", "Законный представитель (если моложе 18 лет)", Person, OfPerson),
            may("guardian.contact", "Телефон, почта или адрес представителя", Text, OfPerson),
            may("guardian_ground", "Кем приходится: мать, отец, опекун, попечитель", Text, Consent),
            may("own_signature", "Подросток с 14 лет подписывает и сам", Flag, Consent),
            need("addresses", "Полные адреса страниц", Texts, Typed),
            need("purpose", "Цель", Text, Typed),
            need("general", "Общие персональные данные", Texts, Typed),
            may("images", "Изображения", Texts, Typed),
            need("valid_to", "Последний день согласия", Day, Consent),
            may("person.contact", "Телефон, почта или адрес", Text, OfPerson),
        ],
    ],
};
