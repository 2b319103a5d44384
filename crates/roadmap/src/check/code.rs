//! The table of codes: every diagnostic with its group and its severity.
//!
//! It decides which codes exist; a code never changes its meaning and is never used again. The texts
//! stand in `locales`, the rules in the file of their group.

use crate::plan::Severity;

/// A stable code of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(pub(crate) &'static str);

/// What a diagnostic is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// Dates against the period of the plan and each other.
    Period,
    /// Steps that stand before those they depend on.
    Order,
    /// Numbers of rows and of lists.
    Numbering,
    /// What a row does not say.
    Missing,
    /// Words in another column than theirs.
    Column,
    /// Figures.
    Figure,
    /// Events that are referred to.
    Reference,
    /// Blanks left from a template.
    Placeholder,
    /// Names of other institutions.
    Foreign,
    /// Stages of the target model.
    Model,
    /// Acts and duties.
    Law,
    /// Shares of the people reached.
    Coverage,
    /// What the compiler had to guess.
    Guess,
}

/// A line of the table of codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// `R012`.
    pub code: Code,
    /// What it is about.
    pub group: Group,
    /// How grave it is where it is found; a rule may say a milder one of a single place.
    pub severity: Severity,
}

impl Code {
    /// The code as it is printed: `R012`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// The severity that the table gives.
    #[must_use]
    pub fn severity(self) -> Severity {
        CODES.iter().find(|it| it.code == self).map_or(Severity::Note, |it| it.severity)
    }
}

macro_rules! codes {
    ($($name:ident = $code:literal, $group:ident, $severity:ident;)*) => {
        $(pub(crate) const $name: Code = Code($code);)*

        /// Every code, in order.
        pub const CODES: &[Entry] = &[
            $(Entry { code: $name, group: Group::$group, severity: Severity::$severity },)*
        ];
    };
}

codes! {
    OUTSIDE_PERIOD = "R011", Period, Error;
    BEFORE_PERIOD = "R012", Period, Note;
    END_BEFORE_START = "R013", Period, Error;
    STALE_YEAR = "R014", Period, Warning;
    BEFORE_APPROVAL = "R015", Period, Warning;
    TWO_DEADLINES = "R016", Period, Warning;
    DATA_BEFORE_CONSENT = "R021", Order, Warning;
    WORK_BEFORE_ORDER = "R022", Order, Warning;
    MEETING_BEFORE_CONSENT = "R023", Order, Warning;
    STEP_TOO_EARLY = "R024", Order, Warning;
    NUMBER_GAP = "R031", Numbering, Warning;
    NUMBER_REPEATED = "R032", Numbering, Warning;
    NUMBER_BACKWARDS = "R033", Numbering, Warning;
    NO_DEADLINE = "R041", Missing, Error;
    NO_DEADLINES = "R042", Missing, Error;
    NO_RESPONSIBLE = "R043", Missing, Warning;
    NO_RESPONSIBLES = "R044", Missing, Warning;
    NOBODY = "R045", Missing, Warning;
    NO_RESULT = "R046", Missing, Warning;
    DEADLINE_NOT_UNDERSTOOD = "R047", Missing, Warning;
    NO_ROADMAP = "R048", Missing, Error;
    RESULT_AS_INDICATOR = "R051", Column, Warning;
    INDICATOR_AS_RESULT = "R052", Column, Warning;
    CELL_ELSEWHERE = "R053", Column, Warning;
    PERCENT_WITHOUT_BASE = "R061", Figure, Warning;
    INDICATOR_WITHOUT_VALUE = "R062", Figure, Warning;
    UNKNOWN_EVENT = "R071", Reference, Warning;
    PLACEHOLDER = "R081", Placeholder, Warning;
    APPROVAL_BLANK = "R082", Placeholder, Note;
    FOREIGN_KIND = "R091", Foreign, Warning;
    FOREIGN_NAME = "R092", Foreign, Warning;
    STAGE_MISSING = "R101", Model, Warning;
    STAGE_UNNAMED = "R102", Model, Note;
    OTHER_MODEL = "R103", Model, Note;
    ACT_NUMBER = "R111", Law, Warning;
    ACT_TITLE = "R112", Law, Warning;
    ACT_NOT_IN_FORCE = "R113", Law, Warning;
    ARTICLE_NUMBER = "R114", Law, Warning;
    LABOUR_PAPERS = "R115", Law, Warning;
    JOINED_CONSENTS = "R116", Law, Warning;
    BELOW_OWN_TARGET = "R121", Coverage, Warning;
    BELOW_SET_TARGET = "R122", Coverage, Note;
    PERIOD_UNKNOWN = "R131", Guess, Note;
    DEADLINE_GUESSED = "R132", Guess, Note;
    READ_WITH_LOSS = "R133", Guess, Warning;
    CODE_PAGE_GUESSED = "R134", Guess, Note;
    CHANGES_ACCEPTED = "R135", Guess, Note;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_and_each_once() {
        assert!(CODES.windows(2).all(|it| it[0].code < it[1].code));
    }
}
