import { afterEach, expect, test } from 'vitest';

import { ContactDraft, withExtension } from '../src/lib/contacts.svelte';
import { HOLD_MS } from '../src/lib/dial.svelte';
import { all, backend, click, field, focused, leave, one, pass, press, show, type, violations } from './screen';

afterEach(leave);

const names = () => [...one('contacts').querySelectorAll('h3')].map(({ textContent }) => textContent);

async function contacts(scenario: 'busy' | 'empty' = 'busy') {
  await show(scenario);
  await click('side-tab-contacts');
}

async function fill(testid: string, text: string) {
  const input = field(testid);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  await pass(0);
}

test('a number of a contact is filled in, and calls nobody', async () => {
  await contacts();
  await click('contact-number-contact-2-1-dial');
  await pass(1_000);
  expect(field('number-input').value).toBe('+12025550100');
  expect(one('number-contact').textContent).toContain('Maria Delgado, Office');
  expect(focused()).toBe('number-input');
  expect(backend.placed).toHaveLength(0);
});

test('the tabs are walked by arrows, and the history is still there', async () => {
  await show();
  one('side-tab-history').focus();
  await press('ArrowRight');
  expect(focused()).toBe('side-tab-contacts');
  expect(one('contacts').hidden).toBe(false);
  expect(one('history').hidden).toBe(true);
  await press('ArrowLeft');
  expect(one('history').hidden).toBe(false);
});

test('arrows walk the numbers, from the search on', async () => {
  await contacts();
  field('contacts-search').focus();
  await press('ArrowDown');
  expect(focused()).toBe('contact-number-contact-1-0-dial');
  await press('ArrowDown');
  await press('ArrowDown');
  expect(focused()).toBe('contact-number-contact-2-0-dial');
});

test('a search finds names without accents and numbers by digits', async () => {
  await contacts();
  await type('contacts-search', 'delgado mar');
  expect(names()).toEqual(['Maria Delgado']);
  await type('contacts-search', '7946');
  expect(names()).toEqual(['Brightwater Clinic']);
  await type('contacts-search', 'nobody');
  expect(names()).toEqual(['Nothing found']);
});

test('a contact with several numbers is made from nothing', async () => {
  await contacts('empty');
  expect(all('contacts-empty')).toHaveLength(1);
  await click('contact-add');
  expect(focused()).toBe('contact-name');
  await fill('contact-name', 'Zoë Quinn');
  await fill('contact-number-0', '415 555 2671');
  await fill('contact-label-0', 'Mobile');
  await click('contact-number-add');
  expect(focused()).toBe('contact-number-1');
  await fill('contact-number-1', '+44 20 7946 0958');
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(names()).toEqual(['Zoë Quinn']);
  expect([...one('contacts').querySelectorAll<HTMLElement>('.number')].map(({ dataset }) => dataset['e164'])).toEqual(['+14155552671', '+442079460958']);
});

test('what is missing is said in the form, and nothing that was typed is lost', async () => {
  await contacts('empty');
  await click('contact-add');
  await fill('contact-number-0', '415 555 2671');
  await click('contact-save');
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(one('problem').dataset['code']).toBe('contact_name_missing');
  expect(field('contact-number-0').value).toBe('415 555 2671');
  await fill('contact-name', 'Zoë');
  await fill('contact-number-0', '911');
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(one('problem').dataset['code']).toBe('number_emergency');
  await fill('contact-number-0', '4155552671');
  expect(all('problem')).toHaveLength(0);
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(names()).toEqual(['Zoë']);
});

test('a contact is changed and keeps the numbers it had, whatever the country is now', async () => {
  await contacts();
  await click('contact-contact-1-edit');
  expect(field('contact-number-0').value).toBe('+44 20 7946 0958');
  await fill('contact-name', 'Brightwater');
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(names()[0]).toBe('Brightwater');
  expect(one('contact-number-contact-1-0-dial').dataset['e164']).toBe('+442079460958');
});

test('a contact is removed after a question, and Escape leaves the form', async () => {
  await contacts();
  await click('contact-contact-2-edit');
  await press('Escape');
  await pass(100);
  expect(all('contact-form')).toHaveLength(0);
  await click('contact-contact-2-edit');
  await click('contact-remove');
  await pass(50);
  expect(focused()).toBe('contact-remove-confirm-no');
  await click('contact-remove-confirm-yes');
  await pass(300);
  expect(names()).not.toContain('Maria Delgado');
});

test('the number that was typed becomes a contact', async () => {
  await show();
  await type('number-input', '(202) 555-0150');
  await click('number-keep');
  expect(field('contact-number-0').value).toBe('+1 202-555-0150');
  await fill('contact-name', 'Ann');
  one('contact-form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  await pass(300);
  expect(one('number-contact').textContent).toContain('Ann');
  expect(all('number-keep')).toHaveLength(0);
});

test('a number of the history becomes a contact, unless it is in one', async () => {
  await show();
  const rows = document.querySelectorAll<HTMLButtonElement>('[data-testid="history-row"] .row');
  rows[0]?.click();
  await pass(200);
  expect(all('contact-keep')).toHaveLength(0);
  rows[4]?.click();
  await pass(200);
  await click('contact-keep');
  expect(field('contact-number-0').value).toBe('+1 202-555-0101');
  expect(focused()).toBe('contact-name');
});

test('a second click on a number does not come to Call', async () => {
  await contacts();
  await click('contact-number-contact-2-0-dial');
  expect(field('dial-button').disabled).toBe(true);
  await pass(HOLD_MS + 100);
  expect(field('dial-button').disabled).toBe(false);
});

test.each(['busy', 'empty'] as const)('axe finds nothing on the contacts (%s) and their form', async (scenario) => {
  await contacts(scenario);
  await click('contact-add');
  expect(await violations()).toEqual([]);
});

test('a number of a contact keeps its extension, to be edited and to be filled in', () => {
  const number = (typed: string) => ({ label: '', typed, e164: '+442079460958', display: '+44 20 7946 0958' });
  const edited = (typed: string) => new ContactDraft({ id: '1', name: 'A', numbers: [number(typed)] }, '').numbers[0]?.typed;
  expect(edited('020 7946 0958 ext. 12')).toBe('+44 20 7946 0958;ext=12');
  expect(edited('+44 20 7946 0958;ext=12')).toBe('+44 20 7946 0958;ext=12');
  expect(edited('020 7946 0958')).toBe('+44 20 7946 0958');
  expect(withExtension('+442079460958', number('020 7946 0958 x12'))).toBe('+442079460958;ext=12');
});
