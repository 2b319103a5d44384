//! What is asked once about a name that is written by hand: how it is spelled, who looks alike.
//!
//! It decides nothing: it shows the questions of `app::person` and where they are answered.

use app::person::SavePersonObstacle;
use app::person::import::why_one;
use app::person::newcomer::Lookalike;
use maud::{Markup, html};
use mentoring::person::PersonName;

use super::edit::mend_person;
use super::import::language;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::lang::{Lang, key};
use crate::words;

/// The questions about one name.
#[derive(Default)]
pub(super) struct Asked {
    better: Option<PersonName>,
    alike: Vec<Lookalike>,
}

impl Asked {
    /// Takes an obstacle: a question to its place, anything else to its field.
    pub(super) fn take(&mut self, lang: Lang, it: SavePersonObstacle, mends: &mut Mends) {
        match it {
            SavePersonObstacle::Person(it) => {
                let (field, words) = mend_person(lang, &it);
                mends.push(field, words);
            }
            SavePersonObstacle::Spelling { better } => {
                let name = better.full();
                let words = lang.tn(key("newcomer-mend-spelling"), [("name", name.into())]);
                mends.push("spelling", words);
                self.better = Some(better);
            }
            SavePersonObstacle::Lookalike(it) => {
                if self.alike.is_empty() {
                    mends.push("other_person", lang.t(key("newcomer-mend-alike")));
                }
                self.alike.push(it);
            }
        }
    }
}

/// Asks how the name is spelled; the capitals of a passport are chosen until another is.
pub(super) fn spelling(lang: Lang, asked: &Asked, typed: &str, mends: &Mends) -> Markup {
    let Some(better) = &asked.better else { return html! {} };
    let answers = [
        Answer { value: "better".to_owned(), words: better.full() },
        Answer { value: "typed".to_owned(), words: lang.t(key("newcomer-as-typed")) },
    ];
    let input = Input {
        name: "spelling",
        label: &lang.t(key("newcomer-spelling")),
        value: if typed.is_empty() { "better" } else { typed },
        ..Input::default()
    };
    form::one_of(lang, &input, &answers, mends)
}

/// Shows who looks alike: the same person has a card, another one is written down.
pub(super) fn lookalikes(lang: Lang, asked: &Asked, mends: &Mends) -> Markup {
    if asked.alike.is_empty() {
        return html! {};
    }
    let other = [Answer { value: "yes".to_owned(), words: lang.t(key("newcomer-other")) }];
    let input = Input {
        name: "other_person",
        label: &lang.t(key("newcomer-alike")),
        hint: &lang.t(key("newcomer-alike-hint")),
        ..Input::default()
    };
    html! {
        input type="hidden" name="asked_alike" value="yes";
        ul.plain { @for it in &asked.alike {
            li {
                a href={ "/people/" (it.person.id) } { (lang.tn(key("newcomer-same"), [("who", described(lang, it).into())])) }
                " " span.soft { (why_one(it.why, language(lang))) }
            }
        } }
        (form::choices(lang, &input, &other, &[], mends))
    }
}

/// «Ёлкина Алёна Петровна, учитель химии, 12 марта 1985 г.».
pub(super) fn described(lang: Lang, it: &Lookalike) -> String {
    let birth = it.birth_on.map(|it| words::date(lang, it));
    let about = Some(it.about.clone()).filter(|it| !it.is_empty());
    let parts = [Some(it.person.name.full()), about, birth];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
