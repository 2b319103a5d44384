//! Diagnostics: what is wrong with a compiled plan, as a compiler says it.
//!
//! It decides, rule by rule and one file for each group, what is worth a remark; errors are rare and
//! on a sound plan it is silent. Deliberately absent: reading of cells (`compile`), facts of law
//! (`law`), words (`texts`), the clock: a plan is judged by its own days.

mod acts;
mod case;
pub mod code;
mod column;
mod coverage;
mod duty;
mod figure;
mod foreign;
mod guess;
mod institution;
mod missing;
mod model;
mod numbering;
mod order;
mod period;
mod placeholder;
mod reference;
mod stale;
mod twice;
pub(crate) mod words;

use crate::law::Law;
use crate::plan::{Diagnostic, Plan};
use crate::source::Source;

/// What a plan is judged by.
#[derive(Clone, Debug)]
pub struct Options<'a> {
    /// Facts of law, with those of the region added.
    pub law: &'a Law,
}

impl Default for Options<'static> {
    fn default() -> Self {
        Self { law: Law::built_in() }
    }
}

/// Says what is wrong with a compiled plan, for the person who wrote it.
///
/// - `plan`: as compiled; its own `diagnostics` are not looked at.
/// - `source`: the document it was compiled from; an empty one hides only what stands outside rows.
/// - Returns: diagnostics in the order of the document, those of the whole document first; empty
///   for a sound plan. Cannot fail.
/// - Time: linear in the words of the plan, save for comparing rows with each other.
#[must_use]
pub fn diagnostics(plan: &Plan, source: &Source, options: &Options<'_>) -> Vec<Diagnostic> {
    let mut case = case::Case::of(plan, source, options.law);
    let rules: [fn(&mut case::Case<'_>); 16] = [
        period::check,
        twice::check,
        stale::check,
        order::check,
        numbering::check,
        missing::check,
        column::check,
        figure::check,
        reference::check,
        placeholder::check,
        foreign::check,
        model::check,
        acts::check,
        duty::check,
        coverage::check,
        guess::check,
    ];
    for rule in rules {
        rule(&mut case);
    }
    case.finish()
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod properties;
