//! School terms and holidays: the days that `term:` and `holidays:` stand for.
//!
//! It decides which days, from data: usual days for every year, and the real days of a year where a
//! school has loaded them. Deliberately absent: working days (`mentoring::calendar`).

use jiff::civil::Date;
use mentoring::period::Days;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::form::Season;

/// The days of one stretch, as month and day; those from September on lie in the first year.
type MonthDays = ((i8, i8), (i8, i8));

/// Terms and holidays, usual and of particular school years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchoolDates {
    usual: BTreeMap<Stretch, MonthDays>,
    known: BTreeMap<(i16, Stretch), Days>,
}

/// A stretch of the school year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// A term, 1..=4.
    Term(u8),
    /// Autumn holidays.
    Autumn,
    /// Winter holidays.
    Winter,
    /// Spring holidays.
    Spring,
    /// Summer holidays.
    Summer,
}

impl From<Season> for Stretch {
    fn from(season: Season) -> Self {
        match season {
            Season::Autumn => Self::Autumn,
            Season::Winter => Self::Winter,
            Season::Spring => Self::Spring,
            Season::Summer => Self::Summer,
        }
    }
}

static USUAL: LazyLock<SchoolDates> =
    LazyLock::new(|| SchoolDates::parse(include_str!("../../data/school-dates.tsv")));

impl Default for SchoolDates {
    fn default() -> Self {
        USUAL.clone()
    }
}

impl SchoolDates {
    /// The dates that a school has until it loads its own.
    #[must_use]
    pub fn usual() -> &'static Self {
        &USUAL
    }

    /// Reads dates from text.
    ///
    /// - `text`: lines `usual<TAB>term 1<TAB>09-01<TAB>10-24` or
    ///   `2025<TAB>autumn<TAB>2025-10-25<TAB>2025-11-02` (the first year of the school year);
    ///   `#` begins a remark. Lines that do not fit are passed over.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut dates = Self { usual: BTreeMap::new(), known: BTreeMap::new() };
        for line in text.lines() {
            dates.read_line(line);
        }
        dates
    }

    fn read_line(&mut self, line: &str) -> Option<()> {
        let mut cells = line.split('#').next()?.split('\t').map(str::trim);
        let (year, stretch) = (cells.next()?, stretch(cells.next()?)?);
        let (from, to) = (cells.next()?, cells.next()?);
        if year == "usual" {
            self.usual.insert(stretch, (month_day(from)?, month_day(to)?));
        } else {
            let days = Days::new(from.parse().ok()?, to.parse().ok()?)?;
            self.known.insert((year.parse().ok()?, stretch), days);
        }
        Some(())
    }

    /// Sets the days of a stretch in one school year, over whatever was there.
    ///
    /// - `year`: the first year of the school year.
    pub fn set(&mut self, year: i16, stretch: Stretch, days: Days) {
        self.known.insert((year, stretch), days);
    }

    /// The days of a stretch in the school year that begins in September of `year`.
    ///
    /// - Returns: `None` where the data do not tell.
    #[must_use]
    pub fn days(&self, year: i16, stretch: Stretch) -> Option<Days> {
        if let Some(days) = self.known.get(&(year, stretch)) {
            return Some(*days);
        }
        let (from, to) = self.usual.get(&stretch)?;
        let day = |(month, day): (i8, i8)| {
            Date::new(if month < 9 { year.checked_add(1)? } else { year }, month, day).ok()
        };
        Days::new(day(*from)?, day(*to)?)
    }
}

/// The stretch of a normal form: `term:1`, `holidays:autumn`.
#[must_use]
pub fn stretch_of_normal(normal: &str) -> Option<Stretch> {
    let (kind, which) = normal.split_once(':')?;
    match kind {
        "term" => stretch(&format!("term {which}")),
        "holidays" => stretch(which),
        _ => None,
    }
}

fn stretch(word: &str) -> Option<Stretch> {
    match word {
        "autumn" => Some(Stretch::Autumn),
        "winter" => Some(Stretch::Winter),
        "spring" => Some(Stretch::Spring),
        "summer" => Some(Stretch::Summer),
        _ => {
            let n = word.strip_prefix("term ")?.parse().ok()?;
            (1..=4).contains(&n).then_some(Stretch::Term(n))
        }
    }
}

fn month_day(text: &str) -> Option<(i8, i8)> {
    let (month, day) = text.split_once('-')?;
    let (month, day) = (month.parse().ok()?, day.parse().ok()?);
    Date::new(2023, month, day).ok()?;
    Some((month, day))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn usual_days_serve_every_year_and_a_school_may_set_its_own() {
        let mut dates = SchoolDates::default();
        let winter = dates.days(2030, Stretch::Winter).unwrap();
        assert!(winter.contains(date(2031, 1, 1)) && winter.from.year() == 2030);
        let own = Days::new(date(2030, 12, 20), date(2031, 1, 8)).unwrap();
        dates.set(2030, Stretch::Winter, own);
        assert_eq!(dates.days(2030, Stretch::Winter), Some(own));
    }

    #[test]
    fn lines_that_do_not_fit_are_passed_over() {
        let dates =
            SchoolDates::parse("usual\tterm 9\t09-01\t10-01\nusual\tterm 1\t13-01\t10-01\n?");
        assert_eq!(dates.days(2025, Stretch::Term(1)), None);
    }
}
