//! Requisites that papers take and the card of an organisation does not show to everybody, and the
//! acts that papers name.
//!
//! It decides what of them is plainly wrong, and which act is in force on a day. Deliberately
//! absent: federal law (`law`), the texts of papers.

use jiff::civil::Date;

use super::{CARD_TEXT_LIMIT, CardObstacle};
use crate::id::{FileId, LocalActId};
use crate::words::slugs;

/// What papers take beside the card; an unknown requisite is an empty text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requisites {
    /// The founder, as in the charter.
    pub founder: String,
    /// The municipality: «Тосненский муниципальный район».
    pub municipality: String,
    /// The region: «Ленинградская область».
    pub region: String,
    /// The address of the state register, where it is not the postal one.
    pub register_address: String,
    /// The post of whoever heads the organisation: «директор», «заведующий», «начальник».
    pub head_title: String,
    /// The collegial body, as in the charter: «Педагогический совет».
    pub council: String,
    /// What follows the number of an order: «-од», «/р».
    pub order_suffix: String,
    /// A line of the letterhead that changes every year: «Год защитника Отечества».
    pub year_line: String,
    /// The charter, as papers name it: «Устав, утверждённый постановлением … от … № …».
    pub charter: String,
}

impl Requisites {
    /// The texts with the names of their fields, in the order of the page.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 9] {
        [
            ("founder", &self.founder),
            ("municipality", &self.municipality),
            ("region", &self.region),
            ("register_address", &self.register_address),
            ("head_title", &self.head_title),
            ("council", &self.council),
            ("order_suffix", &self.order_suffix),
            ("year_line", &self.year_line),
            ("charter", &self.charter),
        ]
    }
}

/// The longest suffix of the number of an order, in characters.
pub const SUFFIX_LIMIT: usize = 12;

/// Checks requisites before they are saved; everything wrong at once, in the order of the page.
#[must_use]
pub fn check_requisites(requisites: &Requisites) -> Vec<CardObstacle> {
    let limit_of =
        |field: &str| if field == "order_suffix" { SUFFIX_LIMIT } else { CARD_TEXT_LIMIT };
    let texts = requisites.texts().into_iter();
    let long = texts.filter(|(field, text)| limit_of(field) < text.chars().count());
    long.map(|(field, _)| CardObstacle::TooLong { field, limit: limit_of(field) }).collect()
}

slugs! {
    /// Whose an act is.
    pub enum ActLevel {
        /// The region's.
        Regional = "regional",
        /// The municipality's.
        Municipal = "municipal",
        /// The organisation's own.
        Local = "local",
    }
}

/// An act of the region, the municipality or the organisation that papers name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LocalAct {
    /// Its id.
    pub id: LocalActId,
    /// Whose it is.
    pub level: ActLevel,
    /// Its name with who issued it: «приказ комитета образования „О внедрении…“».
    pub title: String,
    /// Its number, as written; empty where it has none.
    pub number: String,
    /// The day of signing.
    pub signed_on: Date,
    /// The last day it says it acts; `None` where it acts until it is repealed.
    pub until: Option<Date>,
    /// The day it was repealed; from this day it acts no more.
    pub ended_on: Option<Date>,
    /// What it says, and where.
    pub body: ActBody,
}

/// What an act says, and where it can be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActBody {
    /// The text; may be empty.
    pub content: String,
    /// The address where it is published; may be empty.
    pub link: String,
    /// The file.
    pub file: Option<FileId>,
    /// What it demands of the programme, in a few words; may be empty.
    pub demands: String,
    /// The act that this one replaces: it is a new edition of it.
    pub replaces: Option<LocalActId>,
}

/// The longest text of an act, in characters.
pub const ACT_TEXT_LIMIT: usize = 100_000;

impl LocalAct {
    /// Whether it acts on a day.
    #[must_use]
    pub fn is_in_force(&self, day: Date) -> bool {
        self.signed_on <= day
            && self.until.is_none_or(|until| day <= until)
            && self.ended_on.is_none_or(|ended| day < ended)
    }
}

/// What is wrong with an act.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LocalActObstacle {
    /// Without a title nobody knows what it is.
    #[error("the act has no title")]
    NoTitle,
    /// A text is longer than fits.
    #[error("{field} is longer than {limit} characters")]
    TooLong {
        /// Which field.
        field: &'static str,
        /// Characters allowed.
        limit: usize,
    },
    /// The link is no web address.
    #[error("the link is no whole address")]
    BadLink,
    /// It would end before it was signed.
    #[error("the act was signed on {signed_on} and cannot end before")]
    EndsBeforeSigned {
        /// The day of signing.
        signed_on: Date,
    },
}

/// Checks an act before it is saved; everything wrong at once, in the order of the form.
#[must_use]
pub fn check_local_act(act: &LocalAct) -> Vec<LocalActObstacle> {
    const NUMBER_LIMIT: usize = 50;
    let mut obstacles = Vec::new();
    if act.title.trim().is_empty() {
        obstacles.push(LocalActObstacle::NoTitle);
    }
    for (field, text, limit) in [
        ("title", &act.title, CARD_TEXT_LIMIT),
        ("number", &act.number, NUMBER_LIMIT),
        ("content", &act.body.content, ACT_TEXT_LIMIT),
        ("link", &act.body.link, CARD_TEXT_LIMIT),
        ("demands", &act.body.demands, CARD_TEXT_LIMIT),
    ] {
        if limit < text.chars().count() {
            obstacles.push(LocalActObstacle::TooLong { field, limit });
        }
    }
    let link = &act.body.link;
    if !link.is_empty() && !crate::consent::is_web_address(link) {
        obstacles.push(LocalActObstacle::BadLink);
    }
    let ends = [act.until, act.ended_on].into_iter().flatten();
    if ends.min().is_some_and(|end| end < act.signed_on) {
        obstacles.push(LocalActObstacle::EndsBeforeSigned { signed_on: act.signed_on });
    }
    obstacles
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn act() -> LocalAct {
        LocalAct {
            id: LocalActId(Uuid::nil()),
            level: ActLevel::Municipal,
            title: "приказ «О внедрении»".into(),
            number: "71-б".into(),
            signed_on: date(2022, 9, 1),
            until: Some(date(2024, 8, 31)),
            ended_on: None,
            body: ActBody::default(),
        }
    }

    #[test]
    fn an_act_is_in_force_from_its_signing_to_its_last_day() {
        let repealed = LocalAct { ended_on: Some(date(2023, 1, 1)), ..act() };
        for (day, acts, acts_repealed) in [
            (date(2022, 8, 31), false, false),
            (date(2022, 9, 1), true, true),
            (date(2022, 12, 31), true, true),
            (date(2023, 1, 1), true, false),
            (date(2024, 8, 31), true, false),
            (date(2024, 9, 1), false, false),
        ] {
            assert_eq!(act().is_in_force(day), acts, "{day}");
            assert_eq!(repealed.is_in_force(day), acts_repealed, "{day}");
        }
    }

    #[test]
    fn an_act_needs_a_title_and_ends_after_it_was_signed() {
        assert_eq!(check_local_act(&act()), []);
        let wrong = LocalAct { title: " ".into(), until: Some(date(2022, 8, 31)), ..act() };
        let signed_on = date(2022, 9, 1);
        assert_eq!(
            check_local_act(&wrong),
            [LocalActObstacle::NoTitle, LocalActObstacle::EndsBeforeSigned { signed_on }]
        );
    }

    #[test]
    fn a_suffix_of_orders_is_short() {
        let requisites = Requisites {
            order_suffix: "-очень-длинный".into(),
            ..Requisites::default()
        };
        let expected = CardObstacle::TooLong { field: "order_suffix", limit: SUFFIX_LIMIT };
        assert_eq!(check_requisites(&requisites), [expected]);
        assert_eq!(check_requisites(&Requisites::default()), []);
    }
}
