//! What may be made public of a person, where, on a day.
//!
//! It decides from the consents to distribution alone, one kind of data at a time: what nobody
//! said is not permitted. Deliberately absent: texts and pictures themselves, and who looks
//! whether a page really shows them.

use jiff::civil::Date;

use super::gate::{Missing, Participant, Standing};
use super::{Consent, ConsentKind, ConsentState, DataCategory, Distribution, state};
use crate::law::{Law, LawRule};
use crate::words::slugs;

slugs! {
    /// What a consent says of one kind of data.
    pub enum Permission {
        /// It may be shown.
        Allowed = "allowed",
        /// It may be shown under a condition.
        Conditional = "conditional",
        /// It may not be shown.
        Denied = "denied",
    }
}

impl Distribution {
    /// What it says of a kind of data; `None` where it says nothing, which is no permission.
    #[must_use]
    pub fn permission(&self, category: DataCategory) -> Option<Permission> {
        if self.denied.contains(&category) {
            Some(Permission::Denied)
        } else if self.conditions.iter().any(|(it, _)| *it == category) {
            Some(Permission::Conditional)
        } else {
            self.categories.contains(&category).then_some(Permission::Allowed)
        }
    }

    /// The condition of a kind of data, in the words of the person.
    #[must_use]
    pub fn condition(&self, category: DataCategory) -> Option<&str> {
        let found = self.conditions.iter().find(|(it, _)| *it == category);
        found.map(|(_, words)| words.as_str())
    }

    /// Whether a page is one of those named.
    ///
    /// An address that ends with «/» after a folder names everything in the folder; any other
    /// names one page. A fragment of the page is the page.
    #[must_use]
    pub fn names_page(&self, page: &str) -> bool {
        self.addresses.iter().any(|named| covers(named, page))
    }
}

/// Whether a text is an address on the web: protocol, server and perhaps more.
#[must_use]
pub fn is_web_address(text: &str) -> bool {
    const LONGEST: usize = 2000;
    let text = text.trim();
    let Some((_, server, _)) = parts(text) else { return false };
    let is_server = server.contains('.') && !server.starts_with('.') && !server.ends_with('.');
    let is_plain = !text.chars().any(|c| c.is_whitespace() || c.is_control());
    is_server && is_plain && text.chars().count() <= LONGEST
}

/// Whether a text is the whole address of a page: protocol, server and path. A site without a page
/// is none: a consent names the page.
///
/// Source: приказ Роскомнадзора от 24.02.2021 № 18.
#[must_use]
pub fn is_whole_address(text: &str) -> bool {
    is_web_address(text)
        && parts(text).is_some_and(|(_, _, path)| !path.trim_matches('/').is_empty())
}

/// Protocol, server in small letters, and path without the fragment and beginning with «/».
fn parts(address: &str) -> Option<(String, String, String)> {
    let (protocol, rest) = address.trim().split_once("://")?;
    let protocol = protocol.to_lowercase();
    if protocol != "https" && protocol != "http" {
        return None;
    }
    let rest = rest.split('#').next().unwrap_or_default();
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (server, path) = rest.split_at(end);
    let path = if path.starts_with('/') { path.to_owned() } else { format!("/{path}") };
    Some((protocol, server.to_lowercase(), path))
}

fn covers(named: &str, page: &str) -> bool {
    let (Some((_, server, folder)), Some((_, other, path))) = (parts(named), parts(page)) else {
        return false;
    };
    let is_folder = 1 < folder.len() && folder.ends_with('/');
    let is_same = folder.trim_end_matches('/') == path.trim_end_matches('/');
    // «/../» would lead out of the folder again.
    let is_inside = is_folder && path.starts_with(&folder) && !path.contains("/..");
    server == other && (is_same || is_inside)
}

/// Why something may not be made public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublishGap {
    /// There is no consent to distribution that holds.
    Consent(Missing),
    /// There is one, and it names other pages.
    PageNotNamed {
        /// The pages that are named.
        named: Vec<String>,
    },
    /// The consent says nothing of this, which is no permission.
    NotSaid {
        /// Of what.
        category: DataCategory,
    },
    /// The person does not permit this.
    Denied {
        /// What.
        category: DataCategory,
    },
}

/// What has to be kept to when something is made public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishCondition {
    /// For which data.
    pub category: DataCategory,
    /// The condition, in the words of the person.
    pub words: String,
}

/// Tells whether data of a person may be made public on a page on a day.
///
/// - `what`: the kinds of data that would be shown.
/// - `page`: the whole address.
/// - `consents`: of any people; others' are passed over. Where several hold and name the page, the
///   latest that says anything of a kind of data decides about it.
/// - Returns: the conditions to keep to, in the order of `what`.
/// - Errors: everything that is missing: the consent, the page, then each kind of data.
///
/// Source: 152-ФЗ ст. 10.1; приказ Роскомнадзора от 24.02.2021 № 18; rule M2.
pub fn may_publish(
    what: &[DataCategory],
    page: &str,
    of: Participant,
    consents: &[Consent],
    (day, law): (Date, &Law),
) -> Result<Vec<PublishCondition>, Vec<PublishGap>> {
    if !law.holds(LawRule::DistributionConsent, day) {
        return Ok(Vec::new());
    }
    if of.standing == Standing::Student && of.birth.is_none() {
        return Err(vec![PublishGap::Consent(Missing::AgeUnknown)]);
    }
    let given = consents
        .iter()
        .filter(|it| it.person == of.person && it.kind == ConsentKind::Distribution)
        .map(|it| (state(it, of.birth, day, law), it));
    let (valid, others): (Vec<_>, Vec<_>) =
        given.partition(|(state, _)| *state == ConsentState::Valid);
    if valid.is_empty() {
        let best = others.into_iter().max_by_key(|(_, it)| it.signed_on);
        let missing = best.map_or(Missing::Absent, |(state, _)| Missing::NotValid(state));
        return Err(vec![PublishGap::Consent(missing)]);
    }
    let said =
        || valid.iter().filter_map(|(_, it)| Some((it.signed_on, it.distribution.as_ref()?)));
    let mut naming: Vec<_> = said().filter(|(_, it)| it.names_page(page)).collect();
    if naming.is_empty() {
        let mut named: Vec<String> = said().flat_map(|(_, it)| it.addresses.clone()).collect();
        named.sort();
        named.dedup();
        return Err(vec![PublishGap::PageNotNamed { named }]);
    }
    naming.sort_by_key(|(on, _)| std::cmp::Reverse(*on));
    let (mut conditions, mut gaps) = (Vec::new(), Vec::new());
    for category in what.iter().copied() {
        let deciding = naming.iter().find_map(|(_, it)| Some((*it, it.permission(category)?)));
        match deciding {
            Some((_, Permission::Allowed)) => {}
            Some((it, Permission::Conditional)) => {
                let words = it.condition(category).unwrap_or_default().to_owned();
                conditions.push(PublishCondition { category, words });
            }
            Some((_, Permission::Denied)) => gaps.push(PublishGap::Denied { category }),
            None => gaps.push(PublishGap::NotSaid { category }),
        }
    }
    if gaps.is_empty() { Ok(conditions) } else { Err(gaps) }
}

#[cfg(test)]
mod tests {
    use super::super::Signer;
    use super::*;
    use crate::id::{ConsentId, PersonId};
    use DataCategory::{Name, Photo, Video, Words};
    use jiff::civil::date;
    use uuid::Uuid;

    const DAY: Date = date(2026, 10, 1);
    const PAGE: &str = "https://school.example/mentoring/news.html";

    fn consent(signed_on: Date, distribution: Distribution) -> Consent {
        Consent {
            id: ConsentId(Uuid::nil()),
            kind: ConsentKind::Distribution,
            person: PersonId(Uuid::nil()),
            text_version: 1,
            signed_on,
            signed_by: vec![Signer::Oneself],
            guardian: None,
            until: Some(date(2027, 8, 31)),
            withdrawn_on: None,
            scan: None,
            is_joined: false,
            distribution: Some(distribution),
        }
    }

    fn said(address: &str) -> Distribution {
        Distribution {
            addresses: vec![address.to_owned()],
            categories: vec![Name],
            conditions: vec![(Photo, "только в группе класса".to_owned())],
            denied: vec![Video],
        }
    }

    fn teacher() -> Participant {
        Participant {
            person: PersonId(Uuid::nil()),
            standing: Standing::Employee,
            birth: None,
            mentors_by_contract: false,
        }
    }

    fn ask(
        what: &[DataCategory],
        page: &str,
        consents: &[Consent],
    ) -> Result<Vec<PublishCondition>, Vec<PublishGap>> {
        may_publish(what, page, teacher(), consents, (DAY, Law::built_in()))
    }

    #[test]
    fn silence_a_denial_another_page_and_no_consent_are_each_named() {
        let given = consent(date(2026, 9, 1), said(PAGE));
        let withdrawn = Consent { withdrawn_on: Some(date(2026, 9, 20)), ..given.clone() };
        let expired = Consent { until: Some(date(2026, 9, 30)), ..given.clone() };
        let all = std::slice::from_ref(&given);
        let on = date(2026, 9, 20);
        let withdrawn_state = Missing::NotValid(ConsentState::Withdrawn { on });
        let expired_state = Missing::NotValid(ConsentState::Expired { last: date(2026, 9, 30) });
        let kept = PublishCondition {
            category: Photo, words: "только в группе класса".into()
        };
        let other = "https://school.example/other.html";
        type Case<'a> = (
            &'a [DataCategory],
            &'a str,
            &'a [Consent],
            Result<Vec<PublishCondition>, Vec<PublishGap>>,
        );
        let table: &[Case<'_>] = &[
            (&[Name], PAGE, all, Ok(vec![])),
            (&[Name, Photo], PAGE, all, Ok(vec![kept])),
            (&[Video], PAGE, all, Err(vec![PublishGap::Denied { category: Video }])),
            (
                &[Words, Video],
                PAGE,
                all,
                Err(vec![
                    PublishGap::NotSaid { category: Words },
                    PublishGap::Denied { category: Video },
                ]),
            ),
            (&[Name], other, all, Err(vec![PublishGap::PageNotNamed { named: vec![PAGE.into()] }])),
            (&[Name], PAGE, &[], Err(vec![PublishGap::Consent(Missing::Absent)])),
            (&[Name], PAGE, &[withdrawn], Err(vec![PublishGap::Consent(withdrawn_state)])),
            (&[Name], PAGE, &[expired], Err(vec![PublishGap::Consent(expired_state)])),
        ];
        for (what, page, consents, expected) in table {
            assert_eq!(ask(what, page, consents), *expected, "{what:?} on {page}");
        }
    }

    #[test]
    fn the_latest_consent_that_says_anything_of_the_data_decides() {
        let before = consent(date(2026, 9, 1), said(PAGE));
        let later = Distribution {
            addresses: vec![PAGE.to_owned()],
            categories: vec![Video],
            denied: vec![Name],
            ..Distribution::default()
        };
        let both = [before, consent(date(2026, 9, 15), later)];
        assert_eq!(ask(&[Video], PAGE, &both), Ok(vec![]));
        assert_eq!(ask(&[Name], PAGE, &both), Err(vec![PublishGap::Denied { category: Name }]));
        assert_eq!(ask(&[Photo], PAGE, &both).map(|it| it.len()), Ok(1));
    }

    #[test]
    fn before_the_law_nothing_is_asked_and_a_student_without_a_birthday_passes_never() {
        let law = Law::built_in();
        let before = date(2021, 2, 28);
        assert_eq!(may_publish(&[Name], PAGE, teacher(), &[], (before, law)), Ok(vec![]));
        let student = Participant { standing: Standing::Student, ..teacher() };
        let given = [consent(date(2026, 9, 1), said(PAGE))];
        let refused = may_publish(&[Name], PAGE, student, &given, (DAY, law));
        assert_eq!(refused, Err(vec![PublishGap::Consent(Missing::AgeUnknown)]));
    }

    #[test]
    fn a_folder_names_its_pages_and_a_page_only_itself() {
        for (named, page, is_named) in [
            (PAGE, PAGE, true),
            (PAGE, "HTTPS://School.Example/mentoring/news.html#top", true),
            (PAGE, "https://school.example/mentoring/news.html?page=2", false),
            ("https://school.example/mentoring/", PAGE, true),
            ("https://school.example/mentoring/", "https://school.example/mentoring", true),
            ("https://school.example/mentoring/", "https://school.example/mentoring/../x", false),
            ("https://school.example/mentoring", PAGE, false),
            ("https://school.example/", PAGE, false),
            ("https://school.example", "https://school.example/", true),
            ("https://other.example/mentoring/", PAGE, false),
        ] {
            assert_eq!(said(named).names_page(page), is_named, "{named} for {page}");
        }
    }

    #[test]
    fn an_address_is_whole_with_protocol_and_server() {
        for (text, is_whole) in [
            ("https://школа.рф/наставничество", true),
            (" http://school.example/a?b=c ", true),
            ("https://school.example", false),
            ("https://school.example/", false),
            ("https://school.example/?page=2", true),
            ("school.example/a", false),
            ("https://school", false),
            ("https:// school.example", false),
            ("javascript://school.example", false),
            ("", false),
        ] {
            assert_eq!(is_whole_address(text), is_whole, "{text}");
            assert!(!is_whole || is_web_address(text), "{text}");
        }
        assert!(is_web_address("https://school.example"));
    }
}
