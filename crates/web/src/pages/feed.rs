//! One's own calendar by secret link: the settings, the link shown once, and the calendar itself.

use app::feed::{self, FeedEntry, FeedShown, FeedView};
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use sha2::{Digest, Sha256};

use crate::filled::{Button, Filled};
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::people::invite::qr;
use crate::pages::slips::reach;
use crate::pages::tasks::look;
use crate::secret;
use crate::visit::Visit;
use crate::words;

/// Shows whether a calendar is connected, and the buttons that make and withdraw its link.
pub(crate) async fn show_own(visit: Visit) -> Result<Markup, Oops> {
    let own = feed::show_own_feed(visit.ctx()?).await?;
    Ok(page(&visit, &own_page(&visit, own.as_ref())))
}

/// Makes a link in the place of the one before, and shows it for the only time.
///
/// It lives in an answer to a form, so «Back» and «Reload» do not show it again.
pub(crate) async fn make(visit: Visit, _: Filled<Button>) -> Result<Markup, Oops> {
    let token = feed::make_feed(visit.ctx()?).await?;
    let link = visit.whole_address(&format!("/feeds/{token}/calendar.ics"));
    Ok(page(&visit, &link_page(&visit, &link)))
}

/// Withdraws the link.
pub(crate) async fn withdraw(visit: Visit, _: Filled<Button>) -> Result<Response, Oops> {
    feed::withdraw_feed(visit.ctx()?).await?;
    Ok(visit.done("/account/calendar", key("notice-feed-withdrawn")))
}

fn page(visit: &Visit, body: &Markup) -> Markup {
    let title = visit.lang.t(key("feed-title"));
    let way = |href: &str, words, here| Way { href: href.to_owned(), words, here };
    let crumbs =
        [way("/account", visit.lang.t(key("account-title")), false), way("", title.clone(), true)];
    shell::page(visit, &Frame { title: &title, section: Section::Account, crumbs: &crumbs }, body)
}

fn own_page(visit: &Visit, own: Option<&FeedView>) -> Markup {
    let lang = visit.lang;
    let button = match own {
        Some(_) => lang.t(key("feed-replace")),
        None => lang.t(key("feed-make")),
    };
    html! {
        (block::head(&lang.t(key("feed-title")), &lang.t(key("feed-under")), &html! {}))
        (reach(visit))
        @match own {
            Some(it) => {
                p { (lang.tn(key("feed-works"), [("since", words::date(lang, visit.local(it.made_at).date()).into())])) }
                p.soft { (lang.t(key("feed-replace-why"))) }
            },
            None => p { (lang.t(key("feed-none"))) },
        }
        div.acts.mt-4 {
            form method="post" action="/account/calendar" { (visit.hidden()) button.btn.btn-plain { (button) } }
            @if own.is_some() {
                form method="post" action="/account/calendar/withdraw" { (visit.hidden()) button.btn.btn-stop { (lang.t(key("feed-withdraw"))) } }
            }
        }
    }
}

fn link_page(visit: &Visit, link: &str) -> Markup {
    let lang = visit.lang;
    html! {
        (block::head(&lang.t(key("feed-ready")), &lang.t(key("feed-ready-under")), &html! {}))
        (reach(visit))
        div.form.no-print {
            (form::input(lang, &Input { name: "link", label: &lang.t(key("feed-link")), value: link, ..Input::default() }, &Mends::default()))
        }
        ol { li { (lang.t(key("feed-how-phone"))) } li { (lang.t(key("feed-how-computer"))) } }
        (qr(lang, link))
    }
}

/// Gives the calendar behind a secret link to a calendar program.
pub(crate) async fn show_calendar(
    visit: Visit,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Oops> {
    let shown = feed::show_feed(&visit.web.app, &token).await?;
    let text = write(&visit, &shown);
    let stamp = format!("\"{}\"", secret::hex(&Sha256::digest(text.as_bytes())[..16]));
    let known = headers.get(header::IF_NONE_MATCH).and_then(|it| it.to_str().ok());
    let same = known.is_some_and(|it| it.split(',').any(|one| one.trim() == stamp));
    // The program may keep it, and asks each time whether it still holds.
    let kept = [(header::ETAG, stamp), (header::CACHE_CONTROL, "private, no-cache".to_owned())];
    if same {
        return Ok((StatusCode::NOT_MODIFIED, kept).into_response());
    }
    let kind = [(header::CONTENT_TYPE, "text/calendar; charset=utf-8")];
    Ok((kept, kind, text).into_response())
}

fn write(visit: &Visit, shown: &FeedShown) -> String {
    let lang = Lang::from_code(&shown.lang).unwrap_or_default();
    let mut entries = Vec::new();
    for (_, row, task) in shown.running.tasks() {
        let Some(on) = task.task.due_on else { continue };
        let link = visit.whole_address(&format!("/rows/{}?task={}", row.row.lineage, task.task.id));
        let missing = if task.is_open() { look::missing(lang, task) } else { String::new() };
        let status = look::status(lang, task).words(lang);
        let lines = [status.as_str(), missing.as_str(), link.as_str()];
        let text: Vec<&str> = lines.into_iter().filter(|it| !it.is_empty()).collect();
        let title = look::short(&row.row.text);
        let is_closed = !task.is_open();
        entries.push(FeedEntry {
            task: task.task.id,
            revision: task.task.revision,
            on,
            // A mark that every calendar program can show: most know no state of a day.
            title: if is_closed { format!("✓ {title}") } else { title },
            text: text.join("\n"),
            link,
            is_closed,
        });
    }
    let name = lang.tn(key("feed-name"), [("school", shown.organisation.clone().into())]);
    feed::feed_text(&name, shown.running.today, &entries)
}
