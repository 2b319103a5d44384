//! Versions of a template: how two of them differ, and files of them to take along.
//!
//! Deliberately absent: keeping one (`keep`), which of them holds on a day (`wording`).

use documents::papers;
use mentoring::access::Action;
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;
use serde_json::Value as Json;
use store::Tx;

use super::difference::{TextChange, compare_texts};
use super::template::{TemplateVersionLine, TemplateView, sample_of, show_template};
use super::trial::Sample;
use super::wording::{PaperWording, wording_in, wording_of};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A text to compare with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Compared {
    /// The standard one.
    Standard,
    /// An own version.
    Version(u32),
}

/// A version, and how it differs from another.
#[derive(Clone, Debug)]
pub struct TemplateDifference {
    /// The version.
    pub line: TemplateVersionLine,
    /// Its text; `None` of a Word file and of a version that withdraws.
    pub text: Option<String>,
    /// With what it is compared.
    pub with: Compared,
    /// The difference; `None` where one of the two is no text.
    pub changes: Option<Vec<TextChange>>,
    /// The own versions, the latest first.
    pub view: TemplateView,
}

impl TemplateDifference {
    /// The numbers of the other own versions, the latest first.
    pub fn card_numbers(&self) -> impl Iterator<Item = u32> + '_ {
        let own = self.line.card.number;
        self.view.versions.iter().map(|it| it.card.number).filter(move |it| *it != own)
    }
}

/// Shows a version and how it differs from another, or from the one before it.
///
/// - `with`: `None` for the one before, or the standard text where it is the first.
/// - Errors: not found.
pub async fn compare_templates(
    ctx: &Ctx,
    kind: PaperKind,
    number: u32,
    with: Option<Compared>,
) -> Result<TemplateDifference, Refusal<Nothing>> {
    let view = show_template(ctx, kind).await?;
    let found = view.versions.iter().find(|it| it.card.number == number);
    let line = found.cloned().ok_or(Refusal::NotFound)?;
    let with = with.unwrap_or(match number {
        0 | 1 => Compared::Standard,
        number => Compared::Version(number - 1),
    });
    let tx = ctx.read().await?;
    let text = text_of(ctx, &tx, kind, Compared::Version(number)).await?;
    let other = text_of(ctx, &tx, kind, with).await?;
    let both = other.as_ref().zip(text.as_ref());
    let changes = both.map(|(old, new)| compare_texts(old, new));
    Ok(TemplateDifference { line, text, with, changes, view })
}

async fn text_of(
    ctx: &Ctx,
    tx: &Tx,
    kind: PaperKind,
    which: Compared,
) -> Result<Option<String>, Refusal<Nothing>> {
    let Compared::Version(number) = which else { return Ok(Some(papers::text(kind).to_owned())) };
    let kept = tx.paper_template(&ctx.scope, ctx.at(), (kind, number)).await?;
    let kept = kept.ok_or(Refusal::NotFound)?;
    Ok((kept.form == TemplateForm::Text).then_some(kept.text))
}

/// The Word file of an own version.
///
/// - Errors: not found.
pub async fn template_file(
    ctx: &Ctx,
    kind: PaperKind,
    number: u32,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let kept = tx.paper_template(&ctx.scope, ctx.at(), (kind, number)).await?;
    let kept = kept.ok_or(Refusal::NotFound)?;
    tx.template_file(&kept).await?.ok_or(Refusal::NotFound)
}

/// The standard text as a Word file with tags, to begin one's own from.
///
/// - Errors: not found without the right; unexpected where it cannot be written.
pub async fn start_file(ctx: &Ctx, kind: PaperKind) -> Result<Vec<u8>, Refusal<Nothing>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    papers::start_docx(kind).map_err(|error| Refusal::Unexpected(error.into()))
}

/// A kind of file of a sample.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleFormat {
    /// Word.
    Docx,
    /// PDF; not of a school's own Word file.
    Pdf,
}

/// A paper of invented data from the version in force today, or from an own version.
///
/// - `number`: the own version; `None` for the one in force.
/// - Errors: not found, also where a Word file is asked for as a PDF; unexpected where the
///   typesetter fails.
pub async fn sample_file(
    ctx: &Ctx,
    kind: PaperKind,
    number: Option<u32>,
    format: SampleFormat,
) -> Result<Vec<u8>, Refusal<Nothing>> {
    ctx.require(Action::SeeTemplates, ctx.at())?;
    let tx = ctx.read().await?;
    let wording = match number {
        None => wording_of(&tx, ctx.at(), kind, ctx.today()).await?,
        Some(number) => {
            let kept = tx.paper_template(&ctx.scope, ctx.at(), (kind, number)).await?;
            let kept = kept.filter(|it| it.form != TemplateForm::Withdrawn);
            wording_in(&tx, &kept.ok_or(Refusal::NotFound)?).await?
        }
    };
    let data = sample_of(ctx, &tx, kind, Sample::Own).await?;
    drop(tx);
    if matches!((&wording, format), (PaperWording::OwnWord(_), SampleFormat::Pdf)) {
        return Err(Refusal::NotFound);
    }
    let made = tokio::task::spawn_blocking(move || made(kind, &wording, &data, format));
    made.await.map_err(|error| Refusal::Unexpected(error.into()))?.map_err(Refusal::Unexpected)
}

fn made(
    kind: PaperKind,
    wording: &PaperWording,
    data: &Json,
    format: SampleFormat,
) -> Result<Vec<u8>, anyhow::Error> {
    match wording {
        PaperWording::Text(text) => {
            let paper = papers::render(kind, text, data)?;
            Ok(if format == SampleFormat::Pdf { paper.pdf()? } else { paper.docx()? })
        }
        PaperWording::OwnWord(bytes) => Ok(papers::OwnDocx::read(bytes)?.render(kind, data)?.docx),
    }
}
