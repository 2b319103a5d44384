//! Forms: a field with its label, hint and error; choices; the summary of a refusal.
//!
//! Label above, hint between label and field, error between label and field; what is optional is
//! said, what is required is not. Deliberately absent: checking. A form shows what a rule decided.

use std::borrow::Cow;

use jiff::civil::Date;
use maud::{Markup, html};

use app::roadmap::evidence::FILE_MOST;

use super::icon::{Icon, icon};
use crate::lang::{Lang, key};
use crate::words;

/// One obstacle, worded as what to do, at the field where it can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// `id` of the field; empty where no single field mends it.
    pub field: Cow<'static, str>,
    /// What to do: «Напишите число от 1 до 10».
    pub words: String,
}

/// All obstacles of a form at once; none on its first showing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mends(pub Vec<Mend>);

impl Mends {
    /// Adds an obstacle.
    pub fn push(&mut self, field: &'static str, words: String) {
        self.0.push(Mend { field: field.into(), words });
    }

    /// Adds an obstacle at one of several fields of a name.
    pub fn push_at(&mut self, field: String, words: String) {
        self.0.push(Mend { field: field.into(), words });
    }

    /// Gives the words at a field: the first of its obstacles.
    #[must_use]
    pub fn at(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|it| it.field == field).map(|it| it.words.as_str())
    }

    /// Reads a day that has to be given, and says at its field where it is none.
    pub fn day(&mut self, lang: Lang, field: &'static str, text: &str) -> Option<Date> {
        let read = words::read_date(text);
        if read.is_none() {
            self.push(field, lang.t(key("form-mend-day")));
        }
        read
    }

    /// The same of a day that may stay empty: only what is no day is said.
    pub fn day_if_any(&mut self, lang: Lang, field: &'static str, text: &str) -> Option<Date> {
        if text.trim().is_empty() { None } else { self.day(lang, field, text) }
    }

    /// Tells whether nothing stands in the way.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Prints the summary of a refusal: what is not done, what is kept, every obstacle as a link to
/// its field. Nothing where there is no obstacle.
///
/// - `title`: «Приказ пока не издан»; `kept`: «Всё, что вы написали, сохранено на этой странице.»
#[must_use]
pub fn refusal(lang: Lang, title: &str, kept: &str, mends: &Mends) -> Markup {
    if mends.is_empty() {
        return html! {};
    }
    let places = lang.tn(key("refusal-places"), [("count", mends.0.len().into())]);
    html! {
        div.refusal role="alert" tabindex="-1" id="refusal" autofocus {
            h2 { (icon(Icon::Bad)) (title) ". " (places) }
            @if !kept.is_empty() { p { (kept) } }
            ol {
                @for it in &mends.0 {
                    li { @if it.field.is_empty() { (it.words) } @else { a href={ "#" (it.field) } { (it.words) } } }
                }
            }
        }
    }
}

/// One line to type into.
#[derive(Clone, Debug, Default)]
pub struct Input<'a> {
    /// `name` of the field.
    pub name: &'a str,
    /// `id` of the field where several have one name; empty for the name.
    pub id: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// How to write it; may be empty.
    pub hint: &'a str,
    /// What stands in it.
    pub value: &'a str,
    /// `type` of the field; empty is `text`.
    pub kind: &'static str,
    /// Width that tells the length: `w-date`, `w-num`, `w-mid`, or empty.
    pub width: &'static str,
    /// What browsers may fill in; empty for none.
    pub autocomplete: &'static str,
    /// `id` of a list of what may be meant, searched while typing; empty for none.
    pub list: &'a str,
    /// Whether it may stay empty.
    pub optional: bool,
}

impl<'a> Input<'a> {
    fn id(&self) -> &'a str {
        if self.id.is_empty() { self.name } else { self.id }
    }
}

/// Prints a line to type into, with the obstacle that stands at it.
#[must_use]
pub fn input(lang: Lang, it: &Input<'_>, mends: &Mends) -> Markup {
    let error = mends.at(it.id());
    let kind = if it.kind.is_empty() { "text" } else { it.kind };
    let control = html! {
        input class={ "form-control " (it.width) } type=(kind) id=(it.id()) name=(it.name)
            value=[(kind != "password" && kind != "file").then_some(it.value)]
            autocomplete=[(!it.autocomplete.is_empty()).then_some(it.autocomplete)]
            list=[(!it.list.is_empty()).then_some(it.list)]
            aria-invalid=[error.map(|_| "true")]
            aria-describedby=[described_by(it.id(), it.hint, error)];
    };
    field(lang, it, error, &control)
}

/// Prints a file to choose; a script says at once that it is too large.
///
/// - `accept`: endings as browsers want them: `.docx,.xlsx`.
#[must_use]
pub fn file(lang: Lang, it: &Input<'_>, accept: &str, mends: &Mends) -> Markup {
    let error = mends.at(it.id());
    let control = html! {
        input.form-control type="file" id=(it.id()) name=(it.name) accept=(accept)
            data-most=(FILE_MOST) data-large=(lang.tn(key("form-mend-large"), [("most", words::size(lang, FILE_MOST as u64).into())]))
            aria-invalid=[error.map(|_| "true")]
            aria-describedby=[described_by(it.id(), it.hint, error)];
    };
    field(lang, it, error, &control)
}

/// Prints several lines to type into.
#[must_use]
pub fn lines(lang: Lang, it: &Input<'_>, rows: u8, mends: &Mends) -> Markup {
    let error = mends.at(it.id());
    let control = html! {
        textarea.form-control id=(it.id()) name=(it.name) rows=(rows)
            aria-invalid=[error.map(|_| "true")]
            aria-describedby=[described_by(it.id(), it.hint, error)] { (it.value) }
    };
    field(lang, it, error, &control)
}

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What the form sends.
    pub value: String,
    /// What a person reads.
    pub words: String,
}

/// Prints a list to choose one answer from; `it.value` is the chosen one.
#[must_use]
pub fn select(lang: Lang, it: &Input<'_>, answers: &[Answer], mends: &Mends) -> Markup {
    let error = mends.at(it.id());
    let control = html! {
        select class={ "form-select " (it.width) } id=(it.id()) name=(it.name)
            aria-invalid=[error.map(|_| "true")]
            aria-describedby=[described_by(it.id(), it.hint, error)] {
            @for answer in answers {
                option value=(answer.value) selected[answer.value == it.value] { (answer.words) }
            }
        }
    };
    field(lang, it, error, &control)
}

/// Letters of an answer that still reads well in a narrow box.
const LONG_ANSWER: usize = 48;

/// Prints answers as large boxes, of which several may be ticked.
///
/// - `chosen`: values that are ticked.
#[must_use]
pub fn choices(
    lang: Lang,
    it: &Input<'_>,
    answers: &[Answer],
    chosen: &[String],
    mends: &Mends,
) -> Markup {
    choice_boxes(lang, it, "checkbox", answers, chosen, mends)
}

/// Prints answers as large buttons, of which one is chosen: `it.value`.
#[must_use]
pub fn one_of(lang: Lang, it: &Input<'_>, answers: &[Answer], mends: &Mends) -> Markup {
    choice_boxes(lang, it, "radio", answers, &[it.value.to_owned()], mends)
}

fn choice_boxes(
    lang: Lang,
    it: &Input<'_>,
    kind: &str,
    answers: &[Answer],
    chosen: &[String],
    mends: &Mends,
) -> Markup {
    let error = mends.at(it.id());
    html! {
        fieldset.field.bad[error.is_some()] aria-describedby=[described_by(it.id(), it.hint, error)] {
            legend { (it.label) (optional(lang, it)) }
            (hint(it))
            (error_line(it.id(), error))
            // Long answers read in lines, not in narrow boxes beside each other.
            div.choices.choices-long[answers.iter().any(|it| LONG_ANSWER < it.words.chars().count())] {
                @for (index, answer) in answers.iter().enumerate() {
                    label.choice {
                        // The first box carries the name of the field, so that a refusal can lead there.
                        input type=(kind) name=(it.name) value=(answer.value)
                            id=[(index == 0).then_some(it.id())] checked[chosen.contains(&answer.value)];
                        span { (answer.words) }
                    }
                }
            }
        }
    }
}

/// Prints one box to tick.
#[must_use]
pub fn tick(name: &str, label: &str, ticked: bool) -> Markup {
    html! {
        div.field { div.form-check {
            input.form-check-input type="checkbox" id=(name) name=(name) value="yes" checked[ticked];
            label.form-check-label for=(name) { (label) }
        } }
    }
}

fn field(lang: Lang, it: &Input<'_>, error: Option<&str>, control: &Markup) -> Markup {
    html! {
        div.field.bad[error.is_some()] {
            label for=(it.id()) { (it.label) (optional(lang, it)) }
            (hint(it))
            (error_line(it.id(), error))
            (control)
        }
    }
}

fn optional(lang: Lang, it: &Input<'_>) -> Markup {
    html! { @if it.optional { " " span.optional { (lang.t(key("form-optional"))) } } }
}

fn hint(it: &Input<'_>) -> Markup {
    html! { @if !it.hint.is_empty() { span.hint id={ (it.id()) "-hint" } { (it.hint) } } }
}

fn error_line(name: &str, error: Option<&str>) -> Markup {
    html! { @if let Some(words) = error { p.err id={ (name) "-err" } { (icon(Icon::Warn)) (words) } } }
}

fn described_by(name: &str, hint: &str, error: Option<&str>) -> Option<String> {
    let hint = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let error = error.map(|_| format!("{name}-err"));
    let ids: Vec<_> = hint.into_iter().chain(error).collect();
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// Prints how a text was understood, tied to its field.
///
/// - `name`: of the field it speaks of.
/// - `words`: «Понято: 12 сроков, ближайший 27 ноября»; empty prints an empty place that a script
///   may fill.
#[must_use]
pub fn reading(name: &str, words: &str) -> Markup {
    html! {
        output.reading for=(name) id={ (name) "-reading" } {
            @if !words.is_empty() { span.st.st-ok { (icon(Icon::Done)) (words) } }
        }
    }
}

/// Prints that a text was not understood, tied to its field, and how to write it.
#[must_use]
pub fn unread(name: &str, words: &str) -> Markup {
    html! {
        output.reading for=(name) id={ (name) "-reading" } {
            span.st.st-soon { (icon(Icon::Warn)) (words) }
        }
    }
}
