//! A whole year of the sample town, played through the use-cases.

use jiff::civil::date;
use mentoring::task::Closing;

use super::support::*;
use crate::ctx::Manner;
use crate::network::{list_schools, show_school};
use crate::play::{Scale, Step, begin, forward};
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
        let schools = list_schools(&centre).await.unwrap();
        assert_eq!(schools.len(), 2);
        assert!(schools.iter().all(|it| 0 < it.fulfilment.n_positions));
        let view = show_school(&centre, town.school).await.unwrap();
        let n_tasks: u32 = view.months.iter().map(|it| it.n_tasks).sum();
        assert!(view.line.fulfilment.n_positions <= n_tasks);
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&list_schools(&neighbour).await));
        assert!(is_not_found(&show_school(&neighbour, town.school).await));
        // Upwards a centre sees nothing either.
        assert!(is_not_found(&show_school(&centre, town.region).await));
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
