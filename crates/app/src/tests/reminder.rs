//! Reminders: written once, handed to a real SMTP server of our own, tried again when it is busy.

use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::support::*;
use crate::launch::{Into, ReadDocument, accept_import, read_document};
use crate::person::{SavePerson, change_person, show_person};
use crate::reminder::mail::{MailCover, MailSettings, Mailer};
use crate::reminder::{LetterText, Reminder, plan_reminders, work_once};
use crate::roadmap::act::give_task;
use crate::roadmap::{Approve, approve_version, show_running};
use crate::town::Town;

/// Due in a week, yesterday's week, and far ahead, as seen on 15 September.
const TABLE: &str = "№;Мероприятие;Срок;Ответственный;Результат\n\
    1;Провести встречу;22 сентября 2026 г.;Куратор;\n\
    2;Собрать запросы;1 сентября 2026 г.;Куратор;\n\
    3;Подвести итоги;25 мая 2027 г.;Куратор;\n";

async fn year(town: &Town) {
    let ctx = town.ctx("curator").await.unwrap();
    let ask = ReadDocument { name: "карта.csv".into(), content: TABLE.as_bytes().to_vec() };
    let import = read_document(&ctx, ask).await.unwrap();
    let version = accept_import(&ctx, import, Into::New).await.unwrap();
    let order_on = jiff::civil::date(2026, 9, 1);
    approve_version(&ctx, &Approve { version, order_number: "12".into(), order_on }).await.unwrap();
    let teacher = town.person("teacher").unwrap();
    let view = show_person(&ctx, teacher).await.unwrap();
    let mut ask = SavePerson { name: view.person.name, ..SavePerson::default() };
    ask.contact.email = "teacher@school.example".into();
    change_person(&ctx, teacher, &ask, view.revision).await.unwrap();
    let running = show_running(&ctx, None).await.unwrap();
    for (_, _, task) in running.tasks() {
        give_task(&ctx, task.task.id, &[teacher]).await.unwrap();
    }
}

fn words(it: &Reminder) -> LetterText {
    let titles: Vec<String> =
        it.lines.iter().map(|it| format!("{}: {}", it.title, it.days_left)).collect();
    LetterText { subject: format!("{} matters", it.lines.len()), body: titles.join("\n") }
}

/// A server that takes letters, or says that it is busy as often as it is told to.
struct Sink {
    port: u16,
    taken: Arc<Mutex<Vec<String>>>,
    busy: Arc<Mutex<u32>>,
}

impl Sink {
    async fn open(busy: u32) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let sink = Self { port, taken: Arc::default(), busy: Arc::new(Mutex::new(busy)) };
        let (taken, busy) = (Arc::clone(&sink.taken), Arc::clone(&sink.busy));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, Arc::clone(&taken), Arc::clone(&busy)));
            }
        });
        sink
    }

    fn mailer(&self) -> Mailer {
        Mailer::new(&MailSettings {
            host: "127.0.0.1".into(),
            port: self.port,
            cover: MailCover::None,
            user: None,
            from: "school@school.example".into(),
        })
        .unwrap()
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }
}

async fn talk(stream: TcpStream, taken: Arc<Mutex<Vec<String>>>, busy: Arc<Mutex<u32>>) {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 sink\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let answer = match line.get(..4).unwrap_or_default().to_ascii_uppercase().as_str() {
            "EHLO" => "250 sink",
            "MAIL" if is_busy(&busy) => "451 busy",
            "DATA" => {
                write.write_all(b"354 go on\r\n").await.unwrap();
                let mut letter = String::new();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    letter.push_str(&line);
                    letter.push('\n');
                }
                taken.lock().unwrap().push(letter);
                "250 taken"
            }
            "QUIT" => return,
            _ => "250 well",
        };
        if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

fn is_busy(busy: &Mutex<u32>) -> bool {
    let mut left = busy.lock().unwrap();
    let was = *left;
    *left = was.saturating_sub(1);
    0 < was
}

async fn work(town: &Town, mailer: &Mailer) {
    plan_reminders(&town.app).await.unwrap();
    while work_once(&town.app, &words, mailer).await.unwrap() {}
}

#[test]
fn one_letter_a_day_tells_everything_pressing_and_none_comes_twice() {
    town(async |town| {
        year(&town).await;
        let sink = Sink::open(0).await;
        let mailer = sink.mailer();
        work(&town, &mailer).await;
        let letters = sink.taken();
        assert_eq!(letters.len(), 1, "only who has an address and something pressing");
        assert!(letters[0].contains("To: teacher@school.example"), "{}", letters[0]);
        assert!(letters[0].contains("Subject: 2 matters"), "{}", letters[0]);
        assert!(letters[0].contains("multipart/alternative"), "{}", letters[0]);
        work(&town, &mailer).await;
        assert_eq!(sink.taken().len(), 1, "the same day asks once");
        town.app.clock.move_by(SignedDuration::from_hours(24));
        work(&town, &mailer).await;
        assert_eq!(sink.taken().len(), 1, "six days are no step of the ladder");
    });
}

#[test]
fn a_letter_of_one_school_tells_nothing_of_another() {
    town(async |town| {
        year(&town).await;
        let theirs = town.ctx("neighbour").await.unwrap();
        let table = TABLE.replace("Провести встречу", "Поздравить Бобринецкого");
        let ask = ReadDocument { name: "карта.csv".into(), content: table.into_bytes() };
        let import = read_document(&theirs, ask).await.unwrap();
        let version = accept_import(&theirs, import, Into::New).await.unwrap();
        let order_on = jiff::civil::date(2026, 9, 1);
        let ask = Approve { version, order_number: "7".into(), order_on };
        approve_version(&theirs, &ask).await.unwrap();
        let running = show_running(&theirs, None).await.unwrap();
        for (_, _, task) in running.tasks() {
            give_task(&theirs, task.task.id, &[theirs.person]).await.unwrap();
        }
        let sink = Sink::open(0).await;
        work(&town, &sink.mailer()).await;
        let ours = town.ctx("curator").await.unwrap();
        for (ctx, own, other) in
            [(&ours, "Провести встречу", "Бобринецкого"), (&theirs, "Бобринецкого", "встречу")]
        {
            let tx = ctx.read().await.unwrap();
            let letters = tx.letters(&ctx.scope, ctx.at(), 100).await.unwrap();
            tx.commit().await.unwrap();
            assert!(letters.iter().any(|it| it.body.contains(own)), "{letters:?}");
            assert!(letters.iter().all(|it| !it.body.contains(other)), "{letters:?}");
        }
    });
}

#[test]
fn a_busy_server_gets_the_letter_later_and_once() {
    town(async |town| {
        year(&town).await;
        let sink = Sink::open(1).await;
        let mailer = sink.mailer();
        work(&town, &mailer).await;
        assert_eq!(sink.taken().len(), 0);
        town.app.clock.move_by(SignedDuration::from_mins(2));
        work(&town, &mailer).await;
        assert_eq!(sink.taken().len(), 1);
        work(&town, &mailer).await;
        assert_eq!(sink.taken().len(), 1);
    });
}

#[test]
fn a_closed_task_and_an_early_hour_remind_of_nothing() {
    town(async |town| {
        year(&town).await;
        let sink = Sink::open(0).await;
        let mailer = sink.mailer();
        // 03:00 in Moscow.
        town.app.clock.move_by(-SignedDuration::from_hours(8));
        work(&town, &mailer).await;
        assert!(sink.taken().is_empty());
        town.app.clock.move_by(SignedDuration::from_hours(8));
        let ctx = town.ctx("curator").await.unwrap();
        let running = show_running(&ctx, None).await.unwrap();
        for (_, _, task) in running.tasks() {
            crate::roadmap::act::set_aside(&ctx, task.task.id, "Так решил педсовет").await.unwrap();
        }
        work(&town, &mailer).await;
        assert!(sink.taken().is_empty());
    });
}
