//! Recording a signed addendum: what article 351.8 wants it to say, each point a field.

use app::labour::{self, AddendumDraft, SaveAddendum, SignRefused};
use app::paper::may_make;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};
use mentoring::id::PersonId;
use mentoring::labour::days::AddendumDoubt;
use mentoring::labour::{AddendumObstacle, MentoringMode, MentoringPay};
use mentoring::paper::PaperKind;
use serde::Deserialize;
use uuid::Uuid;

use super::{HREF, crumbs, modes};
use crate::filled::Filled;
use crate::kit::block::{self, Gravity};
use crate::kit::form::{self, Answer, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::shell::{self, Frame, Section};
use crate::lang::{Lang, key};
use crate::oops::{Oops, obstacles};
use crate::pages::papers::new_href;
use crate::visit::Visit;
use crate::words;

/// An addendum as typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddendumForm {
    number: String,
    signed_on: String,
    contract_number: String,
    contract_on: String,
    from: String,
    to: String,
    content: String,
    mode: String,
    pay_how: String,
    pay: String,
    pay_ground: String,
    /// «yes»: who records it has seen what was asked about and keeps it.
    sure: String,
}

/// Shows the form, begun from the last addendum of the person.
pub(crate) async fn new_addendum(visit: Visit, Path(id): Path<Uuid>) -> Result<Markup, Oops> {
    let draft = labour::draft_addendum(visit.ctx()?, PersonId(id)).await?;
    let last = draft.last.as_ref();
    let day = |it: Option<Date>| it.map(|it| it.to_string()).unwrap_or_default();
    let typed = AddendumForm {
        number: draft.next_number.clone(),
        contract_number: last.map(|it| it.contract_number.clone()).unwrap_or_default(),
        contract_on: day(last.and_then(|it| it.contract_on)),
        content: last.map(|it| it.content.clone()).unwrap_or_default(),
        mode: last.map(|it| it.mode.slug().to_owned()).unwrap_or_default(),
        pay_how: "monthly".to_owned(),
        pay_ground: draft.pay_ground.clone(),
        ..AddendumForm::default()
    };
    Ok(page(&visit, &draft, &typed, &Mends::default()))
}

/// Records it.
pub(crate) async fn sign_addendum(
    visit: Visit,
    Path(id): Path<Uuid>,
    Filled(form): Filled<AddendumForm>,
) -> Result<Response, Oops> {
    let person = PersonId(id);
    let mends = match read(visit.lang, person, &form) {
        Err(mends) => mends,
        Ok(ask) => match labour::sign_addendum(visit.ctx()?, &ask).await {
            Ok(id) => {
                return Ok(visit.done(&format!("{HREF}/{id}"), key("notice-addendum-signed")));
            }
            Err(refusal) => {
                let mut mends = Mends::default();
                for it in obstacles(refusal)? {
                    let (field, words) = mend(visit.lang, &it);
                    mends.push(field, words);
                }
                mends
            }
        },
    };
    let draft = labour::draft_addendum(visit.ctx()?, person).await?;
    let page = page(&visit, &draft, &form, &mends);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn read(lang: Lang, person: PersonId, form: &AddendumForm) -> Result<SaveAddendum, Mends> {
    let mut mends = Mends::default();
    let signed_on = mends.day(lang, "signed_on", &form.signed_on);
    let contract_on = mends.day_if_any(lang, "contract_on", &form.contract_on);
    let from = mends.day(lang, "from", &form.from);
    let to = mends.day_if_any(lang, "to", &form.to);
    let pay = read_pay(form);
    if pay.is_none() && !form.pay.trim().is_empty() {
        mends.push("pay", lang.t(key("addendum-mend-pay")));
    }
    if !mends.is_empty() {
        empty_fields(lang, form, &mut mends);
    }
    match (signed_on, from) {
        (Some(signed_on), Some(from)) if mends.is_empty() => Ok(SaveAddendum {
            person,
            number: form.number.clone(),
            signed_on,
            contract_number: form.contract_number.clone(),
            contract_on,
            from,
            to,
            content: form.content.clone(),
            mode: MentoringMode::from_slug(&form.mode),
            pay,
            pay_ground: form.pay_ground.clone(),
            is_sure: !form.sure.is_empty(),
        }),
        _ => Err(mends),
    }
}

/// The text to sign, before there is anything to record.
fn paper(visit: &Visit, person: PersonId) -> Markup {
    let kind = PaperKind::ContractAddendum;
    let may = visit.signed.as_ref().is_some_and(|it| may_make(it, kind));
    let href = new_href(kind, &format!("&person={person}"));
    html! { @if may { a.btn.btn-plain href=(href) { (icon(Icon::Doc)) (visit.lang.t(key("addendum-paper"))) } } }
}

/// Says what else is empty where a day is missing: the rule, which says it otherwise, asks for days.
fn empty_fields(lang: Lang, form: &AddendumForm, mends: &mut Mends) {
    for (field, text, words) in [
        ("number", &form.number, key("addendum-mend-number")),
        ("content", &form.content, key("addendum-mend-content")),
        ("to", &form.to, key("addendum-mend-term")),
        ("mode", &form.mode, key("addendum-mend-mode")),
        ("pay", &form.pay, key("addendum-mend-pay")),
        ("pay_ground", &form.pay_ground, key("addendum-mend-ground")),
    ] {
        if text.trim().is_empty() {
            mends.push(field, lang.t(words));
        }
    }
}

/// Reads «3 000», «3000,50», «12,5»: roubles or percent by the choice beside it.
fn read_pay(form: &AddendumForm) -> Option<MentoringPay> {
    let text: String = form.pay.chars().filter(|it| !it.is_whitespace()).collect();
    let text = text.trim_end_matches(['₽', '%', '.']).replace(',', ".");
    let (whole, part) = text.split_once('.').unwrap_or((&text, ""));
    if 2 < part.len() || !part.chars().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let part: u64 = format!("{part:0<2}").parse().ok()?;
    let hundredths = whole.parse::<u64>().ok()?.checked_mul(100)?.checked_add(part)?;
    match form.pay_how.as_str() {
        "share" => {
            u16::try_from(hundredths).ok().map(|basis_points| MentoringPay::Share { basis_points })
        }
        _ => i64::try_from(hundredths).ok().map(|_| MentoringPay::Monthly { kopecks: hundredths }),
    }
}

fn mend(lang: Lang, it: &SignRefused) -> (&'static str, String) {
    use AddendumObstacle::{
        BeforeConsent, ContractAfter, NoConsent, NoContent, NoMode, NoNumber, NoPay, NoPayGround,
        NoTerm, TooEarly,
    };
    let day = |it: Date| words::date(lang, it);
    match it {
        SignRefused::NotEmployee => ("", lang.t(key("addendum-mend-employee"))),
        SignRefused::SignedInFuture => ("signed_on", lang.t(key("addendum-mend-future"))),
        SignRefused::BeginsBeforeSigned { signed_on } => (
            "from",
            lang.tn(key("addendum-mend-begins"), [("day", words::date(lang, *signed_on).into())]),
        ),
        SignRefused::NumberTaken => ("number", lang.t(key("addendum-mend-taken"))),
        SignRefused::TooLong { limit } => {
            ("content", lang.tn(key("person-mend-long"), [("limit", (*limit).into())]))
        }
        SignRefused::Doubt(AddendumDoubt::Overlaps { from, to, .. }) => (
            "sure",
            lang.tn(
                key("addendum-doubt-overlap"),
                [("from", day(*from).into()), ("to", day(*to).into())],
            ),
        ),
        SignRefused::Doubt(AddendumDoubt::LongTerm { months }) => {
            ("sure", lang.tn(key("addendum-doubt-long"), [("months", (*months).into())]))
        }
        SignRefused::Rule(it) => match it {
            ContractAfter { addendum_on, .. } => (
                "contract_on",
                lang.tn(key("addendum-mend-contract"), [("day", day(*addendum_on).into())]),
            ),
            TooEarly { earliest } => {
                ("signed_on", lang.tn(key("addendum-mend-early"), [("day", day(*earliest).into())]))
            }
            NoConsent => ("", lang.t(key("addendum-mend-consent"))),
            BeforeConsent { consent_on, .. } => (
                "signed_on",
                lang.tn(
                    key("addendum-mend-before"),
                    [("day", words::date(lang, *consent_on).into())],
                ),
            ),
            NoNumber => ("number", lang.t(key("addendum-mend-number"))),
            NoContent => ("content", lang.t(key("addendum-mend-content"))),
            NoTerm => ("to", lang.t(key("addendum-mend-term"))),
            NoMode => ("mode", lang.t(key("addendum-mend-mode"))),
            NoPay => ("pay", lang.t(key("addendum-mend-pay"))),
            NoPayGround => ("pay_ground", lang.t(key("addendum-mend-ground"))),
        },
    }
}

fn page(visit: &Visit, draft: &AddendumDraft, typed: &AddendumForm, mends: &Mends) -> Markup {
    let lang = visit.lang;
    let person = &draft.known.person;
    let title = lang.t(key("addendum-new"));
    let clause = draft.known.detail.as_ref().map(|it| it.works_by_contract.as_str());
    let consents = html! {
        a href={ "/people/" (person.id) "/consents/new?kind=labour_mentoring" } { (lang.t(key("consent-record"))) }
    };
    let body = html! {
        (block::head(&title, &person.name.full(), &paper(visit, person.id)))
        (form::refusal(lang, &lang.t(key("addendum-refused")), &lang.t(key("person-kept")), mends))
        @if let Some(clause) = clause.filter(|it| !it.is_empty()) {
            (block::remark(lang, Gravity::Know, "", &lang.t(key("addendum-needless")), clause, &html! {}))
        }
        @match draft.consent_on {
            Some(on) => p.soft { (lang.tn(key("addenda-has-consent"), [("day", words::date(lang, on).into())])) },
            None => (block::remark(lang, Gravity::Mend, "", &lang.t(key("addenda-no-consent")), &lang.t(key("addendum-consent-first")), &consents)),
        }
        form.form method="post" action={ "/people/" (person.id) "/addenda" } {
            (visit.hidden())
            (fields(lang, typed, mends))
            div.sticky-act { button.btn.btn-go { (lang.t(key("addendum-record"))) } }
        }
    };
    let crumbs = crumbs(lang, person.name.short());
    shell::page(visit, &Frame { title: &title, section: Section::Addenda, crumbs: &crumbs }, &body)
}

fn fields(lang: Lang, typed: &AddendumForm, mends: &Mends) -> Markup {
    let day = |name, label: String, hint: String, value: &str, optional| {
        let it = Input {
            name,
            label: &label,
            hint: &hint,
            value,
            kind: "date",
            width: "w-date",
            optional,
            ..Input::default()
        };
        form::input(lang, &it, mends)
    };
    let text = |name, label: String, hint: String, value: &str, width, optional| {
        let it =
            Input { name, label: &label, hint: &hint, value, width, optional, ..Input::default() };
        form::input(lang, &it, mends)
    };
    let content = Input {
        name: "content",
        label: &lang.t(key("addendum-content")),
        hint: &lang.t(key("addendum-content-hint")),
        value: &typed.content,
        ..Input::default()
    };
    let mode = Input {
        name: "mode",
        label: &lang.t(key("addendum-mode")),
        value: &typed.mode,
        ..Input::default()
    };
    let how = Input {
        name: "pay_how",
        label: &lang.t(key("addendum-pay-how")),
        value: if typed.pay_how.is_empty() { "monthly" } else { &typed.pay_how },
        ..Input::default()
    };
    let hows = [("monthly", key("addendum-how-monthly")), ("share", key("addendum-how-share"))]
        .map(|(value, words)| Answer { value: value.to_owned(), words: lang.t(words) });
    html! {
        (text("number", lang.t(key("addendum-number")), lang.t(key("addendum-number-hint")), &typed.number, "w-num", false))
        (day("signed_on", lang.t(key("addendum-signed-on")), lang.t(key("addendum-signed-hint")), &typed.signed_on, false))
        (text("contract_number", lang.t(key("addendum-contract")), lang.t(key("addendum-contract-hint")), &typed.contract_number, "w-mid", true))
        (day("contract_on", lang.t(key("addendum-contract-on")), String::new(), &typed.contract_on, true))
        (form::lines(lang, &content, 3, mends))
        (day("from", lang.t(key("addendum-from")), String::new(), &typed.from, false))
        (day("to", lang.t(key("addendum-to")), String::new(), &typed.to, false))
        (form::select(lang, &mode, &modes(lang), mends))
        (form::one_of(lang, &how, &hows, mends))
        (text("pay", lang.t(key("addendum-pay")), lang.t(key("addendum-pay-hint")), &typed.pay, "w-mid", false))
        (text("pay_ground", lang.t(key("addendum-ground")), lang.t(key("addendum-ground-hint")), &typed.pay_ground, "", false))
        @if mends.at("sure").is_some() || !typed.sure.is_empty() {
            (form::tick("sure", &lang.t(key("addendum-sure")), !typed.sure.is_empty()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pay_is_read_as_people_write_it() {
        let read = |how: &str, pay: &str| {
            read_pay(&AddendumForm {
                pay_how: how.into(),
                pay: pay.into(),
                ..AddendumForm::default()
            })
        };
        let monthly = |kopecks| Some(MentoringPay::Monthly { kopecks });
        let share = |basis_points| Some(MentoringPay::Share { basis_points });
        for (how, text, expected) in [
            ("monthly", "3 000", monthly(300_000)),
            ("monthly", "3000,5 ₽", monthly(300_050)),
            ("monthly", "3000.05", monthly(300_005)),
            ("share", "12,5 %", share(1250)),
            ("share", "100", share(10_000)),
            ("share", "700", None),
            ("monthly", "3000,555", None),
            ("monthly", "три тысячи", None),
            ("monthly", "-5", None),
            ("monthly", "99999999999999999999", None),
            ("monthly", "", None),
        ] {
            assert_eq!(read(how, text), expected, "{how} {text}");
        }
    }
}
