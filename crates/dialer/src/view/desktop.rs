//! The desktop around the window: preferences, links, shortcut, tray, and the numbers they bring.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::attempt::Via;
use crate::problem::Problem;

/// Light, dark, or as the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Appearance {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// How strongly things stand out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Contrast {
    /// As the system says.
    #[default]
    System,
    /// Always the usual one.
    Normal,
    /// Always the high one.
    High,
}

/// Whether things move.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(export)]
pub enum Motion {
    /// As the system says.
    #[default]
    System,
    /// They do.
    Full,
    /// They do not.
    Reduced,
}

/// What a notification of the desktop is shown for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct NotifyOn {
    /// The agent has picked up.
    pub answered: bool,
    /// The far end has picked up.
    pub connected: bool,
    /// The call did not come about, or ended in another way than by hanging up.
    pub ended_badly: bool,
}

impl Default for NotifyOn {
    fn default() -> Self {
        Self {
            answered: true,
            connected: true,
            ended_badly: true,
        }
    }
}

/// What the page may read and change of the preferences of the desktop app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Preferences {
    /// Light, dark, or as the system says.
    pub appearance: Appearance,
    /// High contrast, or as the system says.
    pub contrast: Contrast,
    /// Reduced motion, or as the system says.
    pub motion: Motion,
    /// Language of the texts, for example `de`; none follows the system.
    pub language: Option<String>,
    /// Size of everything, in percent.
    pub zoom: u16,
    /// Closing the window leaves Ringfor in the tray, where there is one.
    pub close_to_tray: bool,
    /// What a notification is shown for.
    pub notify: NotifyOn,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            appearance: Appearance::default(),
            contrast: Contrast::default(),
            motion: Motion::default(),
            language: None,
            zoom: 100,
            close_to_tray: false,
            notify: NotifyOn::default(),
        }
    }
}

/// What the desktop around the window offers, and what of it is in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct DesktopView {
    /// Links that open Ringfor.
    pub links: LinksView,
    /// The global shortcut.
    pub shortcut: ShortcutView,
    /// Whether the tray has a place for Ringfor.
    pub tray: bool,
    /// Whether Ringfor starts when the person logs in.
    pub start_at_login: bool,
    /// Whether it can.
    pub start_at_login_supported: bool,
}

/// Links that open Ringfor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct LinksView {
    /// Whether this system lets Ringfor offer itself.
    pub supported: bool,
    /// Whether the switch is on.
    pub on: bool,
    /// The kinds of links.
    pub schemes: Vec<SchemeView>,
}

/// One kind of link.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct SchemeView {
    /// For example `tel`.
    pub scheme: String,
    /// Name of the program that opens them now; none where no program does.
    pub handler: Option<String>,
    /// Whether that is Ringfor.
    pub ours: bool,
}

/// The shortcut that takes the selection from anywhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct ShortcutView {
    /// Whether this system lets a program listen to keys everywhere.
    pub supported: bool,
    /// The keys, for example `Ctrl+Alt+D`; none where it is off.
    pub keys: Option<String>,
    /// The command that does the same, to bind in the system's own settings.
    pub command: String,
}

/// A number that came in from outside of the window. It is filled in; a person presses Call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct OfferView {
    /// Counts up: the later one has the higher id.
    pub id: u32,
    /// How it came in.
    pub via: Via,
    /// The text as it came; empty where it holds nothing that could be a number.
    pub text: String,
    /// Why there is nothing to fill in.
    pub problem: Option<Problem>,
}
