//! The few texts that are needed where there is no page. They come from the same catalogue.

use fluent_bundle::{FluentBundle, FluentResource};

const ENGLISH: &str = include_str!("../locales/en.ftl");

/// Prints the text `key` on standard error: the place for what happens before there is a window.
#[expect(
    clippy::print_stderr,
    reason = "without a window the terminal is all there is"
)]
pub(crate) fn tell_terminal(key: &str) {
    eprintln!("{}", text(key));
}

fn text(key: &str) -> String {
    // A catalogue with a broken entry still holds the others.
    let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(some, _)| some);
    let mut bundle = FluentBundle::default();
    bundle.add_resource_overriding(resource);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    bundle
        .format_pattern(pattern, None, &mut Vec::new())
        .into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_parses_and_has_our_texts() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
        for key in ["startup-already-open", "startup-no-window"] {
            assert_ne!(text(key), key);
        }
    }
}
