//! Takes secrets out of what a server says: it may repeat what it was sent.

mod spelling;

use std::ops::Range;

use secrecy::{ExposeSecret, SecretString};

use self::spelling::Spelling;
use crate::Error;

const REMOVED: &str = "[removed]";
/// A beginning of a secret that is shorter tells nothing, and may well be an ordinary word.
const SHORTEST_BEGINNING: usize = 4;
/// How often a text may have been escaped.
const LAYERS: usize = 3;

/// Texts that no error may show.
#[derive(Debug, Clone, Default)]
pub(crate) struct Redactor {
    forbidden: Vec<SecretString>,
}

impl Redactor {
    /// Removes `secret`, however it is spelled: in any case, escaped as in URLs and forms, or as in JSON.
    pub(crate) fn removing(mut self, secret: &str) -> Self {
        if !secret.is_empty() {
            self.forbidden.push(secret.into());
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

    /// Whether `text` holds one of the secrets.
    pub(crate) fn finds_in(&self, text: &str) -> bool {
        self.forbidden
            .iter()
            .any(|secret| first(text, secret.expose_secret()).is_some())
    }

    fn clean_text(&self, text: &mut String) {
        for secret in &self.forbidden {
            let secret = secret.expose_secret();
            let mut clean = String::new();
            let mut rest = text.as_str();
            while let Some(place) = first(rest, secret) {
                clean.push_str(&rest[..place.start]);
                clean.push_str(REMOVED);
                rest = &rest[place.end..];
            }
            clean.push_str(rest);
            *text = clean;
        }
    }
}

/// Where `secret` is in `text` first, or its beginning at the end of `text`, which may have been shortened there.
fn first(text: &str, secret: &str) -> Option<Range<usize>> {
    // The secret may hold what looks like an escape, so it is looked for as it is and as it would be read.
    let plain = Spelling::of(secret);
    let read = plain.unescaped();
    let mut layer = Spelling::of(text);
    let mut found = None;
    for _ in 0..=LAYERS {
        for needle in [&plain, &read] {
            let place = layer
                .find(needle)
                .or_else(|| layer.ends_with_beginning_of(needle, SHORTEST_BEGINNING));
            found = match (found, place) {
                (Some(one), Some(other)) => Some(earlier(one, other)),
                (one, other) => one.or(other),
            };
        }
        layer = layer.unescaped();
    }
    found
}

fn earlier(one: Range<usize>, other: Range<usize>) -> Range<usize> {
    if (other.start, std::cmp::Reverse(other.end)) < (one.start, std::cmp::Reverse(one.end)) {
        other
    } else {
        one
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(secret: &str, text: &str) -> String {
        let mut text = text.to_owned();
        Redactor::default().removing(secret).clean_text(&mut text);
        text
    }

    #[test]
    fn a_secret_is_found_in_every_spelling() {
        let secret = "Ab/cd ef+gh=ij\"kl";
        for spelled in [
            "Ab/cd ef+gh=ij\"kl",
            "AB/CD EF+GH=IJ\"KL",
            "Ab%2Fcd%20ef%2Bgh%3Dij%22kl",
            "ab%2fcd+ef%2bgh%3dij%22kl",
            "Ab%252Fcd%2520ef%252Bgh%253Dij%2522kl",
            r#"Ab/cd ef+gh=ij\"kl"#,
            r#"Ab\/cd\u0020ef+gh=ij\u0022kl"#,
            r#"Ab\\/cd ef+gh=ij\\\"kl"#,
        ] {
            let said = format!("client_secret {spelled} is wrong, {spelled}");
            let expected = "client_secret [removed] is wrong, [removed]";
            assert_eq!(clean(secret, &said), expected, "{spelled}");
            assert!(Redactor::default().removing(secret).finds_in(&said));
        }
    }

    #[test]
    fn a_beginning_at_the_end_is_removed_also_where_an_escape_is_cut() {
        for said in ["x Ab/cd e", "x ab%2Fcd%2", r"x Ab\u002fcd\u00", "x Ab%2fc%"] {
            assert_eq!(clean("Ab/cd ef", said), "x [removed]", "{said}");
        }
        assert_eq!(clean("Ab/cd ef", "x Ab/"), "x Ab/", "too short to tell");
    }

    #[test]
    fn a_secret_that_looks_escaped_is_found_as_it_is() {
        for said in [r"100%41\n", "100%2541%5Cn", "100%41%5cn"] {
            assert_eq!(clean(r"100%41\n", said), "[removed]", "{said}");
        }
        // What stands in front cannot swallow its first characters.
        assert_eq!(clean("41secret", "%41secret"), "%[removed]");
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for said in [
            "",
            "50% of ünïcode \\ here",
            "%zz %",
            r"\q \u12 \ud800",
            "secre",
        ] {
            assert_eq!(clean("another", said), said);
        }
        assert_eq!(clean("", "all of it"), "all of it");
        assert_eq!(
            clean("näh-€1", "ü näh-€1 ü NäH-%E2%82%AC1"),
            "ü [removed] ü [removed]"
        );
    }
}
