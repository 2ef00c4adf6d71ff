//! What is dialled: a number of the public network, or an extension of the organisation.

use std::fmt;

use super::e164::E164;
use super::extension::Extension;
use crate::view::NumberKind;

/// What an attempt dials. Neither kind can be taken for the other: a number has its `+`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Dialled {
    /// A number of the public network.
    Number(E164),
    /// An extension of the organisation.
    Extension(Extension),
}

impl Dialled {
    /// Reads what was stored, such as `+14155552671` or `4711`; none where it is neither.
    pub fn parse(text: &str) -> Option<Self> {
        match E164::parse(text) {
            Some(number) => Some(Self::Number(number)),
            None => Extension::parse(text).map(Self::Extension),
        }
    }

    /// As it is dialled, stored and compared.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Number(number) => number.as_str(),
            Self::Extension(extension) => extension.as_str(),
        }
    }

    /// What kind it is, for the page.
    pub fn kind(&self) -> NumberKind {
        match self {
            Self::Number(_) => NumberKind::E164,
            Self::Extension(_) => NumberKind::Extension,
        }
    }

    /// Spaced for people.
    pub fn display(&self) -> String {
        match self {
            Self::Number(number) => super::display(number),
            Self::Extension(extension) => extension.to_string(),
        }
    }
}

impl fmt::Display for Dialled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl From<E164> for Dialled {
    fn from(number: E164) -> Self {
        Self::Number(number)
    }
}

/// What is dialled as logs may show it: the first and the last two digits of a number, the first of
/// an extension.
pub fn masked(dialled: &Dialled) -> String {
    let (plus, digits, shown) = match dialled {
        Dialled::Number(number) => ("+", number.digits(), 2),
        Dialled::Extension(extension) => ("", extension.as_str(), 0),
    };
    let hidden = digits.len().saturating_sub(1 + shown);
    let mut text = String::from(plus);
    for (at, digit) in digits.chars().enumerate() {
        text.push(if (1..=hidden).contains(&at) {
            '•'
        } else {
            digit
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dialled(text: &str) -> Dialled {
        Dialled::parse(text).unwrap()
    }

    #[test]
    fn a_number_and_an_extension_are_told_apart_by_the_plus() {
        assert_eq!(dialled("+14155552671").kind(), NumberKind::E164);
        assert_eq!(dialled("4711").kind(), NumberKind::Extension);
        for text in ["", "+", "1", "1234567", "+4711", "47 11", "47a1", "٤٧١١"] {
            assert_eq!(Dialled::parse(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_masked_shows_little() {
        assert_eq!(masked(&dialled("+14155552671")), "+1••••••••71");
        assert_eq!(masked(&dialled("+6834123")), "+6••••23");
        assert_eq!(masked(&dialled("4711")), "4•••");
    }
}
