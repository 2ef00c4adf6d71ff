//! `ringfor number -`: a list of numbers, one JSON object for each line, in its order.

use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};

use dialer::number::{self, Country, ExtensionDigits};
use dialer::problem::{Problem, ProblemCode};

use crate::json::NumberObject;

/// A longer line is no number; no more of it is kept.
const LONGEST_LINE: usize = 4096;

/// Answers each line with an object, a line that cannot be read too. What was answered is written
/// before more is waited for.
///
/// # Errors
/// Where reading or writing fails.
pub(crate) fn run(input: impl Read, output: impl Write) -> io::Result<()> {
    let mut input = BufReader::with_capacity(64 * 1024, input);
    let mut output = BufWriter::with_capacity(64 * 1024, output);
    let mut line = Vec::new();
    loop {
        if !input.buffer().contains(&b'\n') {
            output.flush()?;
        }
        let Some(length) = read_line(&mut input, &mut line)? else {
            return output.flush();
        };
        answer(&line, length, &mut output)?;
        output.write_all(b"\n")?;
    }
}

/// Reads a line without its end, and gives its whole length; of a long one only the beginning is kept.
/// None at the end of the input.
fn read_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Option<usize>> {
    line.clear();
    let mut length = 0;
    loop {
        let buffer = match input.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if buffer.is_empty() {
            return Ok((length > 0).then_some(length));
        }
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let part = &buffer[..end.unwrap_or(buffer.len())];
        let room = LONGEST_LINE.saturating_sub(line.len());
        line.extend_from_slice(&part[..part.len().min(room)]);
        length += part.len();
        let read = part.len() + usize::from(end.is_some());
        input.consume(read);
        if end.is_some() {
            return Ok(Some(length));
        }
    }
}

fn answer(line: &[u8], length: usize, output: &mut impl Write) -> io::Result<()> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    let text = String::from_utf8_lossy(line);
    let whole = length <= LONGEST_LINE && std::str::from_utf8(line).is_ok();
    let Some((code, typed)) = text.split_once('\t').filter(|_| whole) else {
        let problem = Problem::new(ProblemCode::LineUnreadable);
        return write(&NumberObject::unread("", &text, &problem), output);
    };
    let Some(country) = Country::parse(code.trim()) else {
        let problem = Problem::new(ProblemCode::CountryUnknown).with("country", code);
        return write(&NumberObject::unread(code, typed, &problem), output);
    };
    let preview = number::preview(typed, country, &ExtensionDigits::default());
    write(&NumberObject::of(&preview, country.as_str()), output)
}

fn write(object: &NumberObject<'_>, output: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer(output, object).map_err(Into::into)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn answers(input: &[u8]) -> Vec<serde_json::Value> {
        let mut output = Vec::new();
        run(input, &mut output).unwrap();
        let text = String::from_utf8(output).unwrap();
        text.lines()
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    proptest! {
        #[test]
        fn every_line_has_one_answer_whatever_it_holds(input in proptest::collection::vec(any::<u8>(), 0..2000)) {
            let lines = input.split(|byte| *byte == b'\n').count();
            let unended = input.last().is_some_and(|byte| *byte != b'\n');
            let expected = if unended { lines } else { lines - 1 };
            prop_assert_eq!(answers(&input).len(), expected);
        }

        #[test]
        fn what_is_written_as_a_number_is_answered_as_typed(typed in "[^\\n\\r\\t]{0,60}") {
            let answers = answers(format!("US\t{typed}\n").as_bytes());
            prop_assert_eq!(answers.len(), 1);
            prop_assert_eq!(answers[0]["typed"].as_str(), Some(typed.as_str()));
        }
    }

    #[test]
    fn a_line_without_an_end_is_answered_and_a_long_one_is_cut() {
        assert_eq!(answers(b"US\t4155552671")[0]["e164"], "+14155552671");
        let long = [vec![b'x'; 100_000], b"\nUS\t4155552671\n".to_vec()].concat();
        let answers = answers(&long);
        assert_eq!(answers[0]["typed"].as_str().unwrap().len(), LONGEST_LINE);
        assert_eq!(answers[1]["e164"], "+14155552671");
    }
}
