//! Consents and pools: the matrix, a person's consents, the pools of mentors and mentees.

pub(crate) mod matrix;
pub(crate) mod attention;
pub(crate) mod given;
pub(crate) mod own;
pub(crate) mod record;
pub(crate) mod one;
pub(crate) mod publishing;
pub(crate) mod stops;
pub(crate) mod wordings;
pub(crate) mod detail;
pub(crate) mod pool;
pub(crate) mod entry;
pub(crate) mod term;
pub(crate) mod sheet;

use app::pools::wording::SignedEdition;
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::consent::{ConsentKind, ConsentState, Deed, Gap, Missing, Signer};
use mentoring::pools::{MentoringKind, Pool};

use crate::lang::{Lang, key};
use crate::words;

/// Names a kind of consent: «на обработку персональных данных».
pub(super) fn kind(lang: Lang, it: ConsentKind) -> String {
    lang.t(&format!("consent-{}", it.slug()))
}

/// Says of which day a list is, and that the day asked for is none where it is none.
pub(super) fn of_day(lang: Lang, asked: &str, day: Date) -> Markup {
    let shown = lang.tn(key("list-of-day"), [("day", words::date(lang, day).into())]);
    let is_none = !asked.trim().is_empty() && words::read_date(asked).is_none();
    html! {
        @if is_none {
            p role="alert" { (lang.tn(key("list-no-day"), [("asked", asked.trim().to_owned().into())])) " " (shown) }
        } @else { p.soft { (shown) } }
    }
}

/// Names a kind of consent as short as a column: «данные».
pub(super) fn short_kind(lang: Lang, it: ConsentKind) -> String {
    lang.t(&format!("consent-short-{}", it.slug()))
}

/// Names who signs: «законный представитель».
pub(super) fn signer(lang: Lang, it: Signer) -> String {
    lang.t(&format!("signer-{}", it.slug()))
}

/// Names what somebody takes part in: «пары в роли наставника».
pub(super) fn deed(lang: Lang, it: Deed) -> String {
    lang.t(&format!("deed-{}", it.slug()))
}

/// Names a kind of mentoring.
pub(super) fn mentoring_kind(lang: Lang, it: MentoringKind) -> String {
    lang.t(&format!("mentoring-kind-{}", it.slug()))
}

/// Names an edition of a text: «редакция 2, подписывают с 1 сентября 2026 г.».
pub(super) fn edition(lang: Lang, it: &SignedEdition) -> String {
    let day = words::date(lang, it.from).into();
    lang.tn(key("edition"), [("number", it.number.into()), ("day", day)])
}

/// The address of a pool.
pub(super) fn pool_href(pool: Pool) -> &'static str {
    match pool {
        Pool::Mentors => "/mentors",
        Pool::Mentees => "/mentees",
    }
}

/// Says how a consent stands.
pub(super) fn state(lang: Lang, it: ConsentState) -> String {
    let day = |it| words::date(lang, it);
    match it {
        ConsentState::Valid => lang.t(key("consent-state-valid")),
        ConsentState::NotYet { signed_on } => {
            lang.tn(key("consent-state-not-yet"), [("day", day(signed_on).into())])
        }
        ConsentState::Expired { last } => {
            lang.tn(key("consent-state-expired"), [("day", day(last).into())])
        }
        ConsentState::Withdrawn { on } => {
            lang.tn(key("consent-state-withdrawn"), [("day", day(on).into())])
        }
        ConsentState::Outgrown { on } => {
            lang.tn(key("consent-state-outgrown"), [("day", day(on).into())])
        }
        ConsentState::SignatureMissing { signer: who } => {
            lang.tn(key("consent-state-unsigned"), [("who", signer(lang, who).into())])
        }
        ConsentState::Joined => lang.t(key("consent-state-joined")),
        ConsentState::NoAddress => lang.t(key("consent-state-no-address")),
    }
}

/// Says which consent is missing, for what, and why.
pub(super) fn gap(lang: Lang, it: &Gap) -> String {
    let why = match it.missing {
        Missing::Absent => lang.t(key("gap-absent")),
        Missing::AgeUnknown => lang.t(key("gap-age")),
        Missing::NotValid(it) => state(lang, it),
    };
    lang.tn(
        key("gap"),
        [
            ("kind", kind(lang, it.kind).into()),
            ("deed", deed(lang, it.deed).into()),
            ("why", why.into()),
        ],
    )
}
