//! A visitor of the site, in-process: keeps cookies, fills in forms, reads pages as outlines.
//!
//! Deliberately absent: a network and a browser. What needs one stands in `tests/browser`.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its own part of the visitor, and stops where its ground is missing"
)]

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Method, Request, StatusCode, header};
use tower::ServiceExt as _;

pub(crate) mod outline;
pub(crate) mod trace;
pub(crate) mod town;
pub(crate) mod year;

/// One answer of the site.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: axum::http::HeaderMap,
    pub(crate) text: String,
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// Where it leads; empty where it does not.
    pub(crate) fn leads_to(&self) -> &str {
        self.header("location")
    }

    /// A header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |it| it.to_str().unwrap())
    }

    /// The outline of the page: headings, links, buttons, alerts.
    pub(crate) fn outline(&self) -> String {
        outline::outline(&self.text)
    }

    /// The value of the first hidden field of this name.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let start = format!("name=\"{name}\" value=\"");
        let rest = self.text.split(&start).nth(1).unwrap_or_default();
        rest.split('"').next().unwrap_or_default().to_owned()
    }
}

/// Somebody with a browser.
pub(crate) struct Visitor {
    site: Router,
    cookies: BTreeMap<String, String>,
}

impl Visitor {
    /// Somebody who comes for the first time.
    pub(crate) fn new(site: &Router) -> Self {
        Self { site: site.clone(), cookies: BTreeMap::new() }
    }

    /// The same browser, answered by another process from here on.
    pub(crate) fn moves_to(&mut self, site: &Router) {
        self.site = site.clone();
    }

    /// Opens a page.
    pub(crate) async fn opens(&mut self, address: &str) -> Answer {
        self.asks(Method::GET, address, &[], String::new()).await
    }

    /// Fills in the form of a page and sends it: the token and the key come from the page.
    pub(crate) async fn sends(
        &mut self,
        page: &Answer,
        address: &str,
        fields: &[(&str, &str)],
    ) -> Answer {
        let (token, key) = (page.hidden("form_token"), page.hidden("form_key"));
        let mut all = vec![("form_token", token.as_str()), ("form_key", key.as_str())];
        all.extend_from_slice(fields);
        let with_file = format!("action=\"{address}\" enctype=\"multipart/form-data\"");
        match page.text.contains(&with_file) {
            true => self.sends_parts(address, &all, None).await,
            false => self.sends_raw(address, &all).await,
        }
    }

    /// Sends exactly these fields as a form with files does.
    pub(crate) async fn sends_parts(
        &mut self,
        address: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &str)>,
    ) -> Answer {
        const EDGE: &str = "----edge-of-a-part";
        let mut body = String::new();
        for (name, value) in fields {
            body += &format!(
                "--{EDGE}\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
        }
        // A browser sends an empty part where no file was chosen.
        let (name, content) = file.unwrap_or(("", ""));
        body += &format!(
            "--{EDGE}\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             content-type: application/octet-stream\r\n\r\n{content}\r\n--{EDGE}--\r\n"
        );
        let kind = format!("multipart/form-data; boundary={EDGE}");
        self.asks(Method::POST, address, &[("content-type", &kind)], body).await
    }

    /// Opens a page and sends the form on it to the same address.
    pub(crate) async fn fills_in(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let page = self.opens(address).await;
        self.sends(&page, address, fields).await
    }

    /// Sends exactly these fields.
    pub(crate) async fn sends_raw(&mut self, address: &str, fields: &[(&str, &str)]) -> Answer {
        let body = serde_html_form::to_string(fields).unwrap();
        let headers = [("content-type", "application/x-www-form-urlencoded")];
        self.asks(Method::POST, address, &headers, body).await
    }

    /// Asks with headers of one's own.
    pub(crate) async fn asks(
        &mut self,
        method: Method,
        address: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let mut request =
            Request::builder().method(method).uri(address).header("host", "school.example");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookies: Vec<_> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        request = request.header(header::COOKIE, cookies.join("; "));
        let response =
            self.site.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let text = String::from_utf8_lossy(&bytes).into_owned();
        Answer { status: parts.status, headers: parts.headers, text, bytes: bytes.to_vec() }
    }

    fn keep_cookies(&mut self, headers: &axum::http::HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            match line.contains("Max-Age=0") {
                true => self.cookies.remove(name),
                false => self.cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
    }

    /// Whether the browser holds a cookie of this name.
    pub(crate) fn has_cookie(&self, name: &str) -> bool {
        self.cookies.contains_key(name)
    }
}

impl Visitor {
    /// Sends a form with a file; the token comes from the page.
    pub(crate) async fn brings(
        &mut self,
        page: &Answer,
        address: &str,
        fields: &[(&str, &str)],
        file: (&str, &str),
    ) -> Answer {
        const MARK: &str = "----a-part-of-the-form";
        let token = page.hidden("form_token");
        let mut body = String::new();
        for (name, value) in [("form_token", token.as_str())].iter().chain(fields) {
            body.push_str(&format!(
                "--{MARK}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            ));
        }
        let (name, content) = file;
        body.push_str(&format!(
            "--{MARK}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n{content}\r\n--{MARK}--\r\n"
        ));
        let kind = format!("multipart/form-data; boundary={MARK}");
        self.asks(Method::POST, address, &[("content-type", &kind)], body).await
    }
}
