//! `mimeapps.list`: which program opens what, as Linux desktops keep it.
//!
//! The file belongs to the person. Of its text only the lines that are asked for change; comments,
//! other entries, their order and the ends of their lines stay as they are.

const GROUP: &str = "[Default Applications]";
/// Where desktops keep what else may open a kind, and put every program that was made the default.
const ADDED: &str = "[Added Associations]";

/// The ids in a value; desktops take the first that is installed.
pub(super) fn ids(value: &str) -> impl Iterator<Item = &str> {
    value.split(';').map(str::trim).filter(|id| !id.is_empty())
}

/// A value with these ids; none without one.
pub(super) fn list<'a>(ids: impl Iterator<Item = &'a str>) -> Option<String> {
    let value: String = ids.flat_map(|id| [id, ";"]).collect();
    Some(value).filter(|value| !value.is_empty())
}

/// The value of the first default for `kind`; none where there is none.
pub(super) fn default_of<'a>(text: &'a str, kind: &str) -> Option<&'a str> {
    lines(text, GROUP)
        .find(|line| line.in_group && line.key == Some(kind))
        .map(|line| line.value)
}

/// The text with another default for `kind`, or without one.
pub(super) fn with_default(text: &str, kind: &str, value: Option<&str>) -> String {
    let mut wanted = value;
    let mut written = String::with_capacity(text.len() + 64);
    // Behind the last line of the group that says something: there a new one belongs.
    let mut end_of_group = None;
    for line in lines(text, GROUP) {
        if !line.in_group || line.key != Some(kind) {
            written.push_str(line.whole);
        } else if let Some(value) = wanted.take() {
            // The first one counts; others of the same kind would contradict it elsewhere.
            written.push_str(&entry(kind, value, line.end));
        }
        if line.in_group && (line.key.is_some() || line.is_header) {
            end_of_group = Some(written.len());
        }
    }
    let Some(value) = wanted else {
        return written;
    };
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    match end_of_group {
        Some(place) => {
            let (before, behind) = written.split_at(place);
            let joint = if before.ends_with('\n') { "" } else { end };
            format!("{before}{joint}{}{behind}", entry(kind, value, end))
        }
        None => {
            let joint = if written.is_empty() || written.ends_with('\n') {
                ""
            } else {
                end
            };
            format!("{written}{joint}{GROUP}{end}{}", entry(kind, value, end))
        }
    }
}

/// The text without `id` among what else may open `kind`.
pub(super) fn without_added(text: &str, kind: &str, id: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for line in lines(text, ADDED) {
        let named = line.in_group && line.key == Some(kind) && ids(line.value).any(|one| one == id);
        if !named {
            written.push_str(line.whole);
        } else if let Some(value) = list(ids(line.value).filter(|one| *one != id)) {
            written.push_str(&entry(kind, &value, line.end));
        }
    }
    written
}

fn entry(kind: &str, value: &str, end: &str) -> String {
    format!("{kind}={value}{end}")
}

struct Line<'a> {
    whole: &'a str,
    end: &'a str,
    in_group: bool,
    is_header: bool,
    key: Option<&'a str>,
    value: &'a str,
}

fn lines<'a>(text: &'a str, group: &'static str) -> impl Iterator<Item = Line<'a>> {
    let mut in_group = false;
    text.split_inclusive('\n').map(move |whole| {
        let content = whole.trim_end_matches(['\n', '\r']);
        let is_header = content.trim_start().starts_with('[');
        if is_header {
            in_group = content.trim() == group;
        }
        let pair = content
            .split_once('=')
            .filter(|_| !is_header && !content.trim_start().starts_with('#'));
        Line {
            whole,
            end: &whole[content.len()..],
            in_group,
            is_header,
            key: pair.map(|(key, _)| key.trim()),
            value: pair.map_or("", |(_, value)| value.trim()),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEL: &str = "x-scheme-handler/tel";

    #[test]
    fn a_default_is_written_into_its_group_and_nothing_else_changes() {
        for (before, after) in [
            (
                "",
                "[Default Applications]\nx-scheme-handler/tel=us.desktop\n",
            ),
            (
                "[Default Applications]\ntext/plain=ed.desktop\n",
                "[Default Applications]\ntext/plain=ed.desktop\nx-scheme-handler/tel=us.desktop\n",
            ),
            (
                "# mine\n[Default Applications]\nx-scheme-handler/tel = a.desktop;b.desktop;\n# keep\n\n[Added Associations]\nx-scheme-handler/tel=a.desktop;\n",
                "# mine\n[Default Applications]\nx-scheme-handler/tel=us.desktop\n# keep\n\n[Added Associations]\nx-scheme-handler/tel=a.desktop;\n",
            ),
            (
                "[Added Associations]\r\nx/y=z.desktop;\r\n",
                "[Added Associations]\r\nx/y=z.desktop;\r\n[Default Applications]\r\nx-scheme-handler/tel=us.desktop\r\n",
            ),
            (
                "[Default Applications]\na/b=c.desktop\n\n[Removed Associations]\nx/y=z.desktop;",
                "[Default Applications]\na/b=c.desktop\nx-scheme-handler/tel=us.desktop\n\n[Removed Associations]\nx/y=z.desktop;",
            ),
            (
                "[Default Applications]\na/b=c.desktop",
                "[Default Applications]\na/b=c.desktop\nx-scheme-handler/tel=us.desktop\n",
            ),
            (
                "garbage\n[Default Applications]\n#x-scheme-handler/tel=no.desktop\n",
                "garbage\n[Default Applications]\nx-scheme-handler/tel=us.desktop\n#x-scheme-handler/tel=no.desktop\n",
            ),
        ] {
            let written = with_default(before, TEL, Some("us.desktop"));
            assert_eq!(written, after, "{before:?}");
            assert_eq!(default_of(&written, TEL), Some("us.desktop"));
        }
    }

    #[test]
    fn a_default_is_taken_out_wherever_it_stands() {
        let before = "[Default Applications]\nx-scheme-handler/tel=us.desktop\na/b=c.desktop\n\
             [Other]\nx-scheme-handler/tel=stays\n[Default Applications]\nx-scheme-handler/tel=us.desktop\n";
        let after = "[Default Applications]\na/b=c.desktop\n\
             [Other]\nx-scheme-handler/tel=stays\n[Default Applications]\n";
        assert_eq!(with_default(before, TEL, None), after);
        assert_eq!(with_default(after, TEL, None), after);
    }

    #[test]
    fn a_default_is_read_from_its_group_alone() {
        let text = "x-scheme-handler/tel=a\n[Added Associations]\nx-scheme-handler/tel=b\n\
             [Default Applications]\n#x-scheme-handler/tel=c\nx-scheme-handler/telnet=d\n";
        assert_eq!(default_of(text, TEL), None);
        assert_eq!(default_of(text, "x-scheme-handler/telnet"), Some("d"));
    }

    #[test]
    fn one_program_is_taken_out_of_what_else_may_open_a_kind() {
        let before = "[Default Applications]\nx-scheme-handler/tel=us.desktop\n[Added Associations]\r\n\
             x-scheme-handler/tel = a.desktop ; us.desktop\r\nx-scheme-handler/sip=us.desktop;\n";
        let after = "[Default Applications]\nx-scheme-handler/tel=us.desktop\n[Added Associations]\r\n\
             x-scheme-handler/tel=a.desktop;\r\nx-scheme-handler/sip=us.desktop;\n";
        assert_eq!(without_added(before, TEL, "us.desktop"), after);
        assert_eq!(without_added(after, TEL, "us.desktop"), after);
    }
}
