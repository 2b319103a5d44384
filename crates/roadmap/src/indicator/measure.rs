//! The vocabulary of measures: what is counted, and in which unit.
//!
//! It decides which stems name a count and which words of a sentence tell what a share measures.
//! Deliberately absent: numbers.

use crate::vocabulary::{Lexicon, Token};
use std::sync::LazyLock;

/// A noun that is counted: measure and unit.
type Counted = (&'static str, &'static str);

const COUNTED: &[(Counted, &[&str])] = &[
    (("experts", "people"), &["эксперт~", "тренер~", "спикер~"]),
    (
        ("sessions", "sessions"),
        &[
            "заняти~",
            "образовательн* заняти~",
            "семинар~",
            "тренинг~",
            "сесси~",
            "мастер класс~",
            "вебинар~",
            "урок~",
            "лекци~",
            "практикум~",
            "консультаци~",
            "заседани~",
            "модул~",
            "установочн* сесси~",
            "мастер-класс~",
        ],
    ),
    (
        ("gatherings", "gatherings"),
        &[
            "встреч~",
            "собрани~",
            "выступлени~",
            "мероприяти~",
            "событи~",
            "классн~ час~",
            "конференци~",
            "совещани~",
            "педсовет~",
            "педагогическ~ совет~",
            "фестивал~",
            "форум~",
            "конкурс~",
            "слет~",
            "бесед~",
            "экскурси~",
            "кругл~ стол~",
            "акци~",
            "посещени~",
            "открыт~ урок~|заняти~",
        ],
    ),
    (
        ("publications", "publications"),
        &[
            "публикаци~",
            "стат~",
            "статей",
            "пост~",
            "новост~",
            "заметк~",
            "сообщени~",
            "видеоролик~",
            "информационн* материал~",
        ],
    ),
    (("rubrics", "rubrics"), &["рубрик~", "раздел~", "страниц~"]),
    (("pairs", "pairs"), &["пар~", "тандем~", "наставническ~ пар~", "наставническ~ групп~"]),
    (("cases", "cases"), &["кейс~", "практик~", "лучш* практик~"]),
    (("agreements", "agreements"), &["соглашени~", "договор~"]),
    (
        ("people", "people"),
        &[
            "человек~",
            "чел",
            "участник~",
            "представител~",
            "педагог~",
            "учител~",
            "наставник~",
            "наставляем~",
            "обучающ*",
            "учащ*",
            "школьник~",
            "ученик~",
            "студент~",
            "выпускник~",
            "родител~",
            "специалист~",
            "работник~",
            "сотрудник~",
            "победител~",
            "призер~",
            "волонтер~",
            "партнер~",
            "детей",
            "подростк~",
            "воспитател~",
            "воспитанник~",
            "преподавател~",
            "дет~",
        ],
    ),
    (
        ("partners", "organisations"),
        &["организаци~", "предприяти~", "учреждени~", "школ~", "социальн* партнер~"],
    ),
    (("groups", "groups"), &["групп~"]),
    (
        ("materials", "materials"),
        &[
            "методическ* разработ~",
            "разработ~",
            "материал~",
            "документ~",
            "методичк~",
            "памят~",
            "буклет~",
            "рекомендаци~",
        ],
    ),
    (("surveys", "questionnaires"), &["анкет~", "опрос~", "отзыв~", "респондент~"]),
    (("satisfaction", "points"), &["балл~"]),
    (("hours", "hours"), &["час~", "ч", "академическ* час~"]),
    (("programmes", "programmes"), &["программ~", "план~", "персонализированн* программ~"]),
    (("protocols", "documents"), &["протокол~", "приказ~", "акт~", "отчет~"]),
];

const SHARES: &[(&str, &[&str])] = &[
    ("consents", &["соглас~ на", "согласи~", "согласий"]),
    (
        "diagnosed",
        &[
            "диагностик~",
            "диагностир*",
            "тестировани~",
            "протестирован*",
            "анкетировани~",
            "опрошен*",
            "заполн* анкет~",
        ],
    ),
    (
        "retained",
        &[
            "закрепи*",
            "закрепл* .. професси~|школ~|организаци~",
            "остал* .. работ~|професси~|школ~",
            "сохран* .. кадр~",
            "продолжи* работ*",
        ],
    ),
    (
        "partners_giving_mentors",
        &[
            "организаци~ .. предостав*",
            "предостав* наставник~",
            "партнер~ .. предостав*",
            "предприяти~ .. предостав*",
        ],
    ),
    ("satisfaction", &["удовлетвор*"]),
    ("roadmap_on_time", &["установленн~ срок~", "в срок", "своевременн*", "в .. сроки"]),
    (
        "roadmap_done",
        &[
            "позиц~ дорожн~ карт~",
            "пункт~ дорожн~ карт~",
            "мероприяти~ дорожн~ карт~",
            "дорожн~ карт~ .. выполн*|реализ*|исполн*",
            "выполн*|реализ*|исполн* .. дорожн~ карт~",
            "мероприяти~ план~",
        ],
    ),
    (
        "programmes_done",
        &[
            "программ~ .. реализован*|выполнен*|завершен*|освоен*",
            "индивидуальн~ план~",
            "план~ .. реализован*|выполнен*|завершен*",
            "реализован*|выполнен*|завершен* .. программ~|план~",
            "персонализированн~ программ~",
            "завершил* программ~",
        ],
    ),
    (
        "coverage",
        &[
            "охва*",
            "вовлеч*",
            "вовлек*",
            "охвач*",
            "включен* .. наставничеств~",
            "вошедш* .. программ~",
            "в программ~ наставничеств~",
            "участ* .. программ~ наставничеств~",
            "в роли наставляем*|наставник*",
        ],
    ),
    (
        "participation",
        &[
            "участи*",
            "принял*",
            "принявш*",
            "присутств*",
            "посети*",
            "явк~",
            "прошл* обучени~",
            "прошедш*",
            "обучен*",
            "повыс* квалификаци*",
        ],
    ),
];

/// Nouns that are counted.
pub(super) static COUNT: LazyLock<Lexicon<Counted>> = LazyLock::new(|| Lexicon::new(COUNTED));
static SHARE: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| Lexicon::new(SHARES));

/// The measure of a share, from the words of its sentence.
///
/// The order of the vocabulary is the order of precedence: «участие» is the weakest sign.
pub(super) fn share(all: &[Token]) -> Option<&'static str> {
    let found: Vec<&str> =
        (0..all.len()).filter_map(|at| SHARE.at(all, at)).map(|it| it.means).collect();
    SHARES.iter().map(|(slug, _)| *slug).find(|slug| found.contains(slug))
}

/// The measure that the activity of a row tells, where the words of the figure do not.
///
/// «100 % наставников» beside consents and addenda counts neither for sure.
pub(super) fn share_of_activity(around: &[Token]) -> Option<&'static str> {
    let contract = ["соглашени", "допсоглашени", "договор"];
    let names_contract =
        around.iter().any(|it| contract.iter().any(|stem| it.text.starts_with(stem)));
    share(around).filter(|it| *it != "consents" || !names_contract)
}
