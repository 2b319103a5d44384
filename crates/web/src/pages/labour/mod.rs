//! Contract addenda of mentors who are employees, and the register of pay periods.

pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod pay;
pub(crate) mod show;

use mentoring::labour::{ChainObstacle, MentoringMode, MentoringPay};

use crate::kit::form::Answer;
use crate::kit::nav::Way;
use crate::lang::{Lang, key};
use crate::words;

/// The address of the section.
pub(super) const HREF: &str = "/addenda";

/// The way from the register to a page under it.
pub(super) fn crumbs(lang: Lang, here: String) -> [Way; 2] {
    [
        Way { href: HREF.to_owned(), words: lang.t(key("addenda-title")), here: false },
        Way { href: String::new(), words: here, here: true },
    ]
}

/// Names how the work is done: «один наставляемый, очно».
pub(super) fn mode(lang: Lang, it: MentoringMode) -> String {
    lang.t(&format!("labour-mode-{}", it.slug()))
}

/// Every way to do the work, to choose from.
pub(super) fn modes(lang: Lang) -> Vec<Answer> {
    let none = Answer { value: String::new(), words: lang.t(key("addendum-mode-none")) };
    let all = MentoringMode::ALL
        .iter()
        .map(|it| Answer { value: it.slug().to_owned(), words: mode(lang, *it) });
    std::iter::once(none).chain(all).collect()
}

/// Says what is paid: «3 000,00 ₽ в месяц».
pub(super) fn pay_words(lang: Lang, it: MentoringPay) -> String {
    match it {
        MentoringPay::Monthly { kopecks } => {
            lang.tn(key("addendum-pay-monthly"), [("sum", hundredths(kopecks).into())])
        }
        MentoringPay::Share { basis_points } => lang.tn(
            key("addendum-pay-share"),
            [("share", words::percent(lang, i64::from(basis_points) / 10).into())],
        ),
    }
}

fn hundredths(it: u64) -> String {
    let whole = i64::try_from(it / 100).unwrap_or(i64::MAX);
    format!("{},{:02}", words::number(whole), it % 100)
}

/// Says which paper of article 351.8 is missing or out of order.
pub(crate) fn chain(lang: Lang, it: &ChainObstacle) -> String {
    use ChainObstacle::{
        AddendumBeforeConsent, MeetingBeforeOrder, NoAddendum, NoConsent, OrderBeforeAddendum,
    };
    let day = |it: &jiff::civil::Date| words::date(lang, *it);
    match it {
        NoConsent => lang.t(key("chain-no-consent")),
        NoAddendum => lang.t(key("chain-no-addendum")),
        AddendumBeforeConsent { consent_on, addendum_on } => lang.tn(
            key("chain-addendum-early"),
            [("addendum", day(addendum_on).into()), ("consent", day(consent_on).into())],
        ),
        OrderBeforeAddendum { addendum_on, order_on } => lang.tn(
            key("chain-order-early"),
            [("addendum", day(addendum_on).into()), ("order", day(order_on).into())],
        ),
        MeetingBeforeOrder { order_on, meeting_on } => lang.tn(
            key("chain-meeting-early"),
            [("order", day(order_on).into()), ("meeting", day(meeting_on).into())],
        ),
    }
}
