//! What a start of the program was asked for: its arguments, taken apart.
//!
//! Arguments are hostile. A web page chooses the link that a browser hands over, and any program
//! can start this one with anything. Each start becomes one of the values below, and none of them
//! can do more than show the window or fill in a number.

use dialer::problem::{Problem, ProblemCode};

/// Links that can hold a number.
const SCHEMES: [&str; 4] = ["tel", "callto", "sip", "sips"];

/// No link to a number is longer; the longest that the number library reads is far below.
const LONGEST_LINK: usize = 2048;

/// Takes the selection, as the shortcut does; the command to bind where there are no shortcuts.
pub(crate) const DIAL_SELECTION: &str = "--dial-selection";

/// Opens the window put away: what a start at login uses.
pub(crate) const MINIMISED: &str = "--minimised";

/// What a start was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Arrival {
    /// Nothing but to be there.
    Start,
    /// To be there without being in the way.
    Minimised,
    /// A link that may hold a number, as it came.
    Link(String),
    /// The selection is to be taken.
    Selection,
    /// Nothing that is understood.
    Refused(Problem),
}

impl Arrival {
    /// What the arguments behind the program's name ask for.
    pub(crate) fn of<S: AsRef<str>>(arguments: impl IntoIterator<Item = S>) -> Self {
        let mut arguments = arguments.into_iter();
        match (arguments.next(), arguments.next()) {
            (None, _) => Self::Start,
            (Some(only), None) => Self::of_one(only.as_ref()),
            // No system hands over more than one link, and no two of our switches go together.
            (Some(_), Some(_)) => refused(ProblemCode::LinkUnreadable),
        }
    }

    /// What this process was started for.
    pub(crate) fn of_this_process() -> Self {
        // A byte that is no text becomes a character that no link may hold.
        let arguments = std::env::args_os().skip(1);
        Self::of(arguments.map(|argument| argument.to_string_lossy().into_owned()))
    }

    fn of_one(argument: &str) -> Self {
        if argument == DIAL_SELECTION {
            return Self::Selection;
        }
        if argument == MINIMISED {
            return Self::Minimised;
        }
        // macOS gives a process number to what is opened from the Finder.
        if cfg!(target_os = "macos") && argument.starts_with("-psn_") {
            return Self::Start;
        }
        Self::of_link(argument)
    }

    /// What a text that claims to be a link asks for.
    pub(crate) fn of_link(text: &str) -> Self {
        if !has_scheme(text) {
            return refused(ProblemCode::LinkUnreadable);
        }
        if text.len() > LONGEST_LINK {
            return Self::Refused(
                Problem::new(ProblemCode::LinkTooLong).with("limit", LONGEST_LINK),
            );
        }
        let broken = |c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER;
        if text.chars().any(broken) {
            return refused(ProblemCode::LinkUnreadable);
        }
        Self::Link(text.to_owned())
    }
}

fn refused(code: ProblemCode) -> Arrival {
    Arrival::Refused(Problem::new(code))
}

fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        SCHEMES
            .iter()
            .any(|known| scheme.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(arguments: &[&str]) -> Option<ProblemCode> {
        match Arrival::of(arguments.iter().copied()) {
            Arrival::Refused(problem) => Some(problem.code),
            _ => None,
        }
    }

    #[test]
    fn our_own_starts_are_understood() {
        assert_eq!(Arrival::of([""; 0]), Arrival::Start);
        assert_eq!(Arrival::of([DIAL_SELECTION]), Arrival::Selection);
        assert_eq!(Arrival::of([MINIMISED]), Arrival::Minimised);
    }

    #[test]
    fn links_to_numbers_come_as_they_are() {
        for link in [
            "tel:+14155552671",
            "TEL:+1-415-555-2671",
            "callto://+14155552671",
            "callto:+49%2030%20901820",
            "sip:+14155552671@pbx.example;user=phone",
            "sips:+14155552671@pbx.example",
            "tel:+44-20-7946-0958;ext=12",
            "tel:",
            "tel:%00",
        ] {
            assert_eq!(Arrival::of([link]), Arrival::Link(link.into()), "{link}");
        }
    }

    #[test]
    fn what_is_no_link_to_a_number_is_refused() {
        for argument in [
            "",
            " ",
            "+14155552671",
            "--tel:+14155552671",
            "-tel:+14155552671",
            "--dial-selection=+14155552671",
            "--dial",
            "--minimized",
            "tel",
            "tel+14155552671",
            " tel:+14155552671",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://example.com/tel:+14155552671",
            "mailto:tel:+14155552671@example.com",
            "telnet:+14155552671",
            "xtel:+14155552671",
            "tel:+1415\n5552671",
            "tel:+1415\u{0}5552671",
            "tel:+1415\u{7f}5552671",
            "tel:+1415\u{85}5552671",
            "tel:+1415\u{fffd}5552671",
        ] {
            assert_eq!(
                code(&[argument]),
                Some(ProblemCode::LinkUnreadable),
                "{argument:?}"
            );
        }
    }

    #[test]
    fn several_arguments_are_refused_whatever_they_are() {
        for arguments in [
            &["tel:+14155552671", "tel:+14155552672"][..],
            &[DIAL_SELECTION, "tel:+14155552671"],
            &["tel:+14155552671", DIAL_SELECTION],
            &[DIAL_SELECTION, MINIMISED],
            &["", ""],
            &["--", "tel:+14155552671"],
        ] {
            assert_eq!(
                code(arguments),
                Some(ProblemCode::LinkUnreadable),
                "{arguments:?}"
            );
        }
    }

    #[test]
    fn a_long_link_is_refused_as_such() {
        let fits = format!("tel:{}", "1".repeat(LONGEST_LINK - 4));
        assert_eq!(Arrival::of([&fits]), Arrival::Link(fits.clone()));
        for length in [LONGEST_LINK - 3, 10 * 1024, 100_000] {
            let long = format!("tel:{}", "1".repeat(length));
            assert_eq!(code(&[&long]), Some(ProblemCode::LinkTooLong), "{length}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_refused() {
        use std::os::unix::ffi::OsStrExt;
        let bytes = std::ffi::OsStr::from_bytes(b"tel:+1415\xff5552671");
        assert_eq!(
            code(&[&bytes.to_string_lossy()]),
            Some(ProblemCode::LinkUnreadable)
        );
    }
}
