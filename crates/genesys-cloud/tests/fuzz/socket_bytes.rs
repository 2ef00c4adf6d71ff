//! What arrives on a real socket, byte by byte: whole and split texts, pings, binary, the end, and what no frame is.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc;
use std::time::Duration;

use fuzzing::{Limits, Reached, Target};
use genesys_cloud::notifications::Notification;
use genesys_cloud::transport::{HttpTransport, Limits as TransportLimits, MAX_BODY, Transport};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use tungstenite::handshake::derive_accept_key;

use crate::frames::{samples, understood};
use crate::json::{Body, like};

const LIMITS: Limits = Limits {
    // A text of 1 MiB, what is read ahead of it, and its tree.
    memory: 32 * 1024 * 1024,
    time: Duration::from_secs(10),
    accepted: 0.3,
};

/// What the server writes.
#[derive(Debug, Clone)]
enum Piece {
    Text(Body),
    /// In two frames, with a ping between them.
    Split(Body),
    Binary(Vec<u8>),
    Ping(Vec<u8>),
    Close(Vec<u8>),
    /// A frame that claims this length, and does not keep its word.
    Claims(u64),
    Raw(Vec<u8>),
}

pub(crate) fn targets() -> Vec<Target> {
    let bytes = prop::collection::vec(any::<u8>(), 0..130);
    let piece = prop_oneof![
        8 => like(samples()).prop_map(Piece::Text),
        3 => like(samples()).prop_map(Piece::Split),
        1 => bytes.clone().prop_map(Piece::Binary),
        1 => bytes.clone().prop_map(Piece::Ping),
        1 => bytes.clone().prop_map(Piece::Close),
        1 => prop_oneof![any::<u64>(), 1_048_000..1_049_000_u64].prop_map(Piece::Claims),
        1 => bytes.prop_map(Piece::Raw),
    ];
    let server = std::cell::OnceCell::new();
    vec![Target::new(
        "socket_bytes",
        LIMITS,
        prop::collection::vec(piece, 1..4),
        move |pieces| server.get_or_init(Server::start).listen(&pieces),
    )]
}

fn frame(head: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = announced(head, payload.len() as u64);
    bytes.extend(payload);
    bytes
}

fn announced(head: u8, length: u64) -> Vec<u8> {
    match length {
        0..=125 => vec![head, length as u8],
        126..=0xffff => [&[head, 126], &(length as u16).to_be_bytes()[..]].concat(),
        _ => [&[head, 127], &length.to_be_bytes()[..]].concat(),
    }
}

fn written(piece: &Piece) -> Vec<u8> {
    match piece {
        Piece::Text(body) => frame(0x81, &body.0),
        Piece::Split(body) => {
            let (one, other) = body.0.split_at(body.0.len() / 2);
            [frame(0x01, one), frame(0x89, b"x"), frame(0x80, other)].concat()
        }
        Piece::Binary(bytes) => frame(0x82, bytes),
        Piece::Ping(bytes) => frame(0x89, bytes),
        Piece::Close(bytes) => frame(0x88, bytes),
        Piece::Claims(length) => announced(0x81, *length),
        Piece::Raw(bytes) => bytes.clone(),
    }
}

/// Answers each connection with the next bytes it is given, and then ends it.
struct Server {
    address: SocketAddr,
    to_write: mpsc::Sender<Vec<u8>>,
    runtime: tokio::runtime::Runtime,
    transport: HttpTransport,
}

impl Server {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (to_write, given) = mpsc::channel::<Vec<u8>>();
        std::thread::spawn(move || {
            for bytes in given {
                let (stream, _) = listener.accept().unwrap();
                // The client may hang up in the middle.
                drop(serve(stream, &bytes));
            }
        });
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        Self {
            address,
            to_write,
            transport: runtime
                .block_on(async { HttpTransport::new(Duration::from_secs(5)) })
                .unwrap(),
            runtime,
        }
    }

    fn listen(&self, pieces: &[Piece]) -> Result<Reached, TestCaseError> {
        self.to_write
            .send(pieces.iter().flat_map(written).collect())
            .unwrap();
        let url = format!("ws://{}/channels/x", self.address).parse().unwrap();
        let whole: Vec<String> = pieces.iter().filter_map(text_of).collect();
        self.runtime.block_on(async {
            let limits = TransportLimits::default();
            let mut socket = self.transport.open_socket(url, limits).await.unwrap();
            let mut told = 0;
            let only_texts = pieces.iter().all(|piece| text_of(piece).is_some());
            while let Some(received) = socket.receive().await {
                // The connection ends without a farewell.
                let Ok(text) = received else { break };
                prop_assert!(text.len() <= MAX_BODY);
                understood(&Notification::read(&text), &text)?;
                if only_texts {
                    // In their order, each whole.
                    prop_assert_eq!(Some(&text), whole.get(told));
                }
                told += 1;
            }
            prop_assert!(!only_texts || told == whole.len(), "a text is lost");
            let more = socket.receive().await;
            prop_assert!(more.is_none(), "more after the end");
            Ok(Reached::when(told > 0))
        })
    }
}

/// The text that a piece is, where it is one that has to arrive.
fn text_of(piece: &Piece) -> Option<String> {
    match piece {
        Piece::Text(Body(bytes)) | Piece::Split(Body(bytes)) if bytes.len() <= MAX_BODY => {
            String::from_utf8(bytes.clone()).ok()
        }
        _ => None,
    }
}

fn serve(stream: TcpStream, bytes: &[u8]) -> std::io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut key = String::new();
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("sec-websocket-key")
        {
            key = derive_accept_key(value.trim().as_bytes());
        }
        line.clear();
    }
    let head = format!(
        "HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-accept: {key}\r\n\r\n"
    );
    let mut stream = stream;
    stream.write_all(head.as_bytes())?;
    stream.write_all(bytes)?;
    stream.shutdown(std::net::Shutdown::Write)?;
    // Until the client has hung up, so that nothing it has not read yet is thrown away.
    stream.set_read_timeout(Some(Duration::from_secs(5)))?;
    reader.read_to_end(&mut Vec::new())?;
    Ok(())
}
