//! When the history begins that was asked for.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Reads a date (midnight UTC), a time (RFC 3339), or how long ago (`90m`, `12h`, `7d`, `2w`).
pub(crate) fn read(text: &str, now: Timestamp) -> Option<Timestamp> {
    if let Ok(time) = text.parse::<Timestamp>() {
        return Some(time);
    }
    if let Ok(date) = text.parse::<Date>() {
        let midnight = date.to_zoned(TimeZone::UTC).ok()?;
        return Some(midnight.timestamp());
    }
    let unit = text.chars().next_back()?;
    let seconds = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 24 * 3600,
        'w' => 7 * 24 * 3600,
        _ => return None,
    };
    let count = &text[..text.len() - unit.len_utf8()];
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let ago = count.parse::<i64>().ok()?.checked_mul(seconds)?;
    now.checked_sub(SignedDuration::from_secs(ago)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_at(text: &str) -> Option<String> {
        let now = "2026-11-21T14:00:00Z".parse().unwrap();
        read(text, now).map(|time| time.to_string())
    }

    #[test]
    fn dates_times_and_how_long_ago_are_read() {
        for (text, expected) in [
            ("2026-11-20", "2026-11-20T00:00:00Z"),
            ("2026-11-20T09:30:00Z", "2026-11-20T09:30:00Z"),
            ("2026-11-20T09:30:00+02:00", "2026-11-20T07:30:00Z"),
            ("90m", "2026-11-21T12:30:00Z"),
            ("12h", "2026-11-21T02:00:00Z"),
            ("7d", "2026-11-14T14:00:00Z"),
            ("2w", "2026-11-07T14:00:00Z"),
            ("0s", "2026-11-21T14:00:00Z"),
        ] {
            assert_eq!(read_at(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_not_guessed() {
        for text in [
            "",
            "d",
            "7",
            "-7d",
            "7 d",
            "7y",
            "1.5h",
            "yesterday",
            "é",
            "99999999999999999999d",
            "2026-13-01",
        ] {
            assert_eq!(read_at(text), None, "{text}");
        }
    }
}
