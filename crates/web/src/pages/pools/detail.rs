//! What is known of a person beside the card: day of birth, gender, category, the contract.

use app::pools::consent::{self, PersonConsents};
use app::pools::detail::{self, DetailObstacle, SaveDetail};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::consent::Standing;
use mentoring::id::PersonId;
use mentoring::person::Gender;
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::people::card::crumbs_to;
use crate::visit::Visit;

/// Details as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DetailForm {
    birth_on: String,
    gender: String,
    category: String,
    teaches_since: String,
    works_by_contract: String,
    revision: i64,
}

/// Shows the form.
pub(crate) async fn edit_detail(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = consent::show_consents(visit.ctx()?, PersonId(id)).await?;
    if !view.may_edit {
        return Err(Oops::NotFound);
    }
    let day = |it: Option<jiff::civil::Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let typed = view.line.known.detail.as_ref().map(|it| DetailForm {
        birth_on: day(it.birth_on),
        gender: it.gender.clone(),
        category: it.category.clone(),
        teaches_since: day(it.teaches_since),
        works_by_contract: it.works_by_contract.clone(),
        revision: it.revision,
    });
    Ok(detail_page(&visit, &view, &typed.unwrap_or_default(), &Mends::default()))
}

/// Saves the details.
pub(crate) async fn save_detail(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DetailForm>,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    let mends = match read(visit.lang, &form) {
        Err(mends) => mends,
        Ok(ask) => match detail::save_detail(visit.ctx()?, id, &ask, form.revision).await {
            Ok(()) => {
                let to = format!("/people/{id}/consents");
                return Ok(visit.done(&to, key("notice-detail-saved")));
            }
            Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
        },
    };
    let view = consent::show_consents(visit.ctx()?, id).await?;
    let page = detail_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &DetailForm) -> Result<SaveDetail, Mends> {
    let mut mends = Mends::default();
    let birth_on = mends.day_if_any(lang, "birth_on", &form.birth_on);
    let teaches_since = mends.day_if_any(lang, "teaches_since", &form.teaches_since);
    if !mends.is_empty() {
        return Err(mends);
    }
    Ok(SaveDetail {
        birth_on,
        gender: Gender::from_slug(&form.gender),
        category: form.category.clone(),
        teaches_since,
        works_by_contract: form.works_by_contract.clone(),
    })
}

fn mends_of(lang: Lang, all: &[DetailObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            DetailObstacle::Birth { .. } => {
                mends.push("birth_on", lang.t(key("detail-mend-birth")));
            }
            DetailObstacle::TeachesSince { .. } => {
                mends.push("teaches_since", lang.t(key("detail-mend-teaches")));
            }
            DetailObstacle::TooLong { limit } => {
                mends.push(
                    "category",
                    lang.tn(key("person-mend-long"), [("limit", (*limit).into())]),
                );
            }
        }
    }
    mends
}

fn detail_page(visit: &Visit, view: &PersonConsents, typed: &DetailForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let person = &view.line.known.person;
    let title = lang.t(key("detail-edit"));
    let day = |name, label: &str, hint: &str, value: &str| {
        let input = Input {
            name,
            label,
            hint,
            value,
            kind: "date",
            width: "w-date",
            optional: true,
            ..Input::default()
        };
        form::input(lang, &input, mends)
    };
    let text = |name, label: &str, hint: &str, value: &str| {
        let input = Input { name, label, hint, value, optional: true, ..Input::default() };
        form::input(lang, &input, mends)
    };
    let body = html! {
        (block::head(&title, &person.name.full(), &html! {}))
        (form::refusal(lang, &lang.t(key("person-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/people/" (person.id) "/detail" } {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (day("birth_on", &lang.t(key("detail-birth")), &lang.t(key("detail-birth-hint")), &typed.birth_on))
            (gender(lang, typed, mends))
            // A pupil has no category and no contract; what was once written is shown all the same.
            @let is_student = view.line.known.participant().standing == Standing::Student;
            @let is_asked = |value: &str| !is_student || !value.is_empty();
            @if is_asked(&typed.category) { (text("category", &lang.t(key("detail-category")), &lang.t(key("detail-category-hint")), &typed.category)) }
            @if is_asked(&typed.teaches_since) { (day("teaches_since", &lang.t(key("detail-teaches")), "", &typed.teaches_since)) }
            @if is_asked(&typed.works_by_contract) { (text("works_by_contract", &lang.t(key("detail-contract")), &lang.t(key("detail-contract-hint")), &typed.works_by_contract)) }
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = crumbs_to(lang, person, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Consents, crumbs: &crumbs }, &body)
}

fn gender(lang: Lang, typed: &DetailForm, mends: &Mends) -> Markup {
    let unknown = Answer { value: String::new(), words: lang.t(key("gender-by-name")) };
    let known = Gender::ALL.iter().map(|it| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("gender-{}", it.slug())),
    });
    let answers: Vec<Answer> = std::iter::once(unknown).chain(known).collect();
    let input = Input {
        name: "gender",
        label: &lang.t(key("detail-gender")),
        hint: &lang.t(key("detail-gender-hint")),
        value: &typed.gender,
        ..Input::default()
    };
    form::select(lang, &input, &answers, mends)
}
