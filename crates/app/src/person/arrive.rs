//! What a sorted list writes: new people, and what changes of those who are known.
//!
//! It decides which roles, days and facts follow from a row. Deliberately absent: who is whom
//! (`mentoring::person::arrival`), saving (`import`).

mod merge;
mod wanted;

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;
use mentoring::id::{PersonId, PersonRoleId};
use mentoring::person::arrival::{
    Fate, KnownPerson, Other, SortedOut, Whom, fuller_first, next_class,
};
use mentoring::person::fact::FactKind;
use mentoring::person::listed::{ListedGuardian, ListedPerson};
use mentoring::person::{Contact, GuardianGround, Person, PersonRole, Position};
use store::{Arrivals, KnownAll, PersonDetail, PersonFactRecord};

use self::wanted::{Wanted, WantedRole, wanted};
use crate::ctx::Ctx;

/// Everything that a list writes.
#[derive(Debug, Default)]
pub(super) struct Writing {
    /// What is added.
    pub(super) arrivals: Arrivals,
    /// People who are known and change, with their revisions.
    pub(super) people: Vec<(Person, i64)>,
    /// What is known of them beside the card, where something was known before.
    pub(super) details: Vec<PersonDetail>,
    /// Roles that end.
    pub(super) ended: Vec<PersonRole>,
    /// What was true of them before and is from today on.
    pub(super) facts: Vec<PersonFactRecord>,
    /// Ids of those who change in anything.
    pub(super) changed: Vec<PersonId>,
    /// People whom the list brought nothing new about.
    pub(super) n_same: usize,
}

/// The first day of the school year that a list is for; lists of summer are for the next.
pub(super) fn school_year_of(today: Date) -> Date {
    let year = today.year() - i16::from(today.month() < 6);
    mentoring::period::Days::school_year(year).from
}

/// What tells the people of an organisation apart.
pub(super) fn known_people(known: &KnownAll, today: Date) -> Vec<KnownPerson> {
    let mut of: HashMap<PersonId, KnownPerson> = HashMap::new();
    for (person, _) in &known.people {
        let it = KnownPerson {
            id: person.id,
            name: person.name.clone(),
            former: Vec::new(),
            birth: None,
            classes: Vec::new(),
            phone: person.contact.phone.clone(),
            email: person.contact.email.clone(),
            wards: Vec::new(),
        };
        of.insert(person.id, it);
    }
    for detail in &known.details {
        if let Some(it) = of.get_mut(&detail.person) {
            it.birth = detail.birth_on;
        }
    }
    for role in known.roles.iter().filter(|it| it.position == Position::Student) {
        if let Some(it) = of.get_mut(&role.person).filter(|_| !is_over(role, today)) {
            it.classes.extend([role.about.clone(), next_class(&role.about)]);
        }
    }
    for it in &known.guardianships {
        if let Some(person) = of.get_mut(&it.guardian) {
            person.wards.push(it.ward);
        }
    }
    for it in known.facts.iter().filter(|it| it.kind == FactKind::Surname) {
        if let Some(person) = of.get_mut(&it.person).filter(|known| known.name.surname != it.value)
        {
            person.former.push(it.value.clone());
        }
    }
    // The order of the store: by name and id, so that the same list gives the same answer.
    known.people.iter().filter_map(|(person, _)| of.remove(&person.id)).collect()
}

/// A role of a year that is long over tells nothing of the class of today.
fn is_over(role: &PersonRole, today: Date) -> bool {
    role.period.to.is_some_and(|to| to < school_year_of(today).yesterday().unwrap_or(to))
}

/// Works out everything that a list writes.
pub(super) fn writing(
    ctx: &Ctx,
    listed: &[ListedPerson],
    sorted: &SortedOut,
    known: &KnownAll,
) -> Writing {
    let mut arriving = Arriving::new(ctx, known);
    for it in fuller_first(listed) {
        let whom = Whom { place: it.place, guardian: None };
        let row = wanted(it, ctx.today());
        let Some(person) = arriving.person(whom, sorted, &row) else { continue };
        for (number, of_list) in (0_u8..).zip(&it.guardians) {
            let whom = Whom { place: it.place, guardian: Some(number) };
            if let Some(guardian) =
                arriving.person(whom, sorted, &of_guardian(of_list, ctx.today()))
            {
                let ground = of_list.ground.unwrap_or(GuardianGround::Parent);
                arriving.represents(person, guardian, ground);
            }
        }
    }
    arriving.finish()
}

fn of_guardian(it: &ListedGuardian, today: Date) -> Wanted {
    Wanted {
        name: it.name.clone(),
        phone: it.phone.clone(),
        email: it.email.clone(),
        roles: vec![WantedRole { position: Position::Guardian, about: String::new(), from: today }],
        ..Wanted::default()
    }
}

/// Somebody while the list is walked through.
struct Someone {
    person: Person,
    revision: i64,
    detail: PersonDetail,
    had_detail: bool,
    roles: Vec<PersonRole>,
    is_new: bool,
    is_touched: bool,
    /// What of the person is to be saved.
    saves_person: bool,
    saves_detail: bool,
    is_changed: bool,
}

impl Someone {
    fn of(person: Person, revision: i64, detail: Option<PersonDetail>) -> Self {
        let empty = || PersonDetail {
            organisation: person.organisation,
            person: person.id,
            birth_on: None,
            gender: String::new(),
            category: String::new(),
            teaches_since: None,
            works_by_contract: String::new(),
            revision: 0,
        };
        Self {
            revision,
            had_detail: detail.is_some(),
            detail: detail.unwrap_or_else(empty),
            person,
            roles: Vec::new(),
            is_new: false,
            is_touched: false,
            saves_person: false,
            saves_detail: false,
            is_changed: false,
        }
    }
}

struct Arriving<'a> {
    ctx: &'a Ctx,
    someone: HashMap<PersonId, Someone>,
    /// Who the people of rows are.
    of_rows: BTreeMap<Whom, PersonId>,
    /// Those the list speaks of, in its order.
    touched: Vec<PersonId>,
    /// Whom each guardian represents.
    wards: HashMap<PersonId, Vec<PersonId>>,
    has_head: bool,
    /// Roles that this list gave.
    fresh: HashSet<PersonRoleId>,
    writing: Writing,
}

impl<'a> Arriving<'a> {
    fn new(ctx: &'a Ctx, known: &KnownAll) -> Self {
        let today = ctx.today();
        let mut details: HashMap<PersonId, &PersonDetail> =
            known.details.iter().map(|it| (it.person, it)).collect();
        let mut someone: HashMap<PersonId, Someone> = HashMap::new();
        for (person, revision) in &known.people {
            let detail = details.remove(&person.id).cloned();
            someone.insert(person.id, Someone::of(person.clone(), *revision, detail));
        }
        for role in &known.roles {
            if let Some(it) = someone.get_mut(&role.person) {
                it.roles.push(role.clone());
            }
        }
        let mut wards: HashMap<PersonId, Vec<PersonId>> = HashMap::new();
        for it in known.guardianships.iter().filter(|it| it.to_on.is_none_or(|to| today <= to)) {
            wards.entry(it.guardian).or_default().push(it.ward);
        }
        let is_head = |it: &PersonRole| it.position == Position::Head && it.period.contains(today);
        Self {
            ctx,
            someone,
            of_rows: BTreeMap::new(),
            touched: Vec::new(),
            wards,
            has_head: known.roles.iter().any(is_head),
            fresh: HashSet::new(),
            writing: Writing::default(),
        }
    }

    /// Takes a person of a row in; `None` where the row waits.
    fn person(&mut self, whom: Whom, sorted: &SortedOut, wanted: &Wanted) -> Option<PersonId> {
        let id = match sorted.fates.get(&whom)? {
            Fate::Waits => return None,
            Fate::New => self.begin(wanted),
            Fate::Same(Other::Known(id)) => *id,
            Fate::Same(Other::Row(row)) => *self.of_rows.get(row)?,
        };
        let it = self.someone.get_mut(&id)?;
        if !it.is_touched {
            it.is_touched = true;
            self.touched.push(id);
        }
        self.of_rows.insert(whom, id);
        self.facts(id, wanted);
        for role in &wanted.roles {
            self.role(id, role);
        }
        Some(id)
    }

    fn begin(&mut self, wanted: &Wanted) -> PersonId {
        let person = Person {
            id: self.ctx.new_id(),
            organisation: self.ctx.at(),
            name: wanted.name.clone(),
            contact: Contact::default(),
            job_title: String::new(),
            left_on: None,
        };
        let id = person.id;
        self.someone.insert(id, Someone { is_new: true, ..Someone::of(person, 0, None) });
        id
    }

    fn finish(mut self) -> Writing {
        for id in std::mem::take(&mut self.touched) {
            let Some(it) = self.someone.remove(&id) else { continue };
            let writing = &mut self.writing;
            match (it.is_new, it.is_changed) {
                (true, _) => {
                    writing.arrivals.people.push(it.person);
                    if it.saves_detail {
                        writing.arrivals.details.push(it.detail);
                    }
                }
                (false, false) => writing.n_same += 1,
                (false, true) => {
                    writing.changed.push(id);
                    if it.saves_person {
                        writing.people.push((it.person, it.revision));
                    }
                    match (it.saves_detail, it.had_detail) {
                        (true, true) => writing.details.push(it.detail),
                        (true, false) => writing.arrivals.details.push(it.detail),
                        (false, _) => {}
                    }
                }
            }
        }
        self.writing
    }
}
