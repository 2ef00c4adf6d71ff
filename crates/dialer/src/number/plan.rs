//! What the numbering plans say, asked of `rlibphonenumber`. No other file knows that library.
//!
//! Its `parse` is used for national numbers only. It also strips and adds digits of numbers that
//! were typed in full, so those are taken apart here, digit for digit.

use rlibphonenumber::interfaces::AsOriginal;
use rlibphonenumber::phonenumber_matcher::{Leniency, PHONE_MATCHER_FACTORY};
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber, PhoneNumberFormat, PhoneNumberType, Region,
    ValidationError, get_national_significant_number_owned,
};

use super::country::Country;
use super::e164::{E164, MAX_DIGITS, MIN_DIGITS};

/// What people call the area of numbers that belong to no country; the code CLDR has for *world*.
pub(super) const WORLD: &str = "001";

/// A number as a calling code and the digits behind it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct PlanNumber(PhoneNumber);

/// What a plan says of the length of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Length {
    Possible,
    LocalOnly,
    TooShort,
    TooLong,
    Wrong,
}

/// How much a number tells of where it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Its area.
    Area,
    /// Its country.
    Country,
    /// A service for a country, wherever its holder is.
    Anywhere,
    /// Nothing.
    Unknown,
}

impl PlanNumber {
    /// The number with this calling code and exactly these digits behind it; none without digits.
    pub(super) fn of_calling_code(calling_code: i32, national: &str) -> Option<Self> {
        // What is longer than any number still has to be told to be too long.
        let national = national.get(..MAX_DIGITS + 1).unwrap_or(national);
        let zeros = national
            .bytes()
            .take_while(|byte| *byte == b'0')
            .count()
            .min(national.len().saturating_sub(1));
        Some(Self(PhoneNumber {
            country_code: calling_code,
            national_number: national.parse().ok()?,
            italian_leading_zero: (zeros > 0).then_some(true),
            number_of_leading_zeros: (zeros > 1).then_some(i32::try_from(zeros).ok()?),
            ..PhoneNumber::default()
        }))
    }

    /// Takes the digits behind a `+` apart; none where no country has that calling code.
    pub(super) fn international(digits: &str) -> Option<Self> {
        let (code, national) = split_calling_code(digits)?;
        Self::of_calling_code(code, national)
    }

    /// The number with `country`'s calling code and exactly these digits behind it.
    pub(super) fn of_country(country: Country, national: &str) -> Option<Self> {
        Self::of_calling_code(calling_code(country)?, national)
    }

    /// Reads digits as the people of `country` dial them within it.
    pub(super) fn national(digits: &str, country: Country) -> Option<Self> {
        PHONE_NUMBER_UTIL
            .parse(digits, Some(region(country)?))
            .ok()
            .map(Self)
    }

    /// The digits behind the calling code.
    pub(super) fn national_digits(&self) -> String {
        get_national_significant_number_owned(&self.0)
    }

    /// All digits, without `+`.
    pub(super) fn digits(&self) -> String {
        format!("{}{}", self.0.country_code, self.national_digits())
    }

    pub(super) fn e164(&self) -> Option<E164> {
        E164::from_digits(&self.digits())
    }

    /// Whether the plan has numbers of this length.
    pub(super) fn length(&self) -> Length {
        let digits = self.digits().len();
        if digits > MAX_DIGITS {
            return Length::TooLong;
        }
        match PHONE_NUMBER_UTIL.is_possible_number_with_reason(&self.0) {
            Ok(NumberLengthType::IsPossible) if digits < MIN_DIGITS => Length::TooShort,
            Ok(NumberLengthType::IsPossible) => Length::Possible,
            Ok(NumberLengthType::IsPossibleLocalOnly) => Length::LocalOnly,
            Err(ValidationError::TooShort) => Length::TooShort,
            Err(ValidationError::TooLong) => Length::TooLong,
            Err(ValidationError::InvalidLength | ValidationError::InvalidCountryCode) => {
                Length::Wrong
            }
        }
    }

    /// Whether the plan uses the number.
    pub(super) fn in_use(&self) -> bool {
        PHONE_NUMBER_UTIL.is_valid_number(&self.0)
    }

    /// Whether it is a service number such as freephone, which has no area code.
    pub(super) fn is_service(&self) -> bool {
        matches!(
            PHONE_NUMBER_UTIL.get_number_type(&self.0),
            PhoneNumberType::TollFree
                | PhoneNumberType::PremiumRate
                | PhoneNumberType::SharedCost
                | PhoneNumberType::PersonalNumber
                | PhoneNumberType::UAN
        )
    }

    /// How much the number tells of where it is.
    pub(super) fn place(&self) -> Place {
        match PHONE_NUMBER_UTIL.get_number_type(&self.0) {
            PhoneNumberType::Unknown => Place::Unknown,
            _ if PHONE_NUMBER_UTIL.is_number_geographical(&self.0) => Place::Area,
            PhoneNumberType::Mobile | PhoneNumberType::Pager => Place::Country,
            _ => Place::Anywhere,
        }
    }

    /// The calling code, without `+`.
    pub(super) fn calling_code(&self) -> String {
        self.0.country_code.to_string()
    }

    /// The country it belongs to; none for numbers of no country, such as satellite phones.
    ///
    /// Where countries share a calling code and the number is not in use, it is the main one.
    pub(super) fn country(&self) -> Option<Country> {
        match PHONE_NUMBER_UTIL.get_region_for_number(&self.0) {
            Some(region) => Country::parse(&region.as_region_str()),
            None => main_country(self.0.country_code),
        }
    }

    /// The number spaced for people.
    pub(super) fn display(&self) -> String {
        PHONE_NUMBER_UTIL
            .format(&self.0, PhoneNumberFormat::International)
            .into_owned()
    }
}

/// A digit of any script as an ASCII digit.
pub(super) fn ascii_digit(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return letter.is_ascii_digit().then_some(letter);
    }
    PHONE_NUMBER_UTIL
        .normalize_digits_only(letter.encode_utf8(&mut [0; 4]))
        .chars()
        .next()
}

/// The calling code of a country, without `+`.
pub(super) fn calling_code(country: Country) -> Option<i32> {
    PHONE_NUMBER_UTIL.get_country_code_for_region(region(country)?)
}

/// The main country of a calling code; none where it belongs to no country.
pub(super) fn main_country(calling_code: i32) -> Option<Country> {
    let region = PHONE_NUMBER_UTIL.get_region_for_country_code(calling_code)?;
    Country::parse(&region.as_region_str())
}

/// Splits digits behind a `+` into the calling code and the rest.
pub(super) fn split_calling_code(digits: &str) -> Option<(i32, &str)> {
    (1..=3).find_map(|length| {
        let (code, rest) = digits.split_at_checked(length)?;
        if code.starts_with('0') {
            return None;
        }
        let code = code.parse().ok()?;
        PHONE_NUMBER_UTIL
            .get_region_for_country_code(code)
            .map(|_| (code, rest))
    })
}

/// Whether some calling code starts with these digits and goes on.
pub(super) fn starts_calling_code(digits: &str) -> bool {
    PHONE_NUMBER_UTIL
        .get_supported_calling_codes()
        .any(|code| code.to_string().starts_with(digits))
}

/// Where numbers may stand in a text, and what stands there. The caller bounds the text: a bound on
/// the tries is counted below zero by the library, which then panics.
pub(super) fn find_numbers(text: &str, country: Country) -> Vec<(usize, &str)> {
    PHONE_MATCHER_FACTORY
        .matcher_builder(text)
        .leniency(Leniency::Valid)
        .max_tries(u64::MAX)
        .preferred_region(region(country))
        .build()
        .map(|found| (found.start, found.raw_string))
        .collect()
}

/// The digits behind the international prefix of `country`; none where they do not start with it.
pub(super) fn behind_international_prefix(digits: &str, country: Country) -> Option<&str> {
    let util = PHONE_NUMBER_UTIL.as_original();
    let metadata = util.get_metadata_for_region(region(country)?)?;
    let prefix = metadata.international_prefix().anchor_start().ok()?;
    util.parse_prefix_as_idd(digits, prefix)
}

/// The digit or digits in front of an area code within `country`, for example `0`; empty where there are none.
pub(super) fn trunk_prefix(country: Country) -> String {
    region(country)
        .and_then(|region| {
            PHONE_NUMBER_UTIL
                .as_original()
                .get_ndd_prefix_for_region(region, true)
        })
        .unwrap_or_default()
}

fn region(country: Country) -> Option<Region> {
    Region::from_code(country.as_str()).ok()
}

/// How many countries the library knows.
#[cfg(test)]
pub(super) fn supported_countries() -> usize {
    PHONE_NUMBER_UTIL.get_supported_regions().len()
}
