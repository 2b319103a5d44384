//! Events that a row refers to: do they stand anywhere in the plan?
//!
//! It decides what is a reference («после круглого стола», «с даты определения модели») and whether
//! another place speaks of it. Deliberately absent: references to the school's ordinary life («после
//! уроков», «по итогам года»), which need no row.

use super::case::{Case, Finding};
use super::code::UNKNOWN_EVENT;
use super::words::{Span, Words, is_like};
use crate::plan::Column;

/// What may lead to an event.
const LEADS: &[&str] = &[
    "после .. завершени*|окончани*|проведени*",
    "с|со даты|дня|момента",
    "по итогам|результатам|окончании|завершении",
    "после",
];

/// Nouns of events that a plan itself would hold.
const EVENTS: &str = "стол|стола|столом|педсовет*|совещани*|семинар*|вебинар*|конференци*|нетворкинг*|\
    форум*|тренинг*|собеседовани*|анкетировани*|тестировани*|диагностик*|опрос|опроса|опросов|ярмарк*|\
    игры|фестивал*|слет|слета|квест*|хакатон*|мастер|интенсив*|стажировк*|практикум*|кейс|деловой|\
    выбора|выбор|определени*|подписани*|заключени*|конкурса|консультаци*|защиты|презентаци*|кругл*|\
    педагогическ*|родительск*|собрани*|заседани*|встречи|утверждени*|посвящени*";

/// Events that are told by two words or more; the first word alone is no event.
const PHRASES: &[&str] = &[
    "педагогическ* совет*|собрани*|чтени*",
    "родительск* собрани*|конференци*|форум*",
    "встречи с|со _",
    "утверждени* программ*|положени*|перечн*|списк*|состав*|реестр*|баз*|банк*",
];

/// The words that begin those.
const OPEN: &str = "педагогическ*|родительск*|встречи|утверждени*";

/// Deeds that different words name.
const SAME: &[&str] = &[
    "определени*|выбор*|выбра*",
    "подписани*|заключени*|заключен*",
    "нетворкинг*|знакомств*",
    "анкетировани*|анкет*|опрос*",
    "утверждени*|утвержд*|утверд*",
    "встреч*|встретит*",
];

/// One event in two wordings.
const ALIKE: &[[&str; 2]] = &[["педагогическ* совет*", "педсовет*"]];

pub(super) fn check(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    for (at, row) in case.rows.iter().enumerate() {
        let cells = [
            (Column::Deadline, &row.deadline),
            (Column::Activity, &row.activity),
            (Column::Result, &row.result),
        ];
        for (column, words) in cells {
            for event in events(words) {
                let stems = stems(words, event);
                let alike = alike(&words.within(event));
                if !stems.is_empty() && !is_elsewhere(case, (at, column), event, &stems, alike) {
                    let excerpt = words.cut(event);
                    let finding = Finding::new(UNKNOWN_EVENT, row.place(column)).at(excerpt);
                    findings.push(finding.words("event", excerpt));
                }
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// The noun phrases that a cell refers to.
fn events(words: &Words<'_>) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for lead in LEADS {
        for span in words.all(lead) {
            let first = span.last + 1;
            let Some(event) = phrase(words, first) else { continue };
            if spans.iter().all(|it| it.last < event.first || event.last < it.first) {
                spans.push(event);
            }
        }
    }
    spans
}

/// Up to three words after a lead, where one of the first two is an event.
fn phrase(words: &Words<'_>, first: usize) -> Option<Span> {
    let head = (first..first + 2)
        .find(|&it| is_like(words.low(it), EVENTS) && !opens(words, first, it))?;
    if is_like(words.low(head), OPEN) {
        return told(words, head);
    }
    let mut last = head;
    // «круглого стола», «определения модели»: an adjective takes its noun, a deed its object.
    let takes = is_like(
        words.low(head),
        "кругл*|деловой|мастер|кейс|определени*|выбор*|подписани*|заключени*|защиты",
    );
    if takes && !words.low(head + 1).is_empty() && !opens(words, head, head + 1) {
        last = head + 1;
    }
    Some(Span { first, last })
}

/// The event that begins here and is told by several words.
fn told(words: &Words<'_>, head: usize) -> Option<Span> {
    let at_head = |pattern: &&str| words.all(pattern).into_iter().find(|it| it.first == head);
    let mut span = PHRASES.iter().find_map(at_head)?;
    // «Встречи с социальными партнёрами»: the adjective takes its noun.
    span.last +=
        usize::from(is_adjective(words.low(span.last)) && span.last + 1 < words.list.len());
    let is_repeated = head.checked_sub(1).is_some_and(|it| is_like(words.low(it), "кажд*|люб*"));
    (!is_repeated && !opens(words, head, span.last)).then_some(span)
}

fn is_adjective(low: &str) -> bool {
    low.ends_with("ыми") || low.ends_with("ими")
}

/// Whether a sentence ends between two words.
fn opens(words: &Words<'_>, from: usize, to: usize) -> bool {
    (from + 1..=to).any(|it| words.list.get(it).is_some_and(|word| word.opens))
}

/// Beginnings of the words that carry the meaning.
fn stems(words: &Words<'_>, event: Span) -> Vec<String> {
    (event.first..=event.last)
        .map(|it| words.low(it))
        .filter(|it| 3 < it.chars().count() && !is_adjective(it))
        .map(|low| {
            if let Some(same) = SAME.iter().find(|it| is_like(low, it)) {
                return (*same).to_owned();
            }
            let n_kept = match low.chars().count() {
                it @ ..=4 => it,
                5 => 4,
                it @ 6..=7 => it - 2,
                it => (it - 3).min(6),
            };
            let mut stem: String = low.chars().take(n_kept).collect();
            stem.push('*');
            stem
        })
        .collect()
}

/// Other wordings of an event.
fn alike(event: &Words<'_>) -> &'static [&'static str] {
    ALIKE.iter().find(|all| event.any(all.as_slice()).is_some()).map_or(&[], |all| all.as_slice())
}

fn is_elsewhere(
    case: &Case<'_>,
    (at, column): (usize, Column),
    event: Span,
    stems: &[String],
    alike: &[&str],
) -> bool {
    let mut patterns = vec![stems.join(" .. ")];
    patterns.extend(alike.iter().map(|it| (*it).to_owned()));
    if let [deed, of] = stems {
        // «Утверждение программы» and «программа утверждена» are one event.
        patterns.push(format!("{of} .. {deed}"));
    }
    let is_in = |words: &Words<'_>, is_own: bool| {
        let mut found = patterns.iter().flat_map(|it| words.all(it));
        found.any(|it| !is_own || it.last < event.first || event.last < it.first)
    };
    case.rows.iter().enumerate().any(|(other, row)| {
        let prose = row.prose();
        let cells = prose.iter().map(|(column, words)| (*column, *words));
        cells
            .chain([(Column::Deadline, &row.deadline)])
            .filter(|(kind, _)| other == at || *kind != Column::Deadline)
            .any(|(kind, words)| is_in(words, other == at && kind == column))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_is_an_event_after_its_lead() {
        let cases = [
            ("Анкетирование после завершения круглого стола.", vec!["круглого стола"]),
            ("В течение двух недель с даты определения модели", vec!["определения модели"]),
            ("после деловой игры", vec!["деловой игры"]),
            ("по результатам собеседования с наставниками", vec!["собеседования"]),
            ("после уроков", vec![]),
            ("По итогам учебного года", vec![]),
            ("с момента подписания соглашения", vec!["подписания соглашения"]),
            ("после педагогического совета", vec!["педагогического совета"]),
            ("после родительского собрания", vec!["родительского собрания"]),
            ("после встречи с социальными партнёрами", vec!["встречи с социальными партнёрами"]),
            ("после каждой встречи с наставником", vec![]),
            ("после встречи в журнале", vec![]),
            ("с даты утверждения программы", vec!["утверждения программы"]),
            ("с даты утверждения дорожной карты", vec![]),
            ("по итогам педагогической практики", vec![]),
        ];
        for (text, expected) in cases {
            let words = Words::of(text);
            let found: Vec<_> = events(&words).into_iter().map(|it| words.cut(it)).collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
