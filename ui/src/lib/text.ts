import type { FluentBundle, FluentVariable } from '@fluent/bundle';

import type { ProblemCode } from '../bindings/ProblemCode';
import { englishBundle, spoken } from './language.svelte';
import type { ListedKey } from './text-keys';

export type TextParams = Record<string, FluentVariable>;

/** `some_code` as it is written in the keys of the catalogue: `some-code`. */
export type Dashed<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}-${Dashed<Tail>}`
  : S;

export type ProblemKey = `problem-${Dashed<ProblemCode>}`;

/** Every text there is: a key that does not exist does not compile. */
export type TextKey = ListedKey | ProblemKey | `${ProblemKey}.${'cause' | 'fix' | 'who'}`;

/** Whether the catalogue has this text. For words that a server makes up, such as a presence. */
export function hasText(key: string): key is TextKey {
  return pattern(englishBundle, key) !== undefined;
}

/**
 * The text for `key` in the language of the window, with its parameters filled in. Where a
 * component or a `$derived` asks, it asks again when the language changes.
 */
export function t(key: TextKey, params?: TextParams): string {
  for (const bundle of [spoken.bundle, englishBundle]) {
    const found = pattern(bundle, key);
    if (found === undefined) continue;
    // With a list for the errors, Fluent shows what it can instead of throwing.
    const errors: Error[] = [];
    const text = bundle.formatPattern(found, params ?? null, errors);
    for (const error of errors) console.error(`Text ${key}: ${error.message}`);
    return text;
  }
  console.error(`No text for ${key}`);
  return key;
}

/** Turns a code of the wire into the part of a key. */
export function dashed<S extends string>(code: S): Dashed<S> {
  return code.replaceAll('_', '-') as Dashed<S>;
}

function pattern(bundle: FluentBundle, key: string) {
  const [name = '', attribute] = key.split('.');
  const message = bundle.getMessage(name);
  const found = attribute === undefined ? message?.value : message?.attributes[attribute];
  return found ?? undefined;
}
