//! Where a person is in the schema: every table and every column, or the reason why none is there.
//!
//! It decides what destruction does in each place. A test reads the schema and fails until a new
//! table stands here. Deliberately absent: doing it (`erasure`), which sections go (`mentoring`).

use mentoring::rights::HeldKind;

/// How a row leads to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// A column with the person's id.
    Person(&'static str),
    /// A column with the id of the person's account.
    Account(&'static str),
}

/// What destruction does to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    /// The row goes.
    Remove,
    /// The row stays with nothing in these columns, because others point at it.
    Blank(&'static [&'static str]),
    /// The row stays: it says nothing without the row of the person.
    Stay,
}

/// One way from a table to a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) table: &'static str,
    pub(crate) way: Way,
    pub(crate) kind: HeldKind,
    pub(crate) deed: Deed,
}

const fn place(table: &'static str, way: Way, kind: HeldKind, deed: Deed) -> Place {
    Place { table, way, kind, deed }
}

/// Every way from a table to a person, in the order of destruction: what points before what is
/// pointed at, and the ways to accounts before the memberships that tell whose they are.
pub(crate) const PLACES: &[Place] = {
    use Deed::{Blank, Remove, Stay};
    use HeldKind::*;
    use Way::{Account as ByAccount, Person};
    &[
        // Signed papers outlive their drafts as scans; the wordings of their data are emptied with them.
        place("paper", Person("person"), Papers, Blank(&["title", "number"])),
        place("withdrawal_stop", Person("person"), Consents, Remove),
        place("petition", Person("person"), Requests, Remove),
        place("act_concern", Person("person"), Orders, Remove),
        place("act_reading", Person("person"), Orders, Remove),
        place("contract_addendum", Person("person"), Addenda, Remove),
        place("consent", Person("person"), Consents, Remove),
        // The consent is the ward's; without the row of the person it names nobody.
        place("consent", Person("guardian"), Consents, Stay),
        place("guardianship", Person("ward"), Guardianship, Remove),
        place("guardianship", Person("guardian"), Guardianship, Remove),
        place("pool_entry", Person("person"), Pools, Remove),
        place("task_person", Person("person"), Tasks, Remove),
        place("acquaintance", Person("person"), Orders, Remove),
        place("order_participant", Person("mentee"), Orders, Remove),
        place("order_participant", Person("mentor"), Orders, Remove),
        place("mistake", Person("person"), Consents, Remove),
        place("absence", Person("person"), Absences, Remove),
        place("absence", Person("deputy"), Absences, Remove),
        place("partner_person", Person("person"), Partner, Remove),
        place("access_need", Person("person"), Sensitive, Remove),
        place("sensitive_reader", Person("person"), Readers, Remove),
        place("letter", Person("person"), Letters, Remove),
        place("person_request", Person("person"), Requests, Blank(&["words", "reason"])),
        // Acts of destruction are kept by law, and hold ids only.
        place("erasure", Person("person"), Requests, Stay),
        place("erasure_member", Person("person"), Requests, Stay),
        place("session", ByAccount("account"), Account, Remove),
        place("form_once", ByAccount("account"), Account, Remove),
        // Whatever somebody did stays done by this account: its row stays without a login.
        place("account", ByAccount("id"), Account, Blank(&["login", "password"])),
        place("calendar_feed", Person("person"), Account, Remove),
        place("password_link", Person("person"), Account, Remove),
        place("invitation", Person("person"), Account, Remove),
        place("membership", Person("person"), Account, Remove),
        place("person_role", Person("person"), Roles, Remove),
        place("person_detail", Person("person"), Detail, Remove),
        place("person_fact", Person("person"), History, Remove),
        place("name_forms", Person("person"), History, Remove),
        place("person", Person("id"), Card, Blank(BLANK_CARD)),
    ]
};

/// What goes from the row of a person when nothing about it stays.
pub(crate) const BLANK_CARD: &[&str] =
    &["surname", "first", "patronymic", "sorting", "email", "phone", "job_title"];
/// What goes from it while a law keeps a paper that names the person.
pub(crate) const BLANK_CONTACTS: &[&str] = &["email", "phone"];

/// Columns in which anybody may have written a name: they are read through, and the name is taken
/// out. Columns of tables that stand in [`PLACES`] are here too where rows of others have them.
pub(crate) const TEXTS: &[(&str, &[&str])] = &[
    ("setting", &["value"]),
    ("person_role", &["about"]),
    ("person_detail", &["category", "works_by_contract"]),
    ("guardianship", &["paper"]),
    ("consent", &["distribution"]),
    ("term", &["text"]),
    ("pool_entry", &["note"]),
    ("contract_addendum", &["number", "contract_number", "content", "pay_ground"]),
    ("mistake", &["said", "reason"]),
    ("sensitive_reader", &["ground"]),
    ("person_request", &["words", "reason"]),
    ("erasure", &["basis"]),
    ("head_order", &["title"]),
    ("local_act", &["title", "number", "content", "link", "demands"]),
    ("consent_wording", &["content"]),
    ("withdrawal_stop", &["page"]),
    ("petition", &["words", "answer"]),
    ("paper", &["title", "number"]),
    ("paper_revision", &["typed", "data"]),
    ("paper_pack", &["title", "asked", "failure"]),
    ("paper_template", &["text", "why"]),
    ("partner", &["name", "contact", "phone", "email", "note"]),
    ("agreement", &["number", "subject"]),
    ("people_import", &["file_name", "columns", "choices", "outcome"]),
    ("file", &["name"]),
    ("import", &["file_name", "plan", "mended"]),
    ("roadmap", &["title"]),
    ("roadmap_version", &["title", "order_number", "header"]),
    (
        "roadmap_row",
        &[
            "path",
            "text",
            "items",
            "deadline_text",
            "responsible",
            "result",
            "indicator_text",
            "audience",
            "note",
            "remarks",
            "original",
        ],
    ),
    ("remark_acceptance", &["excerpt", "reason"]),
    ("figure_answer", &["wording", "words"]),
    ("roll_question", &["kept", "moved", "swap"]),
    ("task", &["waits_for", "reason"]),
    ("task_part", &["key", "words", "undone_why"]),
    ("evidence", &["words", "link", "withdrawn_why"]),
    ("happening", &["words", "key"]),
    ("letter", &["address", "subject", "body", "failure"]),
    ("job", &["payload", "failure"]),
];

/// Why no person is in a column.
#[cfg(test)]
pub(crate) struct Impersonal {
    pub(crate) why: &'static str,
    pub(crate) columns: &'static [&'static str],
}

/// Columns of text, structure or bytes in which no person can be, each with the reason. Days,
/// numbers, flags and ids are not listed: without the rows above they lead to nobody.
#[cfg(test)]
pub(crate) const IMPERSONAL: &[Impersonal] = &[
    Impersonal {
        why: "a word of ours: only slugs are written there",
        columns: &[
            "organisation.level",
            "organisation.kind",
            "organisation.zone",
            "group_size.target_group",
            "setting.key",
            "account.lang",
            "roadmap.model",
            "roadmap_version.state",
            "import.state",
            "evidence.kind",
            "evidence.about",
            "evidence.source",
            "evidence.record_kind",
            "school_dates.part",
            "calendar_day.kind",
            "calendar_day.source",
            "journal.kind",
            "job.kind",
            "remark_acceptance.code",
            "remark_acceptance.cell",
            "figure_answer.measure",
            "figure_answer.population",
            "roll_question.field",
            "roll_question.doubt",
            "roll_question.taken",
            "roll_question.answer",
            "task.closing",
            "term.kind",
            "head_order.subject",
            "local_act.level",
            "person_request.kind",
            "person_request.outcome",
            "erasure.reach",
            "erasure.why",
            "erasure_line.kind",
            "access_need.key_name",
            "consent.kind",
            "consent_wording.paper",
            "scan.of_kind",
            "paper.kind",
            "paper_pack.format",
            "paper_template.kind",
            "paper_template.form",
            "mistake.kind",
        ],
    },
    Impersonal {
        why: "made from dates, ids and numbers by the product",
        columns: &[
            "roadmap_row.number",
            "roadmap_row.deadline_normal",
            "roadmap_row.evidence",
            "roadmap_row.indicators",
            "task.occurrence",
            "journal.facts",
            "job.once",
            "letter.once",
            "head_order.suffix",
            "form_once.key",
            "form_once.location",
            "pool_entry.terms",
            "pool_entry.kinds",
            "backup_copy.name",
        ],
    },
    Impersonal {
        why: "a digest or a secret, from which nothing is read back",
        columns: &[
            "limit_counter.key",
            "session.token_hash",
            "session.csrf",
            "invitation.token_hash",
            "password_link.token_hash",
            "calendar_feed.secret_hash",
            "file.sha256",
            "consent_wording.digest",
            "paper_revision.sha256",
            "people_import.digest",
            "journal.previous",
            "journal.hash",
            "journal_head.hash",
        ],
    },
    Impersonal { why: "found from the bytes", columns: &["file.media_type"] },
    Impersonal {
        why: "the organisation's own card: its contacts are its own",
        columns: &[
            "organisation.name",
            "organisation.full_name",
            "organisation.taxpayer_number",
            "organisation.registration_number",
            "organisation.address",
            "organisation.settlement",
            "organisation.phone",
            "organisation.email",
            "organisation.site",
            "requisites.founder",
            "requisites.municipality",
            "requisites.region",
            "requisites.register_address",
            "requisites.head_title",
            "requisites.council",
            "requisites.order_suffix",
            "requisites.year_line",
            "requisites.charter",
        ],
    },
    Impersonal {
        why: "bytes of a file: looked through and emptied one by one, with the commission's word",
        columns: &["file.content"],
    },
    Impersonal {
        why: "bytes of an archive that is kept for days: every one is given up by a destruction",
        columns: &["folder.content", "paper_pack_content.content"],
    },
    Impersonal {
        why: "bytes of a list that waits: every waiting list is given up by a destruction",
        columns: &["people_import.content"],
    },
];
