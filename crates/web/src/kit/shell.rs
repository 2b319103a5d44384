//! The frame of every page: head, skip link, sections at the side, bar of a phone, print head.
//!
//! A role sees only the sections it may open. Deliberately absent: the content of a page.

use app::Ctx;
use maud::{DOCTYPE, Markup, html};
use mentoring::access::Action;

use super::icon::{Icon, brand_mark, icon};
use super::{block, nav::Way};
use crate::assets;
use crate::lang::{Lang, key};
use crate::prefs::{Prefs, Sight, Theme};
use crate::terms;
use crate::visit::Visit;
use crate::words;

/// A section of the site, in the order of the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// Nothing of the side: the door, errors.
    None,
    /// What to do now.
    Today,
    /// The same by days.
    Calendar,
    /// Where the year stands.
    Roadmap,
    /// Figures of what is done.
    Fulfilment,
    /// Roadmaps and their versions.
    Roadmaps,
    /// The organisations below, as figures.
    Network,
    /// People.
    People,
    /// Who has given which consent.
    Consents,
    /// One's own consents, those of one's children and class.
    OwnConsents,
    /// One's own roles, with the card.
    Me,
    /// The pool of mentors.
    Mentors,
    /// The pool of mentees.
    Mentees,
    /// Partners and the agreements with them.
    Partners,
    /// The journal of orders.
    Orders,
    /// Papers: the catalogue and those that were made.
    Papers,
    /// The library of acts.
    Acts,
    /// Contract addenda of mentors and their pay.
    Addenda,
    /// Templates of papers.
    Templates,
    /// Everything for an inspection in one archive.
    Folder,
    /// Measures of accessibility, for people named for it.
    Accessibility,
    /// What people ask about the data held of them, and destruction.
    PersonalData,
    /// The card of the organisation.
    Organisation,
    /// Who did what.
    Journal,
    /// One's own settings.
    Account,
    /// What the remarks of the compiler mean.
    Guide,
    /// The letters that the sample town would have sent.
    Letters,
    /// What is made of what, for review.
    Kit,
}

/// Sections at the side, in groups divided by hairlines.
const SIDE: &[&[Section]] = &[
    &[Section::Today, Section::Calendar, Section::OwnConsents, Section::Me],
    &[Section::Roadmap, Section::Roadmaps, Section::Fulfilment],
    &[
        Section::Network,
        Section::People,
        Section::Consents,
        Section::Mentors,
        Section::Mentees,
        Section::Partners,
        Section::Orders,
        Section::Papers,
        Section::Acts,
        Section::Addenda,
        Section::Templates,
        Section::Folder,
        Section::Accessibility,
        Section::PersonalData,
    ],
    &[Section::Organisation, Section::Journal, Section::Account, Section::Guide],
    &[Section::Letters, Section::Kit],
];

impl Section {
    /// All sections of the side, in its order.
    pub fn all() -> impl Iterator<Item = Self> {
        SIDE.iter().flat_map(|group| group.iter().copied())
    }

    /// Gives the section where somebody who has signed in begins.
    pub(crate) fn first_of(visit: &Visit) -> Self {
        Self::all().find(|it| it.is_open_to(visit)).unwrap_or(Self::Guide)
    }

    /// Gives the address of the section's own page.
    #[must_use]
    pub const fn href(self) -> &'static str {
        match self {
            Self::None => "/",
            Self::Today => "/today",
            Self::Calendar => "/calendar",
            Self::Roadmap => "/roadmap",
            Self::Fulfilment => "/fulfilment",
            Self::Roadmaps => "/roadmaps",
            Self::Network => "/network",
            Self::People => "/people",
            Self::Consents => "/consents",
            Self::OwnConsents => "/me/consents",
            Self::Me => "/me",
            Self::Mentors => "/mentors",
            Self::Mentees => "/mentees",
            Self::Partners => "/partners",
            Self::Orders => "/orders",
            Self::Papers => "/papers",
            Self::Acts => "/acts",
            Self::Addenda => "/addenda",
            Self::Templates => "/templates",
            Self::Folder => "/folder",
            Self::Accessibility => "/access-needs",
            Self::PersonalData => "/requests",
            Self::Organisation => "/organisation",
            Self::Journal => "/journal",
            Self::Account => "/account",
            Self::Guide => "/guide",
            Self::Letters => "/letters",
            Self::Kit => "/kit",
        }
    }

    fn words(self, lang: Lang) -> String {
        match self {
            Self::None => lang.t(key("brand")),
            Self::Today => lang.t(key("section-today")),
            Self::Calendar => lang.t(key("calendar-title")),
            Self::Roadmap => lang.t(key("section-roadmap")),
            Self::Fulfilment => lang.t(key("section-fulfilment")),
            Self::Roadmaps => lang.t(key("section-roadmaps")),
            Self::Network => lang.t(key("section-network")),
            Self::People => lang.t(key("section-people")),
            Self::Consents => lang.t(key("section-consents")),
            Self::OwnConsents => lang.t(key("own-consents")),
            Self::Me => lang.t(key("section-me")),
            Self::Mentors => lang.t(key("section-mentors")),
            Self::Mentees => lang.t(key("section-mentees")),
            Self::Partners => lang.t(key("partners-title")),
            Self::Orders => lang.t(key("section-orders")),
            Self::Papers => lang.t(key("papers-title")),
            Self::Acts => lang.t(key("section-acts")),
            Self::Addenda => lang.t(key("section-addenda")),
            Self::Templates => lang.t(key("section-templates")),
            Self::Folder => lang.t(key("section-folder")),
            Self::Accessibility => lang.t(key("section-accessibility")),
            Self::PersonalData => lang.t(key("section-personal-data")),
            Self::Organisation => lang.t(key("section-organisation")),
            Self::Journal => lang.t(key("section-journal")),
            Self::Account => lang.t(key("account-title")),
            Self::Guide => lang.t(key("section-guide")),
            Self::Letters => lang.t(key("section-letters")),
            Self::Kit => lang.t(key("section-kit")),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::None | Self::Kit | Self::Roadmap | Self::Roadmaps | Self::Network => Icon::Map,
            Self::Today => Icon::Soon,
            Self::Fulfilment => Icon::Done,
            Self::People | Self::Mentors | Self::Mentees | Self::Partners | Self::Accessibility => {
                Icon::Pairs
            }
            Self::Organisation
            | Self::Orders
            | Self::Papers
            | Self::Acts
            | Self::Templates
            | Self::Folder
            | Self::Addenda
            | Self::Consents
            | Self::OwnConsents
            | Self::Me => Icon::Doc,
            Self::PersonalData => Icon::Lock,
            Self::Calendar | Self::Journal => Icon::Calendar,
            Self::Account => Icon::Pen,
            Self::Guide => Icon::Info,
            Self::Letters => Icon::Send,
        }
    }

    /// Whether the visitor may open the section.
    fn is_open_to(self, visit: &Visit) -> bool {
        let may = |action| visit.signed.as_ref().is_some_and(|signed| signed.may(action));
        match self {
            Self::None => false,
            Self::Today | Self::Calendar => {
                visit.signed.as_ref().is_some_and(|it| it.may_oneself(Action::SeeTasks))
            }
            Self::Roadmap => may(Action::SeeRoadmap),
            Self::Fulfilment => may(Action::SeeFulfilment),
            Self::Roadmaps => may(Action::SeeRoadmap),
            Self::Network => {
                visit.signed.as_ref().is_some_and(|it| it.may_below(Action::SeeFulfilment))
            }
            Self::People => may(Action::SeePeople),
            Self::Consents => may(Action::SeeConsents),
            // Who sees everybody's has the own there.
            Self::OwnConsents => {
                let own = |it: &Ctx| it.may_oneself(Action::SeeConsents);
                !may(Action::SeeConsents) && visit.signed.as_ref().is_some_and(own)
            }
            Self::Me => {
                let own = |it: &Ctx| it.may_oneself(Action::SeePeople);
                !may(Action::SeePeople) && visit.signed.as_ref().is_some_and(own)
            }
            Self::Mentors | Self::Mentees => may(Action::SeePools),
            Self::Partners => may(Action::SeePartners),
            Self::Orders => may(Action::SeeOrders),
            Self::Papers => may(Action::SeePapers),
            Self::Addenda => may(Action::SeeAddenda),
            Self::Templates => may(Action::SeeTemplates),
            Self::Folder => may(Action::SeeFolder),
            // To others the page would say only that it is not for them.
            Self::Accessibility => {
                let reads = visit.signed.as_ref().is_some_and(|it| it.reads_sensitive);
                may(Action::KnockSensitive) && (reads || may(Action::SeeConsents))
            }
            Self::PersonalData => may(Action::AnswerRequests),
            Self::Organisation | Self::Acts => may(Action::SeeOrganisation),
            Self::Journal => may(Action::SeeJournal),
            Self::Account => visit.signed.is_some(),
            Self::Guide => true,
            Self::Letters => {
                let sees = |it: &Ctx| it.may_oneself(Action::SeeTasks);
                visit.is_demo() && visit.signed.as_ref().is_some_and(sees)
            }
            Self::Kit => visit.is_demo(),
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
    let school = visit.signed.as_ref().map(|it| it.organisation.card.name.as_str());
    let inner = html! {
        a.skip href="#main" { (lang.t(key("skip"))) }
        header.topbar { (brand(lang, "")) @if let Some(name) = school { span.school { (name) } } }
        (crate::pages::demo::bar(visit))
        div.shell {
            (side(visit, frame.section))
            main.sheet id="main" tabindex="-1" {
                @if let Some(signed) = &visit.signed { (print_head(lang, signed)) }
                (crumbs(lang, frame.crumbs))
                @if let Some(words) = visit.notice() { (block::notice(&words, &undo(visit))) }
                (body)
                footer.foot.no-print { (view_choices(visit)) }
            }
        }
        (bottom(visit, frame.section))
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

/// The button that takes back what was just done, where that can be.
fn undo(visit: &Visit) -> Markup {
    html! {
        @if let Some((task, act)) = visit.undo() {
            form.no-print method="post" action={ "/tasks/" (task) "/undo" } {
                (visit.hidden())
                input type="hidden" name="act" value=(act);
                button.btn-text { (visit.lang.t(key("undo-do"))) }
            }
        }
    }
}

fn print_head(lang: Lang, signed: &Ctx) -> Markup {
    let today = words::date_short(signed.today());
    let printed =
        lang.tn(key("printed"), [("day", today.into()), ("name", signed.name.short().into())]);
    html! { p.print-head { span { (signed.organisation.card.name) } span { (printed) } } }
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
            @if let Some(signed) = &visit.signed { span.school.wide-only { (signed.organisation.card.name) } }
            p.phone-only { a.btn.btn-plain href="#main" { (icon(Icon::Close)) (lang.t(key("menu-close"))) } }
            @for group in SIDE {
                @if group.iter().any(|it| it.is_open_to(visit)) {
                    ul.nav-list { @for it in group.iter().filter(|it| it.is_open_to(visit)) { (section(lang, *it, here)) } }
                }
            }
            @match &visit.signed {
                Some(signed) => (me(visit, signed)),
                None => p.me.mb-0 { a href="/sign-in" { (lang.t(key("sign-in-do"))) } },
            }
        }
    }
}

fn section(lang: Lang, it: Section, here: Section) -> Markup {
    html! { li { a href=(it.href()) aria-current=[(it == here).then_some("page")] { (it.words(lang)) } } }
}

fn me(visit: &Visit, signed: &Ctx) -> Markup {
    let lang = visit.lang;
    let roles: Vec<_> = signed.roles().into_iter().map(|it| terms::role(lang, it)).collect();
    html! {
        div.me {
            a href="/account" { (signed.name.full()) }
            br;
            span.soft { (roles.join(", ")) }
            form method="post" action="/sign-out" { (visit.hidden()) button.btn-text { (lang.t(key("sign-out"))) } }
        }
    }
}

fn bottom(visit: &Visit, here: Section) -> Markup {
    let lang = visit.lang;
    html! {
        nav.bottom aria-label=(lang.t(key("bottom-label"))) {
            @for it in Section::all().filter(|it| it.is_open_to(visit)).take(3) {
                a href=(it.href()) aria-current=[(it == here).then_some("page")] { (icon(it.icon())) (it.words(lang)) }
            }
            a href="#menu" { (icon(Icon::Menu)) (lang.t(key("menu"))) }
        }
    }
}

/// Prints the buttons that change language, theme and sight; they are a form, so they need no
/// script.
#[must_use]
pub fn view_choices(visit: &Visit) -> Markup {
    let (lang, prefs) = (visit.lang, visit.prefs);
    // Whoever leaves it to the machine is offered both: which one is shown is not known here.
    let themes =
        [(Theme::Dark, lang.t(key("view-dark"))), (Theme::Light, lang.t(key("view-light")))];
    let (sight, sight_words) = match prefs.sight {
        Sight::Usual => ("sight:large", lang.t(key("view-large"))),
        Sight::Large => ("sight:usual", lang.t(key("view-usual"))),
    };
    html! {
        form.view method="post" action="/view" {
            (visit.hidden())
            input type="hidden" name="back" value=(visit.address);
            button.btn-text name="choice" value=(sight) { (sight_words) }
            @for (theme, words) in themes.iter().filter(|(it, _)| *it != prefs.theme) {
                button.btn-text name="choice" value={ "theme:" (theme.code()) } { (words) }
            }
            @for other in Lang::ALL.into_iter().filter(|it| *it != lang) {
                // A language is named in itself, so that its reader finds it.
                button.btn-text name="choice" value={ "lang:" (other.code()) } lang=(other.code()) { (other.t(key("language-name"))) }
            }
        }
    }
}
