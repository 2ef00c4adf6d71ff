//! From what Settings sends to a profile.

use genesys_cloud::Region;
use uuid::Uuid;

use crate::connection::hosts_of;
use crate::field::filled;
use crate::number::ExtensionDigits;
use crate::options;
use crate::problem::{Problem, ProblemCode};
use crate::profile::{Naming, Profile};
use crate::view::{CallOptions, Colour, DialectName, HostsView, ProfileForm, SignIn};

/// The longest name of a profile, in characters.
const LONGEST_NAME: usize = 60;

/// The profile that a form describes, and whether a person named it.
pub(super) fn profile_of(
    form: ProfileForm,
    before: Option<&Profile>,
) -> Result<(Profile, Naming), Problem> {
    let api_url = filled(form.api_url);
    let login_url = filled(form.login_url);
    let hosts = match (api_url, login_url) {
        (None, None) => None,
        // One base can serve both.
        (Some(api_url), login_url) => Some(HostsView {
            login_url: login_url.unwrap_or_else(|| api_url.clone()),
            api_url,
        }),
        (None, Some(_)) => {
            return Err(Problem::new(ProblemCode::UrlInvalid).with("field", "api_url"));
        }
    };
    let region = match &hosts {
        Some(_) => None,
        None => filled(form.region).as_deref().and_then(Region::find),
    };
    let typed = one_line(&form.name);
    let naming = match typed.is_empty() {
        true => Naming::Made,
        false => Naming::Typed,
    };
    let name = match naming {
        Naming::Typed => typed,
        Naming::Made => region
            .map(|region| region.aws().to_owned())
            .or_else(|| hosts.as_ref().map(|hosts| host_name(&hosts.api_url)))
            .unwrap_or_default(),
    };
    let profile = Profile {
        id: before.map_or_else(new_id, |before| before.id.clone()),
        region: region.map(|region| region.domain().to_owned()),
        hosts,
        client_id: filled(Some(form.client_id)).unwrap_or_default(),
        this_run_only: form.this_run_only,
        sign_in: form.sign_in,
        user: before.and_then(|before| before.user.clone()),
        colour: form.colour,
        options: options::valid(form.options)?,
        default_country: before.and_then(|before| before.default_country.clone()),
        last_agent_id: before.and_then(|before| before.last_agent_id.clone()),
        extension_digits: before.map_or_else(ExtensionDigits::default, |before| {
            before.extension_digits.clone()
        }),
        ..blank(name, form.dialect)
    };
    // In the order in which the form asks, so that a person is led from top to bottom.
    hosts_of(&profile)?;
    if profile.client_id.is_empty() {
        return Err(Problem::new(ProblemCode::ClientIdMissing));
    }
    if profile.name.chars().count() > LONGEST_NAME {
        return Err(Problem::new(ProblemCode::ProfileNameTooLong).with("limit", LONGEST_NAME));
    }
    Ok((profile, naming))
}

/// Whether two profiles lead to the same organisation over the same hosts, as far as can be told
/// from here. The token host depends on the dialect.
pub(crate) fn same_place(one: &Profile, other: &Profile) -> bool {
    let hosts = hosts_of(one);
    one.client_id == other.client_id && hosts.is_ok() && hosts == hosts_of(other)
}

pub(super) fn blank(name: String, dialect: DialectName) -> Profile {
    Profile {
        id: new_id(),
        name,
        sandbox: false,
        region: None,
        hosts: None,
        client_id: String::new(),
        dialect,
        this_run_only: false,
        secret_changes: 0,
        active: false,
        sign_in: SignIn::default(),
        user: None,
        colour: Colour::default(),
        options: CallOptions::default(),
        default_country: None,
        last_agent_id: None,
        extension_digits: ExtensionDigits::default(),
    }
}

pub(super) fn new_id() -> String {
    Uuid::new_v4().to_string()
}

fn host_name(url: &str) -> String {
    let host = url::Url::parse(url)
        .ok()
        .and_then(|url| url.host_str().map(str::to_owned));
    host.unwrap_or_else(|| url.to_owned())
}

/// A name is shown in one line, and found again by what is seen of it.
fn one_line(name: &str) -> String {
    let words: Vec<&str> = name
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ")
}
