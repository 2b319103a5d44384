//! Letters as they come out of real files, brought to one alphabet.
//!
//! It decides what is the same letter, blank or dash: composed and decomposed «й», «ё» and «е»,
//! capitals, no-break spaces, soft hyphens, dashes of every length. Every letter remembers where it
//! stood, so that words can be quoted and rewritten as written. Deliberately absent: words.

/// A letter with its place in the text as written, in bytes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Letter {
    /// The letter of the common alphabet.
    pub(crate) is: char,
    /// Was a capital.
    pub(crate) capital: bool,
    /// First byte as written.
    pub(crate) at: usize,
    /// The byte after it.
    pub(crate) to: usize,
}

/// A combining breve makes «й» of «и», a combining diaeresis stands on «ё».
const BREVE: char = '\u{306}';

/// Brings a text to the common alphabet.
///
/// - Returns: letters in order; invisible characters are gone, blanks are ' ' or '\n'.
pub(crate) fn clean(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len() / 2 + 8);
    for (at, written) in text.char_indices() {
        let to = at + written.len_utf8();
        let is = match common(written) {
            Some(is) => is,
            None => {
                if let Some(last) = letters.last_mut()
                    && is_mark(written)
                {
                    if written == BREVE && last.is == 'и' {
                        last.is = 'й';
                    }
                    last.to = to;
                }
                continue;
            }
        };
        let capital = is != written && written.is_uppercase();
        letters.push(Letter { is, capital, at, to });
        // «Ⅱ» is one sign in the file and two letters here.
        for more in roman_sign(written).chars().skip(1) {
            letters.push(Letter { is: more, capital: true, at, to });
        }
    }
    letters
}

fn is_mark(written: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&written)
}

/// The common form of one character, `None` for what is invisible or stands on the letter before.
fn common(written: char) -> Option<char> {
    Some(match written {
        'а'..='я' | 'a'..='z' | '0'..='9' | ' ' | '\n' => written,
        'А'..='Я' => char::from_u32(written as u32 + 32).unwrap_or(written),
        'A'..='Z' => written.to_ascii_lowercase(),
        'ё' | 'Ё' => 'е',
        'і' | 'І' => 'i',
        '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => return None,
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' => '-',
        '\u{ff0d}' | '\u{2e3a}' | '\u{2e3b}' | '÷' | '\u{2500}' | '~' => '-',
        '\u{ff10}'..='\u{ff19}' => {
            char::from_u32(written as u32 - 0xff10 + '0' as u32).unwrap_or(written)
        }
        '\u{2160}'..='\u{216b}' | '\u{2170}'..='\u{217b}' => {
            roman_sign(written).chars().next().unwrap_or(written)
        }
        _ if is_mark(written) => return None,
        _ if written.is_whitespace() => ' ',
        _ if written.is_control() => return None,
        _ => written,
    })
}

fn roman_sign(written: char) -> &'static str {
    const SIGNS: [&str; 12] =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let n = match written {
        '\u{2160}'..='\u{216b}' => written as usize - 0x2160,
        '\u{2170}'..='\u{217b}' => written as usize - 0x2170,
        _ => return "",
    };
    SIGNS.get(n).copied().unwrap_or("")
}

/// The Cyrillic letter that a Latin one is taken for, in a word typed on the wrong keyboard.
pub(crate) fn lookalike(latin: char) -> Option<char> {
    Some(match latin {
        'a' => 'а',
        'b' => 'в',
        'c' => 'с',
        'e' => 'е',
        'h' => 'н',
        'k' => 'к',
        'm' => 'м',
        'n' => 'п',
        'o' => 'о',
        'p' => 'р',
        'r' => 'г',
        't' => 'т',
        'u' => 'и',
        'x' => 'х',
        'y' => 'у',
        'i' => 'и',
        _ => return None,
    })
}

/// The value of a Roman numeral, also one typed with Cyrillic letters.
///
/// - Returns: 1..=12, the numbers that months, quarters, terms and half-years can have.
pub(crate) fn roman(form: &str) -> Option<u8> {
    Some(match form {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" | "iу" | "iy" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" | "iх" => 9,
        "x" => 10,
        "xi" | "хi" => 11,
        "xii" | "хii" => 12,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_is_one_letter_however_it_was_typed() {
        let plain = |text| clean(text).iter().map(|it| it.is).collect::<String>();
        assert_eq!(plain("МАИ\u{306} —\u{a0}Ёлка\u{ad}"), "май - елка");
        assert_eq!(plain("Ⅱ\u{2003}кв."), "ii кв.");
        assert_eq!(plain("сен\u{301}тябрь\r"), "сентябрь\n");
    }
}
