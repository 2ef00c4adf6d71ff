//! The one window: made with the size it had, brought to the front when asked.

use tauri::webview::{NewWindowResponse, PageLoadEvent, WebviewWindowBuilder};
use tauri::{
    AppHandle, CloseRequestApi, Manager, Url, UserAttentionType, WebviewUrl, WebviewWindow, Window,
    WindowEvent,
};

use crate::desktop::Desktop;
use crate::dropped;
use crate::incoming::Incoming;
use crate::preferences::WindowSize;
use crate::shell::Shell;

const LABEL: &str = "main";
const SIZE: WindowSize = WindowSize {
    width: 1000.0,
    height: 680.0,
};
const SMALLEST: WindowSize = WindowSize {
    width: 720.0,
    height: 520.0,
};
/// A size from another screen, or from a file somebody edited, must not hide the window.
const LARGEST: WindowSize = WindowSize {
    width: 8000.0,
    height: 5000.0,
};

/// How the window opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Opening {
    /// In front, as a person wants it who has just started it.
    InFront,
    /// Minimised: there, and not in the way.
    PutAway,
}

/// Makes the window.
pub(crate) fn open(
    app: &AppHandle,
    remembered: Option<WindowSize>,
    opening: Opening,
) -> tauri::Result<()> {
    let size = remembered.unwrap_or(SIZE);
    // While developing, the page comes from a server of its own.
    let served = app.config().build.dev_url.clone();
    let served = served.filter(|_| tauri::is_dev());
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::default())
        .title("Ringfor")
        .inner_size(
            size.width.clamp(SMALLEST.width, LARGEST.width),
            size.height.clamp(SMALLEST.height, LARGEST.height),
        )
        .min_inner_size(SMALLEST.width, SMALLEST.height)
        // The page stays our own: it neither leaves nor opens another one.
        .on_navigation(move |url| is_own_page(url, served.as_ref()))
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Started {
                window.state::<Incoming>().page_begins();
            }
        })
        .visible(opening == Opening::InFront)
        .build()?;
    if opening == Opening::PutAway {
        window.minimize()?;
        window.show()?;
    }
    Ok(())
}

/// Any server of this computer is `localhost` too, so its name alone says nothing.
fn is_own_page(url: &Url, served: Option<&Url>) -> bool {
    let bundled = match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        "http" | "https" => cfg!(windows) && url.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    bundled || served.is_some_and(|served| served.origin() == url.origin())
}

/// Brings the window to the front, because the person started Ringfor again.
pub(crate) fn bring_to_front(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let shown = window
        .unminimize()
        .and_then(|()| window.show())
        .and_then(|()| window.set_focus());
    if let Err(error) = shown {
        tracing::warn!(%error, "the window did not come to the front");
    }
}

/// Says that there is something to see, without taking the focus from what the person does.
pub(crate) fn ask_for_attention(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else {
        return;
    };
    let asked = window.request_user_attention(Some(UserAttentionType::Informational));
    if let Err(error) = asked {
        tracing::warn!(%error, "the window could not ask for attention");
    }
}

/// Whether the person is in the window now.
pub(crate) fn has_focus(app: &AppHandle) -> bool {
    app.get_webview_window(LABEL)
        .is_some_and(|window| window.is_focused().unwrap_or(false))
}

/// Ends the app, as closing its window does.
pub(crate) fn quit(app: &AppHandle) {
    remember_size(app);
    app.exit(0);
}

/// What happens to the window beside what the page sees.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::CloseRequested { api, .. } => close(window, api),
        WindowEvent::DragDrop(event) => dropped::on_event(window.app_handle(), event),
        _ => {}
    }
}

/// Remembers the size when the window closes, and closes to the tray where that is wanted.
fn close(window: &Window, api: &CloseRequestApi) {
    let app = window.app_handle();
    remember_size(app);
    let wanted = app.state::<Shell>().preferences().close_to_tray;
    // Never without a way in: where no tray shows the icon, closing ends the app.
    if wanted && app.state::<Desktop>().has_tray() {
        match window.hide() {
            Ok(()) => api.prevent_close(),
            Err(error) => tracing::warn!(%error, "the window could not be hidden, so it closes"),
        }
    }
}

fn remember_size(app: &AppHandle) {
    let view = app.get_webview_window(LABEL);
    if let Some(size) = view.and_then(|view| size_to_remember(&view)) {
        app.state::<Shell>().remember_window_size(size);
    }
}

/// None while the window is maximised: the size below that is the one to come back to.
fn size_to_remember(window: &WebviewWindow) -> Option<WindowSize> {
    if window.is_maximized().ok()? || window.is_minimized().ok()? {
        return None;
    }
    let scale = window.scale_factor().ok()?;
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    Some(WindowSize {
        width: size.width,
        height: size.height,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_shows_our_page_and_no_other() {
        let url = |text: &str| Url::parse(text).unwrap();
        assert!(is_own_page(&url("tauri://localhost/index.html"), None));
        let development = url("http://localhost:5173");
        let page = url("http://localhost:5173/index.html");
        assert!(is_own_page(&page, Some(&development)));
        for other in [
            "http://localhost:5173/index.html",
            "http://localhost/",
            "https://localhost/",
            "tauri://elsewhere/",
            "https://example.com/",
            "data:text/html,x",
            "file:///etc/hosts",
        ] {
            assert!(!is_own_page(&url(other), None), "{other}");
        }
        let beside = url("http://localhost:5174/");
        assert!(!is_own_page(&beside, Some(&development)));
    }
}
