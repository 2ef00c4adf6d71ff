//! Proof Key for Code Exchange: what came with the sign-in, and what has to come with its code.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A SHA-256 in base64url without padding.
const CHALLENGE_LENGTH: usize = 43;

/// Whether it can be a challenge of the method S256.
pub(super) fn is_challenge(text: &str) -> bool {
    text.len() == CHALLENGE_LENGTH
        && BASE64_URL_SAFE_NO_PAD
            .decode(text)
            .is_ok_and(|bytes| bytes.len() == 32)
}

/// Whether it can be a verifier: 43 to 128 letters, digits, `-`, `.`, `_`, `~`.
pub(super) fn is_verifier(text: &str) -> bool {
    (43..=128).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

/// Whether the challenge was made of the verifier.
pub(super) fn belongs(challenge: &str, verifier: &str) -> bool {
    BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes())) == challenge
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pair of RFC 7636, appendix B.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn the_published_pair_belongs_together() {
        assert!(is_verifier(VERIFIER) && is_challenge(CHALLENGE));
        assert!(belongs(CHALLENGE, VERIFIER));
        assert!(!belongs(CHALLENGE, CHALLENGE));
        assert!(
            !belongs(VERIFIER, VERIFIER),
            "that would be the plain method"
        );
    }

    #[test]
    fn what_is_too_short_too_long_or_of_other_signs_is_none() {
        for wrong in [&"a".repeat(42), &"a".repeat(129), &format!("{VERIFIER}=")] {
            assert!(!is_verifier(wrong), "{wrong}");
        }
        assert!(is_verifier(&"a".repeat(128)));
        for wrong in [
            "",
            &CHALLENGE[1..],
            &format!("{CHALLENGE}="),
            &"+".repeat(43),
        ] {
            assert!(!is_challenge(wrong), "{wrong}");
        }
    }
}
