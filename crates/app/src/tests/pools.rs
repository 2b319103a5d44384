//! Consents, pools and orders: gates that open and close, and rows that an order closes.

use jiff::civil::{Date, date};
use mentoring::consent::{ConsentKind, ConsentState, DataCategory, Permission, Signer};
use mentoring::id::{ConsentId, PersonId};
use mentoring::order::participant::ParticipantObstacle;
use mentoring::order::{OrderNumber, OrderState, OrderSubject};
use mentoring::organisation::requisites::Requisites;
use mentoring::period::Period;
use mentoring::person::guardian::GuardianAge;
use mentoring::person::{GuardianGround, PersonName, Position};
use mentoring::pools::{MentoringKind, Pool, PoolObstacle, TermKind};

use super::support::*;
use crate::Refusal;
use crate::ctx::Ctx;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::order::participant::*;
use crate::order::*;
use crate::person::*;
use crate::pools::attention::consents_to_mend;
use crate::pools::consent::*;
use crate::pools::detail::*;
use crate::pools::dictionary::{add_lacking, show_dictionary};
use crate::pools::pool::*;
use crate::roadmap::{Approve, approve_version, show_running};

fn data(person: PersonId) -> RecordConsent {
    let until = Some(date(2027, 8, 31));
    let own = signed_by_oneself(person, ConsentKind::PersonalData, date(2026, 9, 10));
    RecordConsent { until, ..own }
}

fn said(category: DataCategory, permission: Permission) -> SaidOfData {
    SaidOfData { category, permission, condition: String::new() }
}

fn entry(person: PersonId, pool: Pool) -> SaveEntry {
    SaveEntry {
        person,
        pool,
        from: TODAY,
        capacity: 2,
        minutes_a_week: 60,
        paused: None,
        terms: Vec::new(),
        kinds: vec![MentoringKind::Traditional],
        note: String::new(),
    }
}

/// Everything an employee signs before entering the pool of mentors; the consent to data comes back.
async fn signs_to_mentor(ctx: &Ctx, person: PersonId) -> ConsentId {
    let labour = RecordConsent { kind: ConsentKind::LabourMentoring, ..data(person) };
    record_consent(ctx, &labour).await.unwrap();
    record_consent(ctx, &data(person)).await.unwrap()
}

/// The same of a mentee.
async fn signs_to_be_mentored(ctx: &Ctx, person: PersonId) {
    for kind in [ConsentKind::Participation, ConsentKind::PersonalData] {
        record_consent(ctx, &RecordConsent { kind, ..data(person) }).await.unwrap();
    }
}

async fn add(ctx: &Ctx, name: &str, position: Position) -> PersonId {
    let ask = SavePerson { name: PersonName::parse(name), ..SavePerson::default() };
    let id = add_person(ctx, &ask).await.unwrap();
    let about = if position == Position::Student { "7А".to_owned() } else { String::new() };
    let role = GiveRole { position, about, period: Period::since(date(2026, 9, 1)) };
    give_role(ctx, id, &role).await.unwrap();
    id
}

#[test]
fn a_mentor_enters_the_pool_with_a_consent_and_leaves_it_with_its_withdrawal() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let refused = obstacles(enter_pool(&curator, &entry(mentor, Pool::Mentors)).await);
        assert!(matches!(refused[..], [PoolObstacle::Consent(_), PoolObstacle::Consent(_)]));
        let consent = signs_to_mentor(&curator, mentor).await;
        enter_pool(&curator, &entry(mentor, Pool::Mentors)).await.unwrap();
        let again = obstacles(enter_pool(&curator, &entry(mentor, Pool::Mentors)).await);
        assert_eq!(again, [PoolObstacle::AlreadyIn { since: TODAY }]);
        let view = list_pool(&curator, Pool::Mentors, &PoolFilter::default()).await.unwrap();
        assert_eq!((view.n_all, view.lines[0].n_free), (1, 2));
        let stops = withdraw_consent(&curator, consent, TODAY).await.unwrap();
        assert!(!stops.is_empty());
        let tomorrow = TODAY.tomorrow().unwrap();
        let later = PoolFilter { day: Some(tomorrow), ..PoolFilter::default() };
        assert_eq!(list_pool(&curator, Pool::Mentors, &later).await.unwrap().n_all, 0);
        let twice = obstacles(withdraw_consent(&curator, consent, TODAY).await);
        assert_eq!(twice, [ConsentObstacle::AlreadyWithdrawn { on: TODAY }]);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_child_is_consented_for_by_a_recorded_representative_and_nobody_else() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let child = add(&curator, "Снегирёв Илья Петрович", Position::Student).await;
        let parent = add(&curator, "Снегирёва Алла Юрьевна", Position::Guardian).await;
        let ask = RecordConsent {
            kind: ConsentKind::GuardianData,
            signed_by: vec![Signer::Guardian],
            guardian: Some(parent),
            ..data(child)
        };
        let unknown = obstacles(record_consent(&curator, &ask).await);
        assert_eq!(unknown, [ConsentObstacle::NoBirth, ConsentObstacle::NotGuardian]);
        let birth = SaveDetail { birth_on: Some(date(2013, 5, 2)), ..SaveDetail::default() };
        save_detail(&curator, child, &birth, 0).await.unwrap();
        let name = NameGuardian {
            ward: child,
            guardian: parent,
            ground: GuardianGround::Parent,
            paper: String::new(),
            from: None,
        };
        name_guardian(&curator, &name).await.unwrap();
        let by_child = RecordConsent { signed_by: vec![Signer::Oneself], ..ask.clone() };
        let alone = obstacles(record_consent(&curator, &by_child).await);
        assert_eq!(alone, [ConsentObstacle::SignatureMissing { signer: Signer::Guardian }]);
        record_consent(&curator, &ask).await.unwrap();
        let one = obstacles(enter_pool(&curator, &entry(child, Pool::Mentees)).await);
        assert!(matches!(one[..], [PoolObstacle::Consent(_)]), "the other paper is missing");
        let other = RecordConsent { kind: ConsentKind::GuardianParticipation, ..ask };
        record_consent(&curator, &other).await.unwrap();
        enter_pool(&curator, &entry(child, Pool::Mentees)).await.unwrap();
        let view = show_consents(&curator, child).await.unwrap();
        assert_eq!(view.given[0].state, ConsentState::Valid);
        assert!(view.gaps.is_empty());
    });
}

#[test]
fn the_matrix_names_gaps_of_participants_and_asks_nothing_of_others() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let all = list_consents(&curator, &MatrixFilter::default()).await.unwrap();
        assert_eq!((all.n_participants, all.n_complete), (all.lines.len(), 0));
        let everybody = MatrixFilter { everybody: true, ..MatrixFilter::default() };
        let everybody = list_consents(&curator, &everybody).await.unwrap();
        assert!(all.lines.len() < everybody.lines.len());
        let outside = everybody.lines.iter().filter(|it| it.deeds.is_empty());
        assert!(outside.into_iter().all(|it| it.n_gaps() == 0));
        let mentee = town.person("mentee").unwrap();
        for kind in [ConsentKind::PersonalData, ConsentKind::Participation] {
            record_consent(&curator, &RecordConsent { kind, ..data(mentee) }).await.unwrap();
        }
        let now = list_consents(&curator, &MatrixFilter::default()).await.unwrap();
        assert_eq!(now.n_complete, 1);
        let past = MatrixFilter { day: Some(date(2026, 9, 9)), ..MatrixFilter::default() };
        assert_eq!(list_consents(&curator, &past).await.unwrap().n_complete, 0);
    });
}

#[test]
fn a_consent_to_publication_names_pages_and_what_may_be_shown() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let ask = RecordConsent {
            kind: ConsentKind::Distribution,
            addresses: vec!["школа.рф".into()],
            ..data(mentor)
        };
        let found = obstacles(record_consent(&curator, &ask).await);
        assert_eq!(found, [ConsentObstacle::NoAddress, ConsentObstacle::NoCategory]);
        let whole = RecordConsent {
            addresses: vec!["https://школа.рф/наставничество".into()],
            categories: vec![said(DataCategory::Name, Permission::Allowed)],
            ..ask
        };
        record_consent(&curator, &whole).await.unwrap();
    });
}

#[test]
fn a_neighbour_and_a_mentor_see_no_consents_pools_and_orders_of_others() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let consent = signs_to_mentor(&curator, mentor).await;
        let entry_id = enter_pool(&curator, &entry(mentor, Pool::Mentors)).await.unwrap();
        let order = draft_order(&curator, OrderSubject::Pairs, "О парах").await.unwrap();
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_consents(&neighbour, mentor).await));
        assert!(is_not_found(&withdraw_consent(&neighbour, consent, TODAY).await));
        assert!(is_not_found(&record_consent(&neighbour, &data(mentor)).await));
        assert!(is_not_found(&show_entry(&neighbour, entry_id).await));
        assert!(is_not_found(&leave_pool(&neighbour, entry_id, TODAY).await));
        assert!(is_not_found(&show_order(&neighbour, order).await));
        let own = town.ctx("mentor").await.unwrap();
        assert_eq!(show_consents(&own, mentor).await.unwrap().given.len(), 2);
        assert!(is_not_found(&show_consents(&own, town.person("mentee").unwrap()).await));
        assert!(is_not_found(&withdraw_consent(&own, consent, TODAY).await));
        assert!(is_not_found(&list_pool(&own, Pool::Mentors, &PoolFilter::default()).await));
        assert!(is_not_found(&list_orders(&own, &OrderFilter::default()).await));
    });
}

#[test]
fn the_dictionary_takes_a_word_once_and_ends_it_without_losing_it() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let term =
            add_term(&curator, TermKind::Strength, " Цифровая   лаборатория ").await.unwrap();
        let again = add_term(&curator, TermKind::Strength, "цифровая лаборатория").await;
        assert_eq!(obstacles(again), [TermObstacle::Known]);
        assert_eq!(obstacles(add_term(&curator, TermKind::Need, " ").await), [TermObstacle::Empty]);
        signs_to_mentor(&curator, mentor).await;
        let ask =
            SaveEntry { terms: vec![term], minutes_a_week: 45, ..entry(mentor, Pool::Mentors) };
        enter_pool(&curator, &ask).await.unwrap();
        for (least_minutes, n_found) in [(45, 1), (60, 0)] {
            let hours = PoolFilter { least_minutes, ..PoolFilter::default() };
            let found = list_pool(&curator, Pool::Mentors, &hours).await.unwrap();
            assert_eq!(found.lines.len(), n_found, "{least_minutes}");
        }
        let search = PoolFilter { search: "лаборатор".into(), ..PoolFilter::default() };
        let found = list_pool(&curator, Pool::Mentors, &search).await.unwrap();
        assert_eq!(found.lines[0].terms[0].text, "Цифровая лаборатория");
        end_term(&curator, term).await.unwrap();
        let nobody = PoolFilter { search: "химия".into(), ..PoolFilter::default() };
        assert!(list_pool(&curator, Pool::Mentors, &nobody).await.unwrap().lines.is_empty());
    });
}

#[test]
fn a_new_school_begins_with_forms_and_words_and_is_asked_about_those_it_never_had() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let begun = show_dictionary(&curator).await.unwrap();
        let forms = begun.terms.iter().filter(|it| it.kind == TermKind::Form);
        assert!(forms.clone().any(|it| it.text == "работодатель — студент"));
        assert!(begun.lacking.is_empty());
        // A word that the school has ended is known, and so is one in another spelling.
        let form = forms.clone().next().unwrap().id;
        end_term(&curator, form).await.unwrap();
        let again = add_term(&curator, TermKind::Form, "Учитель - учитель").await;
        assert_eq!(obstacles(again), [TermObstacle::Known]);
        assert!(show_dictionary(&curator).await.unwrap().lacking.is_empty());
        let none = add_lacking(&curator, &[(TermKind::Form, "учитель — учитель".into())]).await;
        assert_eq!(none.unwrap(), 0);
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(matches!(add_lacking(&mentor, &[]).await, Err(Refusal::NotFound)));
    });
}

#[test]
fn a_school_founded_before_the_words_came_is_given_what_it_ticks() {
    use mentoring::organisation::OrganisationKind;
    town(async |town| {
        // The words of a college are those that a school which became one never had.
        let curator = town.ctx("curator").await.unwrap();
        let college = mentoring::organisation::Organisation {
            kind: OrganisationKind::College,
            ..curator.organisation.clone()
        };
        let curator = crate::ctx::Ctx { organisation: college, ..curator };
        let lacking = show_dictionary(&curator).await.unwrap().lacking;
        assert!(!lacking.is_empty());
        let chosen = [(TermKind::Strength, "практика на производстве".to_owned())];
        assert_eq!(add_lacking(&curator, &chosen).await.unwrap(), 1);
        assert_eq!(add_lacking(&curator, &chosen).await.unwrap(), 0);
        let left = show_dictionary(&curator).await.unwrap().lacking;
        assert_eq!(left.len(), lacking.len() - 1);
    });
}

#[test]
fn who_left_a_pool_is_found_among_those_of_before() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        signs_to_mentor(&curator, mentor).await;
        let id = enter_pool(&curator, &entry(mentor, Pool::Mentors)).await.unwrap();
        leave_pool(&curator, id, TODAY).await.unwrap();
        let tomorrow = Some(TODAY.tomorrow().unwrap());
        for (standing, day, n) in [
            (PoolStanding::There, None, 1),
            (PoolStanding::Past, None, 0),
            (PoolStanding::There, tomorrow, 0),
            (PoolStanding::Past, tomorrow, 1),
            (PoolStanding::Paused, None, 0),
        ] {
            let filter = PoolFilter { standing, day, ..PoolFilter::default() };
            let view = list_pool(&curator, Pool::Mentors, &filter).await.unwrap();
            assert_eq!(view.lines.len(), n, "{standing:?} {day:?}");
        }
    });
}

async fn roadmap(ctx: &Ctx) {
    let text = "Дорожная карта по реализации системы наставничества педагогических работников \
        на 2026-2027 учебный год\n\n\
        №\tМероприятие\tСрок\tОтветственный\tРезультат\n\
        1\tЗакрепление пар\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении наставнических пар\n\
        2\tПодведение итогов\tМай 2027 г.\tКуратор\tПриказ о поощрении\n";
    let ask = ReadDocument { name: "карта.txt".into(), content: text.as_bytes().to_vec() };
    let import = read_document(ctx, ask).await.unwrap();
    let version = accept_import(ctx, import, Into::New).await.unwrap();
    let order_on = date(2026, 9, 1);
    approve_version(ctx, &Approve { version, order_number: "70-б".into(), order_on })
        .await
        .unwrap();
}

async fn is_done(ctx: &Ctx, text: &str) -> bool {
    let running = show_running(ctx, None).await.unwrap();
    let found = running.tasks().find(|(_, row, _)| row.row.text.starts_with(text)).unwrap();
    found.2.task.closed_on.is_some()
}

#[test]
fn a_registered_order_closes_the_row_that_waits_for_it_and_no_other() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        roadmap(&curator).await;
        let journal = list_orders(&curator, &OrderFilter::default()).await.unwrap();
        let approval = &journal.lines[0].order;
        assert_eq!((approval.subject, approval.running), (OrderSubject::Roadmap, 70));
        let id = draft_order(&curator, OrderSubject::Pairs, "О закреплении пар").await.unwrap();
        let (mentor, mentee) = (town.person("mentor").unwrap(), town.person("mentee").unwrap());
        let clause = "п. 3.12 должностной инструкции".to_owned();
        let detail = SaveDetail { works_by_contract: clause, ..SaveDetail::default() };
        save_detail(&curator, mentor, &detail, 0).await.unwrap();
        record_consent(&curator, &data(mentor)).await.unwrap();
        signs_to_be_mentored(&curator, mentee).await;
        name_participants(&curator, id, &[mentor], &[mentee]).await.unwrap();
        step_draft(&curator, id, DraftStep::Send).await.unwrap();
        assert!(!is_done(&curator, "Закрепление").await);
        let ask = registration("71-б", date(2026, 9, 14));
        register_order(&curator, id, &ask).await.unwrap();
        assert!(is_done(&curator, "Закрепление").await);
        assert!(!is_done(&curator, "Подведение").await);
        let view = show_order(&curator, id).await.unwrap();
        assert_eq!((view.state, view.next_number.text().as_str()), (OrderState::InForce, "72-б"));
        let twice = obstacles(register_order(&curator, id, &ask).await);
        assert_eq!(twice.len(), 2, "it is registered, and the number is taken");
        let late = obstacles(name_participants(&curator, id, &[mentee], &[mentor]).await);
        assert_eq!(late, [NameObstacle::WrongState { state: OrderState::InForce }]);
        end_order(&curator, id, date(2026, 9, 14)).await.unwrap();
        assert!(!is_done(&curator, "Закрепление").await, "an order that never acted shows nothing");
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

fn registration(number: &str, signed_on: Date) -> RegisterOrder {
    RegisterOrder {
        number: OrderNumber::parse(number).unwrap(),
        signed_on,
        acts_from: None,
        scan: None,
    }
}

#[test]
fn the_journal_of_orders_keeps_drafts_gaps_and_who_has_read() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        for (number, day) in [("70-б", 1), ("73-б", 9)] {
            let id = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
            let ask = registration(number, date(2026, 9, day));
            register_order(&curator, id, &ask).await.unwrap();
        }
        let draft = draft_order(&curator, OrderSubject::Curator, "О кураторе").await.unwrap();
        step_draft(&curator, draft, DraftStep::Discard).await.unwrap();
        let journal = list_orders(&curator, &OrderFilter::default()).await.unwrap();
        assert_eq!(journal.skipped, [("-б".to_owned(), vec![71, 72])]);
        assert_eq!(journal.lines[0].state, OrderState::Discarded);
        let id = journal.lines[1].order.id;
        concern_people(&curator, id, &[mentor]).await.unwrap();
        concern_people(&curator, id, &[mentor]).await.unwrap();
        let early = read_order(&curator, id, mentor, date(2026, 9, 8)).await;
        assert_eq!(obstacles(early), [ReadObstacle::Outside]);
        read_order(&curator, id, mentor, TODAY).await.unwrap();
        assert_eq!(show_order(&curator, id).await.unwrap().people[0].1, Some(TODAY));
    });
}

#[test]
fn several_enter_a_pool_together_or_nobody_does() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let (one, other) = (town.person("mentor").unwrap(), town.person("mentor2").unwrap());
        signs_to_mentor(&curator, one).await;
        let ask = entry(one, Pool::Mentors);
        let refused = obstacles(enter_pool_together(&curator, &[one, other], &ask).await);
        let names: Vec<_> = refused.iter().map(|(name, _)| name.replace('\u{a0}', " ")).collect();
        assert_eq!(names, ["Рощин П. В.", "Рощин П. В."]);
        let all = PoolFilter::default();
        assert_eq!(list_pool(&curator, Pool::Mentors, &all).await.unwrap().n_all, 0);
        signs_to_mentor(&curator, other).await;
        assert_eq!(enter_pool_together(&curator, &[one, other], &ask).await.unwrap(), 2);
        assert_eq!(list_pool(&curator, Pool::Mentors, &all).await.unwrap().n_all, 2);
    });
}

#[test]
fn a_draft_is_named_and_its_sheet_filled_and_a_child_is_read_for_by_the_parent() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let child = add(&curator, "Снегирёв Илья Петрович", Position::Student).await;
        let parent = add(&curator, "Снегирёва Алла Юрьевна", Position::Guardian).await;
        let birth = SaveDetail { birth_on: Some(date(2014, 5, 2)), ..SaveDetail::default() };
        save_detail(&curator, child, &birth, 0).await.unwrap();
        let ground = GuardianGround::Parent;
        let name = NameGuardian {
            ward: child,
            guardian: parent,
            ground,
            paper: String::new(),
            from: None,
        };
        name_guardian(&curator, &name).await.unwrap();
        let id = draft_order(&curator, OrderSubject::Pairs, "О парах").await.unwrap();
        let nobody = show_order(&curator, id).await.unwrap();
        assert_eq!(nobody.against, [ParticipantObstacle::Nobody]);
        let both = [NameObstacle::NoMentor, NameObstacle::NoMentee];
        assert_eq!(obstacles(name_participants(&curator, id, &[], &[]).await), both);
        name_participants(&curator, id, &[mentor], &[child]).await.unwrap();
        name_participants(&curator, id, &[mentor], &[child]).await.unwrap();
        let view = show_order(&curator, id).await.unwrap();
        assert_eq!(view.named.len(), 1);
        let mut sheet: Vec<_> = view.people.iter().map(|(it, _)| it.id).collect();
        sheet.sort_unstable();
        let mut expected = vec![mentor, parent];
        expected.sort_unstable();
        assert_eq!(sheet, expected, "the parent reads for a child who does not sign");
        take_off_sheet(&curator, id, parent).await.unwrap();
        assert!(is_not_found(&take_off_sheet(&curator, id, parent).await));
        take_off_participant(&curator, id, view.named[0].id).await.unwrap();
        let view = show_order(&curator, id).await.unwrap();
        assert_eq!((view.named.len(), view.people.len()), (0, 1));
        let last = ["order_names_no_more", "order_taken_off"];
        assert_eq!(journal(&curator).await[..2], last);
        let mentor_ctx = town.ctx("mentor").await.unwrap();
        assert!(is_not_found(&name_participants(&mentor_ctx, id, &[mentor], &[child]).await));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_parent_of_a_list_signs_for_a_day_before_the_list() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let child = add(&curator, "Снегирёв Илья Петрович", Position::Student).await;
        let parent = add(&curator, "Снегирёва Алла Юрьевна", Position::Guardian).await;
        let birth = SaveDetail { birth_on: Some(date(2014, 5, 2)), ..SaveDetail::default() };
        save_detail(&curator, child, &birth, 0).await.unwrap();
        let ground = GuardianGround::Parent;
        let paper = String::new();
        let loaded =
            NameGuardian { ward: child, guardian: parent, ground, paper, from: Some(TODAY) };
        name_guardian(&curator, &loaded).await.unwrap();
        let ask = RecordConsent {
            kind: ConsentKind::GuardianData,
            signed_on: date(2026, 9, 1),
            signed_by: vec![Signer::Guardian],
            guardian: Some(parent),
            ..data(child)
        };
        record_consent(&curator, &ask).await.unwrap();
        let by_child = NameGuardian { ward: parent, guardian: child, ..loaded.clone() };
        let refused = obstacles(name_guardian(&curator, &by_child).await);
        let young = GuardianAge::TooYoung { age: 12, least: 16 };
        assert_eq!(refused, [GuardianObstacle::Age(young)]);
        let trustee = GuardianGround::Trustee;
        let without = NameGuardian { ground: trustee, from: None, ..loaded };
        let refused = obstacles(name_guardian(&curator, &without).await);
        assert!(refused.contains(&GuardianObstacle::NoDay), "{refused:?}");
    });
}

#[test]
fn consents_that_are_missing_or_end_soon_are_told_to_who_can_mend_them_and_to_oneself() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let mentor = town.person("mentor").unwrap();
        let of = async |ctx: &Ctx| -> Vec<(usize, usize)> {
            let lines = consents_to_mend(ctx).await.unwrap().into_iter();
            let own = lines.filter(|it| it.person.id == mentor);
            own.map(|it| (it.missing.len(), it.ending.len())).collect()
        };
        assert_eq!(of(&curator).await, [(2, 0)]);
        let soon = RecordConsent { until: Some(date(2026, 10, 1)), ..data(mentor) };
        record_consent(&curator, &soon).await.unwrap();
        let labour = RecordConsent { kind: ConsentKind::LabourMentoring, ..data(mentor) };
        record_consent(&curator, &labour).await.unwrap();
        assert_eq!(of(&curator).await, [(0, 1)]);
        assert_eq!(of(&town.ctx("mentor").await.unwrap()).await, [(0, 1)]);
        let psychologist = town.ctx("psychologist").await.unwrap();
        assert!(consents_to_mend(&psychologist).await.unwrap().is_empty());
        record_consent(&curator, &data(mentor)).await.unwrap();
        assert!(of(&curator).await.is_empty(), "a new paper has come");
    });
}

#[test]
fn the_number_of_an_order_takes_the_suffix_of_the_card() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let tx = town.app.store.begin().await.unwrap();
        let card = Requisites { order_suffix: "-б".into(), ..Requisites::default() };
        tx.save_requisites(town.school, &card).await.unwrap();
        tx.commit().await.unwrap();
        let id = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
        assert_eq!(show_order(&curator, id).await.unwrap().next_number.text(), "1-б");
        register_order(&curator, id, &registration("5-од", date(2026, 9, 1))).await.unwrap();
        let next = draft_order(&curator, OrderSubject::Other, "О разном").await.unwrap();
        assert_eq!(show_order(&curator, next).await.unwrap().next_number.text(), "1-б");
        let same = register_order(&curator, next, &registration("5/ОД", TODAY)).await;
        assert!(matches!(obstacles(same)[..], [RegisterObstacle::Order(_)]));
    });
}
