//! Who may do what: one table of roles, actions and relations.
//!
//! It decides whether a role permits an action on one's own things, on one's own organisation, or
//! on an organisation below, as figures or as names. Deliberately absent: an administrator who may
//! do everything; where an organisation stands in the tree (`store` tells the relation).
//!
//! The table is printed to `docs/access.md`, and a test compares the two.

use crate::id::OrganisationId;
use crate::organisation::Level;
use crate::words::slugs;

slugs! {
    /// What an account is in an organisation.
    pub enum Role {
        /// Keeps the programme going: куратор.
        Curator = "curator",
        /// Signs: руководитель.
        Head = "head",
        /// Stands in for the head: заместитель.
        Deputy = "deputy",
        /// Наставник.
        Mentor = "mentor",
        /// Наставляемый.
        Mentee = "mentee",
        /// Педагог-психолог.
        Psychologist = "psychologist",
        /// Законный представитель.
        Guardian = "guardian",
        /// A teacher who answers for rows of the roadmap without mentoring.
        Teacher = "teacher",
        /// A specialist of the municipal centre.
        MunicipalCentre = "municipal_centre",
        /// A specialist of the regional centre.
        RegionalCentre = "regional_centre",
        /// Looks at everything for a day and changes nothing: проверяющий.
        Auditor = "auditor",
    }
}

impl Role {
    /// Whether organisations of a level have this role: centres are of municipalities and regions.
    #[must_use]
    pub fn is_of(self, level: Level) -> bool {
        match self {
            Self::MunicipalCentre => level == Level::Municipality,
            Self::RegionalCentre => level == Level::Region,
            Self::Head | Self::Deputy | Self::Auditor => true,
            _ => level == Level::Institution,
        }
    }
}

slugs! {
    /// What can be done.
    pub enum Action {
        /// See the card of the organisation.
        SeeOrganisation = "see_organisation",
        /// Change the card, the sizes of target groups, school dates.
        EditOrganisation = "edit_organisation",
        /// Add an organisation below.
        AddOrganisation = "add_organisation",
        /// See people with their roles and contacts.
        SeePeople = "see_people",
        /// Add and change people and their roles.
        EditPeople = "edit_people",
        /// See consents: who has given which, and what is missing.
        SeeConsents = "see_consents",
        /// Record and withdraw consents, days of birth, representatives.
        EditConsents = "edit_consents",
        /// See the pools of mentors and mentees.
        SeePools = "see_pools",
        /// Enter people into the pools, change and end their stay.
        EditPools = "edit_pools",
        /// See partners and the agreements with them.
        SeePartners = "see_partners",
        /// Add and change partners, record agreements.
        EditPartners = "edit_partners",
        /// See the journal of orders.
        SeeOrders = "see_orders",
        /// Draft, register, change and end orders; record who has read them.
        EditOrders = "edit_orders",
        /// See papers that were made; of orders, consents and addenda only who sees those.
        SeePapers = "see_papers",
        /// Make papers, register those that are signed.
        EditPapers = "edit_papers",
        /// See the templates of papers.
        SeeTemplates = "see_templates",
        /// Change the templates of papers, bring Word files of one's own.
        EditTemplates = "edit_templates",
        /// Take along the folder of all papers that was made for an inspection.
        SeeFolder = "see_folder",
        /// Have that folder made.
        MakeFolder = "make_folder",
        /// See contract addenda of mentors and what is paid for mentoring.
        SeeAddenda = "see_addenda",
        /// Record contract addenda, and how they end.
        EditAddenda = "edit_addenda",
        /// Come to the door of what is sensitive; inside, only people named for it see anything.
        KnockSensitive = "knock_sensitive",
        /// Name who may read what is sensitive.
        NameSensitiveReaders = "name_sensitive_readers",
        /// See everything that is held about a person, and ask about it.
        SeeHeld = "see_held",
        /// Record requests about personal data and answer them.
        AnswerRequests = "answer_requests",
        /// Destroy personal data whose ground has gone.
        DestroyData = "destroy_data",
        /// Invite an account, end a membership.
        ManageAccounts = "manage_accounts",
        /// See roadmaps with their rows.
        SeeRoadmap = "see_roadmap",
        /// Import a document, change rows, compare versions.
        EditRoadmap = "edit_roadmap",
        /// Approve a version by an order.
        ApproveRoadmap = "approve_roadmap",
        /// See tasks and their evidence.
        SeeTasks = "see_tasks",
        /// Begin and close a task, add evidence.
        WorkOnTasks = "work_on_tasks",
        /// Give a task to somebody, set it aside, open it again, record what happened.
        SettleTasks = "settle_tasks",
        /// See how much is done, as figures.
        SeeFulfilment = "see_fulfilment",
        /// See the journal.
        SeeJournal = "see_journal",
        /// Load days off, change settings.
        EditSettings = "edit_settings",
    }
}

slugs! {
    /// How the thing acted on stands to the person who acts.
    pub enum Relation {
        /// One's own: a task one answers for, one's own card.
        Oneself = "oneself",
        /// A student of the class one leads, and what is kept of the student.
        OwnClass = "own_class",
        /// Anything of an organisation one belongs to.
        Own = "own",
        /// An organisation below one's own, seen as figures.
        BelowAsFigures = "below_as_figures",
        /// An organisation below one's own, seen with names.
        BelowAsNames = "below_as_names",
    }
}

/// One line of the table: a role may do the actions in the relation.
type Grant = (Role, Relation, &'static [Action]);

use Action::*;

/// Everything that is permitted; what does not stand here is refused.
const GRANTS: &[Grant] = &[
    (
        Role::Curator,
        Relation::Own,
        &[
            SeeOrganisation,
            EditOrganisation,
            SeePeople,
            EditPeople,
            SeeConsents,
            EditConsents,
            SeePools,
            EditPools,
            SeePartners,
            EditPartners,
            SeeOrders,
            EditOrders,
            SeePapers,
            EditPapers,
            SeeTemplates,
            EditTemplates,
            SeeFolder,
            MakeFolder,
            SeeAddenda,
            EditAddenda,
            KnockSensitive,
            SeeHeld,
            AnswerRequests,
            DestroyData,
            ManageAccounts,
            SeeRoadmap,
            EditRoadmap,
            ApproveRoadmap,
            SeeTasks,
            WorkOnTasks,
            SettleTasks,
            SeeFulfilment,
            SeeJournal,
            EditSettings,
        ],
    ),
    (
        Role::Head,
        Relation::Own,
        &[
            SeeOrganisation,
            EditOrganisation,
            SeePeople,
            EditPeople,
            SeeConsents,
            EditConsents,
            SeePools,
            EditPools,
            SeePartners,
            EditPartners,
            SeeOrders,
            EditOrders,
            SeePapers,
            EditPapers,
            SeeTemplates,
            EditTemplates,
            SeeFolder,
            MakeFolder,
            SeeAddenda,
            EditAddenda,
            KnockSensitive,
            NameSensitiveReaders,
            SeeHeld,
            AnswerRequests,
            DestroyData,
            ManageAccounts,
            SeeRoadmap,
            ApproveRoadmap,
            SeeTasks,
            WorkOnTasks,
            SettleTasks,
            SeeFulfilment,
            SeeJournal,
        ],
    ),
    (
        Role::Deputy,
        Relation::Own,
        &[
            SeeOrganisation,
            SeePeople,
            EditPeople,
            SeeConsents,
            EditConsents,
            SeePools,
            SeePartners,
            SeeOrders,
            SeePapers,
            EditPapers,
            SeeTemplates,
            KnockSensitive,
            SeeRoadmap,
            SeeTasks,
            WorkOnTasks,
            SeeFulfilment,
        ],
    ),
    (Role::Deputy, Relation::Oneself, &[SeeHeld]),
    (Role::Mentor, Relation::Own, &[SeeOrganisation, KnockSensitive, SeeRoadmap, SeeFulfilment]),
    (
        Role::Mentor,
        Relation::Oneself,
        &[SeePeople, SeeConsents, SeeAddenda, SeeHeld, SeeTasks, WorkOnTasks],
    ),
    // Collecting the consents of the class is the class teacher's (OKT § 3); a teacher who leads one
    // has the account of a teacher, of a mentor, or of a young mentee.
    (Role::Mentor, Relation::OwnClass, &[SeeConsents]),
    (Role::Mentee, Relation::OwnClass, &[SeeConsents]),
    (Role::Teacher, Relation::OwnClass, &[SeeConsents]),
    (Role::Mentee, Relation::Own, &[SeeOrganisation]),
    (Role::Mentee, Relation::Oneself, &[SeePeople, SeeConsents, SeeHeld, SeeTasks, WorkOnTasks]),
    (
        Role::Psychologist,
        Relation::Own,
        &[SeeOrganisation, SeePeople, SeePools, KnockSensitive, SeeRoadmap, SeeFulfilment],
    ),
    (Role::Psychologist, Relation::Oneself, &[SeeConsents, SeeHeld, SeeTasks, WorkOnTasks]),
    (Role::Guardian, Relation::Own, &[SeeOrganisation]),
    (Role::Guardian, Relation::Oneself, &[SeePeople, SeeConsents, SeeHeld, SeeTasks]),
    (Role::Teacher, Relation::Own, &[SeeOrganisation, KnockSensitive, SeeRoadmap, SeeFulfilment]),
    (Role::Teacher, Relation::Oneself, &[SeePeople, SeeConsents, SeeHeld, SeeTasks, WorkOnTasks]),
    (
        Role::MunicipalCentre,
        Relation::Own,
        &[
            SeeOrganisation,
            EditOrganisation,
            AddOrganisation,
            SeePeople,
            EditPeople,
            SeeConsents,
            EditConsents,
            SeePools,
            EditPools,
            SeePartners,
            EditPartners,
            SeeOrders,
            EditOrders,
            SeePapers,
            EditPapers,
            SeeTemplates,
            EditTemplates,
            SeeFolder,
            MakeFolder,
            SeeAddenda,
            EditAddenda,
            KnockSensitive,
            NameSensitiveReaders,
            SeeHeld,
            AnswerRequests,
            DestroyData,
            ManageAccounts,
            SeeRoadmap,
            EditRoadmap,
            ApproveRoadmap,
            SeeTasks,
            WorkOnTasks,
            SettleTasks,
            SeeFulfilment,
            SeeJournal,
            EditSettings,
        ],
    ),
    (Role::MunicipalCentre, Relation::BelowAsFigures, &[SeeOrganisation, SeeFulfilment]),
    (
        Role::RegionalCentre,
        Relation::Own,
        &[
            SeeOrganisation,
            EditOrganisation,
            AddOrganisation,
            SeePeople,
            EditPeople,
            SeeConsents,
            EditConsents,
            SeePools,
            EditPools,
            SeePartners,
            EditPartners,
            SeeOrders,
            EditOrders,
            SeePapers,
            EditPapers,
            SeeTemplates,
            EditTemplates,
            SeeFolder,
            MakeFolder,
            SeeAddenda,
            EditAddenda,
            KnockSensitive,
            NameSensitiveReaders,
            SeeHeld,
            AnswerRequests,
            DestroyData,
            ManageAccounts,
            SeeRoadmap,
            EditRoadmap,
            ApproveRoadmap,
            SeeTasks,
            WorkOnTasks,
            SettleTasks,
            SeeFulfilment,
            SeeJournal,
            EditSettings,
        ],
    ),
    (Role::RegionalCentre, Relation::BelowAsFigures, &[SeeOrganisation, SeeFulfilment]),
    (
        Role::Auditor,
        Relation::Own,
        &[
            SeeOrganisation,
            SeePeople,
            SeeConsents,
            SeePools,
            SeePartners,
            SeeOrders,
            SeePapers,
            SeeTemplates,
            SeeFolder,
            SeeAddenda,
            SeeRoadmap,
            SeeTasks,
            SeeFulfilment,
            SeeJournal,
        ],
    ),
    (Role::Auditor, Relation::Oneself, &[SeeHeld]),
];

/// Whether a role permits an action in a relation.
///
/// What is permitted on the whole organisation is permitted on one's own things in it.
#[must_use]
pub fn may(role: Role, action: Action, relation: Relation) -> bool {
    let wider = match relation {
        Relation::Oneself => &[Relation::Oneself, Relation::Own][..],
        Relation::OwnClass => &[Relation::OwnClass, Relation::Own],
        Relation::Own => &[Relation::Own],
        Relation::BelowAsFigures => &[Relation::BelowAsFigures, Relation::BelowAsNames],
        Relation::BelowAsNames => &[Relation::BelowAsNames],
    };
    GRANTS.iter().any(|(held, over, actions)| {
        *held == role && wider.contains(over) && actions.contains(&action)
    })
}

/// What an account may reach on a day: its roles in organisations.
///
/// An empty scope reaches nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The roles held on the day, by organisation.
    pub roles: Vec<(OrganisationId, Role)>,
}

impl Scope {
    /// The scope of one role in one organisation.
    #[must_use]
    pub fn of(organisation: OrganisationId, role: Role) -> Self {
        Self { roles: vec![(organisation, role)] }
    }

    /// The organisations one belongs to: their records are found, in the limits of the table.
    #[must_use]
    pub fn own(&self) -> Vec<OrganisationId> {
        self.organisations(|_| true)
    }

    /// The organisations whose tree below is seen as figures.
    #[must_use]
    pub fn roots(&self) -> Vec<OrganisationId> {
        self.organisations(|role| may(role, Action::SeeFulfilment, Relation::BelowAsFigures))
    }

    /// The roles held in an organisation.
    pub fn roles_in(&self, organisation: OrganisationId) -> impl Iterator<Item = Role> + '_ {
        self.roles.iter().filter(move |(at, _)| *at == organisation).map(|(_, role)| *role)
    }

    /// Whether some role held in the organisation permits the action on all of it.
    #[must_use]
    pub fn may(&self, action: Action, organisation: OrganisationId) -> bool {
        self.roles_in(organisation).any(|role| may(role, action, Relation::Own))
    }

    /// Whether some role held in the organisation permits the action on one's own things there.
    #[must_use]
    pub fn may_oneself(&self, action: Action, organisation: OrganisationId) -> bool {
        self.roles_in(organisation).any(|role| may(role, action, Relation::Oneself))
    }

    /// Whether some role held in the organisation permits the action on the class one leads there.
    #[must_use]
    pub fn may_of_class(&self, action: Action, organisation: OrganisationId) -> bool {
        self.roles_in(organisation).any(|role| may(role, action, Relation::OwnClass))
    }

    /// Whether some role held in `above`, which stands above the thing's organisation, permits the
    /// action there as figures.
    #[must_use]
    pub fn may_below(&self, action: Action, above: OrganisationId) -> bool {
        self.roles_in(above).any(|role| may(role, action, Relation::BelowAsFigures))
    }

    fn organisations(&self, wanted: impl Fn(Role) -> bool) -> Vec<OrganisationId> {
        let mut found: Vec<OrganisationId> =
            self.roles.iter().filter(|(_, role)| wanted(*role)).map(|(at, _)| *at).collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The table as a page of the documentation.
#[must_use]
pub fn table() -> String {
    let mut page = String::from(
        "# Who may do what\n\nPrinted from `crates/mentoring/src/access.rs` by its test; not edited \
         by hand.\n\n`oneself`: one's own things. `class`: students of the class one leads. `own`: \
         the whole organisation. `figures`: \
         organisations below, as figures. `names`: organisations below, with names. Empty: refused, \
         and answered as «not found».\n\n| action |",
    );
    for role in Role::ALL {
        page.push_str(&format!(" {role} |"));
    }
    page.push_str("\n| --- |");
    page.push_str(&" --- |".repeat(Role::ALL.len()));
    for action in Action::ALL {
        page.push_str(&format!("\n| {action} |"));
        for role in Role::ALL {
            page.push_str(&format!(" {} |", cell(*role, *action)));
        }
    }
    page.push('\n');
    page
}

fn cell(role: Role, action: Action) -> String {
    let own = match (may(role, action, Relation::Own), may(role, action, Relation::Oneself)) {
        (true, _) => "own",
        (false, true) => "oneself",
        (false, false) => "",
    };
    let below = match (
        may(role, action, Relation::BelowAsNames),
        may(role, action, Relation::BelowAsFigures),
    ) {
        (true, _) => "names",
        (false, true) => "figures",
        (false, false) => "",
    };
    let of_class = match may(role, action, Relation::OwnClass) && own != "own" {
        true => "class",
        false => "",
    };
    let parts: Vec<&str> = [own, of_class, below].into_iter().filter(|it| !it.is_empty()).collect();
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_documented_table_is_the_table() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/access.md");
        if std::env::var_os("ESTAFETA_PRINT").is_some() {
            std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs")).unwrap();
            std::fs::write(path, table()).unwrap();
        }
        let documented = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            documented == table(),
            "docs/access.md is stale: run `ESTAFETA_PRINT=1 cargo test -p mentoring` and read the \
             difference before committing it"
        );
    }

    #[test]
    fn nobody_may_do_everything() {
        for role in Role::ALL {
            let everything = Action::ALL
                .iter()
                .all(|action| Relation::ALL.iter().all(|relation| may(*role, *action, *relation)));
            assert!(!everything, "{role}");
        }
    }

    #[test]
    fn a_centre_sees_figures_of_its_schools_and_no_names() {
        for role in [Role::MunicipalCentre, Role::RegionalCentre] {
            assert!(may(role, Action::SeeFulfilment, Relation::BelowAsFigures));
            for action in [Action::SeePeople, Action::SeeTasks, Action::SeeRoadmap] {
                assert!(!may(role, action, Relation::BelowAsFigures), "{role} {action}");
                assert!(!may(role, action, Relation::BelowAsNames), "{role} {action}");
            }
        }
    }

    #[test]
    fn a_school_has_no_specialists_of_centres_and_a_centre_no_mentors() {
        for (level, role, is_there) in [
            (Level::Institution, Role::Mentor, true),
            (Level::Institution, Role::MunicipalCentre, false),
            (Level::Institution, Role::RegionalCentre, false),
            (Level::Municipality, Role::MunicipalCentre, true),
            (Level::Municipality, Role::RegionalCentre, false),
            (Level::Region, Role::RegionalCentre, true),
            (Level::Region, Role::Mentor, false),
            (Level::Region, Role::Head, true),
        ] {
            assert_eq!(role.is_of(level), is_there, "{level} {role}");
        }
    }

    #[test]
    fn an_auditor_changes_nothing() {
        for action in Action::ALL {
            let changes = !action.slug().starts_with("see_");
            assert!(!(changes && may(Role::Auditor, *action, Relation::Oneself)), "{action}");
        }
    }

    #[test]
    fn every_action_is_permitted_to_somebody() {
        for action in Action::ALL {
            assert!(Role::ALL.iter().any(|role| may(*role, *action, Relation::Own)), "{action}");
        }
    }

    #[test]
    fn a_mentor_works_on_own_tasks_only() {
        let school = OrganisationId(Uuid::from_u128(1));
        let other = OrganisationId(Uuid::from_u128(2));
        let scope = Scope::of(school, Role::Mentor);
        assert!(scope.may_oneself(Action::WorkOnTasks, school));
        assert!(!scope.may(Action::WorkOnTasks, school));
        assert!(!scope.may_oneself(Action::WorkOnTasks, other));
    }
}
