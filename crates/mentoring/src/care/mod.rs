//! What is sensitive: groups that need measures of accessibility, and words that tell such things.
//!
//! It decides which groups there are and what a sensitive word is told as; which words these are stands
//! in `vocabulary`. Deliberately absent: labels of people outside the sealed section — a group is written
//! down only where a measure follows from it; casework with pupils.

mod vocabulary;

pub use vocabulary::sensitive_words;

use crate::words::slugs;

slugs! {
    /// A group for which the programme is made accessible.
    ///
    /// Source: requirement C7; TOS section 2 («меры по обеспечению доступности»).
    pub enum AccessGroup {
        /// Only the measures are written down, not why: what is not needed is not kept.
        Unnamed = "unnamed",
        /// Special educational needs, limited possibilities of health.
        SpecialNeeds = "special_needs",
        /// Outstanding abilities.
        Gifted = "gifted",
        /// A difficult situation of life.
        Hardship = "hardship",
        /// A poor family.
        LowIncome = "low_income",
        /// A village, a place that is far or hard to reach.
        Remote = "remote",
        /// An orphan, left without the care of parents.
        Orphan = "orphan",
    }
}

slugs! {
    /// What a free text seems to tell.
    pub enum SensitiveMatter {
        /// Health: a special category of personal data (152-ФЗ ст. 10).
        Health = "health",
        /// Police, court, prevention of offences.
        Police = "police",
    }
}

/// A word of a free text that tells of a sensitive matter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SensitiveWord {
    /// What of.
    pub matter: SensitiveMatter,
    /// The word as it stands in the text.
    pub word: String,
}
