//! The keys of the tutorials in a `.env` file.
//!
//! Written here because the well-kept readers of such files put the environment of this process into the values
//! (a `$` in a secret would be taken for a variable), quote lines in their errors, and leave copies in memory.

use std::collections::HashMap;

use genesys_cloud::Region;
use secrecy::SecretString;
use secrecy::zeroize::Zeroizing;

use crate::problem::{Problem, ProblemCode};

const CLIENT_ID: &str = "CLIENT_ID";
const CLIENT_SECRET: &str = "CLIENT_SECRET";
const REGIONS: [&str; 2] = ["GENESYS_CLOUD_REGION", "REGION"];
const AGENT_EMAIL: &str = "AGENT_EMAIL";
const TARGET_NUMBER: &str = "TARGET_NUMBER";

/// The longest e-mail or number that is taken over, in characters.
const LONGEST: usize = 320;

/// What the tutorials put there.
pub(super) struct Keys {
    pub(super) client_id: String,
    pub(super) client_secret: SecretString,
    pub(super) region: Region,
    pub(super) agent_email: Option<String>,
    pub(super) number: Option<String>,
}

impl Keys {
    /// Reads the text of a file. Other keys mean nothing here.
    ///
    /// # Errors
    /// `import_no_env` where none of the keys is there, `import_key_missing` and `import_region_unknown`
    /// (param `key`). No value is told.
    pub(super) fn read(text: &str) -> Result<Self, Problem> {
        let values = values(text);
        let known = [CLIENT_ID, CLIENT_SECRET].iter().chain(&REGIONS);
        if !known.into_iter().any(|key| values.contains_key(key)) {
            return Err(Problem::new(ProblemCode::ImportNoEnv));
        }
        let needed = |key: &str| {
            let value = values.get(key).filter(|value| !value.is_empty());
            value.ok_or_else(|| missing(key))
        };
        let client_id = needed(CLIENT_ID)?.to_string();
        let client_secret = SecretString::from(needed(CLIENT_SECRET)?.as_str());
        let key = REGIONS.into_iter().find(|key| needed(key).is_ok());
        let key = key.ok_or_else(|| missing(REGIONS[0]))?;
        let region = region(needed(key)?)
            .ok_or_else(|| Problem::new(ProblemCode::ImportRegionUnknown).with("key", key))?;
        let optional = |key: &str| {
            let value = values.get(key)?;
            let short = !value.is_empty() && value.chars().count() <= LONGEST;
            (short && !value.chars().any(char::is_control)).then(|| value.to_string())
        };
        Ok(Self {
            client_id,
            client_secret,
            region,
            agent_email: optional(AGENT_EMAIL),
            number: optional(TARGET_NUMBER),
        })
    }
}

fn missing(key: &str) -> Problem {
    Problem::new(ProblemCode::ImportKeyMissing).with("key", key)
}

/// The region with this domain or AWS name, also as the address of one of its hosts.
fn region(written: &str) -> Option<Region> {
    let host = written
        .split_once("://")
        .map_or(written, |(_, behind)| behind);
    let host = host.split(['/', ':']).next().unwrap_or_default();
    let without = |host: &str| {
        ["api.", "login.", "apps."].iter().find_map(|prefix| {
            let (start, rest) = host.split_at_checked(prefix.len())?;
            start.eq_ignore_ascii_case(prefix).then(|| rest.to_owned())
        })
    };
    Region::find(host).or_else(|| Region::find(&without(host)?))
}

/// All keys with their values; where one comes twice, the last one counts.
fn values(text: &str) -> HashMap<&str, Zeroizing<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines().filter_map(key_and_value).collect()
}

fn key_and_value(line: &str) -> Option<(&str, Zeroizing<String>)> {
    let line = line.trim();
    let line = match line.strip_prefix("export") {
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        _ => line,
    };
    let (key, value) = line.split_once('=')?;
    let key = key.trim_end();
    if key.starts_with('#') {
        return None;
    }
    Some((key, value_of(value.trim())))
}

/// A value without its quotes, or without the comment behind it. In double quotes a backslash
/// keeps the next character from meaning anything; a value is never looked up anywhere.
fn value_of(written: &str) -> Zeroizing<String> {
    // Room for all of it at once: what grows leaves copies behind.
    let mut value = Zeroizing::new(String::with_capacity(written.len()));
    let mut letters = written.chars();
    let quote = match written.chars().next() {
        Some(quote @ ('"' | '\'')) => quote,
        _ => {
            let end = comment(written).unwrap_or(written.len());
            value.push_str(written[..end].trim_end());
            return value;
        }
    };
    letters.next();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quote == '"' => value.extend(letters.next()),
            letter if letter == quote => return value,
            letter => value.push(letter),
        }
    }
    // The quote never ends, so it was part of the value.
    value.clear();
    value.push_str(written);
    value
}

/// Where a comment begins: at a `#` behind a space, or at once.
fn comment(written: &str) -> Option<usize> {
    written.char_indices().find_map(|(at, letter)| {
        let before = written[..at].chars().next_back();
        (letter == '#' && before.is_none_or(char::is_whitespace)).then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    const WHOLE: &str = "CLIENT_ID=id-1\nCLIENT_SECRET=s3cret\nREGION=mypurecloud.ie\n";

    fn value(line: &str) -> Option<String> {
        key_and_value(line).map(|(_, value)| value.to_string())
    }

    #[test]
    fn values_are_read_as_people_write_them() {
        for (line, expected) in [
            ("A=b", "b"),
            ("  A = b c  ", "b c"),
            ("export A=b", "b"),
            ("export\tA=b", "b"),
            ("A=\"b # c\" # d", "b # c"),
            ("A='b \\ $HOME'", "b \\ $HOME"),
            ("A=\"a\\\"b\\\\c\"", "a\"b\\c"),
            ("A=b#c", "b#c"),
            ("A=b #c", "b"),
            ("A=$HOME${PATH}", "$HOME${PATH}"),
            ("A=a=b==", "a=b=="),
            ("A=\"b", "\"b"),
            ("A=#", ""),
            ("A=", ""),
            ("A=ü", "ü"),
        ] {
            assert_eq!(value(line).as_deref(), Some(expected), "{line}");
        }
        for line in ["", "# A=b", "A", "   "] {
            assert_eq!(value(line), None, "{line}");
        }
    }

    #[test]
    fn keys_of_others_mean_nothing_and_the_last_one_counts() {
        let text = "\u{feff}# made by hand\r\nOTHER=1\r\nCLIENT_ID=old\r\nexport CLIENT_ID='id-1'\r\n\
            CLIENT_SECRET=\"s3 cret\"\r\nGENESYS_CLOUD_REGION=https://api.mypurecloud.de/\r\nREGION=nowhere\r\n\
            AGENT_EMAIL=a@example.com\r\nTARGET_NUMBER=+1 (202) 555-0143\r\n";
        let keys = Keys::read(text).unwrap();
        assert_eq!(keys.client_id, "id-1");
        assert_eq!(keys.client_secret.expose_secret(), "s3 cret");
        assert_eq!(keys.region.domain(), "mypurecloud.de");
        assert_eq!(keys.agent_email.as_deref(), Some("a@example.com"));
        assert_eq!(keys.number.as_deref(), Some("+1 (202) 555-0143"));
        let keys = Keys::read(WHOLE).unwrap();
        assert_eq!((keys.agent_email, keys.number), (None, None));
    }

    #[test]
    fn what_is_missing_is_named_and_no_value_is() {
        let problem = |text: &str| Keys::read(text).err().unwrap();
        assert_eq!(problem("").code, ProblemCode::ImportNoEnv);
        assert_eq!(problem("AGENT_EMAIL=a@b.c").code, ProblemCode::ImportNoEnv);
        for key in ["CLIENT_ID", "CLIENT_SECRET"] {
            let found = problem(&WHOLE.replace(&format!("{key}="), "OTHER="));
            assert_eq!(found.code, ProblemCode::ImportKeyMissing);
            assert_eq!(found.params["key"], key);
        }
        let found = problem(&WHOLE.replace("REGION=mypurecloud.ie", "REGION="));
        assert_eq!(found.params["key"], "GENESYS_CLOUD_REGION");
        let found = problem(&WHOLE.replace("mypurecloud.ie", "s3cret"));
        assert_eq!(found.code, ProblemCode::ImportRegionUnknown);
        assert!(!format!("{found:?}").contains("s3cret"));
    }

    #[test]
    fn regions_are_known_by_domain_name_and_address() {
        for written in [
            "mypurecloud.ie",
            "MyPureCloud.IE",
            "eu-west-1",
            "api.mypurecloud.ie",
            "https://api.mypurecloud.ie",
            "https://login.mypurecloud.ie/oauth/token",
            "https://apps.mypurecloud.ie:443/x",
        ] {
            let found = region(written).map(Region::domain);
            assert_eq!(found, Some("mypurecloud.ie"), "{written}");
        }
        for written in [
            "",
            "evil.example",
            "mypurecloud.ie.evil.example",
            "https://evil.example/mypurecloud.ie",
            "https://mypurecloud.ie@evil.example",
        ] {
            assert_eq!(region(written), None, "{written}");
        }
    }
}
