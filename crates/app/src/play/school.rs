//! The school of the sample town beside its staff: the card, the sizes of groups, classes with their
//! pupils and parents, consents with gaps, a partner, somebody who reads what is sensitive.
//!
//! It decides who lives in it: invented people. Deliberately absent: what staff has signed (`people`).

use jiff::civil::{Date, date};
use mentoring::care::AccessGroup;
use mentoring::consent::{ConsentKind, DataCategory, Permission, signers};
use mentoring::id::PersonId;
use mentoring::law::Law;
use mentoring::organisation::requisites::Requisites;
use mentoring::organisation::{Card, OrganisationKind, TargetGroup};
use mentoring::person::listed::PersonKind;
use mentoring::person::{Contact, GuardianGround, PersonName};
use mentoring::pools::{MentoringKind, Pool, Term, TermKind};

use super::people::{Played, mended, signed};
use crate::care::{NameReader, SaveNeed, name_reader, record_need};
use crate::ctx::{Ctx, ZONE};
use crate::organisation::{ChangeCard, change_card, set_group_size, show_card};
use crate::partner::{SaveAgreement, SavePartner, add_partner, name_person, record_agreement};
use crate::person::SavePerson;
use crate::person::newcomer::{Newcomer, add_newcomer};
use crate::pools::consent::{RecordConsent, SaidOfData, record_consent};
use crate::pools::dictionary::show_dictionary;
use crate::pools::pool::{SaveEntry, enter_pool};
use crate::town::Town;

/// A pupil of the town.
struct Child {
    class: &'static str,
    name: &'static str,
    /// Years before the school year began, month, day.
    born: (i16, i8, i8),
    guardian: &'static str,
    phone: &'static str,
    /// The act of a trustee; empty for a parent.
    act: &'static str,
    signs: Signs,
    part: Part,
}

/// What the family of a pupil has signed by the middle of September.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signs {
    Everything,
    /// Everything, and what may be made public.
    AndPublic,
    /// The data, not yet the participation.
    DataOnly,
    Nothing,
}

/// What a pupil is in the programme.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    None,
    Mentor(&'static str, &'static str),
    Mentee(&'static str, &'static str),
}

const fn child(
    (class, name, born): (&'static str, &'static str, (i16, i8, i8)),
    (guardian, phone, act): (&'static str, &'static str, &'static str),
    signs: Signs,
    part: Part,
) -> Child {
    Child { class, name, born, guardian, phone, act, signs, part }
}

/// The parent who has an account in the town: she is known before her son.
const KNOWN_GUARDIAN: &str = "Ключникова Вера Игоревна";

const STUDENTS: &str = "ученик — ученик";

#[rustfmt::skip]
const CHILDREN: &[Child] = {
    use Part::{Mentee, Mentor, None};
    use Signs::{AndPublic, DataOnly, Everything, Nothing};
    &[
        child(("7А", "Ключников Матвей Андреевич", (13, 4, 12)), (KNOWN_GUARDIAN, "", ""), Everything, Mentee("учёба по предмету", STUDENTS)),
        child(("7А", "Белова Ева Олеговна", (13, 2, 3)), ("Белова Инна Павловна", "+79000000101", ""), Everything, Mentee("уверенность и общение со сверстниками", STUDENTS)),
        child(("7А", "Гусев Ян Игоревич", (12, 11, 20)), ("Гусев Игорь Олегович", "+79000000102", ""), DataOnly, None),
        child(("7А", "Дроздов Мирон Ильич", (13, 7, 1)), ("Петрова Зоя Ивановна", "+79000000103", "постановление администрации Заречного района от 14.02.2024 № 117"), Everything, None),
        child(("7А", "Ежова Злата Романовна", (13, 5, 27)), ("Ежова Нина Львовна", "+79000000104", ""), Nothing, None),
        child(("7А", "Зимин Савва Петрович", (13, 8, 15)), ("Зимина Анна Юрьевна", "+79000000105", ""), Nothing, None),
        child(("9Б", "Ильина Мила Денисовна", (15, 1, 30)), ("Ильин Денис Ильич", "+79000000106", ""), AndPublic, Mentee("проект или исследование", "работодатель — ученик")),
        child(("9Б", "Краснов Лука Егорович", (15, 6, 9)), ("Краснова Юлия Борисовна", "+79000000107", ""), Everything, Mentee("выбор профессии", "работодатель — ученик")),
        child(("9Б", "Лапина Варвара Ильинична", (14, 12, 2)), ("Лапина Майя Олеговна", "+79000000108", ""), DataOnly, None),
        child(("9Б", "Морозов Тихон Глебович", (15, 3, 18)), ("Морозова Елена Марковна", "+79000000109", ""), Nothing, None),
        child(("11А", "Носова Арина Кирилловна", (17, 2, 14)), ("Носова Лидия Сергеевна", "+79000000110", ""), AndPublic, Mentor("помощь в учёбе по предмету", STUDENTS)),
        child(("11А", "Осипов Артём Максимович", (17, 5, 6)), ("Осипов Максим Юрьевич", "+79000000111", ""), Everything, Mentor("волонтёрство и социальные проекты", STUDENTS)),
    ]
};

/// Fills the card of the school and the sizes of its groups, from the first day of the school year.
pub(super) async fn the_card(ctx: &Ctx, opening: Date) -> Played {
    let seen = show_card(ctx, ctx.at()).await?;
    let text = str::to_owned;
    let card = Card {
        full_name: text(
            "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная \
             школа № 7»",
        ),
        taxpayer_number: text("4799000017"),
        registration_number: text("1024700001237"),
        address: text("187000, Заречный, ул. Школьная, д. 7"),
        phone: text("8 (000) 000-00-07"),
        email: text("school7@zarechnoe.example"),
        site: text("https://school7.zarechnoe.example"),
        ..seen.organisation.card
    };
    let requisites = Requisites {
        founder: text("Администрация Заречного района"),
        municipality: text("Заречный район"),
        region: text("Заречная область"),
        head_title: text("директор"),
        council: text("Педагогический совет"),
        order_suffix: text("-од"),
        charter: text(
            "Устав, утверждённый постановлением администрации Заречного района от 12.05.2021 № 214",
        ),
        ..Requisites::default()
    };
    let ask = ChangeCard {
        card,
        requisites,
        kind: OrganisationKind::School,
        zone: ZONE.to_owned(),
        revision: seen.revision,
    };
    mended(change_card(ctx, &ask).await)?;
    for (group, n_people) in [
        (TargetGroup::Students, 412),
        (TargetGroup::StudentsTenToNineteen, 287),
        (TargetGroup::Teachers, 34),
        (TargetGroup::NoviceTeachers, 4),
        (TargetGroup::Guardians, 540),
        (TargetGroup::Graduates, 22),
        (TargetGroup::Partners, 3),
    ] {
        set_group_size(ctx, group, n_people, opening).await?;
    }
    Ok(())
}

/// Brings pupils with their parents, what the families signed, and the pools.
pub(super) async fn the_classes(town: &Town, ctx: &Ctx, year: i16) -> Played {
    let words = show_dictionary(ctx).await?.terms;
    for it in CHILDREN {
        let (years, month, day) = it.born;
        let birth = date(year.saturating_sub(years), month, day);
        let known = town.person("guardian").filter(|_| it.guardian == KNOWN_GUARDIAN);
        let guardian = SavePerson {
            name: PersonName::parse(it.guardian),
            contact: Contact { phone: it.phone.to_owned(), ..Contact::default() },
            is_sure: true,
            ..SavePerson::default()
        };
        let is_parent = it.act.is_empty();
        let ask = Newcomer {
            birth_on: Some(birth),
            class: it.class.to_owned(),
            guardian: Some(guardian).filter(|_| known.is_none()),
            known_guardian: known,
            ground: if is_parent { GuardianGround::Parent } else { GuardianGround::Trustee },
            paper: it.act.to_owned(),
            ..somebody(PersonKind::Student, it.name)
        };
        let person = mended(add_newcomer(ctx, &ask).await)?;
        family_signs(ctx, it, (person, birth)).await?;
        take_part(ctx, it, person, &words).await?;
    }
    Ok(())
}

/// A person of the town with a name and nothing else.
pub(super) fn somebody(kind: PersonKind, name: &str) -> Newcomer {
    let name = PersonName::parse(name);
    Newcomer {
        kind,
        card: SavePerson { name, is_sure: true, ..SavePerson::default() },
        former_surname: String::new(),
        birth_on: None,
        position: None,
        subject: String::new(),
        category: None,
        class: String::new(),
        guardian: None,
        known_guardian: None,
        ward: None,
        ground: GuardianGround::Parent,
        paper: String::new(),
    }
}

/// What the family has signed today: who signs follows from the age.
async fn family_signs(ctx: &Ctx, it: &Child, (person, birth): (PersonId, Date)) -> Played {
    let today = ctx.today();
    let own = match it.part {
        Part::Mentor(..) => ConsentKind::VolunteerMentoring,
        Part::None | Part::Mentee(..) => ConsentKind::Participation,
    };
    let kinds: &[ConsentKind] = match it.signs {
        Signs::Nothing => &[],
        Signs::DataOnly => &[ConsentKind::GuardianData],
        Signs::Everything => &[ConsentKind::GuardianData, ConsentKind::GuardianParticipation, own],
        Signs::AndPublic => &[
            ConsentKind::GuardianData,
            ConsentKind::GuardianParticipation,
            own,
            ConsentKind::Distribution,
        ],
    };
    let tx = ctx.read().await?;
    let represented = tx.guardianships(&ctx.scope, &[person]).await?;
    tx.commit().await?;
    for kind in kinds {
        let needed = signers(*kind, Some(birth), today, Law::built_in());
        let is_public = *kind == ConsentKind::Distribution;
        let public = |it: &str| if is_public { vec![it.to_owned()] } else { Vec::new() };
        let ask = RecordConsent {
            signed_by: needed.to_vec(),
            guardian: represented.first().map(|it| it.guardian),
            addresses: public("https://school7.zarechnoe.example/mentoring/news"),
            categories: match is_public {
                true => [DataCategory::Name, DataCategory::Position, DataCategory::Photo]
                    .map(permitted)
                    .to_vec(),
                false => Vec::new(),
            },
            ..signed(person, *kind, today)
        };
        mended(record_consent(ctx, &ask).await)?;
    }
    Ok(())
}

fn permitted(category: DataCategory) -> SaidOfData {
    SaidOfData { category, permission: Permission::Allowed, condition: String::new() }
}

async fn take_part(ctx: &Ctx, it: &Child, person: PersonId, words: &[Term]) -> Played {
    let (pool, kind, word, form) = match it.part {
        Part::None => return Ok(()),
        Part::Mentor(word, form) => (Pool::Mentors, TermKind::Strength, word, form),
        Part::Mentee(word, form) => (Pool::Mentees, TermKind::Need, word, form),
    };
    let entry =
        entry_of((person, pool), ctx.today(), &[(kind, word), (TermKind::Form, form)], words);
    mended(enter_pool(ctx, &entry).await)?;
    Ok(())
}

/// An entry of a pool with words of the dictionary.
pub(super) fn entry_of(
    (person, pool): (PersonId, Pool),
    from: Date,
    chosen: &[(TermKind, &str)],
    words: &[Term],
) -> SaveEntry {
    let term = |(kind, text): &(TermKind, &str)| {
        words.iter().find(|it| it.kind == *kind && it.text == *text).map(|it| it.id)
    };
    SaveEntry {
        person,
        pool,
        from,
        capacity: 2,
        minutes_a_week: 60,
        paused: None,
        terms: chosen.iter().filter_map(term).collect(),
        kinds: vec![MentoringKind::Traditional],
        note: String::new(),
    }
}

/// A partner with an agreement, whose engineer mentors.
pub(super) async fn the_partner(ctx: &Ctx, year: i16) -> Played {
    let today = ctx.today();
    let ask = SavePartner {
        name: "ООО «Заречные сети»".to_owned(),
        contact: "Уварова Алла Денисовна, начальник отдела кадров".to_owned(),
        phone: "+79000000200".to_owned(),
        email: "kadry@seti.example".to_owned(),
        note: "Принимают экскурсии по средам".to_owned(),
    };
    let partner = mended(add_partner(ctx, &ask, today).await)?;
    let agreement = SaveAgreement {
        number: "3".to_owned(),
        subject: "совместная программа наставничества «Работодатель — ученик»".to_owned(),
        signed_on: today,
        until: Some(date(year.saturating_add(1), 8, 31)),
    };
    mended(record_agreement(ctx, partner, &agreement).await)?;
    let mut engineer = somebody(PersonKind::Partner, "Самойлов Игорь Владимирович");
    engineer.card.job_title = "ведущий инженер".to_owned();
    engineer.card.contact.phone = "+79000000201".to_owned();
    let engineer = mended(add_newcomer(ctx, &engineer).await)?;
    mended(name_person(ctx, partner, engineer, today).await)?;
    for kind in [ConsentKind::VolunteerMentoring, ConsentKind::PersonalData] {
        mended(record_consent(ctx, &signed(engineer, kind, today)).await)?;
    }
    let words = show_dictionary(ctx).await?.terms;
    let chosen = [
        (TermKind::Strength, "выбор профессии, знакомство с предприятием"),
        (TermKind::Form, "работодатель — ученик"),
    ];
    let entry = entry_of((engineer, Pool::Mentors), today, &chosen, &words);
    mended(enter_pool(ctx, &entry).await)?;
    Ok(())
}

/// Names a reader of what is sensitive, and seals one need; without a key nothing is written down.
pub(super) async fn the_sealed(town: &Town, ctx: &Ctx, head: &Ctx, reader: &Ctx) -> Played {
    if !ctx.app.vault.has_key() {
        return Ok(());
    }
    let ask = NameReader {
        person: reader.person,
        ground: "приказ от 01.09 № 120-од, психолого-педагогическое сопровождение".to_owned(),
        from: head.today(),
        to: None,
    };
    mended(name_reader(head, &ask).await)?;
    let tx = reader.app.store.read().await?;
    let found = tx.people(&ctx.scope, town.school, "дроздов мирон", ctx.today()).await?;
    tx.commit().await?;
    let Some(person) = found.first().map(|it| it.id) else { return Ok(()) };
    let need = SaveNeed {
        person,
        group: AccessGroup::Unnamed,
        measures: "Встречи на первом этаже, материалы крупным шрифтом".to_owned(),
        from: reader.today(),
        to: None,
    };
    mended(record_need(reader, &need).await)?;
    Ok(())
}
