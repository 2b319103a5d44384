//! Sections of a table: rows that only carry a heading, and the tree they make.
//!
//! It decides which rows are headings («Раздел I», «Сентябрь», a merged line, a line with nothing
//! but words), and how they nest. Deliberately absent: stages that stand in a column (`rows`).

use crate::columns::is_roman;
use crate::vocabulary::{Kind, clip, plain, tokens};

/// What kind of heading a text is; headings of one kind follow each other, others nest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Heading {
    /// «Раздел», «Часть», «Приложение».
    Part,
    /// «Этап», «Блок», «Модуль», «Направление».
    Block,
    /// «I.», «II».
    Roman,
    /// «1.», «1.1»: how many numbers.
    Decimal(usize),
    /// A heading that stands above a table.
    Above,
    /// «2024 год».
    Year,
    /// «I квартал», «1 полугодие».
    Quarter,
    /// «Сентябрь», «Сентябрь – октябрь 2025 г.».
    Month,
    /// Words only.
    Plain,
}

impl Heading {
    /// Whether the heading says when, so that rows below without a deadline take it.
    pub(crate) fn is_time(&self) -> bool {
        matches!(self, Self::Year | Self::Quarter | Self::Month)
    }

    fn rank(&self) -> usize {
        match self {
            Self::Part | Self::Above => 0,
            Self::Block => 1,
            Self::Roman => 2,
            Self::Decimal(depth) => 2 + depth.min(&6),
            Self::Plain => 9,
            Self::Year => 10,
            Self::Quarter => 11,
            Self::Month => 12,
        }
    }
}

/// The kind of a heading, from its words and the number in its number column.
pub(crate) fn kind(text: &str, number: Option<&str>) -> Heading {
    let text = clip(text);
    let all = tokens(text);
    let first = all.iter().find(|it| !matches!(it.kind, Kind::Mark(_)));
    let word = first.map_or("", |it| it.text.as_str());
    if let Some(time) = time(text) {
        return time;
    }
    if ["раздел", "часть", "приложение", "глава"].iter().any(|it| word.starts_with(it))
    {
        return Heading::Part;
    }
    let block = |it: &str| {
        ["этап", "блок", "модул", "стади", "ступен", "задача"]
            .iter()
            .any(|stem| it.starts_with(stem))
    };
    let numbered = all.first().is_some_and(|it| it.kind == Kind::Number);
    let second = all
        .iter()
        .filter(|it| it.is_word())
        .nth(usize::from(!numbered))
        .map_or("", |it| it.text.as_str());
    if block(word)
        || word.starts_with("направлени")
            && all.get(1).is_some_and(|it| it.kind == Kind::Number || it.is_mark('№'))
    {
        return Heading::Block;
    }
    let ordinal = all.first().is_some_and(|it| {
        it.kind == Kind::Number || is_roman(&it.text.to_uppercase()) || it.text.starts_with('i')
    });
    if ordinal && block(second) {
        return Heading::Block;
    }
    let mark = number.map(str::to_owned).or_else(|| leading_number(text));
    match mark {
        Some(mark) => {
            let mark = mark.trim().trim_end_matches(['.', ')']).to_owned();
            if is_roman(&mark) { Heading::Roman } else { Heading::Decimal(mark.split('.').count()) }
        }
        None => Heading::Plain,
    }
}

/// «1.2. Text», «II. Text» → the number.
pub(crate) fn leading_number(text: &str) -> Option<String> {
    let first = text.split_whitespace().next()?;
    let bare = first.trim_end_matches(['.', ')', ':']);
    let marked = bare.len() < first.len() || bare.contains('.');
    let digits = !bare.is_empty() && bare.chars().all(|it| it.is_ascii_digit() || it == '.');
    let roman = is_roman(bare) && text.split_whitespace().count() > 1;
    (marked && digits && bare.len() < 8 || roman).then(|| bare.to_owned())
}

/// Words that may stand in a heading of a time beside months and years.
const TIME_STEMS: &[&str] = &[
    "год",
    "учебн",
    "месяц",
    "полугоди",
    "квартал",
    "четверт",
    "семестр",
    "триместр",
    "недел",
    "каникул",
    "осен",
    "зим",
    "весен",
    "летн",
];
const TIME_WORDS: &[&str] = &[
    "г",
    "гг",
    "уч",
    "в",
    "течение",
    "течении",
    "i",
    "ii",
    "iii",
    "iv",
    "кв",
    "на",
    "за",
    "период",
    "с",
    "по",
    "и",
    "всего",
    "е",
    "я",
    "ый",
    "ой",
    "х",
];
/// Stems of times that are parts of a year.
const PARTS: &[&str] =
    &["полугоди", "квартал", "четверт", "семестр", "каникул", "кв", "недел", "триместр", "течени"];

fn is_month(it: &str) -> bool {
    MONTHS.iter().any(|stem| it.starts_with(stem)) || matches!(it, "май" | "мая" | "мае")
}

fn is_year(it: &str) -> bool {
    it.len() == 4 && (it.starts_with("20") || it.starts_with("19"))
}

/// A heading that is nothing but a time.
pub(crate) fn time(text: &str) -> Option<Heading> {
    if 120 < text.chars().count() {
        return None;
    }
    let mut all = tokens(text);
    all.retain(|it| !matches!(it.kind, Kind::Mark(_)));
    if all.is_empty() || 8 < all.len() {
        return None;
    }
    let known = all.iter().all(|it| {
        is_month(&it.text)
            || is_year(&it.text)
            || TIME_STEMS.iter().any(|stem| it.text.starts_with(stem))
            || TIME_WORDS.contains(&it.text.as_str())
            || it.kind == Kind::Number && it.text.len() <= 2
    });
    if !known {
        return None;
    }
    if all.iter().any(|it| is_month(&it.text)) {
        return Some(Heading::Month);
    }
    if all.iter().any(|it| PARTS.iter().any(|stem| it.text.starts_with(stem))) {
        return Some(Heading::Quarter);
    }
    all.iter().any(|it| is_year(&it.text)).then_some(Heading::Year)
}

/// Stems of the names of months.
pub(crate) const MONTHS: &[&str] = &[
    "январ",
    "феврал",
    "март",
    "апрел",
    "июн",
    "июл",
    "август",
    "сентябр",
    "октябр",
    "ноябр",
    "декабр",
];

/// The open headings, outermost first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stack {
    open: Vec<(Heading, String)>,
    /// The number of the innermost heading, «2.1», where it has one.
    number: Option<String>,
    /// A heading has just been opened and no row stands under it yet.
    fresh: bool,
}

impl Stack {
    /// Opens a heading: one of the same kind ends the former, a weaker one nests.
    pub(crate) fn open(&mut self, kind: Heading, text: String) {
        let same = self.open.iter().position(|it| it.0 == kind);
        if self.fresh && same.is_some_and(|it| it + 1 == self.open.len()) && kind == Heading::Plain
        {
            // Two lines of words in a row: the second is a part of the first.
            self.open.push((kind, text));
            return;
        }
        match same {
            Some(at) => self.open.truncate(at),
            None => {
                let keep = self.open.iter().take_while(|it| it.0.rank() < kind.rank()).count();
                self.open.truncate(if self.fresh {
                    self.open.len().min(keep.max(1))
                } else {
                    keep
                });
                if self.fresh
                    && keep == 0
                    && self.open.first().is_some_and(|it| kind.rank() < it.0.rank())
                {
                    self.open.clear();
                }
            }
        }
        self.open.push((kind, text));
        self.number = None;
        self.fresh = true;
    }

    /// Remembers the number of the heading opened last.
    pub(crate) fn numbered(&mut self, number: Option<&str>) {
        self.number = number.map(bare_number).filter(|it| it.contains('.'));
    }

    /// A row with a number ends a heading «2.1» that it does not stand under: 2.2 is its sister.
    pub(crate) fn leave(&mut self, number: &str) {
        let number = bare_number(number);
        let is_sister = self.number.as_deref().is_some_and(|heading| {
            number != heading
                && number.matches('.').count() == heading.matches('.').count()
                && number.rsplit_once('.').map(|it| it.0) == heading.rsplit_once('.').map(|it| it.0)
        });
        if is_sister {
            self.open.pop();
            self.number = None;
        }
    }

    /// A row stands under the open headings.
    pub(crate) fn used(&mut self) {
        self.fresh = false;
    }

    /// Ends every heading inside the tables before.
    pub(crate) fn clear(&mut self) {
        self.open.clear();
        self.fresh = false;
    }

    /// The texts of the open headings, outermost first.
    pub(crate) fn path(&self) -> Vec<String> {
        self.open.iter().map(|it| it.1.clone()).collect()
    }

    /// The innermost heading that says when.
    pub(crate) fn time(&self) -> Option<&str> {
        self.open.iter().rev().find(|it| it.0.is_time()).map(|it| it.1.as_str())
    }
}

fn bare_number(number: &str) -> String {
    number.trim().trim_end_matches(['.', ')', ' ']).to_owned()
}

/// Whether a line of text above a table is a heading of the rows in it, not a note or a sentence.
pub(crate) fn is_heading_line(text: &str) -> bool {
    let trimmed = clip(text.trim());
    let words = plain(trimmed);
    let n = trimmed.chars().count();
    let begins = trimmed.chars().next().is_some_and(|it| it.is_alphanumeric() || it == '«');
    let remark = [
        "примечание",
        "утвержд",
        "согласован",
        "директор",
        "заведующ",
        "руководитель",
        "исполнитель",
        "составил",
        "приложение",
        "цель",
        "задачи",
        "цели",
    ]
    .iter()
    .any(|it| words.starts_with(it));
    (5..=220).contains(&n)
        && begins
        && !trimmed.ends_with(['.', ';', ','])
        && !remark
        && !trimmed.contains("___")
        || time(trimmed).is_some()
}

#[cfg(test)]
mod tests;
