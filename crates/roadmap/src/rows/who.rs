//! Who answers, where a column of deadlines says it too: «Срок, ответственный».
//!
//! It decides which parts of such a cell name somebody. Deliberately absent: roles and persons
//! (`responsible`).

use super::Reader;
use crate::plan::Column;
use crate::vocabulary::plain;

impl Reader<'_, '_> {
    /// «Срок, ответственный»: a column of both, in a table that has no other for who answers.
    pub(super) fn names_responsible(&self, header: &str) -> bool {
        let words = plain(header);
        ["ответств", "исполнител"].iter().any(|it| words.contains(it))
            && !self.chosen.layout.has(Column::Responsible)
    }
}

/// The parts of a cell that name somebody: of «сентябрь, куратор» the second.
pub(super) fn named_in(text: &str) -> String {
    let names = |part: &&str| {
        let who = crate::responsible::read(part).responsible;
        who.iter().any(|it| it.person.is_some() || it.role.as_deref() != Some("other"))
    };
    let parts: Vec<&str> = text.split([',', ';', '\n']).map(str::trim).filter(names).collect();
    parts.join(", ")
}
