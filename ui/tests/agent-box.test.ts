import { afterEach, expect, test, vi } from 'vitest';

import { problem } from '../src/backend/fake/numbers';
import { PEOPLE } from '../src/backend/fake/people';
import { all, app, backend, click, field, leave, one, pass, press, release, show, type, violations, write } from './screen';

afterEach(leave);

const [ALEX, REYES] = PEOPLE as [typeof PEOPLE[0] & object, typeof PEOPLE[0] & object];
const emails = () => all('agent-option').map(({ dataset }) => dataset['email']?.split('@')[0]);
const advice = () => all('agent-advice').map(({ dataset }) => [dataset['code'], dataset['blocks']]);

async function choose(name: string) {
  await type('agent-input', name);
  await press('Enter');
  await pass(300);
}

test('the list opens with favourites and recent agents under their headings', async () => {
  await show();
  field('agent-input').focus();
  await pass(300);
  expect([...document.querySelectorAll('.heading')].map(({ textContent }) => textContent)).toEqual(['Favorites', 'Recent']);
  expect(emails()).toEqual(['alexandra.reyes', 'yuki.tanaka', 'alex.kim', 'sam.lee']);
});

test('each name comes with presence and phone', async () => {
  await show();
  await type('agent-input', 'sam');
  expect(one('agent-option').textContent).toContain('On a call');
  expect(one('agent-option').textContent).toContain('Desk 4107');
});

test('Enter takes who is known before the server has answered', async () => {
  await show();
  const asked = vi.spyOn(backend, 'findAgents');
  write('agent-input', 'alexandra');
  await pass(1);
  await press('Enter');
  await pass(300);
  expect(app.dial.agent?.id).toBe(REYES.id);
  expect(asked).not.toHaveBeenCalledWith('alexandra');
});

test('a row is made a favourite by the mouse without choosing it, and stays where it is', async () => {
  await show();
  await type('agent-input', 'sam');
  await click(`agent-favourite-${PEOPLE[2]!.id}`);
  await pass(100);
  expect(all('agent-option')).toHaveLength(1);
  expect(one('agent-option').textContent).toContain('Favorite');
  expect(app.dial.agent?.name).toBe('Alex Kim');
  await press('Escape');
  field('agent-input').blur();
  field('agent-input').focus();
  await pass(300);
  expect(emails().slice(0, 3)).toContain('sam.lee');
});

test('the keyboard marks the highlighted agent', async () => {
  await show();
  await type('agent-input', 'sam');
  await press('d', { ctrlKey: true });
  await pass(100);
  expect(one('agent-option').textContent).toContain('Favorite');
});

test('the chosen agent is marked beside the name', async () => {
  await show();
  expect(one('agent-favourite').getAttribute('aria-pressed')).toBe('false');
  await click('agent-favourite');
  await pass(100);
  expect(one('agent-favourite').getAttribute('aria-pressed')).toBe('true');
});

test('a mark that cannot be kept is a problem, and not shown', async () => {
  await show();
  vi.spyOn(backend, 'setAgentFavourite').mockRejectedValue(problem('disk_full'));
  await click('agent-favourite');
  await pass(100);
  expect(one('agent-favourite').getAttribute('aria-pressed')).toBe('false');
  expect(one('problem').dataset['code']).toBe('disk_full');
});

test.each([
  ['priya', [['no_station', 'true'], ['away', 'false']], 'No phone is selected'],
  ['sam', [['on_call', 'true']], 'Wait until it is over'],
  ['dana', [['inactive', 'true']], 'ask an administrator'],
  ['jonas', [['auto_answer', 'false'], ['away', 'false']], 'nobody on the line'],
  ['mateo', [['offline', 'false']], 'sign in'],
  ['alexandra', [['webrtc_phone', 'false']], 'web page'],
  ['yuki', [], ''],
])('what speaks against a call for %s is said before Call is pressed, with what to do', async (name, codes, words) => {
  await show();
  await choose(name);
  expect(advice()).toEqual(codes);
  if (words !== '') expect(one('agent-advice').parentElement?.textContent).toContain(words);
  await type('number-input', '(202) 555-0150');
  expect(field('dial-button').getAttribute('aria-describedby')).toContain('agent-advice');
});

test('what was read some time ago says when', async () => {
  await show();
  await choose('yuki');
  expect(all('agent-as-of')).toHaveLength(0);
  await pass(4 * 60_000);
  expect(one('agent-as-of').textContent).toMatch(/as of .*:30/);
  await pass(24 * 60 * 60_000);
  expect(one('agent-as-of').textContent).toMatch(/Nov 20/);
});

test('a server that cannot be asked is told quietly below who is known', async () => {
  await show('no-server');
  await type('agent-input', 'al');
  await pass(500);
  expect(emails()).toEqual(['alexandra.reyes', 'alex.kim']);
  expect(one('agent-problem').dataset['code']).toBe('unreachable');
  expect(await violations()).toEqual([]);
});

test('axe finds nothing on the list with its headings and stars', async () => {
  await show();
  field('agent-input').focus();
  await pass(300);
  expect(all('agent-option').length).toBeGreaterThan(3);
  expect(await violations()).toEqual([]);
});

test('what is old is read again when the window is looked at again', async () => {
  await show();
  await choose('yuki');
  const read = vi.spyOn(backend, 'chooseAgent');
  window.dispatchEvent(new Event('focus'));
  await pass(100);
  expect(read).not.toHaveBeenCalled();
  await pass(4 * 60_000);
  expect(all('agent-as-of')).toHaveLength(1);
  window.dispatchEvent(new Event('focus'));
  await pass(300);
  expect(read).toHaveBeenCalledWith(PEOPLE[7]!.id);
  expect(all('agent-as-of')).toHaveLength(0);
});

test('two quick Enters on an agent in the list call nobody', async () => {
  await show('empty');
  app.dial.agent = ALEX;
  await type('number-input', '+1 415 555 2671');
  await type('agent-input', REYES.name.split(' ')[0]!.toLowerCase());
  await press('Enter');
  await pass(40);
  await release('Enter');
  await pass(60);
  expect(app.dial.agent?.id).toBe(REYES.id);
  await press('Enter');
  await pass(40);
  await release('Enter');
  await pass(2_000);
  expect(backend.placed).toEqual([]);
});
