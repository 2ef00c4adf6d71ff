//! A text read byte by byte, with the place each byte came from, so that escapes can be undone and places still told.

use std::ops::Range;

/// One reading of a text. ASCII letters are lower case, and `+` is a space: a form writes one as the other.
pub(super) struct Spelling {
    bytes: Vec<u8>,
    /// Where each byte comes from in the text.
    places: Vec<Range<usize>>,
}

impl Spelling {
    /// The text as it is.
    pub(super) fn of(text: &str) -> Self {
        // Whole characters: what is cut out of the text must not leave half of one.
        let (bytes, places) = text
            .char_indices()
            .flat_map(|(start, c)| {
                let end = start + c.len_utf8();
                text.as_bytes()[start..end]
                    .iter()
                    .map(move |&byte| (folded(byte), start..end))
            })
            .unzip();
        Self { bytes, places }
    }

    /// The text with one layer of escapes undone, those of URLs and of JSON alike. A cut escape at the end is left out.
    pub(super) fn unescaped(&self) -> Self {
        let mut bytes = Vec::with_capacity(self.bytes.len());
        let mut places = Vec::with_capacity(self.bytes.len());
        let mut at = 0;
        while at < self.bytes.len() {
            match escape(&self.bytes[at..]) {
                Escape::None => {
                    bytes.push(self.bytes[at]);
                    places.push(self.places[at].clone());
                    at += 1;
                }
                Escape::Cut => break,
                Escape::Whole(meant, length) => {
                    let place = self.places[at].start..self.places[at + length - 1].end;
                    let mut room = [0; 4];
                    let meant = match meant {
                        Meant::Byte(byte) => {
                            room[0] = byte;
                            &room[..1]
                        }
                        Meant::Char(c) => c.encode_utf8(&mut room).as_bytes(),
                    };
                    for &byte in meant {
                        bytes.push(folded(byte));
                        places.push(place.clone());
                    }
                    at += length;
                }
            }
        }
        // What was left out belongs to the last byte that was read.
        if let (Some(last), Some(end)) = (places.last_mut(), self.places.last()) {
            last.end = last.end.max(end.end);
        }
        Self { bytes, places }
    }

    /// The place of `needle` in the text.
    pub(super) fn find(&self, needle: &Self) -> Option<Range<usize>> {
        let length = needle.bytes.len();
        if length == 0 {
            return None;
        }
        let at = self
            .bytes
            .windows(length)
            .position(|part| part == needle.bytes)?;
        Some(self.places[at].start..self.places[at + length - 1].end)
    }

    /// The place at the end of the text where `needle` begins, if at least `shortest` bytes of it are there.
    pub(super) fn ends_with_beginning_of(
        &self,
        needle: &Self,
        shortest: usize,
    ) -> Option<Range<usize>> {
        let longest = needle.bytes.len().min(self.bytes.len());
        let length = (shortest..=longest)
            .rev()
            .find(|&length| self.bytes.ends_with(&needle.bytes[..length]))?;
        let start = self.places[self.places.len() - length].start;
        Some(start..self.places.last()?.end)
    }
}

fn folded(byte: u8) -> u8 {
    match byte {
        b'+' => b' ',
        other => other.to_ascii_lowercase(),
    }
}

enum Meant {
    Byte(u8),
    Char(char),
}

enum Escape {
    None,
    /// What may be one, but the text ends.
    Cut,
    /// What it means, and its length.
    Whole(Meant, usize),
}

/// The escape that `bytes` (folded) begin with.
fn escape(bytes: &[u8]) -> Escape {
    match bytes {
        [b'%', high, low, ..] => match hex(&[*high, *low]) {
            Some(value) => Escape::Whole(Meant::Byte(value as u8), 3),
            None => Escape::None,
        },
        [b'%', rest @ ..] if rest.iter().all(u8::is_ascii_hexdigit) => Escape::Cut,
        [b'\\', b'u', rest @ ..] if rest.len() >= 4 => {
            match hex(&rest[..4]).and_then(char::from_u32) {
                Some(c) => Escape::Whole(Meant::Char(c), 6),
                None => Escape::None,
            }
        }
        [b'\\', b'u', rest @ ..] if rest.iter().all(u8::is_ascii_hexdigit) => Escape::Cut,
        [b'\\'] => Escape::Cut,
        [b'\\', named, ..] => match named {
            b'"' | b'\\' | b'/' => Escape::Whole(Meant::Byte(*named), 2),
            b'n' => Escape::Whole(Meant::Byte(b'\n'), 2),
            b'r' => Escape::Whole(Meant::Byte(b'\r'), 2),
            b't' => Escape::Whole(Meant::Byte(b'\t'), 2),
            b'b' => Escape::Whole(Meant::Byte(8), 2),
            b'f' => Escape::Whole(Meant::Byte(12), 2),
            _ => Escape::None,
        },
        _ => Escape::None,
    }
}

fn hex(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |value, &digit| {
        Some(value * 16 + char::from(digit).to_digit(16)?)
    })
}
