//! Narrowing the rows of a roadmap: by words, state, who answers, month.

use app::Ctx;
use app::roadmap::{RoadmapView, RowView, Standing};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::RoadmapId;

use crate::kit::nav;
use crate::lang::{Lang, key};
use crate::words;

/// What is asked for.
#[derive(Clone, Debug, Default, serde::Deserialize)]
#[serde(default)]
pub(crate) struct MapAsked {
    pub(crate) map: String,
    q: String,
    state: String,
    who: String,
    month: String,
    /// Numbers of the sections that are folded, separated by commas.
    fold: String,
}

/// The states that can be asked for, with the key of their words.
const STATES: &[(&str, &str)] = &[
    ("overdue", key("legend-overdue")),
    ("near", key("map-state-near")),
    ("waiting", key("map-state-waiting")),
    ("going", key("map-state-going")),
    ("todo", key("map-state-todo")),
    ("done", key("map-state-done")),
    ("not_applicable", key("map-state-not-applicable")),
];

fn has_state(row: &RowView, state: &str) -> bool {
    let any = |wanted: Standing| row.tasks.iter().any(|it| it.standing == wanted);
    match state {
        "overdue" => any(Standing::Overdue),
        "near" => any(Standing::Near),
        "waiting" => {
            any(Standing::Waiting) || row.tasks.iter().any(|it| it.is_open() && it.asks_for_day)
        }
        "going" => row.standing == Standing::UnderWay,
        "todo" => row.standing == Standing::NotStarted,
        "done" => matches!(row.standing, Standing::Done | Standing::DoneLate),
        "not_applicable" => row.standing == Standing::NotApplicable,
        _ => true,
    }
}

impl MapAsked {
    /// Whether anything is asked for.
    pub(crate) fn is_narrow(&self) -> bool {
        [&self.q, &self.state, &self.who, &self.month].iter().any(|it| !it.trim().is_empty())
    }

    /// Whether a section is folded.
    ///
    /// - `section`: its number in the roadmap.
    pub(crate) fn is_folded(&self, section: usize) -> bool {
        self.folded().any(|it| it == section)
    }

    fn folded(&self) -> impl Iterator<Item = usize> {
        self.fold.split(',').filter_map(|it| it.parse().ok())
    }

    /// The address of the same page with a section folded, or unfolded where it is.
    pub(crate) fn href_toggled(&self, map: RoadmapId, section: usize) -> String {
        let others = self.folded().filter(|it| *it != section);
        let this = (!self.is_folded(section)).then_some(section);
        format!("{}#part-{section}", self.href_folded(map, others.chain(this)))
    }

    /// The address of the same page with exactly these sections folded.
    pub(crate) fn href_folded(
        &self,
        map: RoadmapId,
        sections: impl Iterator<Item = usize>,
    ) -> String {
        let fold: Vec<String> = sections.map(|it| it.to_string()).collect();
        let fold = fold.join(",");
        let map = map.to_string();
        let asked = [
            ("map", &map),
            ("q", &self.q),
            ("state", &self.state),
            ("who", &self.who),
            ("month", &self.month),
            ("fold", &fold),
        ];
        let asked: Vec<_> = asked.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        format!("/roadmap?{}", serde_html_form::to_string(asked).unwrap_or_default())
    }

    /// Whether a row is asked for.
    pub(crate) fn wants(&self, ctx: &Ctx, row: &RowView) -> bool {
        self.finds_words(row)
            && has_state(row, &self.state)
            && self.finds_who(ctx, row)
            && self.finds_month(row)
    }

    fn finds_words(&self, row: &RowView) -> bool {
        let names = row.tasks.iter().flat_map(|it| &it.people).map(|it| it.name.full());
        let it = &row.row;
        let all: Vec<String> = [&it.text, &it.deadline_text]
            .into_iter()
            .cloned()
            .chain(it.number.clone())
            .chain(it.result.clone())
            .chain(it.responsible.0.iter().map(|one| one.text.clone()))
            .chain(names)
            .collect();
        let all = words::folded(&all.join(" "));
        words::folded(&self.q).split_whitespace().all(|word| all.contains(word))
    }

    fn finds_who(&self, ctx: &Ctx, row: &RowView) -> bool {
        match self.who.as_str() {
            "" => true,
            "me" => row.tasks.iter().any(|it| it.is_of(ctx.person)),
            who => {
                row.row.responsible.0.iter().any(|it| words::folded(&it.text) == words::folded(who))
            }
        }
    }

    fn finds_month(&self, row: &RowView) -> bool {
        let Some(first) = words::read_date(&format!("{}-01", self.month)) else { return true };
        let last = first.last_of_month();
        row.tasks.iter().any(|it| {
            let days = it.task.from_on.zip(it.task.due_on.or(it.task.to_on));
            days.is_some_and(|(from, to)| from <= last && first <= to)
        })
    }
}

/// Prints the fields that narrow the rows.
pub(crate) fn form(lang: Lang, ctx: &Ctx, asked: &MapAsked, map: &RoadmapView) -> Markup {
    let has_own = map.rows.iter().flat_map(|it| &it.tasks).any(|it| it.is_of(ctx.person));
    let states = STATES.iter().map(|(value, words)| ((*value).to_owned(), lang.t(words)));
    let mine = has_own.then(|| ("me".to_owned(), lang.t(key("map-who-me"))));
    let who = mine.into_iter().chain(responsibles(map).into_iter().map(|it| (it.clone(), it)));
    let months = months(map).map(|it| (it.to_string()[..7].to_owned(), words::month(lang, it)));
    let more = html! {
        input type="hidden" name="map" value=(map.roadmap.id);
        @if !asked.fold.is_empty() { input type="hidden" name="fold" value=(asked.fold); }
        (choice("state", &lang.t(key("map-state")), &lang.t(key("map-any")), &asked.state, states.collect()))
        (choice("who", &lang.t(key("map-who")), &lang.t(key("map-all")), &asked.who, who.collect()))
        (choice("month", &lang.t(key("map-month")), &lang.t(key("map-whole")), &asked.month, months.collect()))
    };
    nav::search(lang, "/roadmap", &lang.t(key("map-find")), asked.q.trim(), &more)
}

fn choice(
    name: &str,
    label: &str,
    any: &str,
    chosen: &str,
    answers: Vec<(String, String)>,
) -> Markup {
    html! {
        div.extra {
            label for=(name) { (label) }
            select.form-select id=(name) name=(name) {
                option value="" { (any) }
                @for (value, words) in &answers { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

fn responsibles(map: &RoadmapView) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for it in map.rows.iter().flat_map(|row| &row.row.responsible.0) {
        if !it.text.is_empty()
            && !all.iter().any(|known| words::folded(known) == words::folded(&it.text))
        {
            all.push(it.text.clone());
        }
    }
    all.sort_by_key(|it| words::folded(it));
    all
}

/// First days of the months of a roadmap; a plan of several years is cut after four.
fn months(map: &RoadmapView) -> impl Iterator<Item = Date> {
    const MOST: usize = 48;
    let (first, last) = (map.roadmap.from_on.first_of_month(), map.roadmap.to_on);
    std::iter::successors(Some(first), |it| it.last_of_month().tomorrow().ok())
        .take_while(move |it| *it <= last)
        .take(MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn folding_a_section_keeps_what_is_asked_and_the_other_folded_ones() {
        let map = RoadmapId(Uuid::nil());
        let asked =
            MapAsked {
                q: "уголок & «да»".into(), fold: "1,x,3".into(), ..MapAsked::default()
            };
        let folded = asked.href_toggled(map, 2);
        assert!(folded.ends_with("&fold=1%2C3%2C2#part-2"), "{folded}");
        assert!(folded.contains("&q=%D1%83") && folded.contains("%26"), "{folded}");
        assert!(asked.href_toggled(map, 1).ends_with("&fold=3#part-1"));
        assert!(asked.is_folded(3) && !asked.is_folded(2));
        let whole = MapAsked::default().href_folded(map, std::iter::empty());
        assert_eq!(whole, format!("/roadmap?map={map}"));
    }
}
