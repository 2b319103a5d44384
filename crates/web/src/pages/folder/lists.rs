//! What other pages give away as lists, gathered for the folder, and how its files are called.
//!
//! Whatever language the page has, the folder is Russian: an inspection reads it.

use app::folder::{FolderList, FolderWord, FolderWords};
use app::labour::{AddendumFilter, list_addenda};
use app::order::{OrderFilter, list_orders};
use app::organisation::show_journal;
use app::partner::list_partners;
use app::pools::consent::{MatrixFilter, list_consents};
use app::pools::pool::{PoolFilter, list_pool};
use app::sheet::{Sheet, SheetCell};
use jiff::civil::Date;
use mentoring::folder::FolderSection;
use mentoring::pools::Pool;

use super::{ground, how_many, item, section};
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::pages::sheet::text;
use crate::pages::{labour, orders, partners, pools};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// The language of the folder.
const LANG: Lang = Lang::Ru;
/// Pages of the journal that go into the extract, a hundred entries each.
const JOURNAL_PAGES: usize = 50;

/// Gathers the lists.
pub(super) async fn gather(visit: &Visit) -> Result<Vec<FolderList>, Oops> {
    let ctx = visit.ctx()?;
    let journal = list_orders(ctx, &OrderFilter::default()).await?;
    let matrix = list_consents(ctx, &MatrixFilter::default()).await?;
    let partners = list_partners(ctx, "").await?;
    let mut lists = vec![
        (FolderSection::Orders, orders::sheet::journal_of(LANG, &journal)),
        (FolderSection::Consents, pools::sheet::matrix_of(LANG, &matrix)),
        (FolderSection::Labour, addenda(visit).await?),
    ];
    for pool in [Pool::Mentors, Pool::Mentees] {
        let view = list_pool(ctx, pool, &PoolFilter::default()).await?;
        lists.push((FolderSection::Pools, pools::sheet::form_of(LANG, pool, &view)));
    }
    lists.push((FolderSection::Partners, partners::sheet::list_of(visit, LANG, &partners)));
    lists.push((FolderSection::Journal, extract(visit).await?));
    let with_rows = lists.into_iter().filter(|(_, sheet)| !sheet.rows.is_empty());
    Ok(with_rows.map(|(section, sheet)| FolderList { section, sheet }).collect())
}

async fn addenda(visit: &Visit) -> Result<Sheet, Oops> {
    let register = list_addenda(visit.ctx()?, &AddendumFilter::default()).await?;
    let heads = [
        key("addendum-whose"),
        key("addendum-number"),
        key("addendum-signed-on"),
        key("addendum-content"),
        key("addendum-mode"),
        key("addendum-from"),
        key("addendum-last"),
        key("addendum-pay"),
        key("addendum-ground"),
    ];
    let rows = register.lines.iter().map(|line| {
        let it = &line.record;
        vec![
            text(line.person.name.full()),
            text(&it.number),
            SheetCell::Day(Some(it.signed_on)),
            text(&it.content),
            text(labour::mode(LANG, it.mode)),
            SheetCell::Day(Some(it.from_on)),
            SheetCell::Day(Some(it.last())),
            text(it.pay().map(|it| labour::pay_words(LANG, it)).unwrap_or_default()),
            text(&it.pay_ground),
        ]
    });
    Ok(Sheet {
        title: LANG.t(key("addenda-title")),
        heads: heads.map(|it| LANG.t(it)).to_vec(),
        rows: rows.collect(),
    })
}

/// The extract of the journal: what happened, when, who did it; the latest first.
async fn extract(visit: &Visit) -> Result<Sheet, Oops> {
    let mut rows = Vec::new();
    let mut before = None;
    for _ in 0..JOURNAL_PAGES {
        let lines = show_journal(visit.ctx()?, before).await?;
        let Some(last) = lines.last() else { break };
        before = Some(last.entry.number);
        rows.extend(lines.iter().map(|line| {
            let by =
                line.by.as_ref().map_or_else(|| LANG.t(key("journal-itself")), |name| name.short());
            vec![
                SheetCell::Number(line.entry.number),
                text(words::moment(LANG, visit.local(line.entry.at))),
                text(by),
                text(terms::event(LANG, &line.entry.kind)),
            ]
        }));
    }
    let heads = [key("folder-entry"), key("journal-when"), key("journal-who"), key("journal-what")];
    Ok(Sheet {
        title: LANG.t(key("folder-journal")),
        heads: heads.map(|it| LANG.t(it)).to_vec(),
        rows,
    })
}

/// «Приказ о парах № 71-од от 01.09.2026».
fn paper(title: &str, number: &str, on: Date) -> String {
    let words = if number.is_empty() { key("folder-paper") } else { key("folder-paper-numbered") };
    let day = words::date_short(on);
    let named = [("title", title), ("number", number), ("day", &day)];
    LANG.tn(words, named.map(|(name, it)| (name, it.to_owned().into())))
}

/// How the files of the folder are called, and what its first page says.
pub(super) fn words() -> FolderWords {
    FolderWords::new(|it| match it {
        FolderWord::Section(it) => section(LANG, it),
        FolderWord::Index => LANG.t(key("folder-index")),
        FolderWord::Roadmap(years) => {
            LANG.tn(key("folder-roadmap"), [("years", years.to_owned().into())])
        }
        FolderWord::Order(number, on, about) => LANG.tn(
            key("folder-order"),
            [
                ("number", number.to_owned().into()),
                ("day", words::date_short(on).into()),
                ("about", orders::subject(LANG, about).into()),
            ],
        ),
        FolderWord::Consent(name, on, kind) => LANG.tn(
            key("folder-consent"),
            [
                ("name", name.to_owned().into()),
                ("day", words::date_short(on).into()),
                ("kind", pools::short_kind(LANG, kind).into()),
            ],
        ),
        FolderWord::Paper(title, number, on) | FolderWord::Act(title, number, on) => {
            paper(title, number, on)
        }
        FolderWord::Row(number) => {
            LANG.tn(key("folder-row"), [("number", number.to_owned().into())])
        }
        FolderWord::Item(it) => item(LANG, it),
        FolderWord::Ground(it) => ground(LANG, it),
        FolderWord::Count(it) => how_many(LANG, it),
        FolderWord::Size(bytes) => words::size(LANG, bytes),
    })
}
