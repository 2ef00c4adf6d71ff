//! Everything a developer runs: `cargo xtask demo | test | check | faults | kills | soak | fuzz | bench | bindings | licences`.

mod bench;
mod bindings;
mod build;
mod check;
mod command;
mod demo;
mod display;
mod faults;
mod fuzz;
mod kills;
mod licences;
mod metadata;
mod node;
mod packages;
mod place;
mod report;
mod seed;
mod soak;
mod test;
mod versions;

use std::process::ExitCode;

use place::Place;
use report::{Report, Stop};

const USAGE: &str = "cargo xtask <what>

  demo       install what is missing, build, and open Ringfor connected to its sandbox
  test       install what is missing, build, and run every test there is
  check      formatting, lints, types, texts, generated files, licences
  faults     every fault of the sandbox at every step of a call; [--seed N] [--only TEXT] [--rounds N]
             [--real N] [--json PATH]
  kills      processes killed at random instants, the log compared after each; [--count N] [--seed N]
  soak       24 simulated hours and 2,000 calls; [--hours N] [--presses N] [--seed N]
  fuzz       made-up input of every kind, 10,000 cases each; [--cases N] [--seed N] [--only NAME] [--case N]
  bench      what a call from the command line costs, beside a Python script that does the same
  bindings   write the TypeScript types of the IPC boundary again (ui/src/bindings)
  licences   write THIRD-PARTY.md again
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let what: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let options = what.get(1..).unwrap_or_default();
    let faults = |place: &Place, report: &mut Report| faults::run(place, report, options);
    let kills = |place: &Place, report: &mut Report| kills::run(place, report, options);
    let soak = |place: &Place, report: &mut Report| soak::run(place, report, options);
    let fuzz = |place: &Place, report: &mut Report| fuzz::run(place, report, options);
    let run: &dyn Fn(&Place, &mut Report) -> Result<(), Stop> = match what.as_slice() {
        ["demo"] => &demo::run,
        ["test"] => &test::run,
        ["check"] => &check::run,
        ["faults", ..] => &faults,
        ["kills", ..] => &kills,
        ["soak", ..] => &soak,
        ["fuzz", ..] => &fuzz,
        ["bench"] => &bench::run,
        ["bindings"] => &bindings::run,
        ["licences"] => &licences::run,
        ["help" | "--help" | "-h"] => {
            report::say(USAGE);
            return ExitCode::SUCCESS;
        }
        _ => {
            report::say(USAGE);
            return ExitCode::from(2);
        }
    };
    let mut report = Report::new();
    match Place::find().and_then(|place| run(&place, &mut report)) {
        Ok(()) => {
            report.finish();
            ExitCode::SUCCESS
        }
        Err(stop) => {
            report.stop(&stop);
            ExitCode::FAILURE
        }
    }
}
