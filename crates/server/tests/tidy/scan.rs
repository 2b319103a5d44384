//! Reads Rust source as far as the tests need it: code without comments and texts, the functions
//! with their lengths, the names that a file defines.
//!
//! Deliberately absent: a grammar. Braces and a handful of keywords are enough, and a parser crate
//! would be built for this test alone.

/// A function and where it stands.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    /// Lines from `fn` to the closing brace, both inside; 0 for a signature without a body.
    pub(crate) n_lines: usize,
}

/// The source with comments, strings and character literals blanked; line breaks stay.
pub(crate) fn code_of(source: &str) -> String {
    let chars: Vec<char> = source.chars().collect();
    let mut code = String::with_capacity(source.len());
    let mut at = 0;
    while at < chars.len() {
        let end = end_of_blank(&chars, at);
        if end > at {
            // What was blanked still parts the words on its two sides.
            code.extend(chars[at..end].iter().map(|c| if *c == '\n' { '\n' } else { ' ' }));
            at = end;
        } else {
            code.push(chars[at]);
            at += 1;
        }
    }
    code
}

/// The end of the comment or literal that begins at `at`; `at` itself where none begins there.
fn end_of_blank(chars: &[char], at: usize) -> usize {
    let next = chars.get(at + 1).copied();
    let in_word = at > 0 && is_word(chars[at - 1]);
    match chars[at] {
        '/' if next == Some('/') => find(chars, at, |rest| rest[0] == '\n'),
        '/' if next == Some('*') => end_of_block_comment(chars, at),
        '"' => end_of_string(chars, at),
        'r' | 'b' | 'c' if !in_word => end_of_prefixed(chars, at),
        '\'' => end_of_char(chars, at),
        _ => at,
    }
}

fn find(chars: &[char], from: usize, holds: impl Fn(&[char]) -> bool) -> usize {
    (from..chars.len()).find(|at| holds(&chars[*at..])).unwrap_or(chars.len())
}

fn end_of_block_comment(chars: &[char], at: usize) -> usize {
    let mut depth = 0;
    let mut here = at;
    while here + 1 < chars.len() {
        match (chars[here], chars[here + 1]) {
            ('/', '*') => (depth, here) = (depth + 1, here + 2),
            ('*', '/') => (depth, here) = (depth - 1, here + 2),
            _ => here += 1,
        }
        if depth == 0 {
            return here;
        }
    }
    chars.len()
}

fn end_of_string(chars: &[char], at: usize) -> usize {
    let mut here = at + 1;
    while here < chars.len() && chars[here] != '"' {
        here += if chars[here] == '\\' { 2 } else { 1 };
    }
    (here + 1).min(chars.len())
}

/// `b"…"`, `r"…"`, `br#"…"#` and their kin; a plain word gives `at` back.
fn end_of_prefixed(chars: &[char], at: usize) -> usize {
    let quote = find(chars, at, |rest| !is_word(rest[0]) && rest[0] != '#');
    let prefix: String = chars[at..quote].iter().collect();
    let word = prefix.trim_end_matches('#');
    if chars.get(quote) != Some(&'"') || !["r", "b", "c", "br", "cr"].contains(&word) {
        return at;
    }
    if !word.ends_with('r') {
        return end_of_string(chars, quote);
    }
    let hashes = prefix.len() - word.len();
    let closes = |rest: &[char]| {
        rest[0] == '"' && rest.len() > hashes && rest[1..=hashes].iter().all(|c| *c == '#')
    };
    (find(chars, quote + 1, closes) + 1 + hashes).min(chars.len())
}

/// A character literal; a lifetime gives `at` back.
fn end_of_char(chars: &[char], at: usize) -> usize {
    match (chars.get(at + 1), chars.get(at + 2)) {
        (Some('\\'), _) => {
            // The character after the backslash may itself be a quote.
            (find(chars, (at + 3).min(chars.len()), |rest| rest[0] == '\'') + 1).min(chars.len())
        }
        (Some(_), Some('\'')) => at + 3,
        _ => at,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Words and single signs of blanked code, each with its line, from 0.
fn tokens(code: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (line, text) in code.lines().enumerate() {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let width = match is_word(first) {
                true => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                false => first.len_utf8(),
            };
            if !first.is_whitespace() {
                found.push((line, &rest[..width]));
            }
            rest = &rest[width..];
        }
    }
    found
}

/// Every function of blanked code, in order of appearance.
pub(crate) fn functions(code: &str) -> Vec<Function> {
    let tokens = tokens(code);
    let named = |at: &usize| tokens[*at].1 == "fn" && starts_word(&tokens, at + 1);
    let function = |at: usize| Function {
        name: tokens[at + 1].1.to_owned(),
        n_lines: last_line(&tokens, at).map_or(0, |last| last - tokens[at].0 + 1),
    };
    (0..tokens.len()).filter(named).map(function).collect()
}

fn starts_word(tokens: &[(usize, &str)], at: usize) -> bool {
    tokens.get(at).and_then(|(_, word)| word.chars().next()).is_some_and(is_word)
}

/// The line of the brace that closes the function whose `fn` is at `at`.
fn last_line(tokens: &[(usize, &str)], at: usize) -> Option<usize> {
    let mut round = 0_i32;
    let mut braces = 0_i32;
    for (line, token) in &tokens[at..] {
        match *token {
            "(" | "[" => round += 1,
            ")" | "]" => round -= 1,
            ";" if round == 0 && braces == 0 => return None,
            "{" => braces += 1,
            "}" => {
                braces -= 1;
                if braces == 0 {
                    return Some(*line);
                }
            }
            _ => {}
        }
    }
    None
}

/// The names that blanked code defines: types, traits, functions, modules, constants, macros.
pub(crate) fn definitions(code: &str) -> Vec<String> {
    const KEYWORDS: [&str; 9] =
        ["struct", "enum", "trait", "type", "fn", "mod", "const", "static", "union"];
    let tokens = tokens(code);
    let defined = |at: &usize| KEYWORDS.contains(&tokens[*at].1) && starts_word(&tokens, at + 1);
    (0..tokens.len()).filter(defined).map(|at| tokens[at + 1].1.to_owned()).collect()
}

/// Every word of blanked code that may be a name.
pub(crate) fn identifiers(code: &str) -> Vec<&str> {
    let mut found: Vec<&str> = tokens(code).into_iter().map(|(_, word)| word).collect();
    found.retain(|word| word.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    found.sort_unstable();
    found.dedup();
    found
}

/// The words of a name in lower case: `EndedEarly`, `ended_early` → `ended`, `early`.
pub(crate) fn words_of(name: &str) -> Vec<String> {
    let mut words: Vec<String> = vec![String::new()];
    let mut after_small = false;
    for c in name.chars() {
        if c == '_' || (c.is_uppercase() && after_small) {
            words.push(String::new());
        }
        if c != '_' {
            words.last_mut().expect("never empty").extend(c.to_lowercase());
        }
        after_small = c.is_lowercase() || c.is_numeric();
    }
    words.retain(|word| !word.is_empty());
    words
}

/// The part of a file before its unit tests.
pub(crate) fn before_tests(code: &str) -> &str {
    code.split("#[cfg(test)]").next().unwrap_or(code)
}

#[test]
fn comments_and_texts_are_not_code() {
    let blanked = |source: &str| code_of(source).split_whitespace().collect::<Vec<_>>().join(" ");
    for (source, code) in [
        ("a // b\nc", "a c"),
        ("a /* b /* c */ d */ e", "a e"),
        (r#"x("fn a() {\"", y)"#, "x( , y)"),
        (r###"x(r#"a " b"#, y)"###, "x( , y)"),
        (r#"x(br"\", y)"#, "x( , y)"),
        ("x('{', '\\'', '\\u{1}')", "x( , , )"),
        ("fn f<'a>(x: &'a str) {}", "fn f<'a>(x: &'a str) {}"),
        ("bright(r#type, b, cr)", "bright(r#type, b, cr)"),
        ("\"open", ""),
    ] {
        assert_eq!(blanked(source), code, "{source}");
    }
}

#[test]
fn a_function_reaches_from_its_name_to_its_closing_brace() {
    let source = "trait T { fn a(x: [u8; 2]); }\nfn b() {\n  if x {\n  }\n}\nfn c() { fn d() {} }\nlet f: fn(u8);";
    let found = functions(&code_of(source));
    let short: Vec<_> = found.iter().map(|one| (one.name.as_str(), one.n_lines)).collect();
    assert_eq!(short, [("a", 0), ("b", 4), ("c", 1), ("d", 1)]);
}

#[test]
fn a_name_falls_into_its_words() {
    assert_eq!(words_of("EndedEarly"), ["ended", "early"]);
    assert_eq!(words_of("n_mentees"), ["n", "mentees"]);
    assert_eq!(words_of("_HTMLPage2Go"), ["htmlpage2", "go"]);
}
