//! Where Ringfor runs: who is at the machine, and in which country it is set up.

use crate::number::Country;

/// OS user and host, as `user@host`.
pub(crate) fn placed_by() -> String {
    let user = whoami::username().unwrap_or_else(|_| "?".to_owned());
    let host = whoami::hostname().unwrap_or_else(|_| "?".to_owned());
    format!("{user}@{host}")
}

/// The country of the system's language settings, where they name one.
pub(crate) fn country() -> Country {
    whoami::lang_prefs()
        .ok()
        .and_then(|preferences| {
            preferences
                .message_langs()
                .find_map(|language| country_in(&language.to_string()))
        })
        .unwrap_or(Country::US)
}

/// The country in a language tag such as `de-AT` or `de/AT`.
fn country_in(tag: &str) -> Option<Country> {
    tag.split(['-', '_', '/', '.'])
        .skip(1)
        .find_map(Country::parse)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_is_the_second_part_of_a_tag() {
        assert_eq!(country_in("de/AT"), Country::parse("AT"));
        assert_eq!(country_in("en-GB"), Country::parse("GB"));
        assert_eq!(country_in("de"), None);
        assert_eq!(country_in("C"), None);
    }

    #[test]
    fn who_and_where_is_told() {
        let who = placed_by();
        let (user, host) = who.split_once('@').unwrap();
        assert!(!user.is_empty() && !host.is_empty());
    }
}
