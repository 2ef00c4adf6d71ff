//! What a browser is shown: the sign-in page, and why there is none.

use axum::response::{Html, IntoResponse, Response};
use http::{
    HeaderName, StatusCode,
    header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, REFERRER_POLICY},
};

use crate::team;

/// No script, nothing from elsewhere, in nobody's frame.
const POLICY: [(HeaderName, &str); 3] = [
    (
        CONTENT_SECURITY_POLICY,
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    ),
    (CACHE_CONTROL, "no-store"),
    (REFERRER_POLICY, "no-referrer"),
];

const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;padding:0 1rem}\
h1{font-size:1.25rem}\
label{display:block;margin:1.5rem 0 .25rem}\
input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem}\
button{font:inherit;margin:1rem .5rem 0 0;padding:.5rem 1rem}";

/// Asks who signs in. What the sign-in was asked with goes along unseen.
pub(super) fn sign_in(
    status: StatusCode,
    along: &[(&str, &str)],
    email: &str,
    problem: Option<&str>,
) -> Response {
    let organisation = escaped(team::ORGANISATION);
    let email = escaped(email);
    let mut hidden = String::new();
    for (name, value) in along {
        let value = escaped(value);
        hidden.push_str(&format!(
            r#"<input type="hidden" name="{name}" value="{value}">"#
        ));
    }
    let (told, described) = problem.map_or_else(Default::default, |problem| {
        let told = format!(r#"<p id="problem" role="alert">{}</p>"#, escaped(problem));
        (told, r#" aria-invalid="true" aria-describedby="problem""#)
    });
    let body = format!(
        r#"<h1>Sign in to {organisation}</h1>
<p>This is a simulated Genesys Cloud. There is no password: give the e-mail of somebody on its team, such as agent@example.com.</p>
<form method="post" action="authorize">
{hidden}
<label for="email">E-mail</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus value="{email}"{described}>
{told}
<button type="submit" name="action" value="sign_in">Sign in</button>
<button type="submit" name="action" value="cancel" formnovalidate>Cancel</button>
</form>"#
    );
    page(status, "Sign in", &body)
}

/// Says why there is no sign-in. The browser stays here: nobody is sent to an unknown address.
pub(super) fn refused(why: &str) -> Response {
    let body = format!(
        "<h1>This sign-in cannot go on</h1>\n<p role=\"alert\">{}</p>",
        escaped(why)
    );
    page(StatusCode::BAD_REQUEST, "Sign in", &body)
}

fn page(status: StatusCode, title: &str, body: &str) -> Response {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n\
         <title>{title} · {}</title>\n<style>{STYLE}</style>\n<main>\n{body}\n</main>\n</html>\n",
        escaped(team::ORGANISATION)
    );
    (status, POLICY, Html(html)).into_response()
}

/// Text that is nothing but text, in an attribute too.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
