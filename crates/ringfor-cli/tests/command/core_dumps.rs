//! A process that is aborted leaves no core: secrets are in its memory.

use std::path::Path;
use std::process::{Child, Stdio};

use genesys_sandbox::{Fault, FaultRule};

use crate::world::{AGENT, NUMBER, World, signal, until};

/// Lets cores be written, and becomes the program.
const WITH_CORES: &str = "ulimit -c unlimited && exec \"$@\"";

#[test]
fn an_aborted_command_leaves_no_core_where_another_program_leaves_one() {
    let pattern = std::fs::read_to_string("/proc/sys/kernel/core_pattern").unwrap();
    assert!(
        !pattern.starts_with(['|', '/', '@']),
        "this test needs cores in the working directory; here the system has {pattern:?} \
         (`sysctl kernel.core_pattern=core`)"
    );
    let world = World::connected();
    let folder = world.path("work");

    let mut control = begin(&world, &["sleep", "60"]);
    until("the control runs", || runs(&control, "sleep"));
    aborted(&mut control);
    assert_eq!(
        cores(&folder),
        1,
        "the control left no core: this machine writes none (`ulimit -Hc` must not be 0)"
    );

    let delay = Fault::Delay { ms: 20_000 };
    let place = "POST /api/v2/conversations/calls/user/*";
    world.sandbox.add_fault(FaultRule::once(place, delay));
    let ringfor = env!("CARGO_BIN_EXE_ringfor");
    let mut command = begin(&world, &[ringfor, "call", "--agent", AGENT, "--to", NUMBER]);
    world.until_posted();
    aborted(&mut command);
    assert_eq!(cores(&folder), 1, "only that of the control");
}

fn begin(world: &World, words: &[&str]) -> Child {
    let shell = ["-c", WITH_CORES, "sh"];
    world
        .program(Path::new("/bin/sh"), &[&shell[..], words].concat())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn runs(child: &Child, name: &str) -> bool {
    let name_now = std::fs::read_to_string(format!("/proc/{}/comm", child.id()));
    name_now.is_ok_and(|now| now.trim() == name)
}

fn aborted(child: &mut Child) {
    use std::os::unix::process::ExitStatusExt;
    signal(child, "ABRT");
    let status = child.wait().unwrap();
    assert_eq!(status.signal(), Some(6), "{status:?}");
}

fn cores(folder: &Path) -> usize {
    let entries = std::fs::read_dir(folder).unwrap();
    let cores = entries.filter(|entry| {
        let name = entry.as_ref().unwrap().file_name();
        name.to_str().is_some_and(|name| name.starts_with("core"))
    });
    cores.count()
}
