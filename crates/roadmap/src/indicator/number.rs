//! Numbers of a text, and which of them cannot be targets.
//!
//! It decides where a number stands, how large it is, and that dates, years, classes, ages, numbers
//! of documents, points of a list, durations and frequencies are not figures. Deliberately absent:
//! comparators and measures (`indicator`).

use crate::vocabulary::{Kind, Lexicon, Token};
use std::sync::LazyLock;

/// A number of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Figure {
    /// Its value.
    pub(super) value: f64,
    /// First token.
    pub(super) start: usize,
    /// The token after the number and its suffix («2-х»).
    pub(super) end: usize,
    /// Written in words.
    pub(super) in_words: bool,
}

/// Words before a number that make it the number of something.
static LABEL: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        (),
        &[
            "номер~",
            "n",
            "no",
            "ст",
            "стать~",
            "п",
            "пп",
            "ч",
            "пункт~",
            "подпункт~",
            "част~",
            "приказ~",
            "протокол~",
            "приложени~",
            "раздел~",
            "этап~",
            "глав~",
            "таблиц~",
            "рис",
            "школ~",
            "сош",
            "гимнази~",
            "лице~",
            "доу",
            "сад~",
            "фз",
            "класс~",
            "шаг~",
            "модул~",
            "блок~",
            "том~",
            "стр",
            "версии",
            "редакции",
            "форм~",
            "вариант~",
            "кабинет~",
            "каб",
        ],
    )])
});

/// Words after a number that make it a date, a length, an age, a frequency, a class or money.
static NOT_A_COUNT: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::new(&[(
        (),
        &[
            "год~",
            "г",
            "гг",
            "лет",
            "летн*",
            "летие*",
            "учебн* год~",
            "уч",
            "месяц~",
            "месяцев",
            "мес",
            "недел~",
            "дн~",
            "день",
            "дней",
            "суток",
            "сутки",
            "минут~",
            "мин",
            "квартал~",
            "кв",
            "числ~",
            "раз",
            "раза",
            "класс~",
            "классник~",
            "кл",
            "полугоди~",
            "четверт~",
            "семестр~",
            "триместр~",
            "этап~",
            "курс~",
            "декад~",
            "руб",
            "рубл*",
            "млн",
            "январ~",
            "феврал~",
            "март~",
            "апрел~",
            "ма",
            "мая",
            "май",
            "июн~",
            "июл~",
            "август~",
            "сентябр~",
            "октябр~",
            "ноябр~",
            "декабр~",
            "ступен~",
            "уровн~",
            "категори~",
            "рабоч* дн~|дней",
            "календарн* дн~|дней",
            "летн~",
            "летнего",
            "летних",
            "века",
            "фз",
        ],
    )])
});

const NUMERALS: &[(&str, f64)] = &[
    ("двух", 2.0),
    ("два", 2.0),
    ("две", 2.0),
    ("двум", 2.0),
    ("трех", 3.0),
    ("три", 3.0),
    ("трем", 3.0),
    ("четырех", 4.0),
    ("четыре", 4.0),
    ("четырем", 4.0),
    ("пяти", 5.0),
    ("пять", 5.0),
    ("шести", 6.0),
    ("шесть", 6.0),
    ("семи", 7.0),
    ("семь", 7.0),
    ("восьми", 8.0),
    ("восемь", 8.0),
    ("девяти", 9.0),
    ("девять", 9.0),
    ("десяти", 10.0),
    ("десять", 10.0),
    ("двенадцати", 12.0),
    ("двенадцать", 12.0),
    ("пятнадцати", 15.0),
    ("пятнадцать", 15.0),
    ("двадцати", 20.0),
    ("двадцать", 20.0),
    ("тридцати", 30.0),
    ("тридцать", 30.0),
    ("сорока", 40.0),
    ("сорок", 40.0),
    ("пятидесяти", 50.0),
    ("пятьдесят", 50.0),
    ("ста", 100.0),
    ("сто", 100.0),
    ("одного", 1.0),
    ("одной", 1.0),
    ("одну", 1.0),
    ("одно", 1.0),
    ("одна", 1.0),
    ("один", 1.0),
];

/// Whether there is a number at all, in figures or in words.
pub(super) fn any(all: &[Token]) -> bool {
    all.iter()
        .any(|it| it.kind == Kind::Number || NUMERALS.iter().any(|(word, _)| *word == it.text))
}

/// The numbers that may be figures, in order.
pub(super) fn figures(all: &[Token]) -> Vec<Figure> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < all.len() {
        let end = date_end(all, at);
        if at < end {
            at = end;
            continue;
        }
        let figure = match all[at].kind {
            Kind::Number => digits(all, at),
            Kind::Word => numeral(all, at),
            Kind::Mark(_) => None,
        };
        match figure {
            Some(it) => {
                at = it.end.max(at + 1);
                if !is_label(all, &it) {
                    found.push(it);
                }
            }
            None => at += 1,
        }
    }
    let after_range: Vec<bool> =
        found.iter().map(|it| is_followed_by_other_thing(all, it.end)).collect();
    // «5–9 классов»: what follows the last number of a range speaks of the first one too.
    let mut keep: Vec<bool> = after_range.iter().map(|it| !it).collect();
    for i in (1..found.len()).rev() {
        if !keep[i] && is_range(all, &found[i - 1], &found[i]) {
            keep[i - 1] = false;
        }
    }
    found.into_iter().zip(keep).filter_map(|(it, keep)| keep.then_some(it)).collect()
}

/// Whether only a dash (or «до») stands between two numbers.
pub(super) fn is_range(all: &[Token], first: &Figure, second: &Figure) -> bool {
    let between = &all[first.end.min(second.start)..second.start];
    match between {
        [one] => one.is_dash() || one.text == "до" || one.text == "…",
        [a, b] => a.is_mark(',') && b.text == "до" || a.is_mark('.') && b.is_mark('.'),
        [] => false,
        _ => between.iter().all(|it| it.is_mark('.')),
    }
}

fn number_at(all: &[Token], at: usize) -> Option<&Token> {
    all.get(at).filter(|it| it.kind == Kind::Number)
}

/// The end of a date, a time or a pair of years that begins at a token; `at` where none does.
fn date_end(all: &[Token], at: usize) -> usize {
    let Some(first) = number_at(all, at) else { return at };
    let glued = |it: usize, marks: &[char]| {
        all.get(it).is_some_and(|it| it.glued && marks.iter().any(|mark| it.is_mark(*mark)))
            && number_at(all, it + 1).is_some_and(|it| it.glued)
    };
    let mut end = at + 1;
    while glued(end, &['.', ':', '/']) {
        end += 2;
    }
    let parts = (end - at - 1) / 2;
    let decimal = parts == 1
        && all[at + 1].is_mark('.')
        && all[at + 2].text.len() == 1
        && all.get(end).is_some_and(|it| it.is_mark('%') || it.is_word());
    if parts != 0 && !decimal {
        return end;
    }
    let year =
        |it: &Token| it.text.len() == 4 && (it.text.starts_with("19") || it.text.starts_with("20"));
    let dash = all.get(at + 1).is_some_and(Token::is_dash);
    if year(first)
        && dash
        && number_at(all, at + 2).is_some_and(|it| year(it) || it.text.len() == 2)
    {
        return at + 3;
    }
    at
}

fn digits(all: &[Token], at: usize) -> Option<Figure> {
    let mut text = all[at].text.clone();
    let mut end = at + 1;
    while text.len() <= 6
        && all[at].text.len() <= 3
        && number_at(all, end).is_some_and(|it| !it.glued && it.text.len() == 3)
    {
        text.push_str(&all[end].text);
        end += 1;
    }
    let decimal = all.get(end).is_some_and(|it| it.glued && (it.is_mark(',') || it.is_mark('.')))
        && number_at(all, end + 1).is_some_and(|it| it.glued);
    if decimal {
        text.push('.');
        text.push_str(&all[end + 1].text);
        end += 2;
    }
    let value = text.parse::<f64>().ok().filter(|it| it.is_finite() && *it < 1e9)?;
    // «2-х», «5-ти»: an ending, not another word.
    let suffix = all.get(end).is_some_and(|it| it.is_dash() && it.glued)
        && all.get(end + 1).is_some_and(|it| it.glued && it.is_word());
    if suffix && all[end + 1].text.chars().count() <= 3 {
        end += 2;
    } else if suffix {
        return Some(Figure { value: f64::NAN, start: at, end: end + 2, in_words: false })
            .filter(|_| false);
    }
    Some(Figure { value, start: at, end, in_words: false })
}

fn numeral(all: &[Token], at: usize) -> Option<Figure> {
    let (_, value) = NUMERALS.iter().find(|(word, _)| *word == all[at].text)?;
    Some(Figure { value: *value, start: at, end: at + 1, in_words: true })
}

/// Whether the number is the number of a document, a class or a point of a list.
fn is_label(all: &[Token], figure: &Figure) -> bool {
    let before = figure.start.checked_sub(1).map(|it| &all[it]);
    if let Some(before) = before {
        if before.is_mark('№') || before.is_mark('#') {
            return true;
        }
        let letter_before = figure.start.checked_sub(2).is_some_and(|it| all[it].is_word());
        if before.is_dash() && before.glued && letter_before && all[figure.start].glued {
            return true;
        }
        if all[figure.start].glued && before.is_word() {
            return true;
        }
        let mut at = figure.start - 1;
        if before.is_mark('.') && 0 < at {
            at -= 1;
        }
        if !figure.in_words && LABEL.at(all, at).is_some_and(|it| it.tokens.end == at + 1) {
            return true;
        }
    }
    let opens_line = before
        .is_none_or(|it| it.is_mark('\n') || it.is_mark(';') || it.is_mark(':') || it.is_mark('.'));
    let point = all.get(figure.end);
    let listed = point.is_some_and(|it| it.is_mark(')') && it.glued)
        || point.is_some_and(|it| it.is_mark('.') && it.glued)
            && all.get(figure.end + 1).is_some_and(|it| !it.glued && it.is_word() && it.capital);
    !figure.in_words
        && listed
        && (opens_line || point.is_some_and(|it| it.is_mark(')')) && !is_open(all, figure.start))
}

/// Whether a round bracket is open before a token.
pub(super) fn is_open(all: &[Token], at: usize) -> bool {
    let depth = all[..at].iter().fold(0i32, |depth, it| match it.kind {
        Kind::Mark('(') => depth + 1,
        Kind::Mark(')') => (depth - 1).max(0),
        _ => depth,
    });
    0 < depth
}

/// Whether a quotation is open before a token.
pub(super) fn is_quoted(all: &[Token], at: usize) -> bool {
    let (mut depth, mut straight) = (0i32, false);
    for token in &all[..at] {
        match token.kind {
            Kind::Mark('«' | '“' | '„') => depth += 1,
            Kind::Mark('»' | '”') => depth = (depth - 1).max(0),
            Kind::Mark('"') => straight = !straight,
            _ => {}
        }
    }
    let closes = all[at..].iter().any(|it| matches!(it.kind, Kind::Mark('»' | '”' | '"')));
    closes && (0 < depth || straight)
}

fn is_followed_by_other_thing(all: &[Token], end: usize) -> bool {
    if NOT_A_COUNT.at(all, end).is_some() {
        return true;
    }
    // «14 и более лет», «9-х классов», «10 (десяти) дней».
    let Some(next) = all.get(end) else { return false };
    if next.is_mark('(') {
        let close = all[end..].iter().position(|it| it.is_mark(')'));
        return close.is_some_and(|it| it < 4 && NOT_A_COUNT.at(all, end + it + 1).is_some());
    }
    next.is_dash() && next.glued && NOT_A_COUNT.at(all, end + 1).is_some()
}
