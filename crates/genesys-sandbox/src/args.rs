//! The command line.

use std::{
    net::{Ipv4Addr, SocketAddr},
    time::Duration,
};

use genesys_sandbox::{Config, Dialect, EmailFilter, OnBehalf};

pub(crate) const HELP: &str = "\
A simulated Genesys Cloud on a loopback port.

Usage: genesys-sandbox [options]

  --listen ADDRESS:PORT   loopback address; port 0 takes a free one [127.0.0.1:0]
  --agents NUMBER         size of the team [25]
  --speed FACTOR          seconds of a call that pass in a second [1.0]
  --accept LIST           platform, participants, from_to, with commas [platform]
  --email-filter WHAT     honour or ignore `email` in the user list [honour]
  --deny LIST             permissions the client lacks, with commas [none]
  --deny-user LIST        permissions of users who sign in that are lacking [none]
  --on-behalf WHAT        allow, or not.a.user where that needs a user [allow]
  --token-lifetime SECONDS   how long a token lives [86400]
  --streaming BASE        base of the sockets' addresses, such as wss://streaming.example.test
  --help                  this text
";

/// What was asked for.
#[derive(Debug)]
pub(crate) struct Args {
    pub(crate) listen: SocketAddr,
    pub(crate) config: Config,
}

impl Args {
    /// The arguments without the program's name; nothing when help was asked for.
    pub(crate) fn read(args: impl Iterator<Item = String>) -> Result<Option<Self>, String> {
        let mut read = Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
            config: Config::default(),
        };
        let mut args = args;
        while let Some(arg) = args.next() {
            // Both `--speed 2` and `--speed=2`.
            let (name, joined) = match arg.split_once('=') {
                Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
                None => (arg, None),
            };
            if name == "--help" || name == "-h" {
                return Ok(None);
            }
            let mut value = || {
                joined
                    .clone()
                    .or_else(|| args.next())
                    .ok_or_else(|| format!("{name} needs a value"))
            };
            match name.as_str() {
                "--listen" => read.listen = listen(&value()?)?,
                "--agents" => read.config.agents = agents(&value()?)?,
                "--speed" => read.config.speed = speed(&value()?)?,
                "--accept" => read.config.accept = accept(&value()?)?,
                "--deny" => read.config.denied_permissions = deny(&value()?)?,
                "--deny-user" => read.config.denied_user_permissions = deny(&value()?)?,
                "--on-behalf" => read.config.on_behalf = on_behalf(&value()?)?,
                "--token-lifetime" => read.config.token_lifetime = lifetime(&value()?)?,
                "--streaming" => read.config.streaming_base = Some(streaming(&value()?)?),
                "--email-filter" => read.config.email_filter = email_filter(&value()?)?,
                _ => return Err(format!("{name} is not an option")),
            }
        }
        Ok(Some(read))
    }
}

fn listen(value: &str) -> Result<SocketAddr, String> {
    value
        .parse()
        .ok()
        .filter(|address: &SocketAddr| address.ip().is_loopback())
        .ok_or_else(|| format!("{value} is not a loopback address with a port"))
}

fn agents(value: &str) -> Result<usize, String> {
    value
        .parse()
        .ok()
        .filter(|agents| (1..=100_000).contains(agents))
        .ok_or_else(|| format!("{value} is not a number of agents from 1 to 100000"))
}

fn speed(value: &str) -> Result<f64, String> {
    value
        .parse()
        .ok()
        .filter(|speed: &f64| speed.is_finite() && *speed > 0.0)
        .ok_or_else(|| format!("{value} is not a speed above zero"))
}

fn accept(value: &str) -> Result<Vec<Dialect>, String> {
    value
        .split(',')
        .map(|name| {
            Dialect::from_name(name.trim()).ok_or_else(|| format!("{name} is not a dialect"))
        })
        .collect()
}

fn deny(value: &str) -> Result<Vec<String>, String> {
    value
        .split(',')
        .map(str::trim)
        .map(|name| match name.split(':').collect::<Vec<_>>()[..] {
            // Domain, entity and action.
            [_, _, _] => Ok(name.to_owned()),
            _ => Err(format!("{name} is not a permission")),
        })
        .collect()
}

fn on_behalf(value: &str) -> Result<OnBehalf, String> {
    match value {
        "allow" => Ok(OnBehalf::Allow),
        "not.a.user" => Ok(OnBehalf::NotAUser),
        other => Err(format!("{other} is neither allow nor not.a.user")),
    }
}

fn lifetime(value: &str) -> Result<Duration, String> {
    value
        .parse()
        .ok()
        .filter(|seconds| (1..=172_800).contains(seconds))
        .map(Duration::from_secs)
        .ok_or_else(|| format!("{value} is not a lifetime from 1 to 172800 seconds"))
}

fn streaming(value: &str) -> Result<String, String> {
    let is_base = url::Url::parse(value)
        .is_ok_and(|url| ["ws", "wss"].contains(&url.scheme()) && url.path() == "/");
    if is_base {
        Ok(value.trim_end_matches('/').to_owned())
    } else {
        Err(format!("{value} is not a ws or wss address without a path"))
    }
}

fn email_filter(value: &str) -> Result<EmailFilter, String> {
    match value {
        "honour" => Ok(EmailFilter::Honour),
        "ignore" => Ok(EmailFilter::Ignore),
        other => Err(format!("{other} is neither honour nor ignore")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Result<Option<Args>, String> {
        Args::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn nothing_asked_for_is_the_default() {
        let args = read("").unwrap().unwrap();
        assert_eq!(args.listen, "127.0.0.1:0".parse().unwrap());
        assert_eq!(args.config.agents, 25);
        assert_eq!(args.config.accept, [Dialect::Platform]);
        assert_eq!(args.config.email_filter, EmailFilter::Honour);
    }

    #[test]
    fn every_option_is_read() {
        let args = read(
            "--listen 127.0.0.1:8080 --agents=3 --speed 20 --accept participants,from_to --email-filter ignore --deny a:b:view,c:d:add --deny-user e:f:add --on-behalf not.a.user --token-lifetime 300 --streaming wss://streaming.example.test",
        )
        .unwrap()
        .unwrap();
        assert_eq!(args.listen.port(), 8080);
        assert_eq!(args.config.agents, 3);
        assert!((args.config.speed - 20.0).abs() < f64::EPSILON);
        assert_eq!(args.config.accept, [Dialect::Participants, Dialect::FromTo]);
        assert_eq!(args.config.email_filter, EmailFilter::Ignore);
        assert_eq!(args.config.denied_permissions, ["a:b:view", "c:d:add"]);
        assert_eq!(args.config.denied_user_permissions, ["e:f:add"]);
        assert_eq!(args.config.on_behalf, OnBehalf::NotAUser);
        assert_eq!(args.config.token_lifetime, Duration::from_secs(300));
        assert_eq!(
            args.config.streaming_base.as_deref(),
            Some("wss://streaming.example.test")
        );
        assert!(read("--speed 1 --help").unwrap().is_none());
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in [
            "--listen 0.0.0.0:1",
            "--listen here",
            "--agents 0",
            "--agents many",
            "--speed 0",
            "--speed -1",
            "--speed NaN",
            "--accept klingon",
            "--email-filter maybe",
            "--deny everything",
            "--deny-user everything",
            "--on-behalf perhaps",
            "--token-lifetime 0",
            "--streaming https://example.test",
            "--streaming wss://example.test/path",
            "--port 1",
            "--speed",
            "stray",
        ] {
            assert!(read(line).is_err(), "{line}");
        }
    }
}
