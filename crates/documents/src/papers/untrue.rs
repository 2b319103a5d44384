//! What contradicts in the data of a paper, as sentences for the person who asked.
//!
//! It decides the words. Deliberately absent: the rules (`mentoring::paper`).

use jiff::civil::Date;
use mentoring::paper::{PaperField, PaperObstacle};

/// One sentence for each obstacle, joined.
pub(super) fn sentences(all: &[PaperObstacle]) -> String {
    all.iter().map(sentence).collect::<Vec<_>>().join("; ")
}

fn sentence(it: &PaperObstacle) -> String {
    match it {
        PaperObstacle::OutOfOrder { first, first_on, second, second_on, row } => format!(
            "{} – {} – позже, чем {} – {}{}: исправьте одну из дат",
            named(first),
            day(*first_on),
            named(second),
            day(*second_on),
            in_row(*row),
        ),
        PaperObstacle::NoticeTooShort { told, told_on, free, free_on, n_days, earliest } => {
            let days = grammar::plural(
                u64::from(*n_days),
                ["рабочий день", "рабочих дня", "рабочих дней"],
            );
            format!(
                "{} – {}, {} – {}: предупредить нужно не менее чем за {n_days} {days}, отменить можно с {}",
                named(told),
                day(*told_on),
                named(free),
                day(*free_on),
                day(*earliest),
            )
        }
        PaperObstacle::TermOutOfBounds { field, months, least, most } => format!(
            "{}: программа длится от {least} до {most} месяцев, а получается {}",
            named(field),
            of_months(*months),
        ),
        PaperObstacle::MonthsDiffer { field, told, counted, from, to } => format!(
            "{} – {told}, а с {} по {} – {}",
            named(field),
            day(*from),
            day(*to),
            of_months(*counted),
        ),
        PaperObstacle::UnknownWord { field, word, allowed } => {
            let word: String = word.chars().take(40).collect();
            format!("{} – «{word}»: можно {}", named(field), allowed.join(", "))
        }
        PaperObstacle::AllEmpty { fields } => {
            let fields: Vec<String> = fields.iter().map(|it| named(it)).collect();
            format!("никто не назван: заполните {}", fields.join(" или "))
        }
        PaperObstacle::MixedModels { field, model, row, form } => mixed(field, model, *row, form),
        PaperObstacle::SumDiffers { field, told, counted } => {
            format!("{} – {told}, а по строкам получается {counted}", named(field))
        }
        PaperObstacle::MoreThanAll { part, n_part, whole, n_whole } => {
            format!("{} – {n_part} – больше, чем {} – {n_whole}", named(part), named(whole))
        }
    }
}

fn mixed(field: &PaperField, model: &str, row: Option<usize>, form: &str) -> String {
    let (of, other) = match model {
        "teachers" => ("педагогов", "обучающихся"),
        _ => ("обучающихся", "педагогов"),
    };
    let form: String = form.chars().take(60).collect();
    let form = if form.is_empty() { String::new() } else { format!(" «{form}»") };
    format!(
        "{}{form}{} – это наставничество {other}, а приказ о наставничестве {of}: закрепите их разными \
         приказами, у них разные положения",
        named(field),
        in_row(row),
    )
}

fn named(it: &PaperField) -> String {
    format!("«{}» ({})", it.label, it.path)
}

fn in_row(row: Option<usize>) -> String {
    row.map(|it| format!(" (строка {it})")).unwrap_or_default()
}

fn day(it: Date) -> String {
    format!("{:02}.{:02}.{}", it.day(), it.month(), it.year())
}

fn of_months(count: i32) -> String {
    let noun = grammar::plural(u64::from(count.unsigned_abs()), ["месяц", "месяца", "месяцев"]);
    format!("{count} {noun}")
}
