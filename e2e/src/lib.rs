//! Drives the real window of Ringfor, with a real keyring, on a display nobody sees.
//!
//! A [`Desktop`] is everything a person's session would bring: an X server, a window manager, a
//! message bus, a keyring, a fresh home. An [`App`] is Ringfor on it, held through WebDriver, and
//! a [`Page`] is what it shows. A [`SandboxProcess`] is the simulated Genesys Cloud it talks to.
//!
//! Nothing here waits without a limit, and nothing stays behind: not after a failed assertion,
//! not after Ctrl-C, not after a kill.

mod app;
mod authority;
mod background;
mod browser;
mod command_line;
mod desktop;
mod disk;
mod drag;
mod driver;
mod keyring;
mod notifications;
mod page;
mod places;
mod processes;
mod proxy;
mod row;
mod sandbox;
mod second;
mod steps;
mod system_language;
mod tap;
mod tls_front;
mod traces;
mod tray;
mod trouble;
mod undertaker;
mod wait;

pub use app::{App, Start};
pub use authority::Authority;
pub use browser::{Browser, Landed, SignInPage, parameter, with_parameter};
pub use command_line::{CommandLine, Said};
pub use desktop::Desktop;
pub use drag::HeldFile;
pub use keyring::Keyring;
pub use notifications::{NotificationService, Shown};
pub use page::Page;
pub use places::shots;
pub use proxy::{Asked, Proxy};
pub use row::Row;
pub use sandbox::{SandboxProcess, WhatHappened};
pub use second::SecondStart;
pub use tap::Tap;
pub use tls_front::TlsFront;
pub use tray::TrayHost;
pub use trouble::{Tested, Trouble};
pub use wait::{PATIENCE, until};
