//! Extensions of the organisation: short numbers that only its own exchange knows.
//!
//! They are dialled only where Settings allows extensions of that length, and never where an exchange
//! could take them for an emergency code.

use std::fmt;

use super::country::Country;
use super::special::{emergency, is_emergency, starting_emergency};
use super::typed::Typed;
use crate::problem::Problem;

/// Fewest digits of an extension.
const MIN_DIGITS: usize = 2;
/// Most digits of an extension; longer ones are full numbers in some countries.
const MAX_DIGITS: usize = 6;
/// Emergency codes that phones and exchanges know in whatever country.
const KNOWN_ANYWHERE: [&str; 3] = ["112", "911", "999"];
/// With these digits exchanges take an outside line: `9911` can ring 911.
const OUTSIDE_LINE: [char; 2] = ['0', '9'];

/// The digits of an extension: two to six.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Extension(String);

impl Extension {
    /// Reads a stored extension; none where it has another shape.
    pub fn parse(text: &str) -> Option<Self> {
        let shape = (MIN_DIGITS..=MAX_DIGITS).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_digit());
        shape.then(|| Self(text.to_owned()))
    }

    /// Its digits.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Extension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How many digits the extensions of an organisation have; none are dialled where it is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExtensionDigits(Vec<u8>);

impl ExtensionDigits {
    /// Takes lengths of two to six digits, in any order; none where another one is among them.
    pub fn new(mut lengths: Vec<u8>) -> Option<Self> {
        lengths.sort_unstable();
        lengths.dedup();
        let possible = |length: &u8| (MIN_DIGITS..=MAX_DIGITS).contains(&usize::from(*length));
        lengths.iter().all(possible).then_some(Self(lengths))
    }

    /// The lengths, the shortest first.
    pub fn lengths(&self) -> &[u8] {
        &self.0
    }

    fn allow(&self, extension: &Extension) -> bool {
        self.0
            .iter()
            .any(|length| usize::from(*length) == extension.0.len())
    }
}

/// The extension that was typed; none where it is no plain digits of an allowed length.
///
/// # Errors
/// `NumberEmergency` where an exchange could take it for an emergency code.
pub(super) fn read(
    typed: &Typed,
    country: Country,
    allowed: &ExtensionDigits,
) -> Result<Option<Extension>, Problem> {
    // Another organisation's extension (`;phone-context=`) is not ours to dial.
    let plain = !typed.plus
        && !typed.letters
        && !typed.in_parts
        && typed.zero_at.is_none()
        && typed.context.is_none()
        && typed.extension.is_none();
    let extension = Extension::parse(&typed.digits).filter(|extension| allowed.allow(extension));
    let Some(extension) = extension.filter(|_| plain) else {
        return Ok(None);
    };
    // Behind each digit that can be an outside line; the extension itself is what is left at first.
    let mut left = extension.0.as_str();
    loop {
        if let Some(code) = reached_first(left, country) {
            return Err(emergency(code));
        }
        match left.strip_prefix(OUTSIDE_LINE) {
            Some(behind) if is_emergency(behind) => return Err(emergency(behind)),
            Some(behind) => left = behind,
            None => return Ok(Some(extension)),
        }
    }
}

/// The emergency code that an exchange may take the first of these digits for: 9110 can ring 911.
fn reached_first(digits: &str, country: Country) -> Option<&str> {
    let mut anywhere = KNOWN_ANYWHERE.into_iter();
    let known = anywhere.find_map(|code| digits.get(..code.len()).filter(|first| *first == code));
    known.or_else(|| starting_emergency(digits, country.as_str()))
}
