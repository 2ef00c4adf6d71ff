// What there is to know of a catalogue of texts, and of two of them beside each other.

const PLURALS = ['zero', 'one', 'two', 'few', 'many', 'other'];

/**
 * Key (or key.attribute) → text, and what is wrong with the file `name`. Small on purpose: our
 * catalogues have no terms and no nesting of keys.
 * @param {string} source
 * @param {string} name
 */
export function readCatalogue(source, name) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  /** @type {string[]} */
  const mistakes = [];
  let message = '';
  let current = '';
  const begin = (/** @type {string} */ key, /** @type {string} */ text) => {
    if (texts.has(key)) mistakes.push(`${name} has ${key} twice`);
    current = key;
    texts.set(key, text);
  };
  for (const line of source.split('\n')) {
    const start = /^([a-z][a-z0-9-]*) =\s?(.*)$/.exec(line);
    const attribute = /^ {4}\.([a-z-]+) =\s?(.*)$/.exec(line);
    if (start) {
      message = start[1] ?? '';
      begin(message, start[2] ?? '');
    } else if (attribute && message !== '') {
      begin(`${message}.${attribute[1]}`, attribute[2] ?? '');
    } else if (/^(\s|\}$)/.test(line) && current !== '') {
      texts.set(current, `${texts.get(current)}\n${line}`);
    } else if (line !== '' && !line.startsWith('#')) {
      mistakes.push(`${name} has a line that is no text: ${line}`);
    }
  }
  for (const [key, text] of texts) {
    if (text.trim() === '') mistakes.push(`${name} has an empty text for ${key}`);
  }
  return { texts, mistakes };
}

/**
 * What `other` lacks, has too much or fills in differently than English. The words between are its own.
 * @param {Map<string, string>} english
 * @param {Map<string, string>} other
 * @param {string} name
 */
export function compareCatalogues(english, other, name) {
  /** @type {string[]} */
  const mistakes = [];
  for (const [key, text] of english) {
    const own = other.get(key);
    if (own === undefined) {
      mistakes.push(`${name} has no ${key}`);
      continue;
    }
    const filled = difference(parameters(text), parameters(own));
    for (const parameter of filled.lacks) mistakes.push(`${name} does not fill in $${parameter} in ${key}`);
    for (const parameter of filled.adds) mistakes.push(`${name} fills in $${parameter} in ${key}, which English does not have`);
    const told = difference(cases(text), cases(own));
    for (const each of told.lacks) mistakes.push(`${name} does not tell [${each}] apart in ${key}`);
    for (const each of told.adds) mistakes.push(`${name} has [${each}] in ${key}, which English does not have`);
    // A word for programs, not for people.
    if (key.endsWith('.who') && own !== text) mistakes.push(`${name} has “${own}” for ${key}, not “${text}”`);
  }
  for (const key of other.keys()) {
    if (!english.has(key)) mistakes.push(`${name} has ${key}, which English does not have`);
  }
  return mistakes;
}

/** @param {string} text */
function parameters(text) {
  return new Set([...text.matchAll(/\$([a-zA-Z][\w-]*)/g)].map((match) => match[1] ?? ''));
}

/** The cases of a selection that are codes of ours; numbers are told apart as each language does it. */
function cases(/** @type {string} */ text) {
  const found = [...text.matchAll(/\[([\w-]+)\]/g)].map((match) => match[1] ?? '');
  return new Set(found.filter((each) => !PLURALS.includes(each) && !/^\d+$/.test(each)));
}

/**
 * @param {Set<string>} one
 * @param {Set<string>} other
 */
function difference(one, other) {
  return { lacks: [...one].filter((each) => !other.has(each)), adds: [...other].filter((each) => !one.has(each)) };
}

/**
 * Words in the markup of a component, where only a catalogue may have some.
 * @param {string} source
 */
export function looseWords(source) {
  const markup = source
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  const spoken = [...markup.matchAll(/\b(?:aria-label|aria-description|title|placeholder|alt)="([^"{]*[a-z][^"]*)"/gi)];
  const between = withoutCode(markup).replace(/<[^>]*>/g, '\n').split('\n');
  return [...spoken.map((match) => match[1] ?? ''), ...between.map((line) => line.trim())].filter((text) => /\p{L}/u.test(text));
}

/** Without what stands in braces, however deep; what is compared in there is no tag either. */
function withoutCode(/** @type {string} */ markup) {
  let depth = 0;
  let rest = '';
  for (const letter of markup) {
    if (letter === '{') depth += 1;
    if (depth === 0) rest += letter;
    if (letter === '}') depth -= 1;
  }
  return rest;
}
