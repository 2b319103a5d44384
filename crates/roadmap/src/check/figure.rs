//! Figures: a percentage of what, an indicator of how much.
//!
//! It decides from the words of the cell alone: a base that stands elsewhere is still missing where
//! it is counted. Deliberately absent: reading of figures (`indicator`).

use super::case::{Case, Finding, RowCase};
use super::code::{INDICATOR_WITHOUT_VALUE, PERCENT_WITHOUT_BASE};
use super::words::{Words, is_like};
use crate::plan::Column;
use crate::vocabulary::squeeze;

/// Anything that can be counted and so be the base of a share.
const BASES: &str = "участник*|участниц*|обучающ*|ученик*|учащ*|школьник*|студент*|педагог*|учител*|\
    наставник*|наставляем*|родител*|специалист*|работник*|сотрудник*|воспитанник*|воспитател*|пар|пары|\
    групп*|организаци*|предприяти*|партнер*|выпускник*|позици*|мероприяти*|план*|программ*|респондент*|\
    опрошен*|анкет*|дет*|ребен*|человек|людей|пункт*|показател*|встреч*|целев*|член*|подростк*|молод*|\
    кадр*|коллектив*|контингент*|школ*|класс*|семей|семьи|представител*|куратор*|состав*|публикаци*|\
    удовлетворен*|числа|количества|всех|каждого|каждой|учреждени*|документ*|согласи*|тьютор*|слушател*|\
    оо|оу|доу|поо|спо|жител*|мест|часов|занят*|стаж*|заявок|задани*|карт*|преподавател*|мастер*";

/// A comparison with former days is a base too.
const COMPARED: &[&str] = &[
    "по сравнению|отношению",
    "прошл*|предыдущ*|предшеств*|прошедш* .. год*|период*|полугоди*|четверт*",
];

/// Words of a cell that promise a figure.
const QUANTITIES: &[&str] = &[
    "количеств*",
    "доля|доли|долю",
    "процент*",
    "охват*",
    "удельн* вес",
    "не менее|более|ниже",
    "численност*",
];

/// Numerals that are figures in words.
const NUMERALS: &str = "один|одна|одно|одного|одной|два|две|двух|три|трех|четыре|четырех|пять|пяти|шесть|\
    шести|семь|семи|восемь|восьми|девять|девяти|десять|десяти|сто|половин*|треть|четверть|все|всех|каждый|\
    каждая|каждое|каждого|каждой";

pub(super) fn check(case: &mut Case<'_>) {
    let mut findings = Vec::new();
    for row in &case.rows {
        let merged = row.result.text == row.indicator.text;
        for (column, words) in [(Column::Result, &row.result), (Column::Indicator, &row.indicator)]
        {
            if column == Column::Indicator && merged {
                continue;
            }
            if let Some(excerpt) = percent_without_base(words).filter(|_| !is_based(row, words)) {
                let finding = Finding::new(PERCENT_WITHOUT_BASE, row.place(column)).at(excerpt);
                findings.push(finding.words("text", excerpt));
            }
            if column == Column::Indicator && promises_figure(words) {
                let finding = Finding::new(INDICATOR_WITHOUT_VALUE, row.place(column));
                findings.push(finding.at(words.text.trim()).words("text", words.text));
            }
        }
        if promises_figure(&row.result)
            && is_like(row.result.low(0), "количеств*|доля|охват|процент|не")
            && !merged
        {
            let finding = Finding::new(INDICATOR_WITHOUT_VALUE, row.place(Column::Result));
            findings.push(finding.at(row.result.text.trim()).words("text", row.result.text));
        }
    }
    findings.into_iter().for_each(|it| case.report(it));
}

/// Whether a percentage of the cell was read with a population: the activity may have named it.
fn is_based(row: &RowCase<'_>, words: &Words<'_>) -> bool {
    let text = squeeze(words.text);
    row.row
        .indicators
        .iter()
        .filter(|it| it.unit == "%" && text.contains(&it.text))
        .any(|it| it.of.as_deref().is_some_and(|population| Words::of(population).has_like(BASES)))
}

/// The first percentage of a cell that no countable noun stands beside.
fn percent_without_base<'a>(words: &Words<'a>) -> Option<&'a str> {
    let spans = words.all("%|процент|процента|процентов");
    spans.into_iter().find_map(|span| {
        let at = span.first;
        let is_number =
            at.checked_sub(1).is_some_and(|it| words.low(it).bytes().all(|b| b.is_ascii_digit()));
        if !is_number {
            return None;
        }
        let sentence = words.sentence(at);
        let has_base = (sentence.first..=sentence.last).any(|it| is_like(words.low(it), BASES));
        // The subject of a result may stand in the sentence before: «Планы составлены. Не менее 90 %».
        let whole = words.has_like(BASES);
        (!has_base && !whole && words.any(COMPARED).is_none()).then(|| words.cut(sentence))
    })
}

fn promises_figure(words: &Words<'_>) -> bool {
    let has_digit = words.text.chars().any(|it| it.is_ascii_digit());
    !has_digit && words.any(QUANTITIES).is_some() && !words.has_like(NUMERALS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentage_needs_something_that_can_be_counted() {
        let cases = [
            ("Охват не менее 70 %", true),
            ("не менее 55%", true),
            ("Рост на 10 процентов", true),
            ("55% от общего количества членов целевой группы", false),
            ("Доля педагогов, прошедших обучение, – 80 %", false),
            ("Индивидуальные планы реализованы не менее чем на 90%", false),
            ("Выполнено 100% позиций Дорожной карты", false),
            ("Анкетирование проведено", false),
            ("Снижение на 10 % по сравнению с прошлым годом", false),
            ("Рост на 10 % к уровню предыдущего учебного года", false),
        ];
        for (text, is_bare) in cases {
            assert_eq!(percent_without_base(&Words::of(text)).is_some(), is_bare, "{text}");
        }
    }

    #[test]
    fn an_indicator_promises_a_figure_by_its_words() {
        let cases = [
            ("Доля педагогов, охваченных наставничеством", true),
            ("Количество участников", true),
            ("Не менее двух рубрик", false),
            ("Доля педагогов – 55 %", false),
            ("Наличие приказа", false),
            ("Повышение мастерства", false),
        ];
        for (text, promises) in cases {
            assert_eq!(promises_figure(&Words::of(text)), promises, "{text}");
        }
    }
}
