//! Steps of a paper: made anew, given up, registered as signed, taken back.

use app::paper::{self, RegisterPaper, RegisterPaperObstacle};
use app::roadmap::evidence::FILE_MOST;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use mentoring::id::PaperId;
use serde::Deserialize;
use uuid::Uuid;

use super::mends_of;
use super::show::{RegisterTyped, paper_page};
use crate::filled::{Filled, Upload};
use crate::kit::form::Mends;
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A step.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct StepForm {
    step: String,
}

/// Takes a step with a paper.
pub(crate) async fn step(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<StepForm>,
) -> Result<Response, Oops> {
    let (ctx, lang, paper) = (visit.ctx()?, visit.lang, PaperId(id));
    let (done, notice) = match form.step.as_str() {
        "refresh" => (paper::refresh_paper(ctx, paper).await, key("notice-paper")),
        "withdraw" => {
            let mends = match paper::withdraw_paper(ctx, paper).await {
                Ok(()) => {
                    let back = format!("/papers/{id}");
                    return Ok(visit.done(&back, key("notice-paper-withdrawn")));
                }
                Err(refusal) => register_mends(lang, &obstacles(refusal)?),
            };
            return refused(&visit, paper, &RegisterTyped::default(), &mends).await;
        }
        _ => (paper::discard_paper(ctx, paper).await, key("notice-paper-discarded")),
    };
    match done {
        Ok(()) => Ok(visit.done(&format!("/papers/{id}"), notice)),
        Err(refusal) => {
            let mends = mends_of(lang, &obstacles(refusal)?);
            refused(&visit, paper, &RegisterTyped::default(), &mends).await
        }
    }
}

/// Registers a signed paper.
pub(crate) async fn register(
    visit: Visit,
    Path(id): Path<Uuid>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let (ctx, paper) = (visit.ctx()?, PaperId(id));
    let typed = RegisterTyped {
        number: upload.field("number").to_owned(),
        signed_on: upload.field("signed_on").to_owned(),
    };
    let mut mends = Mends::default();
    let scan = upload.take_file("file").map(|it| (it.name, it.bytes));
    if let Some(signed_on) = mends.day(visit.lang, "signed_on", &typed.signed_on) {
        let ask = RegisterPaper { number: typed.number.clone(), signed_on, scan };
        match paper::register_paper(ctx, paper, ask).await {
            Ok(()) => {
                let back = format!("/papers/{id}");
                return Ok(visit.done(&back, key("notice-paper-registered")));
            }
            Err(refusal) => mends = register_mends(visit.lang, &obstacles(refusal)?),
        }
    }
    refused(&visit, paper, &typed, &mends).await
}

async fn refused(
    visit: &Visit,
    id: PaperId,
    typed: &RegisterTyped,
    mends: &Mends,
) -> Result<Response, Oops> {
    let page = paper_page(visit, id, typed, mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn register_mends(lang: Lang, all: &[RegisterPaperObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        let (field, words) = match it {
            RegisterPaperObstacle::Order => ("", lang.t(key("paper-mend-is-order"))),
            RegisterPaperObstacle::NoDraft => ("", lang.t(key("paper-mend-draft"))),
            RegisterPaperObstacle::NotSigned => ("", lang.t(key("paper-mend-unsigned"))),
            RegisterPaperObstacle::Ahead => ("signed_on", lang.t(key("paper-mend-ahead"))),
            RegisterPaperObstacle::LongNumber => ("number", lang.t(key("paper-mend-long-number"))),
            RegisterPaperObstacle::LargeScan { .. } => {
                let most = words::size(lang, FILE_MOST as u64);
                ("file", lang.tn(key("form-mend-large"), [("most", most.into())]))
            }
            RegisterPaperObstacle::ScanType => ("file", lang.t(key("paper-mend-scan"))),
            RegisterPaperObstacle::Text(words) => {
                ("", lang.tn(key("paper-mend-text"), [("words", words.clone().into())]))
            }
        };
        mends.push(field, words);
    }
    mends
}
