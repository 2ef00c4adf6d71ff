//! The real window, driven through WebDriver, with a real keyring.

mod accessibility;
mod beside;
mod catalogue;
mod core_dumps;
mod data;
mod data_failures;
mod desktop;
mod dialect_pairs;
mod dialects;
mod dropped_env;
mod expired;
mod feed;
mod hang_up;
mod harness;
mod hostile_links;
mod hosts;
mod keyboard;
mod keyring;
mod keyring_failures;
mod kills;
mod languages;
mod links;
mod looks;
mod main_job;
mod network;
mod network_failures;
mod nothing_by_itself;
mod one_click;
mod opens;
mod page_policy;
mod page_security;
mod palette;
mod pictures;
mod profiles;
mod remembers;
mod reserved_numbers;
mod second_process;
mod secrets;
mod settled;
mod shortcut;
mod sign_in;
mod told;

/// The sandbox's agent who is there in every size of team.
const AGENT: &str = "agent@example.com";

/// Makes a call of half a minute last two seconds.
const FAST: [&str; 2] = ["--speed", "20"];

/// The requests that ask for a call, for the sandbox's faults.
const CALLS_MATCH: &str = "POST /api/v2/conversations/calls*";
