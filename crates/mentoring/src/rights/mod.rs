//! What a person may ask about the data held of it, and when they must be destroyed.
//!
//! It decides which sections the card of everything held has, on which ground and for what each is
//! there, what stays by law when the ground has gone, what must go and by when, and how soon a
//! request is answered. Deliberately absent: in which tables the data lie (`store::erasure`), and
//! terms as numbers (they are dated data of `law`).

mod fate;
mod request;

use crate::law::LawRule;
use crate::words::slugs;

pub use fate::{
    Fate, Gone, GoneWhy, Kept, PersonFacts, Reach, fates, gone, kept_until, must_go_by,
};
pub use request::{
    REQUEST_LIMIT, RequestKind, RequestObstacle, RequestOutcome, answer_by, check_answer,
    check_request,
};

slugs! {
    /// A section of the card of everything held about a person.
    pub enum HeldKind {
        /// The name, the job, how to reach the person.
        Card = "card",
        /// Day of birth, category, experience.
        Detail = "detail",
        /// Roles, classes, subjects.
        Roles = "roles",
        /// What was true before, and the name corrected by hand.
        History = "history",
        /// Who represents whom.
        Guardianship = "guardianship",
        /// Consents with their scans.
        Consents = "consents",
        /// Stays in the banks of mentors and mentees.
        Pools = "pools",
        /// Tasks given to the person.
        Tasks = "tasks",
        /// Orders that the person has read by signature.
        Orders = "orders",
        /// Papers that were made about the person: drafts and their data.
        Papers = "papers",
        /// Addenda to the contract.
        Addenda = "addenda",
        /// Absences and deputies.
        Absences = "absences",
        /// The partner that the person comes from.
        Partner = "partner",
        /// The account: what the person signs in with, on which devices.
        Account = "account",
        /// Letters that were sent.
        Letters = "letters",
        /// What is sealed: needs of accessibility.
        Sensitive = "sensitive",
        /// The right to read what is sensitive.
        Readers = "readers",
        /// What the person asked about the data, and acts of destruction.
        Requests = "requests",
        /// Texts of others in which the name stands.
        Mentions = "mentions",
        /// Files in which the name stands.
        Files = "files",
    }
}

slugs! {
    /// Where data of a section come from.
    pub enum DataSource {
        /// The person, or the representative.
        Oneself = "oneself",
        /// Lists and papers of the organisation.
        Organisation = "organisation",
        /// The product, while the person uses it.
        Product = "product",
    }
}

slugs! {
    /// What permits keeping a section.
    pub enum DataGround {
        /// Labour and education are kept account of by law.
        Law = "law",
        /// A consent of the person or the representative.
        Consent = "consent",
        /// The duty to protect data and to answer for what was done with them.
        Duty = "duty",
    }
}

slugs! {
    /// What a section is there for.
    pub enum DataPurpose {
        /// Account of those who work and learn here.
        Account = "account",
        /// Taking part in mentoring.
        Mentoring = "mentoring",
        /// Papers of labour.
        Labour = "labour",
        /// Proof that data are used lawfully.
        Proof = "proof",
        /// Signing in, and reminding.
        Access = "access",
    }
}

slugs! {
    /// Who sees a section.
    pub enum DataRecipient {
        /// Those of the organisation who keep the programme: by the table of access.
        Keepers = "keepers",
        /// Only people named by the head.
        Named = "named",
        /// The keepers, and the accountant in the pay register.
        Accountant = "accountant",
        /// Whoever the text or the file is shown to.
        Readers = "readers",
    }
}

/// How long a section is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// While its ground lasts, and then it goes.
    WhileGround,
    /// For years of a rule of law after each of its records has ended, whatever else goes.
    Years(LawRule),
}

/// What is said of a section of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HeldSpec {
    /// Where from.
    pub source: DataSource,
    /// On which ground.
    pub ground: DataGround,
    /// What for.
    pub purpose: DataPurpose,
    /// Who sees it.
    pub recipient: DataRecipient,
    /// How long.
    pub keeping: Keeping,
}

impl HeldKind {
    /// What is said of the section.
    ///
    /// Source: 152-ФЗ ст. 14 ч. 7; LAW.md §5.
    #[must_use]
    pub fn spec(self) -> HeldSpec {
        use DataPurpose::{Access, Account, Labour, Mentoring, Proof};
        use DataRecipient::{Accountant, Keepers, Named, Readers};
        use DataSource::{Oneself, Organisation, Product};
        use Keeping::{WhileGround, Years};
        let (source, ground, purpose, recipient, keeping) = match self {
            Self::Card | Self::Detail | Self::Roles | Self::History => {
                (Organisation, DataGround::Law, Account, Keepers, WhileGround)
            }
            Self::Guardianship => (Oneself, DataGround::Law, Proof, Keepers, WhileGround),
            Self::Consents => {
                let kept = Years(LawRule::ConsentPapersYears);
                (Oneself, DataGround::Duty, Proof, Keepers, kept)
            }
            Self::Pools => (Oneself, DataGround::Consent, Mentoring, Keepers, WhileGround),
            Self::Tasks | Self::Orders | Self::Papers | Self::Absences => {
                (Organisation, DataGround::Law, Mentoring, Keepers, WhileGround)
            }
            Self::Addenda => {
                let kept = Years(LawRule::LabourPapersYears);
                (Organisation, DataGround::Law, Labour, Accountant, kept)
            }
            Self::Partner => (Organisation, DataGround::Consent, Mentoring, Keepers, WhileGround),
            Self::Account | Self::Letters => {
                (Product, DataGround::Duty, Access, Keepers, WhileGround)
            }
            Self::Sensitive => (Oneself, DataGround::Consent, Mentoring, Named, WhileGround),
            Self::Readers => (Organisation, DataGround::Duty, Proof, Keepers, WhileGround),
            Self::Requests => (Oneself, DataGround::Duty, Proof, Keepers, WhileGround),
            Self::Mentions | Self::Files => {
                (Organisation, DataGround::Law, Mentoring, Readers, WhileGround)
            }
        };
        HeldSpec { source, ground, purpose, recipient, keeping }
    }
}
