//! One's own roles, each with its rights and duties.
//!
//! Source: положение о наставничестве of OKT, §3–5, in the words of the language files. A student
//! who is a mentee reads the words of the model for students, everybody else those for teachers.

use app::act::acquaintance::acts_for_me;
use app::person;
use maud::{Markup, html};
use mentoring::access::Action;
use mentoring::person::{PersonRole, Position};

use super::acts;
use super::petitions::{self, PetitionForm};
use crate::kit::block;
use crate::kit::form::{self, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// Roles that have words of their own.
const WORDED: &[Position] = &[
    Position::Head,
    Position::Curator,
    Position::MethodicalHead,
    Position::MethodicalAssociation,
    Position::DeputyUpbringing,
    Position::ClassTeacher,
    Position::Psychologist,
    Position::SocialPedagogue,
    Position::SiteAdmin,
    Position::Mentor,
    Position::Mentee,
    Position::Guardian,
];

/// Shows one's own roles of today.
pub(crate) async fn show_own_roles(visit: Visit) -> Result<Markup, Oops> {
    page(&visit, &PetitionForm::default(), &Mends::default()).await
}

/// The page, with what was typed of a petition.
pub(super) async fn page(
    visit: &Visit,
    typed: &PetitionForm,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let view = person::show_person(ctx, ctx.person).await?;
    let today = visit.today();
    let held: Vec<&PersonRole> = view.roles.iter().filter(|it| it.period.contains(today)).collect();
    let is_student = held.iter().any(|it| it.position == Position::Student);
    let title = lang.t(key("me-title"));
    let acts = html! {
        a.btn.btn-plain href={ "/people/" (ctx.person) } { (lang.t(key("own-card"))) }
        @if ctx.may_oneself(Action::SeeConsents) { a.btn.btn-plain href="/me/consents" { (lang.t(key("own-consents"))) } }
        a.btn.btn-plain href={ "/people/" (ctx.person) "/held" } { (lang.t(key("held-own"))) }
    };
    let body = html! {
        (block::head(&title, &view.person.name.full(), &acts))
        (form::refusal(lang, &lang.t(key("petition-refused")), &lang.t(key("person-kept")), mends))
        (to_read(visit).await?)
        @if held.is_empty() { p { (lang.t(key("me-none"))) } }
        @for role in &held { (one(lang, role, is_student)) }
        (petitions::own(visit, typed, mends).await?)
    };
    let section = if ctx.may(Action::SeePeople) { Section::Account } else { Section::Me };
    let frame = Frame { title: &title, section, crumbs: &[] };
    Ok(shell::page(visit, &frame, &body))
}

/// The acts that the visitor has to read, each with its button.
async fn to_read(visit: &Visit) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let all = acts_for_me(visit.ctx()?).await?;
    Ok(html! {
        @if !all.is_empty() {
            section aria-labelledby="to-read" {
                (block::section_head("to-read", &lang.t(key("me-acts")), "", None))
                p.small.soft { (lang.t(key("act-read-means"))) }
                ul.plain { @for it in &all { li.d-flex.flex-wrap.gap-4 {
                    a href={ "/acts/" (it.key.text()) } { (acts::named(lang, it)) }
                    form method="post" action={ "/acts/" (it.key.text()) "/read" } {
                        (visit.hidden())
                        button.btn.btn-plain.btn-s { (lang.t(key("act-read-do"))) span.visually-hidden { ": " (acts::named(lang, it)) } }
                    }
                } } }
            }
        }
    })
}

/// Tells the visitor that acts wait to be read; nothing where none does.
pub(super) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let n = acts_for_me(visit.ctx()?).await?.len();
    let words = visit.lang.tn(key("me-acts-told"), [("count", n.into())]);
    Ok(html! {
        @if 0 < n { p.notice { (icon(Icon::Info)) a href="/me" { (words) } } }
    })
}

/// A role with its rights and duties.
fn one(lang: Lang, role: &PersonRole, is_student: bool) -> Markup {
    let id = format!("role-{}", role.id);
    let since =
        lang.tn(key("person-role-since"), [("from", words::date(lang, role.period.from).into())]);
    // The same word for a role means other rights in the two models.
    let model = match role.position {
        Position::Mentee | Position::Mentor if is_student => "-student",
        _ => "",
    };
    let slug = role.position.slug();
    html! {
        section aria-labelledby=(id) {
            (block::section_head(&id, &terms::role_of_person(lang, role), &since, None))
            @if WORDED.contains(&role.position) {
                h3 { (lang.t(key("me-rights"))) }
                (lines(&lang.t(&format!("me-rights-{slug}{model}"))))
                h3 { (lang.t(key("me-duties"))) }
                (lines(&lang.t(&format!("me-duties-{slug}{model}"))))
            } @else { p.soft { (lang.t(key("me-unworded"))) } }
        }
    }
}

fn lines(text: &str) -> Markup {
    html! { ul { @for line in text.lines().filter(|it| !it.trim().is_empty()) { li { (line.trim()) } } } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_reads_the_rights_and_duties_of_ones_own_roles() {
        for lang in Lang::ALL {
            for position in WORDED {
                let student = matches!(position, Position::Mentor | Position::Mentee);
                for model in if student { &["", "-student"][..] } else { &[""] } {
                    for what in ["rights", "duties"] {
                        let key = format!("me-{what}-{}{model}", position.slug());
                        let words = lang.t(&key);
                        assert!(words.contains(' ') && words != key, "{key}");
                    }
                }
            }
        }
    }
}
