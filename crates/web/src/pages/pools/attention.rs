//! «Сегодня»: consents that are missing or end soon, with the next step on each person.

use app::pools::attention::{AttentionLine, consents_to_mend};
use maud::{Markup, html};

use super::short_kind;
use crate::kit::block;
use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;
use crate::words;

/// People who are named; the others are behind the link.
const NAMED: usize = 5;

/// Tells whose consents want attention; nothing where all is well.
pub(crate) async fn told(visit: &Visit) -> Result<Markup, Oops> {
    let (ctx, lang) = (visit.ctx()?, visit.lang);
    let lines = consents_to_mend(ctx).await?;
    if lines.is_empty() {
        return Ok(html! {});
    }
    let may_record = ctx.may(mentoring::access::Action::EditConsents);
    let n_rest = lines.len().saturating_sub(NAMED);
    Ok(html! {
        section aria-labelledby="consents-today" {
            (block::section_head("consents-today", &lang.t(key("attention-title")), "", None))
            ul.plain {
                @for it in lines.iter().take(NAMED) { li { (line(lang, it, may_record)) } }
            }
            @if 0 < n_rest {
                p.small { a href="/consents?who=gaps" { (lang.tn(key("attention-rest"), [("count", n_rest.into())])) } }
            }
        }
    })
}

fn line(lang: Lang, it: &AttentionLine, may_record: bool) -> Markup {
    let consents = format!("/people/{}/consents", it.person.id);
    html! {
        a href=(consents) { (it.person.name.short()) } ": "
        @for (at, kind) in it.missing.iter().enumerate() {
            @if 0 < at { ", " }
            (lang.tn(key("attention-missing"), [("kind", short_kind(lang, *kind).into())]))
            @if may_record { " " a.small href={ (consents) "/new?kind=" (kind.slug()) } { (lang.t(key("attention-record"))) } }
        }
        @for (at, (kind, last)) in it.ending.iter().enumerate() {
            @if 0 < at || !it.missing.is_empty() { ", " }
            (lang.tn(key("attention-ending"), [("kind", short_kind(lang, *kind).into()), ("day", words::date_short(*last).into())]))
        }
    }
}
