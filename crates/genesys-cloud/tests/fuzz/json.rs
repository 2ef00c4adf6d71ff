//! Real answers, changed: a field gone, twice, of another type, a thousandfold or endless; text that is hardly JSON.

use std::fmt;

use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};

use crate::arbitrary::{AGENT, CONVERSATION, any_body};
use crate::server::{CLIENT_ID, SECRET};

/// What a server sends.
#[derive(Clone, PartialEq)]
pub(crate) struct Body(pub(crate) Vec<u8>);

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.escape_ascii())
    }
}

/// Four times what the client reads at most; one change on top of another makes more.
const LARGEST: usize = 4 * 1024 * 1024;

/// What cannot be a value of `serde_json` but can be in a text.
const RAW: &[&str] = &[
    "1e999",
    "-1e999",
    "1e-999",
    "123456789012345678901234567890",
    "-0",
    "NaN",
    "tru",
    "\"\\ud800\"",
    "\"\\udfff\\ud800\"",
    "\"\\u0000\"",
    "\"\\u202e\\u0007\"",
    "\"unended",
    "{\"id\":1,\"id\":\"x\",\"id\":null}",
    "{\"\":{\"\":{}}}",
    "[[[[]]]",
    "",
];

/// What could be mistaken for something.
fn odd() -> Vec<Value> {
    vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(u64::MAX),
        json!(1e308),
        json!(""),
        json!([]),
        json!({}),
        json!(AGENT),
        json!(CONVERSATION),
        json!("ffffffff-ffff-4fff-8fff-ffffffffffff"),
        json!("a@b.c"),
        json!("A@B.C"),
        json!("active"),
        json!("Permitted"),
        json!("disconnected"),
        json!("../../x?y=1#z"),
        json!("a\r\nb: c"),
        json!("\u{1b}[31m\u{0}\u{202e}"),
        json!("wss://127.0.0.1:1/x"),
        json!("ws://evil.example/x"),
        json!("wss://user:pass@evil.example/x"),
        json!("9999-12-31T23:59:59.999999999Z"),
        json!("-009999-01-02T01:59:59Z"),
        json!("2026-11-21T08:00:00+25:99"),
        json!("tel:+14155552671;ext=1"),
        json!("not.a.user"),
        json!("conversation.error.call.disconnected"),
        // A server that repeats what it was sent.
        json!(format!("who is {CLIENT_ID} with {SECRET}?")),
        json!("Bearer token-1"),
    ]
}

#[derive(Debug, Clone)]
enum Change {
    Remove,
    Twice,
    Replace(Value),
    Raw(usize),
    Nest(usize),
    Many(usize),
    Long(usize),
}

fn change() -> impl Strategy<Value = Change> + Clone {
    prop_oneof![
        3 => Just(Change::Remove),
        2 => Just(Change::Twice),
        6 => prop::sample::select(odd()).prop_map(Change::Replace),
        3 => (0..RAW.len()).prop_map(Change::Raw),
        1 => (1..300_usize).prop_map(Change::Nest),
        1 => (2..100_usize).prop_map(Change::Many),
        1 => (1..3000_usize).prop_map(Change::Long),
    ]
}

#[derive(Debug, Clone)]
enum Wrapping {
    None,
    CutOff(Index),
    Followed(Vec<u8>),
    Preceded(&'static [u8]),
    Byte(Index, u8),
    DuplicateKeys(&'static str),
    Padded(usize),
}

fn wrapping() -> impl Strategy<Value = Wrapping> + Clone {
    let front: [&[u8]; 4] = [
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b")]}',\n",
    ];
    prop_oneof![
        200 => Just(Wrapping::None),
        20 => any::<Index>().prop_map(Wrapping::CutOff),
        10 => prop::collection::vec(any::<u8>(), 1..20).prop_map(Wrapping::Followed),
        10 => prop::sample::select(front.to_vec()).prop_map(Wrapping::Preceded),
        20 => (any::<Index>(), any::<u8>()).prop_map(|(place, byte)| Wrapping::Byte(place, byte)),
        20 => prop::sample::select(vec!["\"id\":null,", "\"id\":\"x\",", "\"id\":{},\"entities\":7,"]).prop_map(Wrapping::DuplicateKeys),
        // About the most that is read, 1 MiB: a little less, and a little more.
        1 => (1_048_000..1_049_000_usize).prop_map(Wrapping::Padded),
    ]
}

/// Bodies like these: whole ones, changed ones, and ones that are something else.
pub(crate) fn like(samples: Vec<Value>) -> impl Strategy<Value = Body> + Clone {
    let samples: Vec<String> = samples.iter().map(Value::to_string).collect();
    let whole = prop::sample::select(samples.clone()).prop_map(|sample| Body(sample.into_bytes()));
    let changes = prop::collection::vec((any::<Index>(), change()), 1..4);
    let changed = (prop::sample::select(samples), changes, wrapping())
        .prop_map(|(sample, changes, wrapping)| made(&sample, &changes, wrapping));
    prop_oneof![
        6 => whole,
        13 => changed,
        1 => any_body().prop_map(Body),
    ]
}

fn made(sample: &str, changes: &[(Index, Change)], wrapping: Wrapping) -> Body {
    let mut value: Value = serde_json::from_str(sample).unwrap();
    for (place, change) in changes {
        let mut all = Vec::new();
        places(&value, String::new(), &mut all);
        let place: &String = place.get(&all);
        apply(&mut value, place, change);
    }
    let mut text = value.to_string();
    for (_, change) in changes {
        if let Change::Raw(number) = change {
            text = text.replace(&format!("\"@raw{number}@\""), RAW[*number]);
        }
    }
    let mut bytes = wrapped(text.into_bytes(), wrapping);
    bytes.truncate(LARGEST);
    Body(bytes)
}

/// Where something can be changed, as JSON pointers.
fn places(value: &Value, here: String, all: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                places(value, format!("{here}/{key}"), all);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate().take(5) {
                places(value, format!("{here}/{number}"), all);
            }
        }
        _ => {}
    }
    all.push(here);
}

fn apply(root: &mut Value, place: &str, change: &Change) {
    let (parent, key) = place.rsplit_once('/').unwrap_or(("", ""));
    match (change, root.pointer_mut(parent)) {
        (Change::Remove, Some(Value::Object(fields))) => drop(fields.remove(key)),
        (Change::Twice, Some(Value::Array(items))) => {
            let copy = key
                .parse()
                .ok()
                .and_then(|at: usize| items.get(at))
                .cloned();
            items.extend(copy);
        }
        _ => {
            let Some(value) = root.pointer_mut(place) else {
                return;
            };
            *value = instead_of(value.take(), change);
        }
    }
}

fn instead_of(value: Value, change: &Change) -> Value {
    match change {
        Change::Remove => Value::Null,
        Change::Twice => json!([value.clone(), value]),
        Change::Replace(other) => other.clone(),
        Change::Raw(number) => json!(format!("@raw{number}@")),
        Change::Nest(depth) => (0..*depth).fold(value, |inner, level| match level % 2 {
            0 => Value::Array(vec![inner]),
            _ => Value::Object(Map::from_iter([("participants".to_owned(), inner)])),
        }),
        Change::Many(times) => match value {
            Value::Array(items) => items
                .iter()
                .cycle()
                .take(items.len() * times)
                .cloned()
                .collect(),
            Value::Object(mut fields) => {
                fields.extend((0..*times).map(|number| (format!("k{number}"), json!(number))));
                fields.into()
            }
            other => vec![other; *times].into(),
        },
        Change::Long(times) => json!("é+1 \u{7}".repeat(*times)),
    }
}

fn wrapped(mut bytes: Vec<u8>, wrapping: Wrapping) -> Vec<u8> {
    match wrapping {
        Wrapping::None => {}
        Wrapping::CutOff(place) => bytes.truncate(place.index(bytes.len() + 1)),
        Wrapping::Followed(more) => bytes.extend(more),
        Wrapping::Preceded(front) => drop(bytes.splice(0..0, front.iter().copied())),
        Wrapping::Byte(place, byte) => {
            if !bytes.is_empty() {
                let place = place.index(bytes.len());
                bytes[place] = byte;
            }
        }
        Wrapping::DuplicateKeys(keys) => {
            if bytes.first() == Some(&b'{') {
                bytes.splice(1..1, keys.bytes());
            }
        }
        Wrapping::Padded(length) => bytes.resize(length.max(bytes.len()), b' '),
    }
    bytes
}
