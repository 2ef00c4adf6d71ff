//! Links on Linux: a `.desktop` file of our own, and the user's defaults.
//!
//! It is our own because `xdg-open` without a desktop fails on a quoted `Exec`, and a template
//! without `%u` loses the number.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use dialer::problem::{Problem, ProblemCode};
use dialer::view::{LinksView, SchemeView};
use serde::{Deserialize, Serialize};

use super::places::Places;
use super::{SCHEMES, mimeapps};
use crate::desktop_entry::{escaped, exec_line};
use crate::program::Program;
use dialer::data_dir::APP;

/// How the names of our `.desktop` files end.
const ENDING: &str = ".links.desktop";

/// As many links to links as the system follows.
const MOST_LINKS: usize = 40;

/// What was there before Ringfor offered itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Before {
    lists: Vec<ListBefore>,
}

/// One of the user's lists of defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ListBefore {
    file: PathBuf,
    /// Its text; none where there was no such file.
    text: Option<String>,
    /// What Ringfor made of it.
    written: String,
}

/// The links of one Ringfor in one session.
#[derive(Debug, Clone)]
pub(crate) struct Session {
    places: Places,
    /// Name of our `.desktop` file.
    id: String,
    program: Program,
}

impl Before {
    fn of(&self, file: &Path) -> Option<&ListBefore> {
        self.lists.iter().find(|list| list.file == file)
    }
}

impl Session {
    /// Those of this session; none where there is no home.
    pub(crate) fn this(instance: &str, program: Program) -> Option<Self> {
        Some(Self {
            places: Places::of_this_session()?,
            id: format!("{instance}{ENDING}"),
            program,
        })
    }

    /// Who opens what.
    pub(crate) fn view(&self) -> LinksView {
        let scheme = |scheme: &str| {
            let id = self.places.handler(&kind(scheme));
            let entry = id.as_deref().and_then(|id| self.places.entry(id));
            SchemeView {
                scheme: scheme.to_owned(),
                ours: id.as_ref() == Some(&self.id),
                handler: id.map(|id| entry.and_then(|entry| entry.name).unwrap_or(id)),
            }
        };
        LinksView {
            supported: true,
            on: self.is_on(),
            schemes: SCHEMES.into_iter().map(scheme).collect(),
        }
    }

    /// Whether Ringfor offers itself.
    pub(crate) fn is_on(&self) -> bool {
        self.entry_file().is_file()
    }

    /// What is there now, and what will be: to be remembered before [`switch_on`](Self::switch_on).
    /// Where Ringfor is there already, what the `older` memory knows was there before it.
    pub(crate) fn before(&self, older: Option<&Before>) -> Result<Before, Problem> {
        let lists = self.places.own_lists();
        let last = lists.len().saturating_sub(1);
        let mut before = Vec::new();
        for (at, file) in lists.into_iter().enumerate() {
            let known = older.and_then(|older| older.of(&file));
            let text = read(&file)?.and_then(|now| self.put_back(&now, known));
            let chosen = |text: &String| {
                let chooses = |scheme| mimeapps::default_of(text, &kind(scheme)).is_some();
                SCHEMES.into_iter().any(chooses)
            };
            // A list for this desktop alone is made by nobody but the desktop.
            if at != last && !text.as_ref().is_some_and(chosen) {
                continue;
            }
            let mut written = text.clone().unwrap_or_default();
            for scheme in SCHEMES {
                written = mimeapps::with_default(&written, &kind(scheme), Some(&self.id));
            }
            before.push(ListBefore {
                file,
                text,
                written,
            });
        }
        Ok(Before { lists: before })
    }

    /// Offers Ringfor and makes it the default: all of it or nothing.
    pub(crate) fn switch_on(&self, before: &Before) -> Result<(), Problem> {
        let done = self.offer(before);
        if done.is_err() {
            // Half of it would be shown as on. What went wrong first is what is told.
            let undone = self.switch_off(Some(before));
            if let Err(problem) = undone.or_else(|_| remove(&self.entry_file())) {
                tracing::warn!(?problem, "links are switched on by half");
            }
        }
        done
    }

    fn offer(&self, before: &Before) -> Result<(), Problem> {
        self.write_entry()?;
        for list in &before.lists {
            write(&list.file, &list.written)?;
        }
        Ok(())
    }

    /// Puts back what was there. What somebody else has chosen since stays.
    pub(crate) fn switch_off(&self, before: Option<&Before>) -> Result<(), Problem> {
        let remembered = before.map_or(&[][..], |before| &before.lists);
        let mut files = self.places.own_lists();
        files.extend(remembered.iter().map(|list| list.file.clone()));
        files.sort();
        files.dedup();
        for file in files {
            let Some(now) = read(&file)? else { continue };
            let list = before.and_then(|before| before.of(&file));
            match self.put_back(&now, list) {
                Some(text) if text != now => write(&file, &text)?,
                Some(_) => {}
                None => remove(&file)?,
            }
        }
        remove(&self.entry_file())?;
        self.update_database();
        Ok(())
    }

    /// Writes our `.desktop` file again, in case the program has moved.
    pub(crate) fn refresh(&self) -> Result<(), Problem> {
        if self.is_on() {
            self.write_entry()
        } else {
            Ok(())
        }
    }

    /// A list without Ringfor, as it was before where that is remembered; none where there was none.
    fn put_back(&self, now: &str, list: Option<&ListBefore>) -> Option<String> {
        let before = list.and_then(|list| list.text.as_deref());
        let text = match list {
            Some(list) if list.written == now => before?.to_owned(),
            _ => self.without_us(now, before.unwrap_or_default()),
        };
        Some(self.without_gone(text))
    }

    fn without_us(&self, now: &str, before: &str) -> String {
        let mut text = now.to_owned();
        for scheme in SCHEMES {
            let kind = kind(scheme);
            text = mimeapps::without_added(&text, &kind, &self.id);
            let Some(value) = mimeapps::default_of(&text, &kind) else {
                continue;
            };
            let known = mimeapps::default_of(before, &kind);
            let others: Vec<&str> = mimeapps::ids(value).filter(|id| *id != self.id).collect();
            let after = match others.first() {
                None => known.map(str::to_owned),
                // Another Ringfor came after this one and remembers this one alone: what was there
                // before both is handed on behind it.
                Some(first) if is_ringfor(first) => {
                    let known = mimeapps::ids(known.unwrap_or_default());
                    let more = known.filter(|id| *id != self.id && !others.contains(id));
                    let more: Vec<&str> = more.collect();
                    if more.is_empty() && !self.is_in(value) {
                        continue;
                    }
                    mimeapps::list(others.iter().copied().chain(more))
                }
                Some(_) if self.is_in(value) => mimeapps::list(others.iter().copied()),
                // Somebody else's choice stays as it is written.
                Some(_) => continue,
            };
            text = mimeapps::with_default(&text, &kind, after.as_deref());
        }
        text
    }

    fn is_in(&self, value: &str) -> bool {
        mimeapps::ids(value).any(|id| id == self.id)
    }

    /// Without other Ringfors that were there before, and have been switched off since. Other
    /// programs stay: they may be in a folder that only this session does not know.
    fn without_gone(&self, mut text: String) -> String {
        let gone = |id: &str| is_ringfor(id) && !self.places.own_entries().join(id).is_file();
        for scheme in SCHEMES {
            let kind = kind(scheme);
            let value = mimeapps::default_of(&text, &kind).unwrap_or_default();
            if mimeapps::ids(value).any(gone) {
                let left = mimeapps::list(mimeapps::ids(value).filter(|id| !gone(id)));
                text = mimeapps::with_default(&text, &kind, left.as_deref());
            }
        }
        text
    }

    fn write_entry(&self) -> Result<(), Problem> {
        let file = self.entry_file();
        let text = self.entry_text().ok_or_else(|| failed(&file))?;
        if read(&file)?.as_deref() == Some(&*text) {
            return Ok(());
        }
        write(&file, &text)?;
        self.update_database();
        Ok(())
    }

    fn entry_text(&self) -> Option<String> {
        let words = self.program.words(&["%u"])?;
        let file = escaped(self.program.file.to_str()?);
        let kinds: String = SCHEMES
            .into_iter()
            .map(|scheme| kind(scheme) + ";")
            .collect();
        // Nothing of ours shows a window of its own for a start-up notification to end.
        Some(format!(
            "[Desktop Entry]\nType=Application\nName=Ringfor\nIcon=ringfor-desktop\n\
             Exec={}\nTryExec={file}\nMimeType={kinds}\nNoDisplay=true\nStartupNotify=false\nTerminal=false\n",
            exec_line(&words),
        ))
    }

    fn entry_file(&self) -> PathBuf {
        self.places.own_entries().join(&self.id)
    }

    /// Some desktops read the cache that this program writes; others see the file itself.
    fn update_database(&self) {
        let updated = Command::new("update-desktop-database")
            .arg(self.places.own_entries())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        match updated {
            Ok(status) if status.success() => {}
            Ok(status) => tracing::warn!(%status, "the desktop's cache was not updated"),
            Err(error) => tracing::info!(%error, "the desktop's cache was not updated"),
        }
    }
}

fn kind(scheme: &str) -> String {
    format!("x-scheme-handler/{scheme}")
}

/// Whether it is this Ringfor's `.desktop` file or one's with other data.
fn is_ringfor(id: &str) -> bool {
    id.starts_with(APP) && id.ends_with(ENDING) && !id.contains('/')
}

fn failed(file: &Path) -> Problem {
    Problem::new(ProblemCode::LinksFailed).with("path", file.display())
}

/// None where there is no such file. One that is no text is not touched.
fn read(file: &Path) -> Result<Option<String>, Problem> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => {
            tracing::warn!(%error, "a file of the desktop could not be read");
            Err(failed(file))
        }
    }
}

/// Whole or not at all, and where a link to the file points, for those who keep their settings elsewhere.
fn write(file: &Path, text: &str) -> Result<(), Problem> {
    let place = place_of(file);
    let written = || -> std::io::Result<()> {
        let folder = place.parent().unwrap_or(Path::new("/"));
        fs::create_dir_all(folder)?;
        let name = place.file_name().unwrap_or_default().to_string_lossy();
        let beside = folder.join(format!(".{name}.{}", std::process::id()));
        let mut new = fs::File::create(&beside)?;
        new.write_all(text.as_bytes())?;
        if let Ok(old) = fs::metadata(&place) {
            new.set_permissions(old.permissions())?;
        }
        new.sync_all()?;
        fs::rename(&beside, &place)
    };
    written().map_err(|error| {
        tracing::warn!(%error, "a file of the desktop could not be written");
        failed(file)
    })
}

/// Where a link to the file points, also while nothing is there.
fn place_of(file: &Path) -> PathBuf {
    let mut place = file.to_owned();
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&place) else {
            break;
        };
        place = place.parent().unwrap_or(Path::new("/")).join(target);
    }
    place
}

fn remove(file: &Path) -> Result<(), Problem> {
    match fs::remove_file(place_of(file)) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            tracing::warn!(%error, "a file of the desktop could not be removed");
            Err(failed(file))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
