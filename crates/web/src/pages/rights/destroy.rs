//! Destroying the data of one person: exactly what goes and what stays, the commission, the button.

use app::rights::{self, Destroy, DestroyObstacle, FileNamed, WhatGoes};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::{FileId, PersonId};
use mentoring::rights::{Fate, HeldKind, Reach};
use serde::Deserialize;
use uuid::Uuid;

use super::due::{copies, crumbs_below};
use super::held::mention_list;
use super::{DESTRUCTION, told};
use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// What was typed about a destruction.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DestroyForm {
    chair: String,
    members: Vec<String>,
    basis: String,
    surname: String,
    files: Vec<String>,
    forever: String,
}

/// Shows exactly what would go and what would stay.
pub(crate) async fn show_destruction(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let view = rights::preview(visit.ctx()?, PersonId(id)).await?;
    let named = view.files.iter().filter(|it| it.is_named && !it.is_kept);
    let typed = DestroyForm {
        // A surname that is nobody else's goes wherever it stands, unless the commission says other.
        surname: if view.has_namesake { String::new() } else { "yes".to_owned() },
        files: named.map(|it| it.card.id.to_string()).collect(),
        ..DestroyForm::default()
    };
    Ok(destroy_page(&visit, &view, &typed, &Mends::default()))
}

/// Destroys.
pub(crate) async fn destroy(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<DestroyForm>,
) -> Result<Response, Oops> {
    let (ctx, id) = (visit.ctx()?, PersonId(id));
    let people = std::iter::once(&form.chair).chain(&form.members);
    let ask = Destroy {
        members: people.filter_map(|it| it.parse().ok()).collect(),
        basis: form.basis.clone(),
        takes_surname: form.surname == "yes",
        files: form.files.iter().filter_map(|it| it.parse::<FileId>().ok()).collect(),
        is_confirmed: form.forever == "yes",
    };
    let mut mends = Mends::default();
    match rights::destroy(ctx, id, &ask).await {
        Ok(act) => {
            return Ok(visit.done(&format!("{DESTRUCTION}/acts/{act}"), key("notice-destroyed")));
        }
        Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?, &mut mends),
    }
    let view = rights::preview(ctx, id).await?;
    let page = destroy_page(&visit, &view, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn mends_of(lang: Lang, all: &[DestroyObstacle], mends: &mut Mends) {
    for it in all {
        match it {
            DestroyObstacle::FewMembers { least } => mends
                .push("members", lang.tn(key("destroy-mend-few"), [("least", (*least).into())])),
            DestroyObstacle::OwnData => mends.push("members", lang.t(key("destroy-mend-own"))),
            DestroyObstacle::MemberUnknown => {
                mends.push("members", lang.t(key("destroy-mend-unknown")));
            }
            DestroyObstacle::NoBasis => mends.push("basis", lang.t(key("destroy-mend-basis"))),
            DestroyObstacle::TooLong { limit } => {
                mends.push("basis", lang.tn(key("person-mend-long"), [("limit", (*limit).into())]))
            }
            DestroyObstacle::NotConfirmed => {
                mends.push("forever", lang.t(key("destroy-mend-forever")));
            }
        }
    }
}

fn destroy_page(visit: &Visit, view: &WhatGoes, typed: &DestroyForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let name = view.due.person.name.short();
    let title = lang.tn(key("destroy-title"), [("name", name.clone().into())]);
    let gone = view.due.gone;
    let under = format!(
        "{} {}. {}",
        told::why(lang, gone.why),
        words::date(lang, gone.on),
        told::reach(lang, gone.reach)
    );
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("destroy-refused")), &lang.t(key("person-kept")), mends))
        p { (lang.tn(key("destroy-by"), [("day", words::date(lang, view.due.by).into())])) }
        (goes(lang, view))
        (stays(lang, view))
        @if !view.mentions.is_empty() {
            section aria-labelledby="mentions" {
                (block::section_head("mentions", &lang.t(key("destroy-mentions")), "", None))
                p.soft { (lang.t(key("destroy-mentions-under"))) }
                (mention_list(lang, &view.mentions))
            }
        }
        (copies(lang, &view.copies, visit))
        (doing(visit, view, typed, mends))
    };
    let crumbs = crumbs_below(lang, name);
    let frame = Frame { title: &title, section: Section::PersonalData, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

fn goes(lang: Lang, view: &WhatGoes) -> Markup {
    let going = view.sections.iter().filter(|(_, fate, _)| matches!(fate, Fate::Goes { .. }));
    html! {
        section aria-labelledby="goes" {
            (block::section_head("goes", &lang.t(key("destroy-goes")), "", None))
            ul { @for (kind, _, rows) in going {
                li { (told::section(lang, *kind)) ": " (lang.tn(key("destroy-rows"), [("count", rows.len().into())]))
                    @if *kind == HeldKind::Card && view.keeps_name { ". " (lang.t(key("destroy-keeps-name"))) }
                }
            } }
        }
    }
}

fn stays(lang: Lang, view: &WhatGoes) -> Markup {
    let staying = view.sections.iter().filter(|(_, fate, _)| !matches!(fate, Fate::Goes { .. }));
    let term = |kind: HeldKind, fate: Fate| match fate {
        Fate::InUse => lang.t(key("destroy-in-use")),
        _ => told::term(lang, kind.spec(), fate, view.today),
    };
    html! {
        section aria-labelledby="stays" {
            (block::section_head("stays", &lang.t(key("destroy-stays")), "", None))
            ul {
                @for (kind, fate, rows) in staying {
                    li { (told::section(lang, *kind)) ": " (lang.tn(key("destroy-rows"), [("count", rows.len().into())])) ". " (term(*kind, *fate)) }
                }
                li { (lang.t(key("destroy-journal"))) }
                @for it in view.files.iter().filter(|it| it.is_kept) {
                    li { (lang.tn(key("destroy-file-kept"), [("name", it.card.name.clone().into())])) }
                }
            }
        }
    }
}

fn doing(visit: &Visit, view: &WhatGoes, typed: &DestroyForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let nobody = Answer { value: String::new(), words: lang.t(key("pool-choose")) };
    let of = |it: &mentoring::person::Person| Answer { value: it.id.to_string(), words: named(it) };
    let people = view.candidates.iter().map(of);
    let people: Vec<Answer> = std::iter::once(nobody).chain(people).collect();
    let chair = lang.t(key("destroy-chair"));
    let chair = Input { name: "chair", label: &chair, value: &typed.chair, ..Input::default() };
    let label = lang.t(key("destroy-basis"));
    let hint = lang.t(key("destroy-basis-hint"));
    let basis = Input {
        name: "basis",
        label: &label,
        hint: &hint,
        value: &typed.basis,
        ..Input::default()
    };
    html! {
        section aria-labelledby="doing" {
            (block::section_head("doing", &lang.t(key("destroy-commission")), "", None))
            form.form method="post" action={ (DESTRUCTION) "/people/" (view.due.person.id) } {
                (visit.hidden())
                (form::select(lang, &chair, &people, mends))
                @for (place, id) in MEMBERS.iter().enumerate() { (member(lang, (place, id), &people, typed, mends)) }
                (form::input(lang, &basis, mends))
                @if view.due.gone.reach == Reach::Whole { (surname(lang, view, typed)) (files(lang, view, typed, mends)) }
                @if let Some(words) = mends.at("forever") { p.err id="forever-err" { (words) } }
                (form::tick("forever", &lang.t(key("destroy-forever")), typed.forever == "yes"))
                div.sticky-act { button.btn.btn-stop { (lang.t(key("destroy-do"))) } }
            }
        }
    }
}

/// Places of the commission beside its chair; the first must be taken.
const MEMBERS: [&str; 4] = ["members", "members-2", "members-3", "members-4"];

fn member(
    lang: Lang,
    (place, id): (usize, &str),
    people: &[Answer],
    typed: &DestroyForm,
    mends: &Mends,
) -> Markup {
    let label = lang.t(key("destroy-member"));
    let value = typed.members.get(place).map_or("", String::as_str);
    let optional = place != 0;
    let input = Input { name: "members", id, label: &label, value, optional, ..Input::default() };
    form::select(lang, &input, people, mends)
}

fn named(it: &mentoring::person::Person) -> String {
    match it.job_title.is_empty() {
        true => it.name.full(),
        false => format!("{}, {}", it.name.full(), it.job_title),
    }
}

/// The surname alone may be another's, or a common word: the commission looks and says.
fn surname(lang: Lang, view: &WhatGoes, typed: &DestroyForm) -> Markup {
    html! { @if !view.surname_mentions.is_empty() {
        p.soft { (lang.t(key("destroy-surname-under"))) @if view.has_namesake { " " (lang.t(key("destroy-namesake"))) } }
        (mention_list(lang, &view.surname_mentions))
        (form::tick("surname", &lang.t(key("destroy-surname")), typed.surname == "yes"))
    } }
}

fn files(lang: Lang, view: &WhatGoes, typed: &DestroyForm, mends: &Mends) -> Markup {
    let may_go: Vec<&FileNamed> = view.files.iter().filter(|it| !it.is_kept).collect();
    if may_go.is_empty() {
        return html! {};
    }
    let answer = |it: &&FileNamed| {
        let found = match it.is_named {
            true => lang.t(key("destroy-file-named")),
            false => lang.t(key("destroy-file-near")),
        };
        Answer { value: it.card.id.to_string(), words: format!("{}: {found}", it.card.name) }
    };
    let answers: Vec<Answer> = may_go.iter().map(answer).collect();
    let label = lang.t(key("destroy-files"));
    let hint = lang.t(key("destroy-files-hint"));
    let input =
        Input { name: "files", label: &label, hint: &hint, optional: true, ..Input::default() };
    form::choices(lang, &input, &answers, &typed.files, mends)
}
