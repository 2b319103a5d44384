//! The vocabulary of subjects: what an order, a survey or a register is about.
//!
//! It decides which stems stand for which subject of the wire format. Deliberately absent: kinds of
//! evidence (`evidence` beside) and the grammar that joins them.

use super::Lexicon;
use std::sync::LazyLock;

/// Subjects, for any kind.
const SUBJECTS: &[(&str, &[&str])] = &[
    (
        "introduction",
        &[
            "внедрени~ ?системы ?целев* модел~|наставничеств~",
            "внедрени~ ?методологии ?целев* модел~",
            "внедрени~ системы|программ~",
            "организаци~ наставничеств~",
            "введени~",
        ],
    ),
    ("regulation", &["положени~"]),
    ("roadmap", &["дорожн~ карт~", "план~ реализации целев* модел~", "план~ мероприяти~"]),
    ("model", &["целев~ модел~", "цмн", "методологи~"]),
    ("curator", &["куратор~", "координатор~", "ответственн~ за"]),
    ("mentors", &["наставник~", "педагог~ наставник~"]),
    ("mentees", &["наставляем~", "участник~ наставляем~", "молод~ педагог~|специалист~"]),
    (
        "pairs",
        &[
            "пар~",
            "тандем~",
            "наставническ~ пар~",
            "наставническ~ групп~",
            "закреплени~ .. наставник~",
        ],
    ),
    (
        "plans",
        &[
            "индивидуальн~ план~",
            "план~ индивидуальн*",
            "персонализированн~ программ~",
            "индивидуальн~ траектори~",
            "индивидуальн~ программ~",
        ],
    ),
    ("programme", &["программ~ ?наставничеств~", "программ~"]),
    (
        "encouragement",
        &[
            "поощрени~",
            "награждени~",
            "премировани~",
            "стимулировани~",
            "стимулирующ~ ?выплат~",
            "выплат~",
            "доплат~",
            "надбавк~",
        ],
    ),
    ("contests", &["конкурс~", "фестивал~"]),
    ("final_event", &["итогов~ мероприяти~|конференци~", "заключительн~ мероприяти~"]),
    ("accessibility", &["доступност~"]),
    ("personal_data", &["персональн~ данн~", "пдн", "персданн~", "обработк~ данн~"]),
    (
        "partners",
        &[
            "партнер~",
            "партнерск~ организаци~",
            "организаци~ партнер~",
            "предприяти~",
            "работодател~",
            "представител~ нко",
        ],
    ),
    ("graduates", &["выпускник~"]),
    ("parents", &["родител~", "родительск~", "законн~ представител~"]),
    ("participants", &["участник~", "участвующ~"]),
    ("pedagogical_council", &["педагогическ~ совет~", "педсовет~"]),
    ("practices", &["практик~", "лучш~ практик~", "опыт~"]),
    ("results", &["результат~", "итог~"]),
    ("collection", &["сборник~"]),
    ("site", &["сайт~", "информационн~ ресурс~"]),
    ("forms", &["форм~ наставничеств~"]),
    ("acts", &["нормативн~", "локальн~ акт~", "распоряжени~ министерств~"]),
    ("project_group", &["рабоч~ групп~", "проектн~ групп~"]),
    ("class_teachers", &["классн~ руководител~"]),
];

/// Subjects of a survey, strongest sign first.
const SURVEYED: &[(&str, &[&str])] = &[
    ("preferences", &["предпочита*", "предпочтен*"]),
    ("satisfaction", &["удовлетворенност~"]),
    (
        "survey_mentors",
        &[
            "потенциальн~ наставник~",
            "среди ?педагог* ?наставник~",
            "желающ* стать наставник~",
            "наставник~",
        ],
    ),
    (
        "survey_needs",
        &["запрос~", "потребност~", "желающ* принять|участвовать", "наставляем~", "дефицит~"],
    ),
    ("quality", &["качеств~"]),
    ("participants", &["участник~"]),
    ("parents", &["родител~"]),
];

/// Subjects of what is studied or told.
const STUDIED: &[(&str, &[&str])] = &[
    ("templates", &["шаблон~", "форм~ документ~", "образц~"]),
    (
        "acts",
        &[
            "распоряжени~",
            "положени~",
            "нормативн~",
            "методическ~ рекомендаци~",
            "закон~",
            "приказ~ министерств~",
            "методологи~",
            "документ~",
            "федеральн~",
            "материал~",
        ],
    ),
    ("pairs", &["пар~", "тандем~", "наставническ~ пар~"]),
    ("programme", &["программ~"]),
    ("practices", &["опыт~", "практик~"]),
    ("model", &["целев~ модел~", "цмн", "наставничеств~"]),
];

/// Subjects of an analysis.
const ANALYSED: &[(&str, &[&str])] = &[
    ("survey_mentors", &["анкет~ ?от потенциальн~ наставник~", "анкет~ наставник~"]),
    (
        "survey",
        &["анкет~", "данных", "анкетировани~", "опрос~", "результат~ анкет~|анкетировани~|опрос~"],
    ),
    ("mentors", &["наставник~"]),
    ("mentees", &["наставляем~"]),
    ("survey_needs", &["запрос~", "потребност~", "дефицит~"]),
    ("results", &["результат~", "итог~", "работ~", "эффективност~", "деятельност~"]),
];

pub(crate) static SUBJECT: LazyLock<Lexicon<&'static str>> =
    LazyLock::new(|| Lexicon::new(SUBJECTS));
pub(crate) static SURVEY: LazyLock<Lexicon<&'static str>> =
    LazyLock::new(|| Lexicon::new(SURVEYED));
pub(crate) static STUDY: LazyLock<Lexicon<&'static str>> = LazyLock::new(|| Lexicon::new(STUDIED));
pub(crate) static ANALYSIS: LazyLock<Lexicon<&'static str>> =
    LazyLock::new(|| Lexicon::new(ANALYSED));

/// The strongest subject of a survey among those found.
pub(crate) fn strongest(found: &[&'static str]) -> Option<&'static str> {
    SURVEYED.iter().map(|it| it.0).find(|it| found.contains(it))
}
