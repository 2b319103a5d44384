//! Choosing people from a long list without script: search and narrow first, then tick.
//!
//! It decides how a person is told among namesakes: name, class or job, year of birth. Deliberately
//! absent: the whole day of birth, which nobody needs to choose by; what is done with the chosen.

use std::collections::BTreeSet;

use app::person::{self, PersonLine};
use app::pools::Known;
use app::{Ctx, Nothing, Refusal};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::{Person, Position};
use serde::Deserialize;

use crate::kit::nav;
use crate::lang::{Lang, key};
use crate::terms;

/// People of one page of a choice: more is no choice but a list to read.
const MOST: usize = 60;

/// What is looked for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct WhomAsked {
    /// A part of a name.
    pub(crate) q: String,
    /// Only of this class.
    pub(crate) class: String,
    /// Only with this position.
    pub(crate) position: String,
}

impl WhomAsked {
    fn wants(&self, line: &PersonLine) -> bool {
        let position = Position::from_slug(&self.position);
        let fold = crate::words::folded;
        fold(&line.person.name.full()).contains(&fold(self.q.trim()))
            && (self.class.is_empty() || line.class() == Some(self.class.as_str()))
            && position.is_none_or(|it| line.positions.contains(&it))
    }
}

/// What a choice shows.
pub(crate) struct Found {
    /// The first of those who were found, by name.
    pub(crate) shown: Vec<PersonLine>,
    /// How many were found.
    n_found: usize,
    classes: BTreeSet<String>,
    positions: BTreeSet<Position>,
}

/// Looks for people to choose from.
///
/// - `chosen`: who is ticked already: they stay in sight, first, whatever is looked for.
pub(crate) async fn find(
    ctx: &Ctx,
    asked: &WhomAsked,
    chosen: &[PersonId],
) -> Result<Found, Refusal<Nothing>> {
    let all = person::list_people(ctx, "").await?;
    let classes = all.iter().filter_map(|it| it.class()).map(str::to_owned).collect();
    let positions = all.iter().flat_map(|it| it.positions.iter().copied()).collect();
    let is_chosen = |it: &PersonLine| chosen.contains(&it.person.id);
    let mut shown: Vec<PersonLine> =
        all.into_iter().filter(|it| is_chosen(it) || asked.wants(it)).collect();
    shown.sort_by_key(|it| !is_chosen(it));
    let n_found = shown.len();
    shown.truncate(MOST);
    Ok(Found { shown, n_found, classes, positions })
}

/// Prints the search of a choice.
///
/// - `action`: the address of the page itself.
pub(crate) fn search(lang: Lang, action: &str, asked: &WhomAsked, found: &Found) -> Markup {
    let more = html! {
        @if !found.classes.is_empty() {
            div.extra {
                label for="class" { (lang.t(key("whom-class"))) }
                select.form-select id="class" name="class" {
                    option value="" { (lang.t(key("whom-any"))) }
                    @for it in &found.classes { option value=(it) selected[asked.class == *it] { (it) } }
                }
            }
        }
        div.extra {
            label for="position" { (lang.t(key("whom-position"))) }
            select.form-select id="position" name="position" {
                option value="" { (lang.t(key("whom-any"))) }
                @for it in &found.positions { option value=(it.slug()) selected[asked.position == it.slug()] { (terms::position(lang, *it)) } }
            }
        }
    };
    nav::search(lang, action, &lang.t(key("whom-find")), &asked.q, &more)
}

/// Says that there are more than are shown, or nobody.
pub(crate) fn rest(lang: Lang, found: &Found) -> Markup {
    let n_rest = found.n_found - found.shown.len();
    html! {
        @if found.n_found == 0 { p.soft { (lang.t(key("whom-nobody"))) } }
        @if 0 < n_rest { p.soft { (lang.tn(key("whom-rest"), [("count", n_rest.into())])) } }
    }
}

/// A person whose consents and pools are looked at: «Андреев Артём Романович, 7А, 2013 г. р.».
pub(crate) fn of_known(lang: Lang, it: &Known) -> String {
    let birth = it.detail.as_ref().and_then(|it| it.birth_on);
    told(lang, &it.person.name.full(), (&it.about, &it.person.job_title), birth)
}

/// A person of the list of people.
pub(crate) fn of_line(lang: Lang, it: &PersonLine) -> String {
    let birth = it.detail.as_ref().and_then(|it| it.birth_on);
    let class = it.class().unwrap_or_default();
    told(lang, &it.person.name.full(), (class, &it.person.job_title), birth)
}

/// A grown person of whom no more is at hand.
pub(crate) fn of_person(lang: Lang, it: &Person) -> String {
    told(lang, &it.name.full(), ("", &it.job_title), None)
}

/// The job says more of who works here than a subject; a pupil has a class and no job.
fn told(lang: Lang, name: &str, (about, job): (&str, &str), birth: Option<Date>) -> String {
    let place = if job.is_empty() { about } else { job };
    let year = birth.map(|it| lang.tn(key("whom-born"), [("year", it.year().to_string().into())]));
    let parts = [Some(name.to_owned()), Some(place.to_owned()), year];
    let said: Vec<String> = parts.into_iter().flatten().filter(|it| !it.is_empty()).collect();
    said.join(", ")
}
