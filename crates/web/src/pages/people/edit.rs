//! The form of a person: new and changed.

use app::person::{self, GiveRole, SavePerson};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::period::Period;
use mentoring::person::{Contact, Person, PersonName, PersonObstacle, Position};
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;

/// A person as typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct PersonForm {
    #[serde(default)]
    surname: String,
    #[serde(default)]
    first: String,
    #[serde(default)]
    patronymic: String,
    #[serde(default)]
    job_title: String,
    #[serde(default)]
    email: String,
    #[serde(default)]
    phone: String,
    /// Only on the form of a new person; empty for none.
    #[serde(default)]
    position: String,
    /// What was read when the form was shown.
    #[serde(default)]
    revision: i64,
}

impl PersonForm {
    fn of(person: &Person, revision: i64) -> Self {
        Self {
            surname: person.name.surname.clone(),
            first: person.name.first.clone(),
            patronymic: person.name.patronymic.clone(),
            job_title: person.job_title.clone(),
            email: person.contact.email.clone(),
            phone: person.contact.phone.clone(),
            position: String::new(),
            revision,
        }
    }

    fn ask(&self) -> SavePerson {
        SavePerson {
            name: PersonName {
                surname: self.surname.clone(),
                first: self.first.clone(),
                patronymic: self.patronymic.clone(),
            },
            contact: Contact { email: self.email.clone(), phone: self.phone.clone() },
            job_title: self.job_title.clone(),
        }
    }
}

/// Shows the form of a new person.
pub(crate) async fn new_person(visit: Visit) -> Markup {
    person_page(&visit, &About::New, &PersonForm::default(), &Mends::default())
}

/// Adds a person, with a first role where one was chosen.
pub(crate) async fn add_person(
    visit: Visit,
    Filled(form): Filled<PersonForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let id = match person::add_person(ctx, &form.ask()).await {
        Ok(id) => id,
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = person_page(&visit, &About::New, &form, &mends);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    if let Some(position) = Position::from_slug(&form.position) {
        let ask = GiveRole { position, about: String::new(), period: Period::since(visit.today()) };
        // A person who was added a moment ago holds no role that could stand in the way.
        person::give_role(ctx, id, &ask).await.map_err(|it| unexpected(it.into()))?;
    }
    Ok(visit.done(&format!("/people/{id}"), key("notice-person-added")))
}

fn unexpected(cause: anyhow::Error) -> Oops {
    Oops::from(cause)
}

/// Shows the form of a known person.
pub(crate) async fn edit_person(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    if !card.may_edit {
        return Err(Oops::NotFound);
    }
    let typed = PersonForm::of(&card.person, card.revision);
    Ok(person_page(&visit, &About::Known(PersonId(id)), &typed, &Mends::default()))
}

/// Changes a person.
pub(crate) async fn change_person(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PersonForm>,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    match person::change_person(visit.ctx()?, id, &form.ask(), form.revision).await {
        Ok(()) => Ok(visit.done(&format!("/people/{id}"), key("notice-person-saved"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = person_page(&visit, &About::Known(id), &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Which person the form is about.
enum About {
    /// Nobody yet.
    New,
    /// Somebody who has a card.
    Known(PersonId),
}

/// Prints the form with everything typed and every obstacle.
fn person_page(visit: &Visit, about: &About, typed: &PersonForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let (title, action, button) = match about {
        About::New => {
            (lang.t(key("person-new")), "/people".to_owned(), lang.t(key("person-add-save")))
        }
        About::Known(id) => {
            (lang.t(key("person-edit")), format!("/people/{id}"), lang.t(key("person-save")))
        }
    };
    let body = html! {
        (block::head(&title, "", &html! {}))
        (form::refusal(lang, &lang.t(key("person-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action=(action) {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (fields(lang, typed, mends))
            @if matches!(about, About::New) { (first_position(lang, typed, mends)) }
            div.sticky-act { button.btn.btn-go { (button) } }
        }
    };
    let crumbs = [
        Way { href: "/people".to_owned(), words: lang.t(key("people-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}

fn fields(lang: Lang, typed: &PersonForm, mends: &Mends) -> Markup {
    let line = |name, label: &str, value: &str, optional| {
        form::input(lang, &Input { name, label, value, optional, ..Input::default() }, mends)
    };
    html! {
        (line("surname", &lang.t(key("person-surname")), &typed.surname, false))
        (line("first", &lang.t(key("person-first")), &typed.first, true))
        (line("patronymic", &lang.t(key("person-patronymic")), &typed.patronymic, true))
        (form::input(lang, &Input { name: "job_title", label: &lang.t(key("person-job")), hint: &lang.t(key("person-job-hint")), value: &typed.job_title, optional: true, ..Input::default() }, mends))
        (form::input(lang, &Input { name: "phone", label: &lang.t(key("person-phone")), value: &typed.phone, kind: "tel", width: "w-mid", optional: true, ..Input::default() }, mends))
        // Not `type=email`: browsers then refuse Cyrillic addresses in their own words.
        (form::input(lang, &Input { name: "email", label: &lang.t(key("person-email")), value: &typed.email, width: "w-mid", optional: true, ..Input::default() }, mends))
    }
}

fn first_position(lang: Lang, typed: &PersonForm, mends: &Mends) -> Markup {
    let none = Answer { value: String::new(), words: lang.t(key("person-position-none")) };
    let answers: Vec<_> = std::iter::once(none).chain(terms::positions(lang)).collect();
    let input = Input {
        name: "position",
        label: &lang.t(key("person-position")),
        hint: &lang.t(key("person-position-hint")),
        value: &typed.position,
        ..Input::default()
    };
    form::select(lang, &input, &answers, mends)
}

/// Says what to do about each obstacle of a person, at its field.
fn mends_of(lang: Lang, obstacles: &[PersonObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in obstacles {
        match obstacle {
            PersonObstacle::NoSurname => mends.push("surname", lang.t(key("person-mend-surname"))),
            PersonObstacle::TooLong { field, limit } => {
                mends.push(field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
            }
            PersonObstacle::Email => mends.push("email", lang.t(key("person-mend-email"))),
        }
    }
    mends
}
