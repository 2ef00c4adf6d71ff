//! How much memory is held.

use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The memory that is held from now on, beyond what is held now.
pub(crate) struct Held {
    before: usize,
}

impl Held {
    pub(crate) fn from_now() -> Self {
        MEMORY.reset_peak_usage();
        Self { before: now() }
    }

    /// The most that was held at a time.
    pub(crate) fn most(&self) -> usize {
        MEMORY.peak_usage().saturating_sub(self.before)
    }
}

/// All that is held.
pub(crate) fn now() -> usize {
    MEMORY.current_usage()
}
