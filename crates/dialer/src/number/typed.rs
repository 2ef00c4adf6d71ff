//! From a text to its digits: what people type, paste and click, with nothing decided about it yet.

use super::link;
use super::plan::ascii_digit;
use super::text;
use crate::problem::{Problem, ProblemCode};

/// Longer texts are no numbers; it also bounds the work for one.
const MAX_CHARS: usize = 256;
/// From this many digits on, what stands beside a slash can be a number of its own.
const WHOLE_NUMBER: usize = 7;
/// More digits than an international prefix, a calling code and an area code have.
const LONGEST_AREA: usize = 10;
/// Fewer letters than this are a slip, not a word on a keypad.
const MIN_VANITY_LETTERS: usize = 3;

/// The digits of a text.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Typed {
    /// Whether `+` stood in front.
    pub(super) plus: bool,
    /// The digits in ASCII, letters as their keys, without a bracketed zero.
    pub(super) digits: String,
    /// Where a bracketed zero stood, as in `+44 (0)20`.
    pub(super) zero_at: Option<usize>,
    /// Whether brackets or slashes stood between them.
    pub(super) in_parts: bool,
    /// Whether letters were among them.
    pub(super) letters: bool,
    /// An extension; kept, not dialled.
    pub(super) extension: Option<String>,
    /// The `;phone-context=` of a link.
    pub(super) context: Option<String>,
}

impl Typed {
    /// The digits with a bracketed zero in its place.
    pub(super) fn with_zero(&self) -> String {
        let mut digits = self.digits.clone();
        if let Some(at) = self.zero_at
            && digits.is_char_boundary(at)
        {
            digits.insert(at, '0');
        }
        digits
    }
}

/// Reads the digits of a text.
///
/// # Errors
/// `NumberEmpty`, `NumberServiceCode`, and `NumberUnreadable` for everything that is not one number.
pub(super) fn read(text: &str) -> Result<Typed, Problem> {
    let mut letters = text.chars();
    if letters.by_ref().take(MAX_CHARS).count() == MAX_CHARS && letters.next().is_some() {
        return Err(unreadable());
    }
    let visible: String = text
        .chars()
        .filter(|letter| !text::is_invisible(*letter))
        .collect();
    let visible = visible.trim();
    if visible.is_empty() {
        return Err(Problem::new(ProblemCode::NumberEmpty));
    }
    if visible
        .chars()
        .any(|letter| letter.is_control() && !"\t\r\n".contains(letter))
    {
        return Err(unreadable());
    }
    let link = link::take_apart(text::without_quotes(visible)).ok_or_else(unreadable)?;
    let body = text::without_quotes(&link.body);
    let body = if link.scheme {
        body
    } else {
        text::without_label(body).ok_or_else(unreadable)?
    };
    let (body, labelled) = text::split_extension(body);
    let (body, behind_pause) = text::split_pause(body);
    let mut typed = read_digits(body)?;
    let paused = behind_pause
        .map(|rest| text::after_pause(rest).ok_or_else(unreadable))
        .transpose()?;
    typed.extension = one_of([
        link.extension.map(plain_digits).transpose()?,
        labelled,
        paused,
    ])?;
    typed.context = link.context;
    Ok(typed)
}

fn read_digits(text: &str) -> Result<Typed, Problem> {
    let mut typed = Typed::default();
    let mut letters = 0;
    let mut gap = false;
    let mut slash = None;
    let mut service = false;
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        if let Some(digit) = ascii_digit(letter) {
            // Digits on another line or in another cell may be another number.
            if gap && !typed.digits.is_empty() {
                return Err(unreadable());
            }
            typed.digits.push(digit);
            continue;
        }
        match letter {
            '+' | '＋' if !typed.plus && typed.digits.is_empty() => typed.plus = true,
            '*' | '＊' | '#' | '＃' => service = true,
            '\t' | '\r' | '\n' => gap |= !typed.digits.is_empty(),
            '/' => slash = slash.or(Some(typed.digits.len())),
            '(' | '（' | '[' | '［' => {
                if let Some(behind) = behind_bracketed_zero(rest.as_str())
                    && typed.zero_at.is_none()
                {
                    typed.zero_at = Some(typed.digits.len());
                    rest = behind.chars();
                }
            }
            letter if is_separator(letter) => typed.in_parts |= "()（）[]［］／".contains(letter),
            letter => {
                // A word in front of the digits is no part of a number.
                let key = key_of(letter).filter(|_| !typed.digits.is_empty());
                typed.digits.push(key.ok_or_else(unreadable)?);
                letters += 1;
            }
        }
    }
    if service {
        return Err(Problem::new(ProblemCode::NumberServiceCode).with("number", text.trim()));
    }
    let second = slash.is_some_and(|at| is_second_number(at, typed.digits.len() - at));
    if typed.digits.is_empty() || second || (1..MIN_VANITY_LETTERS).contains(&letters) {
        return Err(unreadable());
    }
    typed.letters = letters > 0;
    typed.in_parts |= slash.is_some();
    Ok(typed)
}

/// Whether what stands behind a slash is another number (`555-2671 / 555-2672`) or its end (`…20/21`),
/// and not the number behind its area code (`030/901820`).
fn is_second_number(before: usize, after: usize) -> bool {
    let complete =
        before >= LONGEST_AREA || (before >= WHOLE_NUMBER && (after >= WHOLE_NUMBER || after <= 2));
    after > 0 && complete
}

fn behind_bracketed_zero(text: &str) -> Option<&str> {
    let mut letters = text.chars();
    let zero = ascii_digit(letters.next()?)? == '0';
    let closed = matches!(letters.next()?, ')' | '）' | ']' | '］');
    (zero && closed).then_some(letters.as_str())
}

fn is_separator(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(
            letter,
            '-' | '.'
                | '('
                | ')'
                | '['
                | ']'
                | '~'
                | '·'
                | '−'
                | 'ー'
                | '－'
                | '．'
                | '／'
                | '（'
                | '）'
                | '［'
                | '］'
                | '\u{2010}'..='\u{2015}' | '\u{2053}' | '\u{223c}'
        )
}

/// The key of a letter on a telephone keypad, by ITU-T E.161.
fn key_of(letter: char) -> Option<char> {
    Some(match letter.to_ascii_uppercase() {
        'A'..='C' => '2',
        'D'..='F' => '3',
        'G'..='I' => '4',
        'J'..='L' => '5',
        'M'..='O' => '6',
        'P'..='S' => '7',
        'T'..='V' => '8',
        'W'..='Z' => '9',
        _ => return None,
    })
}

fn plain_digits(extension: String) -> Result<String, Problem> {
    extension
        .chars()
        .filter(|letter| !matches!(letter, '-' | '.' | ' ' | '(' | ')'))
        .map(|letter| ascii_digit(letter).ok_or_else(unreadable))
        .collect()
}

fn one_of(extensions: [Option<String>; 3]) -> Result<Option<String>, Problem> {
    let mut given = extensions.into_iter().flatten();
    match (given.next(), given.next()) {
        (extension, None) => Ok(extension),
        _ => Err(unreadable()),
    }
}

/// No number, more than one, or broken.
pub(super) fn unreadable() -> Problem {
    Problem::new(ProblemCode::NumberUnreadable)
}
