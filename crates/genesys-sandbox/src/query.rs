//! Query parameters: lists repeated or joined with commas, unknown ones ignored.

use url::form_urlencoded;

use crate::error::ApiError;

/// The query of one request.
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    pub(crate) fn read(raw: Option<&str>) -> Self {
        Self(
            form_urlencoded::parse(raw.unwrap_or_default().as_bytes())
                .into_owned()
                .collect(),
        )
    }

    pub(crate) fn first(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    /// Every value of a list: one SDK repeats the parameter, another joins it with commas.
    pub(crate) fn list(&self, name: &str) -> Vec<&str> {
        self.0
            .iter()
            .filter(|(key, _)| key == name)
            .flat_map(|(_, value)| value.split(','))
            .map(str::trim)
            .filter(|value| !value.is_empty())
            .collect()
    }

    /// A whole number between one and `most`.
    pub(crate) fn count(&self, name: &str, default: usize, most: usize) -> Result<usize, ApiError> {
        let Some(value) = self.first(name) else {
            return Ok(default);
        };
        match value.parse() {
            Ok(number) if (1..=most).contains(&number) => Ok(number),
            _ => Err(ApiError::invalid_query(
                value,
                name,
                &format!("1 to {most}"),
            )),
        }
    }

    /// One of the words that the parameter allows.
    pub(crate) fn word<'a>(
        &'a self,
        name: &str,
        default: &'a str,
        allowed: &[&str],
    ) -> Result<&'a str, ApiError> {
        let value = self.first(name).unwrap_or(default);
        if allowed.contains(&value) {
            Ok(value)
        } else {
            Err(ApiError::invalid_query(value, name, &allowed.join(", ")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_come_repeated_or_joined() {
        let joined = Query::read(Some("expand=station%2Cpresence"));
        let repeated = Query::read(Some("expand=station&x=1&expand=presence"));
        assert_eq!(joined.list("expand"), ["station", "presence"]);
        assert_eq!(repeated.list("expand"), ["station", "presence"]);
    }

    #[test]
    fn counts_stay_in_range() {
        let query = Query::read(Some("a=5&b=0&c=x&d=501"));
        assert_eq!(query.count("a", 25, 500).unwrap(), 5);
        assert_eq!(query.count("missing", 25, 500).unwrap(), 25);
        for name in ["b", "c", "d"] {
            assert!(query.count(name, 25, 500).is_err(), "{name}");
        }
    }
}
