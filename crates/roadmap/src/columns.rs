//! What the columns of a table mean, from the words of a header or from what stands below.
//!
//! It decides the meaning of one header cell in any wording, and how much the words of a cell look
//! like a deadline, a responsible or a number, for tables without headers and rows with lost cells.
//! Deliberately absent: which table is the roadmap (`table`).

use crate::plan::Column;
use crate::responsible;
use crate::vocabulary::{Kind, Lexicon, clip, plain, tokens};
use std::sync::LazyLock;

/// Meanings of header words: a column and how strongly the words speak for it.
const HEADERS: &[((Column, u8), &[&str])] = &[
    ((Column::Number, 6), &["п п", "номер", "n", "no", "пп", "номер п п", "ном"]),
    ((Column::SubStage, 9), &["подэтап~", "содержани~ подэтап~", "подраздел~", "шаг~ этапа"]),
    (
        (Column::Stage, 7),
        &[
            "этап~",
            "наименовани~ этап~|раздел~|блок~|направлени~|задач~",
            "раздел~",
            "блок~",
            "модул~",
            "стади~",
            "направлени~",
            "направлени~ деятельности|работы",
            "задач~",
            "название этапа",
            "год",
            "учебный год",
            "этап~ реализации|работы|внедрения",
        ],
    ),
    (
        (Column::Activity, 6),
        &[
            "мероприяти~",
            "наименовани~ мероприяти~",
            "название мероприяти~",
            "план мероприяти~",
            "перечень мероприяти~",
            "содержани~ ?и мероприяти~",
        ],
    ),
    (
        (Column::Activity, 5),
        &[
            "содержани~ деятельности|работы|работ",
            "содержани~",
            "вид~ деятельности|работ|работы",
            "деятельност~",
            "действи~",
            "наименование работ",
            "наименование",
            "тем~",
            "мер~",
            "работ~",
            "план действий",
            "вопрос~",
            "пункт~ плана",
            "что ?нужно ?сделать|делаем",
            "описание",
            "шаг~",
            "активност~",
            "событи~",
            "процедур~",
            "виды работ",
        ],
    ),
    (
        (Column::StartDate, 10),
        &["дата|срок|время начала", "начало", "начало ?работ|реализации", "дата старта"],
    ),
    (
        (Column::EndDate, 10),
        &[
            "дата|срок|время окончания|завершения",
            "окончание",
            "завершение",
            "конец",
            "срок завершения",
        ],
    ),
    (
        (Column::Deadline, 9),
        &[
            "срок~",
            "срок~ исполнени~|реализаци~|проведени~|выполнени~",
            "дата",
            "даты",
            "дат~ проведени~|исполнени~",
            "период~",
            "время",
            "месяц~",
            "когда",
            "календарн* срок~",
            "период~ проведени~|реализаци~",
            "время проведени~",
            "дедлайн~",
            "график~ проведения",
        ],
    ),
    (
        (Column::Responsible, 9),
        &[
            "ответственн*",
            "исполнител~",
            "ответственн* исполнител~",
            "отв",
            "соисполнител~",
            "кто",
            "кто проводит|отвечает|делает",
            "фио ответственн*",
            "ф и о ответственн*",
            "организатор~",
            "ответств",
            "ответственность",
        ],
    ),
    (
        (Column::Result, 8),
        &[
            "результат~",
            "ожидаем* результат~",
            "планируем* результат~",
            "итог~",
            "вид документа",
            "вид отчета|отчетности",
            "документ~",
            "форма отчет*|отчетн*|фиксации|представления",
            "форма отчетности",
            "отчетн* документ~",
            "подтвержда* документ~",
            "подтверждение",
            "выход~",
            "продукт~",
            "где фиксируется|отражается|заслушивается",
            "форма подтверждения",
            "форма ?и ?вид контроля|отчета",
            "результат~ деятельности|реализации|выполнения",
            "подведение итогов",
            "выходн* документ~",
            "итогов* документ~",
            "форма завершения",
            "ожидаем* эффект~",
        ],
    ),
    (
        (Column::Indicator, 9),
        &[
            "показател~",
            "критери~",
            "индикатор~",
            "показател~ эффективности|результативности",
            "целев* показател~|значени~",
            "планов* значени~",
            "критери~ эффективности|оценки",
            "измерител~",
            "kpi",
            "количественн* показател~",
            "целев* индикатор~",
        ],
    ),
    (
        (Column::Audience, 9),
        &[
            "аудитори~",
            "целев* аудитори~",
            "целев* групп~",
            "участник~",
            "категори~ ?участник~",
            "охват~",
            "контингент~",
            "для кого",
            "класс",
            "классы",
            "категори~ работников|обучающихся",
            "адресат~",
            "состав участников",
        ],
    ),
    (
        (Column::Form, 9),
        &[
            "форма проведения|работы|организации|реализации",
            "формат~",
            "форм~",
            "место",
            "место проведения",
            "форма ?и место",
            "форма наставничества",
            "методы ?и",
        ],
    ),
    (
        (Column::Note, 10),
        &[
            "примечани~",
            "отметк~",
            "отметк~ об|о выполнении|исполнении",
            "комментари~",
            "статус~",
            "факт* ?выполнени~",
            "выполнение",
            "исполнение",
            "результат выполнения",
        ],
    ),
    (
        (Column::Other, 9),
        &[
            "финансировани~",
            "источник~ ?финансировани~",
            "ресурс~",
            "объем ?финансировани~",
            "стоимость",
            "ед изм",
            "единица измерения",
            "должность",
            "фио",
            "ф и о",
            "фамили*",
            "стаж",
            "предмет",
            "телефон",
            "роль",
        ],
    ),
];

static HEADER: LazyLock<Lexicon<(Column, u8)>> = LazyLock::new(|| Lexicon::new(HEADERS));

/// Words of time: what a deadline cell consists of.
const TIMES: &[((), &[&str])] = &[(
    (),
    &[
        "январ~",
        "феврал~",
        "март~",
        "апрел~",
        "май",
        "мая",
        "мае",
        "маю",
        "июн~",
        "июл~",
        "август~",
        "сентябр~",
        "октябр~",
        "ноябр~",
        "декабр~",
        "янв",
        "фев",
        "мар",
        "апр",
        "авг",
        "сент",
        "сен",
        "окт",
        "нояб",
        "ноя",
        "дек",
        "в течени*",
        "течени*",
        "год~",
        "гг",
        "г",
        "учебн* год~",
        "уч г",
        "уч год~",
        "месяц~",
        "недел~",
        "дн~",
        "дней",
        "квартал~",
        "полугоди~",
        "четверт~",
        "семестр~",
        "ежегодно",
        "ежемесячно",
        "еженедельно",
        "ежедневно",
        "ежеквартально",
        "постоянно",
        "регулярно",
        "систематически",
        "периодически",
        "по мере необходимости",
        "мере",
        "необходимости",
        "по ?отдельному план~|график~|запрос~|согласовани~|мере",
        "согласно план~|график~",
        "график~",
        "весь период",
        "период~",
        "всего",
        "весь",
        "не позднее",
        "до",
        "с",
        "по",
        "от",
        "к",
        "в",
        "на",
        "не реже",
        "раз",
        "раза",
        "начал~",
        "конец",
        "конц~",
        "середин~",
        "декад~",
        "числ~",
        "каникул~",
        "зим~",
        "весн~",
        "осен~",
        "лет~",
        "срок~",
        "далее",
        "один",
        "два",
        "и",
        "каждого",
        "каждый",
        "каждую",
        "в соответствии с|со срок~ реализации программ~ ?наставничества",
        "в течение ?всего период~ реализации ?цмн|программ~ ?наставничества",
        "двух",
        "даты",
        "при необходимости",
        "однократно",
        "единовременно",
        "i",
        "ii",
        "iii",
        "iv",
        "кв",
        "числа",
        "понедельник~",
        "пятниц~",
        "сред~",
        "четверг~",
        "вторник~",
        "учебного",
        "рабочих",
    ],
)];

static TIME: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(TIMES));

/// The meaning of a header cell, and how strongly its words speak for it.
///
/// - `text`: the cell, parent header words first where the header has two rows.
/// - Returns: `None` where no word of a header is in it, or where it is too long to be one.
#[must_use]
pub fn header(text: &str) -> Option<(Column, u8)> {
    let trimmed = text.trim();
    if trimmed.starts_with('№') || matches!(trimmed, "N" | "#" | "п/п") {
        return Some((Column::Number, 9));
    }
    if 140 < trimmed.chars().count() {
        return None;
    }
    let all = tokens(text);
    let words = all.iter().filter(|it| it.is_word()).count();
    if words == 0 || 16 < words {
        return None;
    }
    if words == 1 && matches!(plain(text).as_str(), "с" | "от") {
        return Some((Column::StartDate, 6));
    }
    if words == 1 && matches!(plain(text).as_str(), "по" | "до") {
        return Some((Column::EndDate, 6));
    }
    let mut best: Option<(Column, u8)> = None;
    for hit in HEADER.all(&all) {
        // A later word must speak louder: «Ожидаемый результат (вид документа)».
        let weight = hit.means.1 + u8::from(hit.tokens.start == 0);
        if best.is_none_or(|it| it.1 < weight) {
            best = Some((hit.means.0, weight));
        }
    }
    best
}

/// Whether a header calls its column «Содержание …»: the details of another activity column.
#[must_use]
pub(crate) fn is_contents(text: &str) -> bool {
    let words = plain(text);
    words.starts_with("содержание") && !words.contains("подэтап") || words.starts_with("описание")
}

/// What the words of a cell look like, each 0..=1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Looks {
    pub(crate) empty: bool,
    pub(crate) number: bool,
    pub(crate) deadline: f32,
    pub(crate) responsible: f32,
    /// Words in the cell.
    pub(crate) words: usize,
}

/// Looks at the words of a cell.
pub(crate) fn looks(text: &str) -> Looks {
    let text = clip(text);
    let all = tokens(text);
    let words = all.iter().filter(|it| !matches!(it.kind, Kind::Mark(_))).count();
    if words == 0 {
        return Looks { empty: true, ..Looks::default() };
    }
    let number = is_number(text);
    if 30 < words {
        return Looks { words, number, ..Looks::default() };
    }
    let timely: usize = TIME.all(&all).iter().map(|it| it.tokens.len()).sum();
    let digits = all.iter().filter(|it| it.kind == Kind::Number).count();
    let strong = digits + timely;
    let deadline = if number { 0.0 } else { (strong.min(words) as f32) / (words as f32) };
    Looks { empty: false, number, deadline, responsible: who(text, words), words }
}

fn who(text: &str, words: usize) -> f32 {
    let parties = responsible::read(text);
    if parties.nobody {
        return 1.0;
    }
    let known = parties.responsible.iter().filter(|it| it.role.as_deref() != Some("other"));
    let covered: usize = known.map(|it| plain(&it.text).split(' ').count()).sum();
    (covered as f32 / words as f32).min(1.0)
}

/// Whether a cell holds nothing but the number of a row: «1», «2.1.», «III».
#[must_use]
pub fn is_number(text: &str) -> bool {
    let trimmed = text.trim().trim_end_matches(['.', ')', ' ']);
    let digits = !trimmed.is_empty()
        && trimmed.chars().count() <= 12
        && trimmed
            .split('.')
            .all(|it| !it.is_empty() && it.len() <= 3 && it.chars().all(|it| it.is_ascii_digit()));
    digits || is_roman(trimmed)
}

/// Whether a word is a Roman numeral, also with the look-alike Russian letters.
#[must_use]
pub fn is_roman(word: &str) -> bool {
    !word.is_empty()
        && word.chars().count() <= 5
        && word.chars().all(|it| matches!(it, 'I' | 'V' | 'X' | 'Х' | 'І'))
}

/// How well a cell suits a column.
pub(crate) fn suits(looks: &Looks, column: Column) -> f32 {
    if looks.empty {
        return if column == Column::Activity { -2.0 } else { 0.0 };
    }
    let timely = 0.65 < looks.deadline;
    let who = 0.5 <= looks.responsible;
    match column {
        Column::Number => {
            if looks.number {
                2.0
            } else {
                -3.0
            }
        }
        Column::Deadline | Column::StartDate | Column::EndDate => {
            if timely {
                3.0
            } else {
                -2.0
            }
        }
        Column::Responsible => {
            if who {
                3.0
            } else {
                -1.5
            }
        }
        Column::Activity if looks.number || timely => -1.5,
        Column::Activity => {
            if who && looks.words < 5 {
                -0.5
            } else {
                2.0
            }
        }
        Column::Stage | Column::SubStage => {
            if timely || who || looks.number {
                -1.0
            } else {
                0.5
            }
        }
        Column::Result => {
            if timely || who || looks.number {
                -1.0
            } else {
                1.1
            }
        }
        _ => {
            if timely || who {
                -1.0
            } else {
                1.0
            }
        }
    }
}

/// Puts cells into columns, in order, where some cells of the row are lost.
///
/// - `cells`: the looks of each cell, averaged by the caller where they are whole columns; `score`
///   gives how well cell `i` suits column `j`.
/// - Returns: for each cell the index of its column; cells keep their order. `None` where there are
///   more cells than columns.
/// - Time: O(cells · columns).
pub(crate) fn align(
    n_cells: usize,
    n_columns: usize,
    score: impl Fn(usize, usize) -> f32,
) -> Option<Vec<usize>> {
    if n_columns < n_cells {
        return None;
    }
    // best[i][j]: cells from i on, columns from j on.
    let mut best = vec![vec![0.0f32; n_columns + 1]; n_cells + 1];
    for row in best.iter_mut().take(n_cells) {
        row.fill(f32::MIN / 4.0);
    }
    for i in (0..n_cells).rev() {
        for j in (0..n_columns).rev() {
            let here = score(i, j) + best[i + 1][j + 1];
            best[i][j] = here.max(best[i][j + 1]);
        }
    }
    let (mut places, mut j) = (Vec::new(), 0);
    for (i, row) in best.iter().take(n_cells).enumerate() {
        while j + 1 < n_columns && row[j] == row[j + 1] && n_cells - i < n_columns - j {
            j += 1;
        }
        places.push(j.min(n_columns - 1));
        j += 1;
    }
    Some(places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_understood_in_any_wording() {
        let table: &[(&str, Column)] = &[
            ("№", Column::Number),
            ("№ п/п", Column::Number),
            ("№п/п", Column::Number),
            ("Этап", Column::Stage),
            ("Наименование этапа", Column::Stage),
            ("Направление деятельности", Column::Stage),
            ("Содержание подэтапов", Column::SubStage),
            ("Мероприятия", Column::Activity),
            ("Содержание", Column::Activity),
            ("Наименование мероприятий", Column::Activity),
            ("Содержание деятельности и план мероприятий", Column::Activity),
            ("Виды деятельности", Column::Activity),
            ("Сроки", Column::Deadline),
            ("Срок реализации", Column::Deadline),
            ("Дата проведения", Column::Deadline),
            ("Сроки исполнения мероприятия", Column::Deadline),
            ("Месяц", Column::Deadline),
            ("Период проведения", Column::Deadline),
            ("Дата начала", Column::StartDate),
            ("Окончание", Column::EndDate),
            ("Ответственный", Column::Responsible),
            ("Исполнители", Column::Responsible),
            ("Отв.", Column::Responsible),
            ("Ответственные за проведение мероприятия", Column::Responsible),
            ("Ф.И.О. ответственного", Column::Responsible),
            ("Ожидаемый результат (вид документа)", Column::Result),
            ("Планируемый результат", Column::Result),
            ("Форма отчётности", Column::Result),
            ("Вид документа", Column::Result),
            ("Подтверждающий документ", Column::Result),
            ("Показатели эффективности", Column::Indicator),
            ("Критерии", Column::Indicator),
            ("Целевая аудитория", Column::Audience),
            ("Участники", Column::Audience),
            ("Форма проведения", Column::Form),
            ("Место проведения", Column::Form),
            ("Примечание", Column::Note),
            ("Отметка о выполнении", Column::Note),
            ("Должность", Column::Other),
            ("ФИО", Column::Other),
        ];
        for (text, expected) in table {
            assert_eq!(header(text).map(|it| it.0), Some(*expected), "{text}");
        }
    }

    #[test]
    fn cells_look_like_what_they_are() {
        for text in [
            "Октябрь 2023",
            "в течение года",
            "01.09.2025 – 31.05.2026",
            "по мере необходимости",
            "ежемесячно",
            "Декабрь – апрель 2024",
        ] {
            assert!(0.65 < looks(text).deadline, "{text}");
        }
        for text in [
            "Кураторы",
            "Директор ОО Кураторы",
            "Иванова И.И.",
            "НЕ ПРИВЛЕКАЮТСЯ",
            "классный руководитель, соц. педагог",
        ] {
            assert!(0.5 <= looks(text).responsible, "{text}");
        }
        let activity =
            looks("Проведение встречи наставника и наставляемого в формате деловой игры в мае");
        assert!(activity.deadline < 0.5 && activity.responsible < 0.5);
    }

    #[test]
    fn cells_of_a_row_with_lost_cells_find_their_columns() {
        let columns = [
            Column::Activity,
            Column::Deadline,
            Column::Result,
            Column::Indicator,
            Column::Responsible,
        ];
        let row = [
            "Утверждение индивидуальных планов",
            "Ноябрь 2023",
            "Приказ об утверждении планов",
            "Директор ОО",
        ];
        let cells: Vec<Looks> = row.iter().map(|it| looks(it)).collect();
        let places = align(4, 5, |i, j| suits(&cells[i], columns[j]));
        assert_eq!(places, Some(vec![0, 1, 2, 4]));
    }

    #[test]
    fn numbers_of_rows_are_told_from_other_numbers() {
        for (text, is) in [
            ("1", true),
            ("2.1.", true),
            ("5.1.2", true),
            ("III.", true),
            ("01.09.2025", false),
            ("1а раздел", false),
            ("", false),
        ] {
            assert_eq!(is_number(text), is, "{text}");
        }
    }
}
