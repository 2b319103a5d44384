//! What a row changes of somebody: facts that differ, roles that begin and end.
//!
//! It decides that a list never takes a fact away: an empty cell says nothing. Deliberately absent:
//! what a row says (`wanted`).

use jiff::civil::Date;
use mentoring::id::PersonId;
use mentoring::period::Period;
use mentoring::person::fact::FactKind;
use mentoring::person::{GuardianGround, PersonRole, Position};
use store::Guardianship;

use super::wanted::{Wanted, WantedRole};
use super::{Arriving, Someone, school_year_of};
use crate::person::history::{Past, records};

/// A difference in experience that counting on from an earlier list does not explain, in years.
const YEARS_APART: i16 = 2;

impl Arriving<'_> {
    /// Takes over the facts of a row that differ.
    pub(super) fn facts(&mut self, id: PersonId, wanted: &Wanted) {
        let (ctx, today) = (self.ctx, self.ctx.today());
        let Some(it) = self.someone.get_mut(&id) else { return };
        let mut past: Vec<Past> = Vec::new();
        let person = &mut it.person;
        for (kind, kept, said) in [
            (FactKind::JobTitle, &mut person.job_title, &wanted.job_title),
            (FactKind::Phone, &mut person.contact.phone, &wanted.phone),
            (FactKind::Email, &mut person.contact.email, &wanted.email),
        ] {
            if !said.is_empty() && kept != said {
                let before = std::mem::replace(kept, said.clone());
                past.push(Past { kind, before, after: said.clone() });
            }
        }
        past.extend(renamed(it, wanted));
        it.saves_person |= !past.is_empty();
        let category = &mut it.detail.category;
        if !wanted.category.is_empty() && *category != wanted.category {
            let before = std::mem::replace(category, wanted.category.clone());
            let after = wanted.category.clone();
            past.push(Past { kind: FactKind::Category, before, after });
            it.saves_detail = true;
        }
        let is_filled = fill_detail(it, wanted, today);
        it.saves_detail |= is_filled;
        it.is_changed |= is_filled || !past.is_empty();
        let began = it.roles.iter().map(|it| it.period.from).min();
        let is_new = it.is_new;
        // Of somebody new nothing was before, except a surname that the list names.
        past.retain(|it| !is_new || it.kind == FactKind::Surname);
        self.writing.facts.extend(records(ctx, (ctx.at(), id), past, began));
    }

    /// Gives a role, where the person has it not, and ends the one whose place it takes.
    pub(super) fn role(&mut self, id: PersonId, wanted: &WantedRole) {
        let today = self.ctx.today();
        if wanted.position == Position::Head && std::mem::replace(&mut self.has_head, true) {
            return;
        }
        let Some(it) = self.someone.get_mut(&id) else { return };
        let lasts = |role: &PersonRole| role.period.to.is_none_or(|to| today <= to);
        let mut of_position = it.roles.iter().filter(|it| it.position == wanted.position);
        let is_held = |role: &PersonRole| {
            lasts(role) && (same(&role.about, &wanted.about) || wanted.about.is_empty())
        };
        if of_position.any(is_held) {
            return;
        }
        // A class of the next year begins with it; everything else that is new begins as the row says.
        let replaces = matches!(wanted.position, Position::Student)
            && it.roles.iter().any(|it| it.position == wanted.position && lasts(it));
        let from = if replaces { class_from(&it.roles, today) } else { wanted.from };
        for role in it.roles.iter_mut() {
            let is_before = role.position == wanted.position && role.period.to.is_none();
            let of_last_year = role.period.from < school_year_of(today);
            let takes_place = match wanted.position {
                Position::Student => true,
                Position::ClassTeacher => of_last_year,
                _ => false,
            };
            if is_before && takes_place && !self.fresh.contains(&role.id) {
                let last = from.yesterday().unwrap_or(from).max(role.period.from);
                role.period.to = Some(last);
                self.writing.ended.push(role.clone());
            }
        }
        let role = PersonRole {
            id: self.ctx.new_id(),
            person: id,
            position: wanted.position,
            period: Period::since(from),
            about: wanted.about.clone(),
        };
        self.fresh.insert(role.id);
        it.roles.push(role.clone());
        it.is_changed = true;
        self.writing.arrivals.roles.push(role);
    }

    /// Records who represents a minor, on the ground that the list names.
    pub(super) fn represents(
        &mut self,
        ward: PersonId,
        guardian: PersonId,
        ground: GuardianGround,
    ) {
        let wards = self.wards.entry(guardian).or_default();
        if ward == guardian || wards.contains(&ward) {
            return;
        }
        wards.push(ward);
        // A list of September loaded in November must not refuse the consents of September.
        let birth = self.someone.get(&ward).and_then(|it| it.detail.birth_on);
        self.writing.arrivals.guardianships.push(Guardianship {
            organisation: self.ctx.at(),
            id: self.ctx.new_id(),
            ward,
            guardian,
            ground,
            paper: String::new(),
            from_on: birth.unwrap_or_else(|| self.ctx.today()),
            to_on: None,
        });
        if let Some(it) = self.someone.get_mut(&ward) {
            it.is_changed = true;
        }
    }
}

/// The name where the list has another surname, or a part that was not known.
fn renamed(it: &mut Someone, wanted: &Wanted) -> Option<Past> {
    let name = &mut it.person.name;
    if it.is_new {
        let former = wanted.former_surname.clone();
        let after = name.surname.clone();
        return (!former.is_empty()).then_some(Past {
            kind: FactKind::Surname,
            before: former,
            after,
        });
    }
    let is_whole = |text: &str| 1 < text.trim_end_matches('.').chars().count();
    for (kept, said) in
        [(&mut name.first, &wanted.name.first), (&mut name.patronymic, &wanted.name.patronymic)]
    {
        if !is_whole(kept) && is_whole(said) {
            kept.clone_from(said);
            it.saves_person = true;
            it.is_changed = true;
        }
    }
    if same(&name.surname, &wanted.name.surname) || same(&name.surname, &wanted.name.first) {
        return None;
    }
    let after = wanted.name.surname.clone();
    let before = std::mem::replace(&mut name.surname, after.clone());
    Some(Past { kind: FactKind::Surname, before, after })
}

/// Fills in what was not known; a day of birth that is known stays.
fn fill_detail(it: &mut Someone, wanted: &Wanted, today: Date) -> bool {
    let detail = &mut it.detail;
    let mut is_filled = false;
    if detail.birth_on.is_none() && wanted.birth_on.is_some() {
        detail.birth_on = wanted.birth_on;
        is_filled = true;
    }
    if let Some(gender) = wanted.gender.filter(|_| detail.gender.is_empty()) {
        gender.slug().clone_into(&mut detail.gender);
        is_filled = true;
    }
    if let Some(years) = wanted.experience_years {
        let since = Date::new(today.year() - i16::from(years), today.month(), 1).ok();
        let apart =
            |known: Date| YEARS_APART <= (today.year() - known.year() - i16::from(years)).abs();
        if detail.teaches_since.is_none_or(apart) {
            detail.teaches_since = since;
            is_filled = true;
        }
    }
    is_filled
}

/// The first day in another class: of the next school year in summer, today within a year, and its
/// first day where the class before is of an earlier one.
fn class_from(roles: &[PersonRole], today: Date) -> Date {
    let year = school_year_of(today);
    let began = roles.iter().filter(|it| it.position == Position::Student).map(|it| it.period.from);
    match began.max() {
        Some(began) if year <= began => today,
        _ => year,
    }
}

/// «Ё» and «е», capitals and signs make no difference.
fn same(a: &str, b: &str) -> bool {
    let fold = |it: &str| {
        let lower = it.to_lowercase().replace('ё', "е");
        lower.chars().filter(|it| it.is_alphanumeric()).collect::<String>()
    };
    fold(a) == fold(b)
}
