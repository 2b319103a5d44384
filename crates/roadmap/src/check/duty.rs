//! What the law asks of a plan from a day on.
//!
//! It decides how a duty of the data is seen in a plan: the papers of a mentor who is an employee,
//! consents apart from each other. Deliberately absent: the duties and their days (`law`).

use super::case::{Case, Finding};
use super::code::{JOINED_CONSENTS, LABOUR_PAPERS};
use super::institution::Kind;
use super::words::Words;
use crate::plan::{Column, Model};
use crate::texts::Value;

/// A paper, the words that show it, and words that show something else.
struct Paper {
    name: &'static str,
    shown_by: &'static [&'static str],
    not: &'static [&'static str],
}

const PAPERS: [Paper; 3] = [
    Paper {
        name: "paper-consent",
        shown_by: &[
            "письменн* .. соглас*",
            "соглас* .. наставник*|наставнич*|участ*",
            "соглас* .. осуществлен*|возложен*|выполнен*|поручен*",
        ],
        not: &["персональн*", "пдн"],
    },
    Paper {
        name: "paper-addendum",
        shown_by: &["дополнительн* соглашен*", "допсоглашен*", "трудов* договор*"],
        not: &[],
    },
    Paper {
        name: "paper-pay",
        shown_by: &[
            "доплат*|выплат*|надбавк*|вознагражден*",
            "оплат* .. наставн*|труд*|работ*",
            "стимулир*",
            "материальн* .. поощрен*|стимул*",
        ],
        not: &["нематериальн*"],
    },
];

/// Purposes that need a consent each.
const PURPOSES: [&[&str]; 3] = [
    &["обработк*", "персональн*"],
    &["распространен*|публикаци*|размещени*|фото*|видео*"],
    &["участ*", "наставничеств*"],
];

/// Words that say that there is one paper for all.
const JOINED: &[&str] = &[
    "един*|общ*|одн*|сводн* .. соглас*",
    "соглас* .. един*|одн* документ*|бланк*",
    "анкет* соглас*",
    "заявлени* соглас*",
    "анкет* с согласием",
    "соглас* в составе|тексте",
    "анкет* включа* .. соглас*",
];

/// Words that put the consent inside another paper.
const INSIDE: &[&str] = &[
    "составе|тексте|текст|теле|разделе|раздел|пунктом|пункте .. договор*|заявлени*|анкет*|соглашени*|приказ*",
    "включа*|включен*|включит*|входит|входят|вносит*|прописыва* .. договор*|заявлени*|анкет*|соглашени*|бланк*",
    "договор*|заявлени*|анкет*|соглашени* .. содержащ*|включающ*|содержит|содержат|включает|включают .. соглас*",
    "договор*|заявлени*|анкет*|соглашени* с согласием|согласиями",
];

pub(super) fn check(case: &mut Case<'_>) {
    let Some(period) = case.period else { return };
    if case.institution.kind == Kind::Municipality {
        return;
    }
    let mut findings = Vec::new();
    let is_teachers = case.model == Some(Model::Teachers);
    if is_teachers && let Some(duty) = case.law.duty("labour-papers", Model::Teachers, period) {
        findings.extend(labour_papers(case, &duty.act));
    }
    let model = case.model.unwrap_or(Model::Students);
    if let Some(duty) = case.law.duty("separate-consents", model, period) {
        for row in &case.rows {
            for (column, words) in
                [(Column::Activity, &row.activity), (Column::Result, &row.result)]
            {
                if let Some(excerpt) = joined(words) {
                    let finding = Finding::new(JOINED_CONSENTS, row.place(column)).at(excerpt);
                    findings.push(
                        finding
                            .words("text", excerpt)
                            .words("act", &duty.act)
                            .value("day", Value::Day(duty.in_force.from)),
                    );
                }
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

fn labour_papers<'a>(case: &Case<'a>, act: &str) -> Option<Finding<'a>> {
    let is_shown = |paper: &Paper| {
        case.rows.iter().any(|row| {
            row.prose().iter().any(|(_, words)| {
                paper.shown_by.iter().flat_map(|it| words.all(it)).any(|span| {
                    words.cut(span).len() < 200
                        && words.within(words.sentence(span.first)).any(paper.not).is_none()
                        || words.cut(span).to_lowercase().starts_with("письменн")
                })
            })
        })
    };
    let missing: Vec<_> =
        PAPERS.iter().filter(|it| !is_shown(it)).map(|it| Value::Term(it.name)).collect();
    if missing.is_empty() {
        return None;
    }
    let finding = Finding::new(LABOUR_PAPERS, case.whole(None));
    Some(finding.value("papers", Value::List(missing)).words("act", act))
}

/// The sentence that joins consents to different purposes in one paper.
fn joined<'a>(words: &Words<'a>) -> Option<&'a str> {
    let consent = words.find("соглас*")?;
    let span = words.sentence(consent.first);
    let sentence = words.within(span);
    let n_purposes = PURPOSES.iter().filter(|it| sentence.any(it).is_some()).count();
    let is_apart = sentence.has("отдельн*|раздельн*|самостоятельн*");
    let is_one = sentence.any(&["согласие|согласия|согласию|согласием на"]).is_some()
        && sentence.has("бланк*|форм*|документ*|подписани*|оформлени*|согласие");
    let is_said = sentence.any(JOINED).is_some();
    let is_inside = sentence.any(INSIDE).is_some() && !sentence.has("не в|включа*|входит|входят");
    let is_joined = !is_apart
        && (is_inside || 2 <= n_purposes && (is_said || is_one && sentence.has("на .. и")));
    (is_joined || is_said && sentence.has("анкет*|заявлени*") && !is_apart).then(|| words.cut(span))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_paper_for_two_purposes_is_a_joined_consent() {
        let cases = [
            ("Подписание согласия на участие и обработку персональных данных", true),
            ("Единое согласие на обработку персональных данных и публикацию фотографий", true),
            ("Анкета-согласие наставника", true),
            ("Согласие на обработку персональных данных в составе договора", true),
            ("Согласие на обработку данных включается в заявление родителя", true),
            ("Заявление наставляемого, содержащее согласие на обработку данных", true),
            ("Согласие на обработку данных отдельным документом, не в составе договора", false),
            ("Согласие на обработку данных не включается в заявление", false),
            ("Сбор согласий участников, включенных в базу наставляемых", false),
            ("Согласие наставника и дополнительное соглашение к трудовому договору", false),
            ("Сбор согласий на сбор и обработку персональных данных", false),
            (
                "Сбор согласий на участие и, отдельными документами, на обработку персональных данных",
                false,
            ),
            ("Оформление письменного согласия наставника", false),
            (
                "Оформление согласий на обработку персональных данных участников и законных представителей",
                false,
            ),
        ];
        for (text, is_joined) in cases {
            assert_eq!(joined(&Words::of(text)).is_some(), is_joined, "{text}");
        }
    }
}
