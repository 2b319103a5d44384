//! The organisation whose roadmap it is.
//!
//! It decides by the name in the title, else by the letterhead. Deliberately absent: registers of
//! organisations.

use super::authority;
use crate::vocabulary::{plain, squeeze};

/// Abbreviations that begin the name of an organisation.
const FORMS: &[&str] = &[
    "МБОУ",
    "МКОУ",
    "МАОУ",
    "МОУ",
    "ГБОУ",
    "ГКОУ",
    "ГАОУ",
    "ГОУ",
    "МБДОУ",
    "МАДОУ",
    "МКДОУ",
    "МДОУ",
    "МДБОУ",
    "ГБДОУ",
    "ГБПОУ",
    "ГАПОУ",
    "КГБПОУ",
    "ОГБПОУ",
    "ОГАПОУ",
    "БПОУ",
    "ГПОУ",
    "КГБОУ",
    "КОГОБУ",
    "ОГБОУ",
    "ОГКОУ",
    "МБУ",
    "МАУ",
    "МКУ",
    "ГБУ",
    "МБУДО",
    "МАУДО",
    "МБОУДО",
    "БОУ",
    "АОУ",
    "КОУ",
    "СОГБПОУ",
    "ЧОУ",
    "АНО",
    "НОУ",
    "ФГБОУ",
    "ФГКОУ",
    "КОГПОБУ",
    "МОБУ",
    "МКОО",
    "МБОО",
    "ОБПОУ",
    "ГБОУДО",
];

/// Words of a letterhead that begin a full name.
const FULL: &[&str] = &[
    "муниципальн",
    "государственн",
    "областн",
    "краев",
    "частн",
    "автономн",
    "федеральн",
    "бюджетн",
];

/// The organisation, as the document names it.
pub(super) fn of(title: &[String], lines: &[String]) -> Option<String> {
    let joined = title.join(" ");
    abbreviated(&joined)
        .or_else(|| authority::of(title))
        .or_else(|| district(&joined))
        .or_else(|| letterhead(lines))
        .or_else(|| lines.iter().take(FIRST_LINES).find_map(|it| abbreviated(it)))
        .or_else(|| lines.iter().take(FIRST_LINES).find_map(|it| plainly_named(it)))
        .or_else(|| authority::of(&lines[..lines.len().min(FIRST_LINES)]))
}

/// Lines from the top in which a name is looked for.
const FIRST_LINES: usize = 40;

/// «МБОУ «СОШ № 4 г. Тосно»» inside a text.
fn abbreviated(text: &str) -> Option<String> {
    let mut offset = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim().trim_matches(['«', '"', '(', ',']);
        if FORMS.contains(&bare) {
            let start = offset + word.find(bare).unwrap_or(0);
            return Some(name_from(&text[start..]));
        }
        offset += word.len();
    }
    None
}

/// The name from its form of ownership on, up to what no longer belongs to it.
fn name_from(text: &str) -> String {
    let mut words: Vec<&str> = Vec::new();
    let mut quoted = 0i32;
    for word in text.split_whitespace() {
        let opens = word.matches(['«', '“']).count() as i32 + i32::from(word.starts_with('"'));
        let closes = word.matches(['»', '”']).count() as i32
            + i32::from(word.trim_end_matches([',', '.']).ends_with('"') && 1 < word.len());
        let lower = plain(word);
        let years =
            lower.starts_with("20") && lower.chars().all(|it| it.is_ascii_digit() || it == ' ');
        if years && !words.is_empty() {
            break;
        }
        let stops = quoted == 0
            && !words.is_empty()
            && (matches!(lower.as_str(), "на" | "в" | "по" | "за" | "от" | "с" if word != "с.")
                || word.starts_with('(')
                || lower.starts_with("20")
                || matches!(
                    lower.as_str(),
                    "педагогических"
                        | "наставничества"
                        | "обучающихся"
                        | "учебный"
                        | "и"
                ));
        if stops {
            break;
        }
        // A blank to sign on and who signs are no part of the name.
        if word.contains("__") {
            break;
        }
        words.push(word);
        quoted = (quoted + opens - closes).max(0);
        if quoted == 0 && word.ends_with([',', ';', ':']) {
            break;
        }
    }
    squeeze(words.join(" ").trim_end_matches([',', ';', ':', '.', ' ']))
}

/// «Гимназия «Эврика»», «Школа № 5», «Лицей № 8»: a line that begins with a kind of school.
fn plainly_named(line: &str) -> Option<String> {
    const KINDS: [&str; 8] =
        ["школа", "гимназия", "лицей", "колледж", "техникум", "прогимназия", "интернат", "детский"];
    let words = plain(line);
    let mut rest = words.split(' ');
    let first = rest.next()?;
    let middle = ["средняя", "основная", "начальная", "общеобразовательная", "вечерняя"];
    let named = KINDS.contains(&first)
        || middle.contains(&first)
            && rest.find(|it| !middle.contains(it)).is_some_and(|it| KINDS.contains(&it));
    // «Школа наставника» is an activity: a name has quotes or a number.
    (named && line.contains(['«', '"', '№']) && words.split(' ').count() <= 12)
        .then(|| name_from(line))
}

/// «на территории Таштагольского муниципального района» → the district in the nominative.
fn district(title: &str) -> Option<String> {
    let words: Vec<&str> = title.split_whitespace().collect();
    for i in 0..words.len() {
        let lower = plain(words[i]);
        let kind = matches!(lower.as_str(), "муниципального" | "городского");
        if !kind {
            if let Some(name) = plain_district(&words, i) {
                return Some(name);
            }
            continue;
        }
        let noun = match plain(words.get(i + 1)?).as_str() {
            "района" => "район",
            "округа" => "округ",
            "образования" => "образование",
            _ => continue,
        };
        let neuter = noun == "образование";
        let own = match (neuter, lower.as_str()) {
            (true, "муниципального") => "муниципальное",
            (true, _) => "городское",
            (false, "муниципального") => "муниципальный",
            (false, _) => "городской",
        };
        let before = i.checked_sub(1).map(|it| words[it].trim_matches(['«', '»', ',']));
        let named = before.filter(|it| {
            it.chars().next().is_some_and(char::is_uppercase)
                && (it.ends_with("ого") || it.ends_with("его"))
        });
        return Some(match named {
            Some(name) => match name.strip_suffix("ского") {
                Some(stem) => format!("{stem}ск{} {own} {noun}", if neuter { "ое" } else { "ий" }),
                // «Лесной» or «Лесный»: the genitive does not tell, and stays as written.
                None => format!("{name} {lower} {}", plain(words[i + 1])),
            },
            None => {
                let name = words.get(i + 2..).map(name_after).unwrap_or_default();
                squeeze(&format!("{own} {noun} {name}"))
            }
        });
    }
    None
}

/// «в Холмском районе», «Холмского района» → «Холмский район».
fn plain_district(words: &[&str], at: usize) -> Option<String> {
    let name = words[at].trim_matches(['«', '»', ',']);
    let stem = name.strip_suffix("ском").or_else(|| name.strip_suffix("ского"))?;
    let noun = match plain(words.get(at + 1)?).as_str() {
        "районе" | "района" => "район",
        "округе" | "округа" => "округ",
        _ => return None,
    };
    name.chars().next().filter(|it| it.is_uppercase())?;
    Some(format!("{stem}ский {noun}"))
}

fn name_after(words: &[&str]) -> String {
    let taken: Vec<&str> = words
        .iter()
        .take_while(|it| {
            it.starts_with(['«', '"']) || it.chars().next().is_some_and(char::is_uppercase)
        })
        .take(3)
        .copied()
        .collect();
    taken.join(" ")
}

/// The full name at the top of a document: its first lines that name an institution.
fn letterhead(lines: &[String]) -> Option<String> {
    let at = lines.iter().take(12).position(|it| {
        let words = plain(it);
        FULL.iter().any(|stem| words.starts_with(stem))
            && (words.contains("учрежден")
                || words.contains("организаци")
                || words.contains("школа"))
    })?;
    let mut name = vec![lines[at].as_str()];
    for line in lines.iter().skip(at + 1).take(4) {
        let goes_on = line.starts_with(['«', '"', '('])
            || FULL.iter().any(|it| plain(line).starts_with(it))
            || authority::is_territory(line)
            || line.chars().next().is_some_and(char::is_lowercase)
            || ["школа", "средняя", "основная", "детский", "общеобразовательн", "профессиональн"]
                .iter()
                .any(|it| plain(line).starts_with(it));
        if !goes_on || plain(line).starts_with("приказ") {
            break;
        }
        name.push(line);
    }
    Some(squeeze(&name.join(" ")))
}
