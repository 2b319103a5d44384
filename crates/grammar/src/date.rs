//! Dates and periods as papers write them, in figures and in words.
//! Deliberately absent: the calendar (which day is off) and the clock.

use crate::case::{Animacy, Case, Gender};
use crate::initials::NO_BREAK;
use crate::number::ordinal;

/// Months from the nominative to the prepositional.
const MONTHS: [[&str; 6]; 12] = [
    ["январь", "января", "январю", "январь", "январём", "январе"],
    ["февраль", "февраля", "февралю", "февраль", "февралём", "феврале"],
    ["март", "марта", "марту", "март", "мартом", "марте"],
    ["апрель", "апреля", "апрелю", "апрель", "апрелем", "апреле"],
    ["май", "мая", "маю", "май", "маем", "мае"],
    ["июнь", "июня", "июню", "июнь", "июнем", "июне"],
    ["июль", "июля", "июлю", "июль", "июлем", "июле"],
    ["август", "августа", "августу", "август", "августом", "августе"],
    ["сентябрь", "сентября", "сентябрю", "сентябрь", "сентябрём", "сентябре"],
    ["октябрь", "октября", "октябрю", "октябрь", "октябрём", "октябре"],
    ["ноябрь", "ноября", "ноябрю", "ноябрь", "ноябрём", "ноябре"],
    ["декабрь", "декабря", "декабрю", "декабрь", "декабрём", "декабре"],
];

/// A day of the Gregorian calendar, of the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u16,
    month: u8,
    day: u8,
}

impl Day {
    /// A day that exists.
    ///
    /// - `year`: 1..=9999; `month`: 1..=12; `day`: from 1 to the last of its month.
    /// - Returns: `None` for a day that never was, as the 29th of February 2026.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let is_leap =
            year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            1..=12 => 31,
            _ => return None,
        };
        let exists = (1..=9999).contains(&year) && (1..=last).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    fn month(self, case: Case) -> &'static str {
        // `new` lets only months of the table in.
        MONTHS.get(usize::from(self.month) - 1).map_or("", |it| it[case as usize])
    }

    /// «1 сентября 2026 г.»
    #[must_use]
    pub fn written(self) -> String {
        format!("{} {}{NO_BREAK}г.", self.day_and_month(), self.year)
    }

    /// «1 сентября», without the year.
    #[must_use]
    pub fn day_and_month(self) -> String {
        format!("{}{NO_BREAK}{}", self.day, self.month(Case::Genitive))
    }

    /// ««01» сентября 2026 г.», as on agreements.
    #[must_use]
    pub fn quoted(self) -> String {
        let month = self.month(Case::Genitive);
        format!("«{:02}»{NO_BREAK}{month} {}{NO_BREAK}г.", self.day, self.year)
    }

    /// «01.09.2026»
    #[must_use]
    pub fn in_figures(self) -> String {
        format!("{:02}.{:02}.{:04}", self.day, self.month, self.year)
    }

    /// «сентябрь 2026 г.», «в сентябре 2026 г.»
    #[must_use]
    pub fn month_and_year(self, case: Case) -> String {
        format!("{} {}{NO_BREAK}г.", self.month(case), self.year)
    }

    /// «первого сентября две тысячи двадцать шестого года»
    ///
    /// - `case`: of the day; the nominative is «первое сентября…».
    #[must_use]
    pub fn in_words(self, case: Case) -> String {
        let told = |number, gender, case| {
            ordinal(number, gender, Animacy::Inanimate, case).unwrap_or_default()
        };
        let day = told(u32::from(self.day), Gender::Neuter, case);
        let year = told(u32::from(self.year), Gender::Masculine, Case::Genitive);
        format!("{day} {} {year} года", self.month(Case::Genitive))
    }
}

/// «с 1 сентября 2026 г. по 31 мая 2027 г.»; what both days share is said once.
///
/// - `to`: not before `from`, which the caller sees to; nothing breaks otherwise.
#[must_use]
pub fn period(from: Day, to: Day) -> String {
    // «Со второго»: a two before the month is read so.
    let since = if from.day == 2 { "со" } else { "с" };
    let beginning = if (from.year, from.month) == (to.year, to.month) {
        from.day.to_string()
    } else if from.year == to.year {
        from.day_and_month()
    } else {
        from.written()
    };
    format!("{since}{NO_BREAK}{beginning} по{NO_BREAK}{}", to.written())
}

/// «2026/2027 учебный год», in any case.
///
/// - `first`: the calendar year in which it begins.
#[must_use]
pub fn school_year(first: u16, case: Case) -> String {
    let words = [
        "учебный год",
        "учебного года",
        "учебному году",
        "учебный год",
        "учебным годом",
        "учебном году",
    ];
    let next = u32::from(first) + 1;
    format!("{first}/{next}{NO_BREAK}{}", words[case as usize])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: u16, month: u8, day: u8) -> Day {
        Day::new(year, month, day).expect("a day of the table")
    }

    fn plain(text: &str) -> String {
        text.replace(NO_BREAK, " ")
    }

    #[test]
    fn only_days_that_exist_are_days() {
        for (year, month, day, exists) in [
            (2026, 2, 28, true),
            (2026, 2, 29, false),
            (2028, 2, 29, true),
            (2100, 2, 29, false),
            (2000, 2, 29, true),
            (2026, 4, 31, false),
            (2026, 12, 31, true),
            (2026, 13, 1, false),
            (2026, 0, 1, false),
            (2026, 1, 0, false),
            (0, 1, 1, false),
            (10_000, 1, 1, false),
        ] {
            assert_eq!(Day::new(year, month, day).is_some(), exists, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn a_date_is_written_in_figures_and_in_words() {
        let first = day(2026, 9, 1);
        assert_eq!(first.written(), "1\u{a0}сентября 2026\u{a0}г.");
        assert_eq!(plain(&first.quoted()), "«01» сентября 2026 г.");
        assert_eq!(first.in_figures(), "01.09.2026");
        assert_eq!(plain(&first.month_and_year(Case::Prepositional)), "сентябре 2026 г.");
        for (day, case, words) in [
            (first, Case::Genitive, "первого сентября две тысячи двадцать шестого года"),
            (first, Case::Nominative, "первое сентября две тысячи двадцать шестого года"),
            (day(2000, 3, 3), Case::Genitive, "третьего марта двухтысячного года"),
            (
                day(1999, 5, 31),
                Case::Instrumental,
                "тридцать первым мая тысяча девятьсот девяносто девятого года",
            ),
            (
                day(2027, 12, 20),
                Case::Dative,
                "двадцатому декабря две тысячи двадцать седьмого года",
            ),
        ] {
            assert_eq!(day.in_words(case), words);
        }
    }

    #[test]
    fn a_period_says_once_what_both_days_share() {
        for (from, to, said) in [
            (day(2026, 9, 1), day(2027, 5, 31), "с 1 сентября 2026 г. по 31 мая 2027 г."),
            (day(2026, 9, 2), day(2026, 12, 31), "со 2 сентября по 31 декабря 2026 г."),
            (day(2026, 9, 1), day(2026, 9, 15), "с 1 по 15 сентября 2026 г."),
        ] {
            assert_eq!(plain(&period(from, to)), said);
        }
        assert_eq!(plain(&school_year(2026, Case::Prepositional)), "2026/2027 учебном году");
    }
}
