//! The forms of a name, corrected by hand and remembered.
//!
//! It decides who corrects them. Deliberately absent: the rules of declension (`grammar`).

use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::PersonId;
use mentoring::person::Person;
use mentoring::person::fact::NameForms;

use crate::ctx::Ctx;
use crate::refusal::{Nothing, Refusal};

/// A name with its corrected forms.
#[derive(Clone, Debug)]
pub struct NameView {
    /// Whose.
    pub person: Person,
    /// What was corrected; an empty form follows the rules.
    pub forms: NameForms,
    /// The gender that is recorded; empty where the name tells it.
    pub gender: String,
}

/// What is wrong with corrected forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameFormsObstacle {
    /// Not as many words as the name.
    #[error("{field} has not as many words as the name")]
    OtherLength {
        /// Which form.
        field: &'static str,
    },
    /// Longer than fits.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which form.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
}

/// The longest form of a whole name, in characters.
const FORM_LIMIT: usize = 300;

/// Shows the forms of a name.
///
/// - Errors: not found.
pub async fn show_name(ctx: &Ctx, id: PersonId) -> Result<NameView, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let forms = tx.name_forms(&ctx.scope, &[id]).await?.pop().map(|(_, forms)| forms);
    let detail = tx.person_details(&ctx.scope, &[id]).await?.pop();
    let gender = detail.map(|it| it.gender).unwrap_or_default();
    Ok(NameView { person, forms: forms.unwrap_or_default(), gender })
}

/// Corrects the forms of a name; an empty one follows the rules again.
///
/// - Errors: not found without the right; `NameFormsObstacle`.
pub async fn correct_name(
    ctx: &Ctx,
    id: PersonId,
    forms: &NameForms,
) -> Result<(), Refusal<NameFormsObstacle>> {
    let tx = ctx.begin().await?;
    let (person, _) = tx.person(&ctx.scope, id).await?.ok_or(Refusal::NotFound)?;
    ctx.require(Action::EditPeople, person.organisation)?;
    let long = forms.texts().into_iter().filter(|(_, it)| FORM_LIMIT < it.chars().count());
    let long = long.map(|(field, _)| NameFormsObstacle::TooLong { field, limit: FORM_LIMIT });
    let other = forms.of_other_length(&person.name).into_iter();
    let other = other.map(|field| NameFormsObstacle::OtherLength { field });
    Refusal::unless_clear(other.chain(long).collect())?;
    tx.save_name_forms(person.organisation, id, forms).await?;
    ctx.record(&tx, Event::NameCorrected { person: id }).await?;
    tx.commit().await?;
    Ok(())
}
