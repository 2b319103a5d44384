//! Whose plan it is: the kind of institution, its legal form and its proper name.
//!
//! It decides what can be told from the name and the title alone. Deliberately absent: a register of
//! institutions.

use super::words::{Words, is_like, letters};
use crate::plan::Plan;

/// What kind of institution a plan belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    School,
    Kindergarten,
    College,
    Supplementary,
    Municipality,
    #[default]
    Unknown,
}

/// The institution of a plan as far as its papers tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Institution {
    pub(crate) kind: Kind,
    /// Abbreviation of the legal form, lower case: `мбоу`; empty where it is not written.
    pub(crate) form: String,
    /// As written, for messages.
    pub(crate) name: String,
    /// Numbers that the name contains.
    pub(crate) numbers: Vec<String>,
    /// Letters of the name, for comparing.
    pub(crate) letters: String,
}

/// Abbreviations of legal forms of educational institutions, by the kind they name.
pub(crate) const FORMS: &[(&str, Kind)] = &[
    (
        "мбоу|маоу|мкоу|мобу|моу|гбоу|гаоу|гкоу|гоу|чоу|нчоу|ночу|фгкоу|кгбоу|кгоу|огбоу|обоу|ногу",
        Kind::School,
    ),
    ("мбдоу|мадоу|мкдоу|мдобу|мдоу|гбдоу|гдоу|чдоу|доу", Kind::Kindergarten),
    ("гбпоу|гапоу|гкпоу|гпоу|кгбпоу|огбпоу|огапоу|бпоу|фгбпоу", Kind::College),
    ("мбудо|маудо|мкудо|мудо|гбудо|гаудо|мбоудо|маоудо|мбоудод", Kind::Supplementary),
];

/// The longest of them in bytes: a longer word is not looked for.
const LONGEST_FORM: usize = "мбоудод".len();

/// Nouns of institutions, by the kind they name.
pub(crate) const NOUNS: &[(&str, Kind)] = &[
    ("детск* сад*", Kind::Kindergarten),
    ("дошкольн* .. учрежден*|организац*", Kind::Kindergarten),
    ("колледж*|техникум*|училищ*", Kind::College),
    ("профессиональн* образовательн* учрежден*|организац*", Kind::College),
    ("дополнительного образования", Kind::Supplementary),
    ("дом* .. творчеств*", Kind::Supplementary),
    ("лицей*|лице*|гимнази*|сош|оош|нош", Kind::School),
    ("школ*", Kind::School),
    ("общеобразовательн* учрежден*|организац*", Kind::School),
];

/// Words of a municipality or of its body for education.
const MUNICIPAL: &[&str] = &[
    "муниципальн* район*|округ*|образован*",
    "городск* округ*",
    "район*",
    "управлени* образован*|образования",
    "управлени* .. образован*",
    "отдел* .. образован*",
    "комитет* .. образован*",
    "департамент* .. образован*",
    "администраци*",
    "муниципалитет*",
    "методическ* центр*|служб*",
];

/// Reads the institution of a plan from its organisation and title.
pub(crate) fn of(plan: &Plan) -> Institution {
    let name = plan.organisation.clone().unwrap_or_default();
    let words = Words::of(&name);
    let title = Words::of(&plan.title);
    let form = form(&words).or_else(|| spelt(&words)).or_else(|| form(&title));
    let kind = kind(&words, form.as_ref().map(|it| it.1));
    let kind =
        if kind == Kind::Unknown && name.is_empty() { of_title(&title, &form) } else { kind };
    let digits = |it: &&super::words::Word<'_>| it.low.bytes().all(|byte| byte.is_ascii_digit());
    Institution {
        kind,
        form: form.map(|it| it.0).unwrap_or_default(),
        numbers: words.list.iter().filter(digits).map(|it| it.low.to_string()).collect(),
        letters: letters(&name),
        name,
    }
}

fn form(words: &Words<'_>) -> Option<(String, Kind)> {
    words.list.iter().find_map(|it| form_of(&it.low).map(|kind| (it.low.to_string(), kind)))
}

/// «Муниципальное автономное общеобразовательное учреждение» → `маоу`.
fn spelt(words: &Words<'_>) -> Option<(String, Kind)> {
    const PARTS: [(&str, &str); 9] = [
        ("муниципальн*", "м"),
        ("государственн*", "г"),
        ("частн*", "ч"),
        ("бюджетн*", "б"),
        ("автономн*", "а"),
        ("казенн*", "к"),
        ("дошкольн*", "д"),
        ("профессиональн*", "п"),
        ("образовательн*|общеобразовательн*", "о"),
    ];
    let end = words.find("учреждени*")?.last;
    let part = |low: &str| PARTS.iter().find(|(word, _)| is_like(low, word)).map(|it| it.1);
    let mut form: String = words.list[..end].iter().filter_map(|it| part(&it.low)).collect();
    form.push('у');
    form_of(&form).map(|kind| (form, kind))
}

/// The kind that an abbreviation of a legal form names.
pub(crate) fn form_of(low: &str) -> Option<Kind> {
    if LONGEST_FORM < low.len() {
        return None;
    }
    FORMS.iter().find(|(forms, _)| is_like(low, forms)).map(|it| it.1)
}

fn kind(name: &Words<'_>, form: Option<Kind>) -> Kind {
    // «Школа-интернат», «школа — детский сад»: the form says more than the noun.
    let noun = NOUNS.iter().find(|(noun, _)| name.has(noun)).map(|it| it.1);
    match (form, noun) {
        (_, Some(noun)) => noun,
        (Some(form), None) => form,
        (None, None) if name.any(MUNICIPAL).is_some() => Kind::Municipality,
        (None, None) => Kind::Unknown,
    }
}

fn of_title(title: &Words<'_>, form: &Option<(String, Kind)>) -> Kind {
    let is_municipal = title
        .has("в|во образовательных|общеобразовательных организациях|учреждениях")
        && title.has("муниципал*|район*|округ*|город*");
    match form {
        Some((_, kind)) => *kind,
        None if is_municipal => Kind::Municipality,
        None => Kind::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_kind_is_told_by_the_noun_or_the_form_of_the_name() {
        let cases = [
            ("МБОУ «СОШ №4 г. Тосно»", Kind::School, "мбоу"),
            ("МБОУ СОШ № 4 с. Октябрьское Ханкайского муниципального округа", Kind::School, "мбоу"),
            ("МАДОУ «Детский сад № 12 «Ручеёк»", Kind::Kindergarten, "мадоу"),
            ("ГБПОУ «Северный колледж»", Kind::College, "гбпоу"),
            ("МБУДО «Дом детского творчества»", Kind::Supplementary, "мбудо"),
            ("Таштагольский муниципальный район", Kind::Municipality, ""),
            ("Управление образования администрации города", Kind::Municipality, ""),
            ("МБОУ «Лицей № 2»", Kind::School, "мбоу"),
            (
                "Муниципальное автономное дошкольное образовательное учреждение № 3",
                Kind::Kindergarten,
                "мадоу",
            ),
            (
                "Государственное бюджетное профессиональное образовательное учреждение «Лоза»",
                Kind::College,
                "гбпоу",
            ),
        ];
        for (name, kind, form) in cases {
            let plan = Plan { organisation: Some(name.into()), ..Plan::default() };
            let institution = of(&plan);
            assert_eq!((institution.kind, institution.form.as_str()), (kind, form), "{name}");
        }
    }
}
