//! A whole year of the sample town, played through the use-cases.

use jiff::civil::date;
use mentoring::task::Closing;

use super::support::*;
use crate::ctx::Manner;
use crate::network::{Part, list_schools, show_network, show_school};
use crate::play::{Scale, Step, begin, forward};
use crate::reminder::{LetterText, LetterView, Writer, list_letters, show_letter};
use crate::roadmap::{Standing, show_running};

#[test]
fn a_year_is_played_week_by_week_to_a_sensible_end_and_a_whole_journal() {
    empty(Manner::Demo, async |app| {
        let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        assert_eq!(curator.today(), date(2026, 10, 15));
        let autumn = show_running(&curator, None).await.unwrap();
        assert_eq!(autumn.roadmaps.len(), 2);
        let standings: Vec<Standing> = autumn.tasks().map(|(_, _, it)| it.standing).collect();
        for wanted in [Standing::Done, Standing::Overdue, Standing::UnderWay, Standing::NotStarted]
        {
            assert!(standings.contains(&wanted), "nothing is {wanted:?} in October");
        }
        let begun = autumn.roadmaps[0].fulfilment;

        let mut day = curator.today();
        while day < date(2027, 8, 31) {
            let guardian = town.ctx("guardian").await.unwrap();
            let next = forward(&guardian, Step::Week).await.unwrap();
            assert!(day < next);
            day = next;
        }

        let curator = town.ctx("curator").await.unwrap();
        assert_eq!(curator.today(), day);
        let summer = show_running(&curator, None).await.unwrap();
        let ended = summer.roadmaps[0].fulfilment;
        assert!(begun.n_done < ended.n_done);
        assert!(ended.n_on_time < ended.n_done, "somebody is always late");
        assert!(ended.n_positions * 7 <= ended.n_done * 10, "{ended:?}");
        for (_, _, it) in summer.tasks() {
            let task = &it.task;
            let has_author = task.closing == Some(Closing::ByEvidence) || task.closed_by.is_some();
            assert!(task.closed_on.is_none_or(|on| on <= day && has_author));
            assert!(it.given.iter().all(|it| it.evidence.true_on <= day));
        }
        let authors: std::collections::BTreeSet<_> = summer
            .tasks()
            .flat_map(|(_, _, it)| it.given.iter().map(|it| it.evidence.given_by))
            .collect();
        assert!(3 <= authors.len(), "only {} people worked", authors.len());
        assert!(app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_centre_sees_its_schools_as_figures_and_a_school_sees_none() {
    empty(Manner::Demo, async |app| {
        let town = begin(&app, date(2026, 9, 20), Scale::School).await.unwrap();
        let centre = town.ctx("municipality").await.unwrap();
        let schools = list_schools(&centre, &Part::default()).await.unwrap();
        assert_eq!(schools.len(), 2);
        assert!(schools.iter().all(|it| 0 < it.fulfilment.n_positions));
        let view = show_school(&centre, town.school).await.unwrap();
        let n_tasks: u32 = view.months.iter().map(|it| it.n_tasks).sum();
        assert!(view.line.fulfilment.n_positions <= n_tasks);
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&list_schools(&neighbour, &Part::default()).await));
        assert!(is_not_found(&show_school(&neighbour, town.school).await));
        // Upwards a centre sees nothing either.
        assert!(is_not_found(&show_school(&centre, town.region).await));
    });
}

#[test]
fn the_stages_of_all_schools_add_up_to_the_schools_and_one_stage_is_a_part_of_them() {
    empty(Manner::Demo, async |app| {
        let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
        let centre = town.ctx("municipality").await.unwrap();
        let whole = list_schools(&centre, &Part::default()).await.unwrap();
        let view = show_network(&centre).await.unwrap();
        let positions: u32 = whole.iter().map(|it| it.fulfilment.n_positions).sum();
        let by_stage: u32 = view.stages.iter().map(|it| it.fulfilment.n_positions).sum();
        assert!(3 < view.stages.len());
        assert_eq!(positions, by_stage, "every position stands in one stage");
        for stage in &view.stages {
            let part = Part { stage: stage.title.clone(), month: None };
            let schools = list_schools(&centre, &part).await.unwrap();
            let n_late = schools.iter().filter(|it| it.is_late()).count();
            assert_eq!(u32::try_from(n_late).unwrap(), stage.n_late, "{stage:?}");
            let inside: u32 = schools.iter().map(|it| it.fulfilment.n_positions).sum();
            assert_eq!(inside, stage.fulfilment.n_positions);
        }
        let own = show_school(&centre, town.school).await.unwrap();
        let first = &own.stages[0];
        assert_eq!(first.n_schools, 1);
        assert!(is_not_found(&show_network(&town.ctx("curator").await.unwrap()).await));
    });
}

#[test]
fn the_letters_of_a_played_autumn_are_those_the_worker_would_have_written() {
    empty(Manner::Demo, async |app| {
        let writer = Writer::new(|it| LetterText {
            subject: format!("{} дел", it.lines.len()),
            body: it.lines.iter().map(|line| line.title.as_str()).collect::<Vec<_>>().join("\n"),
        });
        let app = app.with_writer(writer);
        let town = begin(&app, date(2026, 10, 15), Scale::School).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        let all = list_letters(&curator, "").await.unwrap();
        assert!(10 < all.len(), "{}", all.len());
        let days: Vec<_> = all.iter().map(|it| it.letter.queued_at).collect();
        assert!(days.is_sorted_by(|one, next| next <= one), "the latest first");
        for it in &all {
            let local = it.letter.queued_at.to_zoned(curator.zone.clone());
            assert_eq!((local.hour(), local.minute()), (7, 0));
            assert!(local.date() <= curator.today());
            assert!(it.letter.sent_at.is_none() && !it.letter.body.is_empty());
        }
        let before = all.len();
        forward(&curator, Step::Week).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        let after = list_letters(&curator, "").await.unwrap();
        assert!(before < after.len(), "the week brought letters");
        let teacher = town.ctx("teacher").await.unwrap();
        let own = list_letters(&teacher, "").await.unwrap();
        let is_own = |it: &LetterView| it.letter.person == Some(teacher.person);
        assert!(!own.is_empty() && own.iter().all(is_own));
        let foreign = after.iter().find(|it| !is_own(it)).unwrap();
        assert!(is_not_found(&show_letter(&teacher, foreign.letter.id).await));
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&show_letter(&neighbour, foreign.letter.id).await));
    });
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        assert!(is_not_found(&list_letters(&curator, "").await), "where people really work");
    });
}

#[test]
fn the_clock_moves_only_in_the_sample_town_and_goes_to_the_next_deadline() {
    empty(Manner::Work, async |app| {
        let town = crate::town::Town::sample(&app, date(2026, 9, 1)).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        assert!(is_not_found(&forward(&curator, Step::Day).await));
    });
    empty(Manner::Demo, async |app| {
        let town = begin(&app, date(2026, 9, 20), Scale::School).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        let day = forward(&curator, Step::NextDeadline).await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        assert_eq!(curator.today(), day);
        let running = show_running(&curator, None).await.unwrap();
        assert!(running.tasks().any(|(_, _, it)| it.task.due_on == Some(day)));
    });
}
