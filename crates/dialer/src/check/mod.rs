//! *Check connection*: looks at everything that a call needs, step by step. It places no call, and does
//! not extend an idle time-out.

mod access;
mod list;
mod way;

use std::time::Duration;

use genesys_cloud::Client;
use genesys_cloud::transport::HttpTransport;
use tokio_util::sync::CancellationToken;
use url::Url;

use crate::connection::hosts_of;
use crate::core::Core;
use crate::problem::{Problem, ProblemCode};
use crate::profile::Profile;
use crate::view::{CheckName, CheckStep, SignIn};

use list::{List, Seen};

pub(crate) use list::Checking;

/// How long one step may take; the requests of most are given up sooner.
const STEP: Duration = Duration::from_secs(15);

/// How long all of it may take.
const ALL: Duration = Duration::from_secs(60);

/// From here on a clock is told to be off. What is looked up by time allows for a quarter of an hour.
const CLOCK_OFF_SECONDS: i64 = 300;

/// Looks at a connection. Another check of the same process ends this one.
///
/// # Errors
/// `profile_missing`, and those of the log. What is wrong with the connection is in the steps.
pub(crate) async fn check(
    core: &Core,
    profile_id: &str,
    agent_id: Option<&str>,
) -> Result<Vec<CheckStep>, Problem> {
    let profile = core.log.profiles().get(profile_id).await?;
    let stop = core.checking.begin(&core.closing);
    let mut list = List::new(core, &profile.id);
    let done = look(core, &profile, agent_id, &mut list, &stop);
    tokio::select! {
        () = stop.cancelled() => {}
        () = core.clock.sleep(ALL) => {}
        () = done => {}
    }
    Ok(list.finish())
}

async fn look(
    core: &Core,
    profile: &Profile,
    agent_id: Option<&str>,
    list: &mut List<'_>,
    stop: &CancellationToken,
) {
    // The secret may have been changed in the keyring by somebody else.
    core.connections.forget(&profile.id);
    let about = About { core, stop };
    if !way_there(&about, profile, list).await {
        return;
    }
    let Some(client) = token(&about, profile, list).await else {
        return;
    };
    access::look(&about, profile, agent_id, &client, list).await;
}

/// What every step needs.
struct About<'a> {
    core: &'a Core,
    stop: &'a CancellationToken,
}

impl About<'_> {
    /// What a step found out; that it takes too long is a finding, too.
    async fn within(&self, work: impl Future<Output = Seen>) -> Seen {
        tokio::select! {
            seen = work => seen,
            () = self.stop.cancelled() => Seen::skipped(),
            () = self.core.clock.sleep(STEP) => {
                let problem = Problem::new(ProblemCode::AnswerTimeout);
                Seen::failed(problem.with("host", "").with("seconds", STEP.as_secs()))
            }
        }
    }
}

/// Proxy, names and certificates. Whether it makes sense to go on.
async fn way_there(about: &About<'_>, profile: &Profile, list: &mut List<'_>) -> bool {
    let core = about.core;
    if profile.sandbox {
        list.skip(&[CheckName::Proxy, CheckName::Name, CheckName::Tls]);
        return true;
    }
    list.run(CheckName::Proxy);
    if let Err(problem) = core.network.ready().await {
        let of = match problem.code {
            ProblemCode::CaFileUnreadable | ProblemCode::CaFileInvalid => CheckName::Tls,
            _ => CheckName::Proxy,
        };
        if of == CheckName::Tls {
            list.skip(&[CheckName::Proxy, CheckName::Name]);
        }
        list.set(of, Seen::failed(problem));
        return false;
    }
    let Some((http, hosts)) = on_this_machine(core, profile, list) else {
        list.skip(&[CheckName::Proxy, CheckName::Name, CheckName::Tls]);
        return list.goes_on();
    };
    let proxied = way::proxy(about, &http, &hosts, list).await;
    if !list.goes_on() {
        return false;
    }
    match proxied {
        // The proxy looks the names up.
        true => list.skip(&[CheckName::Name]),
        false => {
            list.run(CheckName::Name);
            let seen = about.within(way::names(&http, &hosts)).await;
            list.set(CheckName::Name, seen);
        }
    }
    if list.goes_on() {
        list.run(CheckName::Tls);
        let seen = about.within(way::certificates(&http, &hosts)).await;
        list.set(CheckName::Tls, seen);
    }
    list.goes_on()
}

/// The network of this machine and the bases of the servers; none where another one stands in.
fn on_this_machine(
    core: &Core,
    profile: &Profile,
    list: &mut List<'_>,
) -> Option<(HttpTransport, Vec<Url>)> {
    let http = core.network.http()?;
    match hosts_of(profile) {
        Ok(hosts) => {
            let mut bases = vec![hosts.token().clone(), hosts.api().clone()];
            bases.dedup_by_key(|base| base.origin());
            Some((http, bases))
        }
        Err(problem) => {
            list.set(CheckName::Proxy, Seen::failed(problem));
            None
        }
    }
}

/// The token, and by the way the time that the server tells. None where there is no token.
async fn token(about: &About<'_>, profile: &Profile, list: &mut List<'_>) -> Option<Client> {
    let core = about.core;
    list.run(CheckName::Clock);
    list.run(CheckName::Token);
    let client = match core.connections.client(profile).await {
        Ok(client) => client,
        Err(problem) => {
            list.skip(&[CheckName::Clock]);
            list.set(CheckName::Token, Seen::failed(problem));
            return None;
        }
    };
    let asked = async {
        match client.check_token().await {
            Ok(()) => Seen::passed(),
            Err(error) => Seen::failed(access::problem(&client, &error)),
        }
    };
    let mut seen = about.within(asked).await;
    if seen.is_good() && profile.sign_in != SignIn::Client {
        // A person's token was had before, so no answer has told the time yet.
        let facts = async {
            match client.token_facts().await {
                Err(error) if error.status == Some(401) => {
                    Seen::failed(access::problem(&client, &error))
                }
                _ => Seen::passed(),
            }
        };
        seen = about.within(facts).await;
    }
    let clock = match client.server_time() {
        None => Seen::skipped(),
        Some(server) => {
            let seconds = core.clock.now().as_second() - server.as_second();
            let far = seconds.abs() > CLOCK_OFF_SECONDS;
            let seen = match far {
                false => Seen::passed(),
                true => {
                    let problem = Problem::new(ProblemCode::ClockOff);
                    Seen::warned(Some(problem.with("seconds", seconds.abs())))
                }
            };
            seen.with("seconds", seconds)
        }
    };
    list.set(CheckName::Clock, clock);
    list.set(CheckName::Token, seen);
    list.goes_on().then_some(client)
}
