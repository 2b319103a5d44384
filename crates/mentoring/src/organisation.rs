//! Organisations: the tree region → municipality → institution, and what stands on a card.
//!
//! It decides which level may stand below which, and what of a card is plainly wrong. Deliberately
//! absent: who may see what (`access`), people (`person`).

pub mod in_office;
pub mod requisites;

use jiff::civil::Date;

use crate::id::{GroupSizeId, OrganisationId};
use crate::words::slugs;

slugs! {
    /// How high an organisation stands in the tree.
    pub enum Level {
        /// A region with its centre.
        Region = "region",
        /// A municipality with its centre.
        Municipality = "municipality",
        /// A school, kindergarten, college: where pairs are.
        Institution = "institution",
    }
}

slugs! {
    /// What kind of organisation it is; decides which templates and populations are offered first.
    pub enum OrganisationKind {
        /// A school: gymnasiums and lyceums too.
        School = "school",
        /// A kindergarten.
        Kindergarten = "kindergarten",
        /// A college.
        College = "college",
        /// Additional education of children.
        AdditionalEducation = "additional_education",
        /// The centre or department of a municipality.
        MunicipalCentre = "municipal_centre",
        /// The centre or ministry of a region.
        RegionalCentre = "regional_centre",
    }
}

slugs! {
    /// The populations that indicators are counted of.
    pub enum TargetGroup {
        /// All students.
        Students = "students",
        /// Students from 10 to 19 years.
        StudentsTenToNineteen = "students_10_19",
        /// Teaching staff.
        Teachers = "teachers",
        /// Teachers in their first three years.
        NoviceTeachers = "novice_teachers",
        /// Parents and other guardians.
        Guardians = "guardians",
        /// Graduates.
        Graduates = "graduates",
        /// Partner organisations.
        Partners = "partners",
    }
}

/// An organisation and its card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// The one above it, if any.
    pub parent: Option<OrganisationId>,
    /// Its level in the tree.
    pub level: Level,
    /// What kind it is.
    pub kind: OrganisationKind,
    /// The requisites.
    pub card: Card,
    /// Name of its time zone in the IANA database («Europe/Moscow»): it decides what day it is.
    pub zone: String,
}

/// What stands on the card of an organisation; an unknown requisite is an empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The short name, as people say it.
    pub name: String,
    /// The full name by its charter.
    pub full_name: String,
    /// Taxpayer number, 10 digits.
    pub taxpayer_number: String,
    /// State registration number, 13 digits.
    pub registration_number: String,
    /// Postal address.
    pub address: String,
    /// The settlement, as written beside a signature.
    pub settlement: String,
    /// Telephone.
    pub phone: String,
    /// E-mail.
    pub email: String,
    /// Address of the site.
    pub site: String,
}

/// How many people a target group has, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupSize {
    /// Its id.
    pub id: GroupSizeId,
    /// Which group.
    pub group: TargetGroup,
    /// People (or organisations, for partners).
    pub n_people: u32,
    /// The first day it is true; a later fact replaces it.
    pub from: Date,
}

/// What is wrong with a card or a place in the tree.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CardObstacle {
    /// Without a name nothing can be printed.
    #[error("the organisation has no name")]
    NoName,
    /// A text is longer than a page can show.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which field of the card.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
    /// The e-mail is no address.
    #[error("the e-mail is not an address")]
    Email,
    /// The telephone has too few digits to be one.
    #[error("the telephone is not a number")]
    Phone,
    /// The address of the site is none of the web.
    #[error("the address of the site is not one")]
    Site,
    /// Not 10 digits, or the check digit does not fit.
    #[error("the taxpayer number is not one of an organisation")]
    TaxpayerNumber,
    /// Not 13 digits, or the check digit does not fit.
    #[error("the registration number is not one of an organisation")]
    RegistrationNumber,
    /// A level that may not stand there.
    #[error("a {below} cannot stand below a {above}")]
    WrongLevel {
        /// The level above.
        above: Level,
        /// The level below.
        below: Level,
    },
}

/// The longest text on a card, in characters.
pub const CARD_TEXT_LIMIT: usize = 500;

/// Checks a card before it is saved.
///
/// - Returns: everything that is wrong, in the order of the card; empty where it may be saved.
#[must_use]
pub fn check_card(card: &Card) -> Vec<CardObstacle> {
    let mut obstacles = Vec::new();
    if card.name.trim().is_empty() {
        obstacles.push(CardObstacle::NoName);
    }
    for (field, text) in card.texts() {
        if CARD_TEXT_LIMIT < text.chars().count() {
            obstacles.push(CardObstacle::TooLong { field, limit: CARD_TEXT_LIMIT });
        }
    }
    if !card.taxpayer_number.is_empty() && !is_taxpayer_number(&card.taxpayer_number) {
        obstacles.push(CardObstacle::TaxpayerNumber);
    }
    if !card.registration_number.is_empty() && !is_registration_number(&card.registration_number) {
        obstacles.push(CardObstacle::RegistrationNumber);
    }
    if !card.phone.is_empty() && !is_phone(&card.phone) {
        obstacles.push(CardObstacle::Phone);
    }
    if !card.email.is_empty() && !crate::person::is_email(&card.email) {
        obstacles.push(CardObstacle::Email);
    }
    if !card.site.is_empty() && !is_site(&card.site) {
        obstacles.push(CardObstacle::Site);
    }
    obstacles
}

/// Whether an organisation of one level may stand directly below another.
///
/// A school may stand directly below a region (regional schools and colleges do).
#[must_use]
pub fn may_stand_below(above: Level, below: Level) -> bool {
    above < below
}

impl Card {
    /// The texts of the card with the names of their fields, in the order of the page.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 9] {
        [
            ("name", &self.name),
            ("full_name", &self.full_name),
            ("taxpayer_number", &self.taxpayer_number),
            ("registration_number", &self.registration_number),
            ("address", &self.address),
            ("settlement", &self.settlement),
            ("phone", &self.phone),
            ("email", &self.email),
            ("site", &self.site),
        ]
    }
}

/// Whether ten digits have the right check digit of a taxpayer number of an organisation.
fn is_taxpayer_number(text: &str) -> bool {
    const WEIGHTS: [u32; 9] = [2, 4, 10, 3, 5, 9, 4, 6, 8];
    let Some(digits) = digits(text, 10) else { return false };
    let sum: u32 = WEIGHTS.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum();
    sum % 11 % 10 == digits[9]
}

/// Whether a text can be a telephone, with its town and an extension as people write them.
fn is_phone(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 5;
    FEWEST_DIGITS <= text.chars().filter(char::is_ascii_digit).count()
}

/// Whether a text can be the address of a site: of the web, or a bare name of a server.
fn is_site(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let server = bare.unwrap_or(&lower).split(['/', '?', '#']).next().unwrap_or_default();
    let is_named = server.contains('.') && !server.starts_with('.') && !server.ends_with('.');
    is_named && !lower.contains(char::is_whitespace) && !server.contains(['@', '(', ')', '<', '"'])
}

/// Whether thirteen digits have the right check digit of a state registration number.
fn is_registration_number(text: &str) -> bool {
    let Some(digits) = digits(text, 13) else { return false };
    let number = digits[..12].iter().fold(0_u64, |number, digit| number * 10 + u64::from(*digit));
    number % 11 % 10 == u64::from(digits[12])
}

fn digits(text: &str, n: usize) -> Option<Vec<u32>> {
    let digits: Option<Vec<u32>> = text.chars().map(|c| c.to_digit(10)).collect();
    digits.filter(|it| it.len() == n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_needs_a_name_and_nothing_else() {
        assert_eq!(check_card(&Card::default()), [CardObstacle::NoName]);
        assert_eq!(check_card(&Card { name: "Школа № 7".into(), ..Card::default() }), []);
    }

    #[test]
    fn numbers_of_the_card_are_checked_by_their_check_digits() {
        let table = [
            ("7707083893", true),
            ("7707083894", false),
            ("770708389", false),
            ("770708389a", false),
        ];
        for (number, is_right) in table {
            assert_eq!(is_taxpayer_number(number), is_right, "{number}");
        }
        assert!(is_registration_number("1027700132195"));
        assert!(!is_registration_number("1027700132196"));
    }

    #[test]
    fn a_card_takes_addresses_and_numbers_and_no_other_words() {
        let of = |phone: &str, email: &str, site: &str| Card {
            name: "Школа № 7".into(),
            phone: phone.into(),
            email: email.into(),
            site: site.into(),
            ..Card::default()
        };
        for (card, expected) in [
            (of("8 (000) 000-00-07, доб. 12", "a@b.example", "https://школа.рф/о-нас"), &[][..]),
            (of("2-34-56", "", "school7.example"), &[]),
            (
                of("длинный текст", "x", "javascript:alert(1)"),
                &[CardObstacle::Phone, CardObstacle::Email, CardObstacle::Site],
            ),
            (of("", "", "http://школа"), &[CardObstacle::Site]),
            (of("", "", "наш сайт school.ru"), &[CardObstacle::Site]),
        ] {
            assert_eq!(check_card(&card), expected, "{card:?}");
        }
    }

    #[test]
    fn everything_wrong_with_a_card_is_said_at_once() {
        let card =
            Card { taxpayer_number: "1".into(), address: "д".repeat(501), ..Card::default() };
        assert_eq!(check_card(&card).len(), 3);
    }

    #[test]
    fn a_school_stands_below_a_municipality_or_a_region_and_never_above() {
        assert!(may_stand_below(Level::Region, Level::Municipality));
        assert!(may_stand_below(Level::Region, Level::Institution));
        assert!(!may_stand_below(Level::Institution, Level::Institution));
        assert!(!may_stand_below(Level::Municipality, Level::Region));
    }
}
