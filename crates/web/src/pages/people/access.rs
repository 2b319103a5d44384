//! Who of the people has access: the rights held, the invitations that wait, and ending both.

use app::account::{self, EndMembershipObstacle, InvitationState, InvitationView, Member};
use app::person;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{InvitationId, MembershipId, PersonId};
use mentoring::person::Person;
use uuid::Uuid;

use super::card::crumbs_to;
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// Shows the access of a person.
pub(crate) async fn show_access(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    access_page(&visit, PersonId(id), &Mends::default()).await
}

/// Ends a membership: its holder sees nothing of the organisation from this moment.
pub(crate) async fn end_membership(
    visit: Visit,
    Path((id, membership)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    match account::end_membership(visit.ctx()?, MembershipId(membership)).await {
        Ok(()) => Ok(visit.done(&format!("/people/{id}/access"), key("notice-access-ended"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = access_page(&visit, id, &mends).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[EndMembershipObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            EndMembershipObstacle::LastManager => {
                mends.push("", lang.t(key("access-mend-last-manager")));
            }
            EndMembershipObstacle::Ended { on } => {
                let on = words::date(lang, *on);
                mends.push("", lang.tn(key("access-mend-ended"), [("on", on.into())]));
            }
        }
    }
    mends
}

/// Takes back an invitation that was not used.
pub(crate) async fn withdraw_invitation(
    visit: Visit,
    Path((id, invitation)): Path<(Uuid, Uuid)>,
    _: Filled<Button>,
) -> Result<Response, Oops> {
    account::withdraw_invitation(visit.ctx()?, InvitationId(invitation)).await?;
    Ok(visit.done(&format!("/people/{id}/access"), key("notice-invitation-withdrawn")))
}

pub(crate) async fn access_page(
    visit: &Visit,
    id: PersonId,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lang = visit.lang;
    let person = person::show_person(ctx, id).await?.person;
    let members = account::list_members(ctx).await?.into_iter();
    let held: Vec<_> = members.filter(|it| it.person == id && it.to.is_none()).collect();
    let invitations = account::list_invitations(ctx).await?.into_iter();
    let is_open = |it: &InvitationView| it.person == id && it.state == InvitationState::Open;
    let waiting: Vec<_> = invitations.filter(is_open).collect();
    let title = lang.tn(key("access-title"), [("name", person.name.short().into())]);
    let invite = html! { a.btn.btn-go href={ "/people/" (id) "/invitations/new" } { (icon(Icon::Send)) (lang.t(key("invite"))) } };
    let body = html! {
        (block::head(&title, &lang.t(key("access-under")), &invite))
        (form::refusal(lang, &lang.t(key("access-refused")), "", mends))
        @if held.is_empty() && waiting.is_empty() {
            (block::empty(&lang.t(key("access-none")), &lang.t(key("access-none-how")), &html! {}))
        }
        ul.plain {
            @for it in &held { li { (membership(visit, &person, it)) } }
            @for it in &waiting { li { (invitation(visit, &person, it)) } }
        }
        @if !held.is_empty() { (new_password(visit, id)) }
    };
    let crumbs = crumbs_to(lang, &person, lang.t(key("access")));
    Ok(shell::page(
        visit,
        &Frame { title: &title, section: Section::People, crumbs: &crumbs },
        &body,
    ))
}

/// The way for whoever has forgotten the password.
fn new_password(visit: &Visit, id: PersonId) -> Markup {
    let lang = visit.lang;
    html! {
        section.mt-5 aria-labelledby="forgotten" {
            (block::section_head("forgotten", &lang.t(key("password-link-forgotten")), "", None))
            p { (lang.t(key("password-link-why"))) }
            form method="post" action={ "/people/" (id) "/password-links" } {
                (visit.hidden())
                button.btn.btn-plain { (lang.t(key("password-link"))) }
            }
        }
    }
}

fn membership(visit: &Visit, person: &Person, it: &Member) -> Markup {
    let lang = visit.lang;
    let since = words::date(lang, it.from);
    let what = html! { b { (terms::role(lang, it.role)) } " " span.soft { (lang.tn(key("person-role-since"), [("from", since.into())])) } };
    let action = format!("/people/{}/memberships/{}/end", person.id, it.id);
    line(visit, &what, &action, &lang.t(key("access-end")), &terms::role(lang, it.role))
}

fn invitation(visit: &Visit, person: &Person, it: &InvitationView) -> Markup {
    let lang = visit.lang;
    let until = words::moment(lang, visit.local(it.expires_at));
    let what = html! { b { (terms::role(lang, it.role)) } " " span.soft { (lang.tn(key("access-waiting"), [("until", until.into())])) } };
    let action = format!("/people/{}/invitations/{}/withdraw", person.id, it.id);
    line(visit, &what, &action, &lang.t(key("access-withdraw")), &terms::role(lang, it.role))
}

fn line(visit: &Visit, what: &Markup, action: &str, button: &str, about: &str) -> Markup {
    html! {
        div.d-flex.flex-wrap.gap-4 {
            span { (what) }
            form method="post" action=(action) {
                (visit.hidden())
                button.btn-text { (button) span.visually-hidden { ": " (about) } }
            }
        }
    }
}
