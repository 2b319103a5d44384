//! Forms as they arrive: their token checked, sent once, read into a struct.
//!
//! Every handler of a POST takes [`Filled`] or [`Upload`]; a test sends each of them a foreign form.
//! Reading never fails because of a missing field: a missing field is an empty one, and the rule
//! says what is wrong.

use std::collections::BTreeMap;

use axum::extract::multipart::{Field, Multipart};
use axum::extract::{FromRequest, Request};
use axum::http::header;
use serde::de::DeserializeOwned;

use crate::oops::Oops;
use crate::visit::Visit;

/// The largest file that is kept whole.
const FILE_MOST: usize = app::roadmap::evidence::FILE_MOST;
/// The longest text in one field of a form with files.
const TEXT_MOST: usize = 256 * 1024;

/// A form of lines, boxes and lists.
pub struct Filled<T>(pub T);

/// A form that is only a button.
#[derive(serde::Deserialize)]
pub struct Button {}

#[derive(serde::Deserialize)]
struct Hidden {
    #[serde(default)]
    form_token: String,
    #[serde(default)]
    form_key: String,
}

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Filled<T> {
    type Rejection = Oops;

    async fn from_request(request: Request, state: &S) -> Result<Self, Oops> {
        let visit = visit_of(&request)?;
        if !is_plain(&request) {
            return Err(Oops::ForeignForm);
        }
        let body =
            String::from_request(request, state).await.map_err(|it| too_large_or(it.status()))?;
        // Browsers end the lines of a text with two signs; we keep one, so that saving a text unchanged
        // changes nothing.
        let body = body.replace("%0D%0A", "%0A");
        let hidden: Hidden = serde_html_form::from_str(&body).map_err(|_| Oops::ForeignForm)?;
        visit.take_turn(&hidden.form_token, &hidden.form_key).await?;
        serde_html_form::from_str(&body).map(Self).map_err(|_| Oops::Unreadable)
    }
}

/// A file that a form brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BroughtFile {
    /// Its name on the visitor's machine, without folders.
    pub name: String,
    /// What the browser takes it for; empty where it does not say.
    pub media_type: String,
    /// Its bytes; of a file that is too large only one more than fits, so that the rule refuses it
    /// beside everything else that was typed.
    pub bytes: Vec<u8>,
}

/// A form with files; the same form sent without any, as plain fields, is read too.
#[derive(Debug, Default)]
pub struct Upload {
    fields: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, BroughtFile>,
}

impl Upload {
    /// Gives what was written in a field; an absent one is empty.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.get(name).and_then(|it| it.last()).map_or("", String::as_str)
    }

    /// Gives everything that was written in fields of one name, in their order.
    #[must_use]
    pub fn every(&self, name: &str) -> &[String] {
        self.fields.get(name).map_or(&[], Vec::as_slice)
    }

    /// Takes a file out of the form; `None` where none was chosen.
    pub fn take_file(&mut self, name: &str) -> Option<BroughtFile> {
        self.files.remove(name)
    }
}

impl<S: Send + Sync> FromRequest<S> for Upload {
    type Rejection = Oops;

    async fn from_request(request: Request, state: &S) -> Result<Self, Oops> {
        let visit = visit_of(&request)?;
        if is_plain(&request) {
            return plain(&visit, request, state).await;
        }
        let mut parts =
            Multipart::from_request(request, state).await.map_err(|_| Oops::ForeignForm)?;
        let mut upload = Self::default();
        let mut checked = false;
        while let Some(part) = parts.next_field().await.map_err(|it| too_large_or(it.status()))? {
            let name = part.name().unwrap_or_default().to_owned();
            // The token stands before the files, so that a foreign form is refused unread.
            let Some(file_name) = part.file_name().map(bare_name) else {
                let text = beginning(part, TEXT_MOST).await?;
                if TEXT_MOST < text.len() {
                    return Err(Oops::TooLarge);
                }
                let text = String::from_utf8(text).map_err(|_| Oops::Unreadable)?;
                upload.fields.entry(name).or_default().push(text.replace("\r\n", "\n"));
                continue;
            };
            if !checked {
                visit.take_turn(upload.field("form_token"), upload.field("form_key")).await?;
                checked = true;
            }
            let media_type = part.content_type().unwrap_or_default().to_owned();
            let bytes = beginning(part, FILE_MOST).await?;
            if !(file_name.is_empty() && bytes.is_empty()) {
                upload.files.insert(name, BroughtFile { name: file_name, media_type, bytes });
            }
        }
        if !checked {
            visit.take_turn(upload.field("form_token"), upload.field("form_key")).await?;
        }
        Ok(upload)
    }
}

fn is_plain(request: &Request) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE);
    kind.is_some_and(|it| it.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

/// Reads a form whose files were left out altogether.
async fn plain<S: Send + Sync>(visit: &Visit, request: Request, state: &S) -> Result<Upload, Oops> {
    let body =
        String::from_request(request, state).await.map_err(|it| too_large_or(it.status()))?;
    if TEXT_MOST < body.len() {
        return Err(Oops::TooLarge);
    }
    let body = body.replace("%0D%0A", "%0A");
    let pairs: Vec<(String, String)> =
        serde_html_form::from_str(&body).map_err(|_| Oops::Unreadable)?;
    let mut upload = Upload::default();
    for (name, value) in pairs {
        upload.fields.entry(name).or_default().push(value);
    }
    visit.take_turn(upload.field("form_token"), upload.field("form_key")).await?;
    Ok(upload)
}

/// Reads a part to its end and keeps at most one byte more than fits: an answer before the end
/// would reach no browser, and who has chosen a large file would see a broken line.
async fn beginning(mut part: Field<'_>, most: usize) -> Result<Vec<u8>, Oops> {
    let mut kept = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(|it| too_large_or(it.status()))? {
        let room = (most + 1).saturating_sub(kept.len());
        kept.extend_from_slice(&chunk[..chunk.len().min(room)]);
    }
    Ok(kept)
}

fn visit_of(request: &Request) -> Result<Visit, Oops> {
    let visit = request.extensions().get::<Visit>().cloned();
    visit.ok_or_else(|| anyhow::anyhow!("the route stands outside the layer `enter`").into())
}

fn too_large_or(status: axum::http::StatusCode) -> Oops {
    match status {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Oops::TooLarge,
        _ => Oops::Unreadable,
    }
}

/// Some browsers send the whole path.
fn bare_name(name: &str) -> String {
    name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_the_visitors_machine_are_not_kept() {
        for (sent, kept) in [
            ("Карта.docx", "Карта.docx"),
            ("C:\\Школа\\Карта.docx", "Карта.docx"),
            ("../карта", "карта"),
        ] {
            assert_eq!(bare_name(sent), kept);
        }
    }
}
