//! Papers: what is known is never asked, every wording stays, signed papers count, packs are whole.

use jiff::civil::date;
use mentoring::id::{OrderId, PaperId, PersonId};
use mentoring::order::{OrderNumber, OrderState};
use mentoring::paper::PaperKind;
use mentoring::period::Period;
use mentoring::person::{GuardianGround, PersonName, Position};

use super::support::*;
use crate::ctx::Ctx;
use crate::order::*;
use crate::paper::*;
use crate::person::*;
use crate::pools::detail::*;

fn fields(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

async fn make(ctx: &Ctx, kind: PaperKind, sent: &[(&str, &str)]) -> PaperId {
    let ask = SavePaper { kind, subject: PaperSubject::default(), day: TODAY, sent: fields(sent) };
    save_paper(ctx, &ask).await.unwrap()
}

fn words(all: &[Shown]) -> String {
    let of = |pieces: &[Piece]| {
        let words = pieces.iter().map(|it| match it {
            Piece::Words { text, .. } => text.replace('\u{a0}', " "),
            Piece::Break => "\n".to_owned(),
            Piece::Blank { .. } => "____".to_owned(),
        });
        words.collect::<String>()
    };
    let lines = all.iter().map(|it| match it {
        Shown::Line { pieces, .. } => of(pieces),
        Shown::Beside(parts) => parts.iter().map(|it| of(it)).collect::<Vec<_>>().join(" | "),
        Shown::Table { rows, .. } => {
            let cell = |it: &ShownCell| it.lines.iter().map(|it| of(it)).collect::<String>();
            let row = |it: &Vec<ShownCell>| it.iter().map(cell).collect::<Vec<_>>().join(" | ");
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
        Shown::Gap => String::new(),
    });
    lines.collect::<Vec<_>>().join("\n")
}

async fn register_text(ctx: &Ctx, paper: PaperId, number: &str) -> OrderId {
    let order = show_paper(ctx, paper).await.unwrap().order.unwrap().id;
    let number = OrderNumber::parse(number).unwrap();
    let ask = RegisterOrder { number, signed_on: TODAY, acts_from: None, scan: None };
    register_order(ctx, order, &ask).await.unwrap();
    order
}

#[test]
fn what_is_known_is_shown_with_its_place_and_only_the_rest_is_asked() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let subject = PaperSubject::default();
        let form = new_paper(&curator, PaperKind::CuratorOrder, subject, None).await.unwrap();
        let known = |path: &str| form.known.iter().find(|it| it.field.path == path).unwrap();
        assert!(known("curator").words.starts_with("Орлова Марина Сергеевна"));
        assert_eq!(known("school_year").words, "2026–2027");
        assert_eq!(known("organisation.head").place, Place::Heads);
        assert_eq!(known("organisation.settlement").words, "Заречный");
        let asked: Vec<&str> = form.asked.iter().map(|it| it.path).collect();
        assert_eq!(
            asked,
            ["starts_on", "ends_on", "model", "basis", "forms", "deputy", "pay_basis"]
        );
        let is_filled = |name: &str| form.filled.iter().any(|(it, _)| it == name);
        assert!(is_filled("ends_on") && is_filled("model") && !is_filled("deputy"));
        // What the card does not have is not asked either, but told with the place to record it.
        let form = new_paper(&curator, PaperKind::DataConsent, subject, None).await.unwrap();
        let number = form.known.iter().find(|it| it.field.path == "organisation.taxpayer_number");
        assert_eq!(number.map(|it| (it.words.as_str(), it.place)), Some(("", Place::Organisation)));
    });
}

#[test]
fn an_order_gets_its_text_its_readers_and_with_its_registration_number_and_day() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let sent =
            [("model", "teachers"), ("deputy", "Ясенева Ольга Дмитриевна"), ("forms", "а\nб")];
        let paper = make(&curator, PaperKind::CuratorOrder, &sent).await;
        let view = show_paper(&curator, paper).await.unwrap();
        let order = view.order.clone().unwrap();
        assert_eq!(order.title, "О назначении куратора");
        let sheet = show_order(&curator, order.id).await.unwrap();
        let readers: Vec<String> =
            sheet.people.iter().map(|(it, _)| it.name.surname.clone()).collect();
        assert_eq!(readers, ["Орлова", "Ясенева"]);
        let text = words(&view.shown);
        assert!(text.contains("Ясенев"), "{text}");
        assert!(view.to_fill.iter().any(|it| it == "Начало срока"), "{:?}", view.to_fill);
        register_text(&curator, paper, "74-од").await;
        let signed = show_paper(&curator, paper).await.unwrap();
        assert_eq!((signed.state, signed.paper.number.as_str()), (PaperState::Signed, "74-од"));
        assert_eq!(signed.revisions.len(), 2);
        let (_, docx) = paper_file(&curator, paper, PaperFormat::Docx).await.unwrap();
        assert_eq!(store::File::digest(&docx), signed.revisions[0].sha256);
        assert!(!signed.is_outdated);
        let again = change_paper(&curator, paper, TODAY, &[], signed.paper.revision).await;
        assert_eq!(obstacles(again), [PaperObstacle::NoDraft]);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn the_same_data_give_the_same_bytes_and_what_changed_is_told_before_it_is_made_anew() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let kind = PaperKind::AcquaintanceSheet;
        let sent = [("document", "положение"), ("people", "Рощин Пётр Валерьевич")];
        let (one, other) = (make(&curator, kind, &sent).await, make(&curator, kind, &sent).await);
        let digest = async |id| show_paper(&curator, id).await.unwrap().revisions[0].sha256.clone();
        assert_eq!(digest(one).await, digest(other).await);
        refresh_paper(&curator, one).await.unwrap();
        assert_eq!(show_paper(&curator, one).await.unwrap().revisions.len(), 1);
        let roshchin = town.person("mentor2").unwrap();
        let view = show_person(&curator, roshchin).await.unwrap();
        let name = PersonName::parse("Рощин-Лесной Пётр Валерьевич");
        let ask = SavePerson { name, job_title: "учитель".into(), ..SavePerson::default() };
        change_person(&curator, roshchin, &ask, view.revision).await.unwrap();
        assert!(show_paper(&curator, one).await.unwrap().is_outdated);
        refresh_paper(&curator, one).await.unwrap();
        let view = show_paper(&curator, one).await.unwrap();
        assert_eq!((view.is_outdated, view.revisions.len()), (false, 2));
        assert!(words(&view.shown).contains("Рощин-Лесной"));
    });
}

#[test]
fn a_signed_paper_is_evidence_until_its_registration_is_taken_back() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let paper = make(&curator, PaperKind::TeachersRegulation, &[("most_mentees", "3")]).await;
        let evidence = async || {
            let tx = curator.read().await.unwrap();
            let all = tx.evidence_records(&curator.scope, curator.at()).await.unwrap();
            all.into_iter().map(|it| (it.kind, it.about)).collect::<Vec<_>>()
        };
        let ask = |number: &str, signed_on| RegisterPaper {
            number: number.to_owned(),
            signed_on,
            scan: Some(("скан.pdf".into(), b"%PDF-1.7 x".to_vec())),
        };
        let wrong = RegisterPaper {
            scan: Some(("скан.exe".into(), b"MZ".to_vec())),
            ..ask(&"9".repeat(50), date(2026, 9, 16))
        };
        let refused = obstacles(register_paper(&curator, paper, wrong).await);
        assert_eq!(refused.len(), 3, "{refused:?}");
        register_paper(&curator, paper, ask("1", TODAY)).await.unwrap();
        assert_eq!(evidence().await, [("regulation".to_owned(), "regulation".to_owned())]);
        let view = show_paper(&curator, paper).await.unwrap();
        assert!(view.paper.scan.is_some() && view.paper.made.is_some());
        withdraw_paper(&curator, paper).await.unwrap();
        assert_eq!(evidence().await, []);
        assert_eq!(show_paper(&curator, paper).await.unwrap().state, PaperState::Draft);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_change_of_an_order_is_an_order_that_tells_only_the_difference() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let before = [
            ("model", "teachers"),
            ("group_head", "Ясенева Ольга Дмитриевна"),
            ("members", "Рощин Пётр Валерьевич"),
            ("members", "Лугова Ирина Олеговна"),
            ("inform_by", "2026-10-01"),
        ];
        let paper = make(&curator, PaperKind::WorkingGroupOrder, &before).await;
        assert!(amend_form(&curator, paper).await.is_err());
        let order = register_text(&curator, paper, "75-од").await;
        let form = amend_form(&curator, paper).await.unwrap().form;
        let change = |sent: Vec<(String, String)>| SaveAmendment {
            from: TODAY,
            reason: String::new(),
            sent,
        };
        let same = save_amendment(&curator, paper, &change(form.filled.clone())).await;
        assert_eq!(obstacles(same), [AmendObstacle::NothingChanged]);
        let mut after = form.filled.clone();
        for (name, value) in &mut after {
            if name == "members" && value.starts_with("Лугова") {
                *value = "Берёзкин Глеб Антонович".into();
            }
            if name == "inform_by" {
                *value = "2026-10-05".into();
            }
        }
        let amending = save_amendment(&curator, paper, &change(after.clone())).await.unwrap();
        let text = words(&show_paper(&curator, amending).await.unwrap().shown);
        assert!(text.contains("В перечне «Члены» строку «Лугова Ирина Олеговна"), "{text}");
        assert!(text.contains("заменить строкой «Берёзкин Глеб Антонович"), "{text}");
        assert!(text.contains("в следующей редакции: «5 октября 2026 г."), "{text}");
        assert!(!text.contains("Рощин"), "{text}");
        register_text(&curator, amending, "76-од").await;
        let changed = show_order(&curator, order).await.unwrap();
        assert_eq!(changed.state, OrderState::Changed);
        assert!(changed.changed_by.is_some());
        // The next change is counted from the state that this one made.
        let same = save_amendment(&curator, paper, &change(after)).await;
        assert_eq!(obstacles(same), [AmendObstacle::NothingChanged]);
    });
}

async fn student(ctx: &Ctx, name: &str, birth: jiff::civil::Date) -> PersonId {
    let ask = SavePerson { name: PersonName::parse(name), ..SavePerson::default() };
    let id = add_person(ctx, &ask).await.unwrap();
    for (position, about) in [(Position::Student, "7А"), (Position::Mentee, "")] {
        let period = Period::since(date(2026, 9, 1));
        give_role(ctx, id, &GiveRole { position, about: about.into(), period }).await.unwrap();
    }
    let detail = SaveDetail { birth_on: Some(birth), ..SaveDetail::default() };
    save_detail(ctx, id, &detail, 0).await.unwrap();
    id
}

#[test]
fn a_pack_has_every_missing_blank_of_a_class_with_the_right_signers_and_stays_a_day() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let child = student(&curator, "Жук Павел Ильич", date(2014, 3, 5)).await;
        student(&curator, "Ветрова Анна Олеговна", date(2010, 3, 5)).await;
        let guardian = NameGuardian {
            ward: child,
            guardian: town.person("guardian").unwrap(),
            ground: GuardianGround::Parent,
            paper: String::new(),
            from: Some(date(2026, 9, 1)),
        };
        name_guardian(&curator, &guardian).await.unwrap();
        let offer = offer_pack(&curator, PackWhat::Consents, "7А").await.unwrap();
        // Under 14 two of the representative; from 14 the own application too.
        assert_eq!(offer.n_papers, 5);
        let ask = |people, format| AskPack {
            what: PackWhat::Consents,
            about: "7А".into(),
            people,
            partners: Vec::new(),
            sent: Vec::new(),
            format,
            title: "Согласия 7А".into(),
        };
        let pack = ask_pack(&curator, &ask(Vec::new(), PackFormat::Pdf)).await.unwrap();
        assert!(pack_file(&curator, pack).await.is_err());
        work_on_pack(&curator, pack).await.unwrap();
        let view = show_pack(&curator, pack).await.unwrap();
        assert_eq!((view.pack.n_done, view.pack.failure.clone(), view.is_ready), (5, None, true));
        let (_, _, pdf) = pack_file(&curator, pack).await.unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        let head = town.ctx("head").await.unwrap();
        assert!(is_not_found(&show_pack(&head, pack).await));
        let one = ask_pack(&curator, &ask(vec![child], PackFormat::Zip)).await.unwrap();
        work_on_pack(&curator, one).await.unwrap();
        assert_eq!(show_pack(&curator, one).await.unwrap().pack.n_papers, 2);
        let (_, _, zip) = pack_file(&curator, one).await.unwrap();
        assert!(zip.starts_with(b"PK"));
        let nobody = ask(vec![town.person("mentor").unwrap()], PackFormat::Pdf);
        assert_eq!(obstacles(ask_pack(&curator, &nobody).await), [PackObstacle::Nothing]);
        assert!(town.app.store.verify().await.unwrap().flaws.is_empty());
    });
}

#[test]
fn a_pack_of_own_word_files_is_an_archive_and_a_draft_tells_that_its_text_changed() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let kind = PaperKind::Certificate;
        let draft = make(&curator, kind, &[("person", "Рощин Пётр Валерьевич")]).await;
        let own = version::start_file(&curator, kind).await.unwrap();
        let kept = keep::KeepTemplate {
            kind,
            body: keep::TemplateBody::Word("Сертификат.docx".into(), own),
            from: TODAY,
            why: "свой бланк".into(),
            is_given: false,
            after: 0,
        };
        keep::keep_template(&curator, kept).await.unwrap();
        let view = show_paper(&curator, draft).await.unwrap();
        assert!(view.is_outdated && view.is_word_only);
        assert!(paper_file(&curator, draft, PaperFormat::Pdf).await.is_err());
        let ask = |format| AskPack {
            what: PackWhat::Certificates,
            about: String::new(),
            people: vec![town.person("mentor").unwrap()],
            partners: Vec::new(),
            sent: Vec::new(),
            format,
            title: "Сертификаты".into(),
        };
        let refused = obstacles(ask_pack(&curator, &ask(PackFormat::Pdf)).await);
        assert_eq!(refused, [PackObstacle::WordOnly { kind }]);
        let pack = ask_pack(&curator, &ask(PackFormat::Zip)).await.unwrap();
        work_on_pack(&curator, pack).await.unwrap();
        assert!(show_pack(&curator, pack).await.unwrap().is_ready);
    });
}

#[test]
fn a_blank_of_a_child_names_child_and_representative_in_the_right_case() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let child = student(&curator, "Жук Павел Ильич", date(2014, 3, 5)).await;
        let guardian = NameGuardian {
            ward: child,
            guardian: town.person("guardian").unwrap(),
            ground: GuardianGround::Parent,
            paper: String::new(),
            from: Some(date(2026, 9, 1)),
        };
        name_guardian(&curator, &guardian).await.unwrap();
        let subject = PaperSubject { person: Some(child), ..PaperSubject::default() };
        let kind = PaperKind::GuardianConsent;
        let form = new_paper(&curator, kind, subject, None).await.unwrap();
        let ask = SavePaper { kind, subject, day: TODAY, sent: form.filled };
        let id = save_paper(&curator, &ask).await.unwrap();
        let text = words(&show_paper(&curator, id).await.unwrap().shown);
        assert!(text.contains("Ключникова Вера Игоревна"), "{text}");
        assert!(text.contains("(мать) несовершеннолетнего Жука Павла Ильича"), "{text}");
        assert!(text.contains("ученика 7А класса"), "{text}");
        assert!(!text.contains("хочу участвовать"), "{text}");
    });
}

#[test]
fn papers_are_made_and_seen_only_by_whose_right_they_are() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let order = make(&curator, PaperKind::CuratorOrder, &[]).await;
        for login in ["neighbour", "mentor", "guardian"] {
            let other = town.ctx(login).await.unwrap();
            assert!(is_not_found(&show_paper(&other, order).await), "{login}");
            assert!(is_not_found(&paper_file(&other, order, PaperFormat::Docx).await), "{login}");
        }
        let neighbour = town.ctx("neighbour").await.unwrap();
        let list = list_papers(&neighbour, &PaperFilter::default()).await.unwrap();
        assert_eq!(list.n_all, 0);
        let subject = PaperSubject { person: town.person("mentor"), ..PaperSubject::default() };
        let foreign = new_paper(&neighbour, PaperKind::DataConsent, subject, None).await;
        assert!(is_not_found(&foreign));
        // A deputy records consents, but neither orders nor addenda.
        let deputy = town.ctx("deputy").await.unwrap();
        assert!(new_paper(&deputy, PaperKind::DataConsent, subject, None).await.is_ok());
        let none = PaperSubject::default();
        for kind in [PaperKind::CuratorOrder, PaperKind::ContractAddendum] {
            assert!(is_not_found(&new_paper(&deputy, kind, none, None).await), "{kind}");
        }
        travels(list_papers(&curator, &PaperFilter::default())).await.unwrap();
    });
}

#[test]
fn every_kind_has_a_form_and_is_made_of_an_empty_one() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        for kind in PaperKind::ALL {
            let subject = PaperSubject::default();
            let form = new_paper(&curator, *kind, subject, None).await.unwrap();
            let ask = SavePaper { kind: *kind, subject, day: TODAY, sent: form.filled };
            let id =
                save_paper(&curator, &ask).await.unwrap_or_else(|err| panic!("{kind}: {err:?}"));
            let view = show_paper(&curator, id).await.unwrap();
            assert!(!view.shown.is_empty() && !view.is_outdated, "{kind}");
        }
    });
}

async fn keep_text(ctx: &Ctx, kind: PaperKind, text: &str, after: u32) {
    use crate::paper::keep::{KeepTemplate, TemplateBody, keep_template};
    let body = TemplateBody::Text(text.to_owned());
    let why = "новый бланк".to_owned();
    let ask = KeepTemplate { kind, body, from: TODAY, why, is_given: false, after };
    keep_template(ctx, ask).await.unwrap();
}

#[test]
fn a_draft_follows_the_template_and_what_is_signed_keeps_its_text() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let kind = PaperKind::CuratorOrder;
        let paper = make(&curator, kind, &[("model", "teachers")]).await;
        keep_text(&curator, kind, "# ПЕРВЫЙ\n{{ organisation.name }}", 0).await;
        let draft = show_paper(&curator, paper).await.unwrap();
        assert!(words(&draft.shown).starts_with("ПЕРВЫЙ"));
        register_text(&curator, paper, "74-од").await;
        town.app.clock.move_by(jiff::SignedDuration::from_mins(5));
        let later = town.ctx("curator").await.unwrap();
        keep_text(&later, kind, "# ВТОРОЙ\n{{ organisation.name }}", 1).await;
        let signed = show_paper(&later, paper).await.unwrap();
        assert!(words(&signed.shown).starts_with("ПЕРВЫЙ"), "the same day, an earlier moment");
    });
}

#[test]
fn a_template_that_does_not_fit_a_paper_is_told_on_its_page_and_gives_no_file() {
    town(async |town| {
        let curator = town.ctx("curator").await.unwrap();
        let kind = PaperKind::MentorsOrder;
        let paper = make(&curator, kind, &[("model", "teachers")]).await;
        // Sound on the sample, which has two mentors.
        let text =
            "# ПРИКАЗ\n{% if mentors|length == 2 %}двое{% else %}{{ mentors[9].form }}{% endif %}";
        keep_text(&curator, kind, text, 0).await;
        let view = show_paper(&curator, paper).await.unwrap();
        assert!(matches!(view.not_made, Some(NotRendered::Undefined { line: 2, .. })));
        for format in [PaperFormat::Docx, PaperFormat::Pdf] {
            assert!(is_not_found(&paper_file(&curator, paper, format).await));
        }
        let id = crate::folder::make_folder(&curator, vec![], crate::tests::folder::words()).await;
        assert!(id.is_ok(), "the folder goes without it");
    });
}
