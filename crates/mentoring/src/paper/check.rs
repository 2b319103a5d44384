//! What must be true of the data of a paper, or the paper would say what is not so.
//!
//! It decides how a rule looks at data. Deliberately absent: which kind has which rules (`rule`), which
//! data are there at all (`PaperSpec`), whether a template asks for them, and the facts of the school:
//! only the data of the one paper are looked at, whoever asks for it.

mod obstacle;
mod rule;

pub use obstacle::PaperObstacle;

use jiff::Unit;
use jiff::civil::Date;

use super::FieldKind::Day;
use super::{PaperField, PaperKind};
use crate::calendar::WorkingCalendar;
use crate::labour::earliest_free_day;
use crate::law::{Law, LawRule};
use rule::Rule::{self, AnyOf, Months, NotMore, Notice, OneModel, Order, Sum, Term, Word};
use rule::{FOLLOWING, MODELS, own_rules};

/// Data as texts: gives for the path of a field what stands there, one text for each row, empty where
/// a row lacks it; for the path of a list as many texts as it has rows.
pub type PaperTexts<'a> = dyn Fn(&str) -> Vec<String> + 'a;

/// Lists of which a kind wants a row in one at least; none where it wants no such thing.
#[must_use]
pub fn at_least_one(kind: PaperKind) -> &'static [&'static str] {
    let lists = own_rules(kind).iter().find_map(|it| match it {
        AnyOf(lists) => Some(*lists),
        _ => None,
    });
    lists.unwrap_or_default()
}

/// What stands wrong in the data of a paper, all at once.
///
/// What lacks or is not understood is passed over: whether it must be there is told elsewhere.
///
/// - `texts`: see [`PaperTexts`].
/// - Returns: obstacles in the order of the rules.
pub fn check_paper(
    kind: PaperKind,
    texts: &PaperTexts<'_>,
    calendar: &WorkingCalendar,
    law: &Law,
) -> Vec<PaperObstacle> {
    let look = Look { kind, texts, calendar, law };
    let mut found: Vec<PaperObstacle> = Vec::new();
    for field in kind.spec().all_fields() {
        if field.path == "model" {
            found.extend(look.word("model", MODELS));
        }
        for (first, second) in FOLLOWING {
            let Some(list) = field.path.strip_suffix(first).filter(|_| field.kind == Day) else {
                continue;
            };
            let second =
                kind.spec().all_fields().find(|it| it.path.strip_prefix(list) == Some(second));
            if let Some(second) = second {
                found.extend(look.order(field.path, second.path));
            }
        }
    }
    for rule in own_rules(kind) {
        found.extend(look.at(*rule));
    }
    found
}

/// The data with all that judges them.
struct Look<'a> {
    kind: PaperKind,
    texts: &'a PaperTexts<'a>,
    calendar: &'a WorkingCalendar,
    law: &'a Law,
}

impl Look<'_> {
    fn at(&self, rule: Rule) -> Vec<PaperObstacle> {
        let one = |it: Option<PaperObstacle>| it.into_iter().collect();
        match rule {
            Order(first, second) => self.order(first, second),
            Notice(told, free) => one(self.notice(told, free)),
            Term(from, to, months) => self.term(from, to, months),
            Months(months) => one(self.months(months)),
            Word(path, allowed) => one(self.word(path, allowed)),
            AnyOf(lists) => one(self.any_of(lists)),
            OneModel => self.one_model(),
            Sum(total, parts) => one(self.sum(total, parts)),
            NotMore(part, whole) => one(self.not_more(part, whole)),
        }
    }

    /// The field of a path; a test wants every rule to name fields of its kind.
    fn field(&self, path: &str) -> Option<&'static PaperField> {
        self.kind.spec().all_fields().find(|it| it.path == path)
    }

    fn days(&self, path: &str) -> Vec<Option<Date>> {
        let day = |it: &String| it.get(..10)?.parse().ok();
        (self.texts)(path).iter().map(day).collect()
    }

    fn day(&self, path: &str) -> Option<Date> {
        self.days(path).into_iter().next().flatten()
    }

    fn numbers(&self, path: &str) -> Vec<Option<i64>> {
        (self.texts)(path).iter().map(|it| it.trim().parse().ok()).collect()
    }

    fn number(&self, path: &str) -> Option<i64> {
        self.numbers(path).into_iter().next().flatten()
    }

    fn order(&self, one: &'static str, other: &'static str) -> Vec<PaperObstacle> {
        let (Some(first), Some(second)) = (self.field(one), self.field(other)) else {
            return Vec::new();
        };
        let (earlier, later) = (self.days(one), self.days(other));
        let count = earlier.len().max(later.len());
        // What is told once is told for every row of the other.
        let of = |all: &[Option<Date>], path: &str, at: usize| {
            all.get(if path.contains("[]") { at } else { 0 }).copied().flatten()
        };
        let is_in_rows = one.contains("[]") || other.contains("[]");
        let look = |at: usize| {
            let (first_on, second_on) = (of(&earlier, one, at)?, of(&later, other, at)?);
            let row = is_in_rows.then_some(at + 1);
            (second_on < first_on).then_some(PaperObstacle::OutOfOrder {
                first,
                first_on,
                second,
                second_on,
                row,
            })
        };
        (0..count).filter_map(look).collect()
    }

    fn notice(&self, told: &str, free: &str) -> Option<PaperObstacle> {
        let (told_on, free_on) = (self.day(told)?, self.day(free)?);
        let earliest = earliest_free_day(told_on, self.calendar, self.law);
        let n_days = self.law.number(LawRule::CancellationNoticeWorkingDays, told_on)?;
        let (told, free) = (self.field(told)?, self.field(free)?);
        (free_on < earliest).then_some(PaperObstacle::NoticeTooShort {
            told,
            told_on,
            free,
            free_on,
            n_days,
            earliest,
        })
    }

    fn term(&self, from: &str, to: &str, months: &str) -> Vec<PaperObstacle> {
        let days = || Some((self.day(from)?, self.day(to)?, self.field(to)?, self.field(months)?));
        let Some((from, to, last, field)) = days() else { return Vec::new() };
        let between = months_between(from, to).filter(|_| from <= to);
        let Some((whole, begun)) = between else { return Vec::new() };
        let mut found = Vec::new();
        let (least, most) = self.bounds(from);
        if begun < i32::from(least) || i32::from(most) < begun {
            found.push(PaperObstacle::TermOutOfBounds { field: last, months: begun, least, most });
        }
        let told = self.number(months).and_then(|it| i32::try_from(it).ok());
        if let Some(told) = told.filter(|it| !(whole..=begun).contains(it)) {
            found.push(PaperObstacle::MonthsDiffer { field, told, counted: begun, from, to });
        }
        found
    }

    fn months(&self, path: &str) -> Option<PaperObstacle> {
        let months = i32::try_from(self.number(path)?).ok()?;
        let (least, most) = self.bounds(self.day("ends_on")?);
        let field = self.field(path)?;
        let is_within = (i32::from(least)..=i32::from(most)).contains(&months);
        (!is_within).then_some(PaperObstacle::TermOutOfBounds { field, months, least, most })
    }

    /// Months that a programme lasts; where no law tells, any number.
    fn bounds(&self, day: Date) -> (u16, u16) {
        let least = self.law.number(LawRule::ProgrammeLeastMonths, day).unwrap_or(0);
        let most = self.law.number(LawRule::ProgrammeGreatestMonths, day).unwrap_or(u16::MAX);
        (least, most)
    }

    fn word(&self, path: &str, allowed: &'static [&'static str]) -> Option<PaperObstacle> {
        let word = (self.texts)(path).into_iter().next().filter(|it| !it.trim().is_empty())?;
        let field = self.field(path)?;
        (!allowed.contains(&word.as_str())).then_some(PaperObstacle::UnknownWord {
            field,
            word,
            allowed,
        })
    }

    fn any_of(&self, lists: &[&str]) -> Option<PaperObstacle> {
        let is_empty = lists.iter().all(|it| (self.texts)(it).is_empty());
        let fields = lists.iter().filter_map(|it| self.field(it)).collect();
        is_empty.then_some(PaperObstacle::AllEmpty { fields })
    }

    /// Minors and what is paid tell a model at once, a form by its words.
    fn one_model(&self) -> Vec<PaperObstacle> {
        let Some(model) =
            (self.texts)("model").into_iter().find(|it| MODELS.contains(&it.as_str()))
        else {
            return Vec::new();
        };
        let mixed = |path: &str, row: Option<usize>, form: String| {
            let field = self.field(path)?;
            Some(PaperObstacle::MixedModels { field, model: model.clone(), row, form })
        };
        let alien = if model == "teachers" { "minor_pairs" } else { "paid" };
        let mut found = Vec::new();
        if !(self.texts)(alien).is_empty() {
            found.extend(mixed(alien, None, String::new()));
        }
        for path in ["adult_pairs[].form", "minor_pairs[].form"] {
            if path.starts_with(alien) {
                continue;
            }
            for (at, form) in (self.texts)(path).into_iter().enumerate() {
                if model_of(&form).is_some_and(|it| it != model) {
                    found.extend(mixed(path, Some(at + 1), form));
                }
            }
        }
        found
    }

    fn sum(&self, total: &str, parts: &str) -> Option<PaperObstacle> {
        let told = self.number(total)?;
        // A row without a number: nobody knows the sum.
        let counted: Option<i64> = self.numbers(parts).into_iter().sum();
        let (field, counted) = (self.field(total)?, counted?);
        (told != counted).then_some(PaperObstacle::SumDiffers { field, told, counted })
    }

    fn not_more(&self, part: &str, whole: &str) -> Option<PaperObstacle> {
        let n_part = self.number(part)?;
        let listed = (self.texts)(whole);
        let (part, whole) = (self.field(part)?, self.field(whole)?);
        let n_whole = match whole.kind {
            super::FieldKind::Rows => i64::try_from(listed.len()).ok()?,
            _ => listed.first()?.trim().parse().ok()?,
        };
        let is_more = n_whole < n_part;
        is_more.then_some(PaperObstacle::MoreThanAll { part, n_part, whole, n_whole })
    }
}

/// Months between two days, the last day included: whole ones, and with the one that has begun.
fn months_between(from: Date, to: Date) -> Option<(i32, i32)> {
    let span = from.until((Unit::Month, to.tomorrow().ok()?)).ok()?;
    let whole = span.get_months();
    Some((whole, whole + i32::from(0 < span.get_days())))
}

/// Whose mentoring a form is, by those who are mentored: «работодатель — ученик».
fn model_of(form: &str) -> Option<&'static str> {
    let mentee = form.rsplit(['—', '–', '-']).next()?.to_lowercase();
    let has = |all: &[&str]| all.iter().any(|it| mentee.contains(it));
    if has(&["учени", "студент", "обучающ", "учащ", "школьн", "воспитанни"])
    {
        return Some("students");
    }
    has(&["учител", "педагог", "преподавател", "воспитател", "молодой специалист"])
        .then_some("teachers")
}

#[cfg(test)]
mod tests;
