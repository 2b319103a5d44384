//! Consents that are somebody's own: one's own, of the children one represents, of the class one leads.
//!
//! It decides whose those are today. Deliberately absent: what a consent permits
//! (`mentoring::consent`), recording (`consent`).

use mentoring::access::Action;
use mentoring::id::PersonId;
use mentoring::person::{PersonRole, Position};
use store::{ConsentRecord, Guardianship, StoreError, Tx};

use super::consent::{ConsentLine, PersonConsents, line_of, show_consents};
use super::{Known, known_people};
use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// Everything of consents that is somebody's own.
#[derive(Clone, Debug)]
pub struct OwnConsents {
    /// One's own.
    pub own: PersonConsents,
    /// Those of the minors one represents, by name.
    pub wards: Vec<PersonConsents>,
    /// Students of the classes one leads, by class and name.
    pub classes: Vec<(String, Vec<ConsentLine>)>,
}

/// Shows one's own consents, those of one's children and of the class one leads.
///
/// - Errors: not found without the right to see one's own.
pub async fn show_own(ctx: &Ctx) -> Result<OwnConsents, Refusal<Nothing>> {
    let own = show_consents(ctx, ctx.person).await?;
    let today = ctx.today();
    let tx = ctx.read().await?;
    let represented = tx.represented_by(&ctx.scope, ctx.person).await?;
    let holds = |it: &&Guardianship| {
        it.organisation == ctx.at() && it.from_on <= today && it.to_on.is_none_or(|to| today <= to)
    };
    let mut ids: Vec<PersonId> = represented.iter().filter(holds).map(|it| it.ward).collect();
    ids.sort_unstable();
    ids.dedup();
    let classes = of_classes(ctx, &tx).await?;
    tx.commit().await?;
    let mut wards = Vec::new();
    for id in ids {
        wards.push(show_consents(ctx, id).await?);
    }
    wards.sort_by_cached_key(|it| it.line.known.person.name.full());
    Ok(OwnConsents { own, wards, classes })
}

async fn of_classes(ctx: &Ctx, tx: &Tx) -> Result<Vec<(String, Vec<ConsentLine>)>, StoreError> {
    let today = ctx.today();
    let led = classes_led(ctx, tx).await?;
    if led.is_empty() {
        return Ok(Vec::new());
    }
    let students = known_people(ctx, tx, "", today).await?;
    let students: Vec<Known> =
        students.into_iter().filter(|it| it.positions.contains(&Position::Student)).collect();
    let pools = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = students.iter().map(|it| it.person.id).collect();
    let consents = tx.consents(&ctx.scope, &ids).await?;
    let of_class = |class: &String| {
        let own = students.iter().filter(|it| same_class(&it.about, class));
        let line = |it: &Known| {
            let given: Vec<ConsentRecord> =
                consents.iter().filter(|one| one.person == it.person.id).cloned().collect();
            line_of(it.clone(), &given, &pools, today)
        };
        (class.clone(), own.map(line).collect())
    };
    Ok(led.iter().map(of_class).collect())
}

/// The classes that the actor leads today, where the table lets a role see its class.
async fn classes_led(ctx: &Ctx, tx: &Tx) -> Result<Vec<String>, StoreError> {
    if !ctx.scope.may_of_class(Action::SeeConsents, ctx.at()) {
        return Ok(Vec::new());
    }
    let today = ctx.today();
    let roles = tx.person_roles(&ctx.scope, &[ctx.person]).await?;
    let leads = |it: &&PersonRole| {
        it.position == Position::ClassTeacher && it.period.contains(today) && !it.about.is_empty()
    };
    let mut led: Vec<String> = roles.iter().filter(leads).map(|it| it.about.clone()).collect();
    led.sort();
    led.dedup();
    Ok(led)
}

/// Whether somebody is a student of a class that the actor leads today.
pub(super) async fn leads(ctx: &Ctx, tx: &Tx, known: &Known) -> Result<bool, StoreError> {
    if known.person.organisation != ctx.at() || !known.positions.contains(&Position::Student) {
        return Ok(false);
    }
    let led = classes_led(ctx, tx).await?;
    Ok(led.iter().any(|class| same_class(class, &known.about)))
}

/// «7 «А»» is «7А».
fn same_class(a: &str, b: &str) -> bool {
    let fold =
        |it: &str| it.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect::<String>();
    !a.is_empty() && fold(a) == fold(b)
}
