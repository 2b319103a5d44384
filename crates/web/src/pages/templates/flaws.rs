//! What is wrong with a template, in one sentence each, and the line that it speaks of.

use app::paper::keep::KeepRefused;
use app::paper::{Flaw, NotRendered};
use maud::{Markup, html};
use mentoring::paper::template::TemplateObstacle;

use crate::kit::block::{self, Gravity};
use crate::kit::form::Mends;
use crate::lang::{Lang, key};

/// The line that a flaw speaks of; `None` where it speaks of the whole.
pub(super) fn line_of(it: &Flaw) -> Option<usize> {
    let line = match it {
        Flaw::Unknown(it) => it.line,
        Flaw::MayLack { line, .. } => *line,
        Flaw::Not(
            NotRendered::Undefined { line, .. }
            | NotRendered::Syntax { line, .. }
            | NotRendered::Forbidden { line, .. }
            | NotRendered::Refused { line, .. },
        ) => *line,
        Flaw::Not(_) => 0,
    };
    (line != 0).then_some(line)
}

/// Says what is wrong, and what to do.
pub(super) fn words(lang: Lang, it: &Flaw) -> String {
    let line = line_of(it).unwrap_or(0);
    let said = |words: &'static str, what: &str| {
        lang.tn(words, [("line", line.into()), ("what", what.to_owned().into())])
    };
    match it {
        Flaw::Unknown(it) => match &it.nearest {
            Some(nearest) => lang.tn(
                key("template-flaw-unknown-near"),
                [
                    ("line", line.into()),
                    ("what", it.name.clone().into()),
                    ("nearest", nearest.clone().into()),
                ],
            ),
            None => said(key("template-flaw-unknown"), &it.name),
        },
        Flaw::MayLack { path, label, .. } => lang.tn(
            key("template-flaw-may-lack"),
            [
                ("line", line.into()),
                ("what", (*label).into()),
                ("tag", super::fields::or_blank(path, label).into()),
            ],
        ),
        Flaw::Not(NotRendered::Undefined { name, .. }) => said(key("template-flaw-unknown"), name),
        Flaw::Not(NotRendered::Syntax { .. }) => said(key("template-flaw-syntax"), ""),
        Flaw::Not(NotRendered::Forbidden { what, .. } | NotRendered::Refused { what, .. }) => {
            said(key("template-flaw-refused"), what)
        }
        Flaw::Not(NotRendered::NotWord) => lang.t(key("template-flaw-not-word")),
        Flaw::Not(NotRendered::TornApart) => lang.t(key("template-flaw-torn")),
        Flaw::Not(NotRendered::Macros) => lang.t(key("template-flaw-macros")),
        Flaw::Not(NotRendered::TemplateTooLong) => lang.t(key("template-flaw-too-large")),
        Flaw::Not(NotRendered::TooManySteps) => lang.t(key("template-flaw-steps")),
        // Of the data and not of the text: papers are Russian, and so is what is said of their data.
        Flaw::Not(it @ NotRendered::Untrue(_)) => it.to_string(),
        Flaw::Not(
            NotRendered::NotAnObject
            | NotRendered::TooMuchData
            | NotRendered::Lacking(_)
            | NotRendered::TooLong,
        ) => lang.t(key("template-flaw-too-long")),
    }
}

/// Prints flaws, each with the line of the text that it speaks of.
pub(super) fn list(lang: Lang, text: &str, flaws: &[Flaw]) -> Markup {
    let quoted = |it: &Flaw| line_of(it).and_then(|line| Some((line, text.lines().nth(line - 1)?)));
    html! {
        @for it in flaws {
            @let place = html! {
                // A script marks the line in the text; without one the link leads to the text.
                @if let Some((line, quoted)) = quoted(it) {
                    p { a href="#text" data-line=(line) { (lang.tn(key("template-flaw-line"), [("line", line.into())])) } " " code.quoted { (quoted.trim()) } }
                }
            };
            (block::remark(lang, Gravity::Mend, "", &words(lang, it), "", &place))
        }
    }
}

/// Puts everything that stands against keeping a version at its field.
///
/// - `field`: where the template itself is given: `text` or `file`.
pub(super) fn mends(lang: Lang, all: &[KeepRefused], field: &'static str) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            KeepRefused::Flaw(it) => mends.push(field, words(lang, it)),
            KeepRefused::Newer { number } => {
                mends.push("", lang.tn(key("template-mend-newer"), [("number", (*number).into())]));
            }
            KeepRefused::Rule(TemplateObstacle::NoWhy) => {
                mends.push("why", lang.t(key("template-mend-why")));
            }
            KeepRefused::Rule(TemplateObstacle::WhyTooLong { limit }) => {
                mends.push("why", lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
            }
            KeepRefused::Rule(TemplateObstacle::Unchanged) => {
                mends.push(field, lang.t(key("template-mend-unchanged")));
            }
        }
    }
    mends
}
