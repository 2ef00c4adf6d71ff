//! What a history search looks for, and what it finds it in.
