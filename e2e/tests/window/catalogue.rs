//! What the window has to say in each language, read from the catalogues themselves.

use std::collections::{BTreeMap, HashSet};

use ringfor_e2e::{Page, Tested};

/// Everything that a person reads or hears on the page.
const SEEN: &str = "
    const seen = new Set();
    const add = (text) => text?.trim() && seen.add(text.trim());
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        if (texts.currentNode.parentElement.closest('script, style') === null) add(texts.currentNode.data);
    }
    for (const name of ['aria-label', 'title', 'placeholder']) {
        for (const part of document.querySelectorAll(`[${name}]`)) add(part.getAttribute(name));
    }
    return [...seen];
";

/// Remembers what the page complains of: a text or a parameter that is missing.
const LISTEN: &str = "
    window.complaints = [];
    const { error } = console;
    console.error = (...words) => { window.complaints.push(words.join(' ')); error(...words); };
";

/// The texts of one language that need no parameter.
pub(crate) struct Catalogue {
    code: String,
    texts: BTreeMap<String, String>,
    keys: HashSet<String>,
    english: BTreeMap<String, String>,
}

impl Catalogue {
    pub(crate) fn of(code: &str) -> std::io::Result<Self> {
        let (texts, keys) = read(code)?;
        let (english, _) = read("en")?;
        Ok(Self {
            code: code.into(),
            texts,
            keys,
            english,
        })
    }

    pub(crate) fn text(&self, key: &str) -> &str {
        self.texts
            .get(key)
            .map_or("not in the catalogue", |text| text)
    }

    /// The page speaks this language and no other: it says these texts, nothing is in English that
    /// has another word here, and nothing shows its key or a parameter without a value.
    pub(crate) async fn is_spoken(&self, page: &Page, wanted: &[&str]) -> Tested {
        let seen: Vec<String> = serde_json::from_value(page.script(SEEN, &[]).await?)?;
        let code = &self.code;
        for key in wanted {
            let text = self.text(key);
            assert!(
                seen.iter().any(|seen| seen == text),
                "{code}: {key} ({text}) is not in {seen:#?}"
            );
        }
        let own: HashSet<&String> = self.texts.values().collect();
        for text in &seen {
            let foreign = self.english.values().any(|english| english == text);
            assert!(!foreign || own.contains(text), "{code}: in English: {text}");
            assert!(!self.keys.contains(text), "{code}: a key: {text}");
            assert!(
                !text.contains("{ $") && !text.contains("{$"),
                "{code}: {text}"
            );
        }
        let complaints = page.script("return window.complaints ?? []", &[]).await?;
        assert_eq!(complaints, serde_json::json!([]), "{code}");
        Ok(())
    }
}

/// From now on, what the page complains of fails [`Catalogue::is_spoken`].
pub(crate) async fn listen(page: &Page) -> Tested {
    page.script(LISTEN, &[]).await?;
    Ok(())
}

/// Whole texts by their key, and all keys.
fn read(code: &str) -> std::io::Result<(BTreeMap<String, String>, HashSet<String>)> {
    let file = format!("{}/../locales/{code}.ftl", env!("CARGO_MANIFEST_DIR"));
    let mut texts = BTreeMap::new();
    let mut keys = HashSet::new();
    let mut message = String::new();
    for line in std::fs::read_to_string(file)?.lines() {
        let Some((name, text)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) else {
            continue;
        };
        let key = match name.trim().strip_prefix('.') {
            Some(attribute) => format!("{message}.{attribute}"),
            None => {
                message = name.trim().to_owned();
                message.clone()
            }
        };
        if !text.contains('{') {
            texts.insert(key.clone(), text.trim().to_owned());
        }
        keys.insert(key);
    }
    Ok((texts, keys))
}
