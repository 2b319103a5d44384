//! Handing over: duties, open tasks and access of one person to another; the page prints as an act.

use app::handing_over::{self, HandOver, HandingView};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::handing_over::HandingObstacle;
use mentoring::id::{PersonId, PersonRoleId};
use serde::Deserialize;
use uuid::Uuid;

use super::card::crumbs_to;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// What is handed over, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct HandingForm {
    to: String,
    roles: Vec<String>,
    tasks: String,
    access: String,
}

/// Shows what can be handed over.
pub(crate) async fn show_handing(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = handing_over::show_handing(visit.ctx()?, PersonId(id)).await?;
    let yes = || "yes".to_owned();
    let typed = HandingForm {
        roles: view.roles.iter().map(|it| it.id.to_string()).collect(),
        tasks: yes(),
        access: yes(),
        ..HandingForm::default()
    };
    Ok(handing_page(&visit, &view, &typed, &Mends::default()))
}

/// Hands over.
pub(crate) async fn hand_over(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<HandingForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, id) = (visit.ctx()?, visit.lang, PersonId(id));
    let mut mends = Mends::default();
    match form.to.parse::<PersonId>() {
        Err(_) => mends.push("to", lang.t(key("handing-mend-to"))),
        Ok(to) => {
            let ask = HandOver {
                to,
                roles: form.roles.iter().filter_map(|it| it.parse::<PersonRoleId>().ok()).collect(),
                with_tasks: form.tasks == "yes",
                with_access: form.access == "yes",
            };
            match handing_over::hand_over(ctx, id, &ask).await {
                // Who hands over the own access sees no card any more.
                Ok(()) if id == ctx.person => return Ok(visit.done("/", key("notice-handed"))),
                Ok(()) => {
                    return Ok(visit.done(&format!("/people/{to}"), key("notice-handed")));
                }
                Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
            }
        }
    }
    let view = handing_over::show_handing(ctx, id).await?;
    let page = handing_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mends_of(lang: Lang, all: &[HandingObstacle], mends: &mut Mends) {
    for it in all {
        match it {
            HandingObstacle::Oneself => mends.push("to", lang.t(key("handing-mend-oneself"))),
            HandingObstacle::NotThere => mends.push("to", lang.t(key("handing-mend-there"))),
            HandingObstacle::Nothing => mends.push("roles", lang.t(key("handing-mend-nothing"))),
            HandingObstacle::NoAccount => {
                mends.push("access", lang.t(key("handing-mend-account")));
            }
        }
    }
}

fn handing_page(visit: &Visit, view: &HandingView, typed: &HandingForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let name = view.person.name.short();
    let title = lang.tn(key("handing-title"), [("name", name.into())]);
    let day = words::date(lang, view.today);
    let under = lang.tn(key("handing-under"), [("day", day.into())]);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("handing-refused")), &lang.t(key("person-kept")), mends))
        (tasks(lang, view))
        form.form method="post" action={ "/people/" (view.person.id) "/handing-over" } {
            (visit.hidden())
            (fields(lang, view, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("handing-do"))) } }
        }
        p.mt-5 { (lang.t(key("handing-signatures"))) }
    };
    let crumbs = crumbs_to(lang, &view.person, lang.t(key("handing")));
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}

fn tasks(lang: Lang, view: &HandingView) -> Markup {
    html! {
        section aria-labelledby="open-tasks" {
            (block::section_head("open-tasks", &lang.tn(key("handing-open"), [("count", view.tasks.len().into())]), "", None))
            @if !view.tasks.is_empty() { ol { @for (task, words) in &view.tasks { li {
                (words)
                @if let Some(due) = task.due_on { " " span.soft { (words::date(lang, due)) } }
            } } } }
        }
    }
}

fn fields(lang: Lang, view: &HandingView, typed: &HandingForm, mends: &Mends) -> Markup {
    let nobody = Answer { value: String::new(), words: lang.t(key("pool-choose")) };
    let candidate = |(it, has_account): &(mentoring::person::Person, bool)| Answer {
        value: it.id.to_string(),
        words: match has_account {
            true => it.name.full(),
            false => format!("{} ({})", it.name.full(), lang.t(key("handing-no-account"))),
        },
    };
    let people: Vec<Answer> =
        std::iter::once(nobody).chain(view.candidates.iter().map(candidate)).collect();
    let roles: Vec<Answer> = view
        .roles
        .iter()
        .map(|it| Answer { value: it.id.to_string(), words: terms::role_of_person(lang, it) })
        .collect();
    let to = lang.t(key("handing-to"));
    let to = Input { name: "to", label: &to, value: &typed.to, ..Input::default() };
    let label = lang.t(key("handing-roles"));
    let which = Input { name: "roles", label: &label, optional: true, ..Input::default() };
    let access: Vec<String> = view.access.iter().map(|it| terms::role(lang, *it)).collect();
    html! {
        (form::select(lang, &to, &people, mends))
        @if !roles.is_empty() { (form::choices(lang, &which, &roles, &typed.roles, mends)) }
        @if !view.tasks.is_empty() { (form::tick("tasks", &lang.t(key("handing-tasks")), typed.tasks == "yes")) }
        @if !access.is_empty() {
            @if let Some(words) = mends.at("access") { p.err { (words) } }
            (form::tick("access", &lang.tn(key("handing-access"), [("roles", access.join(", ").into())]), typed.access == "yes"))
        }
        p.soft { (lang.t(key("handing-sensitive"))) }
    }
}
