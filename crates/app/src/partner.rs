//! Partners, the agreements with them, the people who came from them.
//!
//! It decides who sees and changes them, and which of them gave a mentor on a day. Deliberately
//! absent: the rules (`mentoring::partner`), the text of an agreement (`documents`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::event::Event;
use mentoring::id::{AgreementId, PartnerId, PartnerPersonId, PersonId};
use mentoring::partner::{
    Agreement, PartnerObstacle, PartnerShare, check_agreement, check_partner, share_that_gave,
};
use mentoring::period::Period;
use mentoring::person::{Person, PersonRole, Position, check_role};
use mentoring::pools::Pool;
use store::{AgreementRecord, Partner, PartnerPerson, PoolRecord, Tx};

use crate::ctx::Ctx;
use crate::person::folded;
use crate::refusal::{Nothing, Refusal};

/// A partner with everything that is known of it.
#[derive(Clone, Debug)]
pub struct PartnerLine {
    /// The partner.
    pub partner: Partner,
    /// Agreements, the latest first.
    pub agreements: Vec<Agreement>,
    /// People who came from it, of all times.
    pub people: Vec<(PartnerPerson, Person)>,
    /// Those of them who are in the pool of mentors on the day.
    pub mentors: BTreeSet<PersonId>,
}

/// The partners of an organisation on a day.
#[derive(Clone, Debug)]
pub struct PartnersView {
    /// Partners, by name: those of the day first.
    pub lines: Vec<PartnerLine>,
    /// Which share of those of the day gave a mentor.
    pub share: PartnerShare,
}

/// Lists the partners.
///
/// - `search`: a part of a name, contact or person, in any case; empty for all.
/// - Errors: not found without the right.
pub async fn list_partners(ctx: &Ctx, search: &str) -> Result<PartnersView, Refusal<Nothing>> {
    ctx.require(Action::SeePartners, ctx.at())?;
    let tx = ctx.read().await?;
    let mut lines = all_lines(ctx, &tx).await?;
    let today = ctx.today();
    let gave = lines.iter().filter(|it| !it.mentors.is_empty()).map(|it| it.partner.id).collect();
    let periods: Vec<(PartnerId, Period)> =
        lines.iter().map(|it| (it.partner.id, it.partner.period())).collect();
    let share = share_that_gave(&periods, &gave, today);
    let search = folded(search.trim());
    lines.retain(|it| search.is_empty() || folded(&said(it)).contains(&search));
    lines.sort_by_cached_key(|it| {
        (!it.partner.period().contains(today), folded(&it.partner.name), it.partner.id)
    });
    Ok(PartnersView { lines, share })
}

fn said(line: &PartnerLine) -> String {
    let partner = &line.partner;
    let people: Vec<String> = line.people.iter().map(|(_, it)| it.name.full()).collect();
    format!("{} {} {} {}", partner.name, partner.contact, partner.note, people.join(" "))
}

async fn all_lines(ctx: &Ctx, tx: &Tx) -> Result<Vec<PartnerLine>, store::StoreError> {
    let today = ctx.today();
    let partners = tx.partners(&ctx.scope, ctx.at()).await?;
    let agreements = tx.agreements(&ctx.scope, ctx.at()).await?;
    let named = tx.partner_people(&ctx.scope, ctx.at()).await?;
    let ids: Vec<PersonId> = named.iter().map(|it| it.person).collect();
    let people: BTreeMap<PersonId, Person> =
        tx.people_by_ids(&ctx.scope, &ids).await?.into_iter().map(|it| (it.id, it)).collect();
    let pools = tx.pool_entries(&ctx.scope, ctx.at()).await?;
    let mentors: BTreeSet<PersonId> = pools
        .iter()
        .map(PoolRecord::for_rule)
        .filter(|it| it.pool == Pool::Mentors && it.period.contains(today))
        .map(|it| it.person)
        .collect();
    let line = |partner: Partner| {
        let own = named.iter().filter(|it| it.partner == partner.id);
        let people: Vec<_> =
            own.filter_map(|it| Some((it.clone(), people.get(&it.person)?.clone()))).collect();
        let there = |it: &&(PartnerPerson, Person)| {
            Period { from: it.0.from_on, to: it.0.to_on }.contains(today)
        };
        let here = people.iter().filter(there).map(|(_, it)| it.id);
        PartnerLine {
            mentors: here.filter(|it| mentors.contains(it)).collect(),
            agreements: agreements
                .iter()
                .filter(|it| it.partner == partner.id)
                .map(AgreementRecord::for_rule)
                .collect(),
            people,
            partner,
        }
    };
    Ok(partners.into_iter().map(line).collect())
}

/// Shows a partner.
///
/// - Errors: not found.
pub async fn show_partner(ctx: &Ctx, id: PartnerId) -> Result<PartnerLine, Refusal<Nothing>> {
    ctx.require(Action::SeePartners, ctx.at())?;
    let tx = ctx.read().await?;
    let lines = all_lines(ctx, &tx).await?;
    lines.into_iter().find(|it| it.partner.id == id).ok_or(Refusal::NotFound)
}

/// What a partner is saved with.
#[derive(Clone, Debug, Default)]
pub struct SavePartner {
    /// Its name.
    pub name: String,
    /// Whom to speak to.
    pub contact: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Whatever else is worth knowing.
    pub note: String,
}

impl SavePartner {
    fn trimmed(&self) -> Self {
        let trim = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        Self {
            name: trim(&self.name),
            contact: trim(&self.contact),
            phone: trim(&self.phone),
            email: trim(&self.email),
            note: self.note.trim().to_owned(),
        }
    }

    fn check(&self, known: &[Partner], own: Option<PartnerId>) -> Vec<PartnerObstacle> {
        let texts = [
            ("name", self.name.as_str()),
            ("contact", &self.contact),
            ("phone", &self.phone),
            ("email", &self.email),
            ("note", &self.note),
        ];
        let mut obstacles = check_partner(&texts, &self.email);
        let same = |it: &&Partner| Some(it.id) != own && folded(&it.name) == folded(&self.name);
        if known.iter().any(|it| same(&it)) {
            obstacles.push(PartnerObstacle::Known);
        }
        obstacles
    }
}

/// Adds a partner, from a day on.
///
/// - Errors: not found without the right; `PartnerObstacle`.
pub async fn add_partner(
    ctx: &Ctx,
    ask: &SavePartner,
    from: Date,
) -> Result<PartnerId, Refusal<PartnerObstacle>> {
    ctx.require(Action::EditPartners, ctx.at())?;
    let ask = ask.trimmed();
    let tx = ctx.begin().await?;
    let known = tx.partners(&ctx.scope, ctx.at()).await?;
    Refusal::unless_clear(ask.check(&known, None))?;
    let partner = Partner {
        organisation: ctx.at(),
        id: ctx.new_id(),
        name: ask.name,
        contact: ask.contact,
        phone: ask.phone,
        email: ask.email,
        note: ask.note,
        from_on: from,
        to_on: None,
        revision: 0,
    };
    tx.insert_partner(&partner).await?;
    ctx.record(&tx, Event::PartnerAdded { partner: partner.id }).await?;
    tx.commit().await?;
    Ok(partner.id)
}

/// A partner of the organisation that may be changed.
async fn own(ctx: &Ctx, tx: &Tx, id: PartnerId) -> Result<Partner, Refusal<PartnerObstacle>> {
    ctx.require(Action::EditPartners, ctx.at())?;
    let found = tx.partner(&ctx.scope, id).await?.filter(|it| it.organisation == ctx.at());
    found.ok_or(Refusal::NotFound)
}

/// Changes the card of a partner.
///
/// - `revision`: as it was shown.
/// - Errors: not found; stale; `PartnerObstacle`.
pub async fn change_partner(
    ctx: &Ctx,
    id: PartnerId,
    ask: &SavePartner,
    revision: i64,
) -> Result<(), Refusal<PartnerObstacle>> {
    let tx = ctx.begin().await?;
    let partner = own(ctx, &tx, id).await?;
    let ask = ask.trimmed();
    let known = tx.partners(&ctx.scope, ctx.at()).await?;
    Refusal::unless_clear(ask.check(&known, Some(id)))?;
    let changed = Partner {
        name: ask.name,
        contact: ask.contact,
        phone: ask.phone,
        email: ask.email,
        note: ask.note,
        revision,
        ..partner
    };
    tx.save_partner(&changed).await?;
    ctx.record(&tx, Event::PartnerChanged { partner: id }).await?;
    tx.commit().await?;
    Ok(())
}

/// Records the last day of a partner; its people end with it.
///
/// - Errors: not found; `PartnerObstacle`.
pub async fn end_partner(
    ctx: &Ctx,
    id: PartnerId,
    on: Date,
) -> Result<(), Refusal<PartnerObstacle>> {
    let tx = ctx.begin().await?;
    let partner = own(ctx, &tx, id).await?;
    if on < partner.from_on {
        return Err(Refusal::because(PartnerObstacle::EndsBeforeItBegan { from: partner.from_on }));
    }
    for it in tx.partner_people(&ctx.scope, ctx.at()).await? {
        if it.partner == id && it.to_on.is_none_or(|to| on < to) {
            let last = on.max(it.from_on);
            let event = Event::PartnerPersonEnded { named: it.id, on: last };
            tx.save_partner_person(&PartnerPerson { to_on: Some(last), ..it }).await?;
            ctx.record(&tx, event).await?;
        }
    }
    tx.save_partner(&Partner { to_on: Some(on), ..partner }).await?;
    ctx.record(&tx, Event::PartnerEnded { partner: id, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// What recording an agreement asks.
#[derive(Clone, Debug)]
pub struct SaveAgreement {
    /// Its number; may be empty.
    pub number: String,
    /// What it is about.
    pub subject: String,
    /// The day of signing.
    pub signed_on: Date,
    /// The last day of its term; `None` where it is open.
    pub until: Option<Date>,
}

/// Records an agreement with a partner.
///
/// - Errors: not found; `PartnerObstacle`.
pub async fn record_agreement(
    ctx: &Ctx,
    id: PartnerId,
    ask: &SaveAgreement,
) -> Result<AgreementId, Refusal<PartnerObstacle>> {
    let tx = ctx.begin().await?;
    let partner = own(ctx, &tx, id).await?;
    let record = AgreementRecord {
        organisation: partner.organisation,
        id: ctx.new_id(),
        partner: id,
        number: ask.number.trim().to_owned(),
        subject: ask.subject.trim().to_owned(),
        signed_on: ask.signed_on,
        until_on: ask.until,
        ended_on: None,
        recorded_by: ctx.actor,
        recorded_at: ctx.now,
    };
    Refusal::unless_clear(check_agreement(&record.for_rule()))?;
    tx.insert_agreement(&record).await?;
    let event = Event::AgreementRecorded { agreement: record.id, on: ask.signed_on };
    ctx.record(&tx, event).await?;
    tx.commit().await?;
    Ok(record.id)
}

/// Records that an agreement was ended before its term; the day is its last.
///
/// - Errors: not found; `PartnerObstacle`.
pub async fn end_agreement(
    ctx: &Ctx,
    id: PartnerId,
    agreement: AgreementId,
    on: Date,
) -> Result<(), Refusal<PartnerObstacle>> {
    let tx = ctx.begin().await?;
    own(ctx, &tx, id).await?;
    let known = tx.agreements(&ctx.scope, ctx.at()).await?;
    let found = known.into_iter().find(|it| it.id == agreement && it.partner == id);
    let record = AgreementRecord { ended_on: Some(on), ..found.ok_or(Refusal::NotFound)? };
    Refusal::unless_clear(check_agreement(&record.for_rule()))?;
    tx.save_agreement(&record).await?;
    ctx.record(&tx, Event::AgreementEnded { agreement, on }).await?;
    tx.commit().await?;
    Ok(())
}

/// Records that a person came from a partner; the person gets the role of a partner's.
///
/// - Errors: not found; `PartnerObstacle`.
pub async fn name_person(
    ctx: &Ctx,
    id: PartnerId,
    person: PersonId,
    from: Date,
) -> Result<PartnerPersonId, Refusal<PartnerObstacle>> {
    let tx = ctx.begin().await?;
    let partner = own(ctx, &tx, id).await?;
    let (known, _) = tx.person(&ctx.scope, person).await?.ok_or(Refusal::NotFound)?;
    if known.organisation != partner.organisation {
        return Err(Refusal::NotFound);
    }
    let named = tx.partner_people(&ctx.scope, ctx.at()).await?;
    let same = |it: &&PartnerPerson| {
        it.partner == id && it.person == person && it.to_on.is_none_or(|to| from <= to)
    };
    if let Some(it) = named.iter().find(same) {
        return Err(Refusal::because(PartnerObstacle::Named { since: it.from_on }));
    }
    let record = PartnerPerson {
        organisation: partner.organisation,
        id: ctx.new_id(),
        partner: id,
        person,
        from_on: from,
        to_on: None,
    };
    tx.insert_partner_person(&record).await?;
    let event = Event::PartnerPersonNamed { named: record.id, person, from };
    ctx.record(&tx, event).await?;
    let held = tx.person_roles(&ctx.scope, &[person]).await?;
    let period = Period::since(from);
    if check_role(&held, Position::Partner, "", period).is_ok() {
        let position = Position::Partner;
        let role = PersonRole { id: ctx.new_id(), person, position, period, about: String::new() };
        tx.insert_person_role(partner.organisation, &role).await?;
        ctx.record(&tx, Event::PersonRoleGiven { person, position, from }).await?;
    }
    tx.commit().await?;
    Ok(record.id)
}
