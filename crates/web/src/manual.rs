//! The user guide: the texts of `docs/ru` with their pictures, embedded in the binary.
//!
//! It decides the order of the chapters and where their links lead on the site. Deliberately absent:
//! what the remarks of the compiler mean (`app::guide`), and a translation: the guide is Russian.

use rust_embed::RustEmbed;

use crate::kit::prose;

#[derive(RustEmbed)]
#[folder = "../../docs/ru"]
struct Texts;

#[derive(RustEmbed)]
#[folder = "../../docs/pictures"]
struct Pictures;

/// The chapters, in the order of reading; a test compares them with the folder.
pub(crate) const CHAPTERS: &[&str] = &[
    "first-start",
    "from-file-to-year",
    "today",
    "evidence",
    "several-roadmaps",
    "next-year",
    "people",
    "lists",
    "papers",
    "acts",
    "templates",
    "rights",
    "reminders",
    "centre",
    "administrator",
];

/// A chapter of the guide.
pub(crate) struct Chapter {
    /// Its name in an address.
    pub(crate) name: &'static str,
    /// Its title.
    pub(crate) title: String,
    /// Its first paragraph without marks, for the list.
    pub(crate) about: String,
    /// Its text.
    pub(crate) text: String,
}

/// Gives a chapter; `None` for another name.
pub(crate) fn chapter(name: &str) -> Option<Chapter> {
    let name = CHAPTERS.iter().find(|it| **it == name)?;
    let file = Texts::get(&format!("{name}.md"))?;
    let text = String::from_utf8(file.data.into_owned()).ok()?;
    let about = text.lines().skip(1).skip_while(|it| it.trim().is_empty());
    let about: Vec<&str> = about.take_while(|it| !it.trim().is_empty()).collect();
    Some(Chapter {
        name,
        title: prose::title(&text).to_owned(),
        about: about.join(" ").replace("**", ""),
        text,
    })
}

/// Gives all chapters in order.
pub(crate) fn chapters() -> impl Iterator<Item = Chapter> {
    CHAPTERS.iter().filter_map(|it| chapter(it))
}

/// Gives the bytes of a picture of the guide.
pub(crate) fn picture(name: &str) -> Option<Vec<u8>> {
    Pictures::get(name).map(|it| it.data.into_owned())
}

/// Where a link of the texts leads on the site.
pub(crate) fn leads(address: &str) -> String {
    if let Some(name) = address.strip_prefix("../pictures/") {
        return format!("/guide/pictures/{name}");
    }
    let (file, place) = match address.split_once('#') {
        Some((file, place)) => (file, format!("#{place}")),
        None => (address, String::new()),
    };
    match file.strip_suffix(".md") {
        Some("diagnostics") => "/guide#remarks".to_owned(),
        Some("README") => format!("/guide{place}"),
        Some(name) => format!("/guide/chapters/{name}{place}"),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_a_chapter_and_every_chapter_a_text() {
        let mut texts: Vec<String> = Texts::iter()
            .filter_map(|it| it.strip_suffix(".md").map(str::to_owned))
            .filter(|it| it != "README" && it != "diagnostics")
            .collect();
        texts.sort();
        let mut chapters = CHAPTERS.to_vec();
        chapters.sort_unstable();
        assert_eq!(texts, chapters, "name the text in CHAPTERS and in docs/ru/README.md");
        for it in self::chapters() {
            assert!(!it.title.is_empty() && !it.about.is_empty(), "{}", it.name);
        }
    }

    #[test]
    fn links_of_the_texts_lead_to_pages_and_pictures() {
        for (written, leads_to) in [
            ("today.md", "/guide/chapters/today"),
            ("people.md#доступ", "/guide/chapters/people#доступ"),
            ("diagnostics.md", "/guide#remarks"),
            ("README.md", "/guide"),
            ("../pictures/today.png", "/guide/pictures/today.png"),
            ("#место", "#место"),
        ] {
            assert_eq!(leads(written), leads_to);
        }
        for it in chapters() {
            for link in it.text.split("](../pictures/").skip(1) {
                let name = link.split(')').next().unwrap_or_default();
                assert!(picture(name).is_some(), "{}: {name} is not there", it.name);
            }
        }
    }
}
