//! `ringfor sign-in` and `sign-out`: a person signs in in the browser of this computer.

use dialer::view::Event;

use crate::args::{Shared, SignInArgs};
use crate::exit::{Exit, Stop};
use crate::interrupt::Interrupts;
use crate::profile;
use crate::session::{Browser, Session};
use crate::terminal::Terminal;

/// Waits until the person has signed in. Ctrl-C gives it up.
///
/// # Errors
/// `profile_missing`, the `sign_in_…` problems, those of connection and keyring.
pub(crate) async fn sign_in(
    args: &SignInArgs,
    shared: &Shared,
    interrupts: &mut Interrupts,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let browser = if args.no_browser {
        Browser::NotOpened
    } else {
        Browser::Opened
    };
    let mut session = Session::open_with(browser).await?;
    let id = session
        .id_of(args.name.as_ref().or(shared.profile.as_ref()))
        .await?;
    if shared.secret_stdin {
        tokio::select! {
            lent = session.lend_secret(&id) => lent?,
            () = interrupts.next() => return Ok(Exit::Interrupted),
        }
    }
    let dialer = session.dialer.clone();
    let signing_in = dialer.sign_in(&id);
    tokio::pin!(signing_in);
    loop {
        tokio::select! {
            signed_in = &mut signing_in => return profile::told(&signed_in?, terminal),
            Some(event) = session.events.recv() => match event {
                Event::SigningIn { url, .. } => {
                    terminal.aside(&terminal.text("cli-sign-in-page", &[]));
                    terminal.aside(&url);
                }
                Event::Notice { problem } => terminal.problem(&problem),
                _ => {}
            },
            () = interrupts.next() => dialer.cancel_sign_in(&id).await?,
        }
    }
}

/// Signs the person out.
///
/// # Errors
/// `profile_missing`, those of connection and keyring.
pub(crate) async fn sign_out(
    name: Option<&String>,
    shared: &Shared,
    terminal: &Terminal,
) -> Result<Exit, Stop> {
    let mut session = Session::open_without_profile().await?;
    let id = session.id_of(name.or(shared.profile.as_ref())).await?;
    if shared.secret_stdin {
        session.lend_secret(&id).await?;
    }
    let profile = session.dialer.sign_out(&id).await?;
    while let Ok(event) = session.events.try_recv() {
        if let Event::Notice { problem } = event {
            terminal.problem(&problem);
        }
    }
    profile::told(&profile, terminal)
}
