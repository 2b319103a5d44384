//! Entering an act, a new edition of one, changing what one says, ending it.

use app::act::edit::{self, ActObstacle, SaveActBody};
use app::act::{self, ActView};
use app::organisation::act::AddLocalAct;
use app::roadmap::evidence::FILE_MOST;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::act::ActKey;
use mentoring::id::LocalActId;
use mentoring::organisation::requisites::{ActLevel, LocalActObstacle};
use serde::Deserialize;

use super::readers::NamingForm;
use super::show;
use super::{HREF, crumbs, key_of, short};
use crate::filled::{Filled, Upload};
use crate::kit::block;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::scans;
use crate::visit::Visit;
use crate::words;

/// Endings that browsers offer to choose from; `app` looks at the bytes.
const ACCEPT: &str = ".pdf,.docx,.doc,.odt,.rtf,.txt,.jpg,.jpeg,.png,.zip";

/// An act, as typed.
#[derive(Clone, Debug, Default)]
struct ActForm {
    level: String,
    title: String,
    number: String,
    signed_on: String,
    until: String,
    content: String,
    link: String,
    demands: String,
    replaces: String,
}

/// What the form is opened for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewAsked {
    replaces: String,
}

/// A day as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct DayForm {
    on: String,
}

impl ActForm {
    fn of(upload: &Upload) -> Self {
        let said = |name| upload.field(name).to_owned();
        Self {
            level: said("level"),
            title: said("title"),
            number: said("number"),
            signed_on: said("signed_on"),
            until: said("until"),
            content: said("content"),
            link: said("link"),
            demands: said("demands"),
            replaces: said("replaces"),
        }
    }

    fn of_act(view: &ActView) -> Self {
        let card = &view.card;
        let level = card.entered.as_ref().map_or("", |it| it.level.slug());
        Self {
            level: level.to_owned(),
            title: card.heading.clone(),
            content: card.content.clone(),
            link: card.link.clone(),
            demands: card.demands.clone(),
            ..Self::default()
        }
    }

    fn body(&self, upload: &mut Upload) -> SaveActBody {
        SaveActBody {
            content: self.content.clone(),
            link: self.link.clone(),
            demands: self.demands.clone(),
            file: scans::brought(upload),
        }
    }
}

/// Shows the form of an act; of a new edition with what the one before says.
pub(crate) async fn new_act(visit: Visit, Query(asked): Query<NewAsked>) -> Result<Markup, Oops> {
    let typed = match replaced(&asked.replaces) {
        Some(id) => {
            let view = act::show_act(visit.ctx()?, &ActKey::Entered(id)).await?;
            ActForm { replaces: asked.replaces, link: String::new(), ..ActForm::of_act(&view) }
        }
        None => ActForm { level: ActLevel::Local.slug().to_owned(), ..ActForm::default() },
    };
    Ok(new_page(&visit, &typed, &Mends::default()))
}

fn replaced(text: &str) -> Option<LocalActId> {
    match ActKey::parse(text) {
        Some(ActKey::Entered(id)) => Some(id),
        _ => None,
    }
}

/// Enters an act.
pub(crate) async fn enter_act(visit: Visit, mut upload: Upload) -> Result<Response, Oops> {
    let form = ActForm::of(&upload);
    let body = form.body(&mut upload);
    let mends = match read(visit.lang, &form) {
        Err(mends) => mends,
        Ok(ask) => {
            match edit::enter_act(visit.ctx()?, &ask, body, replaced(&form.replaces)).await {
                Ok(id) => return Ok(visit.done(&format!("{HREF}/{id}"), key("notice-act-added"))),
                Err(refusal) => mends_of(visit.lang, &obstacles(refusal)?),
            }
        }
    };
    let page = new_page(&visit, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, form: &ActForm) -> Result<AddLocalAct, Mends> {
    let mut mends = Mends::default();
    let level = ActLevel::from_slug(&form.level);
    if level.is_none() {
        mends.push("level", lang.t(key("act-mend-level")));
    }
    if form.title.trim().is_empty() {
        mends.push("title", lang.t(key("act-mend-title")));
    }
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let until = mends.day_if_any(lang, "until", &form.until);
    match (level, signed_on) {
        (Some(level), Some(signed_on)) if mends.is_empty() => Ok(AddLocalAct {
            level,
            title: form.title.clone(),
            number: form.number.clone(),
            signed_on,
            until,
        }),
        _ => Err(mends),
    }
}

fn mends_of(lang: Lang, all: &[ActObstacle]) -> Mends {
    let mut mends = Mends::default();
    for it in all {
        match it {
            ActObstacle::Act(it) => of_act(lang, it, &mut mends),
            ActObstacle::NoFile => mends.push("file", lang.t(key("evidence-mend-no-file"))),
            ActObstacle::LargeFile { .. } => {
                let most = words::size(lang, FILE_MOST as u64);
                mends.push("file", lang.tn(key("form-mend-large"), [("most", most.into())]));
            }
            ActObstacle::FileType => mends.push("file", lang.t(key("evidence-mend-type"))),
        }
    }
    mends
}

fn of_act(lang: Lang, it: &LocalActObstacle, mends: &mut Mends) {
    match it {
        LocalActObstacle::NoTitle => mends.push("title", lang.t(key("act-mend-title"))),
        LocalActObstacle::TooLong { field, limit } => {
            mends.push(field, lang.tn(key("person-mend-long"), [("limit", (*limit).into())]));
        }
        LocalActObstacle::BadLink => mends.push("link", lang.t(key("evidence-mend-link"))),
        LocalActObstacle::EndsBeforeSigned { signed_on } => {
            let day = words::date(lang, *signed_on).into();
            mends.push("until", lang.tn(key("act-mend-until"), [("day", day)]));
        }
    }
}

/// Shows the form that changes what an act says.
pub(crate) async fn edit_act(visit: Visit, Path(act): Path<String>) -> Result<Markup, Oops> {
    let view = own(&visit, &act).await?;
    Ok(edit_page(&visit, &view, &ActForm::of_act(&view), &Mends::default()))
}

/// Changes what an act says.
pub(crate) async fn change_act(
    visit: Visit,
    Path(act): Path<String>,
    mut upload: Upload,
) -> Result<Response, Oops> {
    let view = own(&visit, &act).await?;
    let form = ActForm::of(&upload);
    let id = replaced(&act).ok_or(Oops::NotFound)?;
    match edit::change_act(visit.ctx()?, id, form.body(&mut upload)).await {
        Ok(()) => Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-changed"))),
        Err(refusal) => {
            let mends = mends_of(visit.lang, &obstacles(refusal)?);
            let page = edit_page(&visit, &view, &form, &mends);
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Ends an act on a day.
pub(crate) async fn end_act(
    visit: Visit,
    Path(act): Path<String>,
    Filled(form): Filled<DayForm>,
) -> Result<Response, Oops> {
    let view = own(&visit, &act).await?;
    let id = replaced(&act).ok_or(Oops::NotFound)?;
    let mut mends = Mends::default();
    if let Some(on) = mends.day(visit.lang, "on", &form.on) {
        match edit::end_act(visit.ctx()?, id, on).await {
            Ok(()) => return Ok(visit.done(&format!("{HREF}/{act}"), key("notice-act-ended"))),
            Err(refusal) => {
                let mut found = Mends::default();
                for it in obstacles(refusal)? {
                    of_act(visit.lang, &it, &mut found);
                }
                found.0.into_iter().for_each(|it| mends.push("on", it.words));
            }
        }
    }
    let page = show::page(&visit, &view, &NamingForm::default(), &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// The act, where the visitor may change it.
async fn own(visit: &Visit, act: &str) -> Result<ActView, Oops> {
    let view = act::show_act(visit.ctx()?, &key_of(act)?).await?;
    if view.may_edit { Ok(view) } else { Err(Oops::NotFound) }
}

fn new_page(visit: &Visit, typed: &ActForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let is_edition = !typed.replaces.is_empty();
    let title = lang.t(if is_edition { key("act-new-edition") } else { key("act-add") });
    let under = lang.t(if is_edition { key("act-edition-under") } else { key("acts-under") });
    let answer = |it: &ActLevel| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("act-level-{it}")),
    };
    let levels: Vec<_> = ActLevel::ALL.iter().map(answer).collect();
    let body = html! {
        (block::head(&title, &under, &html! {}))
        (form::refusal(lang, &lang.t(key("act-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action=(HREF) enctype="multipart/form-data" {
            (visit.hidden())
            input type="hidden" name="replaces" value=(typed.replaces);
            (form::select(lang, &Input { name: "level", label: &lang.t(key("act-level")), value: &typed.level, ..Input::default() }, &levels, mends))
            (form::lines(lang, &Input { name: "title", label: &lang.t(key("act-title")), hint: &lang.t(key("act-title-hint")), value: &typed.title, ..Input::default() }, 2, mends))
            (form::input(lang, &Input { name: "number", label: &lang.t(key("act-number")), value: &typed.number, width: "w-mid", optional: true, ..Input::default() }, mends))
            (form::input(lang, &Input { name: "signed_on", label: &lang.t(key("act-signed-on")), value: &typed.signed_on, kind: "date", width: "w-date", ..Input::default() }, mends))
            (form::input(lang, &Input { name: "until", label: &lang.t(key("act-until")), hint: &lang.t(key("act-until-hint")), value: &typed.until, kind: "date", width: "w-date", optional: true, ..Input::default() }, mends))
            (words_of(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Acts, crumbs: &crumbs }, &body)
}

/// The fields of what an act says, the same for a new one and a known one.
fn words_of(lang: Lang, typed: &ActForm, mends: &Mends) -> Markup {
    let size = words::size(lang, FILE_MOST as u64);
    html! {
        (form::lines(lang, &Input { name: "demands", label: &lang.t(key("act-demands")), hint: &lang.t(key("act-demands-hint")), value: &typed.demands, optional: true, ..Input::default() }, 2, mends))
        (form::input(lang, &Input { name: "link", label: &lang.t(key("act-link")), hint: &lang.t(key("evidence-address-hint")), value: &typed.link, kind: "url", optional: true, ..Input::default() }, mends))
        (form::file(lang, &Input { name: "file", label: &lang.t(key("evidence-file")), hint: &lang.tn(key("evidence-file-hint"), [("most", size.into())]), optional: true, ..Input::default() }, ACCEPT, mends))
        (form::lines(lang, &Input { name: "content", label: &lang.t(key("act-content")), hint: &lang.t(key("act-content-hint")), value: &typed.content, optional: true, ..Input::default() }, 8, mends))
    }
}

fn edit_page(visit: &Visit, view: &ActView, typed: &ActForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("act-edit"));
    let body = html! {
        (block::head(&title, &short(lang, &view.card), &html! {}))
        (form::refusal(lang, &lang.t(key("act-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action={ (HREF) "/" (view.card.key.text()) } enctype="multipart/form-data" {
            (visit.hidden())
            p.soft { (lang.t(key("act-edit-why"))) }
            (words_of(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-save"))) } }
        }
    };
    let crumbs = crumbs(lang, title.clone());
    shell::page(visit, &Frame { title: &title, section: Section::Acts, crumbs: &crumbs }, &body)
}
