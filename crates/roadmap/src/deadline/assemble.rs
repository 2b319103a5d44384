//! How the phrases of one deadline act on each other.
//!
//! It decides that «ежегодно» takes the months beside it, «ежемесячно» the day, that named months
//! win over «2 раза в год», and that a year in a list serves its neighbours. Deliberately absent:
//! the years of what still has none (`resolve`).

use super::Guess;
use super::form::Unit;
use super::grammar::phrase::{Joint, Part, Phrase, When, YearRef};

/// Phrases that stand for themselves, and the recurrence that governs the rest.
pub(crate) struct Assembled {
    /// In the order of the words.
    pub(crate) phrases: Vec<Phrase>,
    /// Every year: months and days without a year recur; from a year on.
    pub(crate) yearly: Option<Option<i16>>,
    /// Every quarter: a day without a month is a day after it.
    pub(crate) quarterly: bool,
}

/// Brings the phrases of a deadline together.
pub(crate) fn assemble(found: Vec<(Joint, Phrase)>, guesses: &mut Vec<Guess>) -> Assembled {
    let found = without_rivals(found);
    let mut phrases: Vec<Phrase> = found.into_iter().map(|(_, it)| it).collect();
    part_of_its_month(&mut phrases);
    weeks_of_stretches(&mut phrases);
    month_of_neighbour(&mut phrases);
    month_with_its_end(&mut phrases);
    school_year_of_neighbours(&mut phrases);
    share_years(&mut phrases);
    let yearly = take_yearly(&mut phrases);
    named_times_win(&mut phrases);
    bounds_of_recurrence(&mut phrases, guesses);
    let quarterly = phrases.contains(&Phrase::Every(Unit::Quarter))
        && phrases.iter().any(|it| day_without_month(it).is_some());
    if quarterly {
        phrases.retain(|it| *it != Phrase::Every(Unit::Quarter));
    }
    let monthly = phrases.iter().any(|it| day_without_month(it).is_some());
    if monthly {
        phrases.retain(|it| *it != Phrase::Every(Unit::Month));
    }
    if phrases.iter().any(|it| matches!(it, Phrase::Weekday(_))) {
        phrases.retain(|it| *it != Phrase::Every(Unit::Week));
    }
    Assembled { phrases, yearly, quarterly }
}

fn is_recurring(phrase: &Phrase) -> bool {
    matches!(
        phrase,
        Phrase::Every(_) | Phrase::EveryWeeks(_) | Phrase::Weekday(_) | Phrase::Times(..)
    ) || day_without_month(phrase).is_some()
}

/// A day or a part of a month that names no month.
fn day_without_month(phrase: &Phrase) -> Option<When> {
    match phrase {
        Phrase::At(when) | Phrase::Before(when) | Phrase::From(when) | Phrase::Span(_, when) => {
            matches!(when, When::Day { month: None, .. } | When::Part { month: None, .. })
                .then_some(*when)
        }
        _ => None,
    }
}

/// «ежемесячно в течение года» is monthly; «в течение года по мере необходимости» is when needed;
/// «постоянно, в течение года» has the year's bounds.
fn without_rivals(found: Vec<(Joint, Phrase)>) -> Vec<(Joint, Phrase)> {
    let plan = |it: &Phrase| *it == Phrase::At(When::Plan);
    let recurring = found.iter().any(|(_, it)| is_recurring(it));
    let has_plan = found.iter().any(|(_, it)| plan(it));
    let qualified = |n: usize| {
        let own = found.get(n).is_some_and(|(joint, it)| {
            *joint == Joint::Bare && matches!(it, Phrase::AsNeeded | Phrase::DatedBy(_))
        });
        let next = found.get(n + 1).is_some_and(|(joint, it)| {
            *joint == Joint::Bare && matches!(it, Phrase::AsNeeded | Phrase::DatedBy(_))
        });
        let before = n
            .checked_sub(1)
            .and_then(|it| found.get(it))
            .is_some_and(|(_, it)| matches!(it, Phrase::AsNeeded | Phrase::DatedBy(_)));
        (own, next || before && found[n].0 == Joint::Bare)
    };
    let long = found.iter().any(|(_, it)| matches!(it, Phrase::Duration(..)));
    let keeps = |n: usize, it: &Phrase| match it {
        // «срок реализации – 1 год» is a length.
        it if plan(it) => !recurring && !long && !qualified(n).1,
        Phrase::Continuous => !has_plan && !recurring,
        Phrase::DatedBy(_) => !(recurring && qualified(n).0),
        _ => true,
    };
    let kept: Vec<bool> = found.iter().enumerate().map(|(n, (_, it))| keeps(n, it)).collect();
    found.into_iter().zip(kept).filter_map(|(it, keep)| keep.then_some(it)).collect()
}

/// «октябрь – 3 неделя»: a dash before a part of the month is no span.
fn part_of_its_month(phrases: &mut [Phrase]) {
    for phrase in phrases {
        if let Phrase::Span(When::Month { month, year }, When::Part { part, month: None, .. }) =
            phrase
        {
            *phrase = Phrase::At(When::Part { part: *part, month: Some(*month), year: *year });
        }
    }
}

/// «1 раз в четверть (последняя неделя)»: the week is one of the term and not of every month.
fn weeks_of_stretches(phrases: &mut Vec<Phrase>) {
    let is_stretch = |it: &Phrase| {
        matches!(
            it,
            Phrase::Every(Unit::Term | Unit::Quarter | Unit::Half)
                | Phrase::Times(_, _, Unit::Term | Unit::Quarter | Unit::Half)
        )
    };
    if phrases.iter().any(is_stretch) {
        phrases.retain(|it| {
            !matches!(
                it,
                Phrase::At(When::Part { part: Part::Week(_) | Part::LastWeek, month: None, .. })
            )
        });
    }
}

/// «октябрь (1-я неделя)», «сентябрь, до 15 числа»: the one month that is named is the month of a
/// part beside it.
fn month_of_neighbour(phrases: &mut Vec<Phrase>) {
    let mut months = phrases.iter().filter_map(|it| match it {
        Phrase::At(When::Month { month, year }) => Some((*month, *year)),
        _ => None,
    });
    let (Some((named, given)), None) = (months.next(), months.next()) else { return };
    if phrases
        .iter()
        .any(|it| matches!(it, Phrase::Every(Unit::Month | Unit::Quarter | Unit::Week)))
    {
        return;
    }
    let mut used = false;
    for when in phrases.iter_mut().flat_map(whens) {
        if let When::Day { month: month @ None, year, .. }
        | When::Part { month: month @ None, year, .. } = when
        {
            *month = Some(named);
            *year = given;
            used = true;
        }
    }
    if used {
        phrases
            .retain(|it| !matches!(it, Phrase::At(When::Month { month, .. }) if *month == named));
    }
}

/// «сентябрь 2024 (до 15.09)»: the end inside the month says all.
fn month_with_its_end(phrases: &mut Vec<Phrase>) {
    let [
        Phrase::At(When::Month { month, year }),
        Phrase::Before(When::Day { month: Some(end), year: own, .. }),
    ] = phrases.as_mut_slice()
    else {
        return;
    };
    if month == end && (own.is_none() || own == year) {
        *own = *year;
        phrases.remove(0);
    }
}

/// «сентябрь, 2025-2026 уч. г.»: a school year that stands beside months is their year.
fn school_year_of_neighbours(phrases: &mut Vec<Phrase>) {
    let Some(year) = phrases.iter().find_map(|it| match it {
        Phrase::At(When::Year(year @ YearRef::School(_))) => Some(*year),
        _ => None,
    }) else {
        return;
    };
    let mut given = false;
    for phrase in phrases.iter_mut() {
        for when in whens(phrase) {
            if let Some(missing @ None) = year_of(when) {
                *missing = Some(year);
                given = true;
            }
        }
    }
    if given {
        phrases.retain(|it| *it != Phrase::At(When::Year(year)));
    }
}

/// The times of a phrase.
pub(crate) fn whens(phrase: &mut Phrase) -> Vec<&mut When> {
    match phrase {
        Phrase::At(when) | Phrase::Before(when) | Phrase::From(when) => vec![when],
        Phrase::Span(from, to) => vec![from, to],
        _ => Vec::new(),
    }
}

/// The place of a time's year, where it has a month to belong to.
fn year_of(when: &mut When) -> Option<&mut Option<YearRef>> {
    match when {
        When::Day { month: Some(_), year, .. }
        | When::Month { year, .. }
        | When::Part { month: Some(_), year, .. } => Some(year),
        _ => None,
    }
}

fn month_of(when: &When) -> Option<(u8, Option<YearRef>)> {
    match when {
        When::Day { month: Some(month), year, .. }
        | When::Month { month, year }
        | When::Part { month: Some(month), year, .. } => Some((*month, *year)),
        _ => None,
    }
}

/// «апрель, май 2026» and «сентябрь 2025, декабрь, март»: the nearest year serves its neighbours,
/// the later one first, and months turn the year where they run backwards.
fn share_years(phrases: &mut [Phrase]) {
    years_from_the_right(phrases);
    years_from_the_left(phrases);
}

fn years_from_the_right(phrases: &mut [Phrase]) {
    let mut next: Option<(u8, i16)> = None;
    for phrase in phrases.iter_mut().rev() {
        // A span shares its own years in `resolve`; its first month is what stands to the left.
        let (first, last) = match phrase {
            Phrase::Span(from, to) => (month_of(from), month_of(to)),
            Phrase::At(when) | Phrase::Before(when) => (month_of(when), month_of(when)),
            _ => (None, None),
        };
        let Some((month, year)) = last else {
            next = None;
            continue;
        };
        let year = match (year, next) {
            (Some(YearRef::Given(year)), _) => Some(year),
            (None, Some((after, year))) => Some(if month <= after { year } else { year - 1 }),
            _ => None,
        };
        if let Some(year) = year
            && let Some(last) = whens(phrase).pop()
            && let Some(missing) = year_of(last)
        {
            *missing = Some(YearRef::Given(year));
        }
        next = year.zip(first).map(|(year, (first, own))| match own {
            Some(YearRef::Given(own)) => (first, own),
            _ => (first, if first <= month { year } else { year - 1 }),
        });
    }
}

fn years_from_the_left(phrases: &mut [Phrase]) {
    let mut before: Option<(u8, i16)> = None;
    for phrase in phrases.iter_mut() {
        for when in whens(phrase) {
            let Some((month, year)) = month_of(when) else {
                before = None;
                continue;
            };
            let year = match (year, before) {
                (Some(YearRef::Given(year)), _) => Some(year),
                (None, Some((earlier, year))) => {
                    Some(if earlier <= month { year } else { year + 1 })
                }
                _ => None,
            };
            if let Some(year) = year
                && let Some(missing) = year_of(when)
            {
                *missing = Some(YearRef::Given(year));
            }
            before = year.map(|year| (month, year));
        }
    }
}

/// Takes «ежегодно» out, with «начиная с 2023 года».
fn take_yearly(phrases: &mut Vec<Phrase>) -> Option<Option<i16>> {
    // «ежегодно 2 раза в год» says the same twice.
    if phrases.iter().any(|it| matches!(it, Phrase::Times(_, _, Unit::Year))) {
        phrases.retain(|it| *it != Phrase::Every(Unit::Year));
    }
    let named = phrases.contains(&Phrase::Every(Unit::Year));
    let implied = phrases.iter_mut().any(|it| {
        whens(it).into_iter().any(|it| match it {
            When::Year(YearRef::Every) | When::Edge(_, _, Some(YearRef::Every)) => true,
            other => matches!(year_of(other), Some(Some(YearRef::Every))),
        })
    });
    if !named && !implied {
        return None;
    }
    let mut since = None;
    phrases.retain(|it| match it {
        Phrase::From(When::Year(YearRef::Given(year) | YearRef::School(year)))
        | Phrase::From(When::Month { year: Some(YearRef::Given(year)), .. })
        | Phrase::From(When::Day { year: Some(YearRef::Given(year)), .. }) => {
            since = Some(*year);
            false
        }
        // «ежегодно в период с 2023 по 2027 год».
        Phrase::Span(When::Year(YearRef::Given(year)), When::Year(YearRef::Given(_))) if named => {
            since = Some(*year);
            false
        }
        Phrase::Every(Unit::Year) => false,
        _ => true,
    });
    Some(since)
}

/// «2 раза в год (сентябрь, май)», «ежеквартально: март, июнь, …»: named times say more than counts.
fn named_times_win(phrases: &mut Vec<Phrase>) {
    let named = phrases.iter().filter(|it| is_dated(it)).count();
    phrases.retain(|it| match it {
        Phrase::Times(_, _, Unit::Year) => named == 0,
        Phrase::Every(Unit::Quarter | Unit::Half | Unit::Term) | Phrase::Times(..) => named < 2,
        _ => true,
    });
}

/// A phrase that names months, terms or quarters.
fn is_dated(phrase: &Phrase) -> bool {
    let when = match phrase {
        Phrase::At(when) | Phrase::Before(when) => when,
        Phrase::Span(when, _) => when,
        _ => return false,
    };
    month_of(when).is_some()
        || matches!(when, When::Term(_) | When::Quarter(..) | When::Half(..) | When::Holidays(_))
}

/// A month or a part of one.
fn is_short(phrase: &Phrase) -> bool {
    matches!(
        phrase,
        Phrase::At(When::Month { .. } | When::Part { month: Some(_), .. })
            | Phrase::Span(When::Day { .. }, When::Day { month: Some(_), .. })
    )
}

/// «ежемесячно с октября по май»: the normal form has no bounds for what recurs, so they are
/// dropped and this is said.
fn bounds_of_recurrence(phrases: &mut Vec<Phrase>, guesses: &mut Vec<Guess>) {
    let recurring = |it: &Phrase| {
        matches!(
            it,
            Phrase::Every(Unit::Month | Unit::Week | Unit::Day | Unit::Quarter | Unit::Term)
                | Phrase::EveryWeeks(_)
                | Phrase::Weekday(_)
                | Phrase::Times(..)
        ) || day_without_month(it).is_some()
    };
    if !phrases.iter().any(recurring) {
        return;
    }
    // «по пятницам октября» are the Fridays of October: few enough to be named.
    let by_weekday = |it: &Phrase| matches!(it, Phrase::Weekday(_));
    if phrases.iter().filter(|it| !by_weekday(it)).count() == 1
        && phrases.iter().any(by_weekday)
        && phrases.iter().any(is_short)
    {
        return;
    }
    let many = phrases.len();
    phrases.retain(|it| {
        let bound = matches!(it, Phrase::From(_) | Phrase::Span(..))
            || matches!(
                it,
                Phrase::At(When::Year(_) | When::Years(..) | When::Month { .. } | When::Half(..))
            );
        recurring(it) || !bound
    });
    if phrases.len() < many {
        guesses.push(Guess::BoundsDropped);
    }
}
