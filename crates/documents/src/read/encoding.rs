//! Code pages: bytes of a text become letters.
//!
//! It decides which code page a text was written in, by what Russian looks like. Deliberately
//! absent: languages other than Russian and English.

use encoding_rs::{Encoding, IBM866, KOI8_R, UTF_16BE, UTF_16LE, WINDOWS_1251, X_MAC_CYRILLIC};

/// A decoded text.
pub(crate) struct Decoded {
    /// The letters.
    pub(crate) text: String,
    /// The code page, where it was guessed.
    pub(crate) guessed: Option<&'static str>,
    /// Places where bytes were no letters and were dropped.
    pub(crate) broken: usize,
}

/// How many bytes are enough to tell a code page.
const SAMPLE: usize = 256 * 1024;

/// Decodes a text of an unknown code page.
///
/// UTF-8 wins where the bytes are UTF-8 but for a few places: a text cut in the middle of a letter
/// is still UTF-8.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(rest);
    }
    if bytes.starts_with(b"\xFF\xFE") {
        return known(&bytes[2..], UTF_16LE, false);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return known(&bytes[2..], UTF_16BE, false);
    }
    if looks_wide(&bytes[..bytes.len().min(SAMPLE)]) {
        let little = zeros_or_fours(bytes, 1);
        let big = zeros_or_fours(bytes, 0);
        return known(bytes, if big < little { UTF_16LE } else { UTF_16BE }, true);
    }
    if is_mostly_utf8(bytes) {
        return utf8(bytes);
    }
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    // Small letters but «я» are the same bytes in the pages of Windows and of old Macs: where nothing
    // tells them apart, the last of equals wins, which is that of Windows.
    let likeliest = [X_MAC_CYRILLIC, KOI8_R, IBM866, WINDOWS_1251]
        .into_iter()
        .max_by_key(|it| russian_score(&it.decode_without_bom_handling(sample).0));
    known(bytes, likeliest.unwrap_or(WINDOWS_1251), true)
}

/// Whether every second byte is what the high byte of Russian and Latin letters is in UTF-16.
pub(super) fn looks_wide(bytes: &[u8]) -> bool {
    let half = bytes.len() / 2;
    let share = |offset| zeros_or_fours(bytes, offset) * 10 / half.max(1);
    8 <= half && (9 <= share(0) && share(1) < 5 || 9 <= share(1) && share(0) < 5)
}

fn zeros_or_fours(bytes: &[u8], offset: usize) -> usize {
    bytes.iter().skip(offset).step_by(2).take(SAMPLE).filter(|it| matches!(**it, 0 | 4)).count()
}

fn utf8(bytes: &[u8]) -> Decoded {
    let mut text = String::with_capacity(bytes.len());
    let mut broken = 0;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        broken += usize::from(!chunk.invalid().is_empty());
    }
    Decoded { text, guessed: None, broken }
}

fn known(bytes: &[u8], encoding: &'static Encoding, guessed: bool) -> Decoded {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let broken = text.matches('\u{FFFD}').count();
    Decoded {
        text: text.replace('\u{FFFD}', ""),
        guessed: guessed.then(|| encoding.name()),
        broken,
    }
}

/// Whether at least nine of ten bytes above ASCII belong to whole UTF-8 letters.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut letters, mut broken) = (0_usize, 0_usize);
    for chunk in bytes[..bytes.len().min(SAMPLE)].utf8_chunks() {
        letters += chunk.valid().bytes().filter(|it| !it.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    broken * 9 <= letters
}

/// How much a text looks like Russian: frequent letters count for it, capitals inside words, frames
/// and rare signs against it.
fn russian_score(text: &str) -> i64 {
    let mut score = 0_i64;
    let mut before = ' ';
    for it in text.chars() {
        score += match it {
            'о' | 'е' | 'а' | 'и' | 'н' | 'т' | 'с' | 'р' | 'в' | 'л' => 3,
            'а'..='я' | 'ё' | '«' | '»' | '–' | '—' | '№' | '\u{A0}' => 1,
            'А'..='Я' | 'Ё' if before.is_lowercase() => -3,
            'А'..='Я' | 'Ё' => 0,
            it if it.is_ascii() => 0,
            _ => -3,
        };
        before = it;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Приказ о закреплении пар: «Школа № 5», сентябрь 2025 — май 2026";

    #[test]
    fn a_code_page_is_told_by_its_letters() {
        for (encoding, name) in [
            (WINDOWS_1251, "windows-1251"),
            (KOI8_R, "KOI8-R"),
            (IBM866, "IBM866"),
            (X_MAC_CYRILLIC, "x-mac-cyrillic"),
        ] {
            let text = match encoding == KOI8_R || encoding == IBM866 {
                true => TEXT.replace(['«', '»', '—', '№'], ""),
                false => TEXT.to_owned(),
            };
            let decoded = decode(&encoding.encode(&text).0);
            assert_eq!(decoded.guessed, Some(name));
            assert_eq!(decoded.text, text);
        }
    }

    #[test]
    fn small_letters_that_two_code_pages_share_are_those_of_windows() {
        let text = "сентябрь, куратор";
        let decoded = decode(&WINDOWS_1251.encode(text).0);
        assert_eq!((decoded.text.as_str(), decoded.guessed), (text, Some("windows-1251")));
        let shared = decode(&X_MAC_CYRILLIC.encode("май, куратор").0);
        assert_eq!((shared.text.as_str(), shared.guessed), ("май, куратор", Some("windows-1251")));
    }

    #[test]
    fn two_byte_letters_are_read_with_and_without_a_mark() {
        let little: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = TEXT.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [
            little.clone(),
            big.clone(),
            [&[0xFF, 0xFE], &little[..]].concat(),
            [&[0xFE, 0xFF], &big[..]].concat(),
        ] {
            assert_eq!(decode(&bytes).text, TEXT);
        }
    }

    #[test]
    fn a_text_cut_inside_a_letter_stays_utf8() {
        let bytes = "Приказ о закреплении пар".as_bytes();
        let cut = decode(&bytes[..bytes.len() - 1]);
        assert_eq!(cut.text, "Приказ о закреплении па");
        assert_eq!((cut.guessed, cut.broken), (None, 1));
        let middle = [&bytes[..1], &bytes[2..]].concat();
        assert_eq!(decode(&middle).broken, 1);
    }
}
