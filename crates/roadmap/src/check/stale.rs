//! Years in texts that a former plan left behind.
//!
//! It decides when a year cannot be meant: «на 2021 год» in a plan of 2023–2024. Deliberately
//! absent: years of acts, of orders, in names, and those that look back on purpose.

use mentoring::period::Days;

use super::case::{Case, Finding};
use super::code::STALE_YEAR;
use super::words::{Span, Words, is_like};
use crate::texts::Value;

/// Words that make a number near them the date of an act or a name.
const ACTS: &str = "закон*|фз|распоряжени*|постановлени*|указ*|письм*|№|конституци*|кодекс*|\
                    стратеги*|концепци*|госпрограмм*|редакци*";

/// Words that look back: last year's results may be analysed.
const BACK: &str =
    "итог*|результат*|анализ*|прошл*|предыдущ*|прошедш*|истекш*|отчет*|сравнен*|динамик*";

/// What is made anew each year.
const PLANS: &str = "план|плана|планы|карта|карты|карте|карту|программ*|график*|положени*";

const MONTHS: &str = "январ*|феврал*|март*|апрел*|ма|май|мая|мае|июн*|июл*|август*|сентябр*|октябр*|\
                      ноябр*|декабр*";

pub(super) fn check(case: &mut Case<'_>) {
    let Some(period) = case.period else { return };
    let mut findings = Vec::new();
    for row in &case.rows {
        for (column, words) in row.prose() {
            for (span, last) in stale_years(words, period) {
                let finding = Finding::new(STALE_YEAR, row.place(column))
                    .at(words.cut(span))
                    .value("year", Value::Text(last))
                    .value("period", Value::Days(period));
                findings.push(finding);
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// The runs of words that name a stale year, and the year as written.
fn stale_years(words: &Words<'_>, period: Days) -> Vec<(Span, String)> {
    let first = period.from.year();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < words.list.len() {
        let Some((last, year)) = years(words, at) else {
            at += 1;
            continue;
        };
        // «Выпускников 2019–2023 годов» spans several plans.
        let is_span = 4 == words.low(last + 1).len() && self::year(words.low(last + 1)).is_some();
        if is_span {
            at = last + 2;
            continue;
        }
        if year < first && !is_meant(words, at, last, first - year) {
            let from = at.saturating_sub(1);
            let named = Span { first: at, last };
            let shown = if starts_span(words, from) { Span { first: from, last } } else { named };
            spans.push((with_noun(words, shown), words.cut(named).to_owned()));
        }
        at = last + 1;
    }
    spans
}

/// A year or a pair of years at a word: where it ends, and the later year.
fn years(words: &Words<'_>, at: usize) -> Option<(usize, i16)> {
    let year = year(words.low(at))?;
    match self::year(words.low(at + 1)) {
        Some(next) if next == year + 1 => Some((at + 1, next)),
        _ => match words.low(at + 1).parse::<i16>() {
            Ok(next) if words.low(at + 1).len() == 2 && next == (year + 1) % 100 => {
                Some((at + 1, year + 1))
            }
            _ => Some((at, year)),
        },
    }
}

fn year(low: &str) -> Option<i16> {
    let is_year = low.len() == 4 && low.starts_with("20");
    if is_year { low.parse().ok().filter(|it| (2000..2100).contains(it)) } else { None }
}

fn starts_span(words: &Words<'_>, at: usize) -> bool {
    is_like(words.low(at), "на|в|за|к|до|с") || is_like(words.low(at), MONTHS)
}

fn with_noun(words: &Words<'_>, mut span: Span) -> Span {
    while span.last - span.first < 5 && is_like(words.low(span.last + 1), "год*|г|гг|учебн*|уч")
    {
        span.last += 1;
    }
    span
}

/// Whether a year before the period is meant as it stands.
///
/// - `age`: how many years it lies before the first year of the plan, at least 1.
fn is_meant(words: &Words<'_>, at: usize, last: usize, age: i16) -> bool {
    let before = |n: usize| (at.saturating_sub(n)..at).map(|it| words.low(it));
    let sentence = words.sentence(at);
    let near_act =
        before(9).chain((last + 1..last + 4).map(|it| words.low(it))).any(|it| is_like(it, ACTS));
    if near_act || before(3).any(|it| it == "от") {
        return true;
    }
    let looks_back = (sentence.first..at).any(|it| is_like(words.low(it), BACK));
    let lead = before(1).next().unwrap_or_default();
    let named = is_like(words.low(last + 1), "год*|г|гг|учебн*|уч");
    match lead {
        "на" => false,
        "в" | "за" | "по" => looks_back && age <= 1,
        // «Сентябрь 2021» is a deadline inside a text; «с 2019 года» tells of a beginning.
        it if is_like(it, MONTHS) => false,
        // «Выпускники 2021 года» are of that year; a plan or a programme of that year is a former one.
        _ => !named || looks_back || !before(4).any(|it| is_like(it, PLANS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let words = Words::of(text);
        let spans = stale_years(&words, Days::school_year(2023));
        spans.into_iter().map(|(span, _)| words.cut(span).to_owned()).collect()
    }

    #[test]
    fn a_year_of_a_former_plan_is_stale() {
        let cases = [
            ("Разработка дорожной карты на 2021 год", "на 2021 год"),
            ("Результаты реализации модели в 2020-2021 учебном году", "в 2020-2021 учебном году"),
            ("Положение утверждено, октябрь 2021 года", "октябрь 2021 года"),
            ("План работы на 2021/22 уч. год", "на 2021/22 уч. год"),
            ("Программа наставничества 2022 года", "2022 года"),
        ];
        for (text, stale) in cases {
            assert_eq!(found(text), [stale], "{text}");
        }
    }

    #[test]
    fn years_of_acts_names_and_of_the_plan_itself_are_not_stale() {
        let cases = [
            "Распоряжение Минпросвещения № Р-145 от 25 декабря 2019 г. «Об утверждении методологии»",
            "Школа № 2021",
            "Разработка дорожной карты на 2024 год",
            "Результаты реализации в 2023-2024 учебном году",
            "Анализ результатов за 2022-2023 учебный год",
            "в соответствии с Федеральным законом от 29.12.2012 № 273-ФЗ",
            "Стратегия до 2030 года",
            "Работающие в школе с 2019 года",
            "Выпуск сборника, 2000 экземпляров",
            "Встреча с выпускниками школы 2019-2022 годов",
            "Победители конкурса 2021 года",
        ];
        for text in cases {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
