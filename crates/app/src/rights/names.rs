//! Everything by which a person is named in a text: the name in all cases, with initials, and how
//! the person is reached.
//!
//! Deliberately absent: finding it (`store`).

use grammar::{Case, Gender, Name};
use mentoring::id::PersonId;
use mentoring::person::fact::FactKind;
use mentoring::person::{Person, PersonName};
use store::{Needle, Needles, StoreError, Tx};

use crate::ctx::Ctx;

/// What to look for.
pub(super) struct Named {
    /// The name with its first name or initials, e-mail, telephones, the login.
    whole: Vec<Needle>,
    /// The surname alone, of now and of before, in all cases.
    pub(super) surnames: Vec<String>,
}

impl Named {
    /// What names this person and nobody else.
    pub(super) fn whole(&self) -> Needles {
        Needles::new(self.whole.iter().cloned())
    }

    /// The same and the surname alone, which may be another's, or a common word.
    pub(super) fn with_surname(&self) -> Needles {
        let surnames = self.surnames.iter().cloned().map(Needle::Words);
        Needles::new(self.whole.iter().cloned().chain(surnames))
    }
}

/// Gathers everything by which a person is named.
pub(super) async fn named(ctx: &Ctx, tx: &Tx, person: &Person) -> Result<Named, StoreError> {
    let detail = tx.person_details(&ctx.scope, &[person.id]).await?.pop();
    let gender = detail.and_then(|it| it.gender()).map(|it| match it {
        mentoring::person::Gender::Masculine => Gender::Masculine,
        mentoring::person::Gender::Feminine => Gender::Feminine,
    });
    let mut surnames = surname_forms(&person.name, gender);
    let mut whole = whole_forms(&person.name, gender);
    for fact in tx.person_facts(&ctx.scope, &[person.id]).await? {
        match fact.kind {
            FactKind::Surname => {
                let before = PersonName { surname: fact.value, ..person.name.clone() };
                surnames.extend(surname_forms(&before, gender));
                whole.extend(whole_forms(&before, gender));
            }
            FactKind::Email => whole.push(Needle::Words(fact.value)),
            FactKind::Phone => whole.push(Needle::Phone(fact.value)),
            FactKind::JobTitle | FactKind::Category => {}
        }
    }
    for (_, forms) in tx.name_forms(&ctx.scope, &[person.id]).await? {
        let corrected = forms.texts().into_iter().filter(|(_, text)| !text.is_empty());
        for (_, text) in corrected {
            surnames.extend(text.split_whitespace().next().map(str::to_owned));
            whole.push(Needle::Words(text.to_owned()));
        }
    }
    whole.push(Needle::Words(person.contact.email.clone()));
    whole.push(Needle::Phone(person.contact.phone.clone()));
    whole.extend(logins(ctx, tx, person.id).await?);
    surnames.sort_unstable();
    surnames.dedup();
    Ok(Named { whole, surnames })
}

/// The login, where it is an address: another word may mean anything.
async fn logins(ctx: &Ctx, tx: &Tx, person: PersonId) -> Result<Vec<Needle>, StoreError> {
    let mut logins = Vec::new();
    for membership in tx.memberships(&ctx.scope, ctx.at()).await? {
        if membership.person == person {
            let account = tx.account(membership.account).await?;
            logins.extend(account.map(|it| it.login).filter(|it| it.contains('@')));
        }
    }
    Ok(logins.into_iter().map(Needle::Words).collect())
}

/// The surname in all cases.
pub(super) fn surname_forms(name: &PersonName, gender: Option<Gender>) -> Vec<String> {
    let mut forms: Vec<String> =
        Case::ALL.map(|case| named_of(name).decline(gender, case).surname).to_vec();
    forms.retain(|it| !it.is_empty());
    forms.dedup();
    forms
}

/// The name in all cases in every order and shortening that papers and people use.
fn whole_forms(name: &PersonName, gender: Option<Gender>) -> Vec<Needle> {
    let initial = |text: &str| text.chars().next().map(|it| format!("{it}."));
    let (first, second) = (initial(&name.first), initial(&name.patronymic));
    let mut forms = Vec::new();
    for case in Case::ALL {
        let it = named_of(name).decline(gender, case);
        let surname = &it.surname;
        if !it.first.is_empty() {
            forms.push(format!("{surname} {} {}", it.first, it.patronymic));
            forms.push(format!("{} {} {surname}", it.first, it.patronymic));
            forms.push(format!("{surname} {}", it.first));
            forms.push(format!("{} {surname}", it.first));
        }
        if let Some(first) = &first {
            forms.push(format!("{surname} {first}"));
            forms.push(format!("{first} {surname}"));
            if let Some(second) = &second {
                forms.push(format!("{surname} {first} {second}"));
                forms.push(format!("{first} {second} {surname}"));
            }
        }
    }
    forms.sort_unstable();
    forms.dedup();
    forms.into_iter().map(Needle::Words).collect()
}

fn named_of(name: &PersonName) -> Name<'_> {
    Name { surname: &name.surname, first: &name.first, patronymic: &name.patronymic }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_is_looked_for_in_all_cases_and_shortenings() {
        let name = PersonName::parse("Ясенева Ольга Дмитриевна");
        let needles = Needles::new(whole_forms(&name, None));
        for text in [
            "Ясенева Ольга Дмитриевна",
            "поручить Ясеневой О. Д.",
            "с О.Д. Ясеневой",
            "Ольге Ясеневой",
            "о Ясеневой Ольге",
        ] {
            assert!(needles.are_in(text), "{text}");
        }
        for text in ["Ясенева", "Ясенев О. Д.", "Ясенева Мария"] {
            assert!(!needles.are_in(text), "{text}");
        }
        let surnames = surname_forms(&name, None);
        assert!(surnames.contains(&"Ясеневой".to_owned()), "{surnames:?}");
    }
}
