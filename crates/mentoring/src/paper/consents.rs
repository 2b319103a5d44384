//! Consents as papers: which data each wants and who signs.
//! Deliberately absent: when a consent holds (`consent`).

use super::FieldKind::{Day, Person, Text};
use super::FieldSource::{self, Card, Typed};
use super::common::ORGANISATION;
use super::{PaperField, PaperSigner, PaperSpec, Phase, Requisite, Signature};

/// D9.
pub(super) const DATA: PaperSpec = PaperSpec {
    number: "D9",
    title: "Согласие на обработку персональных данных",
    purpose: "Разрешает организации обрабатывать данные взрослого участника программы.",
    phase: Phase::Pools,
    signatures: &[Signature::wet(PaperSigner::Subject)],
    when: "до внесения в базу и до именной анкеты",
    requisites: &[Requisite::Addressee, Requisite::Day],
    fields: &[
        ORGANISATION,
        &[
            PaperField::needed("organisation.address", "Адрес по ЕГРЮЛ", Text, Card),
            PaperField::needed("organisation.taxpayer_number", "ИНН", Text, Card),
            PaperField::needed("organisation.registration_number", "ОГРН", Text, Card),
            PaperField::needed("person", "Кто даёт согласие", Person, FieldSource::Person),
            PaperField::optional("person.address", "Адрес", Text, FieldSource::Person),
            PaperField::optional("person.passport", "Паспорт", Text, FieldSource::Person),
            PaperField::optional("until", "Срок согласия", Day, Typed),
        ],
    ],
};
