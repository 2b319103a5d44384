//! Evidence: put to a task as a file, a link or a note; taken back with a reason; downloaded.

use app::roadmap::evidence::{
    self, EvidenceObstacle, FILE_MOST, Item, PutEvidence, WORDS_MOST, WithdrawObstacle,
};
use app::roadmap::undo::Act;
use app::roadmap::{Given, TaskView};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{EvidenceId, FileId, TaskId};
use mentoring::task::REASON_LEAST;
use uuid::Uuid;

use super::found::Found;
use super::look;
use super::reason::{self, ReasonForm, Said};
use crate::attachment::give;
use crate::filled::{Filled, Upload};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::{self, Way};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::care::{asks_about, confirm};
use crate::visit::Visit;
use crate::words;

/// Endings that browsers offer to choose from; `app` looks at the bytes.
const ACCEPT: &str =
    ".pdf,.docx,.doc,.xlsx,.xls,.odt,.ods,.pptx,.odp,.rtf,.txt,.csv,.jpg,.jpeg,.png,.zip";

/// What is put: chosen by a link, so that it needs no script.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum How {
    /// A file.
    #[default]
    File,
    /// An address.
    Link,
    /// Words.
    Note,
}

impl How {
    const ALL: [Self; 3] = [Self::File, Self::Link, Self::Note];

    const fn slug(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Link => "link",
            Self::Note => "note",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::File => lang.t(key("evidence-file")),
            Self::Link => lang.t(key("evidence-link")),
            Self::Note => lang.t(key("evidence-note")),
        }
    }

    fn read(slug: &str) -> Self {
        Self::ALL.into_iter().find(|it| it.slug() == slug).unwrap_or_default()
    }
}

/// What the page was asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct EvidenceAsked {
    how: How,
    document: String,
}

/// Evidence as it was typed.
#[derive(Clone, Debug, Default)]
struct Typed {
    how: How,
    document: String,
    true_on: String,
    words: String,
    link: String,
    not_sensitive: String,
}

/// Shows the form.
pub(crate) async fn new_evidence(
    visit: Visit,
    Path(id): Path<Uuid>,
    Query(asked): Query<EvidenceAsked>,
) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let typed = Typed {
        how: asked.how,
        document: asked.document,
        true_on: visit.today().to_string(),
        ..Typed::default()
    };
    form_page(&visit, &found, &typed, &Mends::default())
}

/// Puts evidence to the task.
pub(crate) async fn put(
    visit: Visit,
    Path(id): Path<Uuid>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let typed = Typed {
        how: How::read(upload.field("how")),
        document: upload.field("document").to_owned(),
        true_on: upload.field("true_on").to_owned(),
        words: upload.field("words").to_owned(),
        link: upload.field("link").to_owned(),
        not_sensitive: upload.field("not_sensitive").to_owned(),
    };
    let file = upload.take_file("file").map(|it| (it.name, it.bytes)).unwrap_or_default();
    let mut mends = Mends::default();
    let true_on = mends.day(visit.lang, "true_on", &typed.true_on);
    let is_sure = typed.not_sensitive == "yes";
    let asks = asks_about(visit.lang, "words", &typed.words, is_sure, &mut mends);
    let mends = match true_on.filter(|_| !asks) {
        None => mends,
        Some(true_on) => {
            let (kind, about) = typed.document.split_once('/').unwrap_or_default();
            let item = match typed.how {
                How::File => Item::File(file.0, file.1),
                How::Link => Item::Link(typed.link.clone()),
                How::Note => Item::Note,
            };
            let ask = PutEvidence {
                task: TaskId(id),
                kind: kind.to_owned(),
                about: about.to_owned(),
                true_on,
                words: typed.words.clone(),
                item,
            };
            match evidence::put_evidence(visit.ctx()?, ask).await {
                Ok(put) => return after(&visit, &found, put).await,
                Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
            }
        }
    };
    let page = form_page(&visit, &found, &typed, &mends)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Goes back to the row and tells whether it closed by itself.
async fn after(visit: &Visit, before: &Found, put: EvidenceId) -> Result<Response, Oops> {
    let (_, _, was) = before.parts()?;
    let found = Found::task(visit, was.task.id).await?;
    let is_open = found.parts()?.2.is_open();
    let has_closed = was.is_open() && !is_open;
    let notice =
        if has_closed { key("notice-evidence-closed") } else { key("notice-evidence-put") };
    before.back_with_undo(visit, notice, &Act::EvidencePut(put))
}

fn mends_of(lang: Lang, all: &[EvidenceObstacle]) -> Mends {
    let most = words::size(lang, FILE_MOST as u64);
    let mut mends = Mends::default();
    for obstacle in all {
        match obstacle {
            EvidenceObstacle::NoFile => mends.push("file", lang.t(key("evidence-mend-no-file"))),
            EvidenceObstacle::LargeFile { .. } => {
                mends.push("file", lang.tn(key("form-mend-large"), [("most", most.clone().into())]))
            }
            EvidenceObstacle::FileType => mends.push("file", lang.t(key("evidence-mend-type"))),
            EvidenceObstacle::BadLink => mends.push("link", lang.t(key("evidence-mend-link"))),
            EvidenceObstacle::NoWords => mends.push("words", lang.t(key("evidence-mend-words"))),
            EvidenceObstacle::LongWords => {
                mends.push("words", lang.tn(key("task-mend-long"), [("most", WORDS_MOST.into())]))
            }
            EvidenceObstacle::Ahead { .. } => mends.push("true_on", lang.t(key("task-mend-ahead"))),
        }
    }
    mends
}

fn form_page(visit: &Visit, found: &Found, typed: &Typed, mends: &Mends) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let (_, _, task) = found.parts()?;
    let address = format!("/tasks/{}/evidence", task.task.id);
    let ways = How::ALL.map(|how| Way {
        href: format!("{address}?how={}&document={}", how.slug(), typed.document),
        words: how.words(lang),
        here: how == typed.how,
    });
    let body = html! {
        (form::refusal(lang, &lang.t(key("evidence-refused")), &lang.t(key("evidence-kept")), mends))
        (nav::tabs(&lang.t(key("evidence-how")), &ways))
        form.form method="post" action=(address) enctype="multipart/form-data" {
            (visit.hidden())
            input type="hidden" name="how" value=(typed.how.slug());
            (fields(lang, task, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("evidence-put"))) } }
        }
    };
    found.page(visit, &lang.t(key("evidence-title")), &body)
}

fn fields(lang: Lang, task: &TaskView, typed: &Typed, mends: &Mends) -> Markup {
    let size = words::size(lang, FILE_MOST as u64);
    let words_label = match typed.how {
        How::Note => lang.t(key("evidence-words-note")),
        How::File | How::Link => lang.t(key("evidence-words")),
    };
    let words = Input {
        name: "words",
        label: &words_label,
        value: &typed.words,
        optional: typed.how != How::Note,
        ..Input::default()
    };
    html! {
        // A note explains and proves no document: it is not asked which one it is.
        @if typed.how == How::Note {
            p.soft { (lang.t(key("evidence-note-hint"))) }
        } @else {
            (form::select(lang, &Input { name: "document", label: &lang.t(key("evidence-document")), value: &typed.document, ..Input::default() }, &documents(lang, task), mends))
        }
        @match typed.how {
            How::File => (form::file(lang, &Input { name: "file", label: &lang.t(key("evidence-file")), hint: &lang.tn(key("evidence-file-hint"), [("most", size.into())]), ..Input::default() }, ACCEPT, mends)),
            How::Link => (form::input(lang, &Input { name: "link", label: &lang.t(key("evidence-address")), hint: &lang.t(key("evidence-address-hint")), value: &typed.link, kind: "url", ..Input::default() }, mends)),
            How::Note => (form::lines(lang, &words, 5, mends)),
        }
        @if typed.how != How::Note { (form::input(lang, &words, mends)) }
        (confirm(lang, &typed.words))
        (form::input(lang, &Input { name: "true_on", label: &lang.t(key("evidence-true-on")), value: &typed.true_on, kind: "date", width: "w-date", ..Input::default() }, mends))
    }
}

/// The documents that the row wants, the missing ones first, and «something else».
fn documents(lang: Lang, task: &TaskView) -> Vec<Answer> {
    let evidence = &task.needs.evidence;
    let met = evidence.met.iter().map(|(wanted, _)| wanted);
    let mut all: Vec<Answer> = evidence
        .missing
        .iter()
        .chain(met)
        .map(|it| Answer { value: look::document_value(it), words: look::wanted(lang, it) })
        .collect();
    all.push(Answer { value: String::new(), words: lang.t(key("evidence-other")) });
    all
}

/// Shows the page that takes evidence back.
pub(crate) async fn confirm_withdraw(
    visit: Visit,
    Path((task, id)): Path<(Uuid, Uuid)>,
) -> Result<Markup, Oops> {
    let found = Found::task(&visit, TaskId(task)).await?;
    let said = said(visit.lang, &found, EvidenceId(id))?;
    reason::page(&visit, &found, &said, &ReasonForm::default(), &Mends::default())
}

/// Takes evidence back; what stood on it opens again.
pub(crate) async fn withdraw(
    visit: Visit,
    Path((task, id)): Path<(Uuid, Uuid)>,
    Filled(form): Filled<ReasonForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let found = Found::task(&visit, TaskId(task)).await?;
    let said = said(lang, &found, EvidenceId(id))?;
    if let Some(answer) = reason::asks(&visit, &found, &said, &form)? {
        return Ok(answer);
    }
    match evidence::withdraw_evidence(visit.ctx()?, EvidenceId(id), &form.reason).await {
        Ok(_) => found.back(&visit, key("notice-evidence-withdrawn")),
        Err(refusal) => {
            let mut mends = Mends::default();
            for obstacle in obstacles(refusal)? {
                match obstacle {
                    WithdrawObstacle::Withdrawn => {
                        mends.push("", lang.t(key("evidence-mend-withdrawn")));
                    }
                    WithdrawObstacle::NoReason => mends.push(
                        "reason",
                        lang.tn(key("task-mend-reason"), [("least", REASON_LEAST.into())]),
                    ),
                }
            }
            reason::refused(&visit, &found, &said, &form, &mends)
        }
    }
}

fn said(lang: Lang, found: &Found, id: EvidenceId) -> Result<Said, Oops> {
    let (_, _, task) = found.parts()?;
    let given = task.given.iter().find(|it| it.evidence.id == id).ok_or(Oops::NotFound)?;
    Ok(Said {
        title: lang.t(key("evidence-withdraw")),
        outcome: lang.tn(key("evidence-withdraw-outcome"), [("what", named(lang, given).into())]),
        button: lang.t(key("evidence-withdraw")),
        action: format!("/tasks/{}/evidence/{id}/withdraw", task.task.id),
    })
}

/// Names a piece of evidence: its words, else its file, else its address.
pub(crate) fn named(lang: Lang, given: &Given) -> String {
    let said = Some(given.evidence.words.clone()).filter(|it| !it.is_empty());
    let file = || given.file.as_ref().map(|it| it.name.clone());
    said.or_else(file)
        .or_else(|| given.evidence.link.clone())
        .unwrap_or_else(|| lang.t(key("evidence-unnamed")))
}

/// Gives a kept file for download; nothing of it is ever shown as a page of ours.
pub(crate) async fn show_file(visit: Visit, Path(id): Path<Uuid>) -> Result<Response, Oops> {
    let file = evidence::show_file(visit.ctx()?, FileId(id)).await?;
    Ok(give(file))
}
