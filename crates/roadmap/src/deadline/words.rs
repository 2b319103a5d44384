//! The vocabulary of deadlines: stems with their endings, each with its meaning.
//!
//! It decides which Russian words say «when» and in which forms they are met, abbreviations and
//! everyday misspellings included. Deliberately absent: how words combine (`grammar`).

mod stems;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::form::{Season, Unit, Weekday};

/// What a word says. The name follows the Russian word where English has no single one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// A month; the case tells «1 сентября» from «1. Сентябрь».
    Month(u8, Case),
    /// A day of the week.
    Weekday(Weekday),
    /// «осень», «осенний».
    Season(Season),
    /// «два», «двух», «двухнедельный» without its noun.
    Cardinal(u8),
    /// «первый», «второй», …
    Ordinal(u8),
    /// «последний».
    Last,
    /// «год», «г», «гг».
    Year,
    /// «лет»: a length of years, or an age.
    Age,
    /// «учебный», «уч».
    School,
    /// «календарный».
    Calendar,
    /// «рабочий».
    Working,
    /// A unit of time as a noun: «неделя», «квартал», «четверть».
    Unit(Unit),
    /// «декада».
    TenDays,
    /// «число» of a month.
    DayNumber,
    /// «каникулы», «каникулярный».
    Holidays,
    /// «час», «ч».
    Clock,
    /// «каждый».
    Each,
    /// «ежемесячно», and «по четвертям» in one word.
    Every(Unit),
    /// «раз», «раза».
    Times,
    /// «дважды».
    TimesOver(u8),
    /// «однократно».
    Once,
    /// «начало», «середина», «конец».
    Begin,
    /// See [`Word::Begin`].
    Middle,
    /// See [`Word::Begin`].
    End,
    /// «половина».
    HalfOf,
    /// «в», «во».
    In,
    /// «до».
    Till,
    /// «к», «ко».
    By,
    /// «с», «со».
    Since,
    /// «от».
    Of,
    /// «по».
    Along,
    /// «на».
    On,
    /// «за».
    Ahead,
    /// «через», «спустя».
    Through,
    /// «после».
    After,
    /// «при».
    Upon,
    /// «между».
    Between,
    /// «и».
    And,
    /// «или», «либо».
    Or,
    /// «не».
    Not,
    /// «позднее», «позже».
    Later,
    /// «ранее», «раньше».
    Earlier,
    /// «реже», «менее», «минимум», «более»: a bound of a count.
    Bound,
    /// «чем».
    Than,
    /// «начиная».
    Starting,
    /// «течение», «протяжении»: the time between two ends.
    During,
    /// «весь», «всего», «целого».
    Whole,
    /// «круглогодично».
    AllYear,
    /// «период», «время».
    Period,
    /// «срок».
    Term,
    /// «месячный», «недельный», «дневный».
    Long(Unit),
    /// «полгода», «полугода».
    HalfYearLong,
    /// «текущий», «этот», «сей».
    This,
    /// «следующий», «будущий».
    Next,
    /// «прошлый».
    Past,
    /// «новый», «очередной».
    New,
    /// «постоянно», «регулярно».
    Steady,
    /// «необходимость», «запрос», «ситуативно»: no date, on purpose.
    Need,
    /// «ситуативно», «внепланово»: needs no preposition.
    AdHoc,
    /// «мере» of «по мере».
    Measure,
    /// «случае» of «в случае».
    Case,
    /// «наличии», «поступлении»: a condition after «при», «по».
    Condition,
    /// «план», «график»: a paper that decides dates.
    Paper,
    /// «согласно».
    According,
    /// «соответствии», «основании», «рамках».
    Accordance,
    /// «установленный», «указанный», «уточняется».
    Fixed,
    /// «реализации», «действия»: what a whole period is of.
    Running,
    /// «дата», «момент».
    Moment,
    /// «окончании», «завершении», «итогам»: after «по».
    Finish,
    /// «класс».
    Class,
    /// «тел».
    Phone,
    /// «ст», «пункт», «закон», «ФЗ»: a number beside it is no date.
    Act,
    /// «этап», «группа», «школа», «кабинет»: its number is no date.
    Numbered,
    /// «продлится», «продолжительность».
    Lasting,
    /// «порядке», «режиме», «основе»: closes an adverbial phrase.
    Manner,
    /// «незамедлительно».
    AtOnce,
    /// «отчётным».
    Reported,
}

/// The case of a month's name, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    /// «сентября»: may carry a day.
    Genitive,
    /// «сентябрь», «сентябре».
    Other,
    /// «сент».
    Short,
}

use Case::{Genitive, Other};
use Word::{Every, Long, Month};
use stems::STEMS;

/// Prefixes that a length adjective grows: «трёхдневный», «двухнедельный», «десятидневный».
const LENGTHS: &[(&str, u8)] = &[
    ("одно", 1),
    ("двух", 2),
    ("трех", 3),
    ("четырех", 4),
    ("пяти", 5),
    ("шести", 6),
    ("семи", 7),
    ("десяти", 10),
    ("двенадцати", 12),
    ("четырнадцати", 14),
    ("пятнадцати", 15),
    ("двадцати", 20),
    ("тридцати", 30),
];

struct Vocabulary {
    forms: HashMap<String, Word>,
    /// Forms long enough to be mended when one letter is wrong, with their letters, by length.
    mendable: Vec<Vec<(Vec<char>, Word)>>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut forms = HashMap::with_capacity(2600);
    let mut mendable: Vec<Vec<(Vec<char>, Word)>> = vec![Vec::new(); 24];
    for (stem, lists, word) in STEMS {
        for ending in lists.iter().flat_map(|it| it.split(' ')) {
            let form = if ending == "_" { (*stem).to_owned() } else { format!("{stem}{ending}") };
            let letters: Vec<char> = form.chars().collect();
            if is_mendable(*word, letters.len())
                && let Some(shelf) = mendable.get_mut(letters.len())
            {
                shelf.push((letters, *word));
            }
            forms.entry(form).or_insert(*word);
        }
    }
    Vocabulary { forms, mendable }
});

/// Which forms may be read from a word with one wrong letter: long, and far from everything else.
/// «марта» stays out because of «карта», «школы» because of everything.
fn is_mendable(word: Word, letters: usize) -> bool {
    match word {
        Month(..) => 6 <= letters,
        Every(_) | Word::Weekday(_) => 7 <= letters,
        Word::Steady | Word::Unit(Unit::Half | Unit::Quarter) | Word::During => 7 <= letters,
        _ => false,
    }
}

/// Finds a word written without mistakes.
///
/// - `form`: lower case, «е» for «ё».
pub(crate) fn exact(form: &str) -> Option<Word> {
    VOCABULARY.forms.get(form).copied()
}

/// «двухнедельный», «10-дневный» without its number: how many of what.
pub(crate) fn length_adjective(form: &str) -> Option<(u8, Unit)> {
    LENGTHS.iter().find_map(|(prefix, n)| match exact(form.strip_prefix(prefix)?)? {
        Long(unit) => Some((*n, unit)),
        _ => None,
    })
}

/// Finds a word with one letter wrong, missing, doubled or swapped with its neighbour.
///
/// - Returns: the word and its right form.
pub(crate) fn mended(form: &str) -> Option<(Word, String)> {
    let letters: Vec<char> = form.chars().collect();
    if letters.len() < 3 || 22 < letters.len() {
        return None;
    }
    if let Some(found) = short_month(&letters) {
        return Some(found);
    }
    if letters.len() < 5 {
        return None;
    }
    (letters.len() - 1..=letters.len() + 1)
        .filter_map(|n| VOCABULARY.mendable.get(n))
        .flatten()
        .find(|(right, _)| is_one_slip(&letters, right))
        .map(|(right, word)| (*word, right.iter().collect()))
}

/// Short month names are mended only where nothing else is near: swapped neighbours, a doubled
/// letter, «ъ» for «ь».
fn short_month(letters: &[char]) -> Option<(Word, String)> {
    if 6 < letters.len() {
        return None;
    }
    let as_month = |form: String| match exact(&form) {
        Some(word @ Month(_, Genitive | Other)) => Some((word, form)),
        _ => None,
    };
    let soft = letters.iter().map(|it| if *it == 'ъ' { 'ь' } else { *it }).collect();
    as_month(soft).or_else(|| {
        (1..letters.len()).find_map(|at| {
            let mut other = letters.to_vec();
            if other[at - 1] == other[at] {
                other.remove(at);
            } else {
                other.swap(at - 1, at);
            }
            as_month(other.into_iter().collect())
        })
    })
}

fn is_one_slip(written: &[char], right: &[char]) -> bool {
    let same = written.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (w, r) = (&written[same..], &right[same..]);
    // The first letter of a word is rarely mistyped, and much that differs there is another word.
    if same == 0 && w.len() == r.len() && !(2 <= w.len() && w[0] == r[1] && w[1] == r[0]) {
        return false;
    }
    match w.len() as isize - r.len() as isize {
        0 if w.is_empty() => true,
        0 => w[1..] == r[1..] || (2 <= w.len() && w[0] == r[1] && w[1] == r[0] && w[2..] == r[2..]),
        1 => w[1..] == *r,
        -1 => *w == r[1..],
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_abbreviations_and_slips_are_found_and_neighbours_are_not() {
        assert_eq!(exact("сентябрю"), Some(Month(9, Other)));
        assert_eq!(exact("г"), Some(Word::Year));
        for slip in ["сетябрь", "сентбярь", "окттябрь", "декабпь", "янваоь", "мрат", "майй"]
        {
            assert!(matches!(mended(slip), Some((Month(..), _))), "{slip}");
        }
        for other in ["карта", "марка", "парта", "октябрьское", "мастер", "школы", "парад"]
        {
            assert!(mended(other).is_none(), "{other}");
        }
        assert_eq!(length_adjective("двухнедельный"), Some((2, Unit::Week)));
    }
}
