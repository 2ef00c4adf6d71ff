//! What a program asks of the system for its own process: secrets are in its memory (law 3).

/// From now on no core dump of this process is written, and none is handed to a program that keeps
/// them either.
///
/// A limit of one byte does both: Linux does not hand dumps of such a process over, and no file is
/// that small. A limit of none would let the hand-over through.
pub fn no_core_dumps() {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
        let most = getrlimit(Resource::Core).maximum;
        let one = Some(most.map_or(1, |most| most.min(1)));
        let limit = Rlimit {
            current: one,
            maximum: one,
        };
        if setrlimit(Resource::Core, limit).is_err() {
            tracing::warn!("core dumps could not be switched off");
        }
    }
}

/// From now on no other process of this user may look into the memory of this one, and no core dump of
/// it is made. Not for a program with a window: the desktop looks into `/proc` to know who asks.
pub fn no_onlookers() {
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        if set_dumpable_behavior(DumpableBehavior::NotDumpable).is_err() {
            tracing::warn!("other processes may look into this one");
        }
    }
}
