//! The kit page: every part and every state on one page, for review. Shown in the sample town only.
//!
//! Its examples are invented and stand in `locales/*/kit.ftl` as all texts do.

use jiff::civil::date;
use maud::{Markup, html};

use crate::kit::block::{self, Gravity};
use crate::kit::figure::{self, Figure};
use crate::kit::form::{self, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::kit::nav::{self, Way};
use crate::kit::shell::{self, Frame, Section};
use crate::kit::status::{Holder, Status, holder};
use crate::kit::table::{self, Column, Heat};
use crate::kit::track::{self, Baton, Happened, Step, Stretch, Todo};
use crate::lang::{Lang, key};
use crate::visit::Visit;

/// Shows the kit.
pub(crate) async fn show_kit(visit: Visit) -> Markup {
    let lang = visit.lang;
    let title = lang.t(key("kit-title"));
    let body = html! {
        (block::head(&title, &lang.t(key("kit-under")), &html! {}))
        div.kit {
            h2 { (lang.t(key("kit-status"))) } div { (statuses(lang)) }
            h2 { (lang.t(key("kit-holder"))) } (holders(lang))
            h2 { (lang.t(key("kit-track"))) } div { (year(lang)) }
            h2 { (lang.t(key("kit-buttons"))) } (buttons(lang))
            h2 { (lang.t(key("kit-fields"))) } (fields(lang))
            h2 { (lang.t(key("kit-refusal"))) } div { (refusal(lang)) }
            h2 { (lang.t(key("kit-remarks"))) } (remarks(lang))
            h2 { (lang.t(key("kit-next"))) } div { (next(lang)) }
            h2 { (lang.t(key("kit-done"))) } div { (block::notice(&lang.t(key("kit-notice")), &html! { button.btn-text { (lang.t(key("kit-undo"))) } })) }
            h2 { (lang.t(key("kit-busy"))) } div { (busy(lang)) }
            h2 { (lang.t(key("kit-empty"))) } div { (empty(lang)) }
            h2 { (lang.t(key("kit-todo"))) } div { (todo(lang)) }
            h2 { (lang.t(key("kit-life"))) } div { (life(lang)) }
            h2 { (lang.t(key("kit-ways"))) } div { (ways(lang)) }
            h2 { (lang.t(key("kit-figures"))) } div { (figures(lang)) }
        }
    };
    shell::page(&visit, &Frame { title: &title, section: Section::Kit, crumbs: &[] }, &body)
}

fn all_statuses(lang: Lang) -> Vec<(Status, String)> {
    vec![
        (Status::Todo, lang.t(key("kit-when-todo"))),
        (Status::Going, lang.t(key("kit-when-going"))),
        (Status::Soon(date(2026, 11, 20)), lang.t(key("kit-when-soon"))),
        (Status::Waiting(lang.t(key("kit-name"))), lang.t(key("kit-when-waiting"))),
        (Status::Overdue(17), lang.t(key("kit-when-overdue"))),
        (Status::Done, lang.t(key("kit-when-done"))),
        (Status::Late, lang.t(key("kit-when-late"))),
        (Status::NotApplicable, lang.t(key("kit-when-na"))),
    ]
}

fn statuses(lang: Lang) -> Markup {
    let heads = [key("kit-sign"), key("kit-baton"), key("kit-when")].map(|it| lang.t(it));
    let columns: Vec<_> = heads.iter().map(Column::new).collect();
    let rows = html! {
        @for (status, when) in all_statuses(lang) {
            (table::row(Heat::Calm, &html! {
                th scope="row" role="rowheader" { (status.show(lang)) }
                (table::cell(&heads[1], &html! { i class={ "bt " (status.baton()) } {} }))
                (table::cell(&heads[2], &html! { (when) }))
            }))
        }
    };
    table::table(&lang.t(key("kit-status")), &columns, &rows)
}

fn holders(lang: Lang) -> Markup {
    html! {
        div.d-flex.flex-wrap.gap-4 {
            (holder(lang, &Holder::Me, &lang.t(key("kit-second-day"))))
            (holder(lang, &Holder::Other(lang.t(key("kit-head-genitive"))), ""))
        }
    }
}

fn year(lang: Lang) -> Markup {
    let batons = all_statuses(lang).into_iter().enumerate();
    let batons = batons.map(|(index, (status, _))| Baton {
        href: "#".to_owned(),
        name: format!("1.{}", index + 1),
        status,
    });
    let stretch = Stretch {
        title: lang.t(key("kit-stretch")),
        count: "2/8".to_owned(),
        batons: batons.collect(),
    };
    track::track(lang, &[stretch])
}

fn buttons(lang: Lang) -> Markup {
    html! {
        div.acts {
            button.btn.btn-go { (icon(Icon::Doc)) (lang.t(key("kit-button-go"))) }
            button.btn.btn-plain { (icon(Icon::Send)) (lang.t(key("kit-button-plain"))) }
            button.btn.btn-stop { (lang.t(key("kit-button-stop"))) }
            button.btn-text { (lang.t(key("kit-button-text"))) }
            button.btn.btn-go.btn-s { (lang.t(key("kit-button-small"))) }
            button.btn.btn-plain disabled { (lang.t(key("kit-button-off"))) }
        }
    }
}

fn fields(lang: Lang) -> Markup {
    let mut mends = Mends::default();
    mends.push("kit-places", lang.t(key("kit-places-mend")));
    let (label, hint, value) = (
        lang.t(key("kit-deadline")),
        lang.t(key("kit-deadline-hint")),
        lang.t(key("kit-deadline-value")),
    );
    html! {
        div.cols-2 {
            div {
                (form::input(lang, &Input { name: "kit-deadline", label: &label, hint: &hint, value: &value, ..Input::default() }, &mends))
                (form::reading("kit-deadline", &lang.t(key("kit-reading"))))
            }
            (form::input(lang, &Input { name: "kit-places", label: &lang.t(key("kit-places")), value: &lang.t(key("kit-places-value")), width: "w-num", ..Input::default() }, &mends))
        }
    }
}

fn refusal(lang: Lang) -> Markup {
    let mut mends = Mends::default();
    mends.push("kit-places", lang.t(key("kit-places-mend")));
    mends.push("", lang.t(key("kit-consents-mend")));
    form::refusal(lang, &lang.t(key("kit-refused")), &lang.t(key("kit-kept")), &mends)
}

fn remarks(lang: Lang) -> Markup {
    let all = [
        (Gravity::Mend, key("kit-remark-mend"), key("kit-remark-mend-help")),
        (Gravity::Look, key("kit-remark-look"), key("kit-remark-look-help")),
        (Gravity::Know, key("kit-remark-know"), key("kit-remark-know-help")),
    ];
    html! { div { @for (gravity, wrong, help) in all { (block::remark(lang, gravity, "", &lang.t(wrong), &lang.t(help), &html! {})) } } }
}

fn next(lang: Lang) -> Markup {
    let act = html! { button.btn.btn-go { (icon(Icon::Print)) (lang.t(key("kit-next-act"))) } };
    block::next_step(&lang.t(key("kit-next-title")), &lang.t(key("kit-next-why")), &act)
}

fn busy(lang: Lang) -> Markup {
    let stop = html! { button.btn.btn-plain.btn-s { (lang.t(key("kit-stop"))) } };
    block::busy(
        &lang.t(key("kit-busy-what")),
        &lang.t(key("kit-busy-label")),
        81,
        126,
        &lang.t(key("kit-busy-after")),
        &stop,
    )
}

fn empty(lang: Lang) -> Markup {
    let act = html! { a.btn.btn-go href="#" { (lang.t(key("kit-empty-act"))) } };
    block::empty(&lang.t(key("kit-empty-title")), &lang.t(key("kit-empty-how")), &act)
}

fn todo(lang: Lang) -> Markup {
    let it = Todo {
        status: Status::Overdue(17),
        title: lang.t(key("kit-todo-title")),
        href: "#".to_owned(),
        why: html! { (lang.t(key("kit-todo-why"))) },
        facts: html! { (holder(lang, &Holder::Me, "")) },
        act: html! { button.btn.btn-go.btn-s { (lang.t(key("kit-next-act"))) } },
    };
    track::todos(lang, &lang.t(key("kit-todo-group")), "bad", 1, &[it])
}

fn life(lang: Lang) -> Markup {
    let steps: Vec<_> = all_statuses(lang)
        .into_iter()
        .skip(4)
        .map(|(status, _)| Step {
            title: status.words(lang),
            detail: html! {},
            now: status == Status::Late,
            status,
        })
        .collect();
    let happened = Happened {
        when: crate::words::date_short(date(2026, 11, 17)),
        datetime: "2026-11-17".to_owned(),
        what: html! { (lang.t(key("kit-notice"))) },
    };
    html! { (track::life(lang, &steps)) (track::history(&[happened])) }
}

fn ways(lang: Lang) -> Markup {
    let ways: Vec<_> = [(key("kit-way-one"), true), (key("kit-way-two"), false)]
        .into_iter()
        .map(|(words, here)| Way { href: "#".to_owned(), words: lang.t(words), here })
        .collect();
    html! {
        (nav::tabs(&lang.t(key("kit-ways")), &ways))
        (nav::chips(&lang.t(key("kit-ways")), &ways))
        (nav::pager(lang, 1, 9, 63, |number| format!("#{number}")))
    }
}

fn figures(lang: Lang) -> Markup {
    let (label, of) = (lang.t(key("kit-figure")), lang.t(key("kit-figure-of")));
    let value = crate::words::percent(lang, 410);
    html! {
        (figure::figures(&[Figure { label: &label, value: &value, of: &of, href: "#", hot: false }]))
        (figure::meter(41, Some(55)))
        div.d-flex.gap-4 { span { (figure::places(2, 3)) (lang.t(key("kit-places-two"))) } span { (figure::places(4, 3)) (lang.t(key("kit-places-over"))) } }
    }
}
