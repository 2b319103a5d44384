//! The first schema: organisations, people, accounts, roadmaps and their tasks.
//!
//! It decides the tables as they were first released. Deliberately absent: the tables of later
//! modules (surveys, pairs, meetings), which come in migrations of their own.

use sea_orm::DbErr;
use sea_orm_migration::{MigrationName, MigrationTrait, SchemaManager};

use super::table::{Spec, owned, owned_keyed, shared};

pub(super) struct Migration;

impl MigrationName for Migration {
    fn name(&self) -> &str {
        "m0001_first"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        // Each table after those it points at.
        let parts =
            [organisations(), accounts(), people(), roadmaps(), tasks(), dates(), service()];
        for table in parts.into_iter().flatten() {
            table.create(manager).await?;
        }
        Ok(())
    }
}

fn organisations() -> Vec<Spec> {
    vec![
        shared("organisation", &["id"])
            .uuid("id")
            .uuid_or_none("parent")
            .text("level")
            .text("kind")
            .text("zone")
            .text("name")
            .text("full_name")
            .text("taxpayer_number")
            .text("registration_number")
            .text("address")
            .text("settlement")
            .text("phone")
            .text("email")
            .text("site")
            .int("revision")
            .refers("parent", "organisation")
            .index("organisation_parent", &["parent"]),
        // Who stands above whom, at every distance; everybody stands above itself at 0.
        shared("organisation_tree", &["ancestor", "descendant"])
            .uuid("ancestor")
            .uuid("descendant")
            .int("depth")
            .refers("ancestor", "organisation")
            .refers("descendant", "organisation")
            .index("organisation_tree_up", &["descendant", "depth"]),
        owned("group_size")
            .text("target_group")
            .int("n_people")
            .day("from_on")
            .unique("group_size_from", &["organisation", "target_group", "from_on"]),
        owned_keyed("setting", &["organisation", "key"]).text("key").json("value"),
    ]
}

fn accounts() -> Vec<Spec> {
    vec![
        shared("account", &["id"])
            .uuid("id")
            .text("login")
            .text_or_none("password")
            .text("lang")
            .flag("is_persona")
            .moment("opened_at")
            .moment_or_none("closed_at")
            .int("revision")
            .unique("account_login", &["login"]),
        shared("session", &["id"])
            .uuid("id")
            .bytes("token_hash")
            .uuid("account")
            .text("csrf")
            .uuid_or_none("organisation")
            .text("device")
            .moment("opened_at")
            .moment("seen_at")
            .moment("expires_at")
            .moment_or_none("ended_at")
            .refers("account", "account")
            .refers("organisation", "organisation")
            .unique("session_token", &["token_hash"])
            .index("session_account", &["account"]),
        shared("limit_counter", &["key"]).text("key").moment("since").int("n"),
        // A form sent twice makes one record: where the first answer led.
        shared("form_once", &["key"])
            .text("key")
            .uuid("account")
            .text("location")
            .moment("at")
            .refers("account", "account")
            .index("form_once_at", &["at"]),
    ]
}

fn people() -> Vec<Spec> {
    vec![
        owned("person")
            .text("surname")
            .text("first")
            .text("patronymic")
            .text("sorting")
            .text("email")
            .text("phone")
            .text("job_title")
            .day_or_none("left_on")
            .int("revision")
            .index("person_sorting", &["organisation", "sorting"]),
        owned("person_role")
            .uuid("person")
            .text("position")
            .text("about")
            .day("from_on")
            .day_or_none("to_on")
            .refers("person", "person")
            .unique(
                "person_role_from",
                &["organisation", "person", "position", "about", "from_on"],
            ),
        owned("membership")
            .uuid("account")
            .uuid("person")
            .text("role")
            .day("from_on")
            .day_or_none("to_on")
            .refers("account", "account")
            .refers("person", "person")
            .unique("membership_from", &["organisation", "account", "role", "from_on"])
            .index("membership_account", &["account"]),
        owned("invitation")
            .bytes("token_hash")
            .uuid("person")
            .text("role")
            .uuid("made_by")
            .moment("made_at")
            .moment("expires_at")
            .moment_or_none("accepted_at")
            .uuid_or_none("accepted_by")
            .moment_or_none("withdrawn_at")
            .refers("person", "person")
            .refers("made_by", "account")
            .refers("accepted_by", "account")
            .index("invitation_token", &["token_hash"]),
        owned("calendar_feed")
            .uuid("account")
            .uuid("person")
            .bytes("secret_hash")
            .moment("made_at")
            .moment_or_none("withdrawn_at")
            .refers("account", "account")
            .refers("person", "person")
            .index("calendar_feed_secret", &["secret_hash"]),
    ]
}

fn roadmaps() -> Vec<Spec> {
    vec![
        owned("file")
            .text("name")
            .text("media_type")
            .int("size_bytes")
            .bytes("sha256")
            .bytes("content")
            .uuid("kept_by")
            .moment("kept_at")
            .refers("kept_by", "account")
            .index("file_sha256", &["organisation", "sha256"]),
        owned("roadmap")
            .text("title")
            .text_or_none("model")
            .day("from_on")
            .day("to_on")
            .moment("opened_at")
            .day_or_none("ended_on")
            .int("revision")
            .index("roadmap_from", &["organisation", "from_on"]),
        owned("roadmap_version")
            .uuid("roadmap")
            .int("number")
            .text("state")
            .text("title")
            .text_or_none("order_number")
            .day_or_none("order_on")
            .json("header")
            .uuid_or_none("source_file")
            .uuid_or_none("based_on")
            .uuid("drafted_by")
            .moment("drafted_at")
            .uuid_or_none("approved_by")
            .moment_or_none("approved_at")
            .int("revision")
            .refers("roadmap", "roadmap")
            .refers("source_file", "file")
            .refers("based_on", "roadmap_version")
            .refers("drafted_by", "account")
            .refers("approved_by", "account")
            .unique("roadmap_version_number", &["organisation", "roadmap", "number"]),
        roadmap_row(),
        owned("import")
            .uuid("file")
            .text("file_name")
            .text("state")
            .json("plan")
            .json("mended")
            .uuid_or_none("roadmap")
            .uuid_or_none("version")
            .uuid("read_by")
            .moment("read_at")
            .int("revision")
            .refers("file", "file")
            .refers("roadmap", "roadmap")
            .refers("version", "roadmap_version")
            .refers("read_by", "account")
            .index("import_read", &["organisation", "read_at"]),
    ]
}

/// A row of a version. The lineage is the row through all versions.
fn roadmap_row() -> Spec {
    owned_keyed("roadmap_row", &["organisation", "version", "lineage"])
        .uuid("version")
        .uuid("lineage")
        .int("position")
        .int("place_table")
        .int("place_row")
        .json("path")
        .text_or_none("number")
        .text("text")
        .json("items")
        .text("deadline_text")
        .text("deadline_normal")
        .flag("is_deadline_mended")
        .json("responsible")
        .flag("nobody")
        .text_or_none("result")
        .json("evidence")
        .text_or_none("indicator_text")
        .json("indicators")
        .text_or_none("audience")
        .text_or_none("note")
        .json("remarks")
        .json_or_none("original")
        .refers("version", "roadmap_version")
        .index("roadmap_row_position", &["organisation", "version", "position"])
}

fn tasks() -> Vec<Spec> {
    vec![
        owned("task")
            .uuid("roadmap")
            .uuid("lineage")
            .uuid("version")
            .text("occurrence")
            .day_or_none("from_on")
            .day_or_none("to_on")
            .day_or_none("due_on")
            .text_or_none("waits_for")
            .day_or_none("started_on")
            .day_or_none("closed_on")
            .text_or_none("closing")
            .text_or_none("reason")
            .uuid_or_none("closed_by")
            .moment_or_none("closed_at")
            .moment_or_none("dropped_at")
            .int("revision")
            .refers("roadmap", "roadmap")
            .refers("version", "roadmap_version")
            .refers("closed_by", "account")
            .unique("task_occurrence", &["organisation", "roadmap", "lineage", "occurrence"])
            .index("task_due", &["organisation", "due_on"]),
        owned_keyed("task_person", &["organisation", "task", "person"])
            .uuid("task")
            .uuid("person")
            .refers("task", "task")
            .refers("person", "person")
            .index("task_person_person", &["organisation", "person"]),
        owned("evidence")
            .uuid_or_none("task")
            .text("kind")
            .text("about")
            .text("source")
            .day("true_on")
            .text("words")
            .uuid_or_none("file")
            .text_or_none("link")
            .text_or_none("record_kind")
            .uuid_or_none("record")
            .uuid("given_by")
            .moment("given_at")
            .day_or_none("withdrawn_on")
            .uuid_or_none("withdrawn_by")
            .text_or_none("withdrawn_why")
            .refers("task", "task")
            .refers("file", "file")
            .refers("given_by", "account")
            .refers("withdrawn_by", "account")
            .index("evidence_task", &["organisation", "task"])
            .index("evidence_kind", &["organisation", "kind", "about"]),
    ]
}

fn dates() -> Vec<Spec> {
    vec![
        owned("happening")
            .uuid_or_none("roadmap")
            .uuid_or_none("lineage")
            .text("words")
            .text("key")
            .day("happened_on")
            .uuid("recorded_by")
            .moment("recorded_at")
            .moment_or_none("withdrawn_at")
            .refers("roadmap", "roadmap")
            .refers("recorded_by", "account")
            .index("happening_key", &["organisation", "key"]),
        owned("school_dates")
            .text("part")
            .day("from_on")
            .day("to_on")
            .index("school_dates_from", &["organisation", "from_on"]),
        // Decrees hold for the whole country: the one table of facts without an organisation.
        shared("calendar_day", &["day"]).day("day").text("kind").text("source"),
    ]
}

fn service() -> Vec<Spec> {
    vec![
        owned_keyed("journal", &["organisation", "number"])
            .int("number")
            .moment("at")
            .uuid_or_none("by")
            .text("kind")
            .uuid_or_none("subject")
            .text("facts")
            .bytes("previous")
            .bytes("hash")
            .index("journal_subject", &["organisation", "subject"]),
        owned_keyed("journal_head", &["organisation"]).int("number").bytes("hash"),
        shared("job", &["id"])
            .uuid("id")
            .uuid_or_none("organisation")
            .text("kind")
            .json("payload")
            .text_or_none("once")
            .moment("run_at")
            .int("attempts")
            .moment_or_none("leased_until")
            .text_or_none("failure")
            .moment_or_none("done_at")
            .refers("organisation", "organisation")
            .unique("job_once", &["once"])
            .index("job_run", &["done_at", "run_at"]),
        owned("letter")
            .uuid_or_none("person")
            .text("address")
            .text("subject")
            .text("body")
            .text_or_none("once")
            .moment("queued_at")
            .moment_or_none("sent_at")
            .int("attempts")
            .text_or_none("failure")
            .refers("person", "person")
            .unique("letter_once", &["organisation", "once"])
            .index("letter_queued", &["organisation", "sent_at", "queued_at"]),
    ]
}
