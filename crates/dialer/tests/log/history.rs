use dialer::attempt::Outcome;
use dialer::log::{CallLog, HistorySearch, OutcomeRecord};
use dialer::number::Dialled;
use dialer::problem::{Problem, ProblemCode};
use proptest::prelude::*;

use crate::support::*;

/// Logs a finished attempt; gives its place.
async fn logged(log: &CallLog, name: &str, typed: &str, e164: &str) -> i64 {
    let mut intent = intent("a");
    intent.agent_name = name.into();
    intent.typed = typed.into();
    intent.number = Dialled::parse(e164).unwrap();
    let id = intent.id;
    let seq = new(begin(log, intent).await.unwrap()).seq;
    let outcome = OutcomeRecord::Placed {
        conversation_id: "c".into(),
    };
    log.finish(id, outcome, at(1)).await.unwrap();
    seq
}

async fn found(log: &CallLog, text: &str) -> Vec<i64> {
    let search = HistorySearch {
        text: text.into(),
        limit: 50,
        ..HistorySearch::default()
    };
    let page = log.history(search).await.unwrap();
    page.attempts.iter().map(|attempt| attempt.seq).collect()
}

#[tokio::test]
async fn words_and_digits_find_attempts_by_name_number_and_typed_text() {
    let (_place, log) = fresh();
    let alex = logged(&log, "Alex Kim", "(415) 555-2671", "+14155552671").await;
    let sam = logged(&log, "Sam Müller-Lee", "020 7946 0958", "+442079460958").await;
    let vanity = logged(&log, "Zoë O'Brien", "1-800-FLOWERS", "+18003569377").await;
    let moscow = logged(&log, "李小龙", "8 495 123-45-67", "+74951234567").await;

    for (text, wanted) in [
        ("", vec![moscow, vanity, sam, alex]),
        ("   ", vec![moscow, vanity, sam, alex]),
        ("alex", vec![alex]),
        ("KIM", vec![alex]),
        ("lex k", vec![alex]),
        ("kim alex", vec![alex]),
        ("alex lee", vec![]),
        ("muller", vec![sam]),
        ("MÜLLER", vec![sam]),
        ("mu\u{308}ller", vec![sam]),
        ("o'brien", vec![vanity]),
        ("zoe", vec![vanity]),
        ("flowers", vec![vanity]),
        ("小龙", vec![moscow]),
        ("2671", vec![alex]),
        ("(415) 555-2671", vec![alex]),
        ("+1 415 555 2671", vec![alex]),
        ("020 7946 0958", vec![sam]),
        ("0044 20 7946", vec![sam]),
        ("+44 (0)20 7946", vec![sam]),
        ("8 495 123", vec![moscow]),
        ("95 1", vec![moscow]),
        ("44", vec![sam]),
        ("9", vec![moscow, vanity, sam]),
        ("kim 2671", vec![alex]),
        ("kim 0958", vec![]),
        ("4444444", vec![]),
        ("???", vec![]),
    ] {
        assert_eq!(found(&log, text).await, wanted, "{text:?}");
    }
}

#[tokio::test]
async fn pages_follow_each_other_without_gap_or_repetition() {
    let (_place, log) = fresh();
    for n in 0..23 {
        logged(
            &log,
            if n % 2 == 0 { "Alex Kim" } else { "Sam Lee" },
            "1",
            "+14155552671",
        )
        .await;
    }
    for (text, total) in [("", 23), ("alex", 12), ("415", 23), ("nobody", 0)] {
        let mut seen = Vec::new();
        let mut before = None;
        loop {
            let search = HistorySearch {
                text: text.into(),
                limit: 4,
                before,
                ..HistorySearch::default()
            };
            let page = log.history(search).await.unwrap();
            assert!(page.attempts.len() <= 4);
            seen.extend(page.attempts.iter().map(|attempt| attempt.seq));
            before = page.next;
            if before.is_none() {
                break;
            }
        }
        assert_eq!(seen.len(), total, "{text:?}");
        assert!(seen.windows(2).all(|pair| pair[0] > pair[1]));
    }
}

#[tokio::test]
async fn the_outcome_filter_works_alone_and_with_words() {
    let (_place, log) = fresh();
    logged(&log, "Alex Kim", "1", "+14155552671").await;
    let refused = new(begin(&log, intent("b")).await.unwrap());
    let problem = Problem::new(ProblemCode::AgentNoStation);
    log.finish(refused.id, OutcomeRecord::Refused(problem), at(1))
        .await
        .unwrap();
    let pending = new(begin(&log, intent("c")).await.unwrap());
    for (text, outcome, wanted) in [
        ("", Outcome::Refused, vec![refused.seq]),
        ("kim", Outcome::Refused, vec![refused.seq]),
        ("sam", Outcome::Refused, vec![]),
        ("kim", Outcome::Pending, vec![pending.seq]),
        ("", Outcome::Unknown, vec![]),
    ] {
        let search = HistorySearch {
            text: text.into(),
            outcome: Some(outcome),
            limit: 0,
            before: None,
        };
        let page = log.history(search).await.unwrap();
        let seqs: Vec<_> = page.attempts.iter().map(|attempt| attempt.seq).collect();
        assert_eq!(seqs, wanted, "{text:?} {outcome:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Names and texts of any characters can be logged, and any search text is just text.
    #[test]
    fn no_text_is_syntax(name in "\\PC{0,40}", typed in any::<String>(), texts in prop::collection::vec(any::<String>(), 16)) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            let (_place, log) = fresh();
            let seq = logged(&log, &name, &typed, "+14155552671").await;
            for text in texts.iter().chain([&typed, &name]) {
                found(&log, text).await;
            }
            for operator in ["AND", "a OR", "NOT b", "\"", "words : x", "^a + b", "{words}: a", "NEAR(", "a*", "-", "\0"] {
                found(&log, operator).await;
            }
            let words: Vec<_> = name.split_whitespace().take(8).collect();
            let only_letters = words.iter().all(|word| word.chars().all(|c| c.is_ascii_alphabetic()));
            if only_letters {
                assert_eq!(found(&log, &words.join(" ")).await, [seq]);
            }
        });
    }
}
