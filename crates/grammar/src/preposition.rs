//! Prepositions that change before some words: о — об — обо, с — со, в — во, к — ко.
//! Deliberately absent: which case they ask for; the word comes in its form.

/// A preposition with more than one spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preposition {
    /// О, об, обо.
    About,
    /// С, со.
    With,
    /// В, во.
    In,
    /// К, ко.
    To,
}

const CONSONANTS: &str = "бвгджзйклмнпрстфхцчшщ";

impl Preposition {
    /// The spelling before a word or a phrase.
    ///
    /// - `next`: what follows, in any capitals.
    /// - Returns: the preposition in small letters.
    #[must_use]
    pub fn before(self, next: &str) -> &'static str {
        let begin = next.trim_start_matches(|it: char| !it.is_alphanumeric());
        let word = begin.split(|it: char| !it.is_alphanumeric()).next().unwrap_or_default();
        let word = word.to_lowercase();
        let begins = |beginnings: &[&str]| beginnings.iter().any(|it| word.starts_with(it));
        let is = |words: &[&str]| words.contains(&word.as_str());
        match self {
            Self::About if begins(&["всё", "все", "всю", "льв"]) || is(&["мне", "что"]) => {
                "обо"
            }
            Self::About if word.starts_with(['а', 'о', 'у', 'э', 'и']) => "об",
            Self::About => "о",
            Self::With if word.starts_with('щ') || doubled(&word, "сзшж") || joins(&word) => {
                "со"
            }
            Self::With if is(&["мной", "мною", "льдом", "ртом", "лба", "дна", "2"]) => {
                "со"
            }
            Self::With if begins(&["мстислав"]) => "со",
            Self::With => "с",
            Self::In if doubled(&word, "вф") || begins(&["льв", "двор"]) => "во",
            Self::In
                if is(&[
                    "мне",
                    "сне",
                    "имя",
                    "избежание",
                    "исполнение",
                    "многом",
                    "многих",
                    "мгле",
                    "лбу",
                    "рту",
                ]) =>
            {
                "во"
            }
            Self::In => "в",
            Self::To if joins(&word) => "ко",
            Self::To
                if is(&[
                    "мне",
                    "дню",
                    "дну",
                    "сну",
                    "двору",
                    "многим",
                    "многому",
                    "лбу",
                    "рту",
                ]) =>
            {
                "ко"
            }
            Self::To => "к",
        }
    }

    /// The preposition and what follows: «об утверждении», «ко Льву Ильичу».
    ///
    /// - Returns: with a space that does not break, for a preposition never ends a line.
    #[must_use]
    pub fn with(self, next: &str) -> String {
        format!("{}{}{next}", self.before(next), crate::initials::NO_BREAK)
    }
}

/// Whether a word begins with one of the letters and another consonant: «школой», «Владимире».
fn doubled(word: &str, letters: &str) -> bool {
    let mut signs = word.chars();
    signs.next().is_some_and(|it| letters.contains(it))
        && signs.next().is_some_and(|it| CONSONANTS.contains(it))
}

/// Words before which both «с» and «к» get their vowel.
fn joins(word: &str) -> bool {
    ["втор", "все", "всё", "всю", "вся", "льв"].iter().any(|it| word.starts_with(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_preposition_gets_its_vowel_where_the_tongue_stumbles() {
        for (preposition, next, spelling) in [
            (Preposition::About, "назначении", "о"),
            (Preposition::About, "утверждении", "об"),
            (Preposition::About, "организации", "об"),
            (Preposition::About, "Иванове", "об"),
            (Preposition::About, "Елене", "о"),
            (Preposition::About, "Юрии", "о"),
            (Preposition::About, "«Эстафете»", "об"),
            (Preposition::About, "всех", "обо"),
            (Preposition::About, "мне", "обо"),
            (Preposition::About, "Льве", "обо"),
            (Preposition::With, "наставником", "с"),
            (Preposition::With, "учителем", "с"),
            (Preposition::With, "сыном", "с"),
            (Preposition::With, "старшим", "со"),
            (Preposition::With, "школой", "со"),
            (Preposition::With, "Щукиным", "со"),
            (Preposition::With, "Шевченко", "с"),
            (Preposition::With, "Львом", "со"),
            (Preposition::With, "вторника", "со"),
            (Preposition::With, "всеми", "со"),
            (Preposition::With, "мной", "со"),
            (Preposition::With, "Зверевой", "со"),
            (Preposition::In, "школе", "в"),
            (Preposition::In, "Владимире", "во"),
            (Preposition::In, "втором", "во"),
            (Preposition::In, "Франции", "во"),
            (Preposition::In, "Выборге", "в"),
            (Preposition::In, "исполнение", "во"),
            (Preposition::In, "Дворце", "во"),
            (Preposition::To, "наставнику", "к"),
            (Preposition::To, "Льву", "ко"),
            (Preposition::To, "всем", "ко"),
            (Preposition::To, "второму", "ко"),
            (Preposition::To, "Дню учителя", "ко"),
            (Preposition::To, "школе", "к"),
            (Preposition::To, "", "к"),
        ] {
            assert_eq!(preposition.before(next), spelling, "{next}");
        }
        assert_eq!(Preposition::About.with("утверждении"), "об\u{a0}утверждении");
    }
}
