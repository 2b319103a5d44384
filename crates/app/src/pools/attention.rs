//! Consents that want somebody's attention today: missing, or ending soon.
//!
//! It decides whose are told to whom: everybody's to who sees consents, one's own to oneself.
//! Deliberately absent: when an end is soon (`mentoring::consent`), letters.

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{ConsentKind, ends_soon};
use mentoring::person::Person;

use super::consent::{ConsentLine, MatrixFilter, list_consents, show_consents};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A participant whose consents want attention.
#[derive(Clone, Debug)]
pub struct AttentionLine {
    /// Who.
    pub person: Person,
    /// Kinds that are wanted and do not hold.
    pub missing: Vec<ConsentKind>,
    /// Kinds that hold and end soon, with the last day.
    pub ending: Vec<(ConsentKind, Date)>,
}

/// Tells whose consents want attention: who lacks one first, then whose ends first.
///
/// - Returns: everybody's for who sees consents, otherwise the own; nothing for others.
/// - Errors: of the store.
pub async fn consents_to_mend(ctx: &Ctx) -> Result<Vec<AttentionLine>, Refusal<Nothing>> {
    let lines = if ctx.may(Action::SeeConsents) {
        list_consents(ctx, &MatrixFilter::default()).await?.lines
    } else if ctx.may_oneself(Action::SeeConsents) {
        vec![show_consents(ctx, ctx.person).await?.line]
    } else {
        Vec::new()
    };
    let today = ctx.today();
    let mut found: Vec<AttentionLine> =
        lines.into_iter().filter_map(|it| attention(it, today)).collect();
    found.sort_by_key(|it| (it.missing.is_empty(), it.ending.iter().map(|(_, on)| *on).min()));
    Ok(found)
}

fn attention(line: ConsentLine, today: Date) -> Option<AttentionLine> {
    if line.deeds.is_empty() {
        return None;
    }
    let missing: Vec<ConsentKind> =
        line.cells.iter().filter(|it| it.is_gap()).map(|it| it.kind).collect();
    let wanted = line.cells.iter().filter(|it| it.is_wanted && !it.is_gap());
    let ending: Vec<_> = wanted
        .filter_map(|it| it.last.filter(|last| ends_soon(*last, today)).map(|on| (it.kind, on)))
        .collect();
    let is_calm = missing.is_empty() && ending.is_empty();
    (!is_calm).then_some(AttentionLine { person: line.known.person, missing, ending })
}
