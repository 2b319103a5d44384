//! «Папка куратора»: what stands in it, its progress, who takes it along, and that it goes.

use jiff::SignedDuration;
use mentoring::folder::{FolderItem, FolderSection};
use mentoring::order::{OrderNumber, OrderSubject};

use super::support::*;
use crate::folder::{begin, *};
use crate::order::{RegisterOrder, draft_order, register_order};
use crate::sheet::{Sheet, SheetCell};

pub(super) fn words() -> FolderWords {
    FolderWords::new(|it| match it {
        FolderWord::Section(it) => it.slug().to_owned(),
        FolderWord::Index => "index".to_owned(),
        FolderWord::Item(it) | FolderWord::Ground(it) => it.slug().to_owned(),
        FolderWord::Count(it) => it.count.to_string(),
        FolderWord::Size(bytes) => bytes.to_string(),
        other => format!("{other:?}"),
    })
}

fn list() -> FolderList {
    let heads = vec!["Имя".to_owned()];
    let rows = vec![vec![SheetCell::Text("=1+1".into())]];
    let sheet = Sheet { title: "register".into(), heads, rows };
    FolderList { section: FolderSection::Consents, sheet }
}

/// Whether an archive has a file of this name: names stand in it in the clear.
fn has(archive: &[u8], name: &str) -> bool {
    archive.windows(name.len()).any(|it| it == name.as_bytes())
}

#[test]
fn a_folder_begins_with_its_index_and_has_its_lists_by_section() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = make_folder(&curator, vec![list()], words()).await.unwrap();
        let archive = folder_file(&curator, id).await.unwrap();
        assert!(archive.starts_with(b"PK"));
        let names = ["00 index.docx", "00 index.pdf", "04 consents/register.xlsx"];
        for name in names.into_iter().chain(["04 consents/register.pdf"]) {
            assert!(has(&archive, name), "{name}");
        }
        let view = show_folders(&curator).await.unwrap();
        assert_eq!(view.folders[0].state, FolderState::Made);
        assert_eq!(view.folders[0].card.n_missing as usize, view.missing.len());
        assert_eq!(journal(&curator).await[0], "folder_asked");
        let auditor = town.ctx("auditor").await.unwrap();
        assert_eq!(folder_file(&auditor, id).await.unwrap(), archive);
        assert!(!show_folders(&auditor).await.unwrap().may_make);
        let neighbour = town.ctx("neighbour").await.unwrap();
        assert!(is_not_found(&folder_file(&neighbour, id).await));
        let mentor = town.ctx("mentor").await.unwrap();
        assert!(is_not_found(&show_folders(&mentor).await));
    });
}

#[test]
fn one_folder_is_made_at_a_time_and_a_stopped_one_gives_way() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        // Asked for, and nobody works on it: as after a process that ended.
        begin(&curator, &[]).await.map_err(drop).unwrap();
        let view = show_folders(&curator).await.unwrap();
        assert!(view.is_under_way());
        let again = obstacles(ask_folder(&curator, vec![], words()).await);
        assert_eq!(again, [FolderRefused::UnderWay]);
        town.app.clock.move_by(SignedDuration::from_mins(10));
        let later = town.ctx("curator").await.unwrap();
        let state = show_folders(&later).await.unwrap().folders[0].state;
        assert_eq!(state, FolderState::Stopped);
        make_folder(&later, vec![], words()).await.unwrap();
    });
}

#[test]
fn a_folder_goes_after_its_day() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let id = make_folder(&curator, vec![], words()).await.unwrap();
        town.app.clock.move_by(SignedDuration::from_hours(25));
        let tomorrow = town.ctx("curator").await.unwrap();
        assert!(is_not_found(&folder_file(&tomorrow, id).await));
        assert!(show_folders(&tomorrow).await.unwrap().folders.is_empty());
        let next = make_folder(&tomorrow, vec![], words()).await.unwrap();
        let tx = tomorrow.read().await.unwrap();
        assert_eq!(tx.folders(&tomorrow.scope, tomorrow.at()).await.unwrap().len(), 1);
        assert_eq!(tx.folder(&tomorrow.scope, id).await.unwrap(), None);
        assert_ne!(id, next);
    });
}

#[test]
fn an_order_without_its_scan_is_named_by_its_number() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let lacks =
            |view: &FolderView, item| view.missing.iter().find(|it| it.item == item).cloned();
        let before = show_folders(&curator).await.unwrap();
        assert!(lacks(&before, FolderItem::CuratorOrder).is_some());
        let order = draft_order(&curator, OrderSubject::Curator, "О кураторе").await.unwrap();
        let number = OrderNumber::parse("71-од").unwrap();
        let ask = RegisterOrder { number, signed_on: TODAY, acts_from: None, scan: None };
        register_order(&curator, order, &ask).await.unwrap();
        let after = show_folders(&curator).await.unwrap();
        assert_eq!(lacks(&after, FolderItem::CuratorOrder), None);
        let scans = lacks(&after, FolderItem::OrderScans).unwrap();
        assert!(scans.which.contains(&"71-од".to_owned()));
        assert_eq!(after.missing_in(FolderSection::Roadmap).count(), 1);
    });
}
