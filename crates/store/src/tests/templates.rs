//! Templates of papers and folders: who finds whose, numbers, what goes after a day.

use jiff::civil::{Date, date};
use mentoring::access::{Role, Scope};
use mentoring::id::*;
use mentoring::paper::PaperKind;
use mentoring::paper::template::TemplateForm;

use super::support::*;
use crate::{File, Folder, PaperTemplate, StoreError};

const KIND: PaperKind = PaperKind::MentorsOrder;

fn version(organisation: u128, number: u32, from_on: Date) -> PaperTemplate {
    PaperTemplate {
        organisation: OrganisationId(id(organisation)),
        id: PaperTemplateId(id(organisation * 100 + u128::from(number))),
        kind: KIND,
        number,
        form: TemplateForm::Text,
        from_on,
        text: format!("# ПРИКАЗ {organisation}.{number}"),
        word: None,
        is_given: organisation < 3,
        why: "новый устав".into(),
        kept_by: AccountId(id(1)),
        kept_at: now(),
    }
}

#[test]
fn versions_are_found_along_the_way_up_and_never_in_a_neighbour() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        for it in [version(2, 1, TODAY), version(3, 1, TODAY), version(3, 2, date(2026, 10, 1))] {
            tx.insert_paper_template(&it).await.unwrap();
        }
        let upwards = tx.upwards(school()).await.unwrap();
        let ids: Vec<OrganisationId> = upwards.iter().map(|it| it.organisation).collect();
        assert_eq!(ids, [3, 2, 1].map(|it| OrganisationId(id(it))));
        assert_eq!(upwards[1].name, "Организация 2");
        let cards = tx.template_cards(&ids, Some(KIND)).await.unwrap();
        let found: Vec<_> = cards.iter().map(|it| (it.organisation, it.number)).collect();
        assert_eq!(found.len(), 3);
        assert_eq!(found[0], (school(), 2), "the latest first");
        assert_eq!(tx.template_cards(&ids, Some(PaperKind::PairsOrder)).await.unwrap(), []);
        let own = tx.paper_template(&curator(), school(), (KIND, 2)).await.unwrap().unwrap();
        assert_eq!(own, version(3, 2, date(2026, 10, 1)));
        assert_eq!(tx.paper_template(&neighbour(), school(), (KIND, 2)).await.unwrap(), None);
        let given = cards.iter().find(|it| it.is_given).unwrap();
        assert_eq!(tx.chosen_template(given).await.unwrap().text, "# ПРИКАЗ 2.1");
    });
}

#[test]
fn two_versions_never_have_one_number() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        tx.insert_paper_template(&version(3, 1, TODAY)).await.unwrap();
        let twice = PaperTemplate { id: PaperTemplateId(id(77)), ..version(3, 1, TODAY) };
        let refused = tx.insert_paper_template(&twice).await;
        assert!(matches!(refused, Err(StoreError::Taken(_))));
    });
}

#[test]
fn a_word_file_lies_among_the_files_and_is_found_by_its_version() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let file = File {
            organisation: school(),
            id: FileId(id(50)),
            name: "Приказ.docx".into(),
            media_type: "application/octet-stream".into(),
            size_bytes: 3,
            sha256: File::digest(b"abc"),
            content: b"abc".to_vec(),
            kept_by: AccountId(id(1)),
            kept_at: now(),
        };
        tx.insert_file(&file).await.unwrap();
        let text = version(3, 1, TODAY);
        let form = TemplateForm::Word;
        let word = PaperTemplate { form, word: Some(file.id), ..version(3, 2, TODAY) };
        tx.insert_paper_template(&word).await.unwrap();
        assert_eq!(tx.template_file(&word).await.unwrap(), Some(b"abc".to_vec()));
        assert_eq!(tx.template_file(&text).await.unwrap(), None);
    });
}

#[test]
fn a_folder_tells_its_progress_and_goes_after_its_day() {
    both(async |store| {
        town(&store).await;
        let tx = store.begin().await.unwrap();
        let folder = Folder {
            organisation: school(),
            id: FolderId(id(60)),
            asked_by: AccountId(id(1)),
            asked_at: now(),
            n_all: 0,
            n_done: 0,
            moved_at: now(),
            made_at: None,
            has_failed: false,
            n_missing: 0,
            size_bytes: 0,
            content: Vec::new(),
        };
        tx.insert_folder(&folder).await.unwrap();
        tx.move_folder(school(), folder.id, (3, 9), later(5)).await.unwrap();
        let cards = tx.folders(&curator(), school()).await.unwrap();
        assert_eq!((cards[0].n_done, cards[0].n_all, cards[0].moved_at), (3, 9, later(5)));
        assert_eq!(tx.folders(&neighbour(), school()).await.unwrap(), []);
        let made = Folder { made_at: Some(later(9)), content: b"PK".to_vec(), ..folder };
        tx.save_folder(&made).await.unwrap();
        let scope = Scope::of(school(), Role::Auditor);
        assert_eq!(tx.folder(&scope, made.id).await.unwrap().unwrap().content, b"PK");
        assert_eq!(tx.folder(&neighbour(), made.id).await.unwrap(), None);
        assert_eq!(tx.remove_folders_before(now()).await.unwrap(), 0);
        assert_eq!(tx.remove_folders_before(later(1)).await.unwrap(), 1);
    });
}
