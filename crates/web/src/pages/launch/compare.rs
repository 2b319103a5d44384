//! The difference of two plans: rows added, removed, changed and moved, field by field.

use app::launch::compare::{Change, ChangeKind, changes};
use app::launch::{self, Plan};
use axum::extract::Path;
use maud::{Markup, html};
use mentoring::id::VersionId;
use uuid::Uuid;

use super::version;
use crate::kit::block;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::key;
use crate::oops::Oops;
use crate::visit::Visit;

/// Shows how a version differs from the one in force.
pub(crate) async fn show_difference(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let view = launch::show_version(ctx, VersionId(id)).await?;
    let other = view.in_force.ok_or(Oops::NotFound)?;
    let other = launch::show_version(ctx, other).await?;
    let lang = visit.lang;
    let title = lang.tn(
        key("difference-title"),
        [("from", other.version.number.into()), ("to", view.version.number.into())],
    );
    let body = html! {
        (block::head(&title, &version::named(lang, &view.version.title), &html! {}))
        (difference(&visit, &other.plan(), &view.plan()))
        p.mt-4 { a href={ "/versions/" (id) } { (lang.t(key("difference-back"))) } }
    };
    let crumbs = version::crumbs(lang, &title);
    Ok(shell::page(
        &visit,
        &Frame { title: &title, section: Section::Roadmaps, crumbs: &crumbs },
        &body,
    ))
}

/// Prints the difference of two plans; one sentence where there is none.
pub(super) fn difference(visit: &Visit, old: &Plan, new: &Plan) -> Markup {
    let lang = visit.lang;
    let all = changes(old, new);
    if all.is_empty() {
        return html! { p { (lang.t(key("difference-none"))) } };
    }
    let count = |kind| all.iter().filter(|it| it.kind == kind).count();
    let told = lang.tn(
        key("difference-counts"),
        [
            ("added", count(ChangeKind::Added).into()),
            ("removed", count(ChangeKind::Removed).into()),
            ("changed", count(ChangeKind::Changed).into()),
        ],
    );
    let columns = ["difference-row", "difference-kind", "difference-was", "difference-is"]
        .map(|it| Column::new(lang.t(it)));
    let rows = html! { @for it in &all { (one(visit, it)) } };
    html! { p { (told) } (table::table(&told, &columns, &rows)) }
}

fn one(visit: &Visit, change: &Change) -> Markup {
    let lang = visit.lang;
    let kind = match change.kind {
        ChangeKind::Added => lang.t(key("difference-added")),
        ChangeKind::Removed => lang.t(key("difference-removed")),
        ChangeKind::Changed => lang.t(key("difference-changed")),
        ChangeKind::Moved => lang.t(key("difference-moved")),
    };
    let sides = |before: bool| {
        html! { @for field in &change.fields { p.mb-1 {
            span.small.soft { (lang.t(&format!("field-{}", field.name))) ": " }
            @if before { (field.before) } @else { (field.after) }
        } } }
    };
    table::row(
        Heat::Calm,
        &html! {
            th scope="row" role="rowheader" { (change.text) }
            (table::cell(&lang.t(key("difference-kind")), &html! { (kind) }))
            (table::cell(&lang.t(key("difference-was")), &sides(true)))
            (table::cell(&lang.t(key("difference-is")), &sides(false)))
        },
    )
}
