//! The card of a person: requisites, roles from a day to a day, the next step.

use app::person::{self, PersonView};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::person::PersonRole;
use uuid::Uuid;

use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// Shows the card of a person.
pub(crate) async fn show_person(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    Ok(card_page(&visit, &card, &RoleForm::default(), &Mends::default()))
}

/// A role as it was typed.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct RoleForm {
    #[serde(default)]
    pub(crate) position: String,
    #[serde(default)]
    pub(crate) about: String,
    #[serde(default)]
    pub(crate) from: String,
}

/// Prints the card; the form of a new role keeps what was typed.
pub(crate) fn card_page(
    visit: &Visit,
    card: &PersonView,
    typed: &RoleForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let person = &card.person;
    let name = person.name.full();
    let may_invite = visit.signed.as_ref().is_some_and(|it| it.may(Action::ManageAccounts));
    let acts = html! {
        @if card.may_edit { a.btn.btn-plain href={ "/people/" (person.id) "/edit" } { (icon(Icon::Pen)) (lang.t(key("person-edit"))) } }
        @if may_invite { a.btn.btn-go href={ "/people/" (person.id) "/invitations/new" } { (icon(Icon::Send)) (lang.t(key("invite"))) } }
    };
    let body = html! {
        (block::head(&name, &person.job_title, &acts))
        (form::refusal(lang, &lang.t(key("person-role-refused")), &lang.t(key("person-kept")), mends))
        @if let Some(day) = person.left_on { p { (lang.tn(key("person-left"), [("day", words::date(lang, day).into())])) } }
        (block::card(&[
            (lang.t(key("person-phone")), shown(lang, &person.contact.phone)),
            (lang.t(key("person-email")), shown(lang, &person.contact.email)),
        ]))
        section aria-labelledby="roles" {
            (block::section_head("roles", &lang.t(key("person-roles")), "", None))
            (roles(visit, card))
            @if card.may_edit { (new_role(visit, card, typed, mends)) }
        }
    };
    let crumbs = [
        Way { href: "/people".to_owned(), words: lang.t(key("people-title")), here: false },
        Way { href: String::new(), words: person.name.short(), here: true },
    ];
    shell::page(visit, &Frame { title: &name, section: Section::People, crumbs: &crumbs }, &body)
}

fn shown(lang: Lang, value: &str) -> Markup {
    html! { @if value.is_empty() { span.soft { (lang.t(key("organisation-unknown"))) } } @else { (value) } }
}

fn roles(visit: &Visit, card: &PersonView) -> Markup {
    let lang = visit.lang;
    if card.roles.is_empty() {
        return html! { p.soft { (lang.t(key("person-roles-none"))) } };
    }
    html! {
        ul.plain {
            @for role in &card.roles {
                li.d-flex.flex-wrap.gap-4 {
                    span { b { (terms::role_of_person(lang, role)) } " " span.soft { (held(lang, role)) } }
                    @if card.may_edit && role.period.to.is_none_or(|last| visit.today() < last) {
                        form method="post" action={ "/people/" (card.person.id) "/roles/" (role.id) "/end" } {
                            (visit.hidden())
                            button.btn-text { (lang.t(key("person-role-end"))) span.visually-hidden { ": " (terms::role_of_person(lang, role)) } }
                        }
                    }
                }
            }
        }
    }
}

fn held(lang: Lang, role: &PersonRole) -> String {
    let from = words::date(lang, role.period.from);
    match role.period.to {
        None => lang.tn(key("person-role-since"), [("from", from.into())]),
        Some(to) => lang.tn(
            key("person-role-until"),
            [("from", from.into()), ("to", words::date(lang, to).into())],
        ),
    }
}

fn new_role(visit: &Visit, card: &PersonView, typed: &RoleForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let from = if typed.from.is_empty() { visit.today().to_string() } else { typed.from.clone() };
    html! {
        form.form.mt-5 method="post" action={ "/people/" (card.person.id) "/roles" } {
            (visit.hidden())
            h3 { (lang.t(key("person-role-add"))) }
            (form::select(lang, &Input { name: "position", label: &lang.t(key("person-role-which")), value: &typed.position, ..Input::default() }, &terms::positions(lang), mends))
            (form::input(lang, &Input { name: "about", label: &lang.t(key("person-role-about")), hint: &lang.t(key("person-role-about-hint")), value: &typed.about, optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "from", label: &lang.t(key("person-role-from")), value: &from, kind: "date", width: "w-date", ..Input::default() }, mends))
            button.btn.btn-plain { (lang.t(key("person-role-add"))) }
        }
    }
}
