//! Filters of analytics queries: clauses of predicates over rows of dimensions.

use serde_json::{Map, Value};

use crate::{
    error::ApiError,
    shape::{Kind, Shape, text},
};

pub(super) static FILTER: Shape = Shape {
    name: "AnalyticsQueryFilter",
    fields: &[
        ("type", AND_OR),
        ("clauses", Kind::Objects(&CLAUSE)),
        ("predicates", Kind::Objects(&PREDICATE)),
    ],
};

static CLAUSE: Shape = Shape {
    name: "AnalyticsQueryClause",
    fields: &[("type", AND_OR), ("predicates", Kind::Objects(&PREDICATE))],
};

static PREDICATE: Shape = Shape {
    name: "AnalyticsQueryPredicate",
    fields: &[
        ("type", Kind::OneOf(&["dimension", "property", "metric"])),
        ("dimension", Kind::Text),
        ("propertyType", Kind::Text),
        ("property", Kind::Text),
        ("metric", Kind::Text),
        ("operator", Kind::OneOf(&["matches", "exists", "notExists"])),
        ("value", Kind::Text),
        ("range", Kind::Object(&RANGE)),
    ],
};

static RANGE: Shape = Shape {
    name: "NumericRange",
    fields: &[
        ("gt", Kind::Number),
        ("gte", Kind::Number),
        ("lt", Kind::Number),
        ("lte", Kind::Number),
    ],
};

const AND_OR: Kind = Kind::OneOf(&["and", "or"]);

/// What a row says of each dimension; an empty text stands for nothing.
pub(super) type Row = Vec<(&'static str, String)>;

/// Whether one of the rows fits the filter. `known` are the dimensions that the sandbox has.
///
/// # Errors
/// `constraint.validation` for a filter that says nothing, `bad.request` for what is not simulated.
pub(super) fn fits(
    filter: &Map<String, Value>,
    rows: &[Row],
    known: &[&str],
) -> Result<bool, ApiError> {
    check(filter, known)?;
    Ok(rows.iter().any(|row| holds(filter, row)))
}

/// Whether a filter can be answered at all, so that it is refused even where nothing is to be found.
pub(super) fn check(filter: &Map<String, Value>, known: &[&str]) -> Result<(), ApiError> {
    if text(filter, "type").is_none() {
        return Err(ApiError::constraint("type is required in a filter"));
    }
    for predicate in predicates(filter) {
        let Some(dimension) = text(predicate, "dimension") else {
            return Err(ApiError::not_simulated("predicates without a dimension"));
        };
        if !known.contains(&dimension) {
            return Err(ApiError::not_simulated(&format!(
                "the dimension {dimension} here"
            )));
        }
        if predicate.get("range").is_some_and(|range| !range.is_null()) {
            return Err(ApiError::not_simulated("ranges"));
        }
        if operator(predicate) == "matches" && text(predicate, "value").is_none() {
            return Err(ApiError::constraint("value is required to match"));
        }
    }
    Ok(())
}

fn holds(filter: &Map<String, Value>, row: &Row) -> bool {
    let own = maps(filter, "predicates").map(|predicate| meets(predicate, row));
    let clauses = maps(filter, "clauses").map(|clause| holds(clause, row));
    let mut all = own.chain(clauses);
    if text(filter, "type") == Some("or") {
        all.any(|holds| holds)
    } else {
        all.all(|holds| holds)
    }
}

fn meets(predicate: &Map<String, Value>, row: &Row) -> bool {
    let dimension = text(predicate, "dimension").unwrap_or_default();
    let mut values = row
        .iter()
        .filter(|(name, value)| *name == dimension && !value.is_empty())
        .map(|(_, value)| value);
    match operator(predicate) {
        "exists" => values.next().is_some(),
        "notExists" => values.next().is_none(),
        _ => {
            let wanted = text(predicate, "value").unwrap_or_default();
            values.any(|value| value.eq_ignore_ascii_case(wanted))
        }
    }
}

fn operator(predicate: &Map<String, Value>) -> &str {
    text(predicate, "operator").unwrap_or("matches")
}

/// The predicates of a filter and of its clauses.
fn predicates(filter: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let inner = maps(filter, "clauses").flat_map(|clause| maps(clause, "predicates"));
    maps(filter, "predicates").chain(inner)
}

/// The objects of a list field.
pub(super) fn maps<'a>(
    map: &'a Map<String, Value>,
    name: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    map.get(name)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_object)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const KNOWN: [&str; 3] = ["a", "b", "c"];

    fn finds(filter: Value) -> Result<bool, ApiError> {
        let rows = [
            vec![("a", "1".to_owned()), ("b", "2".to_owned())],
            vec![("a", "3".to_owned()), ("c", String::new())],
        ];
        fits(filter.as_object().unwrap(), &rows, &KNOWN)
    }

    fn is(dimension: &str, value: &str) -> Value {
        json!({ "dimension": dimension, "value": value })
    }

    #[test]
    fn predicates_have_to_hold_in_the_same_row() {
        let both = |a, b| finds(json!({ "type": "and", "predicates": [a, b] })).unwrap();
        assert!(both(is("a", "1"), is("b", "2")));
        assert!(!both(is("a", "3"), is("b", "2")));
        let either = json!({ "type": "or", "predicates": [is("a", "9"), is("a", "3")] });
        assert!(finds(either).unwrap());
    }

    #[test]
    fn clauses_are_read_too() {
        let clause = json!({ "type": "or", "predicates": [is("b", "9"), is("b", "2")] });
        assert!(
            finds(json!({ "type": "and", "clauses": [clause], "predicates": [is("a", "1")] }))
                .unwrap()
        );
        let clause = json!({ "type": "and", "predicates": [is("b", "9")] });
        assert!(!finds(json!({ "type": "and", "clauses": [clause] })).unwrap());
    }

    #[test]
    fn an_empty_value_does_not_exist() {
        let asks = |operator, dimension| {
            finds(json!({
                "type": "and",
                "predicates": [is("a", "3"), { "dimension": dimension, "operator": operator }],
            }))
            .unwrap()
        };
        assert!(asks("notExists", "c") && asks("notExists", "b") && asks("exists", "a"));
        assert!(!asks("exists", "c"));
    }

    #[test]
    fn what_cannot_be_answered_is_refused() {
        for filter in [
            json!({ "predicates": [is("a", "1")] }),
            json!({ "type": "and", "predicates": [is("unheard", "1")] }),
            json!({ "type": "and", "predicates": [{ "dimension": "a" }] }),
            json!({ "type": "and", "predicates": [{ "metric": "tTalk" }] }),
            json!({ "type": "and", "predicates": [{ "dimension": "a", "value": "1", "range": {} }] }),
        ] {
            assert!(finds(filter.clone()).is_err(), "{filter}");
        }
    }
}
