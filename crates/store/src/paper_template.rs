//! Templates of papers: versions of an organisation and of those above it.
//!
//! It decides how they are looked up. Deliberately absent: which one holds on a day
//! (`mentoring::paper::template`), the standard texts, changing a version (the next one is made).

use jiff::Timestamp;
use jiff::civil::Date;
use mentoring::access::Scope;
use mentoring::id::*;
use mentoring::paper::PaperKind;
use mentoring::paper::template::{TemplateForm, TemplateVersion};
use sea_orm::sea_query::Order;

use crate::error::StoreError;
use crate::file::File;
use crate::organisation::{OrganisationRecord, TreeRecord, within};
use crate::record::{all_of, among, is, record};
use crate::tx::{Pending, Tx};

record! {
    /// A version of a template with its text.
    "paper_template", key(organisation, id),
    pub struct PaperTemplate {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PaperTemplateId,
        /// Of which kind of paper.
        pub kind: PaperKind,
        /// Its number within the kind, from 1.
        pub number: u32,
        /// What it is.
        pub form: TemplateForm,
        /// The first day of the papers made from it.
        pub from_on: Date,
        /// The text; empty where it is a Word file, or none.
        pub text: String,
        /// The Word file.
        pub word: Option<FileId>,
        /// Whether organisations below may take it.
        pub is_given: bool,
        /// Why it was made.
        pub why: String,
        /// Who made it.
        pub kept_by: AccountId,
        /// When.
        pub kept_at: Timestamp,
    }
}

record! {
    /// A version without its text: for lists.
    "paper_template", key(organisation, id),
    pub struct PaperTemplateCard {
        /// Whose.
        pub organisation: OrganisationId,
        /// Its id.
        pub id: PaperTemplateId,
        /// Of which kind of paper.
        pub kind: PaperKind,
        /// Its number within the kind, from 1.
        pub number: u32,
        /// What it is.
        pub form: TemplateForm,
        /// The first day of the papers made from it.
        pub from_on: Date,
        /// The Word file.
        pub word: Option<FileId>,
        /// Whether organisations below may take it.
        pub is_given: bool,
        /// Why it was made.
        pub why: String,
        /// Who made it.
        pub kept_by: AccountId,
        /// When.
        pub kept_at: Timestamp,
    }
}

impl PaperTemplateCard {
    /// The version as the rule looks at it.
    #[must_use]
    pub fn for_rule(&self) -> TemplateVersion {
        TemplateVersion {
            number: self.number,
            form: self.form,
            from: self.from_on,
            is_given: self.is_given,
        }
    }
}

/// An organisation that a template may come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upward {
    /// Its id.
    pub organisation: OrganisationId,
    /// Its short name.
    pub name: String,
}

impl Tx {
    /// The organisation itself and those above it, the nearest first.
    ///
    /// Asked without a scope: whoever works in an organisation may know whose templates it takes.
    pub fn upwards(&self, organisation: OrganisationId) -> Pending<'_, Vec<Upward>> {
        Box::pin(async move {
            let tree: Vec<TreeRecord> = self
                .many(all_of([is("descendant", &organisation)]), &[("depth", Order::Asc)])
                .await?;
            let ids: Vec<OrganisationId> = tree.iter().map(|it| it.ancestor).collect();
            let found: Vec<OrganisationRecord> =
                self.many(all_of([among("id", &ids)]), &[]).await?;
            let named = |id: OrganisationId| {
                let it = found.iter().find(|it| it.id == id)?;
                Some(Upward { organisation: id, name: it.name.clone() })
            };
            Ok(ids.into_iter().filter_map(named).collect())
        })
    }

    /// All versions of some organisations, of one kind or of all, without their texts: by kind, the
    /// latest first.
    ///
    /// Asked without a scope, for [`Tx::upwards`]: who gets a text from above sees whose it is.
    pub fn template_cards<'a>(
        &'a self,
        organisations: &'a [OrganisationId],
        kind: Option<PaperKind>,
    ) -> Pending<'a, Vec<PaperTemplateCard>> {
        Box::pin(async move {
            let of_kind = kind.map(|it| is("kind", &it));
            let condition =
                all_of([among("organisation", organisations)].into_iter().chain(of_kind));
            self.many(condition, &[("kind", Order::Asc), ("number", Order::Desc)]).await
        })
    }

    /// A version of an organisation of the scope.
    pub fn paper_template<'a>(
        &'a self,
        scope: &'a Scope,
        organisation: OrganisationId,
        (kind, number): (PaperKind, u32),
    ) -> Pending<'a, Option<PaperTemplate>> {
        Box::pin(async move {
            let key = [is("organisation", &organisation), is("kind", &kind), is("number", &number)];
            self.one(all_of([within(scope)].into_iter().chain(key))).await
        })
    }

    /// A version that the rule chose, whosever it is.
    ///
    /// - Errors: `Broken` where it is not there.
    pub fn chosen_template<'a>(
        &'a self,
        card: &'a PaperTemplateCard,
    ) -> Pending<'a, PaperTemplate> {
        Box::pin(async move {
            let key = all_of([is("organisation", &card.organisation), is("id", &card.id)]);
            let found = self.one(key).await?;
            found.ok_or_else(|| StoreError::broken("a chosen template is not there"))
        })
    }

    /// The bytes of the Word file of a version; `None` where it is a text.
    ///
    /// - Errors: `Broken` where the file is lost.
    pub fn template_file<'a>(&'a self, it: &'a PaperTemplate) -> Pending<'a, Option<Vec<u8>>> {
        Box::pin(async move {
            let Some(word) = it.word else { return Ok(None) };
            let key = all_of([is("organisation", &it.organisation), is("id", &word)]);
            let file: Option<File> = self.one(key).await?;
            let file = file.ok_or_else(|| StoreError::broken("a template lost its file"))?;
            Ok(Some(file.content))
        })
    }

    /// Keeps a version.
    ///
    /// - Errors: `Taken` where the kind has a version of this number.
    pub fn insert_paper_template<'a>(&'a self, it: &'a PaperTemplate) -> Pending<'a, ()> {
        Box::pin(self.insert(it))
    }
}
