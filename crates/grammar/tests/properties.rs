//! What holds of any text whatever: nothing panics, the nominative is the text itself, and what the
//! rules do not know stays as it was typed.

use grammar::{
    Animacy, Case, Day, Gender, MOST_IN_WORDS, Name, Preposition, cardinal, declined_line,
    first_name, gender_of, money, no_breaks, ordinal, organisation, patronymic, position, surname,
};
use proptest::prelude::*;

/// Any text, or one of letters, hyphens, quotes and brackets that names are made of.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[А-Яа-яёЁ]{0,12}",
        "[А-Яа-яёЁ .,«»\"()’\u{306}\u{308}-]{0,40}",
        "(учитель|директор|и\\. о\\.|заведующий|школа|по|и|за|–|,|«|5| |-){0,12}",
    ]
}

fn case() -> impl Strategy<Value = Case> {
    prop::sample::select(Case::ALL.to_vec())
}

fn gender() -> impl Strategy<Value = Option<Gender>> {
    let all = [None, Some(Gender::Masculine), Some(Gender::Feminine), Some(Gender::Neuter)];
    prop::sample::select(all.to_vec())
}

/// Everything in a text but its letters.
fn frame(text: &str) -> String {
    text.chars().filter(|it| !it.is_alphabetic() && !"\u{306}\u{308}".contains(*it)).collect()
}

proptest! {
    #[test]
    fn the_nominative_of_any_text_is_the_text(text in text(), gender in gender()) {
        let nominative = Case::Nominative;
        prop_assert_eq!(&surname(&text, gender, nominative), &text);
        prop_assert_eq!(&first_name(&text, gender, nominative), &text);
        prop_assert_eq!(&patronymic(&text, gender, nominative), &text);
        prop_assert_eq!(&position(&text, nominative), &text);
        prop_assert_eq!(&organisation(&text, nominative), &text);
    }

    #[test]
    fn signs_figures_and_spaces_of_any_text_stay(
        text in text(),
        gender in gender(),
        case in case(),
    ) {
        for declined in [
            surname(&text, gender, case),
            first_name(&text, gender, case),
            patronymic(&text, gender, case),
            position(&text, case),
            organisation(&text, case),
        ] {
            prop_assert_eq!(frame(&declined), frame(&text));
        }
    }

    #[test]
    fn words_of_other_alphabets_stay(text in "[A-Za-z0-9 ]{0,20}", gender in gender(), case in case()) {
        prop_assert_eq!(&surname(&text, gender, case), &text);
        prop_assert_eq!(&first_name(&text, gender, case), &text);
        prop_assert_eq!(&position(&text, case), &text);
    }

    #[test]
    fn a_gender_that_the_name_tells_may_as_well_be_given(
        surname in text(),
        first in text(),
        patronymic in text(),
        case in case(),
    ) {
        let name = Name { surname: &surname, first: &first, patronymic: &patronymic };
        let told = gender_of(&surname, &first, &patronymic);
        prop_assert_eq!(name.gender(), told);
        prop_assert_ne!(told, Some(Gender::Neuter));
        prop_assert_eq!(name.decline(None, case), name.decline(told, case));
    }

    #[test]
    fn any_bytes_give_one_line(line in prop::collection::vec(any::<u8>(), 0..60)) {
        let line: Vec<u8> = line.into_iter().filter(|it| *it != b'\n').collect();
        let read = declined_line(&line);
        let name = read.name();
        for part in [&name.surname, &name.first, &name.patronymic] {
            prop_assert!(!part.contains(['\t', '\n']));
        }
    }

    #[test]
    fn spaces_that_do_not_break_are_put_once(text in text()) {
        let once = no_breaks(&text);
        prop_assert_eq!(&no_breaks(&once), &once);
        prop_assert_eq!(once.replace('\u{a0}', " "), text.replace('\u{a0}', " "));
    }

    #[test]
    fn any_number_is_told(number in any::<u64>(), small in any::<u32>(), case in case()) {
        for gender in [Gender::Masculine, Gender::Feminine, Gender::Neuter] {
            for animacy in [Animacy::Animate, Animacy::Inanimate] {
                let words = cardinal(number, gender, animacy, case);
                prop_assert_eq!(words.chars().any(char::is_numeric), MOST_IN_WORDS < number);
                prop_assert!(!words.contains("  "));
                prop_assert_eq!(ordinal(small, gender, animacy, case).is_some(), small <= 10_000);
            }
        }
        prop_assert!(money(number, case).contains("коп"));
    }

    #[test]
    fn any_day_that_exists_is_told(year in any::<u16>(), month in 0..20_u8, day in 0..40_u8, case in case()) {
        if let Some(it) = Day::new(year, month, day) {
            prop_assert!(it.in_words(case).ends_with(" года"));
            prop_assert!(it.written().ends_with("г."));
        }
    }

    #[test]
    fn a_preposition_stands_before_any_text(text in text()) {
        let all = [Preposition::About, Preposition::With, Preposition::In, Preposition::To];
        prop_assert!(all.iter().all(|it| it.with(&text).ends_with(&text)));
    }
}
