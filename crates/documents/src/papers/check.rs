//! What a template may not do, found before it is run: statements that could take all memory.
//!
//! It decides which statements there are, and that nothing can grow by itself: no values doubled in
//! `set`, no recursion, no products of texts. Deliberately absent: syntax (the template engine says
//! that), and lengths (`limits`).

use super::limits::{MOST_BRANCHES, MOST_JOINED, MOST_TAG_SIGNS};

/// Statements that a template may use.
const STATEMENTS: [&str; 9] =
    ["for", "endfor", "else", "if", "elif", "endif", "set", "with", "endwith"];

/// What is wrong with a template, and the line on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Forbidden {
    /// Number of the line, from 1.
    pub(super) line: usize,
    /// What may not be, in Russian.
    pub(super) what: String,
}

/// Finds the first thing that a template may not do.
pub(super) fn forbidden(template: &str) -> Option<Forbidden> {
    let mut rest = template;
    let mut line = 1;
    let mut n_branches = 0;
    while let Some(at) = rest.find('{') {
        line += rest[..at].matches('\n').count();
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
        let inside = tag(&rest[2..], end);
        if !rest.starts_with("{#")
            && let Some(what) = wrong(inside, is_statement)
        {
            return Some(Forbidden { line, what });
        }
        n_branches += usize::from(rest.starts_with("{%") && inside.contains("elif"));
        if MOST_BRANCHES < n_branches {
            return Some(Forbidden { line, what: "слишком много «elif»".to_owned() });
        }
        line += inside.matches('\n').count();
        rest = rest.get(2 + inside.len()..).unwrap_or_default();
    }
    None
}

/// The inside of a tag: up to its end outside quotes, or up to the end of the text.
pub(super) fn tag<'a>(rest: &'a str, end: &str) -> &'a str {
    if end == "#}" {
        return rest.split(end).next().unwrap_or_default();
    }
    let mut quote = None;
    let mut is_escaped = false;
    for (at, sign) in rest.char_indices() {
        match (quote, sign) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), _) if open == sign => quote = None,
            (None, '"' | '\'') => quote = Some(sign),
            (None, _) if rest[at..].starts_with(end) => return &rest[..at],
            _ => {}
        }
    }
    rest
}

/// The tag without its quoted texts.
fn unquoted(inside: &str) -> String {
    let mut whole = String::with_capacity(inside.len());
    let mut quote = None;
    let mut is_escaped = false;
    for sign in inside.chars() {
        match (quote, sign) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), '\\') => is_escaped = true,
            (Some(open), _) if open == sign => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => {
                quote = Some(sign);
                whole.push('\u{1}');
            }
            (None, _) => whole.push(sign),
        }
    }
    whole
}

fn wrong(inside: &str, is_statement: bool) -> Option<String> {
    let bare = unquoted(inside);
    if MOST_TAG_SIGNS < bare.len() {
        return Some("слишком длинное выражение".to_owned());
    }
    if bare.contains('*') {
        return Some("умножение («*») в шаблонах не действует".to_owned());
    }
    if MOST_JOINED < bare.matches('~').count() {
        return Some(format!("в одном выражении соединено («~») больше {MOST_JOINED} текстов"));
    }
    if !is_statement {
        return None;
    }
    let bare = bare.trim_start_matches(['-', '+']).trim_start();
    let word: String = bare.chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect();
    if !STATEMENTS.contains(&word.as_str()) {
        let word: String = word.chars().take(20).collect();
        return Some(format!("команды «{word}» в шаблонах нет"));
    }
    let names = |name: &str| bare.split(|it: char| !it.is_alphanumeric()).any(|it| it == name);
    if word == "for" && names("recursive") {
        return Some("повторение «recursive» в шаблонах не действует".to_owned());
    }
    let is_setting = matches!(word.as_str(), "set" | "with");
    if word == "set" && !bare.contains('=') {
        return Some("«set» без знака «=» в шаблонах не действует".to_owned());
    }
    if is_setting && bare.contains(['~', '+']) {
        return Some("в «set» и «with» тексты не соединяются («~», «+»)".to_owned());
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_could_grow_without_end_is_forbidden_and_the_rest_is_not() {
        for (template, line) in [
            ("{{ a }} {% if b %}{% else %}{% endif %} **bold** 2*2", None),
            ("{% for a in b %}{{ a ~ '*' ~ \"~ {% macro %}\" }}{% endfor %}", None),
            ("{# {% macro x() %} #}{% set a = b.c %}", None),
            ("\n\n{{ 'a' * 9 }}", Some(3)),
            ("{%- macro m() -%}", Some(1)),
            ("{% set a = a ~ a %}", Some(1)),
            ("{%set a%}x{%endset%}", Some(1)),
            ("x\n{% for a in b recursive %}", Some(2)),
            ("{% include 'x' %}", Some(1)),
            ("{% raw %}", Some(1)),
            ("{% with a = b + b %}", Some(1)),
        ] {
            assert_eq!(forbidden(template).map(|it| it.line), line, "{template}");
        }
        for long in ["~a".repeat(33), ".a".repeat(500), "+1".repeat(500)] {
            assert!(forbidden(&format!("{{{{ a{long} }}}}")).is_some());
        }
        assert!(forbidden(&"{% elif a %}".repeat(201)).is_some());
    }
}
