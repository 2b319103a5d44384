//! An amending order as a difference: the form of the order with its present values, and the draft
//! that tells only what changed.
//!
//! It decides how a change is worded, and from which state the next one is counted. Deliberately
//! absent: what a change is (`mentoring::paper::amend`).

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::id::PaperId;
use mentoring::order::OrderState;
use mentoring::paper::PaperKind;
use mentoring::paper::amend::{Amendment, amendments};
use serde_json::{Value as Json, json};
use store::{HeadOrder, PaperRecord, Tx};

use super::compose::{compose, worded_data};
use super::draft::{PaperObstacle, insert, read};
use super::form::{PaperForm, about, facts_for, filled, subject_of, typed_of};
use super::given::{Given, Typed};
use super::known::{PaperSubject, order_in_words};
use super::{require_making, require_seeing};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Under which key an amending order keeps the state that it makes.
pub(super) const AFTER: &str = "$after";

/// The form of a change.
#[derive(Clone, Debug)]
pub struct AmendForm {
    /// The order's own form, with its present values.
    pub form: PaperForm,
    /// The order that is changed.
    pub order: HeadOrder,
}

/// What a change of an order asks.
#[derive(Clone, Debug)]
pub struct SaveAmendment {
    /// The first day of the change.
    pub from: Date,
    /// Why; may be empty.
    pub reason: String,
    /// The fields of the form as they were sent.
    pub sent: Vec<(String, String)>,
}

/// Why a change is not drafted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AmendObstacle {
    /// Nothing is other than before.
    #[error("nothing changed")]
    NothingChanged,
    /// The order is not registered, or acts no more.
    #[error("an order that is {state} is not changed")]
    WrongState {
        /// Where it stands.
        state: OrderState,
    },
    /// The change would act before the order does.
    #[error("the order acts from {acts_from}")]
    BeforeItActs {
        /// The first day of the order.
        acts_from: Date,
    },
    /// The new state is wrong, or its text does not take it.
    #[error(transparent)]
    Paper(#[from] PaperObstacle),
}

/// A registered order with its text and its present state.
struct Standing {
    paper: PaperRecord,
    order: HeadOrder,
    typed: Typed,
}

async fn standing(ctx: &Ctx, tx: &Tx, id: PaperId) -> Result<Standing, Refusal<AmendObstacle>> {
    let paper = tx.paper(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    require_seeing(ctx, paper.kind)?;
    require_making(ctx, PaperKind::AmendingOrder)?;
    let order = paper.order_id.filter(|_| paper.kind.order_subject().is_some());
    let order = tx.order(&ctx.scope, order.ok_or(Refusal::NotFound)?).await?;
    let order = order.filter(|it| it.organisation == ctx.at()).ok_or(Refusal::NotFound)?;
    let revisions = tx.paper_revisions(&ctx.scope, id).await?;
    let first = revisions.into_iter().next().ok_or(Refusal::NotFound)?;
    let mut typed = first.typed.0;
    if let Some(after) = latest_amendment(ctx, tx, &order).await? {
        typed = after["typed"].clone();
    }
    Ok(Standing { paper, order, typed: typed_of(&typed) })
}

/// The state that the latest signed change of an order made.
async fn latest_amendment(
    ctx: &Ctx,
    tx: &Tx,
    order: &HeadOrder,
) -> Result<Option<Json>, Refusal<AmendObstacle>> {
    let papers = tx.papers(&ctx.scope, order.organisation).await?;
    let changes = papers.into_iter().filter(|it| {
        it.amends == Some(order.id) && it.signed_on.is_some() && it.discarded_on.is_none()
    });
    let Some(latest) = changes.max_by_key(|it| (it.signed_on, it.drafted_at)) else {
        return Ok(None);
    };
    let revisions = tx.paper_revisions(&ctx.scope, latest.id).await?;
    Ok(revisions.first().and_then(|it| it.data.0.get(AFTER)).cloned())
}

/// Prepares the form of a change.
///
/// - Errors: not found without the right, or where the order is not registered or acts no more.
pub async fn amend_form(ctx: &Ctx, id: PaperId) -> Result<AmendForm, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let it = match standing(ctx, &tx, id).await {
        Ok(it) => it,
        Err(Refusal::Obstacles(_)) => return Err(Refusal::NotFound),
        Err(Refusal::Unavailable(cause)) => return Err(Refusal::Unavailable(cause)),
        Err(Refusal::Unexpected(cause)) => return Err(Refusal::Unexpected(cause)),
        Err(Refusal::NotFound | Refusal::Stale) => return Err(Refusal::NotFound),
    };
    if !acts(ctx, &it.order) {
        return Err(Refusal::NotFound);
    }
    let facts = facts_for(ctx, &tx, ctx.today(), &it.typed).await?;
    let subject = subject_of(&it.paper);
    let composed = compose(&facts, it.paper.kind, &subject, &it.typed, "");
    let people = facts.offered();
    let form = PaperForm {
        kind: it.paper.kind,
        about: about(&facts, &subject),
        subject,
        day: ctx.today(),
        filled: filled(it.paper.kind, &it.typed, &people),
        known: composed.known,
        asked: composed.asked,
        people,
        revision: 0,
    };
    Ok(AmendForm { form, order: it.order })
}

fn acts(ctx: &Ctx, order: &HeadOrder) -> bool {
    let state = order.for_rule().state_on(ctx.today());
    matches!(state, OrderState::Signed | OrderState::InForce | OrderState::Changed)
}

/// Drafts an order that tells only what changed; registered, it changes the other from its day.
///
/// - Returns: the paper of the new order.
/// - Errors: not found without the right; `AmendObstacle`.
pub async fn save_amendment(
    ctx: &Ctx,
    id: PaperId,
    ask: &SaveAmendment,
) -> Result<PaperId, Refusal<AmendObstacle>> {
    let tx = ctx.begin().await?;
    let it = standing(ctx, &tx, id).await?;
    let mut obstacles = Vec::new();
    if !acts(ctx, &it.order) {
        let state = it.order.for_rule().state_on(ctx.today());
        obstacles.push(AmendObstacle::WrongState { state });
    }
    let acts_from = it.order.acts_from.or(it.order.signed_on).unwrap_or(ask.from);
    if ask.from < acts_from {
        obstacles.push(AmendObstacle::BeforeItActs { acts_from });
    }
    // The day of the order itself: only what somebody changed makes a point, not what time did.
    let facts = facts_for(ctx, &tx, it.paper.day_on, &it.typed).await?;
    let subject = subject_of(&it.paper);
    let kind = it.paper.kind;
    let typed = match read(&facts, kind, &subject, &ask.sent) {
        Ok(typed) => typed,
        Err(wrong) => {
            obstacles.extend(wrong.into_iter().map(AmendObstacle::Paper));
            return Err(Refusal::Obstacles(obstacles));
        }
    };
    let before = compose(&facts, kind, &subject, &it.typed, "").data;
    let after = compose(&facts, kind, &subject, &typed, "").data;
    let changes = amendments(kind, &worded_data(kind, &before), &worded_data(kind, &after));
    if changes.is_empty() {
        obstacles.push(AmendObstacle::NothingChanged);
    }
    Refusal::unless_clear(obstacles)?;
    let points = Given::Rows(changes.into_iter().map(point).collect());
    let amended = order_in_words(&it.order).unwrap_or_default();
    let mut own = Typed::from([
        ("amended".to_owned(), Given::One(format!("{amended} «{}»", it.order.title))),
        ("changes".to_owned(), points),
        ("starts_on".to_owned(), Given::One(ask.from.to_string())),
    ]);
    if !ask.reason.trim().is_empty() {
        own.insert("reason".to_owned(), Given::One(ask.reason.trim().to_owned()));
    }
    let state = json!({ "typed": typed });
    let subject = PaperSubject { amends: Some(it.order.id), ..PaperSubject::default() };
    let today = facts_for(ctx, &tx, ctx.today(), &own).await?;
    let made =
        insert(ctx, &tx, &today, PaperKind::AmendingOrder, subject, &own, Some((AFTER, state)));
    let id = made.await.map_err(|refusal| refusal.map(AmendObstacle::Paper))?;
    tx.commit().await?;
    Ok(id)
}

/// A change as a point of the order: names stand in the nominative within quotes, so that no list
/// has to be declined.
fn point(it: Amendment) -> BTreeMap<String, Given> {
    let (place, wording) = match it {
        Amendment::Reworded { label, wording } if wording.is_empty() => {
            (format!("сведения «{label}» исключить"), None)
        }
        Amendment::Reworded { label, wording } => (format!("сведения «{label}»"), Some(wording)),
        Amendment::Added { label, line } => {
            (format!("перечень «{label}» дополнить строкой «{line}»"), None)
        }
        Amendment::Removed { label, line } => {
            (format!("из перечня «{label}» исключить строку «{line}»"), None)
        }
        Amendment::Replaced { label, old, new } => {
            (format!("в перечне «{label}» строку «{old}» заменить строкой «{new}»"), None)
        }
    };
    let mut row = BTreeMap::from([("place".to_owned(), Given::One(place))]);
    row.extend(wording.map(|it| ("wording".to_owned(), Given::One(it))));
    row
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_says_what_changed_and_nothing_else() {
        let text = |it: Amendment| {
            let row = point(it);
            let of = |key: &str| match row.get(key) {
                Some(Given::One(text)) => text.clone(),
                _ => String::new(),
            };
            (of("place"), of("wording"))
        };
        let label = "Члены";
        let (old, new, line) = ("А".to_owned(), "Б".to_owned(), "А".to_owned());
        for (change, place, wording) in [
            (
                Amendment::Added { label, line: line.clone() },
                "перечень «Члены» дополнить строкой «А»",
                "",
            ),
            (Amendment::Removed { label, line }, "из перечня «Члены» исключить строку «А»", ""),
            (
                Amendment::Replaced { label, old, new },
                "в перечне «Члены» строку «А» заменить строкой «Б»",
                "",
            ),
            (Amendment::Reworded { label, wording: "9 мая".into() }, "сведения «Члены»", "9 мая"),
            (
                Amendment::Reworded { label, wording: String::new() },
                "сведения «Члены» исключить",
                "",
            ),
        ] {
            assert_eq!(text(change), (place.to_owned(), wording.to_owned()));
        }
    }
}
