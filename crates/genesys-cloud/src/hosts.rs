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
