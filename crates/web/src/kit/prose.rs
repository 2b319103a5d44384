//! Prose: the few marks of Markdown in which the guide is written, as a page.
//!
//! It decides what is a heading, a list, a picture, a link; anything else is words. Deliberately
//! absent: marks inside one another, HTML in a text, tables.

use maud::{Markup, html};

/// Where the links of a text lead on the site.
pub type Leads<'a> = &'a dyn Fn(&str) -> String;

/// Prints a text without its first heading, which is the title of the page.
///
/// - `leads`: gives the address on the site of a link as the text writes it.
#[must_use]
pub fn prose(text: &str, leads: Leads<'_>) -> Markup {
    let mut lines = text.lines().peekable();
    let mut blocks: Vec<Markup> = Vec::new();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if line.is_empty() || line.starts_with("# ") {
            continue;
        }
        if line.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|it| !it.starts_with("```")).collect();
            blocks.push(html! { pre.panel tabindex="0" { code { (code.join("\n")) } } });
            continue;
        }
        let kind = Kind::of(line);
        let mut items = vec![kind.bare(line).to_owned()];
        // Lines of a paragraph and of an item run on until an empty line or another block.
        while let Some(next) = lines.peek().filter(|it| kind.runs_on(it)) {
            let bare = kind.bare(next).trim();
            match items.last_mut().filter(|_| !kind.begins(next)) {
                Some(item) => *item = format!("{item} {bare}"),
                None => items.push(bare.to_owned()),
            }
            lines.next();
        }
        blocks.push(kind.print(&items, leads));
    }
    html! { div.prose { @for block in blocks { (block) } } }
}

/// The first heading of a text, or nothing.
#[must_use]
pub fn title(text: &str) -> &str {
    text.lines().find_map(|it| it.strip_prefix("# ")).unwrap_or_default().trim()
}

/// What a block is, by its first line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Heading,
    Smaller,
    Dashes,
    Numbers,
    Words,
}

impl Kind {
    fn of(line: &str) -> Self {
        match line {
            _ if line.starts_with("## ") => Self::Heading,
            _ if line.starts_with("### ") => Self::Smaller,
            _ if line.starts_with("- ") => Self::Dashes,
            _ if number(line).is_some() => Self::Numbers,
            _ => Self::Words,
        }
    }

    /// Whether a line belongs to the same block.
    fn runs_on(self, line: &str) -> bool {
        let line_kind = Self::of(line);
        let is_block = line.starts_with("```") || line.starts_with("# ");
        match self {
            Self::Heading | Self::Smaller => false,
            Self::Dashes | Self::Numbers => {
                let goes_on = line_kind == Self::Words && !line.trim().is_empty();
                !is_block && (goes_on || line_kind == self)
            }
            Self::Words => !line.trim().is_empty() && !is_block && line_kind == Self::Words,
        }
    }

    /// Whether a line begins an item of its own.
    fn begins(self, line: &str) -> bool {
        matches!(self, Self::Dashes | Self::Numbers) && Self::of(line) == self
    }

    /// The line without the mark of its block.
    fn bare(self, line: &str) -> &str {
        let rest = match self {
            Self::Heading => line.strip_prefix("## "),
            Self::Smaller => line.strip_prefix("### "),
            Self::Dashes => line.strip_prefix("- "),
            Self::Numbers => number(line),
            Self::Words => None,
        };
        rest.unwrap_or(line).trim()
    }

    fn print(self, items: &[String], leads: Leads<'_>) -> Markup {
        let first = items.first().map_or("", String::as_str);
        match self {
            Self::Heading => html! { h2 id=(anchor(first)) { (inline(first, leads)) } },
            Self::Smaller => html! { h3 id=(anchor(first)) { (inline(first, leads)) } },
            Self::Dashes => html! { ul { @for it in items { li { (inline(it, leads)) } } } },
            Self::Numbers => html! { ol { @for it in items { li { (inline(it, leads)) } } } },
            Self::Words => match picture(first) {
                Some((words, address)) => html! {
                    figure { img src=(leads(address)) alt=(words) loading="lazy"; figcaption.small.soft { (words) } }
                },
                None => html! { p { (inline(first, leads)) } },
            },
        }
    }
}

/// What follows the number of a numbered item.
fn number(line: &str) -> Option<&str> {
    let rest = line.trim_start_matches(|it: char| it.is_ascii_digit());
    (rest.len() < line.len()).then(|| rest.strip_prefix(". ")).flatten()
}

/// The words and the address of a picture that is a block of its own.
fn picture(line: &str) -> Option<(&str, &str)> {
    let (words, rest) = line.strip_prefix("![")?.split_once("](")?;
    Some((words, rest.strip_suffix(')')?))
}

/// The anchor of a heading, as the well-known readers of Markdown make it.
#[must_use]
pub fn anchor(heading: &str) -> String {
    let kept = heading.to_lowercase();
    let kept = kept.chars().filter(|it| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_'));
    kept.map(|it| if it == ' ' { '-' } else { it }).collect()
}

/// Prints words with what is bold, code or a link in them.
fn inline(text: &str, leads: Leads<'_>) -> Markup {
    let mut rest = text;
    let mut parts: Vec<Markup> = Vec::new();
    while let Some(at) = rest.find(['*', '`', '[']) {
        let (before, from) = rest.split_at(at);
        let Some((part, after)) = marked(from, leads) else {
            // A mark without its end is a sign like any other.
            let sign = from.chars().next().map_or(0, char::len_utf8);
            parts.push(html! { (before) (&from[..sign]) });
            rest = &from[sign..];
            continue;
        };
        parts.push(html! { (before) (part) });
        rest = after;
    }
    html! { @for part in parts { (part) } (rest) }
}

/// The marked words at the beginning of a text, and what follows them.
fn marked<'a>(text: &'a str, leads: Leads<'_>) -> Option<(Markup, &'a str)> {
    if let Some(rest) = text.strip_prefix("**") {
        let (words, after) = rest.split_once("**")?;
        return Some((html! { b { (words) } }, after));
    }
    if let Some(rest) = text.strip_prefix('`') {
        let (words, after) = rest.split_once('`')?;
        return Some((html! { code { (words) } }, after));
    }
    let (words, rest) = text.strip_prefix('[')?.split_once("](")?;
    let (address, after) = rest.split_once(')')?;
    Some((html! { a href=(leads(address)) { (words) } }, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        prose(text, &|it| format!("/at/{it}")).into_string()
    }

    #[test]
    fn blocks_are_known_by_their_first_signs() {
        for (text, page) in [
            ("# Название\n\nСлова\nдальше", "<p>Слова дальше</p>"),
            ("## Как начать", "<h2 id=\"как-начать\">Как начать</h2>"),
            (
                "- раз\n  и ещё\n- два\n\nПотом",
                "<ul><li>раз и ещё</li><li>два</li></ul><p>Потом</p>",
            ),
            ("1. раз\n2. два", "<ol><li>раз</li><li>два</li></ol>"),
            ("Так:\n- раз", "<p>Так:</p><ul><li>раз</li></ul>"),
            (
                "```sh\na < b\n```",
                "<pre class=\"panel\" tabindex=\"0\"><code>a &lt; b</code></pre>",
            ),
            (
                "![Сегодня](x.png)",
                "<figure><img src=\"/at/x.png\" alt=\"Сегодня\" loading=\"lazy\"><figcaption class=\"small soft\">Сегодня</figcaption></figure>",
            ),
        ] {
            assert_eq!(shown(text), format!("<div class=\"prose\">{page}</div>"), "{text}");
        }
    }

    #[test]
    fn words_may_be_bold_code_or_a_link_and_a_lone_mark_is_a_sign() {
        for (text, page) in [
            ("нажмите **Начать**", "нажмите <b>Начать</b>"),
            ("`estafeta serve`, да", "<code>estafeta serve</code>, да"),
            ("см. [дела](tasks.md#x)!", "см. <a href=\"/at/tasks.md#x\">дела</a>!"),
            ("2 * 2 и [нет", "2 * 2 и [нет"),
            ("<b>", "&lt;b&gt;"),
        ] {
            assert_eq!(shown(text), format!("<div class=\"prose\"><p>{page}</p></div>"), "{text}");
        }
    }

    #[test]
    fn the_title_is_the_first_heading() {
        assert_eq!(title("# Первый запуск\n\nСлова"), "Первый запуск");
        assert_eq!(title("Слова"), "");
    }
}
