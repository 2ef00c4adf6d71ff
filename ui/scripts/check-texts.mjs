// Compares locales/ with what the sources use: every key used must exist, every key must be used,
// every problem code must have its four texts, and every language must say what English says, with
// the same parameters. With --write it also writes the list of keys that makes `t` typed; without, a
// list that is not up to date is a mistake.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { compareCatalogues, looseWords, readCatalogue } from './catalogue.mjs';

const ui = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(ui, '..');
const keysFile = join(ui, 'src/lib/text-keys.ts');
const who = ['you', 'administrator'];
const mistakes = [];

/** The languages beside English. */
const translated = readdirSync(join(root, 'locales')).map((file) => file.replace('.ftl', '')).filter((language) => language !== 'en');

const texts = catalogueOf('en');
// The keys of the problems follow from the problem codes.
const list = keyList([...texts.keys()].filter((key) => !key.startsWith('problem-') || key.startsWith('problem-who-') || !texts.has(`${key.split('.')[0]}.cause`)));
if (process.argv.includes('--write')) {
  writeFileSync(keysFile, list);
} else if (readOrEmpty(keysFile) !== list) {
  mistakes.push('ui/src/lib/text-keys.ts is not up to date: run `npm run texts`');
}

checkProblems();
checkUse();
for (const language of translated) mistakes.push(...compareCatalogues(texts, catalogueOf(language), `locales/${language}.ftl`));

if (mistakes.length > 0) {
  for (const mistake of mistakes) console.error(`✕ ${mistake}`);
  process.exit(1);
}
console.log(`✔ ${texts.size} texts in ${1 + translated.length} languages, none missing, none unused`);

function catalogueOf(language) {
  const name = `locales/${language}.ftl`;
  const read = readCatalogue(readOrEmpty(join(root, name)), name);
  mistakes.push(...read.mistakes);
  return read.texts;
}

function keyList(keys) {
  const lines = keys.map((key) => `  | '${key}'`);
  return `// Made from locales/en.ftl by \`npm run texts\`. Do not edit.\n\n/** Every text there is, but for those of the problems. */\nexport type ListedKey =\n${lines.join('\n')};\n`;
}

function checkProblems() {
  const binding = readFileSync(join(ui, 'src/bindings/ProblemCode.ts'), 'utf8');
  const codes = new Set(
    [...binding.matchAll(/"([a-z0-9_]+)"/g)].map((match) => match[1].replaceAll('_', '-')),
  );
  if (codes.size === 0) mistakes.push('bindings/ProblemCode.ts holds no codes');
  for (const code of codes) {
    for (const key of [`problem-${code}`, ...['cause', 'fix', 'who'].map((a) => `problem-${code}.${a}`)]) {
      if (!texts.has(key)) mistakes.push(`locales/en.ftl has no ${key}`);
    }
    const fixer = texts.get(`problem-${code}.who`);
    if (fixer !== undefined && !who.includes(fixer)) {
      mistakes.push(`problem-${code}.who is “${fixer}”, not one of ${who.join(', ')}`);
    }
  }
  for (const key of texts.keys()) {
    const own = /^problem-(.+)\.(who|cause|fix)$/.exec(key);
    if (own && !codes.has(own[1])) mistakes.push(`locales/en.ftl has ${key}, but there is no such code`);
  }
}

function checkUse() {
  // A key is written as a whole ('history-title') or with a hole (`outcome-${word}`).
  const literal = /(['"`])([a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z]+)?)\1/g;
  const holed = /`([a-z][a-z0-9-]*-(?:\$\{[^`]*?\}(?:[-.][a-z-]+)*)+)`/g;
  // What is certainly meant as a text: the first argument of t().
  const asked = /\bt\(\s*(['"])([^'"]+)\1/g;
  const used = new Set();
  const shapes = [];
  for (const file of sources()) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.svelte')) {
      for (const words of looseWords(text)) mistakes.push(`${relative(root, file)} has words of its own: ${words}`);
    }
    for (const match of text.matchAll(literal)) used.add(match[2]);
    for (const match of text.matchAll(holed)) {
      const shape = match[1].replace(/\$\{[^`]*?\}/g, '\0').replaceAll('.', '\\.');
      shapes.push(new RegExp(`^${shape.replaceAll('\0', '[a-z0-9-]+')}$`));
    }
    for (const match of text.matchAll(asked)) {
      if (!texts.has(match[2])) mistakes.push(`${relative(root, file)} uses ${match[2]}, which is not in locales/en.ftl`);
    }
  }
  for (const key of texts.keys()) {
    // The attributes of a problem are used with it.
    const [name] = key.split('.');
    if (!used.has(name) && !shapes.some((shape) => shape.test(name))) {
      mistakes.push(`locales/en.ftl has ${key}, but nothing uses it`);
    }
  }
}

/** The sources that can use a text: the page, and Rust. */
function sources() {
  const found = [];
  const walk = (folder, endings) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['bindings', 'node_modules', 'target', 'tests'].includes(entry.name)) walk(path, endings);
      } else if (endings.some((ending) => entry.name.endsWith(ending)) && path !== keysFile) {
        found.push(path);
      }
    }
  };
  walk(join(ui, 'src'), ['.ts', '.svelte']);
  walk(join(root, 'src-tauri'), ['.rs']);
  walk(join(root, 'crates/ringfor-cli/src'), ['.rs']);
  return found;
}

function readOrEmpty(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
