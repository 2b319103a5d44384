//! The deadline language: from the words of a cell to windows in the calendar.
//!
//! It decides what an expression means in a plan's period: `clean` makes one alphabet, `token`
//! words and numbers, `grammar` phrases, `assemble` and `resolve` a [`Deadline`], whose normal form
//! `form` writes and `normal` reads back; `windows` gives its days. Deliberately absent: working
//! days (`mentoring::calendar` moves due days), the texts of remarks, and the clock.

mod assemble;
mod batch;
mod clean;
mod feasts;
mod form;
mod grammar;
mod months;
mod normal;
mod parts;
mod resolve;
mod school;
mod spans;
pub(crate) mod token;
mod windows;
pub(crate) mod words;

pub use batch::{plan_years, read_line};
pub use form::{
    Bound, Deadline, Length, MonthPart, Offset, Point, Season, Unit, Weekday, YearPart,
};
pub use normal::parse_normal;
pub use school::{SchoolDates, Stretch, stretch_of_normal};

use mentoring::period::Days;

/// What was read from the words of a deadline cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The normal form of `docs/rules/deadlines.md`: `month:2023-10`, `list:…`, `none`.
    pub normal: String,
    /// What was guessed, for a remark at the cell.
    pub guesses: Vec<Guess>,
}

/// Something that was not written so, and was read so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Guess {
    /// A word broken or run together was made whole.
    MendedWord {
        /// As written.
        written: String,
        /// As read; two words are joined by a hyphen.
        read: String,
    },
    /// A word with one wrong letter was mended.
    Typo {
        /// As written.
        written: String,
        /// As read.
        read: String,
    },
    /// Digits cut by a line break were joined.
    JoinedDigits {
        /// As written.
        written: String,
        /// As read.
        read: String,
    },
    /// A day that its month has not; the last day of the month was taken.
    NoSuchDay {
        /// As read from the words, `DD.MM`.
        written: String,
        /// ISO date taken instead.
        read: String,
    },
    /// Neither the words nor the plan name a year: it is taken to recur every year.
    YearUnknown,
    /// «конец года» without «учебного» or «календарного»: the plan decided which.
    YearEndAssumed,
    /// A span such as «август – сентябрь» was taken to begin before the plan.
    StartsBeforePlan,
    /// A window ends before it begins; kept as written.
    EndBeforeStart {
        /// ISO date.
        from: String,
        /// ISO date.
        to: String,
    },
    /// A term counted from something unnamed: the approval was assumed.
    EventAssumed,
    /// What recurs has no bounds in the normal form: they were left out.
    BoundsDropped,
    /// The cell is longer than a deadline can be: only its beginning was read.
    TooLong,
}

impl Guess {
    /// A stable name, for texts in language files.
    #[must_use]
    pub fn slug(&self) -> &'static str {
        match self {
            Self::MendedWord { .. } => "mended-word",
            Self::Typo { .. } => "typo",
            Self::JoinedDigits { .. } => "joined-digits",
            Self::NoSuchDay { .. } => "no-such-day",
            Self::YearUnknown => "year-unknown",
            Self::YearEndAssumed => "year-end-assumed",
            Self::StartsBeforePlan => "starts-before-plan",
            Self::EndBeforeStart { .. } => "end-before-start",
            Self::EventAssumed => "event-assumed",
            Self::BoundsDropped => "bounds-dropped",
            Self::TooLong => "too-long",
        }
    }

    /// Named values for the text.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, &str)> {
        match self {
            Self::MendedWord { written, read }
            | Self::Typo { written, read }
            | Self::JoinedDigits { written, read }
            | Self::NoSuchDay { written, read } => vec![("written", written), ("read", read)],
            Self::EndBeforeStart { from, to } => vec![("from", from), ("to", to)],
            _ => Vec::new(),
        }
    }
}

/// Cells are longer only where another column slipped in; a deadline is said in its beginning.
const MOST_BYTES: usize = 2000;

/// Reads the words of a deadline cell.
///
/// - `text`: the cell as written; line feeds stand for line breaks.
/// - `period`: the days of the plan, where known.
/// - Returns: a reading, `none` where nothing says when. Cannot fail.
/// - Time: linear in the text, about 5 µs for a usual cell.
///
/// Source: roadmap format, «Deadlines: normal form».
#[must_use]
pub fn read(text: &str, period: Option<Days>) -> Reading {
    let (deadline, guesses) = read_deadline(text, period);
    Reading { normal: deadline.to_string(), guesses }
}

/// Reads the words of a deadline cell into its shape, with what was guessed.
///
/// Parameters and limits are those of [`read`].
#[must_use]
pub fn read_deadline(text: &str, period: Option<Days>) -> (Deadline, Vec<Guess>) {
    let mut guesses = Vec::new();
    let text = beginning(text, &mut guesses);
    let tokens = token::tokens(text, &mut guesses);
    let mut phrases = grammar::phrases(text, &tokens, &mut guesses);
    if phrases.is_empty() {
        phrases = feasts::phrases(text, period);
    }
    let assembled = assemble::assemble(phrases, &mut guesses);
    let mut resolver =
        resolve::Resolver { period, guesses: &mut guesses, quarterly: assembled.quarterly };
    let parts: Vec<Deadline> = assembled
        .phrases
        .into_iter()
        .map(|it| resolver.deadline_every(it, assembled.yearly))
        .collect();
    let deadline = match assembled.yearly {
        Some(since) => yearly(parts, since),
        None => Deadline::list(weekdays_inside(every_few_weeks(together(parts)), &mut guesses)),
    };
    // Nothing says when: then nothing was guessed about it either.
    if deadline == Deadline::None {
        guesses.retain(|it| *it == Guess::TooLong);
    }
    (deadline, guesses)
}

/// Several months that recur are one form: `yearly:01,06`.
fn yearly(parts: Vec<Deadline>, since: Option<i16>) -> Deadline {
    let mut inside = Vec::new();
    let mut others = Vec::new();
    for part in parts {
        match part {
            Deadline::Yearly(parts, _) => inside.extend(parts),
            other => others.push(other),
        }
    }
    others.push(Deadline::Yearly(inside, since));
    Deadline::list(others)
}

/// «раз в две недели по четвергам»: one form says both.
fn every_few_weeks(mut parts: Vec<Deadline>) -> Vec<Deadline> {
    let days: Vec<Weekday> = parts.iter().filter_map(Deadline::weekday).collect();
    let [day] = days.as_slice() else { return parts };
    let mut is_joined = false;
    for part in &mut parts {
        if let Deadline::Weekly(2.., weekday @ None) = part {
            *weekday = Some(*day);
            is_joined = true;
        }
    }
    if is_joined {
        parts.retain(|it| !matches!(it, Deadline::Weekly(1, Some(_))));
    }
    parts
}

/// «по пятницам октября»: the days of the week inside a short window, each by its date.
fn weekdays_inside(mut parts: Vec<Deadline>, guesses: &mut Vec<Guess>) -> Vec<Deadline> {
    const MOST_DAYS: i32 = 62;
    let mut weekdays = Vec::new();
    let mut bounds = Vec::new();
    for part in &parts {
        match part.weekday() {
            Some(day) => weekdays.push(day),
            None => bounds.push(windows::fixed(part)),
        }
    }
    let [Some(bound)] = bounds.as_slice() else { return parts };
    if weekdays.is_empty() {
        return parts;
    }
    if bound.from.until(bound.to).is_ok_and(|it| MOST_DAYS < it.get_days()) {
        guesses.push(Guess::BoundsDropped);
        parts.retain(|it| matches!(it, Deadline::Weekly(..)));
        return parts;
    }
    let days = bound.from.series(jiff::Span::new().days(1)).take_while(|it| *it <= bound.to);
    let named = days.filter(|it| weekdays.contains(&it.weekday()));
    named.map(|it| Deadline::At(Point::Day(it))).collect()
}

/// Months that recur because the plan is long are one form as well.
fn together(parts: Vec<Deadline>) -> Vec<Deadline> {
    let mut out: Vec<Deadline> = Vec::with_capacity(parts.len());
    for part in parts {
        match (part, out.last_mut()) {
            (Deadline::Yearly(more, None), Some(Deadline::Yearly(inside, None)))
                if !more.is_empty() && !inside.is_empty() =>
            {
                inside.extend(more);
            }
            (part, _) => out.push(part),
        }
    }
    out
}

fn beginning<'a>(text: &'a str, guesses: &mut Vec<Guess>) -> &'a str {
    if text.len() <= MOST_BYTES {
        return text;
    }
    guesses.push(Guess::TooLong);
    let end = (0..=MOST_BYTES).rev().find(|it| text.is_char_boundary(*it)).unwrap_or(0);
    &text[..end]
}

/// The windows that a normal form names inside the plan's period, in order, with the usual days of
/// school terms and holidays.
///
/// - `normal`: a normal form, also one mended by hand.
/// - `period`: the days of the plan; occurrences are listed inside it, dated ones as they are.
/// - Returns: empty for forms without dates (`as-needed`, `relative:…`, `none`, …).
#[must_use]
pub fn occurrences(normal: &str, period: Days) -> Vec<Days> {
    occurrences_at_school(normal, period, SchoolDates::usual())
}

/// The same with the days of a particular school.
///
/// - `school`: terms and holidays.
#[must_use]
pub fn occurrences_at_school(normal: &str, period: Days, school: &SchoolDates) -> Vec<Days> {
    parse_normal(normal).map(|it| windows::windows(&it, period, school)).unwrap_or_default()
}
