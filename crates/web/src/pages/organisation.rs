//! The card of the organisation: requisites that go into orders and forms.

use app::organisation::{self, CardView, ChangeCard, ChangeCardObstacle};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::organisation::{Card, CardObstacle, OrganisationKind};
use serde::Deserialize;

use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::group_size;
use crate::terms;
use crate::visit::Visit;

/// The time zones of Russia, from the west; a school elsewhere keeps the one it has.
const ZONES: &[&str] = &[
    "Europe/Kaliningrad",
    "Europe/Moscow",
    "Europe/Samara",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Novosibirsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
];

/// Shows the card.
pub(crate) async fn show_organisation(visit: Visit) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = organisation::show_card(ctx, ctx.at()).await?;
    Ok(card_page(&visit, &view))
}

/// A card as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct CardForm {
    name: String,
    full_name: String,
    kind: String,
    taxpayer_number: String,
    registration_number: String,
    address: String,
    settlement: String,
    phone: String,
    email: String,
    site: String,
    zone: String,
    revision: i64,
}

impl CardForm {
    fn of(view: &CardView) -> Self {
        let card = view.organisation.card.clone();
        Self {
            name: card.name,
            full_name: card.full_name,
            kind: view.organisation.kind.slug().to_owned(),
            taxpayer_number: card.taxpayer_number,
            registration_number: card.registration_number,
            address: card.address,
            settlement: card.settlement,
            phone: card.phone,
            email: card.email,
            site: card.site,
            zone: view.organisation.zone.clone(),
            revision: view.revision,
        }
    }

    fn ask(&self, kind: OrganisationKind) -> ChangeCard {
        let trim = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let card = Card {
            name: trim(&self.name),
            full_name: trim(&self.full_name),
            taxpayer_number: trim(&self.taxpayer_number),
            registration_number: trim(&self.registration_number),
            address: trim(&self.address),
            settlement: trim(&self.settlement),
            phone: trim(&self.phone),
            email: trim(&self.email),
            site: trim(&self.site),
        };
        ChangeCard { card, kind, zone: self.zone.clone(), revision: self.revision }
    }
}

/// Shows the form of the card.
pub(crate) async fn edit_organisation(visit: Visit) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = organisation::show_card(ctx, ctx.at()).await?;
    Ok(form_page(&visit, &CardForm::of(&view), &Mends::default()))
}

/// Changes the card.
pub(crate) async fn change_organisation(
    visit: Visit,
    Filled(form): Filled<CardForm>,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let kind = OrganisationKind::from_slug(&form.kind).unwrap_or(ctx.organisation.kind);
    match organisation::change_card(ctx, &form.ask(kind)).await {
        Ok(()) => Ok(visit.done("/organisation", key("notice-organisation-saved"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, form_page(&visit, &form, &mends)).into_response())
        }
    }
}

fn mends_of(lang: Lang, all: &[ChangeCardObstacle]) -> Mends {
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            ChangeCardObstacle::Card(it) => card_mend(lang, it, &mut mends),
            ChangeCardObstacle::Zone => mends.push("zone", lang.t(key("organisation-mend-zone"))),
        }
    }
    mends
}

fn card_mend(lang: Lang, it: &CardObstacle, mends: &mut Mends) {
    match it {
        CardObstacle::NoName => mends.push("name", lang.t(key("organisation-mend-name"))),
        CardObstacle::TooLong { field, limit } => {
            mends.push(field, lang.tn(key("organisation-mend-long"), [("limit", (*limit).into())]));
        }
        CardObstacle::TaxpayerNumber => {
            mends.push("taxpayer_number", lang.t(key("organisation-mend-taxpayer")))
        }
        CardObstacle::RegistrationNumber => {
            mends.push("registration_number", lang.t(key("organisation-mend-registration")));
        }
        CardObstacle::WrongLevel { .. } => mends.push("", lang.t(key("organisation-mend-level"))),
    }
}

fn card_page(visit: &Visit, view: &CardView) -> Markup {
    let lang = visit.lang;
    let (card, it) = (&view.organisation.card, &view.organisation);
    let kind = lang.tn(key("organisation-under"), [("kind", terms::kind(lang, it.kind).into())]);
    let acts = html! { @if view.may_edit { a.btn.btn-plain href="/organisation/edit" { (icon(Icon::Pen)) (lang.t(key("organisation-edit"))) } } };
    let rows = [
        (key("organisation-full-name"), &card.full_name),
        (key("organisation-taxpayer"), &card.taxpayer_number),
        (key("organisation-registration"), &card.registration_number),
        (key("organisation-address"), &card.address),
        (key("organisation-settlement"), &card.settlement),
        (key("organisation-phone"), &card.phone),
        (key("organisation-email"), &card.email),
        (key("organisation-site"), &card.site),
    ];
    let mut rows: Vec<_> =
        rows.into_iter().map(|(name, value)| (lang.t(name), shown(lang, value))).collect();
    rows.push((lang.t(key("organisation-zone")), html! { (terms::zone(lang, &it.zone)) }));
    let body = html! {
        (block::head(&card.name, &kind, &acts))
        (block::card(&rows))
        (group_size::sizes(lang, &view.sizes, visit.today(), view.may_edit))
    };
    shell::page(
        visit,
        &Frame { title: &card.name, section: Section::Organisation, crumbs: &[] },
        &body,
    )
}

fn shown(lang: Lang, value: &str) -> Markup {
    html! { @if value.is_empty() { span.soft { (lang.t(key("organisation-unknown"))) } } @else { (value) } }
}

fn form_page(visit: &Visit, typed: &CardForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("organisation-edit"));
    let body = html! {
        (block::head(&title, "", &html! {}))
        (form::refusal(lang, &lang.t(key("organisation-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/organisation" {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            (fields(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = [
        Way {
            href: "/organisation".to_owned(),
            words: lang.t(key("section-organisation")),
            here: false,
        },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(
        visit,
        &Frame { title: &title, section: Section::Organisation, crumbs: &crumbs },
        &body,
    )
}

fn fields(lang: Lang, typed: &CardForm, mends: &Mends) -> Markup {
    let line = |name, label: &str, value: &str, width| {
        form::input(
            lang,
            &Input { name, label, value, width, optional: name != "name", ..Input::default() },
            mends,
        )
    };
    let kinds: Vec<_> = OrganisationKind::ALL
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: terms::kind(lang, *it) })
        .collect();
    let known = ZONES
        .iter()
        .copied()
        .chain((!ZONES.contains(&typed.zone.as_str())).then_some(typed.zone.as_str()));
    let zones: Vec<_> =
        known.map(|it| Answer { value: it.to_owned(), words: terms::zone(lang, it) }).collect();
    html! {
        (line("name", &lang.t(key("organisation-name")), &typed.name, ""))
        (line("full_name", &lang.t(key("organisation-full-name")), &typed.full_name, ""))
        (form::select(lang, &Input { name: "kind", label: &lang.t(key("organisation-kind")), value: &typed.kind, ..Input::default() }, &kinds, mends))
        (line("taxpayer_number", &lang.t(key("organisation-taxpayer")), &typed.taxpayer_number, "w-mid"))
        (line("registration_number", &lang.t(key("organisation-registration")), &typed.registration_number, "w-mid"))
        (line("address", &lang.t(key("organisation-address")), &typed.address, ""))
        (form::input(lang, &Input { name: "settlement", label: &lang.t(key("organisation-settlement")), hint: &lang.t(key("organisation-settlement-hint")), value: &typed.settlement, width: "w-mid", optional: true, ..Input::default() }, mends))
        (line("phone", &lang.t(key("organisation-phone")), &typed.phone, "w-mid"))
        (line("email", &lang.t(key("organisation-email")), &typed.email, "w-mid"))
        (line("site", &lang.t(key("organisation-site")), &typed.site, "w-mid"))
        (form::select(lang, &Input { name: "zone", label: &lang.t(key("organisation-zone")), hint: &lang.t(key("organisation-zone-hint")), value: &typed.zone, ..Input::default() }, &zones, mends))
    }
}
