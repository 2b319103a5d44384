//! The outline of a page, for snapshots: what a reader of the screen meets, without the dress.
//!
//! Deliberately absent: a whole HTML parser. Pages are written by one template engine, whose output
//! is regular; what this reader cannot read is a fault of a page.

/// Tags that a snapshot shows, and how.
const SHOWN: &[(&str, &str)] = &[
    ("h1", "# "),
    ("h2", "## "),
    ("h3", "### "),
    ("a", "-> "),
    ("button", "[button] "),
    ("label", "field: "),
    ("legend", "choice: "),
];

/// Writes the outline, one line for each heading, link, button, field and alert.
///
/// Only of the page itself: its frame is the same everywhere, and a new section must not change
/// every snapshot.
pub(crate) fn outline(page: &str) -> String {
    let title = elements(page).find(|(tag, ..)| *tag == "title").map(|(.., inside)| inside);
    let mut lines: Vec<_> = title.map(|it| format!("title: {}", words(it))).into_iter().collect();
    let main = elements(page).find(|(tag, ..)| *tag == "main").map_or(page, |(.., inside)| inside);
    let page = main.split("<footer").next().unwrap_or(main);
    for (tag, attributes, inside) in elements(page) {
        if attributes.contains("role=\"alert\"") {
            lines.push(format!("! {}", words(inside)));
        }
        if let Some((_, mark)) = SHOWN.iter().find(|(shown, _)| *shown == tag) {
            let to = value(attributes, "href").map(|href| format!(" ({href})")).unwrap_or_default();
            lines.push(format!("{mark}{}{to}", words(inside)));
        }
    }
    without_ids(&lines.join("\n"))
}

/// Ids follow the order in which things are made; an outline does not tell it.
fn without_ids(text: &str) -> String {
    let is_id = |word: &str| word.len() == 36 && word.split('-').map(str::len).eq([8, 4, 4, 4, 12]);
    let masked = |part: &str| {
        let id = part.trim_end_matches(['/', '?', '=', '&', '#', ')']);
        if is_id(id) { part.replace(id, "{id}") } else { part.to_owned() }
    };
    let line = |line: &str| {
        line.split_inclusive(['/', '?', '=', '&', '#']).map(masked).collect::<String>()
    };
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// Every element with its attributes and everything inside it, in the order of their beginnings.
fn elements(page: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    page.match_indices('<').filter_map(move |(at, _)| {
        let head_end = at + page[at..].find('>')?;
        let head = &page[at + 1..head_end];
        let tag = head.split_whitespace().next().filter(|it| !it.starts_with(['/', '!']))?;
        let attributes = &head[tag.len()..];
        let rest = &page[head_end + 1..];
        let end = closing(rest, tag).unwrap_or(0);
        Some((tag, attributes, &rest[..end]))
    })
}

/// Where the element that has just begun ends, past elements of the same name inside it.
fn closing(rest: &str, tag: &str) -> Option<usize> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut depth = 0;
    let mut at = 0;
    loop {
        let next_close = at + rest[at..].find(&close)?;
        let begun = rest[at..next_close].match_indices(&open);
        depth += begun.filter(|(i, _)| rest[at + i + open.len()..].starts_with([' ', '>'])).count();
        if depth == 0 {
            return Some(next_close);
        }
        depth -= 1;
        at = next_close + close.len();
    }
}

fn value<'a>(attributes: &'a str, name: &str) -> Option<&'a str> {
    attributes.split(&format!("{name}=\"")).nth(1)?.split('"').next()
}

/// The words of a piece of a page, without tags and with single spaces.
pub(crate) fn words(piece: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for letter in piece.chars() {
        match letter {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            letter if !in_tag => text.push(letter),
            _ => {}
        }
    }
    let text = text
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    text.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}
