//! Data that many kinds of paper share.
//! Deliberately absent: data of one kind only, which stand with the kind.

use super::FieldKind::{Day, Person, Text, Texts};
use super::FieldSource::{Card, Order, Typed};
use super::PaperField;

/// The organisation as the head of every paper names it.
pub(super) const ORGANISATION: &[PaperField] = &[
    PaperField::needed("organisation.full_name", "Полное наименование организации", Text, Card),
    PaperField::needed("organisation.name", "Краткое наименование организации", Text, Card),
    PaperField::needed("organisation.settlement", "Населённый пункт", Text, Card),
    PaperField::needed("organisation.head_position", "Должность руководителя", Text, Card),
    PaperField::needed("organisation.head", "Руководитель", Person, Card),
];

/// Day, number and grounds of an order.
pub(super) const ORDER: &[PaperField] = &[
    PaperField::optional("day", "Дата", Day, Order),
    PaperField::optional("number", "Номер", Text, Order),
    PaperField::needed("school_year", "Учебный год", Text, Typed),
    PaperField::optional("basis", "На основании каких актов", Texts, Typed),
];
