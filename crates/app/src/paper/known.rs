//! What a paper takes without asking: each fact with its words and the place where it is mended.
//!
//! It decides which field is which fact. Deliberately absent: what is typed (`given`), what is made
//! of both (`compose`).

use jiff::civil::Date;
use mentoring::consent::{ConsentKind, ConsentState, state};
use mentoring::id::{AddendumId, OrderId, PartnerId, PersonId};
use mentoring::labour::{MentoringMode, MentoringPay};
use mentoring::law::Law;
use mentoring::order::{OrderState, OrderSubject};
use mentoring::paper::{PaperField, PaperKind};
use mentoring::person::Position;
use serde_json::{Value as Json, json};
use store::{AddendumRecord, HeadOrder, Partner};

use super::facts::{Facts, is_student};
use super::person::{age, ground, person_of};
use super::pool::{partners, pool_rows};

/// What a paper is about, beside its kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaperSubject {
    /// Whom.
    pub person: Option<PersonId>,
    /// The order whose text or sheet it is.
    pub order: Option<OrderId>,
    /// The order that it changes.
    pub amends: Option<OrderId>,
    /// The addendum.
    pub addendum: Option<AddendumId>,
    /// The partner.
    pub partner: Option<PartnerId>,
}

/// Where a known fact is mended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The card of the organisation.
    Organisation,
    /// Who heads it.
    Heads,
    /// Roles of people.
    People,
    /// The card of a person.
    Person(PersonId),
    /// Day of birth, category and experience of a person.
    Detail(PersonId),
    /// Consents and representatives of a person.
    Consents(PersonId),
    /// An order.
    Order(OrderId),
    /// The journal of orders.
    Orders,
    /// An addendum.
    Addendum(AddendumId),
    /// A partner.
    Partner(PartnerId),
    /// The pool of mentors.
    Mentors,
    /// The pool of mentees.
    Mentees,
    /// Partners.
    Partners,
    /// It follows from other data of the paper.
    Itself,
}

/// A fact for a field.
pub(super) struct Fact {
    /// As the paper takes it; null where the place has nothing yet.
    pub(super) value: Json,
    /// Where it is mended.
    pub(super) place: Place,
}

fn fact(value: Json, place: Place) -> Option<Fact> {
    Some(Fact { value, place })
}

fn text(text: &str, place: Place) -> Option<Fact> {
    fact(if text.trim().is_empty() { Json::Null } else { json!(text.trim()) }, place)
}

/// The fact that a field is; `None` where nobody but the one who asks can know it.
pub(super) fn fact_of(
    facts: &Facts,
    kind: PaperKind,
    subject: &PaperSubject,
    field: &PaperField,
) -> Option<Fact> {
    if let Some(name) = field.path.strip_prefix("organisation.") {
        return of_organisation(facts, name);
    }
    of_subject(facts, kind, subject, field.path)
        .or_else(|| of_order(facts, kind, subject, field.path))
        .or_else(|| of_addendum(facts, subject, field.path))
        .or_else(|| of_partner(facts, subject, field.path))
        .or_else(|| of_role(facts, field.path))
        .or_else(|| of_pools(facts, kind, field.path))
}

fn of_organisation(facts: &Facts, name: &str) -> Option<Fact> {
    let (card, more) = (&facts.organisation.card, &facts.requisites);
    let place = Place::Organisation;
    let address = match more.register_address.trim() {
        "" => &card.address,
        _ => &more.register_address,
    };
    match name {
        "name" => text(&card.name, place),
        "full_name" => {
            text(if card.full_name.is_empty() { &card.name } else { &card.full_name }, place)
        }
        "settlement" => text(&card.settlement, place),
        "address" => text(address, place),
        "taxpayer_number" => text(&card.taxpayer_number, place),
        "registration_number" => text(&card.registration_number, place),
        "phone" => text(&card.phone, place),
        "email" => text(&card.email, place),
        "site" => text(&card.site, place),
        "head_position" => {
            let of_head = facts.head.as_ref().map(|it| it.title.as_str()).unwrap_or_default();
            text(if of_head.is_empty() { &more.head_title } else { of_head }, Place::Heads)
        }
        "head" => {
            let head = facts.head.as_ref().map_or(Json::Null, |it| person_of(facts, it.person.id));
            fact(head, Place::Heads)
        }
        _ => None,
    }
}

fn of_subject(facts: &Facts, kind: PaperKind, subject: &PaperSubject, path: &str) -> Option<Fact> {
    let id = subject.person.filter(|_| kind.subject_field().is_some())?;
    let known = facts.people.get(&id)?;
    if kind.subject_field() == Some(path) {
        return fact(person_of(facts, id), Place::Person(id));
    }
    let guardianship = facts.guardian_of(id);
    let guardian = guardianship.and_then(|it| facts.people.get(&it.guardian));
    let years = age(known, facts.day);
    let is_minor = is_student(known) && years.is_none_or(|it| it < 18);
    match path {
        "guardian" if is_minor => {
            let unknown = || json!({ "$fill": "законный представитель", "width": 28 });
            let value = guardian.map_or_else(unknown, |it| person_of(facts, it.person.id));
            fact(value, Place::Consents(id))
        }
        "guardian_ground" if is_minor => {
            let unknown = || json!({ "$fill": "кем приходится", "width": 16 });
            let word = guardianship.map(|it| json!(ground(it.ground, guardian)));
            fact(word.unwrap_or_else(unknown), Place::Consents(id))
        }
        "guardian" | "guardian_ground" => fact(Json::Null, Place::Itself),
        "guardian_document" => {
            text(guardianship.map(|it| it.paper.as_str()).unwrap_or_default(), Place::Consents(id))
        }
        "own_signature" => {
            let signs = years.is_some_and(|it| (14..18).contains(&it));
            fact(json!(signs), Place::Detail(id))
        }
        "mentee_is_minor" => fact(json!(is_minor), Place::Detail(id)),
        "consented_on" => {
            let holds = facts.consents.iter().find(|it| {
                it.person == id
                    && it.kind == ConsentKind::LabourMentoring
                    && state(&it.for_rule(), None, facts.day, Law::built_in())
                        == ConsentState::Valid
            });
            let day = holds.map(|it| it.signed_on.to_string());
            text(day.as_deref().unwrap_or_default(), Place::Consents(id))
        }
        _ => None,
    }
}

/// «приказ от 1 сентября 2026 г. № 71-од», with its title where wanted.
pub(super) fn order_in_words(order: &HeadOrder) -> Option<String> {
    let it = order.registration()?;
    Some(format!("приказ от {} № {}", day_in_words(it.signed_on), it.number.text()))
}

/// «1 сентября 2026 г.»
pub(super) fn day_in_words(day: Date) -> String {
    let number = |it: i8| u8::try_from(it).unwrap_or(1);
    let year = u16::try_from(day.year()).unwrap_or(1);
    let written = grammar::Day::new(year, number(day.month()), number(day.day()));
    written.map(grammar::Day::written).unwrap_or_default()
}

fn of_order(facts: &Facts, kind: PaperKind, subject: &PaperSubject, path: &str) -> Option<Fact> {
    let own = subject.order.and_then(|id| facts.orders.iter().find(|it| it.id == id));
    let is_text = kind.order_subject().is_some();
    match path {
        "day" => {
            let registered = own.filter(|_| is_text).and_then(|it| Some((it.signed_on?, it.id)));
            let (day, id) = registered?;
            fact(json!(day.to_string()), Place::Order(id))
        }
        "number" if is_text => {
            let own = own?;
            let number = own.registration().map(|it| it.number.text()).unwrap_or_default();
            text(&number, Place::Order(own.id))
        }
        "document" => {
            let own = own?;
            let words = order_in_words(own).unwrap_or_else(|| "приказ".to_owned());
            text(&format!("{words} «{}»", own.title), Place::Order(own.id))
        }
        "people" if kind == PaperKind::AcquaintanceSheet => {
            let own = own?;
            let sheet = facts.sheets.iter().filter(|it| it.order_id == own.id);
            let mut known: Vec<_> = sheet.filter_map(|it| facts.people.get(&it.person)).collect();
            known.sort_by_cached_key(|it| it.person.name.full());
            let people: Json = known.iter().map(|it| person_of(facts, it.person.id)).collect();
            fact(people, Place::Order(own.id))
        }
        "regulation_basis" => basis(facts, &[OrderSubject::Introduction]),
        "roadmap_basis" => basis(facts, &[OrderSubject::Roadmap]),
        "pairs_basis" => basis(facts, &[OrderSubject::Pairs]),
        "approval_basis" => match kind {
            PaperKind::IndividualPlan | PaperKind::StudentPlan => {
                basis(facts, &[OrderSubject::Plans])
            }
            _ => basis(facts, &[OrderSubject::Introduction]),
        },
        _ => None,
    }
}

/// The latest order about something that acts on the day; asked where there is none.
fn basis(facts: &Facts, subjects: &[OrderSubject]) -> Option<Fact> {
    let acts = |it: &&HeadOrder| {
        subjects.contains(&it.subject)
            && matches!(
                it.for_rule().state_on(facts.day),
                OrderState::InForce | OrderState::Changed | OrderState::Signed
            )
    };
    let order = facts.orders.iter().filter(acts).max_by_key(|it| it.signed_on)?;
    fact(json!(order_in_words(order)?), Place::Order(order.id))
}

fn of_addendum(facts: &Facts, subject: &PaperSubject, path: &str) -> Option<Fact> {
    let id = subject.addendum?;
    let it = facts.addenda.iter().find(|it| it.id == id)?;
    let place = Place::Addendum(id);
    let day = |day: Date| fact(json!(day.to_string()), place);
    match path {
        "day" | "addendum_day" => day(it.signed_on),
        "number" | "addendum_number" => text(&it.number, place),
        "contract_number" => text(&it.contract_number, place),
        "contract_day" => it.contract_on.and_then(day),
        "starts_on" => day(it.from_on),
        "ends_on" => day(it.last()),
        "content" => {
            let lines = it.content.split(['\n', ';']).map(str::trim).filter(|it| !it.is_empty());
            fact(json!(lines.collect::<Vec<_>>()), place)
        }
        "form" => text(mode(it.mode), place),
        "pay" => text(&pay(it), place),
        "pay_basis" => text(&it.pay_ground, place),
        "pay_period" => text("ежемесячно", place),
        _ => None,
    }
}

fn mode(it: MentoringMode) -> &'static str {
    match it {
        MentoringMode::OneInPresence => "индивидуальная, очная",
        MentoringMode::OneAtDistance => "индивидуальная, дистанционная",
        MentoringMode::GroupInPresence => "групповая, очная",
        MentoringMode::GroupAtDistance => "групповая, дистанционная",
        MentoringMode::Mixed => "смешанная: очная и дистанционная",
    }
}

fn pay(it: &AddendumRecord) -> String {
    let share = |hundredths: u64| match hundredths % 100 {
        0 => (hundredths / 100).to_string(),
        rest => format!("{},{rest:02}", hundredths / 100),
    };
    match it.pay() {
        Some(MentoringPay::Monthly { kopecks }) => {
            format!("{} в месяц", grammar::money(kopecks, grammar::Case::Nominative))
        }
        Some(MentoringPay::Share { basis_points }) => {
            format!("{} % должностного оклада в месяц", share(basis_points.into()))
        }
        None => String::new(),
    }
}

fn of_partner(facts: &Facts, subject: &PaperSubject, path: &str) -> Option<Fact> {
    let id = subject.partner?;
    let it: &Partner = facts.partners.iter().find(|it| it.id == id)?;
    let place = Place::Partner(id);
    match path {
        "partner" | "partner.full_name" => text(&it.name, place),
        "partner.phone" => text(&it.phone, place),
        "partner.email" => text(&it.email, place),
        _ => None,
    }
}

/// Somebody whom a role names, where one person holds it.
fn of_role(facts: &Facts, path: &str) -> Option<Fact> {
    let position = match path {
        "curator" => Position::Curator,
        "site_admin" => Position::SiteAdmin,
        "psychologist" => Position::Psychologist,
        "social_pedagogue" => Position::SocialPedagogue,
        "association_head" => Position::MethodicalHead,
        _ => return None,
    };
    let id = facts.only_holder(position)?;
    fact(person_of(facts, id), Place::People)
}

fn of_pools(facts: &Facts, kind: PaperKind, path: &str) -> Option<Fact> {
    match (kind, path) {
        (PaperKind::MentorPool, "mentors") => fact(pool_rows(facts, kind), Place::Mentors),
        (PaperKind::MenteePool, "mentees") => fact(pool_rows(facts, kind), Place::Mentees),
        (PaperKind::MenteePool, "n_waiting") => {
            let waiting = pool_rows(facts, kind).as_array().map_or(0, Vec::len);
            fact(json!(waiting), Place::Mentees)
        }
        (PaperKind::PartnerList, "partners" | "n_giving" | "share") => {
            fact(partners(facts, path), Place::Partners)
        }
        (_, "school_year") => fact(json!(school_year(facts.day)), Place::Itself),
        _ => None,
    }
}

/// «2026–2027»: from August on papers are of the year that begins.
pub(super) fn school_year(day: Date) -> String {
    let first = if day.month() < 8 { day.year() - 1 } else { day.year() };
    format!("{first}–{}", first + 1)
}
