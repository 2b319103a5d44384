//! What people say about a draft, kept on both engines: errors accepted, figures told, years answered.

use mentoring::id::VersionId;
use mentoring::launch::{ApproveObstacle, RollChoice};
use mentoring::task::Closing;

use super::support::*;
use crate::ctx::Ctx;
use crate::launch::figure::{Meaning, answer_figure};
use crate::launch::question::{accept_rest, answer_question};
use crate::launch::remark::{AcceptRemarks, accept_remarks};
use crate::launch::roll::{From, begin_rolled};
use crate::launch::{Into, ReadDocument, accept_import, read_document, show_version};
use crate::roadmap::{Approve, approve_version, show_running};

const DOCUMENT: &str = "Дорожная карта наставничества педагогических работников \
    на 2026-2027 учебный год\n\n\
    №\tМероприятие\tСрок\tОтветственный\tРезультат\tПоказатель\n\
    1\tЗакрепление пар по приказу от 01.09.2026 № 476\tСентябрь 2026 г.\tКуратор\tПриказ о парах\t\n\
    2\tСборник практик (2027)\tДекабрь 2021\tКуратор\tСборник практик\tНе менее 80 %\n\
    3\tПодготовка дорожной карты на следующий учебный год\tМай 2027 г.\tКуратор\tПроект дорожной карты\t\n";

async fn read(ctx: &Ctx) -> VersionId {
    let content = DOCUMENT.as_bytes().to_vec();
    let ask = ReadDocument { name: "карта.txt".into(), content };
    let import = read_document(ctx, ask).await.unwrap();
    accept_import(ctx, import, Into::New).await.unwrap()
}

async fn accept(ctx: &Ctx, version: VersionId) -> usize {
    let view = show_version(ctx, version).await.unwrap();
    let chosen = view.remarks().iter().filter(|it| it.is_left()).map(|it| it.at).collect();
    let ask = AcceptRemarks {
        version,
        revision: view.version.revision,
        code: "R011".into(),
        chosen,
        reason: "Работа начата раньше".into(),
    };
    accept_remarks(ctx, &ask).await.unwrap()
}

fn by_order(ctx: &Ctx, version: VersionId) -> Approve {
    Approve { version, order_number: "71-б".into(), order_on: ctx.today() }
}

#[test]
fn a_roadmap_goes_from_a_document_through_its_answers_to_the_next_year() {
    town(async |town| {
        let ctx = town.ctx("curator").await.unwrap();
        let version = read(&ctx).await;
        let refused = approve_version(&ctx, &by_order(&ctx, version)).await;
        assert_eq!(obstacles(refused), [ApproveObstacle::ErrorsLeft { n: 1 }]);
        assert_eq!(accept(&ctx, version).await, 1);
        let doubts = show_version(&ctx, version).await.unwrap().doubts;
        let meaning =
            Meaning::Measures { measure: "participation".into(), of: "педагогов".into() };
        answer_figure(&ctx, version, (&doubts[0].wording, &meaning)).await.unwrap();
        let view = show_version(&ctx, version).await.unwrap();
        assert_eq!(view.doubts, []);
        assert_eq!(view.rows[1].indicators.0[0].of.as_deref(), Some("педагогов"));
        assert_eq!(view.acceptances[0].acceptance.accepted_on, ctx.today());
        let roadmap = approve_version(&ctx, &by_order(&ctx, version)).await.unwrap();

        let next = begin_rolled(&ctx, From::Roadmap(roadmap), None).await.unwrap();
        assert_eq!(begin_rolled(&ctx, From::Roadmap(roadmap), None).await.unwrap(), next);
        let view = show_version(&ctx, next).await.unwrap();
        assert_eq!(view.doubts, [], "a wording is asked about once, not every year");
        let first = view.questions[0].question.id;
        answer_question(&ctx, next, (first, RollChoice::Moved)).await.unwrap();
        let view = show_version(&ctx, next).await.unwrap();
        assert_eq!(view.rows[0].text, "Закрепление пар по приказу от 01.09.2027 № 476");
        let asked = view.questions.iter().find(|it| it.question.id == first).unwrap();
        assert_eq!(asked.stands, view.rows[0].text, "the list tells what the draft holds");
        let left = view.n_questions_left();
        assert_eq!(accept_rest(&ctx, next).await.unwrap(), left);
        accept(&ctx, next).await;
        approve_version(&ctx, &by_order(&ctx, next)).await.unwrap();
        let running = show_running(&ctx, None).await.unwrap();
        let old = running.roadmap(roadmap).unwrap();
        assert_eq!(old.rows[2].tasks[0].task.closing, Some(Closing::ByEvidence));
    });
}
