//! One consent: which text was signed, by whom, for how long, what ends it, the scans, what may be
//! shown where.

use app::pools::consent::{self, GivenConsent, OneConsent};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::consent::{ConsentState, Signer};
use mentoring::id::{ConsentId, PersonId, ScanId};
use uuid::Uuid;

use super::{edition, kind, publishing, signer, state};
use crate::attachment::give;
use crate::filled::Upload;
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::people::card::crumbs_to;
use crate::pages::scans;
use crate::visit::Visit;
use crate::words;

/// Shows a consent.
pub(crate) async fn show_consent(
    visit: Visit,
    Path((person, id)): Path<(Uuid, Uuid)>,
) -> Result<Markup, Oops> {
    let one = consent::show_consent(visit.ctx()?, PersonId(person), ConsentId(id)).await?;
    page(&visit, &one, &Mends::default())
}

/// Attaches a scan to a consent.
pub(crate) async fn attach_scan(
    visit: Visit,
    Path((person, id)): Path<(Uuid, Uuid)>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let of = (PersonId(person), ConsentId(id));
    let brought = scans::brought(&mut upload).unwrap_or_default();
    match consent::attach_consent_scan(visit.ctx()?, of, brought).await {
        Ok(()) => {
            let to = format!("/people/{person}/consents/{id}");
            Ok(visit.done(&to, key("notice-scan")))
        }
        Err(refusal) => {
            let mut mends = Mends::default();
            for it in obstacles(refusal)? {
                mends.push("file", scans::mend(visit.lang, it));
            }
            let one = consent::show_consent(visit.ctx()?, of.0, of.1).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&visit, &one, &mends)?).into_response())
        }
    }
}

/// Gives a scan of a consent.
pub(crate) async fn show_scan(
    visit: Visit,
    Path((person, id, scan)): Path<(Uuid, Uuid, Uuid)>,
) -> Result<Response, Oops> {
    let of = (PersonId(person), ConsentId(id));
    Ok(give(consent::show_consent_scan(visit.ctx()?, of, ScanId(scan)).await?))
}

fn page(visit: &Visit, one: &OneConsent, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let given = one.given().ok_or(Oops::NotFound)?;
    let person = &one.of_person.line.known.person;
    let title = kind(lang, given.record.kind);
    let href = format!("/people/{}/consents/{}", person.id, one.id);
    let may_edit = one.of_person.may_edit;
    let rule = given.record.for_rule();
    let body = html! {
        (block::head(&title, &person.name.full(), &html! {}))
        (form::refusal(lang, &lang.t(key("scan-refused")), "", mends))
        (block::card(&facts(lang, given)))
        @if let Some(distribution) = &rule.distribution {
            section aria-labelledby="publishing" {
                (block::section_head("publishing", &lang.t(key("consent-shown")), "", None))
                (publishing::shown(lang, distribution))
            }
        }
        (scans::section(visit, &format!("{href}/scans"), &one.scans, may_edit, mends))
        @if may_edit && given.record.withdrawn_on.is_none() {
            p.acts.mt-4 { a.btn.btn-plain href={ (href) "/withdraw" } { (lang.t(key("withdraw-do"))) } }
        }
    };
    let mut crumbs = crumbs_to(lang, person, title.clone()).to_vec();
    let all = Way {
        href: format!("/people/{}/consents", person.id),
        words: lang.t(key("consents-title")),
        here: false,
    };
    crumbs.insert(crumbs.len().saturating_sub(1), all);
    let frame = Frame { title: &title, section: Section::Consents, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

fn facts(lang: Lang, given: &GivenConsent) -> Vec<(String, Markup)> {
    let record = &given.record;
    let day = |it| words::date(lang, it);
    let mut who = Vec::new();
    for it in record.for_rule().signed_by {
        match (it, &given.guardian) {
            (Signer::Guardian, Some(person)) => who.push(person.name.full()),
            _ => who.push(signer(lang, it)),
        }
    }
    vec![
        (lang.t(key("orders-column-state")), html! { (state(lang, given.state)) }),
        (lang.t(key("consent-signed")), html! { (day(record.signed_on)) }),
        (lang.t(key("consent-signed-by")), html! { (who.join(", ")) }),
        (lang.t(key("consent-text")), text(lang, given)),
        (lang.t(key("consent-ends")), html! { (ends(lang, given)) }),
    ]
}

fn text(lang: Lang, given: &GivenConsent) -> Markup {
    html! {
        @match &given.edition {
            Some(it) => {
                a href={ "/consents/texts/" (it.id) } { (lang.tn(key("consent-text-signed"), [("edition", edition(lang, it).into())])) }
                @if !it.is_in_force { br; span.soft { (lang.t(key("consent-text-earlier"))) } }
            },
            None => span.soft { (lang.t(key("consent-text-unknown"))) },
        }
    }
}

/// Everything that ends it, in words: the term, an age, a withdrawal at any time.
fn ends(lang: Lang, given: &GivenConsent) -> String {
    let record = &given.record;
    let day = |it| words::date(lang, it).into();
    if let ConsentState::Withdrawn { on } = given.state {
        return lang.tn(key("consent-state-withdrawn"), [("day", day(on))]);
    }
    let mut said = Vec::new();
    if let Some(until) = record.until_on {
        said.push(lang.tn(key("consent-ends-term"), [("day", day(until))]));
    }
    if let Some(on) = given.outgrown_on {
        said.push(lang.tn(key("consent-ends-age"), [("day", day(on))]));
    }
    said.push(lang.t(key("consent-ends-withdrawal")));
    said.join("; ")
}
