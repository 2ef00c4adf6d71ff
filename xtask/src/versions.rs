//! A crate that this workspace asks for itself is there in one version only.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::metadata::{array, text};
use crate::report::{Done, Stop};

/// Fails where members of the workspace use different versions of one crate.
pub(crate) fn check(metadata: &Value) -> Result<Done, Stop> {
    let packages: BTreeMap<&str, (&str, &str)> = array(metadata, "/packages")
        .iter()
        .map(|package| {
            (
                text(package, "id"),
                (text(package, "name"), text(package, "version")),
            )
        })
        .collect();
    let members: BTreeSet<&str> = array(metadata, "/workspace_members")
        .iter()
        .filter_map(Value::as_str)
        .collect();
    let mut direct: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for node in array(metadata, "/resolve/nodes") {
        if !members.contains(text(node, "id")) {
            continue;
        }
        for dependency in array(node, "/dependencies") {
            if let Some((name, version)) = dependency.as_str().and_then(|id| packages.get(id)) {
                direct.entry(name).or_default().insert(version);
            }
        }
    }
    let twice: Vec<String> = direct
        .iter()
        .filter(|(_, versions)| versions.len() > 1)
        .map(|(name, versions)| {
            let versions: Vec<&str> = versions.iter().copied().collect();
            format!("{name} ({})", versions.join(", "))
        })
        .collect();
    if twice.is_empty() {
        Ok(Done::Noted(format!("{} crates", direct.len())))
    } else {
        Err(Stop::new(
            format!("used in more than one version: {}", twice.join("; ")),
            "take the version from [workspace.dependencies] in every member",
        ))
    }
}
