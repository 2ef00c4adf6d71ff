//! The tray icon: Show, the agents called for last, Quit.
//!
//! It is never the only way in. There is one only where the desktop has a place for it, and where
//! it has gone, closing the window ends the app.

use std::panic::AssertUnwindSafe;
use std::sync::mpsc::channel;
use std::sync::{Mutex, PoisonError};

use dialer::view::{AgentView, Event};
use tauri::menu::{Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::{TrayIcon, TrayIconBuilder};
use tauri::{AppHandle, Wry};

use crate::texts::Texts;
use crate::{host, window};

/// More would be searched, not chosen.
const MOST_AGENTS: usize = 5;

const SHOW: &str = "show";
const QUIT: &str = "quit";
const AGENT: &str = "agent:";

/// The tray icon of the running app.
pub(crate) struct Tray {
    app: AppHandle,
    icon: Mutex<Option<TrayIcon>>,
    menu: Mutex<Entries>,
}

/// What the menu shows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Entries {
    language: Option<String>,
    /// Ids and names.
    agents: Vec<(String, String)>,
}

impl Tray {
    /// None yet.
    pub(crate) fn new(app: AppHandle) -> Self {
        Self {
            app,
            icon: Mutex::default(),
            menu: Mutex::default(),
        }
    }

    /// Whether it is there now, and can be seen. Makes it where the desktop has a place since.
    pub(crate) fn is_there(&self) -> bool {
        if !has_place() {
            return false;
        }
        if self.icon().is_some() {
            return true;
        }
        // Not under the lock: the main thread may be waiting for it, and makes the icon.
        let Some(made) = self.make() else {
            return false;
        };
        let mut icon = self.icon.lock().unwrap_or_else(PoisonError::into_inner);
        icon.get_or_insert(made);
        true
    }

    /// The agents to choose from, the one called for last first, and the language.
    pub(crate) fn show(&self, language: Option<&str>, agents: &[AgentView]) {
        let entries = Entries::of(language, agents);
        {
            let mut menu = self.menu.lock().unwrap_or_else(PoisonError::into_inner);
            if *menu == entries {
                return;
            }
            menu.clone_from(&entries);
        }
        if let Some(icon) = self.icon() {
            let shown = menu(&self.app, &entries).and_then(|menu| icon.set_menu(Some(menu)));
            if let Err(error) = shown {
                tracing::warn!(%error, "the menu of the tray is not up to date");
            }
        }
    }

    fn icon(&self) -> Option<TrayIcon> {
        let icon = self.icon.lock().unwrap_or_else(PoisonError::into_inner);
        icon.clone()
    }

    fn make(&self) -> Option<TrayIcon> {
        let entries = self
            .menu
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        let (done, made) = channel();
        let app = self.app.clone();
        let asked = self.app.run_on_main_thread(move || {
            // The library ends in a panic where the system lacks the one that it loads.
            let made = std::panic::catch_unwind(AssertUnwindSafe(|| build(&app, &entries)));
            // Nobody waits any more only when the app ends.
            let _ended = done.send(made);
        });
        match asked.ok().and_then(|()| made.recv().ok())? {
            Ok(Ok(icon)) => Some(icon),
            Ok(Err(error)) => {
                tracing::warn!(%error, "there is no tray icon");
                None
            }
            Err(_) => {
                tracing::warn!("there is no tray icon: the system lacks its library");
                None
            }
        }
    }
}

impl Entries {
    fn of(language: Option<&str>, agents: &[AgentView]) -> Self {
        let chosen = |agent: &&AgentView| agent.active && (agent.recent || agent.favourite);
        let callable = agents.iter().filter(chosen);
        Self {
            language: language.map(str::to_owned),
            agents: callable
                .take(MOST_AGENTS)
                .map(|agent| (agent.id.clone(), agent.name.clone()))
                .collect(),
        }
    }
}

fn build(app: &AppHandle, entries: &Entries) -> tauri::Result<TrayIcon> {
    let mut builder = TrayIconBuilder::new()
        .tooltip("Ringfor")
        .menu(&menu(app, entries)?)
        .on_menu_event(|app, event| choose(app, event.id().as_ref()));
    if let Some(icon) = app.default_window_icon() {
        builder = builder.icon(icon.clone());
    }
    builder.build(app)
}

fn menu(app: &AppHandle, entries: &Entries) -> tauri::Result<Menu<Wry>> {
    let texts = Texts::in_language(entries.language.as_deref());
    let item = |id: &str, text: &str| MenuItem::with_id(app, id, text, true, None::<&str>);
    let menu = Menu::new(app)?;
    menu.append(&item(SHOW, &texts.get("tray-show", &[]))?)?;
    if !entries.agents.is_empty() {
        menu.append(&PredefinedMenuItem::separator(app)?)?;
    }
    for (id, name) in &entries.agents {
        // An ampersand in a menu marks the letter behind it.
        let name = name.replace('&', "&&");
        let text = texts.get("tray-agent", &[("agent", &name)]);
        menu.append(&item(&format!("{AGENT}{id}"), &text)?)?;
    }
    menu.append(&PredefinedMenuItem::separator(app)?)?;
    menu.append(&item(QUIT, &texts.get("tray-quit", &[]))?)?;
    Ok(menu)
}

/// What an entry of the menu does.
#[derive(Debug, PartialEq, Eq)]
enum Choice<'a> {
    Show,
    Agent(&'a str),
    Quit,
}

fn choice(id: &str) -> Option<Choice<'_>> {
    match id {
        SHOW => Some(Choice::Show),
        QUIT => Some(Choice::Quit),
        other => other.strip_prefix(AGENT).map(Choice::Agent),
    }
}

fn choose(app: &AppHandle, id: &str) {
    match choice(id) {
        Some(Choice::Show) => window::bring_to_front(app),
        Some(Choice::Agent(id)) => {
            let agent_id = id.to_owned();
            host::tell_page(app, &Event::ChooseAgent { agent_id });
            window::bring_to_front(app);
        }
        Some(Choice::Quit) => window::quit(app),
        None => {}
    }
}

/// Whether the desktop shows tray icons now.
#[cfg(target_os = "linux")]
fn has_place() -> bool {
    /// A window that closes cannot wait for long.
    const ANSWERS: std::time::Duration = std::time::Duration::from_millis(500);
    const WATCHER: &str = "org.kde.StatusNotifierWatcher";

    let asked = || -> zbus::Result<bool> {
        let bus = zbus::blocking::connection::Builder::session()?
            .method_timeout(ANSWERS)
            .build()?;
        let reply = bus.call_method(
            Some(WATCHER),
            "/StatusNotifierWatcher",
            Some("org.freedesktop.DBus.Properties"),
            "Get",
            &(WATCHER, "IsStatusNotifierHostRegistered"),
        )?;
        let body = reply.body();
        let value: zbus::zvariant::Value<'_> = body.deserialize()?;
        Ok(matches!(value, zbus::zvariant::Value::Bool(true)))
    };
    asked().unwrap_or(false)
}

#[cfg(not(target_os = "linux"))]
fn has_place() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(name: &str, change: impl FnOnce(&mut AgentView)) -> AgentView {
        let mut agent = AgentView {
            id: format!("id of {name}"),
            name: name.into(),
            email: String::new(),
            title: None,
            active: true,
            readiness_known: false,
            station: None,
            presence: None,
            routing: None,
            on_call: None,
            recent: false,
            favourite: false,
            as_of: None,
            advice: Vec::new(),
        };
        change(&mut agent);
        agent
    }

    #[test]
    fn the_menu_has_a_few_agents_who_can_be_called_for_and_were() {
        let recent = |agent: &mut AgentView| agent.recent = true;
        let mut agents = vec![
            agent("Favourite", |agent| agent.favourite = true),
            agent("Recent", recent),
            agent("Seen", |_| {}),
            agent("Gone", |agent| {
                agent.recent = true;
                agent.active = false;
            }),
        ];
        agents.extend((0..9).map(|number| agent(&format!("R{number}"), recent)));
        let names: Vec<String> = Entries::of(None, &agents)
            .agents
            .into_iter()
            .map(|(_, name)| name)
            .collect();
        assert_eq!(names, ["Favourite", "Recent", "R0", "R1", "R2"]);
    }

    #[test]
    fn each_entry_does_what_it_says_and_nothing_else_does_anything() {
        assert_eq!(choice("show"), Some(Choice::Show));
        assert_eq!(choice("quit"), Some(Choice::Quit));
        assert_eq!(choice("agent:show"), Some(Choice::Agent("show")));
        assert_eq!(choice("agent:a-b:c"), Some(Choice::Agent("a-b:c")));
        for other in ["", "Show", "agent", "call", "quit "] {
            assert_eq!(choice(other), None, "{other:?}");
        }
    }
}
