//! Takes secrets out of what a server says: it may repeat what it was sent.

use secrecy::{ExposeSecret, SecretString};
use url::form_urlencoded;

use crate::Error;

const REMOVED: &str = "[removed]";
/// A beginning of a secret that is shorter tells nothing, and may well be an ordinary word.
const SHORTEST_BEGINNING: usize = 4;

/// Texts that no error may show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Redactor {
    forbidden: Vec<SecretString>,
}

impl Redactor {
    /// Removes `secret`, as it is and as it is written in a form.
    pub(crate) fn removing(mut self, secret: &str) -> Self {
        let escaped: String = form_urlencoded::byte_serialize(secret.as_bytes()).collect();
        for form in [secret.to_owned(), escaped] {
            if !form.is_empty() {
                self.forbidden.push(form.into());
            }
        }
        self
    }

    /// The same error without the secrets.
    pub(crate) fn clean(&self, mut error: Error) -> Error {
        let facts = error.facts_mut();
        let details = facts.details.iter_mut().flat_map(|detail| {
            [
                &mut detail.code,
                &mut detail.field,
                &mut detail.entity_id,
                &mut detail.entity_name,
            ]
        });
        let texts = [
            &mut facts.code,
            &mut facts.message,
            &mut facts.correlation_id,
        ];
        for text in texts.into_iter().chain(details).flatten() {
            self.clean_text(text);
        }
        for text in &mut facts.missing_permissions {
            self.clean_text(text);
        }
        error
    }

    fn clean_text(&self, text: &mut String) {
        for forbidden in &self.forbidden {
            let forbidden = forbidden.expose_secret();
            if text.contains(forbidden) {
                *text = text.replace(forbidden, REMOVED);
            }
            remove_cut_off(text, forbidden);
        }
    }
}

/// Removes the beginning of `forbidden` from the end of `text`, which may have been shortened there.
fn remove_cut_off(text: &mut String, forbidden: &str) {
    let beginning = forbidden
        .char_indices()
        .map(|(end, _)| &forbidden[..end])
        .rev()
        .find(|start| start.len() >= SHORTEST_BEGINNING && text.ends_with(start));
    if let Some(start) = beginning {
        text.truncate(text.len() - start.len());
        text.push_str(REMOVED);
    }
}
