// The whole page on the fake back end, and what a person does with it.
import axe from 'axe-core';
import { flushSync, mount, unmount } from 'svelte';
import { vi } from 'vitest';

import Page from '../src/App.svelte';
import { FakeBackend } from '../src/backend/fake/fake';
import type { ScenarioName } from '../src/backend/fake/scenarios';
import { App } from '../src/lib/app.svelte';

let page: Record<string, unknown> | null = null;
export let backend: FakeBackend;
export let app: App;

export async function show(scenario: ScenarioName = 'busy') {
  vi.useFakeTimers({ now: new Date('2026-11-20T15:30:20Z') });
  backend = new FakeBackend(scenario);
  app = new App(backend);
  page = mount(Page, { target: document.body, props: { app } });
  void app.open();
  await pass(300);
}

export async function leave() {
  if (page !== null) await unmount(page);
  page = null;
  document.body.innerHTML = '';
  vi.useRealTimers();
}

export async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  flushSync();
}

export const all = (testid: string) => [...document.querySelectorAll<HTMLElement>(`[data-testid="${testid}"]`)];

export function one<E extends HTMLElement = HTMLElement>(testid: string): E {
  const [found] = all(testid);
  if (found === undefined) throw new Error(`nothing on the page is ${testid}`);
  return found as E;
}

export const field = (testid: string) => one<HTMLInputElement>(testid);

/** What the keyboard is on: its test id, else its id. */
export const focused = () => {
  const element = document.activeElement as HTMLElement | null;
  return element?.dataset['testid'] ?? element?.id;
};

/** Types without waiting for what comes of it. */
export function write(testid: string, text: string) {
  const input = field(testid);
  input.focus();
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

export async function type(testid: string, text: string) {
  write(testid, text);
  await pass(800);
}

export async function click(testid: string, detail = 1) {
  one(testid).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
  await pass(0);
}

/** A key goes down where the keyboard is. */
export async function press(name: string, more: KeyboardEventInit = {}) {
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more });
  const free = target.dispatchEvent(event);
  // A browser clicks the button that has the focus; happy-dom does not.
  if (free && name === 'Enter' && target instanceof HTMLButtonElement) target.click();
  await pass(0);
}

export async function release(name: string) {
  (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keyup', { key: name, bubbles: true }));
  await pass(0);
}

export async function violations() {
  vi.useRealTimers();
  // Colours are computed by a real browser only.
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
