//! The form of a person who is known.
//!
//! Deliberately absent: a new person (`newcomer`).

use app::person::{self, SavePerson};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::spelling::better;
use mentoring::person::{Contact, Person, PersonName, PersonObstacle};
use serde::Deserialize;
use uuid::Uuid;

use super::asked::{Asked, lookalikes, spelling};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
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
    /// `better` or `typed`, once it was asked.
    #[serde(default)]
    spelling: String,
    /// «yes»: those who look alike were shown.
    #[serde(default)]
    asked_alike: String,
    /// «yes»: the person is none of them.
    #[serde(default)]
    other_person: String,
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
            revision,
            ..Self::default()
        }
    }

    fn ask(&self) -> SavePerson {
        let typed = PersonName {
            surname: self.surname.clone(),
            first: self.first.clone(),
            patronymic: self.patronymic.clone(),
        };
        let name = match self.spelling.as_str() {
            "better" => better(&typed).unwrap_or(typed),
            _ => typed,
        };
        SavePerson {
            name,
            contact: Contact { email: self.email.clone(), phone: self.phone.clone() },
            job_title: self.job_title.clone(),
            is_sure: self.other_person == "yes"
                || self.asked_alike != "yes" && !self.spelling.is_empty(),
        }
    }
}

/// Shows the form of a known person.
pub(crate) async fn edit_person(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    if !card.may_edit {
        return Err(Oops::NotFound);
    }
    let typed = PersonForm::of(&card.person, card.revision);
    Ok(person_page(&visit, PersonId(id), &typed, &Asked::default(), &Mends::default()))
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
            let (mut asked, mut mends) = (Asked::default(), Mends::default());
            for it in obstacles(refusal)? {
                asked.take(visit.lang, it, &mut mends);
            }
            let page = person_page(&visit, id, &form, &asked, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Prints the form with everything typed and every obstacle.
fn person_page(
    visit: &Visit,
    id: PersonId,
    typed: &PersonForm,
    asked: &Asked,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("person-edit"));
    let body = html! {
        (block::head(&title, "", &html! {}))
        (form::refusal(lang, &lang.t(key("person-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/people/" (id) } {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (spelling(lang, asked, &typed.spelling, mends))
            (lookalikes(lang, asked, mends))
            (fields(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
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

/// Says at which field what is to be done about an obstacle of a person.
pub(super) fn mend_person(lang: Lang, it: &PersonObstacle) -> (&'static str, String) {
    match it {
        PersonObstacle::NoSurname => ("surname", lang.t(key("person-mend-surname"))),
        PersonObstacle::NotAName { field } => (field, lang.t(key("person-mend-name"))),
        PersonObstacle::TooLong { field, limit } => {
            (field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]))
        }
        PersonObstacle::Email => ("email", lang.t(key("person-mend-email"))),
    }
}
