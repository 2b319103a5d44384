//! Stages of the target model: which model a plan follows and which of its stages it lacks.
//!
//! It decides by the names of stages where a plan uses them, else by what the rows do. Deliberately
//! absent: municipal plans, which are not built by stages, and the order of stages (`order`).

use super::case::{Case, Finding};
use super::code::{OTHER_MODEL, STAGE_MISSING, STAGE_UNNAMED};
use super::institution::Kind;
use super::words::Words;
use crate::plan::{Column, Model};
use crate::texts::Value;

/// A stage: how it is called, and what shows that its work is planned.
struct Stage {
    name: &'static str,
    called: &'static [&'static str],
    done_by: &'static [&'static str],
}

const PREPARATION: Stage = Stage {
    name: "stage-preparation",
    called: &["подготов*", "нормативн* .. обеспечен*|регулирован*|баз*", "организационн* этап*"],
    done_by: &[
        "приказ*",
        "положени*",
        "дорожн* карт*",
        "назначени* .. куратор*",
        "нормативн*",
        "локальн*",
    ],
};
const MENTEES: Stage = Stage {
    name: "stage-mentees",
    called: &["баз*|банк*|реестр* .. наставляем*", "выявлени* .. наставляем*"],
    done_by: &["баз*|банк*|реестр*|списк*|список|перечн* .. наставляем*"],
};
const MENTORS: Stage = Stage {
    name: "stage-mentors",
    called: &["баз*|банк*|реестр* .. наставник*"],
    done_by: &["баз*|банк*|реестр*|списк*|список|перечн* .. наставник*"],
};
const TRAINING: Stage = Stage {
    name: "stage-training",
    called: &["отбор*", "обучен*", "подготовк* .. наставник*|куратор*"],
    done_by: &[
        "обучен*|подготовк* .. наставник*|педагог*|куратор*",
        "отбор* .. наставник*|кандидат*",
        "школ* .. наставник*",
        "собеседовани*",
        "обучающ* семинар*",
        "повышени* квалификаци*",
    ],
};
const PAIRS: Stage = Stage {
    name: "stage-pairs",
    called: &["формировани*|создани*|подбор*|образовани* .. пар*|тандем*|групп*"],
    done_by: &[
        "формировани*|создани*|подбор*|образовани*|закреплени*|определени* .. пар*|тандем*|групп*",
        "закреплени* .. наставник*",
    ],
};
const WORK: Stage = Stage {
    name: "stage-work",
    called: &[
        "работ*|деятельност*|взаимодействи* .. пар*|тандем*|групп*",
        "реализаци* .. программ*|план*",
        "сопровожден* .. пар*|групп*",
    ],
    done_by: &[
        "работ* .. пар*|тандем*|групп*",
        "встреч* .. наставник*|наставляем*|пар*",
        "реализаци* .. программ*|план*",
        "совместн* работ*",
    ],
};
const COMPLETION: Stage = Stage {
    name: "stage-completion",
    called: &["завершени*", "итог*", "заключительн*", "аналитическ* этап*"],
    done_by: &[
        "завершени*",
        "итогов*",
        "подведени* итог*",
        "поощрен*|награжден*",
        "заключительн*",
        "сборник*",
    ],
};
const INFORMATION: Stage = Stage {
    name: "stage-information",
    called: &[
        "информационн* поддержк*|сопровожден*|освещен*|обеспечен*",
        "освещен*",
        "популяризаци*",
    ],
    done_by: &["освещен*", "сайт*", "социальн* сет*", "публикаци*", "рубрик*", "средств* массов*"],
};

const STUDENTS: [&Stage; 7] =
    [&PREPARATION, &MENTEES, &MENTORS, &TRAINING, &PAIRS, &WORK, &COMPLETION];
const TEACHERS: [&Stage; 7] =
    [&PREPARATION, &MENTEES, &MENTORS, &TRAINING, &WORK, &COMPLETION, &INFORMATION];

/// From so many stages called by name on, a plan is built by stages.
const BY_NAME: usize = 5;
/// A plan of fewer rows that does not name its stages is a part of a plan, and lacks most of them.
const FEWEST_ROWS: usize = 8;
/// A plan that does less than this follows no model, and is not judged by one.
const BY_DEEDS: usize = 4;

/// The model that a plan follows as its title, else its acts, tell.
pub(super) fn followed(case: &Case<'_>) -> Option<Model> {
    let title = Words::of(&case.plan.title);
    let is_students = title.has("обучающ*|учащ*|ученик*|студент*|школьник*");
    let is_teachers = title.has("педагогическ* работник*|кадр*") || title.has("педагог*|учител*");
    match (is_students, is_teachers) {
        (true, false) => Some(Model::Students),
        // «Учитель — учитель» is a form of the model of 2019; teachers had no other before their own.
        (false, true) if cites(case, "145") && !cites(case, "1128") && !has_own_act(case) => {
            Some(Model::Students)
        }
        (false, true) => Some(Model::Teachers),
        _ if cites(case, "145") => Some(Model::Students),
        _ if cites(case, "1128") => Some(Model::Teachers),
        _ => None,
    }
}

/// Whether the act for teachers was there when the plan began.
fn has_own_act(case: &Case<'_>) -> bool {
    let own = case.law.acts.iter().find(|it| it.model == Some(Model::Teachers));
    own.zip(case.period).is_some_and(|(own, period)| own.in_force.from <= period.from)
}

fn cites(case: &Case<'_>, number: &str) -> bool {
    case.rows.iter().any(|it| it.activity.list.iter().any(|word| word.low == number))
}

pub(super) fn check(case: &mut Case<'_>) {
    if case.institution.kind == Kind::Municipality || !speaks_of_mentoring(case) {
        return;
    }
    let names: Vec<String> = case.rows.iter().flat_map(|it| it.row.path.iter().cloned()).collect();
    let names: Vec<Words<'_>> = names.iter().map(|it| Words::of(it)).collect();
    let called = |stage: &Stage| names.iter().any(|it| it.any(stage.called).is_some());
    let n_called = |stages: &[&Stage]| stages.iter().filter(|it| called(it)).count();
    let (n_students, n_teachers) = (n_called(&STUDENTS), n_called(&TEACHERS));
    let model = match n_students.cmp(&n_teachers) {
        std::cmp::Ordering::Greater => Some(Model::Students),
        std::cmp::Ordering::Less => Some(Model::Teachers),
        std::cmp::Ordering::Equal => case.model,
    };
    let Some(model) = model else { return };
    let stages = if model == Model::Students { STUDENTS } else { TEACHERS };
    let is_done = |stage: &Stage| {
        case.rows
            .iter()
            .any(|row| row.prose().iter().any(|(_, it)| it.any(stage.done_by).is_some()))
    };
    let is_by_name = BY_NAME <= n_students.max(n_teachers);
    let absent: Vec<_> = stages.iter().filter(|it| !is_done(it) && !called(it)).collect();
    let unnamed: Vec<_> =
        stages.iter().filter(|it| is_by_name && is_done(it) && !called(it)).collect();
    let is_part = !is_by_name && case.rows.len() < FEWEST_ROWS;
    if is_part || stages.len() - absent.len() < BY_DEEDS {
        return;
    }
    let mut findings = Vec::new();
    for (code, list) in [(STAGE_MISSING, absent), (STAGE_UNNAMED, unnamed)] {
        if !list.is_empty() {
            let terms = list.iter().map(|it| Value::Term(it.name)).collect();
            let finding = Finding::new(code, case.whole(Some(Column::Stage)))
                .value("stages", Value::List(terms))
                .value("model", Value::Term(model_name(model)));
            findings.push(finding);
        }
    }
    findings.extend(other_model(case));
    findings.into_iter().for_each(|it| case.report(it));
}

fn model_name(model: Model) -> &'static str {
    match model {
        Model::Students => "model-students",
        Model::Teachers => "model-teachers",
    }
}

fn speaks_of_mentoring(case: &Case<'_>) -> bool {
    let title = Words::of(&case.plan.title);
    title.has("наставнич*|наставник*")
        || case.rows.iter().any(|it| it.activity.has("наставл*|наставнич*|наставник*"))
}

/// A plan for teachers that leans on the act for pupils, though its own act already existed.
fn other_model<'a>(case: &Case<'a>) -> Option<Finding<'a>> {
    let title = Words::of(&case.plan.title);
    let is_teachers =
        title.has("педагогическ* работник*|кадр*") && !title.has("обучающ*|учащ*|студент*");
    let own = case.law.acts.iter().find(|it| it.model == Some(Model::Teachers))?;
    if !is_teachers || !has_own_act(case) || cites(case, "1128") {
        return None;
    }
    let (row, span) = case.rows.iter().find_map(|it| Some((it, it.activity.find("р 145")?)))?;
    let finding = Finding::new(OTHER_MODEL, row.place(Column::Activity)).at(row.activity.cut(span));
    Some(finding.words("act", &own.number))
}
