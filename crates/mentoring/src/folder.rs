//! «Папка куратора»: what an inspection expects to find, and what of it is missing.
//!
//! It decides the order of the sections and what is wanted on a day. Deliberately absent: the files
//! themselves and their names (`app`, `web`), sensitive groups, which never leave their page.
//!
//! Source: `docs/rules/folder.md`.

use jiff::civil::Date;

use crate::law::{Law, LawRule};
use crate::order::OrderSubject;
use crate::paper::PaperKind;
use crate::words::slugs;

slugs! {
    /// A section of the folder, in the order of the archive.
    pub enum FolderSection {
        /// Acts of the organisation.
        Acts = "acts",
        /// The roadmap in force.
        Roadmap = "roadmap",
        /// Orders.
        Orders = "orders",
        /// Consents.
        Consents = "consents",
        /// Contract addenda and pay.
        Labour = "labour",
        /// The pools of mentors and mentees.
        Pools = "pools",
        /// Partners.
        Partners = "partners",
        /// What was put to the rows of the roadmap.
        Evidence = "evidence",
        /// The extract of the journal.
        Journal = "journal",
    }
}

impl FolderSection {
    /// Its number in the archive, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|it| *it == self).map_or(0, |at| at + 1)
    }
}

/// The section in which a paper that the program made is looked for.
#[must_use]
pub fn section_of(kind: PaperKind) -> FolderSection {
    match kind {
        _ if kind.order_subject().is_some() => FolderSection::Orders,
        _ if kind.consent().is_some() => FolderSection::Consents,
        PaperKind::AcquaintanceSheet => FolderSection::Orders,
        PaperKind::TeachersRegulation
        | PaperKind::StudentsRegulation
        | PaperKind::SchoolProgramme
        | PaperKind::CouncilProtocol => FolderSection::Acts,
        PaperKind::ContractAddendum | PaperKind::MentorRefusal | PaperKind::CancellationNotice => {
            FolderSection::Labour
        }
        PaperKind::MentorPool
        | PaperKind::MenteePool
        | PaperKind::ParticipantsRegister
        | PaperKind::PotentialMentorsRegister => FolderSection::Pools,
        PaperKind::PartnerAgreement | PaperKind::PartnerList => FolderSection::Partners,
        _ => FolderSection::Evidence,
    }
}

slugs! {
    /// Something that an inspection expects to find.
    pub enum FolderItem {
        /// Acts of the organisation on mentoring.
        LocalActs = "local_acts",
        /// A roadmap in force.
        Roadmap = "roadmap",
        /// The order that introduces the system.
        IntroductionOrder = "introduction_order",
        /// The order that appoints the curator.
        CuratorOrder = "curator_order",
        /// The order on mentors.
        MentorsOrder = "mentors_order",
        /// The order on pairs.
        PairsOrder = "pairs_order",
        /// The signed paper of each order.
        OrderScans = "order_scans",
        /// Signatures on the acquaintance sheets.
        Acquaintance = "acquaintance",
        /// Every consent that is wanted of a participant.
        Consents = "consents",
        /// The signed paper of each consent.
        ConsentScans = "consent_scans",
        /// The addendum of each employee who mentors.
        Addenda = "addenda",
        /// Mentors in their pool.
        MentorPool = "mentor_pool",
        /// Mentees in theirs.
        MenteePool = "mentee_pool",
        /// What each row of the roadmap was to give by now.
        RowEvidence = "row_evidence",
    }
}

impl FolderItem {
    /// The section in which it is looked for.
    #[must_use]
    pub fn section(self) -> FolderSection {
        match self {
            Self::LocalActs => FolderSection::Acts,
            Self::Roadmap => FolderSection::Roadmap,
            Self::IntroductionOrder
            | Self::CuratorOrder
            | Self::MentorsOrder
            | Self::PairsOrder
            | Self::OrderScans
            | Self::Acquaintance => FolderSection::Orders,
            Self::Consents | Self::ConsentScans => FolderSection::Consents,
            Self::Addenda => FolderSection::Labour,
            Self::MentorPool | Self::MenteePool => FolderSection::Pools,
            Self::RowEvidence => FolderSection::Evidence,
        }
    }
}

/// An order, as far as the folder looks at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderOrder {
    /// What it is about.
    pub subject: OrderSubject,
    /// Its number, as written.
    pub number: String,
    /// Whether its signed paper is attached.
    pub has_scan: bool,
    /// People who have not signed its acquaintance sheet.
    pub n_unread: u32,
}

/// What is known of an organisation on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FolderFacts {
    /// The day.
    pub today: Date,
    /// Acts of the organisation in force.
    pub n_acts: u32,
    /// Roadmaps in force.
    pub n_roadmaps: u32,
    /// Registered orders that act.
    pub orders: Vec<FolderOrder>,
    /// Wanted consents of participants that do not hold.
    pub n_consent_gaps: u32,
    /// Consents that hold and have no signed paper attached.
    pub n_consents_without_scan: u32,
    /// Employees who mentor, or are to mentor, without an addendum.
    pub n_without_addendum: u32,
    /// Mentors in the pool.
    pub n_mentors: u32,
    /// Mentees in the pool.
    pub n_mentees: u32,
    /// Numbers of rows whose day has passed and whose document is not there.
    pub rows_without_evidence: Vec<String>,
}

/// Something expected that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingItem {
    /// What.
    pub item: FolderItem,
    /// How many of it; 1 where it is a single thing.
    pub count: u32,
    /// Numbers of the orders or rows it speaks of; empty where they have none.
    pub which: Vec<String>,
}

/// What is missing, in the order of the sections.
#[must_use]
pub fn missing(facts: &FolderFacts, law: &Law) -> Vec<MissingItem> {
    FolderItem::ALL.iter().filter_map(|it| missing_item(*it, facts, law)).collect()
}

fn missing_item(item: FolderItem, facts: &FolderFacts, law: &Law) -> Option<MissingItem> {
    let has_order = |subject| facts.orders.iter().any(|it| it.subject == subject);
    let no_order = |subject| u32::from(!has_order(subject));
    let numbers = |wanted: fn(&FolderOrder) -> bool| -> Vec<String> {
        facts.orders.iter().filter(|it| wanted(it)).map(|it| it.number.clone()).collect()
    };
    let mut which = Vec::new();
    let count = match item {
        FolderItem::LocalActs => u32::from(facts.n_acts == 0),
        FolderItem::Roadmap => u32::from(facts.n_roadmaps == 0),
        FolderItem::IntroductionOrder => no_order(OrderSubject::Introduction),
        FolderItem::CuratorOrder => no_order(OrderSubject::Curator),
        // Nobody is appointed and no pair is made before there is somebody.
        FolderItem::MentorsOrder if facts.n_mentors == 0 => 0,
        FolderItem::MentorsOrder => no_order(OrderSubject::Mentors),
        FolderItem::PairsOrder if facts.n_mentors == 0 || facts.n_mentees == 0 => 0,
        FolderItem::PairsOrder => no_order(OrderSubject::Pairs),
        FolderItem::OrderScans => {
            which = numbers(|it| !it.has_scan);
            length(&which)
        }
        FolderItem::Acquaintance => {
            which = numbers(|it| 0 < it.n_unread);
            facts.orders.iter().map(|it| it.n_unread).sum()
        }
        FolderItem::Consents => facts.n_consent_gaps,
        FolderItem::ConsentScans => facts.n_consents_without_scan,
        FolderItem::Addenda if !law.holds(LawRule::LabourConsent, facts.today) => 0,
        FolderItem::Addenda => facts.n_without_addendum,
        FolderItem::MentorPool => u32::from(facts.n_mentors == 0),
        FolderItem::MenteePool => u32::from(facts.n_mentees == 0),
        FolderItem::RowEvidence => {
            which.clone_from(&facts.rows_without_evidence);
            length(&which)
        }
    };
    (count != 0).then_some(MissingItem { item, count, which })
}

fn length(of: &[String]) -> u32 {
    u32::try_from(of.len()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn order(subject: OrderSubject, number: &str, has_scan: bool, n_unread: u32) -> FolderOrder {
        FolderOrder { subject, number: number.into(), has_scan, n_unread }
    }

    /// A school where everything is in order.
    fn whole() -> FolderFacts {
        FolderFacts {
            today: date(2026, 11, 20),
            n_acts: 1,
            n_roadmaps: 1,
            orders: vec![
                order(OrderSubject::Introduction, "1-од", true, 0),
                order(OrderSubject::Curator, "2-од", true, 0),
                order(OrderSubject::Mentors, "3-од", true, 0),
                order(OrderSubject::Pairs, "4-од", true, 0),
            ],
            n_consent_gaps: 0,
            n_consents_without_scan: 0,
            n_without_addendum: 0,
            n_mentors: 2,
            n_mentees: 3,
            rows_without_evidence: Vec::new(),
        }
    }

    fn told(facts: &FolderFacts) -> Vec<(&'static str, u32)> {
        missing(facts, Law::built_in()).iter().map(|it| (it.item.slug(), it.count)).collect()
    }

    #[test]
    fn each_thing_that_is_not_there_is_missing_by_itself() {
        let day = date(2025, 2, 28);
        let without = |subject| {
            let orders = whole().orders.into_iter().filter(|it| it.subject != subject).collect();
            FolderFacts { orders, ..whole() }
        };
        let mut unread = whole();
        unread.orders[3].n_unread = 5;
        unread.orders[0].has_scan = false;
        for (facts, missing) in [
            (whole(), vec![]),
            (FolderFacts { n_acts: 0, ..whole() }, vec![("local_acts", 1)]),
            (FolderFacts { n_roadmaps: 0, ..whole() }, vec![("roadmap", 1)]),
            (without(OrderSubject::Introduction), vec![("introduction_order", 1)]),
            (without(OrderSubject::Curator), vec![("curator_order", 1)]),
            (without(OrderSubject::Mentors), vec![("mentors_order", 1)]),
            (without(OrderSubject::Pairs), vec![("pairs_order", 1)]),
            (unread, vec![("order_scans", 1), ("acquaintance", 5)]),
            (FolderFacts { n_consent_gaps: 4, ..whole() }, vec![("consents", 4)]),
            (FolderFacts { n_consents_without_scan: 9, ..whole() }, vec![("consent_scans", 9)]),
            (FolderFacts { n_without_addendum: 2, ..whole() }, vec![("addenda", 2)]),
            (FolderFacts { n_without_addendum: 2, today: day, ..whole() }, vec![]),
            (FolderFacts { n_mentees: 0, ..whole() }, vec![("mentee_pool", 1)]),
            (
                FolderFacts { rows_without_evidence: vec!["1.2".into(), "3".into()], ..whole() },
                vec![("row_evidence", 2)],
            ),
        ] {
            assert_eq!(told(&facts), missing, "{facts:?}");
        }
    }

    #[test]
    fn a_school_that_has_begun_nothing_lacks_no_papers_of_people_it_does_not_have() {
        let empty = FolderFacts {
            n_acts: 0,
            n_roadmaps: 0,
            orders: Vec::new(),
            n_mentors: 0,
            n_mentees: 0,
            ..whole()
        };
        let words: Vec<&str> = told(&empty).into_iter().map(|(word, _)| word).collect();
        let expected = [
            "local_acts",
            "roadmap",
            "introduction_order",
            "curator_order",
            "mentor_pool",
            "mentee_pool",
        ];
        assert_eq!(words, expected);
    }

    #[test]
    fn every_paper_has_the_section_of_what_it_is() {
        use FolderSection::{Acts, Consents, Evidence, Labour, Orders, Partners, Pools};
        for (kind, section) in [
            (PaperKind::PairsOrder, Orders),
            (PaperKind::AcquaintanceSheet, Orders),
            (PaperKind::TeachersRegulation, Acts),
            (PaperKind::DataConsent, Consents),
            (PaperKind::GuardianConsent, Consents),
            (PaperKind::ContractAddendum, Labour),
            (PaperKind::MentorPool, Pools),
            (PaperKind::PartnerAgreement, Partners),
            (PaperKind::SelectionProtocol, Evidence),
        ] {
            assert_eq!(section_of(kind), section, "{kind}");
        }
    }

    #[test]
    fn what_is_missing_stands_in_the_order_of_the_sections() {
        let sections: Vec<FolderSection> = FolderItem::ALL.iter().map(|it| it.section()).collect();
        assert!(sections.is_sorted());
        assert_eq!(FolderSection::Journal.number(), FolderSection::ALL.len());
    }
}
