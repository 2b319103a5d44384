//! Letters, as the whole compiler asks after them: told at once for Russian and ASCII.
//!
//! It decides the same as the standard library, which looks each Russian letter up in a table; of a
//! document every character is asked after many times. Deliberately absent: words (`tokens`).

/// Whether a character is a sign of Russian texts, neither letter nor digit.
const fn is_sign(it: char) -> bool {
    matches!(it, '\u{a0}' | '«' | '»' | '\u{2010}'..='\u{205e}' | '№')
}

/// Whether a character is a letter of any script: as `char::is_alphabetic`.
#[must_use]
pub fn is_letter(it: char) -> bool {
    match it {
        '\0'..='\x7f' => it.is_ascii_alphabetic(),
        'А'..='я' | 'Ё' | 'ё' => true,
        _ => !is_sign(it) && it.is_alphabetic(),
    }
}

/// Whether a character is a letter or a digit of any script: as `char::is_alphanumeric`.
#[must_use]
pub fn is_letter_or_digit(it: char) -> bool {
    match it {
        '\0'..='\x7f' => it.is_ascii_alphanumeric(),
        'А'..='я' | 'Ё' | 'ё' => true,
        _ => !is_sign(it) && it.is_alphanumeric(),
    }
}

/// Whether a character is a digit or another number: as `char::is_numeric`.
#[must_use]
pub fn is_digit(it: char) -> bool {
    match it {
        '\0'..='\x7f' => it.is_ascii_digit(),
        'А'..='я' | 'Ё' | 'ё' => false,
        _ => !is_sign(it) && it.is_numeric(),
    }
}

/// Appends a character in lower case, «е» for «ё».
pub fn push_lower(out: &mut String, it: char) {
    match it {
        'а'..='я' => out.push(it),
        'А'..='Я' => out.push(lower_russian(it)),
        'Ё' | 'ё' => out.push('е'),
        '\0'..='\x7f' => out.push(it.to_ascii_lowercase()),
        _ => out.extend(it.to_lowercase().map(|it| if it == 'ё' { 'е' } else { it })),
    }
}

/// Whether a character belongs to every composed text: it neither joins the one before nor is
/// written otherwise.
pub(super) fn is_composed(it: char) -> bool {
    matches!(it, '\0'..='\u{2ff}' | 'А'..='я' | 'Ё' | 'ё') || is_sign(it)
}

/// «А»..«Я» and «а»..«я» stand 32 apart.
fn lower_russian(it: char) -> char {
    char::from_u32(u32::from(it) + 32).unwrap_or(it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::is_nfc;

    #[test]
    fn every_character_is_what_the_standard_library_says() {
        for it in '\0'..=char::MAX {
            assert_eq!(is_letter(it), it.is_alphabetic(), "{it:?}");
            assert_eq!(is_letter_or_digit(it), it.is_alphanumeric(), "{it:?}");
            assert_eq!(is_digit(it), it.is_numeric(), "{it:?}");
            let mut low = String::new();
            push_lower(&mut low, it);
            assert_eq!(low, it.to_lowercase().to_string().replace('ё', "е"), "{it:?}");
        }
    }

    #[test]
    fn what_is_taken_as_composed_is_so_beside_any_other_such_character() {
        let all: Vec<char> = ('\0'..=char::MAX).filter(|it| is_composed(*it)).collect();
        for it in &all {
            assert!(is_nfc(&it.to_string()), "{it:?}");
        }
        let text: String = all.iter().flat_map(|it| ['я', *it, 'e', *it]).collect();
        assert!(is_nfc(&text));
    }
}
