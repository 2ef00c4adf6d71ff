//! Shows a notification in the way of the system.

use dialer::attempt::AttemptId;
use tauri::AppHandle;

/// The notification service of a Linux desktop.
///
/// The connection stays: GNOME takes a notification away with the connection that sent it.
#[cfg(target_os = "linux")]
pub(super) struct Desktop {
    bus: Option<zbus::blocking::Connection>,
    /// What is shown for a call takes the place of what was shown for it before.
    last: Option<(AttemptId, u32)>,
}

#[cfg(target_os = "linux")]
impl Desktop {
    pub(super) fn new(_: &AppHandle) -> Self {
        Self {
            bus: None,
            last: None,
        }
    }

    pub(super) fn show(&mut self, attempt: AttemptId, title: &str, body: &str) {
        match self.notify(attempt, title, body) {
            Ok(id) => self.last = Some((attempt, id)),
            Err(error) => {
                tracing::info!(%error, "no notification could be shown");
                self.bus = None;
            }
        }
    }

    fn notify(&mut self, attempt: AttemptId, title: &str, body: &str) -> zbus::Result<u32> {
        use std::collections::HashMap;
        use zbus::zvariant::Value;

        /// A service that does not answer must not hold up the next notification for long.
        const ANSWERS: std::time::Duration = std::time::Duration::from_secs(5);

        let bus = match &self.bus {
            Some(bus) => bus,
            None => self.bus.insert(
                zbus::blocking::connection::Builder::session()?
                    .method_timeout(ANSWERS)
                    .build()?,
            ),
        };
        let replaces = self.last.filter(|(last, _)| *last == attempt);
        let replaces = replaces.map_or(0, |(_, id)| id);
        let hints = HashMap::from([
            ("desktop-entry", Value::from("ringfor-desktop")),
            ("urgency", Value::from(1u8)),
        ]);
        let actions: [&str; 0] = [];
        let reply = bus.call_method(
            Some("org.freedesktop.Notifications"),
            "/org/freedesktop/Notifications",
            Some("org.freedesktop.Notifications"),
            "Notify",
            &(
                "Ringfor",
                replaces,
                "ringfor-desktop",
                title,
                as_markup(body),
                &actions[..],
                hints,
                -1i32,
            ),
        )?;
        reply.body().deserialize()
    }
}

/// The body of a notification is markup, and a name from the server may be anything.
#[cfg(target_os = "linux")]
fn as_markup(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// The notifications of macOS and Windows.
#[cfg(not(target_os = "linux"))]
pub(super) struct Desktop(AppHandle);

#[cfg(not(target_os = "linux"))]
impl Desktop {
    pub(super) fn new(app: &AppHandle) -> Self {
        Self(app.clone())
    }

    pub(super) fn show(&mut self, _: AttemptId, title: &str, body: &str) {
        use tauri_plugin_notification::NotificationExt;
        let shown = self
            .0
            .notification()
            .builder()
            .title(title)
            .body(body)
            .show();
        if let Err(error) = shown {
            tracing::info!(%error, "no notification could be shown");
        }
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_markup() {
        assert_eq!(
            as_markup("<a href='x'>Tom & Co</a>"),
            "&lt;a href='x'&gt;Tom &amp; Co&lt;/a&gt;"
        );
    }
}
