//! A tap on the wire between the app and the sandbox: it knows every secret that passed, so that a
//! test can look for them where they must not be.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::tcp::{OwnedReadHalf, OwnedWriteHalf};
use tokio::net::{TcpListener, TcpStream};

use crate::background::{Background, listener};
use crate::tls_front::authority;
use crate::trouble::Trouble;

/// What stands before a secret, and what ends it.
const SECRETS: [(&str, &[char]); 8] = [
    ("\"access_token\":\"", &['"']),
    ("\"refresh_token\":\"", &['"']),
    ("Bearer ", &['\r']),
    ("Basic ", &['\r']),
    ("client_secret=", &['&']),
    ("refresh_token=", &['&']),
    ("code_verifier=", &['&']),
    ("&code=", &['&']),
];

/// How a request begins.
const NEXT: [&str; 6] = ["GET /", "POST /", "PUT /", "PATCH /", "DELETE /", "HEAD /"];

/// It ends with the value.
pub struct Tap {
    port: u16,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
    _running: Background,
}

impl Tap {
    /// Stands in front of the server with this base URL.
    ///
    /// # Errors
    /// There is no free port.
    pub fn on(base_url: &str) -> Result<Self, Trouble> {
        let (listener, port) = listener()?;
        let behind = authority(base_url)?;
        let heard = Arc::default();
        Ok(Self {
            port,
            heard: Arc::clone(&heard),
            _running: Background::run(accept(listener, behind, heard))?,
        })
    }

    /// Base URL of the server, by way of the tap.
    pub fn base_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Every secret that has passed until now.
    pub fn secrets(&self) -> BTreeSet<String> {
        let heard = self.heard.lock().unwrap_or_else(PoisonError::into_inner);
        heard
            .iter()
            .flat_map(|one_way| secrets_in(&String::from_utf8_lossy(one_way)))
            .collect()
    }
}

fn secrets_in(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (before, ends) in SECRETS {
        for rest in text.split(before).skip(1) {
            let secret = rest.split(ends).next().unwrap_or_default();
            // The next request on the connection follows a form at once.
            let secret = NEXT.iter().fold(secret, |secret, next| {
                secret.split(next).next().unwrap_or_default()
            });
            // Shorter than any of them, it would be found in anything.
            if secret.len() >= 16 {
                found.push(secret.to_owned());
            }
        }
    }
    found
}

async fn accept(
    listener: std::net::TcpListener,
    behind: SocketAddr,
    heard: Arc<Mutex<Vec<Vec<u8>>>>,
) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    while let Ok((visitor, _)) = listener.accept().await {
        let heard = Arc::clone(&heard);
        tokio::spawn(async move {
            // Who cannot be connected sees the connection end.
            if let Ok(server) = TcpStream::connect(behind).await {
                let (from_visitor, to_visitor) = visitor.into_split();
                let (from_server, to_server) = server.into_split();
                tokio::spawn(carry(from_visitor, to_server, Arc::clone(&heard)));
                carry(from_server, to_visitor, heard).await;
            }
        });
    }
}

/// Carries bytes one way, and remembers them in the order in which they came.
async fn carry(mut from: OwnedReadHalf, mut to: OwnedWriteHalf, heard: Arc<Mutex<Vec<Vec<u8>>>>) {
    let lock = || heard.lock().unwrap_or_else(PoisonError::into_inner);
    let mine = {
        let mut all = lock();
        all.push(Vec::new());
        all.len() - 1
    };
    let mut bytes = vec![0; 1 << 14];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        if let Some(one_way) = lock().get_mut(mine) {
            one_way.extend_from_slice(&bytes[..count]);
        }
        if to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
    // The other side may have gone first.
    let _gone = to.shutdown().await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_secret_is_found_wherever_it_passes() {
        let wire = "POST /oauth/token HTTP/1.1\r\nauthorization: Basic QUJDREVGR0hJSktMTU5P\r\n\r\n\
            grant_type=authorization_code&code=c0c0c0c0c0c0c0c0c0&code_verifier=vvvvvvvvvvvvvvvvvv&client_id=x";
        assert_eq!(
            secrets_in(wire),
            [
                "QUJDREVGR0hJSktMTU5P",
                "vvvvvvvvvvvvvvvvvv",
                "c0c0c0c0c0c0c0c0c0"
            ]
        );
        let answer =
            r#"{"access_token":"aaaaaaaaaaaaaaaaaaaa","refresh_token":"rrrrrrrrrrrrrrrrrrrr"}"#;
        assert_eq!(
            secrets_in(answer),
            ["aaaaaaaaaaaaaaaaaaaa", "rrrrrrrrrrrrrrrrrrrr"]
        );
    }
}
