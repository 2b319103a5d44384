//! Inviting a person: the right it gives, then the link, as text for a messenger and as a slip.
//!
//! The link is shown once, to the one who made it: only its digest is kept. E-mail is not needed.

use app::account::{self, Invite, InviteLink, InviteObstacle};
use app::person;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, PreEscaped, html};
use mentoring::access::Role;
use mentoring::id::PersonId;
use mentoring::organisation::Level;
use mentoring::person::Person;
use qrcode::QrCode;
use qrcode::render::svg;
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

/// Shows the choice of the role that an invitation gives.
pub(crate) async fn new_invitation(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let card = person::show_person(visit.ctx()?, PersonId(id)).await?;
    let usual = match visit.ctx()?.organisation.level {
        Level::Institution => Role::Teacher,
        Level::Municipality => Role::MunicipalCentre,
        Level::Region => Role::RegionalCentre,
    };
    Ok(invite_page(&visit, &card.person, usual.slug(), &Mends::default()))
}

/// Which role the invitation gives.
#[derive(Deserialize)]
pub(crate) struct InviteForm {
    #[serde(default)]
    role: String,
}

/// Makes an invitation and shows its link, for the only time.
///
/// It answers with the page itself: an address to go to would have to hold the secret.
pub(crate) async fn invite(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<InviteForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let person = person::show_person(ctx, PersonId(id)).await?.person;
    let Some(role) = Role::from_slug(&form.role) else {
        let mut mends = Mends::default();
        mends.push("role", visit.lang.t(key("person-mend-role-which")));
        let page = invite_page(&visit, &person, "", &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    match account::invite(ctx, Invite { person: person.id, role }).await {
        Ok(link) => Ok(link_page(&visit, &person, &link).into_response()),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = invite_page(&visit, &person, &form.role, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[InviteObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            InviteObstacle::HasRole => mends.push("role", lang.t(key("invite-mend-has-role"))),
            InviteObstacle::Invited => mends.push("role", lang.t(key("invite-mend-invited"))),
            InviteObstacle::WrongLevel { role, .. } => {
                mends.push(
                    "role",
                    lang.tn(key("invite-mend-level"), [("role", terms::role(lang, *role).into())]),
                );
            }
            InviteObstacle::OnlyActing { .. } => {
                mends.push("role", lang.t(key("invite-mend-acting")));
            }
            InviteObstacle::Left => mends.push("", lang.t(key("invite-mend-left"))),
        }
    }
    mends
}

/// Prints the choice of the role that the invitation gives.
fn invite_page(visit: &Visit, person: &Person, chosen: &str, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.tn(key("invite-title"), [("name", person.name.short().into())]);
    let level = visit.ctx().map_or(Level::Institution, |it| it.organisation.level);
    let answers: Vec<_> = Role::ALL
        .iter()
        .filter(|it| it.is_of(level))
        .map(|it| Answer { value: it.slug().to_owned(), words: terms::role(lang, *it) })
        .collect();
    let input = Input {
        name: "role",
        label: &lang.t(key("invite-role")),
        hint: &lang.t(key("invite-role-hint")),
        value: chosen,
        ..Input::default()
    };
    let body = html! {
        (block::head(&title, &lang.t(key("invite-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("invite-refused")), "", mends))
        form.form method="post" action={ "/people/" (person.id) "/invitations" } {
            (visit.hidden())
            (form::one_of(lang, &input, &answers, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("invite-do"))) } }
        }
    };
    shell::page(
        visit,
        &Frame {
            title: &title,
            section: Section::People,
            crumbs: &crumbs_to(lang, person, lang.t(key("invite"))),
        },
        &body,
    )
}

/// Prints the link of a new invitation, for the only time.
///
/// It lives in an answer to a form, so «Back» and «Reload» do not show it again.
fn link_page(visit: &Visit, person: &Person, made: &InviteLink) -> Markup {
    let lang = visit.lang;
    let link = visit.whole_address(&format!("/invitations/{}", made.token));
    let until = words::date(lang, visit.local(made.expires_at).date());
    let title = lang.tn(key("invite-ready"), [("name", person.name.short().into())]);
    let under = lang.tn(key("invite-ready-under"), [("until", until.clone().into())]);
    let message = message(lang, person, &link, &until);
    let body = html! {
        (block::head(&title, &under, &html! {}))
        div.form.no-print {
            (form::input(lang, &Input { name: "link", label: &lang.t(key("invite-link")), value: &link, ..Input::default() }, &Mends::default()))
            (form::lines(lang, &Input { name: "message", label: &lang.t(key("invite-message")), value: &message, ..Input::default() }, 4, &Mends::default()))
        }
        section aria-labelledby="slip" {
            (block::section_head("slip", &lang.t(key("invite-slip")), "", None))
            p.no-print { (lang.t(key("invite-slip-how"))) " " (lang.t(key("invite-print"))) }
            p.mt-2 { b { (person.name.full()) } }
            (qr(lang, &link))
        }
    };
    let crumbs = crumbs_to(lang, person, lang.t(key("invite")));
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &crumbs }, &body)
}

/// Writes the text for the school's messenger, which greets by first name and patronymic.
fn message(lang: Lang, person: &Person, link: &str, until: &str) -> String {
    let name = &person.name;
    let first = if name.first.is_empty() { &name.surname } else { &name.first };
    let greeted = format!("{first} {}", name.patronymic);
    let words = [
        ("name", greeted.trim().to_owned().into()),
        ("link", link.to_owned().into()),
        ("until", until.to_owned().into()),
    ];
    lang.tn(key("invite-message-text"), words)
}

/// Draws a link for the camera of a phone; nothing where the link is too long for a code.
pub(crate) fn qr(lang: Lang, link: &str) -> Markup {
    const SIDE: u32 = 220;
    let Ok(code) = QrCode::new(link.as_bytes()) else { return html! {} };
    let drawing = code.render::<svg::Color<'_>>().min_dimensions(SIDE, SIDE).build();
    // The drawing comes with a declaration of XML, which has no place inside a page.
    let drawing = drawing.split_once("?>").map_or(drawing.as_str(), |(_, svg)| svg);
    html! { figure.qr role="img" aria-label=(lang.t(key("invite-qr"))) { (PreEscaped(drawing)) } }
}
