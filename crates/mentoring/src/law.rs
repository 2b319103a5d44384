//! Values of law that rules look up by day: from when a consent is wanted, how long a notice is.
//!
//! It decides which value is in force on a day. Deliberately absent: the values themselves (they
//! are data with sources, `data/law.tsv`), and acts as texts to cite.

use jiff::civil::Date;
use std::sync::LazyLock;

use crate::words::slugs;

slugs! {
    /// What can be asked of the law of a day.
    pub enum LawRule {
        /// An employee mentors only by written consent, addendum and order.
        LabourConsent = "labour_consent",
        /// Working days between a cancellation by the employer and its day.
        CancellationNoticeWorkingDays = "cancellation_notice_working_days",
        /// Each consent is a document of its own.
        SeparateConsents = "separate_consents",
        /// Making data public wants a consent of its own.
        DistributionConsent = "distribution_consent",
        /// A consent to distribution names whole addresses.
        DistributionAddresses = "distribution_addresses",
        /// Processing personal data of the programme wants a consent.
        DataConsent = "data_consent",
        /// From this age a person signs beside the representative, in years.
        OwnSignatureAge = "own_signature_age",
        /// From this age a person signs alone, in years.
        FullAge = "full_age",
        /// Days from a withdrawal to the destruction of the data.
        DestructionAfterWithdrawalDays = "destruction_after_withdrawal_days",
        /// Working days from a demand to stop to the stop.
        StopOnDemandWorkingDays = "stop_on_demand_working_days",
        /// Working days from a withdrawal to the removal of what was made public.
        DistributionStopWorkingDays = "distribution_stop_working_days",
        /// Least length of a personalised programme, in months.
        ProgrammeLeastMonths = "programme_least_months",
        /// Greatest length of a personalised programme, in months.
        ProgrammeGreatestMonths = "programme_greatest_months",
        /// Least age of a pupil as a mentee, in years; an organisation may set its own.
        MenteeLeastAge = "mentee_least_age",
        /// Days from the end of the purpose to the destruction of the data.
        DestructionAfterPurposeDays = "destruction_after_purpose_days",
        /// Working days in which a person is told what is held.
        AccessAnswerWorkingDays = "access_answer_working_days",
        /// Working days in which wrong data are corrected.
        CorrectionWorkingDays = "correction_working_days",
        /// Years for which a consent to process data is kept after its end.
        ConsentPapersYears = "consent_papers_years",
        /// Years for which contracts of labour and their addenda are kept.
        LabourPapersYears = "labour_papers_years",
        /// Least age of a mentor, in years; an organisation may set its own.
        MentorLeastAge = "mentor_least_age",
        /// From this age a minor parent acts for the child alone, in years.
        ParentLeastAge = "parent_least_age",
        /// Years for which papers about destruction are kept.
        DestructionPapersYears = "destruction_papers_years",
        /// Years of mentoring for the badge «За наставничество».
        BadgeYears = "badge_years",
    }
}

/// A value of a rule from a day on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LawValue {
    /// Of which rule.
    pub rule: LawRule,
    /// First day in force.
    pub from: Date,
    /// The value, in the unit of the rule; 1 where the rule only is or is not.
    pub value: u16,
    /// The act that says so.
    pub source: String,
    /// Whether an excerpt was read, or the value is kept from general knowledge.
    pub is_seen: bool,
}

/// The values of law that an installation knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Law {
    values: Vec<LawValue>,
}

/// A line of law data that says nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line} of the law data is not understood: {text}")]
pub struct LawLine {
    /// Number of the line, from 1.
    pub line: usize,
    /// The line as written.
    pub text: String,
}

static BUILT_IN: LazyLock<Law> = LazyLock::new(|| Law::parse(include_str!("../data/law.tsv")).0);

impl Law {
    /// The values that travel with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// Reads values from text: the form is told at the head of `data/law.tsv`.
    ///
    /// - Returns: what was understood, and the lines that were not.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<LawLine>) {
        let mut law = Self::default();
        let mut refused = Vec::new();
        for (at, line) in text.lines().enumerate() {
            if line.trim().is_empty() || line.starts_with('#') {
                continue;
            }
            match value(line) {
                Some(it) => law.values.push(it),
                None => refused.push(LawLine { line: at + 1, text: line.to_owned() }),
            }
        }
        law.values.sort_by_key(|it| (it.rule, it.from));
        (law, refused)
    }

    /// The value of a rule on a day; `None` before its first day.
    #[must_use]
    pub fn on(&self, rule: LawRule, day: Date) -> Option<&LawValue> {
        self.values.iter().rev().find(|it| it.rule == rule && it.from <= day)
    }

    /// The first day on which a rule has a value.
    #[must_use]
    pub fn first_day(&self, rule: LawRule) -> Option<Date> {
        self.values.iter().find(|it| it.rule == rule).map(|it| it.from)
    }

    /// The number of a rule on a day; `None` before its first day.
    #[must_use]
    pub fn number(&self, rule: LawRule, day: Date) -> Option<u16> {
        self.on(rule, day).map(|it| it.value)
    }

    /// Whether a rule is in force on a day.
    #[must_use]
    pub fn holds(&self, rule: LawRule, day: Date) -> bool {
        self.number(rule, day).is_some_and(|it| it != 0)
    }
}

fn value(line: &str) -> Option<LawValue> {
    let mut cells = line.split('\t');
    let rule = LawRule::from_slug(cells.next()?)?;
    let from = cells.next()?.parse().ok()?;
    let value = cells.next()?.parse().ok()?;
    let source = cells.next().filter(|it| !it.is_empty())?.to_owned();
    let is_seen = match cells.next()? {
        "seen" => true,
        "recalled" => false,
        _ => return None,
    };
    cells.next().is_none().then_some(LawValue { rule, from, value, source, is_seen })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_line_that_travels_with_the_program_is_understood_and_every_rule_has_one() {
        let (law, refused) = Law::parse(include_str!("../data/law.tsv"));
        assert_eq!(refused, []);
        for rule in LawRule::ALL {
            assert!(law.values.iter().any(|it| it.rule == *rule), "{rule}");
        }
    }

    #[test]
    fn a_rule_holds_from_its_first_day() {
        let law = Law::built_in();
        assert!(!law.holds(LawRule::LabourConsent, date(2025, 2, 28)));
        assert!(law.holds(LawRule::LabourConsent, date(2025, 3, 1)));
        assert!(!law.holds(LawRule::SeparateConsents, date(2025, 8, 31)));
        assert_eq!(law.number(LawRule::FullAge, date(2026, 9, 1)), Some(18));
    }

    #[test]
    fn a_later_value_replaces_an_earlier_one_and_nonsense_is_named_by_its_line() {
        let text = "full_age\t2030-01-01\t21\tакт\tseen\nfull_age\t2010-01-01\t18\tакт\tseen\n\
                    full_age\t2010-01-01\tмного\tакт\tseen\nage\t2010-01-01\t1\tакт\tseen";
        let (law, refused) = Law::parse(text);
        assert_eq!(law.number(LawRule::FullAge, date(2029, 12, 31)), Some(18));
        assert_eq!(law.number(LawRule::FullAge, date(2030, 1, 1)), Some(21));
        assert_eq!(refused.iter().map(|it| it.line).collect::<Vec<_>>(), [3, 4]);
    }
}
