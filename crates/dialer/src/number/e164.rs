//! A number in the form that is dialled.

use std::fmt;

/// Fewest digits of a number that can be dialled; the shortest in the world have seven (Niue, Saint Helena).
pub(super) const MIN_DIGITS: usize = 7;
/// Most digits of a number, by ITU-T E.164.
pub(super) const MAX_DIGITS: usize = 15;

/// An E.164 number: `+`, then 7 to 15 digits that do not start with 0.
///
/// It cannot be made in another shape. Whether its country uses it is the business of
/// [`read_number`](super::read_number); a stored number stays readable when a plan changes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct E164(String);

impl E164 {
    /// Reads a stored number such as `+14155552671`; none where it has another shape.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_digits(text.strip_prefix('+')?)
    }

    /// Makes a number of its digits without `+`.
    pub(super) fn from_digits(digits: &str) -> Option<Self> {
        let shape = (MIN_DIGITS..=MAX_DIGITS).contains(&digits.len())
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && !digits.starts_with('0');
        shape.then(|| Self(format!("+{digits}")))
    }

    /// The number with its `+`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits without `+`.
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_shape_of_e164_can_be_made() {
        for text in [
            "",
            "+",
            "+123456",
            "+1234567890123456",
            "14155552671",
            "++14155552671",
            "+04155552671",
            "+1415555267a",
            "+1 4155552671",
            "+١٢٣٤٥٦٧٨",
            "+-4155552671",
        ] {
            assert_eq!(E164::parse(text), None, "{text}");
        }
        let number = E164::parse("+14155552671").unwrap();
        assert_eq!(number.as_str(), "+14155552671");
        assert_eq!(number.digits(), "14155552671");
        assert_eq!(number.to_string(), "+14155552671");
    }
}
