//! The page that the browser shows when it comes back: words, and nothing that can run.

use hyper::header::{
    CACHE_CONTROL, CONNECTION, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderValue, LOCATION,
    REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use hyper::{Response, StatusCode};

use crate::host::PageText;

/// What goes with every page. The address it is at holds the code.
const HEADERS: [(hyper::header::HeaderName, &str); 7] = [
    (CONTENT_TYPE, "text/html; charset=utf-8"),
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (X_FRAME_OPTIONS, "DENY"),
    (CONNECTION, "close"),
];

/// The page as it is sent.
pub(super) fn response(status: StatusCode, text: &PageText) -> Response<String> {
    with_headers(Response::new(html(text)), status)
}

/// Sends the browser to an address that is told to nobody else; none where it is none.
pub(super) fn leading_to(address: &str) -> Option<Response<String>> {
    let address = HeaderValue::from_str(address).ok()?;
    let mut response = Response::new(String::new());
    response.headers_mut().insert(LOCATION, address);
    Some(with_headers(response, StatusCode::FOUND))
}

fn with_headers(mut response: Response<String>, status: StatusCode) -> Response<String> {
    *response.status_mut() = status;
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

fn html(text: &PageText) -> String {
    let [language, title, body] =
        [&text.language, &text.title, &text.text].map(|text| escaped(text));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>{title}</title>\n<h1>{title}</h1>\n<p>{body}</p>\n</html>\n"
    )
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let text = PageText {
            language: "en".into(),
            title: "<script>\"x\"</script>".into(),
            text: "a & b's".into(),
        };
        let page = html(&text);
        assert!(!page.contains("<script"));
        assert!(page.contains("a &amp; b&#39;s"));
    }
}
