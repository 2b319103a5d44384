//! The sizes of target groups: what shares are counted of. Each holds from a day on.

use app::organisation;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::organisation::{GroupSize, TargetGroup};
use serde::Deserialize;

use crate::filled::Filled;
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::nav::Way;
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// A size, as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct SizeForm {
    group: String,
    n_people: String,
    from: String,
}

/// Prints the sizes that hold on a day, for the card of the organisation.
pub(crate) fn sizes(lang: Lang, all: &[GroupSize], today: Date, may_edit: bool) -> Markup {
    let holds = |group| {
        all.iter().filter(|it| it.group == group && it.from <= today).max_by_key(|it| it.from)
    };
    let held: Vec<_> = TargetGroup::ALL.iter().filter_map(|it| holds(*it)).collect();
    html! {
        section aria-labelledby="sizes" {
            (block::section_head("sizes", &lang.t(key("sizes")), &lang.t(key("sizes-under")), None))
            @if held.is_empty() { p.soft { (lang.t(key("sizes-none"))) } }
            dl.kv { @for it in held {
                dt { (terms::group(lang, it.group)) }
                dd { span.num { (words::number(it.n_people.into())) } " " span.soft { (lang.tn(key("person-role-since"), [("from", words::date(lang, it.from).into())])) } }
            } }
            @if may_edit { p.mt-4 { a.btn.btn-plain.btn-s href="/organisation/sizes/new" { (lang.t(key("sizes-add"))) } } }
        }
    }
}

/// Shows the form of a size.
pub(crate) async fn new_group_size(visit: Visit) -> Markup {
    let typed = SizeForm { from: visit.today().to_string(), ..SizeForm::default() };
    size_page(&visit, &typed, &Mends::default())
}

/// Records a size from a day on.
pub(crate) async fn set_group_size(
    visit: Visit,
    Filled(form): Filled<SizeForm>,
) -> Result<Response, Oops> {
    let (group, n_people, from) = match read(visit.lang, &form) {
        Ok(read) => read,
        Err(mends) => {
            let page = size_page(&visit, &form, &mends);
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    match organisation::set_group_size(visit.ctx()?, group, n_people, from).await {
        Ok(()) => Ok(visit.done("/organisation", key("notice-size-set"))),
        Err(refusal) => Err(obstacles(refusal).err().unwrap_or(Oops::NotFound)),
    }
}

fn read(lang: Lang, form: &SizeForm) -> Result<(TargetGroup, u32, Date), Mends> {
    let mut mends = Mends::default();
    let group = TargetGroup::from_slug(&form.group);
    // People write «3 214» with any kind of space.
    let digits: String = form.n_people.chars().filter(|it| !it.is_whitespace()).collect();
    let n_people = digits.parse().ok();
    if group.is_none() {
        mends.push("group", lang.t(key("sizes-mend-group")));
    }
    if n_people.is_none() {
        mends.push("n_people", lang.t(key("sizes-mend-number")));
    }
    let from = mends.day(lang, "from", &form.from);
    match (group, n_people, from) {
        (Some(group), Some(n_people), Some(from)) => Ok((group, n_people, from)),
        _ => Err(mends),
    }
}

fn size_page(visit: &Visit, typed: &SizeForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("sizes-add"));
    let answer =
        |it: &TargetGroup| Answer { value: it.slug().to_owned(), words: terms::group(lang, *it) };
    let groups: Vec<_> = TargetGroup::ALL.iter().map(answer).collect();
    let body = html! {
        (block::head(&title, &lang.t(key("sizes-under")), &html! {}))
        (form::refusal(lang, &lang.t(key("sizes-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/organisation/sizes" {
            (visit.hidden())
            (form::select(lang, &Input { name: "group", label: &lang.t(key("sizes-group")), value: &typed.group, ..Input::default() }, &groups, mends))
            (form::input(lang, &Input { name: "n_people", label: &lang.t(key("sizes-number")), value: &typed.n_people, width: "w-num", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "from", label: &lang.t(key("person-role-from")), hint: &lang.t(key("sizes-from-hint")), value: &typed.from, kind: "date", width: "w-date", ..Input::default() }, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = [
        Way {
            href: "/organisation".to_owned(),
            words: lang.t(key("section-organisation")),
            here: false,
        },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    shell::page(
        visit,
        &Frame { title: &title, section: Section::Organisation, crumbs: &crumbs },
        &body,
    )
}
