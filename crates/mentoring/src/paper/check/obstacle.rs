//! What stands wrong in the data of a paper, with the fields and values that tell it.
//! Deliberately absent: the sentences for people (`documents`).

use jiff::civil::Date;

use crate::paper::PaperField;

/// Why the data of a paper contradict each other, in the order of the rules of its kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperObstacle {
    /// A day comes after one that it must come before.
    #[error("{} ({first_on}) is after {} ({second_on})", first.path, second.path)]
    OutOfOrder {
        /// What must come first.
        first: &'static PaperField,
        /// Its day.
        first_on: Date,
        /// What must not come before it.
        second: &'static PaperField,
        /// Its day.
        second_on: Date,
        /// The row, from 1, where they stand in rows.
        row: Option<usize>,
    },
    /// The mentor is told too late.
    #[error("told on {told_on}, free on {free_on}: {earliest} at the earliest")]
    NoticeTooShort {
        /// The field of the notice.
        told: &'static PaperField,
        /// The day of the notice.
        told_on: Date,
        /// The field of the first day without the work.
        free: &'static PaperField,
        /// The first day without the work.
        free_on: Date,
        /// Working days that must lie between.
        n_days: u16,
        /// The earliest first day without the work.
        earliest: Date,
    },
    /// A programme is shorter or longer than one may be.
    #[error("a term of {months} months in {}", field.path)]
    TermOutOfBounds {
        /// The field that tells the end of the term, or its months.
        field: &'static PaperField,
        /// Months begun.
        months: i32,
        /// At least.
        least: u16,
        /// At most.
        most: u16,
    },
    /// The months that are told are not those between the days.
    #[error("{} tells {told} months, the days {counted}", field.path)]
    MonthsDiffer {
        /// The field that tells them.
        field: &'static PaperField,
        /// As told.
        told: i32,
        /// Whole months between the days, the begun one counted.
        counted: i32,
        /// First day.
        from: Date,
        /// Last day.
        to: Date,
    },
    /// A word that the field does not know.
    #[error("{} does not know this word", field.path)]
    UnknownWord {
        /// The field.
        field: &'static PaperField,
        /// What stands there.
        word: String,
        /// What may stand there.
        allowed: &'static [&'static str],
    },
    /// None of several lists has a row.
    #[error("none of the lists has a row")]
    AllEmpty {
        /// The lists.
        fields: Vec<&'static PaperField>,
    },
    /// An order on the mentoring of teachers has students in it, or the other way round.
    #[error("{} mixes teachers and students", field.path)]
    MixedModels {
        /// The field that belongs to the other mentoring.
        field: &'static PaperField,
        /// Whose mentoring the order is about.
        model: String,
        /// The row, from 1.
        row: Option<usize>,
        /// What stands there, where it is a text.
        form: String,
    },
    /// A total is not the sum of its rows.
    #[error("{} is {told}, its rows are {counted}", field.path)]
    SumDiffers {
        /// The total.
        field: &'static PaperField,
        /// As told.
        told: i64,
        /// As counted.
        counted: i64,
    },
    /// A part is greater than the whole.
    #[error("{} is {n_part} of {n_whole}", part.path)]
    MoreThanAll {
        /// The part.
        part: &'static PaperField,
        /// How many.
        n_part: i64,
        /// The whole, or the list that is counted.
        whole: &'static PaperField,
        /// How many.
        n_whole: i64,
    },
}
