//! The sandbox's reserved far ends, each as the README's table says.

use std::time::Duration;

use ringfor_e2e::{App, Desktop, SandboxProcess, Tested};

use crate::{AGENT, FAST};

/// What the table says about one number.
struct Ends {
    outcome: &'static str,
    end_reason: &'static str,
    /// Code of the problem in the window; empty where none is wanted.
    problem: &'static str,
    /// How far the look-up of an unknown outcome is; empty where there was none.
    settling: &'static str,
    /// Calls that the sandbox created.
    calls: usize,
    /// Requests that asked for one.
    requests: usize,
}

const PLACED: Ends = Ends {
    outcome: "placed",
    end_reason: "",
    problem: "",
    settling: "",
    calls: 1,
    requests: 1,
};
const REFUSED: Ends = Ends {
    outcome: "refused",
    calls: 0,
    ..PLACED
};
/// Unknown at first, found when it was looked up, and followed to its end.
const FOUND: Ends = Ends {
    end_reason: "customer_hung_up",
    settling: "found",
    ..PLACED
};
/// Looked for: it can be found still, and stays unknown where it is not.
const UNKNOWN: Ends = Ends {
    outcome: "unknown",
    settling: "searching",
    calls: 0,
    ..PLACED
};

/// 20 s without an answer, and the time to look the call up.
pub(crate) const SETTLED: Duration = Duration::from_secs(75);

async fn call(number: &str, wanted: Ends) -> Tested {
    let mut desktop = Desktop::open().await?;
    let sandbox = SandboxProcess::start(&mut desktop, &FAST)?;
    let app = App::first_run(&desktop).await?;
    let page = app.page();
    page.connect(&sandbox).await?;
    page.choose_agent("Alex", AGENT).await?;
    page.call(number).await?;
    let row = page
        .wait_for_top_row("the attempt ends as wanted", SETTLED, |row| {
            row.outcome == wanted.outcome && row.end_reason == wanted.end_reason
        })
        .await?;
    desktop.picture(&format!("number{}", number.replace(' ', "-")))?;
    if wanted.settling.is_empty() {
        assert!(!page.has("settling").await?, "nothing was unknown");
    } else {
        page.wait_for_attribute("settling", "data-settling", wanted.settling)
            .await?;
    }
    if wanted.problem.is_empty() {
        assert!(!page.has("problem").await?, "a problem that nobody has");
    } else {
        page.wait_for_attribute("problem", "data-code", wanted.problem)
            .await?;
    }
    let calls = sandbox.calls().await?;
    assert_eq!(calls.len(), wanted.calls, "{calls:?}");
    assert_eq!(sandbox.call_requests().await?, wanted.requests);
    if wanted.outcome == "placed" {
        assert_eq!(calls[0]["conversation_id"], *row.conversation_id);
    } else {
        assert_eq!(row.conversation_id, "", "nobody told one");
    }
    Ok(())
}

macro_rules! each_number {
    ($($test:ident: $number:literal => $ends:expr,)+) => {
        $(#[tokio::test]
        async fn $test() -> Tested {
            call($number, $ends).await
        })+
    };
}

each_number! {
    any_other_number: "+49 30 901820" => Ends { end_reason: "customer_hung_up", ..PLACED },
    busy: "+1 202 555 0100" => Ends { end_reason: "busy", ..PLACED },
    never_answered: "+1 202 555 0101" => Ends { end_reason: "no_answer", ..PLACED },
    agent_does_not_pick_up: "+1 202 555 0102" => Ends { end_reason: "agent_no_answer", ..PLACED },
    no_route: "+1 202 555 0103" => Ends { end_reason: "no_route", ..PLACED },
    cannot_be_placed: "+1 202 555 0104" => Ends { problem: "call_cannot_be_placed", ..REFUSED },
    permission_missing: "+1 202 555 0105" => Ends { problem: "permission_missing", ..REFUSED },
    rate_limited_once: "+1 202 555 0106" => Ends { end_reason: "customer_hung_up", requests: 2, ..PLACED },
    connection_closed: "+1 202 555 0107" => FOUND,
    answer_after_a_minute: "+1 202 555 0108" => FOUND,
    server_error: "+1 202 555 0109" => Ends { problem: "server_error", ..UNKNOWN },
}
