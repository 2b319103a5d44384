//! Letters in words: what a person is reminded of by e-mail.
//!
//! Deliberately absent: whom and when (`app::reminder`), sending, HTML (made from the text).

use app::reminder::{LetterText, Reminder, ReminderLine};

use crate::lang::{Lang, key};
use crate::words;

/// Lines of one letter; the link leads to the rest.
const MOST: usize = 15;
/// Letters of a title in a letter.
const TITLE: usize = 140;

/// Writes a reminder.
///
/// - `site`: the address of the site without a slash at its end, for links; empty where none is
///   known, and then the letter has no links.
#[must_use]
pub fn reminder(site: &str, it: &Reminder) -> LetterText {
    let lang = Lang::from_code(&it.lang).unwrap_or_default();
    let n_late = it.lines.iter().filter(|it| it.days_left < 0).count();
    let n_near = it.lines.len() - n_late;
    let subject =
        lang.tn(key("letter-subject"), [("overdue", n_late.into()), ("near", n_near.into())]);
    let first = if it.name.first.is_empty() { &it.name.surname } else { &it.name.first };
    let greeted = format!("{first} {}", it.name.patronymic);
    let mut lines = vec![
        lang.tn(key("slips-greeting"), [("name", greeted.trim().to_owned().into())]),
        String::new(),
    ];
    let (late, near): (Vec<_>, Vec<_>) =
        it.lines.iter().take(MOST).partition(|it| it.days_left < 0);
    for (title, part) in [(lang.t(key("slips-late")), late), (lang.t(key("letter-near")), near)] {
        if part.is_empty() {
            continue;
        }
        lines.push(title);
        for one in part {
            lines.extend(task(lang, site, it, one));
        }
        lines.push(String::new());
    }
    if !site.is_empty() {
        let link = format!("{site}/people/{}/tasks", it.person);
        lines.push(lang.tn(key("slips-all"), [("link", link.into())]));
    }
    lines.push(it.organisation.clone());
    lines.push(lang.t(key("letter-stop")));
    LetterText { subject, body: lines.join("\n") }
}

/// Takes from a letter what only a letter needs, for pasting it into a messenger.
///
/// - `body`: as [`reminder`] writes it, in any language.
#[must_use]
pub fn for_messenger(body: &str) -> String {
    let farewells = Lang::ALL.map(|it| it.t(key("letter-stop")));
    let lines = body.lines().filter(|line| !farewells.iter().any(|it| it == line));
    lines.collect::<Vec<_>>().join("\n")
}

fn task(lang: Lang, site: &str, it: &Reminder, one: &ReminderLine) -> Vec<String> {
    let title: String = match one.title.chars().count() <= TITLE {
        true => one.title.clone(),
        false => one.title.chars().take(TITLE - 1).chain(['…']).collect(),
    };
    let day = words::day_near(lang, one.due_on, it.on);
    let due = match one.days_left {
        left if left < 0 => {
            lang.tn(key("task-due-was"), [("day", day.into()), ("days", i64::from(-left).into())])
        }
        0 => lang.t(key("letter-today")),
        1 => lang.t(key("letter-tomorrow")),
        _ => lang.tn(key("task-due"), [("day", day.into())]),
    };
    let mut lines = vec![format!("• {title} — {due}")];
    if !site.is_empty() {
        lines.push(format!("  {site}/rows/{}?task={}", one.lineage, one.task));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use mentoring::id::{LineageId, PersonId, TaskId};
    use mentoring::person::PersonName;
    use uuid::Uuid;

    fn line(title: &str, days_left: i32) -> ReminderLine {
        ReminderLine {
            title: title.into(),
            lineage: LineageId(Uuid::nil()),
            task: TaskId(Uuid::nil()),
            due_on: date(2026, 10, 15),
            days_left,
        }
    }

    fn about(lang: &str) -> Reminder {
        Reminder {
            person: PersonId(Uuid::nil()),
            name: PersonName::parse("Орлова Марина Сергеевна"),
            address: "orlova@school.example".into(),
            lang: lang.into(),
            organisation: "Школа № 7".into(),
            on: date(2026, 10, 15),
            lines: vec![line("Собрать запросы", -14), line("Провести встречу", 0)],
        }
    }

    #[test]
    fn a_letter_greets_and_tells_the_late_first() {
        let letter = reminder("https://school.example", &about("ru"));
        assert_eq!(letter.subject, "Просрочено: 1, на этой неделе: 1");
        assert!(letter.body.starts_with("Здравствуйте, Марина Сергеевна!\n\nСрок прошёл:\n"));
        let (late, near) =
            (letter.body.find("Собрать запросы"), letter.body.find("Провести встречу"));
        assert!(late < near);
        assert!(letter.body.contains("Провести встречу — сегодня"));
        assert!(letter.body.contains("https://school.example/rows/"));
    }

    #[test]
    fn a_messenger_gets_the_same_words_without_the_line_about_letters() {
        for lang in ["ru", "en"] {
            let letter = reminder("https://school.example", &about(lang));
            let text = for_messenger(&letter.body);
            assert!(letter.body.starts_with(&text), "{text}");
            assert_eq!(text.lines().count() + 1, letter.body.lines().count());
        }
    }

    #[test]
    fn without_an_address_of_the_site_there_are_no_links() {
        let letter = reminder("", &about("en"));
        assert!(!letter.body.contains("http"), "{}", letter.body);
        assert!(letter.body.contains("Overdue:"));
    }
}
