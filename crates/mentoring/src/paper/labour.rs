//! Papers of the law of labour: consent of an employee, addendum, refusal, notice.
//!
//! Deliberately absent: the texts (`documents/templates`), and the order of their days (`labour`).

use super::FieldKind::{Day, People, Person, Text, Texts};
use super::FieldSource::{Consent, Pair, Typed};
use super::common::{
    ADDRESSED, CONTRACT, MENTOR_AND_MENTEES, NUMBERED, ORGANISATION, REQUISITES, TERM, may, need,
};
use super::{PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// An employee's consent to be a mentor (D7).
pub(super) const MENTOR_CONSENT: PaperSpec = PaperSpec {
    number: "D7",
    title: "Согласие работника на наставничество",
    purpose: "Подтверждает, что работник согласен быть наставником на названных условиях.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Mentor)],
    when: "до дополнительного соглашения и приказа о парах",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        TERM,
        MENTOR_AND_MENTEES,
        &[
            need("content", "Содержание работы по наставничеству", Texts, Typed),
            need("form", "Форма", Text, Pair),
            need("pay", "Размер выплаты", Text, Typed),
            may("mentee_category", "Каких работников, если не поимённо", Text, Typed),
        ],
    ],
};

/// The addendum to a contract of employment (D12).
pub(super) const CONTRACT_ADDENDUM: PaperSpec = PaperSpec {
    number: "D12",
    title: "Дополнительное соглашение о наставничестве",
    purpose: "Поручает работнику наставничество: содержание, срок, форма, выплата.",
    phase: Phase::Pairing,
    signatures: &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Mentor)],
    when: "после согласия наставника, до приказа о парах",
    requisites: &[Requisite::Heading, Requisite::Number, Requisite::Day, Requisite::Settlement],
    fields: &[
        ORGANISATION,
        REQUISITES,
        NUMBERED,
        TERM,
        CONTRACT,
        &[
            need("mentor", "Наставник", Person, Pair),
            may("mentor.address", "Адрес наставника", Text, Pair),
            may(
                "mentor.identity_document",
                "Документ, удостоверяющий личность наставника",
                Text,
                Pair,
            ),
            need("mentees", "Наставляемые", People, Pair),
            need("consented_on", "Дата письменного согласия", Day, Consent),
            need("content", "Содержание работы по наставничеству", Texts, Typed),
            need("form", "Форма", Text, Pair),
            need("pay", "Размер выплаты", Text, Typed),
            need("pay_period", "Периодичность выплаты", Text, Typed),
            need("pay_basis", "Основание выплаты", Text, Typed),
        ],
    ],
};

/// A mentor's refusal (D13).
pub(super) const MENTOR_REFUSAL: PaperSpec = PaperSpec {
    number: "D13",
    title: "Отказ наставника от наставничества",
    purpose: "Досрочно прекращает работу наставника по его желанию.",
    phase: Phase::Care,
    signatures: &[Signature::wet(PaperSigner::Mentor)],
    when: "в любой день; причину называть не нужно",
    requisites: &[Requisite::Addressee, Requisite::Heading],
    fields: &[
        ADDRESSED,
        MENTOR_AND_MENTEES,
        &[
            may("addendum_day", "Дата дополнительного соглашения", Day, Typed),
            may("addendum_number", "Номер дополнительного соглашения", Text, Typed),
            need("ends_on", "Окончание срока", Day, Pair),
        ],
    ],
};

/// The notice that ends the work of a mentor (D13).
pub(super) const CANCELLATION_NOTICE: PaperSpec = PaperSpec {
    number: "D13",
    title: "Уведомление об отмене поручения о наставничестве",
    purpose: "Предупреждает наставника о досрочной отмене поручения.",
    phase: Phase::Care,
    signatures: &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Mentor)],
    when: "не позднее чем за три рабочих дня",
    requisites: &[
        Requisite::Organisation,
        Requisite::Addressee,
        Requisite::Day,
        Requisite::Number,
        Requisite::Settlement,
        Requisite::Heading,
    ],
    fields: &[
        ORGANISATION,
        NUMBERED,
        MENTOR_AND_MENTEES,
        &[
            need("addendum_day", "Дата дополнительного соглашения", Day, Typed),
            need("addendum_number", "Номер дополнительного соглашения", Text, Typed),
        ],
        CONTRACT,
        &[need("ends_on", "Окончание срока", Day, Pair)],
    ],
};
