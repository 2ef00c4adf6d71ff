//! What stands around a number: invisible marks, quotes, labels, extensions.

use super::plan::ascii_digit;

/// Words that people put in front of a number.
const LABELS: &[&str] = &[
    "call",
    "cell",
    "contact",
    "fon",
    "home",
    "mob",
    "mobil",
    "mobile",
    "mobiltelefon",
    "movil",
    "móvil",
    "no",
    "nr",
    "number",
    "office",
    "ph",
    "phone",
    "portable",
    "rufnummer",
    "tel",
    "telefon",
    "telefone",
    "telefonnummer",
    "telefono",
    "teléfono",
    "telephone",
    "telnr",
    "telno",
    "tél",
    "téléphone",
    "tlf",
    "work",
    "тел",
    "телефон",
    "電話",
    "电话",
    "전화",
];
/// Labels of one letter need a colon or full stop behind them.
const SHORT_LABELS: &[&str] = &["c", "h", "m", "o", "p", "t", "w"];
/// Words between a number and its extension, the longer before those they end with.
const EXTENSION_WORDS: &[&str] = &[
    "durchwahl",
    "nebenstelle",
    "extension",
    "interno",
    "poste",
    "anexo",
    "ramal",
    "extn",
    "ext",
    "dw",
    "доб",
    "内線",
    "分机",
    "내선",
    "x",
];
const MAX_EXTENSION: usize = 12;

/// Whether a character has no width: marks of writing direction, joiners, soft hyphens.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Drops quotes and sentence marks around a number.
pub(super) fn without_quotes(text: &str) -> &str {
    text.trim()
        .trim_start_matches(|letter: char| is_quote(letter) || "☎☏✆📞📱".contains(letter))
        .trim_end_matches(|letter: char| is_quote(letter) || ".,;:!?".contains(letter))
        .trim()
}

fn is_quote(letter: char) -> bool {
    letter.is_whitespace() || "\"'`´‘’“”„«»<>".contains(letter)
}

/// Drops a label such as `Tel.:`; none where other words stand in front.
pub(super) fn without_label(text: &str) -> Option<&str> {
    let start = text
        .find(|letter: char| ascii_digit(letter).is_some() || "+＋(（[［*＊#＃".contains(letter))
        .unwrap_or(text.len());
    let (label, number) = text.split_at(start);
    let word: String = label
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .flat_map(char::to_lowercase)
        .collect();
    let known = word.is_empty()
        || LABELS.contains(&word.as_str())
        || (SHORT_LABELS.contains(&word.as_str()) && label.contains([':', '.', '：']));
    let rest_is_marks = label.chars().all(|letter| {
        letter.is_alphabetic() || letter.is_whitespace() || ".:：-–/".contains(letter)
    });
    (known && rest_is_marks).then_some(number)
}

/// Splits `… ext. 12` off a number: the number and the extension, if there is one.
pub(super) fn split_extension(text: &str) -> (&str, Option<String>) {
    let end = text.trim_end_matches(|letter: char| letter.is_whitespace() || letter == ')');
    let label_end = end.trim_end_matches(|letter| ascii_digit(letter).is_some());
    let extension: String = end
        .get(label_end.len()..)
        .unwrap_or_default()
        .chars()
        .filter_map(ascii_digit)
        .collect();
    if extension.is_empty() || extension.len() > MAX_EXTENSION {
        return (text, None);
    }
    let label_end =
        label_end.trim_end_matches(|letter: char| letter.is_whitespace() || ".:-".contains(letter));
    let number = EXTENSION_WORDS
        .iter()
        .find_map(|word| strip_word(label_end, word));
    match number {
        Some(number) if number.chars().any(|letter| ascii_digit(letter).is_some()) => {
            let number = number
                .trim_end_matches(|letter: char| letter.is_whitespace() || ",;(-".contains(letter));
            (number, Some(extension))
        }
        _ => (text, None),
    }
}

/// Strips `word` off the end of a text where no letter stands in front of it.
fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let (number, end) = text.split_at_checked(text.len().checked_sub(word.len())?)?;
    let stands_alone = !number.ends_with(char::is_alphabetic);
    (stands_alone && end.to_lowercase() == word).then_some(number)
}

/// Splits a text at the first pause of a phone (`,` `;` `p` `w`), where there is one.
pub(super) fn split_pause(text: &str) -> (&str, Option<&str>) {
    let mut digits = 0;
    let mut before = ' ';
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map_or(' ', |(_, letter)| *letter);
        // Between digits only; elsewhere these letters belong to a word.
        let is_pause = match letter {
            ',' | ';' | '，' | '；' => true,
            'p' | 'P' | 'w' | 'W' => {
                digits >= 3
                    && !before.is_alphabetic()
                    && (next == ',' || ascii_digit(next).is_some())
            }
            _ => false,
        };
        if is_pause {
            let (number, rest) = text.split_at(at);
            return (number, Some(rest));
        }
        digits += usize::from(ascii_digit(letter).is_some());
        before = letter;
    }
    (text, None)
}

/// What a phone would dial after a pause; none where it is another number, or nothing it could dial.
pub(super) fn after_pause(text: &str) -> Option<String> {
    let pauses = text
        .chars()
        .take_while(|letter| ",;，；pPwW".contains(*letter))
        .count();
    let spoken = text.starts_with([',', ';', '，', '；']);
    let rest: String = text
        .chars()
        .skip(pauses)
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| ascii_digit(letter).unwrap_or(letter.to_ascii_lowercase()))
        .collect();
    let digits = rest.chars().filter(char::is_ascii_digit).count();
    let dialable = rest
        .chars()
        .all(|letter| letter.is_ascii_digit() || ",;pw*#-".contains(letter));
    let second = pauses == 1 && spoken && digits >= 7 && !rest.ends_with('#');
    (digits > 0 && dialable && !second).then_some(rest)
}
