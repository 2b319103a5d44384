//! Recording a signed consent: first which, then its own form: the day, who signed, on which text;
//! for making public the pages and what.

use app::pools::consent::{self, ConsentObstacle, PersonConsents, RecordConsent, TERM_YEARS_MOST};
use app::pools::wording::{SignedEdition, SignedText};
use app::scan::Brought;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::consent::{ConsentKind, ConsentState, Signer, Unfit, paper_of, signers};
use mentoring::id::{ConsentId, PersonId};
use mentoring::law::Law;
use mentoring::paper::PaperKind;
use serde::Deserialize;
use uuid::Uuid;

use super::publishing::{self, PublishingForm};
use super::{kind, signer};
use crate::filled::Upload;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::people::card::crumbs_to;
use crate::pages::scans;
use crate::visit::Visit;
use crate::words;

/// A consent as typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct ConsentForm {
    kind: String,
    text: String,
    signed_on: String,
    signed_by: Vec<String>,
    guardian: String,
    until: String,
    joined: String,
    publishing: PublishingForm,
}

impl ConsentForm {
    fn of(upload: &Upload) -> Self {
        let said = |name| upload.field(name).to_owned();
        Self {
            kind: said("kind"),
            text: said("text"),
            signed_on: said("signed_on"),
            signed_by: upload.every("signed_by").to_vec(),
            guardian: said("guardian"),
            until: said("until"),
            joined: said("joined"),
            publishing: PublishingForm::of(upload),
        }
    }

    fn signed_text(&self) -> SignedText {
        match self.text.as_str() {
            "other" => SignedText::Other,
            it => it.parse().map_or(SignedText::InForce, SignedText::Edition),
        }
    }
}

/// Which kind the form is opened for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct KindAsked {
    kind: String,
}

/// Shows the form of one kind, with whoever signs by age ticked; without a kind, the kinds there are.
pub(crate) async fn new_consent(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<KindAsked>,
) -> Result<Markup, Oops> {
    let view = consent::show_consents(visit.ctx()?, PersonId(id)).await?;
    if !view.may_edit {
        return Err(Oops::NotFound);
    }
    let Some(kind) = ConsentKind::from_slug(&asked.kind) else {
        return Ok(kinds_page(&visit, &view));
    };
    let birth = view.line.known.participant().birth;
    let signers = signers(kind, birth, visit.today(), Law::built_in());
    let guardian = view.guardians.iter().find(|(it, _)| it.to_on.is_none());
    let typed = ConsentForm {
        kind: kind.slug().to_owned(),
        signed_on: visit.today().to_string(),
        signed_by: signers.iter().map(|it| it.slug().to_owned()).collect(),
        guardian: guardian.map(|(it, _)| it.guardian.to_string()).unwrap_or_default(),
        ..ConsentForm::default()
    };
    Ok(consent_page(&visit, &view, &typed, &Mends::default()))
}

/// The kinds that make sense for the person, those that are missing first.
fn kinds_page(visit: &Visit, view: &PersonConsents) -> Markup {
    let lang = visit.lang;
    let person = &view.line.known.person;
    let title = lang.t(key("consent-record"));
    let is_missing = |it: &ConsentKind| view.gaps.iter().any(|gap| gap.kind == *it);
    let mut kinds = view.offered.clone();
    kinds.sort_by_key(|it| !is_missing(it));
    let body = html! {
        (block::head(&title, &person.name.full(), &html! {}))
        p { (lang.t(key("consent-which"))) }
        ul.plain { @for it in &kinds { li {
            a href={ "/people/" (person.id) "/consents/new?kind=" (it.slug()) } { (kind(lang, *it)) }
            @if is_missing(it) { br; span.small.t-warn { (lang.t(key("consent-missing"))) } }
        } } }
    };
    let crumbs = crumbs_to(lang, person, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Consents, crumbs: &crumbs }, &body)
}

/// Records the consent.
pub(crate) async fn record_consent(
    visit: Visit,
    Path(id): Path<Uuid>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let id = PersonId(id);
    let form = ConsentForm::of(&upload);
    let mends = match read(visit.lang, id, &form, scans::brought(&mut upload)) {
        Err(mends) => mends,
        Ok(ask) => match consent::record_signed(visit.ctx()?, &ask, form.signed_text()).await {
            Ok(given) => return recorded(&visit, id, given).await,
            Err(refusal) => {
                let mut mends = Mends::default();
                for it in obstacles(refusal)? {
                    let (field, words) = mend(visit.lang, &it);
                    mends.push(field, words);
                }
                mends
            }
        },
    };
    let view = consent::show_consents(visit.ctx()?, id).await?;
    let page = consent_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Says that it is recorded, and where it does not hold, that too.
async fn recorded(visit: &Visit, id: PersonId, given: ConsentId) -> Result<Response, Oops> {
    let view = consent::show_consents(visit.ctx()?, id).await?;
    let found = view.given.iter().find(|it| it.record.id == given);
    let notice = match found.map(|it| it.state) {
        Some(ConsentState::Valid) | None => key("notice-consent-recorded"),
        Some(_) => key("notice-consent-not-valid"),
    };
    Ok(visit.done(&format!("/people/{id}/consents"), notice))
}

fn read(
    lang: Lang,
    person: PersonId,
    form: &ConsentForm,
    scan: Option<Brought>,
) -> Result<RecordConsent, Mends> {
    let mut mends = Mends::default();
    let kind = ConsentKind::from_slug(&form.kind);
    if kind.is_none() {
        mends.push("kind", lang.t(key("consent-mend-kind")));
    }
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let until = mends.day_if_any(lang, "until", &form.until);
    match kind.zip(signed_on) {
        Some((kind, signed_on)) if mends.is_empty() => Ok(RecordConsent {
            person,
            kind,
            signed_on,
            signed_by: form.signed_by.iter().filter_map(|it| Signer::from_slug(it)).collect(),
            guardian: form.guardian.parse().ok(),
            until,
            is_joined: !form.joined.is_empty(),
            addresses: form.publishing.addresses(),
            categories: form.publishing.said(),
            scan,
        }),
        _ => Err(mends),
    }
}

/// Says what to do about an obstacle, and at which field.
pub(super) fn mend(lang: Lang, it: &ConsentObstacle) -> (&'static str, String) {
    let day = |it: jiff::civil::Date| words::date(lang, it);
    match it {
        ConsentObstacle::SignedInFuture { .. } => ("signed_on", lang.t(key("consent-mend-future"))),
        ConsentObstacle::NoBirth => ("", lang.t(key("gap-age"))),
        ConsentObstacle::SignatureMissing { signer: who } => {
            ("signed_by", lang.tn(key("consent-mend-signer"), [("who", signer(lang, *who).into())]))
        }
        ConsentObstacle::NoGuardian => ("guardian", lang.t(key("consent-mend-guardian"))),
        ConsentObstacle::NotGuardian => ("guardian", lang.t(key("consent-mend-not-guardian"))),
        ConsentObstacle::TermBeforeSigning => ("until", lang.t(key("consent-mend-term"))),
        ConsentObstacle::NoAddress => ("addresses", lang.t(key("consent-mend-address"))),
        ConsentObstacle::NoCategory => ("permission-name", lang.t(key("consent-mend-category"))),
        ConsentObstacle::NoCondition { category } => {
            let what = lang.t(&format!("data-{}", category.slug())).into();
            ("permission-name", lang.tn(key("consent-mend-condition"), [("what", what)]))
        }
        ConsentObstacle::WrongText => ("text", lang.t(key("consent-mend-text"))),
        ConsentObstacle::Scan(it) => ("file", scans::mend(lang, *it)),
        ConsentObstacle::TermTooLong => (
            "until",
            lang.tn(key("consent-mend-term-long"), [("most", i64::from(TERM_YEARS_MOST).into())]),
        ),
        ConsentObstacle::Unfit(Unfit::NotEmployee) => ("", lang.t(key("consent-unfit-employee"))),
        ConsentObstacle::Unfit(Unfit::BeforeLaw { from }) => {
            ("signed_on", lang.tn(key("consent-unfit-law"), [("day", day(*from).into())]))
        }
        ConsentObstacle::Unfit(Unfit::NotMinor) => ("", lang.t(key("consent-unfit-minor"))),
        ConsentObstacle::Unfit(Unfit::NoBirth) => ("", lang.t(key("gap-age"))),
        ConsentObstacle::AlreadyWithdrawn { on } => {
            ("on", lang.tn(key("consent-mend-withdrawn"), [("day", day(*on).into())]))
        }
        ConsentObstacle::WithdrawnOutside { signed_on } => {
            ("on", lang.tn(key("consent-mend-withdraw-day"), [("day", day(*signed_on).into())]))
        }
    }
}

fn consent_page(
    visit: &Visit,
    view: &PersonConsents,
    typed: &ConsentForm,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    let person = &view.line.known.person;
    let of_kind = ConsentKind::from_slug(&typed.kind);
    let title = of_kind.map_or_else(
        || lang.t(key("consent-record")),
        |it| lang.tn(key("consent-record-kind"), [("kind", kind(lang, it).into())]),
    );
    let body = html! {
        (block::head(&title, &person.name.full(), &html! {}))
        (form::refusal(lang, &lang.t(key("consent-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ "/people/" (person.id) "/consents" } enctype="multipart/form-data" {
            (visit.hidden())
            (signing(lang, view, typed, mends))
            (form::select(lang, &Input { name: "text", label: &lang.t(key("consent-text")), hint: &lang.t(key("consent-text-hint")), value: &typed.text, ..Input::default() }, &texts(lang, view, typed), mends))
            (scans::field(lang, true, mends))
            @if of_kind == Some(ConsentKind::Distribution) { (publishing::fields(lang, &typed.publishing, mends)) }
            (form::tick("joined", &lang.t(key("consent-joined")), !typed.joined.is_empty()))
            div.sticky-act { button.btn.btn-go { (lang.t(key("consent-record"))) } }
        }
    };
    let crumbs = crumbs_to(lang, person, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Consents, crumbs: &crumbs }, &body)
}

fn signing(lang: Lang, view: &PersonConsents, typed: &ConsentForm, mends: &Mends) -> Markup {
    let who: Vec<Answer> = Signer::ALL
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: signer(lang, *it) })
        .collect();
    let nobody = Answer { value: String::new(), words: lang.t(key("consent-no-guardian")) };
    let guardians = view
        .guardians
        .iter()
        .map(|(it, person)| Answer { value: it.guardian.to_string(), words: person.name.full() });
    let guardians: Vec<Answer> = std::iter::once(nobody).chain(guardians).collect();
    let signed_on = Input {
        name: "signed_on",
        label: &lang.t(key("consent-signed")),
        value: &typed.signed_on,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let until = Input {
        name: "until",
        label: &lang.t(key("consent-term")),
        hint: &lang.t(key("consent-term-hint")),
        value: &typed.until,
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    let signed_by = Input {
        name: "signed_by",
        label: &lang.t(key("consent-signed-by")),
        hint: &lang.t(key("consent-signed-by-hint")),
        ..Input::default()
    };
    let guardian = Input {
        name: "guardian",
        label: &lang.t(key("consent-which-guardian")),
        value: &typed.guardian,
        ..Input::default()
    };
    html! {
        input type="hidden" name="kind" value=(typed.kind);
        (form::input(lang, &signed_on, mends))
        (form::choices(lang, &signed_by, &who, &typed.signed_by, mends))
        @if 1 < guardians.len() { (form::select(lang, &guardian, &guardians, mends)) }
        (form::input(lang, &until, mends))
    }
}

/// The text in force, earlier editions that somebody signed, and a blank of the school's own.
fn texts(lang: Lang, view: &PersonConsents, typed: &ConsentForm) -> Vec<Answer> {
    let mut all =
        vec![Answer { value: String::new(), words: lang.t(key("consent-text-in-force")) }];
    let standing = view.line.known.participant().standing;
    let paper = ConsentKind::from_slug(&typed.kind).map(|it| paper_of(it, standing));
    let earlier = |(of, it): &&(PaperKind, SignedEdition)| paper == Some(*of) && !it.is_in_force;
    for (paper, it) in view.editions.iter().filter(earlier) {
        let words = format!("{}: {}", paper.spec().title, super::edition(lang, it));
        all.push(Answer { value: it.id.to_string(), words });
    }
    all.push(Answer { value: "other".to_owned(), words: lang.t(key("consent-text-other")) });
    all
}
