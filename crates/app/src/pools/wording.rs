//! Texts of consents: which edition was signed, and who signed an earlier one.
//!
//! It decides that an edition is kept whole when somebody first signs it. Deliberately absent: a
//! judgement of consents on an earlier text — nothing becomes invalid by a new one.

use std::collections::BTreeMap;

use jiff::civil::Date;
use mentoring::access::Action;
use mentoring::consent::{ConsentState, paper_of, papers, state};
use mentoring::event::Event;
use mentoring::id::{OrganisationId, PersonId, WordingId};
use mentoring::law::Law;
use mentoring::paper::PaperKind;
use mentoring::person::Person;
use store::{ConsentRecord, ConsentWording, File, StoreError, Tx};

use super::{Known, known_people};
use crate::ctx::Ctx;
use crate::paper::wording::{PaperWording, wording_of};
use crate::refusal::{Nothing, Refusal};

/// Which text somebody signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignedText {
    /// The text that is in force now.
    InForce,
    /// An edition that somebody signed before.
    Edition(WordingId),
    /// A blank of the school's own, which is not kept here.
    Other,
}

/// The text of a paper that is in force: its digest, and its words where it has any beside a file.
async fn text_in_force(
    tx: &Tx,
    organisation: OrganisationId,
    paper: PaperKind,
    day: Date,
) -> Result<(Vec<u8>, String), StoreError> {
    Ok(match wording_of(tx, organisation, paper, day).await? {
        PaperWording::Text(text) => (File::digest(text.as_bytes()), text),
        PaperWording::OwnWord(bytes) => (File::digest(&bytes), String::new()),
    })
}

/// Whether a text can have been signed as a paper: an edition must be one of that paper.
pub(crate) async fn is_text_of(
    ctx: &Ctx,
    tx: &Tx,
    paper: PaperKind,
    text: SignedText,
) -> Result<bool, StoreError> {
    let SignedText::Edition(id) = text else { return Ok(true) };
    let known = tx.consent_wordings(&ctx.scope, ctx.at()).await?;
    Ok(known.iter().any(|it| it.id == id && it.paper == paper))
}

/// The edition that was signed, kept now where nobody signed it before.
///
/// - Returns: `None` for a blank of the school's own.
pub(crate) async fn note_wording(
    ctx: &Ctx,
    tx: &Tx,
    paper: PaperKind,
    (text, signed_on): (SignedText, Date),
) -> Result<Option<WordingId>, StoreError> {
    match text {
        SignedText::Other => Ok(None),
        SignedText::Edition(id) => Ok(Some(id)),
        SignedText::InForce => {
            let known = tx.consent_wordings(&ctx.scope, ctx.at()).await?;
            let (digest, content) = text_in_force(tx, ctx.at(), paper, ctx.today()).await?;
            if let Some(it) = known.iter().find(|it| it.paper == paper && it.digest == digest) {
                return Ok(Some(it.id));
            }
            let wording = ConsentWording {
                organisation: ctx.at(),
                id: ctx.new_id(),
                paper,
                digest,
                content,
                from_on: signed_on,
                noted_by: ctx.actor,
                noted_at: ctx.now,
            };
            tx.insert_consent_wording(&wording).await?;
            ctx.record(tx, Event::WordingNoted { wording: wording.id }).await?;
            Ok(Some(wording.id))
        }
    }
}

/// An edition of a text with how many consents stand on it.
#[derive(Clone, Debug)]
pub struct Edition {
    /// As kept.
    pub wording: ConsentWording,
    /// Its number among the editions of its paper, from 1.
    pub number: usize,
    /// Whether it is the text in force.
    pub is_in_force: bool,
    /// Whose consents of today stand on it.
    pub people: Vec<Person>,
}

/// The editions of one paper.
#[derive(Clone, Debug)]
pub struct EditionsOf {
    /// Which paper.
    pub paper: PaperKind,
    /// The editions that somebody signed, the latest first.
    pub editions: Vec<Edition>,
    /// Whose consents of today name no edition.
    pub without: Vec<Person>,
}

impl EditionsOf {
    /// Whether the text in force was signed by nobody yet.
    #[must_use]
    pub fn is_unsigned(&self) -> bool {
        self.editions.iter().all(|it| !it.is_in_force)
    }

    /// How many people of today signed an earlier text.
    #[must_use]
    pub fn n_earlier(&self) -> usize {
        let earlier = self.editions.iter().filter(|it| !it.is_in_force);
        earlier.map(|it| it.people.len()).sum()
    }
}

/// Shows the texts of consents with who signed which.
///
/// - Returns: every kind of paper on which consents are given.
/// - Errors: not found without the right.
pub async fn list_wordings(ctx: &Ctx) -> Result<Vec<EditionsOf>, Refusal<Nothing>> {
    ctx.require(Action::SeeConsents, ctx.at())?;
    let tx = ctx.read().await?;
    let today = ctx.today();
    let people = known_people(ctx, &tx, "", today).await?;
    let people: BTreeMap<PersonId, Known> =
        people.into_iter().map(|it| (it.person.id, it)).collect();
    let consents = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let holding: Vec<(&ConsentRecord, &Known, PaperKind)> = consents
        .iter()
        .filter_map(|it| {
            let known = people.get(&it.person)?;
            let participant = known.participant();
            let state = state(&it.for_rule(), participant.birth, today, Law::built_in());
            let paper = paper_of(it.kind, participant.standing);
            (state == ConsentState::Valid).then_some((it, known, paper))
        })
        .collect();
    let kept = tx.consent_wordings(&ctx.scope, ctx.at()).await?;
    let mut all = Vec::new();
    for paper in papers() {
        let (digest, _) = text_in_force(&tx, ctx.at(), paper, today).await?;
        all.push(editions_of(paper, &digest, &kept, &holding));
    }
    Ok(all)
}

fn editions_of(
    paper: PaperKind,
    in_force: &[u8],
    kept: &[ConsentWording],
    holding: &[(&ConsentRecord, &Known, PaperKind)],
) -> EditionsOf {
    let of_paper: Vec<&ConsentWording> = kept.iter().filter(|it| it.paper == paper).collect();
    let whose = |wording: Option<WordingId>| {
        let mut people: Vec<Person> = Vec::new();
        for (record, known, of) in holding {
            // What somebody signed decides, and only without an edition the kind does.
            let is_of = record.wording == wording && (wording.is_some() || *of == paper);
            if is_of && people.iter().all(|it| it.id != known.person.id) {
                people.push(known.person.clone());
            }
        }
        people.sort_by_key(|it| it.name.full());
        people
    };
    let n_all = of_paper.len();
    let edition = |(index, it): (usize, &&ConsentWording)| Edition {
        wording: (*it).clone(),
        number: n_all - index,
        is_in_force: it.digest == in_force,
        people: whose(Some(it.id)),
    };
    EditionsOf {
        paper,
        editions: of_paper.iter().enumerate().map(edition).collect(),
        without: whose(None),
    }
}

/// Shows the text of an edition; to whoever may see consents, and to whose consent stands on it.
///
/// - Errors: not found.
pub async fn show_wording(ctx: &Ctx, id: WordingId) -> Result<Edition, Refusal<Nothing>> {
    let tx = ctx.read().await?;
    let kept = tx.consent_wordings(&ctx.scope, ctx.at()).await?;
    let found = kept.iter().find(|it| it.id == id).ok_or(Refusal::NotFound)?;
    let signed = tx.consents_of(&ctx.scope, ctx.at()).await?;
    let is_own = |it: &ConsentRecord| it.person == ctx.person || it.guardian == Some(ctx.person);
    ctx.require_for(Action::SeeConsents, found.organisation, || {
        signed.iter().any(|it| it.wording == Some(id) && is_own(it))
    })?;
    let (digest, _) = text_in_force(&tx, ctx.at(), found.paper, ctx.today()).await?;
    let later = kept.iter().filter(|it| it.paper == found.paper);
    let of_paper: Vec<&ConsentWording> = later.collect();
    let index = of_paper.iter().position(|it| it.id == id).unwrap_or_default();
    Ok(Edition {
        number: of_paper.len() - index,
        is_in_force: found.digest == digest,
        wording: found.clone(),
        people: Vec::new(),
    })
}

/// The edition of a consent, as its page names it.
#[derive(Clone, Debug)]
pub struct SignedEdition {
    /// Its id.
    pub id: WordingId,
    /// Its number among the editions of its paper.
    pub number: usize,
    /// The day it was first signed.
    pub from: Date,
    /// Whether it is the text in force.
    pub is_in_force: bool,
}

/// The editions of the papers of an organisation, to be named beside consents.
pub(crate) async fn named_editions(
    ctx: &Ctx,
    tx: &Tx,
) -> Result<Vec<(PaperKind, SignedEdition)>, StoreError> {
    let kept = tx.consent_wordings(&ctx.scope, ctx.at()).await?;
    let mut named = Vec::new();
    for paper in papers() {
        let of_paper: Vec<&ConsentWording> = kept.iter().filter(|it| it.paper == paper).collect();
        if of_paper.is_empty() {
            continue;
        }
        let (in_force, _) = text_in_force(tx, ctx.at(), paper, ctx.today()).await?;
        for (index, it) in of_paper.iter().enumerate() {
            let edition = SignedEdition {
                id: it.id,
                number: of_paper.len() - index,
                from: it.from_on,
                is_in_force: it.digest == in_force,
            };
            named.push((paper, edition));
        }
    }
    Ok(named)
}
