//! The card of a person: requisites, roles from a day to a day, the next step.

use app::person::{self, PersonView};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::person::{Person, PersonRole};
use uuid::Uuid;

use crate::kit::block;
use crate::kit::form::{self, Mends};
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
    Ok(card_page(&visit, &card, &Mends::default()))
}

/// Prints the card, with what stood in the way of ending a role.
pub(crate) fn card_page(visit: &Visit, card: &PersonView, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let person = &card.person;
    let name = person.name.full();
    let may_invite = visit.signed.as_ref().is_some_and(|it| it.may(Action::ManageAccounts));
    let may_see_consents = visit.signed.as_ref().is_some_and(|it| {
        it.may(Action::SeeConsents) || it.person == person.id && it.may_oneself(Action::SeeConsents)
    });
    let may_see_tasks = visit.signed.as_ref().is_some_and(|it| {
        it.may(Action::SeeTasks) || it.person == person.id && it.may_oneself(Action::SeeTasks)
    });
    let acts = html! {
        @if may_see_tasks { a.btn.btn-plain href={ "/people/" (person.id) "/tasks" } { (lang.t(key("by-person-here"))) } }
        @if may_see_consents { a.btn.btn-plain href={ "/people/" (person.id) "/consents" } { (lang.t(key("consents-title"))) } }
        @if card.may_edit { a.btn.btn-plain href={ "/people/" (person.id) "/edit" } { (icon(Icon::Pen)) (lang.t(key("person-edit"))) } }
        @if may_invite { a.btn.btn-plain href={ "/people/" (person.id) "/access" } { (icon(Icon::Lock)) (lang.t(key("access"))) } }
    };
    let body = html! {
        (block::head(&name, &person.job_title, &acts))
        (form::refusal(lang, &lang.t(key("person-role-refused")), "", mends))
        @if let Some(day) = person.left_on { p { (lang.tn(key("person-left"), [("day", words::date(lang, day).into())])) } }
        (block::card(&[
            (lang.t(key("person-phone")), shown(lang, &person.contact.phone)),
            (lang.t(key("person-email")), shown(lang, &person.contact.email)),
        ]))
        section aria-labelledby="roles" {
            (block::section_head("roles", &lang.t(key("person-roles")), "", None))
            (roles(visit, card))
            @if card.may_edit {
                p.acts.mt-4 {
                    a.btn.btn-plain.btn-s href={ "/people/" (person.id) "/roles/new" } { (icon(Icon::Plus)) (lang.t(key("person-role-add"))) }
                    @if person.left_on.is_none() { a href={ "/people/" (person.id) "/leaving/new" } { (lang.t(key("leaving"))) } }
                }
            }
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

/// The way down to a page about a person.
pub(crate) fn crumbs_to(lang: Lang, person: &Person, here: String) -> [Way; 3] {
    [
        Way { href: "/people".to_owned(), words: lang.t(key("people-title")), here: false },
        Way { href: format!("/people/{}", person.id), words: person.name.short(), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}
