//! Lists of people: what is taken, what waits, and that the same list again changes nothing.

use std::path::Path;

use jiff::civil::date;
use mentoring::person::Position;
use mentoring::person::arrival::Said;
use mentoring::person::listed::ListField;

use super::support::*;
use crate::ctx::Ctx;
use crate::person::import::*;
use crate::person::{list_people, show_person};

async fn loaded(ctx: &Ctx, text: &str) -> mentoring::id::PeopleImportId {
    let content = text.as_bytes().to_vec();
    let ask = LoadPeople { name: "list.csv".into(), content, columns: Vec::new() };
    load_people(ctx, ask).await.unwrap()
}

async fn taken(ctx: &Ctx, text: &str) -> Taken {
    let id = loaded(ctx, text).await;
    let view = show_people_import(ctx, id).await.unwrap();
    apply_people_import(ctx, id, view.import.revision).await.unwrap()
}

const STAFF: &str = "ФИО;Должность;Предмет;Стаж;Категория;Телефон
Соловьёва Дарья Игоревна;учитель;химия;3;первая;+7 900 123-45-67
Громов Пётр Ильич;педагог-психолог;;12;высшая;
";

#[test]
fn a_list_is_taken_in_one_event_and_the_same_list_again_changes_nothing() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let first = taken(&curator, STAFF).await;
        assert_eq!((first.added.len(), first.changed.len()), (2, 0));
        assert_eq!(journal(&curator).await[..2], ["people_imported", "people_loaded"]);
        let found = list_people(&curator, "соловьева").await.unwrap();
        assert_eq!(found[0].person.job_title, "учитель");
        assert_eq!(found[0].positions, [Position::Teacher]);
        let tx = curator.read().await.unwrap();
        let detail = tx.person_details(&curator.scope, &[found[0].person.id]).await.unwrap();
        assert_eq!(detail[0].category, "первая");
        assert_eq!(detail[0].teaches_since.map(|it| it.year()), Some(2023));
        drop(tx);
        let id = loaded(&curator, STAFF).await;
        let view = show_people_import(&curator, id).await.unwrap();
        let count = view.list.unwrap().count;
        assert_eq!(count, Count { n_same: 2, ..Count::default() });
        let again = apply_people_import(&curator, id, view.import.revision).await.unwrap();
        assert_eq!((again.added.len(), again.changed.len(), again.n_same), (0, 0, 2));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_row_with_a_mistake_waits_whole_and_the_others_are_taken() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let text = "ФИО;Дата рождения;Класс
Лисов Иван Петрович;31.02.2012;7А
Лисова Мария Петровна;01.03.2012;7А
";
        let id = loaded(&curator, text).await;
        let view = show_people_import(&curator, id).await.unwrap();
        let list = view.list.unwrap();
        assert_eq!((list.count.n_new, list.count.n_refused), (1, 1));
        assert_eq!(list.read.refused[0].name, "Лисов Иван Петрович");
        apply_people_import(&curator, id, view.import.revision).await.unwrap();
        assert_eq!(list_people(&curator, "лисов").await.unwrap().len(), 1, "no half a row");
        let view = show_people_import(&curator, id).await.unwrap();
        assert_eq!(view.list.unwrap().count.n_left(), 1, "the row still waits");
        discard_people_import(&curator, id, view.import.revision).await.unwrap();
        let view = show_people_import(&curator, id).await.unwrap();
        assert!(view.list.is_none() && view.import.content.is_empty(), "nothing of it is kept");
    });
}

#[test]
fn who_can_be_one_person_waits_for_an_answer_that_is_remembered() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        taken(&curator, STAFF).await;
        let text = "ФИО;Должность\nСоловьёва Д. И.;учитель\n";
        let id = loaded(&curator, text).await;
        let view = show_people_import(&curator, id).await.unwrap();
        let list = view.list.unwrap();
        assert_eq!((list.count.n_waiting, list.sorted.questions.len()), (1, 1));
        let whom = key_of(list.sorted.questions[0].whom);
        let revision = view.import.revision;
        let answers = [(whom, Said::Same)];
        answer_people_import(&curator, id, &[], &answers, revision).await.unwrap();
        assert!(answer_people_import(&curator, id, &[], &answers, revision).await.is_err());
        let view = show_people_import(&curator, id).await.unwrap();
        assert_eq!(view.list.unwrap().count, Count { n_same: 1, ..Count::default() });
        apply_people_import(&curator, id, view.import.revision).await.unwrap();
        let again = loaded(&curator, text).await;
        let view = show_people_import(&curator, again).await.unwrap();
        assert_eq!(view.list.unwrap().count.n_waiting, 0, "the same file is not asked again");
    });
}

#[test]
fn a_class_of_the_next_year_ends_the_one_before_and_keeps_it() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let of = |class: &str| format!("Фамилия;Имя;Отчество;Класс\nЛисов;Иван;Петрович;{class}\n");
        let first = taken(&curator, &of("7А")).await;
        let id = mentoring::id::PersonId(first.added[0]);
        town.app.clock.move_by(jiff::SignedDuration::from_hours(24 * 353));
        let curator = town.ctx("curator").await.unwrap();
        let next = taken(&curator, &of("8А")).await;
        assert_eq!((next.added.len(), next.changed.len()), (0, 1));
        let roles = show_person(&curator, id).await.unwrap().roles;
        let told: Vec<_> =
            roles.iter().map(|it| (it.about.as_str(), it.period.from, it.period.to)).collect();
        assert_eq!(
            told,
            [("8А", date(2027, 9, 1), None), ("7А", date(2026, 9, 1), Some(date(2027, 8, 31)))]
        );
    });
}

#[test]
fn a_parent_of_two_is_one_person_who_represents_both() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let text = "ФИО ученика;Класс;ФИО матери;Телефон матери
Лисов Иван Петрович;7А;Лисова Анна Львовна;+7 900 111-22-33
Лисова Мария Петровна;5Б;Лисова Анна Львовна;+7 900 111-22-33
";
        let first = taken(&curator, text).await;
        assert_eq!(first.added.len(), 3);
        let mother = list_people(&curator, "лисова анна").await.unwrap();
        let tx = curator.read().await.unwrap();
        let all = tx.known_all(&curator.scope, curator.at(), TODAY).await.unwrap();
        let wards = all.guardianships.iter().filter(|it| it.guardian == mother[0].person.id);
        assert_eq!(wards.count(), 2);
        drop(tx);
        assert_eq!(taken(&curator, text).await.n_same, 3);
    });
}

#[test]
fn what_a_column_means_is_said_once_and_remembered() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let text = "ФИО;Кабинет\nЛисов Иван Петрович;учитель химии\n";
        let id = loaded(&curator, text).await;
        let view = show_people_import(&curator, id).await.unwrap();
        let columns = [("Кабинет".to_owned(), ListField::Position)];
        let revision = view.import.revision;
        answer_people_import(&curator, id, &columns, &[], revision).await.unwrap();
        let other = "ФИО;Кабинет\nГромов Пётр Ильич;сторож\n";
        taken(&curator, other).await;
        let found = list_people(&curator, "громов").await.unwrap();
        assert_eq!(found[0].person.job_title, "сторож");
    });
}

#[test]
fn a_list_is_seen_by_its_school_and_by_who_may_change_people() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = loaded(&curator, STAFF).await;
        for login in ["neighbour", "mentor"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&show_people_import(&other, id).await), "{login}");
            assert!(is_not_found(&apply_people_import(&other, id, 0).await), "{login}");
            assert!(is_not_found(&discard_people_import(&other, id, 0).await), "{login}");
        }
    });
}

#[test]
fn every_example_list_taken_twice_adds_nobody_the_second_time() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/people");
    let mut names: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    names.retain(|it| it.extension().is_some_and(|it| it != "json") && it.is_file());
    names.sort();
    assert!(10 < names.len());
    for path in names {
        town(async |town| {
            let curator = town.ctx("curator").await.unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let load = async || {
                let content = std::fs::read(&path).unwrap();
                let ask = LoadPeople { name: name.clone(), content, columns: Vec::new() };
                load_people(&curator, ask).await.unwrap()
            };
            let id = load().await;
            let view = show_people_import(&curator, id).await.unwrap();
            let revision = view.import.revision;
            let first = view.list.unwrap().count;
            apply_people_import(&curator, id, revision).await.unwrap();
            let id = load().await;
            let second = show_people_import(&curator, id).await.unwrap().list;
            let second = second.map(|it| it.count).unwrap_or_default();
            assert_eq!(second.n_written(), 0, "{name}: {first:?} then {second:?}");
        });
    }
}
