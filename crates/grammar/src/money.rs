//! Sums in roubles as papers write them: figures, words in brackets, kopecks in figures.
//! Deliberately absent: other currencies, rounding.

use crate::case::{Animacy, Case, Gender};
use crate::initials::NO_BREAK;
use crate::number::{Counted, cardinal, figures};

const ROUBLE: Counted<'static> = Counted {
    singular: ["рубль", "рубля", "рублю", "рубль", "рублём", "рубле"],
    plural: ["рубли", "рублей", "рублям", "рубли", "рублями", "рублях"],
};

const KOPECK: Counted<'static> = Counted {
    singular: ["копейка", "копейки", "копейке", "копейку", "копейкой", "копейке"],
    plural: ["копейки", "копеек", "копейкам", "копейки", "копейками", "копейках"],
};

/// A sum: «5 000 (пять тысяч) рублей 00 копеек»; «в размере 5 000 (пяти тысяч) рублей 00 копеек».
///
/// - `kopecks`: the whole sum in **kopecks**.
/// - `case`: that of the words, as the sentence asks.
#[must_use]
pub fn money(kopecks: u64, case: Case) -> String {
    let (roubles, rest) = (kopecks / 100, kopecks % 100);
    let words = cardinal(roubles, Gender::Masculine, Animacy::Inanimate, case);
    format!(
        "{}{NO_BREAK}({words}) {} {rest:02}{NO_BREAK}{}",
        figures(roubles),
        ROUBLE.beside(roubles, case),
        KOPECK.beside(rest, case),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_told_in_figures_and_in_words() {
        for (kopecks, case, sum) in [
            (500_000, Case::Nominative, "5 000 (пять тысяч) рублей 00 копеек"),
            (500_000, Case::Genitive, "5 000 (пяти тысяч) рублей 00 копеек"),
            (101, Case::Nominative, "1 (один) рубль 01 копейка"),
            (2_222, Case::Accusative, "22 (двадцать два) рубля 22 копейки"),
            (0, Case::Nominative, "0 (ноль) рублей 00 копеек"),
            (
                123_456_789,
                Case::Instrumental,
                "1 234 567 (одним миллионом двумястами тридцатью \
четырьмя тысячами пятьюстами шестьюдесятью семью) рублями 89 копейками",
            ),
        ] {
            assert_eq!(money(kopecks, case).replace('\u{a0}', " "), sum);
        }
    }
}
