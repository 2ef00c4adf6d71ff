//! System packages: the only thing that is installed outside the repository.

use std::process::{Command, Stdio};

use crate::command::{is_installed, run};
use crate::report::{Done, Stop};

/// What the system has to bring.
struct Need {
    package: &'static str,
    /// How its presence shows where there is no Debian package database.
    proof: Proof,
}

enum Proof {
    Program(&'static str),
    Library(&'static str),
    /// Nothing that could be looked for; its absence shows in the pictures only.
    Unseen,
}

const fn program(package: &'static str, name: &'static str) -> Need {
    Need {
        package,
        proof: Proof::Program(name),
    }
}

/// To build and open the window.
const TO_BUILD: &[Need] = &[
    program("build-essential", "cc"),
    program("pkg-config", "pkg-config"),
    Need {
        package: "libwebkit2gtk-4.1-dev",
        proof: Proof::Library("webkit2gtk-4.1"),
    },
];

/// To drive the window where nobody sits: a display, a keyring, a driver, a camera, and what other
/// programs of a desktop do.
const TO_DRIVE: &[Need] = &[
    program("webkit2gtk-driver", "WebKitWebDriver"),
    program("xvfb", "Xvfb"),
    program("openbox", "openbox"),
    program("xdotool", "xdotool"),
    program("xclip", "xclip"),
    program("xdg-utils", "xdg-open"),
    program("desktop-file-utils", "desktop-file-validate"),
    program("x11-utils", "xev"),
    program("imagemagick", "import"),
    program("dbus-daemon", "dbus-daemon"),
    program("gnome-keyring", "gnome-keyring-daemon"),
    program("libsecret-tools", "secret-tool"),
    program("util-linux", "unshare"),
    program("locales", "localedef"),
    Need {
        package: "libayatana-appindicator3-1",
        proof: Proof::Unseen,
    },
    Need {
        package: "fonts-dejavu-core",
        proof: Proof::Unseen,
    },
    Need {
        package: "fonts-ipafont-gothic",
        proof: Proof::Unseen,
    },
];

/// What the packages are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building and opening the window on a display that is there.
    Window,
    /// That, and driving it on a virtual display.
    DrivenWindow,
}

/// Installs the packages that are missing.
pub(crate) fn install(wanted: For) -> Result<Done, Stop> {
    if !cfg!(target_os = "linux") {
        return match wanted {
            For::Window => Ok(Done::Noted("nothing is needed on this system".into())),
            For::DrivenWindow => Err(Stop::new(
                "the window is driven through WebKitWebDriver, which runs on Linux only",
                "run this on Linux; `cargo test --workspace` runs everything but the window",
            )),
        };
    }
    let needs: Vec<&Need> = match wanted {
        For::Window => TO_BUILD.iter().collect(),
        For::DrivenWindow => TO_BUILD.iter().chain(TO_DRIVE).collect(),
    };
    if !is_installed("dpkg-query") || !is_installed("apt-get") {
        return name_missing(&needs);
    }
    let missing = missing_packages(&needs)?;
    if missing.is_empty() {
        return Ok(Done::Noted("nothing is missing".into()));
    }
    let line = format!(
        "apt-get install --no-install-recommends {}",
        missing.join(" ")
    );
    let prefix: &[&str] = if is_root() {
        &[]
    } else if sudo_needs_no_password() {
        &["sudo", "-n"]
    } else {
        return Err(Stop::new(
            format!("system packages are missing: {}", missing.join(" ")),
            format!("run `sudo {line}`, then this again"),
        ));
    };
    let advice = format!("see what apt says above; by hand it is `{line}`");
    // Lists that are a little old are no reason to stop; the installation tells.
    apt(prefix, &["update"])
        .status()
        .map_err(|error| Stop::new(format!("apt-get could not be started: {error}"), &*advice))?;
    let mut arguments = vec!["install", "--yes", "--no-install-recommends"];
    arguments.extend(&missing);
    run(&mut apt(prefix, &arguments), &advice)?;
    Ok(Done::Noted(format!("installed {}", missing.join(" "))))
}

fn apt(prefix: &[&str], arguments: &[&str]) -> Command {
    let mut words = prefix.to_vec();
    words.extend(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]);
    words.extend(arguments);
    let mut command = Command::new(words[0]);
    command.args(&words[1..]).stdin(Stdio::null());
    command
}

fn missing_packages(needs: &[&Need]) -> Result<Vec<&'static str>, Stop> {
    // It fails where one package is unknown, and still prints the others: only the lines count.
    let output = Command::new("dpkg-query")
        .args(["--show", "--showformat=${db:Status-Abbrev} ${Package}\n"])
        .args(needs.iter().map(|need| need.package))
        .stderr(Stdio::null())
        .output()
        .map_err(|error| {
            Stop::new(
                format!("dpkg-query could not be started: {error}"),
                "repair this system's dpkg",
            )
        })?;
    let text = String::from_utf8_lossy(&output.stdout);
    Ok(needs
        .iter()
        .map(|need| need.package)
        .filter(|package| {
            !text.lines().any(|line| {
                line.split_once(' ')
                    .is_some_and(|(status, name)| status == "ii" && name.trim() == *package)
            })
        })
        .collect())
}

fn name_missing(needs: &[&Need]) -> Result<Done, Stop> {
    let missing: Vec<&str> = needs
        .iter()
        .filter(|need| match need.proof {
            Proof::Program(name) => !is_installed(name),
            Proof::Library(name) => !has_library(name),
            Proof::Unseen => false,
        })
        .map(|need| match need.proof {
            Proof::Program(name) | Proof::Library(name) => name,
            Proof::Unseen => need.package,
        })
        .collect();
    if missing.is_empty() {
        Ok(Done::Noted("nothing is missing".into()))
    } else {
        Err(Stop::new(
            format!("this system lacks: {}", missing.join(", ")),
            "install them with this system's own package manager, then run this again; \
             their names are those of programs and of pkg-config libraries",
        ))
    }
}

fn has_library(name: &str) -> bool {
    Command::new("pkg-config")
        .args(["--exists", name])
        .status()
        .is_ok_and(|status| status.success())
}

fn is_root() -> bool {
    Command::new("id")
        .arg("-u")
        .output()
        .is_ok_and(|output| output.stdout.trim_ascii() == b"0")
}

fn sudo_needs_no_password() -> bool {
    Command::new("sudo")
        .args(["-n", "true"])
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
