//! Files that are dropped on the window: a tutorial's `.env` is taken over, certificates are offered
//! to Settings. They are read here from where they are; the page is told what came of it and never
//! sees inside. Nothing that is dropped can place a call.

use std::path::{Path, PathBuf};

use dialer::problem::{Problem, ProblemCode};
use dialer::view::{Event, FileDrop};
use tauri::{AppHandle, DragDropEvent, Manager};
use tokio::sync::Mutex;

use crate::arrival::Arrival;
use crate::host::tell_page;
use crate::incoming::Incoming;
use crate::shell::Shell;

/// What files with certificates are called.
const CERTIFICATES: [&str; 4] = ["pem", "crt", "cer", "ca-bundle"];

/// One file is taken over after the other.
#[derive(Default)]
pub(crate) struct Dropped(Mutex<()>);

/// What was dropped.
#[derive(Debug, PartialEq, Eq)]
enum Kind {
    /// What may be a tutorial's `.env`.
    Env(PathBuf),
    /// Certificates, by their name.
    Certificates(String),
    /// No file but a link, for example out of a web page.
    Link(Arrival),
    /// Nothing that can be used.
    Refused(Problem),
}

/// Follows what a person drags over the window.
pub(crate) fn on_event(app: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { .. } => tell(app, FileDrop::Over),
        DragDropEvent::Leave => tell(app, FileDrop::Gone),
        DragDropEvent::Drop { paths, .. } => take(app.clone(), paths.clone()),
        _ => {}
    }
}

fn take(app: AppHandle, paths: Vec<PathBuf>) {
    tell(&app, FileDrop::Taking);
    tauri::async_runtime::spawn(async move {
        // A path can lead to a slow disk.
        let kind = tauri::async_runtime::spawn_blocking(move || kind_of(&paths)).await;
        match kind.unwrap_or_else(|_| refused(ProblemCode::Internal)) {
            Kind::Env(path) => take_over(&app, &path).await,
            Kind::Certificates(path) => tell_page(&app, &Event::CertificatesDropped { path }),
            Kind::Link(arrival) => app.state::<Incoming>().later(&app, arrival),
            Kind::Refused(problem) => tell_page(&app, &Event::Notice { problem }),
        }
        tell(&app, FileDrop::Gone);
    });
}

async fn take_over(app: &AppHandle, path: &Path) {
    let dropped = app.state::<Dropped>();
    let _turn = dropped.0.lock().await;
    let event = match app.state::<Shell>().import_env(path).await {
        Ok(import) => Event::Imported {
            import: Box::new(import),
        },
        Err(problem) => Event::Notice { problem },
    };
    tell_page(app, &event);
}

fn tell(app: &AppHandle, state: FileDrop) {
    tell_page(app, &Event::FileDrop { state });
}

fn kind_of(paths: &[PathBuf]) -> Kind {
    let [path] = paths else {
        return refused(match paths {
            [] => ProblemCode::DropNotAFile,
            _ => ProblemCode::DropSeveral,
        });
    };
    // What is dragged out of a web page comes as its address.
    if !path.is_absolute() {
        return match path.to_str().map(Arrival::of_link) {
            Some(link @ Arrival::Link(_)) => Kind::Link(link),
            _ => refused(ProblemCode::DropNotAFile),
        };
    }
    // Neither a directory, nor what never ends.
    if !path.metadata().is_ok_and(|found| found.is_file()) {
        return refused(ProblemCode::DropNotAFile);
    }
    match path.to_str().filter(|_| holds_certificates(path)) {
        Some(path) => Kind::Certificates(path.to_owned()),
        None => Kind::Env(path.clone()),
    }
}

fn holds_certificates(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        CERTIFICATES
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}

fn refused(code: ProblemCode) -> Kind {
    Kind::Refused(Problem::new(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(paths: &[PathBuf]) -> Option<ProblemCode> {
        match kind_of(paths) {
            Kind::Refused(problem) => Some(problem.code),
            _ => None,
        }
    }

    #[test]
    fn one_file_is_taken_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(".env");
        std::fs::write(&file, "CLIENT_ID=x\n").unwrap();
        let taken = kind_of(std::slice::from_ref(&file));
        assert_eq!(taken, Kind::Env(file.clone()));
        assert_eq!(code(&[]), Some(ProblemCode::DropNotAFile));
        assert_eq!(code(&[file.clone(), file]), Some(ProblemCode::DropSeveral));
        for other in [folder.path().to_owned(), folder.path().join("gone")] {
            assert_eq!(code(&[other]), Some(ProblemCode::DropNotAFile));
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_never_ends_is_not_read() {
        assert_eq!(
            code(&[PathBuf::from("/dev/zero")]),
            Some(ProblemCode::DropNotAFile)
        );
    }

    #[test]
    fn certificates_are_known_by_their_name() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["ca.pem", "CA.CRT"] {
            let file = folder.path().join(name);
            std::fs::write(&file, "").unwrap();
            let path = file.to_str().unwrap().to_owned();
            assert_eq!(kind_of(&[file]), Kind::Certificates(path));
        }
    }

    #[test]
    fn a_link_out_of_a_web_page_is_a_link() {
        let link = "tel:+14155552671";
        assert_eq!(
            kind_of(&[PathBuf::from(link)]),
            Kind::Link(Arrival::Link(link.to_owned()))
        );
        for other in ["https://example.com/", "relative/.env", ""] {
            assert_eq!(
                code(&[PathBuf::from(other)]),
                Some(ProblemCode::DropNotAFile)
            );
        }
    }
}
