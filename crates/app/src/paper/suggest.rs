//! What a form of a paper begins with where it asks: choices, and texts that are no facts.
//!
//! It decides which wordings are offered to be changed: acts in force, usual terms, lists of the
//! sample that are a matter of choice. Deliberately absent: facts (`known`), which are never asked.

use jiff::civil::{Date, date};
use mentoring::id::PersonId;
use mentoring::paper::{FieldKind, PaperField, PaperKind};
use mentoring::person::Position;
use mentoring::pools::{Pool, TermKind};
use serde_json::Value as Json;

use super::facts::{Facts, is_student};
use super::given::Given;
use super::known::{PaperSubject, day_in_words};
use super::person::gender_of;

/// Values of a field that is a choice, the usual one first; empty of any other.
#[must_use]
pub fn choices_of(kind: PaperKind, path: &str) -> &'static [&'static str] {
    match (kind, path) {
        (_, "model") => &["teachers", "students"],
        (PaperKind::PlansOrder, "subject") => &["plans", "programmes"],
        (PaperKind::ChangeRequest, "subject") => &["replacement", "extension", "ending"],
        (_, "audience") => &["partner", "guardian", "graduate"],
        _ => &[],
    }
}

/// Wordings of the sample that are a matter of choice and say nothing of anybody.
const OF_SAMPLE: [&str; 25] = [
    "content",
    "results",
    "forms",
    "purpose",
    "general",
    "images",
    "criteria",
    "risks",
    "offers",
    "data",
    "authority",
    "pay_period",
    "most_mentees",
    "training_hours",
    "least_age",
    "least_mentor_age",
    "least_months",
    "interim_month",
    "final_month",
    "frequency",
    "duration",
    "monthly_day",
    "mode",
    "directions",
    "introduction",
];

/// What a field of a new paper begins with.
///
/// - Returns: `None` where only the one who asks can know.
pub(super) fn suggested(
    facts: &Facts,
    kind: PaperKind,
    subject: &PaperSubject,
    field: &PaperField,
) -> Option<Given> {
    let one = |text: String| Some(Given::One(text)).filter(|_| field.kind != FieldKind::Rows);
    let end = school_year_ends(facts.day);
    match field.path {
        "basis" => acts(facts),
        "starts_on" => one(facts.day.to_string()),
        "ends_on" => one(date(end, 5, 31).to_string()),
        "valid_to" => one(date(end, 8, 31).to_string()),
        "body" => one(match facts.requisites.council.trim() {
            "" => "Педагогический совет".to_owned(),
            council => council.to_owned(),
        }),
        "addresses" => {
            let site = facts.organisation.card.site.trim();
            (!site.is_empty()).then(|| Given::Many(vec![site.to_owned()]))
        }
        "form" if field.kind == FieldKind::Text => {
            let words = subject.person.and_then(|it| form_of(facts, kind, it));
            words.and_then(one)
        }
        "role" => subject.person.and_then(|it| role_of(facts, it)).and_then(one),
        "addressee" => {
            let partner = facts.partners.iter().find(|it| Some(it.id) == subject.partner)?;
            one(partner.contact.clone()).filter(|_| !partner.contact.trim().is_empty())
        }
        "strengths" => of_pool(facts, subject.person?, TermKind::Strength),
        "needs" => of_pool(facts, subject.person?, TermKind::Need),
        "need" => match of_pool(facts, subject.person?, TermKind::Need)? {
            Given::Many(lines) => one(lines.join(", ")),
            it => Some(it),
        },
        "hours" => {
            let entry = facts.pools.iter().rev().find(|it| Some(it.person) == subject.person)?;
            one((entry.minutes_a_week / 60).to_string()).filter(|_| 60 <= entry.minutes_a_week)
        }
        // Which forms a curator answers for, and how many pairs there are, the school knows.
        "forms" if kind == PaperKind::CuratorOrder || field.kind == FieldKind::Rows => None,
        path if choices_of(kind, path).is_empty() && OF_SAMPLE.contains(&path) => {
            of_sample(kind, field)
        }
        path => choices_of(kind, path).first().and_then(|it| one((*it).to_owned())),
    }
}

/// The calendar year in which the school year of a day ends.
fn school_year_ends(day: Date) -> i16 {
    if day.month() < 8 { day.year() } else { day.year() + 1 }
}

/// Acts of the region and the municipality that are in force: «приказ … от 1 июня 2026 г. № 12».
fn acts(facts: &Facts) -> Option<Given> {
    let in_force = facts.acts.iter().filter(|it| it.is_in_force(facts.day));
    let lines: Vec<String> = in_force
        .map(|it| {
            let number =
                if it.number.is_empty() { String::new() } else { format!(" № {}", it.number) };
            format!("{} от {}{number}", it.title, day_in_words(it.signed_on))
        })
        .collect();
    (!lines.is_empty()).then_some(Given::Many(lines))
}

fn form_of(facts: &Facts, kind: PaperKind, person: PersonId) -> Option<String> {
    if kind == PaperKind::MentorConsent || kind == PaperKind::ContractAddendum {
        return Some("индивидуальная, очная".to_owned());
    }
    if let Some(Given::Many(words)) = of_pool(facts, person, TermKind::Form) {
        return words.into_iter().next();
    }
    let known = facts.people.get(&person)?;
    let words = if is_student(known) {
        "ученик – ученик"
    } else {
        "педагог – педагог"
    };
    Some(words.to_owned())
}

fn role_of(facts: &Facts, person: PersonId) -> Option<String> {
    let known = facts.people.get(&person)?;
    let in_pool = facts.pools.iter().any(|it| {
        it.person == person && it.pool == Pool::Mentors && it.for_rule().period.contains(facts.day)
    });
    let is_mentor = in_pool || known.positions.contains(&Position::Mentor);
    let is_she = gender_of(known) == Some(grammar::Gender::Feminine);
    let words = match (is_mentor, is_she) {
        (true, _) => "наставник",
        (false, true) => "наставляемая",
        (false, false) => "наставляемый",
    };
    Some(words.to_owned())
}

/// Words of the profile of somebody in a pool.
fn of_pool(facts: &Facts, person: PersonId, kind: TermKind) -> Option<Given> {
    let of_person = facts.pools.iter().filter(|it| it.person == person);
    let words: Vec<String> = of_person
        .flat_map(|entry| {
            let own = facts
                .terms
                .iter()
                .filter(|term| term.kind == kind && entry.terms.0.contains(&term.id.0));
            own.map(|it| it.text.clone())
        })
        .collect();
    (!words.is_empty()).then_some(Given::Many(words))
}

/// The wording of the sample.
fn of_sample(kind: PaperKind, field: &PaperField) -> Option<Given> {
    let sample: Json = serde_json::from_str(documents::papers::example(kind)).ok()?;
    given(sample.get(field.path)?)
}

fn given(it: &Json) -> Option<Given> {
    match it {
        Json::String(text) => Some(Given::One(text.clone())),
        Json::Number(number) => Some(Given::One(number.to_string())),
        Json::Array(all) if all.iter().all(Json::is_string) => {
            let lines = all.iter().filter_map(Json::as_str).map(str::to_owned);
            Some(Given::Many(lines.collect()))
        }
        Json::Array(all) => {
            let row = |it: &Json| {
                let cells = it.as_object()?.iter();
                Some(cells.filter_map(|(name, it)| Some((name.clone(), given(it)?))).collect())
            };
            Some(Given::Rows(all.iter().filter_map(row).collect()))
        }
        _ => None,
    }
}
