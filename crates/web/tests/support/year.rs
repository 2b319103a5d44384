//! A small roadmap in force in the sample town: read from a table, mended, approved.

use app::launch::{Into, ReadDocument, RowEdit, accept_import, add_row, read_document};
use app::roadmap::show::show_rows;
use app::roadmap::{Approve, approve_version};
use app::town::Town;
use app::{Ctx, roadmap::Running};
use jiff::civil::date;
use mentoring::id::PersonId;

/// The table: a section, deadlines behind, near, ahead, waiting and on demand.
const TABLE: &str = "№;Мероприятие;Срок;Ответственный;Результат\n\
    1.1;Собрать запросы наставляемых;сентябрь 2026 г.;Педагоги;\n\
    1.2;Провести встречу педагогов;20 октября 2026 г.;Кураторы;\n\
    1.3;Оформить уголок наставника;май 2027 г.;Кураторы;\n\
    1.4;Консультировать наставников;по мере необходимости;Кураторы;\n";

/// Puts the roadmap in force, one more row wanting an order about pairs.
pub(crate) async fn roadmap(town: &Town) -> Running {
    let ctx = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "карта.csv".into(), content: TABLE.as_bytes().to_vec() };
    let import = read_document(&ctx, ask).await.unwrap();
    let version = accept_import(&ctx, import, Into::New).await.unwrap();
    let mentor = town.person("mentor").unwrap();
    let order =
        wanting(("Издать приказ о парах", "1–31 октября 2026 г."), "order", "pairs", mentor);
    add_row(&ctx, version, None, &order).await.unwrap();
    let waiting = RowEdit {
        number: "1.6".into(),
        text: "Познакомить пары".into(),
        normal: "relative:+14d from издание приказа".into(),
        deadline: "в течение 14 дней после издания приказа".into(),
        ..RowEdit::default()
    };
    add_row(&ctx, version, None, &waiting).await.unwrap();
    let approve = Approve { version, order_number: "12".into(), order_on: date(2026, 9, 1) };
    approve_version(&ctx, &approve).await.unwrap();
    running(&ctx).await
}

/// Puts another roadmap in force, whose first row has three parts.
pub(crate) async fn roadmap_with_parts(town: &Town) -> Running {
    const PARTS: &str = "№;Раздел;Мероприятие;Срок;Ответственный\n\
        2.1;Запуск;\"Подготовить запуск:\n1) провести беседу с педагогами\n2) оформить стенд\n\
        3) собрать пожелания родителей\";октябрь 2026 г.;Кураторы\n\
        2.2;Итоги;Подвести итоги запуска;май 2027 г.;Кураторы\n";
    let ctx = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "запуск.csv".into(), content: PARTS.as_bytes().to_vec() };
    let import = read_document(&ctx, ask).await.unwrap();
    let version = accept_import(&ctx, import, Into::New).await.unwrap();
    let approve = Approve { version, order_number: "13".into(), order_on: date(2026, 9, 1) };
    approve_version(&ctx, &approve).await.unwrap();
    running(&ctx).await
}

fn wanting((text, deadline): (&str, &str), kind: &str, about: &str, person: PersonId) -> RowEdit {
    let mut edit = RowEdit {
        number: "1.5".into(),
        text: text.into(),
        deadline: deadline.into(),
        normal: "month:2026-10".into(),
        people: vec![person],
        evidence: Some(vec![Default::default()]),
        ..RowEdit::default()
    };
    let wanted = &mut edit.evidence.as_mut().unwrap()[0];
    wanted.kind = kind.into();
    wanted.about = about.into();
    edit
}

/// Everything that runs, as somebody sees it.
pub(crate) async fn running(ctx: &Ctx) -> Running {
    show_rows(ctx, None).await.unwrap()
}

/// The address of a row and the id of its first task, by the number of the row.
pub(crate) fn row(running: &Running, number: &str) -> (String, String) {
    let rows = running.roadmaps.iter().flat_map(|it| &it.rows);
    let row = rows.into_iter().find(|it| it.row.number.as_deref() == Some(number)).unwrap();
    (format!("/rows/{}", row.row.lineage), row.tasks[0].task.id.to_string())
}
