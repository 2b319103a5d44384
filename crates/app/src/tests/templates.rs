//! Templates of papers: changed by a school, given by a centre, brought as a Word file, withdrawn.

use jiff::civil::{Date, date};
use mentoring::paper::PaperKind;
use mentoring::paper::template::{TemplateForm, TemplateObstacle};

use super::support::*;
use crate::ctx::Ctx;
use crate::paper::keep::{
    KeepRefused, KeepTemplate, TemplateBody, keep_template, restore_template,
};
use crate::paper::template::{
    Origin, TemplateFilter, list_templates, preview_template, show_template,
};
use crate::paper::version::{
    Compared, SampleFormat, compare_templates, sample_file, start_file, template_file,
};
use crate::paper::wording::{PaperWording, wording_of};
use crate::paper::{Flaw, NotRendered, Sample};

const KIND: PaperKind = PaperKind::MentorsOrder;

fn text(words: &str) -> TemplateBody {
    TemplateBody::Text(format!("# ПРИКАЗ\r\n{words} {{{{ organisation.name }}}}  \n\n"))
}

fn ask(body: TemplateBody, from: Date, after: u32) -> KeepTemplate {
    let why = "новый устав".to_owned();
    KeepTemplate { kind: KIND, body, from, why, is_given: false, after }
}

async fn wording(ctx: &Ctx, day: Date) -> PaperWording {
    let tx = ctx.read().await.unwrap();
    wording_of(&tx, ctx.at(), KIND, day).await.unwrap()
}

fn standard() -> PaperWording {
    PaperWording::Text(documents::papers::text(KIND).to_owned())
}

fn is_own(wording: &PaperWording, words: &str) -> bool {
    let whole = format!("# ПРИКАЗ\n{words} {{{{ organisation.name }}}}\n");
    matches!(wording, PaperWording::Text(it) if *it == whole)
}

#[test]
fn a_school_changes_a_text_and_papers_of_an_earlier_day_keep_theirs() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let next = date(2026, 10, 1);
        let first = keep_template(&curator, ask(text("Первый"), TODAY, 0)).await.unwrap();
        let second = keep_template(&curator, ask(text("Второй"), next, 1)).await.unwrap();
        assert_eq!((first, second), (1, 2));
        assert_eq!(wording(&curator, date(2026, 9, 14)).await, standard());
        assert!(is_own(&wording(&curator, TODAY).await, "Первый"));
        assert!(is_own(&wording(&curator, next).await, "Второй"));
        let list = list_templates(&curator, &TemplateFilter::default()).await.unwrap();
        assert_eq!((list.n_changed, list.lines.len()), (1, PaperKind::ALL.len()));
        let changed = TemplateFilter { changed: true, search: "О назначении".into() };
        let line = list_templates(&curator, &changed).await.unwrap().lines.remove(0);
        assert_eq!((line.kind, line.origin), (KIND, Origin::Own));
        assert!(line.by.is_some());
        assert_eq!(journal(&curator).await[0], "template_kept");
        let other = town.ctx("neighbour").await.unwrap();
        assert_eq!(wording(&other, next).await, standard());
        assert!(show_template(&other, KIND).await.unwrap().versions.is_empty());
    });
}

#[test]
fn everything_against_a_version_is_said_at_once_and_nothing_is_kept() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let body = TemplateBody::Text("{{ organisaton.name }}\n№ {{ number }}".into());
        let bad = KeepTemplate { why: " ".into(), ..ask(body, TODAY, 3) };
        let refused = obstacles(keep_template(&curator, bad).await);
        use KeepRefused::{Flaw as Wrong, Newer, Rule};
        assert!(
            matches!(
                refused.as_slice(),
                [Rule(TemplateObstacle::NoWhy), Wrong(Flaw::Unknown(it)), Newer { number: 0 }]
                    if it.line == 1 && it.nearest.as_deref() == Some("organisation.name")
            ),
            "{refused:?}"
        );
        let same = TemplateBody::Text(documents::papers::text(KIND).to_owned());
        let refused = obstacles(keep_template(&curator, ask(same, TODAY, 0)).await);
        assert_eq!(refused, [Rule(TemplateObstacle::Unchanged)]);
        let none = obstacles(keep_template(&curator, ask(TemplateBody::Withdrawn, TODAY, 0)).await);
        assert_eq!(none, [Rule(TemplateObstacle::Unchanged)]);
        let looked = preview_template(&curator, KIND, "№ {{ number }}".into(), Sample::Own).await;
        assert!(matches!(obstacles(looked).as_slice(), [Flaw::MayLack { line: 1, .. }]));
        assert_eq!(show_template(&curator, KIND).await.unwrap().latest(), 0);
    });
}

#[test]
fn a_centre_gives_its_text_to_schools_that_have_none_of_their_own() {
    town(async |town| {
        let centre = town.ctx("municipality").await.unwrap();
        let curator = town.ctx("curator").await.unwrap();
        keep_template(&centre, ask(text("Центр"), TODAY, 0)).await.unwrap();
        assert_eq!(wording(&curator, TODAY).await, standard(), "kept for itself");
        let given = KeepTemplate { is_given: true, ..ask(text("Центр"), TODAY, 1) };
        keep_template(&centre, given).await.unwrap();
        assert!(is_own(&wording(&curator, TODAY).await, "Центр"));
        let view = show_template(&curator, KIND).await.unwrap();
        assert!(matches!(view.origin, Origin::Above(name) if !name.is_empty()));
        assert!(view.versions.is_empty(), "the versions are the centre's");
        keep_template(&curator, ask(text("Школа"), TODAY, 0)).await.unwrap();
        assert!(is_own(&wording(&curator, TODAY).await, "Школа"));
        keep_template(&curator, ask(TemplateBody::Withdrawn, TODAY, 1)).await.unwrap();
        assert!(is_own(&wording(&curator, TODAY).await, "Центр"));
        // What a school marks as given goes nowhere: there is nobody below it.
        let marked = KeepTemplate { is_given: true, ..ask(text("Школа"), TODAY, 2) };
        keep_template(&curator, marked).await.unwrap();
        assert!(!show_template(&curator, KIND).await.unwrap().versions[0].card.is_given);
    });
}

#[test]
fn any_version_is_compared_restored_and_the_standard_comes_back() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        for (at, words) in ["Первый", "Второй"].into_iter().enumerate() {
            let after = u32::try_from(at).unwrap();
            keep_template(&curator, ask(text(words), TODAY, after)).await.unwrap();
        }
        let found = compare_templates(&curator, KIND, 2, None).await.unwrap();
        assert_eq!(found.with, Compared::Version(1));
        assert_eq!(found.changes.unwrap().len(), 3, "a line kept, one gone, one new");
        let with = Some(Compared::Standard);
        assert!(compare_templates(&curator, KIND, 1, with).await.unwrap().changes.is_some());
        assert!(is_not_found(&compare_templates(&curator, KIND, 9, None).await));
        let again = restore_template(&curator, ask(TemplateBody::Withdrawn, TODAY, 2), 1).await;
        assert_eq!(again.unwrap(), 3);
        assert!(is_own(&wording(&curator, TODAY).await, "Первый"));
        keep_template(&curator, ask(TemplateBody::Withdrawn, TODAY, 3)).await.unwrap();
        assert_eq!(wording(&curator, TODAY).await, standard());
        assert_eq!(journal(&curator).await[0], "template_withdrawn");
        let view = show_template(&curator, KIND).await.unwrap();
        assert_eq!((view.origin, view.versions.len()), (Origin::Standard, 4));
        assert!(is_not_found(&sample_file(&curator, KIND, Some(4), SampleFormat::Docx).await));
    });
}

#[test]
fn a_word_file_is_tried_kept_given_back_and_filled() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let start = start_file(&curator, KIND).await.unwrap();
        let brought = |bytes: &[u8]| TemplateBody::Word("Приказ.docx".into(), bytes.to_vec());
        let refused = obstacles(keep_template(&curator, ask(brought(b"?"), TODAY, 0)).await);
        assert_eq!(refused, [KeepRefused::Flaw(Flaw::Not(NotRendered::NotWord))]);
        let number = keep_template(&curator, ask(brought(&start), TODAY, 0)).await.unwrap();
        assert_eq!(template_file(&curator, KIND, number).await.unwrap(), start);
        assert_eq!(wording(&curator, TODAY).await, PaperWording::OwnWord(start.clone()));
        let filled = sample_file(&curator, KIND, None, SampleFormat::Docx).await.unwrap();
        assert!(filled.starts_with(b"PK") && filled != start);
        assert!(is_not_found(&sample_file(&curator, KIND, None, SampleFormat::Pdf).await));
        let view = show_template(&curator, KIND).await.unwrap();
        assert_eq!(view.card.unwrap().form, TemplateForm::Word);
        assert_eq!(view.text, documents::papers::text(KIND), "the editor begins anew");
        let compared = compare_templates(&curator, KIND, number, None).await.unwrap();
        assert_eq!(compared.changes, None);
        keep_template(&curator, ask(text("Текст"), TODAY, 1)).await.unwrap();
        restore_template(&curator, ask(TemplateBody::Withdrawn, TODAY, 2), 1).await.unwrap();
        assert_eq!(wording(&curator, TODAY).await, PaperWording::OwnWord(start));
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn an_auditor_looks_and_changes_nothing_and_a_mentor_finds_nothing() {
    town(async |town| {
        let auditor = town.ctx("auditor").await.unwrap();
        assert!(!show_template(&auditor, KIND).await.unwrap().may_edit);
        assert!(is_not_found(&keep_template(&auditor, ask(text("Х"), TODAY, 0)).await));
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(is_not_found(&show_template(&mentor, KIND).await));
        assert!(is_not_found(&start_file(&mentor, KIND).await));
    });
}
