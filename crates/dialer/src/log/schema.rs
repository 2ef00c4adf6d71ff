//! The schema and its migrations. A migration that was released is never changed.
