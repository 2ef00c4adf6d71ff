//! What the scripts of both tutorials do is one line.

use genesys_sandbox::{Config, Dialect};

use crate::world::{AGENT, NUMBER, World, config};

#[test]
fn each_dialect_is_one_line() {
    for dialect in Dialect::ALL {
        let world = World::open(Config {
            accept: vec![dialect],
            ..config()
        });
        world.connect(dialect.name());
        let said = world.run(&["call", "--agent", AGENT, "--to", NUMBER, "--wait", "--json"]);
        assert_eq!(said.code, Some(0), "{}: {said:?}", dialect.name());
        let calls = world.sandbox.calls();
        assert_eq!(calls.len(), 1);
        assert_eq!(calls[0].dialect, dialect.name());
        assert_eq!(calls[0].number, "+12025550143");
    }
}
