//! The deadline language against a hand-made table of what school plans write, and against
//! generated expressions.
//!
//! Deliberately absent: the received corpus (it stands outside the repository and has its own
//! suite), and times of running (`benches/deadline.rs`).

use jiff::civil::{Date, date};
use mentoring::period::Days;
use proptest::prelude::*;
use roadmap::deadline::{
    Guess, SchoolDates, Stretch, occurrences, occurrences_at_school, parse_normal, plan_years, read,
};

/// Rows of the table: expression, plan years, normal form.
fn table() -> Vec<(String, &'static str, &'static str)> {
    include_str!("deadlines.tsv")
        .lines()
        .filter(|it| !it.is_empty() && !it.starts_with('#'))
        .map(|line| {
            let mut cells = line.split('\t');
            let mut cell = || cells.next().expect("a row has three cells");
            let text = cell().replace("\\n", "\n").replace('~', "\u{a0}");
            (text, cell(), cell())
        })
        .collect()
}

#[test]
fn every_expression_of_the_table_has_its_reading() {
    let table = table();
    assert!(250 < table.len());
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, years, want)| {
            let got = read(text, plan_years(years)).normal;
            (got != *want).then(|| format!("{text:?} [{years}]: want {want}, got {got}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_reading_of_the_table_is_a_normal_form_and_has_windows_where_it_has_days() {
    for (text, years, normal) in table() {
        let parsed = parse_normal(normal).unwrap();
        assert_eq!(parsed.to_string(), normal);
        let Some(plan) = plan_years(years) else { continue };
        let dateless = ["none", "as-needed", "continuous", "relative:", "dated-by:", "duration:"]
            .iter()
            .any(|it| normal.starts_with(it));
        let event = normal.strip_prefix("before:").or_else(|| normal.strip_prefix("from:"));
        let dateless = dateless || event.is_some_and(|it| !it.starts_with("20"));
        assert_eq!(occurrences(normal, plan).is_empty(), dateless, "{text}: {normal}");
    }
}

fn plan() -> Days {
    Days::school_year(2025)
}

fn days(from: Date, to: Date) -> Days {
    Days::new(from, to).expect("days of a test run forward")
}

#[test]
fn windows_of_one_time_are_its_days() {
    for (normal, from, to) in [
        ("date:2025-10-05", date(2025, 10, 5), date(2025, 10, 5)),
        ("month:2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("range:2025-12..2026-04", date(2025, 12, 1), date(2026, 4, 30)),
        ("week:2025-10-W2", date(2025, 10, 8), date(2025, 10, 14)),
        ("week:2026-05-W4", date(2026, 5, 22), date(2026, 5, 31)),
        ("decade:2025-10-3", date(2025, 10, 21), date(2025, 10, 31)),
        ("before:2025-10-01", date(2025, 9, 1), date(2025, 10, 1)),
        ("from:2026-05", date(2026, 5, 1), date(2026, 8, 31)),
        ("period", date(2025, 9, 1), date(2026, 8, 31)),
        ("academic-year:2024-2025", date(2024, 9, 1), date(2025, 8, 31)),
        ("year:2025", date(2025, 1, 1), date(2025, 12, 31)),
        ("month:2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("before:2024-01-01", date(2024, 1, 1), date(2024, 1, 1)),
        ("half:1", date(2025, 9, 1), date(2025, 12, 31)),
        ("half:2", date(2026, 1, 1), date(2026, 5, 31)),
        ("quarter:Q4", date(2025, 10, 1), date(2025, 12, 31)),
        ("term:2", date(2025, 11, 3), date(2025, 12, 30)),
        ("holidays:winter", date(2025, 12, 31), date(2026, 1, 11)),
        ("yearly:08..09", date(2025, 8, 1), date(2025, 9, 30)),
    ] {
        let first = occurrences(normal, plan()).first().copied();
        assert_eq!(first, Some(days(from, to)), "{normal}");
    }
}

#[test]
fn what_recurs_comes_as_often_as_it_says() {
    for (normal, n) in [
        ("monthly", 12),
        ("monthly:25", 12),
        ("monthly:1mon", 12),
        ("monthly:last-workday", 12),
        ("quarterly", 4),
        ("quarterly:10", 4),
        ("halfyearly", 2),
        ("weekly", 53),
        ("weekly:mon", 53),
        ("weekly/2:mon", 27),
        ("daily", 261),
        ("times:2/year", 2),
        ("times:1/term", 4),
        ("times:2/term", 8),
        ("times:2/month", 24),
        ("times:1/2months", 6),
        ("yearly", 1),
        ("yearly:09,05", 2),
        ("yearly:02-01", 1),
        ("list:month:2025-09;as-needed;month:2026-05", 2),
        ("as-needed", 0),
        ("relative:+14d from приказ", 0),
        ("none", 0),
        ("сентябрь", 0),
    ] {
        assert_eq!(occurrences(normal, plan()).len(), n, "{normal}");
    }
}

#[test]
fn a_plan_of_years_has_a_task_for_each() {
    let long = plan_years("2022-2026").unwrap();
    assert_eq!(occurrences("yearly:09", long).len(), 5);
    assert_eq!(occurrences("yearly:05 from 2024", long).len(), 3);
    assert_eq!(occurrences("quarter:Q1", long).len(), 5);
    let school = days(date(2022, 9, 1), date(2025, 8, 31));
    assert_eq!(occurrences("period", school).len(), 3);
    assert_eq!(occurrences("times:1/3years", school), [school]);
}

#[test]
fn days_of_a_month_are_clamped_to_it() {
    let windows = occurrences("monthly:31", plan());
    assert!(windows.contains(&Days::single(date(2026, 2, 28))));
    assert!(windows.contains(&Days::single(date(2025, 10, 31))));
}

#[test]
fn a_school_may_have_its_own_terms() {
    let mut own = SchoolDates::default();
    let term = days(date(2025, 11, 10), date(2025, 12, 26));
    own.set(2025, Stretch::Term(2), term);
    assert_eq!(occurrences_at_school("term:2", plan(), &own), [term]);
}

#[test]
fn guesses_are_said_and_sound_expressions_raise_none() {
    for (text, slug) in [
        ("сетябрь", "typo"),
        ("сен\nтябрь", "mended-word"),
        ("октябрь 20\n25", "joined-digits"),
        ("31 сентября", "no-such-day"),
        ("в 3-месячный срок", "event-assumed"),
        ("с 28.02.2026 по 10.03.2025", "end-before-start"),
        ("август-сентябрь", "starts-before-plan"),
        ("ежемесячно с октября по май", "bounds-dropped"),
        ("до конца года", "year-end-assumed"),
    ] {
        let slugs: Vec<&str> = read(text, Some(plan())).guesses.iter().map(Guess::slug).collect();
        assert_eq!(slugs, [slug], "{text}");
    }
    assert_eq!(read("сентябрь", None).guesses, [Guess::YearUnknown]);
    for text in ["Сентябрь 2025 г.", "до 25 числа каждого месяца", "по плану", "в течение года"]
    {
        assert_eq!(read(text, Some(plan())).guesses, [], "{text}");
    }
    assert_eq!(read(&"октябрь ".repeat(2000), None).guesses.first(), Some(&Guess::TooLong));
}

/// Month names: nominative, genitive, prepositional, abbreviations.
const MONTHS: [[&str; 4]; 12] = [
    ["январь", "января", "январе", "янв."],
    ["февраль", "февраля", "феврале", "февр."],
    ["март", "марта", "марте", "мар."],
    ["апрель", "апреля", "апреле", "апр."],
    ["май", "мая", "мае", "май"],
    ["июнь", "июня", "июне", "июнь"],
    ["июль", "июля", "июле", "июль"],
    ["август", "августа", "августе", "авг."],
    ["сентябрь", "сентября", "сентябре", "сент."],
    ["октябрь", "октября", "октябре", "окт."],
    ["ноябрь", "ноября", "ноябре", "нояб."],
    ["декабрь", "декабря", "декабре", "дек."],
];

/// One way of writing what does not change the meaning.
#[derive(Clone, Debug)]
struct Hand {
    case: u8,
    blank: &'static str,
    suffix: &'static str,
    break_at: usize,
    decomposed: bool,
}

fn hand() -> impl Strategy<Value = Hand> {
    let blanks = prop::sample::select(vec![" ", "  ", "\u{a0}", "\u{202f}", "\n", "\t", " \n "]);
    let suffixes = prop::sample::select(vec!["", " г.", "г", " года", "г.", " год", "\u{a0}г."]);
    (0..3_u8, blanks, suffixes, 0..12_usize, any::<bool>()).prop_map(
        |(case, blank, suffix, break_at, decomposed)| Hand {
            case,
            blank,
            suffix,
            break_at,
            decomposed,
        },
    )
}

impl Hand {
    fn writes(&self, text: &str) -> String {
        let text = text.replace(' ', self.blank);
        let text = match self.case {
            0 => text,
            1 => text.to_uppercase(),
            _ => text
                .chars()
                .enumerate()
                .map(|(n, it)| if n == 0 { upper(it) } else { it })
                .collect(),
        };
        if self.decomposed {
            text.replace('й', "и\u{306}").replace('Й', "И\u{306}")
        } else {
            text
        }
    }

    /// Breaks a word by a line end, where it is long enough to be known again.
    fn breaks(&self, word: &str) -> String {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 6 || self.break_at < 2 || letters.len() - 1 <= self.break_at {
            return word.to_owned();
        }
        let (a, b) = letters.split_at(self.break_at);
        format!("{}\n{}", a.iter().collect::<String>(), b.iter().collect::<String>())
    }
}

fn upper(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

const DASHES: [&str; 9] = ["-", "–", "—", "−", " - ", " – ", " — ", "‑", " ‒ "];

#[test]
fn a_month_with_two_letters_swapped_is_still_known() {
    for (n, [name, ..]) in MONTHS.iter().enumerate().filter(|(_, it)| 6 <= it[0].chars().count()) {
        for at in 1..name.chars().count() - 1 {
            let mut letters: Vec<char> = name.chars().collect();
            letters.swap(at, at + 1);
            let text: String = letters.into_iter().collect();
            let normal = read(&text, Some(plan())).normal;
            assert!(normal.ends_with(&format!("-{:02}", n + 1)), "{text}: {normal}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_month_with_its_year_is_known_in_every_hand(
        month in 1..=12_usize, form in 0..4_usize, year in 2000..2060_i32, hand in hand(),
    ) {
        let name = MONTHS[month - 1][form];
        let text = hand.writes(&format!("{} {year}{}", hand.breaks(name), hand.suffix));
        let normal = read(&text, Some(plan())).normal;
        prop_assert_eq!(normal, format!("month:{}-{:02}", year, month), "{:?}", text);
    }

    #[test]
    fn a_month_without_a_year_stands_in_the_plan(month in 1..=12_usize, form in 0..4_usize, hand in hand()) {
        let text = hand.writes(&hand.breaks(MONTHS[month - 1][form]));
        let year = if 9 <= month { 2025 } else { 2026 };
        prop_assert_eq!(read(&text, Some(plan())).normal, format!("month:{year}-{month:02}"), "{:?}", text);
    }

    #[test]
    fn a_day_is_known_in_words_and_figures(
        days in 0..3000_i32, sign in prop::sample::select(vec![".", "/", "-"]), hand in hand(),
        till in any::<bool>(),
    ) {
        let day = date(2020, 1, 1).checked_add(jiff::Span::new().days(days)).unwrap();
        let (d, m, y) = (day.day(), day.month(), day.year());
        let words = format!("{d} {} {y}{}", MONTHS[m as usize - 1][1], hand.suffix);
        let figures = format!("{d:02}{sign}{m:02}{sign}{y}{}", hand.suffix);
        for text in [words, figures] {
            let text = if till { format!("до {text}") } else { text };
            let text = hand.writes(&text);
            let want = if till { format!("before:{day}") } else { format!("date:{day}") };
            prop_assert_eq!(read(&text, None).normal, want, "{:?}", text);
        }
    }

    #[test]
    fn a_span_of_months_crosses_the_new_year_where_it_must(
        a in 1..=12_usize, b in 1..=12_usize, form in 0..4_usize, year in 2001..2060_i32,
        dash in prop::sample::select(DASHES.to_vec()), hand in hand(),
    ) {
        prop_assume!(a != b);
        let text = hand.writes(&format!(
            "{}{dash}{} {year}{}", MONTHS[a - 1][form], MONTHS[b - 1][0], hand.suffix
        ));
        let first = if a < b { year } else { year - 1 };
        let want = format!("range:{first}-{a:02}..{year}-{b:02}");
        prop_assert_eq!(read(&text, Some(plan())).normal, want, "{:?}", text);
    }

    #[test]
    fn days_of_a_span_share_their_month(
        a in 1..=14_i8, b in 15..=28_i8, month in 1..=12_usize,
        dash in prop::sample::select(DASHES.to_vec()), hand in hand(),
    ) {
        let name = MONTHS[month - 1][1];
        let want = format!("range:2030-{month:02}-{a:02}..2030-{month:02}-{b:02}");
        for text in [
            format!("{a}{dash}{b} {name} 2030{}", hand.suffix),
            format!("с {a} по {b} {name} 2030{}", hand.suffix),
            format!("{a:02}.{month:02}{dash}{b:02}.{month:02}.2030{}", hand.suffix),
        ] {
            let text = hand.writes(&text);
            prop_assert_eq!(&read(&text, Some(plan())).normal, &want, "{:?}", text);
        }
    }

    #[test]
    fn any_text_gives_a_normal_form_that_reads_back(text in any::<String>(), years in 0..3_usize) {
        never_fails(&text, years)?;
    }

    #[test]
    fn words_of_the_language_in_any_order_give_a_normal_form_that_reads_back(
        words in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..14), years in 0..3_usize,
    ) {
        never_fails(&words.concat(), years)?;
        never_fails(&words.join(" "), years)?;
    }
}

const WORDS: [&str; 72] = [
    "с",
    "по",
    "до",
    "к",
    "в",
    "на",
    "за",
    "не",
    "позднее",
    "через",
    "после",
    "со дня",
    "течение",
    "сентября",
    "май",
    "январь",
    "окт.",
    "2025",
    "2026",
    "25",
    "1",
    "15-го",
    "II",
    "IV",
    "31.09",
    "01.09.2025",
    "2025-2026",
    "г.",
    "года",
    "уч.",
    "учебного",
    "год",
    "квартал",
    "четверть",
    "полугодие",
    "каникулы",
    "осенние",
    "неделя",
    "недели",
    "месяца",
    "дней",
    "рабочих",
    "декада",
    "числа",
    "каждого",
    "каждый",
    "ежемесячно",
    "ежегодно",
    "еженедельно",
    "раз",
    "раза",
    "2",
    "последний",
    "третья",
    "среда",
    "понедельник",
    "начало",
    "конец",
    "половина",
    "период",
    "срок",
    "плану",
    "согласно",
    "мере",
    "необходимости",
    "постоянно",
    "-",
    "–",
    ",",
    ";",
    "\n",
    "(",
];

fn never_fails(text: &str, years: usize) -> Result<(), TestCaseError> {
    let period = plan_years(["", "2025-2026", "2022-2028"][years]);
    let normal = read(text, period).normal;
    let back = parse_normal(&normal);
    prop_assert_eq!(back.map(|it| it.to_string()), Some(normal.clone()), "{:?}", text);
    prop_assert!(!normal.contains(['\n', '\t']));
    if let Some(period) = period {
        for window in occurrences(&normal, period) {
            prop_assert!(window.from <= window.to, "{:?}: {}", text, normal);
        }
    }
    Ok(())
}
