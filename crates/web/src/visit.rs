//! One request, as handlers see it: who asks, in which language, from where.
//!
//! Deliberately absent: rights. `app` decides them; the route table only says which rights a page
//! is about.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};

use app::form::Sending;
use app::{Ctx, Manner, Nothing, Refusal, account, form};
use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use maud::{Markup, html};
use uuid::Uuid;

use crate::cookie::{Cookie, Stay};
use crate::lang::Lang;
use crate::once::Turn;
use crate::oops::Oops;
use crate::prefs::Prefs;
use crate::secret::{self, FormSecret};
use crate::state::{Front, Web};

/// One request. Handlers take it as an argument.
#[derive(Clone)]
pub struct Visit(Arc<Inner>);

/// What stands behind a visit.
pub struct Inner {
    pub(crate) web: Web,
    /// The language of the page.
    pub lang: Lang,
    pub(crate) prefs: Prefs,
    /// Who is signed in, where, with which rights.
    pub signed: Option<Ctx>,
    /// What the browser calls itself.
    pub(crate) device: String,
    /// Path and query, for ways back to this page.
    pub(crate) address: String,
    /// Where the request came from.
    pub(crate) from: IpAddr,
    /// Whether it came over https.
    pub(crate) secure: bool,
    /// The host as the visitor calls it.
    host: String,
    /// Number of the operation, told on the page of an unexpected error.
    pub(crate) operation: String,
    form_secret: FormSecret,
    /// The form cookie, where this visit made a new one.
    fresh_form_cookie: Option<String>,
    notice: Option<String>,
    undo: Option<String>,
    turn: Mutex<Option<Turn>>,
}

impl std::ops::Deref for Visit {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Visit {
    /// Reads who asks.
    ///
    /// - Errors: no randomness, or the database is away.
    pub(crate) async fn begin(web: &Web, request: &Parts) -> Result<Self, Oops> {
        let headers = &request.headers;
        let session = Cookie::Session.read(headers);
        let signed = match &session {
            Some(token) => account::find_session(&web.app, token).await?,
            None => None,
        };
        let prefs = Prefs::read(headers, signed.as_ref().map(|it| it.lang.as_str()));
        let kept = session.or_else(|| Cookie::Form.read(headers));
        let fresh_form_cookie = match kept {
            Some(_) => None,
            None => Some(secret::fresh()?),
        };
        let form_secret =
            FormSecret::of(kept.as_ref().or(fresh_form_cookie.as_ref()).map_or("", String::as_str));
        Ok(Self(Arc::new(Inner {
            web: web.clone(),
            lang: prefs.lang,
            prefs,
            signed,
            device: text_of(headers, header::USER_AGENT),
            address: request
                .uri
                .path_and_query()
                .map_or_else(|| "/".to_owned(), ToString::to_string),
            from: from_where(web, request),
            secure: is_secure(web, headers),
            host: text_of(headers, header::HOST),
            operation: operation()?,
            form_secret,
            fresh_form_cookie,
            notice: Cookie::Notice.read(headers).filter(|it| it.starts_with("notice-")),
            undo: Cookie::Undo.read(headers),
            turn: Mutex::new(None),
        })))
    }

    /// Gives the context in which the signed-in person acts.
    ///
    /// - Errors: nobody is signed in.
    pub fn ctx(&self) -> Result<&Ctx, Oops> {
        self.signed.as_ref().ok_or(Oops::SignedOut)
    }

    /// Gives the day: the organisation's, or that of UTC before signing in.
    #[must_use]
    pub fn today(&self) -> Date {
        let of_utc = || app::ctx::day_in(self.web.app.clock.now(), &TimeZone::UTC);
        self.signed.as_ref().map_or_else(of_utc, Ctx::today)
    }

    /// Gives the context anew, after the rights of the signed-in person have changed.
    ///
    /// - Errors: nobody is signed in; the database is away.
    pub(crate) async fn ctx_anew(&self) -> Result<Ctx, Oops> {
        let old = self.ctx()?;
        let anew = self.web.app.ctx_of(old.actor, None).await.map_err(Refusal::<Nothing>::from)?;
        Ok(Ctx { session: old.session, ..anew.ok_or(Oops::SignedOut)? })
    }

    /// Gives a moment as the clocks of the organisation show it.
    #[must_use]
    pub fn local(&self, at: Timestamp) -> DateTime {
        let zone = self.signed.as_ref().map_or(TimeZone::UTC, |it| it.zone.clone());
        at.to_zoned(zone).datetime()
    }

    /// Whether the sample town is shown.
    #[must_use]
    pub fn is_demo(&self) -> bool {
        self.web.app.manner == Manner::Demo
    }

    /// Gives the whole address of a page of this site, for links that leave it.
    #[must_use]
    pub fn whole_address(&self, path: &str) -> String {
        let scheme = if self.secure { "https" } else { "http" };
        format!("{scheme}://{}{path}", self.host)
    }

    /// Whether the visitor came by an address that only this computer knows, so that links made of
    /// it open nowhere else.
    #[must_use]
    pub fn is_only_here(&self) -> bool {
        is_loopback(&self.host)
    }

    /// Prints the hidden fields that every form carries: its token and its key.
    #[must_use]
    pub fn hidden(&self) -> Markup {
        // Without randomness the form is printed without a token, and is then refused.
        let token = self.form_secret.token().unwrap_or_default();
        let key = form_key().map(|it| it.to_string()).unwrap_or_default();
        html! {
            input type="hidden" name="form_token" value=(token);
            input type="hidden" name="form_key" value=(key);
        }
    }

    /// Takes the turn of a form: checks its token, and that it was not sent before.
    ///
    /// - Errors: `ForeignForm`; `Again` with the address to which the first sending led.
    pub(crate) async fn take_turn(&self, token: &str, key: &str) -> Result<(), Oops> {
        if !self.form_secret.matches(token) {
            return Err(Oops::ForeignForm);
        }
        let Ok(key) = key.parse::<Uuid>() else { return Ok(()) };
        let path = self.address.split('?').next().unwrap_or_default();
        let turn = match &self.signed {
            None => self.web.once.turn(path, key).await.map_err(Oops::Again)?,
            Some(ctx) => match form::take_form(ctx, path, key).await? {
                Sending::First(turn) => Turn::Kept(turn),
                Sending::Again(address) => return Err(Oops::Again(address)),
            },
        };
        *self.turn.lock().unwrap_or_else(PoisonError::into_inner) = Some(turn);
        Ok(())
    }

    /// Goes to a page after something was done, and tells it there.
    ///
    /// - `notice`: key of a text that begins with `notice-`.
    #[must_use]
    pub fn done(&self, address: &str, notice: &'static str) -> Response {
        let mut response = Redirect::to(address).into_response();
        self.set_cookie(&mut response, Cookie::Notice, notice, Stay::Days(1));
        response
    }

    /// The same, and offers there to take it back.
    ///
    /// - `undo`: a task and a token of what was done to it, `{id}_{token}`; empty for nothing.
    #[must_use]
    pub(crate) fn done_with_undo(
        &self,
        address: &str,
        notice: &'static str,
        undo: &str,
    ) -> Response {
        let mut response = self.done(address, notice);
        if !undo.is_empty() {
            self.set_cookie(&mut response, Cookie::Undo, undo, Stay::Days(1));
        }
        response
    }

    /// Gives the task and the token of what was done to it just before this page.
    pub(crate) fn undo(&self) -> Option<(Uuid, &str)> {
        let (task, token) = self.undo.as_deref()?.split_once('_')?;
        Some((task.parse().ok()?, token))
    }

    /// Gives what was done just before this page, as words.
    pub(crate) fn notice(&self) -> Option<String> {
        self.notice
            .as_deref()
            .map(|key| self.lang.t(key))
            .filter(|words| !words.starts_with("notice-"))
    }

    pub(crate) fn set_cookie(
        &self,
        response: &mut Response,
        cookie: Cookie,
        value: &str,
        stay: Stay,
    ) {
        if let Some(line) = cookie.set(value, stay, self.secure) {
            response.headers_mut().append(header::SET_COOKIE, line);
        }
    }

    /// Ends the visit: remembers where a form led, sets and clears the cookies of this module.
    pub(crate) async fn settle(&self, response: &mut Response) {
        let led = response
            .headers()
            .get(header::LOCATION)
            .and_then(|it| it.to_str().ok())
            .map(str::to_owned);
        let turn = self.turn.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let (Some(turn), Some(address)) = (turn, led.clone()) {
            turn.leads_to(address).await;
        }
        if !is_page(response) {
            return;
        }
        if let Some(cookie) = &self.fresh_form_cookie {
            self.set_cookie(response, Cookie::Form, cookie, Stay::Visit);
        }
        if self.notice.is_some() {
            self.set_cookie(response, Cookie::Notice, "", Stay::Gone);
        }
        if self.undo.is_some() {
            self.set_cookie(response, Cookie::Undo, "", Stay::Gone);
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Oops;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Oops> {
        let visit = parts.extensions.get::<Self>().cloned();
        visit.ok_or_else(|| anyhow::anyhow!("the route stands outside the layer `enter`").into())
    }
}

/// Whether a host, with or without a port, names the computer itself.
fn is_loopback(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(six) => six.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    name.eq_ignore_ascii_case("localhost")
        || name.parse::<IpAddr>().is_ok_and(|it| it.is_loopback())
}

fn text_of(headers: &HeaderMap, name: header::HeaderName) -> String {
    headers.get(name).and_then(|it| it.to_str().ok()).unwrap_or_default().to_owned()
}

fn is_page(response: &Response) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE).map(HeaderValue::as_bytes);
    kind.is_some_and(|kind| kind.starts_with(b"text/html"))
}

fn from_where(web: &Web, request: &Parts) -> IpAddr {
    let peer = request.extensions.get::<ConnectInfo<SocketAddr>>().map(|it| it.0.ip());
    let told = match web.site.front {
        Front::Proxy => last_forwarded(&request.headers),
        Front::Direct => None,
    };
    told.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

/// The nearest proxy wrote the last entry; the earlier ones are the visitor's own words.
fn last_forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    headers
        .get_all("x-forwarded-for")
        .iter()
        .next_back()?
        .to_str()
        .ok()?
        .rsplit(',')
        .next()?
        .trim()
        .parse()
        .ok()
}

fn is_secure(web: &Web, headers: &HeaderMap) -> bool {
    web.site.front == Front::Proxy
        && headers.get("x-forwarded-proto").is_some_and(|it| it.as_bytes() == b"https")
}

/// Eight hexadecimal digits in two groups: short enough to read over the telephone.
fn operation() -> Result<String, Oops> {
    let digits = secret::fresh()?.to_uppercase();
    Ok(format!("{}-{}", &digits[..4], &digits[4..8]))
}

fn form_key() -> anyhow::Result<Uuid> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|err| anyhow::anyhow!("{err}"))?;
    Ok(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_computer_are_out_of_reach_for_phones() {
        for (host, only_here) in [
            ("127.0.0.1:8080", true),
            ("localhost", true),
            ("LOCALHOST:80", true),
            ("[::1]:8080", true),
            ("192.0.2.7:8080", false),
            ("school.example", false),
            ("[2001:db8::1]:8080", false),
            ("", false),
        ] {
            assert_eq!(is_loopback(host), only_here, "{host}");
        }
    }
}
