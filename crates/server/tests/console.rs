//! The commands of an administrator, with the built program: what they print and how they end.
#![expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use app::account::{Found, found_school};
use app::clock::{Clock, Ids};
use app::{App, Manner, Store};

/// An empty folder of a test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn estafeta(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_estafeta"));
    command.current_dir(folder).args(arguments).env_remove("ESTAFETA_DATABASE");
    command.env_remove("ESTAFETA_LANGUAGE");
    command.stdin(std::process::Stdio::null()).output().unwrap()
}

fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim().to_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// A school with its curator in the database that commands look for.
fn school(folder: &Path) {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(async {
        let url = format!("sqlite:{}", folder.join("estafeta.db").display());
        let store = Store::connect(&url).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Clock::standing("2026-09-15T08:00:00Z".parse().unwrap());
        let app = App::new(store, clock, Ids::random(), Manner::Work);
        let ask = Found {
            name: "Школа № 7".into(),
            curator: "Куратор".into(),
            lang: "ru".into(),
            ..Found::default()
        };
        found_school(&app, &ask).await.unwrap();
        app.store.close().await.unwrap();
    });
}

#[test]
fn a_database_is_copied_verified_and_put_back() {
    let at = folder("copy");
    school(&at);
    assert_eq!(said(&estafeta(&at, &["migrate"])).0, 0);
    let (status, out, _) = said(&estafeta(&at, &["verify"]));
    assert_eq!(status, 0);
    assert!(out.ends_with("flaws 0"), "{out}");
    assert_eq!(said(&estafeta(&at, &["backup", "copy.db"])), (0, "copy.db".into(), String::new()));
    let again = said(&estafeta(&at, &["backup", "copy.db"]));
    assert_eq!(again.0, 2);
    assert!(again.2.contains("exists"), "{}", again.2);
    assert_eq!(said(&estafeta(&at, &["restore", "copy.db"])).0, 0);
    assert!(at.join("estafeta.db.before-restore").exists());
    assert_eq!(said(&estafeta(&at, &["verify"])).0, 0);
}

#[test]
fn a_copy_is_noted_with_its_term_and_what_was_destroyed_is_told_without_names() {
    let at = folder("destroyed");
    school(&at);
    assert_eq!(said(&estafeta(&at, &["backup", "copy.db", "--keep-days", "30"])).0, 0);
    assert_eq!(said(&estafeta(&at, &["destroyed"])), (0, String::new(), String::new()));
    std::fs::write(at.join("list.txt"), "nonsense").unwrap();
    let refused = said(&estafeta(&at, &["restore", "copy.db", "--destroyed", "list.txt"]));
    assert_eq!(refused.0, 2);
    assert!(refused.2.contains("line 1"), "{}", refused.2);
    assert!(!at.join("estafeta.db.restoring").exists());
    std::fs::write(at.join("list.txt"), "").unwrap();
    let done = said(&estafeta(&at, &["restore", "copy.db", "--destroyed", "list.txt"]));
    assert_eq!(done.0, 0, "{}", done.2);
}

#[test]
fn nothing_is_restored_from_what_is_no_copy_and_nothing_is_made_by_looking() {
    let at = folder("no-copy");
    let (status, _, error) = said(&estafeta(&at, &["verify"]));
    assert_eq!((status, error.contains("there is no database")), (2, true), "{error}");
    assert!(!at.join("estafeta.db").exists());
    school(&at);
    std::fs::write(at.join("letter.txt"), "это письмо").unwrap();
    let (status, _, _) = said(&estafeta(&at, &["restore", "letter.txt"]));
    assert_ne!(status, 0);
    assert_eq!(said(&estafeta(&at, &["verify"])).0, 0);
    assert_eq!(said(&estafeta(&at, &["restore", "nowhere.db"])).0, 2);
}

#[test]
fn a_person_is_added_and_invited_by_a_link() {
    let at = folder("user");
    school(&at);
    let add = ["user", "add", "Ветров Андрей Николаевич", "--organisation", "школа № 7", "--role"];
    let (status, out, error) = said(&estafeta(&at, &[&add[..], &["head"]].concat()));
    assert_eq!(status, 0, "{error}");
    assert!(out.starts_with("http://127.0.0.1:8080/invitations/"), "{out}");
    let invite =
        ["user", "invite", "Ветров А. Н.", "--organisation", "Школа № 7", "--role", "head"];
    let (status, again, error) = said(&estafeta(&at, &invite));
    assert_eq!(status, 0, "{error}");
    assert_ne!(out, again);
    let nowhere = ["user", "invite", "Ветров", "--organisation", "Школа № 8"];
    assert_eq!(said(&estafeta(&at, &nowhere)).0, 2);
    // No password on stdin is too short a password.
    assert_eq!(said(&estafeta(&at, &["user", "reset", "curator"])).0, 2);
}

#[test]
fn a_roadmap_is_drafted_from_a_document() {
    let at = folder("import");
    school(&at);
    let text = "Дорожная карта по реализации системы наставничества педагогических работников \
на 2026-2027 учебный год\n\n№\tМероприятие\tСрок\tОтветственный\tРезультат\n\
1\tЗакрепление наставнических пар\tСентябрь 2026 г.\tКуратор\tПриказ о закреплении пар\n\
2\tОбучение наставников\tОктябрь 2026 г.\tКуратор\tПрограмма обучения\n";
    std::fs::write(at.join("карта.txt"), text).unwrap();
    let ask = ["import", "roadmap", "карта.txt", "--organisation", "Школа № 7"];
    let (status, out, error) = said(&estafeta(&at, &ask));
    assert!(out.contains("rows 2"), "{out} {error}");
    assert_eq!(status == 0, out.contains("draft "), "{out} {error}");
    std::fs::write(at.join("письмо.txt"), "Здравствуйте!").unwrap();
    let ask = ["import", "roadmap", "письмо.txt", "--organisation", "Школа № 7"];
    let (status, _, error) = said(&estafeta(&at, &ask));
    assert_eq!(status, 2);
    assert!(error.contains("no roadmap"), "{error}");
}

#[test]
fn several_files_name_themselves_in_json_and_an_unreadable_one_leaves_its_line() {
    let at = folder("check");
    let text = "Дорожная карта наставничества на 2026-2027 учебный год\n\n\
Мероприятие\tСрок\tОтветственный\nПриказ о назначении куратора\tсентябрь\tДиректор\n\
Обучение наставников\tоктябрь\tКуратор\n";
    std::fs::write(at.join("карта.txt"), text).unwrap();
    let (status, out, error) =
        said(&estafeta(&at, &["check", "--format", "json", "карта.txt", "нет.docx"]));
    assert_eq!(status, 2);
    let lines: Vec<serde_json::Value> =
        out.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    assert_eq!(lines.len(), 2, "{out}");
    assert_eq!(lines[0]["file"], "карта.txt");
    assert_eq!(lines[0]["rows"].as_array().unwrap().len(), 2);
    assert!(lines[1]["error"].as_str().unwrap().starts_with("такого файла нет"));
    assert!(error.starts_with("нет.docx: такого файла нет"), "{error}");
    let (_, alone, _) = said(&estafeta(&at, &["check", "--format", "json", "карта.txt"]));
    assert!(alone.starts_with("{\"title\":"), "{alone}");
}

#[test]
fn messages_are_russian_unless_another_language_is_asked_for() {
    let at = folder("language");
    let error = |arguments: &[&str]| {
        let (status, _, error) = said(&estafeta(&at, arguments));
        assert_eq!((status, error.lines().count()), (2, 1), "{error}");
        error
    };
    assert!(error(&["check", "нет.docx"]).contains("такого файла нет"));
    assert!(error(&["check", "нет.docx", "--language", "en"]).contains("there is no such file"));
    assert!(error(&["explain", "R014", "--language", "de"]).contains("можно: ru, en"));
    assert!(error(&["chek"]).starts_with("Команды «chek» нет, похожа «check»"));
    assert!(error(&["deadline", "май", "--period", "вчера"]).contains("ожидаются годы"));
    let (status, out, _) = said(&estafeta(&at, &["explain", "R014", "--language", "en"]));
    assert_eq!((status, out.starts_with("R014 ")), (0, true));
}

#[test]
fn a_pipe_is_read_no_further_than_a_roadmap_may_be_long() {
    let at = folder("pipe");
    let mut command = Command::new(env!("CARGO_BIN_EXE_estafeta"));
    command.current_dir(&at).args(["check", "/dev/stdin"]).stdin(std::process::Stdio::piped());
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut pipe = child.stdin.take().unwrap();
    let block = vec![b'a'; 1 << 20];
    // The reader stops before the writer has written all.
    let written = (0..512).take_while(|_| pipe.write_all(&block).is_ok()).count();
    drop(pipe);
    let (status, _, error) = said(&child.wait_with_output().unwrap());
    assert!(written < 512, "{written}");
    assert_eq!(status, 2);
    assert!(error.contains("файл больше"), "{error}");
}

#[test]
fn a_municipality_and_its_school_are_set_up_each_with_its_keeper() {
    let at = folder("organisations");
    let add =
        |arguments: &[&str]| said(&estafeta(&at, &[&["organisation", "add"], arguments].concat()));
    let keeper = ["--keeper", "Гаврилова Софья Андреевна", "--login", "centre"];
    let centre = [&["Заречный район", "--kind", "municipal_centre"], &keeper[..]].concat();
    let (status, id, told) = add(&centre);
    assert_eq!(status, 0, "{told}");
    assert_eq!(id.len(), 36);
    let keeper = ["--keeper", "Орлова Марина Сергеевна", "--login", "orlova"];
    let school = [&["Школа № 7", "--above", "заречный район"], &keeper[..]].concat();
    assert_eq!(add(&school).0, 0);
    let (status, _, told) = add(&school);
    assert_eq!(status, 2);
    assert!(told.contains("of this name") && !told.contains('\n'), "{told}");
    let nowhere = [&["Школа № 8", "--above", "Луна"], &keeper[..]].concat();
    assert!(add(&nowhere).2.contains("0 organisations"));
    let under_school = ["Район", "--kind", "municipal_centre", "--above", "Школа № 7"];
    assert_eq!(add(&[&under_school[..], &["--keeper", "Кто", "--login", "who"]].concat()).0, 2);
    let invited = said(&estafeta(
        &at,
        &[
            "user",
            "add",
            "Ветров Андрей Николаевич",
            "--organisation",
            "Школа № 7",
            "--role",
            "head",
        ],
    ));
    assert_eq!(invited.0, 0, "{}", invited.2);
    assert!(said(&estafeta(&at, &["verify"])).1.ends_with("flaws 0"));
}

#[test]
fn a_list_of_people_is_taken_once_and_what_is_wrong_is_left() {
    let at = folder("people");
    school(&at);
    let list = "ФИО;Должность\nОрлов Иван Ильич;учитель\nЛисов;сторож\n";
    std::fs::write(at.join("штат.csv"), list).unwrap();
    let ask = ["import", "people", "штат.csv", "--organisation", "Школа № 7"];
    let (status, out, _) = said(&estafeta(&at, &ask));
    assert_eq!(status, 1, "a row was left");
    assert!(out.starts_with("добавлено 1, изменилось 0, без изменений 0, осталось строк 1"));
    let (_, out, _) = said(&estafeta(&at, &ask));
    assert!(out.starts_with("добавлено 0, изменилось 0, без изменений 1"), "{out}");
    let (status, _, error) = said(&estafeta(&at, &["import", "people", "нет.csv", ask[3], ask[4]]));
    assert_eq!(status, 2, "{error}");
}
