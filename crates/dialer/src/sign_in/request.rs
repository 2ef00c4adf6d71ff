//! What a request to the port is: the answer of the sign-in, or something else.

use hyper::header::HOST;
use hyper::http::request::Parts;
use hyper::{Method, StatusCode};
use secrecy::SecretString;
use url::form_urlencoded;

/// The longest code that is taken.
const LONGEST_CODE: usize = 8192;
/// How the path of the way to the sign-in page begins.
const BEGINNING: &str = "/begin-";
/// What a browser says that fetches a page before a person has asked for it.
const PURPOSE: &str = "sec-purpose";
/// The longest error word that is kept.
const LONGEST_WORD: usize = 80;

/// A request to the port.
pub(super) enum Asked {
    /// It has a state, and an answer to go with it.
    Answer { state: SecretString, answer: Answer },
    /// The way to the sign-in page, at this path.
    Beginning(String),
    /// Something else, and what is said to it.
    Other(StatusCode),
}

/// How a sign-in went in the browser.
pub(super) enum Answer {
    /// What the grant is asked for with.
    Code(SecretString),
    /// The person turned it down.
    Denied,
    /// The server could not carry it out, and says why with a word of its own.
    Failed(String),
    /// Two have asked for the way to the sign-in page: one of them is not the person's browser.
    OpenedTwice,
}

/// Reads a request to `port`.
pub(super) fn read(head: &Parts, port: u16) -> Asked {
    if !is_for_us(head, port) {
        return Asked::Other(StatusCode::MISDIRECTED_REQUEST);
    }
    if head.method != Method::GET {
        return Asked::Other(StatusCode::METHOD_NOT_ALLOWED);
    }
    if head.uri.path().starts_with(BEGINNING) {
        // A browser that only looks ahead has not opened it yet, and would not go there twice.
        return match head.headers.contains_key(PURPOSE) {
            true => Asked::Other(StatusCode::SERVICE_UNAVAILABLE),
            false => Asked::Beginning(head.uri.path().to_owned()),
        };
    }
    if head.uri.path() != "/" {
        return Asked::Other(StatusCode::NOT_FOUND);
    }
    let query = head.uri.query().unwrap_or_default();
    match answer(query) {
        Some((state, answer)) => Asked::Answer { state, answer },
        None => Asked::Other(StatusCode::BAD_REQUEST),
    }
}

/// Whether the request names this machine: a page whose name was made to lead here names another one.
fn is_for_us(head: &Parts, port: u16) -> bool {
    // A browser sends the path alone; a whole address is for a proxy.
    if head.uri.scheme().is_some() || head.uri.authority().is_some() {
        return false;
    }
    let mut hosts = head.headers.get_all(HOST).iter();
    let (Some(host), None) = (hosts.next(), hosts.next()) else {
        return false;
    };
    let Some((name, told)) = host.to_str().ok().and_then(|host| host.rsplit_once(':')) else {
        return false;
    };
    told.parse() == Ok(port)
        && ["localhost", "127.0.0.1", "[::1]"]
            .iter()
            .any(|own| name.eq_ignore_ascii_case(own))
}

fn answer(query: &str) -> Option<(SecretString, Answer)> {
    let (mut state, mut code, mut error) = (None, None, None);
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        let place = match name.as_ref() {
            "state" => &mut state,
            "code" => &mut code,
            "error" => &mut error,
            _ => continue,
        };
        // Twice the same is no answer of a server.
        if place.replace(value.into_owned()).is_some() {
            return None;
        }
    }
    let answer = match (code, error) {
        (_, Some(error)) if error == "access_denied" => Answer::Denied,
        (_, Some(error)) => Answer::Failed(word(&error)),
        (Some(code), None) if (1..=LONGEST_CODE).contains(&code.len()) => Answer::Code(code.into()),
        _ => return None,
    };
    Some((state?.into(), answer))
}

/// Only what an error word is made of: it is shown and kept.
fn word(error: &str) -> String {
    error
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'))
        .take(LONGEST_WORD)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::Request;
    use secrecy::ExposeSecret;

    const PORT: u16 = 4711;

    fn asked(method: &str, target: &str, hosts: &[&str]) -> Asked {
        let mut request = Request::builder().method(method).uri(target);
        for host in hosts {
            request = request.header(HOST, *host);
        }
        let (head, ()) = request.body(()).unwrap().into_parts();
        read(&head, PORT)
    }

    fn status(asked: Asked) -> Option<StatusCode> {
        match asked {
            Asked::Answer { .. } | Asked::Beginning(_) => None,
            Asked::Other(status) => Some(status),
        }
    }

    #[test]
    fn a_code_with_its_state_is_an_answer() {
        for host in [
            "localhost:4711",
            "LOCALHOST:4711",
            "127.0.0.1:4711",
            "[::1]:4711",
        ] {
            let asked = asked("GET", "/?code=a%20b&state=s-1&iss=x", &[host]);
            let Asked::Answer {
                state,
                answer: Answer::Code(code),
            } = asked
            else {
                panic!("{host}");
            };
            assert_eq!(state.expose_secret(), "s-1");
            assert_eq!(code.expose_secret(), "a b");
        }
    }

    #[test]
    fn another_host_is_refused_whatever_it_brings() {
        let target = "/?code=c&state=s";
        for hosts in [
            &[][..],
            &["evil.example:4711"],
            &["localhost.evil.example:4711"],
            &["localhost"],
            &["localhost:4712"],
            &["localhost:4711.evil.example"],
            &["127.0.0.1.evil.example:4711"],
            &["[::2]:4711"],
            &["localhost:4711", "evil.example:4711"],
            &["user@localhost:4711"],
            &[""],
        ] {
            let said = status(asked("GET", target, hosts));
            assert_eq!(said, Some(StatusCode::MISDIRECTED_REQUEST), "{hosts:?}");
        }
        let whole = "http://localhost:4711/?code=c&state=s";
        let said = status(asked("GET", whole, &["localhost:4711"]));
        assert_eq!(said, Some(StatusCode::MISDIRECTED_REQUEST));
    }

    #[test]
    fn other_methods_paths_and_queries_are_no_answer() {
        let of = |method, target| status(asked(method, target, &["localhost:4711"]));
        for method in ["POST", "HEAD", "OPTIONS", "PUT"] {
            let said = of(method, "/?code=c&state=s");
            assert_eq!(said, Some(StatusCode::METHOD_NOT_ALLOWED), "{method}");
        }
        for target in ["/favicon.ico", "//?code=c&state=s", "/x?code=c&state=s"] {
            assert_eq!(of("GET", target), Some(StatusCode::NOT_FOUND), "{target}");
        }
        let long = format!("/?state=s&code={}", "c".repeat(LONGEST_CODE + 1));
        for target in [
            "/",
            "/?",
            "/?code=c",
            "/?state=s",
            "/?state=s&code=",
            "/?state=s&state=s&code=c",
            "/?state=s&code=c&code=d",
            long.as_str(),
        ] {
            assert_eq!(of("GET", target), Some(StatusCode::BAD_REQUEST), "{target}");
        }
    }

    #[test]
    fn the_way_to_the_page_is_asked_for_by_a_person_only() {
        let begin = |method, host| asked(method, "/begin-x", &[host]);
        let Asked::Beginning(path) = begin("GET", "localhost:4711") else {
            panic!("it is one");
        };
        assert_eq!(path, "/begin-x");
        assert!(status(begin("HEAD", "localhost:4711")).is_some());
        assert!(status(begin("GET", "evil.example:4711")).is_some());
        let request = Request::builder()
            .uri("/begin-x")
            .header(HOST, "localhost:4711")
            .header("Sec-Purpose", "prefetch;prerender");
        let (head, ()) = request.body(()).unwrap().into_parts();
        let said = status(read(&head, PORT));
        assert_eq!(said, Some(StatusCode::SERVICE_UNAVAILABLE));
    }

    #[test]
    fn errors_are_answers_too() {
        let of = |target| match asked("GET", target, &["localhost:4711"]) {
            Asked::Answer { answer, .. } => answer,
            Asked::Other(status) => panic!("{status}"),
            Asked::Beginning(path) => panic!("{path}"),
        };
        let denied = of("/?error=access_denied&error_description=no&state=s");
        assert!(matches!(denied, Answer::Denied));
        let Answer::Failed(word) = of("/?error=server_error%3Cb%3E%0A&code=c&state=s") else {
            panic!("an error is none where a code comes with it");
        };
        assert_eq!(word, "server_errorb");
    }
}
