import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';

import source from '../../../locales/en.ftl?raw';
import type { ProblemCode } from '../bindings/ProblemCode';
import type { ListedKey } from './text-keys';

export type TextParams = Record<string, FluentVariable>;

/** `some_code` as it is written in the keys of the catalogue: `some-code`. */
export type Dashed<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}-${Dashed<Tail>}`
  : S;

export type ProblemKey = `problem-${Dashed<ProblemCode>}`;

/** Every text there is: a key that does not exist does not compile. */
export type TextKey = ListedKey | ProblemKey | `${ProblemKey}.${'cause' | 'fix' | 'who'}`;

// Isolation marks around parameters would end up in copied texts and confuse comparisons.
const bundle = new FluentBundle('en', { useIsolating: false });
const mistakes = bundle.addResource(new FluentResource(source));
if (mistakes.length > 0) {
  console.error('The text catalogue has mistakes:', mistakes);
}

/** Whether the catalogue has this text. For words that a server makes up, such as a presence. */
export function hasText(key: string): key is TextKey {
  return pattern(key) !== undefined;
}

/** The text for `key`, with its parameters filled in. */
export function t(key: TextKey, params?: TextParams): string {
  const found = pattern(key);
  if (found === undefined) {
    console.error(`No text for ${key}`);
    return key;
  }
  // With a list for the errors, Fluent shows what it can instead of throwing.
  const errors: Error[] = [];
  const text = bundle.formatPattern(found, params ?? null, errors);
  for (const error of errors) console.error(`Text ${key}: ${error.message}`);
  return text;
}

/** Turns a code of the wire into the part of a key. */
export function dashed<S extends string>(code: S): Dashed<S> {
  return code.replaceAll('_', '-') as Dashed<S>;
}

function pattern(key: string) {
  const [name = '', attribute] = key.split('.');
  const message = bundle.getMessage(name);
  const found = attribute === undefined ? message?.value : message?.attributes[attribute];
  return found ?? undefined;
}
