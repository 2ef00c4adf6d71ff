//! `ringfor number`: typed → will dial. It needs no data and no connection, and calls nobody.

use std::io;

use dialer::number::{self, Country, ExtensionDigits};
use dialer::problem::{Problem, ProblemCode};
use dialer::view::{NumberPreview, Verdict};

use crate::args::NumberArgs;
use crate::exit::{Exit, Stop};
use crate::json::NumberObject;
use crate::list;
use crate::terminal::Terminal;

/// Reads one number, or a list of them from standard input.
///
/// # Errors
/// `country_unknown`; an output that cannot be written.
pub(crate) fn run(args: &NumberArgs, terminal: &Terminal) -> Result<Exit, Stop> {
    if args.text == "-" {
        list::run(io::stdin().lock(), io::stdout().lock())?;
        return Ok(Exit::Done);
    }
    let country = match &args.country {
        Some(code) => Country::parse(code)
            .ok_or_else(|| Problem::new(ProblemCode::CountryUnknown).with("country", code))?,
        None => number::country_of_this_system(),
    };
    let preview = number::preview(&args.text, country, &ExtensionDigits::default());
    if terminal.json() {
        terminal.object(&NumberObject::of(&preview, country.as_str()))?;
    } else {
        terminal.line(&fields(&preview))?;
    }
    if let Some(problem) = &preview.problem {
        terminal.problem(problem);
    }
    Ok(match preview.verdict {
        Verdict::Valid => Exit::Done,
        Verdict::Possible | Verdict::Empty | Verdict::Impossible => Exit::BadNumber,
    })
}

fn fields(preview: &NumberPreview) -> Vec<&str> {
    let verdict = match preview.verdict {
        Verdict::Valid => "valid",
        Verdict::Possible => "possible",
        Verdict::Empty | Verdict::Impossible => "impossible",
    };
    let mut words = vec![verdict];
    words.extend(preview.e164.as_deref());
    words.extend(preview.display.as_deref());
    words.extend(preview.country.as_deref());
    words
}
