//! The standard texts of papers and samples of their data, which travel in the program.
//! Deliberately absent: texts that a school has changed (the store keeps them).

use mentoring::paper::PaperKind;

/// The text and the sample of every kind: variant and slug, as in [`PaperKind`].
macro_rules! texts {
    ($($kind:ident = $slug:literal,)+) => {
        /// The standard text of a kind.
        #[must_use]
        pub fn text(kind: PaperKind) -> &'static str {
            match kind {
                $(PaperKind::$kind => include_str!(concat!("../../templates/", $slug, ".txt")),)+
            }
        }

        /// A complete sample of the data of a kind, as JSON; its people are invented.
        #[must_use]
        pub fn example(kind: PaperKind) -> &'static str {
            match kind {
                $(PaperKind::$kind => include_str!(concat!("../../templates/", $slug, ".json")),)+
            }
        }
    };
}

texts! {
    IntroductionOrder = "introduction-order",
    PairsOrder = "pairs-order",
    DataConsent = "data-consent",
}
