//! Reading and setting cookies: seven names, always `HttpOnly`, `SameSite=Lax`, for the whole site.
//!
//! Deliberately absent: signing and encryption. A cookie holds a random token or a choice of looks.

use axum::http::{HeaderMap, HeaderValue, header};

/// The cookies of Estafeta.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cookie {
    /// The token of the session.
    Session,
    /// The token behind forms before signing in.
    Form,
    /// The language, `ru` or `en`.
    Lang,
    /// The theme, `light`, `dark` or `auto`.
    Theme,
    /// Large sight, `large` or nothing.
    Sight,
    /// What was just done, told once on the next page: the key of a text.
    Notice,
    /// What takes that back: a task and a token of what was done to it.
    Undo,
}

/// How long a cookie stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stay {
    /// Until the browser is closed.
    Visit,
    /// So many days.
    Days(u32),
    /// Not at all: it is taken away.
    Gone,
}

const SECONDS_A_DAY: u32 = 24 * 60 * 60;

impl Cookie {
    const fn name(self) -> &'static str {
        match self {
            Self::Session => "estafeta_session",
            Self::Form => "estafeta_form",
            Self::Lang => "estafeta_lang",
            Self::Theme => "estafeta_theme",
            Self::Sight => "estafeta_sight",
            Self::Notice => "estafeta_notice",
            Self::Undo => "estafeta_undo",
        }
    }

    /// Finds the value a request brought; the first one where a browser sends several.
    pub(crate) fn read(self, headers: &HeaderMap) -> Option<String> {
        headers
            .get_all(header::COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok())
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == self.name())
            .map(|(_, value)| value.to_owned())
    }

    /// Writes the header that sets the cookie.
    ///
    /// - `value`: letters, digits, `-`, `:`; anything else gives `None`.
    /// - `secure`: whether the page came over https; a secure cookie is lost over plain http.
    pub(crate) fn set(self, value: &str, stay: Stay, secure: bool) -> Option<HeaderValue> {
        let plain =
            value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-:_".contains(&byte));
        let mut line = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax", self.name());
        match stay {
            Stay::Visit => {}
            Stay::Days(days) => {
                line.push_str(&format!("; Max-Age={}", days.saturating_mul(SECONDS_A_DAY)))
            }
            Stay::Gone => line.push_str("; Max-Age=0"),
        }
        if secure {
            line.push_str("; Secure");
        }
        plain.then(|| HeaderValue::from_str(&line).ok()).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=b; estafeta_lang=en"));
        headers.append(header::COOKIE, HeaderValue::from_static("estafeta_theme=dark"));
        assert_eq!(Cookie::Lang.read(&headers).as_deref(), Some("en"));
        assert_eq!(Cookie::Theme.read(&headers).as_deref(), Some("dark"));
        assert_eq!(Cookie::Session.read(&headers), None);
    }

    #[test]
    fn a_cookie_is_hidden_from_scripts_and_from_other_sites() {
        let line = Cookie::Session.set("abc", Stay::Days(30), true).unwrap();
        assert_eq!(
            line,
            "estafeta_session=abc; Path=/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure"
        );
    }

    #[test]
    fn a_value_that_could_break_the_header_is_not_set() {
        for value in ["a;b", "a b", "ё", "a\r\nb"] {
            assert_eq!(Cookie::Session.set(value, Stay::Visit, false), None, "{value:?}");
        }
    }
}
