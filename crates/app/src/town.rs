//! A sample town: a school inside a municipality inside a region, and its people.
//!
//! It decides who lives there: invented people for tests and the demo, each with an account that
//! the demo lets one choose. Deliberately absent: their work (the demo plays a year over it).

use jiff::civil::Date;
use mentoring::access::Role;
use mentoring::event::Event;
use mentoring::id::*;
use mentoring::organisation::{Card, Level, Organisation, OrganisationKind};
use mentoring::period::Period;
use mentoring::person::{Contact, Person, PersonName, PersonRole, Position};
use store::{Account, Membership, Tx};

use crate::ctx::{App, Ctx, ZONE};
use crate::pools::dictionary::begin_dictionary;
use crate::refusal::{Nothing, Refusal};

/// One person of the town: name, job, positions, role of the account, login.
struct Resident {
    home: Home,
    name: &'static str,
    job: &'static str,
    positions: &'static [Position],
    role: Option<Role>,
    login: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Home {
    Region,
    Municipality,
    School,
    OtherSchool,
}

const fn resident(
    home: Home,
    login: &'static str,
    name: &'static str,
    job: &'static str,
    positions: &'static [Position],
    role: Option<Role>,
) -> Resident {
    Resident { home, name, job, positions, role, login }
}

/// The class that the class teacher of the town leads.
const CLASS_LED: &str = "7А";

/// Everybody, the curator first: the demo offers them in this order.
const RESIDENTS: &[Resident] = &[
    resident(
        Home::School,
        "curator",
        "Орлова Марина Сергеевна",
        "заместитель директора по учебно-воспитательной работе",
        &[Position::DeputyHead, Position::DeputyAcademic, Position::Curator],
        Some(Role::Curator),
    ),
    resident(
        Home::School,
        "head",
        "Ветров Андрей Николаевич",
        "директор",
        &[Position::Head, Position::Administration],
        Some(Role::Head),
    ),
    resident(
        Home::School,
        "deputy",
        "Ясенева Ольга Дмитриевна",
        "заместитель директора по воспитательной работе",
        &[Position::DeputyUpbringing],
        Some(Role::Deputy),
    ),
    resident(
        Home::School,
        "mentor",
        "Алёшина Фёкла Ильинична",
        "учитель математики",
        &[Position::Teacher, Position::Mentor, Position::MethodicalHead],
        Some(Role::Mentor),
    ),
    resident(
        Home::School,
        "mentor2",
        "Рощин Пётр Валерьевич",
        "учитель истории",
        &[Position::Teacher, Position::Mentor],
        Some(Role::Mentor),
    ),
    resident(
        Home::School,
        "mentee",
        "Синицына Дарья Павловна",
        "учитель начальных классов",
        &[Position::Teacher, Position::Mentee],
        Some(Role::Mentee),
    ),
    resident(
        Home::School,
        "psychologist",
        "Лугова Ирина Олеговна",
        "педагог-психолог",
        &[Position::Psychologist],
        Some(Role::Psychologist),
    ),
    resident(
        Home::School,
        "teacher",
        "Берёзкин Глеб Антонович",
        "учитель информатики",
        &[Position::Teacher, Position::ClassTeacher, Position::SiteAdmin],
        Some(Role::Teacher),
    ),
    resident(
        Home::School,
        "guardian",
        "Ключникова Вера Игоревна",
        "",
        &[Position::Guardian],
        Some(Role::Guardian),
    ),
    resident(
        Home::School,
        "",
        "Тихомирова Анна Львовна",
        "социальный педагог",
        &[Position::SocialPedagogue],
        None,
    ),
    resident(
        Home::School,
        "auditor",
        "Строгов Илья Романович",
        "специалист по проверкам",
        &[],
        Some(Role::Auditor),
    ),
    resident(
        Home::OtherSchool,
        "neighbour",
        "Полевая Нина Егоровна",
        "заместитель директора",
        &[Position::DeputyHead, Position::Curator],
        Some(Role::Curator),
    ),
    resident(
        Home::Municipality,
        "municipality",
        "Гаврилова Софья Андреевна",
        "методист муниципального центра",
        &[Position::MunicipalCentre],
        Some(Role::MunicipalCentre),
    ),
    resident(
        Home::Region,
        "region",
        "Долин Максим Юрьевич",
        "специалист регионального центра",
        &[Position::RegionalCentre],
        Some(Role::RegionalCentre),
    ),
];

/// Another school of the region with its own curator.
struct Neighbour {
    /// Which municipality; 0 is that of the town.
    district: usize,
    kind: OrganisationKind,
    name: &'static str,
    curator: &'static str,
    login: &'static str,
    /// How many tasks of a hundred are done in time; `None` where no roadmap has begun.
    diligence: Option<u64>,
}

const fn neighbour(
    district: usize,
    kind: OrganisationKind,
    (name, curator, login): (&'static str, &'static str, &'static str),
    diligence: Option<u64>,
) -> Neighbour {
    Neighbour { district, kind, name, curator, login, diligence }
}

/// The municipalities beside that of the town.
const DISTRICTS: &[&str] = &["Заречный район", "Луговской округ", "Боровской район"];

/// The other schools, by municipality.
const NEIGHBOURS: &[Neighbour] = {
    use OrganisationKind::{College, Kindergarten, School};
    &[
        neighbour(0, School, ("Школа № 1", "Мельникова Тамара Юрьевна", "school-1"), Some(97)),
        neighbour(0, School, ("Школа № 3", "Кравцов Олег Семёнович", "school-3"), Some(62)),
        neighbour(0, School, ("Школа № 12", "Быстрова Алла Петровна", "school-12"), Some(40)),
        neighbour(0, School, ("Лицей № 4", "Зимина Елена Марковна", "lyceum-4"), Some(88)),
        neighbour(0, School, ("Школа села Ключи", "Дёмина Юлия Андреевна", "keys"), None),
        neighbour(
            0,
            Kindergarten,
            ("Детский сад «Ромашка»", "Яшина Лада Игоревна", "daisy"),
            Some(75),
        ),
        neighbour(1, School, ("Школа № 5", "Ершова Инна Давыдовна", "school-5"), Some(90)),
        neighbour(1, School, ("Школа № 8", "Гусев Роман Ильич", "school-8"), Some(55)),
        neighbour(1, College, ("Луговской колледж", "Соколов Лев Борисович", "college"), Some(81)),
        neighbour(2, School, ("Школа № 9", "Титова Майя Олеговна", "school-9"), Some(70)),
        neighbour(2, School, ("Школа № 10", "Жуков Егор Иванович", "school-10"), Some(35)),
        neighbour(2, School, ("Гимназия № 6", "Лисина Вера Львовна", "gymnasium-6"), Some(94)),
    ]
};

/// How many tasks of a hundred an organisation of the town does in time.
#[must_use]
pub fn diligence_of(name: &str) -> u64 {
    const USUAL: u64 = 78;
    let known = NEIGHBOURS.iter().find(|it| it.name == name);
    known.and_then(|it| it.diligence).unwrap_or(USUAL)
}

/// The town, as tests and the demo hold it.
#[derive(Clone, Debug)]
pub struct Town {
    /// The installation.
    pub app: App,
    /// The region.
    pub region: OrganisationId,
    /// The municipality in it.
    pub municipality: OrganisationId,
    /// The school where the stories happen.
    pub school: OrganisationId,
    /// Another school of the municipality.
    pub other_school: OrganisationId,
    people: Vec<(&'static str, PersonId, Option<AccountId>)>,
}

impl Town {
    /// Builds the town in an empty store.
    ///
    /// - `since`: the day from which all roles hold; not after today.
    /// - Errors: of the store.
    pub async fn sample(app: &App, since: Date) -> Result<Self, Refusal<Nothing>> {
        let tx = app.store.begin().await?;
        let region = place(app, &tx, None, Level::Region, "Заречная область").await?;
        let municipality =
            place(app, &tx, Some(region), Level::Municipality, "Заречный район").await?;
        let school = place(app, &tx, Some(municipality), Level::Institution, "Школа № 7").await?;
        let other_school =
            place(app, &tx, Some(municipality), Level::Institution, "Гимназия № 2").await?;
        let mut town = Self {
            app: app.clone(),
            region,
            municipality,
            school,
            other_school,
            people: Vec::new(),
        };
        for resident in RESIDENTS {
            town.settle(&tx, resident, since).await?;
        }
        tx.commit().await?;
        Ok(town)
    }

    /// Adds the other schools of the municipality, each with a curator of its own.
    ///
    /// - `is_whole_region`: those of the other municipalities too.
    /// - Returns: what keeps each of them going, where its roadmap has begun.
    /// - Errors: of the store.
    pub async fn add_neighbours(
        &mut self,
        since: Date,
        is_whole_region: bool,
    ) -> Result<Vec<Ctx>, Refusal<Nothing>> {
        let n_districts = if is_whole_region { DISTRICTS.len() } else { 1 };
        let tx = self.app.store.begin().await?;
        let mut districts = vec![self.municipality];
        for name in &DISTRICTS[1..n_districts] {
            let region = Some(self.region);
            districts.push(place(&self.app, &tx, region, Level::Municipality, name).await?);
        }
        let mut opened = Vec::new();
        for it in NEIGHBOURS {
            let Some(district) = districts.get(it.district).copied() else { continue };
            let home = found(&self.app, &tx, Some(district), (it.kind, it.name)).await?;
            let curator = resident(
                Home::OtherSchool,
                it.login,
                it.curator,
                "заместитель директора",
                &[Position::DeputyHead, Position::Curator],
                Some(Role::Curator),
            );
            let account = self.inhabit(&tx, home, &curator, since).await?.1;
            opened.extend(account.filter(|_| it.diligence.is_some()));
        }
        tx.commit().await?;
        let mut begun = Vec::new();
        for account in opened {
            begun.extend(self.app.ctx_of(account, None).await?);
        }
        Ok(begun)
    }

    /// The context in which a person of the town acts: `curator`, `head`, `mentor`, …
    ///
    /// - Errors: not found for somebody without an account.
    pub async fn ctx(&self, login: &str) -> Result<Ctx, Refusal<Nothing>> {
        let account = self.account(login).ok_or(Refusal::NotFound)?;
        self.app.ctx_of(account, None).await?.ok_or(Refusal::NotFound)
    }

    /// The account of a person of the town.
    #[must_use]
    pub fn account(&self, login: &str) -> Option<AccountId> {
        self.people.iter().find(|(known, ..)| *known == login).and_then(|(_, _, account)| *account)
    }

    /// A person of the town by the login or the beginning of the name.
    #[must_use]
    pub fn person(&self, login_or_name: &str) -> Option<PersonId> {
        let at = RESIDENTS
            .iter()
            .position(|it| it.login == login_or_name || it.name.starts_with(login_or_name))?;
        self.people.get(at).map(|(_, person, _)| *person)
    }

    async fn settle(
        &mut self,
        tx: &Tx,
        resident: &Resident,
        since: Date,
    ) -> Result<(), Refusal<Nothing>> {
        let home = match resident.home {
            Home::Region => self.region,
            Home::Municipality => self.municipality,
            Home::School => self.school,
            Home::OtherSchool => self.other_school,
        };
        let (person, account) = self.inhabit(tx, home, resident, since).await?;
        self.people.push((resident.login, person, account));
        Ok(())
    }

    async fn inhabit(
        &self,
        tx: &Tx,
        home: OrganisationId,
        resident: &Resident,
        since: Date,
    ) -> Result<(PersonId, Option<AccountId>), Refusal<Nothing>> {
        let person = Person {
            id: self.app.new_id(),
            organisation: home,
            name: PersonName::parse(resident.name),
            contact: Contact {
                email: match resident.login {
                    "" => String::new(),
                    login => format!("{login}@school.example"),
                },
                phone: String::new(),
            },
            job_title: resident.job.to_owned(),
            left_on: None,
        };
        tx.insert_person(&person).await?;
        self.record(tx, home, Event::PersonAdded { person: person.id }).await?;
        for position in resident.positions {
            let role = PersonRole {
                id: self.app.new_id(),
                person: person.id,
                position: *position,
                period: Period::since(since),
                about: match position {
                    Position::ClassTeacher => CLASS_LED.to_owned(),
                    _ => String::new(),
                },
            };
            tx.insert_person_role(home, &role).await?;
            let event =
                Event::PersonRoleGiven { person: person.id, position: *position, from: since };
            self.record(tx, home, event).await?;
        }
        let account = match resident.role {
            Some(role) => Some(self.open_account(tx, resident.login, &person, role, since).await?),
            None => None,
        };
        Ok((person.id, account))
    }

    async fn open_account(
        &self,
        tx: &Tx,
        login: &str,
        person: &Person,
        role: Role,
        since: Date,
    ) -> Result<AccountId, Refusal<Nothing>> {
        let account = Account {
            id: self.app.new_id(),
            login: login.to_owned(),
            password: None,
            lang: "ru".to_owned(),
            // The demo offers the people of the town; those of other schools only do their work.
            is_persona: RESIDENTS.iter().any(|it| it.login == login),
            opened_at: self.app.clock.now(),
            closed_at: None,
            revision: 0,
        };
        tx.insert_account(&account).await?;
        let membership = Membership {
            organisation: person.organisation,
            id: self.app.new_id(),
            account: account.id,
            person: person.id,
            role,
            from_on: since,
            to_on: None,
        };
        tx.insert_membership(&membership).await?;
        let event = Event::MembershipGiven { membership: membership.id, account: account.id, role };
        self.record(tx, person.organisation, event).await?;
        Ok(account.id)
    }

    async fn record(
        &self,
        tx: &Tx,
        organisation: OrganisationId,
        event: Event,
    ) -> Result<(), store::StoreError> {
        tx.record(organisation, None, self.app.clock.now(), event).await
    }
}

async fn place(
    app: &App,
    tx: &Tx,
    parent: Option<OrganisationId>,
    level: Level,
    name: &str,
) -> Result<OrganisationId, store::StoreError> {
    let kind = match level {
        Level::Region => OrganisationKind::RegionalCentre,
        Level::Municipality => OrganisationKind::MunicipalCentre,
        Level::Institution => OrganisationKind::School,
    };
    found(app, tx, parent, (kind, name)).await
}

async fn found(
    app: &App,
    tx: &Tx,
    parent: Option<OrganisationId>,
    (kind, name): (OrganisationKind, &str),
) -> Result<OrganisationId, store::StoreError> {
    let level = match kind {
        OrganisationKind::RegionalCentre => Level::Region,
        OrganisationKind::MunicipalCentre => Level::Municipality,
        _ => Level::Institution,
    };
    let organisation = Organisation {
        id: app.new_id(),
        parent,
        level,
        kind,
        card: Card {
            name: name.to_owned(), settlement: "Заречный".to_owned(), ..Card::default()
        },
        zone: ZONE.to_owned(),
    };
    tx.insert_organisation(&organisation).await?;
    let event = Event::OrganisationFounded { organisation: organisation.id };
    tx.record(organisation.id, None, app.clock.now(), event).await?;
    begin_dictionary(app, tx, &organisation, None).await?;
    Ok(organisation.id)
}
