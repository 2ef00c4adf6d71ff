//! A problem as a person reads it.

use fluent_bundle::{FluentArgs, FluentValue};

use crate::Texts;

/// What a person is told about a problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProblemTexts {
    /// What happened.
    pub title: String,
    /// Why.
    pub cause: String,
    /// What helps.
    pub fix: String,
    /// Who can do that.
    pub who: WhoCanFix,
}

/// Who can fix a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhoCanFix {
    /// Who reads it.
    You,
    /// An administrator of the organisation.
    Administrator,
}

/// Those that count something: the texts agree with them.
const COUNTS: &[&str] = &["limit", "numbers", "seconds"];

/// Every parameter that the texts of problems fill in; one that a problem lacks has words of its own.
const PARAMS: &[&str] = &[
    "agent",
    "calling_code",
    "country",
    "email",
    "field",
    "host",
    "keys",
    "limit",
    "message",
    "number",
    "numbers",
    "path",
    "permissions",
    "prefix",
    "seconds",
    "status",
];

impl Texts {
    /// The texts of the problem `code` (`snake_case`), with what it tells: `param` gives a parameter by
    /// its name, `step` is where it happened.
    pub fn problem<'p>(
        &self,
        code: &str,
        step: Option<&str>,
        param: impl Fn(&str) -> Option<&'p str>,
    ) -> ProblemTexts {
        let mut values = FluentArgs::new();
        values.set("step", step.unwrap_or("place_call").to_owned());
        for &name in PARAMS {
            let value = match param(name).filter(|value| !value.is_empty()) {
                Some(value) if COUNTS.contains(&name) => FluentValue::try_number(value),
                Some(value) => self.readable(name, value).into(),
                None => self
                    .get(&format!("param-{}", name.replace('_', "-")), &[])
                    .into(),
            };
            values.set(name, value);
        }
        let key = format!("problem-{}", code.replace('_', "-"));
        let text = |part: &str| self.find(&format!("{key}{part}"), &values);
        ProblemTexts {
            title: text(""),
            cause: text(".cause"),
            fix: text(".fix"),
            who: match text(".who").as_str() {
                "administrator" => WhoCanFix::Administrator,
                _ => WhoCanFix::You,
            },
        }
    }

    fn readable(&self, name: &str, value: &str) -> String {
        match (name, value) {
            ("field", "api_url") => self.get("settings-api-url", &[]),
            ("field", "login_url") => self.get("settings-login-url", &[]),
            _ => value.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_told_with_its_parameters() {
        let texts = Texts::in_language(Some("en"));
        let told = texts.problem("agent_not_found", None, |name| {
            (name == "email").then_some("x@example.com")
        });
        assert!(told.title.contains("x@example.com"), "{told:?}");
        assert_eq!(told.who, WhoCanFix::You);
        assert!(!told.cause.is_empty() && !told.fix.is_empty());
    }

    #[test]
    fn what_is_not_told_has_words_of_its_own() {
        let texts = Texts::in_language(Some("en"));
        let told = texts.problem("permission_missing", None, |_| None);
        assert!(told.cause.contains("not named by the server"), "{told:?}");
        assert_eq!(told.who, WhoCanFix::Administrator);
    }
}
