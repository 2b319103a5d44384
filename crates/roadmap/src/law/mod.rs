//! Facts of law with their days: acts, articles, duties and targets, read from data.
//!
//! It decides only whether a fact is in force on a day. Deliberately absent: the facts themselves
//! (`data/law.json`; a region adds its own file) and what follows from them (`check`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jiff::civil::Date;
use mentoring::period::Days;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use crate::plan::Model;

/// Everything that is known of the law.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Law {
    /// Acts that roadmaps cite.
    pub acts: Vec<Act>,
    /// Articles that roadmaps cite by number.
    pub articles: Vec<Article>,
    /// What must be done from a day on.
    pub duties: Vec<Duty>,
    /// Shares to be reached, by year.
    pub targets: Vec<Target>,
}

/// Days on which a fact is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct InForce {
    /// First day.
    #[serde(deserialize_with = "day")]
    pub from: Date,
    /// Last day; `None` while it lasts.
    #[serde(default, deserialize_with = "day_or_none")]
    pub to: Option<Date>,
}

/// An act: a directive, an order, a law, a letter, a standard.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Act {
    /// Stable name of the entry.
    pub id: String,
    /// «распоряжение», «приказ», «федеральный закон», …
    pub kind: String,
    /// Who issued it, in the genitive; empty where the kind says it.
    #[serde(default)]
    pub issuer: String,
    /// The number as it must be written; empty where there is none.
    #[serde(default)]
    pub number: String,
    /// Other right ways to write the number.
    #[serde(default)]
    pub also: Vec<String>,
    /// The day of signing.
    #[serde(default, deserialize_with = "day_or_none")]
    pub date: Option<Date>,
    /// The full title without quotes; empty where it is not known for sure.
    #[serde(default)]
    pub title: String,
    /// Word patterns by which the act is known without its number.
    #[serde(default)]
    pub known_by: Vec<String>,
    /// Days in force.
    pub in_force: InForce,
    /// What came instead.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// The model that the act describes.
    #[serde(default)]
    pub model: Option<Model>,
    /// What it demands of a mentoring programme, in a sentence or two; empty where that is not known.
    #[serde(default)]
    pub demands: String,
    /// Where the fact was read.
    pub source: String,
    /// Whether it was compared with a published text.
    #[serde(default)]
    pub verified: bool,
}

/// An article of a code that speaks of mentoring.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Article {
    /// «ТК РФ».
    pub code: String,
    /// «351.8».
    pub number: String,
    /// Word patterns of its matter.
    pub about: Vec<String>,
    /// Other articles of the code that are cited rightly in such papers.
    #[serde(default)]
    pub others: Vec<String>,
    /// Days in force.
    pub in_force: InForce,
    /// Where the fact was read.
    pub source: String,
    /// Whether it was compared with a published text.
    #[serde(default)]
    pub verified: bool,
}

/// Something that must be done from a day on; `check::duty` knows how to see it in a plan.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Duty {
    /// Stable name of the entry.
    pub id: String,
    /// The models it concerns.
    pub models: Vec<Model>,
    /// Days in force.
    pub in_force: InForce,
    /// The norm, as it is named to a person.
    pub act: String,
    /// Where the fact was read.
    pub source: String,
    /// Whether it was compared with a published text.
    #[serde(default)]
    pub verified: bool,
}

/// A share of a population to be reached by the end of a calendar year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Target {
    /// Stable name of the entry.
    pub id: String,
    /// The model it belongs to.
    pub model: Model,
    /// Word patterns of the population.
    pub about: Vec<String>,
    /// Who set it, as it is named to a person.
    pub act: String,
    /// Year → percent.
    pub by_year: BTreeMap<i16, f64>,
    /// Where the fact was read.
    pub source: String,
    /// Whether it was compared with a published text.
    #[serde(default)]
    pub verified: bool,
}

/// A file of law data that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("law data cannot be read")]
pub struct LawNotRead(#[from] serde_json::Error);

impl InForce {
    /// Whether the fact is in force on every one of the days.
    #[must_use]
    pub fn covers(self, days: Days) -> bool {
        self.from <= days.from && self.to.is_none_or(|to| days.to <= to)
    }

    /// Whether the fact is in force on one of the days at least.
    #[must_use]
    pub fn touches(self, days: Days) -> bool {
        self.from <= days.to && self.to.is_none_or(|to| days.from <= to)
    }
}

impl Law {
    /// The facts that travel with the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static LAW: OnceLock<Law> = OnceLock::new();
        LAW.get_or_init(|| Self::read(include_str!("../../data/law.json")).unwrap_or_default())
    }

    /// Reads a file of the form of `data/law.json`.
    ///
    /// - Errors: [`LawNotRead`] where the text is not such a file, with the place in it.
    pub fn read(text: &str) -> Result<Self, LawNotRead> {
        Ok(serde_json::from_str(text)?)
    }

    /// The same facts with those of a region added; an entry with a known name takes its place.
    #[must_use]
    pub fn with(mut self, regional: Self) -> Self {
        self.acts.retain(|it| regional.acts.iter().all(|other| other.id != it.id));
        self.duties.retain(|it| regional.duties.iter().all(|other| other.id != it.id));
        self.targets.retain(|it| regional.targets.iter().all(|other| other.id != it.id));
        self.acts.extend(regional.acts);
        self.articles.extend(regional.articles);
        self.duties.extend(regional.duties);
        self.targets.extend(regional.targets);
        self
    }

    /// The duty of a name that binds a plan of the model on the first of its days.
    #[must_use]
    pub fn duty(&self, id: &str, model: Model, days: Days) -> Option<&Duty> {
        let binds = |it: &&Duty| {
            it.id == id && it.models.contains(&model) && it.in_force.covers(Days::single(days.from))
        };
        self.duties.iter().find(binds)
    }
}

impl Act {
    /// The act as it is cited: «распоряжение Минпросвещения России от 25 декабря 2019 г. № Р-145».
    #[must_use]
    pub fn citation(&self, date: &str) -> String {
        let mut words = self.kind.clone();
        for (lead, part) in [(" ", self.issuer.as_str()), (" от ", date), (" № ", &self.number)]
        {
            if !part.is_empty() {
                words.push_str(lead);
                words.push_str(part);
            }
        }
        words
    }
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
}

fn day_or_none<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(deserializer)?;
    text.map(|it| it.parse().map_err(D::Error::custom)).transpose()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_built_in_facts_are_read_and_each_names_its_source() {
        let law = Law::read(include_str!("../../data/law.json")).unwrap();
        assert_eq!(&law, Law::built_in());
        assert!(law.acts.len() > 10 && law.acts.iter().all(|it| !it.source.is_empty()));
    }

    #[test]
    fn a_duty_binds_from_its_day_on() {
        let law = Law::built_in();
        let on = |day| law.duty("labour-papers", Model::Teachers, Days::single(day)).is_some();
        assert!(!on(date(2025, 2, 28)) && on(date(2025, 3, 1)));
        assert!(law.duty("labour-papers", Model::Students, Days::school_year(2025)).is_none());
    }

    #[test]
    fn a_region_adds_its_targets_and_may_replace_one() {
        let own = r#"{"targets": [{"id": "young-teachers", "model": "teachers", "about": ["педагог*"],
            "act": "приказ министерства", "by_year": {"2026": 60}, "source": "сайт региона"}]}"#;
        let law = Law::built_in().clone().with(Law::read(own).unwrap());
        let young: Vec<_> = law.targets.iter().filter(|it| it.id == "young-teachers").collect();
        assert_eq!((young.len(), young[0].by_year.get(&2026)), (1, Some(&60.0)));
        assert!(Law::read("[").is_err());
    }
}
