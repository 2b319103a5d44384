//! Drawings, printed into the page: 24 units wide, in the colour of the text beside them.
//!
//! Eight status shapes are our own (`assets/icons`), the rest are chosen from `lucide-static` by
//! `assets/icons/lucide.txt`. Deliberately absent: colours, which belong to the style sheet.

use std::sync::LazyLock;

use maud::{Markup, PreEscaped, html};

use crate::assets;

macro_rules! icons {
    ($($variant:ident = $file:literal,)*) => {
        /// A drawing of the kit.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[expect(missing_docs, reason = "each variant is named by what it shows")]
        pub enum Icon { $($variant,)* }

        impl Icon {
            /// All drawings, in the order of the kit page.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            const fn file(self) -> &'static str {
                match self { $(Self::$variant => concat!("icons/", $file, ".svg"),)* }
            }
        }
    };
}

icons! {
    Todo = "s-todo",
    Going = "s-go",
    Soon = "s-soon",
    Waiting = "s-wait",
    Bad = "s-bad",
    Done = "s-ok",
    Late = "s-late",
    NotApplicable = "s-na",
    Search = "search",
    Down = "down",
    Menu = "menu",
    Print = "print",
    Load = "load",
    Pen = "pen",
    Lock = "lock",
    Doc = "doc",
    Calendar = "cal",
    Map = "map",
    Pairs = "pairs",
    Send = "send",
    Plus = "plus",
    Close = "x",
    Info = "info",
    Warn = "warn",
}

static SHAPES: LazyLock<Vec<String>> = LazyLock::new(|| {
    Icon::ALL.iter().map(|icon| assets::text(icon.file()).unwrap_or_default()).collect()
});

/// Prints a drawing that decorates the words beside it; readers of the screen skip it.
#[must_use]
pub fn icon(icon: Icon) -> Markup {
    html! { svg.i viewBox="0 0 24 24" aria-hidden="true" { (shapes(icon)) } }
}

/// Prints a drawing that stands alone and says `label`.
///
/// - `class`: the colour of the state, such as `t-bad`; may be empty.
#[must_use]
pub fn sign(icon: Icon, class: &str, label: &str) -> Markup {
    html! { svg class={ "i " (class) } viewBox="0 0 24 24" role="img" aria-label=(label) { (shapes(icon)) } }
}

/// Prints the mark of Estafeta: one baton hands over to the other.
#[must_use]
pub fn brand_mark() -> Markup {
    html! {
        svg viewBox="1.5 0 19 24" aria-hidden="true" {
            rect.b1 x="3.5" y="9" width="5" height="14" rx="2.5" transform="skewX(-16) translate(5 0)" {}
            rect.b2 x="11.5" y="1" width="5" height="14" rx="2.5" transform="skewX(-16) translate(4 0)" {}
        }
    }
}

fn shapes(icon: Icon) -> PreEscaped<&'static str> {
    PreEscaped(SHAPES.get(icon as usize).map_or("", String::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_icon_has_a_drawing() {
        for it in Icon::ALL {
            assert!(shapes(*it).0.starts_with('<'), "{it:?}: no drawing {}", it.file());
        }
    }
}
