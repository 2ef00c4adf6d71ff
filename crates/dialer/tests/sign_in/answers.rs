//! What comes to the port: one answer is taken, and nothing else changes anything.

use std::time::Duration;

use dialer::problem::ProblemCode;
use dialer::view::SignIn;
use genesys_sandbox::Config;
use tokio::io::AsyncWriteExt;
use url::Url;

use crate::browser::{Desk, ask, begin, connect, led_to, port_of, state_of, visit};
use crate::support::{AGENT, World};

fn get(port: u16, target: &str) -> String {
    format!("GET {target} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n")
}

#[tokio::test]
async fn nothing_but_the_answer_ends_the_wait() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let (port, state) = (port_of(&url), state_of(&url));
    for (request, status) in [
        (get(port, "/?code=c&state=wrong"), "400"),
        (get(port, "/?error=access_denied&state=wrong"), "400"),
        (get(port, "/?error=access_denied"), "400"),
        (get(port, "/?code=c"), "400"),
        (get(port, &format!("/?state={state}")), "400"),
        (get(port, "/"), "400"),
        (get(port, "/favicon.ico"), "404"),
        (get(port, &format!("/other?code=c&state={state}")), "404"),
        (
            format!(
                "POST /?code=c&state={state} HTTP/1.1\r\nHost: localhost:{port}\r\nContent-Length: 0\r\n\r\n"
            ),
            "405",
        ),
        // A name of somebody else's that leads to this machine.
        (
            format!("GET /?code=c&state={state} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n"),
            "421",
        ),
        (get(port, &format!("/?x={}", "a".repeat(70_000))), "4"),
        (
            format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(200)),
            "4",
        ),
        ("\u{1}\u{2}\r\n\r\n".to_owned(), "4"),
    ] {
        let answer = ask(port, &request).await.unwrap();
        let shown = &request[..request.len().min(60)];
        // Where the request is far too long, the connection may break before its answer is read.
        assert!(
            answer.is_empty() && request.len() > 60_000
                || answer.starts_with(&format!("HTTP/1.1 {status}")),
            "{shown}: {answer}"
        );
        assert!(!waiting.is_finished(), "{shown}");
    }
    let back = desk.decide(&url, AGENT, "sign_in").await;
    visit(&back).await.unwrap();
    assert!(waiting.await.unwrap().unwrap().user.is_some());
}

/// Everybody on this computer can read what a browser was told to open.
#[tokio::test]
async fn what_the_browser_is_told_to_open_says_nothing_of_the_sign_in() {
    for sign_in in [SignIn::Pkce, SignIn::Code] {
        let desk = Desk::new(sign_in).await;
        let waiting = desk.begin();
        let begin = Url::parse(&desk.world.host.opened(0).await).unwrap();
        assert_eq!((begin.query(), begin.host_str()), (None, Some("localhost")));
        let word = begin.path().strip_prefix("/begin-").unwrap();
        assert!(word.len() * 4 >= 128, "{word}");
        // One that only resembles it leads nowhere, and costs nothing.
        let mut guessed = begin.clone();
        guessed.set_path(&format!("/begin-{}", "0".repeat(word.len())));
        assert!(visit(&guessed).await.unwrap().starts_with("HTTP/1.1 404"));
        let answer = visit(&begin).await.unwrap();
        let lower = answer.to_lowercase();
        assert!(lower.contains("referrer-policy: no-referrer"), "{answer}");
        assert!(lower.contains("cache-control: no-store"), "{answer}");
        let url = led_to(&answer);
        assert!(url.contains("code_challenge="), "{url}");
        assert!(!begin.as_str().contains(&state_of(&url)));
        let back = desk.decide(&url, AGENT, "sign_in").await;
        visit(&back).await.unwrap();
        assert!(waiting.await.unwrap().unwrap().user.is_some());
    }
}

/// Whoever was first knows the state; the second one may be the person.
#[tokio::test]
async fn a_sign_in_that_is_opened_twice_ends_and_its_code_is_worth_nothing() {
    let desk = Desk::new(SignIn::Code).await;
    let waiting = desk.begin();
    let begin = Url::parse(&desk.world.host.opened(0).await).unwrap();
    let seen = led_to(&visit(&begin).await.unwrap());
    let own_code = desk.decide(&seen, AGENT, "sign_in").await;
    let second = visit(&begin).await.unwrap();
    assert!(second.starts_with("HTTP/1.1 410"), "{second}");
    assert!(!second.contains(&state_of(&seen)), "{second}");
    let problem = waiting.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInOpenedTwice);
    assert!(visit(&own_code).await.is_none(), "nobody listens there");
    assert_eq!(desk.world.requests("POST", "/oauth/token"), 0);
}

#[tokio::test]
async fn the_page_cannot_run_anything_and_is_kept_nowhere() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "sign_in").await;
    let page = visit(&back).await.unwrap().to_lowercase();
    for header in [
        "content-type: text/html; charset=utf-8",
        "content-security-policy: default-src 'none'",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "connection: close",
    ] {
        assert!(page.contains(header), "{header} is not in {page}");
    }
    assert!(page.contains("sign-in-page-done"));
    assert!(page.contains("back to &lt;ringfor&gt; &amp; go on"));
    assert!(!page.contains("<script") && !page.contains(&state_of(&url).to_lowercase()));
    waiting.await.unwrap().unwrap();
}

#[tokio::test]
async fn after_the_answer_the_port_is_closed_and_a_second_tab_finds_nothing() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "sign_in").await;
    // A tab that was opened before and asks after.
    let mut idle = connect(port_of(&url)).await.unwrap();
    visit(&back).await.unwrap();
    let late = get(port_of(&url), "/?code=c&state=s");
    drop(idle.write_all(late.as_bytes()).await);
    waiting.await.unwrap().unwrap();
    assert!(visit(&back).await.is_none(), "nobody listens there");
    assert_eq!(desk.world.requests("POST", "/oauth/token"), 1);
}

#[tokio::test]
async fn of_two_tabs_at_once_one_is_taken() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "sign_in").await;
    let pages = futures_util::future::join_all((0..8).map(|_| visit(&back))).await;
    let taken = pages.iter().flatten();
    let taken = taken
        .filter(|page| page.starts_with("HTTP/1.1 200"))
        .count();
    assert_eq!(taken, 1);
    waiting.await.unwrap().unwrap();
    assert_eq!(desk.world.requests("POST", "/oauth/token"), 1);
}

#[tokio::test]
async fn slow_connections_do_not_hold_the_answer_up() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let mut slow = Vec::new();
    for _ in 0..40 {
        let mut stream = connect(port_of(&url)).await.unwrap();
        drop(stream.write_all(b"GET /?code=").await);
        slow.push(stream);
    }
    let back = desk.decide(&url, AGENT, "sign_in").await;
    assert!(visit(&back).await.unwrap().starts_with("HTTP/1.1 200"));
    waiting.await.unwrap().unwrap();
}

#[tokio::test]
async fn a_person_who_declines_ends_it() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = desk.decide(&url, AGENT, "cancel").await;
    let page = visit(&back).await.unwrap();
    assert!(page.contains("sign-in-page-refused"), "{page}");
    let problem = waiting.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInDenied);
    assert!(visit(&back).await.is_none());
}

#[tokio::test]
async fn a_server_that_cannot_carry_it_out_is_quoted() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let back = format!(
        "http://localhost:{}/?error=temporarily_unavailable&state={}",
        port_of(&url),
        state_of(&url)
    );
    visit(&Url::parse(&back).unwrap()).await.unwrap();
    let problem = waiting.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInFailed);
    assert_eq!(problem.params["message"], "temporarily_unavailable");
}

#[tokio::test]
async fn nobody_is_waited_for_without_end() {
    let mut world = World::new(Config::default());
    world.timeouts.sign_in = Duration::from_millis(200);
    let desk = Desk::over(world, SignIn::Pkce).await;
    let waiting = desk.begin();
    let url = desk.page(0).await;
    let problem = waiting.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInTimedOut);
    assert_eq!(problem.params["minutes"], "1");
    assert!(connect(port_of(&url)).await.is_none(), "the port is closed");
}

#[tokio::test]
async fn it_can_be_cancelled_and_begun_anew() {
    let desk = Desk::new(SignIn::Pkce).await;
    let first = desk.begin();
    let first_url = desk.page(0).await;
    desk.dialer.cancel_sign_in(&desk.profile.id).await.unwrap();
    let problem = first.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInCancelled);
    assert!(connect(port_of(&first_url)).await.is_none());
    desk.dialer.cancel_sign_in(&desk.profile.id).await.unwrap();
    assert!(desk.sign_in_as(AGENT).await.unwrap().user.is_some());
}

#[tokio::test]
async fn a_second_one_ends_the_first() {
    let desk = Desk::new(SignIn::Pkce).await;
    let first = desk.begin();
    let first_url = desk.page(0).await;
    let second = desk.begin();
    let second_url = desk.page(1).await;
    let problem = first.await.unwrap().unwrap_err();
    assert_eq!(problem.code, ProblemCode::SignInCancelled);
    // The answer to the first page does not fit the second sign-in.
    let back = desk.decide(&first_url, AGENT, "sign_in").await;
    let mut stray = back.clone();
    stray.set_port(Some(port_of(&second_url))).unwrap();
    assert!(visit(&stray).await.unwrap().starts_with("HTTP/1.1 400"));
    let back = desk.decide(&second_url, AGENT, "sign_in").await;
    visit(&back).await.unwrap();
    second.await.unwrap().unwrap();
}

#[tokio::test]
async fn without_a_browser_it_ends_at_once() {
    let desk = Desk::new(SignIn::Pkce).await;
    desk.world.host.no_browser();
    let problem = desk.dialer.sign_in(&desk.profile.id).await.unwrap_err();
    assert_eq!(problem.code, ProblemCode::BrowserMissing);
}

#[tokio::test]
async fn closing_ringfor_closes_the_port() {
    let desk = Desk::new(SignIn::Pkce).await;
    let waiting = begin(&desk.dialer, &desk.profile.id);
    let url = desk.page(0).await;
    waiting.abort();
    assert!(waiting.await.unwrap_err().is_cancelled());
    drop(desk.dialer);
    assert!(connect(port_of(&url)).await.is_none());
}
