//! Asks a proxy for a tunnel (`CONNECT`), as the HTTP library does for requests.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use url::Url;

use super::TransportErrorKind;
use super::inspect::{Stream, place};
use super::network::Hop;

/// The longest answer of a proxy that is read.
const LONGEST_ANSWER: usize = 8192;

/// Opens a tunnel to `target` on a connection to the proxy.
pub(super) async fn open(
    proxy: &mut Box<dyn Stream>,
    target: &Url,
    hop: &Hop,
) -> Result<(), TransportErrorKind> {
    let Some((_, port)) = place(target) else {
        return Err(TransportErrorKind::Name);
    };
    let host = target.host_str().unwrap_or_default();
    let mut request =
        format!("CONNECT {host}:{port} HTTP/1.1\r\nHost: {host}:{port}\r\n").into_bytes();
    if let Some(authorization) = &hop.authorization {
        request.extend_from_slice(b"Proxy-Authorization: ");
        request.extend_from_slice(authorization.as_bytes());
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"\r\n");
    let broken = |_| TransportErrorKind::Proxy;
    proxy.write_all(&request).await.map_err(broken)?;
    let mut answer = Vec::new();
    // Byte by byte: what follows the head belongs to the server.
    while !answer.ends_with(b"\r\n\r\n") {
        if answer.len() == LONGEST_ANSWER {
            return Err(TransportErrorKind::Proxy);
        }
        answer.push(proxy.read_u8().await.map_err(broken)?);
    }
    match status(&answer) {
        Some(b"200") => Ok(()),
        Some(b"407") => Err(TransportErrorKind::ProxyAuth),
        // It is there, and did not reach the server, or will not.
        Some(_) => Err(TransportErrorKind::Connect),
        None => Err(TransportErrorKind::Proxy),
    }
}

/// The three digits of a status line.
fn status(head: &[u8]) -> Option<&[u8]> {
    let rest = head.strip_prefix(b"HTTP/1.")?;
    let code = rest.get(2..5)?;
    (rest.get(1) == Some(&b' ') && code.iter().all(u8::is_ascii_digit)).then_some(code)
}
