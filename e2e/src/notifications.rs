//! The service of a desktop that shows notifications. Here it only keeps them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::zvariant::OwnedValue;
use zbus::{Connection, connection};

use crate::desktop::Desktop;
use crate::trouble::Trouble;

/// One notification, as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The title.
    pub title: String,
    /// The text below it.
    pub body: String,
    /// The number of the one that it takes the place of; 0 where it takes none.
    pub replaces: u32,
}

/// The running service; it ends when this is dropped.
pub struct NotificationService {
    shown: Arc<Mutex<Vec<Shown>>>,
    _bus: Connection,
}

impl NotificationService {
    /// Starts it on the bus of a desktop.
    ///
    /// # Errors
    /// The bus refused.
    pub async fn start(desktop: &Desktop) -> Result<Self, Trouble> {
        let shown = Arc::default();
        let service = Service {
            shown: Arc::clone(&shown),
        };
        let bus = connection::Builder::address(desktop.bus())?
            .name("org.freedesktop.Notifications")?
            .serve_at("/org/freedesktop/Notifications", service)?
            .build()
            .await?;
        Ok(Self { shown, _bus: bus })
    }

    /// What was shown until now, oldest first.
    pub fn shown(&self) -> Vec<Shown> {
        let shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.clone()
    }
}

struct Service {
    shown: Arc<Mutex<Vec<Shown>>>,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[expect(clippy::too_many_arguments, reason = "the standard has them")]
    fn notify(
        &self,
        _app: String,
        replaces: u32,
        _icon: String,
        title: String,
        body: String,
        _actions: Vec<String>,
        _hints: HashMap<String, OwnedValue>,
        _milliseconds: i32,
    ) -> u32 {
        let mut shown = self.shown.lock().unwrap_or_else(PoisonError::into_inner);
        shown.push(Shown {
            title,
            body,
            replaces,
        });
        let number = u32::try_from(shown.len()).unwrap_or(u32::MAX);
        if replaces == 0 { number } else { replaces }
    }
}
