//! The port on this machine to which the browser brings the answer of a sign-in.

use std::io;
use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use tokio::net::{TcpListener, TcpStream};

use crate::problem::{Problem, ProblemCode};

/// How many ports are tried before this computer counts as one that does not let any be had.
const TRIES: usize = 16;

/// The port, on both loopback addresses: a browser asks either of them for `localhost`.
pub(super) struct Loopback {
    v4: TcpListener,
    /// None on a machine without `::1`.
    v6: Option<TcpListener>,
    port: u16,
}

/// Why a port is not ours.
enum NotBound {
    /// Somebody has it, perhaps on one of the two addresses only: the next one is tried.
    Taken,
    Failed(io::Error),
}

impl Loopback {
    /// A port that nobody else has on either address.
    ///
    /// # Errors
    /// `sign_in_port`.
    pub(super) async fn bind() -> Result<Self, Problem> {
        Self::bind_one_of(std::iter::repeat_n(0, TRIES)).await
    }

    /// The first of `ports` that is free on both addresses; 0 is any.
    async fn bind_one_of(ports: impl IntoIterator<Item = u16>) -> Result<Self, Problem> {
        for port in ports {
            match Self::bind_at(port).await {
                Ok(bound) => return Ok(bound),
                Err(NotBound::Taken) => {}
                Err(NotBound::Failed(error)) => {
                    tracing::warn!(%error, "no port of this computer can be listened to");
                    break;
                }
            }
        }
        Err(Problem::new(ProblemCode::SignInPort))
    }

    async fn bind_at(port: u16) -> Result<Self, NotBound> {
        let v4 = listen(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
        let port = v4.local_addr().map_err(NotBound::Failed)?.port();
        let v6 = match listen(SocketAddr::from((Ipv6Addr::LOCALHOST, port))).await {
            Ok(v6) => Some(v6),
            // Whoever has it there would get the answer.
            Err(NotBound::Taken) => return Err(NotBound::Taken),
            Err(NotBound::Failed(error)) => {
                tracing::debug!(%error, "this computer has no ::1");
                None
            }
        };
        Ok(Self { v4, v6, port })
    }

    /// The port.
    pub(super) fn port(&self) -> u16 {
        self.port
    }

    /// Where the browser is sent. Registered without a port, `http://localhost` stands for every one.
    pub(super) fn redirect_uri(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// The next connection.
    pub(super) async fn accept(&self) -> io::Result<TcpStream> {
        let on_v6 = async {
            match &self.v6 {
                Some(v6) => v6.accept().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            accepted = self.v4.accept() => accepted,
            accepted = on_v6 => accepted,
        }
        .map(|(stream, _)| stream)
    }
}

async fn listen(address: SocketAddr) -> Result<TcpListener, NotBound> {
    TcpListener::bind(address)
        .await
        .map_err(|error| match error.kind() {
            // The second is what Windows says of ports that it has set aside.
            io::ErrorKind::AddrInUse | io::ErrorKind::PermissionDenied => NotBound::Taken,
            _ => NotBound::Failed(error),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn free_port() -> u16 {
        Loopback::bind().await.unwrap().port()
    }

    #[tokio::test]
    async fn both_addresses_are_listened_to() {
        let bound = Loopback::bind().await.unwrap();
        assert_eq!(
            bound.redirect_uri(),
            format!("http://localhost:{}", bound.port())
        );
        for address in [
            SocketAddr::from((Ipv4Addr::LOCALHOST, bound.port())),
            SocketAddr::from((Ipv6Addr::LOCALHOST, bound.port())),
        ] {
            if address.is_ipv6() && bound.v6.is_none() {
                continue;
            }
            let (accepted, connected) = tokio::join!(bound.accept(), TcpStream::connect(address));
            assert!(accepted.is_ok() && connected.is_ok(), "{address}");
        }
    }

    #[tokio::test]
    async fn a_port_that_is_taken_on_either_address_is_passed_over() {
        for taken in [
            SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            SocketAddr::from((Ipv6Addr::LOCALHOST, 0)),
        ] {
            let Ok(holder) = TcpListener::bind(taken).await else {
                continue;
            };
            let taken = holder.local_addr().unwrap().port();
            let bound = Loopback::bind_one_of([taken, 0]).await.unwrap();
            assert_ne!(bound.port(), taken);
            let problem = Loopback::bind_one_of([taken]).await.err().unwrap();
            assert_eq!(problem.code, ProblemCode::SignInPort);
        }
    }

    #[tokio::test]
    async fn the_port_is_free_again_afterwards() {
        let port = free_port().await;
        assert!(Loopback::bind_one_of([port]).await.is_ok());
    }
}
