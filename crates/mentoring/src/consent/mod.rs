//! Consents as legal objects: one document for one purpose, signed by whoever may sign on the day.
//!
//! It decides who signs at which age, when a consent holds, which consents a deed wants, and what a
//! withdrawal stops by when. Deliberately absent: the texts of the documents (`documents`), the
//! contract addendum and the order (`labour`, `order`), and whether somebody has a document on
//! paper — only what was recorded counts.

mod age;
mod blank;
mod fit;
mod gate;
mod publish;
mod withdrawal;

use jiff::civil::Date;

use crate::id::{ConsentId, FileId, PersonId};
use crate::words::slugs;

pub use age::{Signer, age_on, reaches_on, signers};
pub use blank::{paper_of, papers};
pub use fit::{Unfit, offered, unfit};
pub use gate::{Deed, Gap, Missing, Participant, Standing, gaps, wanted};
pub use publish::{
    Permission, PublishCondition, PublishGap, is_web_address, is_whole_address, may_publish,
};
pub use withdrawal::{Stop, StopKind, StopOf, Withdrawal, stops, stops_of};

slugs! {
    /// What is consented to; each is a document of its own.
    pub enum ConsentKind {
        /// An employee's consent to mentor on the employer's behalf (D7, ТК РФ ст. 351.8).
        LabourMentoring = "labour_mentoring",
        /// A pupil's, parent's, graduate's or partner's statement to mentor (D7).
        VolunteerMentoring = "volunteer_mentoring",
        /// A mentee's consent to take part (D8).
        Participation = "participation",
        /// An adult's consent to the processing of personal data (D9).
        PersonalData = "personal_data",
        /// A representative's consent that a minor takes part (D10).
        GuardianParticipation = "guardian_participation",
        /// A representative's consent to the processing of a minor's data (D10).
        GuardianData = "guardian_data",
        /// A consent to make data public (D11).
        Distribution = "distribution",
    }
}

/// A consent as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// To what.
    pub kind: ConsentKind,
    /// Whose: the person it is about, who need not be the one who signed.
    pub person: PersonId,
    /// Which version of the text was signed.
    pub text_version: u32,
    /// The day of the signatures; where there are two, of the later one.
    pub signed_on: Date,
    /// Who signed.
    pub signed_by: Vec<Signer>,
    /// The representative who signed, where one did.
    pub guardian: Option<PersonId>,
    /// The last day of its term; `None` where it lasts until it is withdrawn.
    pub until: Option<Date>,
    /// The day of the withdrawal; from it on nothing is permitted.
    pub withdrawn_on: Option<Date>,
    /// The scan, where there is one.
    pub scan: Option<FileId>,
    /// Whether it stands in one paper with other consents or statements.
    pub is_joined: bool,
    /// What may be made public and where; `None` except for [`ConsentKind::Distribution`].
    pub distribution: Option<Distribution>,
}

/// What a consent to distribution permits, and nothing beyond it: silence is no consent.
///
/// Source: 152-ФЗ ст. 10.1; приказ Роскомнадзора от 24.02.2021 № 18.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Distribution {
    /// Whole addresses of pages: protocol, server, path.
    pub addresses: Vec<String>,
    /// What may be shown.
    pub categories: Vec<DataCategory>,
    /// What may be shown only under a condition, with the condition in words.
    pub conditions: Vec<(DataCategory, String)>,
    /// What is expressly not to be shown.
    pub denied: Vec<DataCategory>,
}

slugs! {
    /// What of a person can be made public.
    pub enum DataCategory {
        /// Surname, first name, patronymic.
        Name = "name",
        /// Position or class.
        Position = "position",
        /// A photograph.
        Photo = "photo",
        /// A video.
        Video = "video",
        /// Age or year of birth.
        Age = "age",
        /// Telephone, e-mail.
        Contacts = "contacts",
        /// Works and methodical materials under the name.
        Works = "works",
        /// Achievements and results.
        Achievements = "achievements",
        /// What the person said of the programme.
        Words = "words",
    }
}

/// How a consent stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConsentState {
    /// It permits what it is about.
    Valid,
    /// It was signed after the day.
    NotYet {
        /// The day of the signature.
        signed_on: Date,
    },
    /// Its term has passed.
    Expired {
        /// The last day of the term.
        last: Date,
    },
    /// It was withdrawn.
    Withdrawn {
        /// From this day on nothing is permitted.
        on: Date,
    },
    /// The person has reached an age at which somebody else must sign.
    Outgrown {
        /// The day on which the person reached the age.
        on: Date,
    },
    /// Somebody who had to sign did not.
    SignatureMissing {
        /// Who.
        signer: Signer,
    },
    /// It stands in one paper with others, and the law of its day forbids that.
    Joined,
    /// It is about making public and names no address of a page.
    NoAddress,
}

/// How a consent stands on a day.
///
/// - `birth`: the day of birth of the person it is about; `None` for an adult.
/// - Returns: the first thing against it, in the order of the life of a paper.
///
/// Source: rule M2; 152-ФЗ ст. 9 ч. 1, ст. 10.1.
#[must_use]
pub fn state(
    consent: &Consent,
    birth: Option<Date>,
    day: Date,
    law: &crate::law::Law,
) -> ConsentState {
    use crate::law::LawRule;

    let signed_on = consent.signed_on;
    if day < signed_on {
        return ConsentState::NotYet { signed_on };
    }
    let needed = signers(consent.kind, birth, signed_on, law);
    if let Some(signer) = needed.iter().find(|it| !consent.signed_by.contains(it)) {
        return ConsentState::SignatureMissing { signer: *signer };
    }
    if consent.is_joined && law.holds(LawRule::SeparateConsents, signed_on) {
        return ConsentState::Joined;
    }
    let is_distribution = consent.kind == ConsentKind::Distribution;
    let n_addresses = consent.distribution.as_ref().map_or(0, |it| it.addresses.len());
    if is_distribution && n_addresses == 0 && law.holds(LawRule::DistributionAddresses, signed_on) {
        return ConsentState::NoAddress;
    }
    let ended = [
        consent.withdrawn_on.map(|on| (on, ConsentState::Withdrawn { on })),
        consent
            .until
            .and_then(|last| Some((last.tomorrow().ok()?, ConsentState::Expired { last }))),
        outgrown_on(consent, birth, law).map(|on| (on, ConsentState::Outgrown { on })),
    ];
    // Of several endings the earliest is the one that ended it.
    let first = ended.into_iter().flatten().filter(|(on, _)| *on <= day).min_by_key(|(on, _)| *on);
    first.map_or(ConsentState::Valid, |(_, it)| it)
}

/// Days for which a new paper is asked for before the old one ends.
const NOTICE_DAYS: i32 = 30;

/// Whether a consent that holds to a last day wants a new one already.
#[must_use]
pub fn ends_soon(last: Date, today: Date) -> bool {
    let until = today.saturating_add(jiff::ToSpan::days(NOTICE_DAYS));
    today <= last && last <= until
}

/// The day on which a consent of a minor stops because other people must sign from then on.
///
/// A consent of a representative is signed anew at fourteen (the pupil signs too) and at eighteen
/// (the person signs alone). `None` for a person of full age and for an unknown day of birth.
///
/// Source: ГК РФ ст. 21, 26, 28 as practised; rule M2.
#[must_use]
pub fn outgrown_on(consent: &Consent, birth: Option<Date>, law: &crate::law::Law) -> Option<Date> {
    let ages = age::bounds(consent.signed_on, law);
    let reached = ages.into_iter().filter_map(|it| reaches_on(birth?, it));
    reached.filter(|it| consent.signed_on < *it).min()
}

#[cfg(test)]
mod tests;
