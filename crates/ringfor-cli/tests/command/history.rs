//! What `history` lists, and as what.

use crate::world::{AGENT, World};

#[test]
fn the_history_is_filtered_and_told_three_ways() {
    let world = World::connected();
    assert_eq!(world.call("+1 202 555 0104", &[]).code, Some(3));
    let formula = "+1 (202) 555-0143";
    let alex = world.call(formula, &["--wait"]);
    assert_eq!(alex.code, Some(0), "{alex:?}");
    let other = [
        "call",
        "--agent",
        "alexandra.novak@example.com",
        "--to",
        "+1 202 555 0145",
    ];
    assert_eq!(world.run(&other).code, Some(0));
    let rows = |more: &[&str]| {
        let said = world.run(&[&["history", "--json"][..], more].concat());
        assert_eq!(said.code, Some(0), "{said:?}");
        let told = said.json();
        (
            told["attempts"].as_array().unwrap().clone(),
            told["more"].clone(),
        )
    };
    assert_eq!(rows(&[]).0.len(), 3);
    assert_eq!(rows(&["--agent", AGENT]).0.len(), 2);
    assert_eq!(rows(&["--agent", "novak"]).0.len(), 1);
    let refused = rows(&["--outcome", "refused"]).0;
    assert_eq!(
        (refused.len(), refused[0]["outcome"].clone()),
        (1, "refused".into())
    );
    let (newest, more) = rows(&["--limit", "1"]);
    assert_eq!(
        (newest[0]["agent_name"].clone(), more),
        ("Alexandra Novak".into(), true.into())
    );
    assert_eq!(rows(&["--since", "1h"]).0.len(), 3);
    assert_eq!(rows(&["--since", "0s"]).0.len(), 0);

    let csv = world.run(&["history", "--csv"]);
    let lines: Vec<&str> = csv.out.split("\r\n").collect();
    assert_eq!(
        lines.len(),
        5,
        "names, three rows, and an end of the last line"
    );
    assert!(lines[0].starts_with("id,created_at,outcome,"));
    assert!(
        lines[2].contains(&format!(",'{formula},+12025550143,")),
        "{}",
        lines[2]
    );

    let text = world.run(&["history"]);
    assert_eq!(text.out.lines().count(), 3);
    assert!(text.out.contains("Customer hung up"), "{text:?}");
}
