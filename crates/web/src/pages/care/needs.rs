//! Needs of accessibility: the list for its readers, a count for others, recording and changing.

use app::care::{self, AccessNeed, Accessibility, NeedObstacle, SaveNeed};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::care::AccessGroup;
use mentoring::id::{AccessNeedId, PersonId};
use mentoring::person::Person;
use serde::Deserialize;
use uuid::Uuid;

use super::{HREF, group, groups};
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::visit::Visit;
use crate::words;

/// A need as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NeedForm {
    person: String,
    group: String,
    measures: String,
    from: String,
    to: String,
    revision: i64,
}

/// Shows the needs to readers, and the count to others.
pub(crate) async fn list_needs(visit: Visit) -> Result<Markup, Oops> {
    let view = care::show_accessibility(visit.ctx()?).await?;
    let lang = visit.lang;
    let title = lang.t(key("care-title"));
    let acts = html! {
        @if view.needs.is_some() && view.has_key { a.btn.btn-go href={ (HREF) "/new" } { (icon(Icon::Plus)) (lang.t(key("care-add"))) } }
        @if view.names_readers { a.btn.btn-plain href="/sensitive-readers" { (lang.t(key("readers-title"))) } }
    };
    let under = lang.tn(key("care-under"), [("count", view.n_people.into())]);
    let body = html! {
        (block::head(&title, &under, &acts))
        @if !view.has_key { (block::remark(lang, Gravity::Mend, "", &lang.t(key("care-no-key")), &lang.t(key("care-no-key-how")), &html! {})) }
        (list(lang, &view))
    };
    let frame = Frame { title: &title, section: Section::Accessibility, crumbs: &[] };
    Ok(shell::page(&visit, &frame, &body))
}

fn list(lang: Lang, view: &Accessibility) -> Markup {
    let Some(needs) = &view.needs else {
        return block::empty(
            &lang.t(key("care-not-reader")),
            &lang.t(key("care-not-reader-how")),
            &html! {},
        );
    };
    if needs.is_empty() {
        return block::empty(&lang.t(key("care-empty")), &lang.t(key("care-empty-how")), &html! {});
    }
    let heads = [
        lang.t(key("people-column-name")),
        lang.t(key("care-group")),
        lang.t(key("care-measures")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for it in needs { (row(lang, &heads, it)) } };
    table::table(&lang.t(key("care-title")), &columns, &rows)
}

fn row(lang: Lang, heads: &[String; 3], it: &AccessNeed) -> Markup {
    let since = lang.tn(key("person-role-since"), [("from", words::date(lang, it.from).into())]);
    let (of_group, measures) = match &it.inside {
        Some((of_group, measures)) => (group(lang, *of_group), measures.clone()),
        None => (String::new(), lang.t(key("care-sealed"))),
    };
    let cells = html! {
        (table::row_head(&format!("{HREF}/{}", it.id), &it.person.name.full(), &since))
        (table::cell(&heads[1], &html! { (of_group) }))
        (table::cell(&heads[2], &html! { (measures) }))
    };
    table::row(if it.inside.is_some() { Heat::Calm } else { Heat::Hot }, &cells)
}

/// Shows the form of a new need.
pub(crate) async fn new_need(visit: Visit) -> Result<Markup, Oops> {
    let people = care::people_to_choose(visit.ctx()?).await?;
    let typed = NeedForm { from: visit.today().to_string(), ..NeedForm::default() };
    Ok(need_page(&visit, &Whose::Any(&people), &typed, &Mends::default()))
}

/// Records a need.
pub(crate) async fn record_need(
    visit: Visit,
    Filled(form): Filled<NeedForm>,
) -> Result<Response, Oops> {
    let lang = visit.lang;
    let mut mends = Mends::default();
    let person: Option<PersonId> = form.person.parse().ok();
    if person.is_none() {
        mends.push("person", lang.t(key("pool-mend-who")));
    }
    match read(lang, &form, person.unwrap_or(PersonId(Uuid::nil())), &mut mends) {
        Some(ask) if mends.is_empty() => match care::record_need(visit.ctx()?, &ask).await {
            Ok(_) => return Ok(visit.done(HREF, key("notice-access-recorded"))),
            Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
        },
        _ => {}
    }
    let people = care::people_to_choose(visit.ctx()?).await?;
    let page = need_page(&visit, &Whose::Any(&people), &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Shows one need with its form.
pub(crate) async fn edit_need(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let need = care::show_need(visit.ctx()?, AccessNeedId(id)).await?;
    let (of_group, measures) = need.inside.clone().unwrap_or((AccessGroup::Unnamed, String::new()));
    let typed = NeedForm {
        person: need.person.id.to_string(),
        group: of_group.slug().to_owned(),
        measures,
        from: need.from.to_string(),
        to: need.to.map(|it| it.to_string()).unwrap_or_default(),
        revision: need.revision,
    };
    Ok(need_page(&visit, &Whose::One(&need), &typed, &Mends::default()))
}

/// Changes a need, or ends it by a last day.
pub(crate) async fn change_need(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<NeedForm>,
) -> Result<Response, Oops> {
    let (lang, id) = (visit.lang, AccessNeedId(id));
    let need = care::show_need(visit.ctx()?, id).await?;
    let mut mends = Mends::default();
    if let Some(ask) = read(lang, &form, need.person.id, &mut mends).filter(|_| mends.is_empty()) {
        match care::change_need(visit.ctx()?, id, &ask, form.revision).await {
            Ok(()) => return Ok(visit.done(HREF, key("notice-access-changed"))),
            Err(refusal) => mends_of(lang, &obstacles(refusal)?, &mut mends),
        }
    }
    let page = need_page(&visit, &Whose::One(&need), &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &NeedForm, person: PersonId, mends: &mut Mends) -> Option<SaveNeed> {
    let from = mends.day(lang, "from", &form.from);
    let to = mends.day_if_any(lang, "to", &form.to);
    Some(SaveNeed {
        person,
        group: AccessGroup::from_slug(&form.group).unwrap_or(AccessGroup::Unnamed),
        measures: form.measures.clone(),
        from: from?,
        to,
    })
}

fn mends_of(lang: Lang, all: &[NeedObstacle], mends: &mut Mends) {
    for it in all {
        match it {
            NeedObstacle::NoMeasures => {
                mends.push("measures", lang.t(key("care-mend-measures")));
            }
            NeedObstacle::TooLong { limit } => mends
                .push("measures", lang.tn(key("person-mend-long"), [("limit", (*limit).into())])),
            NeedObstacle::EndsBeforeItBegan => mends.push("to", lang.t(key("care-mend-ends"))),
            NeedObstacle::NoKey => mends.push("", lang.t(key("care-no-key-how"))),
        }
    }
}

/// Whose need a form is about.
enum Whose<'a> {
    Any(&'a [Person]),
    One(&'a AccessNeed),
}

fn need_page(visit: &Visit, whose: &Whose<'_>, typed: &NeedForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let (title, action) = match whose {
        Whose::Any(_) => (lang.t(key("care-add")), HREF.to_owned()),
        Whose::One(it) => (it.person.name.full(), format!("{HREF}/{}", it.id)),
    };
    let body = html! {
        (block::head(&title, &lang.t(key("care-form-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("care-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action=(action) autocomplete="off" {
            (visit.hidden())
            input type="hidden" name="revision" value=(typed.revision);
            @if let Whose::Any(people) = whose { (who(lang, people, typed, mends)) }
            (fields(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = [
        Way { href: HREF.to_owned(), words: lang.t(key("care-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::Accessibility, crumbs: &crumbs };
    shell::page(visit, &frame, &body)
}

fn who(lang: Lang, people: &[Person], typed: &NeedForm, mends: &Mends) -> Markup {
    let nobody = Answer { value: String::new(), words: lang.t(key("pool-choose")) };
    let known = people.iter().map(|it| Answer { value: it.id.to_string(), words: it.name.full() });
    let answers: Vec<Answer> = std::iter::once(nobody).chain(known).collect();
    let input = Input {
        name: "person",
        label: &lang.t(key("care-who")),
        value: &typed.person,
        ..Input::default()
    };
    form::select(lang, &input, &answers, mends)
}

fn fields(lang: Lang, typed: &NeedForm, mends: &Mends) -> Markup {
    let measures = Input {
        name: "measures",
        label: &lang.t(key("care-measures")),
        hint: &lang.t(key("care-measures-hint")),
        value: &typed.measures,
        ..Input::default()
    };
    let of_group = Input {
        name: "group",
        label: &lang.t(key("care-group")),
        hint: &lang.t(key("care-group-hint")),
        value: &typed.group,
        ..Input::default()
    };
    let from = Input {
        name: "from",
        label: &lang.t(key("care-from")),
        value: &typed.from,
        kind: "date",
        width: "w-date",
        ..Input::default()
    };
    let to = Input {
        name: "to",
        label: &lang.t(key("care-to")),
        value: &typed.to,
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    html! {
        (form::lines(lang, &measures, 4, mends))
        (form::select(lang, &of_group, &groups(lang), mends))
        (form::input(lang, &from, mends))
        (form::input(lang, &to, mends))
    }
}
