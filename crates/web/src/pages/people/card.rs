//! The card of a person: requisites, roles from a day to a day, the next step.

use app::person::{self, PersonView};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::person::listed::PersonKind;
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
    let may_see_held = visit.signed.as_ref().is_some_and(|it| {
        it.may(Action::SeeHeld) || it.person == person.id && it.may_oneself(Action::SeeHeld)
    });
    let acts = html! {
        @if may_see_tasks { a.btn.btn-plain href={ "/people/" (person.id) "/tasks" } { (lang.t(key("by-person-here"))) } }
        @if may_see_consents { a.btn.btn-plain href={ "/people/" (person.id) "/consents" } { (lang.t(key("consents-title"))) } }
        @if card.may_edit { a.btn.btn-plain href={ "/people/" (person.id) "/edit" } { (icon(Icon::Pen)) (lang.t(key("person-edit"))) } }
        @if may_invite { a.btn.btn-plain href={ "/people/" (person.id) "/access" } { (icon(Icon::Lock)) (lang.t(key("access"))) } }
    };
    let body = html! {
        (block::head(&name, &under(visit, card), &acts))
        (form::refusal(lang, &lang.t(key("person-role-refused")), "", mends))
        @if let Some(day) = person.left_on { p { (lang.tn(key("person-left"), [("day", words::date(lang, day).into())])) } }
        (block::card(&[
            (lang.t(key("person-phone")), shown(lang, &person.contact.phone)),
            (lang.t(key("person-email")), shown(lang, &person.contact.email)),
        ]))
        (known(visit, card))
        @if may_see_held { p { a href={ "/people/" (person.id) "/held" } { (lang.t(key("held-title"))) } } }
        section aria-labelledby="roles" {
            (block::section_head("roles", &lang.t(key("person-roles")), "", None))
            (roles(visit, card))
            @if card.may_edit {
                p.acts.mt-4 {
                    a.btn.btn-plain.btn-s href={ "/people/" (person.id) "/roles/new" } { (icon(Icon::Plus)) (lang.t(key("person-role-add"))) }
                    a href={ "/people/" (person.id) "/absences" } { (lang.t(key("absences-title"))) }
                    @if may_invite && person.left_on.is_none() { a href={ "/people/" (person.id) "/handing-over" } { (lang.t(key("handing"))) } }
                    @if visit.signed.as_ref().is_some_and(|it| it.may(Action::SeePapers)) { a href={ "/papers/made?person=" (person.id) } { (lang.t(key("papers-title"))) } }
                    @if person.left_on.is_none() { a href={ "/people/" (person.id) "/leaving/new" } { (lang.t(key("leaving"))) } }
                }
            }
        }
    };
    let body = html! { (body) (history(visit, card)) (name_forms(lang, card)) };
    let here = Way { href: String::new(), words: person.name.short(), here: true };
    let sees_people = visit.signed.as_ref().is_some_and(|it| it.may(Action::SeePeople));
    // The list of people is not everybody's: who sees the own card only comes from the own roles.
    let (section, above, words) = match sees_people {
        true => (Section::People, "/people", lang.t(key("people-title"))),
        false => (Section::Me, "/me", lang.t(key("section-me"))),
    };
    let crumbs = [Way { href: above.to_owned(), words, here: false }, here];
    shell::page(visit, &Frame { title: &name, section, crumbs: &crumbs }, &body)
}

/// What the person is to the organisation, and the job.
fn under(visit: &Visit, card: &PersonView) -> String {
    let today = visit.today();
    let held = card.roles.iter().filter(|it| it.period.contains(today));
    let positions: Vec<_> = held.map(|it| it.position).collect();
    let kinds = PersonKind::all_of(&positions, &card.person.job_title).into_iter();
    let kinds = kinds.map(|it| terms::person_kind(visit.lang, it));
    let job = Some(card.person.job_title.clone()).filter(|it| !it.is_empty());
    kinds.chain(job).collect::<Vec<_>>().join(", ")
}

/// What is known beside the card, to who may see it.
fn known(visit: &Visit, card: &PersonView) -> Markup {
    let lang = visit.lang;
    let Some(detail) = &card.detail else { return html! {} };
    let years = detail.teaches_since.map(|it| {
        let years = visit.today().year() - it.year();
        lang.tn(key("person-years"), [("count", years.max(0).into())])
    });
    let gender = detail.gender().map(|it| lang.t(&format!("gender-{}", it.slug())));
    let rows = [
        (key("detail-birth"), detail.birth_on.map(|it| words::date(lang, it))),
        (key("detail-gender"), gender),
        (key("detail-category"), Some(detail.category.clone()).filter(|it| !it.is_empty())),
        (key("people-experience"), years),
        (
            key("detail-contract"),
            Some(detail.works_by_contract.clone()).filter(|it| !it.is_empty()),
        ),
    ];
    let rows: Vec<_> = rows
        .into_iter()
        .filter_map(|(name, value)| {
            let value = value?;
            Some((lang.t(name), html! { (value) }))
        })
        .collect();
    html! { @if !rows.is_empty() { (block::card(&rows)) } }
}

/// What was true before, with its days.
fn history(visit: &Visit, card: &PersonView) -> Markup {
    let lang = visit.lang;
    html! { @if !card.facts.is_empty() {
        section aria-labelledby="history" {
            (block::section_head("history", &lang.t(key("person-history")), "", None))
            ul.plain { @for it in &card.facts { li {
                (lang.t(&format!("fact-{}", it.kind.slug()))) ": "
                @if it.value.is_empty() { (lang.t(key("organisation-unknown"))) } @else { (it.value) }
                " " span.soft { (lang.tn(key("person-role-since"), [("from", words::date(lang, it.from).into())])) }
            } } }
        }
    } }
}

/// The forms that were corrected, and the way to correct them.
fn name_forms(lang: Lang, card: &PersonView) -> Markup {
    let corrected: Vec<_> =
        card.forms.texts().into_iter().filter(|(_, text)| !text.is_empty()).collect();
    html! { @if card.may_edit || !corrected.is_empty() {
        section aria-labelledby="forms" {
            (block::section_head("forms", &lang.t(key("name-title")), &lang.t(key("name-short")), None))
            @for (field, text) in corrected { p { (lang.t(&format!("case-{field}"))) ": " (text) } }
            @if card.may_edit { p { a href={ "/people/" (card.person.id) "/name" } { (lang.t(key("name-edit"))) } } }
        }
    } }
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
