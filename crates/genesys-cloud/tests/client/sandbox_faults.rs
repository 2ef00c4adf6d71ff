//! The sandbox's reserved numbers and scripted faults: none of them makes a second call.

use std::time::Duration;

use genesys_cloud::{Acted, Dialect, ErrorKind};
use genesys_sandbox::{Fault, FaultRule};

use crate::sandbox::{accepting, client, place};
use crate::server::Heard;

const CALL: &str = "POST /api/v2/conversations/calls*";

#[tokio::test(start_paused = true)]
async fn each_reserved_number_that_fails_makes_no_second_call() {
    let cases = [
        ("+12025550104", ErrorKind::Refused, Acted::No, 0),
        ("+12025550105", ErrorKind::Refused, Acted::No, 0),
        ("+12025550107", ErrorKind::ConnectionLost, Acted::Maybe, 1),
        ("+12025550108", ErrorKind::Timeout, Acted::Maybe, 1),
        ("+12025550109", ErrorKind::ServerError, Acted::Maybe, 0),
    ];
    for (number, kind, acted, calls) in cases {
        let sandbox = accepting(Dialect::Platform);
        let (result, heard) = place(&client(&sandbox, Dialect::Platform), number).await;
        let error = result.unwrap_err();
        assert_eq!(
            (error.kind, error.acted),
            (kind, acted),
            "{number}: {error:?}"
        );
        assert_eq!(sandbox.calls().len(), calls, "{number}");
        assert_eq!(heard, [Heard::Sending], "{number}");
        match number {
            "+12025550104" => assert_eq!(
                error.code.as_deref(),
                Some("conversation.error.outbound.call.cannot.be.placed")
            ),
            "+12025550105" => assert!(!error.missing_permissions.is_empty()),
            _ => {}
        }
        if error.status.is_some() {
            assert!(error.correlation_id.is_some(), "{number}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn the_number_that_is_limited_first_gets_one_call() {
    let sandbox = accepting(Dialect::Platform);
    let (result, heard) = place(&client(&sandbox, Dialect::Platform), "+12025550106").await;
    result.unwrap();
    assert_eq!(
        heard,
        [
            Heard::Sending,
            Heard::Waiting(Duration::from_secs(2)),
            Heard::Sending
        ]
    );
    assert_eq!(sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn scripted_faults_never_make_a_second_call() {
    let cases = [
        (
            Fault::DropBefore,
            ErrorKind::ConnectionLost,
            Acted::Maybe,
            0,
        ),
        (Fault::DropAfter, ErrorKind::ConnectionLost, Acted::Maybe, 1),
        (Fault::Truncate, ErrorKind::ConnectionLost, Acted::Maybe, 1),
        (Fault::Garbage, ErrorKind::Unreadable, Acted::Maybe, 1),
        (
            Fault::Redirect { location: None },
            ErrorKind::Redirected,
            Acted::Maybe,
            0,
        ),
        (
            Fault::Delay { ms: 25_000 },
            ErrorKind::Timeout,
            Acted::Maybe,
            1,
        ),
    ];
    for dialect in Dialect::ALL.iter().copied() {
        for (fault, kind, acted, calls) in cases.clone() {
            let sandbox = accepting(dialect);
            sandbox.add_fault(FaultRule::once(CALL, fault.clone()));
            let (result, heard) = place(&client(&sandbox, dialect), "+14155552671").await;
            let error = result.unwrap_err();
            assert_eq!(
                (error.kind, error.acted),
                (kind, acted),
                "{fault:?}: {error:?}"
            );
            // What the server still did after it was given up on is counted too.
            tokio::time::sleep(Duration::from_secs(60)).await;
            assert_eq!(sandbox.calls().len(), calls, "{fault:?}");
            assert_eq!(heard, [Heard::Sending], "{fault:?}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_slow_answer_within_the_limit_is_a_call() {
    let sandbox = accepting(Dialect::Platform);
    sandbox.add_fault(FaultRule::once(CALL, Fault::Delay { ms: 15_000 }));
    let (result, _) = place(&client(&sandbox, Dialect::Platform), "+14155552671").await;
    result.unwrap();
    assert_eq!(sandbox.calls().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_token_that_expires_before_the_call_is_replaced() {
    for dialect in Dialect::ALL.iter().copied() {
        let sandbox = accepting(dialect);
        sandbox.add_fault(FaultRule::once(CALL, Fault::ExpireTokens));
        let (result, heard) = place(&client(&sandbox, dialect), "+14155552671").await;
        result.unwrap();
        assert_eq!(heard, [Heard::Sending, Heard::Sending]);
        assert_eq!(sandbox.calls().len(), 1);
    }
}
