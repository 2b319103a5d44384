//! Steps that stand before those they depend on.
//!
//! It decides which step needs which; a plan is remarked on only where the windows leave no doubt:
//! the earliest beginning of what is needed lies after the end of what needs it. Deliberately
//! absent: recurring deadlines and everything inside one row.

use jiff::civil::Date;

use super::case::{Case, Finding, RowCase};
use super::code::{
    Code, DATA_BEFORE_CONSENT, MEETING_BEFORE_CONSENT, STEP_TOO_EARLY, WORK_BEFORE_ORDER,
};
use super::words::Words;
use crate::plan::Column;
use crate::texts::Value;

/// A step of the life of a programme, known by its words.
struct Step {
    /// Id of its name in the texts.
    name: &'static str,
    /// Any of these is the step …
    is: &'static [&'static str],
    /// … unless one of these stands in the same sentence.
    not: &'static [&'static str],
}

const STEPS: &[Step] = &[
    Step {
        name: "step-data-consent",
        is: &[
            "соглас* .. обработк*",
            "соглас* .. персональн*",
            "соглас* .. пдн",
            "соглас* законн*|родител*",
        ],
        not: &["отзыв*", "учет*", "хранени*", "проверк*"],
    },
    Step {
        name: "step-consent",
        is: &[
            "соглас* .. наставнич*",
            "соглас* .. участ*",
            "письменн* соглас*",
            "соглас* наставник*|наставляем*|участник*",
        ],
        not: &["обработк*", "персональн*", "отзыв*"],
    },
    Step {
        name: "step-mentees",
        is: &["формировани*|создани*|составлени* .. баз*|банк*|реестр*|списк* .. наставляем*"],
        not: &["актуализац*", "обновлен*", "долгосрочн*", "внесен*"],
    },
    Step {
        name: "step-mentors",
        is: &["формировани*|создани*|составлени* .. баз*|банк*|реестр*|списк* .. наставник*"],
        not: &["актуализац*", "обновлен*", "долгосрочн*", "внесен*", "потенциальн*"],
    },
    Step {
        name: "step-selection",
        is: &["отбор* .. наставник*", "собеседовани* .. наставник*"],
        not: &["обучен*", "критери*", "порядк*"],
    },
    Step {
        name: "step-training",
        is: &["обучен* .. наставник*", "школ* наставник*", "курс* .. наставник*"],
        not: &["отбор*", "план* обучен*", "куратор*", "итог*", "выбор*"],
    },
    Step {
        name: "step-pairs",
        is: &[
            "формировани*|подбор*|создани*|образовани* .. пар*|тандем*|групп*",
            "распределени* .. наставляем* .. наставник*",
        ],
        not: &["критери*", "порядк*", "рабоч*", "творческ*", "проектн*", "работ* .. пар"],
    },
    Step {
        name: "step-order",
        is: &[
            "приказ* .. закреплен*",
            "приказ* .. пар*|тандем*",
            "закреплени* .. пар*|тандем*|наставник*|наставническ*",
            "приказ* .. назначени* .. пар*",
        ],
        not: &["поощрен*", "прекращен*", "завершен*"],
    },
    Step {
        name: "step-first-meeting",
        is: &[
            "встреч* знакомств*",
            "перв* .. встреч*",
            "организационн* .. встреч*",
            "пробн* встреч*",
        ],
        not: &["родител*", "партнер*", "выпускник*", "общ*", "клуб*", "нетворкинг*"],
    },
    Step {
        name: "step-plans",
        is: &[
            "индивидуальн* план*",
            "план* индивидуальн* развити*",
            "персонализированн* программ*",
        ],
        not: &[
            "шаблон*",
            "форм*",
            "мониторинг*",
            "завершени*",
            "реализаци*",
            "методическ*",
            "качеств*",
            "анализ*",
        ],
    },
    Step {
        name: "step-work",
        is: &[
            "организаци*|осуществлени* .. работ* .. пар*|тандем*",
            "регулярн* встреч*",
            "совместн* работ* наставник*",
            "реализаци* .. индивидуальн* план*",
            "реализаци* персонализированн* программ*",
        ],
        not: &["мониторинг*", "контрол*", "завершени*", "оценк*", "анализ*", "отчет*"],
    },
    Step {
        name: "step-meetings",
        is: &[
            "встреч* .. пар*|тандем*",
            "встреч* наставник* .. наставляем*",
            "сопровождени* .. пар*|тандем*",
        ],
        not: &[
            "мониторинг*|контрол*|оценк*|анализ*|отчет*|завершени*",
            "формировани*|подбор*|создани*|образовани*|потенциальн*",
            "график*|план*|шаблон*|журнал*",
        ],
    },
    Step {
        name: "step-final",
        is: &["итогов*|заключительн*|финальн* .. встреч*", "итогов* мероприяти*"],
        not: &["приказ*", "подготовк*", "план*"],
    },
    Step {
        name: "step-diagnostics",
        is: &[
            "диагностик* .. наставляем*|наставник*|участник*|компетенц*|дефицит*",
            "входн* диагностик*",
        ],
        not: &["разработк*", "форм*"],
    },
    Step {
        name: "step-accounting",
        is: &["персонифицированн* учет*"],
        not: &["положени*", "порядк*"],
    },
    Step {
        name: "step-publication",
        is: &[
            "публикаци*|размещени* .. баз* наставник*|наставляем*",
            "публикаци*|размещени* .. фото*",
            "публикаци*|размещени* .. портрет*|имен*|лучш* наставник*",
        ],
        not: &["план*", "положени*"],
    },
];

/// What is needed, by what, and the code of it standing too late.
const NEEDS: &[(&str, &str, Code)] = &[
    ("step-data-consent", "step-mentees", DATA_BEFORE_CONSENT),
    ("step-data-consent", "step-mentors", DATA_BEFORE_CONSENT),
    ("step-data-consent", "step-diagnostics", DATA_BEFORE_CONSENT),
    ("step-data-consent", "step-pairs", DATA_BEFORE_CONSENT),
    ("step-data-consent", "step-accounting", DATA_BEFORE_CONSENT),
    ("step-data-consent", "step-publication", DATA_BEFORE_CONSENT),
    ("step-consent", "step-first-meeting", MEETING_BEFORE_CONSENT),
    ("step-consent", "step-order", MEETING_BEFORE_CONSENT),
    ("step-data-consent", "step-first-meeting", MEETING_BEFORE_CONSENT),
    ("step-order", "step-first-meeting", WORK_BEFORE_ORDER),
    ("step-order", "step-work", WORK_BEFORE_ORDER),
    ("step-order", "step-meetings", WORK_BEFORE_ORDER),
    ("step-pairs", "step-first-meeting", STEP_TOO_EARLY),
    ("step-pairs", "step-work", STEP_TOO_EARLY),
    ("step-pairs", "step-order", STEP_TOO_EARLY),
    ("step-pairs", "step-plans", STEP_TOO_EARLY),
    ("step-mentees", "step-pairs", STEP_TOO_EARLY),
    ("step-mentors", "step-pairs", STEP_TOO_EARLY),
    ("step-mentors", "step-training", STEP_TOO_EARLY),
    ("step-selection", "step-training", STEP_TOO_EARLY),
    ("step-plans", "step-work", STEP_TOO_EARLY),
    ("step-first-meeting", "step-final", STEP_TOO_EARLY),
    ("step-work", "step-final", STEP_TOO_EARLY),
];

/// A step found in a row that has days.
struct Stand {
    step: &'static str,
    row: usize,
    starts: Date,
    ends: Date,
}

pub(super) fn check(case: &mut Case<'_>) {
    let (stands, undated) = stands(&case.rows);
    let mut findings = Vec::new();
    let mut said: Vec<(usize, Code)> = Vec::new();
    for &(needed, by, code) in NEEDS {
        let earliest = stands.iter().filter(|it| it.step == needed).min_by_key(|it| it.starts);
        let Some(needed) = earliest else { continue };
        // A step that is already begun elsewhere in the plan (without a day) cannot be judged.
        if undated.contains(&needed.step) {
            continue;
        }
        let early = stands
            .iter()
            .filter(|it| it.step == by && it.row != needed.row && it.ends < needed.starts)
            .min_by_key(|it| it.ends);
        let Some(early) = early else { continue };
        if said.contains(&(needed.row, code)) {
            continue;
        }
        said.push((needed.row, code));
        let (late_row, early_row) = (&case.rows[needed.row], &case.rows[early.row]);
        let finding = Finding::new(code, late_row.place(Column::Deadline))
            .at(late_row.deadline.text.trim())
            .value("needed", Value::Term(needed.step))
            .value("by", Value::Term(early.step))
            .value("row", Value::Text(early_row.row.place.row.to_string()))
            .words("there", early_row.deadline.text)
            .words("here", late_row.deadline.text);
        findings.push(finding);
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// The steps that have days, and the names of those that stand somewhere without.
fn stands(rows: &[RowCase<'_>]) -> (Vec<Stand>, Vec<&'static str>) {
    let (mut stands, mut undated) = (Vec::new(), Vec::new());
    for (at, row) in rows.iter().enumerate() {
        for step in STEPS.iter().filter(|it| is_step(&row.activity, it)) {
            match (row.starts(), row.ends()) {
                (Some(starts), Some(ends)) => {
                    stands.push(Stand { step: step.name, row: at, starts, ends });
                }
                _ => undated.push(step.name),
            }
        }
    }
    (stands, undated)
}

fn is_step(words: &Words<'_>, step: &Step) -> bool {
    step.is.iter().flat_map(|it| words.all(it)).any(|span| {
        let sentence = words.within(words.sentence(span.first));
        sentence.any(step.not).is_none()
    })
}
