//! The logs: numbers masked, no names, no secrets, no tokens, at any level.
//!
//! One test in a file of its own, because the subscriber is the process's.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::io::Write;
use std::sync::{Arc, Mutex};

use dialer::attempt::Outcome;
use dialer::problem::ProblemCode;
use dialer::view::DialectName;
use genesys_sandbox::{Config, DEFAULT_CLIENT_SECRET, Fault};
use support::script::all_is_well;
use support::{AGENT, NUMBER, ON_BEHALF, Ready, World, choose, form, pass, request, until};
use tracing_subscriber::filter::LevelFilter;
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

/// A server that puts what must not be told where ids belong, and into the database nothing of it.
async fn hostile_server() {
    let said = "Kim Alexander cannot call +14155552671 s3cr3t-of-a tok-123456";
    let answers = [
        (
            400,
            format!(r#"{{"code":"bad.request","contextId":"{said}"}}"#),
        ),
        (202, format!(r#"{{"id":"{said}"}}"#)),
        (202, r#"{"id":"call-+14155552671"}"#.to_owned()),
        (202, r#"{"id":"s3cr3t-of-a"}"#.to_owned()),
        (202, r#"{"id":"x-TOK-123456"}"#.to_owned()),
        (202, format!(r#"{{"id":"{}"}}"#, "x".repeat(65))),
        (202, r#"{"id":".."}"#.to_owned()),
    ];
    for (status, body) in answers {
        let told = body.clone();
        let mut world = World::new(Config::default());
        world.script(move |asked| match asked.places() {
            true => (status, body.clone()),
            false => all_is_well(asked),
        });
        let dialer = world.open().await;
        let secret = Some("s3cr3t-of-a".into());
        let profile = dialer
            .save_profile(form(DialectName::Platform), secret)
            .await
            .unwrap();
        let agent = choose(&dialer, AGENT).await;
        let pressed = dialer
            .place_call(request(&dialer, &profile.id, &agent.id, NUMBER))
            .await
            .unwrap();
        let done = until(&dialer, pressed.id, |attempt| {
            attempt.outcome != Outcome::Pending
        })
        .await;
        assert_eq!(done.conversation_id, None, "{told}");
        let problem = done.problem.unwrap();
        assert_eq!(problem.details.correlation_id, None, "{told}");
        if status == 202 {
            assert_eq!(done.outcome, Outcome::Unknown, "{told}");
            assert_eq!(problem.code, ProblemCode::AnswerUnreadable, "{told}");
        }
        drop(dialer);
        pass(1).await;
        for file in std::fs::read_dir(world.dir.path()).unwrap() {
            let path = file.unwrap().path();
            let bytes = std::fs::read(&path).unwrap_or_default();
            let text = String::from_utf8_lossy(&bytes).to_lowercase();
            for hidden in ["s3cr3t-of-a", "tok-123456"] {
                assert!(!text.contains(hidden), "{hidden} is in {}", path.display());
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_personal_and_no_secret_is_logged_at_any_level() {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(LevelFilter::TRACE)
        .with_ansi(false)
        .with_writer(lines.clone())
        .finish();
    tracing::subscriber::set_global_default(subscriber).unwrap();

    let ready = Ready::new().await;
    ready.dialer.start().await.unwrap();
    ready
        .dialer
        .check_connection(&ready.profile.id, None)
        .await
        .unwrap();
    ready.end(NUMBER).await;
    let typed = [
        "+1 202 555 0104",
        "+1 202 555 0105",
        "+1 202 555 0106",
        "+1 202 555 0107",
    ];
    for number in typed
        .into_iter()
        .chain(["+1 202 555 0108", "+1 202 555 0109"])
    {
        end(&ready, number).await;
    }
    for fault in [
        Fault::Garbage,
        Fault::Truncate,
        Fault::ExpireTokens,
        Fault::DropBefore,
    ] {
        ready.world.fault(ON_BEHALF, fault);
        end(&ready, NUMBER).await;
    }
    ready.world.sql(
        "CREATE TRIGGER no_outcome BEFORE UPDATE ON attempts BEGIN SELECT RAISE(FAIL, 'no'); END;",
    );
    ready.press_again(NUMBER).await;
    pass(60).await;
    ready.world.sql("DROP TRIGGER no_outcome");
    assert!(
        ready
            .dialer
            .find_agents("nobody@example.com")
            .await
            .unwrap()
            .is_empty()
    );
    ready
        .dialer
        .save_profile(form(DialectName::Platform), Some("wr0ng-secret".into()))
        .await
        .unwrap();
    assert!(ready.dialer.find_agents(AGENT).await.is_err());

    hostile_server().await;

    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("+1••••••••71"),
        "the masked number is there, so the log is captured"
    );
    assert!(logged.contains("dialer::"));
    for hidden in [
        "4155552671",
        "415 555 2671",
        "415-555-2671",
        "2025550104",
        "202 555 0104",
        "5550107",
        "Alex Kim",
        "Alex",
        "Kim",
        AGENT,
        "nobody@example.com",
        DEFAULT_CLIENT_SECRET,
        "wr0ng-secret",
        "s3cr3t-of-a",
        "tok-123456",
        "TOK-123456",
        "Bearer ",
        "Basic ",
        "access_token",
    ] {
        let line = logged.lines().find(|line| line.contains(hidden));
        assert_eq!(line, None, "{hidden:?} is in the log");
    }
}

async fn end(ready: &Ready, typed: &str) {
    let pressed = ready.press_again(typed).await;
    until(&ready.dialer, pressed.id, |attempt| !attempt.live).await;
}
