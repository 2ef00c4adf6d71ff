//! Signing in a person: where the browser goes, and what the code it comes back with is worth.

use std::fmt;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};
use ring::rand::{SecureRandom, SystemRandom};
use secrecy::{ExposeSecret, SecretString};
use url::Url;

use crate::client::exchange::{Exchange, basic, form, join, sensitive};
use crate::client::token_answer::TokenAnswer;
use crate::client::tokens::hiding;
use crate::clock::Clock;
use crate::transport::Transport;
use crate::{Error, ErrorKind, Grant, Hosts, Operation, Timeouts};

/// One sign-in with the authorization code grant, from the page in the browser to the grant.
/// [`crate::Dialect::Platform`] only.
pub struct Authorization {
    url: Url,
    token_host: Url,
    client_id: String,
    redirect_uri: String,
    state: SecretString,
    /// PKCE: what only the program that began the sign-in knows.
    verifier: Option<SecretString>,
}

impl fmt::Debug for Authorization {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Authorization")
            .field("client_id", &self.client_id)
            .field("redirect_uri", &self.redirect_uri)
            .finish_non_exhaustive()
    }
}

impl Authorization {
    /// Begins a sign-in that ends at `redirect_uri`, which the client must be registered with (`http://localhost` stands
    /// for every port of it). `pkce` is for public clients, and may be used by those with a secret.
    ///
    /// # Errors
    /// Where this computer gives no random numbers.
    pub fn new(
        hosts: &Hosts,
        client_id: &str,
        redirect_uri: &str,
        pkce: bool,
    ) -> Result<Self, Error> {
        let state = random()?;
        let verifier = pkce.then(random).transpose()?;
        let mut url = join(hosts.token(), ["oauth", "authorize"]);
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", client_id)
            .append_pair("redirect_uri", redirect_uri)
            .append_pair("state", state.expose_secret());
        if let Some(verifier) = &verifier {
            url.query_pairs_mut()
                .append_pair("code_challenge", &challenge(verifier.expose_secret()))
                .append_pair("code_challenge_method", "S256");
        }
        Ok(Self {
            url,
            token_host: hosts.token().clone(),
            client_id: client_id.to_owned(),
            redirect_uri: redirect_uri.to_owned(),
            state,
            verifier,
        })
    }

    /// The page where the person signs in. Who knows it can end the sign-in, so it is for the browser only.
    pub fn url(&self) -> &Url {
        &self.url
    }

    /// Whether `state` came from this sign-in. Takes the same time whatever it is.
    pub fn check_state(&self, state: &str) -> bool {
        let own = self.state.expose_secret().as_bytes();
        let differ = own
            .iter()
            .zip(state.as_bytes())
            .fold(0, |differ, (one, other)| differ | (one ^ other));
        std::hint::black_box(differ) == 0 && own.len() == state.len()
    }

    /// Asks, once, what `code` is worth (`POST /oauth/token`).
    ///
    /// # Errors
    /// [`Operation::SignIn`]; [`crate::ErrorFacts::code`] is `invalid_grant` where the code was used before or is too old.
    pub async fn exchange(
        self,
        code: &str,
        client_secret: Option<&SecretString>,
        transport: Arc<dyn Transport>,
        clock: Arc<dyn Clock>,
        timeouts: &Timeouts,
    ) -> Result<Grant, Error> {
        let operation = Operation::SignIn;
        let mut redactor = hiding(&self.client_id, client_secret)
            .removing(code)
            .removing(self.state.expose_secret());
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", &self.redirect_uri),
        ];
        if let Some(verifier) = &self.verifier {
            redactor = redactor.removing(verifier.expose_secret());
            fields.push(("code_verifier", verifier.expose_secret()));
        }
        let url = join(&self.token_host, ["oauth", "token"]);
        let request = match client_secret.map(ExposeSecret::expose_secret) {
            Some(secret) => sensitive(&format!("Basic {}", basic(&self.client_id, secret)))
                .and_then(|header| form(&url, &fields, Some(header))),
            None => {
                fields.push(("client_id", &self.client_id));
                form(&url, &fields, None)
            }
        };
        let request = request.ok_or_else(|| Error::new(operation, ErrorKind::InvalidInput))?;
        let asked_at = clock.now();
        // The code serves once: a lost answer is a lost sign-in, so it is waited for longer than for a read.
        let exchange = Exchange::new(transport, Arc::clone(&clock));
        let answer = exchange
            .send(request, timeouts.read_total, true)
            .await
            .map_err(|failed| failed.into_error(operation))?;
        let body = answer
            .json(operation, clock.now())
            .map_err(|error| redactor.clean(error))?;
        TokenAnswer::read(&body)
            .map(|told| told.into_grant(asked_at))
            .ok_or_else(|| redactor.clean(answer.unusable(operation, ErrorKind::Unreadable)))
    }
}

/// 256 random bits in 43 characters that stand in a URL as they are.
fn random() -> Result<SecretString, Error> {
    let mut bytes = [0; 32];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| Error::new(Operation::SignIn, ErrorKind::NotAvailable))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes).into())
}

/// What the authorization server is told of a verifier (`S256`).
fn challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn begun(pkce: bool) -> Authorization {
        let hosts = Hosts::explicit("https://api.x.test", "https://login.x.test/base").unwrap();
        Authorization::new(&hosts, "client & co", "http://localhost:4711", pkce).unwrap()
    }

    fn parameter(url: &Url, name: &str) -> Option<String> {
        let mut pairs = url.query_pairs();
        pairs.find_map(|(key, value)| (key == name).then(|| value.into_owned()))
    }

    #[test]
    fn the_page_is_asked_for_with_state_and_challenge() {
        let sign_in = begun(true);
        let url = sign_in.url();
        assert_eq!(url.host_str(), Some("login.x.test"));
        assert_eq!(url.path(), "/base/oauth/authorize");
        let told = |name| parameter(url, name).unwrap();
        assert_eq!(told("response_type"), "code");
        assert_eq!(told("client_id"), "client & co");
        assert_eq!(told("redirect_uri"), "http://localhost:4711");
        assert_eq!(told("code_challenge_method"), "S256");
        let verifier = sign_in.verifier.as_ref().unwrap().expose_secret();
        assert!((43..=128).contains(&verifier.len()));
        assert_eq!(told("code_challenge"), challenge(verifier));
        assert!(!url.as_str().contains(verifier));
        assert!(sign_in.check_state(&told("state")));
        assert_eq!(parameter(begun(false).url(), "code_challenge"), None);
    }

    /// The example of RFC 7636, appendix B.
    #[test]
    fn the_challenge_is_the_published_one() {
        assert_eq!(
            challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }

    #[test]
    fn only_its_own_state_is_right() {
        let (one, other) = (begun(true), begun(true));
        let state = parameter(one.url(), "state").unwrap();
        assert!(state.len() * 6 >= 128);
        assert!(!other.check_state(&state));
        let longer = format!("{state}x");
        for wrong in ["", &state[1..], &state[..42], &longer, "\0"] {
            assert!(!one.check_state(wrong), "{wrong}");
        }
        assert!(one.check_state(&state));
    }

    #[test]
    fn nothing_of_it_is_shown() {
        let sign_in = begun(true);
        let shown = format!("{sign_in:?}");
        let verifier = sign_in.verifier.as_ref().unwrap().expose_secret();
        assert!(!shown.contains(verifier) && !shown.contains(sign_in.state.expose_secret()));
    }
}
