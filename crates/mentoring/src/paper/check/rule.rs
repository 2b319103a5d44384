//! Which rules the data of which kind keep.
//!
//! It decides which days follow which, which programmes are counted, and which order is of one model.
//! Deliberately absent: how a rule looks at data (`check`).

use Rule::{AnyOf, Months, NotMore, Notice, OneModel, Order, Sum, Term, Word};

use crate::paper::PaperKind;

/// What must be true of the data of a kind.
#[derive(Clone, Copy)]
pub(super) enum Rule {
    /// The first day is not after the second; within rows of one list row by row.
    Order(&'static str, &'static str),
    /// Working days of notice lie between the two.
    Notice(&'static str, &'static str),
    /// A programme lasts from the first day to the second, which the third field counts in months.
    Term(&'static str, &'static str, &'static str),
    /// A programme lasts so many months.
    Months(&'static str),
    /// Only these words.
    Word(&'static str, &'static [&'static str]),
    /// At least one of the lists has a row.
    AnyOf(&'static [&'static str]),
    /// Teachers and students are not mixed.
    OneModel,
    /// The total of the rows.
    Sum(&'static str, &'static str),
    /// Not more than the number, or than the rows of the list.
    NotMore(&'static str, &'static str),
}

/// The slugs of whose mentoring it is.
pub(super) const MODELS: &[&str] = &["students", "teachers"];

/// Days that always follow each other, wherever both stand.
pub(super) const FOLLOWING: [(&str, &str); 3] =
    [("starts_on", "ends_on"), ("entered_on", "ended_on"), ("begun_on", "ended_on")];

/// The rules that one kind has beside those of its fields.
pub(super) fn own_rules(kind: PaperKind) -> &'static [Rule] {
    match kind {
        PaperKind::IntroductionOrder => &[
            Order("day", "pools_by"),
            Order("pools_by", "pairs_by"),
            Order("pairs_by", "report_by"),
            Order("first_stage_by", "second_stage_by"),
            Order("day", "publish_by"),
        ],
        PaperKind::RoadmapOrder => {
            &[Order("day", "inform_by"), Order("day", "publish_by"), Order("starts_on", "next_by")]
        }
        PaperKind::WorkingGroupOrder => &[Order("day", "ends_on")],
        PaperKind::CouncilProtocol => &[NotMore("n_present", "n_members")],
        PaperKind::MentorsOrder => {
            &[Order("mentors[].consented_on", "day"), Order("day", "pairs_by")]
        }
        PaperKind::PairsOrder => &[
            AnyOf(&["adult_pairs", "minor_pairs"]),
            OneModel,
            Order("paid[].addendum_day", "day"),
            Order("day", "first_meeting_by"),
            Order("first_meeting_by", "programmes_by"),
            Order("programmes_by", "approval_by"),
        ],
        PaperKind::ContractAddendum => {
            &[Order("contract_day", "day"), Order("consented_on", "day"), Order("day", "starts_on")]
        }
        PaperKind::MentorRefusal => &[Order("addendum_day", "ends_on")],
        PaperKind::CancellationNotice => &[
            Order("contract_day", "addendum_day"),
            Order("addendum_day", "day"),
            Notice("day", "ends_on"),
        ],
        PaperKind::PersonalisedProgramme => &[
            Term("starts_on", "ends_on", "months"),
            Order("entry_by", "interim_by"),
            Order("interim_by", "final_by"),
        ],
        PaperKind::ChangeOrder => &[Order("consented_on", "day"), Order("changed_on", "ends_on")],
        PaperKind::ExtensionOrder => &[Order("ended_on", "ends_on"), Months("months")],
        PaperKind::PlansOrder => &[
            Word("subject", &["plans", "programmes"]),
            Order("day", "hand_by"),
            Order("interim_by", "final_by"),
        ],
        PaperKind::ChangeRequest => {
            &[Word("subject", &["replacement", "extension", "early_ending"])]
        }
        PaperKind::TrainingOrder => &[
            Order("starts_on", "sessions[].held_on"),
            Order("sessions[].held_on", "ends_on"),
            Order("ends_on", "report_by"),
            Sum("hours", "sessions[].hours"),
        ],
        PaperKind::PartnerList => &[NotMore("n_giving", "partners")],
        PaperKind::MenteePool => &[NotMore("n_waiting", "mentees")],
        _ => &[],
    }
}
