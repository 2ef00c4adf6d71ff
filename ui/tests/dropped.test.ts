// A file is dropped on the window: it is taken over, it fills in, and nobody is called.
import { afterEach, expect, test } from 'vitest';

import { importedFile } from '../src/backend/fake/imports';
import { problem } from '../src/backend/fake/numbers';
import { all, app, backend, click, field, leave, one, pass, show, type, violations } from './screen';

afterEach(leave);

test('a file that is held over the window is told what becomes of it', async () => {
  await show('busy');
  expect(all('drop-hint')).toHaveLength(0);
  backend.tell({ kind: 'file_drop', state: 'over' });
  await pass(10);
  expect(one('drop-hint').dataset['state']).toBe('over');
  expect(one('drop-hint').textContent).toContain('.env');
  backend.tell({ kind: 'file_drop', state: 'taking' });
  await pass(10);
  expect(one('drop-hint').dataset['state']).toBe('taking');
  backend.tell({ kind: 'file_drop', state: 'gone' });
  await pass(10);
  expect(all('drop-hint')).toHaveLength(0);
});

test('the first run says that it can be dropped, and goes on with what it became', async () => {
  await show('first-run');
  expect(document.body.textContent).toContain('Drop it on this window');
  backend.tellImport(importedFile(true));
  await pass(1_000);
  expect(app.phase).toBe('main');
  expect(field('agent-input').value).toBe('Alex Kim');
  expect(field('number-input').value).toBe('(415) 555-2671');
  const said = one('imported').textContent ?? '';
  expect(said).toContain('The secret is in the keyring');
  expect(said).toContain('Delete it');
  expect(one('imported-path').textContent).toBe('/home/mona/tutorial/.env');
  expect(backend.placed).toHaveLength(0);
  expect(await violations()).toEqual([]);
});

test('it is taken into use beside a live call, which goes on', async () => {
  await show('busy');
  await type('number-input', '(202) 555-0101');
  await click('dial-button');
  await pass(4_000);
  backend.tellImport(importedFile(true));
  await pass(1_000);
  expect(app.profile?.id).toBe('imported');
  expect(all('live-call')).toHaveLength(1);
  expect(one<HTMLButtonElement>('hangup-button').disabled).toBe(false);
  expect(backend.placed).toHaveLength(1);
});

test('a number that somebody types is not written over', async () => {
  await show('busy');
  field('number-input').focus();
  app.dial.setTyped('(202) 555');
  backend.tellImport(importedFile(true));
  await pass(100);
  expect(app.dial.typed).toBe('(202) 555');
  await pass(1_000);
  expect(app.dial.typed).toBe('(415) 555-2671');
  expect(app.offers.earlier.map(({ text }) => text)).toEqual(['(202) 555']);
});

test('an agent who was not found is said, and the rest stands', async () => {
  await show('first-run');
  backend.tellImport(importedFile(false));
  await pass(1_000);
  expect(one('imported-agent').dataset['code']).toBe('agent_not_found');
  expect(field('number-input').value).toBe('(415) 555-2671');
  await click('imported-dismiss');
  expect(all('imported')).toHaveLength(0);
});

test('what cannot be taken is a notice', async () => {
  await show('busy');
  backend.tell({ kind: 'notice', problem: problem('drop_several') });
  await pass(10);
  expect(one('notices').textContent).toContain('Too many files at once');
});

test('a file with certificates is offered to the network settings, and counts once it is saved', async () => {
  await show('busy');
  backend.tell({ kind: 'certificates_dropped', path: '/home/mona/ca.pem' });
  await pass(200);
  expect(one('settings-tab-network').getAttribute('aria-selected')).toBe('true');
  expect(field('network-ca-file').value).toBe('/home/mona/ca.pem');
  expect(backend.reach.view().ca_file).toBeNull();
});
