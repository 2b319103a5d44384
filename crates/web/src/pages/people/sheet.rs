//! The list of people as a file that can be loaded again.

use app::person::{self, PersonLine};
use app::sheet::{Sheet, SheetCell, SheetFormat};
use axum::extract::Query;
use axum::response::Response;
use mentoring::access::Action;
use mentoring::person::{PersonRole, Position};

use super::list::PeopleAsked;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::{give, text};
use crate::terms;
use crate::visit::Visit;

/// Gives the list as a workbook.
pub(crate) async fn xlsx(visit: Visit, Query(asked): Query<PeopleAsked>) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Xlsx).await
}

/// Gives the list as values between semicolons.
pub(crate) async fn csv(visit: Visit, Query(asked): Query<PeopleAsked>) -> Result<Response, Oops> {
    sheet(&visit, &asked, SheetFormat::Csv).await
}

async fn sheet(visit: &Visit, asked: &PeopleAsked, format: SheetFormat) -> Result<Response, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let lines = person::list_people(ctx, asked.search()).await?;
    // Days of birth stand with the consents, and are seen by who may see those.
    let with_birth = ctx.may(Action::SeeConsents);
    let year = visit.today().year();
    let heads = [
        key("person-surname"),
        key("person-first"),
        key("person-patronymic"),
        key("detail-birth"),
        key("people-kind"),
        key("people-class"),
        key("person-job"),
        key("people-subject"),
        key("detail-category"),
        key("people-experience"),
        key("person-phone"),
        key("person-email"),
        key("people-column-roles"),
    ];
    let rows = lines.iter().filter(|it| asked.wants(it)).map(|it| row(lang, it, with_birth, year));
    let list = Sheet {
        title: lang.t(key("people-title")),
        heads: heads.map(|it| lang.t(it)).to_vec(),
        rows: rows.collect(),
    };
    give(visit, "people", list, format).await
}

fn row(lang: Lang, line: &PersonLine, with_birth: bool, year: i16) -> Vec<SheetCell> {
    let person = &line.person;
    let about = |position: Position| {
        let of_position = |it: &&PersonRole| it.position == position && !it.about.is_empty();
        let abouts: Vec<&str> =
            line.roles.iter().filter(of_position).map(|it| it.about.as_str()).collect();
        abouts.join(", ")
    };
    let detail = line.detail.as_ref();
    let years = detail.and_then(|it| it.teaches_since).map(|it| i64::from(year - it.year()));
    let kinds: Vec<String> =
        line.kinds().into_iter().map(|it| terms::person_kind(lang, it)).collect();
    let roles: Vec<String> = line.roles.iter().map(|it| terms::role_of_person(lang, it)).collect();
    vec![
        text(&person.name.surname),
        text(&person.name.first),
        text(&person.name.patronymic),
        SheetCell::Day(detail.and_then(|it| it.birth_on).filter(|_| with_birth)),
        text(kinds.join(", ")),
        text(about(Position::Student)),
        text(&person.job_title),
        text(about(Position::Teacher)),
        text(detail.map(|it| it.category.clone()).unwrap_or_default()),
        years.map_or_else(|| text(""), SheetCell::Number),
        text(&person.contact.phone),
        text(&person.contact.email),
        text(roles.join("; ")),
    ]
}
