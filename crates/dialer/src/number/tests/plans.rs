//! What the numbering plans of the world say, country by country.
//!
//! Facts of the plans: lengths, trunk and international prefixes, area codes, ranges for services and
//! for mobile phones, and ranges that are kept for examples and drama.

mod africa_middle_east;
mod americas;
mod asia_pacific;
mod europe;
