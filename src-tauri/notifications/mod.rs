//! Notifications of the desktop: the agent has answered, is connected, or the call ended badly.
//!
//! Only for calls that were placed in this run, and only while the window does not have the focus:
//! who looks at the window sees it there. A notification takes no focus and rings nobody.

mod moment;
mod show;

use std::sync::mpsc::{Receiver, Sender, channel};

use dialer::view::{AttemptView, Preferences};
use tauri::{AppHandle, Manager};

use self::moment::{Moment, Moments};
use self::show::Desktop;
use crate::shell::Shell;
use crate::texts::Texts;
use crate::window;

/// Tells of calls on a thread of its own: the desktop may be slow, a call must not wait for it.
#[derive(Clone)]
pub(crate) struct Notifications(Sender<AttemptView>);

impl Notifications {
    /// Begins to tell.
    pub(crate) fn start(app: AppHandle) -> Self {
        let (changed, changes) = channel();
        let started = std::thread::Builder::new()
            .name("notifications".into())
            .spawn(move || tell(&app, &changes));
        if let Err(error) = started {
            tracing::warn!(%error, "there will be no notifications");
        }
        Self(changed)
    }

    /// An attempt is new or has changed.
    pub(crate) fn changed(&self, attempt: &AttemptView) {
        // The thread ends with the app; then nobody needs to be told.
        let _ended = self.0.send(attempt.clone());
    }
}

fn tell(app: &AppHandle, changes: &Receiver<AttemptView>) {
    let mut moments = Moments::default();
    let mut desktop = Desktop::new(app);
    for attempt in changes {
        let Some(moment) = moments.of(&attempt) else {
            continue;
        };
        let preferences = app.state::<Shell>().preferences();
        if !is_wanted(&moment, &preferences) || window::has_focus(app) {
            continue;
        }
        let texts = Texts::in_language(preferences.language.as_deref());
        let (title, body) = words(&moment, &attempt, &texts);
        desktop.show(attempt.id, &title, &body);
    }
}

fn is_wanted(moment: &Moment, preferences: &Preferences) -> bool {
    let wanted = preferences.notify;
    match moment {
        Moment::Answered => wanted.answered,
        Moment::Connected => wanted.connected,
        Moment::EndedBadly(_) => wanted.ended_badly,
    }
}

/// What the desktop shows may be read by others, and kept: the number is masked.
fn words(moment: &Moment, attempt: &AttemptView, texts: &Texts) -> (String, String) {
    let agent = attempt.agent_name.as_str();
    let number = moment::masked(&attempt.e164);
    let mut values = vec![("agent", agent), ("number", number.as_str())];
    let reason;
    let (title, body) = match moment {
        Moment::Answered => ("notification-answered", "notification-answered.body"),
        Moment::Connected => ("notification-connected", "notification-connected.body"),
        Moment::EndedBadly(key) => {
            reason = texts.get(key, &values);
            values.push(("reason", reason.as_str()));
            ("notification-ended", "notification-ended.body")
        }
    };
    (texts.get(title, &values), texts.get(body, &values))
}
