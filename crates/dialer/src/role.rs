//! What a process is there for, beside carrying out what it is asked.

/// What a process looks after. All of them share the history, its locks and the keyring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Role {
    /// The window: it hears of calls as they happen, and takes up what ended processes have left.
    #[default]
    Window,
    /// One command of the command line: it looks after its own attempts only, and reads where the
    /// window hears. A client has twenty notification channels, and a command that takes one for a
    /// moment takes it from somebody.
    Command,
}
