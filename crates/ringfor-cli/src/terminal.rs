//! Where a command speaks: results to standard output, problems to standard error, and progress
//! there too, but only to a terminal.

use std::io::{self, IsTerminal, Write};

use dialer::problem::{Problem, ProblemCode};
use serde::Serialize;
use texts::{Texts, WhoCanFix};

use crate::exit::{Exit, Stop};
use crate::plain;

/// The two outputs, and the language of the person.
pub(crate) struct Terminal {
    json: bool,
    watched: bool,
    texts: Texts,
}

impl Terminal {
    /// `json` asks for results as JSON.
    pub(crate) fn new(json: bool) -> Self {
        Self {
            json,
            watched: io::stderr().is_terminal(),
            texts: Texts::in_language(None),
        }
    }

    /// Whether results are to be JSON.
    pub(crate) fn json(&self) -> bool {
        self.json
    }

    /// A text in the language of the person.
    pub(crate) fn text(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.texts.get(key, values)
    }

    /// A result as a row of fields.
    pub(crate) fn line(&self, fields: &[&str]) -> io::Result<()> {
        let fields: Vec<String> = fields.iter().map(|field| plain::field(field)).collect();
        self.raw(format!("{}\n", fields.join("\t")).as_bytes())
    }

    /// A result as it is.
    pub(crate) fn raw(&self, bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    /// A result as one JSON object on one line.
    pub(crate) fn object(&self, value: &impl Serialize) -> io::Result<()> {
        let text = serde_json::to_string(value).map_err(io::Error::other)?;
        self.raw(format!("{}\n", plain::json(&text)).as_bytes())
    }

    /// What goes on, for who watches.
    pub(crate) fn progress(&self, line: &str) {
        if self.watched {
            self.aside(line);
        }
    }

    /// What a person should know although it is no result.
    pub(crate) fn aside(&self, line: &str) {
        // Nothing is left to tell it to where standard error is gone.
        drop(writeln!(io::stderr(), "{}", plain::field(line)));
    }

    /// A problem in the words of the person.
    pub(crate) fn problem(&self, problem: &Problem) {
        let told = self.texts.problem(
            problem.code.as_str(),
            problem.details.step.as_deref(),
            |name| problem.params.get(name).map(String::as_str),
        );
        self.aside(&format!("ringfor: {}", told.title));
        self.aside(&format!("  {}", told.cause));
        self.aside(&format!("  {}", told.fix));
        if let Some(command) = instead_of_the_window(problem.code) {
            let instead = self.text("cli-do-instead", &[("command", command)]);
            self.aside(&format!("  {instead}"));
        }
        if told.who == WhoCanFix::Administrator {
            self.aside(&format!(
                "  ({})",
                self.text("problem-who-administrator", &[])
            ));
        }
        let details = &problem.details;
        let facts = [
            Some(problem.code.as_str().to_owned()),
            details.http_status.map(|status| status.to_string()),
            details.server_code.clone(),
            details.correlation_id.clone(),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        self.aside(&format!("  [{}]", facts.join(", ")));
    }

    /// Tells why a command could not go on, and how it ends.
    pub(crate) fn stopped(&self, stop: &Stop, places_a_call: bool) -> Exit {
        match stop {
            Stop::Problem(problem) => {
                self.problem(problem);
                let told = self.json.then(|| self.object(&Stopped { problem }));
                if let Some(Err(error)) = told {
                    self.aside(&format!("ringfor: {error}"));
                }
                let exit = Exit::of_problem(problem.code);
                match places_a_call {
                    true => exit,
                    false => exit.without_a_call(),
                }
            }
            Stop::Usage(why) => {
                self.aside(&format!("error: {why}"));
                Exit::Usage
            }
            // Who read has seen enough.
            Stop::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Failed,
            Stop::Output(error) => {
                self.aside(&format!("ringfor: {error}"));
                Exit::Failed
            }
        }
    }
}

/// What does here what the text says of the window.
fn instead_of_the_window(code: ProblemCode) -> Option<&'static str> {
    match code {
        ProblemCode::NotConnected => {
            Some("ringfor profile add NAME --region REGION --client-id ID")
        }
        ProblemCode::SecretMissing => Some("--secret-stdin"),
        ProblemCode::SignedOut => Some("ringfor sign-in"),
        _ => None,
    }
}

#[derive(Serialize)]
struct Stopped<'a> {
    problem: &'a Problem,
}
