//! The way to the servers: proxy, names, certificates.

use genesys_cloud::transport::{HttpTransport, Transport, TransportError, TransportErrorKind};
use url::Url;

use super::About;
use super::list::{List, Seen};
use crate::network;
use crate::problem::{Problem, ProblemCode};
use crate::view::{CheckName, ProxyKind};

/// Whether a proxy is used, and whether it lets through. Answers whether one is used.
pub(super) async fn proxy(
    about: &About<'_>,
    http: &HttpTransport,
    hosts: &[Url],
    list: &mut List<'_>,
) -> bool {
    let kind = network::view(about.core).await.map(|view| view.proxy);
    let kind = match kind {
        Ok(ProxyKind::Explicit) => "explicit",
        _ => "system",
    };
    let mut used = false;
    let looking = async {
        let mut seen = Seen::passed();
        for base in hosts {
            let proxy = match http.resolve(base).await {
                Ok(resolved) => resolved.and_then(|resolved| resolved.proxy),
                Err(error) if error.kind == TransportErrorKind::Proxy => Some(error.host),
                // That a name is not known is the next step's to tell.
                Err(_) => None,
            };
            let Some(proxy) = proxy else { continue };
            used = true;
            let refused = match http.inspect(base).await {
                Err(error) => at_proxy(&error),
                Ok(_) => None,
            };
            seen = refused.map_or_else(Seen::passed, Seen::failed);
            seen = seen.with("proxy", proxy).with("kind", kind);
            if !seen.is_good() {
                break;
            }
        }
        seen
    };
    let seen = about.within(looking).await;
    list.set(CheckName::Proxy, seen);
    used
}

fn at_proxy(error: &TransportError) -> Option<Problem> {
    let code = match error.kind {
        TransportErrorKind::Proxy => ProblemCode::ProxyUnreachable,
        TransportErrorKind::ProxyAuth => ProblemCode::ProxySignIn,
        _ => return None,
    };
    Some(Problem::new(code).with("host", &error.host))
}

/// Whether the names lead somewhere.
pub(super) async fn names(http: &HttpTransport, hosts: &[Url]) -> Seen {
    let mut names: Vec<&str> = hosts.iter().filter_map(Url::host_str).collect();
    names.dedup();
    let told = names.join(", ");
    for base in hosts {
        if let Err(error) = http.resolve(base).await {
            let problem = Problem::new(ProblemCode::NameNotResolved).with("host", &error.host);
            return Seen::failed(problem).with("hosts", told);
        }
    }
    Seen::passed().with("hosts", told)
}

/// Whether connections can be secured, and who says that the servers are who they are.
pub(super) async fn certificates(http: &HttpTransport, hosts: &[Url]) -> Seen {
    let mut seen = None;
    for base in hosts {
        let facts = match http.inspect(base).await {
            Ok(Some(facts)) => facts,
            // Plain http is for this machine only.
            Ok(None) => continue,
            Err(error) => return Seen::failed(problem(error.kind, &error.host)),
        };
        let mut this = match facts.trouble {
            None => Seen::passed(),
            Some(kind) => Seen::failed(problem(kind, &named(base))),
        };
        if let Some(issuer) = facts.issuer {
            this = this.with("issuer", issuer);
        }
        if let Some(until) = facts.not_after {
            this = this.with("until", until);
        }
        if !this.is_good() {
            return this;
        }
        seen.get_or_insert(this);
    }
    seen.unwrap_or_else(Seen::skipped)
}

/// A server as it is named when a request to it fails.
fn named(base: &Url) -> String {
    let host = base.host_str().unwrap_or_default();
    match base.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

fn problem(kind: TransportErrorKind, host: &str) -> Problem {
    let code = match kind {
        TransportErrorKind::Name => ProblemCode::NameNotResolved,
        TransportErrorKind::Tls { expired: true } => ProblemCode::CertificateExpired,
        TransportErrorKind::Tls { expired: false } => ProblemCode::CertificateUntrusted,
        TransportErrorKind::Proxy => ProblemCode::ProxyUnreachable,
        TransportErrorKind::ProxyAuth => ProblemCode::ProxySignIn,
        TransportErrorKind::Reset => ProblemCode::ConnectionLost,
        _ => ProblemCode::Unreachable,
    };
    Problem::new(code).with("host", host)
}
