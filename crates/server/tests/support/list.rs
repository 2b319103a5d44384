//! Outlines of lists of people: the same plain file as for roadmaps, with several sheets.
//!
//! A line `#7А` begins a sheet of that name; what stands before the first belongs to a sheet without
//! a name of its own. Deliberately absent: what is read of them.

use super::outline;
use documents::fixture;
use roadmap::source::Source;

/// Sheets of an outline with their names.
fn sheets(text: &str) -> Vec<(String, Source)> {
    let mut sheets: Vec<(String, String)> = Vec::new();
    for line in text.lines() {
        match (line.strip_prefix('#'), sheets.last_mut()) {
            (Some(name), _) => sheets.push((name.to_owned(), String::new())),
            (None, None) => sheets.push(("Лист1".to_owned(), format!("{line}\n"))),
            (None, Some((_, text))) => text.push_str(&format!("{line}\n")),
        }
    }
    sheets.into_iter().map(|(name, text)| (name, outline::source(&text))).collect()
}

/// Writes an outline in the format of its name: `staff-1251.csv` in the code page of old Excel,
/// `staff-comma.csv` with commas.
pub(crate) fn written(name: &str, extension: &str, text: &str) -> Vec<u8> {
    let sheets = sheets(text);
    match (extension, sheets.as_slice()) {
        ("xlsx", sheets) => {
            let parts: Vec<(&str, String)> =
                sheets.iter().map(|(name, it)| (name.as_str(), fixture::worksheet(it))).collect();
            let parts: Vec<(&str, &str, &str)> =
                parts.iter().map(|(name, xml)| (*name, "", xml.as_str())).collect();
            fixture::xlsx_of(&parts)
        }
        ("csv", [(_, it), ..]) if name.ends_with("1251") => {
            windows_1251(&String::from_utf8_lossy(&fixture::csv(it, ';')))
        }
        ("csv", [(_, it), ..]) if name.ends_with("comma") => fixture::csv(it, ','),
        (extension, [(_, it), ..]) => outline::written(it, extension),
        _ => Vec::new(),
    }
}

fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |it: char| match it {
        'А'..='я' => u8::try_from(u32::from(it) - 0x410 + 0xC0).unwrap_or(b'?'),
        'Ё' => 0xA8,
        'ё' => 0xB8,
        '«' => 0xAB,
        '»' => 0xBB,
        '№' => 0xB9,
        it => u8::try_from(u32::from(it)).ok().filter(u8::is_ascii).unwrap_or(b'?'),
    };
    text.chars().map(byte).collect()
}
