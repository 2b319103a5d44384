//! The card of the organisation: requisites that go into orders and forms.

pub(crate) mod act;
pub(crate) mod head;
pub(crate) mod school_year;

use app::organisation::{self, CardView, ChangeCard, ChangeCardObstacle};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::organisation::requisites::Requisites;
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
    founder: String,
    municipality: String,
    region: String,
    register_address: String,
    head_title: String,
    council: String,
    order_suffix: String,
    year_line: String,
    charter: String,
    revision: i64,
}

impl CardForm {
    fn of(view: &CardView) -> Self {
        let card = view.organisation.card.clone();
        let more = view.requisites.clone();
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
            founder: more.founder,
            municipality: more.municipality,
            region: more.region,
            register_address: more.register_address,
            head_title: more.head_title,
            council: more.council,
            order_suffix: more.order_suffix,
            year_line: more.year_line,
            charter: more.charter,
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
        let requisites = Requisites {
            founder: trim(&self.founder),
            municipality: trim(&self.municipality),
            region: trim(&self.region),
            register_address: trim(&self.register_address),
            head_title: trim(&self.head_title),
            council: trim(&self.council),
            order_suffix: trim(&self.order_suffix),
            year_line: trim(&self.year_line),
            charter: trim(&self.charter),
        };
        ChangeCard { card, requisites, kind, zone: self.zone.clone(), revision: self.revision }
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
        CardObstacle::Phone => mends.push("phone", lang.t(key("organisation-mend-phone"))),
        CardObstacle::Email => mends.push("email", lang.t(key("person-mend-email"))),
        CardObstacle::Site => mends.push("site", lang.t(key("organisation-mend-site"))),
        CardObstacle::WrongLevel { .. } => mends.push("", lang.t(key("organisation-mend-level"))),
    }
}

fn card_page(visit: &Visit, view: &CardView) -> Markup {
    let lang = visit.lang;
    let (card, it, more) = (&view.organisation.card, &view.organisation, &view.requisites);
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
        (key("organisation-founder"), &more.founder),
        (key("organisation-municipality"), &more.municipality),
        (key("organisation-region"), &more.region),
        (key("organisation-register-address"), &more.register_address),
        (key("organisation-charter"), &more.charter),
        (key("organisation-head-title"), &more.head_title),
        (key("organisation-council"), &more.council),
        (key("organisation-suffix"), &more.order_suffix),
        (key("organisation-year-line"), &more.year_line),
    ];
    let mut rows: Vec<_> =
        rows.into_iter().map(|(name, value)| (lang.t(name), shown(lang, value))).collect();
    rows.push((lang.t(key("organisation-zone")), html! { (terms::zone(lang, &it.zone)) }));
    let body = html! {
        (block::head(&card.name, &kind, &acts))
        (block::card(&rows))
        (head::heads(visit, &view.heads, view.may_edit))
        (act::acts(visit, &view.acts, view.may_edit))
        section aria-labelledby="terms" {
            (block::section_head("terms", &lang.t(key("quarters")), &lang.t(key("quarters-under")), None))
            p { a.btn.btn-plain.btn-s href="/organisation/terms" { (lang.t(key("quarters-open"))) } }
        }
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
    inner_page(visit, &title, &body)
}

/// Prints a page below the card.
fn inner_page(visit: &Visit, title: &str, body: &Markup) -> Markup {
    let lang = visit.lang;
    let crumbs = [
        Way {
            href: "/organisation".to_owned(),
            words: lang.t(key("section-organisation")),
            here: false,
        },
        Way { href: String::new(), words: title.to_owned(), here: true },
    ];
    shell::page(visit, &Frame { title, section: Section::Organisation, crumbs: &crumbs }, body)
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
        (requisites(lang, typed, mends))
    }
}

/// What only papers take, in a part of its own.
fn requisites(lang: Lang, typed: &CardForm, mends: &Mends) -> Markup {
    let line = |name, label: &str, hint: &str, value: &str, width| {
        let input = Input { name, label, hint, value, width, optional: true, ..Input::default() };
        form::input(lang, &input, mends)
    };
    html! {
        h2.h3.mt-5 { (lang.t(key("organisation-requisites"))) }
        (line("founder", &lang.t(key("organisation-founder")), &lang.t(key("organisation-founder-hint")), &typed.founder, ""))
        (line("municipality", &lang.t(key("organisation-municipality")), "", &typed.municipality, ""))
        (line("region", &lang.t(key("organisation-region")), "", &typed.region, ""))
        (line("register_address", &lang.t(key("organisation-register-address")), &lang.t(key("organisation-register-hint")), &typed.register_address, ""))
        (line("charter", &lang.t(key("organisation-charter")), &lang.t(key("organisation-charter-hint")), &typed.charter, ""))
        (line("head_title", &lang.t(key("organisation-head-title")), &lang.t(key("organisation-head-title-hint")), &typed.head_title, "w-mid"))
        (line("council", &lang.t(key("organisation-council")), &lang.t(key("organisation-council-hint")), &typed.council, ""))
        (line("order_suffix", &lang.t(key("organisation-suffix")), &lang.t(key("organisation-suffix-hint")), &typed.order_suffix, "w-num"))
        (line("year_line", &lang.t(key("organisation-year-line")), &lang.t(key("organisation-year-line-hint")), &typed.year_line, ""))
    }
}
