//! Links on Windows: Ringfor offers itself in the registry, and the person chooses it in the
//! system's own settings; Windows lets no program choose for them.
//!
//! Only keys of our own are made and removed. A scheme's own key belongs to all programs.

use dialer::view::{LinksView, SchemeView};

use super::SCHEMES;
use crate::registry::{Registry, RegistryFailed};

const CAPABILITIES: &str = r"Software\Ringfor\Capabilities";
const ASSOCIATIONS: &str = r"Software\Ringfor\Capabilities\URLAssociations";
const APPLICATION: &str = r"Software\Ringfor";
const REGISTERED: &str = r"Software\RegisteredApplications";
const CLASS: &str = r"Software\Classes\Ringfor.Link";
const CLASS_NAME: &str = "Ringfor.Link";
const NAME: &str = "Ringfor";

/// Offers Ringfor for links.
pub(crate) fn switch_on(registry: &mut impl Registry, program: &str) -> Result<(), RegistryFailed> {
    registry.write(CLASS, "", "Ringfor")?;
    registry.write(CLASS, "URL Protocol", "")?;
    registry.write(
        &format!(r"{CLASS}\DefaultIcon"),
        "",
        &format!("\"{program}\",0"),
    )?;
    let command = format!("\"{program}\" \"%1\"");
    registry.write(&format!(r"{CLASS}\shell\open\command"), "", &command)?;
    registry.write(CAPABILITIES, "ApplicationName", NAME)?;
    registry.write(CAPABILITIES, "ApplicationDescription", NAME)?;
    for scheme in SCHEMES {
        registry.write(ASSOCIATIONS, scheme, CLASS_NAME)?;
    }
    // Last: from here on the system offers it.
    registry.write(REGISTERED, NAME, CAPABILITIES)
}

/// Takes the offer back. What the person had chosen before comes back by itself.
pub(crate) fn switch_off(registry: &mut impl Registry) -> Result<(), RegistryFailed> {
    registry.remove_value(REGISTERED, NAME)?;
    registry.remove_key(APPLICATION)?;
    registry.remove_key(CLASS)
}

/// Who opens what.
pub(crate) fn view(registry: &impl Registry) -> LinksView {
    let scheme = |scheme: &str| {
        let chosen = format!(
            r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\{scheme}\UserChoice"
        );
        let class = registry.read(&chosen, "ProgId");
        SchemeView {
            scheme: scheme.to_owned(),
            ours: class.as_deref() == Some(CLASS_NAME),
            handler: class.map(|class| name_of(registry, &class)),
        }
    };
    LinksView {
        supported: true,
        on: registry.read(REGISTERED, NAME).is_some(),
        schemes: SCHEMES.into_iter().map(scheme).collect(),
    }
}

fn name_of(registry: &impl Registry, class: &str) -> String {
    let key = format!(r"Software\Classes\{class}");
    let application = format!(r"{key}\Application");
    [
        (application.as_str(), "ApplicationName"),
        (key.as_str(), ""),
    ]
    .into_iter()
    .filter_map(|(key, name)| registry.read(key, name))
    // `@{…}` names a text in a package that only the shell can look up.
    .find(|name| !name.is_empty() && !name.starts_with('@'))
    .unwrap_or_else(|| class.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::InMemory;

    const CHOICE: &str =
        r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice";

    fn with_another_program() -> InMemory {
        let mut registry = InMemory::default();
        for (key, name, text) in [
            (CHOICE, "ProgId", "Other.Tel"),
            (r"Software\Classes\Other.Tel", "", "Other link"),
            (
                r"Software\Classes\Other.Tel\Application",
                "ApplicationName",
                "Other Phone",
            ),
            (r"Software\Classes\tel", "URL Protocol", ""),
            (r"Software\Classes\Ringfor.LinkOther", "", "somebody else's"),
            (REGISTERED, "Other", r"Software\Other\Capabilities"),
        ] {
            registry.write(key, name, text).unwrap();
        }
        registry
    }

    #[test]
    fn switching_on_and_off_leaves_the_registry_as_it_was() {
        let before = with_another_program();
        let mut registry = before.clone();
        switch_on(
            &mut registry,
            r"C:\Program Files\Ringfor\ringfor-desktop.exe",
        )
        .unwrap();
        assert!(view(&registry).on);
        let command = registry.read(&format!(r"{CLASS}\shell\open\command"), "");
        assert_eq!(
            command.as_deref(),
            Some(r#""C:\Program Files\Ringfor\ringfor-desktop.exe" "%1""#)
        );
        assert_eq!(
            registry.read(ASSOCIATIONS, "callto").as_deref(),
            Some(CLASS_NAME)
        );
        // What all programs share is as it was.
        for (place, text) in &before.values {
            assert_eq!(registry.values.get(place), Some(text), "{place:?}");
        }
        switch_off(&mut registry).unwrap();
        assert_eq!(registry, before);
    }

    #[test]
    fn it_is_said_who_opens_what() {
        let mut registry = with_another_program();
        let tel = |registry: &InMemory| view(registry).schemes.swap_remove(0);
        assert_eq!(tel(&registry).handler.as_deref(), Some("Other Phone"));
        assert!(!tel(&registry).ours);
        assert_eq!(view(&registry).schemes[1].handler, None);

        switch_on(&mut registry, "ringfor-desktop.exe").unwrap();
        assert!(!tel(&registry).ours, "the person has not chosen it yet");
        registry.write(CHOICE, "ProgId", CLASS_NAME).unwrap();
        assert!(tel(&registry).ours);
        assert_eq!(tel(&registry).handler.as_deref(), Some("Ringfor"));

        registry.write(CHOICE, "ProgId", "AppXabc").unwrap();
        registry
            .write(
                r"Software\Classes\AppXabc\Application",
                "ApplicationName",
                "@{x?ms-resource://y}",
            )
            .unwrap();
        assert_eq!(tel(&registry).handler.as_deref(), Some("AppXabc"));
    }

    #[test]
    fn what_was_written_by_half_is_not_offered() {
        let mut registry = with_another_program();
        registry.refuses_after = Some(registry.values.len() + 3);
        assert_eq!(switch_on(&mut registry, "x.exe"), Err(RegistryFailed));
        assert!(!view(&registry).on);
    }
}
