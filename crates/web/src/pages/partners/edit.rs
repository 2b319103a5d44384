//! The form of a partner: new and changed.

use app::partner::{self, SavePartner};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::PartnerId;
use mentoring::partner::PartnerObstacle;
use serde::Deserialize;
use uuid::Uuid;

use super::inner;
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// A partner as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PartnerForm {
    name: String,
    contact: String,
    phone: String,
    email: String,
    note: String,
    from: String,
    revision: i64,
    not_sensitive: String,
}

impl PartnerForm {
    /// Asks once about a note that seems to tell of health or of the police.
    fn asks(&self, lang: Lang, mends: &mut Mends) -> bool {
        asks_about(lang, "note", &self.note, self.not_sensitive == "yes", mends)
    }

    fn ask(&self) -> SavePartner {
        SavePartner {
            name: self.name.clone(),
            contact: self.contact.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            note: self.note.clone(),
        }
    }
}

/// Shows the form of a new partner.
pub(crate) async fn new_partner(visit: Visit) -> Markup {
    let typed = PartnerForm { from: visit.today().to_string(), ..PartnerForm::default() };
    partner_page(&visit, None, &typed, &Mends::default())
}

/// Adds a partner.
pub(crate) async fn add_partner(
    visit: Visit,
    Filled(form): Filled<PartnerForm>,
) -> Result<Response, Oops> {
    let mut mends = Mends::default();
    let from = mends.day(visit.lang, "from", &form.from);
    let asks = form.asks(visit.lang, &mut mends);
    if let Some(from) = from.filter(|_| !asks) {
        match partner::add_partner(visit.ctx()?, &form.ask(), from).await {
            Ok(id) => {
                return Ok(visit.done(&format!("/partners/{id}"), key("notice-partner-added")));
            }
            Err(refusal) => mends = mends_of(visit.lang, &obstacles(refusal)?),
        }
    }
    let page = partner_page(&visit, None, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Shows the form of a known partner.
pub(crate) async fn edit_partner(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    if !ctx.may(Action::EditPartners) {
        return Err(Oops::NotFound);
    }
    let it = partner::show_partner(ctx, PartnerId(id)).await?.partner;
    let typed = PartnerForm {
        name: it.name,
        contact: it.contact,
        phone: it.phone,
        email: it.email,
        note: it.note,
        from: it.from_on.to_string(),
        revision: it.revision,
        ..PartnerForm::default()
    };
    Ok(partner_page(&visit, Some(PartnerId(id)), &typed, &Mends::default()))
}

/// Changes a partner.
pub(crate) async fn change_partner(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<PartnerForm>,
) -> Result<Response, Oops> {
    let id = PartnerId(id);
    let mut mends = Mends::default();
    if form.asks(visit.lang, &mut mends) {
        partner::show_partner(visit.ctx()?, id).await?;
        let page = partner_page(&visit, Some(id), &form, &mends);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    match partner::change_partner(visit.ctx()?, id, &form.ask(), form.revision).await {
        Ok(()) => Ok(visit.done(&format!("/partners/{id}"), key("notice-partner-saved"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = partner_page(&visit, Some(id), &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Says what to do about each obstacle, at its field.
pub(super) fn mends_of(lang: Lang, all: &[PartnerObstacle]) -> Mends {
    let mut mends = Mends::default();
    let day = |it| words::date(lang, it);
    for it in all {
        match it {
            PartnerObstacle::NoName => mends.push("name", lang.t(key("partner-mend-name"))),
            PartnerObstacle::Known => mends.push("name", lang.t(key("partner-mend-known"))),
            PartnerObstacle::NoSubject => {
                mends.push("subject", lang.t(key("agreement-mend-subject")));
            }
            PartnerObstacle::TooLong { field, limit } => {
                mends.push(field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
            }
            PartnerObstacle::Email => mends.push("email", lang.t(key("person-mend-email"))),
            PartnerObstacle::EndsBeforeItBegan { from } => {
                mends.push("until", lang.tn(key("partner-mend-ends"), [("day", day(*from).into())]))
            }
            PartnerObstacle::Named { since } => mends
                .push("person", lang.tn(key("partner-mend-named"), [("day", day(*since).into())])),
        }
    }
    mends
}

fn partner_page(
    visit: &Visit,
    known: Option<PartnerId>,
    typed: &PartnerForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let title = lang.t(if known.is_some() { key("partner-edit") } else { key("partner-add") });
    let action = known.map_or_else(|| "/partners".to_owned(), |id| format!("/partners/{id}"));
    let line = |name, label: &str, hint: &str, value: &str| {
        let input =
            Input { name, label, hint, value, optional: name != "name", ..Input::default() };
        form::input(lang, &input, mends)
    };
    let body = html! {
        (block::head(&title, "", &html! {}))
        (form::refusal(lang, &lang.t(key("partner-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action=(action) {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (line("name", &lang.t(key("partner-name")), &lang.t(key("partner-name-hint")), &typed.name))
            (line("contact", &lang.t(key("partner-contact")), &lang.t(key("partner-contact-hint")), &typed.contact))
            (line("phone", &lang.t(key("person-phone")), "", &typed.phone))
            (line("email", &lang.t(key("person-email")), "", &typed.email))
            (form::lines(lang, &Input { name: "note", label: &lang.t(key("pool-note")), value: &typed.note, optional: true, ..Input::default() }, 3, mends))
            (confirm(lang, &typed.note))
            @if known.is_none() {
                (form::input(lang, &Input { name: "from", label: &lang.t(key("partner-from")), value: &typed.from, kind: "date", width: "w-date", ..Input::default() }, mends))
            }
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    inner(visit, &title, &body)
}
