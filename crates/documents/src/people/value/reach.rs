//! How to reach a person: telephones and e-mail as people write them.
//!
//! It decides the one spelling of a number and of an address. Deliberately absent: whether anybody
//! answers; which of two numbers is better (the first is taken).

use super::{is_letter, is_sign, lower};
use mentoring::person::is_email;
use mentoring::person::listed::ListObstacle;

/// Reads a telephone: «8 (916) 123-45-67» is «+79161234567».
///
/// - Returns: the first whole number of those that stand there; empty where there is none and
///   nothing is wrong.
/// - Errors: no number has the digits of one; a number without the code of its town is told apart.
pub(in crate::people) fn phone(text: &str) -> Result<String, ListObstacle> {
    let mut wrong = None;
    let small = lower(text);
    // Words part numbers too: «дом. 2-34-56 моб. 8 900 …»; what follows «доб.» is no number.
    let kept = small.split("доб").next().unwrap_or(&small);
    for piece in kept.split(|it| matches!(it, ',' | ';' | '/') || is_letter(it)) {
        match one_phone(piece, text) {
            Ok(it) if it.is_empty() => {}
            Ok(it) => return Ok(it),
            Err(it) => wrong = wrong.or(Some(it)),
        }
    }
    wrong.map_or(Ok(String::new()), Err)
}

fn one_phone(piece: &str, written: &str) -> Result<String, ListObstacle> {
    let digits: String = piece.chars().filter(char::is_ascii_digit).collect();
    let foreign = piece.trim_start_matches(|it: char| it != '+' && !it.is_ascii_digit());
    let written = || written.to_owned();
    match (digits.len(), digits.as_bytes().first()) {
        (0, _) => Ok(String::new()),
        (11, Some(b'7' | b'8')) => Ok(format!("+7{}", &digits[1..])),
        (11..=15, _) if foreign.starts_with('+') => Ok(format!("+{digits}")),
        (10, Some(b'3' | b'4' | b'8' | b'9')) => Ok(format!("+7{digits}")),
        // Two numbers with nothing but a space between them.
        (22, Some(b'7' | b'8')) => Ok(format!("+7{}", &digits[1..11])),
        // A mobile number that breaks off is not one of a town.
        (5..=7, _) if digits.len() < piece.trim().len() && !digits.starts_with("89") => {
            Err(ListObstacle::LocalPhone { written: written() })
        }
        (n_digits, _) => Err(ListObstacle::NotAPhone { written: written(), n_digits }),
    }
}

/// Reads an e-mail; the first of several.
///
/// - Errors: nothing that stands there is an address.
pub(in crate::people) fn email(text: &str) -> Result<String, ListObstacle> {
    let text = text.trim();
    let small = lower(text);
    let small = small.replace("mailto:", " ").replace(" @", "@").replace("@ ", "@");
    let pieces = small.split([',', ';', ' ', '<', '>', '(', ')']);
    let found = pieces.map(|it| it.trim_matches(['.', ':'])).find(|it| is_address(it));
    found.map(str::to_owned).ok_or_else(|| ListObstacle::NotAnEmail { written: text.to_owned() })
}

/// Stricter than what may be typed by hand: a list has hundreds of them and nobody looks.
fn is_address(text: &str) -> bool {
    let host = text.rsplit('@').next().unwrap_or_default();
    let in_host = |it: char| is_sign(it) || it == '-' || it == '.';
    is_email(text)
        && text.matches('@').count() == 1
        && !text.contains("..")
        && !text.contains(".@")
        && host.chars().all(in_host)
        && !host.starts_with('-')
        && host.rsplit('.').next().is_some_and(|it| 1 < it.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_telephone_has_one_spelling() {
        for text in [
            "+7 (916) 123-45-67",
            "8 916 123 45 67",
            "89161234567",
            "9161234567",
            "8-916-123-4567",
            "моб.: 8(916)1234567",
            "8 (916) 123-45-67, 2-34-56",
            "89161234567 89031112233",
            "8 916 123 45 67 доб. 12",
            "дом. 2-34-56 моб. 8 916 123 45 67",
            "+7 916 123-45-67 (мама)",
        ] {
            assert_eq!(phone(text), Ok("+79161234567".to_owned()), "{text}");
        }
        assert_eq!(phone("+375 29 123-45-67"), Ok("+375291234567".to_owned()));
        assert_eq!(phone("спросить"), Ok(String::new()));
    }

    #[test]
    fn a_number_of_the_town_is_told_from_a_wrong_one() {
        for text in ["2-34-56", "т. 5-12-34", "123-45-67"] {
            assert!(matches!(phone(text), Err(ListObstacle::LocalPhone { .. })), "{text}");
        }
        for text in ["12345", "8916123456", "891612345678", "8 916 123"] {
            let wrong = phone(text);
            let is_right = text == "8916123456";
            assert_eq!(matches!(wrong, Err(ListObstacle::NotAPhone { .. })), !is_right, "{text}");
        }
    }

    #[test]
    fn an_address_is_found_among_what_stands_beside_it() {
        for text in [
            "Ivanova@School.example",
            "ivanova@school.example;",
            "mailto:ivanova@school.example",
            "ivanova @school.example",
            "Иванова <ivanova@school.example>",
            "ivanova@school.example, second@school.example",
        ] {
            assert_eq!(email(text), Ok("ivanova@school.example".to_owned()), "{text}");
        }
        assert!(email("мария@школа.рф").is_ok());
        for text in
            ["ivanova", "ivanova@", "a@@b.ru", "a@b,ru", "a@b.r", "a..b@c.ru", "@b.ru", "a@-b.ru"]
        {
            assert!(email(text).is_err(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_reached_or_a_reason(text in "\\PC{0,40}") {
            if let Ok(it) = phone(&text) {
                let digits = it.strip_prefix('+').unwrap_or_default();
                prop_assert!(it.is_empty() || digits.bytes().all(|it| it.is_ascii_digit()));
            }
            let _ = email(&text);
        }
    }
}
