//! The crates and npm packages of this workspace, with their licences and folders.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;

use serde_json::Value;

use crate::metadata::{array, text};
use crate::place::Place;
use crate::report::Stop;

/// Name of the package that is shipped.
const PRODUCT: &str = "ringfor-desktop";

/// Something made by others.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) licence: String,
    /// Where its sources are on this machine.
    pub(super) folder: PathBuf,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} ({})", self.name, self.version, self.licence)
    }
}

/// All parts, also those that only build or test.
pub(super) fn everything(place: &Place, crates: &Value) -> Result<Vec<Part>, Stop> {
    let mut parts: Vec<Part> = array(crates, "/packages")
        .iter()
        .filter(|package| {
            package
                .get("source")
                .is_some_and(|source| !source.is_null())
        })
        .map(crate_part)
        .collect();
    parts.extend(npm_parts(place)?.into_values());
    Ok(parts)
}

/// The parts that travel inside the program, on whichever platform.
pub(super) fn shipped(place: &Place, crates: &Value) -> Result<Vec<Part>, Stop> {
    let ids = reachable(crates);
    let mut parts: BTreeSet<Part> = array(crates, "/packages")
        .iter()
        .filter(|package| {
            package
                .get("source")
                .is_some_and(|source| !source.is_null())
        })
        .filter(|package| ids.contains(text(package, "id")))
        .map(crate_part)
        .collect();
    let npm = npm_parts(place)?;
    parts.extend(
        bundled(place)?
            .iter()
            .filter_map(|name| npm.get(name))
            .cloned(),
    );
    Ok(parts.into_iter().collect())
}

/// Ids of the packages that the product is linked from.
fn reachable(crates: &Value) -> BTreeSet<&str> {
    let nodes: BTreeMap<&str, &Value> = array(crates, "/resolve/nodes")
        .iter()
        .map(|node| (text(node, "id"), node))
        .collect();
    let mut open: Vec<&str> = array(crates, "/packages")
        .iter()
        .filter(|package| text(package, "name") == PRODUCT)
        .map(|package| text(package, "id"))
        .collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let Some(node) = nodes.get(id) else { continue };
        for dependency in array(node, "/deps") {
            // A kind of null is a normal dependency; the others build or test.
            if array(dependency, "/dep_kinds")
                .iter()
                .any(|kind| kind.get("kind").is_some_and(Value::is_null))
            {
                open.push(text(dependency, "pkg"));
            }
        }
    }
    seen
}

fn crate_part(package: &Value) -> Part {
    let manifest = PathBuf::from(text(package, "manifest_path"));
    Part {
        name: text(package, "name").to_owned(),
        version: text(package, "version").to_owned(),
        licence: text(package, "license").to_owned(),
        folder: manifest.parent().map(PathBuf::from).unwrap_or_default(),
    }
}

/// npm packages by their place in the lock file, for example `node_modules/svelte`.
fn npm_parts(place: &Place) -> Result<BTreeMap<String, Part>, Stop> {
    let lock = read_json(place, "package-lock.json")?;
    let Some(packages) = lock.get("packages").and_then(Value::as_object) else {
        return Ok(BTreeMap::new());
    };
    Ok(packages
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, package)| {
            let name = path
                .rsplit_once("node_modules/")
                .map_or(&**path, |(_, name)| name);
            let part = Part {
                name: name.to_owned(),
                version: text(package, "version").to_owned(),
                licence: text(package, "license").to_owned(),
                folder: place.ui().join(path),
            };
            (path.clone(), part)
        })
        .collect())
}

/// Places of the npm packages whose code can end up in the pages: the dependencies, and Svelte,
/// whose runtime is compiled in.
fn bundled(place: &Place) -> Result<BTreeSet<String>, Stop> {
    let lock = read_json(place, "package-lock.json")?;
    let dependencies = |path: &str| -> Vec<String> {
        lock.get("packages")
            .and_then(|packages| packages.get(path)?.get("dependencies")?.as_object())
            .into_iter()
            .flat_map(|names| names.keys())
            .map(|name| format!("node_modules/{name}"))
            .collect()
    };
    let mut open = dependencies("");
    open.push("node_modules/svelte".to_owned());
    let mut seen = BTreeSet::new();
    while let Some(path) = open.pop() {
        if seen.insert(path.clone()) {
            open.extend(dependencies(&path));
        }
    }
    Ok(seen)
}

fn read_json(place: &Place, name: &str) -> Result<Value, Stop> {
    let file = place.ui().join(name);
    let bad = |error: &dyn fmt::Display| {
        Stop::new(
            format!("{} cannot be read: {error}", file.display()),
            "bring the file back with git",
        )
    };
    let bytes = std::fs::read(&file).map_err(|error| bad(&error))?;
    serde_json::from_slice(&bytes).map_err(|error| bad(&error))
}
