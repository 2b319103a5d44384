//! The vocabulary of deadlines: stems with their endings, each with its meaning.
//!
//! It decides which Russian words say «when» and in which forms they are met, abbreviations and
//! everyday misspellings included. Deliberately absent: how words combine (`grammar`).

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

use Case::{Genitive, Other, Short};
use Word::{Cardinal, Every, Long, Month, Ordinal, TimesOver};

/// Endings of an adjective of the common kind («-ный») in all cases.
const HARD: &str = "ый ая ое ые ого ой ому ым ом ую ых ыми";
/// Endings of a soft adjective («-ний»).
const SOFT: &str = "ий яя ее ие его ей ему им ем юю их ими";

/// Stem, endings («_» is the bare stem; several lists may be joined by «|»), meaning.
const STEMS: &[(&str, &[&str], Word)] = &[
    ("январ", &["я"], Month(1, Genitive)),
    ("январ", &["ь е ю ем"], Month(1, Other)),
    ("янв", &["_"], Month(1, Short)),
    ("феврал", &["я"], Month(2, Genitive)),
    ("феврал", &["ь е ю ем"], Month(2, Other)),
    ("февр", &["_"], Month(2, Short)),
    ("фев", &["_"], Month(2, Short)),
    ("март", &["а"], Month(3, Genitive)),
    ("март", &["_ е у ом"], Month(3, Other)),
    ("мар", &["_"], Month(3, Short)),
    ("апрел", &["я"], Month(4, Genitive)),
    ("апрел", &["ь е ю ем"], Month(4, Other)),
    ("апр", &["_"], Month(4, Short)),
    ("ма", &["я"], Month(5, Genitive)),
    ("ма", &["й е ю ем"], Month(5, Other)),
    ("июн", &["я"], Month(6, Genitive)),
    ("июн", &["ь е ю ем"], Month(6, Other)),
    ("июн", &["_"], Month(6, Short)),
    ("июл", &["я"], Month(7, Genitive)),
    ("июл", &["ь е ю ем"], Month(7, Other)),
    ("июл", &["_"], Month(7, Short)),
    ("август", &["а"], Month(8, Genitive)),
    ("август", &["_ е у ом"], Month(8, Other)),
    ("авг", &["_"], Month(8, Short)),
    ("сентябр", &["я"], Month(9, Genitive)),
    ("сентябр", &["ь е ю ем"], Month(9, Other)),
    ("сент", &["_"], Month(9, Short)),
    ("сен", &["_"], Month(9, Short)),
    ("октябр", &["я"], Month(10, Genitive)),
    ("октябр", &["ь е ю ем"], Month(10, Other)),
    ("окт", &["_"], Month(10, Short)),
    ("ноябр", &["я"], Month(11, Genitive)),
    ("ноябр", &["ь е ю ем"], Month(11, Other)),
    ("нояб", &["_"], Month(11, Short)),
    ("ноя", &["_"], Month(11, Short)),
    ("декабр", &["я"], Month(12, Genitive)),
    ("декабр", &["ь е ю ем"], Month(12, Other)),
    ("дек", &["_"], Month(12, Short)),
    ("понедельник", &["_ а у ом е и ов ам ами ах"], Word::Weekday(Weekday::Monday)),
    ("пн", &["_"], Word::Weekday(Weekday::Monday)),
    ("вторник", &["_ а у ом е и ов ам ами ах"], Word::Weekday(Weekday::Tuesday)),
    ("вт", &["_"], Word::Weekday(Weekday::Tuesday)),
    ("сред", &["а у ы ой е ам ами ах"], Word::Weekday(Weekday::Wednesday)),
    ("четверг", &["_ а у ом е и ов ам ами ах"], Word::Weekday(Weekday::Thursday)),
    ("чт", &["_"], Word::Weekday(Weekday::Thursday)),
    ("пятниц", &["а ы у ей е ам ами ах _"], Word::Weekday(Weekday::Friday)),
    ("пт", &["_"], Word::Weekday(Weekday::Friday)),
    ("суббот", &["а ы у ой е ам ами ах"], Word::Weekday(Weekday::Saturday)),
    ("сб", &["_"], Word::Weekday(Weekday::Saturday)),
    ("воскресень", &["е я ю ем ям ями ях"], Word::Weekday(Weekday::Sunday)),
    ("осен", &["ь и ью", SOFT, "не"], Word::Season(Season::Autumn)),
    ("осенн", &[SOFT, "е"], Word::Season(Season::Autumn)),
    ("зим", &["а ы у ой е"], Word::Season(Season::Winter)),
    ("зимн", &[SOFT, "е"], Word::Season(Season::Winter)),
    ("весн", &["а ы у ой е"], Word::Season(Season::Spring)),
    ("весенн", &[SOFT, "е"], Word::Season(Season::Spring)),
    ("лет", &["о у ом е"], Word::Season(Season::Summer)),
    ("летн", &[SOFT, "е"], Word::Season(Season::Summer)),
    ("один", &["_"], Cardinal(1)),
    ("одн", &["а ого ой ому им ом у"], Cardinal(1)),
    ("дв", &["а е ух ум умя"], Cardinal(2)),
    ("тр", &["и ех ем емя"], Cardinal(3)),
    ("четыр", &["е ех ем ьмя"], Cardinal(4)),
    ("пят", &["ь и ью"], Cardinal(5)),
    ("шест", &["ь и ью"], Cardinal(6)),
    ("сем", &["ь и ью"], Cardinal(7)),
    ("вос", &["емь ьми"], Cardinal(8)),
    ("девят", &["ь и ью"], Cardinal(9)),
    ("десят", &["ь и ью"], Cardinal(10)),
    ("двенадцат", &["ь и ью"], Cardinal(12)),
    ("четырнадцат", &["ь и ью"], Cardinal(14)),
    ("пятнадцат", &["ь и ью"], Cardinal(15)),
    ("двадцат", &["ь и ью"], Cardinal(20)),
    ("тридцат", &["ь и ью"], Cardinal(30)),
    ("перв", &[HARD], Ordinal(1)),
    ("втор", &[HARD], Ordinal(2)),
    ("трет", &["ий ья ье ьи ьего ьей ьему ьим ьем ью ьих ьими"], Ordinal(3)),
    ("четверт", &[HARD], Ordinal(4)),
    ("пят", &[HARD], Ordinal(5)),
    ("последн", &[SOFT], Word::Last),
    ("посл", &["_"], Word::Last),
    ("завершающ", &["ий ая ее ие его ей ему им ем ую их"], Word::Last),
    ("год", &["_ а у ом е ы ов ам ах ами"], Word::Year),
    ("г", &["_ г ода"], Word::Year),
    ("лет", &["_"], Word::Age),
    ("учебн", &[HARD], Word::School),
    ("уч", &["_ еб ебн"], Word::School),
    ("календарн", &[HARD], Word::Calendar),
    ("рабоч", &["ий ая ее ие его ей ему им ем ую их"], Word::Working),
    ("раб", &["_"], Word::Working),
    ("день", &["_"], Word::Unit(Unit::Day)),
    ("дн", &["я ю ем е и ей ям ями ях _"], Word::Unit(Unit::Day)),
    ("сут", &["ки ок"], Word::Unit(Unit::Day)),
    ("недел", &["я и е ю ей ь ям ями ях"], Word::Unit(Unit::Week)),
    ("нед", &["_"], Word::Unit(Unit::Week)),
    ("месяц", &["_ а у ем е ы ев ам ах ами"], Word::Unit(Unit::Month)),
    ("мес", &["_"], Word::Unit(Unit::Month)),
    ("квартал", &["_ а у ом е ы ов ам ах ами"], Word::Unit(Unit::Quarter)),
    ("кв", &["_"], Word::Unit(Unit::Quarter)),
    ("четверт", &["ь и ью ей ям ях ями"], Word::Unit(Unit::Term)),
    ("четв", &["_"], Word::Unit(Unit::Term)),
    ("триместр", &["_ а у ом е ы ов ам ах"], Word::Unit(Unit::Term)),
    ("полугоди", &["е я ю ем и й ям ях"], Word::Unit(Unit::Half)),
    ("полугод", &["_"], Word::Unit(Unit::Half)),
    ("пг", &["_"], Word::Unit(Unit::Half)),
    ("семестр", &["_ а у ом е ы ов ам ах"], Word::Unit(Unit::Half)),
    ("полгода", &["_"], Word::HalfYearLong),
    ("полугод", &["а у"], Word::HalfYearLong),
    ("декад", &["а ы у ой е ам ах _"], Word::TenDays),
    ("числ", &["о а у ом е ах"], Word::DayNumber),
    ("числ", &["_"], Word::DayNumber),
    ("каникул", &["ы _ ам ах ами"], Word::Holidays),
    ("каникулярн", &[HARD], Word::Holidays),
    ("час", &["_ а у ов ам ах"], Word::Clock),
    ("ч", &["_"], Word::Clock),
    ("кажд", &[HARD], Word::Each),
    ("ежегодн", &["о", HARD], Every(Unit::Year)),
    ("ежемесячн", &["о", HARD], Every(Unit::Month)),
    ("помесячно", &["_"], Every(Unit::Month)),
    ("ежеквартальн", &["о", HARD], Every(Unit::Quarter)),
    ("поквартально", &["_"], Every(Unit::Quarter)),
    ("еженедельн", &["о", HARD], Every(Unit::Week)),
    ("понедельно", &["_"], Every(Unit::Week)),
    ("ежедневн", &["о", HARD], Every(Unit::Day)),
    ("ежечетвертн", &["о", HARD], Every(Unit::Term)),
    ("ежеполугодн", &["о", HARD], Every(Unit::Half)),
    ("раз", &["_ а у ов"], Word::Times),
    ("единожды", &["_"], TimesOver(1)),
    ("однажды", &["_"], TimesOver(1)),
    ("дважды", &["_"], TimesOver(2)),
    ("трижды", &["_"], TimesOver(3)),
    ("четырежды", &["_"], TimesOver(4)),
    ("однократн", &["о ый ая ое"], Word::Once),
    ("единоразово", &["_"], Word::Once),
    ("единовременно", &["_"], Word::Once),
    ("разово", &["_"], Word::Once),
    ("начал", &["о а у ом е"], Word::Begin),
    ("нач", &["_"], Word::Begin),
    ("середин", &["а ы у ой е"], Word::Middle),
    ("сер", &["_"], Word::Middle),
    ("кон", &["ец ца цу цом це _"], Word::End),
    ("половин", &["а ы у ой е"], Word::HalfOf),
    ("пол", &["_"], Word::HalfOf),
    ("в", &["_ о"], Word::In),
    ("окончани", &["е я"], Word::End),
    ("завершени", &["е я"], Word::End),
    ("до", &["_"], Word::Till),
    ("перед", &["_ о"], Word::By),
    ("накануне", &["_"], Word::By),
    ("к", &["_ о"], Word::By),
    ("с", &["_ о"], Word::Since),
    ("от", &["_"], Word::Of),
    ("по", &["_"], Word::Along),
    ("на", &["_"], Word::On),
    ("за", &["_"], Word::Ahead),
    ("через", &["_"], Word::Through),
    ("спустя", &["_"], Word::Through),
    ("после", &["_"], Word::After),
    ("при", &["_"], Word::Upon),
    ("между", &["_"], Word::Between),
    ("и", &["_"], Word::And),
    ("или", &["_"], Word::Or),
    ("либо", &["_"], Word::Or),
    ("не", &["_"], Word::Not),
    ("позднее", &["_"], Word::Later),
    ("позже", &["_"], Word::Later),
    ("позднею", &["_"], Word::Later),
    ("ранее", &["_"], Word::Earlier),
    ("раньше", &["_"], Word::Earlier),
    ("реже", &["_"], Word::Bound),
    ("чаще", &["_"], Word::Bound),
    ("менее", &["_"], Word::Bound),
    ("меньше", &["_"], Word::Bound),
    ("более", &["_"], Word::Bound),
    ("больше", &["_"], Word::Bound),
    ("минимум", &["_"], Word::Bound),
    ("чем", &["_"], Word::Than),
    ("начиная", &["_"], Word::Starting),
    ("течени", &["е и я"], Word::During),
    ("теч", &["_"], Word::During),
    ("втечени", &["е и"], Word::During),
    ("ход", &["е у"], Word::During),
    ("протяжени", &["и е"], Word::During),
    ("продолжени", &["е и"], Word::During),
    ("вс", &["ей его ем ему ю"], Word::Whole),
    ("вес", &["ь"], Word::Whole),
    ("цел", &["ый ого ое"], Word::Whole),
    ("период", &["_ а у ом е ы ов"], Word::Period),
    ("врем", &["я ени енем"], Word::Period),
    ("срок", &["_ а у ом е и ов ам ах ами"], Word::Term),
    ("месячн", &[HARD], Long(Unit::Month)),
    ("недельн", &[HARD], Long(Unit::Week)),
    ("дневн", &[HARD], Long(Unit::Day)),
    ("годичн", &[HARD], Long(Unit::Year)),
    ("годов", &["ой ого ая ое ом ую"], Long(Unit::Year)),
    ("декадн", &["ый ого ом"], Long(Unit::Week)),
    ("текущ", &["ий ая ее ие его ей ему им ем ую их"], Word::This),
    ("тек", &["_"], Word::This),
    ("эт", &["от ого ом ому им"], Word::This),
    ("сего", &["_"], Word::This),
    ("нынешн", &[SOFT], Word::This),
    ("данн", &["ого ом ый"], Word::This),
    ("следующ", &["ий ая ее ие его ей ему им ем ую их"], Word::Next),
    ("будущ", &["ий ая ее ие его ей ему им ем ую их"], Word::Next),
    ("последующ", &["ий ая ее ие его ей ему им ем ую их"], Word::Next),
    ("прошл", &[HARD], Word::Past),
    ("предыдущ", &["ий ая ее ие его ей ему им ем ую их"], Word::Past),
    ("прошедш", &["ий ая ее ие его ей ему им ем ую их"], Word::Past),
    ("нов", &[HARD], Word::New),
    ("очередн", &["ой ого ому ым ом"], Word::New),
    ("постоянн", &["о", HARD], Word::Steady),
    ("пост", &["_"], Word::Steady),
    ("регулярн", &["о", HARD], Word::Steady),
    ("системн", &["о", HARD], Word::Steady),
    ("систематическ", &["и ий ая ое ой ом"], Word::Steady),
    ("непрерывн", &["о", HARD], Word::Steady),
    ("периодическ", &["и ий ая ое ой ом"], Word::Steady),
    ("перманентно", &["_"], Word::Steady),
    ("бессрочн", &["о ый"], Word::Steady),
    ("планомерно", &["_"], Word::Steady),
    ("круглогодичн", &["о ый"], Word::AllYear),
    ("кругл", &["ый ого"], Word::Whole),
    ("необходимост", &["и ь ью ям"], Word::Need),
    ("надобност", &["и ь ью"], Word::Need),
    ("потребност", &["и ь ью ям ей"], Word::Need),
    ("запрос", &["_ а у ом е ы ов ам"], Word::Need),
    ("требовани", &["е ю я ям"], Word::Need),
    ("обращени", &["е ю я и ям"], Word::Need),
    ("заявк", &["а е и ам"], Word::Need),
    ("заявлени", &["ю ям"], Word::Need),
    ("желани", &["ю"], Word::Need),
    ("возможност", &["и ям"], Word::Need),
    ("инициатив", &["е"], Word::Need),
    ("факт", &["у"], Word::Need),
    ("ситуаци", &["и"], Word::Need),
    ("ситуативно", &["_"], Word::AdHoc),
    ("внепланово", &["_"], Word::AdHoc),
    ("эпизодически", &["_"], Word::AdHoc),
    ("люб", &["ое ой ого"], Word::AdHoc),
    ("мере", &["_"], Word::Measure),
    ("случа", &["е ях"], Word::Case),
    ("наличи", &["и ю"], Word::Condition),
    ("поступлени", &["и ю"], Word::Condition),
    ("возникновени", &["и ю"], Word::Condition),
    ("выявлени", &["и ю"], Word::Condition),
    ("появлени", &["и ю"], Word::Condition),
    ("обнаружени", &["и ю"], Word::Condition),
    ("приеме", &["_"], Word::Condition),
    ("приход", &["е"], Word::Condition),
    ("трудоустройстве", &["_"], Word::Condition),
    ("услови", &["и"], Word::Condition),
    ("план", &["_ а у ом е ы ов ам ах ами"], Word::Paper),
    ("планировани", &["ю ем"], Word::Paper),
    ("график", &["_ а у ом е и ов ам ах ами"], Word::Paper),
    ("расписани", &["ю ем я ям"], Word::Paper),
    ("приказ", &["у ом ам ами"], Word::Paper),
    ("распоряжени", &["ю ем"], Word::Paper),
    ("положени", &["ю ем ям"], Word::Paper),
    ("регламент", &["у ом"], Word::Paper),
    ("циклограмм", &["е ой"], Word::Paper),
    ("календар", &["ю ем"], Word::Paper),
    ("договор", &["у ом ам"], Word::Paper),
    ("договоренност", &["и ью"], Word::Paper),
    ("соглашени", &["ю ем ям"], Word::Paper),
    ("согласовани", &["ю"], Word::Paper),
    ("назначени", &["ю"], Word::Paper),
    ("решени", &["ю ем"], Word::Paper),
    ("программ", &["е ой ам ами"], Word::Paper),
    ("карт", &["е ой"], Word::Paper),
    ("медиаплан", &["у ом"], Word::Paper),
    ("указани", &["ю ям"], Word::Paper),
    ("согласно", &["_"], Word::According),
    ("соответствии", &["_"], Word::Accordance),
    ("соответсвии", &["_"], Word::Accordance),
    ("основании", &["_"], Word::Accordance),
    ("рамках", &["_"], Word::Accordance),
    ("установленн", &[HARD], Word::Fixed),
    ("указанн", &[HARD], Word::Fixed),
    ("определенн", &[HARD], Word::Fixed),
    ("утвержденн", &[HARD], Word::Fixed),
    ("предусмотренн", &[HARD], Word::Fixed),
    ("назначенн", &[HARD], Word::Fixed),
    ("запланированн", &[HARD], Word::Fixed),
    ("уточня", &["ется ются"], Word::Fixed),
    ("согласу", &["ется ются"], Word::Fixed),
    ("согласовыва", &["ется ются"], Word::Fixed),
    ("определя", &["ется ются"], Word::Fixed),
    ("реализаци", &["и ю я ей"], Word::Running),
    ("действия", &["_"], Word::Running),
    ("выполнения", &["_"], Word::Running),
    ("наставничества", &["_"], Word::Running),
    ("обучения", &["_"], Word::Running),
    ("дат", &["ы е у а ой"], Word::Moment),
    ("момент", &["а у _"], Word::Moment),
    ("окончани", &["и ю"], Word::Finish),
    ("завершени", &["и ю"], Word::Finish),
    ("истечени", &["и ю"], Word::Finish),
    ("прошестви", &["и ю"], Word::Finish),
    ("итог", &["ам"], Word::Finish),
    ("результатам", &["_"], Word::Finish),
    ("класс", &["_ а у ом е ы ов ам ах ами"], Word::Class),
    ("кл", &["_"], Word::Class),
    ("тел", &["_"], Word::Phone),
    ("телефон", &["_ а у ы"], Word::Phone),
    ("факс", &["_"], Word::Phone),
    ("ст", &["_"], Word::Act),
    ("стать", &["я и ей е"], Word::Act),
    ("пункт", &["_ а у ом е"], Word::Act),
    ("п", &["_ п"], Word::Act),
    ("закон", &["_ а у ом"], Word::Act),
    ("фз", &["_"], Word::Act),
    ("постановлени", &["е я ю ем"], Word::Act),
    ("письм", &["о а у ом"], Word::Act),
    ("протокол", &["_ а у ом"], Word::Act),
    ("приказ", &["_ а"], Word::Act),
    ("распоряжени", &["е я"], Word::Act),
    ("указ", &["_ а у ом"], Word::Act),
    ("гост", &["_"], Word::Act),
    ("фгос", &["_"], Word::Act),
    ("этап", &["_ а у ом е ы ов ах"], Word::Numbered),
    ("групп", &["а ы у ой е _"], Word::Numbered),
    ("школ", &["а ы у ой е"], Word::Numbered),
    ("сош", &["_"], Word::Numbered),
    ("кабинет", &["_ а у ом е"], Word::Numbered),
    ("каб", &["_"], Word::Numbered),
    ("корпус", &["_ а у ом е"], Word::Numbered),
    ("модул", &["ь я ю ем е"], Word::Numbered),
    ("заняти", &["е я й"], Word::Numbered),
    ("смен", &["а ы у е"], Word::Numbered),
    ("курс", &["_ а у ом е ы ов"], Word::Numbered),
    ("продлится", &["_"], Word::Lasting),
    ("длится", &["_"], Word::Lasting),
    ("продолжительност", &["ь ью и"], Word::Lasting),
    ("длительност", &["ь ью и"], Word::Lasting),
    ("порядке", &["_"], Word::Manner),
    ("режиме", &["_"], Word::Manner),
    ("основе", &["_"], Word::Manner),
    ("незамедлительно", &["_"], Word::AtOnce),
    ("немедленно", &["_"], Word::AtOnce),
    ("сразу", &["_"], Word::AtOnce),
    ("отчетн", &[HARD], Word::Reported),
];

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
