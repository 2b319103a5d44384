//! Which words of a free text speak of health, of the police or of the court.
//!
//! It decides on beginnings of words, on whole words, on abbreviations in any capitals and on words
//! that tell only beside each other («группа риска»). Deliberately absent: proof. A word is a hint for
//! which the writer is asked once; a word that a school uses every day for other things («привод
//! робота», «план ВШК», «болеет за школу») is asked about only where its neighbours tell. An allergy
//! and a group of health are asked about: they are health, however ordinary.

use std::ops::Range;

use super::SensitiveMatter::{self, Health, Police};
use super::SensitiveWord;

/// Beginnings of words, parted by spaces; folded: in lower case, ё as е.
const BEGINNINGS: [(SensitiveMatter, &str); 2] = [
    (
        Health,
        "диагноз инвалид болезн заболе диабет инсулин астм аллерги эпилеп аутизм аутич аутист \
         аспергер депресси невроз психиатр психическ психотерап нарколог наркозависим наркоман \
         токсикоман алкогол пьющ пьянств пьяниц беременн онколог опухол лейкоз туберкулез гепатит \
         пневмони бронхит гастрит сколиоз гипертони мигрен энурез шизофрен анорекси булими ожирени \
         умственн слабовид слабослыш незряч глухонем заикани заикает суицид самоубий самоповрежд \
         селфхарм медикамент таблетк антидепресс госпитализ хроническ лечит лечен лечащ надомн",
    ),
    (
        Police,
        "полици судимост приговор правонаруш преступлен уголовн наркотик тюрьм тюрем хулиган \
         воровств воровал беспризорн безнадзорн бродяжнич попрошайнич неблагополучн",
    ),
];

/// Whole words, whose beginning is that of others: «болеет» and «болельщик», «заика» and «заикнулся».
const WHOLE: [(SensitiveMatter, &str); 2] = [
    (
        Health,
        "болен больна больны болеет болеют болела заика заике заики лечусь травма травму травмы \
         травмой травме",
    ),
    (
        Police,
        "приводы приводов осужден осуждена осужденный судима арест ареста арестом арестован \
         арестована кража кражи кражу краже колония колонии колонию",
    ),
];

/// Abbreviations, in any capitals: people write them in haste.
const ABBREVIATIONS: [(SensitiveMatter, &str); 2] = [
    (Health, "овз зпр зпрр зрр онр тнр сдвг вич спид дцп пмпк цпмпк ипра аооп"),
    (Police, "пдн оппн кдн кднизп овд вшу вшк соп сизо цвснп"),
];

/// Abbreviations in these capitals only: otherwise they are other words («много рас и народов»).
const CAPITALS: [(SensitiveMatter, &str); 1] = [(Health, "РАС")];

/// Personal data, and not the police's section for minors.
const PERSONAL_DATA: &str = "ПДн";

/// Beginnings of two words that tell beside each other, with one word between them at most; `=` is
/// the whole word.
const BESIDE: [(SensitiveMatter, &str, &str); 29] = [
    (Health, "=с", "=рас"),
    (Health, "групп", "=здоровья"),
    (Health, "синдром", "даун"),
    (Health, "порок", "сердц"),
    (Health, "нарушен", "слух"),
    (Health, "нарушен", "зрени"),
    (Health, "нарушен", "=речи"),
    (Health, "нарушен", "интеллект"),
    (Health, "задержк", "развити"),
    (Health, "слухов", "аппарат"),
    (Health, "коррекционн", "класс"),
    (Health, "адаптированн", "программ"),
    (Health, "паническ", "атак"),
    (Health, "перенес", "операци"),
    (Police, "групп", "=риска"),
    (Police, "отбыва", "=срок"),
    (Police, "отбыва", "наказани"),
    (Police, "=был", "=привод"),
    (Police, "имеет", "=привод"),
    (Police, "=ранее", "=судим"),
    (Police, "внутришкольн", "контрол"),
    (Police, "внутришкольн", "учет"),
    (Police, "состо", "=учете"),
    (Police, "стоит", "=учете"),
    (Police, "поставлен", "учет"),
    (Police, "социально", "опасн"),
    (Police, "девиантн", "поведени"),
    (Police, "лишен", "=прав"),
    (Police, "совет", "профилактик"),
];

/// Beginnings of a word and of those which make it an ordinary one when they stand up to two words
/// before it.
const ORDINARY_BEHIND: [(&str, &str); 4] = [
    ("пдн", "обработк защит оператор субъект персональн политик передач"),
    ("вшк", "план график справк систем итог"),
    ("внутришкольн", "план график справк систем итог"),
    ("девиантн", "профилактик предупрежд"),
];

/// The same where they stand right behind it.
const ORDINARY_BEFORE: [(&str, &str); 6] = [
    ("болеет", "=за"),
    ("болеют", "=за"),
    ("болела", "=за"),
    ("умственн", "труд счет работ"),
    ("хроническ", "нехватк недостат опоздан"),
    ("привод", "робот машин двигат станк мотор"),
];

/// Words that only begin as sensitive ones.
const NEVER: &str = "болезненн приговорк хулиганск";

/// The words of a free text that tell of health, of the police or of the court, each once, in the order
/// of the text.
///
/// A word is a hint and not a proof: «экскурсия в полицию» is one too, so nothing is refused for it,
/// the writer is asked once.
///
/// - Time: O(length of the text).
#[must_use]
pub fn sensitive_words(text: &str) -> Vec<SensitiveWord> {
    let words = words(text);
    let mut found: Vec<SensitiveWord> = Vec::new();
    let mut told_to = 0;
    for at in 0..words.len() {
        // A word of a pair that was told is not told again.
        if words[at].place.start < told_to {
            continue;
        }
        let alone = alone(text, &words, at).map(|matter| (matter, words[at].place.clone()));
        let Some((matter, place)) = alone.or_else(|| beside(&words, at)) else { continue };
        told_to = place.end;
        let word = &text[place];
        if found.iter().all(|it| it.word != word) {
            found.push(SensitiveWord { matter, word: word.to_owned() });
        }
    }
    found
}

/// A word of the text.
struct Word {
    place: Range<usize>,
    folded: String,
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut begin = None;
    for (at, sign) in text.char_indices().chain([(text.len(), ' ')]) {
        match (sign.is_alphabetic(), begin) {
            (true, None) => begin = Some(at),
            (false, Some(from)) => {
                let folded = text[from..at].to_lowercase().replace('ё', "е");
                words.push(Word { place: from..at, folded });
                begin = None;
            }
            _ => {}
        }
    }
    words
}

/// Whether a word has one of these beginnings, or with `=` is one of these words.
fn is_of(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|it| match it.strip_prefix('=') {
        Some(whole) => word == whole,
        None => word.starts_with(it),
    })
}

/// What a word tells by itself.
fn alone(text: &str, words: &[Word], at: usize) -> Option<SensitiveMatter> {
    let Word { place, folded } = &words[at];
    let written = &text[place.clone()];
    let has = |list: &str, word: &str| list.split_ascii_whitespace().any(|it| it == word);
    let of = |lists: &[(SensitiveMatter, &str)], is: &dyn Fn(&str) -> bool| {
        lists.iter().find(|(_, list)| is(list)).map(|(matter, _)| *matter)
    };
    if written == PERSONAL_DATA || is_of(folded, NEVER) || is_ordinary(words, at) {
        return None;
    }
    of(&ABBREVIATIONS, &|list| has(list, folded))
        .or_else(|| of(&CAPITALS, &|list| has(list, written)))
        .or_else(|| of(&WHOLE, &|list| has(list, folded)))
        .or_else(|| of(&BEGINNINGS, &|list| is_of(folded, list)))
}

/// What a word tells together with the next one or the one behind that, and where they stand.
fn beside(words: &[Word], at: usize) -> Option<(SensitiveMatter, Range<usize>)> {
    let first = &words[at];
    let behind = words.iter().skip(at + 1).take(2);
    let pairs = behind.flat_map(|it| BESIDE.iter().map(move |pair| (it, pair)));
    let is_pair = |(second, (_, one, other)): &(&Word, &(SensitiveMatter, &str, &str))| {
        is_of(&first.folded, one) && is_of(&second.folded, other)
    };
    let (second, (matter, ..)) = pairs.into_iter().find(is_pair)?;
    (!is_ordinary(words, at)).then_some((*matter, first.place.start..second.place.end))
}

/// Whether its neighbours make a word an ordinary one.
fn is_ordinary(words: &[Word], at: usize) -> bool {
    let it = &words[at].folded;
    let ahead = words.get(at + 1).is_some_and(|next| {
        let lists = ORDINARY_BEFORE.iter().filter(|(word, _)| it.starts_with(word));
        lists.into_iter().any(|(_, list)| is_of(&next.folded, list))
    });
    let before = &words[at.saturating_sub(2)..at];
    let mut behind = ORDINARY_BEHIND.iter().filter(|(word, _)| it.starts_with(word));
    ahead || behind.any(|(_, list)| before.iter().any(|word| is_of(&word.folded, list)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(SensitiveMatter, String)> {
        sensitive_words(text).into_iter().map(|it| (it.matter, it.word)).collect()
    }

    #[test]
    fn what_schools_write_of_health_and_police_is_seen_in_any_form() {
        for (text, matter, words) in [
            ("ребёнок с ОВЗ", Health, "ОВЗ"),
            ("ребёнок с овз", Health, "овз"),
            ("Овз, 8 вид", Health, "Овз"),
            ("учится в классе зпр", Health, "зпр"),
            ("ребёнок с РАС", Health, "с РАС"),
            ("ребенок с рас", Health, "с рас"),
            ("диагноз: РАС", Health, "диагноз|РАС"),
            ("сахарный диабет, инвалидность", Health, "диабет|инвалидность"),
            ("хроническая Астма и астма", Health, "хроническая|Астма|астма"),
            ("туберкулёз", Health, "туберкулёз"),
            ("аутист", Health, "аутист"),
            ("аллергия на орехи, аллергик", Health, "аллергия|аллергик"),
            ("лечится, на таблетках", Health, "лечится|таблетках"),
            ("гипертония", Health, "гипертония"),
            ("мальчик – заика", Health, "заика"),
            ("пьющие родители", Health, "пьющие"),
            ("мать пьяница", Health, "пьяница"),
            ("третья группа здоровья", Health, "группа здоровья"),
            ("группа здоровья класса", Health, "группа здоровья"),
            ("нарушение слуха", Health, "нарушение слуха"),
            ("синдром Дауна", Health, "синдром Дауна"),
            ("задержка психического развития", Health, "задержка психического развития"),
            ("директор болен диабетом", Health, "болен|диабетом"),
            ("часто болеет", Health, "болеет"),
            ("коррекционный класс ЗПР", Health, "коррекционный класс|ЗПР"),
            ("О переводе инвалида", Health, "инвалида"),
            ("перенёс операцию", Health, "перенёс операцию"),
            ("стоит на учёте в ПДН, был привод", Police, "стоит на учёте|ПДН|был привод"),
            ("состоит в пдн", Police, "пдн"),
            ("состоит на ВШК", Police, "ВШК"),
            ("на вшк с октября", Police, "вшк"),
            ("внутришкольный контроль", Police, "внутришкольный контроль"),
            ("были приводы", Police, "приводы"),
            ("группа риска", Police, "группа риска"),
            ("отец отбывает срок", Police, "отбывает срок"),
            ("ранее судим", Police, "ранее судим"),
            ("мать лишена родительских прав", Police, "лишена родительских прав"),
            ("попался на краже", Police, "краже"),
            ("состоит на учёте", Police, "состоит на учёте"),
            ("социально опасное положение, СОП", Police, "социально опасное|СОП"),
            ("вызван на КДН и ЗП", Police, "КДН"),
        ] {
            let expected: Vec<_> = words.split('|').map(|it| (matter, it.to_owned())).collect();
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn ordinary_words_of_a_school_are_not_asked_about() {
        for text in [
            "",
            "согласие на обработку ПДн получено",
            "политика обработки пдн утверждена",
            "здоровьесберегающие технологии, спорт",
            "группа по здоровьесбережению",
            "классный руководитель, работа с родителями, расписание",
            "раствор, астрономия, колонна, судья олимпиады",
            "уорк-шоп, расы и народы, овация",
            "много рас и народов",
            "колониальная эпоха, колонизация",
            "профилактика выгорания педагога",
            "приводит примеры, доводит дело до конца",
            "собрал привод робота, приводы станков",
            "болеет за «Спартак», болельщик",
            "больше часа, больно умный",
            "план ВШК, справка по итогам ВШК",
            "график внутришкольного контроля",
            "профилактика девиантного поведения",
            "не заикнулся об отпуске",
            "лечу в Сочи, лечь спать",
            "отбывает на соревнования",
            "группа поддержки, рискует, риск-менеджмент",
            "умственный труд, хроническая нехватка времени",
            "глухие согласные, слепой метод печати",
            "профилактика травматизма",
            "увлечение химией, увлечена театром",
            "учёт встреч ведёт куратор, учётная запись",
            "состоит в совете школы и в профсоюзе",
            "учитель-логопед, педагог-психолог",
            "диагностика запросов, диагностический срез",
            "поговорки и приговорки, хулиганские частушки",
            "болезненно воспринимает критику",
            "имеет право на отказ, прав в споре",
            "судим районную олимпиаду",
            "операционная система, операции с дробями",
            "программа адаптации, адаптивная физкультура",
            "индивидуальный план, ИОМ, ВПР, ОГЭ",
            "наставничество и профориентация",
        ] {
            assert_eq!(told(text), [], "{text}");
        }
    }

    #[test]
    fn a_text_of_any_signs_is_walked_to_its_end() {
        for text in ["—", "ё", "пдн пдн пдн", "a\u{306}\u{200b}", "с рас", "групп групп групп"]
        {
            assert!(told(text).len() <= 1, "{text}");
        }
    }
}
