//! Number formats of Excel: is a number a date, a month, a percentage, and how many decimals show?
//!
//! It decides what kind of thing a format makes of a number. Deliberately absent: currencies,
//! colours, conditions.

use crate::read::not_read::NotRead;
use crate::read::xml::{Node, Xml};
use std::collections::HashMap;

/// What a format makes of a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shows {
    /// The number as it is.
    #[default]
    Plain,
    /// So many decimals.
    Fixed(usize),
    /// A hundredfold with a percent sign.
    Percent,
    /// Parts of a date; none of them means a time of day.
    Date {
        /// The day shows.
        day: bool,
        /// The month shows.
        month: bool,
        /// The year shows.
        year: bool,
    },
    /// A time of day or a length of time.
    Time,
}

/// The looks of a cell that mean something.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Look {
    pub(crate) shows: Shows,
    pub(crate) bold: bool,
    pub(crate) centred: bool,
}

/// Looks by the index that cells name.
#[derive(Debug, Default)]
pub(crate) struct Formats(Vec<Look>);

impl Formats {
    /// Reads `styles.xml`.
    pub(crate) fn read(text: &str) -> Result<Self, NotRead> {
        let mut xml = Xml::new(text);
        let mut codes = HashMap::new();
        let mut bold_fonts = Vec::new();
        let mut looks = Vec::new();
        let mut inside = String::new();
        loop {
            let tag = match xml.next()? {
                Node::Open(tag) => tag,
                Node::End => return Ok(Self(looks)),
                _ => continue,
            };
            match tag.name() {
                it @ ("numFmts" | "fonts" | "cellXfs" | "cellStyleXfs" | "dxfs") => {
                    inside = it.to_owned();
                }
                "numFmt" => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    codes.insert(id, tag.attr("formatCode").unwrap_or_default());
                }
                "font" if inside == "fonts" => bold_fonts.push(false),
                "b" if inside == "fonts" => {
                    if let Some(last) = bold_fonts.last_mut() {
                        *last = tag.is_on();
                    }
                }
                "xf" if inside == "cellXfs" => {
                    let id = tag.number("numFmtId").unwrap_or(0);
                    let font = tag.number("fontId").unwrap_or(0);
                    looks.push(Look {
                        shows: codes.get(&id).map_or_else(|| built_in(id), |it| shows(it)),
                        bold: bold_fonts.get(font).copied().unwrap_or(false),
                        centred: false,
                    });
                }
                "alignment" if inside == "cellXfs" => {
                    if let Some(last) = looks.last_mut() {
                        let across = tag.attr("horizontal").unwrap_or_default();
                        last.centred = across.starts_with("center");
                    }
                }
                _ => {}
            }
        }
    }

    /// The look of a cell.
    pub(crate) fn get(&self, index: Option<usize>) -> Look {
        self.0.get(index.unwrap_or(0)).copied().unwrap_or_default()
    }
}

/// Formats that every Excel knows by number.
fn built_in(id: usize) -> Shows {
    match id {
        2 | 4 | 39 | 40 => Shows::Fixed(2),
        9 | 10 => Shows::Percent,
        14 | 15 | 22 | 27..=31 | 36 | 50..=58 => Shows::Date { day: true, month: true, year: true },
        16 => Shows::Date { day: true, month: true, year: false },
        17 => Shows::Date { day: false, month: true, year: true },
        18..=21 | 32..=35 | 45..=47 => Shows::Time,
        _ => Shows::Plain,
    }
}

/// Reads a format of the author's own.
fn shows(code: &str) -> Shows {
    let code = bare(code);
    if code.contains('%') {
        return Shows::Percent;
    }
    let has = |it: char| code.contains(it);
    let (day, year) = (has('d'), has('y'));
    // «m» is minutes beside hours and seconds.
    let month = has('m') && (day || year || !(has('h') || has('s')));
    if day || month || year {
        return Shows::Date { day, month, year };
    }
    if has('h') || has('s') {
        return Shows::Time;
    }
    match code.split_once('.') {
        Some((_, after)) => Shows::Fixed(after.chars().take_while(|it| *it == '0').count()),
        None => Shows::Plain,
    }
}

/// The first section of a format without quoted text, escapes and bracketed remarks.
fn bare(code: &str) -> String {
    let mut bare = String::new();
    let mut chars = code.chars();
    while let Some(it) = chars.next() {
        match it {
            ';' => break,
            '\\' | '_' | '*' => drop(chars.next()),
            '"' => drop(chars.by_ref().find(|it| *it == '"')),
            '[' => {
                let inside: String = chars.by_ref().take_while(|it| *it != ']').collect();
                // Hours, minutes or seconds that run over a day.
                if inside.chars().all(|it| "hmsHMS".contains(it)) && !inside.is_empty() {
                    bare.push('h');
                }
            }
            it => bare.extend(it.to_lowercase()),
        }
    }
    if bare == "general" { String::new() } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_tell_dates_months_percent_and_decimals() {
        let date = |day, month, year| Shows::Date { day, month, year };
        for (code, expected) in [
            ("dd\\.mm\\.yyyy;@", date(true, true, true)),
            ("[$-419]mmmm\\ yyyy;@", date(false, true, true)),
            ("[$-419]d mmm", date(true, true, false)),
            ("mmmm", date(false, true, false)),
            ("yyyy\" год\"", date(false, false, true)),
            ("h:mm", Shows::Time),
            ("[h]:mm:ss", Shows::Time),
            ("0%", Shows::Percent),
            ("0.00", Shows::Fixed(2)),
            ("#,##0", Shows::Plain),
            ("General", Shows::Plain),
            ("0\" дней\"", Shows::Plain),
        ] {
            assert_eq!(shows(code), expected, "{code}");
        }
    }
}
