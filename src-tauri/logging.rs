//! The log files: five of at most 2 MB, and never a number, a name or a secret in them.

use std::fs::OpenOptions;
use std::path::Path;

use file_rotate::compression::Compression;
use file_rotate::suffix::AppendCount;
use file_rotate::{ContentLimit, FileRotate};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;
use tracing_subscriber::{EnvFilter, Layer};

const BYTES_PER_FILE: usize = 2_000_000;
const OLDER_FILES: usize = 4;

/// The crates whose events may reach the files. Libraries below us log whole messages at
/// `trace` (the bus one carries secrets), so no setting lets them in.
const OURS: [&str; 4] = [
    "ringfor_desktop",
    "dialer",
    "genesys_cloud",
    "genesys_sandbox",
];

/// Starts logging into `dir`. What is still in the queue is written when the guard is dropped.
pub(crate) fn start(dir: &Path, asked: Option<&str>) -> Option<WorkerGuard> {
    std::fs::create_dir_all(dir).ok()?;
    let files = FileRotate::new(
        dir.join("ringfor.log"),
        AppendCount::new(OLDER_FILES),
        ContentLimit::Bytes(BYTES_PER_FILE),
        Compression::None,
        Some(private()),
    );
    let (writer, guard) = tracing_appender::non_blocking(files);
    let level = asked
        .and_then(|asked| EnvFilter::try_new(asked).ok())
        .unwrap_or_else(|| EnvFilter::new("info"));
    let ours = tracing_subscriber::filter::filter_fn(|event| {
        let root = event.target().split("::").next().unwrap_or_default();
        OURS.contains(&root)
    });
    let layer = tracing_subscriber::fmt::layer()
        .with_ansi(false)
        .with_writer(writer)
        .with_filter(ours);
    tracing_subscriber::registry()
        .with(layer.with_filter(level))
        .try_init()
        .ok()?;
    Some(guard)
}

/// Log files are readable for their user alone.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.read(true).create(true).append(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// The payload of a panic can hold anything; its place says enough. This holds also where no log can be kept: the
/// payload would else go to the terminal.
pub(crate) fn tell_panics_by_place() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => tracing::error!(
            file = place.file(),
            line = place.line(),
            "a task ended in a panic"
        ),
        None => tracing::error!("a task ended in a panic"),
    }));
}
