//! Agents that are known without asking the server: who is listed first, what is advised, who leaves.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on has failed"
)]

mod support;

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use dialer::problem::ProblemCode;
use dialer::view::{AdviceCode, AgentView, DialectName};
use genesys_sandbox::Config;
use support::script::{Said, all_is_well};
use support::{NUMBER, Ready, World, choose};

fn names(agents: &[AgentView]) -> Vec<&str> {
    agents.iter().map(|agent| agent.name.as_str()).collect()
}

async fn known(ready: &Ready, query: &str) -> Vec<AgentView> {
    ready.dialer.known_agents(query).await.unwrap()
}

/// How often the server was asked for users.
fn asked(ready: &Ready) -> usize {
    ready.world.requests("POST", "/api/v2/users/search")
        + ready.world.requests("GET", "/api/v2/users")
}

#[tokio::test(start_paused = true)]
async fn who_was_found_before_is_listed_without_the_server_also_after_a_restart() {
    let ready = Ready::new().await;
    ready.dialer.find_agents("al").await.unwrap();
    let before = asked(&ready);
    assert_eq!(
        names(&known(&ready, "al").await),
        ["Alex Kim", "Alexandra Novak"]
    );
    assert_eq!(names(&known(&ready, "nov").await), ["Alexandra Novak"]);
    assert_eq!(
        names(&known(&ready, "ALEXANDRA.N").await),
        ["Alexandra Novak"]
    );
    assert!(
        known(&ready, "priya").await.is_empty(),
        "nobody has told of her yet"
    );
    let Ready { world, dialer, .. } = ready;
    drop(dialer);
    let again = world.open().await;
    let list = again.known_agents("al").await.unwrap();
    assert_eq!(names(&list), ["Alex Kim", "Alexandra Novak"]);
    assert!(list[0].recent && !list[1].recent);
    assert!(list[1].readiness_known && list[1].as_of.is_some());
    assert_eq!(list[1].presence.as_deref(), Some("Available"));
    let asked =
        world.requests("POST", "/api/v2/users/search") + world.requests("GET", "/api/v2/users");
    assert_eq!(asked, before);
}

#[tokio::test(start_paused = true)]
async fn favourites_come_first_then_recent_ones_then_the_rest() {
    let ready = Ready::new().await;
    let all = ready.dialer.find_agents("a").await.unwrap();
    assert!(names(&all).contains(&"Amara Okafor"));
    let amara = all
        .iter()
        .find(|agent| agent.name == "Amara Okafor")
        .unwrap();
    let favourite = ready
        .dialer
        .set_agent_favourite(&amara.id, true)
        .await
        .unwrap();
    assert!(favourite.favourite && !favourite.recent);

    let list = known(&ready, "a").await;
    assert_eq!(
        names(&list)[..3],
        ["Amara Okafor", "Alex Kim", "Aisha Bello"]
    );
    let found = ready.dialer.find_agents("a").await.unwrap();
    assert_eq!(names(&found)[..2], ["Amara Okafor", "Alex Kim"]);
    assert!(found[0].favourite);
    // Nothing typed: favourites and recent ones only.
    assert_eq!(
        names(&known(&ready, "").await),
        ["Amara Okafor", "Alex Kim"]
    );
    assert_eq!(
        names(&ready.dialer.find_agents(" ").await.unwrap()),
        ["Amara Okafor", "Alex Kim"]
    );

    ready
        .dialer
        .set_agent_favourite(&amara.id, false)
        .await
        .unwrap();
    assert_eq!(names(&known(&ready, "").await), ["Alex Kim"]);
    let nobody = ready.dialer.set_agent_favourite("nobody", true).await;
    assert_eq!(nobody.unwrap_err().code, ProblemCode::AgentMissing);
}

#[tokio::test(start_paused = true)]
async fn an_agent_that_was_chosen_before_the_list_was_kept_can_be_a_favourite() {
    let ready = Ready::new().await;
    ready.world.sql("DELETE FROM agents_known");
    assert_eq!(names(&known(&ready, "kim").await), ["Alex Kim"]);
    let id = &ready.agent.id;
    assert!(
        ready
            .dialer
            .set_agent_favourite(id, true)
            .await
            .unwrap()
            .favourite
    );
    assert!(known(&ready, "alex k").await[0].favourite);
    assert!(ready.dialer.start().await.unwrap().agent.unwrap().favourite);
    assert!(ready.dialer.choose_agent(id).await.unwrap().favourite);
}

/// Law 5: from the list to a call there is always a fresh look.
#[tokio::test(start_paused = true)]
async fn a_known_agent_is_not_called_for_before_it_was_chosen() {
    let ready = Ready::new().await;
    ready.dialer.find_agents("sam").await.unwrap();
    let sam = known(&ready, "sam").await.remove(0);
    assert_eq!(sam.advice[0].code, AdviceCode::NoStation);
    let pressed = ready
        .dialer
        .place_call(ready.request_for(&sam, NUMBER))
        .await;
    assert_eq!(pressed.unwrap_err().code, ProblemCode::AgentMissing);
    ready
        .dialer
        .set_agent_favourite(&sam.id, true)
        .await
        .unwrap();
    let pressed = ready
        .dialer
        .place_call(ready.request_for(&sam, NUMBER))
        .await;
    assert_eq!(pressed.unwrap_err().code, ProblemCode::AgentMissing);
    let before = asked(&ready);
    ready.dialer.choose_agent(&sam.id).await.unwrap();
    assert!(asked(&ready) > before, "choosing asks the server");
}

#[tokio::test(start_paused = true)]
async fn who_is_somebody_else_or_nobody_now_leaves_the_list() {
    let answers: [Said; 3] = [
        (
            200,
            r#"{"id":"8","name":"Lee","state":"active"}"#.to_owned(),
        ),
        (404, r#"{"code":"not.found"}"#.to_owned()),
        (
            200,
            r#"{"id":"7","name":"Alex Kim","email":"agent@example.com","state":"inactive"}"#
                .to_owned(),
        ),
    ];
    for answer in answers {
        let now: Arc<Mutex<Option<Said>>> = Arc::default();
        let mut world = World::new(Config::default());
        let said = Arc::clone(&now);
        world.script(move |asked| match &*said.lock().unwrap() {
            Some(said) if asked.path.starts_with("/api/v2/users/7") => said.clone(),
            _ => all_is_well(asked),
        });
        let ready = Ready::over(world, DialectName::Platform).await;
        ready.dialer.set_agent_favourite("7", true).await.unwrap();
        assert_eq!(known(&ready, &ready.agent.name).await.len(), 1);
        *now.lock().unwrap() = Some(answer.clone());
        let chosen = ready.dialer.choose_agent("7").await;
        if let Ok(shown) = chosen {
            assert!(!shown.active, "{answer:?}");
        }
        assert!(
            known(&ready, &ready.agent.name).await.is_empty(),
            "{answer:?}"
        );
        assert!(known(&ready, "").await.is_empty(), "{answer:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn each_connection_knows_its_own_agents() {
    let ready = Ready::new().await;
    ready.dialer.find_agents("al").await.unwrap();
    ready.dialer.use_sandbox().await.unwrap();
    assert!(known(&ready, "al").await.is_empty());
    assert!(known(&ready, "").await.is_empty());
}

#[tokio::test(start_paused = true)]
async fn what_speaks_against_a_call_is_said_when_the_agent_is_chosen_and_found() {
    use AdviceCode::{AutoAnswer, Away, Inactive, NoStation, Offline, OnCall, WebrtcPhone};
    let ready = Ready::new().await;
    let expected: [(&str, &[AdviceCode]); 8] = [
        ("aisha.bello@example.com", &[]),
        ("alexandra.novak@example.com", &[WebrtcPhone]),
        ("sam.lee@example.com", &[NoStation]),
        (
            "mateo.garcia@example.com",
            &[Inactive, Offline, WebrtcPhone],
        ),
        ("ingrid.sorensen@example.com", &[OnCall]),
        (
            "fatima.haddad@example.com",
            &[AutoAnswer, Away, WebrtcPhone],
        ),
        ("daniel.cohen@example.com", &[AutoAnswer, Away]),
        ("jack.oconnor@example.com", &[Offline]),
    ];
    for (email, codes) in expected {
        let codes_of = |agent: &AgentView| -> Vec<AdviceCode> {
            agent.advice.iter().map(|advice| advice.code).collect()
        };
        let found = ready.dialer.find_agents(email).await.unwrap();
        assert_eq!(codes_of(&found[0]), codes, "{email}");
        let chosen = choose(&ready.dialer, email).await;
        assert_eq!(codes_of(&chosen), codes, "{email}");
        for advice in &chosen.advice {
            let blocks = matches!(advice.code, Inactive | NoStation | OnCall);
            assert_eq!(advice.blocks, blocks, "{email}");
        }
        assert!(chosen.as_of.is_some());
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_was_placed_here_does_not_stand_in_the_way_by_itself() {
    let ready = Ready::new().await;
    ready.press(NUMBER).await;
    support::pass(8).await;
    let shown = ready.dialer.choose_agent(&ready.agent.id).await.unwrap();
    assert_eq!(shown.on_call, Some(true));
    assert!(
        shown.advice.iter().all(|advice| !advice.blocks),
        "{:?}",
        shown.advice
    );
    // Call asks about it.
    let again = ready
        .dialer
        .place_call(ready.request("+1 202 555 0199"))
        .await;
    assert_eq!(again.unwrap_err().code, ProblemCode::AgainLive);
}

#[tokio::test(start_paused = true)]
async fn what_is_not_told_is_not_advised_about_and_has_no_time() {
    let mut world = World::new(Config::default());
    world.script(all_is_well);
    let ready = Ready::over(world, DialectName::Participants).await;
    assert!(ready.agent.active && !ready.agent.readiness_known);
    assert_eq!((ready.agent.as_of, ready.agent.advice.len()), (None, 0));
}

#[tokio::test(start_paused = true)]
async fn what_cannot_be_kept_is_shown_all_the_same() {
    let ready = Ready::new().await;
    ready.world.sql(
        "CREATE TRIGGER full BEFORE INSERT ON agents_known BEGIN SELECT RAISE(ABORT, 'full'); END",
    );
    let found = ready.dialer.find_agents("priya").await.unwrap();
    assert_eq!(names(&found), ["Priya Raman"]);
    assert!(found[0].readiness_known);
    assert!(known(&ready, "priya").await.is_empty());
}

/// Names by the number, so that many begin alike; the last ones were told of last.
fn many(from: i64, to: i64) -> String {
    format!(
        "WITH RECURSIVE n(i) AS (SELECT {from} UNION ALL SELECT i + 1 FROM n WHERE i < {to}) \
         INSERT INTO agents_known (profile_id, agent_id, name, email, words, told_at, readiness, read_at) \
         SELECT (SELECT id FROM profiles WHERE active = 1), 'id-' || i, \
         'Given' || (i % 97) || ' Family' || i, 'mail' || i || '@example.com', \
         ' given' || (i % 97) || ' family' || i || ' mail' || i || '@example.com', i, \
         '{{\"active\":true,\"station\":\"Desk\",\"webrtc\":false,\"auto_answer\":false,\"presence\":\"Available\",\
         \"routing\":\"IDLE\",\"on_call\":false}}', 1790000000000 FROM n"
    )
}

#[tokio::test(start_paused = true)]
async fn the_oldest_make_room_but_favourites_and_chosen_ones_stay() {
    let ready = Ready::new().await;
    ready.world.sql(&many(1, 5_200));
    ready
        .world
        .sql("UPDATE agents_known SET favourite = 1 WHERE agent_id = 'id-1'");
    ready
        .world
        .sql("UPDATE agents_known SET told_at = 0 WHERE name = 'Alex Kim'");
    ready.dialer.find_agents("aisha").await.unwrap();
    let db = rusqlite::Connection::open(ready.world.dir.path().join("ringfor.db")).unwrap();
    let count = |condition: &str| -> i64 {
        let sql = format!("SELECT count(*) FROM agents_known WHERE {condition}");
        db.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    assert_eq!(count("1"), 5_000);
    assert_eq!(count("agent_id = 'id-1'"), 1, "a favourite");
    assert_eq!(count("name = 'Alex Kim'"), 1, "chosen");
    assert_eq!(count("agent_id IN ('id-2', 'id-200')"), 0);
    assert_eq!(count("agent_id = 'id-5200'"), 1);
}

/// Type-ahead that feels instant: the list is there within a frame, whatever is typed.
#[tokio::test]
async fn five_thousand_known_agents_are_searched_within_a_frame() {
    let ready = Ready::new().await;
    ready.world.sql(&many(1, 5_000));
    let mut times = Vec::new();
    let queries = [
        "g",
        "given4",
        "family49",
        "given4 family4",
        "mail4999@",
        "no such agent",
        "",
    ];
    for query in queries.iter().cycle().take(queries.len() * 30) {
        let start = Instant::now();
        let found = known(&ready, query).await;
        times.push(start.elapsed());
        assert_eq!(found.is_empty(), *query == "no such agent", "{query}");
    }
    times.sort_unstable();
    let at = |percent: usize| times[times.len() * percent / 100];
    eprintln!(
        "known agents: median {:?}, 95th {:?}, worst {:?}",
        at(50),
        at(95),
        times.last()
    );
    // Debug builds on a busy machine are many times slower than what is shipped.
    assert!(at(50) < Duration::from_millis(100), "{:?}", at(50));
}
