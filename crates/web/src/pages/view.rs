//! Language, theme and large sight: chosen by a form, kept in cookies.

use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

use crate::filled::Filled;
use crate::prefs::Choice;
use crate::visit::Visit;

/// What the visitor chose and where to go back.
#[derive(Deserialize)]
pub(crate) struct ViewForm {
    #[serde(default)]
    choice: String,
    #[serde(default)]
    back: String,
}

/// Keeps a choice of looks and goes back to the page it was made on.
pub(crate) async fn choose_view(visit: Visit, Filled(form): Filled<ViewForm>) -> Response {
    let mut response = Redirect::to(own_address(&form.back)).into_response();
    if let Some(choice) = Choice::parse(&form.choice) {
        let (cookie, value) = choice.cookie();
        visit.set_cookie(&mut response, cookie, value, Choice::STAY);
    }
    response
}

/// Lets through only addresses of this site; anything else leads home.
pub(crate) fn own_address(address: &str) -> &str {
    let own = address.starts_with('/')
        && !address.starts_with("//")
        && !address.contains('\\')
        && address.chars().all(|it| it.is_ascii_graphic());
    if own { address } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_back_never_leads_to_another_site() {
        for (asked, led) in [
            ("/people?q=%D0%B0", "/people?q=%D0%B0"),
            ("/people?q=а", "/"),
            ("//evil.example", "/"),
            ("https://evil.example", "/"),
            ("/\\evil.example", "/"),
            ("/a\r\nLocation: x", "/"),
            ("", "/"),
        ] {
            assert_eq!(own_address(asked), led);
        }
    }
}
