//! Filters and functions of templates: names, positions, numbers, dates in Russian; lines to fill.
//!
//! It decides what they are called and what they refuse. Deliberately absent: the grammar itself
//! (`grammar`), and filters that could make a text grow without end.

use grammar::{Animacy, Case, Day, Gender, Preposition};
use minijinja::value::{Rest, ValueKind};
use minijinja::{Environment, Error, ErrorKind, Value, filters, tests};

use super::blank::Blank;
use super::limits::{MOST_DECLINED_BYTES, MOST_VALUE_BYTES};
use super::mark::{FILL, FILL_END, FILL_WIDTH};
use super::person::Person;

/// Gives an environment everything that templates of papers may use.
pub(super) fn add(env: &mut Environment<'_>) {
    add_cases(env);
    add_dates(env);
    add_numbers(env);
    add_lists(env);
    env.add_filter("full", |it: &Value| or_blank(it, |it| Ok(person(it)?.shown().full())));
    env.add_filter("initials", |it: &Value| {
        or_blank(it, |it| Ok(person(it)?.shown().initials_after()))
    });
    env.add_filter("initials_first", |it: &Value| {
        or_blank(it, |it| Ok(person(it)?.shown().initials_before()))
    });
    env.add_filter("by_gender", by_gender);
    for (name, it) in [
        ("about", Preposition::About),
        ("to", Preposition::To),
        ("together_with", Preposition::With),
        ("within", Preposition::In),
    ] {
        env.add_function(name, move |words: &Value| on_words(words, |words| it.with(words)));
    }
    env.add_function("fill", fill);
    env.add_function("fill_day", fill_day);
}

fn add_cases(env: &mut Environment<'_>) {
    for case in Case::ALL {
        let slug = case.slug();
        env.add_filter(slug, move |it: &Value| match Blank::of(it) {
            Some(_) => Ok::<_, Error>(it.clone()),
            None => Ok(Value::from_object(person(it)?.decline(case))),
        });
        env.add_filter(format!("position_{slug}"), move |it: &Value| {
            or_blank(it, |it| position(it, case))
        });
        env.add_filter(format!("organisation_{slug}"), move |it: &Value| {
            or_blank(it, |it| organisation(it, case))
        });
    }
}

/// What a filter makes of a datum; what is to be written by hand stays a blank.
fn or_blank(it: &Value, of: impl Fn(&Value) -> Result<String, Error>) -> Result<String, Error> {
    Blank::of(it).map_or_else(|| of(it), |it| Ok(it.marks()))
}

/// The same of a filter that wants words.
fn on_words(it: &Value, of: impl Fn(&str) -> String) -> Result<String, Error> {
    or_blank(it, |it| Ok(of(text(it, "текст")?)))
}

/// The same of a day.
fn or_day(it: &Value, of: impl Fn(Day) -> String) -> Result<String, Error> {
    Blank::of(it).map_or_else(|| Ok(of(day(it)?)), |it| Ok(it.day()))
}

/// A person object, or a full name in one text.
fn person(it: &Value) -> Result<Person, Error> {
    if let Some(person) = it.downcast_object_ref::<Person>() {
        return Ok(person.clone());
    }
    Ok(Person::of_text(text(it, "имя человека")?))
}

/// A text, or what is wrong with it.
fn text<'a>(it: &'a Value, what: &str) -> Result<&'a str, Error> {
    if it.is_undefined() || it.is_none() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    it.as_str().ok_or_else(|| refusal(format!("ожидается {what}")))
}

fn refusal(words: impl Into<String>) -> Error {
    Error::new(ErrorKind::InvalidOperation, words.into())
}

fn position(it: &Value, case: Case) -> Result<String, Error> {
    if let Some(person) = it.downcast_object_ref::<Person>() {
        let form = person.position(case);
        return form.ok_or_else(|| Error::from(ErrorKind::UndefinedError));
    }
    let text = text(it, "должность")?;
    Ok(match text.len() {
        0..=MOST_DECLINED_BYTES => grammar::position(text, case),
        _ => text.to_owned(),
    })
}

fn organisation(it: &Value, case: Case) -> Result<String, Error> {
    let named = ["full_name", "name"].into_iter().find_map(|key| {
        let name = it.get_attr(key).ok()?;
        name.as_str().map(str::to_owned)
    });
    let text = match &named {
        Some(name) => name,
        None => text(it, "название организации")?,
    };
    Ok(match text.len() {
        0..=MOST_DECLINED_BYTES => grammar::organisation(text, case),
        _ => text.to_owned(),
    })
}

/// «принявший» or «принявшая»; both where nothing tells the gender.
fn by_gender(it: &Value, masculine: &str, feminine: &str) -> Result<String, Error> {
    let gender = if Blank::of(it).is_some() { None } else { person(it)?.gender() };
    Ok(match gender {
        Some(Gender::Feminine) => feminine.to_owned(),
        Some(_) => masculine.to_owned(),
        None => format!("{masculine} ({feminine})"),
    })
}

fn add_dates(env: &mut Environment<'_>) {
    env.add_filter("date", |it: &Value| or_day(it, |it| it.written()));
    env.add_filter("date_digits", |it: &Value| or_day(it, |it| it.in_figures()));
    env.add_filter("date_quoted", |it: &Value| or_day(it, |it| it.quoted()));
    env.add_filter("day_month", |it: &Value| or_day(it, |it| it.day_and_month()));
    env.add_filter("date_words", |it: &Value, slug: Option<&str>| {
        let case = case(slug, Case::Genitive)?;
        or_day(it, |it| it.in_words(case))
    });
    env.add_filter("month_year", |it: &Value, slug: Option<&str>| {
        let case = case(slug, Case::Nominative)?;
        or_day(it, |it| it.month_and_year(case))
    });
    env.add_function("period", |from: &Value, to: &Value| {
        if Blank::of(from).is_some() || Blank::of(to).is_some() {
            let from = or_day(from, |it| it.written())?;
            return Ok(format!("с {from} по {}", or_day(to, |it| it.written())?));
        }
        Ok::<_, Error>(grammar::period(day(from)?, day(to)?))
    });
}

/// A day written as `2026-09-01`.
fn day(it: &Value) -> Result<Day, Error> {
    let text = text(it, "дата вида 2026-09-01")?;
    let read = || {
        let mut parts = text.get(..10)?.split('-');
        let mut next = || parts.next().filter(|it| it.bytes().all(|it| it.is_ascii_digit()));
        let (year, month, day) = (next()?, next()?, next()?);
        Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    };
    read().ok_or_else(|| refusal(format!("«{}» – не дата вида 2026-09-01", short(text))))
}

/// The beginning of a text, for a message.
fn short(text: &str) -> String {
    text.chars().take(40).collect()
}

fn case(slug: Option<&str>, usual: Case) -> Result<Case, Error> {
    match slug {
        None => Ok(usual),
        Some(slug) => Case::from_slug(slug)
            .ok_or_else(|| refusal(format!("падежа «{}» нет: nom, gen, dat…", short(slug)))),
    }
}

fn add_numbers(env: &mut Environment<'_>) {
    env.add_filter("plural", |it: &Value, one: &str, two: &str, five: &str| {
        if Blank::of(it).is_some() {
            return Ok(five.to_owned());
        }
        Ok::<_, Error>(grammar::plural(number(it)?, [one, two, five]).to_owned())
    });
    env.add_filter("counted", |it: &Value, one: &str, two: &str, five: &str| {
        if let Some(blank) = Blank::of(it) {
            return Ok(format!("{}\u{a0}{five}", blank.marks()));
        }
        Ok::<_, Error>(grammar::counted(number(it)?, [one, two, five]))
    });
    env.add_filter("words", |it: &Value, slug: Option<&str>, gender: Option<&str>| {
        let gender = gender.and_then(Gender::from_slug).unwrap_or(Gender::Masculine);
        let case = case(slug, Case::Nominative)?;
        or_blank(it, |it| Ok(grammar::cardinal(number(it)?, gender, Animacy::Inanimate, case)))
    });
    env.add_filter("figures", |it: &Value| or_blank(it, |it| Ok(grammar::figures(number(it)?))));
    env.add_filter("money", |it: &Value, slug: Option<&str>| {
        let case = case(slug, Case::Nominative)?;
        or_blank(it, |it| Ok(grammar::money(kopecks(it)?, case)))
    });
}

/// A whole number, written as one or as a text, or the length of a list.
fn number(it: &Value) -> Result<u64, Error> {
    if it.is_undefined() || it.is_none() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let of_text = || it.as_str().and_then(|it| it.trim().parse().ok());
    let of_list = || it.len().filter(|_| it.kind() == ValueKind::Seq);
    let read = it.as_i64().and_then(|it| u64::try_from(it).ok()).or_else(of_text);
    let read = read.or_else(|| of_list().and_then(|it| u64::try_from(it).ok()));
    read.ok_or_else(|| refusal("ожидается целое число, не меньше нуля"))
}

/// Roubles, perhaps with kopecks after a comma or a point, in kopecks.
fn kopecks(it: &Value) -> Result<u64, Error> {
    if it.is_undefined() || it.is_none() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let written = it.to_string().replace(',', ".").replace(|it: char| it.is_whitespace(), "");
    let read = || {
        let (roubles, rest) = written.split_once('.').unwrap_or((&written, ""));
        let rest = match rest.len() {
            0 => 0,
            1 => rest.parse::<u64>().ok()? * 10,
            2 => rest.parse().ok()?,
            _ => return None,
        };
        roubles.parse::<u64>().ok()?.checked_mul(100)?.checked_add(rest)
    };
    read().ok_or_else(|| refusal("ожидается сумма в рублях: 5000 или 5000,50"))
}

fn add_lists(env: &mut Environment<'_>) {
    env.add_filter("default", filters::default);
    env.add_filter("d", filters::default);
    env.add_filter("length", filters::length);
    env.add_filter("count", filters::length);
    env.add_filter("first", filters::first);
    env.add_filter("last", filters::last);
    env.add_filter("list", filters::list);
    env.add_filter("map", filters::map);
    env.add_filter("select", filters::select);
    env.add_filter("reject", filters::reject);
    env.add_filter("selectattr", filters::selectattr);
    env.add_filter("rejectattr", filters::rejectattr);
    env.add_filter("sort", filters::sort);
    env.add_filter("unique", filters::unique);
    env.add_filter("reverse", filters::reverse);
    env.add_filter("items", filters::items);
    env.add_filter("int", filters::int);
    env.add_filter("round", filters::round);
    env.add_filter("abs", filters::abs);
    env.add_filter("upper", |it: &Value| on_words(it, str::to_uppercase));
    env.add_filter("lower", |it: &Value| on_words(it, str::to_lowercase));
    env.add_filter("trim", |it: &Value| on_words(it, |it| it.trim().to_owned()));
    env.add_filter("capitalize", |it: &Value| on_words(it, capitalised));
    env.add_filter("capitalised", |it: &Value| on_words(it, capitalised));
    env.add_filter("join", join);
    env.add_filter("replace", replace);
    env.add_test("defined", tests::is_defined);
    env.add_test("undefined", tests::is_undefined);
    env.add_test("none", tests::is_none);
    env.add_test("string", tests::is_string);
    env.add_test("number", tests::is_number);
    env.add_test("odd", tests::is_odd);
    env.add_test("even", tests::is_even);
    env.add_test("divisibleby", tests::is_divisibleby);
    for name in ["eq", "equalto", "=="] {
        env.add_test(name, tests::is_eq);
    }
    for name in ["ne", "!="] {
        env.add_test(name, tests::is_ne);
    }
    env.add_test("in", tests::is_in);
}

/// The same text with its first letter a capital; the rest as it is, for names stand in it.
fn capitalised(it: &str) -> String {
    let mut signs = it.chars();
    let first = signs.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    first + signs.as_str()
}

/// Texts of a list with a sign between them, up to a limit.
fn join(it: &Value, sign: Option<&str>) -> Result<String, Error> {
    if it.is_undefined() {
        return Err(Error::from(ErrorKind::UndefinedError));
    }
    let mut whole = String::new();
    for (at, it) in it.try_iter()?.enumerate() {
        if at != 0 {
            whole.push_str(sign.unwrap_or_default());
        }
        whole.push_str(&it.to_string());
        bounded(&whole)?;
    }
    Ok(whole)
}

fn replace(it: &str, from: &str, to: &str) -> Result<String, Error> {
    let n_places = if from.is_empty() { it.len() + 1 } else { it.matches(from).count() };
    if MOST_VALUE_BYTES < it.len() + n_places.saturating_mul(to.len()) {
        return Err(refusal("получается слишком длинный текст"));
    }
    Ok(it.replace(from, to))
}

fn bounded(text: &str) -> Result<(), Error> {
    match MOST_VALUE_BYTES < text.len() {
        true => Err(refusal("получается слишком длинный текст")),
        false => Ok(()),
    }
}

/// A line to fill by hand.
///
/// - `width`: letters of a short blank inside the line; without it the line goes to the right edge
///   and its caption stands beneath.
fn fill(caption: &str, rest: Rest<Value>) -> String {
    let width = rest.first().and_then(Value::as_usize).map(|it| it.clamp(1, 60));
    let width = width.map(|it| it.to_string()).unwrap_or_default();
    format!("{FILL}{caption}{FILL_WIDTH}{width}{FILL_END}")
}

/// «___» __________ 20___ г.
fn fill_day(caption: Option<&str>) -> String {
    day_by_hand(caption.unwrap_or("дата"))
}

/// The same for a day of the data that is not known.
pub(super) fn day_by_hand(caption: &str) -> String {
    format!(
        "«{FILL}{caption}{FILL_WIDTH}3{FILL_END}»\u{a0}{FILL}{FILL_WIDTH}14{FILL_END}\
         \u{a0}20{FILL}{FILL_WIDTH}3{FILL_END}\u{a0}г."
    )
}
