use dialer::attempt::{AttemptId, CallState, EndReason, Outcome};
use dialer::data_dir::DataDir;
use dialer::log::{CallLog, CallStateRecord, OutcomeRecord};
use dialer::problem::{Problem, ProblemCode};
use rusqlite::Connection;

use crate::support::*;

fn placed() -> OutcomeRecord {
    OutcomeRecord::Placed {
        conversation_id: "c-1".into(),
    }
}

fn unknown() -> OutcomeRecord {
    OutcomeRecord::Unknown(Problem::new(ProblemCode::ConnectionLost).with("host", "x"))
}

fn refused() -> OutcomeRecord {
    OutcomeRecord::Refused(Problem::new(ProblemCode::Cancelled))
}

fn state(state: CallState, millisecond: i64) -> CallStateRecord {
    CallStateRecord {
        state,
        at: at(millisecond),
        end_reason: None,
        disconnect_type: None,
        error_code: None,
        connected_at: None,
    }
}

async fn pressed(log: &CallLog, agent: &str) -> AttemptId {
    new(begin(log, intent(agent)).await.unwrap()).id
}

#[tokio::test]
async fn a_problem_comes_back_as_it_was_recorded() {
    let (_place, log) = fresh();
    let id = pressed(&log, "a").await;
    let mut problem = Problem::new(ProblemCode::PermissionMissing)
        .with("permissions", "conversation:call:add \"x\"");
    problem.details.http_status = Some(403);
    problem.details.server_code = Some("missing.any.permissions".into());
    problem.details.correlation_id = Some("f00".into());
    log.sending(id, at(2)).await.unwrap();
    let record = OutcomeRecord::Refused(problem.clone());
    let attempt = log.finish(id, record, at(3)).await.unwrap();
    assert_eq!(attempt.problem, Some(problem));
    assert_eq!(
        (attempt.sending_at, attempt.outcome_at),
        (Some(at(2)), Some(at(3)))
    );
    assert_eq!(log.get(id).await.unwrap(), attempt);
}

#[tokio::test]
async fn an_outcome_is_final_but_for_an_unknown_one_that_is_found() {
    let (_place, log) = fresh();
    for (n, (first, second, allowed)) in [
        (placed(), unknown(), false),
        (placed(), refused(), false),
        (refused(), placed(), false),
        (refused(), unknown(), false),
        (unknown(), refused(), false),
        (unknown(), placed(), true),
        (placed(), placed(), true),
        (refused(), refused(), true),
    ]
    .into_iter()
    .enumerate()
    {
        let id = pressed(&log, &n.to_string()).await;
        let before = log.finish(id, first, at(1)).await.unwrap();
        let result = log.finish(id, second, at(2)).await;
        assert_eq!(result.is_ok(), allowed, "case {n}");
        let after = log.get(id).await.unwrap();
        match result {
            Ok(attempt) => assert_eq!(attempt, after),
            Err(problem) => {
                assert_eq!(problem.code, ProblemCode::Internal);
                assert_eq!(before, after);
            }
        }
        assert_eq!(
            log.sending(id, at(3)).await.unwrap_err().code,
            ProblemCode::AttemptMissing
        );
    }
}

#[tokio::test]
async fn an_attempt_that_does_not_exist_is_a_problem() {
    let (_place, log) = fresh();
    let id = AttemptId::mint();
    let missing = ProblemCode::AttemptMissing;
    assert_eq!(log.get(id).await.unwrap_err().code, missing);
    assert_eq!(
        log.finish(id, placed(), at(1)).await.unwrap_err().code,
        missing
    );
    assert_eq!(log.sending(id, at(1)).await.unwrap_err().code, missing);
    let record = state(CallState::Requested, 1);
    assert_eq!(log.add_state(id, record).await.unwrap_err().code, missing);
}

#[tokio::test]
async fn states_move_forward_and_the_end_is_kept() {
    let (_place, log) = fresh();
    let id = pressed(&log, "a").await;
    let early = log.add_state(id, state(CallState::Requested, 1)).await;
    assert_eq!(early.unwrap_err().code, ProblemCode::AttemptMissing);

    log.finish(id, placed(), at(1)).await.unwrap();
    assert_eq!(log.unended().await.unwrap().len(), 1);
    for (step, millisecond, added) in [
        (CallState::Requested, 2, true),
        (CallState::Dialing, 3, true),
        (CallState::RingingAgent, 4, false),
        (CallState::Dialing, 5, false),
        (CallState::Connected, 6, true),
    ] {
        let result = log.add_state(id, state(step, millisecond)).await.unwrap();
        assert_eq!(
            result.map(|attempt| attempt.call_state),
            added.then_some(Some(step))
        );
    }
    let mut end = state(CallState::Ended, 9);
    end.end_reason = Some(EndReason::CustomerHungUp);
    end.disconnect_type = Some("peer".into());
    end.connected_at = Some(at(7));
    let attempt = log.add_state(id, end.clone()).await.unwrap().unwrap();
    assert_eq!(attempt.connected_at, Some(at(6)));
    assert_eq!(attempt.ended_at, Some(at(9)));
    assert_eq!(attempt.end_reason, Some(EndReason::CustomerHungUp));
    assert_eq!(log.add_state(id, end).await.unwrap(), None);
    assert!(log.unended().await.unwrap().is_empty());

    let states = log.states(id).await.unwrap();
    let seen: Vec<_> = states.iter().map(|s| (s.state, s.at)).collect();
    assert_eq!(
        seen,
        [
            (CallState::Requested, at(2)),
            (CallState::Dialing, at(3)),
            (CallState::Connected, at(6)),
            (CallState::Ended, at(9)),
        ]
    );
    assert_eq!(states[3].disconnect_type.as_deref(), Some("peer"));
}

#[tokio::test]
async fn an_end_without_a_reason_is_unclear_and_knows_when_it_was_connected() {
    let (_place, log) = fresh();
    let id = pressed(&log, "a").await;
    log.finish(id, placed(), at(1)).await.unwrap();
    let mut end = state(CallState::Ended, 9);
    end.connected_at = Some(at(7));
    let attempt = log.add_state(id, end).await.unwrap().unwrap();
    assert_eq!(attempt.end_reason, Some(EndReason::Unclear));
    assert_eq!(attempt.connected_at, Some(at(7)));
}

/// The database itself holds the rules, whatever program writes to it.
#[tokio::test]
async fn the_database_refuses_to_rewrite_history() {
    let (place, log) = fresh();
    let id = pressed(&log, "a").await;
    log.finish(id, placed(), at(1)).await.unwrap();
    log.add_state(id, state(CallState::Requested, 1))
        .await
        .unwrap();
    log.add_state(id, state(CallState::Ended, 2)).await.unwrap();
    let pending = pressed(&log, "b").await;

    let db = Connection::open(DataDir::open(place.path()).unwrap().database()).unwrap();
    for sql in [
        "DELETE FROM attempts",
        "DELETE FROM call_states",
        "UPDATE call_states SET at = 0",
        "UPDATE attempts SET e164 = '+4930123456'",
        "UPDATE attempts SET agent_id = 'z'",
        "UPDATE attempts SET created_at = 0",
        "UPDATE attempts SET outcome = 'pending', outcome_at = NULL WHERE agent_id = 'a'",
        "UPDATE attempts SET outcome = 'refused', problem_code = 'cancelled' WHERE agent_id = 'a'",
        "UPDATE attempts SET ended_at = 0 WHERE agent_id = 'a'",
        "UPDATE attempts SET outcome = 'lost', outcome_at = 1 WHERE agent_id = 'b'",
        "UPDATE attempts SET outcome = 'placed', outcome_at = 1 WHERE agent_id = 'b'",
        "UPDATE attempts SET outcome = 'unknown', outcome_at = 1 WHERE agent_id = 'b'",
        "UPDATE attempts SET params = '[1]' WHERE agent_id = 'b'",
        "INSERT INTO call_states (attempt_seq, state, at) SELECT seq, 'dialing', 1 FROM attempts WHERE agent_id = 'b'",
        "INSERT INTO attempts (id, profile_id, owner, placed_by, version, via, typed, e164, digits, agent_id, agent_name, outcome, created_at) \
         SELECT 'x', profile_id, owner, placed_by, version, via, typed, e164, digits, agent_id, agent_name, 'pending', 1 FROM attempts WHERE agent_id = 'b'",
    ] {
        assert!(db.execute(sql, []).is_err(), "{sql}");
    }
    assert_eq!(log.get(pending).await.unwrap().outcome, Outcome::Pending);
    assert_eq!(log.get(id).await.unwrap().outcome, Outcome::Placed);
    assert_eq!(log.states(id).await.unwrap().len(), 2);
}
