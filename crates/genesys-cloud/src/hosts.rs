//! Where a client talks to.

use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::{Dialect, Region};

/// The token host and the API host. Always `https`, or `http` to this machine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hosts {
    token: Url,
    api: Url,
}

/// Which of the two addresses is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostField {
    /// The base of the API.
    Api,
    /// The base of the token host.
    Login,
}

/// What is wrong with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostsErrorKind {
    /// Not an `http` or `https` URL with a host, or it holds credentials, a query or a fragment.
    Invalid,
    /// Plain `http` to another machine.
    Insecure,
}

/// An address that cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the {field:?} address is {kind:?}")]
pub struct HostsError {
    /// Which address.
    pub field: HostField,
    /// What is wrong.
    pub kind: HostsErrorKind,
}

impl Hosts {
    /// The hosts of a region, as `dialect` wants them.
    pub fn of_region(dialect: Dialect, region: Region) -> Result<Self, HostsError> {
        Self::explicit(&dialect.api_base(region), &dialect.token_base(region))
    }

    /// Explicit hosts: the base of the API and the base of the token host. A path in front of `/api/v2` or
    /// `/oauth/token` is kept.
    ///
    /// # Errors
    /// Where an address is not a URL, holds credentials, a query or a fragment, or is plain `http` to another machine.
    pub fn explicit(api: &str, login: &str) -> Result<Self, HostsError> {
        Ok(Self {
            api: read_base(api, HostField::Api)?,
            token: read_base(login, HostField::Login)?,
        })
    }

    /// Base of the API.
    pub fn api(&self) -> &Url {
        &self.api
    }

    /// Base of the token host.
    pub fn token(&self) -> &Url {
        &self.token
    }
}

fn read_base(text: &str, field: HostField) -> Result<Url, HostsError> {
    let invalid = HostsError {
        field,
        kind: HostsErrorKind::Invalid,
    };
    let url = Url::parse(text.trim()).map_err(|_| invalid)?;
    if !url.username().is_empty()
        || url.password().is_some()
        || url.query().is_some()
        || url.fragment().is_some()
    {
        return Err(invalid);
    }
    let host = url.host().ok_or(invalid)?;
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&host) => Ok(url),
        "http" => Err(HostsError {
            field,
            kind: HostsErrorKind::Insecure,
        }),
        _ => Err(invalid),
    }
}

/// Whether `host` is this machine: `127.0.0.0/8`, `::1` or `localhost`.
pub(crate) fn is_loopback(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => name.trim_end_matches('.').eq_ignore_ascii_case("localhost"),
        Host::Ipv4(address) => Ipv4Addr::is_loopback(address),
        Host::Ipv6(address) => Ipv6Addr::is_loopback(address),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use HostsErrorKind::{Insecure, Invalid};

    #[test]
    fn every_dialect_has_its_hosts_in_every_region() {
        let regions = [
            ("mypurecloud.com", "us-east-1"),
            ("mypurecloud.ie", "eu-west-1"),
            ("mypurecloud.com.au", "ap-southeast-2"),
            ("mypurecloud.jp", "ap-northeast-1"),
            ("mypurecloud.de", "eu-central-1"),
            ("usw2.pure.cloud", "us-west-2"),
            ("cac1.pure.cloud", "ca-central-1"),
            ("apne2.pure.cloud", "ap-northeast-2"),
            ("euw2.pure.cloud", "eu-west-2"),
            ("aps1.pure.cloud", "ap-south-1"),
            ("use2.us-gov-pure.cloud", "us-east-2"),
            ("sae1.pure.cloud", "sa-east-1"),
            ("mec1.pure.cloud", "me-central-1"),
            ("apne3.pure.cloud", "ap-northeast-3"),
            ("euc2.pure.cloud", "eu-central-2"),
            ("mxc1.pure.cloud", "mx-central-1"),
            ("apse1.pure.cloud", "ap-southeast-1"),
            ("edee1.eusc-pure.cloud", "eusc-de-east-1"),
        ];
        assert_eq!(Region::ALL.len(), regions.len());
        for (domain, aws) in regions {
            let region = Region::find(domain).unwrap();
            assert_eq!((region.aws(), Region::find(aws)), (aws, Some(region)));
            let hosts = |dialect| {
                let hosts = Hosts::of_region(dialect, region).unwrap();
                (hosts.token().to_string(), hosts.api().to_string())
            };
            let at = |prefix: &str| format!("https://{prefix}{domain}/");
            assert_eq!(hosts(Dialect::Platform), (at("login."), at("api.")));
            assert_eq!(hosts(Dialect::Participants), (at("api."), at("api.")));
            assert_eq!(hosts(Dialect::FromTo), (at(""), at("")));
            assert_eq!(
                region.interaction_url("c-1").unwrap().as_str(),
                format!("https://apps.{domain}/directory/#/analytics/interactions/c-1/admin")
            );
        }
    }

    #[test]
    fn a_region_is_found_in_any_case_and_only_by_its_whole_name() {
        assert!(Region::find(" MyPureCloud.COM ").is_some());
        for other in ["", "purecloud.com", "evilmypurecloud.com", "us-east"] {
            assert_eq!(Region::find(other), None);
        }
        let region = Region::ALL[0];
        for id in ["", "../x", "a b", "a/b", "a?b"] {
            assert_eq!(region.interaction_url(id), None, "{id}");
        }
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        let kind = |url: &str| match Hosts::explicit(url, "https://login.example.com") {
            Ok(_) => None,
            Err(error) => {
                assert_eq!(error.field, HostField::Api);
                Some(error.kind)
            }
        };
        let fine = [
            "https://api.example.com",
            "https://10.0.0.7:8443/base/",
            "http://127.0.0.1:4711",
            "http://127.9.9.9",
            "http://[::1]:80/",
            "http://localhost:1",
            "http://LOCALHOST.",
            " http://localhost:1/path ",
        ];
        for url in fine {
            assert_eq!(kind(url), None, "{url}");
        }
        let insecure = [
            "http://example.com",
            "http://127.0.0.1.example.com",
            "http://localhost.example.com",
            "http://10.0.0.7",
            "http://0.0.0.0",
            "http://[::]",
            "http://128.0.0.1",
        ];
        for url in insecure {
            assert_eq!(kind(url), Some(Insecure), "{url}");
        }
        let invalid = [
            "",
            "api.example.com",
            "localhost:80",
            "ftp://localhost",
            "file:///etc/passwd",
            "https://",
            "https://user@example.com",
            "https://user:pass@example.com",
            "http://127.0.0.1@example.com",
            "https://example.com?x=1",
            "https://example.com/#x",
            "javascript:alert(1)",
        ];
        for url in invalid {
            assert_eq!(kind(url), Some(Invalid), "{url}");
        }
        let error = Hosts::explicit("https://api.example.com", "http://x.test").unwrap_err();
        assert_eq!((error.field, error.kind), (HostField::Login, Insecure));
    }
}
