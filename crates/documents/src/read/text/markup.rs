//! Remnants of markup in a received text: `<p>`, `<b>`, `<li>`, `**bold**`, `&nbsp;`.
//!
//! It decides what of them is structure (a new line, a list, bold) and drops the rest. Deliberately
//! absent: a reader of web pages; unknown tags stay as they are written.

use crate::read::letters::tidy;
use roadmap::source::Paragraph;

/// Turns marked-up pieces into paragraphs; bold and lists stay open from line to line.
#[derive(Default)]
pub(super) struct Markup {
    done: Vec<Paragraph>,
    text: String,
    bold: usize,
    stars: bool,
    slanted: bool,
    /// All letters of the paragraph so far are bold; `None` before the first.
    all_bold: Option<bool>,
    lists: Vec<Option<usize>>,
    mark: Option<String>,
    heading: Option<u8>,
    centred: bool,
}

/// A tag: its name in lower case, whether it closes, and what else stands in it.
struct Tag<'a> {
    name: String,
    closes: bool,
    rest: &'a str,
}

const KNOWN: [&str; 26] = [
    "p", "b", "strong", "i", "em", "u", "s", "span", "div", "font", "ul", "ol", "li", "br", "h1",
    "h2", "h3", "h4", "h5", "h6", "a", "sup", "sub", "center", "small", "big",
];

/// The paragraphs of one cell.
pub(super) fn lines(cell: &str) -> Vec<Paragraph> {
    let mut markup = Markup::default();
    markup.feed(cell);
    markup.finish()
}

/// Whether a text of another format holds remnants of markup: a known tag of several letters, or one
/// of a single letter that is closed too. A lone `<b>` may be what somebody means to say.
pub(super) fn has_remnants(text: &str) -> bool {
    let tags: Vec<Tag<'_>> =
        text.match_indices('<').filter_map(|(at, _)| Some(tag(&text[at..])?.0)).collect();
    let is_closed = |it: &Tag<'_>| tags.iter().any(|end| end.closes && end.name == it.name);
    tags.iter().any(|it| 1 < it.name.len() || !it.closes && is_closed(it))
}

impl Markup {
    /// Reads one line of text outside tables and ends the paragraph.
    pub(super) fn line(&mut self, line: &str) {
        let line = line.trim();
        let hashes = line.bytes().take_while(|it| *it == b'#').count();
        match line.get(hashes..) {
            Some(rest) if (1..=6).contains(&hashes) && rest.starts_with(' ') => {
                self.heading = u8::try_from(hashes).ok();
                self.feed(rest);
            }
            _ => self.feed(line),
        }
        self.end_paragraph();
    }

    /// A blank line ends whatever a careless writer left open.
    pub(super) fn blank(&mut self) {
        self.end_paragraph();
        (self.bold, self.stars, self.slanted, self.centred) = (0, false, false, false);
        self.lists.clear();
    }

    /// Everything read so far.
    pub(super) fn finish(mut self) -> Vec<Paragraph> {
        self.end_paragraph();
        self.done
    }

    fn feed(&mut self, text: &str) {
        let mut rest = text;
        let mut before = ' ';
        while let Some(next) = rest.chars().next() {
            let taken = match next {
                '<' => self.tag(rest),
                '*' => self.stars(rest, before),
                '&' => self.entity(rest),
                _ => 0,
            };
            if taken == 0 {
                self.push(next);
            }
            before = next;
            rest = &rest[if taken == 0 { next.len_utf8() } else { taken }..];
        }
    }

    fn push(&mut self, it: char) {
        if it.is_alphanumeric() {
            self.all_bold = Some(self.all_bold.unwrap_or(true) && (0 < self.bold || self.stars));
        }
        self.text.push(it);
    }

    fn end_paragraph(&mut self) {
        let text = tidy(&std::mem::take(&mut self.text));
        let bold = self.all_bold.take().unwrap_or(false);
        if text.is_empty() {
            return;
        }
        let list_mark = self.mark.take();
        let deepest = self.lists.len().saturating_sub(1);
        self.done.push(Paragraph {
            text,
            list_level: match list_mark {
                Some(_) => u8::try_from(deepest).unwrap_or(u8::MAX),
                None => 0,
            },
            list_mark,
            heading: self.heading.take(),
            bold,
            centred: self.centred,
            sheet_name: false,
        });
    }

    /// Reads a tag that is known; the length taken, 0 where it is text after all.
    fn tag(&mut self, text: &str) -> usize {
        let Some((tag, taken)) = tag(text) else { return 0 };
        match (tag.name.as_str(), tag.closes) {
            ("b" | "strong", false) => self.bold += 1,
            ("b" | "strong", true) => self.bold = self.bold.saturating_sub(1),
            ("br", _) => self.text.push('\n'),
            ("ul", false) => self.open_list(None),
            ("ol", false) => self.open_list(Some(0)),
            ("ul" | "ol", true) => {
                self.end_paragraph();
                self.lists.pop();
            }
            ("li", false) => {
                self.end_paragraph();
                self.mark = Some(self.next_mark());
            }
            ("p" | "div" | "center", closes) => {
                self.end_paragraph();
                self.centred = !closes && (tag.name == "center" || tag.rest.contains("center"));
            }
            ("li", true) => self.end_paragraph(),
            ("h1" | "h2" | "h3" | "h4" | "h5" | "h6", closes) => {
                self.end_paragraph();
                let level = tag.name.bytes().last().map(|it| it - b'0');
                self.heading = level.filter(|_| !closes);
            }
            // Looks of letters.
            _ => {}
        }
        taken
    }

    fn open_list(&mut self, count: Option<usize>) {
        self.end_paragraph();
        // Nobody writes deeper; a hostile text may.
        if self.lists.len() < 16 {
            self.lists.push(count);
        }
    }

    fn next_mark(&mut self) -> String {
        match self.lists.last_mut() {
            Some(Some(count)) => {
                *count += 1;
                format!("{count}.")
            }
            _ => "•".to_owned(),
        }
    }

    /// `**` switches bold, `*word*` is only slanted; a footnote's star stays.
    fn stars(&mut self, text: &str, before: char) -> usize {
        let count = text.bytes().take(3).take_while(|it| *it == b'*').count();
        let after = text[count..].chars().next().unwrap_or(' ');
        let opens = !after.is_whitespace();
        let closes = !before.is_whitespace();
        // Looked for nearby only: a line may be megabytes long.
        let closed_later = || {
            let near = text[count..].chars().take(300);
            near.take_while(|it| *it != '\n').any(|it| it == '*')
        };
        match count {
            2 if self.stars && closes || !self.stars && opens => {
                self.stars = !self.stars;
                2
            }
            1 if self.slanted && closes => {
                self.slanted = false;
                1
            }
            1 if opens && !before.is_alphanumeric() && closed_later() => {
                self.slanted = true;
                1
            }
            _ => 0,
        }
    }

    fn entity(&mut self, text: &str) -> usize {
        let Some(end) = text.bytes().take(12).position(|it| it == b';') else { return 0 };
        let name = &text[1..end];
        let code = name.strip_prefix('#').and_then(|it| match it.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => it.parse().ok(),
        });
        let letter = match (name, code) {
            (_, Some(code)) => char::from_u32(code),
            ("nbsp", _) => Some('\u{A0}'),
            ("amp", _) => Some('&'),
            ("lt", _) => Some('<'),
            ("gt", _) => Some('>'),
            ("quot", _) => Some('"'),
            ("apos", _) => Some('\''),
            ("laquo", _) => Some('«'),
            ("raquo", _) => Some('»'),
            ("ldquo", _) => Some('“'),
            ("rdquo", _) => Some('”'),
            ("bdquo", _) => Some('„'),
            ("ndash", _) => Some('–'),
            ("mdash", _) => Some('—'),
            ("hellip", _) => Some('…'),
            ("bull", _) => Some('•'),
            ("shy", _) => Some('\u{AD}'),
            _ => None,
        };
        letter.map_or(0, |it| {
            self.push(it);
            end + 1
        })
    }
}

fn tag(text: &str) -> Option<(Tag<'_>, usize)> {
    // A tag longer than this is a quotation that opens with «less than».
    let end = text.bytes().take(300).position(|it| it == b'>')?;
    let inside = &text[1..end];
    let closes = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let length = inside.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (name, rest) = inside.split_at(length);
    let name = name.to_ascii_lowercase();
    let whole = rest.is_empty() || rest.starts_with([' ', '/']);
    (whole && KNOWN.contains(&name.as_str())).then_some((Tag { name, closes, rest }, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |it: Paragraph| {
            let bold = if it.bold { "*" } else { "" };
            let mark = it.list_mark.map_or(String::new(), |it| format!("{it} "));
            format!("{bold}{mark}{}", it.text)
        };
        lines(text).into_iter().map(show).collect()
    }

    #[test]
    fn a_tag_in_a_cell_is_a_remnant_where_it_cannot_be_meant() {
        for (text, is_remnant) in [
            ("<ul style=\"list-style-type: none\"> – Раз.", true),
            ("Раз.<br>Два.", true),
            ("<p>Раз.</p>", true),
            ("Пункт <b> не применяется", false),
            ("a < b и c > d", false),
            ("</p>", false),
        ] {
            assert_eq!(has_remnants(text), is_remnant, "{text}");
        }
    }

    #[test]
    fn remnants_of_markup_become_lines_lists_and_bold() {
        for (text, expected) in [
            ("<p>Один.</p> <p>Два.</p>", vec!["Один.", "Два."]),
            ("<b>Сроки</b>", vec!["*Сроки"]),
            ("<strong>Сроки</strong> и место", vec!["Сроки и место"]),
            ("**Этап 1**", vec!["*Этап 1"]),
            ("<ol><li>раз</li><li>два</li></ol>", vec!["1. раз", "2. два"]),
            ("<ul style=\"x\"> – Раз. – Два. </ul>", vec!["– Раз. – Два."]),
            ("сентябрь<br/>2025", vec!["сентябрь\n2025"]),
            ("(*далее* – Положение)", vec!["(далее – Положение)"]),
            ("наставничества) *", vec!["наставничества) *"]),
            ("*** в случае выявления", vec!["*** в случае выявления"]),
            ("&laquo;Школа&nbsp;5&raquo; &amp; &x;", vec!["«Школа\u{A0}5» & &x;"]),
            ("не менее <5> и <т.д.>", vec!["не менее <5> и <т.д.>"]),
            ("", vec![]),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
