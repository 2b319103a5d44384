//! Fields that a template asks for and a kind does not have: found before a run, all at once.
//!
//! It decides which names are data, through loops and `set`, and which known name is nearest to an
//! unknown one. Deliberately absent: names of filters and functions (the engine refuses those), and
//! values: whether a datum lacks is told when a paper is made.

use std::collections::{BTreeMap, BTreeSet};

use mentoring::paper::{FieldKind, PaperKind};
use serde_json::Value as Json;

use super::texts::example;

/// A name in a template that the kind has no datum for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownField {
    /// Number of the line, from 1; 0 where a Word file is the template.
    pub line: usize,
    /// As it is written.
    pub name: String,
    /// The known name that is most like it, as it would be written there.
    pub nearest: Option<String>,
}

/// What every person in the data has, beside what a kind names.
const OF_A_PERSON: [&str; 8] =
    ["surname", "first", "patronymic", "gender", "position", "class", "category", "forms"];

/// Words that are no data.
const WORDS: [&str; 16] = [
    "and",
    "or",
    "not",
    "in",
    "is",
    "if",
    "else",
    "true",
    "false",
    "none",
    "True",
    "False",
    "None",
    "loop",
    "recursive",
    "ignore",
];

/// Finds the fields of a template that a kind does not have.
///
/// - Returns: in the order of the text, each name once a line.
#[must_use]
pub fn unknown_fields(kind: PaperKind, template: &str) -> Vec<UnknownField> {
    let known = known_paths(kind);
    let mut reader = Reader { known: &known, scopes: vec![BTreeMap::new()], unknown: Vec::new() };
    let mut rest = template;
    let mut line = 1;
    while let Some(at) = rest.find('{') {
        line += newlines(&rest[..at]);
        rest = &rest[at..];
        let (end, is_statement) = match rest.as_bytes().get(1) {
            Some(b'%') => ("%}", true),
            Some(b'{') => ("}}", false),
            Some(b'#') => ("#}", false),
            _ => {
                rest = &rest[1..];
                continue;
            }
        };
        let inside = super::check::tag(&rest[2..], end);
        if end != "#}" {
            let tokens = tokens(inside, line);
            if is_statement { reader.statement(&tokens) } else { reader.expression(&tokens) }
        }
        line += newlines(inside);
        rest = rest.get(2 + inside.len()..).unwrap_or_default();
    }
    reader.unknown
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|it| *it == b'\n').count()
}

/// Every path that the data of a kind may have, with all its beginnings: `pairs[].mentor.surname`.
fn known_paths(kind: PaperKind) -> BTreeSet<String> {
    let mut known = BTreeSet::new();
    for field in kind.spec().all_fields() {
        known.insert(field.path.to_owned());
        let person = match field.kind {
            FieldKind::Person => field.path.to_owned(),
            FieldKind::People => format!("{}[]", field.path),
            _ => continue,
        };
        known.extend(OF_A_PERSON.map(|it| format!("{person}.{it}")));
    }
    if let Ok(sample) = serde_json::from_str::<Json>(example(kind)) {
        add_paths(&sample, "", &mut known);
    }
    let beginnings: Vec<String> = known
        .iter()
        .flat_map(|it| it.match_indices('.').map(|(at, _)| it[..at].to_owned()))
        .flat_map(|it| [it.trim_end_matches("[]").to_owned(), it])
        .collect();
    known.extend(beginnings);
    known
}

fn add_paths(it: &Json, path: &str, known: &mut BTreeSet<String>) {
    match it {
        Json::Object(fields) => {
            if fields.contains_key("surname") {
                known.extend(OF_A_PERSON.map(|name| format!("{path}.{name}")));
            }
            for (name, value) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                add_paths(value, &path, known);
            }
        }
        Json::Array(all) => {
            known.insert(path.to_owned());
            all.iter().for_each(|value| add_paths(value, &format!("{path}[]"), known));
        }
        _ => {
            known.insert(path.to_owned());
        }
    }
}

/// A piece of an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    /// A name with its path: `pair.mentor`, and the line on which it stands.
    Path { parts: Vec<String>, line: usize },
    /// A sign that matters.
    Sign(char),
    /// A text or a number.
    Value,
}

/// Reads the inside of a tag.
fn tokens(inside: &str, first_line: usize) -> Vec<Token> {
    let mut all = Vec::new();
    let mut line = first_line;
    let mut signs = inside.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '\n' => line += 1,
            '"' | '\'' => {
                while let Some(it) = signs.next().filter(|it| *it != sign) {
                    line += usize::from(it == '\n');
                    if it == '\\' {
                        signs.next();
                    }
                }
                all.push(Token::Value);
            }
            it if it.is_ascii_digit() => {
                while signs.next_if(char::is_ascii_alphanumeric).is_some() {}
                all.push(Token::Value);
            }
            it if it.is_alphabetic() || it == '_' => {
                let mut name = it.to_string();
                let is_name = |it: &char| it.is_alphanumeric() || matches!(it, '_' | '.');
                while let Some(it) = signs.next_if(is_name) {
                    name.push(it);
                }
                let parts = name.split('.').filter(|it| !it.is_empty()).map(str::to_owned);
                all.push(Token::Path { parts: parts.collect(), line });
            }
            it if it.is_whitespace() => {}
            it => all.push(Token::Sign(it)),
        }
    }
    all
}

/// What a name of a template stands for.
#[derive(Clone, Debug)]
enum Meaning {
    /// A datum of the kind.
    Path(String),
    /// Something made in the template.
    Anything,
}

struct Reader<'a> {
    known: &'a BTreeSet<String>,
    /// Names of loops and `set`, the innermost last.
    scopes: Vec<BTreeMap<String, Meaning>>,
    unknown: Vec<UnknownField>,
}

impl Reader<'_> {
    fn statement(&mut self, tokens: &[Token]) {
        let mut rest = tokens;
        while let [Token::Sign('-' | '+'), more @ ..] = rest {
            rest = more;
        }
        let Some((word, rest)) = word(rest) else { return };
        match word {
            "for" => self.repeat(rest),
            "set" => self.name(rest),
            "with" => {
                self.scopes.push(BTreeMap::new());
                self.name(rest);
            }
            "endfor" | "endwith" if 1 < self.scopes.len() => {
                self.scopes.pop();
            }
            "if" | "elif" => self.expression(rest),
            _ => {}
        }
    }

    /// `for it in mentors`, `for key, value in …`.
    fn repeat(&mut self, tokens: &[Token]) {
        let is_in = |it: &Token| matches!(it, Token::Path { parts, .. } if *parts == ["in"]);
        let at = tokens.iter().position(is_in).unwrap_or(tokens.len());
        let (names, rest) = tokens.split_at(at);
        let rest = rest.get(1..).unwrap_or_default();
        let is_if = |it: &Token| matches!(it, Token::Path { parts, .. } if *parts == ["if"]);
        let end = rest.iter().position(is_if).unwrap_or(rest.len());
        let (list, condition) = rest.split_at(end);
        self.expression(list);
        let row = match self.meaning(list) {
            Meaning::Path(path) if is_one(names) => Meaning::Path(format!("{path}[]")),
            _ => Meaning::Anything,
        };
        let mut scope = BTreeMap::new();
        for it in names {
            if let Token::Path { parts, .. } = it {
                scope.insert(parts.join("."), row.clone());
            }
        }
        self.scopes.push(scope);
        self.expression(condition);
    }

    /// `set a = b.c`.
    fn name(&mut self, tokens: &[Token]) {
        let Some((name, rest)) = word(tokens) else { return };
        let value = rest.get(1..).unwrap_or_default();
        self.expression(value);
        let meaning = self.meaning(value);
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), meaning);
        }
    }

    /// What a whole expression stands for: a datum only where it is a name and nothing else.
    fn meaning(&self, tokens: &[Token]) -> Meaning {
        match tokens {
            [Token::Path { parts, .. }] => {
                self.resolved(parts).map_or(Meaning::Anything, |(path, _)| Meaning::Path(path))
            }
            _ => Meaning::Anything,
        }
    }

    /// The path in the data, and how long its part is that a name of the template stands for.
    ///
    /// - Returns: `None` where the name stands for something made in the template.
    fn resolved(&self, parts: &[String]) -> Option<(String, usize)> {
        let (root, rest) = parts.split_first()?;
        let found = self.scopes.iter().rev().find_map(|it| it.get(root));
        let (mut path, length) = match found {
            None => (root.clone(), 0),
            Some(Meaning::Path(it)) => (it.clone(), it.len()),
            Some(Meaning::Anything) => return None,
        };
        for it in rest {
            path.push('.');
            path.push_str(it);
        }
        Some((path, length))
    }

    fn expression(&mut self, tokens: &[Token]) {
        for (at, it) in tokens.iter().enumerate() {
            let Token::Path { parts, line } = it else { continue };
            let before = at.checked_sub(1).and_then(|at| tokens.get(at));
            let after = tokens.get(at + 1);
            let is_word = parts.len() == 1 && WORDS.contains(&parts[0].as_str());
            let is_loop = parts.first().is_some_and(|it| it == "loop");
            // Filters, tests, members of results, functions and names of arguments are no data.
            let follows_word =
                |word: &str| matches!(before, Some(Token::Path { parts, .. }) if *parts == [word]);
            let is_test = follows_word("is")
                || follows_word("not")
                    && at.checked_sub(2).and_then(|at| tokens.get(at)).is_some_and(
                        |it| matches!(it, Token::Path { parts, .. } if *parts == ["is"]),
                    );
            let is_filter = matches!(before, Some(Token::Sign('|' | '.')));
            let is_called = after == Some(&Token::Sign('('));
            let is_argument =
                after == Some(&Token::Sign('=')) && tokens.get(at + 2) != Some(&Token::Sign('='));
            if !(is_word || is_loop || is_test || is_filter || is_called || is_argument) {
                self.use_of(parts, *line, after == Some(&Token::Sign('[')));
            }
        }
    }

    fn use_of(&mut self, parts: &[String], line: usize, is_indexed: bool) {
        let Some((path, length)) = self.resolved(parts) else { return };
        if self.known.contains(&path) || is_indexed && self.known.contains(&format!("{path}[]")) {
            return;
        }
        let name = parts.join(".");
        if self.unknown.iter().any(|it| it.line == line && it.name == name) {
            return;
        }
        let root = parts.first().map_or("", String::as_str);
        let as_written = |known: &String| match known.get(length..) {
            Some(rest) if 0 < length && known.starts_with(&path[..length]) => {
                format!("{root}{rest}")
            }
            _ => known.clone(),
        };
        let nearest = nearest(self.known, &path).map(as_written);
        self.unknown.push(UnknownField { line, name, nearest });
    }
}

fn is_one(names: &[Token]) -> bool {
    names.len() == 1
}

fn word(tokens: &[Token]) -> Option<(&str, &[Token])> {
    match tokens.split_first()? {
        (Token::Path { parts, .. }, rest) if parts.len() == 1 => Some((&parts[0], rest)),
        _ => None,
    }
}

/// The known path most like another: by letters, or else one with the same last name.
fn nearest<'a>(known: &'a BTreeSet<String>, path: &str) -> Option<&'a String> {
    let letters: Vec<char> = path.chars().take(MOST_LETTERS).collect();
    let near = known
        .iter()
        .map(|it| (n_changes(&letters, &it.chars().collect::<Vec<_>>()), it))
        .min_by_key(|(n_changes, _)| *n_changes)
        .filter(|(n_changes, _)| *n_changes <= (letters.len() / 3).max(1));
    let last = |it: &str| it.rsplit('.').next().unwrap_or_default().to_owned();
    let same_last = || known.iter().filter(|it| last(it) == last(path)).min_by_key(|it| it.len());
    near.map(|(_, it)| it).or_else(same_last)
}

/// Letters of a name that are compared; longer ones are no slip of the pen.
const MOST_LETTERS: usize = 80;

/// How many letters must be changed, added or left out.
fn n_changes(one: &[char], other: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, sign) in one.iter().enumerate() {
        let mut corner = row[0];
        row[0] = at + 1;
        for (beside, it) in other.iter().enumerate() {
            let changed = corner + usize::from(sign != it);
            corner = row[beside + 1];
            row[beside + 1] = changed.min(corner + 1).min(row[beside] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::text;

    #[test]
    fn the_standard_texts_ask_for_nothing_that_their_kinds_do_not_have() {
        let found = PaperKind::ALL.iter().flat_map(|kind| {
            unknown_fields(*kind, text(*kind)).into_iter().map(move |it| (*kind, it))
        });
        assert_eq!(found.collect::<Vec<_>>(), []);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_looked_through_and_lines_are_those_of_the_text(
            template in "([{}%#|.\\[\\]()=\"' \n-]|for |in |set |with |end|a|it|день|1){0,60}",
        ) {
            let n_lines = template.lines().count().max(1);
            for it in unknown_fields(PaperKind::PairsOrder, &template) {
                proptest::prop_assert!((1..=n_lines + 1).contains(&it.line), "{template:?} {it:?}");
            }
        }
    }

    #[test]
    fn an_unknown_field_is_named_with_its_line_and_the_nearest_one() {
        for (template, told) in [
            ("{{ organisation.name }}", vec![]),
            ("\n{{ organisaton.name }}", vec![(2, "organisaton.name", Some("organisation.name"))]),
            (
                "{{ school.settlement }}",
                vec![(1, "school.settlement", Some("organisation.settlement"))],
            ),
            (
                "{% for it in mentors %}\n{{ it.mentr|dat }}{% endfor %}",
                vec![(2, "it.mentr", Some("it.mentor"))],
            ),
            (
                "{% for it in mentors if it.form == 'x' %}{{ loop.index }}{{ it.mentor.surname }}{% endfor %}",
                vec![],
            ),
            (
                "{% for it in mentor %}{% endfor %}{{ it.mentor }}",
                vec![(1, "mentor", Some("mentors")), (1, "it.mentor", Some("mentors[].mentor"))],
            ),
            ("{% set a = mentors|length %}{{ a.b }}{{ number or fill('номер', 3) }}", vec![]),
            (
                "{% set who = curator %}{{ who.surnam }}",
                vec![(1, "who.surnam", Some("who.surname"))],
            ),
            ("{% if day is defined and not curator %}{{ mentors[0].form }}{% endif %}", vec![]),
            ("{# {{ zzz }} #}{{ 'qqq' }}{{ day|date_words(\"gen\") }}", vec![]),
            ("{{ qqqqqqqqqqqq }}", vec![(1, "qqqqqqqqqqqq", None)]),
        ] {
            let found = unknown_fields(PaperKind::MentorsOrder, template);
            let found: Vec<_> =
                found.iter().map(|it| (it.line, it.name.as_str(), it.nearest.as_deref())).collect();
            assert_eq!(found, told, "{template}");
        }
    }
}
