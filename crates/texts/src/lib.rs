//! The texts that are needed where there is no page: on the terminal, in the tray, in notifications.
//! They come from the catalogues that the page reads too.

mod problem;

pub use problem::{ProblemTexts, WhoCanFix};

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

const ENGLISH: &str = include_str!("../../../locales/en.ftl");

/// The other languages, by their code.
const OTHERS: &[(&str, &str)] = &[
    ("de", include_str!("../../../locales/de.ftl")),
    ("es", include_str!("../../../locales/es.ftl")),
    ("fr", include_str!("../../../locales/fr.ftl")),
    ("ja", include_str!("../../../locales/ja.ftl")),
];

/// The texts in one language, and in English where that lacks one.
pub struct Texts {
    language: &'static str,
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Texts {
    /// In a language by its code; none is the one of the system.
    pub fn in_language(chosen: Option<&str>) -> Self {
        let wanted = chosen.map(str::to_owned).or_else(sys_locale::get_locale);
        let wanted = wanted.unwrap_or_default();
        let own = language(&wanted).and_then(|own| OTHERS.iter().find(|(code, _)| *code == own));
        let catalogues = own.map(|(_, catalogue)| *catalogue).into_iter();
        Self {
            language: own.map_or("en", |(code, _)| code),
            bundles: catalogues
                .chain(std::iter::once(ENGLISH))
                .map(bundle)
                .collect(),
        }
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The text `key`, or its attribute as `key.attribute`, with values for its variables.
    pub fn get(&self, key: &str, values: &[(&str, &str)]) -> String {
        let mut arguments = FluentArgs::new();
        for &(name, value) in values {
            arguments.set(name, value);
        }
        self.find(key, &arguments)
    }

    fn find(&self, key: &str, arguments: &FluentArgs<'_>) -> String {
        let (name, attribute) = match key.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key, None),
        };
        let found = self.bundles.iter().find_map(|bundle| {
            let message = bundle.get_message(name)?;
            let pattern = match attribute {
                Some(attribute) => message.get_attribute(attribute)?.value(),
                None => message.value()?,
            };
            let text = bundle.format_pattern(pattern, Some(arguments), &mut Vec::new());
            Some(text.into_owned())
        });
        found.unwrap_or_else(|| key.to_owned())
    }
}

/// The code of the language that is meant, where it is not English.
fn language(wanted: &str) -> Option<&'static str> {
    let wanted = wanted.to_lowercase();
    let is_meant = |code: &&str| {
        let rest = wanted.strip_prefix(code);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_', '.', '@']))
    };
    OTHERS.iter().map(|(code, _)| *code).find(is_meant)
}

fn bundle(catalogue: &str) -> FluentBundle<FluentResource> {
    // A catalogue with a broken entry still holds the others.
    let resource = FluentResource::try_new(catalogue.to_owned()).unwrap_or_else(|(some, _)| some);
    let mut bundle = FluentBundle::default();
    // The marks around a value show as boxes where a desktop does not know them.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogues_parse() {
        for (code, catalogue) in OTHERS.iter().chain(&[("en", ENGLISH)]) {
            assert!(
                FluentResource::try_new((*catalogue).to_owned()).is_ok(),
                "{code}"
            );
        }
    }

    #[test]
    fn what_is_needed_without_a_page_is_there() {
        let texts = Texts::in_language(Some("en"));
        for key in [
            "startup-already-open",
            "startup-no-window",
            "tray-show",
            "tray-agent",
            "tray-quit",
            "notification-answered",
            "notification-answered.body",
            "notification-connected",
            "notification-connected.body",
            "notification-ended",
            "notification-ended.body",
            "sign-in-page-done",
            "sign-in-page-done.body",
            "sign-in-page-refused",
            "sign-in-page-refused.body",
            "sign-in-page-other",
            "sign-in-page-other.body",
        ] {
            assert_ne!(texts.get(key, &[]), key);
        }
        let agent = texts.get("tray-agent", &[("agent", "Alex Kim")]);
        assert_eq!(agent, "Call as Alex Kim");
    }

    #[test]
    fn a_language_is_found_by_its_code() {
        for code in ["de", "de-AT", "DE", "de_DE.UTF-8", "de@euro"] {
            assert_eq!(language(code), Some("de"), "{code}");
        }
        assert_eq!(language("ja-JP"), Some("ja"));
        for code in ["", "en", "en-GB", "C", "nl", "den", "xx-de"] {
            assert_eq!(language(code), None, "{code}");
        }
    }

    #[test]
    fn each_text_falls_back_by_itself() {
        let partly = Texts {
            language: "ja",
            bundles: vec![bundle("only-here = ja"), bundle("elsewhere = yes")],
        };
        assert_eq!(partly.get("only-here", &[]), "ja");
        assert_eq!(partly.get("elsewhere", &[]), "yes");
        assert_eq!(partly.get("nowhere", &[]), "nowhere");
    }
}
