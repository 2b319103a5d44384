//! Evidence put to tasks, and the one interface through which later modules record theirs.
//!
//! It decides what a file or link may be, who may put and withdraw it, and that tasks close and
//! reopen with it in one transaction. Deliberately absent: whether it is enough
//! (`mentoring::evidence`).

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::evidence::{EvidenceSource, Wanted};
use mentoring::id::{EvidenceId, FileId, TaskId};
use mentoring::task::{REASON_LEAST, REASON_MOST};
use store::{Evidence, File, StoreError, Task, Tx};
use uuid::Uuid;

use super::act::{permitted, running_of_task};
use super::running::running_in;
use super::settle::{Touched, settle};
use crate::ctx::Ctx;
use crate::file::keep_file;
use crate::refusal::{Nothing, Refusal};

/// The largest file that is kept, in bytes.
pub const FILE_MOST: usize = 20 * 1024 * 1024;
/// The longest title, note or address, in characters.
pub const WORDS_MOST: usize = 2000;

/// What somebody puts to a task.
#[derive(Clone, Debug)]
pub enum Item {
    /// A file: its name and its bytes.
    File(String, Vec<u8>),
    /// An address elsewhere.
    Link(String),
    /// Words; they explain and prove no document.
    Note,
}

/// What putting evidence asks.
#[derive(Clone, Debug)]
pub struct PutEvidence {
    /// To which task.
    pub task: TaskId,
    /// Which document it is: kind and subject as the row wants them; empty for «something else».
    pub kind: String,
    /// Its subject.
    pub about: String,
    /// The day of the document.
    pub true_on: Date,
    /// Title, or the words of a note.
    pub words: String,
    /// The thing itself.
    pub item: Item,
}

/// Why evidence cannot be put so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvidenceObstacle {
    /// There is no file, or it is empty.
    #[error("no file")]
    NoFile,
    /// It is larger than is kept.
    #[error("{size} bytes, at most {FILE_MOST}")]
    LargeFile {
        /// Its size in bytes.
        size: usize,
    },
    /// It is of a type that is not kept.
    #[error("type not kept")]
    FileType,
    /// The address is no web address.
    #[error("no http address")]
    BadLink,
    /// A note without words.
    #[error("no words")]
    NoWords,
    /// Longer than is kept.
    #[error("more than {WORDS_MOST} characters")]
    LongWords,
    /// The day of the document lies ahead.
    #[error("{on} is after today")]
    Ahead {
        /// The day given.
        on: Date,
    },
}

/// Puts evidence to a task; the task begins with it, and closes where nothing is missing any more.
///
/// - Errors: not found; everything wrong with it at once.
pub async fn put_evidence(
    ctx: &Ctx,
    ask: PutEvidence,
) -> Result<EvidenceId, Refusal<EvidenceObstacle>> {
    let tx = ctx.begin().await?;
    let running = running_of_task(ctx, &tx, ask.task).await?;
    let (_, _, view) = permitted(ctx, &running, ask.task, Action::WorkOnTasks)?;
    let media_type = check(&ask, ctx.today()).map_err(Refusal::Obstacles)?;
    let (source, link) = match &ask.item {
        Item::File(..) => (EvidenceSource::File, None),
        Item::Link(address) => (EvidenceSource::Link, Some(address.trim().to_owned())),
        Item::Note => (EvidenceSource::Note, None),
    };
    let file = match ask.item {
        Item::File(name, content) => Some(keep_file(ctx, &tx, (name, media_type), content).await?),
        Item::Link(_) | Item::Note => None,
    };
    let evidence = Evidence {
        organisation: ctx.at(),
        id: ctx.new_id(),
        task: Some(ask.task),
        kind: ask.kind,
        about: ask.about,
        source,
        true_on: ask.true_on,
        words: ask.words.trim().to_owned(),
        file,
        link,
        record_kind: None,
        record: None,
        given_by: ctx.actor,
        given_at: ctx.now,
        withdrawn_on: None,
        withdrawn_by: None,
        withdrawn_why: None,
    };
    tx.insert_evidence(&evidence).await?;
    if view.task.started_on.is_none() {
        let on = ctx.today();
        tx.save_task(&Task { started_on: Some(on), ..view.task.clone() }).await?;
        ctx.record(&tx, Event::TaskStarted { task: ask.task, on }).await?;
    }
    ctx.record(&tx, Event::EvidenceGiven { task: ask.task, evidence: evidence.id }).await?;
    settle(ctx, &tx, &Touched::Task(ask.task)).await?;
    tx.commit().await?;
    Ok(evidence.id)
}

/// Checks what is put.
///
/// - Returns: the media type of a file; empty for the rest.
fn check(ask: &PutEvidence, today: Date) -> Result<&'static str, Vec<EvidenceObstacle>> {
    let mut obstacles = Vec::new();
    let mut media_type = "";
    match &ask.item {
        Item::File(_, content) if content.is_empty() => obstacles.push(EvidenceObstacle::NoFile),
        Item::File(name, content) => {
            // Of a file that is too large only the beginning has come: its type is not asked.
            match media_type_of(name, content) {
                _ if FILE_MOST < content.len() => {
                    obstacles.push(EvidenceObstacle::LargeFile { size: content.len() });
                }
                Some(found) => media_type = found,
                None => obstacles.push(EvidenceObstacle::FileType),
            }
        }
        Item::Link(address) if !is_web_address(address) => {
            obstacles.push(EvidenceObstacle::BadLink);
        }
        Item::Note if ask.words.trim().is_empty() => obstacles.push(EvidenceObstacle::NoWords),
        Item::Link(_) | Item::Note => {}
    }
    let link_length = if let Item::Link(link) = &ask.item { link.chars().count() } else { 0 };
    if WORDS_MOST < ask.words.chars().count() || WORDS_MOST < link_length {
        obstacles.push(EvidenceObstacle::LongWords);
    }
    if today < ask.true_on {
        obstacles.push(EvidenceObstacle::Ahead { on: ask.true_on });
    }
    if obstacles.is_empty() { Ok(media_type) } else { Err(obstacles) }
}

/// The media type by what the file begins with, agreeing with its name; `None` where it is not kept.
///
/// Pages and programs are not kept: a school opens what it finds here on its own computers.
pub(crate) fn media_type_of(name: &str, content: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&str, &[u8], &str)] = &[
        ("pdf", b"%PDF-", "application/pdf"),
        (
            "docx",
            b"PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ),
        (
            "xlsx",
            b"PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
        (
            "pptx",
            b"PK\x03\x04",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ),
        ("odt", b"PK\x03\x04", "application/vnd.oasis.opendocument.text"),
        ("ods", b"PK\x03\x04", "application/vnd.oasis.opendocument.spreadsheet"),
        ("odp", b"PK\x03\x04", "application/vnd.oasis.opendocument.presentation"),
        ("zip", b"PK\x03\x04", "application/zip"),
        ("doc", b"\xd0\xcf\x11\xe0", "application/msword"),
        ("xls", b"\xd0\xcf\x11\xe0", "application/vnd.ms-excel"),
        ("rtf", b"{\\rtf", "application/rtf"),
        ("png", b"\x89PNG", "image/png"),
        ("jpg", b"\xff\xd8\xff", "image/jpeg"),
        ("jpeg", b"\xff\xd8\xff", "image/jpeg"),
    ];
    let (_, ending) = name.rsplit_once('.')?;
    let ending = ending.to_lowercase();
    if let Some((_, _, media_type)) =
        KINDS.iter().find(|(end, begins, _)| *end == ending && content.starts_with(begins))
    {
        return Some(media_type);
    }
    let is_text = matches!(ending.as_str(), "txt" | "csv") && !content.contains(&0);
    is_text.then_some("text/plain")
}

fn is_web_address(address: &str) -> bool {
    let address = address.trim();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|it| {
        let host = it.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !address.chars().any(|c| c.is_whitespace() || c.is_control())
    })
}

/// Why evidence cannot be withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawObstacle {
    /// It is withdrawn already.
    #[error("withdrawn already")]
    Withdrawn,
    /// The reason says too little or is too long.
    #[error("a reason of {REASON_LEAST} to {REASON_MOST} characters is needed")]
    NoReason,
}

/// Withdraws evidence; what stood on it opens again. Nothing is deleted.
///
/// - Errors: not found; withdrawn already; no reason.
pub async fn withdraw_evidence(
    ctx: &Ctx,
    id: EvidenceId,
    why: &str,
) -> Result<TaskId, Refusal<WithdrawObstacle>> {
    let tx = ctx.begin().await?;
    let evidence = tx.evidence(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    let task = evidence.task.ok_or(Refusal::NotFound)?;
    let running = running_of_task(ctx, &tx, task).await?;
    // Who gave it may take it back; others only where they settle tasks.
    let action =
        if evidence.given_by == ctx.actor { Action::WorkOnTasks } else { Action::SettleTasks };
    permitted(ctx, &running, task, action)?;
    let mut obstacles = Vec::new();
    if evidence.withdrawn_on.is_some() {
        obstacles.push(WithdrawObstacle::Withdrawn);
    }
    let n_letters = why.chars().filter(|c| c.is_alphanumeric()).count();
    if n_letters < REASON_LEAST || REASON_MOST < why.chars().count() {
        obstacles.push(WithdrawObstacle::NoReason);
    }
    Refusal::unless_clear(obstacles)?;
    take_back(ctx, &tx, evidence, Some(why.trim().to_owned())).await?;
    settle(ctx, &tx, &Touched::Task(task)).await?;
    tx.commit().await?;
    Ok(task)
}

/// Saves and records that evidence does not count from today on.
pub(super) async fn take_back(
    ctx: &Ctx,
    tx: &Tx,
    evidence: Evidence,
    why: Option<String>,
) -> Result<(), StoreError> {
    let id = evidence.id;
    tx.save_evidence(&Evidence {
        withdrawn_on: Some(ctx.today()),
        withdrawn_by: Some(ctx.actor),
        withdrawn_why: why,
        ..evidence
    })
    .await?;
    ctx.record(tx, Event::EvidenceWithdrawn { evidence: id }).await
}

/// A fact of another module that may show that rows are done.
#[derive(Clone, Debug)]
pub struct RecordedFact {
    /// Kind of evidence: `order`, `register`, …
    pub kind: String,
    /// Subject: `pairs`, `curator`, …
    pub about: String,
    /// The day from which it is true.
    pub true_on: Date,
    /// Title, for the page.
    pub words: String,
    /// Which module's record it is, and its id there.
    pub record: (String, Uuid),
}

/// Records a fact of another module in its own transaction: every row that wants it looks at it.
///
/// - Errors: of the store.
pub async fn record_fact(ctx: &Ctx, tx: &Tx, fact: RecordedFact) -> Result<EvidenceId, StoreError> {
    let document = Wanted { kind: fact.kind.clone(), about: fact.about.clone() };
    let evidence = Evidence {
        organisation: ctx.at(),
        id: ctx.new_id(),
        task: None,
        kind: fact.kind,
        about: fact.about,
        source: EvidenceSource::Record,
        true_on: fact.true_on,
        words: fact.words,
        file: None,
        link: None,
        record_kind: Some(fact.record.0),
        record: Some(fact.record.1),
        given_by: ctx.actor,
        given_at: ctx.now,
        withdrawn_on: None,
        withdrawn_by: None,
        withdrawn_why: None,
    };
    tx.insert_evidence(&evidence).await?;
    ctx.record(tx, Event::EvidenceRecorded { evidence: evidence.id }).await?;
    settle(ctx, tx, &Touched::Document(document)).await?;
    Ok(evidence.id)
}

/// Withdraws the evidence of a fact that is no more, in the transaction of its module: rows that it
/// closed look again.
///
/// - Errors: of the store.
pub async fn withdraw_fact(ctx: &Ctx, tx: &Tx, id: EvidenceId) -> Result<(), StoreError> {
    let Some(evidence) = tx.evidence(&ctx.scope, id).await? else { return Ok(()) };
    if evidence.withdrawn_on.is_some() {
        return Ok(());
    }
    let document = Wanted { kind: evidence.kind.clone(), about: evidence.about.clone() };
    take_back(ctx, tx, evidence, None).await?;
    settle(ctx, tx, &Touched::Document(document)).await
}

/// A kept file with its bytes, for who may see the task or the import it belongs to.
///
/// Files of other records — scans of orders and consents, texts of acts — are not found here: each
/// is shown with its record, to whoever may see that.
///
/// - Errors: not found.
pub async fn show_file(ctx: &Ctx, id: FileId) -> Result<File, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let file = tx.file(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    let is_of_tasks = tx.is_shown_with_tasks(file.organisation, id).await?;
    if is_of_tasks && ctx.scope.may(Action::SeeTasks, file.organisation) {
        return Ok(file);
    }
    let running = running_in(ctx, &tx, ctx.today()).await?.of_person(ctx.person);
    let is_own = running
        .tasks()
        .any(|(_, _, task)| task.given.iter().any(|it| it.evidence.file == Some(id)));
    if is_own { Ok(file) } else { Err(Refusal::NotFound) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_known_by_what_it_begins_with_and_by_its_name() {
        let cases: [(&str, &[u8], bool); 8] = [
            ("Приказ.pdf", b"%PDF-1.7 ...", true),
            ("Приказ.PDF", b"%PDF-1.7 ...", true),
            ("Приказ.pdf", b"<html>", false),
            ("page.html", b"<html>", false),
            ("run.exe", b"MZ", false),
            ("Список.docx", b"PK\x03\x04...", true),
            ("Список.txt", "ученики".as_bytes(), true),
            ("без точки", b"%PDF-", false),
        ];
        for (name, content, is_kept) in cases {
            assert_eq!(media_type_of(name, content).is_some(), is_kept, "{name}");
        }
    }

    #[test]
    fn only_web_addresses_are_links() {
        for good in ["https://school.example/news?id=1", "http://school.example"] {
            assert!(is_web_address(good), "{good}");
        }
        for bad in
            ["", "school.example", "javascript:alert(1)", "https://", "https://a b", "ftp://a"]
        {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
