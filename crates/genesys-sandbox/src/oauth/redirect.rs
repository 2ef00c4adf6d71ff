//! Where the answer of a sign-in goes: registered addresses only.

use url::Url;

/// The one registered address. Without a port it stands for every port of the loopback name.
const REGISTERED: &str = "http://localhost";

/// A registered address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Redirect(String);

impl Redirect {
    /// The address, where it is registered. It is compared as text: another path, a slash at the end
    /// and `127.0.0.1` are other addresses.
    pub(super) fn registered(address: &str) -> Option<Self> {
        let rest = address.strip_prefix(REGISTERED)?;
        let is_any_port = || {
            rest.strip_prefix(':').is_some_and(|port| {
                port.bytes().all(|byte| byte.is_ascii_digit())
                    && port.parse::<u16>().is_ok_and(|port| port > 0)
            })
        };
        (rest.is_empty() || is_any_port()).then(|| Self(address.to_owned()))
    }

    /// As it was asked for.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address with these parameters; nothing for those that are empty.
    pub(super) fn with(&self, parameters: &[(&str, &str)]) -> Option<String> {
        let mut address = Url::parse(&self.0).ok()?;
        let said = parameters.iter().filter(|(_, value)| !value.is_empty());
        address.query_pairs_mut().extend_pairs(said);
        Some(address.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_loopback_port_is_registered_and_nothing_else_is() {
        for address in [
            "http://localhost",
            "http://localhost:1",
            "http://localhost:65535",
        ] {
            assert!(Redirect::registered(address).is_some(), "{address}");
        }
        for address in [
            "",
            "http://localhost/",
            "http://localhost:8080/",
            "http://localhost:8080/callback",
            "http://localhost:8080?a=b",
            "http://localhost:0",
            "http://localhost:65536",
            "http://localhost:+80",
            "http://localhost:",
            "http://localhost.example.com",
            "http://localhost:80@example.com",
            "https://localhost:8080",
            "http://127.0.0.1:8080",
            "http://[::1]:8080",
            "HTTP://localhost:8080",
        ] {
            assert!(Redirect::registered(address).is_none(), "{address}");
        }
    }

    #[test]
    fn parameters_are_written_so_that_they_can_be_read_again() {
        let redirect = Redirect::registered("http://localhost:8080").unwrap();
        let address = redirect
            .with(&[("code", "a b"), ("state", "x&y=z")])
            .unwrap();
        assert_eq!(address, "http://localhost:8080/?code=a+b&state=x%26y%3Dz");
        assert_eq!(
            redirect.with(&[("code", "a"), ("state", "")]).unwrap(),
            "http://localhost:8080/?code=a"
        );
    }
}
