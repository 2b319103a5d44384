//! Somebody at the console of the machine: as whom a command of an administrator acts.
//!
//! It decides that a command has no rights of its own: it acts as whoever of the organisation may do
//! the same on a page, and the journal names that account. Deliberately absent: the commands.

use mentoring::access::{Action, Role, Scope};

use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};

/// Finds the context in which a command acts in an organisation.
///
/// - `key`: the id of the organisation, or its name as its card says it, in any case.
/// - `action`: what the command is about to do.
/// - Returns: the account that has been there longest of those who may do it.
/// - Errors: not found without such an organisation, with two of one name, or where nobody may.
pub async fn keeper_of(app: &App, key: &str, action: Action) -> Result<Ctx, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let key = key.trim().to_lowercase();
    let mut found = tx.organisations_for_jobs().await?;
    found.retain(|it| it.id.to_string() == key || it.card.name.to_lowercase() == key);
    let [organisation] = found.as_slice() else { return Err(Refusal::NotFound) };
    let scope = Scope::of(organisation.id, Role::Curator);
    let held = tx.memberships(&scope, organisation.id).await?;
    for membership in held {
        let ctx = app.ctx_in(&tx, membership.account, Some(organisation.id)).await?;
        let Some(ctx) = ctx.filter(|it| it.at() == organisation.id && it.may(action)) else {
            continue;
        };
        tx.commit().await?;
        return Ok(ctx);
    }
    Err(Refusal::NotFound)
}
