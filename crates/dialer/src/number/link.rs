//! Links: `tel:` (RFC 3966), `callto:` and `sip:` (RFC 3261), with percent-encoding and parameters.

use super::national::SHORT_DIGITS;

/// What a link or a text with link parameters holds.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Link {
    /// The number itself, decoded.
    pub(super) body: String,
    /// Whether it had a scheme.
    pub(super) scheme: bool,
    /// `;ext=`.
    pub(super) extension: Option<String>,
    /// `;phone-context=`.
    pub(super) context: Option<String>,
}

/// Takes a text apart; none where it is broken or contradicts itself.
pub(super) fn take_apart(text: &str) -> Option<Link> {
    if let Some(rest) = behind_sip(text) {
        return sip(rest);
    }
    let Some(rest) = behind_scheme(text) else {
        return if has_parameters(text) {
            split_parameters(text, false)
        } else {
            Some(Link {
                body: text.to_owned(),
                ..Link::default()
            })
        };
    };
    let decoded = percent_decoded(rest)?;
    // What comes decoded is as hostile as what was typed.
    if decoded.chars().any(char::is_control) {
        return None;
    }
    split_parameters(&decoded, true)
}

fn behind_scheme(text: &str) -> Option<&str> {
    if let Some(rest) = strip_prefix_any_case(text, "tel:") {
        return Some(rest.strip_prefix("//").unwrap_or(rest));
    }
    let rest = strip_prefix_any_case(text, "callto:")?;
    let rest = rest.strip_prefix("//").unwrap_or(rest);
    // Skype put its action here: `callto:+14155552671?call`.
    Some(rest.split_once('?').map_or(rest, |(number, _)| number))
}

fn behind_sip(text: &str) -> Option<&str> {
    ["sip:", "sips:"]
        .iter()
        .find_map(|scheme| strip_prefix_any_case(text, scheme))
}

/// A SIP address whose user is a phone number: `+14155552671@example.com;user=phone`.
fn sip(rest: &str) -> Option<Link> {
    // Headers stand behind `?`, parameters of the host behind it.
    let (address, _) = rest.split_once('?').unwrap_or((rest, ""));
    let (user, host) = address.split_once('@')?;
    let (host, _) = host.split_once(';').unwrap_or((host, ""));
    let decoded = percent_decoded(user)?;
    if host.is_empty() || host.contains('@') || decoded.chars().any(char::is_control) {
        return None;
    }
    let mut link = split_parameters(&decoded, true)?;
    let is_number = |letter: char| letter.is_ascii_digit() || "+-.()*#".contains(letter);
    // A user with letters is a person, not a word on a keypad.
    if !link.body.chars().all(is_number) {
        return None;
    }
    let digits = link.body.chars().filter(char::is_ascii_digit).count();
    if link.context.is_none() && digits <= SHORT_DIGITS {
        // A short number is that host's own.
        link.context = Some(host.to_owned());
    }
    Some(link)
}

fn strip_prefix_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

fn has_parameters(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    [";ext=", ";phone-context=", ";isub="]
        .iter()
        .any(|name| lower.contains(name))
}

fn split_parameters(text: &str, scheme: bool) -> Option<Link> {
    let mut parts = text.split(';');
    let mut link = Link {
        body: parts.next()?.to_owned(),
        scheme,
        ..Link::default()
    };
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let place = match name.trim().to_ascii_lowercase().as_str() {
            "ext" => &mut link.extension,
            "phone-context" => &mut link.context,
            // RFC 3966 lets others be ignored.
            _ => continue,
        };
        if value.trim().is_empty() || place.is_some() {
            return None;
        }
        *place = Some(value.trim().to_owned());
    }
    Some(link)
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let high = hex_digit(bytes.next()?)?;
            let low = hex_digit(bytes.next()?)?;
            decoded.push(high << 4 | low);
        } else {
            decoded.push(byte);
        }
    }
    String::from_utf8(decoded).ok()
}

fn hex_digit(byte: u8) -> Option<u8> {
    char::from(byte)
        .to_digit(16)
        .and_then(|digit| u8::try_from(digit).ok())
}
