//! Orders: which data each wants and who signs.
//! Deliberately absent: what an order puts in force (`order`).

use super::FieldKind::{Person, Rows};
use super::FieldSource::{Card, Pair};
use super::common::{ORDER, ORGANISATION};
use super::{PaperField, PaperSigner, PaperSpec, Phase, Requisite, Signature};

const HEAD: &[Requisite] = &[
    Requisite::Organisation,
    Requisite::Day,
    Requisite::Number,
    Requisite::Settlement,
    Requisite::Heading,
];

const HEAD_AND_ACQUAINTED: &[Signature] =
    &[Signature::wet(PaperSigner::Head), Signature::wet(PaperSigner::Acquainted)];

/// D1.
pub(super) const INTRODUCTION: PaperSpec = PaperSpec {
    number: "D1",
    title: "Приказ о внедрении системы наставничества",
    purpose: "Запускает систему наставничества в организации и назначает ответственных.",
    phase: Phase::Launch,
    signatures: HEAD_AND_ACQUAINTED,
    when: "август – сентябрь, до начала работы",
    requisites: HEAD,
    fields: &[ORGANISATION, ORDER, &[PaperField::needed("curator", "Куратор", Person, Card)]],
};

/// D6.
pub(super) const PAIRS: PaperSpec = PaperSpec {
    number: "D6",
    title: "Приказ о закреплении наставнических пар (групп)",
    purpose: "Закрепляет наставников за наставляемыми на срок программы.",
    phase: Phase::Pairing,
    signatures: HEAD_AND_ACQUAINTED,
    when: "после подбора и согласий, обычно в октябре",
    requisites: HEAD,
    fields: &[
        ORGANISATION,
        ORDER,
        &[
            PaperField::needed("curator", "Куратор", Person, Card),
            PaperField::needed("pairs", "Пары и группы", Rows, Pair),
        ],
    ],
};
