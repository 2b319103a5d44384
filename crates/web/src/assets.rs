//! Styles, fonts, scripts and drawings, embedded in the binary: no page asks another host.
//!
//! The address carries a stamp of everything embedded, so that a browser may keep an asset for a
//! year and a new release is seen at once. Styles name their fonts relatively and so stay under the
//! same stamp. Deliberately absent: reading files at run time.

use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "../../assets/dist/site"]
struct Dist;

/// The stamp of this build's assets: 12 hexadecimal digits of a digest over all of them.
pub(crate) static STAMP: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Dist::iter().collect();
    names.sort();
    let mut digest = Sha256::new();
    for name in names {
        digest.update(name.as_bytes());
        if let Some(file) = Dist::get(&name) {
            digest.update(file.metadata.sha256_hash());
        }
    }
    digest.finalize().iter().take(6).fold(String::new(), |mut stamp, byte| {
        // Writing into a string cannot fail.
        let _ = write!(stamp, "{byte:02x}");
        stamp
    })
});

/// Gives the address of an asset, such as `css/theme.css`.
pub(crate) fn address(path: &str) -> String {
    format!("/assets/{}/{path}", *STAMP)
}

/// Gives the text of an embedded asset, for drawings that are printed into a page.
pub(crate) fn text(path: &str) -> Option<String> {
    Dist::get(path).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
}

/// Sends an asset. An old stamp still finds the file of the same name, but is not kept.
pub(crate) async fn show_asset(Path((stamp, path)): Path<(String, String)>) -> Response {
    let Some(file) = Dist::get(&path) else { return StatusCode::NOT_FOUND.into_response() };
    let keep = match stamp == *STAMP {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    let kind = mime_guess::from_path(&path).first_or_octet_stream();
    let headers = [
        (header::CONTENT_TYPE, kind.as_ref().to_owned()),
        (header::CACHE_CONTROL, keep.to_owned()),
    ];
    (headers, file.data).into_response()
}

/// The mark of Estafeta for the tab of a browser.
const FAVICON: &str = concat!(
    r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 24 24">"#,
    r##"<rect fill="#14252b" x="3.5" y="9" width="5" height="14" rx="2.5" transform="skewX(-16) translate(5 0)"/>"##,
    r##"<rect fill="#0b5a6e" x="11.5" y="1" width="5" height="14" rx="2.5" transform="skewX(-16) translate(4 0)"/></svg>"##
);

/// Sends the mark for the tab.
pub(crate) async fn show_favicon() -> Response {
    (
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")],
        FAVICON,
    )
        .into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_style_sheet_is_embedded_and_its_address_carries_the_stamp() {
        assert!(text("css/theme.css").is_some_and(|css| css.contains("--accent")));
        assert_eq!(STAMP.len(), 12);
        assert!(address("css/theme.css").contains(STAMP.as_str()));
    }

    #[test]
    fn the_style_sheet_asks_no_other_host_and_stays_small() {
        const LARGEST: usize = 90_000;
        let css = text("css/theme.css").unwrap_or_default();
        assert!(css.len() <= LARGEST, "the limit of LOOK.md is 90 kB, it has {}", css.len());
        assert!(
            !css.replace("http://www.w3.org/2000/svg", "").contains("http"),
            "an address of another host"
        );
    }

    #[test]
    fn the_style_sheet_uses_only_what_old_browsers_know() {
        let css = text("css/theme.css").unwrap_or_default();
        for new in [":has(", "color-mix(", "@container", "@layer", "dvh", ":is(", ":where("] {
            assert!(!css.contains(new), "{new} is newer than Chrome 94, Firefox 92, Safari 15");
        }
    }
}
