//! The form of a new person: one page with what the kind of the person needs.
//!
//! It decides which questions each kind is asked. Deliberately absent: who looks alike and how a name
//! is spelled (`app::person::newcomer`), which is asked once and answered on the same page.

use app::person::newcomer::{self, Lookalike, Newcomer, NewcomerObstacle};
use app::person::{self, SavePerson, SavePersonObstacle};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::person::listed::{PersonKind, QualificationCategory};
use mentoring::person::spelling::better;
use mentoring::person::{Contact, GuardianGround, PersonName, Position};
use serde::Deserialize;
use uuid::Uuid;

use super::asked::{Asked, lookalikes, spelling};
use super::edit::mend_person;
use super::import::language;
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

/// A person as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct NewcomerForm {
    kind: String,
    surname: String,
    first: String,
    patronymic: String,
    former_surname: String,
    job_title: String,
    email: String,
    phone: String,
    birth_on: String,
    position: String,
    subject: String,
    category: String,
    class: String,
    guardian_name: String,
    guardian_phone: String,
    /// Who of those known the guardian is; `new` for none of them.
    guardian_is: String,
    ward: String,
    ground: String,
    paper: String,
    /// `better` or `typed`, once it was asked.
    spelling: String,
    /// «yes»: those who look alike were shown.
    asked_alike: String,
    /// «yes»: the person is none of them.
    other_person: String,
}

/// Which kind the form is asked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct KindAsked {
    kind: String,
}

impl NewcomerForm {
    fn kind(&self) -> PersonKind {
        PersonKind::from_slug(&self.kind).unwrap_or(PersonKind::Employee)
    }

    fn ground(&self) -> GuardianGround {
        GuardianGround::from_slug(&self.ground).unwrap_or(GuardianGround::Parent)
    }

    /// The person as asked; the days and ids that cannot be read are said at their fields.
    fn ask(&self, lang: Lang, mends: &mut Mends) -> Newcomer {
        let typed = PersonName {
            surname: self.surname.clone(),
            first: self.first.clone(),
            patronymic: self.patronymic.clone(),
        };
        let name = match self.spelling.as_str() {
            "better" => better(&typed).unwrap_or(typed),
            _ => typed,
        };
        let is_sure =
            self.other_person == "yes" || self.asked_alike != "yes" && !self.spelling.is_empty();
        let contact = Contact { email: self.email.clone(), phone: self.phone.clone() };
        let known_guardian = self.guardian_is.parse().ok().map(PersonId);
        let is_named = !self.guardian_name.trim().is_empty() && known_guardian.is_none();
        let guardian = is_named.then(|| SavePerson {
            name: name_of_line(&self.guardian_name),
            contact: Contact { phone: self.guardian_phone.clone(), ..Contact::default() },
            job_title: String::new(),
            is_sure: self.guardian_is == "new",
        });
        let of_student = self.kind() == PersonKind::Student;
        let category = QualificationCategory::from_slug(&self.category);
        Newcomer {
            kind: self.kind(),
            card: SavePerson { name, contact, job_title: self.job_title.clone(), is_sure },
            former_surname: self.former_surname.trim().to_owned(),
            birth_on: mends.day_if_any(lang, "birth_on", &self.birth_on),
            // The head is named on the card of the organisation only.
            position: Position::from_slug(&self.position).filter(|it| *it != Position::Head),
            subject: self.subject.clone(),
            category,
            class: self.class.clone(),
            guardian: guardian.filter(|_| of_student),
            known_guardian: known_guardian.filter(|_| of_student),
            ward: self.ward.parse::<Uuid>().ok().map(PersonId),
            ground: self.ground(),
            paper: self.paper.clone(),
        }
    }
}

/// «Гасан кызы» is one patronymic: all that follows the first name.
fn name_of_line(line: &str) -> PersonName {
    let words: Vec<&str> = line.split_whitespace().collect();
    match words.as_slice() {
        [surname, first, rest @ ..] if !line.contains('.') => PersonName {
            surname: (*surname).to_owned(),
            first: (*first).to_owned(),
            patronymic: rest.join(" "),
        },
        _ => PersonName::parse(line),
    }
}

/// What is asked about the name of the person and of the guardian.
#[derive(Default)]
struct Questions {
    of_person: Asked,
    of_guardian: Vec<Lookalike>,
}

/// Shows the form of a new person.
pub(crate) async fn new_person(
    visit: Visit,
    Query(asked): Query<KindAsked>,
) -> Result<Markup, Oops> {
    let typed = NewcomerForm { kind: asked.kind, ..NewcomerForm::default() };
    page(&visit, &typed, &Questions::default(), &Mends::default()).await
}

/// Adds a person with what its kind needs.
pub(crate) async fn add_person(
    visit: Visit,
    Filled(form): Filled<NewcomerForm>,
) -> Result<Response, Oops> {
    let mut mends = Mends::default();
    let mut questions = Questions::default();
    let ask = form.ask(visit.lang, &mut mends);
    if mends.is_empty() {
        match newcomer::add_newcomer(visit.ctx()?, &ask).await {
            Ok(id) => return Ok(visit.done(&format!("/people/{id}"), key("notice-person-added"))),
            Err(refusal) => {
                for it in obstacles(refusal)? {
                    mend(visit.lang, it, &mut questions, &mut mends);
                }
            }
        }
    }
    let page = page(&visit, &form, &questions, &mends).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Says at its field what to do about an obstacle.
fn mend(lang: Lang, it: NewcomerObstacle, questions: &mut Questions, mends: &mut Mends) {
    match it {
        NewcomerObstacle::Person(it) => questions.of_person.take(lang, it, mends),
        NewcomerObstacle::Guardian(SavePersonObstacle::Lookalike(it)) => {
            if questions.of_guardian.is_empty() {
                mends.push("guardian_is", lang.t(key("newcomer-mend-guardian")));
            }
            questions.of_guardian.push(it);
        }
        NewcomerObstacle::Guardian(SavePersonObstacle::Spelling { better }) => {
            let words = lang.tn(key("newcomer-mend-spelling"), [("name", better.full().into())]);
            mends.push("guardian_name", words);
        }
        NewcomerObstacle::Guardian(SavePersonObstacle::Person(it)) => {
            let (_, words) = mend_person(lang, &it);
            mends.push("guardian_name", words);
        }
        NewcomerObstacle::NoClass => mends.push("class", lang.t(key("newcomer-mend-class"))),
        NewcomerObstacle::Birth(it) => {
            mends.push("birth_on", app::person::import::wrong_fact(&it, language(lang)));
        }
        NewcomerObstacle::FormerSurname => {
            mends.push("former_surname", lang.t(key("person-mend-name")));
        }
        NewcomerObstacle::TooLong { field, limit } => {
            mends.push(field, lang.tn(key("person-mend-long"), [("limit", limit.into())]));
        }
        NewcomerObstacle::NoPaper => mends.push("paper", lang.t(key("newcomer-mend-paper"))),
    }
}

async fn page(
    visit: &Visit,
    typed: &NewcomerForm,
    questions: &Questions,
    mends: &Mends,
) -> Result<Markup, Oops> {
    let lang = visit.lang;
    let title = lang.t(key("person-new"));
    let kind = typed.kind();
    let children = match kind {
        PersonKind::Guardian => children(visit).await?,
        _ => Vec::new(),
    };
    let body = html! {
        (block::head(&title, "", &html! {}))
        (kinds(lang, kind))
        (form::refusal(lang, &lang.t(key("person-refused")), &lang.t(key("person-kept")), mends))
        form.form method="post" action="/people" {
            (visit.hidden())
            input type="hidden" name="kind" value=(kind.slug());
            (spelling(lang, &questions.of_person, &typed.spelling, mends))
            (lookalikes(lang, &questions.of_person, mends))
            (names(lang, typed, mends))
            @match kind {
                PersonKind::Student => (of_student(lang, typed, &questions.of_guardian, mends)),
                PersonKind::Guardian => (of_guardian(lang, typed, &children, mends)),
                PersonKind::Employee => (of_employee(lang, typed, mends)),
                PersonKind::Partner | PersonKind::Graduate => (job(lang, typed, mends)),
            }
            (reach(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("person-add-save"))) } }
        }
    };
    let crumbs = [
        Way { href: "/people".to_owned(), words: lang.t(key("people-title")), here: false },
        Way { href: String::new(), words: title.clone(), here: true },
    ];
    let frame = Frame { title: &title, section: Section::People, crumbs: &crumbs };
    Ok(shell::page(visit, &frame, &body))
}

/// The kinds, each with a form of its own.
fn kinds(lang: Lang, here: PersonKind) -> Markup {
    html! {
        nav.acts.mb-4 aria-label=(lang.t(key("people-kind"))) {
            @for it in PersonKind::ALL {
                a.btn.btn-s.btn-plain href={ "/people/new?kind=" (it.slug()) } aria-current=[(*it == here).then_some("page")] {
                    (terms::person_kind(lang, *it))
                }
            }
        }
    }
}

fn names(lang: Lang, typed: &NewcomerForm, mends: &Mends) -> Markup {
    html! {
        (line(lang, "surname", (&lang.t(key("person-surname")), ""), &typed.surname, mends, false))
        (line(lang, "first", (&lang.t(key("person-first")), ""), &typed.first, mends, true))
        (line(lang, "patronymic", (&lang.t(key("person-patronymic")), ""), &typed.patronymic, mends, true))
        @if typed.kind() != PersonKind::Student {
            (line(lang, "former_surname", (&lang.t(key("newcomer-former")), &lang.t(key("newcomer-former-hint"))), &typed.former_surname, mends, true))
        }
    }
}

fn of_employee(lang: Lang, typed: &NewcomerForm, mends: &Mends) -> Markup {
    let none = Answer { value: String::new(), words: lang.t(key("person-position-none")) };
    let answers: Vec<_> = std::iter::once(none).chain(terms::positions(lang)).collect();
    let position = Input {
        name: "position",
        label: &lang.t(key("person-position")),
        hint: &lang.t(key("person-position-hint")),
        value: &typed.position,
        ..Input::default()
    };
    let none = Answer { value: String::new(), words: lang.t(key("newcomer-category-none")) };
    let known = QualificationCategory::ALL.iter().map(|it| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("category-{}", it.slug())),
    });
    let categories: Vec<_> = std::iter::once(none).chain(known).collect();
    let category = Input {
        name: "category",
        label: &lang.t(key("detail-category")),
        value: &typed.category,
        ..Input::default()
    };
    html! {
        (job(lang, typed, mends))
        (form::select(lang, &position, &answers, mends))
        (line(lang, "subject", (&lang.t(key("people-subject")), ""), &typed.subject, mends, true))
        (form::select(lang, &category, &categories, mends))
        (birth(lang, typed, "", mends))
    }
}

fn of_student(lang: Lang, typed: &NewcomerForm, found: &[Lookalike], mends: &Mends) -> Markup {
    html! {
        (line(lang, "class", (&lang.t(key("people-class")), &lang.t(key("newcomer-class-hint"))), &typed.class, mends, false))
        (birth(lang, typed, &lang.t(key("newcomer-birth-hint")), mends))
        (line(lang, "guardian_name", (&lang.t(key("newcomer-guardian")), &lang.t(key("newcomer-guardian-hint"))), &typed.guardian_name, mends, true))
        @if !found.is_empty() { (guardian_is(lang, typed, found, mends)) }
        (line(lang, "guardian_phone", (&lang.t(key("newcomer-guardian-phone")), ""), &typed.guardian_phone, mends, true))
        (ground(lang, typed, mends))
    }
}

/// Asks which of those known the guardian is.
fn guardian_is(lang: Lang, typed: &NewcomerForm, found: &[Lookalike], mends: &Mends) -> Markup {
    let known = found.iter().map(|it| Answer {
        value: it.person.id.to_string(),
        words: lang.tn(key("newcomer-same"), [("who", super::asked::described(lang, it).into())]),
    });
    let other = Answer { value: "new".to_owned(), words: lang.t(key("newcomer-other")) };
    let answers: Vec<_> = known.chain([other]).collect();
    let input = Input {
        name: "guardian_is",
        label: &lang.t(key("newcomer-guardian-is")),
        value: &typed.guardian_is,
        ..Input::default()
    };
    form::one_of(lang, &input, &answers, mends)
}

fn of_guardian(lang: Lang, typed: &NewcomerForm, children: &[Answer], mends: &Mends) -> Markup {
    let input = Input {
        name: "ward",
        label: &lang.t(key("newcomer-ward")),
        value: &typed.ward,
        optional: true,
        ..Input::default()
    };
    html! {
        (form::select(lang, &input, children, mends))
        (ground(lang, typed, mends))
    }
}

/// On what ground one represents the other, and the paper that everybody but a parent has.
fn ground(lang: Lang, typed: &NewcomerForm, mends: &Mends) -> Markup {
    let answer = |it: &GuardianGround| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("guardian-ground-{}", it.slug())),
    };
    let answers: Vec<_> = GuardianGround::ALL.iter().map(answer).collect();
    let input = Input {
        name: "ground",
        label: &lang.t(key("guardian-ground")),
        value: typed.ground().slug(),
        ..Input::default()
    };
    html! {
        (form::select(lang, &input, &answers, mends))
        (line(lang, "paper", (&lang.t(key("guardian-paper")), &lang.t(key("guardian-paper-hint"))), &typed.paper, mends, true))
    }
}

/// Students to choose from, told apart by class and year of birth.
async fn children(visit: &Visit) -> Result<Vec<Answer>, Oops> {
    let lang = visit.lang;
    let nobody = Answer { value: String::new(), words: lang.t(key("newcomer-ward-none")) };
    let people = person::list_people(visit.ctx()?, "").await?;
    let students = people.iter().filter(|it| it.positions.contains(&Position::Student));
    let answers = students.map(|it| {
        let birth_on = it.detail.as_ref().and_then(|it| it.birth_on);
        let birth = birth_on.map(|it| words::date(lang, it));
        let parts = [Some(it.person.name.full()), it.class().map(str::to_owned), birth];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        Answer { value: it.person.id.to_string(), words: parts.join(", ") }
    });
    Ok(std::iter::once(nobody).chain(answers).collect())
}

fn job(lang: Lang, typed: &NewcomerForm, mends: &Mends) -> Markup {
    let words = (&*lang.t(key("person-job")), &*lang.t(key("person-job-hint")));
    line(lang, "job_title", words, &typed.job_title, mends, true)
}

fn birth(lang: Lang, typed: &NewcomerForm, hint: &str, mends: &Mends) -> Markup {
    let input = Input {
        name: "birth_on",
        label: &lang.t(key("detail-birth")),
        hint,
        value: &typed.birth_on,
        kind: "date",
        width: "w-date",
        optional: true,
        ..Input::default()
    };
    form::input(lang, &input, mends)
}

fn reach(lang: Lang, typed: &NewcomerForm, mends: &Mends) -> Markup {
    html! {
        (form::input(lang, &Input { name: "phone", label: &lang.t(key("person-phone")), value: &typed.phone, kind: "tel", width: "w-mid", optional: true, ..Input::default() }, mends))
        // Not `type=email`: browsers then refuse Cyrillic addresses in their own words.
        (form::input(lang, &Input { name: "email", label: &lang.t(key("person-email")), value: &typed.email, width: "w-mid", optional: true, ..Input::default() }, mends))
    }
}

fn line(
    lang: Lang,
    name: &'static str,
    (label, hint): (&str, &str),
    value: &str,
    mends: &Mends,
    optional: bool,
) -> Markup {
    form::input(lang, &Input { name, label, hint, value, optional, ..Input::default() }, mends)
}
