//! A server of the test's own, on a thread of its own: it answers also while the test waits for a
//! program to end.

use std::future::Future;

use tokio::runtime::Builder;
use tokio::sync::oneshot;

use crate::trouble::Trouble;

/// Something that runs until this is dropped.
pub(crate) struct Background {
    _ends_with_it: oneshot::Sender<()>,
}

impl Background {
    /// Runs it.
    pub(crate) fn run(work: impl Future<Output = ()> + Send + 'static) -> Result<Self, Trouble> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let (ends_with_it, dropped) = oneshot::channel::<()>();
        std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    () = work => {}
                    // Nothing is ever sent: it is the dropping that counts.
                    _ = dropped => {}
                }
            });
        });
        Ok(Self {
            _ends_with_it: ends_with_it,
        })
    }
}

/// A port of this machine that is listened on from now on, for a server to come.
pub(crate) fn listener() -> Result<(std::net::TcpListener, u16), Trouble> {
    let listener = std::net::TcpListener::bind((std::net::Ipv4Addr::LOCALHOST, 0))?;
    listener.set_nonblocking(true)?;
    let port = listener.local_addr()?.port();
    Ok((listener, port))
}
