//! «Папка куратора»: what it would lack, having it made, its progress, taking it along.

mod lists;

use app::folder::{self, FolderLine, FolderRefused, FolderState, FolderView};
use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::folder::{FolderItem, FolderSection, MissingItem};
use mentoring::id::FolderId;
use uuid::Uuid;

use crate::attachment::{disposition, named};
use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// The address of the section.
const HREF: &str = "/folder";
/// How soon the page of a folder that is being made asks again, in seconds.
const AGAIN: HeaderValue = HeaderValue::from_static("3");

/// Shows what the folder would lack, and the folders of the last day.
pub(crate) async fn show_folders(visit: Visit) -> Result<Response, Oops> {
    let view = folder::show_folders(visit.ctx()?).await?;
    let mut response = page(&visit, &view, &Mends::default()).into_response();
    // Without a script the page renews itself; when nothing is under way it stands still.
    if view.is_under_way() {
        response.headers_mut().insert(header::REFRESH, AGAIN);
    }
    Ok(response)
}

/// Has a folder made.
pub(crate) async fn ask_folder(visit: Visit, Filled(_): Filled<Button>) -> Result<Response, Oops> {
    let gathered = lists::gather(&visit).await?;
    let refused = match folder::ask_folder(visit.ctx()?, gathered, lists::words()).await {
        Ok(_) => return Ok(visit.done(HREF, key("notice-folder-asked"))),
        Err(refusal) => obstacles(refusal)?,
    };
    let mut mends = Mends::default();
    for it in refused {
        match it {
            FolderRefused::UnderWay => {
                mends.push("", visit.lang.t(key("folder-mend-under-way")));
            }
        }
    }
    let view = folder::show_folders(visit.ctx()?).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&visit, &view, &mends)).into_response())
}

/// Gives a folder that is made.
pub(crate) async fn take_folder(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let bytes = folder::folder_file(ctx, FolderId(id)).await?;
    let day = ctx.today().to_string();
    let school = ctx.organisation.card.name.clone();
    let name =
        visit.lang.tn(key("folder-file-name"), [("school", school.into()), ("day", day.into())]);
    let mut response = bytes.into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(header::CONTENT_DISPOSITION, disposition(&named(&name, "zip")));
    Ok(response)
}

fn page(visit: &Visit, view: &FolderView, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("section-folder"));
    let is_free = view.may_make && !view.is_under_way();
    let body = html! {
        (block::head(&title, &lang.t(key("folder-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("folder-refused")), "", mends))
        @for it in &view.folders { (one(visit, it)) }
        @if is_free {
            form method="post" action=(HREF) {
                (visit.hidden())
                (block::next_step(&lang.t(key("folder-make-title")), &lang.t(key("folder-make-why")), &html! {
                    button.btn.btn-go { (lang.t(key("folder-make"))) }
                }))
            }
        }
        section aria-labelledby="missing" {
            (block::section_head("missing", &lang.t(key("folder-missing")), "", None))
            (missing(lang, view))
        }
        section aria-labelledby="inside" {
            (block::section_head("inside", &lang.t(key("folder-inside")), "", None))
            ol.plain { @for it in FolderSection::ALL { li { (section(lang, *it)) ": " span.soft { (lang.t(&format!("folder-inside-{}", it.slug()))) } } } }
            p.soft { (lang.t(key("folder-names"))) }
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::Folder, crumbs: &[] }, &body)
}

fn section(lang: Lang, it: FolderSection) -> String {
    lang.t(&format!("folder-section-{}", it.slug()))
}

/// Prints a folder: how far it is, or where to take it.
fn one(visit: &Visit, it: &FolderLine) -> Markup {
    let lang = visit.lang;
    let asked = words::moment(lang, visit.local(it.card.asked_at));
    let by = it.by.as_ref().map(|it| it.short()).unwrap_or_default();
    match it.state {
        FolderState::UnderWay => {
            let so_far = [("done", it.card.n_done.into()), ("all", it.card.n_all.into())];
            let what = lang.tn(key("folder-busy"), so_far);
            let after = lang.t(key("folder-busy-after"));
            let label = lang.t(key("folder-progress"));
            block::busy(&what, &label, it.card.n_done, it.card.n_all, &after, &html! {})
        }
        FolderState::Made => html! {
            p {
                a.btn.btn-plain href={ (HREF) "/" (it.card.id) "/folder.zip" } { (icon(Icon::Down)) (lang.t(key("folder-take"))) }
                " " span.soft { (asked) ", " (by) ", " (words::size(lang, it.card.size_bytes.into())) ". " (lang.tn(key("folder-made-missing"), [("count", it.card.n_missing.into())])) }
            }
        },
        FolderState::Stopped => html! {
            p.soft { (asked) ", " (by) ": " (lang.t(key("folder-stopped"))) }
        },
    }
}

fn missing(lang: Lang, view: &FolderView) -> Markup {
    if view.missing.is_empty() {
        return html! { p { (lang.t(key("folder-nothing-missing"))) } };
    }
    let heads = ["folder-what", "folder-how-many", "folder-ground"].map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for it in &view.missing {
            (table::row(Heat::Warm, &html! {
                (table::row_head(page_of(it.item), &item(lang, it.item), &section(lang, it.item.section())))
                (table::cell(&heads[1], &html! { (how_many(lang, it)) }))
                (table::cell(&heads[2], &html! { (ground(lang, it.item)) }))
            }))
        }
    };
    table::table(&lang.t(key("folder-missing")), &columns, &rows)
}

/// Where what is missing is put right.
fn page_of(it: FolderItem) -> &'static str {
    match it {
        FolderItem::LocalActs => "/organisation",
        FolderItem::Roadmap => "/roadmaps",
        FolderItem::Consents | FolderItem::ConsentScans => "/consents",
        FolderItem::Addenda => "/addenda",
        FolderItem::MentorPool => "/mentors",
        FolderItem::MenteePool => "/mentees",
        FolderItem::RowEvidence => "/roadmap",
        _ => "/orders",
    }
}

fn item(lang: Lang, it: FolderItem) -> String {
    lang.t(&format!("folder-item-{}", it.slug()))
}

fn ground(lang: Lang, it: FolderItem) -> String {
    lang.t(&format!("folder-ground-{}", it.slug()))
}

/// How many of it, or which: «№ 71-од, 72-од», «12».
fn how_many(lang: Lang, it: &MissingItem) -> String {
    const SHOWN: usize = 12;
    if it.which.is_empty() {
        return words::number(it.count.into());
    }
    let shown: Vec<&str> = it.which.iter().take(SHOWN).map(String::as_str).collect();
    let rest = it.which.len().saturating_sub(SHOWN);
    let shown = shown.join(", ");
    if rest == 0 {
        return shown;
    }
    lang.tn(key("folder-and-more"), [("shown", shown.into()), ("rest", rest.into())])
}
