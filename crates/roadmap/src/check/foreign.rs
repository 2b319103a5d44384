//! Names and kinds of other institutions, left from somebody else's plan.
//!
//! It decides by the school's own name: another number, another legal form, «в детском саду» in a
//! school. Deliberately absent: partners, which a plan names on purpose, and plans of
//! municipalities, which name everybody.

use super::case::{Case, Finding, RowCase};
use super::code::{FOREIGN_KIND, FOREIGN_NAME};
use super::institution::{Institution, Kind, form_of};
use super::words::{Span, Words, is_like, letters};
use crate::plan::Column;

/// Where one of these stands, another institution is meant on purpose.
const PARTNERS: &[&str] = &[
    "партнер*|сетев*|взаимодейств*|преемствен*|стажиров*|сотрудничеств*",
    "соглашени*|договор*",
    "на базе",
    "базов*|опорн*|совместн*|выезд*|экскурси*|поступлен*|выпускник*|межшкольн*|вуз*",
    "будущ* первоклассник*",
    "студент* ученик*",
    "дошкольн* групп*|отделени*",
];

/// Words after which the own institution is meant: «педагоги лицея», «сайт колледжа».
const OWN: &str = "педагог*|учител*|воспитател*|методист*|директор*|заведующ*|администраци*|сайт*|сайте|приказ*|коллектив*|\
                   педсовет*|положени*|совет|совета|в|во|по|сотрудник*|работник*|психолог*|обучающ*|жизни";

/// Nouns of institutions and the kind that a plan must be of to use them of itself.
const NOUNS: &[(&str, Kind, &str)] = &[
    ("детск* сад*", Kind::Kindergarten, "сад"),
    ("доу", Kind::Kindergarten, "доу"),
    ("лицея|лицее|лицей|лицею|лицеем", Kind::School, "лице"),
    ("гимнази*", Kind::School, "гимнази"),
    ("колледж*", Kind::College, "колледж"),
    ("техникум*", Kind::College, "техникум"),
    ("школы|школе|школу|школой", Kind::School, ""),
    ("вуза|вузе|университета", Kind::Unknown, "университет"),
];

/// «Школа наставников» and the like are not institutions.
const SCHOOLS_OF: &str = "наставник*|молод*|начинающ*|педагогическ*|мастерств*|передов*|куратор*|профессиональн*|тьютор*";

pub(super) fn check(case: &mut Case<'_>) {
    let own = case.institution.clone();
    if matches!(own.kind, Kind::Municipality) || own.kind == Kind::Unknown && own.form.is_empty() {
        return;
    }
    let mut findings = Vec::new();
    for row in &case.rows {
        if row.prose().iter().any(|(_, words)| words.any(PARTNERS).is_some()) {
            continue;
        }
        for (column, words) in row.prose() {
            findings.extend(cell(&own, row, column, words));
        }
        for who in &row.row.responsible {
            let words = Words::of(&who.text);
            let found = name(&own, &words).map(|it| (FOREIGN_NAME, it));
            if let Some((code, span)) =
                found.or_else(|| kind(&own, &words).map(|it| (FOREIGN_KIND, it)))
            {
                let start = words.list[span.first].start;
                let excerpt = who.text.get(start..words.list[span.last].end).unwrap_or_default();
                let finding = Finding::new(code, row.place(Column::Responsible)).at(excerpt);
                findings.push(finding.words("words", excerpt).words("own", named(&own)));
            }
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

fn cell<'a>(
    own: &Institution,
    row: &RowCase<'a>,
    column: Column,
    words: &Words<'a>,
) -> Option<Finding<'a>> {
    let (code, span) = match (name(own, words), kind(own, words)) {
        (Some(span), _) => (FOREIGN_NAME, span),
        (None, Some(span)) => (FOREIGN_KIND, span),
        (None, None) => return None,
    };
    let excerpt = words.cut(span);
    let finding = Finding::new(code, row.place(column)).at(excerpt);
    Some(finding.words("words", excerpt).words("own", named(own)))
}

fn named(own: &Institution) -> &str {
    if own.name.is_empty() { &own.form } else { &own.name }
}

/// Another institution by its number or its quoted name.
fn name(own: &Institution, words: &Words<'_>) -> Option<Span> {
    if own.name.is_empty() {
        return None;
    }
    let nouns = "школ*|сош|оош|лицей|лицея|лицее|гимнази*|сад|сада|саду|колледж*|доу";
    (0..words.list.len()).find_map(|at| {
        let low = words.low(at);
        let is_form = form_of(low).is_some();
        if !is_form && !is_like(low, nouns) {
            return None;
        }
        let number = (at + 1..at + 5).find(|&it| words.low(it) == "№").filter(|&it| {
            (at + 1..it).all(|it| !words.list[it].opens && words.low(it).chars().count() < 24)
        });
        if let Some(number) = number {
            let digits = words.low(number + 1);
            let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
            let is_other = is_number && !own.numbers.iter().any(|it| it == digits);
            return is_other.then_some(Span { first: at, last: number + 1 });
        }
        if is_form { quoted(own, words, at) } else { None }
    })
}

/// «МБОУ «Лицей имени Пушкина»»: the quoted name after a legal form.
fn quoted(own: &Institution, words: &Words<'_>, at: usize) -> Option<Span> {
    let next = words.list.get(at + 1)?;
    let between = words.text.get(words.list[at].end..next.start)?;
    if !between.contains(['«', '"', '“']) {
        return None;
    }
    let tail = words.text.get(next.start..)?;
    let inside = tail.split(['»', '"', '”']).next()?;
    let is_own = own.letters.contains(&letters(inside))
        || letters(inside).contains(&own.letters)
        || Words::of(inside).list.iter().any(|it| {
            let stem: String = it.low.chars().take(5).collect();
            stem.chars().count() == 5
                && own.letters.contains(&stem)
                && !is_like(&it.low, "школ*|средн*|общеоб*|детск*|лицей*|гимна*|колле*")
        });
    if is_own {
        return None;
    }
    let last = words.list.iter().rposition(|it| it.end <= next.start + inside.len())?;
    Some(Span { first: at, last: last.max(at) })
}

/// Another kind of institution named as one's own.
fn kind(own: &Institution, words: &Words<'_>) -> Option<Span> {
    form(own, words).or_else(|| noun(own, words))
}

/// A bare abbreviation of another legal form: «сообщество ГОУ» in a МБОУ.
fn form(own: &Institution, words: &Words<'_>) -> Option<Span> {
    if own.form.is_empty() {
        return None;
    }
    let at = words.list.iter().position(|it| {
        form_of(&it.low).is_some() && !own.form.ends_with(it.low.as_ref()) && own.form != it.low
    })?;
    // «МОУ» is said of any municipal school.
    let is_general = words.low(at) == "моу" && own.form.starts_with('м');
    (!is_general && words.low(at + 1) != "№").then_some(Span { first: at, last: at })
}

fn noun(own: &Institution, words: &Words<'_>) -> Option<Span> {
    if own.kind == Kind::Kindergarten
        && let Some(span) = words.find("классн* руководител*|час*|час")
    {
        return Some(span);
    }
    NOUNS.iter().find_map(|(pattern, kind, stem)| {
        let is_own = if stem.is_empty() || *kind != own.kind {
            *kind == own.kind
                || !stem.is_empty() && own.letters.contains(stem)
                || own.letters.contains("школ") && stem.is_empty()
        } else {
            own.letters.contains(stem) || own.name.is_empty()
        };
        if is_own
            || own.kind == Kind::Supplementary
            || own.kind == Kind::College && *kind == Kind::School
        {
            return None;
        }
        let span = words.find(pattern)?;
        let before = span.first.checked_sub(1).map(|it| words.low(it))?;
        let is_meant = is_like(before, OWN) && !words.list[span.first].opens;
        let is_school_of =
            is_like(words.low(span.last + 1), SCHOOLS_OF) || words.low(span.last + 1) == "№";
        (is_meant && !is_school_of).then_some(Span { first: span.first - 1, last: span.last })
    })
}

#[cfg(test)]
mod tests {
    use super::super::institution;
    use super::*;
    use crate::plan::Plan;

    fn found(own: &str, text: &str) -> Option<String> {
        let plan = Plan { organisation: Some(own.into()), ..Plan::default() };
        let own = institution::of(&plan);
        let words = Words::of(text);
        let span = name(&own, &words).or_else(|| kind(&own, &words));
        span.map(|it| words.cut(it).to_owned())
    }

    #[test]
    fn another_institution_is_seen_by_its_number_name_form_or_kind() {
        let school = "МБОУ «СОШ № 4 г. Тосно»";
        let cases = [
            (school, "Информирование сообщества ГОУ о модели", "ГОУ"),
            (school, "Положение о наставничестве в МБОУ СОШ № 7", "МБОУ СОШ № 7"),
            (school, "Педагоги лицея проходят анкетирование", "Педагоги лицея"),
            (school, "Размещение на сайте детского сада", "сайте детского сада"),
            (school, "Приказ по МБОУ «Лицей имени Державина»", "МБОУ «Лицей имени Державина"),
            ("МБДОУ «Детский сад № 12»", "Провести классный час", "классный час"),
            ("МБДОУ «Детский сад № 12»", "Приказ директора школы", "директора школы"),
            ("ГБПОУ «Северный колледж»", "На сайте техникума", "сайте техникума"),
        ];
        for (own, text, words) in cases {
            assert_eq!(found(own, text).as_deref(), Some(words), "{text}");
        }
    }

    #[test]
    fn the_own_name_in_any_form_is_not_foreign() {
        let cases = [
            (
                "МБОУ «СОШ № 4 г. Тосно»",
                "Утверждение положения МБОУ «Средняя общеобразовательная школа №4»",
            ),
            ("МБОУ «СОШ № 4 г. Тосно»", "Обучение в Школе наставников, на сайте школы, в МОУ"),
            ("МБОУ «Школа №32»", "Целевой модели в МБОУ «Школа №32"),
            (
                "МБДОУ «Детский сад № 12»",
                "Педагоги ДОУ, сайт детского сада, школа молодого воспитателя",
            ),
            ("МБОУ «Лицей имени А. С. Пушкина»", "МБОУ «Лицей им. Пушкина», педагоги лицея, школы"),
            ("ГБПОУ «Северный колледж»", "Педагоги колледжа, студенты колледжа"),
        ];
        for (own, text) in cases {
            assert_eq!(found(own, text), None, "{text}");
        }
    }
}
