//! Reads SPDX licence expressions such as `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// Whether the terms can be met with allowed licences alone.
pub(super) fn is_allowed(expression: &str, allowed: &[&str]) -> bool {
    // Older crates write `MIT/Apache-2.0` for OR.
    let spaced = expression
        .replace('/', " OR ")
        .replace('(', " ( ")
        .replace(')', " ) ");
    let mut words = Words {
        left: spaced.split_whitespace().collect(),
        allowed,
    };
    words.either() == Some(true) && words.left.is_empty()
}

struct Words<'a> {
    left: Vec<&'a str>,
    allowed: &'a [&'a str],
}

/// `None` stands for an expression that cannot be read.
impl<'a> Words<'a> {
    fn either(&mut self) -> Option<bool> {
        let mut met = self.all()?;
        while self.take("OR") {
            met |= self.all()?;
        }
        Some(met)
    }

    fn all(&mut self) -> Option<bool> {
        let mut met = self.one()?;
        while self.take("AND") {
            met &= self.one()?;
        }
        Some(met)
    }

    fn one(&mut self) -> Option<bool> {
        if self.take("(") {
            let met = self.either()?;
            return self.take(")").then_some(met);
        }
        let name = self.next()?;
        if matches!(name, "OR" | "AND" | "WITH" | ")") {
            return None;
        }
        if self.take("WITH") {
            // An exception only takes terms away.
            self.next()?;
        }
        Some(self.allowed.contains(&name))
    }

    fn take(&mut self, word: &str) -> bool {
        let there = self.left.first() == Some(&word);
        if there {
            self.left.remove(0);
        }
        there
    }

    fn next(&mut self) -> Option<&'a str> {
        (!self.left.is_empty()).then(|| self.left.remove(0))
    }
}

#[cfg(test)]
mod tests {
    use super::is_allowed;

    const ALLOWED: &[&str] = &["MIT", "Apache-2.0", "Unicode-3.0"];

    #[test]
    fn one_allowed_choice_is_enough() {
        assert!(is_allowed("GPL-2.0-only OR MIT", ALLOWED));
        assert!(is_allowed("MIT/GPL-3.0", ALLOWED));
        assert!(!is_allowed("GPL-2.0-only OR LGPL-3.0", ALLOWED));
    }

    #[test]
    fn every_joined_licence_must_be_allowed() {
        assert!(is_allowed("(MIT OR GPL-3.0) AND Unicode-3.0", ALLOWED));
        assert!(!is_allowed("MIT AND GPL-3.0", ALLOWED));
        assert!(!is_allowed("MIT AND (GPL-3.0 OR ISC)", ALLOWED));
    }

    #[test]
    fn an_exception_keeps_its_licence() {
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception", ALLOWED));
        assert!(!is_allowed("GPL-3.0 WITH Classpath-exception-2.0", ALLOWED));
    }

    #[test]
    fn what_cannot_be_read_is_not_allowed() {
        for text in [
            "",
            "MIT OR",
            "(MIT",
            "MIT)",
            "MIT MIT",
            "SEE LICENSE IN FILE",
        ] {
            assert!(!is_allowed(text, ALLOWED), "{text:?}");
        }
    }
}
