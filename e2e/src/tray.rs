//! The part of a desktop that shows tray icons. Here it only says that it is there.

use zbus::{Connection, connection};

use crate::desktop::Desktop;
use crate::trouble::Trouble;

/// The running host; it is gone when this is dropped.
pub struct TrayHost {
    _bus: Connection,
}

impl TrayHost {
    /// Starts it on the bus of a desktop.
    ///
    /// # Errors
    /// The bus refused.
    pub async fn start(desktop: &Desktop) -> Result<Self, Trouble> {
        let bus = connection::Builder::address(desktop.bus())?
            .name("org.kde.StatusNotifierWatcher")?
            .serve_at("/StatusNotifierWatcher", Watcher)?
            .build()
            .await?;
        Ok(Self { _bus: bus })
    }
}

struct Watcher;

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, _item: String) {}

    fn register_status_notifier_host(&self, _host: String) {}

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        Vec::new()
    }
}
