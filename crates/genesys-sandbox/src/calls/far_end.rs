//! The reserved numbers.

use std::time::Duration;

use super::plan::Plan;

/// Why no call comes of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    CannotBePlaced,
    MissingPermission,
    /// The first time only; then as any other number.
    ComeAgain,
    ServerError,
}

/// How a request that created a call is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    AtOnce,
    /// After this long, whatever the speed.
    Late(Duration),
    Never,
}

/// What the number says, `tel:` and URI parameters aside.
///
/// As in real organisations a number is taken as it is; what no dial plan knows fails afterwards.
pub(super) fn treatment(number: &str) -> Result<(Plan, Answer), Refusal> {
    use Answer::{AtOnce, Late, Never};
    let bare = bare(number);
    match bare {
        "+12025550100" => Ok((Plan::busy(), AtOnce)),
        "+12025550101" => Ok((Plan::no_answer(), AtOnce)),
        "+12025550102" => Ok((Plan::agent_never_answers(), AtOnce)),
        "+12025550103" => Ok((Plan::no_route(), AtOnce)),
        "+12025550104" => Err(Refusal::CannotBePlaced),
        "+12025550105" => Err(Refusal::MissingPermission),
        "+12025550106" => Err(Refusal::ComeAgain),
        "+12025550107" => Ok((Plan::answered(), Never)),
        "+12025550108" => Ok((Plan::answered(), Late(Duration::from_secs(60)))),
        "+12025550109" => Err(Refusal::ServerError),
        _ if is_extension(bare) => Ok((Plan::answered(), AtOnce)),
        _ if is_e164(bare) || number.starts_with("sip:") => Ok((Plan::answered(), AtOnce)),
        _ => Ok((Plan::no_route(), AtOnce)),
    }
}

/// The number without scheme and URI parameters.
pub(super) fn bare(number: &str) -> &str {
    let number = number.trim();
    let number = number.strip_prefix("tel:").unwrap_or(number);
    number.split(';').next().unwrap_or(number)
}

/// The extensions of the simulated organisation: 7000 to 7099.
fn is_extension(number: &str) -> bool {
    number.len() == 4
        && number.starts_with("70")
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// A plus sign and 7 to 15 digits that do not begin with zero.
pub(super) fn is_e164(number: &str) -> bool {
    number.strip_prefix('+').is_some_and(|digits| {
        (7..=15).contains(&digits.len())
            && !digits.starts_with('0')
            && digits.bytes().all(|byte| byte.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn e164_is_told_from_the_rest() {
        for number in [
            "+12025550123",
            "+442079460958",
            "+1234567",
            "+123456789012345",
        ] {
            assert!(is_e164(number), "{number}");
        }
        for number in [
            "12025550123",
            "+02025550123",
            "+1 202 555 0123",
            "+123456",
            "+1234567890123456",
            "+1202555012x",
            "",
        ] {
            assert!(!is_e164(number), "{number}");
        }
    }

    #[test]
    fn what_no_dial_plan_knows_is_taken_and_fails_afterwards() {
        assert_eq!(treatment("4711"), Ok((Plan::no_route(), Answer::AtOnce)));
        assert_eq!(treatment("7100"), Ok((Plan::no_route(), Answer::AtOnce)));
        assert_eq!(treatment("7042"), Ok((Plan::answered(), Answer::AtOnce)));
        assert_eq!(
            treatment("+12025550123"),
            Ok((Plan::answered(), Answer::AtOnce))
        );
    }

    #[test]
    fn reserved_numbers_are_known_as_uris_too() {
        assert_eq!(
            treatment("tel:+12025550104;ext=5"),
            Err(Refusal::CannotBePlaced)
        );
    }
}
