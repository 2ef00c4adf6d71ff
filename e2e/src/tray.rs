//! The part of a desktop that shows tray icons. Here it shows nothing, and its menus can be used.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::message::Header;
use zbus::zvariant::{Dict, OwnedObjectPath, OwnedValue, Structure, Value};
use zbus::{Connection, Proxy, connection};

use crate::desktop::Desktop;
use crate::trouble::Trouble;

/// The running host; it is gone when this is dropped.
pub struct TrayHost {
    bus: Connection,
    icons: Arc<Mutex<Vec<Icon>>>,
}

/// Whose icon it is, and where it is on the bus.
#[derive(Debug, Clone)]
struct Icon {
    program: String,
    path: String,
}

impl TrayHost {
    /// Starts it on the bus of a desktop.
    ///
    /// # Errors
    /// The bus refused.
    pub async fn start(desktop: &Desktop) -> Result<Self, Trouble> {
        let icons = Arc::default();
        let watcher = Watcher {
            icons: Arc::clone(&icons),
        };
        let bus = connection::Builder::address(desktop.bus())?
            .name("org.kde.StatusNotifierWatcher")?
            .serve_at("/StatusNotifierWatcher", watcher)?
            .build()
            .await?;
        Ok(Self { bus, icons })
    }

    /// The words of the menu behind the icon, from the top.
    ///
    /// # Errors
    /// There is no icon, or its menu cannot be read.
    pub async fn menu(&self) -> Result<Vec<String>, Trouble> {
        let entries = self.entries().await?;
        Ok(entries.into_iter().map(|(_, words)| words).collect())
    }

    /// Chooses an entry of the menu behind the icon.
    ///
    /// # Errors
    /// There is no such entry.
    pub async fn choose(&self, words: &str) -> Result<(), Trouble> {
        let entries = self.entries().await?;
        let entry = entries.iter().find(|(_, found)| found == words);
        let (number, _) = entry.ok_or_else(|| Trouble::new(format!("there are {entries:?}")))?;
        let chosen = (*number, "clicked", Value::from(0i32), 0u32);
        self.proxy().await?.call_method("Event", &chosen).await?;
        Ok(())
    }

    async fn entries(&self) -> Result<Vec<(i32, String)>, Trouble> {
        let all: &[&str] = &[];
        let reply = self
            .proxy()
            .await?
            .call_method("GetLayout", &(0i32, 1i32, all))
            .await?;
        type Layout = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);
        let (_revision, (_, _, entries)): (u32, Layout) = reply.body().deserialize()?;
        Ok(entries.into_iter().filter_map(entry).collect())
    }

    async fn proxy(&self) -> Result<Proxy<'static>, Trouble> {
        let icon = {
            let icons = self.icons.lock().unwrap_or_else(PoisonError::into_inner);
            icons.last().cloned()
        };
        let icon = icon.ok_or_else(|| Trouble::new("there is no icon in the tray"))?;
        let item = Proxy::new(
            &self.bus,
            icon.program.clone(),
            icon.path,
            "org.kde.StatusNotifierItem",
        )
        .await?;
        let menu: OwnedObjectPath = item.get_property("Menu").await?;
        let interface = "com.canonical.dbusmenu";
        Ok(Proxy::new(&self.bus, icon.program, menu, interface).await?)
    }
}

/// Number and words of an entry; none for a line between entries.
fn entry(value: OwnedValue) -> Option<(i32, String)> {
    let fields = Structure::try_from(value).ok()?.into_fields();
    let mut fields = fields.into_iter();
    let number = i32::try_from(fields.next()?).ok()?;
    let properties = Dict::try_from(fields.next()?).ok()?;
    let label: Option<String> = properties.get(&"label").ok()?;
    Some((number, label?))
}

struct Watcher {
    icons: Arc<Mutex<Vec<Icon>>>,
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    fn register_status_notifier_item(&self, path: String, #[zbus(header)] header: Header<'_>) {
        let program = header.sender().map(ToString::to_string).unwrap_or_default();
        let mut icons = self.icons.lock().unwrap_or_else(PoisonError::into_inner);
        icons.push(Icon { program, path });
    }

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
