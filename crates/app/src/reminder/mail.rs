//! Sending: one letter to one SMTP server.
//!
//! It decides which failures last and which pass. Deliberately absent: when and what is sent, and
//! any address or name in the words of a failure.

use std::time::{Duration, SystemTime};

use anyhow::Context as _;
use jiff::Timestamp;
use lettre::message::{Mailbox, MultiPart};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Tls, TlsParameters};
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use store::Letter;

/// How long one letter may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// How the connection is kept from other eyes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailCover {
    /// Not at all: for a server on the same machine.
    None,
    /// The connection asks for it after the greeting, and goes no further without.
    StartTls,
    /// From the first byte.
    Tls,
}

/// Where letters are handed in.
#[derive(Clone)]
pub struct MailSettings {
    /// Name of the server.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is covered.
    pub cover: MailCover,
    /// Name and password, where the server wants them.
    pub user: Option<(String, String)>,
    /// Who sends: `Школа № 7 <school@school.example>`, or an address alone.
    pub from: String,
}

/// Hands letters to a server.
#[derive(Clone)]
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

/// Why a letter was not sent.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsent {
    /// The server is away or busy.
    #[error("later: {0}")]
    Later(String),
    /// The letter will never be taken.
    #[error("never: {0}")]
    Never(String),
}

impl Mailer {
    /// Prepares sending; nothing is connected yet.
    ///
    /// - Errors: the sender is no address, or the host is no name.
    pub fn new(settings: &MailSettings) -> anyhow::Result<Self> {
        let from = settings.from.parse().context("the sender is not an address")?;
        let tls = || TlsParameters::new(settings.host.clone()).context("the mail server's name");
        let cover = match settings.cover {
            MailCover::None => Tls::None,
            MailCover::StartTls => Tls::Required(tls()?),
            MailCover::Tls => Tls::Wrapper(tls()?),
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host)
            .port(settings.port)
            .tls(cover)
            .timeout(Some(PATIENCE));
        if let Some((name, password)) = &settings.user {
            builder = builder.credentials(Credentials::new(name.clone(), password.clone()));
        }
        Ok(Self { transport: builder.build(), from })
    }

    /// Sends a letter as plain text and the same as simple HTML.
    ///
    /// - Errors: [`Unsent`], in words without names.
    pub async fn send(&self, letter: &Letter, now: Timestamp) -> Result<(), Unsent> {
        let message = self.message(letter, now)?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(err) => {
                let code = err.status().map(|it| it.to_string());
                let why = code.unwrap_or_else(|| "the mail server does not answer".to_owned());
                Err(if err.is_permanent() { Unsent::Never(why) } else { Unsent::Later(why) })
            }
        }
    }

    fn message(&self, letter: &Letter, now: Timestamp) -> Result<Message, Unsent> {
        let never = |why: &str| Unsent::Never(why.to_owned());
        let to: Mailbox = letter.address.parse().map_err(|_| never("not an address"))?;
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .date(SystemTime::from(now))
            // The same for every try, so that a second copy is known as one.
            .message_id(Some(format!("<{}@estafeta>", letter.id)))
            .multipart(MultiPart::alternative_plain_html(letter.body.clone(), html(&letter.body)))
            .map_err(|_| never("the letter cannot be written"))
    }
}

/// The same text as HTML: lines stay lines, addresses become links, nothing else.
fn html(text: &str) -> String {
    let mut page = String::from("<!doctype html><meta charset=\"utf-8\"><p>");
    for line in text.lines() {
        if line.is_empty() {
            page.push_str("</p><p>");
            continue;
        }
        for (index, word) in line.split(' ').enumerate() {
            if index != 0 {
                page.push(' ');
            }
            let word = escaped(word);
            match word.starts_with("http://") || word.starts_with("https://") {
                true => page.push_str(&format!("<a href=\"{word}\">{word}</a>")),
                false => page.push_str(&word),
            }
        }
        page.push_str("<br>");
    }
    page.push_str("</p>");
    page
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn html_says_the_same_and_lets_nothing_through() {
        let page = html("Срок — завтра <b>\n\nhttps://school.example/rows/1?a=1&b=2");
        assert!(page.contains("завтра &lt;b&gt;<br></p><p>"), "{page}");
        assert!(page.contains("<a href=\"https://school.example/rows/1?a=1&amp;b=2\">"), "{page}");
    }
}
