//! «Отменить»: what was just done to a task is taken back with one press.
//!
//! The page that tells what was done carries it as a token, so that nothing has to be remembered
//! here. Deliberately absent: deciding whether it may still be taken back (`app::roadmap::undo`).

use app::roadmap::undo::{Act, UndoAct, UndoObstacle, undo_act};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::html;
use mentoring::id::{EvidenceId, HappeningId, PartId, PersonId, TaskId};
use uuid::Uuid;

use super::found::Found;
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::lang::key;
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;

/// Longer tokens do not fit a cookie: then the page offers no undoing, and the row still does.
const LONGEST: usize = 1500;
const BEGUN: &str = "begun_";

/// Writes what was done as a token: letters, digits, `-`, `:`, `_`.
///
/// - `has_begun_it`: whether the task began with it.
/// - Returns: `None` where it does not fit.
pub(crate) fn token(act: &Act, has_begun_it: bool) -> Option<String> {
    let said = match act {
        Act::Started => "started".to_owned(),
        Act::Closed => "closed".to_owned(),
        Act::Dated => "dated".to_owned(),
        Act::PartsDone(parts) if parts.is_empty() => return None,
        Act::PartsDone(parts) => format!("parts:{}", joined(parts)),
        Act::EvidencePut(id) => format!("evidence:{id}"),
        Act::Happened(id) => format!("happened:{id}"),
        Act::Given { before, after } => format!("given:{}_{}", joined(before), joined(after)),
    };
    let begun = if has_begun_it { BEGUN } else { "" };
    Some(format!("{begun}{said}")).filter(|it| it.len() <= LONGEST)
}

fn joined<T: ToString>(ids: &[T]) -> String {
    ids.iter().map(T::to_string).collect::<Vec<_>>().join(":")
}

fn read(token: &str) -> Option<(Act, bool)> {
    let (token, has_begun_it) = match token.strip_prefix(BEGUN) {
        Some(rest) => (rest, true),
        None => (token, false),
    };
    let (word, rest) = token.split_once(':').unwrap_or((token, ""));
    let act = match word {
        "started" => Act::Started,
        "closed" => Act::Closed,
        "dated" => Act::Dated,
        "parts" => Act::PartsDone(ids(rest)?.into_iter().map(PartId).collect()),
        "evidence" => Act::EvidencePut(EvidenceId(rest.parse().ok()?)),
        "happened" => Act::Happened(HappeningId(rest.parse().ok()?)),
        "given" => {
            let (before, after) = rest.split_once('_')?;
            let people = |all| Some(ids(all)?.into_iter().map(PersonId).collect());
            Act::Given { before: people(before)?, after: people(after)? }
        }
        _ => return None,
    };
    Some((act, has_begun_it))
}

fn ids(text: &str) -> Option<Vec<Uuid>> {
    text.split(':').filter(|it| !it.is_empty()).map(|it| it.parse().ok()).collect()
}

/// The token as it comes back.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub(crate) struct UndoForm {
    #[serde(default)]
    act: String,
}

/// Takes back what was done.
pub(crate) async fn undo(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<UndoForm>,
) -> Result<Response, Oops> {
    let found = Found::task(&visit, TaskId(id)).await?;
    let (act, has_begun_it) = read(&form.act).ok_or(Oops::NotFound)?;
    let ask = UndoAct { task: TaskId(id), act, has_begun_it };
    match undo_act(visit.ctx()?, &ask).await {
        Ok(()) => found.back(&visit, key("notice-undone")),
        Err(refusal) => overtaken(&visit, &found, &obstacles(refusal)?),
    }
}

fn overtaken(visit: &Visit, found: &Found, all: &[UndoObstacle]) -> Result<Response, Oops> {
    let lang = visit.lang;
    let body = html! {
        @for UndoObstacle::Overtaken in all {
            (block::remark(lang, Gravity::Look, "", &lang.t(key("undo-overtaken")), &lang.t(key("undo-overtaken-how")), &html! {
                p.mt-2 { a.btn.btn-plain href=(found.row_href()?) { (lang.t(key("undo-to-row"))) } }
            }))
        }
    };
    let page = found.page(visit, &lang.t(key("undo-title")), &body)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_comes_back_from_its_token_and_fits_a_cookie() {
        let id = |n| Uuid::from_u128(n);
        let people = |all: &[u128]| all.iter().map(|it| PersonId(id(*it))).collect::<Vec<_>>();
        for act in [
            Act::Started,
            Act::Closed,
            Act::Dated,
            Act::PartsDone(vec![PartId(id(1)), PartId(id(2))]),
            Act::EvidencePut(EvidenceId(id(3))),
            Act::Happened(HappeningId(id(4))),
            Act::Given { before: people(&[5, 6]), after: people(&[]) },
            Act::Given { before: people(&[]), after: people(&[7]) },
        ] {
            for has_begun_it in [false, true] {
                let token = token(&act, has_begun_it).unwrap();
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-:_".contains(&byte);
                assert!(token.bytes().all(is_plain), "{token}");
                assert_eq!(read(&token), Some((act.clone(), has_begun_it)), "{token}");
            }
        }
        let crowd: Vec<u128> = (0..60).collect();
        assert_eq!(token(&Act::Given { before: people(&crowd), after: vec![] }, false), None);
        for strange in ["", "closing", "parts:x", "given:1", "evidence:", "begun_"] {
            assert_eq!(read(strange), None, "{strange}");
        }
    }
}
