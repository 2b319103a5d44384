//! Passwords and logins.
//!
//! It decides which passwords are too easy. Deliberately absent: rules that make people write a
//! password down (signs of four kinds, a change every month).

use mentoring::event::Event;
use store::{Account, StoreError};

use super::session::end_sessions;
use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};
use crate::secret;

/// The shortest password, in characters.
pub const PASSWORD_LEAST: usize = 10;
/// The longest, in characters: longer ones only cost time to hash.
pub const PASSWORD_MOST: usize = 200;

/// Why a password is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasswordObstacle {
    /// Too short.
    #[error("the password is shorter than {least} characters")]
    Short {
        /// Characters needed.
        least: usize,
    },
    /// Too long.
    #[error("the password is longer than {most} characters")]
    Long {
        /// Characters allowed.
        most: usize,
    },
    /// One sign over and over, or signs in the order of the keyboard.
    #[error("the password is too easy to guess")]
    Easy,
    /// It holds the login.
    #[error("the password holds the login")]
    HoldsLogin,
    /// The password in use was typed wrongly.
    #[error("the password in use is another")]
    WrongOld,
}

/// Why a login is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoginObstacle {
    /// Shorter than three characters, or longer than a hundred.
    #[error("a login has from 3 to 100 characters")]
    Length,
    /// Spaces or signs that nobody can type.
    #[error("a login has no spaces")]
    Spaces,
    /// Somebody has it.
    #[error("the login is taken")]
    Taken,
}

/// What changing a password asks.
#[derive(Clone, Default)]
pub struct ChangePassword {
    /// The password in use; empty where there is none yet.
    pub old: String,
    /// The new one.
    pub new: String,
}

/// Checks a new password.
pub(super) fn check_password(password: &str, login: &str) -> Vec<PasswordObstacle> {
    let mut obstacles = Vec::new();
    let n = password.chars().count();
    if n < PASSWORD_LEAST {
        obstacles.push(PasswordObstacle::Short { least: PASSWORD_LEAST });
    }
    if PASSWORD_MOST < n {
        obstacles.push(PasswordObstacle::Long { most: PASSWORD_MOST });
    }
    if PASSWORD_LEAST <= n && is_easy(password) {
        obstacles.push(PasswordObstacle::Easy);
    }
    if 3 <= login.chars().count() && password.to_lowercase().contains(&login.to_lowercase()) {
        obstacles.push(PasswordObstacle::HoldsLogin);
    }
    obstacles
}

/// Fewer than four different signs, or a walk along the keyboard or the digits.
fn is_easy(password: &str) -> bool {
    const WALKS: &[&str] =
        &["01234567890123456789", "qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзхъфывапролджэячсмитьбю"];
    let lower = password.to_lowercase();
    let mut signs: Vec<char> = lower.chars().collect();
    let reversed: String = signs.iter().rev().collect();
    signs.sort_unstable();
    signs.dedup();
    signs.len() < 4 || WALKS.iter().any(|walk| walk.contains(&lower) || walk.contains(&reversed))
}

/// Checks a new login.
pub(super) fn check_login(login: &str) -> Vec<LoginObstacle> {
    let mut obstacles = Vec::new();
    if !(3..=100).contains(&login.chars().count()) {
        obstacles.push(LoginObstacle::Length);
    }
    if login.chars().any(|it| it.is_whitespace() || it.is_control()) {
        obstacles.push(LoginObstacle::Spaces);
    }
    obstacles
}

/// Sets or changes one's password, and signs out on all other devices.
///
/// - Errors: `PasswordObstacle`.
pub async fn change_password(
    ctx: &Ctx,
    ask: &ChangePassword,
) -> Result<(), Refusal<PasswordObstacle>> {
    let mut obstacles = check_password(&ask.new, &ctx.login);
    let tx = ctx.read().await?;
    let account = tx.account(ctx.actor).await?.ok_or(Refusal::NotFound)?;
    tx.commit().await?;
    if let Some(hash) = account.password.clone()
        && !secret::is_password(ask.old.clone(), Some(hash)).await?
    {
        obstacles.push(PasswordObstacle::WrongOld);
    }
    Refusal::unless_clear(obstacles)?;
    let password = Some(secret::password_hash(ask.new.clone()).await?);
    let tx = ctx.begin().await?;
    tx.save_account(&Account { password, ..account }).await?;
    end_sessions(&tx, ctx.actor, ctx.now, ctx.session).await?;
    ctx.record(&tx, Event::PasswordChanged { account: ctx.actor }).await?;
    tx.commit().await?;
    Ok(())
}

/// Sets the password of a login for whoever has the machine: the command line, nobody else.
///
/// Signs the account out everywhere.
///
/// - Errors: not found for an unknown login; `PasswordObstacle`.
pub async fn reset_password(
    app: &App,
    login: &str,
    new: &str,
) -> Result<(), Refusal<PasswordObstacle>> {
    Refusal::unless_clear(check_password(new, login))?;
    let password = Some(secret::password_hash(new.to_owned()).await?);
    let tx = app.store.begin().await?;
    let account = tx.account_by_login(login.trim()).await?.ok_or(Refusal::NotFound)?;
    let id = account.id;
    let ctx = app.ctx_in(&tx, id, None).await?;
    tx.save_account(&Account { password, ..account }).await?;
    end_sessions(&tx, id, app.clock.now(), None).await?;
    if let Some(ctx) = ctx {
        tx.record(ctx.at(), None, ctx.now, Event::PasswordChanged { account: id }).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// The context of a login, for whoever has the machine: the command line acts as somebody.
///
/// - Errors: not found for an unknown login, or one without an organisation.
pub async fn ctx_by_login(app: &App, login: &str) -> Result<Ctx, Refusal<Nothing>> {
    let tx = app.store.read().await?;
    let account = tx.account_by_login(login.trim()).await?.ok_or(Refusal::NotFound)?;
    app.ctx_in(&tx, account.id, None).await?.ok_or(Refusal::NotFound)
}

/// Changes what one signs in with.
///
/// - Errors: `LoginObstacle`.
pub async fn change_login(ctx: &Ctx, login: &str) -> Result<(), Refusal<LoginObstacle>> {
    let login = login.trim().to_lowercase();
    Refusal::unless_clear(check_login(&login))?;
    let tx = ctx.begin().await?;
    let account = tx.account(ctx.actor).await?.ok_or(Refusal::NotFound)?;
    match tx.save_account(&Account { login, ..account }).await {
        Err(StoreError::Taken(_)) => return Err(Refusal::because(LoginObstacle::Taken)),
        outcome => outcome?,
    }
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easy_and_short_passwords_are_refused_and_long_phrases_are_not() {
        for (password, is_fine) in [
            ("верный конь и мята", true),
            ("Kt7-plus-11", true),
            ("короткий", false),
            ("1234567890", false),
            ("9876543210", false),
            ("аааааааааааа", false),
            ("йцукенгшщз", false),
            ("qwertyuiop", false),
            ("curator-2026", false),
        ] {
            assert_eq!(check_password(password, "curator").is_empty(), is_fine, "{password}");
        }
        assert_eq!(check_password(&"я1б2".repeat(51), "curator").len(), 1);
    }

    #[test]
    fn a_login_has_no_spaces_and_at_least_three_characters() {
        for (login, is_fine) in [("keller", true), ("ke", false), ("ke ller", false), ("", false)] {
            assert_eq!(check_login(login).is_empty(), is_fine, "{login}");
        }
    }
}
