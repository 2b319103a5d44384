//! Stories of the year as time: the timeline, a month, one person, a calendar by secret link, and
//! texts for those without e-mail.

mod support;

use axum::http::Method;
use axum::http::StatusCode;
use support::Visitor;
use support::town::{signed_in, town};
use support::year::roadmap;

#[tokio::test]
async fn the_timeline_draws_every_row_and_says_the_same_as_a_table() {
    let (town, site) = town().await;
    let running = roadmap(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let page = curator.opens("/timeline").await;
    assert_eq!(page.status, StatusCode::OK);
    let plot = page.text.split("<svg class=\"plot\"").nth(1).unwrap();
    let plot = plot.split("</svg>").next().unwrap();
    for row in &running.roadmaps[0].rows {
        let link = format!("/rows/{}", row.row.lineage);
        assert!(page.text.contains(&format!("<a href=\"{link}\"><title>")), "{link} is not drawn");
        assert!(page.text.contains(&format!("{link}?task=")), "{link} is not in the table");
    }
    assert!(plot.contains("g-bad"), "what is overdue is seen");
    assert!(plot.contains("stroke-dasharray"), "and leads to today");
    assert!(page.text.contains("сегодня"));
    assert!(page.text.contains("/css/wide.css"), "it prints lying");
    assert!(!page.text.contains("style=\""), "the content policy forbids styles in attributes");
}

#[tokio::test]
async fn a_month_shows_what_falls_due_and_leads_to_its_neighbours() {
    let (town, site) = town().await;
    roadmap(&town).await;
    let mut curator = signed_in(&town, &site, "curator").await;
    let month = curator.opens("/calendar").await;
    assert!(month.text.contains("Провести встречу педагогов"));
    assert!(!month.text.contains("Оформить уголок"), "it falls due in May");
    assert!(month.text.contains("Познакомить пары"), "what has no day yet is told below");
    assert!(month.text.contains(", выходной"));
    for address in ["/calendar?month=2026-09", "/calendar?month=2026-11"] {
        assert!(month.text.contains(&format!("href=\"{address}\"")), "no way to {address}");
    }
    let may = curator.opens("/calendar?month=2027-05").await;
    assert!(may.text.contains("Оформить уголок"));
    assert_eq!(curator.opens("/calendar?month=nonsense").await.status, StatusCode::OK);
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let own = mentor.opens("/calendar").await;
    assert!(own.text.contains("Издать приказ о парах"));
    assert!(!own.text.contains("Провести встречу педагогов"), "the tasks of others stay unseen");
}

#[tokio::test]
async fn the_tasks_of_a_person_are_seen_by_it_and_by_who_sees_all() {
    let (town, site) = town().await;
    roadmap(&town).await;
    let tasks = format!("/people/{}/tasks", town.person("mentor").unwrap());
    for login in ["curator", "mentor"] {
        let mut visitor = signed_in(&town, &site, login).await;
        let page = visitor.opens(&tasks).await;
        assert!(page.text.contains("Издать приказ о парах"), "{login}");
        assert!(!page.text.contains("Провести встречу педагогов"), "{login}");
        let message = visitor.opens(&format!("{tasks}/message")).await;
        assert!(message.text.contains("Здравствуйте, "), "{login}");
        assert!(message.text.contains(&format!("http://school.example{tasks}")), "{login}");
        assert!(!message.text.contains("только на этом компьютере"), "{login}");
        let slips = visitor.opens(&format!("{tasks}/slips")).await;
        assert!(slips.text.contains("figure class=\"qr\""), "{login}");
        let paper = visitor.opens(&format!("{tasks}/slips.pdf")).await;
        assert_eq!(paper.header("content-type"), "application/pdf");
        assert!(paper.text.starts_with("%PDF-"), "{login}");
    }
    for login in ["teacher", "neighbour"] {
        let mut visitor = signed_in(&town, &site, login).await;
        for path in ["", "/message", "/slips", "/slips.pdf"] {
            let answer = visitor.opens(&format!("{tasks}{path}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{login}: {path}");
        }
    }
}

#[tokio::test]
async fn a_calendar_link_is_shown_once_read_without_signing_in_and_dies_when_withdrawn() {
    let (town, site) = town().await;
    roadmap(&town).await;
    let mut mentor = signed_in(&town, &site, "mentor").await;
    let first = feed_address(&mentor.fills_in("/account/calendar", &[]).await.text).unwrap();
    let second = feed_address(&mentor.fills_in("/account/calendar", &[]).await.text).unwrap();
    let settings = mentor.opens("/account/calendar").await;
    assert!(!settings.text.contains("/feeds/"), "it is shown once");
    let mut program = Visitor::new(&site);
    assert_eq!(program.opens(&first).await.status, StatusCode::NOT_FOUND, "it was replaced");
    let calendar = program.opens(&second).await;
    assert_eq!(calendar.status, StatusCode::OK);
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    assert!(calendar.text.contains("SUMMARY:Издать приказ о парах"), "{}", calendar.text);
    assert!(!calendar.text.contains("Провести встречу педагогов"), "only one's own tasks");
    let stamp = calendar.header("etag").to_owned();
    let known = [("if-none-match", stamp.as_str())];
    let same = program.asks(Method::GET, &second, &known, String::new()).await;
    assert_eq!((same.status, same.text.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let answer = mentor.sends(&settings, "/account/calendar/withdraw", &[]).await;
    assert_eq!(answer.leads_to(), "/account/calendar");
    assert_eq!(program.opens(&second).await.status, StatusCode::NOT_FOUND);
}

/// The path of the calendar on the page that shows it.
fn feed_address(page: &str) -> Option<String> {
    let rest = page.split("value=\"http://school.example").nth(1)?;
    rest.split('"').next().map(str::to_owned)
}
