//! The login host: the sign-in page, tokens, and `/api/v2/tokens/me`.

mod authorize;
mod challenge;
mod client;
mod me;
mod page;
mod redirect;
mod sign_ins;
mod token;

pub(crate) use authorize::{decide, show};
pub(crate) use me::{end, me};
pub(crate) use sign_ins::SignIns;
pub(crate) use token::token;
