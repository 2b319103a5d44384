//! The library of acts: who sees which, who has read, the row that closes by it; petitions.

use jiff::civil::{Date, date};
use mentoring::act::{ActKey, ActScope, Concerned, ReadingObstacle, ReadingWay};
use mentoring::id::PersonId;
use mentoring::organisation::requisites::{ActLevel, LocalActObstacle};
use mentoring::person::Position;
use mentoring::petition::{PetitionKind, PetitionObstacle, PetitionOutcome};

use super::support::*;
use crate::act::acquaintance::*;
use crate::act::edit::*;
use crate::act::*;
use crate::ctx::Ctx;
use crate::launch::paper::Format;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::organisation::act::AddLocalAct;
use crate::petition::*;
use crate::roadmap::{Approve, approve_version, show_running};
use crate::scan::Brought;

fn act(level: ActLevel, title: &str, signed_on: Date) -> AddLocalAct {
    AddLocalAct { level, title: title.into(), number: "71-б".into(), signed_on, until: None }
}

fn model() -> ActKey {
    ActKey::Federal("students-model".into())
}

async fn enter(ctx: &Ctx, level: ActLevel, title: &str) -> ActKey {
    let ask = act(level, title, date(2026, 9, 1));
    let file = Brought { name: "Акт.pdf".into(), content: b"%PDF-1.7".to_vec() };
    let body =
        SaveActBody { file: Some(file), demands: "Отчёт".into(), ..SaveActBody::default() };
    ActKey::Entered(enter_act(ctx, &ask, body, None).await.unwrap())
}

async fn titles(ctx: &Ctx, filter: &ActFilter) -> Vec<String> {
    let library = list_acts(ctx, filter).await.unwrap();
    library.lines.into_iter().map(|it| it.card.heading).collect()
}

#[test]
fn a_school_sees_the_acts_of_those_above_it_and_nobody_sees_those_of_a_school() {
    town(async |town| {
        let centre = town.ctx("municipality").await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        let neighbour = town.ctx("neighbour").await.unwrap();
        let above = enter(&centre, ActLevel::Municipal, "приказ комитета").await;
        let inner = enter(&centre, ActLevel::Local, "внутренний регламент центра").await;
        let own = enter(&curator, ActLevel::Local, "положение школы").await;
        let entered = |scope| ActFilter { scope: Some(scope), ..ActFilter::default() };
        assert_eq!(titles(&curator, &entered(ActScope::Municipal)).await, ["приказ комитета"]);
        assert_eq!(titles(&curator, &entered(ActScope::Local)).await, ["положение школы"]);
        assert_eq!(titles(&neighbour, &entered(ActScope::Municipal)).await, ["приказ комитета"]);
        assert!(titles(&neighbour, &entered(ActScope::Local)).await.is_empty());
        assert!(is_not_found(&show_act(&neighbour, &own).await));
        assert!(is_not_found(&show_act(&curator, &inner).await));
        assert!(is_not_found(&show_act(&centre, &own).await));
        assert_eq!(show_act_file(&curator, &above).await.unwrap().name, "Акт.pdf");
        assert!(is_not_found(&show_act_file(&neighbour, &own).await));
        let view = show_act(&curator, &above).await.unwrap();
        assert!(!view.may_edit && view.card.entered_at.is_some());
        let ActKey::Entered(id) = above else { unreachable!() };
        let change = change_act(&curator, id, SaveActBody::default()).await;
        assert!(is_not_found(&change), "what was entered above is changed above");
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(!titles(&mentor, &ActFilter::default()).await.is_empty());
        assert!(show_act(&mentor, &own).await.unwrap().readers.is_empty());
    });
}

#[test]
fn a_new_edition_ends_the_one_before_and_names_and_days_stay() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let first = enter(&curator, ActLevel::Local, "положение о наставничестве").await;
        let ActKey::Entered(before) = first else { unreachable!() };
        let early = act(ActLevel::Local, "положение о наставничестве", date(2026, 8, 1));
        let bad = SaveActBody { link: "школа".into(), ..SaveActBody::default() };
        let untitled = AddLocalAct { title: " ".into(), ..early };
        let found = obstacles(enter_act(&curator, &untitled, bad, None).await);
        let expected = [LocalActObstacle::NoTitle, LocalActObstacle::BadLink];
        assert_eq!(found, expected.map(ActObstacle::Act));
        let ask = act(ActLevel::Local, "положение о наставничестве", date(2026, 9, 10));
        let body =
            SaveActBody { content: "Новый текст".into(), ..SaveActBody::default() };
        let id = enter_act(&curator, &ask, body, Some(before)).await.unwrap();
        let old = show_act(&curator, &ActKey::Entered(before)).await.unwrap();
        assert_eq!((old.card.to, old.after), (Some(date(2026, 9, 9)), Some(id)));
        assert!(old.file.is_some(), "the edition before keeps its file");
        let new = show_act(&curator, &ActKey::Entered(id)).await.unwrap();
        assert_eq!((new.before, new.card.content.as_str()), (Some(before), "Новый текст"));
        let on = |day| ActFilter {
            scope: Some(ActScope::Local),
            in_force_on: Some(day),
            ..ActFilter::default()
        };
        assert_eq!(list_acts(&curator, &on(date(2026, 9, 9))).await.unwrap().lines.len(), 1);
        assert_eq!(list_acts(&curator, &on(TODAY)).await.unwrap().lines.len(), 1);
        assert!(list_acts(&curator, &on(date(2026, 8, 31))).await.unwrap().lines.is_empty());
        change_act(&curator, id, SaveActBody::default()).await.unwrap();
        assert!(show_act(&curator, &ActKey::Entered(id)).await.unwrap().card.content.is_empty());
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

async fn roadmap(ctx: &Ctx) {
    let text = "Дорожная карта по реализации системы наставничества обучающихся \
        на 2026-2027 учебный год\n\n\
        №\tМероприятие\tСрок\tОтветственный\tРезультат\n\
        1\tИзучение Распоряжения Министерства просвещения РФ № Р-145 от 25 декабря 2019 г.\t\
        Сентябрь 2026 г.\tКуратор\tИзучение нормативных документов\n\
        2\tПодведение итогов\tМай 2027 г.\tКуратор\tПриказ о поощрении\n";
    let ask = ReadDocument { name: "карта.txt".into(), content: text.as_bytes().to_vec() };
    let import = read_document(ctx, ask).await.unwrap();
    let version = accept_import(ctx, import, Into::New).await.unwrap();
    let order_on = date(2026, 9, 1);
    let approve = Approve { version, order_number: "70-б".into(), order_on };
    approve_version(ctx, &approve).await.unwrap();
}

async fn is_done(ctx: &Ctx, text: &str) -> bool {
    let running = show_running(ctx, None).await.unwrap();
    let found = running.tasks().find(|(_, row, _)| row.row.text.starts_with(text)).unwrap();
    found.2.task.closed_on.is_some()
}

#[test]
fn the_row_of_studying_acts_closes_when_the_last_one_who_had_to_has_read() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.ctx("mentor").await.unwrap();
        let other = town.ctx("mentor2").await.unwrap();
        roadmap(&curator).await;
        let view = show_act(&curator, &model()).await.unwrap();
        assert_eq!(view.rows.len(), 1, "the row cites the act");
        assert!(!view.papers.is_empty(), "papers cite it");
        assert!(is_not_found(&read_act(&mentor, &model()).await), "nobody asked it yet");
        let whom = [mentor.person, other.person].map(Concerned::Person);
        name_concerns(&curator, &model(), &whom, TODAY).await.unwrap();
        name_concerns(&curator, &model(), &whom, TODAY).await.unwrap();
        assert_eq!(show_act(&curator, &model()).await.unwrap().concerns.len(), 2, "named once");
        assert_eq!(acts_for_me(&mentor).await.unwrap().len(), 1);
        read_act(&mentor, &model()).await.unwrap();
        let twice = obstacles(read_act(&mentor, &model()).await);
        assert_eq!(twice, [ReadingObstacle::Known { on: TODAY }]);
        assert!(acts_for_me(&mentor).await.unwrap().is_empty());
        assert!(!is_done(&curator, "Изучение").await);

        let people = [other.person];
        let before = record_readings(&curator, &model(), &people, date(2019, 1, 1)).await;
        assert!(matches!(obstacles(before)[..], [ReadingObstacle::Outside { .. }]));
        record_readings(&curator, &model(), &people, TODAY).await.unwrap();
        assert!(is_done(&curator, "Изучение").await);
        assert!(!is_done(&curator, "Подведение").await);
        let view = show_act(&curator, &model()).await.unwrap();
        let ways: Vec<_> = view.readers.iter().filter_map(|it| it.read).collect();
        assert!(ways.contains(&(TODAY, ReadingWay::InApp)));
        assert!(ways.contains(&(TODAY, ReadingWay::Paper)));
        assert!(is_not_found(&record_readings(&mentor, &model(), &people, TODAY).await));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn everybody_who_works_here_has_to_know_until_it_is_no_longer_wanted() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let act = enter(&curator, ActLevel::Local, "положение о наставничестве").await;
        name_concerns(&curator, &act, &[Concerned::Employees], TODAY).await.unwrap();
        let whom = [Concerned::Position(Position::Mentee)];
        name_concerns(&curator, &act, &whom, date(2026, 10, 1)).await.unwrap();
        let view = show_act(&curator, &act).await.unwrap();
        assert!(1 < view.readers.len() && view.waits_for_me);
        let sheet = acquaintance_sheet(
            &curator,
            &act,
            "положение о наставничестве от 1 сентября 2026 г.".into(),
            Format::Docx,
        );
        assert!(sheet.await.unwrap().starts_with(b"PK"));
        let model = model();
        let nobody = acquaintance_sheet(&curator, &model, "распоряжение".into(), Format::Docx);
        assert_eq!(obstacles(nobody.await), [SheetObstacle::Nobody]);
        let unread = ActFilter { only_unread: true, ..ActFilter::default() };
        assert_eq!(list_acts(&curator, &unread).await.unwrap().lines.len(), 1);
        for it in &view.concerns {
            end_concern(&curator, &act, it.concern.id).await.unwrap();
        }
        assert!(show_act(&curator, &act).await.unwrap().readers.is_empty());
        assert!(list_acts(&curator, &unread).await.unwrap().lines.is_empty());
        let stranger = town.ctx("neighbour").await.unwrap();
        let person: PersonId = stranger.person;
        let named = name_concerns(&curator, &act, &[Concerned::Person(person)], TODAY).await;
        assert!(is_not_found(&named), "nobody of another school is named");
        assert!(is_not_found(&end_concern(&stranger, &act, view.concerns[0].concern.id).await));
    });
}

#[test]
fn a_petition_is_asked_by_right_answered_once_and_seen_by_who_answers() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.ctx("mentor").await.unwrap();
        let mentee = town.ctx("mentee").await.unwrap();
        let refused = make_petition(&mentor, PetitionKind::AnotherMentor, "другого").await;
        assert_eq!(obstacles(refused), [PetitionObstacle::NotTheirs]);
        let words = "прошу освободить с 1 октября";
        let id = make_petition(&mentor, PetitionKind::Release, words).await.unwrap();
        let back = make_petition(&mentee, PetitionKind::AnotherMentor, "прошу другого").await;
        let back = back.unwrap();
        assert!(is_not_found(&withdraw_petition(&mentor, back).await));
        withdraw_petition(&mentee, back).await.unwrap();
        assert_eq!(waiting_petitions(&curator).await.unwrap(), 1);
        assert!(is_not_found(&list_petitions(&mentor).await));
        let all = list_petitions(&curator).await.unwrap();
        assert_eq!((all.len(), all[0].petition.id), (2, id), "what waits stands first");
        let mute = answer_petition(&curator, id, PetitionOutcome::Granted, " ").await;
        assert_eq!(obstacles(mute), [PetitionObstacle::NoWords]);
        let answer = "освобождаем, наставником будет другой учитель";
        answer_petition(&curator, id, PetitionOutcome::Granted, answer).await.unwrap();
        let again = answer_petition(&curator, id, PetitionOutcome::Refused, "передумали").await;
        assert_eq!(obstacles(again), [PetitionObstacle::Closed { on: TODAY }]);
        let own = own_petitions(&mentor).await.unwrap();
        assert_eq!(own.lines[0].petition.answer, answer);
        assert!(own.lines[0].answered_by.is_some());
        assert!(own_petitions(&mentee).await.unwrap().lines[0].petition.withdrawn_on.is_some());
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(list_petitions(&neighbour).await.unwrap().is_empty());
        let foreign = answer_petition(&neighbour, id, PetitionOutcome::Granted, "пожалуйста").await;
        assert!(is_not_found(&foreign));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}
