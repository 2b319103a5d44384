//! Writes a document that is read, as a list, in every format, to look at:
//! `cargo run -p documents --example papers -- FILE FOLDER`.
#![expect(clippy::print_stdout, reason = "an example for the terminal")]

use documents::write::{self, Line, Paper, Place, Slip};
use jiff::civil::date;
use roadmap::source::Block;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let (file, folder) = (args.next().unwrap_or_default(), args.next().unwrap_or_default());
    let source = documents::read::read(&file, &std::fs::read(&file)?)?;
    let day = date(2025, 9, 2);
    let mut paper = Paper::list("Дорожная карта", &[], &[], day);
    paper.table.rows.clear();
    paper.above.clear();
    for block in source.blocks {
        match block {
            Block::Table(mut it) if paper.table.rows.is_empty() => {
                it.rows.iter_mut().take(1).for_each(|it| it.header = true);
                paper.table = it;
            }
            Block::Paragraph(it) => {
                let place = if it.centred { Place::Centre } else { Place::Left };
                let line = Line { text: it.text, place, bold: it.bold };
                let lines = match paper.table.rows.is_empty() {
                    true => &mut paper.above,
                    false => &mut paper.below,
                };
                lines.push(line);
            }
            Block::Table(_) => {}
        }
    }
    let slip = Slip {
        title: "Встреча с наставником".to_owned(),
        whom: "Верова Анна, 7 «Б»".to_owned(),
        text: "Отметьте встречу по ссылке: это займёт меньше минуты.".to_owned(),
        link: "https://estafeta.school.example/m/7c1d9a52".to_owned(),
    };
    for (name, bytes) in [
        ("paper.docx", write::table_docx(&paper)?),
        ("paper.xlsx", write::table_xlsx(&paper)?),
        ("paper.pdf", write::table_pdf(&paper)?),
        ("slips.pdf", write::slips_pdf("Листки", &vec![slip; 5], day)?),
    ] {
        std::fs::write(std::path::Path::new(&folder).join(name), bytes)?;
        println!("{name}");
    }
    Ok(())
}
