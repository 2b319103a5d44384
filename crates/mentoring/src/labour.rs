//! The labour-law pack of an employee who mentors: consent, addendum, order, first meeting.
//!
//! It decides in which order of dates the papers must come, what an addendum must say, when a
//! refusal or a cancellation may take effect, and for which days the accountant pays. Deliberately
//! absent: how much is paid (no law sets a sum), and mentors who are not employees.

pub mod days;

use jiff::ToSpan;
use jiff::civil::Date;

use crate::calendar::WorkingCalendar;
use crate::id::{AddendumId, ConsentId, PersonId};
use crate::law::{Law, LawRule};
use crate::period::{Days, Period};
use crate::words::slugs;

slugs! {
    /// How mentoring is carried out, as the addendum says it.
    pub enum MentoringMode {
        /// One mentee, in presence.
        OneInPresence = "one_in_presence",
        /// One mentee, at a distance.
        OneAtDistance = "one_at_distance",
        /// A group, in presence.
        GroupInPresence = "group_in_presence",
        /// A group, at a distance.
        GroupAtDistance = "group_at_distance",
        /// Both in presence and at a distance.
        Mixed = "mixed",
    }
}

/// What is paid for mentoring; no default stands anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MentoringPay {
    /// A sum each month, in kopecks.
    Monthly {
        /// Kopecks, more than 0.
        kopecks: u64,
    },
    /// A share of the salary, in hundredths of a percent.
    Share {
        /// 1..=10000.
        basis_points: u16,
    },
}

/// An addendum to the contract of an employee, or the clause that makes it needless.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractAddendum {
    /// Its id.
    pub id: AddendumId,
    /// Who mentors.
    pub person: PersonId,
    /// The consent it rests on.
    pub consent: Option<ConsentId>,
    /// Its number; the school's own form.
    pub number: String,
    /// The day of both signatures.
    pub signed_on: Date,
    /// For which days.
    pub period: Period,
    /// What the work is, in words.
    pub content: String,
    /// How it is done.
    pub mode: Option<MentoringMode>,
    /// What is paid.
    pub pay: Option<MentoringPay>,
    /// The act that sets the pay: a clause of the school's regulation on pay.
    pub pay_ground: String,
    /// How it ended before its time.
    pub ending: Option<EarlyEnding>,
}

/// How an assignment to mentor ended before its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlyEnding {
    /// The mentor refused; no reason is needed and nothing follows from it.
    Refusal {
        /// The day the refusal was handed in.
        told_on: Date,
        /// The last day of the work.
        last: Date,
    },
    /// The employer cancelled.
    Cancellation {
        /// The day the mentor was told, by signature.
        told_on: Date,
        /// The last day of the work.
        last: Date,
    },
}

/// What an addendum lacks, in the order of its points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddendumObstacle {
    /// There is no written consent to rest on.
    #[error("the addendum rests on no written consent")]
    NoConsent,
    /// It was signed before the consent.
    #[error("the addendum is of {addendum_on}, before the consent of {consent_on}")]
    BeforeConsent {
        /// Day of the consent.
        consent_on: Date,
        /// Day of the addendum.
        addendum_on: Date,
    },
    /// It has no number.
    #[error("the addendum has no number")]
    NoNumber,
    /// It does not say what the work is.
    #[error("the addendum does not say what the work is")]
    NoContent,
    /// It has no last day, or the last day is before the first.
    #[error("the addendum has no term")]
    NoTerm,
    /// It does not say how the work is done.
    #[error("the addendum does not say in which form the work is done")]
    NoMode,
    /// It does not say what is paid.
    #[error("the addendum does not say what is paid")]
    NoPay,
    /// It does not say by which act.
    #[error("the addendum does not name the act that sets the pay")]
    NoPayGround,
    /// The contract would be later than its addendum.
    #[error("the contract of {contract_on} is later than its addendum of {addendum_on}")]
    ContractAfter {
        /// Day of the contract.
        contract_on: Date,
        /// Day of the addendum.
        addendum_on: Date,
    },
    /// A day that no addendum on mentoring can have.
    #[error("an addendum is signed on {earliest} at the earliest")]
    TooEarly {
        /// The first day that is possible.
        earliest: Date,
    },
}

/// Everything an addendum lacks; empty where it may be printed for signature.
///
/// - `consent_on`: the day of the consent it rests on; `None` where there is none.
///
/// Source: ТК РФ ст. 351.8 (content, term and form of the work; sizes and conditions of pay).
#[must_use]
pub fn check_addendum(it: &ContractAddendum, consent_on: Option<Date>) -> Vec<AddendumObstacle> {
    use AddendumObstacle::*;
    let addendum_on = it.signed_on;
    let mut obstacles = Vec::new();
    match consent_on {
        None => obstacles.push(NoConsent),
        Some(consent_on) if addendum_on < consent_on => {
            obstacles.push(BeforeConsent { consent_on, addendum_on });
        }
        Some(_) => {}
    }
    let has_term = it.period.to.is_some_and(|to| it.period.from <= to);
    let is_paid = match it.pay {
        Some(MentoringPay::Monthly { kopecks }) => 0 < kopecks,
        Some(MentoringPay::Share { basis_points }) => (1..=10_000).contains(&basis_points),
        None => false,
    };
    let lacks = [
        (it.number.trim().is_empty(), NoNumber),
        (it.content.trim().is_empty(), NoContent),
        (!has_term, NoTerm),
        (it.mode.is_none(), NoMode),
        (!is_paid, NoPay),
        (it.pay_ground.trim().is_empty(), NoPayGround),
    ];
    obstacles.extend(lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, it)| it));
    obstacles
}

/// On what ground an employee mentors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LabourGround {
    /// Helping others is part of the work by contract; the clause is kept beside it.
    WorkByContract,
    /// By a consent and an addendum.
    Addendum {
        /// Day of the consent; `None` while it is missing.
        consent_on: Option<Date>,
        /// Day of the addendum; `None` while it is missing.
        addendum_on: Option<Date>,
    },
}

/// Two papers that stand in the wrong order, or one that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChainObstacle {
    /// The written consent is missing.
    #[error("the written consent is missing")]
    NoConsent,
    /// The addendum is missing.
    #[error("the addendum is missing")]
    NoAddendum,
    /// The addendum is earlier than the consent.
    #[error("the addendum of {addendum_on} is earlier than the consent of {consent_on}")]
    AddendumBeforeConsent {
        /// Day of the consent.
        consent_on: Date,
        /// Day of the addendum.
        addendum_on: Date,
    },
    /// The order is earlier than the addendum.
    #[error("the order of {order_on} is earlier than the addendum of {addendum_on}")]
    OrderBeforeAddendum {
        /// Day of the addendum.
        addendum_on: Date,
        /// Day of the order.
        order_on: Date,
    },
    /// The first meeting is earlier than the order.
    #[error("the first meeting of {meeting_on} is earlier than the order of {order_on}")]
    MeetingBeforeOrder {
        /// Day of the order.
        order_on: Date,
        /// Day of the meeting.
        meeting_on: Date,
    },
}

/// Whether the papers of an employee who mentors come in order; everything wrong at once.
///
/// - `order_on`: the day of the order on pairs; it decides which law applies.
/// - `meeting_on`: the first meeting, where there was one.
///
/// Source: rule M3; DOCUMENTS 0.4; ТК РФ ст. 351.8 from its first day.
#[must_use]
pub fn check_chain(
    ground: LabourGround,
    order_on: Date,
    meeting_on: Option<Date>,
    law: &Law,
) -> Vec<ChainObstacle> {
    use ChainObstacle::*;
    let mut obstacles = Vec::new();
    if let LabourGround::Addendum { consent_on, addendum_on } = ground
        && law.holds(LawRule::LabourConsent, order_on)
    {
        if consent_on.is_none() {
            obstacles.push(NoConsent);
        }
        match (consent_on, addendum_on) {
            (_, None) => obstacles.push(NoAddendum),
            (Some(consent_on), Some(addendum_on)) if addendum_on < consent_on => {
                obstacles.push(AddendumBeforeConsent { consent_on, addendum_on });
            }
            _ => {}
        }
        if let Some(addendum_on) = addendum_on.filter(|it| order_on < *it) {
            obstacles.push(OrderBeforeAddendum { addendum_on, order_on });
        }
    }
    if let Some(meeting_on) = meeting_on.filter(|it| *it < order_on) {
        obstacles.push(MeetingBeforeOrder { order_on, meeting_on });
    }
    obstacles
}

/// The first day from which the work is cancelled when the mentor is told today.
///
/// Three whole working days lie between the day of telling and the first day without the work.
/// A day before the law has no notice.
///
/// Source: ТК РФ ст. 351.8 ч. 4: «не менее чем за три рабочих дня».
#[must_use]
pub fn earliest_free_day(told_on: Date, calendar: &WorkingCalendar, law: &Law) -> Date {
    let notice = law.number(LawRule::CancellationNoticeWorkingDays, told_on).unwrap_or(0);
    let last_of_notice = calendar.add_working_days(told_on, notice.into());
    last_of_notice.checked_add(1.day()).unwrap_or(last_of_notice)
}

/// Why an assignment cannot end as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndingObstacle {
    /// The employer must tell earlier.
    #[error("a cancellation told on {told_on} takes effect on {earliest} at the earliest")]
    TooSoon {
        /// The day of telling.
        told_on: Date,
        /// The first day without the work.
        earliest: Date,
    },
    /// It would end before it began, or after its term.
    #[error("the last day lies outside the term of the addendum")]
    OutsideTerm,
    /// It has ended already.
    #[error("the addendum has ended on {last}")]
    AlreadyEnded {
        /// The last day.
        last: Date,
    },
}

/// Ends an assignment before its time.
///
/// A refusal by the mentor is taken at once: the notice of the law binds the employer; three
/// working days are proposed for it and not enforced.
///
/// - Errors: the cancellation comes too soon, or the day is outside the term.
///
/// Source: ТК РФ ст. 351.8 ч. 4; rule M3.
pub fn end_early(
    it: &ContractAddendum,
    ending: EarlyEnding,
    calendar: &WorkingCalendar,
    law: &Law,
) -> Result<ContractAddendum, EndingObstacle> {
    if let Some(ended) = it.ending {
        return Err(EndingObstacle::AlreadyEnded { last: ended.last() });
    }
    if let EarlyEnding::Cancellation { told_on, last } = ending {
        let earliest = earliest_free_day(told_on, calendar, law);
        if last.tomorrow().is_ok_and(|free| free < earliest) {
            return Err(EndingObstacle::TooSoon { told_on, earliest });
        }
    }
    if !it.period.contains(ending.last()) {
        return Err(EndingObstacle::OutsideTerm);
    }
    Ok(ContractAddendum { ending: Some(ending), ..it.clone() })
}

impl EarlyEnding {
    /// The last day of the work.
    #[must_use]
    pub fn last(self) -> Date {
        match self {
            Self::Refusal { last, .. } | Self::Cancellation { last, .. } => last,
        }
    }
}

/// Days of one month for which one mentor is paid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PayPeriod {
    /// By which addendum.
    pub addendum: AddendumId,
    /// Whom.
    pub person: PersonId,
    /// The days inside the month.
    pub days: Days,
    /// How many of them are worked.
    pub n_working_days: u32,
    /// What is paid for a whole month.
    pub pay: MentoringPay,
}

/// The register of pay periods of a month, for the accountant.
///
/// - `month`: first to last day of the month; longer stretches are counted as one.
/// - Returns: one line for each addendum that acts in the month, in the order given.
///
/// Source: rule M3.
#[must_use]
pub fn pay_periods(
    addenda: &[ContractAddendum],
    month: Days,
    calendar: &WorkingCalendar,
) -> Vec<PayPeriod> {
    let of = |it: &ContractAddendum| {
        let last = [it.period.to, it.ending.map(EarlyEnding::last)].into_iter().flatten().min();
        let acts = Days::new(it.period.from, last.unwrap_or(month.to))?;
        let days = acts.intersection(month)?;
        let mut day = Some(days.from);
        let mut n_working_days = 0;
        while let Some(at) = day.filter(|it| *it <= days.to) {
            n_working_days += u32::from(calendar.is_worked(at));
            day = at.tomorrow().ok();
        }
        Some(PayPeriod { addendum: it.id, person: it.person, days, n_working_days, pay: it.pay? })
    };
    addenda.iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::CalendarFacts;
    use jiff::civil::date;
    use uuid::Uuid;

    fn addendum() -> ContractAddendum {
        ContractAddendum {
            id: AddendumId(Uuid::nil()),
            person: PersonId(Uuid::nil()),
            consent: Some(ConsentId(Uuid::nil())),
            number: "12".into(),
            signed_on: date(2026, 9, 10),
            period: Period { from: date(2026, 9, 14), to: Some(date(2027, 5, 31)) },
            content: "помощь молодому учителю".into(),
            mode: Some(MentoringMode::OneInPresence),
            pay: Some(MentoringPay::Monthly { kopecks: 300_000 }),
            pay_ground: "п. 4.7 положения об оплате труда".into(),
            ending: None,
        }
    }

    fn calendar() -> WorkingCalendar {
        WorkingCalendar::russia(CalendarFacts::built_in())
    }

    #[test]
    fn an_addendum_that_says_nothing_is_told_everything_at_once() {
        use AddendumObstacle::*;
        assert_eq!(check_addendum(&addendum(), Some(date(2026, 9, 10))), []);
        let empty = ContractAddendum {
            number: " ".into(),
            content: String::new(),
            period: Period::since(date(2026, 9, 14)),
            mode: None,
            pay: Some(MentoringPay::Share { basis_points: 0 }),
            pay_ground: String::new(),
            ..addendum()
        };
        let lacks = [NoConsent, NoNumber, NoContent, NoTerm, NoMode, NoPay, NoPayGround];
        assert_eq!(check_addendum(&empty, None), lacks);
        let found = check_addendum(&addendum(), Some(date(2026, 9, 11)));
        assert!(matches!(found[..], [BeforeConsent { .. }]));
    }

    #[test]
    fn papers_come_as_consent_addendum_order_meeting() {
        use ChainObstacle::*;
        let law = Law::built_in();
        let d = |day| date(2026, 9, day);
        let by = |consent: Option<i8>, addendum: Option<i8>| LabourGround::Addendum {
            consent_on: consent.map(d),
            addendum_on: addendum.map(d),
        };
        let (addendum_on, consent_on, order_on) = (d(10), d(11), d(15));
        let table: &[(LabourGround, Option<Date>, Vec<ChainObstacle>)] = &[
            (by(Some(10), Some(10)), Some(d(15)), vec![]),
            (by(None, None), None, vec![NoConsent, NoAddendum]),
            (by(Some(11), Some(10)), None, vec![AddendumBeforeConsent { consent_on, addendum_on }]),
            (
                by(Some(10), Some(16)),
                Some(d(14)),
                vec![
                    OrderBeforeAddendum { addendum_on: d(16), order_on },
                    MeetingBeforeOrder { order_on, meeting_on: d(14) },
                ],
            ),
            (LabourGround::WorkByContract, Some(d(15)), vec![]),
        ];
        for (ground, meeting_on, expected) in table {
            assert_eq!(&check_chain(*ground, order_on, *meeting_on, law), expected, "{ground:?}");
        }
    }

    #[test]
    fn before_the_law_no_consent_and_no_addendum_are_asked_for() {
        let law = Law::built_in();
        let nothing = LabourGround::Addendum { consent_on: None, addendum_on: None };
        assert_eq!(check_chain(nothing, date(2022, 10, 15), None, law), []);
        assert_eq!(check_chain(nothing, date(2025, 2, 28), None, law), []);
        assert_eq!(check_chain(nothing, date(2025, 3, 1), None, law).len(), 2);
    }

    #[test]
    fn a_cancellation_leaves_three_working_days_and_a_refusal_none() {
        let law = Law::built_in();
        let calendar = calendar();
        // Friday 30 October; Wednesday 4 November 2026 is off.
        let told_on = date(2026, 10, 30);
        let earliest = date(2026, 11, 6);
        assert_eq!(earliest_free_day(told_on, &calendar, law), earliest);
        let cancel = |last| EarlyEnding::Cancellation { told_on, last };
        let early = end_early(&addendum(), cancel(date(2026, 11, 4)), &calendar, law);
        assert_eq!(early, Err(EndingObstacle::TooSoon { told_on, earliest }));
        let ended = end_early(&addendum(), cancel(date(2026, 11, 5)), &calendar, law).unwrap();
        let again = end_early(&ended, cancel(date(2026, 11, 9)), &calendar, law);
        assert_eq!(again, Err(EndingObstacle::AlreadyEnded { last: date(2026, 11, 5) }));
        let refusal = EarlyEnding::Refusal { told_on, last: told_on };
        assert!(end_early(&addendum(), refusal, &calendar, law).is_ok());
        let outside = EarlyEnding::Refusal { told_on, last: date(2027, 6, 1) };
        let outside = end_early(&addendum(), outside, &calendar, law);
        assert_eq!(outside, Err(EndingObstacle::OutsideTerm));
    }

    #[test]
    fn the_accountant_sees_the_days_of_the_month_for_which_a_mentor_is_paid() {
        let calendar = calendar();
        let september = Days { from: date(2026, 9, 1), to: date(2026, 9, 30) };
        let found = pay_periods(&[addendum()], september, &calendar);
        assert_eq!(found[0].days, Days { from: date(2026, 9, 14), to: date(2026, 9, 30) });
        assert_eq!(found[0].n_working_days, 13);
        let last = date(2026, 10, 15);
        let ending = Some(EarlyEnding::Refusal { told_on: last, last });
        let ended = ContractAddendum { ending, ..addendum() };
        let october = Days { from: date(2026, 10, 1), to: date(2026, 10, 31) };
        assert_eq!(pay_periods(std::slice::from_ref(&ended), october, &calendar)[0].days.to, last);
        let november = Days { from: date(2026, 11, 1), to: date(2026, 11, 30) };
        assert_eq!(pay_periods(&[ended], november, &calendar), []);
    }
}
