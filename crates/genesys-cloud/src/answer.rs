//! Reads answers: whatever the body is, an error says what is known.
