//! A forward proxy, as companies have one: CONNECT and plain HTTP, with or without a password. It
//! alone knows where the hosts of the test are, so what arrives there has come through it.

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

use crate::background::{Background, listener};
use crate::trouble::Trouble;

const LONGEST_HEAD: usize = 1 << 16;

/// It ends with the value.
pub struct Proxy {
    port: u16,
    asked: Arc<Mutex<Vec<Asked>>>,
    _running: Background,
}

/// What somebody asked of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// `CONNECT`, or the method of a plain request.
    pub method: String,
    /// Host and port.
    pub host: String,
    /// Whether they gave the name and the password.
    pub let_on: bool,
}

struct House {
    /// The value of the header that lets somebody on.
    key: Option<String>,
    /// Host and port as they are asked for, and where they are.
    hosts: HashMap<String, SocketAddr>,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Proxy {
    /// Starts one that knows these hosts, each with its port, and where they are.
    ///
    /// # Errors
    /// There is no free port.
    pub fn start(hosts: &[(&str, SocketAddr)]) -> Result<Self, Trouble> {
        Self::start_for(None, hosts)
    }

    /// The same, for those who know a name and a password.
    ///
    /// # Errors
    /// There is no free port.
    pub fn start_with_password(
        name: &str,
        password: &str,
        hosts: &[(&str, SocketAddr)],
    ) -> Result<Self, Trouble> {
        let key = STANDARD.encode(format!("{name}:{password}"));
        Self::start_for(Some(format!("Basic {key}")), hosts)
    }

    fn start_for(key: Option<String>, hosts: &[(&str, SocketAddr)]) -> Result<Self, Trouble> {
        let (listener, port) = listener()?;
        let asked = Arc::default();
        let house = House {
            key,
            hosts: hosts
                .iter()
                .map(|(host, at)| ((*host).to_owned(), *at))
                .collect(),
            asked: Arc::clone(&asked),
        };
        Ok(Self {
            port,
            asked,
            _running: Background::run(accept(listener, Arc::new(house)))?,
        })
    }

    /// Its address, without name and password.
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// What it was asked until now, in order.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

async fn accept(listener: std::net::TcpListener, house: Arc<House>) {
    let Ok(listener) = TcpListener::from_std(listener) else {
        return;
    };
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, Arc::clone(&house)));
    }
}

/// One request; a connection that breaks is its visitor's business.
async fn serve(mut visitor: TcpStream, house: Arc<House>) -> Option<()> {
    let (head, rest) = head(&mut visitor).await?;
    let mut lines = head.split("\r\n");
    let mut words = lines.next()?.split(' ');
    let (method, target) = (words.next()?, words.next()?);
    let headers: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let is_tunnel = method == "CONNECT";
    let (host, path) = if is_tunnel {
        (target.to_owned(), "")
    } else {
        plain_target(target)?
    };
    let let_on = house
        .key
        .as_deref()
        .is_none_or(|key| header(&headers, "proxy-authorization") == Some(key));
    house
        .asked
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(Asked {
            method: method.to_owned(),
            host: host.clone(),
            let_on,
        });
    if !let_on {
        return refuse(
            visitor,
            "407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"contoso\"",
        )
        .await;
    }
    let Some(at) = house.hosts.get(&host) else {
        return refuse(visitor, "502 Bad Gateway").await;
    };
    let mut server = TcpStream::connect(at).await.ok()?;
    if is_tunnel {
        let opened = b"HTTP/1.1 200 Connection Established\r\n\r\n";
        visitor.write_all(opened).await.ok()?;
    } else {
        let request = passed_on(method, path, &headers);
        server.write_all(request.as_bytes()).await.ok()?;
    }
    server.write_all(&rest).await.ok()?;
    copy_bidirectional(&mut visitor, &mut server).await.ok()?;
    Some(())
}

/// Everything up to the empty line, and what came after it already.
async fn head(visitor: &mut TcpStream) -> Option<(String, Vec<u8>)> {
    let mut read = Vec::new();
    loop {
        if let Some(end) = read.windows(4).position(|four| four == b"\r\n\r\n") {
            let rest = read.split_off(end + 4);
            return Some((String::from_utf8(read).ok()?, rest));
        }
        if read.len() > LONGEST_HEAD || visitor.read_buf(&mut read).await.ok()? == 0 {
            return None;
        }
    }
}

/// Host with port, and path, of `http://host/path`.
fn plain_target(target: &str) -> Option<(String, &str)> {
    let rest = target.strip_prefix("http://")?;
    let (host, path) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, "/"),
    };
    let host = if host.contains(':') {
        host.to_owned()
    } else {
        format!("{host}:80")
    };
    Some((host, path))
}

fn header<'a>(headers: &[&'a str], name: &str) -> Option<&'a str> {
    headers.iter().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        key.eq_ignore_ascii_case(name).then(|| value.trim())
    })
}

/// A plain request as its server gets it. The next one has to come on a connection of its own, so
/// that none passes unseen; only a socket stays.
fn passed_on(method: &str, path: &str, headers: &[&str]) -> String {
    let becomes_socket = header(headers, "upgrade").is_some();
    let mut request = format!("{method} {path} HTTP/1.1\r\n");
    for line in headers {
        let name = line
            .split(':')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let is_ours = name.starts_with("proxy-") || (name == "connection" && !becomes_socket);
        if !is_ours {
            request.push_str(line);
            request.push_str("\r\n");
        }
    }
    if !becomes_socket {
        request.push_str("Connection: close\r\n");
    }
    request.push_str("\r\n");
    request
}

async fn refuse(mut visitor: TcpStream, why: &str) -> Option<()> {
    let answer = format!("HTTP/1.1 {why}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    visitor.write_all(answer.as_bytes()).await.ok()?;
    visitor.shutdown().await.ok()
}
