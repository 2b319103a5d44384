//! The frame of every page: head, skip link, sections at the side, bar of a phone, print head.
//!
//! A role sees only its sections. Deliberately absent: the content of a page.

use maud::{DOCTYPE, Markup, html};

use super::icon::{Icon, brand_mark, icon};
use super::{block, nav::Way};
use crate::assets;
use crate::lang::{Lang, key};
use crate::prefs::{Prefs, Sight, Theme};
use crate::visit::Visit;

/// A section of the site, in the order of the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Nothing of the side: the door, errors.
    None,
    /// What is made of what, for review.
    Kit,
}

/// Sections at the side, in groups divided by hairlines.
const SIDE: &[&[Section]] = &[&[Section::Kit]];

impl Section {
    /// Gives the address of the section's own page.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::None => "/",
            Self::Kit => "/kit",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::None => lang.t(key("brand")),
            Self::Kit => lang.t(key("section-kit")),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::None => Icon::Soon,
            Self::Kit => Icon::Map,
        }
    }
}

/// What the frame needs to know of a page.
pub struct Frame<'a> {
    /// The title in the tab and in the history.
    pub title: &'a str,
    /// The section it belongs to.
    pub section: Section,
    /// The way down to it from its section; empty on the section's own page.
    pub crumbs: &'a [Way],
}

/// Prints a whole page.
#[must_use]
pub fn page(visit: &Visit, frame: &Frame<'_>, body: &Markup) -> Markup {
    let lang = visit.lang;
    let inner = html! {
        a.skip href="#main" { (lang.t(key("skip"))) }
        header.topbar { (brand(lang, "")) span.school {} }
        div.shell {
            (side(visit, frame.section))
            main.sheet id="main" tabindex="-1" {
                (crumbs(lang, frame.crumbs))
                @if let Some(words) = visit.notice() { (block::notice(&words, &html! {})) }
                (body)
                (foot(visit))
            }
        }
        (bottom(lang, frame.section))
    };
    document(lang, visit.prefs, frame.title, &inner)
}

/// Prints a page without sections: the door, before signing in.
#[must_use]
pub fn bare_page(visit: &Visit, title: &str, inner: &Markup) -> Markup {
    document(visit.lang, visit.prefs, title, inner)
}

fn document(lang: Lang, prefs: Prefs, title: &str, inner: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(lang.code()) data-bs-theme=(prefs.theme.code()) data-sight=(prefs.sight.code()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) " — " (lang.t(key("brand"))) }
                link rel="icon" href="/favicon.svg" type="image/svg+xml";
                link rel="stylesheet" href=(assets::address("css/theme.css"));
                script src=(assets::address("js/estafeta.js")) defer {}
            }
            body { (inner) }
        }
    }
}

/// Prints the name of the product with its mark; it leads home.
#[must_use]
pub fn brand(lang: Lang, class: &str) -> Markup {
    html! { a class={ "brand " (class) } href="/" { (brand_mark()) (lang.t(key("brand"))) } }
}

fn crumbs(lang: Lang, ways: &[Way]) -> Markup {
    html! {
        @if !ways.is_empty() {
            nav aria-label=(lang.t(key("crumbs-label"))) {
                ol.crumbs { @for way in ways { li {
                    @if way.here { span aria-current="page" { (way.words) } } @else { a href=(way.href) { (way.words) } }
                } } }
            }
        }
    }
}

fn side(visit: &Visit, here: Section) -> Markup {
    let lang = visit.lang;
    html! {
        nav.side id="menu" aria-label=(lang.t(key("side-label"))) tabindex="-1" {
            (brand(lang, "wide-only"))
            p.phone-only { a.btn.btn-plain href="#main" { (icon(Icon::Close)) (lang.t(key("menu-close"))) } }
            @for group in SIDE {
                ul.nav-list { @for it in *group { (section(lang, *it, here)) } }
            }
        }
    }
}

fn section(lang: Lang, it: Section, here: Section) -> Markup {
    html! { li { a href=(it.href()) aria-current=[(it == here).then_some("page")] { (it.words(lang)) } } }
}

fn bottom(lang: Lang, here: Section) -> Markup {
    let quick = SIDE.iter().flat_map(|group| group.iter()).take(3);
    html! {
        nav.bottom aria-label=(lang.t(key("bottom-label"))) {
            @for it in quick {
                a href=(it.href()) aria-current=[(*it == here).then_some("page")] { (icon(it.icon())) (it.words(lang)) }
            }
            a href="#menu" { (icon(Icon::Menu)) (lang.t(key("menu"))) }
        }
    }
}

/// Prints the choices of looks at the foot of a page; they are forms, so they need no script.
#[must_use]
pub fn foot(visit: &Visit) -> Markup {
    html! { footer.foot.no-print { (view_choices(visit)) } }
}

/// Prints the buttons that change language, theme and sight.
#[must_use]
pub fn view_choices(visit: &Visit) -> Markup {
    let (lang, prefs) = (visit.lang, visit.prefs);
    let (theme, theme_words) = match prefs.theme {
        Theme::Dark => ("theme:light", lang.t(key("view-light"))),
        Theme::Light | Theme::Auto => ("theme:dark", lang.t(key("view-dark"))),
    };
    let (sight, sight_words) = match prefs.sight {
        Sight::Usual => ("sight:large", lang.t(key("view-large"))),
        Sight::Large => ("sight:usual", lang.t(key("view-usual"))),
    };
    html! {
        form.view method="post" action="/view" {
            (visit.hidden())
            input type="hidden" name="back" value=(visit.address);
            button.btn-text name="choice" value=(sight) { (sight_words) }
            button.btn-text name="choice" value=(theme) { (theme_words) }
            @for other in Lang::ALL.into_iter().filter(|it| *it != lang) {
                // A language is named in itself, so that its reader finds it.
                button.btn-text name="choice" value={ "lang:" (other.code()) } lang=(other.code()) { (other.t(key("language-name"))) }
            }
        }
    }
}
