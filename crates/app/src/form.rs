//! Sending the same form twice makes one record, however many processes serve.
//!
//! It decides that a form belongs to its first sending until that is answered, and how long others
//! wait for the answer. Deliberately absent: forms of people who are not signed in; what these make
//! is kept apart by what they carry (a link that works once, an installation that begins once).

use std::time::Duration;

use jiff::SignedDuration;
use store::{FormClaim, FormOnce};
use uuid::Uuid;

use crate::ctx::{App, Ctx};
use crate::refusal::{Nothing, Refusal};
use crate::secret;

/// Between two looks at a form that is being answered.
const LOOK_AGAIN: Duration = Duration::from_millis(40);
/// A claim so old was left by a process that died: no request lives longer.
const ABANDONED: SignedDuration = SignedDuration::from_secs(45);
/// Whoever sends a form again a day later means it.
const REMEMBERED: SignedDuration = SignedDuration::from_hours(24);

/// What a sending of a form may do.
#[derive(Debug)]
pub enum Sending {
    /// Run it: nobody has.
    First(FormTurn),
    /// Go where the first sending of it led.
    Again(String),
}

/// The right to run one form. Dropped without [`FormTurn::leads_to`], it frees the form.
#[derive(Debug)]
pub struct FormTurn {
    app: App,
    form: FormOnce,
    is_settled: bool,
}

/// Takes a turn for a form, after any earlier sending of it has been answered.
///
/// - `path`: where the form was sent; the same key elsewhere is another form.
/// - Errors: of the store.
pub async fn take_form(ctx: &Ctx, path: &str, key: Uuid) -> Result<Sending, Refusal<Nothing>> {
    let app = &ctx.app;
    loop {
        let now = app.clock.now_unmoved();
        let form = FormOnce {
            // A path may hold the token of a link, which is kept nowhere in the clear.
            key: secret::counter_key(path, &key.to_string()),
            account: ctx.actor,
            location: String::new(),
            at: now,
        };
        let tx = app.store.begin().await?;
        let claim = tx.claim_form(&form, now - ABANDONED, now - REMEMBERED).await?;
        tx.commit().await?;
        match claim {
            FormClaim::Mine => {
                return Ok(Sending::First(FormTurn { app: app.clone(), form, is_settled: false }));
            }
            FormClaim::Led(address) => return Ok(Sending::Again(address)),
            FormClaim::UnderWay => tokio::time::sleep(LOOK_AGAIN).await,
        }
    }
}

impl FormTurn {
    /// Remembers where the form led.
    ///
    /// - Errors: of the store; the form is then free, and what it made stands.
    pub async fn leads_to(mut self, address: String) -> Result<(), Refusal<Nothing>> {
        self.form.location = address;
        let tx = self.app.store.begin().await?;
        tx.settle_form(&self.form).await?;
        tx.commit().await?;
        self.is_settled = true;
        Ok(())
    }
}

impl Drop for FormTurn {
    /// Frees a form that made nothing: it was refused, or its sender went away.
    fn drop(&mut self) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        if self.is_settled {
            return;
        }
        let (app, key) = (self.app.clone(), std::mem::take(&mut self.form.key));
        runtime.spawn(async move {
            let freed = async {
                let tx = app.store.begin().await?;
                tx.free_form(&key).await?;
                tx.commit().await
            };
            if let Err(error) = freed.await {
                tracing::warn!(%error, "a form was not freed; it is in three quarters of a minute");
            }
        });
    }
}
