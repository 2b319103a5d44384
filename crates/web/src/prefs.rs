//! How a visitor wants pages to look: language, theme, large sight. Kept in cookies, no account.
//!
//! Deliberately absent: `Accept-Language`. Machines in schools often carry an English system.

use axum::http::HeaderMap;

use crate::cookie::{Cookie, Stay};
use crate::lang::Lang;

/// Day, night, or as the machine says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the machine says.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All themes, in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// Gives the value of `data-bs-theme` and of the cookie.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// «Версия для слабовидящих», or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sight {
    /// The usual look.
    #[default]
    Usual,
    /// Larger type, full contrast, visible lines.
    Large,
}

impl Sight {
    /// Gives the value of `data-sight` and of the cookie.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usual => "usual",
            Self::Large => "large",
        }
    }
}

/// What the visitor chose.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Prefs {
    /// Language of pages.
    pub lang: Lang,
    /// Colours.
    pub theme: Theme,
    /// Size and contrast.
    pub sight: Sight,
}

/// One choice that the visitor makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    Lang(Lang),
    Theme(Theme),
    Sight(Sight),
}

impl Choice {
    /// Reads `lang:en`, `theme:dark`, `sight:large`.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let (what, value) = text.split_once(':')?;
        match what {
            "lang" => Lang::from_code(value).map(Self::Lang),
            "theme" => Theme::ALL.into_iter().find(|it| it.code() == value).map(Self::Theme),
            "sight" => [Sight::Usual, Sight::Large]
                .into_iter()
                .find(|it| it.code() == value)
                .map(Self::Sight),
            _ => None,
        }
    }

    /// Gives the cookie that keeps the choice, and its value.
    pub(crate) const fn cookie(self) -> (Cookie, &'static str) {
        match self {
            Self::Lang(it) => (Cookie::Lang, it.code()),
            Self::Theme(it) => (Cookie::Theme, it.code()),
            Self::Sight(it) => (Cookie::Sight, it.code()),
        }
    }

    /// How long a choice of looks is kept.
    pub(crate) const STAY: Stay = Stay::Days(365);
}

impl Prefs {
    /// Reads what the cookies say; anything unknown is as if not chosen.
    ///
    /// - `known_lang`: the language of the account, where the cookie says none.
    pub(crate) fn read(headers: &HeaderMap, known_lang: Option<&str>) -> Self {
        let choice = |cookie: Cookie, what: &str| {
            Choice::parse(&format!("{what}:{}", cookie.read(headers)?))
        };
        let lang = known_lang.and_then(Lang::from_code).unwrap_or_default();
        let mut prefs = Self { lang, ..Self::default() };
        let chosen = [
            choice(Cookie::Lang, "lang"),
            choice(Cookie::Theme, "theme"),
            choice(Cookie::Sight, "sight"),
        ];
        for choice in chosen.into_iter().flatten() {
            match choice {
                Choice::Lang(it) => prefs.lang = it,
                Choice::Theme(it) => prefs.theme = it,
                Choice::Sight(it) => prefs.sight = it,
            }
        }
        prefs
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::{HeaderValue, header};

    #[test]
    fn choices_are_read_from_cookies_and_nonsense_is_ignored() {
        let mut headers = HeaderMap::new();
        assert_eq!(Prefs::read(&headers, None), Prefs::default());
        let line = "estafeta_lang=en; estafeta_theme=neon; estafeta_sight=large";
        headers.insert(header::COOKIE, HeaderValue::from_static(line));
        assert_eq!(
            Prefs::read(&headers, Some("ru")),
            Prefs { lang: Lang::En, theme: Theme::Auto, sight: Sight::Large }
        );
    }

    #[test]
    fn every_choice_is_written_as_it_is_read() {
        for choice in
            [Choice::Lang(Lang::En), Choice::Theme(Theme::Dark), Choice::Sight(Sight::Usual)]
        {
            let what = match choice {
                Choice::Lang(_) => "lang",
                Choice::Theme(_) => "theme",
                Choice::Sight(_) => "sight",
            };
            assert_eq!(Choice::parse(&format!("{what}:{}", choice.cookie().1)), Some(choice));
        }
    }
}
