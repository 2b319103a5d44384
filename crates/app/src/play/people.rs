//! What the sample town has done about its people: consents, pools, addenda, orders.
//!
//! It decides who has signed by October and who has not, so that a visitor sees both. Deliberately
//! absent: rows of the roadmap (`play`), pupils and partners (`school`).

use jiff::civil::{Date, date};
use mentoring::consent::{ConsentKind, Signer};
use mentoring::id::PersonId;
use mentoring::labour::{MentoringMode, MentoringPay};
use mentoring::order::{OrderNumber, OrderSubject};
use mentoring::period::Period;
use mentoring::person::Position;
use mentoring::person::listed::{PersonKind, QualificationCategory};
use mentoring::pools::{Pool, TermKind};

use super::at;
use super::school::{entry_of, somebody, the_card, the_classes, the_partner, the_sealed};
use crate::ctx::Ctx;
use crate::labour::{SaveAddendum, sign_addendum};
use crate::order::participant::name_participants;
use crate::order::{RegisterOrder, concern_people, draft_order, register_order};
use crate::person::newcomer::add_newcomer;
use crate::person::{GiveRole, give_role};
use crate::pools::consent::{RecordConsent, record_consent};
use crate::pools::dictionary::show_dictionary;
use crate::pools::pool::{add_term, enter_pool};
use crate::refusal::{Nothing, Refusal};
use crate::town::Town;

/// Plays what was done about people up to a day.
///
/// - `year`: the year in which the school year began.
/// - Errors: of the store; the sample gives no obstacles.
pub(super) async fn about_people(town: &Town, curator: &Ctx, (year, day): (i16, Date)) -> Played {
    let [opening, signed_on, paired_on] = [date(year, 9, 1), date(year, 9, 10), date(year, 9, 14)];
    if day < signed_on {
        return Ok(());
    }
    the_card(&at(curator, opening), opening).await?;
    let ctx = &at(curator, signed_on);
    mended(add_term(ctx, TermKind::Strength, "цифровая лаборатория").await)?;
    let staff = the_staff(town, ctx).await?;
    the_classes(town, ctx, year).await?;
    the_partner(ctx, year).await?;
    let (head, reader) = (town.ctx("head").await?, town.ctx("psychologist").await?);
    the_sealed(town, ctx, &at(&head, signed_on), &at(&reader, signed_on)).await?;
    orders(town, curator, (year, &staff), day.min(paired_on)).await
}

/// Whether the played day went as it should.
pub(super) type Played = Result<(), Refusal<Nothing>>;

/// A teacher of the town beside those who have an account.
struct Teacher {
    name: &'static str,
    job: &'static str,
    subject: &'static str,
    category: Option<QualificationCategory>,
    pool: Pool,
    words: [(TermKind, &'static str); 2],
    pay: Option<MentoringPay>,
}

const TEACHERS: &[Teacher] = &[
    Teacher {
        name: "Громова Лидия Сергеевна",
        job: "учитель химии",
        subject: "химия",
        category: Some(QualificationCategory::Highest),
        pool: Pool::Mentors,
        words: [
            (TermKind::Strength, "цифровая лаборатория"),
            (TermKind::Form, "учитель — учитель"),
        ],
        pay: Some(MentoringPay::Monthly { kopecks: 400_000 }),
    },
    Teacher {
        name: "Панов Егор Дмитриевич",
        job: "учитель физики",
        subject: "физика",
        category: Some(QualificationCategory::First),
        pool: Pool::Mentors,
        words: [
            (TermKind::Strength, "проектная и исследовательская работа"),
            (TermKind::Form, "педагог — педагог"),
        ],
        pay: Some(MentoringPay::Share { basis_points: 1500 }),
    },
    Teacher {
        name: "Рябинина Ксения Олеговна",
        job: "учитель английского языка",
        subject: "английский язык",
        category: None,
        pool: Pool::Mentees,
        words: [(TermKind::Need, "вхождение в должность"), (TermKind::Form, "учитель — учитель")],
        pay: None,
    },
];

/// What the staff has signed; gives mentors and mentees of the pools.
async fn the_staff(town: &Town, ctx: &Ctx) -> Result<Vec<(PersonId, Pool)>, Refusal<Nothing>> {
    let today = ctx.today();
    let words = show_dictionary(ctx).await?.terms;
    let share = Some(MentoringPay::Share { basis_points: 1000 });
    let own = [
        ("mentor", Pool::Mentors, (TermKind::Strength, "дисциплина и порядок на уроке"), share),
        ("mentee", Pool::Mentees, (TermKind::Need, "общение с родителями"), None),
    ];
    let mut staff = Vec::new();
    for (login, pool, word, pay) in own {
        let Some(person) = town.person(login) else { continue };
        staff.push((person, pool, [word, (TermKind::Form, "учитель — учитель")], pay));
    }
    for it in TEACHERS {
        let mut teacher = somebody(PersonKind::Employee, it.name);
        teacher.card.job_title = it.job.to_owned();
        teacher.subject = it.subject.to_owned();
        teacher.category = it.category;
        let person = mended(add_newcomer(ctx, &teacher).await)?;
        let position = if it.pool == Pool::Mentors { Position::Mentor } else { Position::Mentee };
        let role = GiveRole { position, about: String::new(), period: Period::since(today) };
        mended(give_role(ctx, person, &role).await)?;
        staff.push((person, it.pool, it.words, it.pay));
    }
    for (number, (person, pool, chosen, pay)) in (1_u8..).zip(&staff) {
        let kind = match pool {
            Pool::Mentors => ConsentKind::LabourMentoring,
            Pool::Mentees => ConsentKind::Participation,
        };
        mended(record_consent(ctx, &signed(*person, kind, today)).await)?;
        mended(record_consent(ctx, &signed(*person, ConsentKind::PersonalData, today)).await)?;
        mended(enter_pool(ctx, &entry_of((*person, *pool), today, chosen, &words)).await)?;
        if let Some(pay) = pay {
            mended(sign_addendum(ctx, &addendum(*person, number, *pay, today)).await)?;
        }
    }
    // The second mentor has signed the one and not the other: a gap to be seen.
    if let Some(person) = town.person("mentor2") {
        mended(record_consent(ctx, &signed(person, ConsentKind::PersonalData, today)).await)?;
    }
    Ok(staff.into_iter().map(|(person, pool, ..)| (person, pool)).collect())
}

/// The orders of the autumn, those of the town's day and before.
async fn orders(
    town: &Town,
    curator: &Ctx,
    (year, staff): (i16, &[(PersonId, Pool)]),
    day: Date,
) -> Played {
    let of = |logins: &[&str]| logins.iter().filter_map(|it| town.person(it)).collect::<Vec<_>>();
    let of_pool = |wanted: Pool| {
        let found = staff.iter().filter(move |(_, pool)| *pool == wanted);
        found.map(|(person, _)| *person).collect::<Vec<_>>()
    };
    let (mentors, mentees) = (of_pool(Pool::Mentors), of_pool(Pool::Mentees));
    for (number, signed_on, subject, title, people) in [
        (
            119,
            date(year, 9, 1),
            OrderSubject::Curator,
            "О назначении куратора наставничества",
            of(&["curator"]),
        ),
        (
            126,
            date(year, 9, 10),
            OrderSubject::Release,
            "Об освобождении наставников от уроков на время семинара",
            of(&["mentor", "mentor2"]),
        ),
        (127, date(year, 9, 11), OrderSubject::Mentors, "О назначении наставников", Vec::new()),
        (
            129,
            date(year, 9, 14),
            OrderSubject::Pairs,
            "О закреплении наставнических пар «учитель — учитель»",
            Vec::new(),
        ),
    ] {
        if signed_on <= day {
            let ctx = &at(curator, signed_on);
            let id = mended(draft_order(ctx, subject, title).await)?;
            mended(concern_people(ctx, id, &people).await)?;
            // The first mentors have a mentee each; the last one waits for somebody.
            let named: Vec<(&[PersonId], &[PersonId])> = match subject {
                OrderSubject::Mentors => vec![(&mentors, &[])],
                OrderSubject::Pairs => mentors.chunks(1).zip(mentees.chunks(1)).collect(),
                _ => Vec::new(),
            };
            for (mentors, mentees) in named {
                mended(name_participants(ctx, id, mentors, mentees).await)?;
            }
            let number = OrderNumber { running: number, suffix: "-од".to_owned() };
            let ask = RegisterOrder { number, signed_on, acts_from: None, scan: None };
            mended(register_order(ctx, id, &ask).await)?;
        }
    }
    Ok(())
}

fn addendum(person: PersonId, number: u8, pay: MentoringPay, signed_on: Date) -> SaveAddendum {
    SaveAddendum {
        person,
        number: "1".to_owned(),
        signed_on,
        contract_number: format!("{}-тд", 13 + number),
        contract_on: Some(date(2012, 8, 27)),
        from: date(signed_on.year(), 9, 14),
        to: Some(date(signed_on.year().saturating_add(1), 5, 31)),
        content: "помощь молодому учителю: подготовка уроков, взаимное посещение, разбор"
            .to_owned(),
        mode: Some(MentoringMode::OneInPresence),
        pay: Some(pay),
        pay_ground: "п. 4.7 положения об оплате труда".to_owned(),
        is_sure: false,
    }
}

/// A consent that somebody of full age signed.
pub(super) fn signed(person: PersonId, kind: ConsentKind, signed_on: Date) -> RecordConsent {
    RecordConsent {
        person,
        kind,
        signed_on,
        signed_by: vec![Signer::Oneself],
        guardian: None,
        until: signed_on.checked_add(jiff::ToSpan::year(1)).ok(),
        is_joined: false,
        addresses: Vec::new(),
        categories: Vec::new(),
        scan: None,
    }
}

/// The sample is written so that no rule stands against it: an obstacle is our mistake.
pub(super) fn mended<T, O: std::fmt::Debug>(
    outcome: Result<T, Refusal<O>>,
) -> Result<T, Refusal<Nothing>> {
    outcome.map_err(|refusal| match refusal {
        Refusal::Obstacles(all) => {
            Refusal::Unexpected(anyhow::anyhow!("the sample town is refused: {all:?}"))
        }
        Refusal::NotFound => Refusal::NotFound,
        Refusal::Stale => Refusal::Stale,
        Refusal::Unavailable(cause) => Refusal::Unavailable(cause),
        Refusal::Unexpected(cause) => Refusal::Unexpected(cause),
    })
}
