//! Work in the background: reminders are planned, written and sent while the site is served.
//!
//! It decides how often, and reads where letters are handed in. Deliberately absent: what a job
//! does (`app::reminder`). Without a mail server nothing is planned, and nothing is missing: the
//! pages offer texts for a messenger and slips of paper.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::Context as _;
use app::App;
use app::reminder::mail::{MailCover, MailSettings, Mailer};
use app::reminder::{Reminder, plan_reminders, work_once};
use clap::Args;

/// From one look for work to the next.
const PAUSE: Duration = Duration::from_secs(60);

/// Where letters are handed in, and from whom.
#[derive(Args, Debug)]
pub(crate) struct Mail {
    /// The mail server; without it no letters are sent.
    #[arg(long, env = "ESTAFETA_SMTP_HOST", requires = "smtp_from")]
    smtp_host: Option<String>,
    /// Its port.
    #[arg(long, default_value_t = 587, env = "ESTAFETA_SMTP_PORT")]
    smtp_port: u16,
    /// How the connection is covered.
    #[arg(long, value_enum, default_value_t = Cover::Starttls, env = "ESTAFETA_SMTP_COVER")]
    smtp_cover: Cover,
    /// The name to sign in with, where the server wants one.
    #[arg(long, env = "ESTAFETA_SMTP_USER", requires = "smtp_password_file")]
    smtp_user: Option<String>,
    /// The file with the password: it must not stand on a command line.
    #[arg(long, env = "ESTAFETA_SMTP_PASSWORD_FILE")]
    smtp_password_file: Option<PathBuf>,
    /// Who sends: school@school.example.
    #[arg(long, env = "ESTAFETA_SMTP_FROM")]
    smtp_from: Option<String>,
    /// The address of the site as people open it, for links in letters.
    #[arg(long, env = "ESTAFETA_SITE")]
    site: Option<String>,
}

/// How a connection to the mail server is covered.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Cover {
    /// Not at all: a server on this machine.
    None,
    /// After the greeting.
    Starttls,
    /// From the first byte.
    Tls,
}

/// Sends reminders, where there is a server to hand them to.
pub(crate) struct Worker {
    mailer: Mailer,
    site: String,
}

impl Mail {
    /// Prepares the worker; `None` without a mail server.
    ///
    /// - Errors: the password cannot be read, the sender is no address.
    pub(crate) fn worker(&self) -> anyhow::Result<Option<Worker>> {
        let Some((host, from)) = self.smtp_host.clone().zip(self.smtp_from.clone()) else {
            return Ok(None);
        };
        let cover = match self.smtp_cover {
            Cover::None => MailCover::None,
            Cover::Starttls => MailCover::StartTls,
            Cover::Tls => MailCover::Tls,
        };
        let user = match self.smtp_user.clone().zip(self.smtp_password_file.as_ref()) {
            Some((name, path)) => {
                let password = std::fs::read_to_string(path)
                    .with_context(|| format!("{} cannot be read", path.display()))?;
                Some((name, password.trim_end_matches(['\r', '\n']).to_owned()))
            }
            None => None,
        };
        let port = self.smtp_port;
        let mailer = Mailer::new(&MailSettings { host, port, cover, user, from })?;
        let site = self.site.as_deref().unwrap_or_default().trim_end_matches('/').to_owned();
        Ok(Some(Worker { mailer, site }))
    }
}

impl Worker {
    /// Works until the process stops; what fails is logged and tried again.
    pub(crate) async fn run(self, app: App) {
        loop {
            if let Err(err) = self.work(&app).await {
                tracing::warn!(error = format!("{err:#}"), "the work in the background stopped");
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn work(&self, app: &App) -> anyhow::Result<()> {
        let words = |it: &Reminder| web::letter::reminder(&self.site, it);
        plan_reminders(app).await?;
        while work_once(app, &words, &self.mailer).await? {}
        Ok(())
    }
}
