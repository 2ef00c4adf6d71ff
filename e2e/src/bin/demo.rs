//! Drives one call through the real window, for a machine where nobody can look at it.

fn main() {}
