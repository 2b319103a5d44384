//! Whom an order on mentors or pairs names: choosing, taking off, what stands against it.

use app::order::OrderView;
use app::order::participant::{self, Candidates, NameObstacle};
use app::pools::Known;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{OrderId, OrderParticipantId, PersonId};
use mentoring::order::participant::ParticipantObstacle;
use mentoring::order::{OrderState, OrderSubject};
use mentoring::person::Person;
use serde::Deserialize;
use uuid::Uuid;

use super::{crumbs, state};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::pools::gap;
use crate::pages::whom;
use crate::visit::Visit;

/// A part of a name or class that is looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    q: String,
}

/// People as ticked.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamesForm {
    mentor: Vec<Uuid>,
    mentee: Vec<Uuid>,
    q: String,
}

/// Shows whom the order can name.
pub(crate) async fn choose_participants(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<Asked>,
) -> Result<Markup, Oops> {
    let found = participant::candidates(visit.ctx()?, OrderId(id), &asked.q).await?;
    let typed = NamesForm { q: asked.q, ..NamesForm::default() };
    Ok(names_page(&visit, &found, &typed, &Mends::default()))
}

/// Names people in the order.
pub(crate) async fn name_participants(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<NamesForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, id) = (visit.ctx()?, visit.lang, OrderId(id));
    let ids = |it: &[Uuid]| it.iter().map(|it| PersonId(*it)).collect::<Vec<_>>();
    let (mentors, mentees) = (ids(&form.mentor), ids(&form.mentee));
    match participant::name_participants(ctx, id, &mentors, &mentees).await {
        Ok(()) => Ok(visit.done(&format!("/orders/{id}"), key("notice-order-named"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                let (field, words) = name_mend(lang, &it);
                mends.push(field, words);
            }
            let found = participant::candidates(ctx, id, &form.q).await?;
            let page = names_page(&visit, &found, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn name_mend(lang: Lang, it: &NameObstacle) -> (&'static str, String) {
    match it {
        NameObstacle::WrongState { state: at } => {
            ("", lang.tn(key("order-mend-state"), [("state", state(lang, *at).into())]))
        }
        NameObstacle::NoMentor => ("mentor", lang.t(key("order-name-mend-mentor"))),
        NameObstacle::NoMentee => ("mentee", lang.t(key("order-name-mend-mentee"))),
        NameObstacle::Oneself => ("mentee", lang.t(key("order-name-mend-oneself"))),
    }
}

/// Takes a line off a draft.
pub(crate) async fn take_off(
    visit: Visit,
    Path((id, line)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let id = OrderId(id);
    match participant::take_off_participant(visit.ctx()?, id, OrderParticipantId(line)).await {
        Ok(()) => Ok(visit.done(&format!("/orders/{id}"), key("notice-order-named-no-more"))),
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("", name_mend(visit.lang, &it).1);
            }
            super::show::refused(&visit, id, &Default::default(), &mends).await
        }
    }
}

/// Takes a person off the acquaintance sheet.
pub(crate) async fn take_off_sheet(
    visit: Visit,
    Path((id, person)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    participant::take_off_sheet(visit.ctx()?, OrderId(id), PersonId(person)).await?;
    Ok(visit.done(&format!("/orders/{id}"), key("notice-order-taken-off")))
}

fn names_page(visit: &Visit, found: &Candidates, typed: &NamesForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let order = &found.order;
    let is_pairs = order.subject == OrderSubject::Pairs;
    let (title, how) = match is_pairs {
        true => (lang.t(key("order-name-pair")), lang.t(key("order-name-pair-how"))),
        false => (lang.t(key("order-name-mentors")), lang.t(key("order-name-mentors-how"))),
    };
    let address = format!("/orders/{}/participants", order.id);
    let answers = |people: &[Known]| -> Vec<Answer> {
        people
            .iter()
            .map(|it| Answer { value: it.person.id.to_string(), words: whom::of_known(lang, it) })
            .collect()
    };
    let (mentors, mentees) = (answers(&found.mentors), answers(&found.mentees));
    let chosen = |it: &[Uuid]| it.iter().map(Uuid::to_string).collect::<Vec<_>>();
    let mentor = Input {
        name: "mentor",
        label: &lang.t(key("order-name-mentor")),
        value: &typed.mentor.first().map(Uuid::to_string).unwrap_or_default(),
        ..Input::default()
    };
    let mentee =
        Input { name: "mentee", label: &lang.t(key("order-name-mentees")), ..Input::default() };
    let body = html! {
        (block::head(&title, &order.title, &html! {}))
        (form::refusal(lang, &lang.t(key("order-name-refused")), &lang.t(key("person-kept")), mends))
        p { (how) }
        (nav::search(lang, &format!("{address}/new"), &lang.t(key("order-name-find")), &typed.q, &html! {}))
        @if mentors.is_empty() || (is_pairs && mentees.is_empty()) {
            (block::empty(&lang.t(key("order-name-nobody")), &lang.t(key("order-name-nobody-how")), &html! {}))
        } @else {
            form.form method="post" action=(address) {
                (visit.hidden())
                input type="hidden" name="q" value=(typed.q);
                @if is_pairs {
                    (form::one_of(lang, &mentor, &mentors, mends))
                    (form::choices(lang, &mentee, &mentees, &chosen(&typed.mentee), mends))
                } @else {
                    (form::choices(lang, &mentor, &mentors, &chosen(&typed.mentor), mends))
                }
                div.sticky-act { button.btn.btn-go { (lang.t(key("order-name-do"))) } }
            }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    let frame = Frame { title: &title, section: Section::Orders, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

/// Whom the order names, with the ways to change it while it is a draft.
pub(super) fn named(visit: &Visit, view: &OrderView) -> Markup {
    let lang = visit.lang;
    let order = &view.order;
    if !order.subject.names_participants() {
        return html! {};
    }
    let is_draft = matches!(view.state, OrderState::Draft | OrderState::ForSignature);
    let may_change = view.may_edit && is_draft;
    let title = match order.subject {
        OrderSubject::Pairs => lang.t(key("order-named-pairs")),
        _ => lang.t(key("order-named-mentors")),
    };
    let link = |it: &Person| html! { a href={ "/people/" (it.id) } { (it.name.full()) } };
    html! {
        section aria-labelledby="named" {
            (block::section_head("named", &title, "", None))
            @if view.named.is_empty() { p.soft { (lang.t(key("order-named-none"))) } }
            ul.plain {
                @for it in &view.named {
                    li.d-flex.flex-wrap.gap-4 {
                        span { (link(&it.mentor)) @if let Some(mentee) = &it.mentee { " — " (link(mentee)) } }
                        @if may_change {
                            form.d-inline method="post" action={ "/orders/" (order.id) "/participants/" (it.id) "/remove" } {
                                (visit.hidden())
                                button.btn-text { (lang.t(key("order-named-remove"))) span.visually-hidden { ": " (it.mentee.as_ref().unwrap_or(&it.mentor).name.short()) } }
                            }
                        }
                    }
                }
            }
            @if may_change { p.acts.mt-4 { a.btn.btn-plain.btn-s href={ "/orders/" (order.id) "/participants/new" } { (lang.t(key("order-named-add"))) } } }
        }
    }
}

/// What stands against registering, beside the order, each with the way to mend it.
pub(super) fn against(lang: Lang, view: &OrderView) -> Markup {
    html! {
        @for it in &view.against {
            (block::remark(lang, block::Gravity::Mend, "", &words(lang, view, it), &why(lang, it), &way(lang, it)))
        }
    }
}

fn why(lang: Lang, it: &ParticipantObstacle) -> String {
    match it {
        ParticipantObstacle::Labour { .. } => lang.t(key("order-labour-why")),
        _ => String::new(),
    }
}

fn way(lang: Lang, it: &ParticipantObstacle) -> Markup {
    match it {
        ParticipantObstacle::Consent(it) => html! {
            a href={ "/people/" (it.person) "/consents/new?kind=" (it.kind.slug()) } { (lang.t(key("consent-record"))) }
        },
        ParticipantObstacle::Labour { person, .. } => html! {
            a href={ "/people/" (person) "/addenda/new" } { (lang.t(key("order-labour-mend"))) }
        },
        _ => html! {},
    }
}

/// Says what stands against it, by name: «Келлер Е. П.: нет допсоглашения к трудовому договору».
pub(super) fn words(lang: Lang, view: &OrderView, it: &ParticipantObstacle) -> String {
    let of = |id: PersonId, what: String| {
        let name = short(view, id);
        lang.tn(key("order-labour"), [("name", name.into()), ("what", what.into())])
    };
    match it {
        ParticipantObstacle::Nobody => lang.t(key("order-against-nobody")),
        ParticipantObstacle::MentorAlone { mentor } => {
            of(*mentor, lang.t(key("order-against-alone")))
        }
        ParticipantObstacle::Oneself { person } => {
            of(*person, lang.t(key("order-against-oneself")))
        }
        ParticipantObstacle::Consent(it) => of(it.person, gap(lang, it)),
        ParticipantObstacle::Labour { person, obstacle } => {
            of(*person, crate::pages::labour::chain(lang, obstacle))
        }
    }
}

fn short(view: &OrderView, id: PersonId) -> String {
    let people = view.named.iter().flat_map(|it| std::iter::once(&it.mentor).chain(&it.mentee));
    people.into_iter().find(|it| it.id == id).map(|it| it.name.short()).unwrap_or_default()
}
