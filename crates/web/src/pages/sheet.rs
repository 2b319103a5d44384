//! Lists that go away as files, with the choice that the page was narrowed by.
//!
//! Deliberately absent: which rows (each list), the formats (`app::sheet`).

use app::sheet::{Sheet, SheetCell, SheetFormat, write_sheet};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use maud::{Markup, html};

use crate::lang::{Lang, key};
use crate::oops::Oops;
use crate::visit::Visit;

/// Gives a list as a file.
///
/// - `name`: what the file is called before the day, in Latin letters.
pub(crate) async fn give(
    visit: &Visit,
    name: &str,
    sheet: Sheet,
    format: SheetFormat,
) -> Result<Response, Oops> {
    let ctx = visit.ctx()?;
    let bytes = write_sheet(ctx, sheet, format).await?;
    Ok(file_of(name, ctx.today(), format, bytes))
}

/// Answers with a file that is saved and not shown.
pub(crate) fn file_of(name: &str, day: Date, format: SheetFormat, bytes: Vec<u8>) -> Response {
    let place = format!("attachment; filename=\"{name}-{day}.{}\"", format.ending());
    let headers = [
        (header::CONTENT_TYPE, format.media_type().to_owned()),
        (header::CONTENT_DISPOSITION, place),
    ];
    (headers, bytes).into_response()
}

/// Prints where a list can be taken away, as it is narrowed now.
///
/// - `path`: without the ending: `/people/list`.
/// - `narrowed`: the address of the list as it is narrowed: what follows its `?` goes along.
pub(crate) fn links(lang: Lang, path: &str, narrowed: &str) -> Markup {
    let asked = narrowed.split_once('?').map(|(_, asked)| format!("?{asked}")).unwrap_or_default();
    html! {
        p.acts.mt-4 {
            span.soft { (lang.t(key("sheet-take"))) }
            a href={ (path) ".xlsx" (asked) } { (lang.t(key("sheet-xlsx"))) }
            a href={ (path) ".csv" (asked) } { (lang.t(key("sheet-csv"))) }
        }
    }
}

/// Words as a cell.
pub(crate) fn text(words: impl Into<String>) -> SheetCell {
    SheetCell::Text(words.into())
}
