//! Marks of automatic lists: bullets, and counts in the ways that word processors print them.
//!
//! It decides how a count looks. Deliberately absent: counting, which each format does its own way.

/// Longest mark that is printed, bytes; a pattern may be a sentence («Этап %1. »), not a page.
pub(super) const MAX_MARK: usize = 200;

/// Bullets of symbol fonts stand in a private range where no font agrees with another.
pub(super) fn bullet(pattern: &str) -> String {
    match pattern.trim().chars().next() {
        None => String::new(),
        Some('\u{E000}'..='\u{F8FF}' | 'o' | '\u{B7}' | '§') => "•".to_owned(),
        Some(it) => it.to_string(),
    }
}

/// A count in a number format, by the names that Word gives them.
pub(super) fn number(format: &str, count: u32) -> String {
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{count:02}"),
        "upperRoman" => roman(count).to_uppercase(),
        "lowerRoman" => roman(count),
        "upperLetter" => letters(count, &LATIN).to_uppercase(),
        "lowerLetter" => letters(count, &LATIN),
        "russianUpper" => letters(count, &RUSSIAN).to_uppercase(),
        "russianLower" => letters(count, &RUSSIAN),
        "decimalEnclosedParen" => format!("({count})"),
        "decimalEnclosedFullstop" => format!("{count}."),
        "bullet" => "•".to_owned(),
        _ => count.to_string(),
    }
}

const LATIN: [char; 26] = [
    'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's',
    't', 'u', 'v', 'w', 'x', 'y', 'z',
];

/// Word leaves out ё, й, ъ, ы, ь when it counts by letters.
const RUSSIAN: [char; 28] = [
    'а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к', 'л', 'м', 'н', 'о', 'п', 'р', 'с', 'т', 'у',
    'ф', 'х', 'ц', 'ч', 'ш', 'щ', 'э', 'ю', 'я',
];

/// After the last letter Word doubles them: a … z, aa, bb.
fn letters(count: u32, alphabet: &[char]) -> String {
    let Some(index) = (count as usize).checked_sub(1) else { return String::new() };
    let times = (index / alphabet.len() + 1).min(MAX_MARK / 8);
    std::iter::repeat_n(alphabet[index % alphabet.len()], times).collect()
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "m"),
        (900, "cm"),
        (500, "d"),
        (400, "cd"),
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ];
    if 3999 < count {
        return count.to_string();
    }
    let mut rest = count;
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while value <= rest {
            rest -= value;
            text.push_str(sign);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_are_printed_as_word_prints_them() {
        for (format, count, printed) in [
            ("decimal", 12, "12"),
            ("decimalZero", 3, "03"),
            ("upperRoman", 14, "XIV"),
            ("lowerRoman", 9, "ix"),
            ("upperLetter", 2, "B"),
            ("lowerLetter", 27, "aa"),
            ("russianLower", 10, "к"),
            ("russianUpper", 1, "А"),
            ("lowerLetter", 0, ""),
        ] {
            assert_eq!(number(format, count), printed, "{format} {count}");
        }
    }
}
