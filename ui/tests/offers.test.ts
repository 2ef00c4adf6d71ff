import { afterEach, expect, test } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { PEOPLE } from '../src/backend/fake/people';
import { HOLD_MS, REST_MS } from '../src/lib/dial.svelte';
import { oneLine } from '../src/lib/offers.svelte';
import { all, app, backend, click, field, focused, leave, one, pass, press, release, show, type, violations, write } from './screen';

afterEach(leave);

const LINK = 'tel:+1-415-555-2671';
const OTHER = 'tel:+44-20-7946-0123';
const number = () => field('number-input').value;
const earlier = () => all('offer-earlier').map(({ textContent }) => textContent?.trim());

test('a link fills the field, shows what would be dialed, and calls nobody', async () => {
  await show();
  backend.tellOffer(LINK);
  await pass(5_000);
  expect(number()).toBe(LINK);
  expect(one('number-preview').dataset['e164']).toBe('+14155552671');
  expect(one('number-via').textContent).toContain('link');
  expect(backend.placed).toHaveLength(0);
});

test('a call says how its number came in, and a number that was edited was typed', async () => {
  await show();
  backend.tellOffer(LINK, 'shortcut');
  await pass(HOLD_MS + 100);
  await click('dial-button');
  await pass(1_000);
  expect(backend.placed).toMatchObject([{ via: 'shortcut', typed: LINK }]);
  backend.tellOffer(OTHER, 'link');
  await pass(100);
  await type('number-input', '+442079460124');
  await click('dial-button');
  await pass(1_000);
  expect(backend.placed[1]).toMatchObject({ via: 'typed', typed: '+442079460124' });
});

test('of two links the later one is shown, and the earlier one is one click away', async () => {
  await show();
  backend.tellOffer(OTHER);
  backend.tellOffer(LINK);
  await pass(100);
  expect(number()).toBe(LINK);
  expect(earlier()).toEqual([`Earlier: ${OTHER}`]);
  await click('offer-earlier');
  await pass(100);
  expect(number()).toBe(OTHER);
  expect(earlier()).toEqual([`Earlier: ${LINK}`]);
  expect(focused()).toBe('number-input');
});

test('what was typed is one click away, also after several links', async () => {
  await show();
  await type('number-input', '030 901820');
  for (const text of ['tel:+14155550001', 'tel:+14155550002', 'tel:+14155550003', LINK]) backend.tellOffer(text);
  await pass(100);
  expect(number()).toBe(LINK);
  expect(earlier()).toHaveLength(3);
  expect(earlier()).toContain('Earlier: 030 901820');
  await click('offer-forget');
  expect(earlier()).toHaveLength(0);
  expect(number()).toBe(LINK);
});

test('a double-click on an earlier one is one click', async () => {
  await show('offered');
  expect(earlier()).toEqual([`Earlier: ${OTHER}`]);
  one('offer-earlier').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }));
  await pass(50);
  expect(number()).toBe(OTHER);
  one('offer-earlier').dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
  await pass(100);
  expect(number()).toBe(OTHER);
  expect(earlier()).toEqual([`Earlier: ${LINK}`]);
});

test('what came in before the page was ready is there, each once', async () => {
  await show('offered');
  expect(number()).toBe(LINK);
  expect(earlier()).toEqual([`Earlier: ${OTHER}`]);
  const offer = backend.tellOffer('tel:+14155550003');
  await pass(100);
  await type('number-input', '911');
  app.offers.take(offer);
  await pass(1_000);
  expect(number()).toBe('911');
});

test('a link that an earlier one overtook does not take the field from it', async () => {
  await show();
  app.offers.take({ id: 8, via: 'link', text: LINK, problem: null });
  app.offers.take({ id: 7, via: 'link', text: OTHER, problem: null });
  await pass(100);
  expect(number()).toBe(LINK);
  expect(earlier()).toEqual([`Earlier: ${OTHER}`]);
});

test('a link without a number says so and leaves what was typed', async () => {
  await show();
  await type('number-input', '030 901820');
  backend.tellOffer('', 'link', problem('number_unreadable'));
  await pass(100);
  expect(number()).toBe('030 901820');
  expect(one('problem').dataset['code']).toBe('number_unreadable');
  await type('number-input', '030 9018201');
  expect(all('problem')).toHaveLength(0);
});

test('a link waits until the typing rests', async () => {
  await show();
  write('number-input', '415');
  await pass(100);
  backend.tellOffer(LINK);
  write('number-input', '4155');
  await pass(REST_MS - 200);
  expect(number()).toBe('4155');
  await pass(400);
  expect(number()).toBe(LINK);
  expect(earlier()).toEqual(['Earlier: 4155']);
});

test('a link during a live call leaves the call where it is, and the focus', async () => {
  await show();
  await type('number-input', '(202) 555-0150');
  await click('dial-button');
  await pass(600);
  field('history-search').focus();
  const before = one('live-call').dataset['attemptId'];
  backend.tellOffer(LINK);
  await pass(1_000);
  expect(one('live-call').dataset['attemptId']).toBe(before);
  expect(all('live-other')).toHaveLength(0);
  expect(number()).toBe(LINK);
  expect(focused()).toBe('history-search');
  expect(backend.placed).toHaveLength(1);
});

test('a link that comes while Call works on another number changes nothing of that call', async () => {
  await show();
  await type('number-input', '(202) 555-0150');
  backend.delay = 300;
  await click('dial-button');
  backend.tellOffer(LINK);
  await pass(3_000);
  expect(backend.placed).toMatchObject([{ e164: '+12025550150' }]);
  expect(number()).toBe(LINK);
  expect(all('offer-earlier')).toHaveLength(0);
});

test('a press meant for the number before does not call the one that was just filled in', async () => {
  await show();
  await type('number-input', '(202) 555-0150');
  backend.tellOffer(LINK);
  await pass(100);
  expect(field('dial-button').disabled).toBe(true);
  field('number-input').focus();
  await press('Enter');
  await release('Enter');
  await pass(HOLD_MS);
  expect(backend.placed).toHaveLength(0);
  await press('Enter');
  await pass(500);
  expect(backend.placed).toMatchObject([{ e164: '+14155552671' }]);
});

test('an answer meant for the question about another number is none', async () => {
  await show();
  await type('number-input', '+1 555 123 4567');
  await click('dial-button');
  await pass(HOLD_MS + 100);
  expect(all('dial-confirm-yes')).toHaveLength(1);
  backend.tellOffer(LINK);
  await pass(100);
  expect(all('dial-confirm-yes')).toHaveLength(0);
  expect(backend.placed).toHaveLength(0);
});

test('with Settings open, a link waits behind it', async () => {
  await show();
  await click('settings-open');
  await pass(100);
  const before = focused();
  backend.tellOffer(LINK);
  await pass(1_000);
  expect(all('settings')).toHaveLength(1);
  expect(focused()).toBe(before);
  await click('settings-close');
  await pass(100);
  expect(number()).toBe(LINK);
});

test('Call again takes the focus with it, and Enter held down there does not call', async () => {
  await show();
  await type('number-input', '(202) 555-0109');
  await click('dial-button');
  await pass(5_000);
  one('call-again').focus();
  await press('Enter');
  await pass(100);
  expect(focused()).toBe('number-input');
  for (let time = 0; time < 20; time++) {
    await press('Enter');
    await pass(50);
  }
  expect(backend.placed).toHaveLength(1);
});

test('Call again says that the number comes from the history', async () => {
  await show();
  await type('number-input', '(202) 555-0109');
  await click('dial-button');
  await pass(5_000);
  await click('call-again');
  await pass(HOLD_MS + 100);
  await click('dial-button');
  await pass(HOLD_MS + 100);
  await click('dial-confirm-yes');
  await pass(500);
  expect(backend.placed.at(-1)).toMatchObject({ via: 'history', e164: '+12025550109' });
});

test('an agent chosen in the tray is chosen here, and not while one is looked for', async () => {
  await show();
  const [, reyes, sam] = PEOPLE;
  backend.tellAgent(reyes!.id);
  await pass(300);
  expect(field('agent-input').value).toBe(reyes!.name);
  await type('agent-input', 'yu');
  backend.tellAgent(sam!.id);
  await pass(300);
  expect(field('agent-input').value).toBe('yu');
  await press('Escape');
  await pass(300);
  expect(field('agent-input').value).toBe(sam!.name);
  expect(backend.placed).toHaveLength(0);
});

test('a text of two numbers offers both, by keyboard, and keeps the text', async () => {
  await show();
  const block = 'Office 415-555-2671, mobile 202-555-0150';
  backend.tellOffer(block, 'shortcut');
  await pass(100);
  expect(one('number-preview').dataset['code']).toBe('several_numbers');
  expect(field('dial-button').disabled).toBe(true);
  field('number-input').focus();
  await press('ArrowDown');
  expect(focused()).toBe('number-candidate-0');
  await press('ArrowDown');
  expect(focused()).toBe('number-candidate-1');
  await press('Enter');
  await pass(100);
  expect(number()).toBe('202-555-0150');
  expect(focused()).toBe('number-input');
  for (let time = 0; time < 20; time++) {
    await press('Enter');
    await pass(50);
  }
  expect(backend.placed).toHaveLength(0);
  expect(earlier()).toEqual([`Earlier: ${block}`]);
  await release('Enter');
  await press('Enter');
  await pass(500);
  expect(backend.placed).toMatchObject([{ via: 'shortcut', e164: '+12025550150' }]);
});

test('one number among words is offered, and dialled only once it was taken', async () => {
  await show();
  backend.tellOffer('Office desk 415-555-2671 (London)', 'shortcut');
  await pass(100);
  expect(one('number-preview').dataset['code']).toBe('number_among_words');
  expect(one('number-preview').textContent).toContain('A number among words');
  expect(field('dial-button').disabled).toBe(true);
  field('number-input').focus();
  await press('ArrowDown');
  expect(focused()).toBe('number-candidate-0');
  await press('Enter');
  await release('Enter');
  await pass(100);
  expect(number()).toBe('415-555-2671');
  expect(one('number-preview').dataset['e164']).toBe('+14155552671');
  expect(backend.placed).toHaveLength(0);
});

test('digits on two lines or in two cells are not run into one number', async () => {
  expect(oneLine(' 415-555-2671\r\n\n202-555-0150\n')).toBe('415-555-2671 | 202-555-0150');
  expect(oneLine('030 901820\t4711')).toBe('030 901820 | 4711');
  expect(oneLine('040 1234\n040 1235')).toBe('040 1234 | 040 1235');
  expect(oneLine('040 1234\nor\n040 1235')).toBe('040 1234 or | 040 1235');
  expect(oneLine('Tel. (415)\n555-2671')).toBe('Tel. (415) | 555-2671');
  expect(oneLine('Office\n415-555-2671')).toBe('Office 415-555-2671');
  await show();
  const input = field('number-input');
  input.focus();
  const data = new DataTransfer();
  data.setData('text/plain', '415-555-2671\n202-555-0150');
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: data });
  input.dispatchEvent(event);
  await pass(100);
  expect(number()).toBe('415-555-2671 | 202-555-0150');
  expect(all('number-candidates')).toHaveLength(1);
});

test('Escape empties the field', async () => {
  await show();
  await type('number-input', '911');
  await press('Escape');
  await pass(100);
  expect(number()).toBe('');
  expect(one('number-preview').dataset['verdict']).toBe('empty');
});

test('axe finds nothing on offers, candidates and a link without a number', async () => {
  await show('offered');
  backend.tellOffer('415-555-2671, 202-555-0150');
  backend.tellOffer('', 'link', problem('number_unreadable'));
  await pass(1_000);
  expect(all('number-candidates')).toHaveLength(1);
  expect(all('offer-earlier').length).toBeGreaterThan(1);
  expect(await violations()).toEqual([]);
});
