//! Sign-ins of users: codes that wait to be redeemed, and refresh tokens.

use std::{collections::HashMap, time::Duration};

use super::redirect::Redirect;
use crate::tokens::{Holder, random_token};

/// How long a code waits. "A few minutes" is inferred.
const CODE_LIFETIME: Duration = Duration::from_secs(300);

/// Every code and every refresh token.
#[derive(Debug, Default)]
pub(crate) struct SignIns {
    codes: HashMap<String, Code>,
    refresh_tokens: HashMap<String, Holder>,
    begun: u64,
}

/// What a code stands for.
#[derive(Clone, Debug)]
pub(super) struct Code {
    /// For whom the tokens of the code will be.
    pub(super) holder: Holder,
    pub(super) redirect: Redirect,
    pub(super) challenge: Option<String>,
    expires: Duration,
    used: bool,
}

/// What comes of presenting a code.
#[derive(Debug)]
pub(super) enum Presented {
    /// The first time: it is used up now.
    Fresh(Code),
    /// It was used before, by the sign-in of this number.
    Replayed(u64),
    /// It never was, or its time is over.
    Unknown,
}

impl SignIns {
    /// A number for a new sign-in, which all its tokens carry.
    pub(super) fn begin(&mut self) -> u64 {
        self.begun += 1;
        self.begun
    }

    /// A code for a sign-in.
    pub(super) fn code(
        &mut self,
        holder: Holder,
        redirect: Redirect,
        challenge: Option<String>,
        now: Duration,
    ) -> String {
        self.codes.retain(|_, code| code.expires > now);
        let code = random_token();
        let issued = Code {
            holder,
            redirect,
            challenge,
            expires: now.saturating_add(CODE_LIFETIME),
            used: false,
        };
        self.codes.insert(code.clone(), issued);
        code
    }

    /// Somebody presents a code. Whatever becomes of it, it is used up (for a wrong verifier or
    /// client that is inferred).
    pub(super) fn present(&mut self, code: &str, now: Duration) -> Presented {
        match self.codes.get_mut(code).filter(|code| code.expires > now) {
            None => Presented::Unknown,
            Some(code) if code.used => match code.holder.sign_in {
                Some(number) => Presented::Replayed(number),
                None => Presented::Unknown,
            },
            Some(code) => {
                code.used = true;
                Presented::Fresh(code.clone())
            }
        }
    }

    /// A refresh token for that holder.
    pub(super) fn refresh_token(&mut self, holder: Holder) -> String {
        let token = random_token();
        self.refresh_tokens.insert(token.clone(), holder);
        token
    }

    /// Takes a refresh token: it works once.
    pub(super) fn take_refresh_token(&mut self, token: &str, client_id: &str) -> Option<Holder> {
        // Another client's token stays what it is.
        self.refresh_tokens
            .get(token)
            .filter(|holder| holder.client_id == client_id)?;
        self.refresh_tokens.remove(token)
    }

    /// Refresh tokens of these holders stop working.
    pub(crate) fn revoke_where(&mut self, is_one: impl Fn(&Holder) -> bool) {
        self.refresh_tokens.retain(|_, holder| !is_one(holder));
    }
}
