//! A file that a browser keeps: under a name that tells what it is.
//!
//! It decides how a name goes into a header, whatever letters it has. Deliberately absent: the bytes.

use app::File;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// The longest name: file systems take 255 bytes, and a Russian letter has two.
const LONGEST: usize = 110;

/// Gives the header that makes a browser keep the file under its name (RFC 6266, RFC 8187).
pub(crate) fn disposition(name: &str) -> HeaderValue {
    let mut encoded = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    let header = format!("attachment; filename*=UTF-8''{encoded}");
    HeaderValue::from_str(&header).unwrap_or(HeaderValue::from_static("attachment"))
}

/// Gives a kept file for download; nothing of it is ever shown as a page of ours.
pub(crate) fn give(file: File) -> Response {
    let name = disposition(&file.name);
    let mut response = file.content.into_response();
    let headers = response.headers_mut();
    let media = HeaderValue::from_str(&file.media_type);
    headers.insert(
        header::CONTENT_TYPE,
        media.unwrap_or(HeaderValue::from_static("application/octet-stream")),
    );
    headers.insert(header::CONTENT_DISPOSITION, name);
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; sandbox"),
    );
    response
}

/// Makes a name of a file out of words: without the signs that some system refuses, of whole words.
///
/// - `ending`: without the dot.
pub(crate) fn named(words: &str, ending: &str) -> String {
    let clean = words.replace(|c: char| c.is_control() || "\\/:*?\"<>|«»„“”".contains(c), " ");
    let mut name = String::new();
    for word in clean.split_whitespace() {
        if LONGEST < name.chars().count() + word.chars().count() {
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    format!("{}.{ending}", name.trim_matches(['.', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_file_cannot_break_out_of_its_header() {
        for (name, header) in [
            ("list.pdf", "attachment; filename*=UTF-8''list.pdf"),
            ("а\"\r\n.pdf", "attachment; filename*=UTF-8''%D0%B0%22%0D%0A.pdf"),
        ] {
            assert_eq!(disposition(name), header);
        }
    }

    #[test]
    fn a_name_keeps_its_words_and_loses_what_a_system_refuses() {
        for (words, name) in [
            (
                "Дорожная карта 2026-2027 МБОУ «Школа № 5»",
                "Дорожная карта 2026-2027 МБОУ Школа № 5.docx",
            ),
            ("план: 2026/2027 \"новый\"\n", "план 2026 2027 новый.docx"),
        ] {
            assert_eq!(named(words, "docx"), name);
        }
        assert!(named(&"слово ".repeat(99), "pdf").ends_with("слово.pdf"));
        assert!(named(&"слово ".repeat(99), "pdf").len() <= 255);
    }
}
