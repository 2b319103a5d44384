//! A person as a paper takes one: names, post, and what else is known; what is not is left to fill.
//!
//! It decides how a student, a parent or a graduate is called where a post is wanted. Deliberately
//! absent: declension (`documents`, `grammar`).

use jiff::civil::Date;
use mentoring::consent::age_on;
use mentoring::id::PersonId;
use mentoring::person::{Gender, GuardianGround, PersonName, Position};
use serde_json::{Map, Value as Json, json};

use super::facts::{Facts, is_student};
use crate::pools::Known;

/// A post that nobody knows: a blank.
const POST: &str = "должность";

/// A person of the organisation, by id.
///
/// - Returns: null where nobody has the id.
pub(super) fn person_of(facts: &Facts, id: PersonId) -> Json {
    facts.people.get(&id).map_or(Json::Null, |it| known(facts, it))
}

/// Somebody who was typed: «Соколова Инна Борисовна, генеральный директор».
pub(super) fn person_typed(text: &str) -> Json {
    let (name, post) = text.split_once(',').unwrap_or((text, ""));
    let name = PersonName::parse(name);
    let mut it = Map::new();
    names(&name, &mut it);
    it.insert("position".to_owned(), post_or_blank(post.trim()));
    Json::Object(it)
}

fn known(facts: &Facts, it: &Known) -> Json {
    let person = &it.person;
    let mut data = Map::new();
    names(&person.name, &mut data);
    let gender = gender_of(it);
    if let Some(gender) = gender {
        data.insert("gender".to_owned(), json!(gender.slug()));
    }
    data.insert("position".to_owned(), post_or_blank(&post(it, gender)));
    let mut put = |name: &str, text: &str| {
        if !text.is_empty() {
            data.insert(name.to_owned(), json!(text));
        }
    };
    put("phone", &person.contact.phone);
    put("email", &person.contact.email);
    let contact = [&person.contact.phone, &person.contact.email];
    let contact: Vec<&str> =
        contact.into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect();
    put("contact", &contact.join(", "));
    if let Some(detail) = &it.detail {
        put("category", &detail.category);
        if let Some(birth_on) = detail.birth_on {
            put("birth_on", &birth_on.to_string());
        }
        if let Some(since) = detail.teaches_since {
            data.insert("experience".to_owned(), json!(age_on(since, facts.day)));
        }
    }
    if let Some(forms) = facts.forms.get(&person.id) {
        let slugs = ["gen", "dat", "acc", "ins", "pre"];
        let own = slugs.iter().zip(forms.texts()).filter(|(_, (_, text))| !text.is_empty());
        let own: Map<String, Json> =
            own.map(|(slug, (_, text))| ((*slug).to_owned(), json!(text))).collect();
        data.insert("forms".to_owned(), Json::Object(own));
    }
    Json::Object(data)
}

fn names(name: &PersonName, data: &mut Map<String, Json>) {
    for (part, text) in
        [("surname", &name.surname), ("first", &name.first), ("patronymic", &name.patronymic)]
    {
        if !text.is_empty() {
            data.insert(part.to_owned(), json!(text));
        }
    }
}

fn post_or_blank(post: &str) -> Json {
    match post.is_empty() {
        true => json!({ "$fill": POST, "width": 16 }),
        false => json!(post),
    }
}

/// The gender as told, or as the name tells it.
pub(super) fn gender_of(it: &Known) -> Option<grammar::Gender> {
    let told = it.detail.as_ref().and_then(|it| it.gender());
    let name = &it.person.name;
    let name =
        grammar::Name { surname: &name.surname, first: &name.first, patronymic: &name.patronymic };
    told.map_or_else(
        || name.gender(),
        |it| {
            Some(match it {
                Gender::Feminine => grammar::Gender::Feminine,
                Gender::Masculine => grammar::Gender::Masculine,
            })
        },
    )
}

/// The post, or what the person is to the organisation: «ученица 6 «Б» класса», «родитель».
fn post(it: &Known, gender: Option<grammar::Gender>) -> String {
    if !it.person.job_title.is_empty() {
        return it.person.job_title.clone();
    }
    let by_gender = |he: &str, she: &str| match gender {
        Some(grammar::Gender::Feminine) => she.to_owned(),
        _ => he.to_owned(),
    };
    let has = |position| it.positions.contains(&position);
    if is_student(it) {
        let who = by_gender("ученик", "ученица");
        return match it.about.as_str() {
            "" => who,
            class => format!("{who} {class} класса"),
        };
    }
    if has(Position::Graduate) {
        return by_gender("выпускник", "выпускница");
    }
    if has(Position::Guardian) {
        return "законный представитель".to_owned();
    }
    String::new()
}

/// Who somebody is to a minor: «мать», «опекун».
pub(super) fn ground(it: GuardianGround, guardian: Option<&Known>) -> &'static str {
    let is_she = guardian.and_then(gender_of) == Some(grammar::Gender::Feminine);
    match (it, is_she) {
        (GuardianGround::Parent, true) => "мать",
        (GuardianGround::Parent, false) => "отец",
        (GuardianGround::Adopter, _) => "усыновитель",
        (GuardianGround::Trustee, _) => "опекун (попечитель)",
        (GuardianGround::FosterParent, _) => "приёмный родитель",
        (GuardianGround::Institution, _) => "представитель организации",
    }
}

/// The age on a day; `None` where the day of birth is not known.
pub(super) fn age(it: &Known, day: Date) -> Option<u16> {
    Some(age_on(it.detail.as_ref()?.birth_on?, day))
}

/// «Лаптева Марина Игоревна (учитель математики)», for lists in amending orders and pages.
pub(super) fn worded(person: &Json) -> String {
    let part = |key: &str| person.get(key).and_then(Json::as_str).unwrap_or_default();
    let name = [part("surname"), part("first"), part("patronymic")].join(" ");
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match part("position") {
        "" => name,
        post => format!("{name} ({post})"),
    }
}
