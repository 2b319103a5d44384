//! `estafeta deadline`: what the words of a deadline mean.
//!
//! It decides how expressions come in and readings go out, one line for each line. Deliberately
//! absent: the language itself (`roadmap::deadline`).

use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use mentoring::period::Days;
use roadmap::deadline::{self, Reading};
use roadmap::language::Language;
use roadmap::texts::{Value, text};

/// What `estafeta deadline` is asked for.
#[derive(Args, Debug)]
pub(crate) struct Deadline {
    /// The expression, in one argument or in several.
    #[arg(required_unless_present = "batch", value_name = "TEXT")]
    text: Vec<String>,
    /// Years of the plan: 2025-2026 is a school year, anything else calendar years.
    #[arg(long, value_name = "YEARS")]
    period: Option<String>,
    /// Read lines `expression<TAB>years` and print one normal form for each.
    #[arg(long, conflicts_with = "text")]
    batch: bool,
    /// How to print one expression.
    #[arg(long, value_enum, default_value_t = Format::Text, conflicts_with = "batch")]
    format: Format,
}

/// How to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The normal form.
    Text,
    /// The normal form, its windows and what was guessed.
    Json,
}

/// Reads one expression, or every line of standard input.
pub(crate) fn run(asked: &Deadline, language: Language) -> ExitCode {
    let done = if asked.batch {
        batch(BufReader::with_capacity(1 << 16, io::stdin().lock()), io::stdout().lock())
    } else {
        one(asked, language, io::stdout().lock())
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // Whoever reads us may stop early (`| head`): that is no failure.
        Err(err) if err.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(err) => {
            eprintln!("estafeta: {err}");
            ExitCode::from(2)
        }
    }
}

fn one(asked: &Deadline, language: Language, mut out: impl Write) -> io::Result<()> {
    let period = match asked.period.as_deref().filter(|it| !it.trim().is_empty()) {
        None => None,
        Some(years) => Some(deadline::plan_years(years).ok_or_else(|| {
            let value = [("value", Value::Text(years.to_owned()))];
            io::Error::other(text(language, "check-years", "", &value))
        })?),
    };
    let words = asked.text.join(" ").replace("\\n", "\n");
    let reading = deadline::read(&words, period);
    if asked.format == Format::Text {
        return writeln!(out, "{}", reading.normal);
    }
    writeln!(out, "{}", in_full(&words, &reading, period))
}

/// The normal form, its windows and what was guessed, as JSON.
fn in_full(words: &str, reading: &Reading, period: Option<Days>) -> serde_json::Value {
    // Years that the words name give windows even where the plan is not known.
    let windows = period
        .or_else(|| named_years(&reading.normal))
        .map(|it| deadline::occurrences(&reading.normal, it))
        .unwrap_or_default();
    let ends = |it: &Days| [it.from.to_string(), it.to.to_string()];
    let guesses = reading.guesses.iter().map(|it| {
        let arguments: serde_json::Map<String, serde_json::Value> =
            it.arguments().into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        serde_json::json!({"guess": it.slug(), "arguments": arguments})
    });
    let mut guesses: Vec<serde_json::Value> = guesses.collect();
    let is_open = windows.is_empty() && recurs(&reading.normal) && guesses.is_empty();
    if period.is_none() && is_open {
        guesses.push(serde_json::json!({"guess": "period-unknown", "arguments": {}}));
    }
    serde_json::json!({
        "text": words,
        "normal": reading.normal,
        "occurrences": windows.iter().map(ends).collect::<Vec<_>>(),
        "guesses": guesses,
    })
}

/// The calendar years from the first to the last that a normal form names.
fn named_years(normal: &str) -> Option<Days> {
    let years = normal.split(|it: char| !it.is_ascii_digit()).filter(|it| it.len() == 4);
    let years: Vec<i16> = years.filter_map(|it| it.parse().ok()).collect();
    let day = |year, month, day| jiff::civil::Date::new(year, month, day).ok();
    Days::new(day(*years.iter().min()?, 1, 1)?, day(*years.iter().max()?, 12, 31)?)
}

/// Whether a normal form has windows in any plan: another school year, other windows.
fn recurs(normal: &str) -> bool {
    !deadline::occurrences(normal, Days::school_year(2025)).is_empty()
}

/// A line longer than this is no expression: its beginning is read, the rest passed over.
const MOST_LINE_BYTES: usize = 1 << 16;

/// One normal form for each line, whatever its bytes.
fn batch(mut lines: impl BufRead, out: impl Write) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 16, out);
    let mut line = Vec::new();
    while read_line(&mut lines, &mut line)? {
        writeln!(out, "{}", deadline::read_line(&line))?;
    }
    out.flush()
}

/// Reads a line without its line feed, at most [`MOST_LINE_BYTES`] of it.
///
/// - Returns: whether there was a line.
fn read_line(lines: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let buffer = lines.fill_buf()?;
        if buffer.is_empty() {
            return Ok(any);
        }
        any = true;
        let end = buffer.iter().position(|it| *it == b'\n');
        let piece = &buffer[..end.unwrap_or(buffer.len())];
        let room = MOST_LINE_BYTES.saturating_sub(line.len()).min(piece.len());
        line.extend_from_slice(&piece[..room]);
        let used = piece.len() + usize::from(end.is_some());
        lines.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answers(input: &[u8]) -> Vec<String> {
        let mut out = Vec::new();
        batch(BufReader::with_capacity(7, input), &mut out).unwrap();
        String::from_utf8(out).unwrap().lines().map(str::to_owned).collect()
    }

    #[test]
    fn every_line_gives_one_line() {
        let lines = "сентябрь\t2025-2026\n\nКаждый\\nпонедельник\t\nмай 2026".as_bytes();
        assert_eq!(answers(lines), ["month:2025-09", "none", "weekly:mon", "month:2026-05"]);
        assert_eq!(answers(b""), Vec::<String>::new());
        assert_eq!(answers(b"\xff\xfe\xd0\n\n\r\n").len(), 3);
    }

    #[test]
    fn windows_are_given_without_the_years_of_a_plan_where_the_words_name_them() {
        let read = |words: &str| in_full(words, &deadline::read(words, None), None).to_string();
        let windows = |words: &str, windows: &str| {
            let read = read(words);
            assert!(read.contains(&format!("\"occurrences\":{windows}")), "{read}");
        };
        windows("до 15 октября 2025 г.", "[[\"2025-01-01\",\"2025-10-15\"]]");
        windows("сентябрь 2025 – май 2026", "[[\"2025-09-01\",\"2026-05-31\"]]");
        windows("по мере необходимости", "[]");
        assert!(read("ежемесячно").contains("period-unknown"));
        assert!(read("октябрь").contains("year-unknown"));
        assert!(read("по мере необходимости").contains("\"guesses\":[]"));
    }

    #[test]
    fn a_line_without_end_is_read_from_its_beginning() {
        let mut long = "октябрь 2025 ".repeat(20_000).into_bytes();
        long.extend_from_slice("\nмай 2026\n".as_bytes());
        let read = answers(&long);
        assert_eq!(read.len(), 2);
        assert_eq!(read[1], "month:2026-05");
    }
}
