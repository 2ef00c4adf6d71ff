//! The registry of Windows, as narrow as it is needed, so that what is done to it is tested anywhere.

/// As much of the registry as is needed. Paths begin below `HKEY_CURRENT_USER`.
pub(crate) trait Registry {
    /// A text, of the user or else of the machine.
    fn read(&self, key: &str, name: &str) -> Option<String>;
    /// Writes a text of the user.
    fn write(&mut self, key: &str, name: &str, text: &str) -> Result<(), RegistryFailed>;
    /// Removes a value of the user; none is as good.
    fn remove_value(&mut self, key: &str, name: &str) -> Result<(), RegistryFailed>;
    /// Removes a key of the user with all below it; none is as good.
    fn remove_key(&mut self, key: &str) -> Result<(), RegistryFailed>;
}

/// The registry refused.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct RegistryFailed;

/// The registry of this user.
#[cfg(windows)]
pub(crate) struct UserRegistry;

#[cfg(windows)]
impl Registry for UserRegistry {
    fn read(&self, key: &str, name: &str) -> Option<String> {
        use windows_registry::{CURRENT_USER, LOCAL_MACHINE};
        [CURRENT_USER, LOCAL_MACHINE]
            .into_iter()
            .find_map(|root| root.open(key).ok()?.get_string(name).ok())
    }

    fn write(&mut self, key: &str, name: &str, text: &str) -> Result<(), RegistryFailed> {
        windows_registry::CURRENT_USER
            .create(key)
            .and_then(|key| key.set_string(name, text))
            .map_err(told)
    }

    fn remove_value(&mut self, key: &str, name: &str) -> Result<(), RegistryFailed> {
        let Ok(key) = windows_registry::CURRENT_USER.create(key) else {
            return Err(RegistryFailed);
        };
        if key.get_type(name).is_err() {
            return Ok(());
        }
        key.remove_value(name).map_err(told)
    }

    fn remove_key(&mut self, key: &str) -> Result<(), RegistryFailed> {
        if windows_registry::CURRENT_USER.open(key).is_err() {
            return Ok(());
        }
        windows_registry::CURRENT_USER
            .remove_tree(key)
            .map_err(told)
    }
}

#[cfg(windows)]
fn told(error: impl std::fmt::Display) -> RegistryFailed {
    tracing::warn!(%error, "the registry refused");
    RegistryFailed
}

/// Keys and names in memory. It can refuse after some writes.
#[cfg(test)]
#[derive(Default, Clone, PartialEq, Eq, Debug)]
pub(crate) struct InMemory {
    pub(crate) values: std::collections::BTreeMap<(String, String), String>,
    pub(crate) refuses_after: Option<usize>,
}

#[cfg(test)]
impl Registry for InMemory {
    fn read(&self, key: &str, name: &str) -> Option<String> {
        self.values.get(&(key.to_owned(), name.to_owned())).cloned()
    }

    fn write(&mut self, key: &str, name: &str, text: &str) -> Result<(), RegistryFailed> {
        if self.refuses_after == Some(self.values.len()) {
            return Err(RegistryFailed);
        }
        self.values
            .insert((key.to_owned(), name.to_owned()), text.to_owned());
        Ok(())
    }

    fn remove_value(&mut self, key: &str, name: &str) -> Result<(), RegistryFailed> {
        self.values.remove(&(key.to_owned(), name.to_owned()));
        Ok(())
    }

    fn remove_key(&mut self, gone: &str) -> Result<(), RegistryFailed> {
        let below = format!(r"{gone}\");
        self.values
            .retain(|(key, _), _| key != gone && !key.starts_with(&below));
        Ok(())
    }
}
