//! Orders: drafted, signed, registered with a number, in force from a day, changed, ceased.
//!
//! It decides which step may follow which, which number comes next, where the journal has gaps, and
//! who has not signed the acquaintance sheet. Deliberately absent: the text of an order
//! (`documents`), and what each kind puts in force (the module that owns the fact reads the event).

pub mod participant;

use jiff::civil::Date;
use std::collections::BTreeSet;

use crate::id::{FileId, OrderId, PersonId};
use crate::words::slugs;

slugs! {
    /// What an order is about; the subject of the evidence it is.
    pub enum OrderSubject {
        /// The introduction of the system (D1).
        Introduction = "introduction",
        /// The approval of the roadmap.
        Roadmap = "roadmap",
        /// The appointment of the curator (D4).
        Curator = "curator",
        /// The list of mentors (D5).
        Mentors = "mentors",
        /// Pairs and groups (D6).
        Pairs = "pairs",
        /// The approval of personal plans and programmes (D16).
        Plans = "plans",
        /// A change of mentor, an extension, an early ending (D25).
        PairChange = "pair_change",
        /// The completion of programmes (D26).
        Completion = "completion",
        /// The final event (D27).
        FinalEvent = "final_event",
        /// Encouragement (D28).
        Encouragement = "encouragement",
        /// Measures of accessibility.
        Accessibility = "accessibility",
        /// The association of mentors.
        Association = "association",
        /// Release from lessons with a substitute.
        Release = "release",
        /// A mentor's access to a mentee's file.
        FileAccess = "file_access",
        /// Something else of the programme.
        Other = "other",
    }
}

slugs! {
    /// Where an order stands.
    pub enum OrderState {
        /// It is written.
        Draft = "draft",
        /// It waits for the head.
        ForSignature = "for_signature",
        /// It is signed and registered; its day has not come.
        Signed = "signed",
        /// It acts.
        InForce = "in_force",
        /// It acts as a later order says.
        Changed = "changed",
        /// It acts no more.
        Ceased = "ceased",
        /// It was given up before it was signed.
        Discarded = "discarded",
    }
}

/// The number of an order in the journal of a year: «71-б», «45/2-р».
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderNumber {
    /// The running number of the year, from 1.
    pub running: u32,
    /// What follows it: «-б», «/2-р»; may be empty.
    pub suffix: String,
}

impl OrderNumber {
    /// The number as written in papers.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}{}", self.running, self.suffix)
    }

    /// The series that the number belongs to: its suffix without capitals and signs. «98-од», «98-ОД»
    /// and «98/од» are one number of one series.
    #[must_use]
    pub fn series(&self) -> String {
        series_of(&self.suffix)
    }

    /// Whether two numbers are one, however they are written.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.running == other.running && self.series() == other.series()
    }

    /// Reads a number as a person writes it, with or without «№».
    ///
    /// - Returns: `None` where it does not begin with a number from 1 to 999 999, or the rest is
    ///   longer than twelve characters or holds anything but letters, digits and «-/.».
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().trim_start_matches('№').trim();
        let n_digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let running = text[..n_digits].parse().ok().filter(|it| (1..=999_999).contains(it))?;
        let suffix: String = text[n_digits..].chars().filter(|it| !it.is_whitespace()).collect();
        let fits = suffix.chars().count() <= 12
            && suffix.chars().all(|it| it.is_alphanumeric() || "-/.".contains(it));
        fits.then_some(Self { running, suffix })
    }
}

/// The series of a suffix: its letters and digits, without capitals and signs.
#[must_use]
pub fn series_of(suffix: &str) -> String {
    suffix.to_lowercase().chars().filter(|it| it.is_alphanumeric()).collect()
}

/// An order, as far as the rules look at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// Its id.
    pub id: OrderId,
    /// What it is about.
    pub subject: OrderSubject,
    /// Its number and day of signing; `None` until it is registered.
    pub registered: Option<Registration>,
    /// When it went to the head.
    pub sent_on: Option<Date>,
    /// The first day on which it acts; the day of signing where it says nothing else.
    pub acts_from: Option<Date>,
    /// The last day on which it acts, where it is ended.
    pub acts_to: Option<Date>,
    /// The order that changes it, with its first day.
    pub changed: Option<(OrderId, Date)>,
    /// The day on which it was given up unsigned.
    pub discarded_on: Option<Date>,
}

/// How an order stands in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Registration {
    /// Its number.
    pub number: OrderNumber,
    /// The day of signing: the date of the order.
    pub signed_on: Date,
    /// The scan of the signed paper.
    pub scan: Option<FileId>,
}

impl Order {
    /// Where the order stands on a day; every figure and register can be asked «на дату».
    #[must_use]
    pub fn state_on(&self, day: Date) -> OrderState {
        let has_come = |it: Option<Date>| it.is_some_and(|it| it <= day);
        let signed_on = self.registered.as_ref().map(|it| it.signed_on);
        if !has_come(signed_on) {
            return match () {
                () if has_come(self.discarded_on) => OrderState::Discarded,
                () if has_come(self.sent_on) => OrderState::ForSignature,
                () => OrderState::Draft,
            };
        }
        if self.acts_to.is_some_and(|it| it < day) {
            OrderState::Ceased
        } else if has_come(self.changed.map(|(_, from)| from)) {
            OrderState::Changed
        } else if has_come(self.acts_from.or(signed_on)) {
            OrderState::InForce
        } else {
            OrderState::Signed
        }
    }
}

/// Why an order cannot take the next step.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OrderObstacle {
    /// The step does not follow from where the order stands.
    #[error("an order that is {state} cannot take this step")]
    WrongState {
        /// Where it stands.
        state: OrderState,
    },
    /// Another order of the year has the number.
    #[error("the number {number} of {year} is taken")]
    NumberTaken {
        /// The number as written.
        number: String,
        /// The year of the journal.
        year: i16,
    },
    /// The day of signing is in the future.
    #[error("the order would be signed on {signed_on}, after today")]
    SignedInFuture {
        /// The day.
        signed_on: Date,
    },
    /// The day of signing is one that no order on mentoring can have.
    #[error("an order is signed on {earliest} at the earliest")]
    TooEarly {
        /// The first day that is possible.
        earliest: Date,
    },
    /// It would act so late that the day is mistyped.
    #[error("the order would act from {acts_from}, more than a year after it is signed")]
    ActsTooLate {
        /// The first day it would act.
        acts_from: Date,
    },
    /// It would act before it is signed.
    #[error("the order would act from {acts_from}, before it is signed on {signed_on}")]
    ActsBeforeSigned {
        /// The first day it would act.
        acts_from: Date,
        /// The day of signing.
        signed_on: Date,
    },
    /// A later number has an earlier day, or an earlier number a later one.
    #[error("number {number} of {other_on} stands beside it: numbers follow days")]
    OutOfOrder {
        /// The number that disagrees.
        number: String,
        /// Its day.
        other_on: Date,
    },
    /// It would end before it acts.
    #[error("the order acts from {acts_from} and cannot end before")]
    EndsBeforeItActs {
        /// Its first day.
        acts_from: Date,
    },
}

/// The first day of the law on education that today's orders rest on: an earlier day is mistyped.
///
/// Source: Федеральный закон от 29.12.2012 № 273-ФЗ, in force from 01.09.2013.
const EARLIEST: Date = jiff::civil::date(2013, 9, 1);

/// Registers a signed order.
///
/// - `journal`: the registered orders of the organisation.
/// - `acts_from`: its first day; `None` for the day of signing.
/// - Errors: everything wrong at once, in the order of the form.
///
/// Source: rules H3, M4; DOCUMENTS 0.2.
pub fn register(
    order: &Order,
    registration: Registration,
    acts_from: Option<Date>,
    journal: &[Registration],
    today: Date,
) -> Result<Order, Vec<OrderObstacle>> {
    let state = order.state_on(today);
    let mut obstacles = Vec::new();
    if !matches!(state, OrderState::Draft | OrderState::ForSignature) || order.registered.is_some()
    {
        obstacles.push(OrderObstacle::WrongState { state });
    }
    let Registration { ref number, signed_on, .. } = registration;
    let of_year = || journal.iter().filter(|it| it.signed_on.year() == signed_on.year());
    if of_year().any(|it| it.number.is_same(number)) {
        let (number, year) = (number.text(), signed_on.year());
        obstacles.push(OrderObstacle::NumberTaken { number, year });
    }
    if today < signed_on {
        obstacles.push(OrderObstacle::SignedInFuture { signed_on });
    }
    if signed_on < EARLIEST {
        obstacles.push(OrderObstacle::TooEarly { earliest: EARLIEST });
    }
    let in_a_year = signed_on.saturating_add(jiff::ToSpan::year(1));
    if let Some(acts_from) = acts_from.filter(|it| in_a_year < *it) {
        obstacles.push(OrderObstacle::ActsTooLate { acts_from });
    }
    if let Some(acts_from) = acts_from.filter(|it| *it < signed_on) {
        obstacles.push(OrderObstacle::ActsBeforeSigned { acts_from, signed_on });
    }
    let same_series = || of_year().filter(|it| it.number.series() == number.series());
    let disagrees = |it: &&Registration| {
        (it.number.running < number.running && signed_on < it.signed_on)
            || (number.running < it.number.running && it.signed_on < signed_on)
    };
    if let Some(it) = same_series().find(disagrees) {
        let (number, other_on) = (it.number.text(), it.signed_on);
        obstacles.push(OrderObstacle::OutOfOrder { number, other_on });
    }
    if !obstacles.is_empty() {
        return Err(obstacles);
    }
    Ok(Order { registered: Some(registration), acts_from, ..order.clone() })
}

/// Ends a registered order on its last day.
///
/// - Errors: it is not registered, has ended, or would end before it acts.
pub fn cease(order: &Order, last: Date, today: Date) -> Result<Order, OrderObstacle> {
    let state = order.state_on(today);
    let Some(registered) = &order.registered else {
        return Err(OrderObstacle::WrongState { state });
    };
    if order.acts_to.is_some() {
        return Err(OrderObstacle::WrongState { state });
    }
    let acts_from = order.acts_from.unwrap_or(registered.signed_on);
    if last < acts_from {
        return Err(OrderObstacle::EndsBeforeItActs { acts_from });
    }
    Ok(Order { acts_to: Some(last), ..order.clone() })
}

/// Lets a later order change a registered one from a day on.
///
/// - `by`: the order that changes it.
/// - Errors: it is not registered, has ended, is changed from a day already, or would be changed
///   before it acts.
///
/// Source: rule M4.
pub fn amend(order: &Order, by: OrderId, from: Date, today: Date) -> Result<Order, OrderObstacle> {
    let state = order.state_on(today);
    let Some(registered) = &order.registered else {
        return Err(OrderObstacle::WrongState { state });
    };
    if order.acts_to.is_some_and(|last| last < from) {
        return Err(OrderObstacle::WrongState { state: OrderState::Ceased });
    }
    let acts_from = order.acts_from.unwrap_or(registered.signed_on);
    if from < acts_from {
        return Err(OrderObstacle::EndsBeforeItActs { acts_from });
    }
    // The first day on which it acted otherwise stays; the latest change is the one that is named.
    let from = order.changed.map_or(from, |(_, first)| first.min(from));
    Ok(Order { changed: Some((by, from)), ..order.clone() })
}

/// The number that comes next in the journal of a year, with the suffix the school uses.
#[must_use]
pub fn next_number(journal: &[Registration], year: i16, suffix: &str) -> OrderNumber {
    let series = series_of(suffix);
    let same = |it: &&Registration| it.signed_on.year() == year && it.number.series() == series;
    let greatest = journal.iter().filter(same).map(|it| it.number.running).max();
    OrderNumber { running: greatest.unwrap_or(0) + 1, suffix: suffix.to_owned() }
}

/// The numbers that the journal of a year skips, with a suffix.
///
/// The product holds orders on mentoring only, and the school's journal holds others: a gap is
/// shown and never refused. At most a thousand are named.
#[must_use]
pub fn skipped_numbers(journal: &[Registration], year: i16, suffix: &str) -> Vec<u32> {
    let series = series_of(suffix);
    let same = |it: &&Registration| it.signed_on.year() == year && it.number.series() == series;
    let taken: BTreeSet<u32> = journal.iter().filter(same).map(|it| it.number.running).collect();
    let (Some(first), Some(last)) = (taken.first(), taken.last()) else { return Vec::new() };
    (*first..*last).filter(|it| !taken.contains(it)).take(1000).collect()
}

/// Who has to know an order and has not signed that they do, in the order given.
#[must_use]
pub fn not_acquainted(concerned: &[PersonId], signed: &[(PersonId, Date)]) -> Vec<PersonId> {
    let has_signed: BTreeSet<PersonId> = signed.iter().map(|(person, _)| *person).collect();
    concerned.iter().copied().filter(|it| !has_signed.contains(it)).collect()
}

/// The title of the order that approves a roadmap: «Об утверждении дорожной карты …».
///
/// A title may go on after the words «дорожная карта», as documents write it, or begin with them.
pub fn title_of_approval(roadmap: &str) -> String {
    let title = roadmap.trim_matches(['*', ' ']);
    let heads = [
        ("Дорожная карта", "дорожной карты"),
        ("Муниципальная дорожная карта", "муниципальной дорожной карты"),
        ("План мероприятий", "плана мероприятий"),
        ("План работы", "плана работы"),
        ("План", "плана"),
    ];
    let told = heads.iter().find_map(|(head, of)| Some((of, begins_with(title, head)?)));
    match told {
        Some((of, rest)) => format!("Об утверждении {of}{rest}"),
        None if title.is_empty() => "Об утверждении дорожной карты".to_owned(),
        None if title.starts_with(char::is_lowercase) => {
            format!("Об утверждении дорожной карты {title}")
        }
        None => format!("Об утверждении дорожной карты «{title}»"),
    }
}

/// What follows a beginning in any capitals, where it ends with a word.
fn begins_with<'a>(title: &'a str, head: &str) -> Option<&'a str> {
    let n_signs = head.chars().count();
    let at = title.char_indices().nth(n_signs).map_or(title.len(), |(at, _)| at);
    let (first, rest) = title.split_at(at);
    let is_same = first.to_lowercase() == head.to_lowercase();
    (is_same && !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    const TODAY: Date = date(2026, 10, 1);

    fn draft() -> Order {
        Order {
            id: OrderId(Uuid::nil()),
            subject: OrderSubject::Pairs,
            registered: None,
            sent_on: None,
            acts_from: None,
            acts_to: None,
            changed: None,
            discarded_on: None,
        }
    }

    fn entry(number: &str, signed_on: Date) -> Registration {
        Registration { number: OrderNumber::parse(number).unwrap(), signed_on, scan: None }
    }

    #[test]
    fn a_number_is_read_as_schools_write_it() {
        for (text, read) in [
            ("№ 71-б", Some("71-б")),
            ("45/2-р", Some("45/2-р")),
            ("259 -од", Some("259-од")),
            ("7", Some("7")),
            ("0", None),
            ("б-71", None),
            ("", None),
            ("12<b>", None),
        ] {
            assert_eq!(OrderNumber::parse(text).map(|it| it.text()).as_deref(), read, "{text}");
        }
    }

    #[test]
    fn an_order_goes_from_draft_to_ceased_by_its_days() {
        let order = Order {
            sent_on: Some(date(2026, 9, 10)),
            registered: Some(entry("71-б", date(2026, 9, 14))),
            acts_from: Some(date(2026, 10, 1)),
            changed: Some((OrderId(Uuid::from_u128(2)), date(2026, 12, 1))),
            acts_to: Some(date(2027, 5, 31)),
            ..draft()
        };
        for (day, state) in [
            (date(2026, 9, 9), OrderState::Draft),
            (date(2026, 9, 10), OrderState::ForSignature),
            (date(2026, 9, 14), OrderState::Signed),
            (date(2026, 10, 1), OrderState::InForce),
            (date(2026, 12, 1), OrderState::Changed),
            (date(2027, 5, 31), OrderState::Changed),
            (date(2027, 6, 1), OrderState::Ceased),
        ] {
            assert_eq!(order.state_on(day), state, "{day}");
        }
        let given_up = Order { discarded_on: Some(TODAY), ..draft() };
        assert_eq!(given_up.state_on(TODAY), OrderState::Discarded);
    }

    #[test]
    fn a_number_is_given_once_a_year_and_numbers_follow_days() {
        let journal = [entry("70-б", date(2026, 9, 1)), entry("72-б", date(2026, 9, 20))];
        let ask = |number, on| register(&draft(), entry(number, on), None, &journal, TODAY);
        assert!(ask("71-б", date(2026, 9, 10)).is_ok());
        assert!(ask("71-од", date(2026, 1, 10)).is_ok());
        assert!(ask("70-б", date(2025, 9, 1)).is_ok());
        let taken = ask("70-б", date(2026, 9, 1)).unwrap_err();
        assert!(matches!(taken[..], [OrderObstacle::NumberTaken { year: 2026, .. }]));
        let late = ask("71-б", date(2026, 9, 21)).unwrap_err();
        assert!(matches!(late[..], [OrderObstacle::OutOfOrder { .. }]));
    }

    #[test]
    fn one_number_in_other_letters_and_signs_is_the_same_number() {
        let journal = [entry("98-од", date(2026, 9, 1))];
        for (number, is_taken) in [
            ("98-од", true),
            ("98-ОД", true),
            ("98/од", true),
            ("98од", true),
            ("98-б", false),
            ("98", false),
            ("99-ОД", false),
        ] {
            let asked = entry(number, date(2026, 9, 1));
            let found = register(&draft(), asked, None, &journal, TODAY);
            assert_eq!(found.is_err(), is_taken, "{number}");
        }
        assert_eq!(next_number(&journal, 2026, "/ОД").text(), "99/ОД");
    }

    #[test]
    fn an_order_has_a_day_that_orders_can_have() {
        for (day, acts_from, is_plausible) in [
            (date(1900, 1, 1), None, false),
            (date(2013, 8, 31), None, false),
            (date(2013, 9, 1), None, true),
            (date(2026, 9, 1), Some(date(2027, 9, 1)), true),
            (date(2026, 9, 1), Some(date(2027, 9, 2)), false),
        ] {
            let found = register(&draft(), entry("1-б", day), acts_from, &[], TODAY);
            assert_eq!(found.is_ok(), is_plausible, "{day} {acts_from:?}");
        }
    }

    #[test]
    fn everything_wrong_with_a_registration_is_said_at_once() {
        let journal = [entry("70-б", date(2026, 10, 2))];
        let done = Order { registered: Some(entry("1", TODAY)), ..draft() };
        let asked = entry("70-б", date(2026, 10, 2));
        let found = register(&done, asked, Some(date(2026, 9, 1)), &journal, TODAY).unwrap_err();
        assert_eq!(found.len(), 4);
    }

    #[test]
    fn an_order_ends_on_its_first_day_or_later_and_once() {
        let order = Order { registered: Some(entry("71-б", date(2026, 9, 14))), ..draft() };
        assert!(cease(&draft(), TODAY, TODAY).is_err());
        assert!(cease(&order, date(2026, 9, 13), TODAY).is_err());
        let ended = cease(&order, date(2026, 9, 14), TODAY).unwrap();
        assert_eq!(ended.state_on(date(2026, 9, 15)), OrderState::Ceased);
        assert!(cease(&ended, TODAY, TODAY).is_err());
    }

    #[test]
    fn an_order_is_changed_from_a_day_on_which_it_acts() {
        let by = OrderId(Uuid::from_u128(2));
        let order = Order { registered: Some(entry("71-б", date(2026, 9, 14))), ..draft() };
        assert!(amend(&draft(), by, TODAY, TODAY).is_err());
        assert!(amend(&order, by, date(2026, 9, 13), TODAY).is_err());
        let changed = amend(&order, by, date(2026, 9, 20), TODAY).unwrap();
        assert_eq!(changed.state_on(date(2026, 9, 19)), OrderState::InForce);
        assert_eq!(changed.state_on(date(2026, 9, 20)), OrderState::Changed);
        let again = amend(&changed, OrderId(Uuid::from_u128(3)), TODAY, TODAY).unwrap();
        assert_eq!(again.changed, Some((OrderId(Uuid::from_u128(3)), date(2026, 9, 20))));
        let ended = Order { acts_to: Some(date(2026, 9, 30)), ..order };
        assert!(amend(&ended, by, TODAY, TODAY).is_err());
    }

    #[test]
    fn the_next_number_follows_the_greatest_and_gaps_are_named() {
        let journal = [
            entry("70-б", date(2026, 9, 1)),
            entry("73-б", date(2026, 9, 20)),
            entry("5-од", date(2026, 9, 20)),
            entry("99-б", date(2025, 9, 20)),
        ];
        assert_eq!(next_number(&journal, 2026, "-б").text(), "74-б");
        assert_eq!(next_number(&journal, 2027, "-б").text(), "1-б");
        assert_eq!(skipped_numbers(&journal, 2026, "-б"), [71, 72]);
        assert_eq!(skipped_numbers(&journal, 2024, "-б"), []);
    }

    #[test]
    fn the_order_that_approves_a_roadmap_is_titled_by_it() {
        let cases = [
            (
                "по реализации целевой модели",
                "Об утверждении дорожной карты по реализации целевой модели",
            ),
            ("Дорожная карта наставничества", "Об утверждении дорожной карты наставничества"),
            (
                "ПЛАН МЕРОПРИЯТИЙ (дорожная карта)",
                "Об утверждении плана мероприятий (дорожная карта)",
            ),
            ("План на 2026 год", "Об утверждении плана на 2026 год"),
            ("Планета наставников", "Об утверждении дорожной карты «Планета наставников»"),
            ("План", "Об утверждении плана"),
            ("", "Об утверждении дорожной карты"),
        ];
        for (title, expected) in cases {
            assert_eq!(title_of_approval(title), expected);
        }
    }

    #[test]
    fn who_has_not_signed_the_acquaintance_sheet_is_named() {
        let person = |it| PersonId(Uuid::from_u128(it));
        let concerned = [person(1), person(2), person(3)];
        let signed = [(person(2), TODAY), (person(9), TODAY)];
        assert_eq!(not_acquainted(&concerned, &signed), [person(1), person(3)]);
    }
}
