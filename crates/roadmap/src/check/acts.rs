//! Acts and articles as they are cited.
//!
//! It decides whether a citation names a known act rightly: number, date, title, days in force.
//! Deliberately absent: acts that the data do not hold, above all the school's own orders, which may
//! have any number.

use jiff::civil::Date;
use mentoring::period::Days;

use super::case::{Case, Finding};
use super::code::{ACT_NOT_IN_FORCE, ACT_NUMBER, ACT_TITLE, ARTICLE_NUMBER};
use super::words::{Span, Words, is_like};
use crate::language::Language;
use crate::law::{Act, Article};
use crate::plan::DiagnosticPlace;
use crate::source::Block;
use crate::texts::{Value, written};

/// A citation: the number as written, with what stands beside it.
struct Citation<'a> {
    /// «Р-145», without spaces.
    number: String,
    /// From the sign «№» to the end of the number.
    span: Span,
    date: Option<Date>,
    /// What stands in quotes after it.
    title: Option<&'a str>,
}

pub(super) fn check(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    let known: Vec<Known<'_>> = case.law.acts.iter().map(Known::of).collect();
    for row in &case.rows {
        for (column, words) in row.prose() {
            findings.extend(cell(case, &known, words, row.place(column)));
        }
    }
    let paragraphs = case.source.blocks.iter().filter_map(|it| match it {
        Block::Paragraph(paragraph) => Some(paragraph.text.as_str()),
        Block::Table(_) => None,
    });
    for (at, text) in paragraphs.enumerate() {
        let place = DiagnosticPlace { table: 0, row: at + 1, column: None };
        if text.contains('№') || text.contains("ст") || text.contains("проект") {
            findings.extend(cell(case, &known, &Words::of(text), place));
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// An act with its numbers as they are compared: written once for a plan, not for every cell.
struct Known<'l> {
    act: &'l Act,
    /// Every right way to write the number; the usual one first.
    numbers: Vec<String>,
}

impl<'l> Known<'l> {
    fn of(act: &'l Act) -> Self {
        let numbers = std::iter::once(&act.number).chain(&act.also).map(|it| lower(it));
        Self { act, numbers: numbers.collect() }
    }
}

fn cell<'a>(
    case: &Case<'_>,
    known: &[Known<'_>],
    words: &Words<'a>,
    place: DiagnosticPlace,
) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    if words.list.is_empty() {
        return findings;
    }
    for citation in citations(words) {
        findings.extend(judge(case, known, words, &citation, place));
    }
    for article in &case.law.articles {
        findings.extend(articles(case, words, article, place));
    }
    let unsigned = |it: &&Known<'_>| it.act.number.is_empty() || it.act.kind == "стандарт";
    for it in known.iter().filter(unsigned) {
        findings.extend(unnumbered(case, words, it, place));
    }
    findings
}

fn citations<'a>(words: &Words<'a>) -> Vec<Citation<'a>> {
    let mut citations = Vec::new();
    for at in 0..words.list.len() {
        let is_sign = matches!(words.low(at), "№" | "n");
        let first = if is_sign { at + 1 } else { at };
        let Some((number, last)) = number(words, first) else { continue };
        let follows_sign = at.checked_sub(1).is_some_and(|it| matches!(words.low(it), "№" | "n"));
        if !is_sign && (follows_sign || !is_of_directive(&number)) {
            continue;
        }
        let date = date_before(words, at).or_else(|| date_after(words, last + 1));
        let title = title_after(words, last);
        citations.push(Citation { number, span: Span { first: at, last }, date, title });
    }
    citations
}

/// Whether a number alone, without «№», can only be that of a directive: «145-р», «Р-145».
fn is_of_directive(number: &str) -> bool {
    let digits = number.strip_suffix("-р").or_else(|| number.strip_prefix("р-"));
    digits.is_some_and(|it| 2 <= it.len() && it.bytes().all(|it| it.is_ascii_digit()))
}

/// Words joined by hyphens, slashes and points without a space, from a word on.
fn number(words: &Words<'_>, first: usize) -> Option<(String, usize)> {
    let mut number = words.list.get(first)?.low.to_string();
    let mut last = first;
    while let Some(next) = words.list.get(last + 1) {
        let between = words.text.get(words.list[last].end..next.start)?;
        let sign = between.trim();
        let is_dash = matches!(sign, "-" | "–" | "—" | "‑" | "−");
        if !(is_dash || sign == "/" && between == sign) || 12 < number.chars().count() {
            break;
        }
        number.push(if is_dash { '-' } else { '/' });
        number.push_str(&next.low);
        last += 1;
    }
    Some((number, last))
}

const MONTHS: [&str; 12] = [
    "январ*",
    "феврал*",
    "март*",
    "апрел*",
    "ма|мая|май",
    "июн*",
    "июл*",
    "август*",
    "сентябр*",
    "октябр*",
    "ноябр*",
    "декабр*",
];

/// «25 декабря 2019» or «25.12.2019» at three words.
fn date_at(words: &Words<'_>, at: usize) -> Option<Date> {
    let day = words.low(at).parse().ok()?;
    let month = words.low(at + 1);
    let month = match month.parse::<i8>() {
        Ok(month) => month,
        Err(_) => i8::try_from(MONTHS.iter().position(|it| is_like(month, it))?).ok()? + 1,
    };
    Date::new(words.low(at + 2).parse().ok()?, month, day).ok()
}

fn date_before(words: &Words<'_>, sign: usize) -> Option<Date> {
    (3..=5).filter_map(|it| sign.checked_sub(it)).find_map(|at| date_at(words, at))
}

fn date_after(words: &Words<'_>, at: usize) -> Option<Date> {
    let at = if words.low(at) == "от" { at + 1 } else { at };
    date_at(words, at)
}

/// Papers whose title may follow an act that they are made by.
const OTHER_PAPERS: &[&str] =
    &["приказ", "положени", "программ", "дорожн", "план", "протокол", "регламент"];

fn title_after<'a>(words: &Words<'a>, last: usize) -> Option<&'a str> {
    const NEAREST: usize = 70;
    let tail = words.text.get(words.list.get(last)?.end..)?;
    let start = tail.char_indices().take(NEAREST).find(|(_, it)| matches!(it, '«' | '"' | '“'))?.0;
    let between = tail.get(..start)?.to_lowercase();
    // Behind the name of another document stands that document's title, not the act's.
    if between.contains('№') || OTHER_PAPERS.iter().any(|it| between.contains(it)) {
        return None;
    }
    let rest = tail.get(start..)?;
    let rest = rest.get(rest.chars().next()?.len_utf8()..)?;
    rest.split(['»', '"', '”']).next()
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn lower(number: &str) -> String {
    Words::of(number).list.iter().map(|it| it.low.as_ref()).collect::<Vec<_>>().join("-")
}

fn judge<'a>(
    case: &Case<'_>,
    known: &[Known<'_>],
    words: &Words<'a>,
    citation: &Citation<'a>,
    place: DiagnosticPlace,
) -> Vec<Finding<'a>> {
    let number = lower(&citation.number);
    for Known { act, numbers } in known.iter().filter(|it| !it.act.number.is_empty()) {
        if numbers.contains(&number) {
            let is_plain = citation.number.bytes().all(|it| it.is_ascii_digit());
            // A bare number is anybody's: only its date tells that this act is meant.
            if !is_plain || citation.date.is_some() && citation.date == act.date {
                return rightly_numbered(case, words, citation, act, place);
            }
        } else if is_meant(words, citation, act) {
            let wrong = wrong(words, citation, act, place).variant("");
            return vec![wrong];
        }
    }
    Vec::new()
}

/// Whether a citation with another number can only mean the act.
fn is_meant(words: &Words<'_>, citation: &Citation<'_>, act: &Act) -> bool {
    let from = citation.span.first.saturating_sub(14);
    let before = Words::of(words.cut(Span { first: from, last: citation.span.first }));
    let kind = act.kind.split(' ').next_back().unwrap_or_default();
    let kind: String = kind.chars().take(6).chain(['*']).collect();
    let is_kind = before.list.iter().any(|it| is_like(&it.low, &kind))
        || act.kind.contains("закон") && citation.number.contains("фз");
    let is_date = citation.date.is_some() && citation.date == act.date;
    let title = Words::of(citation.title.unwrap_or_default());
    let is_title = act.known_by.iter().any(|it| title.has(it));
    let is_education = before.has("министерств* просвещени*") || before.has("минпросвещени*");
    let is_government = before.has("правительств* российск*|рф");
    let is_issuer = match act.issuer.get(..2 * 5).unwrap_or_default() {
        "Минпр" => is_education,
        "Прави" => is_government,
        _ => act.kind.contains("закон"),
    };
    let is_anybodys = before.any(ISSUERS).is_none();
    let is_digits =
        !digits(&act.number).is_empty() && digits(&citation.number) == digits(&act.number);
    let is_lettered = citation.number.chars().any(char::is_alphabetic);
    match (is_digits, is_date) {
        (true, true) => is_kind || is_title,
        (true, false) => is_kind && (is_issuer || is_title || is_anybodys && is_lettered),
        (false, true) => is_kind && (is_title || is_issuer),
        (false, false) => is_kind && is_title && is_issuer,
    }
}

/// Words of those who issue acts: one of them beside a number says whose it is.
const ISSUERS: &[&str] = &[
    "министерств*|минпросвещени*|минобр*|правительств*|губернатор*|комитет*|департамент*|управлени*",
    "администраци*|директор*|заведующ*|отдел*|глав*|школ*|учреждени*|организаци*",
];

fn wrong<'a>(
    words: &Words<'a>,
    citation: &Citation<'a>,
    act: &Act,
    place: DiagnosticPlace,
) -> Finding<'a> {
    let finding = Finding::new(ACT_NUMBER, place).at(words.cut(citation.span));
    cited(finding, act).words("number", &citation.number)
}

fn cited<'a>(finding: Finding<'a>, act: &Act) -> Finding<'a> {
    // An act is named in Russian in both languages: that is its name.
    let date = act.date.map(|it| written(Language::Russian, &Value::Day(it))).unwrap_or_default();
    finding.value("act", Value::Text(act.citation(&date)))
}

fn rightly_numbered<'a>(
    case: &Case<'_>,
    words: &Words<'a>,
    citation: &Citation<'a>,
    act: &Act,
    place: DiagnosticPlace,
) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    if act.date.is_some() && citation.date.is_some_and(|it| Some(it) != act.date) {
        findings.push(wrong(words, citation, act, place).variant("date"));
    }
    if let Some(title) =
        citation.title.filter(|it| !act.title.is_empty() && is_other_title(it, &act.title))
    {
        let finding = Finding::new(ACT_TITLE, place).at(title);
        findings.push(cited(finding, act).value("title", Value::Text(act.title.clone())));
    }
    findings.extend(in_force(case, words.cut(citation.span), act, place));
    findings
}

/// Whether a title differs in more than its length: shortened titles are usual.
fn is_other_title(cited: &str, title: &str) -> bool {
    let signs = |text: &str| {
        let kept: Vec<String> = text
            .chars()
            .filter(|it| it.is_alphanumeric() || matches!(it, '(' | ')'))
            .flat_map(char::to_lowercase)
            .map(|it| if it == 'ё' { "е".into() } else { it.to_string() })
            .collect();
        kept.concat().replace("российскойфедерации", "рф")
    };
    let (cited, title) = (signs(cited.trim_end_matches(['.', '…', ' '])), signs(title));
    !cited.is_empty() && !title.starts_with(&cited)
}

/// An act that is cited for days on which it is not in force.
fn in_force<'a>(
    case: &Case<'_>,
    excerpt: &'a str,
    act: &Act,
    place: DiagnosticPlace,
) -> Option<Finding<'a>> {
    let days = case.period.or(case.approved.map(Days::single))?;
    if act.in_force.touches(days) {
        return None;
    }
    let finding = cited(Finding::new(ACT_NOT_IN_FORCE, place).at(excerpt), act);
    Some(match act.in_force.to {
        Some(to) if to < days.from => {
            let instead = act.replaced_by.clone().unwrap_or_default();
            let variant = if instead.is_empty() { "ended" } else { "" };
            finding
                .value("day", Value::Day(to))
                .value("instead", Value::Text(instead))
                .variant(variant)
        }
        _ => finding.value("day", Value::Day(act.in_force.from)).variant("early"),
    })
}

/// Acts that are cited without a «№»: a standard, a national project.
fn unnumbered<'a>(
    case: &Case<'_>,
    words: &Words<'a>,
    known: &Known<'_>,
    place: DiagnosticPlace,
) -> Option<Finding<'a>> {
    let Known { act, numbers } = known;
    let number = || numbers.first().filter(|it| !it.is_empty()).map(|it| it.replace('-', " "));
    let span =
        act.known_by.iter().find_map(|it| words.find(it)).or_else(|| words.find(&number()?))?;
    in_force(case, words.cut(span), act, place)
}

/// Articles of a code with their digits in another order: «ст. 358.1» for «ст. 351.8».
fn articles<'a>(
    case: &Case<'_>,
    words: &Words<'a>,
    article: &Article,
    place: DiagnosticPlace,
) -> Vec<Finding<'a>> {
    let mut findings = Vec::new();
    for span in words.all("ст|стать*") {
        let Some((number, last)) = decimal(words, span.last + 1) else { continue };
        let whole = Span { first: span.first, last };
        let near = Words::of(words.cut(Span {
            first: span.first.saturating_sub(8),
            last: (last + 8).min(words.list.len() - 1),
        }));
        let is_code = near.has("тк") || near.has("трудов* кодекс*");
        let is_about = article.about.iter().any(|it| words.has(it));
        if number == article.number {
            let early = case.period.filter(|it| it.to < article.in_force.from);
            if early.is_some() && is_code {
                let finding =
                    Finding::new(ACT_NOT_IN_FORCE, place).at(words.cut(whole)).variant("article");
                findings.push(
                    finding
                        .value("day", Value::Day(article.in_force.from))
                        .words("article", &article.number),
                );
            }
            continue;
        }
        if article.others.contains(&number) || !is_code && !is_about {
            continue;
        }
        if sorted_digits(&number) == sorted_digits(&article.number) {
            let finding = Finding::new(ARTICLE_NUMBER, place).at(words.cut(whole));
            findings.push(
                finding
                    .words("number", &number)
                    .words("right", &article.number)
                    .words("code", &article.code),
            );
        }
    }
    findings
}

fn decimal(words: &Words<'_>, at: usize) -> Option<(String, usize)> {
    let is_number =
        |it: usize| !words.low(it).is_empty() && words.low(it).bytes().all(|b| b.is_ascii_digit());
    if !is_number(at) {
        return None;
    }
    let joined = is_number(at + 1)
        && words
            .text
            .get(words.list[at].end..words.list[at + 1].start)
            .is_some_and(|it| matches!(it, "." | ","));
    Some(if joined {
        (format!("{}.{}", words.low(at), words.low(at + 1)), at + 1)
    } else {
        (words.low(at).to_owned(), at)
    })
}

fn sorted_digits(number: &str) -> Vec<char> {
    let mut list: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    list.sort_unstable();
    list
}
