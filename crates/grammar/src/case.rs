//! Cases and genders, with the slugs by which the command line and the database name them.
//! Deliberately absent: how anything is declined.

/// A case of Russian grammar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Case {
    /// Кто? Что?
    Nominative,
    /// Кого? Чего?
    Genitive,
    /// Кому? Чему?
    Dative,
    /// Кого? Что?
    Accusative,
    /// Кем? Чем?
    Instrumental,
    /// О ком? О чём?
    Prepositional,
}

impl Case {
    /// All cases, in the order of the school book.
    pub const ALL: [Self; 6] = [
        Self::Nominative,
        Self::Genitive,
        Self::Dative,
        Self::Accusative,
        Self::Instrumental,
        Self::Prepositional,
    ];

    /// The short English name: `nom`, `gen`, `dat`, `acc`, `ins`, `pre`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Nominative => "nom",
            Self::Genitive => "gen",
            Self::Dative => "dat",
            Self::Accusative => "acc",
            Self::Instrumental => "ins",
            Self::Prepositional => "pre",
        }
    }

    /// The case of a slug; `None` for any other word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.slug() == slug)
    }

    /// The place among the five forms that differ from the nominative; `None` for the nominative.
    pub(crate) fn oblique(self) -> Option<usize> {
        (self as usize).checked_sub(1)
    }
}

/// A gender of Russian grammar. People are masculine or feminine, things any of the three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gender {
    /// Он.
    Masculine,
    /// Она.
    Feminine,
    /// Оно.
    Neuter,
}

impl Gender {
    /// The short English name: `m`, `f`, `n`.
    #[must_use]
    pub fn slug(self) -> &'static str {
        match self {
            Self::Masculine => "m",
            Self::Feminine => "f",
            Self::Neuter => "n",
        }
    }

    /// The gender of a slug; `None` for any other word.
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        [Self::Masculine, Self::Feminine, Self::Neuter].into_iter().find(|it| it.slug() == slug)
    }
}

/// Whether the accusative is that of living beings («вижу директора») or of things («вижу стол»).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Animacy {
    /// The accusative is the genitive in the masculine.
    Animate,
    /// The accusative is the nominative in the masculine.
    Inanimate,
}
