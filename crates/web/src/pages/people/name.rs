//! The forms of a name: what the rules give, and what was corrected.

use app::person::name::{self, NameFormsObstacle, NameView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use grammar::{Case, Gender, Name};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::fact::NameForms;
use serde::Deserialize;
use uuid::Uuid;

use super::card::crumbs_to;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// Forms as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NameForm {
    genitive: String,
    dative: String,
    accusative: String,
    instrumental: String,
    prepositional: String,
}

impl NameForm {
    fn forms(&self) -> NameForms {
        let trim = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        NameForms {
            genitive: trim(&self.genitive),
            dative: trim(&self.dative),
            accusative: trim(&self.accusative),
            instrumental: trim(&self.instrumental),
            prepositional: trim(&self.prepositional),
        }
    }
}

/// The fields of the form with their cases.
const CASES: [(&str, Case); 5] = [
    ("genitive", Case::Genitive),
    ("dative", Case::Dative),
    ("accusative", Case::Accusative),
    ("instrumental", Case::Instrumental),
    ("prepositional", Case::Prepositional),
];

/// The name in a case by the rules.
fn by_rule(view: &NameView, case: Case) -> String {
    let name = &view.person.name;
    let gender = match view.gender.as_str() {
        "feminine" => Some(Gender::Feminine),
        "masculine" => Some(Gender::Masculine),
        _ => None,
    };
    let name = Name { surname: &name.surname, first: &name.first, patronymic: &name.patronymic };
    name.decline(gender, case).full()
}

/// Shows the forms of a name.
pub(crate) async fn edit_name(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = name::show_name(visit.ctx()?, PersonId(id)).await?;
    let forms = view.forms.clone();
    Ok(name_page(&visit, &view, &forms, &Mends::default()))
}

/// Corrects the forms of a name; what the rules give anyway is not kept.
pub(crate) async fn correct_name(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<NameForm>,
) -> Result<Response, Oops> {
    let (ctx, id) = (visit.ctx()?, PersonId(id));
    let typed = form.forms();
    match name::correct_name(ctx, id, &typed).await {
        Ok(()) => Ok(visit.done(&format!("/people/{id}"), key("notice-name-corrected"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let view = name::show_name(ctx, id).await?;
            let page = name_page(&visit, &view, &typed, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[NameFormsObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            NameFormsObstacle::OtherLength { field } => {
                mends.push(field, lang.t(key("name-mend-words")));
            }
            NameFormsObstacle::TooLong { field, limit } => {
                mends.push(field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
            }
        }
    }
    mends
}

fn name_page(visit: &Visit, view: &NameView, typed: &NameForms, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("name-title"));
    let value = |field: &str| {
        let found = typed.texts().into_iter().find(|(name, _)| *name == field);
        found.map(|(_, text)| text.to_owned()).unwrap_or_default()
    };
    let body = html! {
        (block::head(&title, &lang.t(key("name-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("person-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/people/" (view.person.id) "/name" } {
            (visit.hidden())
            @for (field, case) in CASES {
                (form::input(lang, &Input {
                    name: field,
                    label: &lang.t(&format!("case-{field}")),
                    hint: &lang.tn(key("name-by-rule"), [("name", by_rule(view, case).into())]),
                    value: &value(field),
                    optional: true,
                    ..Input::default()
                }, mends))
            }
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = crumbs_to(lang, &view.person, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}
