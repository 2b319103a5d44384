//! The journal of orders: the list, a draft, registering, who has read.

pub(crate) mod list;
pub(crate) mod sheet;
pub(crate) mod new;
pub(crate) mod participants;
pub(crate) mod show;
mod text;
pub(crate) mod scan;

use mentoring::order::{OrderState, OrderSubject};

use crate::kit::form::Answer;
use crate::lang::{Lang, key};

/// Names what an order is about: «наставнические пары и группы».
pub(super) fn subject(lang: Lang, it: OrderSubject) -> String {
    lang.t(&format!("order-about-{}", it.slug()))
}

/// Names where an order stands: «на подписи».
pub(super) fn state(lang: Lang, it: OrderState) -> String {
    lang.t(&format!("order-state-{}", it.slug()))
}

/// Every subject, to choose from.
pub(super) fn subjects(lang: Lang) -> Vec<Answer> {
    let answer =
        |it: &OrderSubject| Answer { value: it.slug().to_owned(), words: subject(lang, *it) };
    OrderSubject::ALL.iter().map(answer).collect()
}

/// The address of the section.
pub(super) const HREF: &str = "/orders";

/// The way from the list to a page under it.
pub(super) fn crumbs(lang: Lang, here: String) -> [crate::kit::nav::Way; 2] {
    use crate::kit::nav::Way;
    [
        Way { href: HREF.to_owned(), words: lang.t(key("orders-title")), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}
