//! The fields that a text may use, each with what it is and how it is written.
//!
//! Deliberately absent: which fields a kind has (`mentoring::paper`).

use maud::{Markup, html};
use mentoring::paper::{FieldKind, PaperField, PaperKind};

use crate::kit::table::{self, Column, Heat};
use crate::lang::{Lang, key};

/// How a field is written, the plainest way first.
pub(super) fn tags(field: &PaperField) -> Vec<String> {
    let within = field.path.rsplit_once("[].").map(|(_, name)| format!("it.{name}"));
    let name = within.clone().unwrap_or_else(|| field.path.to_owned());
    let repeated =
        |inside: &str| vec![format!("{{% for it in {name} %}}\n{inside}\n{{% endfor %}}")];
    match field.kind {
        FieldKind::Text if name.ends_with("position") => {
            vec![format!("{{{{ {name} }}}}"), format!("{{{{ {name}|position_dat }}}}")]
        }
        FieldKind::Text if matches!(field.path, "organisation.name" | "organisation.full_name") => {
            vec![format!("{{{{ {name} }}}}"), format!("{{{{ {name}|organisation_gen }}}}")]
        }
        FieldKind::Text | FieldKind::LongText if !field.is_needed && within.is_none() => {
            vec![or_blank(field.path, field.label)]
        }
        FieldKind::Text | FieldKind::LongText => vec![format!("{{{{ {name} }}}}")],
        FieldKind::Day => {
            vec![format!("{{{{ {name}|date }}}}"), format!("{{{{ {name}|date_digits }}}}")]
        }
        FieldKind::Number => vec![format!("{{{{ {name} }}}}"), format!("{{{{ {name}|words }}}}")],
        FieldKind::Money => vec![format!("{{{{ {name}|money }}}}")],
        FieldKind::Flag => vec![format!("{{% if {name} %}} … {{% endif %}}")],
        FieldKind::Person => [
            format!("{{{{ {name} }}}}"),
            format!("{{{{ {name}|dat }}}}"),
            format!("{{{{ {name}|initials }}}}"),
        ]
        .into(),
        FieldKind::People => repeated("- {{ it|initials }}"),
        FieldKind::Texts => repeated("- {{ it }}"),
        FieldKind::Rows => repeated("…"),
    }
}

/// A field that may lack, with a line to fill by hand in its place.
pub(super) fn or_blank(path: &str, label: &str) -> String {
    let name =
        path.rsplit_once("[].").map_or_else(|| path.to_owned(), |(_, it)| format!("it.{it}"));
    let label = label.split([':', '(', '"']).next().unwrap_or(label).trim().to_lowercase();
    format!("{{{{ {name} or fill(\"{label}\") }}}}")
}

/// Prints the fields of a kind.
pub(super) fn table(lang: Lang, kind: PaperKind) -> Markup {
    let heads = [
        lang.t(key("template-field-label")),
        lang.t(key("template-field-kind")),
        lang.t(key("template-field-tag")),
    ];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for it in kind.spec().all_fields() {
            (table::row(Heat::Calm, &html! {
                th scope="row" role="rowheader" { (it.label) br; code.small.soft { (it.path) } }
                (table::cell(&heads[1], &html! {
                    (lang.t(&format!("template-kind-{}", it.kind.slug())))
                    @if !it.is_needed { br; span.small.soft { (lang.t(key("template-field-may-lack"))) } }
                }))
                (table::cell(&heads[2], &html! { @for tag in tags(it) { div.tag-row {
                    code.quoted { (tag) } " "
                    button.btn-text type="button" hidden data-insert=(tag) data-into="text" { (lang.t(key("template-insert"))) span.visually-hidden { ": " (it.label) ", " (tag) } }
                } } }))
            }))
        }
    };
    table::table(&lang.t(key("template-fields")), &columns, &rows)
}

/// The marks of the markup, and the key that says what each does.
const MARKS: [(&str, &str); 14] = [
    ("# …", "template-mark-title"),
    ("## …", "template-mark-heading"),
    ("^ …", "template-mark-centre"),
    ("> …", "template-mark-right"),
    ("< …", "template-mark-left"),
    ("1. …", "template-mark-point"),
    ("- …", "template-mark-dash"),
    ("| … | … |\n|-30-|-70-|\n| … | … |", "template-mark-table"),
    ("**…**", "template-mark-bold"),
    ("{{ fill(\"…\") }}", "template-mark-fill"),
    ("@signature … | …", "template-mark-signature"),
    ("@signed … | …", "template-mark-signed"),
    ("@gap", "template-mark-gap"),
    ("@page", "template-mark-page"),
];

/// Prints what the marks of the markup do.
pub(super) fn help(lang: Lang) -> Markup {
    let heads = [lang.t(key("template-mark")), lang.t(key("template-mark-does"))];
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for (mark, words) in MARKS {
            (table::row(Heat::Calm, &html! {
                th scope="row" role="rowheader" { code.quoted { (mark) } }
                (table::cell(&heads[1], &html! { (lang.t(words)) }))
            }))
        }
    };
    table::table(&lang.t(key("template-help")), &columns, &rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use mentoring::paper::FieldSource;

    #[test]
    fn each_kind_of_field_is_shown_as_a_text_writes_it() {
        let tag = |path, kind, is_needed| {
            let field =
                PaperField {
                    path, label: "Номер", kind, is_needed, source: FieldSource::Typed
                };
            tags(&field).remove(0)
        };
        for (path, kind, is_needed, written) in [
            ("day", FieldKind::Day, true, "{{ day|date }}"),
            ("number", FieldKind::Text, false, "{{ number or fill(\"номер\") }}"),
            ("mentor", FieldKind::Person, true, "{{ mentor }}"),
            ("pairs[].mentor", FieldKind::Person, true, "{{ it.mentor }}"),
            ("pairs", FieldKind::Rows, true, "{% for it in pairs %}\n…\n{% endfor %}"),
            ("remote", FieldKind::Flag, false, "{% if remote %} … {% endif %}"),
        ] {
            assert_eq!(tag(path, kind, is_needed), written);
        }
    }
}
