//! Dates, days, names and figures as people read them, in the language of the page.
//!
//! Deliberately absent: sentences (they stand in `locales`) and any idea of «today»: the day is a
//! parameter. Parts that belong together are joined by no-break spaces.

use jiff::civil::{Date, DateTime};

use crate::lang::{Lang, group};

/// A space at which a line never breaks.
pub const NB: &str = "\u{a0}";

/// Writes a date in full: «1 сентября 2026 г.», `1 September 2026`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    // The year goes in as a word: as a number it would be grouped into thousands.
    let year = date.year().to_string();
    lang.tn(
        "date-full",
        [("day", date.day().into()), ("month", date.month().into()), ("year", year.into())],
    )
    .replace(' ', NB)
}

/// Writes a day and a month, where the year is plain from the place: «1 сентября», `1 September`.
#[must_use]
pub fn day(lang: Lang, date: Date) -> String {
    lang.tn("date-day", [("day", date.day().into()), ("month", date.month().into())])
        .replace(' ', NB)
}

/// Writes a day, and its year only where it differs from the year of `beside`.
#[must_use]
pub fn day_near(lang: Lang, it: Date, beside: Date) -> String {
    if it.year() == beside.year() { day(lang, it) } else { date(lang, it) }
}

/// Names the day of the week: «пятница», `Friday`.
#[must_use]
pub fn weekday(lang: Lang, date: Date) -> String {
    lang.tn("date-weekday", [("number", date.weekday().to_monday_one_offset().into())])
}

/// Reads a date as people and browsers write it: `2026-09-01`, `01.09.2026`, `1.9.2026`.
#[must_use]
pub fn read_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let of = |year: &str, month: &str, day: &str| {
        Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
    };
    let parts = |mark| text.split(mark).collect::<Vec<_>>();
    match (&*parts('-'), &*parts('.')) {
        ([year, month, day], _) if year.len() == 4 => of(year, month, day),
        (_, [day, month, year]) if year.len() == 4 => of(year, month, day),
        _ => None,
    }
}

/// Names a month and its year: «сентябрь 2026 г.», `September 2026`.
#[must_use]
pub fn month(lang: Lang, date: Date) -> String {
    let year = date.year().to_string();
    lang.tn("date-month", [("month", date.month().into()), ("year", year.into())]).replace(' ', NB)
}

/// Writes a date in figures, for tables and print: `17.11.2023`.
#[must_use]
pub fn date_short(date: Date) -> String {
    format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
}

/// A text as it is looked for: lower case, the letter io as ie.
pub fn folded(text: &str) -> String {
    text.to_lowercase().replace('\u{451}', "\u{435}")
}

/// Writes a local moment to the minute: «17 ноября 2023 г., 09:05».
#[must_use]
pub fn moment(lang: Lang, at: DateTime) -> String {
    format!("{},{NB}{:02}:{:02}", date(lang, at.date()), at.hour(), at.minute())
}

/// Writes a window: one day, days of one month, or two dates.
#[must_use]
pub fn window(lang: Lang, from: Date, to: Date) -> String {
    if from == to {
        return date(lang, from);
    }
    if (from.year(), from.month()) == (to.year(), to.month()) {
        return format!("{}–{}", from.day(), date(lang, to));
    }
    let first = day_near(lang, from, to);
    lang.tn("date-window", [("from", first.into()), ("to", date(lang, to).into())])
}

/// Writes a whole number with its thousands set apart: `3 214`.
#[must_use]
pub fn number(value: i64) -> String {
    group(&value.to_string())
}

/// Writes thousandths as percent with at most one decimal: 889 → «88,9 %», 500 → «50 %».
///
/// - `thousandths`: share, **1/1000**, any range.
#[must_use]
pub fn percent(lang: Lang, thousandths: i64) -> String {
    let (whole, tenth) = (thousandths / 10, (thousandths % 10).abs());
    let whole = number(whole);
    match (lang, tenth) {
        (Lang::Ru, 0) => format!("{whole}{NB}%"),
        (Lang::En, 0) => format!("{whole}%"),
        (Lang::Ru, tenth) => format!("{whole},{tenth}{NB}%"),
        (Lang::En, tenth) => format!("{whole}.{tenth}%"),
    }
}

/// The share of a part in thousandths, to the nearest; never the whole while something is left.
///
/// - Returns: `None` of nothing.
#[must_use]
pub fn share_of(part: u32, all: u32) -> Option<i64> {
    let (part, all) = (i64::from(part), i64::from(all));
    let nearest = (part * 1000 + all / 2).checked_div(all)?;
    Some(if part < all { nearest.min(999) } else { nearest })
}

/// Writes a size of a file: «340 КБ», «1,2 МБ».
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    const KIB: u64 = 1024;
    const MIB: u64 = KIB * KIB;
    let mark = if lang == Lang::Ru { "," } else { "." };
    match bytes {
        0..KIB => lang.tn("size-bytes", [("count", bytes.into())]),
        KIB..MIB => lang.tn("size-kib", [("size", bytes.div_ceil(KIB).to_string().into())]),
        _ => {
            let tenths = (bytes * 10).div_ceil(MIB);
            let size = format!("{}{mark}{}", tenths / 10, tenths % 10);
            lang.tn("size-mib", [("size", size.into())])
        }
    }
}

/// Shortens a full name for lists: «Лаптева Марина Игоревна» → «Лаптева М. И.».
///
/// A single word stays as it is; a double first name gives one initial.
#[must_use]
pub fn short_name(full: &str) -> String {
    let mut words = full.split_whitespace();
    let surname = words.next().unwrap_or_default();
    let initials = words.filter_map(|word| word.chars().next());
    initials.fold(surname.to_owned(), |name, letter| format!("{name}{NB}{letter}."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as on;

    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn dates_are_written_with_the_month_as_a_word() {
        assert_eq!(date(Lang::Ru, on(2026, 9, 1)), "1\u{a0}сентября 2026\u{a0}г.".replace(' ', NB));
        assert_eq!(plain(&date(Lang::En, on(2026, 9, 1))), "1 September 2026");
        assert_eq!(plain(&day(Lang::Ru, on(2024, 2, 29))), "29 февраля");
        assert_eq!(weekday(Lang::Ru, on(2023, 11, 17)), "пятница");
        assert_eq!(plain(&month(Lang::Ru, on(2026, 5, 1))), "май 2026 г.");
        assert_eq!(date_short(on(2023, 1, 7)), "07.01.2023");
    }

    #[test]
    fn a_date_is_read_as_browsers_and_as_people_write_it() {
        for (text, read) in [
            ("2026-09-01", Some(on(2026, 9, 1))),
            (" 01.09.2026 ", Some(on(2026, 9, 1))),
            ("1.9.2026", Some(on(2026, 9, 1))),
            ("29.02.2024", Some(on(2024, 2, 29))),
            ("29.02.2023", None),
            ("01.09.26", None),
            ("завтра", None),
            ("", None),
        ] {
            assert_eq!(read_date(text), read, "{text}");
        }
    }

    #[test]
    fn a_window_says_the_year_once_where_it_can() {
        for (from, to, words) in [
            (on(2026, 9, 1), on(2026, 9, 1), "1 сентября 2026 г."),
            (on(2026, 9, 1), on(2026, 9, 30), "1–30 сентября 2026 г."),
            (on(2026, 9, 1), on(2026, 10, 2), "с 1 сентября по 2 октября 2026 г."),
            (on(2023, 12, 1), on(2024, 4, 30), "с 1 декабря 2023 г. по 30 апреля 2024 г."),
        ] {
            assert_eq!(plain(&window(Lang::Ru, from, to)), words);
        }
    }

    #[test]
    fn a_share_is_rounded_and_is_whole_only_where_nothing_is_left() {
        let table = [(8, 30, 267), (11, 30, 367), (29, 30, 967), (2999, 3000, 999), (30, 30, 1000)];
        for (part, all, share) in table {
            assert_eq!(share_of(part, all), Some(share), "{part} of {all}");
        }
        assert_eq!(share_of(0, 0), None);
    }

    #[test]
    fn shares_keep_one_decimal_only_when_it_says_something() {
        assert_eq!(plain(&percent(Lang::Ru, 889)), "88,9 %");
        assert_eq!(plain(&percent(Lang::Ru, 500)), "50 %");
        assert_eq!(percent(Lang::En, 889), "88.9%");
        assert_eq!(percent(Lang::En, 1000), "100%");
    }

    #[test]
    fn names_are_shortened_to_initials_that_stay_together() {
        for (full, short) in [
            ("Лаптева Марина Игоревна", "Лаптева\u{a0}М.\u{a0}И."),
            ("Белов Артём", "Белов\u{a0}А."),
            ("Мадонна", "Мадонна"),
            ("", ""),
        ] {
            assert_eq!(short_name(full), short);
        }
    }

    #[test]
    fn sizes_of_files_are_rounded_up() {
        assert_eq!(plain(&size(Lang::Ru, 1)), "1 байт");
        assert_eq!(plain(&size(Lang::Ru, 1025)), "2 КБ");
        assert_eq!(plain(&size(Lang::Ru, 1_250_000)), "1,2 МБ");
        assert_eq!(plain(&size(Lang::En, 20 * 1024 * 1024)), "20.0 MB");
    }
}
