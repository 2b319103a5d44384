//! The list of people: search, selections by kind, class and role, pages of fifty.

use std::collections::BTreeMap;

use app::person::{self, PersonLine};
use axum::extract::Query;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::person::Position;
use mentoring::person::listed::PersonKind;
use serde::Deserialize;

use crate::kit::block;
use crate::kit::icon::{Icon, icon};
use crate::kit::nav;
use crate::kit::shell::{self, Frame, Section};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet;
use crate::terms;
use crate::visit::Visit;

/// Rows of one page of the list.
const PAGE_SIZE: usize = 50;

/// What is looked for.
#[derive(Deserialize)]
pub(crate) struct PeopleAsked {
    #[serde(default)]
    q: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    class: String,
    #[serde(default)]
    page: usize,
}

/// What the list shows.
struct List {
    lines: Vec<PersonLine>,
    n_people: usize,
    /// Positions that somebody holds, with their counts.
    held: Vec<(Position, usize)>,
    /// Kinds of those who were found, with their counts.
    kinds: Vec<(PersonKind, usize)>,
    /// Classes of those who were found, with their counts.
    classes: BTreeMap<(u8, String), usize>,
}

/// Shows the people of the organisation.
pub(crate) async fn list_people(
    visit: Visit,
    Query(asked): Query<PeopleAsked>,
) -> Result<Markup, Oops> {
    let ctx = visit.ctx()?;
    let found = person::list_people(ctx, &asked.q).await?;
    Ok(list_page(&visit, &asked, &select(found, &asked), ctx.may(Action::EditPeople)))
}

/// Chooses what one page shows; the selections count everybody who was found.
fn select(found: Vec<PersonLine>, asked: &PeopleAsked) -> List {
    let of_position =
        |position: &Position| found.iter().filter(|it| it.positions.contains(position)).count();
    let held = Position::ALL.iter().map(|it| (*it, of_position(it)));
    let of_kind = |kind: &PersonKind| found.iter().filter(|it| it.kinds().contains(kind)).count();
    let kinds = PersonKind::ALL.iter().map(|it| (*it, of_kind(it)));
    let mut classes: BTreeMap<(u8, String), usize> = BTreeMap::new();
    for class in found.iter().filter_map(|it| it.class()) {
        *classes.entry((number_of(class), class.to_owned())).or_default() += 1;
    }
    let (held, kinds) =
        (held.filter(|(_, n)| 0 < *n).collect(), kinds.filter(|(_, n)| 0 < *n).collect());
    let lines: Vec<_> = found.into_iter().filter(|it| asked.wants(it)).collect();
    let n_people = lines.len();
    let before = (asked.page.max(1) - 1).saturating_mul(PAGE_SIZE);
    let lines = lines.into_iter().skip(before).take(PAGE_SIZE).collect();
    List { lines, n_people, held, kinds, classes }
}

/// The number of a class, so that 10 stands after 9.
fn number_of(class: &str) -> u8 {
    let digits: String = class.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u8::MAX)
}

impl PeopleAsked {
    fn position(&self) -> Option<Position> {
        Position::from_slug(&self.position)
    }

    fn kind(&self) -> Option<PersonKind> {
        PersonKind::from_slug(&self.kind)
    }

    /// The part of a name that is looked for.
    pub(super) fn search(&self) -> &str {
        &self.q
    }

    /// Whether a line is among those asked for.
    pub(super) fn wants(&self, line: &PersonLine) -> bool {
        self.position().is_none_or(|it| line.positions.contains(&it))
            && self.kind().is_none_or(|it| line.kinds().contains(&it))
            && (self.class.is_empty() || line.class() == Some(self.class.as_str()))
    }

    fn is_narrow(&self) -> bool {
        let chosen = self.position().is_some() || self.kind().is_some() || !self.class.is_empty();
        !self.q.trim().is_empty() || chosen
    }

    fn href(&self, page: usize) -> String {
        let page = page.to_string();
        let pairs = [
            ("q", self.q.trim()),
            ("position", self.position().map_or("", Position::slug)),
            ("kind", self.kind().map_or("", PersonKind::slug)),
            ("class", self.class.as_str()),
            ("page", page.as_str()),
        ];
        let asked: Vec<_> = pairs
            .into_iter()
            .filter(|(name, value)| !value.is_empty() && (*name, *value) != ("page", "1"))
            .collect();
        match serde_html_form::to_string(asked) {
            Ok(asked) if !asked.is_empty() => format!("/people?{asked}"),
            _ => "/people".to_owned(),
        }
    }
}

fn list_page(visit: &Visit, asked: &PeopleAsked, list: &List, may_edit: bool) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("people-title"));
    let under = lang.tn(key("people-under"), [("count", list.n_people.into())]);
    let add = html! { @if may_edit {
        a.btn.btn-go href="/people/new" { (icon(Icon::Plus)) (lang.t(key("people-add"))) }
        a.btn.btn-plain href="/people/imports/new" { (lang.t(key("list-title"))) }
        a.btn.btn-plain href="/petitions" { (lang.t(key("petitions-title"))) }
    } };
    let body = html! {
        (block::head(&title, &under, &add))
        @if list.n_people == 0 && !asked.is_narrow() {
            (block::empty(&lang.t(key("people-empty")), &lang.t(key("people-empty-how")), &add))
        } @else {
            (nav::search(lang, "/people", &lang.t(key("people-find")), &asked.q, &more(lang, asked, list)))
            (found(lang, asked, list))
        }
    };
    shell::page(visit, &Frame { title: &title, section: Section::People, crumbs: &[] }, &body)
}

/// The choices beside the search, with how many each would show.
fn more(lang: Lang, asked: &PeopleAsked, list: &List) -> Markup {
    let (here, kind) = (asked.position(), asked.kind());
    html! {
        @if 1 < list.kinds.len() {
            div.extra {
                label for="kind" { (lang.t(key("people-kind"))) }
                select.form-select id="kind" name="kind" {
                    option value="" { (lang.t(key("people-any-kind"))) }
                    @for (it, count) in &list.kinds {
                        option value=(it.slug()) selected[kind == Some(*it)] { (terms::person_kind(lang, *it)) ", " (count) }
                    }
                }
            }
        }
        @if !list.classes.is_empty() {
            div.extra {
                label for="class" { (lang.t(key("people-class"))) }
                select.form-select id="class" name="class" {
                    option value="" { (lang.t(key("people-any-class"))) }
                    @for ((_, it), count) in &list.classes {
                        option value=(it) selected[asked.class == *it] { (it) ", " (count) }
                    }
                }
            }
        }
        div.extra {
            label for="position" { (lang.t(key("people-column-roles"))) }
            select.form-select id="position" name="position" {
                option value="" { (lang.t(key("people-all"))) }
                @for (position, count) in &list.held {
                    option value=(position.slug()) selected[here == Some(*position)] { (terms::position(lang, *position)) ", " (count) }
                }
            }
        }
    }
}

fn found(lang: Lang, asked: &PeopleAsked, list: &List) -> Markup {
    if list.lines.is_empty() {
        let clear = html! { a.btn.btn-plain href="/people" { (lang.t(key("people-clear"))) } };
        return block::empty(
            &lang.t(key("people-nothing")),
            &lang.t(key("people-nothing-how")),
            &clear,
        );
    }
    let heads =
        [key("people-column-name"), key("people-column-roles"), key("people-column-contact")]
            .map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! { @for line in &list.lines { (row(lang, &heads, line)) } };
    html! {
        (table::table(&lang.t(key("people-title")), &columns, &rows))
        (nav::pager(lang, asked.page.max(1), PAGE_SIZE, list.n_people, |page| asked.href(page)))
        (sheet::links(lang, "/people/list", &asked.href(1)))
    }
}

fn row(lang: Lang, heads: &[String; 3], line: &PersonLine) -> Markup {
    let person = &line.person;
    let href = format!("/people/{}", person.id);
    let contact = [&person.contact.phone, &person.contact.email];
    let cells = html! {
        (table::row_head(&href, &person.name.full(), line.class().unwrap_or(&person.job_title)))
        (table::cell(&heads[1], &html! {
            @if line.positions.is_empty() { span.soft { (lang.t(key("people-no-roles"))) } }
            @for it in &line.positions { div { (terms::position(lang, *it)) } }
        }))
        (table::cell(&heads[2], &html! {
            @if contact.iter().all(|it| it.is_empty()) { span.soft { (lang.t(key("people-no-contact"))) } }
            @for it in contact.iter().filter(|it| !it.is_empty()) { div.nb { (it) } }
        }))
    };
    table::row(Heat::Calm, &cells)
}
