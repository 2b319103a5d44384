//! How long papers and roadmaps take to read and write: `cargo bench -p documents --bench papers`.

use divan::counter::ItemsCount;
use divan::{Bencher, black_box};
use documents::papers::{self, Paper, PaperKind, Wording};
use documents::write::{self, RoadmapPaper};
use documents::{fixture, read};
use jiff::civil::date;
use roadmap::plan::Plan;
use roadmap::source::Source;
use roadmap::standard::{Standard, document};
use roadmap::{Options, compile};

fn main() {
    divan::main();
}

/// A standard roadmap of some forty rows, as large as those that schools write.
fn sample() -> Source {
    document(Standard::Teachers, 2025, "МБОУ «Школа № 5» г. Заречный")
}

fn plan() -> (Plan, RoadmapPaper) {
    let about = RoadmapPaper { organisation: None, approval: None, day: date(2025, 9, 2) };
    (compile(&sample(), &Options::default()), about)
}

#[divan::bench(args = ["docx", "odt", "xlsx", "ods", "csv", "txt"])]
fn reads(bencher: Bencher<'_, '_>, format: &str) {
    let source = sample();
    let bytes = match format {
        "docx" => fixture::docx(&source),
        "odt" => fixture::odt(&source),
        "xlsx" => fixture::xlsx(&source),
        "ods" => fixture::ods(&source),
        "csv" => fixture::csv(&source, ';'),
        _ => fixture::text(&source),
    };
    let name = format!("roadmap.{format}");
    bencher.bench(|| read::read(black_box(&name), black_box(&bytes)));
}

#[divan::bench]
fn writes_word(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_docx(black_box(&plan), &about));
}

#[divan::bench]
fn writes_excel(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_xlsx(black_box(&plan), &about));
}

#[divan::bench]
fn writes_pdf(bencher: Bencher<'_, '_>) {
    let (plan, about) = plan();
    bencher.bench(|| write::roadmap_pdf(black_box(&plan), &about));
}

/// An order of one page with a table of ten rows, as the rivals make it (`docs/performance.md`).
const ORDER: &str = "^ {{ organisation.name }}\n\n# ПРИКАЗ № {{ number }}\n\n< {{ day|date }} \
    {{ organisation.settlement }}\n\n< **О закреплении наставника**\n\nНа основании Положения о системе \
    наставничества педагогических работников приказываю: закрепить за {{ mentee|ins }} (предмет: {{ \
    subject }}) наставника {{ mentor|acc }} на период {{ period(from, to) }}, форма «учитель – \
    учитель».\n\nЦель: создание условий для профессионального роста молодого педагога, устранение \
    выявленных дефицитов и закрепление в профессии.\n\n| № | Мероприятие | Дата | Форма | Результат \
    |\n|-6-:|-42-|-14-|-16-|-22-|\n{% for row in rows %}\n| {{ loop.index }} | {{ row.topic }} | {{ \
    row.on|date_digits }} | {{ row.form }} | {{ row.result }} |\n{% endfor %}\n\n@signature Директор \
    | {{ head|initials_first }}\n\nС приказом ознакомлены:\n\n@signed {{ mentor|initials_first }} | {{ \
    mentee|initials_first }}\n";

/// Data of so many orders: every one has other people, days and topics.
fn orders(count: usize) -> Vec<serde_json::Value> {
    let surnames = ["Иванова", "Петров", "Сидорова", "Кузнецов", "Смирнова", "Попов", "Васильева"];
    let names = ["Анна Сергеевна", "Пётр Ильич", "Мария Олеговна", "Дмитрий Андреевич"];
    let topics = [
        "Знакомство, диагностика затруднений",
        "Совместное планирование уроков на четверть",
        "Посещение урока наставника с разбором",
        "Открытый урок наставляемого, самоанализ",
        "Работа с электронным журналом и отчётностью",
    ];
    let person = |at: usize| {
        let (first, patronymic) = names[at % names.len()].split_once(' ').unwrap_or_default();
        let surname = surnames[at % surnames.len()];
        serde_json::json!({ "surname": surname, "first": first, "patronymic": patronymic })
    };
    let order = |at: usize| {
        let rows: Vec<serde_json::Value> = (0..10)
            .map(|row| {
                serde_json::json!({
                    "topic": topics[(at + row) % topics.len()],
                    "on": format!("2026-{:02}-{:02}", row % 12 + 1, (at + row) % 28 + 1),
                    "form": "посещение урока", "result": "рекомендации даны",
                })
            })
            .collect();
        let mut data: serde_json::Value =
            serde_json::from_str(papers::example(KIND)).unwrap_or_default();
        for (name, value) in [
            ("number", serde_json::json!(format!("{}-н", at + 1))),
            ("day", serde_json::json!(format!("2026-09-{:02}", at % 28 + 1))),
            ("mentor", person(at)),
            ("mentee", person(at / 7 + 3)),
            ("head", person(at / 3)),
            ("subject", serde_json::json!("математика")),
            ("from", serde_json::json!("2026-09-01")),
            ("to", serde_json::json!("2027-05-31")),
            ("rows", serde_json::json!(rows)),
        ] {
            data[name] = value;
        }
        data
    };
    (0..count).map(order).collect()
}

/// A kind whose sample has an organisation; the text is the one above.
const KIND: PaperKind = PaperKind::PairsOrder;

/// How many orders a batch has.
const BATCH: usize = 500;

fn made(data: &[serde_json::Value]) -> Vec<Paper> {
    let wording = Wording::new(ORDER).expect("the order is a template");
    data.iter().map(|it| wording.render(KIND, it).expect("the data are whole")).collect()
}

/// From plain data to the bytes of 500 Word files.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn orders_word(bencher: Bencher<'_, '_>) {
    let data = orders(BATCH);
    bencher.counter(ItemsCount::new(BATCH)).bench(|| {
        let papers = made(black_box(&data));
        papers.iter().map(|it| it.docx().map_or(0, |it| it.len())).sum::<usize>()
    });
}

/// From plain data to one PDF of 500 orders. Each time the days differ: nothing is remembered.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn orders_pdf(bencher: Bencher<'_, '_>) {
    let turn = std::cell::Cell::new(0);
    bencher
        .counter(ItemsCount::new(BATCH))
        .with_inputs(|| {
            turn.set(turn.get() + 1);
            let mut data = orders(BATCH);
            data.iter_mut().enumerate().for_each(|(at, it)| {
                it["number"] = serde_json::json!(format!("{}-{at}", turn.get()));
            });
            data
        })
        .bench_local_values(|data| papers::many_pdf(&made(&data)).map_or(0, |it| it.len()));
}

/// One order as a PDF of its own, other people each time.
#[divan::bench(sample_count = 20, sample_size = 1)]
fn order_pdf_alone(bencher: Bencher<'_, '_>) {
    let papers = made(&orders(BATCH));
    let turn = std::cell::Cell::new(0);
    bencher
        .with_inputs(|| {
            turn.set((turn.get() + 1) % BATCH);
            turn.get()
        })
        .bench_local_values(|at| papers[at].pdf().map_or(0, |it| it.len()));
}
