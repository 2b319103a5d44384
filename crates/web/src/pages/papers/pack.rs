//! Packs: what would be in one, for whom; how far it is; its file.

use app::paper::{
    self, AskPack, MOST_PAPERS, PackFormat, PackObstacle, PackOffer, PackView, PackWhat,
    PaperObstacle,
};
use axum::extract::{Path, Query};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{PaperPackId, PartnerId, PersonId};
use serde::Deserialize;
use uuid::Uuid;

use super::fields::{self, Sent, sent};
use super::file::given;
use super::{crumbs, mends_of, tabs};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

const NEW: &str = "/papers/packs/new";
/// Seconds after which the page of a pack asks again by itself.
const ASK_AGAIN: &str = "3";

/// What a pack is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct PackAsked {
    what: String,
    about: String,
}

fn what_of(slug: &str) -> PackWhat {
    PackWhat::from_slug(slug).unwrap_or(PackWhat::Consents)
}

fn named(lang: Lang, what: PackWhat) -> String {
    lang.t(&format!("pack-{}", what.slug()))
}

/// Shows what a pack would have.
pub(crate) async fn new_pack(visit: Visit, Query(asked): Query<PackAsked>) -> Result<Markup, Oops> {
    let what = what_of(&asked.what);
    let offer = paper::offer_pack(visit.ctx()?, what, &asked.about).await?;
    let sent = offer.filled.clone();
    Ok(offer_page(&visit, &offer, &asked.about, &sent, &Mends::default()))
}

/// Asks for a pack, and lets it be made while the visitor goes on.
pub(crate) async fn ask_pack(visit: Visit, Filled(all): Filled<Sent>) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let ask = read(visit.lang, &all);
    match paper::ask_pack(ctx, &ask).await {
        Ok(id) => {
            begin(&visit, id)?;
            Ok(visit.done(&format!("/papers/packs/{id}"), key("notice-pack")))
        }
        Err(refusal) => {
            let mends = pack_mends(visit.lang, &obstacles(refusal)?);
            let offer = paper::offer_pack(ctx, ask.what, &ask.about).await?;
            let page = offer_page(&visit, &offer, &ask.about, &all, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Works on a pack beside the request.
fn begin(visit: &Visit, id: PaperPackId) -> Result<(), Oops> {
    let ctx = visit.ctx()?.clone();
    tokio::spawn(async move {
        if let Err(err) = paper::work_on_pack(&ctx, id).await {
            tracing::warn!(error = format!("{err:#}"), "a pack waits for its page to be opened");
        }
    });
    Ok(())
}

fn read(lang: Lang, all: &Sent) -> AskPack {
    let what = what_of(sent(all, "_what"));
    let about = sent(all, "_about").to_owned();
    let many = |name: &str| {
        let of_name = all.iter().filter(move |(it, _)| it == name);
        of_name.filter_map(|(_, value)| value.parse::<Uuid>().ok()).collect::<Vec<_>>()
    };
    let title = match about.as_str() {
        "" => named(lang, what),
        about => format!("{} – {about}", named(lang, what)),
    };
    AskPack {
        what,
        people: many("_person").into_iter().map(PersonId).collect(),
        partners: many("_partner").into_iter().map(PartnerId).collect(),
        sent: all.clone(),
        format: if sent(all, "_format") == "zip" { PackFormat::Zip } else { PackFormat::Pdf },
        about,
        title,
    }
}

fn pack_mends(lang: Lang, all: &[PackObstacle]) -> Mends {
    let of_paper: Vec<&PaperObstacle> = all
        .iter()
        .filter_map(|it| match it {
            PackObstacle::Paper(it) => Some(it),
            _ => None,
        })
        .collect();
    let mut mends = mends_of(lang, of_paper);
    for it in all {
        match it {
            PackObstacle::Nothing => mends.push("", lang.t(key("pack-mend-nothing"))),
            PackObstacle::TooMany { n_papers } => mends.push(
                "",
                lang.tn(
                    key("pack-mend-many"),
                    [("count", (*n_papers).into()), ("most", MOST_PAPERS.into())],
                ),
            ),
            PackObstacle::WordOnly { kind } => {
                mends.push("", lang.tn(key("pack-mend-word"), [("kind", kind.spec().title.into())]))
            }
            PackObstacle::Text { kind, why } => mends.push(
                "",
                lang.tn(
                    key("pack-mend-text"),
                    [("kind", kind.spec().title.into()), ("words", why.clone().into())],
                ),
            ),
            PackObstacle::Paper(_) => {}
        }
    }
    mends
}

fn offer_page(visit: &Visit, offer: &PackOffer, about: &str, all: &Sent, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("papers-tab-packs"));
    let under = lang.tn(key("pack-under"), [("most", MOST_PAPERS.into())]);
    let way = |it: &PackWhat| Way {
        href: format!("{NEW}?what={}", it.slug()),
        words: named(lang, *it),
        here: *it == offer.what,
    };
    let may =
        |it: &&PackWhat| visit.signed.as_ref().is_some_and(|ctx| paper::may_make(ctx, it.kind()));
    let ways: Vec<Way> = PackWhat::ALL.iter().filter(may).map(way).collect();
    let is_empty = offer.n_papers == 0 && !offer.what.asks();
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (nav::tabs(&title, &tabs(lang, NEW)))
        (nav::chips(&lang.t(key("pack-what")), &ways))
        (form::refusal(lang, &lang.t(key("pack-refused")), &lang.t(key("person-kept")), mends))
        @if !offer.abouts.is_empty() { (classes(lang, offer, about)) }
        @if is_empty {
            (block::empty(&lang.t(key("pack-nothing")), &lang.t(key("pack-nothing-how")), &html! {}))
        } @else {
            (pack_form(visit, offer, about, all, mends))
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::Papers, crumbs: &[] }, &body)
}

fn classes(lang: Lang, offer: &PackOffer, about: &str) -> Markup {
    html! {
        form.filters method="get" action=(NEW) {
            input type="hidden" name="what" value=(offer.what.slug());
            div.extra {
                label for="about" { (lang.t(key("consents-about"))) }
                select.form-select id="about" name="about" {
                    option value="" { (lang.t(key("consents-any-about"))) }
                    @for it in &offer.abouts { option value=(it) selected[about == *it] { (it) } }
                }
            }
            button.btn.btn-plain { (lang.t(key("filters-show"))) }
        }
    }
}

fn pack_form(visit: &Visit, offer: &PackOffer, about: &str, all: &Sent, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let chosen = |name: &str, id: Uuid| {
        let id = id.to_string();
        all.iter().any(|(it, value)| it == name && *value == id)
    };
    html! {
        form.form method="post" action="/papers/packs" {
            (visit.hidden())
            input type="hidden" name="_what" value=(offer.what.slug());
            input type="hidden" name="_about" value=(about);
            @if !offer.what.asks() { p { strong { (lang.tn(key("pack-count"), [("count", offer.n_papers.into())])) } } }
            datalist id="people-known" { @for it in &offer.people { option value=(it.words) {} } }
            @for it in &offer.asked { (fields::field(lang, offer.what.kind(), it, all, mends)) }
            @if !offer.partners.is_empty() {
                fieldset.field { legend { (lang.t(key("partners-title"))) } div.choices {
                    @for (id, name) in &offer.partners { label.choice {
                        input type="checkbox" name="_partner" value=(id) checked[chosen("_partner", id.0)]; span { (name) }
                    } }
                } }
            }
            @if !offer.lines.is_empty() {
                fieldset.field {
                    legend { (lang.t(key("pack-people"))) }
                    @if !offer.what.asks() { span.hint { (lang.t(key("pack-people-hint"))) } }
                    div.choices {
                        @for it in &offer.lines { label.choice {
                            input type="checkbox" name="_person" value=(it.person) checked[chosen("_person", it.person.0)];
                            span { (it.words) @if 0 < it.n_papers { " – " (lang.tn(key("pack-papers"), [("count", it.n_papers.into())])) } }
                        } }
                    }
                }
            }
            div.sticky-act {
                button.btn.btn-go name="_format" value="pdf" { (icon(Icon::Print)) (lang.t(key("pack-pdf"))) } " "
                button.btn.btn-plain name="_format" value="zip" { (lang.t(key("pack-zip"))) }
            }
        }
    }
}

/// Shows how far a pack is; while it is made, the page asks again by itself, without a script.
pub(crate) async fn show_pack(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let id = PaperPackId(id);
    let view = paper::show_pack(visit.ctx()?, id).await?;
    if view.is_left {
        begin(&visit, id)?;
    }
    let mut response = pack_page(&visit, &view).into_response();
    if view.pack.done_at.is_none() {
        let again = HeaderValue::from_static(ASK_AGAIN);
        response.headers_mut().insert(HeaderName::from_static("refresh"), again);
    }
    Ok(response)
}

fn pack_page(visit: &Visit, view: &PackView) -> Markup {
    let lang = visit.lang;
    let pack = &view.pack;
    let title = pack.title.clone();
    let said = [("done", pack.n_done.into()), ("count", pack.n_papers.into())];
    let size = words::size(lang, u64::try_from(pack.size_bytes).unwrap_or(0));
    let body = html! {
        (block::head(&title, &lang.tn(key("pack-of"), said.clone()), &html! {}))
        @if view.is_ready {
            p.acts { a.btn.btn-go href={ "/papers/packs/" (pack.id) "/file" } { (icon(Icon::Load)) (lang.tn(key("pack-take"), [("format", pack.format.clone().into()), ("size", size.into())])) } }
            p.soft { (lang.tn(key("pack-kept"), [("until", words::moment(lang, visit.local(pack.keep_until)).into())])) }
        } @else if pack.done_at.is_none() {
            (block::busy(&lang.tn(key("pack-busy"), said), &lang.t(key("pack-busy-label")), pack.n_done, pack.n_papers, &lang.t(key("pack-leave")), &html! {}))
            p.acts.mt-4 { a.btn.btn-plain href={ "/papers/packs/" (pack.id) } { (lang.t(key("pack-again"))) } }
        } @else if pack.failure.is_some() {
            p.t-bad { (lang.t(key("pack-failed"))) }
        } @else {
            p { (lang.t(key("pack-over"))) }
        }
        p.mt-4 { a href=(NEW) { (lang.t(key("pack-new"))) } }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Papers, crumbs: &crumbs }, &body)
}

/// Gives the file of a pack.
pub(crate) async fn pack_file(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let (format, words, bytes) = paper::pack_file(visit.ctx()?, PaperPackId(id)).await?;
    Ok(given(&words, (format.ending(), format.media_type()), bytes))
}
