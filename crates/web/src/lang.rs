//! The two languages of the interface: texts by key, plurals and digit groups by language.
//!
//! Texts stand in `locales/{ru,en}/*.ftl`; the tests of `tests/languages.rs` hold both sides
//! complete. Deliberately absent: sentences. No Russian or English sentence stands in code.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid};

fluent_templates::static_loader! {
    static TEXTS = {
        locales: "./locales",
        fallback_language: "ru",
        // Without this every inserted value is wrapped in direction marks that show in HTML.
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(|value, _| group_number(value)));
        },
    };
}

static RUSSIAN: LanguageIdentifier = langid!("ru");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A value that stands inside a text: a number (plural forms follow it) or a word.
pub type Arg = FluentValue<'static>;

/// The language a page speaks. Russian first: `Accept-Language` of school machines is often wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the first one first.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// Reads the code of a language, `ru` or `en`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// Gives the code for `<html lang>` and the cookie.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    fn id(self) -> &'static LanguageIdentifier {
        match self {
            Self::Ru => &RUSSIAN,
            Self::En => &ENGLISH,
        }
    }

    /// Gives the text of a key.
    ///
    /// A key that no file has gives the key itself: `tests/languages.rs` lets none pass.
    #[must_use]
    pub fn t(self, key: &str) -> String {
        TEXTS.try_lookup(self.id(), key).unwrap_or_else(|| key.to_owned())
    }

    /// Gives the text of a key with values in it.
    ///
    /// - `args`: name and value, in any order; numbers choose the plural form.
    #[must_use]
    pub fn tn<const N: usize>(self, key: &str, args: [(&'static str, Arg); N]) -> String {
        let args: HashMap<Cow<'static, str>, Arg> =
            args.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
        TEXTS.try_lookup_with_args(self.id(), key, &args).unwrap_or_else(|| key.to_owned())
    }
}

/// Marks a string as the key of a text, so that the tests see that it is used.
#[must_use]
pub const fn key(key: &'static str) -> &'static str {
    key
}

/// Writes whole numbers with no-break spaces between thousands, in both languages: `3 214`.
fn group_number(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(group(&number.as_string()))
        }
        _ => None,
    }
}

/// Puts a no-break space before each three digits from the right; a minus sign stays.
pub(crate) fn group(digits: &str) -> String {
    let start = usize::from(digits.starts_with('-'));
    let mut grouped = String::with_capacity(digits.len() + 4);
    for (index, digit) in digits.char_indices() {
        if start < index && (digits.len() - index).is_multiple_of(3) {
            grouped.push('\u{a0}');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart_by_a_no_break_space() {
        for (digits, grouped) in [
            ("0", "0"),
            ("999", "999"),
            ("3214", "3\u{a0}214"),
            ("-3214", "-3\u{a0}214"),
            ("-214", "-214"),
            ("1234567", "1\u{a0}234\u{a0}567"),
        ] {
            assert_eq!(group(digits), grouped);
        }
    }

    #[test]
    fn russian_counts_days_as_a_person_does() {
        for (days, words) in [
            (0, "0 дней"),
            (1, "1 день"),
            (2, "2 дня"),
            (5, "5 дней"),
            (11, "11 дней"),
            (22, "22 дня"),
            (1003, "1\u{a0}003 дня"),
        ] {
            let said = Lang::Ru.tn("status-overdue", [("days", days.into())]);
            assert_eq!(said, format!("Просрочено на {words}"));
        }
    }

    #[test]
    fn a_language_is_known_by_its_code_and_only_by_it() {
        assert_eq!(Lang::from_code("en"), Some(Lang::En));
        assert_eq!(Lang::from_code("de"), None);
    }
}
