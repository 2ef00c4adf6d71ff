//! The settings of the network, read once.

use std::fmt;
use std::time::Duration;

use http::{HeaderValue, Uri};
use hyper_util::client::proxy::matcher::Matcher;
use rustls::RootCertStore;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use super::host_of_url;
use crate::client::exchange::{basic, sensitive};

/// How the network is reached.
#[derive(Debug, Clone)]
pub struct NetworkOptions {
    /// How long a connection may take to come to be (name, proxy, connect and TLS together).
    pub connect: Duration,
    /// The way out.
    pub proxy: Proxy,
    /// Certificates that are trusted beside those of the operating system: PEM, one or more; empty for none.
    pub extra_ca: Vec<u8>,
}

/// The way out of this computer. This computer itself is never reached through a proxy.
#[derive(Clone, Default)]
pub enum Proxy {
    /// What the operating system says (on Linux: the proxy variables of the environment).
    #[default]
    System,
    /// Straight.
    None,
    /// Through this one.
    Explicit {
        /// `http://` or `https://`, a host and a port; nothing else.
        url: String,
        /// Who signs in at the proxy, where it wants that.
        user: Option<String>,
        /// The password of `user`.
        password: Option<SecretString>,
    },
}

/// Of an address only that there is one: people paste passwords into it.
impl fmt::Debug for Proxy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "System",
            Self::None => "None",
            Self::Explicit { .. } => "Explicit",
        })
    }
}

/// The settings cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum HttpTransportError {
    /// The address of the proxy is no `http` or `https` URL of a host, or holds more than that.
    #[error("the address of the proxy cannot be used")]
    ProxyAddress,
    /// The sign-in for the proxy cannot be sent: a user with a colon, or a password without a user.
    #[error("the sign-in for the proxy cannot be used")]
    ProxySignIn,
    /// The additional certificates are not PEM, or not certificates that can be trusted.
    #[error("the additional certificates cannot be used")]
    ExtraCa,
    /// The HTTP library refuses.
    #[error("the network cannot be set up: {0}")]
    System(String),
}

impl NetworkOptions {
    /// The system's proxy and certificates.
    pub fn new(connect: Duration) -> Self {
        Self {
            connect,
            proxy: Proxy::default(),
            extra_ca: Vec::new(),
        }
    }

    /// The additional certificates.
    pub(super) fn roots(&self) -> Result<Vec<CertificateDer<'static>>, HttpTransportError> {
        if self.extra_ca.is_empty() {
            return Ok(Vec::new());
        }
        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(&self.extra_ca).collect();
        let roots = read.map_err(|_| HttpTransportError::ExtraCa)?;
        let mut store = RootCertStore::empty();
        let usable = roots.iter().all(|root| store.add(root.clone()).is_ok());
        if usable && !roots.is_empty() {
            Ok(roots)
        } else {
            Err(HttpTransportError::ExtraCa)
        }
    }
}

/// Where requests go first.
pub(super) enum Route {
    System(Box<Matcher>),
    Straight,
    Through(Hop),
}

/// A proxy.
#[derive(Clone)]
pub(super) struct Hop {
    /// Its host, with the port where that is not the usual one.
    pub(super) host: String,
    pub(super) url: Url,
    pub(super) authorization: Option<HeaderValue>,
}

impl fmt::Debug for Hop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hop")
            .field("host", &self.host)
            .finish_non_exhaustive()
    }
}

impl Route {
    /// Reads the settings; those of the system are read here too.
    pub(super) fn of(proxy: &Proxy) -> Result<Self, HttpTransportError> {
        Ok(match proxy {
            Proxy::System => Self::System(Box::new(Matcher::from_system())),
            Proxy::None => Self::Straight,
            Proxy::Explicit {
                url,
                user,
                password,
            } => Self::Through(Hop::read(url, user.as_deref(), password.as_ref())?),
        })
    }

    /// The proxy on the way to a URL that is not this computer's.
    pub(super) fn hop(&self, url: &Url) -> Option<Hop> {
        match self {
            Self::Straight => None,
            Self::Through(hop) => Some(hop.clone()),
            Self::System(matcher) => {
                let plain = matches!(url.scheme(), "http" | "ws");
                let scheme = if plain { "http" } else { "https" };
                let uri = Uri::builder()
                    .scheme(scheme)
                    .authority(url.authority())
                    .path_and_query("/")
                    .build()
                    .ok()?;
                let found = matcher.intercept(&uri)?;
                let url = Url::parse(&found.uri().to_string()).ok()?;
                Some(Hop {
                    host: host_of_url(&url),
                    url,
                    authorization: found.basic_auth().cloned(),
                })
            }
        }
    }
}

impl Hop {
    fn read(
        url: &str,
        user: Option<&str>,
        password: Option<&SecretString>,
    ) -> Result<Self, HttpTransportError> {
        let url = Url::parse(url.trim()).map_err(|_| HttpTransportError::ProxyAddress)?;
        let bare = url.username().is_empty()
            && url.password().is_none()
            && url.path() == "/"
            && url.query().is_none()
            && url.fragment().is_none();
        if !bare || !matches!(url.scheme(), "http" | "https") || url.host().is_none() {
            return Err(HttpTransportError::ProxyAddress);
        }
        let password = password.map(ExposeSecret::expose_secret);
        let authorization = match (user, password) {
            (Some(user), password) if !user.contains(':') => sensitive(&format!(
                "Basic {}",
                basic(user, password.unwrap_or_default())
            )),
            (None, None) => None,
            _ => return Err(HttpTransportError::ProxySignIn),
        };
        Ok(Self {
            host: host_of_url(&url),
            url,
            authorization,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn explicit(
        url: &str,
        user: Option<&str>,
        password: Option<&str>,
    ) -> Result<Hop, HttpTransportError> {
        let proxy = Proxy::Explicit {
            url: url.to_owned(),
            user: user.map(str::to_owned),
            password: password.map(SecretString::from),
        };
        assert!(!format!("{proxy:?}").contains("pa55"));
        match Route::of(&proxy)? {
            Route::Through(hop) => Ok(hop),
            _ => panic!("another route"),
        }
    }

    #[test]
    fn the_address_of_a_proxy_is_a_host_and_a_port() {
        for (url, host) in [
            ("http://proxy.test:3128", "proxy.test:3128"),
            (" https://10.0.0.1/ ", "10.0.0.1"),
            ("http://[::1]:8080", "[::1]:8080"),
        ] {
            assert_eq!(explicit(url, None, None).unwrap().host, host);
        }
        for url in [
            "",
            "proxy.test:3128",
            "socks5://proxy.test:1080",
            "http://",
            "http://user:pa55@proxy.test",
            "http://proxy.test/path",
            "http://proxy.test?x",
        ] {
            let error = explicit(url, None, None).unwrap_err();
            assert_eq!(error, HttpTransportError::ProxyAddress, "{url}");
        }
    }

    #[test]
    fn a_sign_in_is_one_that_can_be_sent_and_is_not_shown() {
        let hop = explicit("http://proxy.test", Some("ann"), Some("pa55:word")).unwrap();
        let sent = hop.authorization.clone().unwrap();
        assert_eq!(sent, "Basic YW5uOnBhNTU6d29yZA==");
        assert!(sent.is_sensitive() && !format!("{hop:?}").contains("YW5u"));
        for (user, password) in [(Some("a:b"), Some("pa55")), (None, Some("pa55"))] {
            let error = explicit("http://proxy.test", user, password).unwrap_err();
            assert_eq!(error, HttpTransportError::ProxySignIn);
        }
    }

    #[test]
    fn what_is_no_certificate_is_refused() {
        for wrong in [
            &b"hello"[..],
            b"-----BEGIN CERTIFICATE-----\nMTIzNDU2\n-----END CERTIFICATE-----\n",
            b"-----BEGIN CERTIFICATE-----\n",
            b"-----BEGIN PUBLIC KEY-----\nMTIzNDU2\n-----END PUBLIC KEY-----\n",
        ] {
            let options = NetworkOptions {
                extra_ca: wrong.to_vec(),
                ..NetworkOptions::new(Duration::from_secs(1))
            };
            assert_eq!(options.roots(), Err(HttpTransportError::ExtraCa));
        }
    }
}
