//! The definition of the command line. Help, completions and the manual page come from it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use dialer::attempt::Outcome;
use dialer::view::{DialectName, SignIn};

/// What follows the options in `ringfor --help` and the manual page.
const AFTER: &str = "\
EXIT STATUS
  0    done; a call was placed, and with --wait both parties talked
  1    something went wrong inside Ringfor
  2    the command line is not understood
  3    refused: it is certain that no call was made
  4    unknown: the call may or may not have been made
  5    the number cannot be dialled
  6    not signed in: no profile, no secret, or a wrong one
  7    busy: another call may be on (see --again)
  8    no such agent
  9    placed, but the far end was not reached, or the call ended another way (with --wait)
  10   nothing could be recorded on this machine, so nothing was sent
  11   no such attempt
  12   could not be done, by a command that places no call; or a call that cannot be read (with --wait)
  130  interrupted; a call that was placed goes on

ENVIRONMENT
  RINGFOR_DATA_DIR      where data is kept, in place of the user's own directory
  HTTPS_PROXY, NO_PROXY the proxy, on Linux

Profiles, history and keyring are those of the Ringfor window. A secret is read from a prompt or
from standard input, never from an argument or the environment.";

/// Places Genesys Cloud phone calls on behalf of an agent.
///
/// The command is the press of Call: nothing is asked. Where the window would ask, it exits with 7
/// (busy) unless --again is given.
#[derive(Debug, Parser)]
#[command(name = "ringfor", version, after_long_help = AFTER, propagate_version = true)]
pub(crate) struct Cli {
    /// Print one JSON object (a stable format; see docs/command-line.md)
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) shared: Shared,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What every command takes that needs a connection.
#[derive(Debug, Args)]
pub(crate) struct Shared {
    /// The profile to use, by name or id; else the one in use
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) profile: Option<String>,
    /// Read the secret from standard input, for this run alone; the keyring is not asked
    #[arg(long, global = true)]
    pub(crate) secret_stdin: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find out who can be called for
    Agents {
        #[command(subcommand)]
        command: AgentsCommand,
    },
    /// Place a call on behalf of an agent
    Call(CallArgs),
    /// Follow a call to its end, or look an unknown one up
    Follow {
        /// The attempt: its id, a beginning or an end of it that no other has, or `last`
        attempt: String,
    },
    /// Hang up on behalf of the agent
    Hangup(HangupArgs),
    /// List the attempts on this machine, newest first
    History(HistoryArgs),
    /// Keep connections to organisations
    Profile {
        #[command(subcommand)]
        command: ProfileCommand,
    },
    /// Sign in as a person, in the browser
    SignIn(SignInArgs),
    /// End a person's sign-in, here and at the server
    SignOut {
        /// The profile, by name or id; else the one in use
        name: Option<String>,
    },
    /// Say what a typed number would dial; nothing is called
    Number(NumberArgs),
    /// Run a simulated Genesys Cloud, with a profile for it, until Ctrl-C
    Sandbox(SandboxArgs),
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Manual {
        /// Write a page for each command into this directory instead
        directory: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum AgentsCommand {
    /// Find agents by the first letters of name or e-mail, or by the whole e-mail
    Find {
        /// What to look for
        #[arg(required = true)]
        text: Vec<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CallArgs {
    /// E-mail of the agent whose phone rings first; where a person is signed in, that person
    #[arg(long, value_name = "EMAIL")]
    pub(crate) agent: Option<String>,
    /// The number to call, as people write it
    #[arg(long, value_name = "NUMBER")]
    pub(crate) to: String,
    /// Country of a number without +, for example US; else the profile's, else the system's
    #[arg(long, value_name = "CODE")]
    pub(crate) country: Option<String>,
    /// Queue to call from, by its id; else the agent's or the profile's
    #[arg(long, value_name = "QUEUE")]
    pub(crate) queue: Option<String>,
    /// Number to show to the far end; else the agent's or the profile's
    #[arg(long, value_name = "NUMBER")]
    pub(crate) caller_id: Option<String>,
    /// Name to show to the far end; else the agent's or the profile's
    #[arg(long, value_name = "NAME")]
    pub(crate) caller_name: Option<String>,
    /// Follow the call until it has ended
    #[arg(long)]
    pub(crate) wait: bool,
    /// Call also where the window would ask whether another call is on
    #[arg(long)]
    pub(crate) again: bool,
    /// Call also a number that is possible but not in use in its country's plan
    #[arg(long)]
    pub(crate) possible: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HangupArgs {
    /// The attempt: its id, a beginning or an end of it that no other has, or `last`
    pub(crate) attempt: String,
    /// End the whole call, for everybody on it
    #[arg(long)]
    pub(crate) for_everybody: bool,
}

#[derive(Debug, Args)]
pub(crate) struct HistoryArgs {
    /// Only of this agent: the whole e-mail, or a part of the name
    #[arg(long, value_name = "AGENT")]
    pub(crate) agent: Option<String>,
    /// Only with this outcome
    #[arg(long, value_name = "OUTCOME")]
    pub(crate) outcome: Option<OutcomeWord>,
    /// Only since then: a date (2026-11-21, midnight UTC), a time (RFC 3339), or how long ago (90m, 12h, 7d)
    #[arg(long, value_name = "WHEN")]
    pub(crate) since: Option<String>,
    /// How many at most
    #[arg(long, value_name = "COUNT", default_value_t = 50)]
    pub(crate) limit: usize,
    /// Print comma-separated values (RFC 4180), with a line of names
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum OutcomeWord {
    Pending,
    Placed,
    Refused,
    Unknown,
}

impl From<OutcomeWord> for Outcome {
    fn from(word: OutcomeWord) -> Self {
        match word {
            OutcomeWord::Pending => Self::Pending,
            OutcomeWord::Placed => Self::Placed,
            OutcomeWord::Refused => Self::Refused,
            OutcomeWord::Unknown => Self::Unknown,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum ProfileCommand {
    /// Add a profile; its secret is read from a prompt or from standard input
    Add(ProfileAddArgs),
    /// Take over a tutorial's .env file: the secret goes to the keyring
    Import {
        /// The file
        file: PathBuf,
    },
    /// List the profiles
    List,
    /// Take a profile into use, here and in the window
    Use {
        /// Its name or id
        name: String,
    },
    /// Remove a profile and its secret; its attempts stay in the history
    Remove {
        /// Its name or id
        name: String,
    },
    /// Try a connection out; no call is placed
    Check {
        /// Its name or id; else the one in use
        name: Option<String>,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ProfileAddArgs {
    /// What to call it
    pub(crate) name: String,
    /// Region, for example mypurecloud.ie or eu-west-1
    #[arg(
        long,
        value_name = "REGION",
        required_unless_present = "api_url",
        conflicts_with = "api_url"
    )]
    pub(crate) region: Option<String>,
    /// Base of the API, in place of a region
    #[arg(long, value_name = "URL")]
    pub(crate) api_url: Option<String>,
    /// Base of the token host, where it is not that of the API
    #[arg(long, value_name = "URL", requires = "api_url")]
    pub(crate) login_url: Option<String>,
    /// OAuth client id
    #[arg(long, value_name = "ID")]
    pub(crate) client_id: String,
    /// Keep no secret, for a machine without a keyring; give it to each command with --secret-stdin
    #[arg(long)]
    pub(crate) no_keyring: bool,
    /// How the server wants to be spoken to
    #[arg(long, value_name = "DIALECT", default_value = "platform")]
    pub(crate) dialect: DialectWord,
    /// Who it signs in as: the client itself, or a person in the browser with a public client (pkce) or
    /// with one that has a secret (code); sign in with `ringfor sign-in`
    #[arg(long, value_name = "HOW", default_value = "client")]
    pub(crate) sign_in: SignInWord,
    /// Caller id of new calls
    #[arg(long, value_name = "NUMBER")]
    pub(crate) caller_id: Option<String>,
    /// Queue of new calls, by its id
    #[arg(long, value_name = "QUEUE")]
    pub(crate) queue: Option<String>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DialectWord {
    /// The published API
    Platform,
    /// The shapes of the first tutorial
    Participants,
    /// The shapes of the second tutorial
    #[value(name = "from_to")]
    FromTo,
}

impl From<DialectWord> for DialectName {
    fn from(word: DialectWord) -> Self {
        match word {
            DialectWord::Platform => Self::Platform,
            DialectWord::Participants => Self::Participants,
            DialectWord::FromTo => Self::FromTo,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SignInWord {
    /// The client itself, with its secret
    Client,
    /// A person, with a public client
    Pkce,
    /// A person, with a client that has a secret
    Code,
}

impl From<SignInWord> for SignIn {
    fn from(word: SignInWord) -> Self {
        match word {
            SignInWord::Client => Self::Client,
            SignInWord::Pkce => Self::Pkce,
            SignInWord::Code => Self::Code,
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct SignInArgs {
    /// The profile, by name or id; else the one in use
    pub(crate) name: Option<String>,
    /// Only print the address of the page; it must be opened on this computer
    #[arg(long)]
    pub(crate) no_browser: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NumberArgs {
    /// The number as people write it; - reads lines of COUNTRY<TAB>TEXT and writes a JSON object for each
    pub(crate) text: String,
    /// Country of a number without +, for example US; else the system's
    #[arg(long, value_name = "CODE")]
    pub(crate) country: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct SandboxArgs {
    /// Port on 127.0.0.1; else 17464, or any where that is taken
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// How many seconds of a call pass in one second
    #[arg(long, default_value_t = 1.0)]
    pub(crate) speed: f64,
    /// How the simulated server wants to be spoken to
    #[arg(long, value_name = "DIALECT", default_value = "platform")]
    pub(crate) dialect: DialectWord,
}
