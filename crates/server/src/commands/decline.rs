//! `estafeta decline`: names, positions and organisations in every case.
//!
//! It decides how names come in and forms go out. Deliberately absent: the grammar itself
//! (`grammar`); corrected forms of a person, which live in the database of a school.

use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use grammar::{
    Asked, BatchLine, Case, DeclinedName, Gender, Name, declined_line, organisation, position,
};

/// What `estafeta decline` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Decline {
    /// Surname, first name, patronymic; «» for a part that is not there. Or a position, an
    /// organisation, a line as of a batch. Without any, lines are read as with --batch.
    #[arg(value_name = "NAME")]
    name: Vec<String>,
    /// What it is that declines.
    #[arg(long, value_enum, default_value_t = Of::Person, conflicts_with = "batch")]
    of: Of,
    /// The gender, where the name does not tell it.
    #[arg(long, value_enum, conflicts_with = "batch")]
    gender: Option<AskedGender>,
    /// One case instead of all.
    #[arg(long, value_enum, conflicts_with = "batch")]
    case: Option<AskedCase>,
    /// Read lines `surname<TAB>first<TAB>patronymic<TAB>gender (m, f or empty)<TAB>case (gen, dat,
    /// acc, ins, pre)` and print the three parts in that case for each.
    #[arg(long, conflicts_with = "name")]
    batch: bool,
    /// How to print one name.
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "batch")]
    format: Format,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Lines `case<TAB>surname<TAB>first<TAB>patronymic`.
    Text,
    /// The gender and the forms by case.
    Json,
}

/// What declines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Of {
    /// A name in three parts.
    Person,
    /// «заместитель директора по учебной работе»
    Position,
    /// «муниципальное учреждение «Школа № 5»»
    Organisation,
}

/// A gender of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AskedGender {
    M,
    F,
}

/// A case by its slug.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum AskedCase {
    Nom,
    Gen,
    Dat,
    Acc,
    Ins,
    Pre,
}

/// Declines one name, or every line of standard input.
///
/// - Returns: 1 where lines of a batch were not understood, 2 where nothing could be read.
pub(crate) fn run(asked: &Decline) -> ExitCode {
    if asked.name.is_empty() && !asked.batch && io::stdin().is_terminal() {
        eprintln!("estafeta: name whom to decline, or give lines to --batch; see --help");
        return ExitCode::from(2);
    }
    let done = if asked.batch || asked.name.is_empty() {
        batch(BufReader::with_capacity(1 << 16, io::stdin().lock()), io::stdout().lock())
    } else {
        one(asked, io::stdout().lock()).map(|()| 0)
    };
    match done {
        Ok(0) => ExitCode::SUCCESS,
        Ok(n_refused) => {
            eprintln!(
                "estafeta: {n_refused} lines without a known gender and case stay as they are"
            );
            ExitCode::from(1)
        }
        // Whoever reads us may stop early (`| head`): that is no failure.
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("estafeta: {err}");
            ExitCode::from(2)
        }
    }
}

/// One name, position or organisation in the cases asked for.
fn one(asked: &Decline, out: impl Write) -> io::Result<()> {
    let cases = asked.case.map_or(Case::ALL.to_vec(), |it| vec![Case::from(it)]);
    match asked.of {
        Of::Person => person(asked, &cases, out),
        Of::Position => phrase(asked, &cases, position, out),
        Of::Organisation => phrase(asked, &cases, organisation, out),
    }
}

fn phrase(
    asked: &Decline,
    cases: &[Case],
    decline: fn(&str, Case) -> String,
    mut out: impl Write,
) -> io::Result<()> {
    let text = asked.name.join(" ");
    let forms = cases.iter().map(|case| (case.slug(), decline(&text, *case)));
    if asked.format == Format::Json {
        let forms: serde_json::Map<String, serde_json::Value> =
            forms.map(|(slug, form)| (slug.to_owned(), form.into())).collect();
        return writeln!(out, "{}", serde_json::json!({ "forms": forms }));
    }
    for (slug, form) in forms {
        writeln!(out, "{slug}\t{form}")?;
    }
    Ok(())
}

fn person(asked: &Decline, cases: &[Case], mut out: impl Write) -> io::Result<()> {
    let typed = Typed::of(&asked.name);
    // A line as of a batch in one argument says gender and case by itself.
    let line = asked.name.first().filter(|it| it.contains('\t')).and_then(|it| Asked::read(it));
    let name = line.map_or(typed.name(), |it| it.name);
    let told = line.and_then(|it| it.gender).or_else(|| name.gender());
    let gender = asked.gender.map(Gender::from).or(told);
    let cases = line.map_or(cases.to_vec(), |it| vec![it.case]);
    let forms = cases.into_iter().map(|case| (case, name.decline(gender, case)));
    if asked.format == Format::Json {
        let forms: serde_json::Map<String, serde_json::Value> =
            forms.map(|(case, it)| (case.slug().to_owned(), json(&it))).collect();
        let gender = gender.map(Gender::slug);
        return writeln!(out, "{}", serde_json::json!({"gender": gender, "forms": forms}));
    }
    for (case, it) in forms {
        writeln!(out, "{}\t{}\t{}\t{}", case.slug(), it.surname, it.first, it.patronymic)?;
    }
    Ok(())
}

/// The three parts as they came in arguments.
struct Typed {
    surname: String,
    first: String,
    patronymic: String,
}

impl Typed {
    /// «Иванова Мария Петровна» in one argument is what a person types; else each part has its own.
    fn of(arguments: &[String]) -> Self {
        let words: Vec<&str> = match arguments {
            [line] => line.split_whitespace().collect(),
            parts => parts.iter().map(String::as_str).collect(),
        };
        let mut words = words.into_iter();
        let mut next = || words.next().unwrap_or_default().to_owned();
        let (surname, first) = (next(), next());
        Self { surname, first, patronymic: words.collect::<Vec<_>>().join(" ") }
    }

    fn name(&self) -> Name<'_> {
        Name { surname: &self.surname, first: &self.first, patronymic: &self.patronymic }
    }
}

fn json(name: &DeclinedName) -> serde_json::Value {
    serde_json::json!({
        "surname": name.surname,
        "first": name.first,
        "patronymic": name.patronymic,
        "initials_after": name.initials_after(),
        "initials_before": name.initials_before(),
    })
}

/// A line longer than this is no name: its beginning is read, the rest passed over.
const MOST_LINE_BYTES: u64 = 1 << 16;

/// One line of parts for each line, whatever its bytes.
///
/// - Returns: how many lines were not understood.
fn batch(mut lines: impl BufRead, out: impl Write) -> io::Result<usize> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut line = Vec::new();
    let mut n_refused = 0;
    loop {
        line.clear();
        if io::Read::take(&mut lines, MOST_LINE_BYTES).read_until(b'\n', &mut line)? == 0 {
            out.flush()?;
            return Ok(n_refused);
        }
        if line.pop_if(|it| *it == b'\n').is_none() && MOST_LINE_BYTES <= line.len() as u64 {
            lines.skip_until(b'\n')?;
        }
        let read = declined_line(&line);
        n_refused += usize::from(matches!(read, BatchLine::NotUnderstood(_)));
        let name = read.name();
        writeln!(out, "{}\t{}\t{}", name.surname, name.first, name.patronymic)?;
    }
}

impl From<AskedGender> for Gender {
    fn from(asked: AskedGender) -> Self {
        match asked {
            AskedGender::M => Self::Masculine,
            AskedGender::F => Self::Feminine,
        }
    }
}

impl From<AskedCase> for Case {
    fn from(asked: AskedCase) -> Self {
        match asked {
            AskedCase::Nom => Self::Nominative,
            AskedCase::Gen => Self::Genitive,
            AskedCase::Dat => Self::Dative,
            AskedCase::Acc => Self::Accusative,
            AskedCase::Ins => Self::Instrumental,
            AskedCase::Pre => Self::Prepositional,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(arguments: &[&str]) -> String {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            asked: Decline,
        }
        let line = [&["decline"], arguments].concat();
        let asked = <Line as clap::Parser>::try_parse_from(line).unwrap().asked;
        let mut out = Vec::new();
        one(&asked, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn one_name_is_shown_in_every_case_or_in_one() {
        let all = shown(&["Черных Лев Ильич"]);
        assert_eq!(all.lines().count(), 6);
        assert_eq!(all.lines().nth(4), Some("ins\tЧерных\tЛьвом\tИльичом"));
        assert_eq!(shown(&["Ким", "Саша", "", "--gender=f", "--case=dat"]), "dat\tКим\tСаше\t\n");
        assert_eq!(shown(&["Ким\tСаша\t\tf\tdat"]), "dat\tКим\tСаше\t\n");
        let json = shown(&["Алиев Вагиф Мамед оглы", "--case=gen", "--format=json"]);
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["gender"], "m");
        assert_eq!(json["forms"]["gen"]["patronymic"], "Мамед оглы");
        assert_eq!(json["forms"]["gen"]["initials_before"], "В.\u{a0}М.\u{a0}Алиева");
    }

    #[test]
    fn positions_and_organisations_are_shown_too() {
        let one = shown(&["классный руководитель 5 «А» класса", "--of=position", "--case=dat"]);
        assert_eq!(one, "dat\tклассному руководителю 5 «А» класса\n");
        let json = shown(&["Школа", "№ 5", "--of=organisation", "--case=ins", "--format=json"]);
        assert_eq!(json, "{\"forms\":{\"ins\":\"Школой № 5\"}}\n");
    }

    fn answers(input: &[u8]) -> (usize, Vec<String>) {
        let mut out = Vec::new();
        let n_refused = batch(BufReader::with_capacity(7, input), &mut out).unwrap();
        (n_refused, String::from_utf8(out).unwrap().lines().map(str::to_owned).collect())
    }

    #[test]
    fn every_line_of_names_gives_one_line() {
        let lines = "Петрова\tМария\tИльинична\t\tdat\n\nЧерных\tЛев\t\tm\tins".as_bytes();
        let wanted = ["Петровой\tМарии\tИльиничне", "\t\t", "Черных\tЛьвом\t"];
        assert_eq!(answers(lines), (0, wanted.map(str::to_owned).to_vec()));
        assert_eq!(answers(b"").1, Vec::<String>::new());
        assert_eq!(answers("Петров\tИван\t\tm\tlocative".as_bytes()).0, 1);
        assert_eq!(answers(b"\xff\n\n\r\n").1.len(), 3);
    }

    #[test]
    fn a_name_without_end_is_one_line() {
        let mut long = "Иванов ".repeat(20_000).into_bytes();
        long.extend_from_slice("\nПетров\t\t\tm\tgen\n".as_bytes());
        let (_, read) = answers(&long);
        assert_eq!((read.len(), read[1].as_str()), (2, "Петрова\t\t"));
    }
}
