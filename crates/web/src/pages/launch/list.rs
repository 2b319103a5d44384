//! The roadmaps of the organisation with their versions, and the ways to begin one.

use app::launch::{self, RoadmapLine, Standard, Version};
use axum::extract::Path;
use axum::response::Response;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::id::RoadmapId;
use mentoring::launch::VersionState;
use serde::Deserialize;
use uuid::Uuid;

use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// Lists the roadmaps.
pub(crate) async fn list_roadmaps(visit: Visit) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let lines = launch::list_roadmaps(ctx).await?;
    let lang = visit.lang;
    let title = lang.t(key("roadmaps-title"));
    let may_edit = ctx.may(Action::EditRoadmap);
    let acts = html! { @if may_edit {
        a.btn.btn-plain href="/roadmaps/new" { (lang.t(key("roadmaps-from-standard"))) }
        a.btn.btn-go href="/imports/new" { (icon(Icon::Doc)) (lang.t(key("roadmaps-load"))) }
    } };
    let under = lang.tn(key("roadmaps-under"), [("count", lines.len().into())]);
    let waiting = super::import::waiting(&visit).await?;
    let body = if lines.is_empty() {
        html! { (block::head(&title, "", &html! {})) (waiting)
        (block::empty(&lang.t(key("roadmaps-empty")), &lang.t(key("roadmaps-empty-how")), &acts)) }
    } else {
        html! { (block::head(&title, &under, &acts)) (waiting) @for line in &lines { (one(&visit, line, may_edit)) } }
    };
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Roadmaps, crumbs: &[] },
        &body,
    ))
}

fn one(visit: &Visit, line: &RoadmapLine, may_edit: bool) -> Markup {
    let lang = visit.lang;
    let map = &line.roadmap;
    let columns =
        ["version-column", "version-column-state", "version-column-order", "version-column-begun"]
            .map(|it| Column::new(lang.t(it)));
    let rows = html! { @for version in &line.versions { (version_row(visit, version)) } };
    let heading = super::version::named(lang, &map.title);
    html! {
        section.mt-5 aria-labelledby={ "map-" (map.id) } {
            (block::section_head(&format!("map-{}", map.id), &heading, &words::window(lang, map.from_on, map.to_on), None))
            (table::table(&heading, &columns, &rows))
            @if may_edit && line.in_force().is_some() {
                div.acts.mt-3 {
                    form method="post" action={ "/roadmaps/" (map.id) "/drafts" } {
                        (visit.hidden())
                        button.btn.btn-plain.btn-s { @if line.draft().is_some() { (lang.t(key("version-go-on"))) } @else { (lang.t(key("version-change"))) } }
                    }
                    a.btn.btn-text.btn-s href={ "/roadmaps/" (map.id) "/next-year" } { (lang.t(key("roadmap-roll"))) }
                }
            }
        }
    }
}

fn version_row(visit: &Visit, version: &Version) -> Markup {
    let lang = visit.lang;
    let name = lang.tn(key("version-name"), [("number", version.number.into())]);
    let begun = words::date(lang, visit.local(version.drafted_at).date());
    table::row(
        Heat::Calm,
        &html! {
            (table::row_head(&format!("/versions/{}", version.id), &name, ""))
            (table::cell(&lang.t(key("version-column-state")), &html! { (state(lang, version.state)) }))
            (table::cell(&lang.t(key("version-column-order")), &html! { (order(lang, version)) }))
            (table::cell(&lang.t(key("version-column-begun")), &html! { (begun) }))
        },
    )
}

/// Names the state of a version.
pub(crate) fn state(lang: Lang, state: VersionState) -> String {
    match state {
        VersionState::Draft => lang.t(key("version-draft")),
        VersionState::Approved => lang.t(key("version-approved")),
        VersionState::Superseded => lang.t(key("version-superseded")),
        VersionState::Discarded => lang.t(key("version-discarded")),
    }
}

/// Names the order of a version: «№ 71-б от 1 сентября 2022 г.».
pub(crate) fn order(lang: Lang, version: &Version) -> String {
    match (&version.order_number, version.order_on) {
        (Some(number), Some(on)) => lang.tn(
            key("version-order"),
            [("number", number.clone().into()), ("date", words::date(lang, on).into())],
        ),
        _ => lang.t(key("version-no-order")),
    }
}

/// Begins the next version of a roadmap, or goes on with the one begun.
pub(crate) async fn draft_next(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(Button {}): Filled<Button>,
) -> Result<Response, Oops> {
    let version = launch::draft_next(visit.ctx()?, RoadmapId(id)).await?;
    Ok(visit.done(&format!("/versions/{version}"), key("notice-draft-begun")))
}

/// Which standard roadmap, and for which year.
#[derive(Default, Deserialize)]
pub(crate) struct StandardForm {
    #[serde(default)]
    standard: String,
    #[serde(default)]
    year: i16,
}

/// Shows the standard roadmaps to begin from.
pub(crate) async fn new_roadmap(visit: Visit) -> Markup {
    let today = visit.today();
    let year = today.year() - i16::from(today.month() < 6);
    let form = StandardForm { standard: "teachers".to_owned(), year };
    standard_page(&visit, &form, &Mends::default())
}

/// Begins a roadmap from a standard one.
pub(crate) async fn begin_roadmap(
    visit: Visit,
    Filled(form): Filled<StandardForm>,
) -> Result<Response, Oops> {
    use axum::response::IntoResponse as _;
    let known = Standard::of_key(&form.standard).filter(|_| (2015..=2100).contains(&form.year));
    let Some(standard) = known else {
        let mut mends = Mends::default();
        mends.push("standard", visit.lang.t(key("standard-mend")));
        let page = standard_page(&visit, &form, &mends);
        return Ok((axum::http::StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let version = launch::start_from_standard(visit.ctx()?, standard, form.year).await?;
    Ok(visit.done(&format!("/versions/{version}"), key("notice-draft-begun")))
}

fn standard_page(visit: &Visit, typed: &StandardForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("standard-title"));
    let standards: Vec<Answer> = launch::list_standards()
        .into_iter()
        .map(|it| Answer {
            value: it.key().to_owned(),
            words: lang.t(&format!("standard-{}", it.key())),
        })
        .collect();
    let year = visit.today().year();
    let years: Vec<Answer> = (year - 1..=year + 1)
        .map(|it| Answer { value: it.to_string(), words: format!("{it}–{}", it + 1) })
        .collect();
    let body = html! {
        (block::head(&title, &lang.t(key("standard-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("standard-refused")), "", mends))
        form.form method="post" action="/roadmaps" {
            (visit.hidden())
            (form::one_of(lang, &Input { name: "standard", label: &lang.t(key("standard-which")), value: &typed.standard, ..Input::default() }, &standards, mends))
            (form::select(lang, &Input { name: "year", label: &lang.t(key("standard-year")), value: &typed.year.to_string(), width: "w-mid", ..Input::default() }, &years, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("standard-begin"))) } }
        }
    };
    let crumbs = [
        Way { href: "/roadmaps".to_owned(), words: lang.t(key("roadmaps-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(visit, &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs }, &body)
}
