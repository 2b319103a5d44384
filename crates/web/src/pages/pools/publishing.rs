//! What a consent to distribution says: pages, and each kind of data one by one.
//!
//! Deliberately absent: what may be published where (`mentoring::consent::may_publish`).

use app::pools::consent::SaidOfData;
use maud::{Markup, html};
use mentoring::consent::{DataCategory, Distribution, Permission};

use crate::filled::Upload;
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};

/// The fields of a consent to distribution, as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct PublishingForm {
    addresses: String,
    /// For each kind of data in their order: the slug of the permission, and the condition.
    said: Vec<(String, String)>,
}

impl PublishingForm {
    pub(super) fn of(upload: &Upload) -> Self {
        let said = |it: &DataCategory| {
            let of = |what: &str| upload.field(&format!("{what}-{}", it.slug())).to_owned();
            (of("permission"), of("condition"))
        };
        Self {
            addresses: upload.field("addresses").to_owned(),
            said: DataCategory::ALL.iter().map(said).collect(),
        }
    }

    pub(super) fn addresses(&self) -> Vec<String> {
        self.addresses.lines().map(str::to_owned).collect()
    }

    /// What is said; silence is left out.
    pub(super) fn said(&self) -> Vec<SaidOfData> {
        let all = DataCategory::ALL.iter().zip(&self.said);
        all.filter_map(|(category, (permission, condition))| {
            let permission = Permission::from_slug(permission)?;
            Some(SaidOfData { category: *category, permission, condition: condition.clone() })
        })
        .collect()
    }
}

/// Names a kind of data: «фотография».
pub(super) fn data(lang: Lang, it: DataCategory) -> String {
    lang.t(&format!("data-{}", it.slug()))
}

/// Prints the fields.
pub(super) fn fields(lang: Lang, typed: &PublishingForm, mends: &Mends) -> Markup {
    let addresses = Input {
        name: "addresses",
        label: &lang.t(key("consent-addresses")),
        hint: &lang.t(key("consent-addresses-hint")),
        value: &typed.addresses,
        ..Input::default()
    };
    html! {
        (form::lines(lang, &addresses, 3, mends))
        p { (lang.t(key("consent-categories"))) br; span.hint { (lang.t(key("consent-categories-hint"))) } }
        @for (index, it) in DataCategory::ALL.iter().enumerate() {
            (one(lang, *it, typed.said.get(index), mends))
        }
    }
}

fn one(lang: Lang, it: DataCategory, typed: Option<&(String, String)>, mends: &Mends) -> Markup {
    let silent = Answer { value: String::new(), words: lang.t(key("permission-silent")) };
    let said = Permission::ALL.iter().map(|it| Answer {
        value: it.slug().to_owned(),
        words: lang.t(&format!("permission-{}", it.slug())),
    });
    let answers: Vec<Answer> = std::iter::once(silent).chain(said).collect();
    let (permission, condition) = typed.cloned().unwrap_or_default();
    let label = data(lang, it);
    let [permission_name, condition_name] = names(it);
    let chosen = Input {
        name: permission_name,
        label: &label,
        value: &permission,
        width: "w-mid",
        ..Input::default()
    };
    let words = Input {
        name: condition_name,
        label: &lang.tn(key("permission-condition"), [("what", label.clone().into())]),
        value: &condition,
        optional: true,
        ..Input::default()
    };
    html! {
        (form::select(lang, &chosen, &answers, mends))
        details open[!condition.is_empty() || permission == Permission::Conditional.slug()] {
            summary { (lang.t(key("permission-condition-add"))) span.visually-hidden { ": " (label) } }
            (form::input(lang, &words, mends))
        }
    }
}

/// Names of the two fields of a kind of data.
fn names(it: DataCategory) -> [&'static str; 2] {
    match it {
        DataCategory::Name => ["permission-name", "condition-name"],
        DataCategory::Position => ["permission-position", "condition-position"],
        DataCategory::Photo => ["permission-photo", "condition-photo"],
        DataCategory::Video => ["permission-video", "condition-video"],
        DataCategory::Age => ["permission-age", "condition-age"],
        DataCategory::Contacts => ["permission-contacts", "condition-contacts"],
        DataCategory::Works => ["permission-works", "condition-works"],
        DataCategory::Achievements => ["permission-achievements", "condition-achievements"],
        DataCategory::Words => ["permission-words", "condition-words"],
    }
}

/// Prints what a consent to distribution says: pages, then every kind of data with its answer.
pub(super) fn shown(lang: Lang, of: &Distribution) -> Markup {
    let heads = [lang.t(key("permission-what")), lang.t(key("permission-said"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for it in DataCategory::ALL { (table::row(Heat::Calm, &html! {
            th scope="row" role="rowheader" { (data(lang, *it)) }
            (table::cell(&heads[1], &answer(lang, of, *it)))
        })) }
    };
    html! {
        h3 { (lang.t(key("consent-addresses"))) }
        ul { @for it in &of.addresses { li.text-break { (it) } } }
        (table::table(&lang.t(key("consent-categories")), &columns, &rows))
        p.small.soft { (lang.t(key("permission-silent-why"))) }
    }
}

fn answer(lang: Lang, of: &Distribution, it: DataCategory) -> Markup {
    match of.permission(it) {
        Some(said) => html! {
            (lang.t(&format!("permission-{}", said.slug())))
            @if let Some(condition) = of.condition(it) { ": " (condition) }
        },
        None => html! { span.soft { (lang.t(key("permission-silent"))) } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fields_of_a_kind_of_data_carry_its_slug() {
        for it in DataCategory::ALL {
            let slug = it.slug();
            assert_eq!(names(*it), [format!("permission-{slug}"), format!("condition-{slug}")]);
        }
    }
}
