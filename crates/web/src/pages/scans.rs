//! Scans of a signed paper: those given, the latest first, and the form that brings one.
//!
//! Deliberately absent: who may see or bring them (the pages of the papers).

use app::roadmap::evidence::FILE_MOST;
use app::scan::{Brought, GivenScan, ScanObstacle};
use maud::{Markup, html};

use crate::filled::Upload;
use crate::kit::block;
use crate::kit::form::{self, Input, Mends};
use crate::kit::icon::{Icon, icon};
use crate::lang::{Lang, key};
use crate::visit::Visit;
use crate::words;

/// Endings that browsers offer to choose from; `app` looks at the bytes.
const ACCEPT: &str = ".pdf,.jpg,.jpeg,.png";

/// Takes the file out of a form; an empty one where none was chosen.
pub(crate) fn brought(upload: &mut Upload) -> Option<Brought> {
    upload.take_file("file").map(|it| Brought { name: it.name, content: it.bytes })
}

/// Prints the scans of a paper, and the form where one may be brought.
///
/// - `href`: address of the scans: `/orders/…/scans`.
pub(crate) fn section(
    visit: &Visit,
    href: &str,
    scans: &[GivenScan],
    may_bring: bool,
    mends: &Mends,
) -> Markup {
    let lang = visit.lang;
    html! {
        section aria-labelledby="scans" {
            (block::section_head("scans", &lang.t(key("scans")), "", None))
            @if scans.is_empty() { p.soft { (lang.t(key("scans-none"))) } }
            ul.plain { @for it in scans { li { (line(visit, href, it)) } } }
            @if may_bring {
                details open[!mends.is_empty()] {
                    summary { (if scans.is_empty() { lang.t(key("scan-attach")) } else { lang.t(key("scan-replace")) }) }
                    form.form method="post" action=(href) enctype="multipart/form-data" {
                        (visit.hidden())
                        (field(lang, false, mends))
                        button.btn.btn-go { (lang.t(key("scan-attach"))) }
                    }
                }
            }
        }
    }
}

fn line(visit: &Visit, href: &str, it: &GivenScan) -> Markup {
    let lang = visit.lang;
    let given = words::date(lang, visit.local(it.given_at).date());
    let size = words::size(lang, it.file.size_bytes.into());
    html! {
        a href={ (href) "/" (it.id) } download { (icon(Icon::Load)) " " (it.file.name) }
        " " span.soft.small { (size) ", " (lang.tn(key("scan-given"), [("day", given.into())]))
            @if !it.is_latest { ", " (lang.t(key("scan-earlier"))) } }
    }
}

/// Prints the field of a form that brings a scan.
pub(crate) fn field(lang: Lang, is_optional: bool, mends: &Mends) -> Markup {
    let size = words::size(lang, FILE_MOST as u64);
    let input = Input {
        name: "file",
        label: &lang.t(key("scan-file")),
        hint: &lang.tn(key("scan-hint"), [("most", size.into())]),
        optional: is_optional,
        ..Input::default()
    };
    form::file(lang, &input, ACCEPT, mends)
}

/// Says what to do about a file that is not taken.
pub(crate) fn mend(lang: Lang, it: ScanObstacle) -> String {
    match it {
        ScanObstacle::NoFile => lang.t(key("evidence-mend-no-file")),
        ScanObstacle::Large { .. } => {
            let most = words::size(lang, FILE_MOST as u64);
            lang.tn(key("form-mend-large"), [("most", most.into())])
        }
        ScanObstacle::Type => lang.t(key("scan-mend-type")),
        ScanObstacle::NotSigned => lang.t(key("scan-mend-unsigned")),
    }
}
